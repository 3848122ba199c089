"""Generations: complete, immutable builds beside each other, and one pointer file that says which one serves.

Every file of a generation has a checksum in its manifest, which has one of its own, as has the pointer: what is
damaged is never read. A pointer that is lost is found again: the newest whole generation serves.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import logging
import os
import shutil
from collections.abc import Collection, Generator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import ArchiveError, OnRecordError
from index.storage.lexical import Names, WordIndex
from index.storage.linking import same_file
from index.storage.sums import key_of_name, sum_of_file, sum_of_text
from index.storage.tables import NONE, Int, Tables
from index.storage.tail import Tail, whole_tables
from index.storage.vectors import VectorIndex, backend_of, remove_elsewhere

_log = logging.getLogger(__name__)
FORMAT = 8  # of the files of a generation; another number is rebuilt, never misread
_POINTER, _FOLDER, _MANIFEST = "CURRENT", "generations", "manifest.json"
SPEAKERS, LOOKUP = "speakers.json", ("calls.json", "lookup.json")
_PASSED = (_MANIFEST, ".tantivy-meta.lock", ".tantivy-writer.lock")  # whose bytes say nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a generation was built from. Never served when `model` is not the one that embeds the question."""

    format: int
    number: int
    built_at: str
    model: str
    dimension: int
    analysis: str
    articles: int
    passages: int
    statements: int
    last_row: int  # newest article revision that it holds
    sources: tuple[str, ...]
    first: str | None
    last: str | None
    undated: int
    speakers: int
    vectors: str  # the engine that its vectors were built by, and where that is: `Vectors.engine`
    changes: int  # `analyses.count_changes` when it was built
    tail: int = 0  # articles that came or went since the columns and the book of speakers were written whole
    before: int = 0  # the generation that it is one of these more than; 0: they were written whole for it
    owed: bool = False  # what somebody took out of the archive still lies in its files: the whole is to be built anew
    ids: int = 0  # how many passages its indexes have a name for, those that went included: `Tables.ids`
    kind: str = ""  # which kind of vector index and why, in words; empty: of a version that did not say
    because: str = ""  # why it was built anew where it should have grown out of the one before
    files: dict[str, str] = field(default_factory=dict[str, str])  # checksums, by path in its folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One build, opened for reading."""

    manifest: Manifest
    tables: Tables
    passages: VectorIndex
    words: WordIndex
    people: str  # the speaker book as JSON
    lookup: tuple[str, str]  # and the tables by which its speakers are found
    changed: str  # by number who is another since that was written, as JSON; empty: nobody
    first_passage: Int  # statement in the tables -> the first passage that holds some of it, or NONE
    pair_rows: Int  # the tables' pairs in order of passage
    pair_order: Int  # their passages, sorted: for binary search


@dataclass(frozen=True, slots=True)
class Pointer:
    """The generation that serves, 0 for none, and what is wrong with the file that says so."""

    number: int
    damage: str | None = None


def current_number(home: Path) -> int:
    """The generation that serves; 0: none yet. Raises ArchiveError where there are some and none is whole."""
    return pointer(home).number


def pointer(home: Path) -> Pointer:
    """Which generation serves. One that is damaged, missing or leads nowhere is passed over for the newest whole one.

    Raises ArchiveError where there are generations and none is whole.
    """
    path = home / _POINTER
    try:
        text = path.read_text(encoding="ascii")
    except FileNotFoundError:
        text = None
    except (OSError, UnicodeDecodeError):
        text = ""
    digits, _, told = (text or "").strip().partition(" ")
    if digits.isdigit() and told == sum_of_text(digits):
        if (folder_of(home, int(digits)) / _MANIFEST).exists():
            return Pointer(int(digits))
        damage = f"{path}: names generation {int(digits)}, which is not there"
    elif text is None:
        damage = f"{path}: is missing"
    else:
        damage = f"{path}: is damaged"
    numbers = _numbers(home)
    if not numbers:
        return Pointer(0, None if text is None else f"{damage}; run `onrecord reindex`")
    error: ArchiveError | None = None
    for number in numbers:
        try:
            check_files(home, read_manifest(home, number))
        except ArchiveError as wrong:
            error = error or wrong
        else:
            return Pointer(
                number, f"{damage}; generation {number} serves, the newest whole one: run `onrecord reindex`"
            )
    raise error or ArchiveError(f"{damage}; run `onrecord reindex`")


