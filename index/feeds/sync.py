"""Feeds and watched folders into the archive: a part of `Archive`, in a file of its own."""

from __future__ import annotations

import asyncio
import random
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import aiosqlite

from index.config import Config
from index.errors import Cancelled, InputError, NotFound
from index.feed import Feed, FeedEntry, FeedState, FeedStatus, FeedTrial, FullText, status_of_feed
from index.feeds.collect import Desk, Look, look
from index.feeds.folders import Changed, changed_files
from index.feeds.schedule import next_look
from index.fetching.fetch import FetchError, check_url
from index.fetching.polite import Clock, Fetcher
from index.incoming import Incoming
from index.model import Changes
from index.progress import CancelToken, OnProgress
from index.reading.isolation import Reader
from index.reading.listing import listed
from index.storage.feeds import (
    drop_feed,
    feed_states,
    put_feed,
    put_seen,
    put_state,
    put_watched,
    seen_entries,
    stored_feeds,
    watched_files,
)

if TYPE_CHECKING:
    from index.indexing.run import Indexer

_AT_ONCE = 8  # feeds that are looked at side by side
_QUIET = 2.0  # seconds that a file of a watched folder must have been left alone, while it is watched


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedResult:
    """What a look at one feed brought: how many entries it lists, how many were loaded. `error` None: it succeeded."""

    url: str
    name: str
    entries: int = 0
    new: int = 0
    unchanged: bool = False
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """What a look at feeds and watched folders brought; `files`: read in watched folders."""

    feeds: tuple[FeedResult, ...]
    files: int
    changes: Changes


class Syncing(ABC):
    """Methods of `Archive` that follow feeds and watched folders."""

    config: Config
    _db: aiosqlite.Connection

    @abstractmethod
    def writer(self) -> Indexer: ...

    async def feeds(self) -> tuple[FeedStatus, ...]:
        """The feeds that are followed, those of the configuration first, and how each stands."""
        states = await feed_states(self._db)
        return tuple(status_of_feed(feed, _state(states, feed)) for feed in await self._followed())

    async def add_feed(
        self, url: str, *, source: str | None = None, minutes: float | None = None, full_text: FullText | None = None
    ) -> Feed:
        """Follow a feed, or change how one that was added is followed; nothing is fetched yet.

        Raises InputError for what is no address of the web, and for a feed of the configuration.
        """
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
        got = await (fetcher or self._fetcher()).get(url)
        with Reader() as reader:
            found = await asyncio.to_thread(listed, got.encoded, got.url, reader)
        entries = tuple(
            FeedEntry(
                title=_said(entry.fields.get("title")),
                url=entry.url,
                date=_said(entry.fields.get("date")),
                whole=entry.whole,
            )
            for entry in found.entries
        )
        return FeedTrial(url=got.moved or url, kind=found.kind, title=found.title, entries=entries)

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
        clock, token = clock or Clock(), cancel or CancelToken()
        writer = self.writer()
        writer.check_free()
        now = clock.now()
        states = await feed_states(self._db)
        chosen = [
            feed
            for feed in await self._followed()
            if not due or (next_at := _state(states, feed).next_at) is None or next_at <= now
        ]
        known = await watched_files(self._db)
        quiet = now.timestamp() - _QUIET if due else float("inf")
        changed = await asyncio.to_thread(changed_files, self.config.reading.folders, known, quiet_since=quiet)
        with tempfile.TemporaryDirectory(prefix="onrecord-") as folder, Reader() as reader:
            desk = Desk(fetcher or self._fetcher(), reader, Path(folder), self.config.sync.most, token)
            looks = await self._look_at(chosen, desk)
            token.check()
            documents: list[Path | Incoming] = [Path(path) for path in changed.files]
            documents += [document for found in looks for document in found.documents]

            async def note(db: aiosqlite.Connection) -> None:
                await _note(db, looks, states, changed, clock)

            changes = await writer.take_in(
                documents, note, gone=bool(changed.gone), on_progress=on_progress, cancel=token
            )
        problems = [problem for found in looks for problem in found.problems]
        return Synced(
            feeds=tuple(_result(found, states) for found in looks),
            files=len(changed.files),
            changes=replace(changes, problems=(*problems, *changes.problems)),
        )

    async def _look_at(self, feeds: Sequence[Feed], desk: Desk) -> list[Look]:
        states = await feed_states(self._db)
        seen = {feed.url: await seen_entries(self._db, feed.url) for feed in feeds}
        places = asyncio.Semaphore(_AT_ONCE)

        async def one(feed: Feed) -> Look:
            async with places:
                try:
                    return await look(feed, _state(states, feed), seen[feed.url], desk)
                except Cancelled:
                    raise
                except Exception as error:  # one feed stops no other, whatever its host sends
                    return Look(feed, error=f"cannot be followed ({type(error).__name__}: {error})"[:300])

        return list(await asyncio.gather(*(one(feed) for feed in feeds)))

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

    def _fetcher(self) -> Fetcher:
        return Fetcher(pause=self.config.sync.pause)


async def _note(
    db: aiosqlite.Connection, looks: Sequence[Look], states: dict[str, FeedState], changed: Changed, clock: Clock
) -> None:
    """Remember what was seen, once it is in the archive."""
    now, chance = clock.now(), random.Random()
    for found in looks:
        feed = found.feed
        failures = 0 if found.error is None else _state(states, feed).failures + 1
        before = _state(states, feed)
        state = replace(before, failures=failures, next_at=next_look(now, feed.minutes, failures, found.wait, chance))
        if found.error is None:
            state = replace(
                state,
                title=found.title or before.title,
                etag=found.etag,
                modified=found.modified,
                moved=found.moved,
                succeeded_at=now,
                articles=before.articles + len(found.documents),
            )
        else:
            state = replace(state, failed_at=now, error=found.error)
        await put_state(db, state)
        await put_seen(db, feed.url, found.seen)
    await put_watched(db, changed.files, changed.gone)


def _result(found: Look, states: dict[str, FeedState]) -> FeedResult:
    return FeedResult(
        url=found.feed.url,
        name=found.feed.source or found.title or _state(states, found.feed).title or found.feed.url,
        entries=found.entries,
        new=len(found.documents),
        unchanged=found.unchanged,
        error=found.error,
    )


def _state(states: dict[str, FeedState], feed: Feed) -> FeedState:
    return states.get(feed.url) or FeedState(url=feed.url)


def _said(value: object) -> str | None:
    return None if value is None else str(value)
