"""Passages, statements and vectors in SQLite: what was derived from each article, and by which version."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

import aiosqlite
import numpy as np
from numpy.typing import NDArray

from index.model import Passage, Span, Statement
from index.when import SaidOn


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one article gave, each passage with the hash of the text that is embedded for it."""

    passages: tuple[tuple[Passage, bytes], ...]
    statements: tuple[Statement, ...]


_TOUCHED = " AND articles.row IN (SELECT article_row FROM touched WHERE at > ?)"


async def unanalysed(db: aiosqlite.Connection, version: str, seen: int | None = None) -> list[int]:
    """Rows of the current articles that lack an analysis of this version; `seen`: of what was touched after that."""
    sql = (
        "SELECT row FROM articles LEFT JOIN analyses ON article_row = row AND version = ?"  # noqa: S608 - text of our own
        f" WHERE current = 1 AND article_row IS NULL{'' if seen is None else _TOUCHED} ORDER BY row"
    )
    async with db.execute(sql, (version,) if seen is None else (version, seen)) as cursor:
        return [row[0] async for row in cursor]


async def forget_analyses(db: aiosqlite.Connection) -> None:
    """Let every current article be analysed again; what was found before stays until then. The caller commits."""
    await db.execute("DELETE FROM analyses WHERE article_row IN (SELECT row FROM articles WHERE current = 1)")
    await db.execute("DELETE FROM left_out")
    await db.execute("UPDATE changes SET count = count + 1")
    await db.execute("INSERT OR REPLACE INTO touched SELECT row, count FROM articles, changes WHERE current = 1")


async def put_analysis(
    db: aiosqlite.Connection, article_row: int, version: str, analysis: Analysis, *, generation: int
) -> None:
    """Replace an article's passages and statements by what was found now; the caller commits.

    Those before stay in the store while `generation`, the one that serves, may show them. What is the same as before
    stays in its place.
    """
    passages = [(p.start, p.end, p.speaker, *(p.context or (None, None)), digest) for p, digest in analysis.passages]
    await _replace(db, "passages", _PASSAGE, article_row, passages, generation)
    statements = [_statement_values(statement) for statement in analysis.statements]
    await _replace(db, "statements", _STATEMENT, article_row, statements, generation)
    await db.execute("INSERT OR REPLACE INTO analyses (article_row, version) VALUES (?, ?)", (article_row, version))
    await db.execute("DELETE FROM left_out WHERE article_row = ?", (article_row,))


async def _replace(
    db: aiosqlite.Connection,
    table: str,
    columns: str,
    article_row: int,
    values: Sequence[tuple[object, ...]],
    generation: int,
) -> None:
    sql = f"SELECT {columns} FROM {table} WHERE article_row = ? AND retired_in IS NULL ORDER BY id"  # noqa: S608
    if [tuple(row) for row in await db.execute_fetchall(sql, (article_row,))] == list(values):
        return
    await db.execute(
        f"UPDATE {table} SET retired_in = ? WHERE article_row = ? AND retired_in IS NULL",  # noqa: S608
        (generation, article_row),
    )
    marks = ", ".join("?" * (columns.count(",") + 2))
    await db.executemany(
        f"INSERT INTO {table} (article_row, {columns}) VALUES ({marks})",  # noqa: S608
        [(article_row, *row) for row in values],
    )


async def leave_out(
    db: aiosqlite.Connection, article_row: int, version: str, reason: str, *, generation: int, now: dt.datetime
) -> None:
    """Mark an article that cannot be analysed: it is stored, and in no index. The caller commits."""
    await put_analysis(db, article_row, version, Analysis((), ()), generation=generation)
    await db.execute(
        "INSERT OR REPLACE INTO left_out (article_row, version, reason, at) VALUES (?, ?, ?, ?)",
        (article_row, version, reason, now.isoformat(timespec="seconds")),
    )


async def left_out(db: aiosqlite.Connection) -> list[tuple[str, str]]:
    """(id, reason) of the current articles that could not be analysed, in the order in which they came."""
    sql = "SELECT id, reason FROM left_out JOIN articles ON article_row = row WHERE current = 1 ORDER BY row"
    return [(row["id"], row["reason"]) for row in await db.execute_fetchall(sql)]


async def drop_replaced(db: aiosqlite.Connection, *, before: int) -> int:
    """Delete passages and statements that were replaced while a generation older than `before` served; how many. The
    caller commits."""
    dropped = 0
    for table in ("passages", "statements"):
        cursor = await db.execute(f"DELETE FROM {table} WHERE retired_in < ?", (before,))  # noqa: S608 - of our own
        dropped += cursor.rowcount
    return dropped


