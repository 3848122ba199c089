"""Opening a SQLite file, the archive's or the bot's: WAL, foreign keys, numbered migrations."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

import aiosqlite

from index.errors import ArchiveError, Busy, OnRecordError

BUSY_SECONDS = 30.0
DATABASE = "archive.sqlite3"


@contextlib.contextmanager
def store_told() -> Generator[None]:
    """What SQLite raises becomes one sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise store_error(error) from error


@contextlib.contextmanager
def read_whole() -> Generator[None]:
    """What SQLite or a damaged row raises becomes one sentence: nothing is answered from what cannot be read whole."""
    try:
        with store_told():
            yield
    except (ValueError, TypeError, KeyError) as error:
        raise ArchiveError(f"the store is damaged ({error}); run `onrecord doctor --repair`") from error


def store_error(error: sqlite3.Error) -> OnRecordError:
    """A failure of SQLite as one sentence that says what to do."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return Busy("another program holds the archive's store; wait until it has ended, and try again")
    if "full" in text:
        return ArchiveError("the disk is full; make room and run the command again: nothing that was stored is lost")
    if "readonly" in text or "read-only" in text:
        return ArchiveError("the archive cannot be written; change its owner, or make it writable")
    return ArchiveError(f"the store cannot be read ({text}); run `onrecord doctor --repair`")


def check_home(home: Path, name: str, *, create: bool) -> None:
    """Raise ArchiveError where a folder is no archive and may not become one: only `ingest` makes an archive.

    An index without its store is never taken for a new archive.
    """
    if home.exists() and not home.is_dir():
        raise ArchiveError(f"{home}: is a file; name a folder with --home")
    try:
        there = (home / name).exists()
        rest = (home / "generations").is_dir() and any((home / "generations").iterdir())
    except OSError as error:
        raise ArchiveError(
            f"{home}: cannot be read ({error.strerror}); check the folder and its permissions"
        ) from error
    if there:
        return
    if rest:
        raise ArchiveError(f"{home / name}: is gone, though its index is there; restore it from a backup")
    if not create:
        raise ArchiveError(f"{home}: there is no archive; load articles with `onrecord ingest PATH`, or mend --home")


def read_only_address(path: Path) -> str:
    """The address under which SQLite opens a file that must not or cannot be written."""
    wal = path.with_name(path.name + "-wal")
    # Where nothing can be written nobody writes, and no file can be made for locks. A log that is there still counts.
    alone = not can_write(path) and not (wal.exists() and wal.stat().st_size)
    return f"{path.resolve().as_uri()}?{'mode=ro&immutable=1' if alone else 'mode=ro'}"


def can_write(path: Path) -> bool:
    """Whether a file can be written by this process; one that is not there yet: it is tried."""
    effective = os.access in os.supports_effective_ids
    return not path.exists() or all(os.access(place, os.W_OK, effective_ids=effective) for place in (path.parent, path))


def copy_store(path: Path, target: Path) -> Path:
    """Copy a store as it is at one moment, while others may write to it; the copy's path. Raises ArchiveError."""
    with store_told():
        source = sqlite3.connect(read_only_address(path), uri=True, timeout=BUSY_SECONDS)
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
        finally:
            source.close()
            copy.close()
    return target


