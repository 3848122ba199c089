"""Sitemaps: lists of addresses, without texts; whoever fetches pages follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.xmltools import local_name, parse_xml

_START = re.compile(
    rb"\s*+(?:\xef\xbb\xbf)?+\s*+(?:<\?[^>]{0,300}\?>\s*|<!--.{0,2000}?-->\s*)*<(?:\w+:)?(?:urlset|sitemapindex)\b",
    re.S,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address of a sitemap. `is_sitemap`: it leads to another sitemap."""

    url: str
    title: str | None = None
    date: str | None = None
    is_sitemap: bool = False


def recognises(document: Document) -> bool:
    """Whether the first bytes are those of a sitemap."""
    return bool(_START.match(document.head))


def links(data: bytes) -> list[Link]:
    """The addresses of a sitemap, or of an index of sitemaps. Raises InputError for broken or hostile XML."""
    found: list[Link] = []
    for element in parse_xml(data).iter():
        if local_name(element) not in ("url", "sitemap"):
            continue
        parts = {local_name(part): (part.text or "").strip() for part in element.iter()}
        if parts.get("loc"):
            found.append(
                Link(
                    url=parts["loc"],
                    title=parts.get("title") or None,
                    date=parts.get("publication_date") or parts.get("lastmod") or None,
                    is_sitemap=local_name(element) == "sitemap",
                )
            )
    return found


def read(document: Document) -> Iterator[Draft | Problem]:
    """No draft: a problem that says what a sitemap is good for."""
    document.stream.seek(0)
    count = len(links(document.stream.read()))
    yield document.problem(
        f"is a sitemap: a list of {count} addresses without texts; save the pages themselves and load those"
    )


FORMAT = Format(name="sitemap", suffixes=(), read=read, recognises=recognises)
