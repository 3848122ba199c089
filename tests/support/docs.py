"""Refresh what the documentation shows of the command line: `python -m tests.support.docs`.

A marker stands on the line before a fenced block and says what the block holds:

    <!-- help: eval questions -->          the `--help` of that command
    <!-- output: ask "who said it?" -->    what the command prints for an archive of examples/

A Python block that `<!-- printed -->` and a plain block follow is run, and what it prints is written there.

JSON is indented. Helps and what programs print are compared in the tests. Outputs are not, since figures in them
depend on the machine: refresh them when answers change.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import entry_points, version
from pathlib import Path

from typer.testing import CliRunner

from index.cli.app import build_app

ROOT = Path(__file__).parents[2]
COLUMNS = "96"
PRINTER = re.compile(r"<!-- printed by typer ([\d.]+) -->")
_BLOCK = re.compile(r"^<!-- (help|output):(.*?)-->\n```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAM = re.compile(r"^(```python\n(.*?)^```\n\n<!-- printed -->\n```\n)(.*?)(^```$)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """A marked block: `kind` is help or output, `command` what follows `onrecord`, `text` what the page shows."""

    page: Path
    kind: str
    command: str
    text: str


def pages() -> list[Path]:
    """The pages that are written for readers."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "examples" / "README.md"])


def shown() -> Iterator[Shown]:
    """Every marked block of every page."""
    for page in pages():
        for match in _BLOCK.finditer(page.read_text(encoding="utf-8")):
            yield Shown(page, match[1], match[2].strip(), match[4])


def printer() -> str:
    """The typer that is installed, as 0.29: its looks change between such versions."""
    return ".".join(version("typer").split(".")[:2])


def help_of(command: str) -> str:
    """What `onrecord COMMAND --help` prints on 80 columns."""
    app = build_app(entry_points(group="onrecord.commands"))
    arguments = [*shlex.split(command), "--help"]
    result = CliRunner().invoke(app, arguments, prog_name="onrecord", env={"COLUMNS": "80", "NO_COLOR": "1"})
    if result.exit_code != 0:
        raise ValueError(f"onrecord {command} --help ended with {result.exit_code}: {result.output}")
    return _trimmed(result.output)


def output_of(command: str, home: Path) -> str:
    """The prompt line and what the command prints for the archive in `home`, run in its parent folder."""
    process = subprocess.run(
        [sys.executable, "-c", "from index.cli import main; main()", *shlex.split(command)],
        cwd=home.parent,
        env={**os.environ, "COLUMNS": COLUMNS, "NO_COLOR": "1", "ONRECORD_HOME": home.name, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if process.returncode not in (0, 1):
        raise ValueError(f"onrecord {command} ended with {process.returncode}: {process.stderr}")
    return f"$ onrecord {command}\n{_trimmed(process.stdout)}"


def printed_by(program: str, home: Path) -> str:
    """What a Python program prints in the folder that holds `archive` and `examples`."""
    process = subprocess.run(
        [sys.executable, "-c", program],
        cwd=home.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return process.stdout


def refresh() -> list[Path]:
    """Write every marked block anew; returns the pages that changed."""
    changed: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "archive"
        (home.parent / "examples").symlink_to(ROOT / "examples")
        output_of("ingest examples", home)
        for page in pages():
            before = page.read_text(encoding="utf-8")
            after = PRINTER.sub(f"<!-- printed by typer {printer()} -->", _BLOCK.sub(writer(home), before))
            after = PROGRAM.sub(lambda block: f"{block[1]}{printed_by(block[2], home)}{block[4]}", after)
            if after != before:
                page.write_text(after, encoding="utf-8")
                changed.append(page)
    return changed


def writer(home: Path) -> Callable[[re.Match[str]], str]:
    def write(match: re.Match[str]) -> str:
        kind, command, language, _ = match.groups()
        text = help_of(command) if kind == "help" else output_of(command.strip(), home)
        if language == "json":  # laid out for the eye
            text = json.dumps(json.loads(text.partition("\n")[2]), ensure_ascii=False, indent=2) + "\n"
        return f"<!-- {kind}:{command}-->\n```{language}\n{text}```"

    return write


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n")) + "\n"


if __name__ == "__main__":
    for page in refresh():
        print(f"changed: {page.relative_to(ROOT)}")
