"""DOCX and ODT: the paragraphs of the body as a reader sees them; no macro, formula or link is followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from index.errors import InputError
from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.exports import drafts_of_export
from index.reading.head import Head
from index.reading.text import draft_of
from index.reading.xmltools import local_name, open_zip, parse_xml, read_part

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ODT_KIND = b"mimetypeapplication/vnd.oasis.opendocument.text"
_UNSEEN_DOCX = frozenset(["del", "instrText", "Fallback", "moveFrom", "footnotePr", "txbxContent"])
_UNSEEN_ODT = frozenset(["tracked-changes", "note", "annotation", "forms", "sequence-decls", "bookmark"])


def is_docx(document: Document) -> bool:
    """Whether a zip holds a word processor's document."""
    return document.head.startswith(b"PK\x03\x04") and "word/document.xml" in document.zip_names


def is_odt(document: Document) -> bool:
    """Whether a zip says that it is an OpenDocument text."""
    return document.head.startswith(b"PK\x03\x04") and _ODT_KIND in document.head[:200]


def read_docx(document: Document) -> Iterator[Draft | Problem]:
    """One draft; the document's properties give what its text does not."""
    with open_zip(document.stream) as archive:
        body = read_part(archive, "word/document.xml")
        core = read_part(archive, "docProps/core.xml")
    if body is None:
        raise InputError("holds no document; open it and save it again as .docx")
    paragraphs = [_docx_text(p) for p in _walk(parse_xml(body), "p", _UNSEEN_DOCX)]
    yield from _drafts(paragraphs, _properties(core, {"title": "title", "creator": "author", "created": "date"}))


def read_odt(document: Document) -> Iterator[Draft | Problem]:
    """One draft; the document's properties give what its text does not."""
    with open_zip(document.stream) as archive:
        body = read_part(archive, "content.xml")
        meta = read_part(archive, "meta.xml")
    if body is None:
        raise InputError("holds no content; open it and save it again as .odt")
    paragraphs = [_odt_text(p) for p in _walk(parse_xml(body), "p h", _UNSEEN_ODT)]
    names = {"title": "title", "initial-creator": "author", "creator": "author", "creation-date": "date"}
    yield from _drafts(paragraphs, _properties(meta, names))


def _walk(root: Element, wanted: str, unseen: frozenset[str]) -> Iterator[Element]:
    """Paragraph elements in order, outside of what is not shown."""
    names = wanted.split()
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        if name in unseen:
            continue
        if name in names:
            yield element
            continue
        waiting.extend(reversed(element))


def _docx_text(paragraph: Element) -> str:
    return _text(paragraph, _UNSEEN_DOCX, {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}, frozenset("t"))


def _odt_text(paragraph: Element) -> str:
    return _text(paragraph, _UNSEEN_ODT, {"tab": "\t", "line-break": "\n", "s": " "}, None)


def _text(paragraph: Element, unseen: frozenset[str], signs: dict[str, str], holders: frozenset[str] | None) -> str:
    """The text inside a paragraph; `holders` are the elements whose text counts, None: all."""
    parts: list[str] = []
    waiting: list[tuple[Element, bool]] = [(paragraph, False)]
    while waiting:
        element, behind = waiting.pop()
        if behind:
            if holders is None and element.tail:
                parts.append(element.tail)
            continue
        name = local_name(element)
        if element is not paragraph:
            waiting.append((element, True))
        if name in unseen:
            continue
        parts.append(signs.get(name, ""))
        if (holders is None or name in holders) and element.text:
            parts.append(element.text)
        waiting.extend((child, False) for child in reversed(element))
    return "".join(parts).strip()


def _properties(data: bytes | None, names: dict[str, str]) -> dict[str, str]:
    if data is None:
        return {}
    found: dict[str, str] = {}
    for element in parse_xml(data).iter():
        name = names.get(local_name(element))
        if name is not None and element.text and element.text.strip():
            found.setdefault(name, element.text.strip())
    return found


def _drafts(paragraphs: list[str], properties: dict[str, str]) -> list[Draft]:
    """The document's one draft, or those of a news database's export, whose fields are its own."""
    raw = "\n\n".join(part for part in paragraphs if part)
    return drafts_of_export(raw) or [_draft(raw, properties)]


def _draft(raw: str, properties: dict[str, str]) -> Draft:
    head = Head()
    draft = draft_of(raw, raw, head)
    # What the text itself says at its head is nearer to the truth than what the program noted.
    for name, value in properties.items():
        if name not in head.fields:
            head.fields[name], head.evidence[name] = value, "the document's properties"
    return draft


def _format(
    name: str,
    suffix: str,
    read: Callable[[Document], Iterator[Draft | Problem]],
    recognises: Callable[[Document], bool],
) -> Format:
    return Format(name=name, suffixes=(suffix,), read=read, recognises=recognises, foreign=True)


DOCX = _format("Word document", ".docx", read_docx, is_docx)
ODT = _format("OpenDocument text", ".odt", read_odt, is_odt)
