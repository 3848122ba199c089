"""Every `onrecord …` that documentation, messages or service files name is a command that exists."""

from __future__ import annotations

import ast
import importlib
import re
import shlex
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import typer

from index.cli.app import build_app
from tests.support.docs import ROOT, pages

_TICKED = re.compile(r"`+(?:[\w./$-]*/)?onrecord ([^`\n]+)`")
_LINE = re.compile(r"^(?:\$ |Example: |ExecStart=|[\w.$]*= ?)?(?:[\w./${}-]*/)?onrecord (.+)$", re.MULTILINE)
_AFTER = re.compile(r"(?:&&|\|) (?:[\w./$-]*/)?onrecord ([^\n`]+)")
_SHELL = re.compile(r"^```(?:sh|console|bash)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_END = re.compile(r"\s(?:&&|\|\|?|>|<|#|;)\s?.*$")


def _strings(path: Path) -> Iterator[str]:
    """Every text of a Python module, the changing parts of formatted ones as X."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(v.value) if isinstance(v, ast.Constant) else "X" for v in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _named() -> Iterator[tuple[str, str]]:
    """(file, words behind `onrecord`) of every place that names a command."""
    for page in pages():
        text = page.read_text(encoding="utf-8")
        for found in _TICKED.finditer(text):
            yield page.name, found[1]
        for block in _SHELL.findall(text):
            for pattern in (_LINE, _AFTER):
                yield from ((page.name, found[1]) for found in pattern.finditer(block))
    for folder in ("index", "bot", "web"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for text in _strings(path):
                for pattern in (_TICKED, _LINE) if "Example:" in text else (_TICKED,):
                    yield from ((str(path.relative_to(ROOT)), found[1]) for found in pattern.finditer(text))
    for path in sorted([*(ROOT / "bot" / "texts").glob("*.toml"), *(ROOT / "contrib").iterdir()]):
        text = path.read_text(encoding="utf-8")
        for pattern in (_TICKED, _LINE):
            yield from ((path.name, found[1]) for found in pattern.finditer(text))


def _words(line: str) -> list[str]:
    """What the shell would hand over; a line that goes on or redirects ends there."""
    line = _END.sub("", line.strip().removesuffix("\\").removesuffix(" &"))
    try:
        return shlex.split(line)
    except ValueError:  # an apostrophe of prose
        return line.split()


@cache
def _program() -> Any:
    return typer.main.get_command(build_app(entry_points(group="onrecord.commands")))


def refused(words: list[str]) -> str | None:
    """Why the command line would not take these words; None: it would, files and missing arguments aside."""
    command = _program()
    errors = _errors_of(command)
    context: Any = None
    name, rest = "onrecord", words
    while True:
        try:
            context = command.make_context(name, list(rest), parent=context)
        except typer.Exit:  # --version, --help
            return None
        except (errors.MissingParameter, errors.NoArgsIsHelpError, errors.BadOptionUsage):
            return None  # a text may name a command or an option without what follows it
        except errors.UsageError as error:
            said = error.format_message()
            return None if "does not exist" in said else said
        if not hasattr(command, "commands"):
            return None
        left = [*context._protected_args, *context.args]
        if not left:
            return None
        if left[0] not in command.commands:
            return f"no command {left[0]!r}"
        name, command, rest = left[0], command.commands[left[0]], left[1:]


def _errors_of(command: Any) -> Any:
    """The exceptions of the click that typer uses: newer ones carry their own."""
    home = next(kind.__module__ for kind in type(command).__mro__ if kind.__name__ == "Command")
    return importlib.import_module(home.rpartition(".")[0] + ".exceptions")


_ALL = sorted({(place, line) for place, line in _named() if re.match(r"-{0,2}[a-z]", line.strip())})


def test_there_are_many_of_them() -> None:
    assert len(_ALL) > 60


@pytest.mark.parametrize(("place", "line"), _ALL, ids=[f"{place}: {line}" for place, line in _ALL])
def test_a_command_that_is_named_exists(place: str, line: str) -> None:
    words = ["1" if word.isupper() else word for word in _words(line) if word not in {"…", "..."}]  # ID, DIR
    assert refused(words) is None, f"{place} names `onrecord {line}`"


@pytest.mark.parametrize("line", ["evaluate x.jsonl", "ask --no-such x", "eval nothing x", "reindex --fulll"])
def test_a_wrong_one_would_be_noticed(line: str) -> None:
    assert refused(line.split()) is not None
