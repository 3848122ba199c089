"""Feeds that the archive follows, and how each stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

# Whose text is read: the feed's where it is whole, else the linked page's; the feed's alone; the page's always.
FullText = Literal["auto", "feed", "page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed or sitemap to follow. `source` is the outlet of its articles; None: what they say themselves.

    `minutes` lie between two looks. `configured`: it stands in the configuration, not in the archive.
    """

    url: str
    source: str | None = None
    minutes: float
    full_text: FullText = "auto"
    configured: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is known of a feed from the looks so far. `failures` in a row; `next_at`: when it is due.

    `articles` counts the entries that were loaded so far. `moved` is its new address, where the host names one.
    """

    url: str
    title: str | None = None
    etag: str | None = None
    modified: str | None = None
    next_at: dt.datetime | None = None
    succeeded_at: dt.datetime | None = None
    failed_at: dt.datetime | None = None
    error: str | None = None
    failures: int = 0
    articles: int = 0
    moved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedStatus:
    """A feed with its state, for faces. `error` is the last one, `failing` whether it was the last look's."""

    url: str
    source: str | None
    title: str | None
    minutes: float
    full_text: FullText
    configured: bool
    succeeded_at: dt.datetime | None
    failed_at: dt.datetime | None
    error: str | None
    failing: bool
    next_at: dt.datetime | None
    articles: int

    @property
    def name(self) -> str:
        """What it is called: its outlet, its own title, else its address."""
        return self.source or self.title or self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """An entry of a feed that was looked at on trial. `whole`: the feed holds its whole text."""

    title: str | None
    url: str | None
    date: str | None
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedTrial:
    """What a feed turned out to be: "feed", "sitemap" or "index of sitemaps", its title and entries."""

    url: str
    kind: str
    title: str | None
    entries: tuple[FeedEntry, ...]


def status_of_feed(feed: Feed, state: FeedState) -> FeedStatus:
    """A feed as faces show it."""
    return FeedStatus(
        url=feed.url,
        source=feed.source,
        title=state.title,
        minutes=feed.minutes,
        full_text=feed.full_text,
        configured=feed.configured,
        succeeded_at=state.succeeded_at,
        failed_at=state.failed_at,
        error=state.error,
        failing=state.failures > 0,
        next_at=state.next_at,
        articles=state.articles,
    )
