"""Feeds and watched folders, followed while the bot runs; what comes is told to the watches at once."""

from __future__ import annotations

import asyncio

import structlog

from bot.app import Bot, Part
from bot.watching.runner import WatchRunner
from index.errors import Busy
from index.feeds.results import Synced
from index.feeds.watch import watch
from index.fetching.polite import Fetcher
from index.progress import CancelToken

_log = structlog.stdlib.get_logger("onrecord.bot")

_PATIENCE = 15.0  # seconds that a shutdown waits for a round to stop at its next step


class Feeding(Part):
    """One task, where `sync.with_bot` is set. `fetcher`: for tests; None: the open web alone."""

    def __init__(self, bot: Bot, watches: WatchRunner, fetcher: Fetcher | None = None) -> None:
        self._bot = bot
        self._watches = watches
        self._fetcher = fetcher
        self._cancel = CancelToken()
        self._task: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Follow from now on."""
        settings = self._bot.config.sync
        if settings.with_bot and self._task is None:
            fetcher = self._fetcher or Fetcher(pause=settings.pause)
            following = watch(self._bot.archive, fetcher=fetcher, told=self._told, cancel=self._cancel)
            self._task = asyncio.create_task(following, name="feeds")
            self._bot.keep(self._task)

    async def close(self) -> None:
        """Stop at the next step; what was stored stays."""
        self._cancel.cancel()
        if self._task is not None and not self._task.done():
            await asyncio.wait([self._task], timeout=_PATIENCE)
            self._task.cancel()

    def _told(self, round_: Synced | Exception) -> None:
        if isinstance(round_, Busy):
            _log.info("feeds wait, for the archive is being written to")
        elif isinstance(round_, Exception):
            _log.error("feeds could not be followed; tried again later", exc_info=round_)
        else:
            changes = round_.changes
            for feed in round_.feeds:
                if feed.error is not None:
                    _log.warning("a feed failed", feed=feed.url, error=feed.error)
            if changes.articles_added or changes.articles_replaced or changes.articles_removed:
                _log.info("feeds brought articles", added=changes.articles_added, replaced=changes.articles_replaced)
                self._watches.soon()
