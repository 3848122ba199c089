"""What a feed or sitemap lists, for whoever follows it: entries with their addresses, whole texts or summaries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any, cast
from urllib.parse import urljoin

from index.errors import InputError
from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.blocks import text_of
from index.reading.boilerplate import clean
from index.reading.clean import normalise, one_line
from index.reading.formats import feed, html, sitemap

_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|&hellip;|read more|continue reading|more)\W*$", re.IGNORECASE)
_WHOLE = 60  # words from which the content of an entry is taken for all of it
_WHOLE_SUMMARY = 250  # words from which a summary is taken for all of it
_MOST = 50_000  # entries that are listed at most, as many as a sitemap may hold


def read(document: Document) -> Iterator[Draft | Problem]:
    """A head, whose field `kind` is "feed", "sitemap" or "index of sitemaps", and a draft an entry.

    An entry's fields are key, title, url, date, modified, author, language and `whole`; its text is what the feed
    holds of it. Raises InputError where the document is none of these.
    """
    if feed.recognises(document):
        yield from _of_feed(document)
    elif sitemap.recognises(document):
        yield from _of_sitemap(document)
    elif document.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        yield from _of_json(document)
    elif html.recognises(document):
        named = _named_feeds(document)
        hint = f"; it names the feed {named[0]}" if named else "; look for the address of its feed (RSS or Atom)"
        raise InputError(f"is a web page and no feed{hint}")
    else:
        raise InputError("is neither a feed (RSS, Atom, JSON Feed) nor a sitemap; check the address")


def _of_feed(document: Document) -> Iterator[Draft]:
    import feedparser

    document.stream.seek(0)
    parsed = cast(Mapping[str, Any], feedparser.parse(document.stream.read(), resolve_relative_uris=True))
    entries = cast(list[Mapping[str, Any]], parsed.get("entries", []))
    if not entries and parsed.get("bozo"):
        raise InputError("cannot be read as a feed; it is damaged")
    about = cast(Mapping[str, Any], parsed.get("feed", {}))
    yield _head("feed", text_of(str(about.get("title", ""))))
    for entry in entries[:_MOST]:
        contents = [str(part.get("value", "")) for part in entry.get("content", [])]
        yield _entry(
            document,
            key=entry.get("id"),
            title=text_of(str(entry.get("title", ""))),
            url=entry.get("link"),
            date=entry.get("published") or entry.get("updated") or entry.get("created"),
            modified=entry.get("updated"),
            author=entry.get("author"),
            language=about.get("language"),
            content=max(contents, key=len, default=""),
            summary=str(entry.get("summary", "")),
        )


def _of_json(document: Document) -> Iterator[Draft]:
    try:
        given = json.loads(document.text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not valid JSON ({type(error).__name__}); check the address") from None
    about = cast(dict[str, Any], given if isinstance(given, dict) else {})
    items = about.get("items")
    if "jsonfeed.org" not in str(about.get("version", "")) or not isinstance(items, list):
        raise InputError("is JSON but no JSON Feed; check the address")
    yield _head("feed", str(about.get("title") or ""))
    for item in cast(list[object], items)[:_MOST]:
        if not isinstance(item, dict):
            continue
        row = cast(dict[str, Any], item)
        authors = row.get("authors") if isinstance(row.get("authors"), list) else [row.get("author")]
        names = [str(one["name"]) for one in cast(list[Any], authors) if isinstance(one, dict) and "name" in one]
        yield _entry(
            document,
            key=row.get("id"),
            title=row.get("title"),
            url=row.get("url") or row.get("external_url"),
            date=row.get("date_published"),
            modified=row.get("date_modified"),
            author=", ".join(names),
            language=row.get("language") or about.get("language"),
            content=str(row.get("content_html") or row.get("content_text") or ""),
            summary=str(row.get("summary") or ""),
        )


def _of_sitemap(document: Document) -> Iterator[Draft]:
    document.stream.seek(0)
    found = sitemap.links(document.stream.read())
    yield _head("index of sitemaps" if any(link.is_sitemap for link in found) else "sitemap", "")
    for link in found[:_MOST]:
        yield _entry(document, key=link.url, title=link.title, url=link.url, date=link.date, modified=link.date)


def _head(kind: str, title: str) -> Draft:
    return Draft(text="", raw="", fields={"kind": kind, "title": one_line(title) or None})


def _entry(
    document: Document,
    *,
    key: object,
    title: object,
    url: object,
    date: object = None,
    modified: object = None,
    author: object = None,
    language: object = None,
    content: str = "",
    summary: str = "",
) -> Draft:
    text = _text(max(content, summary, key=len))
    words = len(text.split())
    whole = words >= (_WHOLE if content and len(content) >= len(summary) else _WHOLE_SUMMARY) and not _CUT.search(text)
    address = urljoin(document.url or "", str(url).strip()) if url else ""
    given = {
        "key": key or address or title,
        "title": one_line(str(title)) if title else None,
        "url": address,
        "date": date,
        "modified": modified,
        "author": author,
        "language": language,
    }
    fields: dict[str, object] = {name: str(value) for name, value in given.items() if value}
    return Draft(text=text, raw="", fields={**fields, "whole": int(whole)})


def _text(markup: str) -> str:
    return clean(normalise(text_of(markup))).text if markup else ""


def _named_feeds(document: Document) -> list[str]:
    """The addresses of the feeds that a page names."""
    parser = _Links()
    parser.feed(document.text[:500_000])
    return [urljoin(document.url or "", address) for address in parser.found]


class _Links(HTMLParser):
    """Collects `<link rel="alternate" type="application/rss+xml">` and its like."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kind = given.get("type", "").lower()
        is_feed = "rss" in kind or "atom" in kind or "feed+json" in kind
        if tag == "link" and is_feed and "alternate" in given.get("rel", "").lower() and given.get("href"):
            self.found.append(given["href"])


FORMAT = Format(name="list of entries", suffixes=(), read=read, needs=("feedparser", "feeds"), foreign=True)
