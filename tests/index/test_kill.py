"""kill -9 at random instants of an ingest (also of a large archive) or a full reindex: the old state or the new one,
whole, and no leftovers.

Twelve instants by default; `KILLS=500` for many, `KILLS_SEED` for others.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index import Archive, Config
from index.doctor import examine
from index.storage import generations
from tests.support.program import onrecord

KILLS, SEED = int(os.environ.get("KILLS", "12")), int(os.environ.get("KILLS_SEED", "20"))
TEXT = "Mayor Ilse Brandt-Okoye said the {} wall would be built in {}. “We owe it to the islands,” she said."
TAIL = 10  # articles in the tail of what counts as large
_LARGE = f"""
from index.indexing import lengthen
lengthen.LARGE, lengthen._longest = 0, lambda manifest: {TAIL}
from onrecord import main
main()
"""
QUESTION = "what did Ilse Brandt-Okoye say about the wall?"


def articles(path: Path, what: str, count: int) -> Path:
    months = "May June July August September October".split()
    texts = [TEXT.format(what, month) for month in months]
    lines = [json.dumps({"id": f"w{n}", "date": "2022-03-01", "text": text}) for n, text in enumerate(texts[:count])]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def started(home: Path, *words: str | Path, large: bool = False) -> subprocess.Popen[bytes]:
    """`large`: the archive counts as one, which grows by its tail."""
    program = ["-c", _LARGE] if large else ["-m", "index.cli"]
    return subprocess.Popen(
        [sys.executable, *program, "--home", str(home), *map(str, words)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def texts_of(archive_home: Path) -> set[str]:
    async def read() -> set[str]:
        async with Archive.open(
            Config.model_validate({"home": archive_home, "search": {"reranker": "off"}})
        ) as archive:
            assert (await archive.ask(QUESTION)).hits[0].speaker == "Ilse Brandt-Okoye"
            return {article.text async for article, _ in archive.every_statement()}

    return asyncio.run(read())


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, float, set[str], set[str]]:
    """An archive, a file that changes all of it, how long that takes, and the texts before and after."""
    folder = tmp_path_factory.mktemp("kills")
    home, new = folder / "archive", articles(folder / "new.jsonl", "sea", 6)
    assert onrecord("ingest", articles(folder / "old.jsonl", "harbour", 4), "--home", home).returncode == 0
    trial = Path(shutil.copytree(home, folder / "trial"))
    start = time.monotonic()
    assert started(trial, "ingest", new).wait(300) == 0
    return home, new, time.monotonic() - start, texts_of(home), texts_of(trial)


@pytest.mark.parametrize("number", range(KILLS))
def test_a_kill_leaves_the_old_or_the_new_state(
    state: tuple[Path, Path, float, set[str], set[str]], tmp_path: Path, number: int
) -> None:
    original, new, seconds, before, after = state
    chance = random.Random(SEED * 1_000_000 + number)
    home = Path(shutil.copytree(original, tmp_path / "archive"))
    words = ("reindex", "--full") if number % 4 == 3 else ("ingest", new)
    large = number % 4 == 2
    if large:  # what is ingested below makes its tail too long, so that it is taken in afterwards
        one = tmp_path / "one.jsonl"
        one.write_text(json.dumps({"id": "one", "text": "The quay sinks, said Zora Quist."}), encoding="utf-8")
        assert started(home, "ingest", one, large=True).wait(300) == 0
        assert generations.read_manifest(home, 2).tail == 1
        before, after = ({*texts, "The quay sinks, said Zora Quist."} for texts in (before, after))
    process = started(home, *words, large=large)
    time.sleep(chance.uniform(0.3, 1.2 if large else 1.05) * seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert texts_of(home) in (before, after)
    again = onrecord("ingest", new, "--home", home)
    for _ in range(40):  # the other processes of the group, which hold the lock too, die a moment later under load
        if "is running already" not in again.stderr:
            break
        time.sleep(0.25)
        again = onrecord("ingest", new, "--home", home)
    assert again.returncode == 0, again.stderr
    assert texts_of(home) == after
    assert generations.read_manifest(home, generations.current_number(home)).tail == 0
    assert not [check for check in examine(Config(home=home), quick=True) if check.verdict == "wrong"]
    served = generations.current_number(home)
    names = sorted(path.name for path in (home / "generations").iterdir())
    assert len(names) <= 2 and names[-1] == f"{served:08d}", names
    left = {path.name for path in home.iterdir()} - {"archive.sqlite3", "CURRENT", "generations", "write.lock"}
    assert left <= {"archive.sqlite3-wal", "archive.sqlite3-shm"}
