"""Lists of feeds as other readers write and read them: OPML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from index.errors import InputError
from index.feed import Feed, FullText
from index.reading.xmltools import local_name, parse_xml

_SPACE = "urn:onrecord"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST = 10_080.0  # minutes between two looks: a week


def feeds_in(data: bytes, minutes: float) -> tuple[Feed, ...]:
    """The feeds of an OPML file, each once; `minutes` where it names no interval. Raises InputError for none."""
    root = parse_xml(data)
    if local_name(root) != "opml":
        raise InputError("is no OPML file; export the list from the feed reader again")
    found: dict[str, Feed] = {}
    for element in root.iter():
        given = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
        url = (given.get("xmlUrl") or given.get("xmlurl") or "").strip()
        if local_name(element) != "outline" or not url:
            continue
        own = {name.rpartition("}")[2]: v for name, v in element.attrib.items() if name.startswith(f"{{{_SPACE}}}")}
        found.setdefault(
            url,
            Feed(
                url=url,
                source=own.get("source", "").strip()[:200] or None,
                minutes=_minutes(own.get("minutes"), minutes),
                full_text=_full_text(own.get("fullText")),
            ),
        )
    if not found:
        raise InputError("names no feeds; export the list from the feed reader again")
    return tuple(found.values())


def opml(feeds: Sequence[tuple[Feed, str | None]]) -> str:
    """Feeds with their titles as an OPML file; our own settings stand in a name space of their own."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:onrecord="{_SPACE}">',
        "  <head><title>onrecord</title></head>",
        "  <body>",
    ]
    for feed, title in feeds:
        attributes = {"type": "rss", "text": feed.source or title or feed.url, "xmlUrl": feed.url}
        if feed.source is not None:
            attributes["onrecord:source"] = feed.source
        attributes |= {"onrecord:minutes": f"{feed.minutes:g}", "onrecord:fullText": feed.full_text}
        shown = " ".join(f"{name}={quoteattr(_CONTROL.sub('', value))}" for name, value in attributes.items())
        lines.append(f"    <outline {shown}/>")
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _minutes(written: str | None, otherwise: float) -> float:
    try:
        value = float(written or "")
    except ValueError:
        return otherwise
    return value if 1 <= value <= _LONGEST else otherwise


def _full_text(written: str | None) -> FullText:
    return written if written in ("auto", "feed", "page") else "auto"
