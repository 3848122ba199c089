"""What is done once a day: old questions are forgotten, and servers that the bot has left."""

from __future__ import annotations

import structlog
from discord.ext import tasks

from bot.app import Bot, Part
from bot.departed import forget_departed

_log = structlog.stdlib.get_logger("onrecord.bot")


class Housekeeping(Part):
    """Once at the start, then every 24 hours."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._daily = tasks.loop(hours=24)(self.run_once)

    async def begin(self) -> None:
        """Do it now and daily."""
        self._bot.keep(self._daily.start())

    async def close(self) -> None:
        """Stop; what it does is one statement at a time."""
        self._daily.cancel()

    async def run_once(self) -> None:
        """Forget old questions and servers. What fails is tried again the next day."""
        try:
            forgotten = await self._bot.store.purge()
            await forget_departed(self._bot.store.outbox)
        except Exception as error:
            _log.error("nothing could be forgotten", exc_info=error)
            return
        if forgotten:
            _log.info("forgot old questions", count=forgotten)