def next_number(home: Path) -> int:
    """The number that the next generation gets: above every one that is there, published or not."""
    try:
        serving = current_number(home)
    except ArchiveError:
        serving = 0
    return max([serving, *(int(path.name.partition(".")[0]) for path in _folders(home))]) + 1


def newest(home: Path) -> int:
    """The newest finished generation, whole or not; 0: there is none."""
    return max(_numbers(home), default=0)


def vectors_are_whole(generation: Generation) -> bool:
    """Whether every vector consists of numbers."""
    count = generation.tables.passages
    parts = (np.arange(first, min(count, first + 4096), dtype=np.int64) for first in range(0, count, 4096))
    return all(bool(np.isfinite(generation.passages.rows(part)).all()) for part in parts)


def _numbers(home: Path) -> list[int]:
    """Finished generations, the newest first, whether they are whole or not."""
    return sorted((int(path.name) for path in _folders(home) if path.name.isdigit()), reverse=True)


def _folders(home: Path) -> list[Path]:
    """The folders of generations, finished or not."""
    folder = home / _FOLDER
    found = list(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if path.name.partition(".")[0].isdigit()]


def _remove(folder: Path) -> None:
    """Delete a generation, finished or not; its folder last, since that names what is kept elsewhere.

    Where that cannot be deleted now, the folder stays and the next build tries again.
    """
    try:
        remove_elsewhere(folder)
    except OnRecordError as error:
        _log.warning("%s stays until what it names can be deleted: %s", folder, error)
    else:
        shutil.rmtree(folder, ignore_errors=True)


def folder_of(home: Path, number: int) -> Path:
    """Where a generation lies."""
    return home / _FOLDER / f"{number:08d}"


@contextlib.contextmanager
def building(home: Path, number: int) -> Generator[Path]:
    """A folder to build generation `number` in; moved to its place when the block ends without an error.

    The pointer does not move: `publish` does that. A crash leaves a folder that no pointer names, which the
    next build removes.
    """
    final = folder_of(home, number)
    scratch = final.with_suffix(".building")
    for leftover in (scratch, final):
        _remove(leftover)
    scratch.mkdir(parents=True)
    try:
        yield scratch
        _sync_tree(scratch)
        scratch.rename(final)
        _sync(final.parent)
    except BaseException:
        _remove(scratch)
        raise


def publish(home: Path, number: int) -> None:
    """Serve a finished generation from now on: one atomic rename of the pointer file."""
    scratch = home / (_POINTER + ".new")
    with scratch.open("w", encoding="ascii") as file:
        file.write(f"{number} {sum_of_text(str(number))}")
        file.flush()
        os.fsync(file.fileno())
    scratch.replace(home / _POINTER)
    _sync(home)


def remove_others(home: Path, keep: Collection[int]) -> None:
    """Delete all generations but some, and unfinished builds. Open files of a reader stay readable."""
    for folder in _folders(home):
        number, _, unfinished = folder.name.partition(".")
        if int(number) not in keep or unfinished:
            _remove(folder)


def remove_unfinished(home: Path, serving: int) -> None:
    """Delete what a killed build has left: its folder, one that was never published, a pointer half written."""
    later = [number for number in _numbers(home) if number > serving]
    remove_others(home, keep=set(_numbers(home)) - set(later))
    (home / f"{_POINTER}.new").unlink(missing_ok=True)


def write_manifest(folder: Path, manifest: Manifest, shared: tuple[Path, Manifest] | None = None) -> None:
    """Write the manifest with the checksums of all files that are in the folder now; the last file of a generation.

    `shared`: the folder and the manifest of a generation that some files are the same as, whose sums are taken over.
    """
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in _PASSED)
    known = {} if shared is None else _known(folder, *shared)
    names = [(path.relative_to(folder).as_posix(), path) for path in paths]
    sums = {name: known.get(name) or sum_of_file(path) for name, path in names}
    text = json.dumps(asdict(replace(manifest, files=sums)))
    (folder / _MANIFEST).write_text(f"{sum_of_text(text)}\n{text}", encoding="utf-8")


def read_manifest(home: Path, number: int) -> Manifest:
    """What a generation was built from. Raises ArchiveError when it is not there, damaged or of another format."""
    path = folder_of(home, number) / _MANIFEST
    try:
        told, _, text = path.read_text(encoding="utf-8").partition("\n")
        if told.startswith("{"):  # before manifests had checksums
            raise ArchiveError(f"{path}: was built by another version of onrecord; run `onrecord reindex`")
        if told != sum_of_text(text):
            raise ArchiveError(f"{path}: the generation is damaged; run `onrecord reindex`")
        data: dict[str, Any] = json.loads(text)
        if data["number"] != number:
            raise ArchiveError(f"{path}: is of another generation; run `onrecord reindex`")
        if data["format"] != FORMAT:
            raise ArchiveError(f"{path}: was built by another version of onrecord; run `onrecord reindex`")
        data["sources"] = tuple(data["sources"])
        return Manifest(**data)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{path}: the generation is damaged ({error}); run `onrecord reindex`") from error


