"""What an archive costs as it grows: from a thousand passages to a million.

    python -m benchmarks.growth [--passages 1000 10000 100000 1000000] [--folder FOLDER]

Articles are generated and vectors are by chance at every size (`benchmarks.fabricate`): the figures are of costs alone.
`--folder` keeps the archives, and takes those that are there; every measurement runs in a process of its own. Prints
the table of docs/scaling.md and draws docs/images/growth.png.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.common import ROOT, installed
from benchmarks.fabricate import build, fabricate
from benchmarks.synthetic import articles
from index import Archive, Config, Question
from index.indexing import derive
from index.model import Progress
from index.storage import generations

SIZES = (1_000, 10_000, 100_000, 1_000_000)
_QUESTIONS = (
    "What did the mayor say about the ferry timetable?",
    "Who spoke of the grain reserve in 2021?",
    "two more boats before the summer",
    "What did Baba Babababason say about the budget?",
    "the court reform in Port Halden since May 2022",
)
_COLD = "What did the mayor say about the ferry timetable?"
_PICTURE = ROOT / "docs" / "images" / "growth.png"
# Of a measurement: the heading of its column, and how its figure is shown.
COLUMNS: dict[str, tuple[str, str]] = {
    "passages": ("passages", ",.0f"),
    "build_s": ("full build, s", ".1f"),
    "build_mb": ("memory of it, MB", ",.0f"),
    "cold_s": ("cold question, s", ".2f"),
    "warm_ms": ("warm question, ms", ".1f"),
    "memory_mb": ("memory of it, MB", ",.0f"),
    "mapped_mb": ("of them mapped files", ",.0f"),
    "ingest_s": ("one more article, s", ".2f"),
    "ingest_cpu_s": ("of the processor", ".2f"),
    "typed_s": ("the same from typing `onrecord ingest`, s", ".2f"),
    "written_mb": ("written for it, MB", ".2f"),
    "settled_s": ("taking the tail in afterwards, s", ".1f"),
    "gone_s": ("one removed is found no more, s", ".2f"),
    "store_mb": ("store, MB", ",.0f"),
    "index_mb": ("index, MB", ",.0f"),
}


def config_of(home: Path) -> Config:
    """Without the reranker, whose time does not grow, and without remembered answers."""
    return Config.model_validate({"home": home, "search": {"reranker": "off", "remember": 0}})


async def _warm(home: Path) -> dict[str, float]:
    """Questions of an open archive: median milliseconds, and the memory of the process after them."""
    times: list[float] = []
    async with Archive.open(config_of(home), warm=True) as archive:
        for number in range(6):
            for text in _QUESTIONS:
                start = time.perf_counter()
                await archive.ask(Question(text=text))
                times += [(time.perf_counter() - start) * 1000] if number else []
    return {"warm_ms": statistics.median(times), **_memory()}


def _memory() -> dict[str, float]:
    """What this process holds now, and how much of it are files that the system may drop and read again."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    status = dict(line.split(":", 1) for line in lines)
    own, mapped = (int(status[key].split()[0]) / 1024 for key in ("RssAnon", "RssFile"))
    return {"memory_mb": own + mapped, "mapped_mb": mapped}


async def _more(home: Path) -> dict[str, float]:
    """Three articles, one after the other, into an open archive: medians until each is searchable; what is left to do
    when the tail is no longer short; and how long one that somebody removes is still found."""
    async with Archive.open(config_of(home), warm=True) as archive:
        await archive.ask(_COLD)
        found = [await _one_more(archive, home) for _ in range(3)]
        settled, gone = await _settled(archive), await _gone(archive, home)
    middle = [statistics.median(column) for column in zip(*found, strict=True)]
    named = dict(zip(("ingest_s", "ingest_cpu_s", "written_mb"), middle, strict=True))
    return named | {"settled_s": settled, "gone_s": gone}


def _one(folder: Path) -> Path:
    """A file of one more article."""
    path, article = folder / "one.jsonl", next(articles(1, time.time_ns() % 10**6))
    path.write_text(json.dumps({"title": article.title, "date": "2022-01-01", "text": article.text}))
    return path


async def _one_more(archive: Archive, home: Path) -> tuple[float, float, float]:
    """Seconds until one more article is searchable, those of the processor, and what is written for it in MB."""
    with tempfile.TemporaryDirectory() as folder:
        path = _one(Path(folder))
        start, busy = time.perf_counter(), time.process_time()
        await archive.ingest([path])
        await archive.ask(_COLD)
        return time.perf_counter() - start, time.process_time() - busy, _written(home) / 1e6


def _typed(home: Path) -> dict[str, float]:
    """The same with `onrecord ingest` in a process of its own, from its start until the index has the article."""
    times: list[float] = []
    for _ in range(5):
        with tempfile.TemporaryDirectory() as folder:
            before = generations.current_number(home)
            command = [sys.executable, "-m", "index.cli", "--home", str(home), "ingest", str(_one(Path(folder)))]
            start = time.perf_counter()
            with subprocess.Popen(command, env=installed(), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL):
                _wait(home, before)
                times.append(time.perf_counter() - start)
    return {"typed_s": statistics.median(times)}


