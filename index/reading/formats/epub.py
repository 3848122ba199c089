"""EPUB: a magazine or a book, one article a chapter, in the order of reading."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from index.errors import InputError
from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.blocks import paragraphs_of
from index.reading.boilerplate import clean
from index.reading.encoding import decode
from index.reading.xmltools import local_name, open_zip, parse_xml, read_part

_KIND = b"mimetypeapplication/epub+zip"
_LEAST_WORDS = 20  # covers, title pages and tables of contents hold fewer sentences
_NAMES = {"publisher": "source", "date": "date", "creator": "author", "language": "language"}
_CHAPTERS = 2000


def recognises(document: Document) -> bool:
    """Whether a zip says that it is an EPUB."""
    return document.head.startswith(b"PK\x03\x04") and _KIND in document.head[:200]


def read(document: Document) -> Iterator[Draft | Problem]:
    """One draft a chapter that holds prose; its first heading is the title."""
    with open_zip(document.stream) as archive:
        container = read_part(archive, "META-INF/container.xml")
        roots = [] if container is None else [e.get("full-path", "") for e in parse_xml(container).iter()]
        path = next((root for root in roots if root), None)
        package = read_part(archive, path) if path else None
        if path is None or package is None:
            raise InputError("is a damaged EPUB: it names no package; save or download it again")
        root = parse_xml(package)
        book = {
            name: element.text.strip()
            for element in root.iter()
            if (name := _NAMES.get(local_name(element))) and element.text and element.text.strip()
        }
        items = {e.get("id", ""): e.get("href", "") for e in root.iter() if local_name(e) == "item"}
        spine = [e.get("idref", "") for e in root.iter() if local_name(e) == "itemref"][:_CHAPTERS]
        found = False
        for number, key in enumerate(spine, 1):
            href = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(items.get(key, ""))))
            data = read_part(archive, href) if items.get(key) else None
            if data is None:
                continue
            raw = decode(data).text
            title, paragraphs = paragraphs_of(raw)
            cleaned = clean("\n\n".join(part for part in paragraphs if part != title))
            if len(cleaned.text.split()) < _LEAST_WORDS:
                continue
            found = True
            fields: dict[str, object] = {**book, **({"title": title} if title else {})}
            yield Draft(
                text=cleaned.text,
                raw=raw,
                fields=fields,
                evidence={name: "the book's package" if name != "title" else "the first heading" for name in fields},
                removed=cleaned.removed,
                line=number,
            )
    if not found:
        yield document.problem("holds no chapter with text; its pages may be pictures")


FORMAT = Format(name="EPUB", suffixes=(".epub",), read=read, recognises=recognises, foreign=True)
