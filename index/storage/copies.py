"""Copies in SQLite: the keys by which articles of the same words are found, and which ones tell one story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import aiosqlite

from index.history import Copy

# The same words; nearly the same in another outlet (as an agency's story); nearly the same in the same outlet.
CopyKind = Literal["exact", "wire", "near"]
_MOST = 40  # candidates of one article that are compared by their words
_COMMON = 200  # articles with one key beyond which it is a template's and tells nothing


@dataclass(frozen=True, slots=True)
class Link:
    """An article's place in a story: the row of its first article here, and how it is a copy of an earlier one.

    `kind` None: it was the first.
    """

    row: int
    story: int
    kind: CopyKind | None
    likeness: float


async def unsigned_rows(db: aiosqlite.Connection, limit: int, seen: int) -> dict[int, tuple[str, str | None]]:
    """(text, outlet) of current articles that were not compared yet, by row, the oldest first.

    `seen`: the count of changes when a generation was last built, before which all that it holds was compared. Only
    what was touched since is looked at, and what is newer than all that were compared: not the rest of a large archive.
    """
    found = await db.execute_fetchall(
        "SELECT row, text, source FROM articles WHERE current = 1 AND row IN ("
        " SELECT row FROM articles WHERE row > (SELECT coalesce(max(article_row), 0) FROM stories)"
        " UNION SELECT article_row FROM touched WHERE at > ?)"
        " AND NOT EXISTS (SELECT 1 FROM stories WHERE article_row = articles.row) ORDER BY row LIMIT ?",
        (seen, limit),
    )
    return {row["row"]: (row["text"], row["source"]) for row in found}


async def rows_with(db: aiosqlite.Connection, keys: Sequence[int]) -> list[int]:
    """Rows of current articles that share keys, those that share most first."""
    marks = ",".join("?" * len(keys))
    rare = (
        f"SELECT key FROM story_keys WHERE key IN ({marks})"  # noqa: S608 - only marks
        f" GROUP BY key HAVING count(*) <= {_COMMON}"
    )
    found = await db.execute_fetchall(
        f"SELECT article_row, count(*) AS shared FROM story_keys JOIN articles ON articles.row = article_row"  # noqa: S608
        f" WHERE story_keys.key IN ({rare}) AND current = 1 GROUP BY article_row"
        f" ORDER BY shared DESC, article_row LIMIT {_MOST}",
        list(keys),
    )
    return [row["article_row"] for row in found]


async def put_keys(db: aiosqlite.Connection, row: int, keys: Sequence[int]) -> None:
    """Keep an article's keys; the caller commits."""
    await db.executemany("INSERT OR IGNORE INTO story_keys (key, article_row) VALUES (?, ?)", [(k, row) for k in keys])


async def put_link(db: aiosqlite.Connection, link: Link, joined: Iterable[int] = ()) -> None:
    """Keep an article's story; the stories that it turned out to tell too become the same. The caller commits."""
    await db.execute(
        "INSERT OR REPLACE INTO stories (article_row, story, kind, likeness) VALUES (?, ?, ?, ?)",
        (link.row, link.story, link.kind, link.likeness),
    )
    await db.executemany("UPDATE stories SET story = ? WHERE story = ?", [(link.story, other) for other in joined])


async def stories_of(db: aiosqlite.Connection, rows: Sequence[int]) -> dict[int, int]:
    """The story of each article, by row."""
    marks = ",".join("?" * len(rows))
    found = await db.execute_fetchall(
        f"SELECT article_row, story FROM stories WHERE article_row IN ({marks})",  # noqa: S608 - only marks
        list(rows),
    )
    return {row["article_row"]: row["story"] for row in found}


async def telling(db: aiosqlite.Connection, stories: Sequence[int]) -> dict[int, list[int]]:
    """The rows of the articles that tell each story, of stories that more than one tells."""
    marks = ",".join("?" * len(stories))
    found = await db.execute_fetchall(
        f"SELECT article_row, story FROM stories WHERE story IN ({marks}) ORDER BY article_row",  # noqa: S608
        list(stories),
    )
    told: dict[int, list[int]] = {}
    for row in found:
        told.setdefault(row["story"], []).append(row["article_row"])
    return {story: rows for story, rows in told.items() if len(rows) > 1}


async def copies_of(db: aiosqlite.Connection, article_id: str) -> tuple[Copy, ...]:
    """The other current articles that tell an article's story, the earliest first."""
    found = await db.execute_fetchall(
        "SELECT others.id, others.source, others.date, their.kind FROM articles AS mine"
        " JOIN stories AS own ON own.article_row = mine.row JOIN stories AS their ON their.story = own.story"
        " JOIN articles AS others ON others.row = their.article_row"
        " WHERE mine.id = ? AND mine.current = 1 AND others.current = 1 AND others.row != mine.row"
        " ORDER BY others.date IS NULL, others.date, others.row",
        (article_id,),
    )
    return tuple(
        Copy(
            article_id=row["id"],
            source=row["source"],
            date=dt.date.fromisoformat(row["date"]) if row["date"] else None,
            kind=row["kind"],
        )
        for row in found
    )


async def texts_of(db: aiosqlite.Connection, rows: Sequence[int]) -> Mapping[int, tuple[str, str | None]]:
    """(text, outlet) by row."""
    marks = ",".join("?" * len(rows))
    found = await db.execute_fetchall(
        f"SELECT row, text, source FROM articles WHERE row IN ({marks})",  # noqa: S608 - only marks
        list(rows),
    )
    return {row["row"]: (row["text"], row["source"]) for row in found}
