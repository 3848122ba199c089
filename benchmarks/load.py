"""What `onrecord serve` does as more is asked of it: `python -m benchmarks.load --home ARCHIVE`.

Questions come at fixed moments, whether those before are answered or not (an open loop), each of its own words; the
answers' memory is off, and the pace of an address is not bounded, so that the queue alone decides. `--pages N` asks
for N pages a second beside one question a second, under the pace that is set by default.

A refusal is honest when it is 429 or 503 and says when to come back (Retry-After); anything else is told apart.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import aiohttp
from rich.console import Console

from benchmarks.archives import questions_of
from benchmarks.common import ROOT
from index import Archive, Config

_RATES = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
_SILENT = 120.0  # seconds after which whoever asked has gone
_FREE = """[web]
requests_per_minute = 1000000
questions_per_minute = 1000000
[search]
remember = 0
"""


@dataclass(frozen=True, slots=True)
class Reply:
    """One request: its status (0: none came), seconds until the reply, and the seconds that a refusal names."""

    status: int
    seconds: float
    wait: float | None

    @property
    def kind(self) -> str:
        """What whoever asked got."""
        if self.status in (429, 503):
            return "refused" if self.wait is not None else "refused without a time"
        return "answered" if self.status == 200 else "silent" if self.status == 0 else "failed"


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one rate."""

    rate: float
    replies: tuple[Reply, ...]

    def count(self, kind: str) -> int:
        """How many were of a kind."""
        return sum(reply.kind == kind for reply in self.replies)

    def cells(self) -> tuple[str, ...]:
        """For a table."""
        times = sorted(reply.seconds for reply in self.replies if reply.kind == "answered")
        waits = [reply.wait for reply in self.replies if reply.wait is not None]
        refused = [reply.seconds for reply in self.replies if reply.kind == "refused"]
        odd = self.count("silent") + self.count("failed") + self.count("refused without a time")
        return (
            f"{self.rate:g}", f"{len(self.replies)}", f"{self.count('answered')}",
            f"{self.count('refused') / max(1, len(self.replies)):.0%}", f"{odd}",
            f"{statistics.median(times):.2f}" if times else "-",
            f"{times[int(0.95 * (len(times) - 1))]:.2f}" if times else "-",
            f"{1000 * statistics.median(refused):.0f}" if refused else "-",
            f"{min(waits):.0f}-{max(waits):.0f}" if waits else "-",
        )  # fmt: skip


HEAD = ("offered a second", "offered", "answered", "refused", "silent or failed", "median s", "95th s",
        "refused after ms", "told to wait s")  # fmt: skip


@contextlib.contextmanager
def serving(home: Path, settings: str) -> Generator[str]:
    """The address of `onrecord serve` over an archive, in a process of its own."""
    with socket.socket() as free, tempfile.TemporaryDirectory() as folder:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        config = Path(folder) / "config.toml"
        config.write_text(settings, encoding="utf-8")
        words = ("-m", "index.cli", "--config", str(config), "--home", str(home), "serve", "--port", str(port))
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
        with subprocess.Popen(
            [sys.executable, *words], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
        ) as process:
            try:
                yield f"http://127.0.0.1:{port}"
            finally:
                process.terminate()


async def _up(client: aiohttp.ClientSession, base: str) -> None:
    for _ in range(600):
        with contextlib.suppress(aiohttp.ClientError):
            async with client.get(f"{base}/healthz") as reply:
                if reply.status == 200:
                    return
        await asyncio.sleep(0.1)
    raise SystemExit(f"{base} did not come up")


async def _get(client: aiohttp.ClientSession, address: str) -> Reply:
    start = time.perf_counter()
    try:
        async with client.get(address) as reply:
            await reply.read()
            told = reply.headers.get("Retry-After")
            return Reply(reply.status, time.perf_counter() - start, None if told is None else float(told))
    except (aiohttp.ClientError, TimeoutError):
        return Reply(0, time.perf_counter() - start, None)


