"""The formats, in the order in which they are asked. A new format is one module and one line here."""

from __future__ import annotations

from index.errors import InputError
from index.reading import jsonl, markdown, scraped, text
from index.reading.base import Document, Format
from index.reading.formats import (
    captions,
    clocked,
    containers,
    entries,
    epub,
    feed,
    html,
    mail,
    newsbase,
    newsxml,
    office,
    pdf,
    rtf,
    sitemap,
    table,
)

# Those that know their files by content come first, the special before the general.
FORMATS: tuple[Format, ...] = (
    pdf.FORMAT,
    office.DOCX,
    office.ODT,
    epub.FORMAT,
    containers.ZIP,
    containers.WARC,
    containers.GZIP,
    containers.ZSTANDARD,
    containers.TAR,
    table.PARQUET,
    rtf.FORMAT,
    feed.FORMAT,
    sitemap.FORMAT,
    newsxml.FORMAT,
    html.FORMAT,
    newsbase.FORMAT,
    captions.VTT,
    captions.SRT,
    clocked.FORMAT,
    mail.MHTML,
    mail.MBOX,
    mail.EML,
    jsonl.LINES,
    jsonl.JSON,
    table.CSV,
    markdown.FORMAT,
    scraped.FORMAT,
    text.FORMAT,
)

# What a feed or sitemap lists: asked for by whoever follows it, never of a file.
LISTING = entries.FORMAT


def formats() -> tuple[str, ...]:
    """One line a format for help texts: "JSON Lines (.jsonl, .ndjson)"."""
    return tuple(f"{item.name} ({', '.join(item.suffixes)})" if item.suffixes else item.name for item in FORMATS)


def choose(document: Document, suffix: str) -> Format | None:
    """The format of a document: by its content, else by its name's suffix; None for an unknown one.

    Raises InputError for binary data under a text's name, and for a file that is not what its name says.
    """
    suffix = suffix.lower()
    for item in FORMATS:
        if item.recognises is not None and item.recognises(document):
            return item
    named = [item for item in FORMATS if suffix in item.suffixes]
    if not named:
        return _unnamed(document, suffix)
    for item in named:
        if (item.recognises is None or item.lenient) and item.accepts(document):
            return item
    raise InputError(
        f"is named {suffix} but is no {named[0].name}; check the file, or download it again"
        if document.head
        else "is empty; nothing to read"
    )


def _unnamed(document: Document, suffix: str) -> Format | None:
    """A text file without a suffix is JSON by its first sign, else text; any other name is of an unknown type."""
    if suffix and suffix not in (".log", ".asc"):
        return None
    if document.head.lstrip()[:1] in (b"{", b"["):
        return jsonl.JSON
    return scraped.FORMAT if scraped.accepts(document) else text.FORMAT
