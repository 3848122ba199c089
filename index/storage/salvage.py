"""What can still be read of a damaged SQLite file, written into a new one of the same schema.

Tables are read by ranges of their row numbers; a range that cannot be read is halved until what is lost is single rows.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from index.storage.database import statements_of_step

_AT_ONCE = 500  # rows
_PATIENCE = 5000  # ranges that fail before the rest of a table is given up
_RANGE = 1 << 40  # row numbers that are tried where a table does not tell its last one
# The first bytes of a file that SQLite in WAL mode wrote with pages of 4096 bytes.
_HEAD = b"SQLite format 3\x00" + (4096).to_bytes(2, "big") + b"\x02\x02\x00\x40\x20\x20"
_PAGES = 28  # where the head tells how many pages there are


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many rows of each table were read, and in how many places something could not be."""

    rows: dict[str, int]
    gaps: int


@dataclass(frozen=True, slots=True)
class Schema:
    """What makes the tables of a store, and the version that they have."""

    statements: tuple[str, ...]
    version: int


def schema_of_steps(steps: Sequence[str]) -> Schema:
    """The schema that numbered steps lead to."""
    return Schema(tuple(one for step in steps for one in statements_of_step(step)), len(steps))


def schema_of(path: Path) -> Schema:
    """The schema that a file itself has; empty where it cannot be read."""
    with contextlib.suppress(sqlite3.Error):
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            rows = db.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
            return Schema(tuple(row[0] for row in rows), int(db.execute("PRAGMA user_version").fetchone()[0]))
        finally:
            db.close()
    return Schema((), 0)


def salvage(damaged: Path, target: Path, schema: Schema) -> Salvaged:
    """Write what can be read of `damaged` (left as it is) into `target`, which must not be there.

    Raises sqlite3.Error where `target` cannot be written.
    """
    work = target.with_suffix(".salvage")
    shutil.copyfile(damaged, work)
    for suffix in ("-wal",):
        beside = damaged.with_name(damaged.name + suffix)
        if beside.exists():
            shutil.copyfile(beside, work.with_name(work.name + suffix))
    new = sqlite3.connect(target)
    try:
        for statement in schema.statements:
            new.execute(statement)
        new.execute(f"PRAGMA user_version={schema.version}")
        found = _copy(work, new)
        _without_orphans(new, whole=not found.gaps)
        new.commit()
        new.execute("PRAGMA journal_mode=WAL")
    finally:
        new.close()
        for suffix in ("", "-wal", "-shm"):
            work.with_name(work.name + suffix).unlink(missing_ok=True)
    return found


def _copy(work: Path, new: sqlite3.Connection) -> Salvaged:
    tables = [row[0] for row in new.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    triggers = new.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        new.execute(f"DROP TRIGGER {name}")
    old = _opened(work)
    rows: dict[str, int] = {}
    gaps = 0
    if old is None:
        gaps = 1
    else:
        for table in tables:
            rows[table], missed = _copy_table(old, new, table)
            gaps += missed
        old.close()
    for _, sql in triggers:
        new.execute(sql)
    new.commit()
    return Salvaged({table: count for table, count in rows.items() if not table.startswith("sqlite_")}, gaps)


def _opened(work: Path) -> sqlite3.Connection | None:
    """The damaged file, its head put right where that was the damage; None: its schema cannot be read."""
    for mended in (False, True):
        with work.open("r+b") as file:
            if mended:
                file.write(_HEAD)
            file.seek(_PAGES)
            file.write(bytes(4))  # SQLite then takes the size that the file has
        db = sqlite3.connect(work)
        db.text_factory = _forgiving
        with contextlib.suppress(sqlite3.Error):
            db.execute("PRAGMA writable_schema=ON")  # what cannot be understood of the schema is passed over
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            return db
        db.close()
    return None


def _forgiving(raw: bytes) -> str:
    """A text as far as it is one; what is not is replaced, and its article's checksum tells."""
    return raw.decode("utf-8", "replace")


def _copy_table(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> tuple[int, int]:
    """(rows copied, places that could not be read)."""
    wanted = [row[1] for row in new.execute(f"PRAGMA table_info({table})")]
    try:
        there = {row[1] for row in old.execute(f"PRAGMA table_info({table})")}
    except sqlite3.Error:
        return 0, 1
    columns = [name for name in wanted if name in there]
    if not columns:
        return 0, 1
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    count, gaps = 0, 0
    if table in ("changes", "sqlite_sequence"):
        new.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of our own schema
    for row in _rows(old, table, names):
        if row is None:
            gaps += 1
            continue
        with contextlib.suppress(sqlite3.Error):
            sql = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names of our own schema
            count += new.execute(sql, row).rowcount
    return count, gaps


def _rows(old: sqlite3.Connection, table: str, names: str) -> Iterator[tuple[object, ...] | None]:
    """All rows that can be read; None for each place where some cannot."""
    try:
        last = old.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0  # noqa: S608
    except sqlite3.Error as error:
        if "no such column" in str(error):  # WITHOUT ROWID: from both ends, as far as it goes
            yield from _from_both_ends(old, table, names)
            return
        last = _RANGE
    ends = (0, last + 1) if last == _RANGE else (*range(0, last + 1, _AT_ONCE), last + 1)
    todo = list(pairwise(ends))[::-1]
    failures = 0
    while todo and failures < _PATIENCE:
        low, high = todo.pop()
        sql = f"SELECT {names} FROM {table} WHERE rowid >= ? AND rowid < ? ORDER BY rowid"  # noqa: S608
        try:
            found = old.execute(sql, (low, high)).fetchall()
        except sqlite3.Error:
            failures += 1
            if high - low <= 1:
                yield None
            else:
                middle = (low + high) // 2
                todo += [(middle, high), (low, middle)]
            continue
        yield from found


def _from_both_ends(old: sqlite3.Connection, table: str, names: str) -> Iterator[tuple[object, ...] | None]:
    for order in ("ASC", "DESC"):
        try:
            cursor = old.execute(f"SELECT {names} FROM {table} ORDER BY 1 {order}")  # noqa: S608
            while (row := cursor.fetchone()) is not None:
                yield row
        except sqlite3.Error:
            yield None
            continue
        return


def _links(new: sqlite3.Connection, table: str) -> list[tuple[int, int, str, str, str | None]]:
    """(id, place, parent, column, parent's key, …) of a table's references; names are those of a schema of ours."""
    return new.execute(f"PRAGMA foreign_key_list({table})").fetchall()


def _without_orphans(new: sqlite3.Connection, *, whole: bool) -> None:
    """Take out what refers to rows that are gone. Where not `whole`, every article is analysed again: its passages or
    statements may be among what was lost."""
    tables = [row[0] for row in new.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    links = [(table, link[3], link[2], link[4]) for table in tables for link in _links(new, table)]
    gone = True
    while gone:  # what refers to an orphan is one too
        gone = False
        for table, column, parent, key in links:
            to = key or "rowid"
            gone |= new.execute(
                f"DELETE FROM {table} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT {to} FROM {parent})"  # noqa: S608
            ).rowcount > 0  # fmt: skip
    with contextlib.suppress(sqlite3.OperationalError):
        new.execute("INSERT INTO changes SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM changes)")
        if not whole:
            new.execute("DELETE FROM analyses")
