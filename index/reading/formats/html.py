"""Web pages, saved or fetched: the article by trafilatura, outlet, date and address by what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.boilerplate import clean
from index.reading.clean import normalise
from index.reading.formats.pagemeta import PageMeta, page_meta
from index.reading.head import Head
from index.reading.naming import named_source
from index.reading.outlets import outlet_name, outlet_of_title

_START = re.compile(
    rb"\s*+(?:\xef\xbb\xbf)?+\s*+(?:<!--.{0,4000}?-->\s*|<\?xml[^>]{0,200}>\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_CREDIT = re.compile(r"(?:by|von|par|door|di|av)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_SHORT = 200  # characters of a paragraph that may well stand twice
# Signs that no text has (Unicode's private use), two of them for each mark.
_FIRST_MARK, _SIGNS, _MOST_MARKS = 0xE000, 80, 6400
_MARKS = re.compile(r"[\ue000-\uf8ff]")
_LEAST_WORDS = 8
_HEAD_LINES = 4  # of a page that stand between its heading and its story


_FRAGMENT = re.compile(rb"<(?:p|div|article|section)\b", re.IGNORECASE)


def recognises(document: Document) -> bool:
    """Whether the first bytes are those of a web page."""
    return bool(_START.match(document.head))


def _holds_markup(document: Document) -> bool:
    return b"<" in document.head


def read(document: Document) -> Iterator[Draft | Problem]:
    """One draft. Raises nothing that is not meant for people: a page without an article is a problem."""
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    document.stream.seek(0)
    page = document.stream.read()
    tree = load_html(page)
    if tree is None and _FRAGMENT.search(page):  # what a reader's view or a feed leaves of a page
        tree = load_html(b"<html><body><article>" + page + b"</article></body></html>")
    if tree is None:
        yield document.problem("is no readable web page; save it again from the browser")
        return
    meta = page_meta(tree, document.head.decode("utf-8", "replace"), document.url)
    _tell_apart(tree)
    found = bare_extraction(
        tree,
        url=meta.url,
        with_metadata=True,
        include_comments=False,
        # An extensive search takes the year of a line of rights for a date.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = normalise(_MARKS.sub("", str(getattr(found, "text", None) or "")))
    paragraphs = [line for line in (line.strip() for line in text.split("\n")) if line]
    if meta.title is not None and paragraphs and paragraphs[0] == meta.title:
        del paragraphs[0]
    head = Head()
    while paragraphs[1:] and len(head.removed) < _HEAD_LINES and _heads(paragraphs[0], head, meta):
        del paragraphs[0]
    cleaned = clean("\n\n".join(paragraphs))
    if len(cleaned.text.split()) < _LEAST_WORDS:
        yield document.problem(
            "holds no article that can be told from the page around it; load the article's own page, or its print view"
        )
        return
    fields, evidence = _fields(meta, found, head)
    named = head.outlet or named_source(cleaned.removed)
    if named is None and (named := outlet_of_title(_title_element(tree), meta.title)) is not None:
        evidence["named_source"] = "the page's title"
    yield Draft(
        text=cleaned.text,
        raw=document.decoded.text,
        fields=fields,
        evidence=evidence,
        named_source=named,
        removed=(*head.removed, *cleaned.removed),
    )


def _tell_apart(tree: Any) -> None:
    """Mark short paragraphs that say again what one before them says: where trafilatura gathers a page's paragraphs
    one by one it leaves such ones out, and with them labels of speakers and every second "Yes." of a transcript."""
    seen: set[str] = set()
    again = 0
    for paragraph in tree.iter("p"):
        text = " ".join(paragraph.text_content().split())
        if not text or len(text) > _SHORT:
            continue
        if text in seen and again < _MOST_MARKS:
            last = paragraph[-1] if len(paragraph) else None
            mark = chr(_FIRST_MARK + again // _SIGNS) + chr(_FIRST_MARK + again % _SIGNS)
            if last is None:
                paragraph.text = (paragraph.text or "") + mark
            else:
                last.tail = (last.tail or "") + mark
            again += 1
        seen.add(text)


def _heads(line: str, head: Head, meta: PageMeta) -> bool:
    """Take a line above the story that says again who wrote it and when; False for any other."""
    author = meta.fields.get("author")
    if isinstance(author, str) and line.casefold() == author.casefold():
        head.removed.append(line)
        return True
    return head.take(line)


def _title_element(tree: Any) -> str:
    found = tree.find(".//title")
    return " ".join((found.text_content() if found is not None else "").split())


def _fields(meta: PageMeta, found: object, head: Head) -> tuple[dict[str, object], dict[str, str]]:
    fields: dict[str, object] = {**head.fields, **meta.fields}
    evidence = {**head.evidence, **meta.evidence}
    for name in ("title", "author", "date"):
        value = getattr(found, name, None)
        if name not in fields and isinstance(value, str) and value.strip():
            fields[name], evidence[name] = value.replace("; ", ", "), "found in the page"
    if isinstance(author := fields.get("author"), str):
        author = _CREDIT.sub("", author, count=1) if _CREDIT.match(author) else author
        if "://" in author or outlet_name(author) == fields.get("source"):
            del fields["author"]
        else:
            fields["author"] = author
    return fields, evidence


FORMAT = Format(
    name="web page",
    suffixes=(".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"),
    read=read,
    recognises=recognises,
    needs=("trafilatura", "html"),
    foreign=True,
    lenient=True,
    accepts=_holds_markup,
)
