"""Text files that news databases give out (Nexis, Factiva, ProQuest): an article a document."""

from __future__ import annotations

from collections.abc import Iterator

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.clean import normalise
from index.reading.exports import drafts_of_export, is_export


def recognises(document: Document) -> bool:
    """Whether the first lines hold a database's keys."""
    return b"\x00" not in document.head and is_export(document.head.decode("utf-8", "replace").replace("\r\n", "\n"))


def read(document: Document) -> Iterator[Draft | Problem]:
    """A draft an article."""
    found = drafts_of_export(normalise(document.text))
    if not found:
        yield document.problem("holds no article between the keys of a news database; export it again with full text")
    yield from found


FORMAT = Format(name="news database export", suffixes=(), read=read, recognises=recognises)
