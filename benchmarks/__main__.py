"""`python -m benchmarks [NAME …]`."""

from __future__ import annotations

import argparse
import importlib
import os
from pathlib import Path

from rich.console import Console

from benchmarks.common import Options

NAMES = {
    "path": "the question's path, warm",
    "cold": "`onrecord ask` in a fresh process",
    "attribution": "who said what against embedding",
    "backends": "encoders side by side",
    "memory": "`ask -` left alone, and an ingest with all its processes",
    "watches": "10,000 standing questions against one article",
    "sentences": "sentence splitters",
}


def main(arguments: list[str] | None = None) -> None:
    """Run the named benchmarks, or all, and print a table of each."""
    known = "; ".join(f"{name}: {what}" for name, what in NAMES.items())
    parser = argparse.ArgumentParser("python -m benchmarks", description="Costs, side by side in one run.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{known}; none: all")
    parser.add_argument("--home", type=Path, help="a real archive for path and cold; else a generated one")
    parser.add_argument("--articles", type=int, default=300, help="articles to generate (default 300)")
    parser.add_argument("--rounds", type=int, default=3, help="measured rounds (default 3)")
    parser.add_argument("--threads", type=int, default=0, help="threads of each model; 0: all cores")
    given = parser.parse_args(arguments)
    for name in given.names:
        if name not in NAMES:
            parser.error(f"no benchmark is called {name!r}; there are {', '.join(NAMES)}")
    options = Options(home=given.home, articles=given.articles, rounds=given.rounds, threads=given.threads)
    screen = Console()
    screen.print(f"{os.cpu_count()} cores; figures of one run on one machine, ratios within it")
    for name in given.names or NAMES:
        screen.print()
        screen.print(importlib.import_module(f"benchmarks.{name}").run(options))


if __name__ == "__main__":
    main()
