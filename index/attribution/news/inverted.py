"""Who says a quotation where the verb stands first: behind its closing mark ("…”, claimed the angry tenants."), or at
the head of the sentence that leads to it ("Adds Jane Roe from Holm, “…")."""

from __future__ import annotations

import re

from index.attribution.news.contents import Content
from index.language.english import AUXILIARIES, BE
from index.language.verbs import SAID
from index.model import Span

_BEHIND = "in|at|on|during|after|when|while|as"
_NO_PART = "|".join(sorted({*_BEHIND.split("|"), *BE, *AUXILIARIES, *"who that to from before about with by".split()}))
_SAID_BY = re.compile(
    r"[,.!?]?[”\"’']{1,2},? (?P<verb>[a-z]+) (?P<name>(?P<one>(?:the|an?|one|another|his|her|their) )?"
    rf"(?:(?:(?!(?:{_NO_PART}|and(?! [A-Z]))\b)[\w’'-]+"
    rf"|[A-Z][a-z]{{1,4}}\.) ){{0,7}}(?!(?:{_NO_PART})\b)[\w’'-]+)(?=[.,;]|\s(?:who|{_BEHIND})\b|$)",
    re.MULTILINE,
)


_OPENING_VERBS = "|".join(
    "Says Said Adds Added Asks Asked Explains Explained Recalls Recalled Notes Argues Complains Admits Insists".split()
)
_SAYS_FIRST = re.compile(
    rf"(?:^|(?<=\n)|(?<=[.!?] )|(?<=[.!?][”\"’'] ))(?P<verb>{_OPENING_VERBS}) (?:[a-z][\w’'-]* ){{0,4}}"
    r"(?P<name>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,4})(?P<who>,? [^“”\"\n.!?]{2,160})?[,:] [“\"‘]?$"
)
_REACH = 260  # characters before a quotation


def says_first(text: str, content: Content, mention: Span | None, cue: Span | None) -> tuple[Span | None, Span | None]:
    """Who says a quotation, and the verb, where the sentence that leads to it begins with the verb; as they were where
    it does not."""
    row = max(text.rfind("\n", 0, content.start) + 1, content.start - _REACH)
    found = _SAYS_FIRST.search(text, row, content.start)
    if found is None or text[content.start - 1] not in '“"‘':
        return mention, cue
    start = found.end("verb") + 1
    if mention is not None and start <= mention[0] < content.start:
        return mention, cue
    return (start, found.end("name")), found.span("verb")


def said_by(text: str, content: Content, mention: Span | None, cue: Span | None) -> tuple[Span | None, Span | None]:
    """Who says a quotation and with which verb, where the tagger found nobody behind it: "The board said the ferry was
    late. “It was never mended”, claimed the weary deckhands." is the deckhands'."""
    if mention is not None and mention[1] > content.start:
        return mention, cue
    found = _SAID_BY.match(text, content.end)
    if found is None or found["verb"] not in SAID or not (found["one"] or found["name"] != found["name"].lower()):
        return mention, cue  # "…,” said in a hall"
    return found.span("name"), found.span("verb")
