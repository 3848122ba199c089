"""One look at feeds and watched folders: fetched, stored, remembered, indexed."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import aiosqlite

from index.config import Config
from index.errors import Cancelled
from index.feed import Feed, FeedEntry, FeedState, FeedTrial
from index.feeds.collect import Desk, Look, look
from index.feeds.folders import Changed, changed_files
from index.feeds.results import FeedResult, Synced
from index.feeds.schedule import next_look
from index.fetching.polite import Clock, Fetcher
from index.incoming import Incoming
from index.progress import CancelToken, OnProgress
from index.reading.isolation import Reader
from index.reading.listing import listed
from index.storage.feeds import feed_states, put_seen, put_state, put_watched, seen_entries, watched_files

if TYPE_CHECKING:
    from index.indexing.run import Indexer

_AT_ONCE = 8  # feeds that are looked at side by side
_QUIET = 2.0  # seconds that a file of a watched folder must have been left alone, while it is watched


def fetcher_of(config: Config) -> Fetcher:
    """Who fetches under these settings: from the open web alone."""
    return Fetcher(pause=config.sync.pause)


async def try_feed(url: str, fetcher: Fetcher) -> FeedTrial:
    """See `Archive.try_feed`."""
    got = await fetcher.get(url)
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


@dataclass(frozen=True, slots=True)
class Round:
    """What a look needs besides the feeds."""

    config: Config
    db: aiosqlite.Connection
    writer: Indexer
    fetcher: Fetcher
    on_progress: OnProgress | None
    cancel: CancelToken | None

    async def run(self, feeds: Sequence[Feed], *, due: bool, clock: Clock | None) -> Synced:
        """See `Archive.sync`."""
        clock, token = clock or Clock(), self.cancel or CancelToken()
        self.writer.check_free()
        now = clock.now()
        states = await feed_states(self.db)
        chosen = [
            feed for feed in feeds if not due or (next_at := _state(states, feed).next_at) is None or next_at <= now
        ]
        known = await watched_files(self.db)
        quiet = now.timestamp() - _QUIET if due else float("inf")
        changed = await asyncio.to_thread(changed_files, self.config.reading.folders, known, quiet_since=quiet)
        with tempfile.TemporaryDirectory(prefix="onrecord-") as folder, Reader() as reader:
            desk = Desk(self.fetcher, reader, Path(folder), self.config.sync.most, token)
            looks = await self._look_at(chosen, desk)
            token.check()
            documents: list[Path | Incoming] = [Path(path) for path in changed.files]
            documents += [document for found in looks for document in found.documents]

            async def note(db: aiosqlite.Connection) -> None:
                await _note(db, looks, states, changed, clock)

            changes = await self.writer.take_in(
                documents, note, gone=bool(changed.gone), on_progress=self.on_progress, cancel=token
            )
        problems = [problem for found in looks for problem in found.problems]
        return Synced(
            feeds=tuple(_result(found, states) for found in looks),
            files=len(changed.files),
            changes=replace(changes, problems=(*problems, *changes.problems)),
        )

    async def _look_at(self, feeds: Sequence[Feed], desk: Desk) -> list[Look]:
        states = await feed_states(self.db)
        seen = {feed.url: await seen_entries(self.db, feed.url) for feed in feeds}
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
