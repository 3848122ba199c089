"""What is wrong in a store: asked of SQLite itself, and of every row whose content can be checked. Reads only."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from index.storage.analyses import as_passage, as_statement
from index.storage.articles import as_article, content_hash
from index.storage.database import BUSY_SECONDS, read_only_address

_MOST = 20  # messages of SQLite that are read


@dataclass(slots=True)
class Rows:
    """Rows that cannot be used as they are."""

    dates: list[int] = field(default_factory=list[int])  # articles with a date that is none
    details: list[int] = field(default_factory=list[int])  # articles whose record of how they were read is damaged
    texts: list[int] = field(default_factory=list[int])  # articles that are not what was stored
    analyses: list[int] = field(default_factory=list[int])  # articles with a passage or statement that is damaged
    vectors: list[tuple[str, bytes]] = field(default_factory=list[tuple[str, bytes]])  # (model, hash)

    def told(self) -> str:
        """All of them in a phrase; empty where there are none."""
        kinds = (
            ("article with a date that is none", self.dates),
            ("article with a damaged record of how it was read", self.details),
            ("article that is not as it was stored", self.texts),
            ("article with a damaged passage or statement", self.analyses),
            ("damaged vector", self.vectors),
        )
        return ", ".join(f"{what}: {len(found)}" for what, found in kinds if found)


@contextlib.contextmanager
def reading(path: Path) -> Generator[sqlite3.Connection]:
    """A connection that changes nothing; raises sqlite3.Error."""
    db = sqlite3.connect(read_only_address(path), uri=True, timeout=BUSY_SECONDS)
    db.row_factory = sqlite3.Row
    try:
        yield db
    finally:
        db.close()


def complaints(path: Path) -> list[str]:
    """What SQLite says of a file: of its pages, its indexes and its references; empty for a whole one."""
    try:
        with reading(path) as db:
            said = [str(row[0]) for row in db.execute(f"PRAGMA integrity_check({_MOST})")]
            loose = db.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
    except sqlite3.Error as error:
        return [str(error)]
    found = [line for line in said if line != "ok"]
    if loose:
        found.append(f"rows that refer to nothing: {len(loose)}, in {', '.join(sorted({row[0] for row in loose}))}")
    return found


def bad_rows(path: Path) -> Rows:
    """Rows that cannot be used. Raises sqlite3.Error for a file that cannot be read to its end."""
    found = Rows()
    with reading(path) as db:
        db.text_factory = _forgiving
        lengths: dict[int, int] = {}
        for row in db.execute("SELECT * FROM articles WHERE current = 1 ORDER BY row"):
            lengths[row["row"]] = len(row["text"])
            _look_at_article(row, found)
        damaged = {
            row["article_row"]
            for table, read in (("passages", as_passage), ("statements", as_statement))
            for row in _misread(db, table, read, lengths)
        }
        found.analyses = sorted(damaged)
        for row in db.execute("SELECT model, hash, vector FROM vectors"):
            if not _is_vector(row["vector"]):
                found.vectors.append((row["model"], row["hash"]))
    return found


def _forgiving(raw: bytes) -> str:
    """A text as far as it is one; its article's checksum tells that it is not whole."""
    return raw.decode("utf-8", "surrogateescape")


def _look_at_article(row: sqlite3.Row, found: Rows) -> None:
    try:
        article = as_article(row)
    except (ValueError, TypeError):
        values = {key: row[key] for key in row.keys()}  # noqa: SIM118 - a Row iterates over its values
        try:
            as_article({**values, "date": None, "modified": None})  # type: ignore[arg-type]
            found.dates.append(row["row"])
        except (ValueError, TypeError):
            found.details.append(row["row"])
        return
    try:
        same = content_hash(article) == row["content_hash"]
    except UnicodeEncodeError:
        same = False
    if not same:
        found.texts.append(row["row"])


def _misread(db: sqlite3.Connection, table: str, read: object, lengths: dict[int, int]) -> Iterator[sqlite3.Row]:
    for row in db.execute(f"SELECT * FROM {table} WHERE retired_in IS NULL"):  # noqa: S608 - a name of our own
        if row["article_row"] not in lengths:
            continue
        try:
            whole = 0 <= row["start"] < row["end"] <= lengths[row["article_row"]]
            if whole and callable(read):
                read(row)
        except (ValueError, TypeError, json.JSONDecodeError):
            whole = False
        if not whole:
            yield row


def _is_vector(blob: object) -> bool:
    """Whether it is a vector of unit length."""
    if not isinstance(blob, bytes) or not blob or len(blob) % 4:
        return False
    vector = np.frombuffer(blob, dtype=np.float32)
    with np.errstate(all="ignore"):
        return bool(np.isfinite(vector).all()) and abs(float(vector @ vector) - 1) < 0.01


def origins_of(path: Path, rows: Sequence[int]) -> list[tuple[str, str | None]]:
    """(id, file) of some revisions of articles. Raises sqlite3.Error."""
    with reading(path) as db:
        db.text_factory = _forgiving
        found = [db.execute("SELECT id, origin FROM articles WHERE row = ?", (row,)).fetchone() for row in rows]
    return [(one["id"], one["origin"]) for one in found if one is not None]


def mend_rows(path: Path, found: Rows) -> None:
    """Take out what cannot be used; it is derived again, or its file must be read again. Raises sqlite3.Error.

    An article that is not as it was stored is no longer in the archive; a date that is none is no date.
    """
    db = sqlite3.connect(path)
    try:
        db.execute("PRAGMA foreign_keys=ON")
        rows = [(row,) for row in found.dates]
        db.executemany("UPDATE articles SET date = NULL, modified = NULL WHERE row = ?", rows)
        db.executemany(
            "UPDATE articles SET removed = NULL, anchors = NULL, evidence = NULL, modified = NULL WHERE row = ?",
            [(row,) for row in found.details],
        )
        db.executemany("DELETE FROM articles WHERE row = ?", [(row,) for row in found.texts])
        for table in ("analyses", "passages", "statements"):
            db.executemany(
                f"DELETE FROM {table} WHERE article_row = ?",  # noqa: S608 - names of our own
                [(row,) for row in found.analyses],
            )
        db.executemany("DELETE FROM vectors WHERE model = ? AND hash = ?", found.vectors)
        db.commit()
        db.row_factory = sqlite3.Row
        for row in [*found.dates, *found.details]:
            _hash_again(db, row)
        db.commit()
    finally:
        db.close()


def _hash_again(db: sqlite3.Connection, number: int) -> None:
    row = db.execute("SELECT * FROM articles WHERE row = ?", (number,)).fetchone()
    if row is not None:
        with contextlib.suppress(ValueError, TypeError):
            db.execute("UPDATE articles SET content_hash = ? WHERE row = ?", (content_hash(as_article(row)), number))
