"""HTML to the paragraphs that a reader sees, by the standard library alone: for feeds, mail, books and rows.

For whole web pages, where the article must be found first, see `formats/html.py`.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "p div section article header footer aside main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table tr td th "
    "figure figcaption hr body center title".split()
)
_UNSEEN = frozenset("script style head noscript template svg math iframe object select button form nav".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SPACE = re.compile(r"[^\S\n]+")
_DEEPEST = 2000  # unclosed elements that are kept in mind


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.heading: str | None = None
        self._parts: list[str] = []
        self._unseen: list[str] = []
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._parts.append("\n")
        if tag in _BLOCKS:
            self.flush()
            self._in_heading = tag in ("h1", "h2", "h3")
        if tag in _UNSEEN and tag not in _VOID and len(self._unseen) < _DEEPEST:
            self._unseen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        if tag in _BLOCKS:
            self.flush()
            self._in_heading = False

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._parts.append(data.replace("\n", " "))

    def flush(self) -> None:
        text = "".join(self._parts)
        self._parts.clear()
        lines = (" ".join(_SPACE.sub(" ", line).split()) for line in text.split("\n"))
        text = "\n".join(line for line in lines if line)
        if text:
            if self._in_heading and self.heading is None:
                self.heading = text
            # Two breaks in a row are how mail and old pages divide paragraphs.
            self.paragraphs.append(text)


def paragraphs_of(source: str) -> tuple[str | None, list[str]]:
    """(the first heading, the paragraphs) of a piece of HTML; broken markup is read as far as it goes."""
    reader = _Blocks()
    try:
        reader.feed(source)
        reader.close()
    except (AssertionError, ValueError, RecursionError):  # what the standard library's parser says of some broken pages
        pass
    reader.flush()
    return reader.heading, reader.paragraphs


def text_of(source: str) -> str:
    """The text of a piece of HTML, its paragraphs divided by blank lines; of plain text, itself without entities."""
    if "<" not in source:
        return html.unescape(source)
    return "\n\n".join(paragraphs_of(source)[1])
