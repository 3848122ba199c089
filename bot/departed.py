"""Servers that the bot has left, or that put it out: forgotten after `KEEP_DAYS`, with all that was kept of them."""

from __future__ import annotations

import time
from collections.abc import Collection

import aiosqlite
import discord
import structlog

from bot.app import Bot, Part

KEEP_DAYS = 30
_OF_A_SERVER = ("asked", "feedback", "watches", "audit", "guilds")  # tables with a `guild_id`

_log = structlog.stdlib.get_logger("onrecord.bot")


class Departed(Part):
    """Hears of leaving and of coming back; what happened while the bot was down is seen at its start."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._db = bot.store.outbox
        bot.add_listener(self.left, "on_guild_remove")
        bot.add_listener(self.joined, "on_guild_join")

    async def begin(self) -> None:
        """Compare the servers that something is kept of with those that this process is in, shard by shard."""
        here = {guild.id for guild in self._bot.guilds}
        count = self._bot.shard_count or 1
        mine = set(self._bot.shards) or {0}
        known = {number for number in await kept_of(self._db) if (number >> 22) % count in mine}
        for number in known - here:
            await note(self._db, number, now=int(time.time()))
        await forget_notes(self._db, here)

    async def left(self, guild: discord.Guild) -> None:
        """The days begin to count."""
        self._bot.keep()
        await note(self._db, guild.id, now=int(time.time()))

    async def joined(self, guild: discord.Guild) -> None:
        """Back in time: everything is as it was."""
        self._bot.keep()
        await forget_notes(self._db, [guild.id])


async def kept_of(db: aiosqlite.Connection) -> set[int]:
    """The servers that something is kept of."""
    found: set[int] = set()
    for table in _OF_A_SERVER:
        async with db.execute(f"SELECT DISTINCT guild_id FROM {table} WHERE guild_id IS NOT NULL") as cursor:  # noqa: S608
            found |= {int(row["guild_id"]) async for row in cursor}
    return found


async def note(db: aiosqlite.Connection, guild_id: int, *, now: int) -> None:
    """A server is gone since now, unless it was gone before."""
    async with db.execute("INSERT OR IGNORE INTO departed (guild_id, at) VALUES (?, ?)", (guild_id, now)):
        pass


async def forget_notes(db: aiosqlite.Connection, guilds: Collection[int]) -> None:
    """These servers are there."""
    async with db.executemany("DELETE FROM departed WHERE guild_id = ?", [(number,) for number in guilds]):
        pass


async def forget_departed(db: aiosqlite.Connection, *, now: float | None = None) -> int:
    """Remove what is kept of servers that have been gone for `KEEP_DAYS`; how many servers."""
    limit = int((now or time.time()) - KEEP_DAYS * 86_400)
    async with db.execute("SELECT guild_id FROM departed WHERE at < ?", (limit,)) as cursor:
        gone = [int(row["guild_id"]) async for row in cursor]
    for number in gone:
        for table in (*_OF_A_SERVER, "departed"):  # the note last: what fails is tried again
            async with db.execute(f"DELETE FROM {table} WHERE guild_id = ?", (number,)):  # noqa: S608
                pass
    if gone:
        _log.info("forgot servers that the bot has left", count=len(gone))
    return len(gone)
