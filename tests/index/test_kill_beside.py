"""kill -9 of an ingest, a reindex or a removal while another process asks: every answer is the old state or the new,
whole, and so is the state after the kill.

Six instants by default; `KILLS=500` for many, `KILLS_SEED` for others.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import shutil
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from index import Archive, Config
from index.doctor import examine
from index.search.snapshot import Snapshot
from index.storage import generations
from tests.index.test_kill import QUESTION, articles, started
from tests.support.program import onrecord

KILLS, SEED = int(os.environ.get("KILLS", "6")), int(os.environ.get("KILLS_SEED", "20"))
State = frozenset[str]


def config_of(home: Path) -> Config:
    return Config.model_validate({"home": home, "search": {"reranker": "off", "remember": 0}})


async def told(archive: Archive) -> State:
    """What one answer rests on: each article's id, and which of the two texts it has."""
    hits = (await archive.ask(QUESTION)).hits
    assert all(hit.speaker == "Ilse Brandt-Okoye" for hit in hits)
    return frozenset(f"{hit.article.id} {'sea' if 'sea wall' in hit.text else 'harbour'}" for hit in hits)


async def asked_beside(home: Path, words: Sequence[str | Path], seconds: float, *, large: bool) -> list[State]:
    """Every answer from before the other process starts until some time after it was killed."""
    async with Archive.open(config_of(home)) as archive:
        answers = [await told(archive)]
        process = started(home, *words, large=large)
        end = time.monotonic() + seconds
        while time.monotonic() < end and process.poll() is None:
            answers.append(await told(archive))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return [*answers, *[await told(archive) for _ in range(3)]]


async def fresh(home: Path) -> State:
    async with Archive.open(config_of(home)) as archive:
        return await told(archive)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("beside")
    home, new = folder / "archive", articles(folder / "new.jsonl", "sea", 6)
    assert onrecord("ingest", articles(folder / "old.jsonl", "harbour", 4), "--home", home).returncode == 0
    return home, new


@pytest.mark.parametrize("number", range(KILLS))
def test_who_asks_beside_a_kill_reads_one_state(original: tuple[Path, Path], tmp_path: Path, number: int) -> None:
    chance = random.Random(SEED * 1_000_000 + number)
    home = Path(shutil.copytree(original[0], tmp_path / "archive"))
    works: tuple[tuple[str | Path, ...], ...] = (
        ("ingest", original[1]),
        ("remove", "w0", "--reason", "asked for"),
        ("reindex", "--full"),
        ("ingest", original[1]),
    )
    words = works[number % 4]
    before = asyncio.run(fresh(home))
    trial = Path(shutil.copytree(home, tmp_path / "trial"))
    start = time.monotonic()
    assert started(trial, *words).wait(300) == 0
    seconds = time.monotonic() - start
    after = asyncio.run(fresh(trial))
    assert (before == after) == (words[0] == "reindex")
    answers = asyncio.run(asked_beside(home, words, chance.uniform(0.2, 1.2) * seconds, large=number % 4 in (1, 3)))
    assert set(answers) <= {before, after}
    changes = [one for one, following in itertools.pairwise(answers) if one != following]
    assert len(changes) <= 1  # never back
    now = asyncio.run(fresh(home))
    assert now in (before, after) and (answers[-1] != after or now == after)
    if words[0] == "remove" and now == after:  # whatever is left to be done of it, the next writer does
        assert onrecord("reindex", "--home", home).returncode == 0
        served = Snapshot.opened(home, generations.current_number(home))
        assert not served.manifest.owed and served.manifest.ids == served.manifest.passages
    assert not [check for check in examine(Config(home=home), quick=True) if check.verdict == "wrong"]
