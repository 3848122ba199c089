"""One look at one feed: what is new becomes documents for the archive; nothing is stored here."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from index.errors import InputError
from index.feed import Feed, FeedState
from index.fetching.fetch import FetchError
from index.fetching.polite import Fetcher
from index.incoming import SUFFIXES, Incoming
from index.model import Problem
from index.progress import CancelToken
from index.reading.isolation import Reader
from index.reading.listing import Entry, Listing, listed
from index.storage.feeds import Seen

_TRIES = 3  # of an entry's page, each at another look
_SITEMAPS = 5  # of an index that are read, the newest
_TOLD = "the feed's entry"
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_cid|mc_eid", re.IGNORECASE)


@dataclass(slots=True)
class Look:
    """What a look at a feed found. `error` None: it succeeded; `wait` is what the host asked for.

    `documents` are ready for the archive, `seen` what is to be remembered once they are in it, `problems` the pages
    that could not be fetched. `entries` counts what the feed lists.
    """

    feed: Feed
    error: str | None = None
    wait: dt.timedelta | None = None
    unchanged: bool = False
    title: str | None = None
    etag: str | None = None
    modified: str | None = None
    moved: str | None = None
    entries: int = 0
    documents: list[Incoming] = field(default_factory=list[Incoming])
    seen: list[Seen] = field(default_factory=list[Seen])
    problems: list[Problem] = field(default_factory=list[Problem])


@dataclass(frozen=True, slots=True)
class Desk:
    """What a look needs: who fetches, who parses, where fetched pages lie until they are read, how many at most."""

    fetcher: Fetcher
    reader: Reader
    folder: Path
    most: int
    cancel: CancelToken
    parsing: asyncio.Lock = field(default_factory=asyncio.Lock)
    numbers: Iterator[int] = field(default_factory=itertools.count)


async def look(feed: Feed, state: FeedState, seen: Mapping[str, Seen], desk: Desk) -> Look:
    """Fetch a feed and the pages of its new entries. Whatever is wrong with it stands in the result."""
    found = Look(feed)
    # Entries whose pages are still to be tried are listed only by a feed that is sent again.
    known = all(one.done for one in seen.values())
    try:
        got = await desk.fetcher.get(
            feed.url, etag=state.etag if known else None, modified=state.modified if known else None
        )
        found.etag, found.modified, found.moved = got.etag, got.modified, got.moved
        if got.unchanged:
            found.unchanged = True
            found.etag, found.modified = got.etag or state.etag, got.modified or state.modified
            return found
        listing = await _listed(got.encoded, got.url, desk)
        found.title = listing.title
        new = await _new_entries(listing, seen, desk, found)
        found.entries = len(listing.entries)
        if len(new) > desk.most:
            found.etag = found.modified = None  # the rest is taken at the next look
        for entry in new[: desk.most]:
            desk.cancel.check()
            await _take(entry, seen.get(entry.key), desk, found)
    except FetchError as error:
        found.error, found.wait = str(error), error.wait
    except InputError as error:
        found.error = str(error)
    return found


async def _listed(data: bytes, url: str, desk: Desk) -> Listing:
    async with desk.parsing:  # one document at a time goes through the process with limits
        return await asyncio.to_thread(listed, data, url, desk.reader)


async def _new_entries(listing: Listing, seen: Mapping[str, Seen], desk: Desk, found: Look) -> Sequence[Entry]:
    """Entries that were not met, that changed, or whose page is to be tried again; of a sitemap the newest first."""
    entries = list(listing.entries)
    if listing.kind == "index of sitemaps":
        newest = sorted(entries, key=lambda entry: str(entry.fields.get("date", "")), reverse=True)
        entries = []
        for entry in newest[:_SITEMAPS]:
            try:
                got = await desk.fetcher.get(entry.url or "")
                part = await _listed(got.encoded, got.url, desk)
            except (FetchError, InputError) as error:
                found.problems.append(Problem(path=entry.url or found.feed.url, message=str(error)))
            else:
                entries += part.entries if part.kind == "sitemap" else ()
        found.etag = found.modified = None  # an index may stay while its sitemaps change
    if listing.kind != "feed":
        entries.sort(key=lambda entry: str(entry.fields.get("date", "")), reverse=True)
    unique = {entry.key: entry for entry in reversed(entries) if entry.key}
    return [
        entry
        for entry in reversed(unique.values())
        if (known := seen.get(entry.key)) is None or not known.done or known.stamp != entry.stamp
    ]


async def _take(entry: Entry, known: Seen | None, desk: Desk, found: Look) -> None:
    """Make a document of an entry: of its own text, or of the page that it links."""
    feed = found.feed
    own = _of_entry(entry, feed) if entry.text.strip() else None
    wants_page = feed.full_text == "page" or (feed.full_text == "auto" and not entry.whole)
    if not wants_page or entry.url is None:
        if own is not None:
            found.documents.append(own)
        else:
            found.problems.append(Problem(path=entry.url or feed.url, message="an entry without a text and a page"))
        found.seen.append(Seen(entry.key, entry.stamp, 0, True))
        return
    tries = known.tries + 1 if known is not None and known.stamp == entry.stamp else 1
    try:
        page = await _page(entry, feed, own, desk)
    except FetchError as error:
        last = tries >= _TRIES or error.kind in ("robots", "private", "address", "large") or error.status in (404, 410)
        what = "; its summary is read" if last and own is not None else "" if last else "; it is tried again"
        found.problems.append(Problem(path=entry.url, message=f"{error}{what}", fatal=last and own is None))
        if last and own is not None:
            found.documents.append(own)
        found.seen.append(Seen(entry.key, entry.stamp, tries, last))
    else:
        found.documents.append(page)
        found.seen.append(Seen(entry.key, entry.stamp, tries, True))


async def _page(entry: Entry, feed: Feed, own: Incoming | None, desk: Desk) -> Incoming:
    """The linked page, kept in a file until it is read. Raises FetchError."""
    got = await desk.fetcher.get(untracked(entry.url or ""))
    suffix = SUFFIXES.get(got.kind)
    if suffix is None:
        raise FetchError("failed", f"holds {got.kind[:60]}, which is not read", status=404)
    path = desk.folder / f"{next(desk.numbers)}{suffix}"
    await asyncio.to_thread(path.write_bytes, got.encoded)
    return Incoming(
        name=got.url,
        suffix=suffix,
        content=path,
        url=got.url,
        source=feed.source,
        fields=entry.fields,
        told=_TOLD,
        otherwise=own,
    )


def _of_entry(entry: Entry, feed: Feed) -> Incoming:
    """An entry's own text, in the form of a row."""
    return Incoming(
        name=entry.url or feed.url,
        suffix=".json",
        content=json.dumps({"text": entry.text}).encode(),
        url=untracked(entry.url) if entry.url else None,
        source=feed.source,
        fields=entry.fields,
        told=_TOLD,
    )


def untracked(url: str) -> str:
    """An address without the marks of campaigns, so that one article has one address."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return url
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    return url if len(kept) == len(pairs) else urlunsplit(parts._replace(query=urlencode(kept)))
