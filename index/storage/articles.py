"""Articles in SQLite: immutable revisions, one of them current."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import AsyncGenerator, Sequence
from typing import Literal

import aiosqlite

from index.blanks import blanked
from index.language.detect import FOUND
from index.links import article_key
from index.model import Article, Span
from index.storage.corrections import alike, corrections_of, keep_versions
from index.storage.links import departed, note_departed

Stored = Literal["added", "replaced", "unchanged", "kept_out"]

_COLUMNS = (
    "row, id, origin, title, source, date, author, url, language, text, raw, modified, removed, anchors, evidence"
)


_SAME_PAGE = 0.5  # share of word triples that two states of one page have in common


def content_hash(article: Article) -> str:
    """Identity of everything that is shown or searched of an article, as 64 hexadecimal digits."""
    date = article.date.isoformat() if article.date else None
    # A language that was found follows from the text, and may be found better later.
    language = None if article.evidence.get("language") == FOUND else article.language
    parts = [article.title, article.source, date, article.author, article.url, language, article.text]
    if speaker := article.evidence.get("speaker"):
        parts.append(speaker)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


async def put_article(db: aiosqlite.Connection, article: Article, *, generation: int, now: dt.datetime) -> Stored:
    """Store an article; the caller commits.

    The same article again changes nothing. A changed one becomes a new revision and retires its earlier self,
    found by its id, by the file that it came from, or, where its id was made, by its address. Its outlet's other
    names and the fields that somebody edited are as they were corrected; an article that somebody removed is kept
    out. `generation` is the one that serves now.
    """
    known_of = await corrections_of(db, article)
    if known_of.removed:
        return "kept_out"
    article = known_of.apply(article)
    digest = content_hash(article)
    known = await _one(db, "SELECT row, content_hash FROM articles WHERE id = ? AND current = 1", article.id)
    if known is not None and known["content_hash"] == digest:
        await db.execute(
            "UPDATE articles SET origin = ?, language = ?, modified = ?, removed = ?, anchors = ?, evidence = ?,"
            " host = ? WHERE row = ?",
            (article.origin, article.language, *_how_read(article), known["row"]),
        )
        return "unchanged"
    earlier = [known["row"]] if known is not None else []
    if article.origin is not None:
        sql = "SELECT row FROM articles WHERE origin = ? AND id != ? AND current = 1"
        async with db.execute(sql, (article.origin, article.id)) as cursor:
            earlier += [row["row"] async for row in cursor]
    if not earlier and "id" not in article.evidence:
        earlier = await _same_page(db, article) if article.url is not None else []
        # A made id stands for a text: one that another has taken the place of comes again as the file that it was.
        # A page that is fetched again as it once was has gone back to it.
        if (not earlier or article.origin is not None) and await _superseded(db, article.id):
            return "unchanged"
    await keep_versions(db, earlier, article, now)
    await retire(db, earlier, generation=generation, successor=article.id)
    await db.execute(
        "INSERT INTO articles"
        " (id, key, content_hash, origin, title, source, date, author, url, language, text, raw, added_at,"
        " modified, removed, anchors, evidence, host)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            article_key(article.id),
            digest,
            article.origin,
            article.title,
            article.source,
            article.date.isoformat() if article.date else None,
            article.author,
            article.url,
            article.language,
            article.text,
            None if article.raw == article.text else article.raw,
            now.isoformat(timespec="seconds"),
            *_how_read(article),
        ),
    )
    return "replaced" if earlier else "added"


async def _superseded(db: aiosqlite.Connection, article_id: str) -> bool:
    """Whether an article left for another one that is here now."""
    gone = await departed(db, article_key(article_id))
    if gone is None or gone.successor in (None, article_id):
        return False
    return await _one(db, "SELECT 1 FROM articles WHERE id = ? AND current = 1", gone.successor) is not None


async def replace_text(
    db: aiosqlite.Connection, row: int, article: Article, *, generation: int, now: dt.datetime
) -> None:
    """Give a revision another text, without boilerplate: a new one under the same id; the caller commits."""
    await retire(db, [row], generation=generation, successor=article.id)
    await put_article(db, article, generation=generation, now=now)


async def retire(
    db: aiosqlite.Connection, rows: Sequence[int], *, generation: int, successor: str | None = None
) -> None:
    """Take revisions out of the archive; their text stays while `generation` may still be read.

    `successor`: the id of the article that takes their place; None: they are removed.
    """
    await note_departed(db, rows, successor)
    await db.executemany(
        "UPDATE articles SET current = 0, retired_in = ? WHERE row = ?", [(generation, row) for row in rows]
    )


async def drop_retired(db: aiosqlite.Connection, *, before: int) -> int:
    """Delete revisions that were retired while one older than `before` served; how many. The caller commits."""
    cursor = await db.execute(
        "DELETE FROM articles WHERE current = 0 AND retired_in < ?"
        " AND row NOT IN (SELECT row FROM removals WHERE row IS NOT NULL)",
        (before,),
    )
    return cursor.rowcount


async def earlier_texts(db: aiosqlite.Connection, ids: Sequence[str], after: int) -> dict[str, list[str]]:
    """Texts of the revisions up to row `after` that are still kept, by article id."""
    found: dict[str, list[str]] = {}
    unique = list(dict.fromkeys(ids))
    for first in range(0, len(unique), 500):
        some = unique[first : first + 500]
        marks = ",".join("?" * len(some))
        sql = f"SELECT id, text FROM articles WHERE row <= ? AND id IN ({marks})"  # noqa: S608 - only marks
        for row in await db.execute_fetchall(sql, [after, *some]):
            found.setdefault(row["id"], []).append(row["text"])
    return found


async def count_newer(db: aiosqlite.Connection, after: int) -> int:
    """How many current articles came after row `after`."""
    row = await _one(db, "SELECT count(*) FROM articles WHERE current = 1 AND row > ?", after)
    return int(row[0]) if row else 0


async def origins_under(db: aiosqlite.Connection, prefix: str) -> list[tuple[int, str]]:
    """(row, origin) of the current articles whose file lies under the folder `prefix`."""
    sql = "SELECT row, origin FROM articles WHERE current = 1 AND substr(origin, 1, ?) = ?"
    async with db.execute(sql, (len(prefix), prefix)) as cursor:
        return [(row["row"], row["origin"]) async for row in cursor]


async def among_under(db: aiosqlite.Connection, prefix: str) -> list[tuple[int, str, str]]:
    """(row, id, file) of the current articles that stand with others in a file under the folder `prefix`."""
    sql = (
        "SELECT row, id, json_extract(evidence, '$.among') AS file FROM articles"
        " WHERE current = 1 AND origin IS NULL AND substr(json_extract(evidence, '$.among'), 1, ?) = ?"
    )
    async with db.execute(sql, (len(prefix), prefix)) as cursor:
        return [(row["row"], row["id"], row["file"]) async for row in cursor]


async def current_article(db: aiosqlite.Connection, article_id: str) -> tuple[int, Article] | None:
    """The current revision's row and the article."""
    row = await _one(db, f"SELECT {_COLUMNS} FROM articles WHERE id = ? AND current = 1", article_id)  # noqa: S608
    return None if row is None else (row["row"], as_article(row))


