"""Articles in XML: NITF and NewsML-G2 of news agencies, and what trafilatura writes (its own form, and TEI)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.boilerplate import clean
from index.reading.clean import byline, normalise
from index.reading.xmltools import local_name, parse_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_START = re.compile(
    rb"\s*+(?:\xef\xbb\xbf)?+\s*+(?:<\?[^>]{0,300}\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE [^>\[]{0,300}>\s*)*"
    rb"<(?:\w+:)?(?:nitf|newsItem|newsMessage|TEI|doc(?=\s[^>]*\b(?:sitename|fingerprint|hostname)=))\b",
    re.S,
)
_ARTICLES = ("nitf", "newsItem", "TEI", "doc")
# Where the words of the story stand, and what a paragraph of them is called.
_BODIES = ("body.content", "inlineXML", "main", "body")
_PARAGRAPHS = ("p", "head", "quote", "item", "hl2", "ab")
_HOST = re.compile(r"\s+\([\w.-]+\.[a-z]{2,}\)$")  # "The Courier (courier.example)"
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4,6}.*)?")  # 20220405T100000Z, as NITF writes it

# Field, element, and the attribute that holds it; "": its text.
_PLACES = (
    ("title", "hl1", ""), ("title", "headline", ""), ("title", "title", ""),
    ("date", "date.issue", "norm"), ("date", "date.release", "norm"), ("date", "story.date", "norm"),
    ("date", "contentCreated", ""), ("date", "versionCreated", ""), ("date", "firstCreated", ""),
    ("date", "date", "when"), ("date", "date", ""),
    ("modified", "contentModified", ""),
    ("source", "pubdata", "name"), ("source", "infoSource", "literal"), ("source", "provider", "literal"),
    ("source", "distributor", ""), ("source", "publisher", ""),
    ("author", "byline", ""), ("author", "by", ""), ("author", "author", ""),
    ("url", "ptr", "target"), ("url", "canonical", "href"),
)  # fmt: skip


def recognises(document: Document) -> bool:
    """Whether the first bytes are those of an article in XML."""
    return bool(_START.match(document.head))


def read(document: Document) -> Iterator[Draft | Problem]:
    """A draft an article. Raises InputError for broken or hostile XML."""
    document.stream.seek(0)
    root = parse_xml(document.stream.read())
    articles = _articles(root)
    for number, article in enumerate(articles, 1):
        draft = _draft(article, document, number if len(articles) > 1 else None)
        if draft is None:
            yield document.problem("holds an item without a text; nothing to read", fatal=len(articles) == 1)
        else:
            yield draft


def _articles(root: Element) -> list[Element]:
    """The items of a message, or the one article; an article inside another (NITF in NewsML) is a part of it."""
    items = [one for one in root.iter() if local_name(one) == "newsItem"]
    if items:
        return items
    return [one for one in root.iter() if local_name(one) in _ARTICLES][:1]


def _draft(article: Element, document: Document, line: int | None) -> Draft | None:
    body = next((one for name in _BODIES for one in article.iter() if local_name(one) == name), None)
    fields, evidence = dict[str, object](), dict[str, str]()
    for name, value, told in _told(article):
        if value and name not in fields:
            fields[name], evidence[name] = value, told
    paragraphs = list(_paragraphs(body)) if body is not None else []
    if paragraphs and paragraphs[0] == fields.get("title"):
        del paragraphs[0]
    text = normalise("\n\n".join(paragraphs))
    cleaned = clean(text)
    if not cleaned.text.strip():
        return None
    return Draft(
        text=cleaned.text, raw=document.decoded.text if line is None else text, fields=fields, evidence=evidence,
        removed=cleaned.removed, line=line,
    )  # fmt: skip


def _paragraphs(body: Element) -> Iterator[str]:
    """The words of each paragraph, outermost ones first and whole."""
    inside: set[int] = set()
    for element in body.iter():
        if local_name(element) in _PARAGRAPHS and id(element) not in inside:
            inside.update(id(part) for part in element.iter())
            words = " ".join("".join(element.itertext()).split())
            if words:
                yield words


def _told(article: Element) -> Iterator[tuple[str, str, str]]:
    """(field, value, what gave it), the nearest to the truth first."""
    get = article.get
    for name, key in (("title", "title"), ("author", "author"), ("date", "date"), ("source", "sitename"),
                      ("host", "hostname"), ("url", "url"), ("url", "source"), ("language", "language")):  # fmt: skip
        yield name, _plain(name, get(key) or ""), f"doc {key}"
    for name, path, key in _PLACES:
        for element in article.iter():
            if local_name(element) == path and element.get("type") != "download":
                value = element.get(key) or "" if key else " ".join("".join(element.itertext()).split())
                yield name, _plain(name, value), f"{path} {key}".strip()


def _plain(name: str, value: str) -> str:
    value = value.strip()
    if name in ("date", "modified") and (compact := _COMPACT.fullmatch(value)):
        return "-".join(compact.groups()[:3])
    if name == "author":
        return byline(value) or re.sub(r"^by\s+", "", value, flags=re.IGNORECASE).replace("; ", ", ")
    return _HOST.sub("", value) if name == "source" else value


FORMAT = Format(
    name="article in XML (NITF, NewsML, TEI)",
    suffixes=(".nitf", ".xml", ".tei"),
    read=read,
    accepts=recognises,
    recognises=recognises,
    foreign=True,
)