async def offer(client: aiohttp.ClientSession, rate: float, seconds: float, addresses: Iterator[str]) -> Row:
    """Ask for addresses at a rate, and wait until each has its reply."""
    tasks: list[asyncio.Task[Reply]] = []
    start = time.perf_counter()
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, start + number / rate - time.perf_counter()))
        tasks.append(asyncio.create_task(_get(client, next(addresses))))
    return Row(rate, tuple(await asyncio.gather(*tasks)))


async def run(home: Path, rates: Sequence[float], seconds: float, pages: float = 0.0) -> list[Row]:
    """A row for each rate of questions; with `pages`, one for the questions and one for the pages beside them."""
    async with Archive.open(Config(home=home), create=False) as archive:
        words = await questions_of(archive, 200)
        names = [speaker.name for speaker in await archive.speakers(limit=50)]
    if not words:
        raise SystemExit(f"{home}: holds no statement to ask for")
    times = itertools.count(1)
    asked = (f"{one[:-1]} {next(times)}?" for one in itertools.cycle(words))  # no two are equal
    connector = aiohttp.TCPConnector(limit=0)
    limit = aiohttp.ClientTimeout(total=_SILENT)
    with serving(home, "" if pages else _FREE) as base:
        async with aiohttp.ClientSession(connector=connector, timeout=limit) as client:
            await _up(client, base)
            questions = (f"{base}/api/v1/ask?limit=3&question={quote(one)}" for one in asked)
            await _get(client, next(questions))  # what is loaded by the first one
            if pages:
                shown = itertools.cycle(
                    [f"{base}/speaker/{quote(name, safe='')}" for name in names] + [f"{base}/status"]
                )
                both = offer(client, 1, seconds, questions), offer(client, pages, seconds, shown)
                return list(await asyncio.gather(*both))
            return [await offer(client, rate, seconds, questions) for rate in rates]


def markdown(rows: Sequence[Row]) -> str:
    """The rows as a table."""
    lines = [f"| {' | '.join(HEAD)} |", "|---" * len(HEAD) + "|"]
    return "\n".join([*lines, *(f"| {' | '.join(row.cells())} |" for row in rows)])


def draw(rows: Sequence[Row], path: Path) -> None:
    """Seconds until an answer and the share that was refused, over the questions offered a second."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 3.2), layout="constrained")
    left, right = figure.subplots(1, 2)
    rates = [row.rate for row in rows]
    times = [sorted(one.seconds for one in row.replies if one.kind == "answered") or [float("nan")] for row in rows]
    left.plot(rates, [statistics.median(one) for one in times], marker="o", label="median")
    left.plot(rates, [one[int(0.95 * (len(one) - 1))] for one in times], marker="o", label="95 in 100")
    left.set(xscale="log", ylim=(0, None), xlabel="questions offered a second", ylabel="seconds until the answer")
    left.legend(frameon=False)
    right.plot(rates, [100 * row.count("refused") / max(1, len(row.replies)) for row in rows], marker="o")
    right.set(xscale="log", ylim=(0, 100), xlabel="questions offered a second", ylabel="refused, of 100")
    for axis in (left, right):
        axis.set_xticks(rates, [f"{rate:g}" for rate in rates])
        axis.minorticks_off()
        axis.grid(alpha=0.3)
    figure.savefig(path, dpi=110)


def main(arguments: list[str] | None = None) -> None:
    """Print the table; ends with 1 where anybody got silence or a failure."""
    parser = argparse.ArgumentParser("python -m benchmarks.load", description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--rates", type=float, nargs="+", default=list(_RATES), help="questions a second")
    parser.add_argument("--seconds", type=float, default=15.0, help="of each rate")
    parser.add_argument("--pages", type=float, default=0.0, help="pages a second beside one question a second")
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args(arguments)
    rows = asyncio.run(run(given.home.resolve(), given.rates, given.seconds, given.pages))
    Console(width=160, markup=False).print(markdown(rows))
    if given.plot:
        draw(rows, given.plot)
    if any(row.count(kind) for row in rows for kind in ("silent", "failed", "refused without a time")):
        sys.exit(1)


if __name__ == "__main__":
    main()