async def last_number(db: aiosqlite.Connection) -> int:
    """The highest number that any revision ever had here; 0: there was none."""
    row = await _one(db, "SELECT seq FROM sqlite_sequence WHERE name = 'articles'")
    return 0 if row is None else int(row["seq"])


async def rows_of_id(db: aiosqlite.Connection, article_id: str) -> list[int]:
    """All revisions of an article that are still kept, current or not."""
    found = await db.execute_fetchall("SELECT row FROM articles WHERE id = ? ORDER BY row", (article_id,))
    return [row["row"] for row in found]


async def revise(db: aiosqlite.Connection, row: int, article: Article, *, generation: int, analysed: bool) -> int:
    """Make a corrected article a new revision, which is returned; the old one stays while `generation` may be read.

    `analysed`: what was found in the text holds for the new one too, and goes over to it. The caller commits.
    """
    await db.execute("UPDATE articles SET current = 0, retired_in = ? WHERE row = ?", (generation, row))
    date = article.date.isoformat() if article.date else None
    cursor = await db.execute(
        "INSERT INTO articles (id, key, content_hash, origin, title, source, date, author, url, language, text, raw,"
        " added_at, modified, removed, anchors, evidence, host)"
        " SELECT id, key, ?, origin, ?, ?, ?, ?, ?, ?, text, raw, added_at, modified, removed, anchors, ?, host"
        " FROM articles WHERE row = ?",
        (
            content_hash(article), article.title, article.source, date, article.author, article.url, article.language,
            json.dumps(dict(article.evidence), ensure_ascii=False), row,
        ),
    )  # fmt: skip
    new = cursor.lastrowid or 0
    if analysed:
        for table in ("passages", "statements", "analyses"):
            await db.execute(f"UPDATE {table} SET article_row = ? WHERE article_row = ?", (new, row))  # noqa: S608
    return new


