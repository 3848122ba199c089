"""Opening a SQLite file, the archive's or the bot's: WAL, foreign keys, numbered migrations."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import aiosqlite

from index.errors import ArchiveError

BUSY_SECONDS = 30.0


async def open_database(path: Path, migrations: Sequence[str], *, autocommit: bool = False) -> aiosqlite.Connection:
    """Open (or make) a database and bring it to the newest schema.

    `migrations[i]` is the SQL that leads from version i to i + 1; the version stands in `PRAGMA user_version`
    and moves in the same transaction as the step. Any number of processes may open a new file at once.
    `autocommit`: each statement is a transaction of its own outside of `BEGIN` … `COMMIT`; else writing begins one.
    Raises ArchiveError for a file that is no database, that is newer than this program, or that cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if autocommit:
            db = await aiosqlite.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        else:
            db = await aiosqlite.connect(path, timeout=BUSY_SECONDS)
    except (OSError, sqlite3.Error) as error:
        raise ArchiveError(f"{path}: cannot be opened ({error}); check the folder and its permissions") from error
    try:
        db.row_factory = sqlite3.Row
        await db.execute("PRAGMA journal_mode=WAL")
        await db.execute("PRAGMA foreign_keys=ON")
        await db.execute("PRAGMA synchronous=NORMAL")
        await _migrate(db, path, migrations)
    except sqlite3.Error as error:
        await db.close()
        raise ArchiveError(f"{path}: is damaged or not of this program ({error}); restore it from a backup") from error
    except BaseException:
        await db.close()
        raise
    return db


async def _migrate(db: aiosqlite.Connection, path: Path, migrations: Sequence[str]) -> None:
    version = await _version(db)
    if version > len(migrations):
        raise ArchiveError(f"{path}: was written by a newer onrecord (schema {version}); upgrade the program")
    for number, step in enumerate(migrations[version:], start=version + 1):
        # Another process may have taken the step since: looked at again under the lock.
        await db.execute("BEGIN IMMEDIATE")
        if await _version(db) < number:
            for statement in filter(str.strip, step.split(";")):
                await db.execute(statement)
            await db.execute(f"PRAGMA user_version={number}")
        await db.commit()


async def _version(db: aiosqlite.Connection) -> int:
    async with db.execute("PRAGMA user_version") as cursor:
        row = await cursor.fetchone()
    return int(row[0]) if row else 0
