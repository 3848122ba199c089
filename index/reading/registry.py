"""The formats, in the order in which they are asked. A new format is one module and one line here."""

from __future__ import annotations

from index.reading import jsonl, markdown, scraped, text
from index.reading.base import Document, Format

FORMATS: tuple[Format, ...] = (
    jsonl.LINES,
    jsonl.JSON,
    markdown.FORMAT,
    scraped.FORMAT,
    text.FORMAT,
)


def formats() -> tuple[str, ...]:
    """One line a format for help texts: "JSON Lines (.jsonl, .ndjson)"."""
    return tuple(f"{item.name} ({', '.join(item.suffixes)})" for item in FORMATS)


def is_known(suffix: str) -> bool:
    """Whether some format reads files with that suffix (".txt")."""
    return any(suffix.lower() in item.suffixes for item in FORMATS)


def choose(document: Document, suffix: str) -> Format | None:
    """The first format with that suffix that accepts the document. Raises InputError for binary data."""
    return next((item for item in FORMATS if suffix.lower() in item.suffixes and item.accepts(document)), None)