def _known(folder: Path, other: Path, manifest: Manifest) -> dict[str, str]:
    """The checksums of files in a folder that another generation has too."""
    return {name: told for name, told in manifest.files.items() if same_file(folder / name, other / name)}


def check_files(home: Path, manifest: Manifest, checked: Manifest | None = None) -> None:
    """Raise ArchiveError where a file of a generation is not the one that was written.

    `checked`: a generation that this process serves from; what both hold was checked when that was opened.
    """
    folder = folder_of(home, manifest.number)
    known = {} if checked is None else _known(folder, folder_of(home, checked.number), checked)
    for name, told in manifest.files.items():
        try:
            whole = (known.get(name) or sum_of_file(folder / name)) == told
        except OSError as error:
            raise ArchiveError(f"{folder / name}: cannot be read ({error.strerror}); run `onrecord reindex`") from error
        if not whole:
            raise ArchiveError(f"{folder / name}: is damaged; run `onrecord reindex`")


def open_generation(home: Path, number: int, before: Generation | None = None) -> Generation:
    """Open every part of a generation, each file only if it is as it was written. Raises ArchiveError.

    `before`: one that this process serves from; what both hold was checked when that was opened, and where this one is
    only a tail more, its columns are taken over. A pointer that had to be passed over is told in the log.
    """
    if (damage := pointer(home).damage) is not None:
        _log.warning("%s", damage)
    folder = folder_of(home, number)
    manifest = read_manifest(home, number)
    check_files(home, manifest, None if before is None else before.manifest)
    try:
        tail = Tail.read(folder)
        if tail is not None and before is not None and follows(manifest, before.manifest):
            tables = tail.behind(before.tables, before.manifest.last_row)
        else:
            tables = whole_tables(folder)
        people, *lookup = ((folder / name).read_text(encoding="utf-8") for name in (SPEAKERS, *LOOKUP))
        changed = "" if tail is None else tail.speakers
        keys = _keys(np.load(folder / "names.npy", allow_pickle=False).astype(np.int64), changed)
    except (OSError, ValueError, KeyError) as error:
        raise ArchiveError(f"{folder}: the generation is damaged ({error}); run `onrecord reindex`") from error
    return Generation(
        manifest=manifest,
        tables=tables,
        passages=backend_of(manifest.vectors).open(folder, tables),
        words=WordIndex.load(folder / "words", _names(manifest, tables, keys)),
        people=people,
        lookup=(lookup[0], lookup[1]),
        changed=changed,
        **_lookups(tables),
    )


def follows(manifest: Manifest, before: Manifest) -> bool:
    """Whether a generation is the one before and what came and went since, all else being the same."""
    return manifest.before == before.number and manifest.before > 0


def _keys(keys: Int, changed: str) -> Int:
    """`sums.key_of_name` of all speakers: of those that were written whole, and of the new ones behind them."""
    new = sorted((int(number), data["name"]) for number, data in json.loads(changed or "{}").items())
    return np.array([*keys.tolist(), *(key_of_name(name) for number, name in new if number >= len(keys))], np.int64)


def _names(manifest: Manifest, tables: Tables, speakers: Int) -> Names:
    """What the index of words calls everything; `speakers`: `sums.key_of_name` of each."""
    sources = np.array([key_of_name(name) for name in manifest.sources], dtype=np.int64)
    return Names(tables.passage_id if len(tables.passage_id) else None, sources, speakers)


def _lookups(tables: Tables) -> dict[str, Int]:
    count = len(tables.statement_id)
    first_passage = np.full(count, NONE, dtype=np.int64)
    # Pairs stand in order of passage within a statement: written backwards, the first one stays.
    first_passage[tables.pair_statement[::-1]] = tables.pair_passage[::-1]
    pair_rows = np.argsort(tables.pair_passage, kind="stable")
    return {
        "first_passage": first_passage,
        "pair_rows": pair_rows,
        "pair_order": tables.pair_passage[pair_rows],
    }


def now() -> str:
    """The moment as it is written into manifests."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def _sync_tree(folder: Path) -> None:
    for path in folder.rglob("*"):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
