"""What a fetched feed or sitemap lists, read in the process with limits."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass

from index.errors import InputError
from index.model import Problem
from index.reading.base import Document, Draft
from index.reading.isolation import Reader
from index.reading.registry import LISTING


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry. `text` is what the feed holds of it, all of it where it is `whole`. `fields` are title, date, author,
    language as the feed gives them. `stamp` changes when the entry does."""

    key: str
    url: str | None
    text: str
    whole: bool
    stamp: str
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A feed ("feed"), a "sitemap", or an "index of sitemaps", whose entries lead to sitemaps."""

    kind: str
    title: str | None
    entries: tuple[Entry, ...]


def listed(data: bytes, url: str, reader: Reader) -> Listing:
    """The entries of a fetched document. Takes its time: call it in a thread. Raises InputError with what is wrong."""
    if not LISTING.installed:
        raise InputError('cannot be read without the extra feeds: pip install "onrecord[feeds]"')
    head: Draft | None = None
    entries: list[Entry] = []
    for item in reader.read(LISTING, Document(url, io.BytesIO(data), url=url)):
        if isinstance(item, Problem):
            raise InputError(item.message)
        if head is None:
            head = item
        else:
            entries.append(_entry(item))
    if head is None:
        raise InputError("is empty; check the address")
    title = head.fields.get("title")
    return Listing(kind=str(head.fields.get("kind")), title=str(title) if title else None, entries=tuple(entries))


def _entry(draft: Draft) -> Entry:
    given = dict(draft.fields)
    whole, key, url = bool(given.pop("whole", 0)), str(given.pop("key", "")), given.pop("url", None)
    modified = given.pop("modified", None)
    said = "\x00".join(str(part) for part in (given.get("title"), url, modified, draft.text))
    return Entry(
        key=key[:1000],
        url=str(url) if url else None,
        text=draft.text,
        whole=whole,
        stamp=hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:32],
        fields=given,
    )
