"""The waits that the bot's line tells, against those that come: many questions at once over a real archive.

`python -m benchmarks.waits --home ARCHIVE --questions FILE` copies the archive, rehearses as the bot does at its start,
and asks idle, beside a full reindex, and with one that begins after ten seconds. FILE is gold (docs/evaluation.md).
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from rich.console import Console

from benchmarks.common import table
from bot.app import Bot
from bot.line import Line
from bot.rehearsal import Rehearsal
from index import Archive, Config, Question
from index.errors import Cancelled
from index.progress import CancelToken
from training.gold import read_gold

_BURSTS = (("idle", 60, None), ("beside a reindex", 80, 0.0), ("a reindex begins", 100, 10.0))
_AHEAD = 8.0  # seconds that a reindex has run when the questions come
_LONG = 3.0  # seconds from which a wait is told
_FACTOR = 1.5
_SERVERS = 5


@dataclass
class _Host:
    """What the rehearsal needs of a bot."""

    archive: Archive
    line: Line


async def burst(home: Path, questions: Sequence[str], after: float | None) -> list[tuple[float, float]]:
    """Waits over what was told of them, first and last; `after`: seconds until a full reindex begins, None: never."""
    line, token = Line(len(questions)), CancelToken()
    runs = False
    line.beside = lambda: runs

    async def reindex() -> None:
        nonlocal runs
        await asyncio.sleep(after or 0.0)
        runs = True
        with contextlib.suppress(Cancelled):
            await archive.reindex(full=True, cancel=token)

    async def one(number: int, question: str) -> None:
        told: list[tuple[float, float]] = []  # seconds of the wait, and when

        async def tell(seconds: float) -> None:
            if seconds >= _LONG:
                told.append((seconds, time.perf_counter()))

        async with line.turn(number % _SERVERS, number, tell=tell):
            await archive.ask(Question(text=question))
        if told:
            end = time.perf_counter()
            first, last = ((end - at) / seconds for seconds, at in (told[0], told[-1]))
            ratios.append((first, last))

    ratios: list[tuple[float, float]] = []
    async with Archive.open(Config(home=home), warm=True) as archive:
        await Rehearsal(cast(Bot, _Host(archive, line))).rehearse()
        job = None if after is None else asyncio.create_task(reindex())
        if after == 0.0:
            await asyncio.sleep(_AHEAD)
        await asyncio.gather(*(one(number, question) for number, question in enumerate(questions)))
        if job is not None:
            token.cancel()
            await job
    return ratios


def main(arguments: list[str] | None = None) -> None:
    """Print for each burst how far the waits were from what was told."""
    parser = argparse.ArgumentParser("python -m benchmarks.waits", description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    given = parser.parse_args(arguments)
    gold: list[Any] = list(read_gold(given.questions))
    made = table("waits", "burst", "questions", "told", "median of wait / told", "within 1.5")
    for name, count, after in _BURSTS:
        # A number behind each, so that none is remembered.
        chosen = [f"{one['question']} {n}" for n, one in enumerate(random.Random(3).choices(gold, k=count))]
        with tempfile.TemporaryDirectory() as folder:
            home = Path(shutil.copytree(given.home, Path(folder) / "archive"))
            ratios = asyncio.run(burst(home, chosen, after))
        for place, word in enumerate(("first", "last")):
            own = [both[place] for both in ratios]
            near = [1 / _FACTOR <= ratio <= _FACTOR for ratio in own]
            middle, share = (f"{statistics.median(own):.2f}", f"{sum(near) / len(near):.0%}") if near else ("-", "-")
            made.add_row(name, f"{count}", word, middle, share)  # "-": nobody waited long enough to be told
    Console().print(made)


if __name__ == "__main__":
    main()
