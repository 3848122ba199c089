"""Who is credited with a quotation behind a dash: "“We were lucky.” – Karst captain Jane Roe on the late goal"."""

from __future__ import annotations

import re

from index.attribution.news.contents import Content
from index.model import Span

_WORD = r"(?:[^\W\d_][\w.’'-]*|\d{1,2})"
_NAME = r"[^\W\d_a-z][\w.’'-]*(?: (?:van|de|der|den|da|dos|von|al|bin|el|la|le))*"
_CREDIT = re.compile(
    rf"[.,!?…]{{0,3}}[”\"’']{{1,2}}\s?[-–—]{{1,2}}\s?(?P<who>(?:{_WORD} ){{0,7}}?{_NAME}"
    r" [^\W\d_a-z](?:[\w-]|[’'](?!s\b))*)"
    r"(?=['’]s [a-z]|,|\.?[ \t]*(?:\n|$)| (?P<verb>[a-z]+s)\b"
    r"| (?:on|after|following|about|as|when|before|in|at|speaking|reacting|looking)\b)"
)


def credited(text: str, content: Content, mention: Span | None, cue: Span | None) -> tuple[Span | None, Span | None]:
    """Who says a quotation that opens its line and has a credit behind its mark, and with which verb; the verb's own
    object has the same speaker."""
    line = text.rfind("\n", 0, content.start) + 1
    found = _CREDIT.match(text, content.end) if not text[line : content.start].strip(" “\"‘'•*-") else None
    if found is None:
        return mention, cue
    kept = cue if cue is not None and found.end("who") <= cue[0] <= found.end("who") + 1 else None
    return found.span("who"), kept
