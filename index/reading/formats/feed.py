"""RSS and Atom: one article an entry, by feedparser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.blocks import text_of
from index.reading.boilerplate import clean
from index.reading.clean import normalise, one_line
from index.reading.naming import named_source

_START = re.compile(
    rb"\s*+(?:\xef\xbb\xbf)?+\s*+(?:<\?[^>]{0,300}\?>\s*|<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.S
)
_SECTION = re.compile(r"\s+(?:\||::|»|•|[–—>-])\s+.*|:\s+.*|\s+(?:RSS|feed|news feed)\s*$", re.IGNORECASE)
_SHORT = 60  # words; a text this short under the name of a summary is one


def recognises(document: Document) -> bool:
    """Whether the first bytes are those of a feed."""
    return bool(_START.match(document.head))


def read(document: Document) -> Iterator[Draft | Problem]:
    """One draft an entry; an entry without any text is a problem that names its address."""
    import feedparser

    document.stream.seek(0)
    parsed = cast(Mapping[str, Any], feedparser.parse(document.stream.read(), resolve_relative_uris=True))
    entries = cast(list[Mapping[str, Any]], parsed.get("entries", []))
    if not entries:
        why = "cannot be read as a feed" if parsed.get("bozo") else "is a feed without entries"
        yield document.problem(f"{why}; check the address, or save it again")
        return
    feed = cast(Mapping[str, Any], parsed.get("feed", {}))
    outlet = _SECTION.sub("", text_of(str(feed.get("title", "")))).strip() or None
    for number, entry in enumerate(entries, 1):
        yield from _entry(document, entry, outlet, str(feed.get("language", "")), number)


def _entry(
    document: Document, entry: Mapping[str, Any], outlet: str | None, language: str, number: int
) -> Iterator[Draft | Problem]:
    title = one_line(text_of(str(entry.get("title", ""))))
    link = str(entry.get("link", "")).strip()
    contents = [str(part.get("value", "")) for part in entry.get("content", [])]
    summary = str(entry.get("summary", ""))
    raw = max([*contents, summary], key=len)
    cleaned = clean(normalise(text_of(raw)))
    if not cleaned.text.strip():
        yield document.problem(
            f"the entry “{title or link}” holds no text; its page is {link or 'not named'}", line=number
        )
        return
    if not contents and (len(cleaned.text.split()) < _SHORT or cleaned.text.rstrip().endswith(("…", "...", "[…]"))):
        yield document.problem(
            f"the entry “{title or link}” holds a summary only, which is read as the text; save the page that it "
            "links and load that for the whole",
            line=number,
            fatal=False,
        )
    given = {
        "title": title,
        "url": link or None,
        "date": entry.get("published") or entry.get("updated") or entry.get("created"),
        "modified": entry.get("updated") if entry.get("published") else None,
        "author": entry.get("author"),
        "language": language or None,
    }
    fields: dict[str, object] = {name: value for name, value in given.items() if value}
    yield Draft(
        text=cleaned.text,
        raw=raw,
        fields=fields,
        evidence=dict.fromkeys(fields, "the feed's entry"),
        named_source=outlet or named_source(cleaned.removed),
        removed=cleaned.removed,
        line=number,
    )


FORMAT = Format(
    name="RSS and Atom feed",
    suffixes=(".rss", ".atom", ".rdf"),
    read=read,
    recognises=recognises,
    needs=("feedparser", "feeds"),
    foreign=True,
)
