"""A fresh process: `onrecord ask` against the import of sentence-transformers alone."""

from __future__ import annotations

import subprocess
import sys

from rich.table import Table

from benchmarks.archives import archive_home
from benchmarks.common import ROOT, Options, in_turns, installed, ratio, table

_QUESTION = "What did the harbour master say about the wall?"


def run(options: Options) -> Table:
    """Whole processes, from start to end; ratios to the import."""
    with archive_home(options) as home:
        commands = {
            'python -c "import sentence_transformers"': ["-c", "import sentence_transformers"],
            "onrecord ask": ["-m", "index.cli", "--home", str(home), "ask", _QUESTION],
            "onrecord --version": ["-m", "index.cli", "--version"],
            "python -c pass": ["-c", "pass"],
        }
        times = in_turns([lambda a=arguments: _process(a) for arguments in commands.values()], options.rounds)
    made = table("a fresh process", "command", "median ms", "in imports")
    for name, value in zip(commands, times, strict=True):
        made.add_row(name, f"{value:.0f}", ratio(value, times[0]))
    return made


def _process(arguments: list[str]) -> None:
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=installed(), check=True, capture_output=True)
