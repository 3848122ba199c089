"""What others took out of the archive, on the command line or through another bot, leaves the messages here too."""

from __future__ import annotations

import structlog
from discord.ext import tasks

from bot import takedown
from bot.app import Bot, Part
from bot.shown import Place
from index.blanks import HIDDEN
from index.errors import NotFound, OnRecordError

_log = structlog.stdlib.get_logger("onrecord.bot")
_SEEN = "removals"  # the moment of the last removal that was looked at


class Removed(Part):
    """Looks whenever the archive has moved on, every `discord.watch_seconds`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._generation = -1
        self._poll = tasks.loop(seconds=bot.config.discord.watch_seconds)(self.run_once)

    async def begin(self) -> None:
        """Look now and from time to time."""
        if not self._poll.is_running():
            self._bot.keep(self._poll.start())

    async def close(self) -> None:
        """Stop; what is left is struck after the next start."""
        self._poll.cancel()

    async def run_once(self) -> None:
        """Strike what shows something that was removed since the last look."""
        bot = self._bot
        try:
            generation = bot.archive.generation()
            if generation == self._generation or bot.stopping:
                return
            seen = await bot.store.meta(_SEEN) or ""
            articles = [one for one in await bot.archive.removed() if one.at.isoformat() > seen]
            people = [one for one in await bot.archive.removed_speakers() if one.at.isoformat() > seen]
            places = await takedown.of_articles(bot, [one.article_id for one in articles])
            for person in people:
                places += await bot.store.shown.of_speaker(person.name)
            places += await self._beside() if people else []
            struck = await takedown.strike(bot, list(dict.fromkeys(places)))
            if articles or people:
                await bot.store.set_meta(_SEEN, max(one.at.isoformat() for one in (*articles, *people)))
                _log.info("what was removed elsewhere was struck", messages=struck)
            self._generation = generation
        except OnRecordError as error:
            _log.warning("removals could not be looked at", error=str(error))
        except Exception as error:  # a database that is locked for once must not end the looking
            _log.error("removals could not be looked at", exc_info=error)

    async def _beside(self) -> list[Place]:
        """Answers that show passages in which somebody's words are bars now."""
        barred: list[str] = []
        for article_id in await self._bot.store.shown.answered_with():
            try:
                view = await self._bot.archive.article(article_id)
            except NotFound:
                continue
            if HIDDEN in view.article.evidence:
                barred.append(article_id)
        return [place for place in await takedown.of_articles(self._bot, barred) if place.asked_id is not None]
