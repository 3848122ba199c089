"""The bot's own SQLite file: what buttons need after a restart. The archive's truth is not here.

Of people it holds the ids of who asked and where, for `KEEP_DAYS`; docs/discord.md lists every column.
"""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import aiosqlite

from bot.pinned import Pinned, dump_pinned, load_pinned
from bot.schema import MIGRATIONS
from bot.sharing import Turns
from bot.shown import Shown
from index.errors import ArchiveError
from index.model import Question
from index.storage.database import open_database

KEEP_DAYS = 30
KEEP_AUDIT = 365  # days
PERSONAL = ("asked", "feedback", "watches")  # tables that name a person in `user_id`


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question that was asked in Discord. `per_page`: passages shown at a time."""

    id: int
    question: Question
    per_page: int
    user_id: int
    guild_id: int | None
    channel_id: int | None
    parent: int | None = None
    pinned: Pinned | None = None  # what its answer showed


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A progress message that is not finished: after a crash it must be told."""

    id: int
    channel_id: int
    message_id: int
    locale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuildSettings:
    """What a server's administrators set. Empty `channels`, `roles` or `sources`: everywhere, everybody, all outlets.

    `blocked`: channels where nothing is answered, though `channels` may name them. `user_rate`, `server_rate` and those
    of `role_rates`, by role, are questions a minute; None, there and for the threshold: as configured. `speaker` and
    `source` are asked for where a question names none; `audit` is the channel where acts are posted; `pings` are the
    roles that watches may mention.
    """

    channels: tuple[int, ...] = ()
    roles: tuple[int, ...] = ()
    private: bool = False
    language: str | None = None
    zone: str = "UTC"
    sources: tuple[str, ...] = ()
    threshold: float | None = None
    user_rate: int | None = None
    server_rate: int | None = None
    blocked: tuple[int, ...] = ()
    role_rates: tuple[tuple[int, int], ...] = ()
    speaker: str | None = None
    source: str | None = None
    audit: int | None = None
    pings: tuple[int, ...] = ()


