"""A question or two that nobody asked, at the start: what a wait is told by is known before anybody waits."""

from __future__ import annotations

import asyncio
import time

import structlog

from bot.app import Bot, Part
from index.errors import OnRecordError
from index.model import Question

_log = structlog.stdlib.get_logger("onrecord.bot")
_QUESTIONS = 4  # the first of them loads what it needs, and is not measured
_LETTERS = "tasmc"  # with which the words of titles begin that are asked


class Rehearsal(Part):
    """Asks titles of articles, in the background and only as long as nobody waits.

    On 840 news articles they took .33 seconds each, and 40 questions that people wrote .36; "what did X say about the
    plans" twice that, since much in an archive may be such a plan.
    """

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._task: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Ask, without keeping the bot from its work."""
        self._task = asyncio.create_task(self._rehearse())
        self._bot.keep(self._task)

    async def close(self) -> None:
        """Stop asking."""
        if self._task is not None:
            self._task.cancel()

    async def _rehearse(self) -> None:
        took: list[float] = []
        try:
            for title in await self._titles():
                if self._bot.line.waiting:
                    break
                start = time.perf_counter()
                await self._bot.archive.ask(Question(text=title))
                took.append(time.perf_counter() - start)
        except OnRecordError as error:
            _log.warning("no question could be rehearsed", reason=str(error))
        if len(took) > 1:
            self._bot.line.assume(sum(took[1:]) / len(took[1:]))

    async def _titles(self) -> list[str]:
        found: list[str] = []
        for letter in _LETTERS:
            if len(found) < _QUESTIONS:
                articles = await self._bot.archive.titles(letter, _QUESTIONS - len(found))
                found += [one.title for one in articles if one.title and one.title not in found]
        return found
