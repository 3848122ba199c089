"""What a link to a statement needs of the store: articles by their short key, and what became of those that left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import aiosqlite

from index.links import article_key
from index.storage.database import is_read_only


@dataclass(frozen=True, slots=True)
class Departed:
    """An article's last leave; `successor` is the id of what took its place, its own where it was changed in place.

    None: it was removed.
    """

    id: str
    successor: str | None
    on: dt.datetime


async def fill_keys(db: aiosqlite.Connection) -> None:
    """Give the articles of an older schema their keys."""
    async with db.execute("SELECT row, id FROM articles WHERE key IS NULL") as cursor:
        missing = [(article_key(row["id"]), row["row"]) async for row in cursor]
    if missing and not await is_read_only(db):
        await db.executemany("UPDATE articles SET key = ? WHERE row = ?", missing)
        await db.commit()


async def note_departed(db: aiosqlite.Connection, rows: Sequence[int], successor: str | None) -> None:
    """Remember revisions that are about to leave; the caller commits. A changed article may succeed itself."""
    sql = (
        "INSERT OR REPLACE INTO departed (key, id, successor, left_at)"
        " SELECT key, id, ?, strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now') FROM articles"
        " WHERE row = ? AND key IS NOT NULL"
    )
    await db.executemany(sql, [(successor, row) for row in rows])


async def ids_of_key(db: aiosqlite.Connection, key: str) -> list[str]:
    """Ids of the current articles that have a key: one, but for a chance in a billion."""
    found = await db.execute_fetchall("SELECT id FROM articles WHERE key = ? AND current = 1", (key,))
    return [row["id"] for row in found]


async def departed(db: aiosqlite.Connection, key: str) -> Departed | None:
    """What became of the article of a key that left; None: no such article left."""
    found = list(await db.execute_fetchall("SELECT id, successor, left_at FROM departed WHERE key = ?", (key,)))
    if not found:
        return None
    return Departed(found[0]["id"], found[0]["successor"], dt.datetime.fromisoformat(found[0]["left_at"]))
