"""Following feeds and watched folders: a part of `Archive`, in a file of its own.

What fetches and parses is imported when it is first needed: it costs a question nothing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import aiosqlite

from index.config import Config
from index.errors import InputError, NotFound
from index.feed import Feed, FeedState, FeedStatus, FeedTrial, FullText, status_of_feed
from index.feeds.results import Synced
from index.progress import CancelToken, OnProgress
from index.storage.feeds import drop_feed, feed_states, put_feed, stored_feeds

if TYPE_CHECKING:
    from index.fetching.polite import Clock, Fetcher
    from index.indexing.run import Indexer


class Syncing(ABC):
    """Methods of `Archive` that follow feeds and watched folders."""

    config: Config
    _db: aiosqlite.Connection

    @abstractmethod
    def writer(self) -> Indexer:
        """What writes into the archive."""
        ...

    async def feeds(self) -> tuple[FeedStatus, ...]:
        """The feeds that are followed, those of the configuration first, and how each stands."""
        states = await feed_states(self._db)
        return tuple(
            status_of_feed(feed, states.get(feed.url) or FeedState(url=feed.url)) for feed in await self._followed()
        )

    async def add_feed(
        self, url: str, *, source: str | None = None, minutes: float | None = None, full_text: FullText | None = None
    ) -> Feed:
        """Follow a feed, or change how one that was added is followed; nothing is fetched yet.

        Raises InputError for what is no address of the web, and for a feed of the configuration.
        """
        from index.fetching.fetch import FetchError, check_url

        settings = self.config.sync
        try:
            check_url(url)
        except FetchError as error:
            raise InputError(f"{url[:200]}: {error}") from None
        if any(feed.url == url for feed in self.config.feeds):
            raise InputError(f"{url}: stands in the configuration already; change it there")
        feed = Feed(
            url=url, source=source, minutes=minutes or settings.minutes, full_text=full_text or settings.full_text
        )
        await put_feed(self._db, feed)
        await self._db.commit()
        return feed

    async def remove_feed(self, url: str) -> None:
        """Follow a feed no longer; its articles stay. Raises NotFound for one that was not added."""
        if any(feed.url == url for feed in self.config.feeds):
            raise InputError(f"{url}: stands in the configuration; take it out there")
        if not await drop_feed(self._db, url):
            raise NotFound(f"no feed has the address {url}; `onrecord feeds list` shows them")
        await self._db.commit()

    async def try_feed(self, url: str, *, fetcher: Fetcher | None = None) -> FeedTrial:
        """Look at a feed without following it. Raises FetchError or InputError with what is wrong with it."""
        from index.feeds import sync

        return await sync.try_feed(url, fetcher or sync.fetcher_of(self.config))

    async def sync(
        self,
        *,
        due: bool = False,
        fetcher: Fetcher | None = None,
        clock: Clock | None = None,
        on_progress: OnProgress | None = None,
        cancel: CancelToken | None = None,
    ) -> Synced:
        """Look once at the feeds, and at the watched folders (`reading.folders`), and load what is new.

        `due`: only the feeds whose time has come. What is wrong with a feed stands in its result and its state, and
        stops no other one. Raises Busy while another process writes, Cancelled on request.
        """
        from index.feeds import sync

        work = sync.Round(
            self.config, self._db, self.writer(), fetcher or sync.fetcher_of(self.config), on_progress, cancel
        )
        return await work.run(await self._followed(), due=due, clock=clock)

    async def _followed(self) -> list[Feed]:
        """The configured feeds and the added ones, each address once."""
        settings = self.config.sync
        configured = [
            Feed(
                url=one.url,
                source=one.source,
                minutes=one.minutes or settings.minutes,
                full_text=one.full_text or settings.full_text,
                configured=True,
            )
            for one in self.config.feeds
        ]
        urls = {feed.url for feed in configured}
        return [*configured, *(feed for feed in await stored_feeds(self._db) if feed.url not in urls)]
