"""Whose answers a club's or an office's own page prints below lines that say what was asked: "On Roe: “…”"."""

from __future__ import annotations

import re

from index.attribution.news.contents import Content
from index.model import Span

# What a club's page says that an answer is about: "On Roe: “", "(Is Roe well?) – “"
_ASKED_IN_LINE = re.compile(
    r"(?:^|(?<=\n))(?:(?:On|About|Regarding)\s[^:\n“”\"]{3,120}:|\([^()\n]{5,400}\?\)\s?[-–—])\s*[“\"]?$"
)
_PAGE = 20_000  # characters above an answer in which it is told whose page it is
_LINE = 420  # characters of such a line at most
_WHOSE_PAGE = re.compile(
    r"(?:^|(?<=\n))(?P<name>(?:[^\W\d_a-z][\w.’'-]*\s){1,6}[^\W\d_a-z][\w’'-]+)"
    r"(?=[ \t]*\n|\s(?:met|spoke|talked|addressed|answered|faced)\s)"
)


def of_the_page(text: str, content: Content, mention: Span | None, cue: Span | None) -> tuple[Span | None, Span | None]:
    """Who says an answer below such a line, where nobody in its own line does: "On X, Jane Roe posted: “…”"."""
    heading = _ASKED_IN_LINE.search(text, max(0, content.start - _LINE), content.start)
    told = content.start if cue is None else heading.start() if heading is not None else 0
    if heading is None or (mention is not None and mention[0] >= told):
        return mention, cue
    return _whose(text, heading.start()), None


def _whose(text: str, place: int) -> Span | None:
    """Whose page of answers this is: the last line above that is a name with its office, or who met the press."""
    found = None
    for line in _WHOSE_PAGE.finditer(text, max(0, place - _PAGE), place):
        found = line
    return found.span("name") if found is not None else None
