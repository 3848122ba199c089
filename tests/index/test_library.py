"""The package as other programs use it: what it exports, and its two ways of asking."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
import threading
import types
import typing
from pathlib import Path

import pytest

import index
from index import Archive, Config, NotFound, OnRecordError, SyncArchive
from tests.support.docs import PROGRAM, ROOT, printed_by

_RAISES = re.compile(r"\b([A-Z][a-z]\w+)\b(?= |,|\.|:|$)")


def _classes(annotation: object) -> set[type]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return {annotation}
    return {kind for part in typing.get_args(annotation) for kind in _classes(part)}


def _public() -> list[tuple[str, types.FunctionType]]:
    found: list[tuple[str, types.FunctionType]] = []
    for name, member in inspect.getmembers(Archive):
        function = getattr(member, "__func__", member)
        if not name.startswith("_") and isinstance(function, types.FunctionType):
            found.append((name, function))
    return found


def test_every_name_that_is_exported_exists() -> None:
    assert [name for name in index.__all__ if not hasattr(index, name)] == []
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", index.__version__)


def test_every_type_that_the_archive_takes_or_gives_is_exported() -> None:
    namespace = {name: getattr(index, name) for name in index.__all__}
    missing: set[str] = set()
    for name, function in _public():
        hints = typing.get_type_hints(function, localns=namespace)
        for kind in {kind for hint in hints.values() for kind in _classes(hint)}:
            if kind.__module__.startswith("index.") and kind.__name__ not in index.__all__:
                missing.add(f"{name}: {kind.__name__}")
    assert missing == set()


def test_every_error_that_a_docstring_names_is_exported() -> None:
    errors = {kind.__name__ for kind in OnRecordError.__subclasses__()}
    named = {word for _, function in _public() for word in _RAISES.findall(function.__doc__ or "")} & errors
    assert len(named) >= 4
    assert (named | {"OnRecordError"}) <= set(index.__all__)


def test_importing_the_package_loads_nothing() -> None:
    code = "import sys, index; print([m for m in sys.modules if m.startswith('index.') or m in ('numpy', 'faiss')])"
    printed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert printed.stdout.strip() == "[]"


async def test_opening_can_be_awaited_or_entered(examples_home: Path) -> None:
    async with Archive.open(Config(home=examples_home)) as archive:
        entered = await archive.status()
    archive = await Archive.open(Config(home=examples_home))
    try:
        assert (await archive.status()).articles == entered.articles > 0
    finally:
        await archive.close()


def left_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads that were started since and do not end; a busy machine ends them some moments later."""
    new = [thread for thread in threading.enumerate() if thread not in before]
    for thread in new:
        thread.join(5)
    return [thread for thread in new if thread.is_alive()]


def test_plain_code_asks_without_an_event_loop(examples_home: Path) -> None:
    before = set(threading.enumerate())
    with SyncArchive(Config(home=examples_home)) as archive:
        answer = archive.ask("what did Ilse Brandt-Okoye say about the harbour wall?")
        timeline = archive.run(lambda a: a.timeline("Brandt-Okoye"))
        with pytest.raises(NotFound):
            archive.run(lambda a: a.article("no such article"))
    assert answer.answered and answer.hits[0].speaker == timeline.speaker == "Ilse Brandt-Okoye"
    archive.close()
    assert not left_since(before)


def test_plain_code_is_told_that_there_is_no_archive(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    before = set(threading.enumerate())
    with pytest.raises(OnRecordError, match="is a file"):
        SyncArchive(Config(home=file))
    assert not left_since(before)


def test_the_programs_of_the_librarys_page_print_what_it_shows(examples_copy: Path) -> None:
    (examples_copy.parent / "examples").symlink_to(ROOT / "examples")
    programs = PROGRAM.findall((ROOT / "docs" / "library.md").read_text(encoding="utf-8"))
    assert len(programs) == 2
    for _, program, printed, _ in programs:
        assert printed_by(program, examples_copy) == printed, "run `python -m tests.support.docs`"
