"""Settings of a run, timing and tables."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"


@dataclass(frozen=True, slots=True)
class Options:
    """`home` None: an archive of `articles` generated articles is made in a temporary folder.

    `questions`: how many are asked in a round.
    """

    home: Path | None
    articles: int
    rounds: int
    threads: int
    questions: int = 40


def milliseconds(call: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def in_turns(calls: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Median milliseconds of each call, after one unmeasured round.

    The calls take turns, so that a change of the machine's load meets all of them alike.
    """
    for call in calls:
        call()
    times = [[milliseconds(call) for call in calls] for _ in range(max(1, rounds))]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def installed() -> dict[str, str]:
    """The environment of a process that starts as it does from an installation, where pip has compiled the modules.

    A machine that builds often forbids Python to keep what it compiled; each start then compiles the whole project.
    """
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def table(title: str, *columns: str) -> Table:
    """A table with its first column to the left and figures to the right."""
    made = Table(title=title, title_justify="left", header_style="bold")
    for number, column in enumerate(columns):
        made.add_column(column, justify="right" if number else "left")
    return made


def ratio(value: float, unit: float) -> str:
    """How many times `unit`, as text."""
    return f"{value / unit:.2f}" if unit else "-"
