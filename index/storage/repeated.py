"""Paragraphs that recur around one outlet's articles, learned from what the archive holds."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import aiosqlite

_SAMPLE = 400  # of an outlet's newest articles that are compared


async def repeated_by_source(db: aiosqlite.Connection) -> dict[str, frozenset[str]]:
    """What was learned, by outlet; paragraphs as `boilerplate.repeated_paragraphs` gives them."""
    found: dict[str, set[str]] = {}
    async with db.execute("SELECT source, paragraph FROM repeated") as cursor:
        async for row in cursor:
            found.setdefault(row["source"], set()).add(row["paragraph"])
    return {source: frozenset(paragraphs) for source, paragraphs in found.items()}


async def sources_since(db: aiosqlite.Connection, row: int) -> list[str]:
    """Outlets with an article that came after a row."""
    found = await db.execute_fetchall(
        "SELECT DISTINCT source FROM articles WHERE current = 1 AND row > ? AND source IS NOT NULL", (row,)
    )
    return [one["source"] for one in found]


async def newest_texts(db: aiosqlite.Connection, source: str) -> list[str]:
    """Texts of an outlet's newest articles."""
    sql = "SELECT text FROM articles WHERE current = 1 AND source = ? ORDER BY row DESC LIMIT ?"
    return [one["text"] for one in await db.execute_fetchall(sql, (source, _SAMPLE))]


async def keep_repeated(db: aiosqlite.Connection, source: str, paragraphs: Sequence[str]) -> None:
    """Remember what recurs in an outlet's articles; the caller commits. What is known already stays."""
    await db.executemany(
        "INSERT OR IGNORE INTO repeated (source, paragraph) VALUES (?, ?)", [(source, one) for one in paragraphs]
    )


async def rows_of(db: aiosqlite.Connection, source: str) -> AsyncIterator[int]:
    """Rows of an outlet's current articles."""
    found = list(await db.execute_fetchall("SELECT row FROM articles WHERE current = 1 AND source = ?", (source,)))
    for one in found:
        yield one["row"]


async def last_row(db: aiosqlite.Connection) -> int:
    """The newest row of any article."""
    found = list(await db.execute_fetchall("SELECT coalesce(max(row), 0) AS row FROM articles"))
    return int(found[0]["row"])
