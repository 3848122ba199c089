"""Some questions that nobody asked, at the start: what a wait is told by is known before anybody waits."""

from __future__ import annotations

import asyncio
import time

import structlog

from bot.app import Bot, Part
from index.model import Question

_log = structlog.stdlib.get_logger("onrecord.bot")
_LETTERS = "asmcbp"  # with which a word of the titles begins that are asked
_EACH = 3  # titles of a letter: those that share a word cost alike
_LOADING = 2  # questions that load what they need, and are not measured


class Rehearsal(Part):
    """Asks titles of articles, in the background and only as long as nobody waits.

    On 840 news articles they took .30 seconds each, as 40 questions that people wrote did (.29); "what did X say about
    the plans" twice that, since much may be such a plan.
    """

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._task: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Ask, without keeping the bot from its work."""
        self._task = asyncio.create_task(self.rehearse())
        self._bot.keep(self._task)

    async def close(self) -> None:
        """Stop asking."""
        if self._task is not None:
            self._task.cancel()

    async def rehearse(self) -> None:
        """Ask, and tell the line what the answers took."""
        took: list[float] = []
        try:
            for title in await self._titles():
                if self._bot.line.waiting:
                    break
                start = time.perf_counter()
                await self._bot.archive.ask(Question(text=title))
                took.append(time.perf_counter() - start)
        except Exception as error:  # whoever asks next is told what is wrong; a wait is guessed until then
            _log.warning("no question could be rehearsed", exc_info=error)
        if measured := took[_LOADING:]:
            pace = sum(measured) / len(measured)
            self._bot.line.assume(pace)
            _log.info("rehearsed", questions=len(took), seconds=round(pace, 3))

    async def _titles(self) -> list[str]:
        found: dict[str, None] = {}
        for letter in _LETTERS:
            articles = await self._bot.archive.titles(letter, _EACH)
            found |= dict.fromkeys(one.title for one in articles if one.title)
        return list(found)
