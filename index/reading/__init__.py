"""Reading: bytes to articles. One short module a format, a registry, boilerplate removal."""

from __future__ import annotations

from index.reading.base import Document, Draft, Format, ReadOptions
from index.reading.boilerplate import remove, repeated_paragraphs
from index.reading.dates import AMBIGUOUS, DateReading, parse_date
from index.reading.reader import read, read_bytes
from index.reading.registry import formats

__all__ = [
    "AMBIGUOUS",
    "DateReading",
    "Document",
    "Draft",
    "Format",
    "ReadOptions",
    "formats",
    "parse_date",
    "read",
    "read_bytes",
    "remove",
    "repeated_paragraphs",
]
