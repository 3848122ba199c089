"""The bot's house: every file stands on a floor, imports nothing above it, and no two files need each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import bot

ROOT = Path(bot.__file__).parent

# From the ground up; a file may import its own floor and those below it.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("bot", "bot.texts", "bot.schema", "bot.sharing", "bot.log", "bot.questions", "bot.watching"),
    ("bot.pinned", "bot.shown", "bot.store", "bot.watching.schedule", "bot.watching.store", "bot.watching.behind"),
    ("bot.views", "bot.views.*", "bot.refine"),
    ("bot.acknowledge", "bot.errors", "bot.limits", "bot.line", "bot.fetch", "bot.page"),
    ("bot.app",),
    (
        "bot.audit",
        "bot.permissions",
        "bot.scope",
        "bot.showing",
        "bot.takedown",
        "bot.asking",
        "bot.sync",
        "bot.departed",
        "bot.watching.targets",
    ),
    (
        "bot.charts",
        "bot.removed",
        "bot.feeding",
        "bot.jobs",
        "bot.housekeeping",
        "bot.rehearsal",
        "bot.following",
        "bot.welcome",
        "bot.watching.runner",
        "bot.health",
        "bot.tree",
    ),
    ("bot.commands", "bot.commands.*"),
    ("bot.build",),
    ("bot.run", "bot.command", "bot.__main__"),
)


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES: Mapping[str, Path] = {name_of(path): path for path in sorted(ROOT.rglob("*.py"))}


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module of the bot that a file names in an import, at whatever depth and for whatever purpose."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in FILES)
        if isinstance(node, ast.ImportFrom) and node.module:
            modules = {f"{node.module}.{alias.name}" for alias in node.names} & FILES.keys()
            yield from modules
            if node.module in FILES and len(modules) < len(node.names):
                yield node.module


@cache
def graph() -> dict[str, set[str]]:
    return {name: set(imports(ast.parse(path.read_text("utf-8")))) - {name} for name, path in FILES.items()}


def floor(name: str) -> int:
    """The floor that names a file; exact names before patterns."""
    exact = [number for number, names in enumerate(FLOORS) if name in names]
    found = exact or [number for number, names in enumerate(FLOORS) if any(fnmatch(name, part) for part in names)]
    assert len(found) == 1, f"{name} stands on {len(found)} floors; give it one in FLOORS"
    return found[0]


def test_no_file_needs_another_that_needs_it() -> None:
    assert len(list(TopologicalSorter(graph()).static_order())) == len(FILES)


@pytest.mark.parametrize("name", FILES)
def test_no_import_runs_upward(name: str) -> None:
    above = sorted(found for found in graph()[name] if floor(found) > floor(name))
    assert not above, f"{name} imports {above}, which stand above it"


def test_the_library_knows_nothing_of_the_bot() -> None:
    for path in sorted((ROOT.parent / "index").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        assert not list(imports(tree)), path
        assert "discord" not in {
            node.module.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
        }, path


def test_what_only_types_need_counts_too() -> None:
    code = (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from bot.app import Bot\ndef f():\n    import bot.run"
    )
    assert set(imports(ast.parse(code))) == {"bot.app", "bot.run"}
