"""A document that is no file of the user's: fetched from the web, or attached to a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

# Types that hosts give documents which are read, and the suffix by which each is where its content does not tell.
SUFFIXES: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/x-jsonlines": ".jsonl",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A document on its way into the archive. Its articles have no origin: it is known by its address alone.

    `name` is for messages; `suffix` (".html") gives the format where the content does not. `content` are its bytes, or
    the file that holds them for now. `url` is the address that it was fetched from. `source` is the outlet that the
    user gave it; `fields` (title, date, author, language) fill what the document does not say itself, `told` is what
    gave them. `otherwise` is read instead where this one holds no article.
    """

    name: str
    suffix: str
    content: bytes | Path
    url: str | None = None
    source: str | None = None
    fields: Mapping[str, object] = field(default_factory=dict[str, object])
    told: str = ""
    otherwise: Incoming | None = None
