"""What a release gives to somebody in a line above it: "Please attribute to Sergeant Roe:", "Quotes attributable to
Minister Jane Roe:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.attribution.news.drafts import Draft, overlap
from index.model import Span

_HEADED = re.compile(
    r"^[ \t]*(?:(?:please )?attribute(?: (?:the following|this|these|all) ?(?:\w+ )?)? to"
    r"|(?:the following |all )?(?:(?:quotes?|comments?|remarks|lines|statements?|information)(?: \w+)? )?"
    r"(?:(?:is|are|may be|can be|should be) )?(?:attributable|attributed) to)"
    r"(?: the)? (?P<who>[^\n:]{4,110}?):?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ENDS = re.compile(
    r"[\W_]*(?:ends?\b[\W_]*$|###|issued by\b|media (?:contacts?|centre|team|enquir|inquir)|(?:press|media) office\b"
    r"|for (?:more|further) (?:information|details)|contacts?:|notes? (?:to|for) (?:the )?editors?|background\b.{0,12}$"
    r"|anyone (?:with|who) )",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_QUOTES = "“\"‘'"
_LEAST = 4  # words of a line that somebody says
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+ [^\W\d_a-z]")


def attributable(text: str, drafts: Sequence[Draft]) -> tuple[list[Draft], tuple[Draft, ...]]:
    """The drafts, those in such a part given to whom it is given; and the lines of it without quotation marks, each a
    draft of its own and word for word hers."""
    headings = [m for m in _HEADED.finditer(text) if _NAME.search(m["who"])]
    if not headings:
        return list(drafts), ()
    kept, own = list(drafts), list[Draft]()
    for heading, until in zip(headings, [*(m.start() for m in headings[1:]), len(text)], strict=True):
        lines = list(_lines(text, heading.end(), until))
        mention = heading.span("who")
        whole = (lines[0][0], lines[-1][1]) if lines else (0, 0)
        bare = [span for span in lines if text[span[0]] not in _QUOTES]
        own += [Draft((span,), 1.0, None, mention, 1.0) for span in bare]
        kept = [one for one in kept if not any(overlap((one.start, one.end), span) for span in (*bare, heading.span()))]
        kept = [
            replace(one, mention=mention, cue=None, certainty=1.0) if overlap((one.start, one.end), whole) else one
            for one in kept
        ]
    return sorted((*kept, *own), key=lambda one: one.start), tuple(own)


def _lines(text: str, start: int, until: int) -> Iterator[Span]:
    """The lines of a part: up to a line that ends it, or to the first blank one where none stands between its first."""
    close: bool | None = None
    last = start
    for line in _LINE.finditer(text, start, until):
        blank = "\n\n" in text[last : line.start()]
        if _ENDS.match(line.group()) or (close and blank):
            return
        if last != start and close is None:
            close = not blank
        last = line.end()
        begin = line.start() + len(line.group()) - len(line.group().lstrip())
        if len(line.group().split()) >= _LEAST:
            yield begin, line.start() + len(line.group().rstrip())
