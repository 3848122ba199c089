"""Memory of the two commands that people leave running or wait for: `onrecord ask -` and `onrecord ingest`.

Resident megabytes as the system counts them, mapped files included; of an ingest those of all its processes together.
`python -m benchmarks.memory --ingest PATH` measures an ingest of one's own files.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.archives import archive_home, config_for, questions_of
from benchmarks.common import ROOT, Options, installed, table
from benchmarks.synthetic import articles
from index import Archive

_PAGE = 4096 / 1e6  # megabytes
_RESTS = 8.0  # seconds after which a process that nobody asks has given back what it can
_LEAVES = 68.0  # and after which it has put the reader away
_STEP = 0.1  # seconds between two looks at an ingest


def run(options: Options) -> Table:
    """Needs /proc."""
    with archive_home(options) as home:
        questions = asyncio.run(_questions(options, home))
        loaded, asked, rested, left = idle(home, questions)
        made = table("memory", "what", "MB")
        made.add_row("ask -, loaded", f"{loaded:.0f}")
        made.add_row(f"ask -, {len(questions)} questions later", f"{asked:.0f}")
        made.add_row(f"ask -, {_RESTS:.0f} s without a question", f"{rested:.0f}")
        made.add_row(f"ask -, {_LEAVES:.0f} s without a question", f"{left:.0f}")
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "generated.jsonl"
            rows = (
                {key: getattr(one, key) for key in ("id", "title", "source", "text")}
                for one in articles(options.articles)
            )
            source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            made.add_row(f"ingest of {options.articles} articles, at most", f"{ingest(source):.0f}")
    return made


async def _questions(options: Options, home: Path) -> list[str]:
    async with Archive.open(config_for(options, home)) as archive:
        return await questions_of(archive, min(options.questions, 10))


def idle(home: Path, questions: Sequence[str]) -> tuple[float, float, float, float]:
    """Megabytes of `ask -`: loaded and left alone, after questions, and left alone again, for a moment and for long."""
    command = [sys.executable, "-m", "index.cli", "--home", str(home), "ask", "-", "--json"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env=installed()) as process:
        assert process.stdin is not None and process.stdout is not None
        while not _has_loaded(process.pid):
            time.sleep(_STEP)
        time.sleep(_RESTS)
        loaded = resident(process.pid)
        for question in questions:
            process.stdin.write(question + "\n")
            process.stdin.flush()
            process.stdout.readline()
        asked = resident(process.pid)
        time.sleep(_RESTS)
        rested = resident(process.pid)
        time.sleep(_LEAVES - _RESTS)
        left = resident(process.pid)
        process.stdin.close()
    return loaded, asked, rested, left


def _has_loaded(pid: int) -> bool:
    """Whether the process has loaded its weights."""
    return "model.onnx" in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")


def ingest(path: Path) -> float:
    """The most megabytes that an ingest of a file or folder took, all its processes together."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "index.cli", "--home", f"{home}/archive", "ingest", str(path)]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, cwd=ROOT, env=installed(), stdout=quiet, stderr=quiet) as process:
            most = 0.0
            while process.poll() is None:
                most = max(most, sum(resident(one) for one in _family(process.pid)))
                time.sleep(_STEP)
    if process.returncode:
        raise SystemExit(f"the ingest of {path} ended with status {process.returncode}")
    return most


def _family(pid: int) -> list[int]:
    """A process and all that it started."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(word) for task in tasks for word in (task / "children").read_text().split()]
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in _family(child))]


def resident(pid: int) -> float:
    """Megabytes of a process; 0: it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0.0


def main(arguments: list[str] | None = None) -> None:
    """The most memory that an ingest of one's own files takes."""
    parser = argparse.ArgumentParser("python -m benchmarks.memory", description=__doc__)
    parser.add_argument("--ingest", type=Path, required=True, metavar="PATH")
    given = parser.parse_args(arguments)
    Console().print(f"{ingest(given.ingest.resolve()):.0f} MB")


if __name__ == "__main__":
    main()
