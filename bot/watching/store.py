"""Watches and their outbox in the bot's SQLite file.

Three tables: `watches`; `watch_hits`, what a watch found, each statement once; `watch_posts`, one message each.
That a watch has seen the archive up to a mark and what it found there are written in one transaction, and so
are a message's row and the statements that go into it; a message counts as posted once its id is known.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass
from typing import Any, Literal, cast

import aiosqlite
from pydantic import TypeAdapter

from bot.pinned import storable
from bot.store import dump_question, load_question
from bot.watching.schedule import Mode, Schedule
from index.model import Hit, Question

State = Literal["active", "paused", "unreachable"]
_HIT = TypeAdapter(Hit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A saved question. `channel_id` None: by direct message. `zone` None: the server's. `seen`: the archive's mark.

    `role_id` is mentioned; `publish`: to who follows the announcement channel; `threaded`: all into one thread,
    `thread_id`, once it is there.
    """

    id: int = 0
    user_id: int
    guild_id: int | None
    channel_id: int | None
    question: Question
    language: str
    schedule: Schedule
    zone: str | None
    cap: int
    seen: int
    due: int | None = None
    state: State = "active"
    created: int = 0
    role_id: int | None = None
    publish: bool = False
    threaded: bool = False
    thread_id: int | None = None
    waiting: int = 0  # statements that are not posted yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message that is to be sent, with what it says."""

    id: int
    watch: Watch
    hits: tuple[Hit, ...]
    tried: int | None  # when it was last sent without an answer; None: never
    waiting: int  # statements that stay for another day


