"""Generations: complete, immutable builds beside each other, and one pointer file that says which one serves."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import shutil
from collections.abc import Generator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import ArchiveError
from index.storage.faiss import FaissIndex
from index.storage.lexical import WordIndex
from index.storage.tables import NONE, Int, Tables

FORMAT = 4  # of the files of a generation; another number is rebuilt, never misread
_POINTER, _FOLDER = "CURRENT", "generations"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One build, opened for reading."""

    manifest: Manifest
    tables: Tables
    passages: FaissIndex
    statements: FaissIndex
    words: WordIndex
    people: str  # the speaker book as JSON
    statement_rows: Int  # row of the statement index -> statement in the tables
    vector_row: Int  # statement in the tables -> row of the statement index, or NONE
    first_passage: Int  # statement in the tables -> the first passage that holds some of it, or NONE
    pair_rows: Int  # the tables' pairs in order of passage
    pair_order: Int  # their passages, sorted: for binary search


def current_number(home: Path) -> int:
    """The generation that serves; 0: none yet."""
    try:
        return int((home / _POINTER).read_text(encoding="ascii"))
    except FileNotFoundError:
        return 0
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{home / _POINTER}: cannot be read; run `onrecord reindex`") from error


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
        shutil.rmtree(leftover, ignore_errors=True)
    scratch.mkdir(parents=True)
    try:
        yield scratch
        _sync_tree(scratch)
        scratch.rename(final)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise


def publish(home: Path, number: int) -> None:
    """Serve a finished generation from now on: one atomic rename of the pointer file."""
    scratch = home / (_POINTER + ".new")
    with scratch.open("w", encoding="ascii") as file:
        file.write(str(number))
        file.flush()
        os.fsync(file.fileno())
    scratch.replace(home / _POINTER)
    _sync(home)


def remove_older(home: Path, keep: int) -> None:
    """Delete generations older than `keep` and unfinished builds. Open files of a reader stay readable."""
    for folder in (home / _FOLDER).iterdir():
        number = folder.name.partition(".")[0]
        if number.isdigit() and int(number) < keep:
            shutil.rmtree(folder, ignore_errors=True)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest; last of a generation's files."""
    (folder / "manifest.json").write_text(json.dumps(asdict(manifest)), encoding="utf-8")


def read_manifest(home: Path, number: int) -> Manifest:
    """What a generation was built from. Raises ArchiveError when it is not there, damaged or of another format."""
    path = folder_of(home, number) / "manifest.json"
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise ArchiveError(f"{path}: was built by another version of onrecord; run `onrecord reindex`")
        data["sources"] = tuple(data["sources"])
        return Manifest(**data)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{path}: the generation is damaged ({error}); run `onrecord reindex`") from error


def open_generation(home: Path, number: int) -> Generation:
    """Open every part of a generation. Raises ArchiveError."""
    folder = folder_of(home, number)
    manifest = read_manifest(home, number)
    try:
        tables = Tables.load(folder / "tables.npz")
        people = (folder / "speakers.json").read_text(encoding="utf-8")
    except (OSError, ValueError, KeyError) as error:
        raise ArchiveError(f"{folder}: the generation is damaged ({error}); run `onrecord reindex`") from error
    return Generation(
        manifest=manifest,
        tables=tables,
        passages=FaissIndex.load(folder / "passages.faiss"),
        statements=FaissIndex.load(folder / "statements.faiss"),
        words=WordIndex.load(folder / "words"),
        people=people,
        **_lookups(tables),
    )


def _lookups(tables: Tables) -> dict[str, Int]:
    count = len(tables.statement_id)
    statement_rows = (tables.statement_turn == 0).nonzero()[0]
    vector_row = np.full(count, NONE, dtype=np.int64)
    vector_row[statement_rows] = np.arange(len(statement_rows))
    first_passage = np.full(count, NONE, dtype=np.int64)
    # Pairs stand in order of passage within a statement: written backwards, the first one stays.
    first_passage[tables.pair_statement[::-1]] = tables.pair_passage[::-1]
    pair_rows = np.argsort(tables.pair_passage, kind="stable")
    return {
        "statement_rows": statement_rows,
        "vector_row": vector_row,
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
