"""Atom feeds (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from index.export.plain import line, plain

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement or passage; `id` is its identity, so that a reader shows it once, whoever speaks."""

    title: str
    words: str
    id: str
    link: str
    date: dt.date | None
    author: str | None
    outlet: str | None


def feed(*, title: str, link: str, own: str, entries: Sequence[Entry], built: dt.datetime | None) -> bytes:
    """A feed of these entries; `link` is the page, `own` the feed's address. Undated ones count from `built`."""
    root = ET.Element("feed", xmlns=_ATOM)
    beginning = built or dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    _add(root, "id", own)
    _add(root, "title", line(title))
    _add(root, "updated", beginning.isoformat(timespec="seconds"))
    ET.SubElement(root, "link", rel="self", href=own)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=link)
    _add(root, "generator", "onrecord")
    for entry in entries:
        at = dt.datetime.combine(entry.date, dt.time(), dt.UTC) if entry.date else beginning
        item = ET.SubElement(root, "entry")
        _add(item, "id", entry.id)
        _add(item, "title", line(entry.title))
        _add(item, "updated", at.isoformat(timespec="seconds"))
        if entry.date:
            _add(item, "published", at.isoformat(timespec="seconds"))
        _add(ET.SubElement(item, "author"), "name", line(entry.author or entry.outlet or "unnamed"))
        ET.SubElement(item, "link", rel="alternate", type="text/html", href=entry.link)
        _add(item, "content", plain(entry.words), type="text")
        if entry.outlet:
            ET.SubElement(item, "category", term=line(entry.outlet))
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text