async def count_changes(db: aiosqlite.Connection) -> int:
    """How often what a generation is built of has changed, ever."""
    async with db.execute("SELECT count FROM changes") as cursor:
        row = await cursor.fetchone()
    return int(row[0]) if row is not None else 0


_PASSAGE = "start, end, speaker, context_start, context_end, hash"
_STATEMENT = (
    "start, end, spans, kind, confidence, cue, cue_spans, mention, mention_spans, speaker, role, resolved, teller,"
    " stance, said_since, said_until, said_basis, said_words, said_span, joined_by, hash"
)


def _statement_values(s: Statement) -> tuple[object, ...]:
    return (
        s.start,
        s.end,
        json.dumps(s.spans),
        s.kind,
        s.confidence,
        s.cue,
        json.dumps(s.cue_spans),
        s.mention,
        json.dumps(s.mention_spans),
        s.speaker,
        s.role,
        int(s.resolved),
        s.teller,
        s.stance,
        *_said_values(s.said_on),
        json.dumps(s.joined_by, ensure_ascii=False),
        b"",  # the column is of when statements had vectors
    )


def _said_values(said: SaidOn | None) -> tuple[str | None, ...]:
    if said is None:
        return (None,) * 5
    span = None if said.span is None else json.dumps(said.span)
    return said.since.isoformat(), said.until.isoformat(), said.basis, said.words, span


async def statements_of(db: aiosqlite.Connection, article_row: int) -> tuple[Statement, ...]:
    """An article's statements in the order of the text."""
    sql = "SELECT * FROM statements WHERE article_row = ? AND retired_in IS NULL ORDER BY start, end"
    async with db.execute(sql, (article_row,)) as cursor:
        return tuple([as_statement(row) async for row in cursor])


async def statements_by_id(db: aiosqlite.Connection, ids: Sequence[int]) -> dict[int, Statement]:
    """Statements by their ids; what is not there is left out."""
    marks = ",".join("?" * len(ids))
    found = await db.execute_fetchall(f"SELECT * FROM statements WHERE id IN ({marks})", list(ids))  # noqa: S608
    return {row["id"]: as_statement(row) for row in found}


async def passages_of(db: aiosqlite.Connection, article_row: int) -> tuple[Passage, ...]:
    """An article's passages in the order of the text."""
    sql = "SELECT * FROM passages WHERE article_row = ? AND retired_in IS NULL ORDER BY start, end"
    async with db.execute(sql, (article_row,)) as cursor:
        return tuple([as_passage(row) async for row in cursor])


def every_passage(db: aiosqlite.Connection, some: Sequence[int] | None = None) -> AsyncIterator[sqlite3.Row]:
    """Passages of the current articles, all or of some rows: all columns of `passages`, by article and place."""
    return _every(db, "passages", some)


def every_statement(db: aiosqlite.Connection, some: Sequence[int] | None = None) -> AsyncIterator[sqlite3.Row]:
    """Statements of the current articles, all or of some rows: all columns of `statements`, by article and place."""
    return _every(db, "statements", some)


async def _every(db: aiosqlite.Connection, table: str, some: Sequence[int] | None) -> AsyncIterator[sqlite3.Row]:
    among = "" if some is None else " AND own.article_row IN (SELECT value FROM json_each(?))"
    sql = (
        f"SELECT own.* FROM {table} AS own JOIN articles ON article_row = row"  # noqa: S608 - names of our own
        f" WHERE current = 1 AND own.retired_in IS NULL{among} ORDER BY article_row, own.start, own.end"
    )
    async with db.execute(sql, () if some is None else (json.dumps(list(some)),)) as cursor:
        async for row in cursor:
            yield row


async def every_name(db: aiosqlite.Connection) -> AsyncIterator[sqlite3.Row]:
    """Of every statement of the current articles who says it: row, id and date of the article, and the columns of the
    names, by article and place."""
    sql = (
        "SELECT articles.row, articles.id, articles.date, speaker, role, mention, resolved, joined_by FROM statements"
        " JOIN articles ON article_row = row WHERE current = 1 AND statements.retired_in IS NULL"
        " ORDER BY article_row, start, end"
    )
    async with db.execute(sql) as cursor:
        async for row in cursor:
            yield row