async def _settled(archive: Archive) -> float:
    """Seconds from when one more article is searchable until the tail is part of the whole, as if it were long."""
    began: list[float] = []

    def report(progress: Progress) -> None:
        if progress.stage == "settle":
            began.append(time.perf_counter())

    kept, derive.unsettled = derive.unsettled, lambda home, manifest: "settled"
    try:
        with tempfile.TemporaryDirectory() as folder:
            await archive.ingest([_one(Path(folder))], on_progress=report)
    finally:
        derive.unsettled = kept
    return time.perf_counter() - began[0]


async def _gone(archive: Archive, home: Path) -> float:
    """Seconds until an article that somebody removes is in no answer; the index's files are made anew behind that."""
    before, start = generations.current_number(home), time.perf_counter()
    some = (await archive.articles(limit=1)).articles[0]
    work = asyncio.create_task(archive.remove([some.id], reason="asked for"))
    await asyncio.to_thread(_wait, home, before)
    seconds = time.perf_counter() - start
    await work
    return seconds


def _wait(home: Path, before: int) -> None:
    """Until another generation serves."""
    while generations.current_number(home) == before:
        time.sleep(0.002)


def _written(home: Path) -> int:
    """Bytes of the files that the serving generation shares with no other."""
    folder = generations.folder_of(home, generations.current_number(home))
    sizes = [path.stat() for path in folder.rglob("*") if path.is_file()]
    return sum(one.st_size for one in sizes if one.st_nlink == 1)


async def _built(home: Path) -> dict[str, float]:
    start = time.perf_counter()
    await build(home)
    return {"build_s": time.perf_counter() - start, "build_mb": _most_memory()}


async def _part(what: str, home: Path, passages: int) -> dict[str, float]:
    if what == "made":
        await fabricate(home, passages)
        return {}
    return await {"built": _built, "warm": _warm, "more": _more}[what](home)


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(home: Path, passages: int) -> dict[str, float]:
    """Every column of one size."""
    found: dict[str, float] = {"passages": passages}
    if not (home / "archive.sqlite3").exists():
        _apart("made", home, passages)
    found |= _apart("built", home, passages)
    folder = generations.folder_of(home, generations.current_number(home))
    found["index_mb"] = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    found["store_mb"] = (home / "archive.sqlite3").stat().st_size / 1e6
    command = [sys.executable, "-m", "index.cli", "--home", str(home), "ask", _COLD, "--limit", "1"]
    times: list[float] = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, check=True, env=installed(), stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    found["cold_s"] = statistics.median(times)
    return found | _apart("warm", home, passages) | _typed(home) | _apart("more", home, passages)


def _apart(what: str, home: Path, passages: int) -> dict[str, float]:
    """A measurement in a process of its own, whose memory is its own."""
    words = ("--part", what, "--folder", str(home), "--passages", f"{passages}")
    command = [sys.executable, "-m", "benchmarks.growth", *words]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def table(rows: Sequence[dict[str, float]]) -> str:
    """The figures as Markdown."""
    lines = [f"| {' | '.join(heading for heading, _ in COLUMNS.values())} |", "|---" * len(COLUMNS) + "|"]
    lines += [f"| {' | '.join(format(row[key], form) for key, (_, form) in COLUMNS.items())} |" for row in rows]
    return "\n".join(lines)


def draw(rows: Sequence[dict[str, float]], path: Path) -> None:
    """Times, memory and disk over the number of passages, both axes logarithmic."""
    from matplotlib.figure import Figure

    figure: Any = Figure(figsize=(10, 3.4), layout="constrained")
    left, right = figure.subplots(1, 2)
    sizes = [row["passages"] for row in rows]
    for key, name, scale in (
        ("build_s", "full build", 1), ("ingest_s", "one more article", 1), ("cold_s", "cold question", 1),
        ("warm_ms", "warm question", 1000),
    ):  # fmt: skip
        left.plot(sizes, [row[key] / scale for row in rows], marker="o", label=name)
    for key, name in (
        ("build_mb", "memory of a full build"), ("memory_mb", "memory of questions"), ("index_mb", "index on the disk"),
        ("written_mb", "written for one more article"),
    ):  # fmt: skip
        right.plot(sizes, [row[key] for row in rows], marker="o", label=name)
    for axes, unit in ((left, "seconds"), (right, "MB")):
        axes.set(xscale="log", yscale="log", xlabel="passages", ylabel=unit)
        axes.grid(alpha=0.3)
        axes.legend(fontsize=8)
    figure.savefig(path, dpi=110)


def main() -> None:
    """Measure every size, print the table, draw the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--folder", type=Path, help="where archives are made and kept; else a temporary folder")
    parser.add_argument("--picture", type=Path, default=_PICTURE)
    parser.add_argument("--part", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        print(json.dumps(asyncio.run(_part(given.part, given.folder, given.passages[0]))))
        return
    with tempfile.TemporaryDirectory() as folder:
        rows: list[dict[str, float]] = []
        for size in given.passages:
            rows.append(measure((given.folder or Path(folder)) / f"{size}", size))
            print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
    print(table(rows))
    draw(rows, given.picture)


if __name__ == "__main__":
    main()