async def open_database(path: Path, migrations: Sequence[str], *, autocommit: bool = False) -> aiosqlite.Connection:
    """Open (or make) a database and bring it to the newest schema.

    `migrations[i]` is the SQL that leads from version i to i + 1; the version stands in `PRAGMA user_version`
    and moves in the same transaction as the step. Any number of processes may open a new file at once.
    `autocommit`: each statement is a transaction of its own outside of `BEGIN` … `COMMIT`; else writing begins one.
    Raises ArchiveError for a file that is no database, that is newer than this program, or that cannot be written;
    Busy for one that another program holds too long.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not can_write(path):
            return await _open_read_only(path, migrations)
        if autocommit:
            db = await _Shared(lambda: sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None), 64)
        else:
            db = await aiosqlite.connect(path, timeout=BUSY_SECONDS)
    except (OSError, sqlite3.Error) as error:
        raise ArchiveError(f"{path}: cannot be opened ({error}); check the folder and its permissions") from error
    try:
        db.row_factory = sqlite3.Row
        await _prepare(db, path, migrations)
    except sqlite3.Error as error:
        await db.close()
        if _is_busy(error):
            raise Busy(f"{path}: another program holds it; wait for it and try again") from error
        raise ArchiveError(
            f"{path}: is damaged or not of this program ({error}); run `onrecord doctor --repair`"
        ) from error
    except BaseException:
        await db.close()
        raise
    return db


class _Shared(aiosqlite.Connection):
    """A connection whose statements come from several tasks, with a transaction of each.

    While one of them reads, what another connection has written meanwhile keeps the next one from writing, and SQLite
    says so at once, whatever its timeout: the reading must end first. It soon does, and the statement is tried again.
    """

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        until = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                return await super()._execute(fn, *args, **kwargs)
            except sqlite3.OperationalError as error:
                stale = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY_SNAPSHOT
                if not stale or self.in_transaction or time.monotonic() > until:
                    raise
            await asyncio.sleep(0.005)


async def _prepare(db: aiosqlite.Connection, path: Path, migrations: Sequence[str]) -> None:
    """Settings and schema. The change to WAL and what follows a crash take locks that SQLite does not wait for."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            await db.execute("PRAGMA journal_mode=WAL")
            await db.execute("PRAGMA foreign_keys=ON")
            await db.execute("PRAGMA synchronous=NORMAL")
            await _migrate(db, path, migrations)
            return
        except sqlite3.Error as error:
            if not _is_busy(error) or time.monotonic() > until:
                raise
            await db.rollback()
            await asyncio.sleep(0.05)


def _is_busy(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


async def is_read_only(db: aiosqlite.Connection) -> bool:
    """Whether a store was opened for reading alone."""
    async with db.execute("PRAGMA query_only") as cursor:
        row = await cursor.fetchone()
    return bool(row and row[0])


async def _open_read_only(path: Path, migrations: Sequence[str]) -> aiosqlite.Connection:
    """A store on a medium or of a user that does not let it be written: it is read as it is."""
    db = await aiosqlite.connect(read_only_address(path), uri=True, timeout=BUSY_SECONDS)
    try:
        db.row_factory = sqlite3.Row
        await db.execute("PRAGMA query_only=ON")
        version = await _version(db)
    except sqlite3.Error as error:
        await db.close()
        raise ArchiveError(f"{path}: is damaged or not of this program ({error}); run `onrecord doctor`") from error
    if version != len(migrations):
        await db.close()
        raise ArchiveError(
            f"{path}: has another schema ({version}) and cannot be written; open it once where it can be"
        )
    return db


async def _migrate(db: aiosqlite.Connection, path: Path, migrations: Sequence[str]) -> None:
    version = await _version(db)
    if version > len(migrations):
        raise ArchiveError(f"{path}: was written by a newer onrecord (schema {version}); upgrade the program")
    for number, step in enumerate(migrations[version:], start=version + 1):
        # Another process may have taken the step since: looked at again under the lock.
        await db.execute("BEGIN IMMEDIATE")
        if await _version(db) < number:
            for statement in statements_of_step(step):
                await db.execute(statement)
            await db.execute(f"PRAGMA user_version={number}")
        await db.commit()


def statements_of_step(step: str) -> Iterator[str]:
    """The statements of a step, one at a time; a trigger holds semicolons of its own."""
    begun = ""
    for part in step.split(";"):
        begun += part + ";"
        if sqlite3.complete_statement(begun):
            if begun.strip(" \n;"):
                yield begun
            begun = ""


async def _version(db: aiosqlite.Connection) -> int:
    async with db.execute("PRAGMA user_version") as cursor:
        row = await cursor.fetchone()
    return int(row[0]) if row else 0