class Store:
    """Use from one event loop. `outbox` is a second connection, whose transactions hold nothing of the first."""

    def __init__(self, connection: aiosqlite.Connection, outbox: aiosqlite.Connection) -> None:
        self._db = connection
        self.outbox = outbox
        self.shown = Shown(connection)
        self.turns = Turns(connection)

    @classmethod
    async def open(cls, path: Path) -> Store:
        """Open or create the file and bring it up to date. Raises ArchiveError."""
        db = await open_database(path, MIGRATIONS, autocommit=True)
        try:
            return cls(db, await open_database(path, MIGRATIONS, autocommit=True))
        except BaseException:
            await db.close()
            raise

    async def close(self) -> None:
        """Close the file; safe to call twice."""
        await self.outbox.close()
        await self._db.close()

    async def add_asked(
        self,
        question: Question,
        *,
        per_page: int,
        user_id: int,
        guild_id: int | None,
        channel_id: int | None,
        parent: int | None = None,
        pinned: Pinned | None = None,
    ) -> int:
        """Keep a question and what it showed for its buttons; its row id. `parent`: the row that it refines."""
        answer = None if pinned is None else dump_pinned(pinned)
        return await self._insert(
            "INSERT INTO asked (question, per_page, user_id, guild_id, channel_id, parent, answer, created)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (dump_question(question), per_page, user_id, guild_id, channel_id, parent, answer, int(time.time())),
        )

    async def asked(self, row: int) -> Asked | None:
        """A question by its row id; None when it was purged."""
        async with self._db.execute("SELECT * FROM asked WHERE id = ?", (row,)) as cursor:
            found = await cursor.fetchone()
        if found is None:
            return None
        question = load_question(found["question"])
        return Asked(
            id=found["id"],
            question=question,
            per_page=found["per_page"],
            user_id=found["user_id"],
            guild_id=found["guild_id"],
            channel_id=found["channel_id"],
            parent=found["parent"],
            pinned=None if found["answer"] is None else load_pinned(found["answer"], question),
        )

    async def claim_post(self, asked: int, rank: int) -> str | None:
        """Note that a hit is about to be posted; where it was before, the link to it ("" while it is on its way)."""
        sql = "INSERT OR IGNORE INTO posts (asked_id, rank) VALUES (?, ?)"
        async with self._db.execute(sql, (asked, rank)) as cursor:
            if cursor.rowcount:
                return None
        sql = "SELECT link FROM posts WHERE asked_id = ? AND rank = ?"
        async with self._db.execute(sql, (asked, rank)) as cursor:
            found = await cursor.fetchone()
        return "" if found is None else str(found["link"] or "")

    async def set_post(self, asked: int, rank: int, link: str | None) -> None:
        """Where a hit was posted; None: it was not, and may be tried again."""
        if link is None:
            await self._db.execute("DELETE FROM posts WHERE asked_id = ? AND rank = ?", (asked, rank))
        else:
            await self._db.execute("UPDATE posts SET link = ? WHERE asked_id = ? AND rank = ?", (link, asked, rank))

    async def posted(self, asked: int) -> frozenset[int]:
        """The ranks of an answer's hits that were posted."""
        async with self._db.execute("SELECT rank FROM posts WHERE asked_id = ?", (asked,)) as cursor:
            return frozenset([int(row["rank"]) async for row in cursor])

    async def last_asked(self, channel_id: int, *, after: int) -> Asked | None:
        """The latest question of a channel since `after` (seconds of the epoch), for follow-ups."""
        query = "SELECT id FROM asked WHERE channel_id = ? AND created >= ? ORDER BY id DESC LIMIT 1"
        async with self._db.execute(query, (channel_id, after)) as cursor:
            found = await cursor.fetchone()
        return None if found is None else await self.asked(found["id"])

    async def guild(self, guild_id: int | None) -> GuildSettings:
        """A server's settings; the defaults where none were made, and outside of servers."""
        return _settings(await self._settings_text(guild_id))

    async def change_guild(
        self, guild_id: int, change: Callable[[GuildSettings], GuildSettings]
    ) -> tuple[GuildSettings, GuildSettings]:
        """Change a server's settings by what they are at that moment; before and after.

        `change` is called again where somebody else, of this process or another, was faster.
        """
        while True:
            found = await self._settings_text(guild_id)
            before = _settings(found)
            after = change(before)
            text = json.dumps(asdict(after))
            if found is None:
                sql, values = "INSERT OR IGNORE INTO guilds (settings, guild_id) VALUES (?, ?)", (text, guild_id)
            else:
                sql = "UPDATE guilds SET settings = ? WHERE guild_id = ? AND settings = ?"
                values = (text, guild_id, found)
            async with self._db.execute(sql, values) as cursor:
                if cursor.rowcount:
                    return before, after

    async def _settings_text(self, guild_id: int | None) -> str | None:
        async with self._db.execute("SELECT settings FROM guilds WHERE guild_id = ?", (guild_id,)) as cursor:
            found = await cursor.fetchone()
        return None if found is None else str(found["settings"])

    async def purge(self, *, now: float | None = None) -> int:
        """Forget questions older than `KEEP_DAYS`, and who gave feedback before that; how many questions."""
        limit = int((now or time.time()) - KEEP_DAYS * 86_400)
        await self._db.execute("UPDATE feedback SET user_id = NULL WHERE created < ?", (limit,))
        await self._db.execute("DELETE FROM audit WHERE created < ?", (limit - (KEEP_AUDIT - KEEP_DAYS) * 86_400,))
        await self._db.execute("DELETE FROM shown WHERE created < ?", (limit - (KEEP_AUDIT - KEEP_DAYS) * 86_400,))
        async with self._db.execute("DELETE FROM asked WHERE created < ?", (limit,)) as cursor:
            return cursor.rowcount

    async def add_feedback(
        self, asked: Asked, *, user_id: int, helpful: bool, answered: bool, shown: Sequence[str], reason: str = ""
    ) -> None:
        """Keep whether an answer helped; a second word of the same person replaces the first.

        `shown`: the ids of the articles that the answer showed, best first.
        """
        await self._db.execute(
            "INSERT INTO feedback (asked_id, user_id, guild_id, question, helpful, reason, answered, shown, created)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (asked_id, user_id) DO UPDATE SET helpful = excluded.helpful,"
            " reason = excluded.reason, answered = excluded.answered, shown = excluded.shown",
            (
                asked.id,
                user_id,
                asked.guild_id,
                dump_question(asked.question),
                int(helpful),
                reason or None,
                int(answered),
                json.dumps(list(shown)),
                int(time.time()),
            ),
        )

    async def feedback(self, guild_id: int | None = None) -> list[dict[str, Any]]:
        """The feedback of a server, or all, oldest first, without who gave it."""
        columns = "question, helpful, reason, answered, shown, created"
        query = f"SELECT {columns} FROM feedback WHERE ?1 IS NULL OR guild_id = ?1 ORDER BY id"  # noqa: S608
        async with self._db.execute(query, (guild_id,)) as cursor:
            found = [dict(row) for row in await cursor.fetchall()]
        return [
            row
            | {
                "question": json.loads(row["question"]),
                "shown": json.loads(row["shown"]),
                "helpful": bool(row["helpful"]),
                "answered": bool(row["answered"]),
                "created": dt.datetime.fromtimestamp(row["created"], dt.UTC).isoformat(),
            }
            for row in found
        ]

    async def about(self, user_id: int) -> dict[str, int]:
        """How many rows name a person, by table."""
        counts: dict[str, int] = {}
        for table in PERSONAL:
            async with self._db.execute(f"SELECT count(*) FROM {table} WHERE user_id = ?", (user_id,)) as cursor:  # noqa: S608
                found = await cursor.fetchone()
            counts[table] = int(found[0]) if found else 0
        return counts

    async def forget(self, user_id: int) -> int:
        """Remove every row that names a person; how many."""
        removed = 0
        for table in PERSONAL:
            async with self._db.execute(f"DELETE FROM {table} WHERE user_id = ?", (user_id,)) as cursor:  # noqa: S608
                removed += cursor.rowcount
        return removed

    async def add_audit(self, act: str, *, actor: int, guild_id: int | None, details: str, now: int) -> None:
        """Keep what an administrator did; `details` is JSON."""
        await self._insert(
            "INSERT INTO audit (act, actor, guild_id, details, created) VALUES (?, ?, ?, ?, ?)",
            (act, actor, guild_id, details, now),
        )

    async def last_change(self, guild_id: int) -> tuple[int, int] | None:
        """Who changed a server's settings last, and when (seconds of the epoch); None: nobody within a year."""
        sql = "SELECT actor, created FROM audit WHERE guild_id = ? AND act IN ('settings', 'zone') ORDER BY id DESC"
        async with self._db.execute(sql + " LIMIT 1", (guild_id,)) as cursor:
            found = await cursor.fetchone()
        return None if found is None else (int(found["actor"]), int(found["created"]))

    async def meta(self, key: str) -> str | None:
        """A value of the bot itself, such as the hash of the synchronised commands."""
        async with self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)) as cursor:
            found = await cursor.fetchone()
        return None if found is None else str(found["value"])

    async def set_meta(self, key: str, value: str) -> None:
        """Keep a value of the bot itself."""
        await self._db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))

    async def add_job(self, *, channel_id: int, message_id: int, locale: str) -> int:
        """Remember a progress message until `finish_job`."""
        return await self._insert(
            "INSERT INTO jobs (channel_id, message_id, locale, created) VALUES (?, ?, ?, ?)",
            (channel_id, message_id, locale, int(time.time())),
        )

    async def finish_job(self, job: int) -> None:
        """The message has its last word."""
        await self._db.execute("DELETE FROM jobs WHERE id = ?", (job,))

    async def open_jobs(self) -> list[Job]:
        """Progress messages that an earlier process left without an end."""
        async with self._db.execute("SELECT id, channel_id, message_id, locale FROM jobs") as cursor:
            return [Job(**dict(found)) for found in await cursor.fetchall()]

    async def _insert(self, statement: str, values: tuple[Any, ...]) -> int:
        async with self._db.execute(statement, values) as cursor:
            if cursor.lastrowid is None:
                raise ArchiveError("the bot's store did not keep a row; check the disk")
            return cursor.lastrowid


