"""Which message shows the words of which article and speaker, so that a removal finds them; never the words."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import aiosqlite

_AT_ONCE = 500  # articles in one query


@dataclass(frozen=True, slots=True)
class Place:
    """A message of the bot that everybody in its channel sees; `asked_id` the question that it answers."""

    channel_id: int
    message_id: int
    asked_id: int | None = None


class Shown:
    """A table of the bot's store."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db

    async def put(self, place: Place, words: Iterable[tuple[str, str | None]]) -> None:
        """A message shows the words of these articles and speakers, and of no others any more."""
        await self.drop(place.message_id)
        now = int(time.time())
        rows = [
            (place.message_id, place.channel_id, place.asked_id, article, speaker, now)
            for article, speaker in dict.fromkeys(words)
        ]
        # Closed where it was opened: a cursor that is collected in another thread resets the statement under the next.
        async with self._db.executemany(
            "INSERT INTO shown (message_id, channel_id, asked_id, article_id, speaker, created)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        ):
            pass

    async def drop(self, message_id: int) -> None:
        """A message shows nothing any more."""
        async with self._db.execute("DELETE FROM shown WHERE message_id = ?", (message_id,)):
            pass

    async def of_articles(self, ids: Sequence[str]) -> list[Place]:
        """The messages that show one of these articles."""
        found: list[Place] = []
        for first in range(0, len(ids), _AT_ONCE):
            some = ids[first : first + _AT_ONCE]
            found += await self._places(f"article_id IN ({', '.join('?' * len(some))})", some)
        return list(dict.fromkeys(found))

    async def of_speaker(self, name: str) -> list[Place]:
        """The messages that show words of this speaker."""
        return await self._places("speaker = ?", (name,))

    async def answered_with(self) -> list[str]:
        """The articles that answers show."""
        sql = "SELECT DISTINCT article_id FROM shown WHERE asked_id IS NOT NULL"
        async with self._db.execute(sql) as cursor:
            return [str(row["article_id"]) async for row in cursor]

    async def _places(self, where: str, values: Sequence[str]) -> list[Place]:
        sql = f"SELECT DISTINCT channel_id, message_id, asked_id FROM shown WHERE {where}"  # noqa: S608
        async with self._db.execute(sql, tuple(values)) as cursor:
            return [Place(row["channel_id"], row["message_id"], row["asked_id"]) async for row in cursor]