async def blank(db: aiosqlite.Connection, row: int, spans: Sequence[Span], *, generation: int) -> None:
    """Take words out of the store for good: a new revision with bars in their place, known by the same hash, so that
    the same file again does not bring them back. The caller commits and drops the old one.
    """
    found = (await articles_by_row(db, [row]))[row]
    new = await revise(db, row, found, generation=generation, analysed=True)
    bare = blanked(found, spans)
    removed = json.dumps(bare.removed, ensure_ascii=False) if bare.removed else None
    await db.execute(
        "UPDATE articles SET text = ?, raw = NULL, title = ?, removed = ?,"
        " content_hash = (SELECT content_hash FROM articles WHERE row = ?) WHERE row = ?",
        (bare.text, bare.title, removed, row, new),
    )
    for table in ("versions", "edits"):
        await db.execute(f"DELETE FROM {table} WHERE article_id = ?", (found.id,))  # noqa: S608 - names of our own


async def articles_by_row(db: aiosqlite.Connection, rows: Sequence[int]) -> dict[int, Article]:
    """Revisions by row; what is not there is left out."""
    marks = ",".join("?" * len(rows))
    # One call: every await of a cursor is a hop to the database's thread and back.
    found = await db.execute_fetchall(f"SELECT {_COLUMNS} FROM articles WHERE row IN ({marks})", list(rows))  # noqa: S608
    return {row["row"]: as_article(row) for row in found}


async def current_rows(db: aiosqlite.Connection) -> list[int]:
    """Rows of the current articles, rising."""
    found = await db.execute_fetchall("SELECT row FROM articles INDEXED BY articles_current WHERE current = 1")
    return sorted(row["row"] for row in found)


async def sources_of(db: aiosqlite.Connection) -> list[str]:
    """The outlets of the current articles, in order."""
    found = await db.execute_fetchall("SELECT DISTINCT source FROM articles WHERE current = 1 AND source != ''")
    return sorted(row["source"] for row in found)


async def every_article(
    db: aiosqlite.Connection, some: Sequence[int] | None = None
) -> AsyncGenerator[tuple[int, Article]]:
    """Current articles in the order in which they came, all or of some rows."""
    among = "" if some is None else " AND row IN (SELECT value FROM json_each(?))"
    sql = f"SELECT {_COLUMNS} FROM articles WHERE current = 1{among} ORDER BY row"  # noqa: S608 - texts of our own
    async with db.execute(sql, () if some is None else (json.dumps(list(some)),)) as cursor:
        async for row in cursor:
            yield row["row"], as_article(row)


async def _same_page(db: aiosqlite.Connection, article: Article) -> list[int]:
    """The row of the article that stood under the same address, where its text is much the same."""
    sql = (
        f"SELECT {_COLUMNS} FROM articles WHERE url = ? AND current = 1"  # noqa: S608
        " AND json_extract(evidence, '$.id') IS NULL LIMIT 20"
    )
    found = [(row["row"], row["text"]) for row in await db.execute_fetchall(sql, (article.url,))]
    return [row for row, text in found if alike(text, article.text) >= _SAME_PAGE][:1]


def as_article(row: sqlite3.Row) -> Article:
    """A row of `articles` as the model's type."""
    return Article(
        id=row["id"],
        text=row["text"],
        title=row["title"],
        source=row["source"],
        date=dt.date.fromisoformat(row["date"]) if row["date"] else None,
        author=row["author"],
        url=row["url"],
        language=row["language"],
        raw=row["text"] if row["raw"] is None else row["raw"],
        origin=row["origin"],
        modified=dt.date.fromisoformat(row["modified"]) if row["modified"] else None,
        removed=tuple(json.loads(row["removed"])) if row["removed"] else (),
        anchors=tuple((offset, name) for offset, name in json.loads(row["anchors"])) if row["anchors"] else (),
        evidence=json.loads(row["evidence"]) if row["evidence"] else {},
    )


def _how_read(article: Article) -> tuple[str | None, ...]:
    """The values of modified, removed, anchors, evidence and host."""
    return (
        article.modified.isoformat() if article.modified else None,
        json.dumps(article.removed, ensure_ascii=False) if article.removed else None,
        json.dumps(article.anchors, ensure_ascii=False) if article.anchors else None,
        json.dumps(dict(article.evidence), ensure_ascii=False) if article.evidence else None,
        article.evidence.get("host"),
    )


async def _one(db: aiosqlite.Connection, sql: str, *values: object) -> sqlite3.Row | None:
    async with db.execute(sql, values) as cursor:
        return await cursor.fetchone()