def _settings(text: str | None) -> GuildSettings:
    data: dict[str, Any] = json.loads(text or "{}")
    for name in ("channels", "roles", "sources", "blocked", "pings"):
        data[name] = tuple(data.get(name, ()))
    data["role_rates"] = tuple((role, rate) for role, rate in data.get("role_rates", ()))
    return GuildSettings(**data)


def dump_question(question: Question) -> str:
    """A question as JSON."""
    fields = {
        "text": question.text,
        "speaker": question.speaker,
        "source": question.source,
        "since": question.since and question.since.isoformat(),
        "until": question.until and question.until.isoformat(),
        "said_since": question.said_since and question.said_since.isoformat(),
        "said_until": question.said_until and question.said_until.isoformat(),
        "asked_on": question.asked_on and question.asked_on.isoformat(),
        "limit": question.limit,
        "infer": question.infer,
    }
    return json.dumps({name: value for name, value in fields.items() if value is not None}, ensure_ascii=True)


def load_question(text: str) -> Question:
    """A question from `dump_question`'s JSON."""
    fields: dict[str, Any] = json.loads(text)
    for name in ("since", "until", "said_since", "said_until", "asked_on"):
        if fields.get(name):
            fields[name] = dt.date.fromisoformat(fields[name])
    return Question(**fields)