class WatchStore:
    """Over `bot.store.Store.outbox`, a connection of its own, so that a transaction holds only what belongs to it."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._db = self.connection = connection
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def _transaction(self) -> AsyncGenerator[None]:
        async with self._lock:
            try:
                await self._db.execute("BEGIN IMMEDIATE")
                yield
                await self._db.execute("COMMIT")
            except BaseException:
                # A task may be cancelled at any of these lines, with the statement under way in SQLite's thread.
                with suppress(sqlite3.OperationalError):
                    await self._db.execute("ROLLBACK")
                raise

    # Watches ---------------------------------------------------------------------------------------------------

    async def add(self, watch: Watch, *, now: int) -> int:
        """Keep a new watch; its id."""
        async with self._transaction():
            cursor = await self._db.execute(
                "INSERT INTO watches (user_id, guild_id, channel_id, question, language, mode, hour, weekday, zone,"
                " cap, seen, due, role_id, publish, threaded, created)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    watch.user_id,
                    watch.guild_id,
                    watch.channel_id,
                    dump_question(watch.question),
                    watch.language,
                    watch.schedule.mode,
                    watch.schedule.hour,
                    watch.schedule.weekday,
                    watch.zone,
                    watch.cap,
                    watch.seen,
                    watch.due,
                    watch.role_id,
                    int(watch.publish),
                    int(watch.threaded),
                    now,
                ),
            )
            return int(cursor.lastrowid or 0)

    async def get(self, number: int) -> Watch | None:
        """A watch by its id."""
        found = await self._select("WHERE id = ?", number)
        return found[0] if found else None

    async def active(self) -> list[Watch]:
        """Watches that look and speak."""
        return await self._select("WHERE state = 'active' ORDER BY id")

    async def to_plan(self, now: int) -> list[Watch]:
        """Active watches with something to put into messages, and those whose digest is due."""
        waits = "EXISTS (SELECT 1 FROM watch_hits AS h WHERE h.watch_id = watches.id AND h.post_id IS NULL)"
        speaks = f"(mode = 'once' AND {waits}) OR (mode != 'once' AND (due IS NULL OR due <= ?))"
        return await self._select(f"WHERE state = 'active' AND ({speaks}) ORDER BY id", now)

    async def of(self, user_id: int, *, guild_id: int | None = None) -> list[Watch]:
        """A user's watches; with a server's id, all that were made in that server too."""
        return await self._select("WHERE user_id = ? OR guild_id = ? ORDER BY id", user_id, guild_id)

    async def count(self, *, user_id: int, channel_id: int | None) -> tuple[int, int]:
        """How many watches a user has, and how many post in a channel."""
        sql = "SELECT count(*) FILTER (WHERE user_id = ?), count(*) FILTER (WHERE channel_id = ?) FROM watches"
        async with self._db.execute(sql, (user_id, channel_id)) as cursor:
            found = await cursor.fetchone()
        return (int(found[0]), int(found[1])) if found else (0, 0)

    async def set_state(self, number: int, state: State, *, seen: int | None = None) -> None:
        """Pause or wake a watch; `seen` moves its mark, so that it passes over what came before."""
        async with self._transaction():
            sql = "UPDATE watches SET state = ?, seen = max(seen, coalesce(?, seen)) WHERE id = ?"
            await self._db.execute(sql, (state, seen, number))

    async def rewind(self, mark: int) -> None:
        """An archive that was made anew counts from the start again: watches follow, and tell nothing of it.

        Where only its newest articles went, nothing lies between, so nothing is told twice either.
        """
        if mark > 0:
            async with self._transaction():
                await self._db.execute("UPDATE watches SET seen = ?1 WHERE seen > ?1", (mark,))

    async def set_due(self, number: int, due: int | None) -> None:
        """When a digest is due next."""
        async with self._transaction():
            await self._db.execute("UPDATE watches SET due = ? WHERE id = ?", (due, number))

    async def set_thread(self, number: int, thread_id: int) -> None:
        """The thread that a watch posts in."""
        async with self._transaction():
            await self._db.execute("UPDATE watches SET thread_id = ? WHERE id = ?", (thread_id, number))

    async def remove(self, number: int) -> bool:
        """Forget a watch and what it found; whether there was one."""
        async with self._transaction():
            cursor = await self._db.execute("DELETE FROM watches WHERE id = ?", (number,))
            return cursor.rowcount > 0

    # The outbox ------------------------------------------------------------------------------------------------

    async def found(self, number: int, mark: int, hits: Sequence[Hit], *, now: int) -> int:
        """In one transaction: the watch saw the archive up to `mark`, and found these; how many are new to it."""
        rows = [(number, digest(hit), _dump(hit), now) for hit in hits]
        async with self._transaction():
            before = self._db.total_changes
            await self._db.executemany(
                "INSERT OR IGNORE INTO watch_hits (watch_id, digest, hit, found)"
                " SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM watches WHERE id = ?1)",
                rows,
            )
            added = self._db.total_changes - before
            await self._db.execute("UPDATE watches SET seen = max(seen, ?) WHERE id = ?", (mark, number))
            return added

    async def plan(self, number: int, *, room: int, per_post: int, now: int, due: int | None = None) -> tuple[int, ...]:
        """Put up to `room` statements that wait into messages of `per_post`, and set when the next digest is due.

        One transaction; the ids of the messages.
        """
        posts: list[int] = []
        async with self._transaction():
            sql = "SELECT id FROM watch_hits WHERE watch_id = ? AND post_id IS NULL ORDER BY id LIMIT ?"
            async with self._db.execute(sql, (number, max(room, 0))) as cursor:
                waiting = [int(row["id"]) async for row in cursor]
            for first in range(0, len(waiting), per_post):
                cursor = await self._db.execute(
                    "INSERT INTO watch_posts (watch_id, created) VALUES (?, ?)", (number, now)
                )
                post = int(cursor.lastrowid or 0)
                some = [(post, hit) for hit in waiting[first : first + per_post]]
                await self._db.executemany("UPDATE watch_hits SET post_id = ? WHERE id = ?", some)
                posts.append(post)
            if due is not None:
                await self._db.execute("UPDATE watches SET due = ? WHERE id = ?", (due, number))
        return tuple(posts)

    async def unposted(self) -> list[Post]:
        """Messages of active watches that are not known to be posted, oldest first."""
        sql = (
            "SELECT p.id AS post, p.tried, p.watch_id FROM watch_posts AS p JOIN watches AS w"
            " ON w.id = p.watch_id WHERE p.message_id IS NULL AND w.state = 'active' ORDER BY p.id"
        )
        async with self._db.execute(sql) as cursor:
            rows = [dict(row) for row in await cursor.fetchall()]
        posts: list[Post] = []
        for row in rows:
            watch = await self.get(int(row["watch_id"]))
            if watch is None:
                continue
            sql = "SELECT hit FROM watch_hits WHERE post_id = ? ORDER BY id"
            async with self._db.execute(sql, (row["post"],)) as cursor:
                hits = tuple([_HIT.validate_json(found["hit"]) async for found in cursor])
            async with self._db.execute(
                "SELECT count(*) FROM watch_hits WHERE watch_id = ? AND post_id IS NULL", (watch.id,)
            ) as cursor:
                left = await cursor.fetchone()
            waiting = int(left[0]) if left else 0
            posts.append(Post(id=row["post"], watch=watch, hits=hits, tried=row["tried"], waiting=waiting))
        return posts

    async def drop(self, post: Post, kept: Sequence[Hit]) -> None:
        """Of a message that is not sent yet only these statements are left; without any there is no message."""
        left = {digest(hit) for hit in kept}
        async with self._transaction():
            gone = [(post.watch.id, digest(hit)) for hit in post.hits if digest(hit) not in left]
            await self._db.executemany("DELETE FROM watch_hits WHERE watch_id = ? AND digest = ?", gone)
            if not left:
                await self._db.execute("DELETE FROM watch_posts WHERE id = ?", (post.id,))

    async def trying(self, post: int, *, now: int) -> None:
        """A message is sent now; until it is known to be posted, nobody knows whether it was."""
        async with self._transaction():
            await self._db.execute("UPDATE watch_posts SET tried = ? WHERE id = ?", (now, post))

    async def posted(self, post: int, *, channel_id: int, message_id: int, now: int) -> None:
        """A message was posted; what it said is kept only as digests from now on."""
        async with self._transaction():
            sql = "UPDATE watch_posts SET channel_id = ?, message_id = ?, posted = ? WHERE id = ?"
            await self._db.execute(sql, (channel_id, message_id, now, post))
            await self._db.execute("UPDATE watch_hits SET hit = '' WHERE post_id = ?", (post,))

    async def waiting(self) -> int:
        """How many statements of active watches are found and not posted."""
        sql = (
            "SELECT count(*) FROM watch_hits AS h JOIN watches AS w ON w.id = h.watch_id LEFT JOIN watch_posts AS p"
            " ON p.id = h.post_id WHERE p.message_id IS NULL AND w.state = 'active'"
        )
        async with self._db.execute(sql) as cursor:
            found = await cursor.fetchone()
        return int(found[0]) if found else 0

    async def planned_since(self, number: int, since: int) -> int:
        """How many statements went into messages of a watch since a moment."""
        sql = (
            "SELECT count(*) FROM watch_hits AS h JOIN watch_posts AS p ON p.id = h.post_id"
            " WHERE h.watch_id = ? AND p.created >= ?"
        )
        async with self._db.execute(sql, (number, since)) as cursor:
            found = await cursor.fetchone()
        return int(found[0]) if found else 0

    async def _select(self, where: str, *values: object) -> list[Watch]:
        sql = (
            "SELECT *, (SELECT count(*) FROM watch_hits AS h LEFT JOIN watch_posts AS p ON p.id = h.post_id"
            " WHERE h.watch_id = watches.id AND p.message_id IS NULL) AS waiting FROM watches "
        )
        async with self._db.execute(sql + where, values) as cursor:
            return [_watch(dict(row)) for row in await cursor.fetchall()]


def digest(hit: Hit) -> str:
    """What makes a found statement the same: its article and its words."""
    words = " ".join((hit.quote or hit.text).split()).casefold()
    return hashlib.sha256(f"{hit.article.id}\x00{words}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _dump(hit: Hit) -> str:
    """A hit as JSON."""
    return json.dumps(storable(asdict(hit)), default=str)


def _watch(row: dict[str, Any]) -> Watch:
    schedule = Schedule(mode=cast(Mode, row["mode"]), hour=row["hour"], weekday=row["weekday"])
    names = ("id", "user_id", "guild_id", "channel_id", "language", "zone", "cap", "seen", "due", "created", "waiting")
    return Watch(
        role_id=row["role_id"],
        publish=bool(row["publish"]),
        threaded=bool(row["threaded"]),
        thread_id=row["thread_id"],
        question=load_question(row["question"]),
        schedule=schedule,
        state=cast(State, row["state"]),
        **{name: row[name] for name in names},
    )


def seconds(moment: dt.datetime | None) -> int | None:
    """A moment as the tables hold it."""
    return None if moment is None else int(moment.timestamp())