async def missing_vectors(db: aiosqlite.Connection, model: str, seen: int | None = None) -> dict[int, set[bytes]]:
    """Hashes of current passages that this model has not embedded yet, by article row; `seen`: as for `unanalysed`."""
    sql = (
        "SELECT article_row, hash FROM passages AS wanted JOIN articles ON article_row = row AND current = 1"
        " WHERE wanted.retired_in IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM vectors WHERE model = ? AND vectors.hash = wanted.hash)"
    )
    sql += ("" if seen is None else _TOUCHED) + " ORDER BY article_row"
    missing: dict[int, set[bytes]] = {}
    async with db.execute(sql, (model,) if seen is None else (model, seen)) as cursor:
        async for row in cursor:
            missing.setdefault(row[0], set()).add(row[1])
    return missing


async def put_vectors(
    db: aiosqlite.Connection, model: str, hashes: Sequence[bytes], vectors: NDArray[np.float32]
) -> None:
    """Keep vectors (len(hashes), d) by content hash and model; the caller commits."""
    rows = [(model, digest, vector.tobytes()) for digest, vector in zip(hashes, vectors, strict=True)]
    await db.executemany("INSERT OR REPLACE INTO vectors (model, hash, vector) VALUES (?, ?, ?)", rows)


async def vectors_of(
    db: aiosqlite.Connection, model: str, hashes: Sequence[bytes], dimension: int
) -> NDArray[np.float32]:
    """Vectors in the order of `hashes`, shape (len(hashes), dimension); all must be there."""
    out = np.zeros((len(hashes), dimension), dtype=np.float32)
    places: dict[bytes, list[int]] = {}
    for i, digest in enumerate(hashes):
        places.setdefault(digest, []).append(i)
    keys = list(places)
    for at in range(0, len(keys), 500):
        part = keys[at : at + 500]
        marks = ",".join("?" * len(part))
        sql = f"SELECT hash, vector FROM vectors WHERE model = ? AND hash IN ({marks})"  # noqa: S608
        async with db.execute(sql, (model, *part)) as cursor:
            async for row in cursor:
                out[places.pop(row[0])] = np.frombuffer(row[1], dtype=np.float32)
    if places:
        raise LookupError(f"{len(places)} texts have no vector of {model}")
    return out


async def drop_unused_vectors(db: aiosqlite.Connection, model: str) -> None:
    """Delete this model's vectors that no passage refers to; the caller commits."""
    await db.execute("DELETE FROM vectors WHERE model = ? AND hash NOT IN (SELECT hash FROM passages)", (model,))


def as_passage(row: sqlite3.Row) -> Passage:
    """A row of `passages` as the model's type."""
    context = None if row["context_start"] is None else (row["context_start"], row["context_end"])
    return Passage(start=row["start"], end=row["end"], speaker=row["speaker"], context=context)


def as_statement(row: sqlite3.Row) -> Statement:
    """A row of `statements` as the model's type."""
    return Statement(
        start=row["start"],
        end=row["end"],
        spans=_spans(row["spans"]),
        kind=row["kind"],
        confidence=row["confidence"],
        cue=row["cue"],
        cue_spans=_spans(row["cue_spans"]),
        mention=row["mention"],
        mention_spans=_spans(row["mention_spans"]),
        speaker=row["speaker"],
        role=row["role"],
        resolved=bool(row["resolved"]),
        teller=row["teller"],
        stance=row["stance"],
        said_on=_as_said(row),
        joined_by=tuple(json.loads(row["joined_by"])),
    )


def _as_said(row: sqlite3.Row) -> SaidOn | None:
    if row["said_basis"] is None:
        return None
    span = None if row["said_span"] is None else json.loads(row["said_span"])
    return SaidOn(
        since=dt.date.fromisoformat(row["said_since"]),
        until=dt.date.fromisoformat(row["said_until"]),
        basis=row["said_basis"],
        words=row["said_words"],
        span=None if span is None else (int(span[0]), int(span[1])),
    )


def _spans(text: str) -> tuple[Span, ...]:
    return tuple((int(a), int(b)) for a, b in json.loads(text))


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of the current articles the store holds."""

    articles: int
    passages: int
    statements: int
    last_row: int  # newest revision


async def count_rows(db: aiosqlite.Connection) -> Counts:
    """Count the current articles and what was derived from them."""
    sql = (
        "SELECT (SELECT count(*) FROM articles WHERE current = 1),"
        " (SELECT count(*) FROM passages JOIN articles ON article_row = row"
        " WHERE current = 1 AND passages.retired_in IS NULL),"
        " (SELECT count(*) FROM statements JOIN articles ON article_row = row"
        " WHERE current = 1 AND statements.retired_in IS NULL),"
        " (SELECT coalesce(max(row), 0) FROM articles WHERE current = 1)"
    )
    async with db.execute(sql) as cursor:
        row = await cursor.fetchone()
    return Counts(*row) if row is not None else Counts(0, 0, 0, 0)
