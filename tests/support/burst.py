"""The whole bot over sockets when a crowd asks during a full reindex and Discord fails in every way that it can.

`python -m tests.support.burst --home ARCHIVE --questions FILE [--count 300] [--quiet]` copies the archive, starts the
bot on the copy, begins a full reindex (`--quiet`: none), and lets the members of ten servers ask. FILE is gold
(docs/evaluation.md). It prints what was acknowledged late, silent, doubled or out of order, and how good the told
waits were.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import re
import shutil
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
from rich.console import Console
from rich.table import Table

from index.workers import processors
from tests.support.layouts import text_of
from tests.support.process import introduce, running
from tests.support.wire import LocalDiscord, answered, until
from training.gold import read_gold

_SERVERS, _MEMBERS = 10, 6
_ACKNOWLEDGED = 3.0  # seconds that Discord gives
_FACTOR = 1.5
_LAST = 15 * 60.0  # seconds after which a question counts as silent
_SETTINGS = """
[discord]
questions_per_minute = 600
server_questions_per_minute = 600
[search]
queue = 1000
"""


@dataclass
class Asked:
    """One question on its way; times are of `time.perf_counter`, 0: not yet."""

    member: int
    result: Any
    begun: float
    acknowledged: float = 0.0
    ended: float = 0.0
    waits: list[tuple[float, float]] = field(default_factory=list)  # seconds that the member reads, and when

    def look(self) -> None:
        """Take down what the member sees now."""
        now = time.perf_counter()
        if not self.acknowledged and self.result.acknowledged:
            self.acknowledged = now
        if self.ended or not self.acknowledged:
            return
        if answered(self.result):
            self.ended = now
        elif self.result.response is not None:
            wait = re.search(r"about (\d+) second", text_of(self.result.response.components))
            if wait and (not self.waits or float(wait[1]) != self.waits[-1][0]):
                self.waits.append((float(wait[1]), now))


async def burst(home: Path, questions: list[str], *, reindex: bool) -> tuple[list[Asked], LocalDiscord, str]:
    """Ask all questions at once; how each went, the server, and the bot's log."""
    (home / "config.toml").write_text(_SETTINGS)
    async with LocalDiscord() as server:
        rooms = [_room(server) for _ in range(_SERVERS)]
        await introduce(server, home)
        asked: list[Asked] = []
        watching = asyncio.create_task(_watch(asked))
        async with running(
            server, home, archive="real", OMP_NUM_THREADS=str(processors()), ONRECORD_CONFIG=str(home / "config.toml")
        ) as bot:
            await until(lambda: "rehearsed" in bot.log)
            if reindex:
                started = await rooms[0][1][0].slash(rooms[0][0], "reindex", full=True)
                await until(lambda: answered(started))
                await asyncio.sleep(8)
            faults = asyncio.create_task(_break(server))
            for number, question in enumerate(questions):
                channel, members = rooms[number % _SERVERS]
                place = number // _SERVERS % _MEMBERS
                begun = time.perf_counter()
                result = await members[place].slash(channel, "ask", question=question)
                asked.append(Asked(number % _SERVERS * _MEMBERS + place, result, begun))
                await asyncio.sleep(0.01)
            end = time.perf_counter() + _LAST
            while any(not one.ended for one in asked) and time.perf_counter() < end:
                await asyncio.sleep(0.5)
            await faults
        watching.cancel()
        return asked, server, bot.log


def _room(server: LocalDiscord) -> tuple[Any, list[Any]]:
    guild = server.env.create_guild()
    desk = guild.create_role("desk", permissions=discord.Permissions(manage_guild=True))
    members = [guild.add_member(server.env.create_user(f"m{guild.id}{n}"), roles=[desk]) for n in range(_MEMBERS)]
    return guild.create_text_channel("news"), members


async def _watch(asked: list[Asked]) -> None:
    while True:
        for one in asked:
            one.look()
        await asyncio.sleep(0.05)


async def _break(server: LocalDiscord) -> None:
    """Everything that the local Discord can do wrong, over and over for half a minute."""
    for _ in range(6):
        server.rate_limit("PATCH", "/webhooks", times=3, retry_after=0.5)
        server.rate_limit("POST", "/interactions", times=1, retry_after=0.3)
        server.fail("PATCH", "/webhooks", times=2)
        server.fail("PATCH", "/webhooks", times=1, handled=True)
        server.fail("POST", "/interactions", times=1)
        server.fail("POST", "/interactions", times=1, handled=True)
        server.fail("POST", "/interactions", times=1, hangs=True)
        server.fail("POST", "/interactions", times=1, handled=True, hangs=True)
        server.fail("PATCH", "/webhooks", times=1, hangs=True)
        server.fail("PATCH", "/webhooks", times=1, handled=True, hangs=True)
        await asyncio.sleep(3)
        await server.drop()
        await asyncio.sleep(2)


def report(asked: list[Asked], server: LocalDiscord, log: str) -> Table:
    """What went as it should, and what did not."""
    ended = [one for one in asked if one.ended]
    pairs = [
        (first, second)
        for _, own in itertools.groupby(sorted(ended, key=lambda one: one.member), key=lambda one: one.member)
        for first, second in itertools.pairwise(own)
    ]
    late = [one for one in asked if not 0 < one.acknowledged - one.begun <= _ACKNOWLEDGED]
    shown = [text_of(one.result.response.components) for one in ended if one.result.response is not None]
    made = Table("what", "count", title=f"{len(asked)} questions at once")
    made.add_row("acknowledged later than 3 s, or never", f"{len(late)}")
    made.add_row("silent", f"{len(asked) - len(ended)}")
    made.add_row("told in private that Discord failed", f"{len(ended) - len(shown)}")
    made.add_row("told that something went wrong", f"{sum('went wrong' in text for text in shown)}")
    made.add_row("told to come back", f"{sum('ask again in' in text for text in shown)}")
    made.add_row(
        "doubled", f"{sum(one.result.response is not None and len(one.result.followups) > 0 for one in asked)}"
    )
    made.add_row("a member's later question first", f"{sum(a.ended > b.ended + 0.1 for a, b in pairs)} of {len(pairs)}")
    for name, place in (("first", 0), ("last", -1)):
        ratios = [(one.ended - one.waits[place][1]) / one.waits[place][0] for one in ended if one.waits]
        near = sum(1 / _FACTOR <= ratio <= _FACTOR for ratio in ratios)
        middle = f", median of wait / told {statistics.median(ratios):.2f}" if ratios else ""
        made.add_row(f"{name} told wait right within 1.5", f"{near} of {len(ratios)}{middle}")
    made.add_row("seconds until all were answered", f"{max(one.ended for one in ended) - asked[0].begun:.0f}")
    made.add_row("resumed connections", f"{server.gateway_log.count('resume')}")
    made.add_row("tracebacks in the log", f"{log.count('Traceback')}")
    return made


def main() -> None:
    parser = argparse.ArgumentParser("python -m tests.support.burst", description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--log", type=Path)
    given = parser.parse_args()
    gold: list[Any] = list(read_gold(given.questions))
    # A number behind each, so that none is remembered.
    chosen = [f"{one['question']} {n}" for n, one in enumerate(random.Random(5).choices(gold, k=given.count))]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(shutil.copytree(given.home, Path(folder) / "archive"))
        asked, server, log = asyncio.run(burst(home, chosen, reindex=not given.quiet))
    if given.log:
        given.log.write_text(log)
    Console().print(report(asked, server, log))


if __name__ == "__main__":
    main()
