"""Who says a quotation where the verb stands first behind its closing mark: "…”, claimed the angry tenants."."""

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


def said_by(text: str, content: Content, mention: Span | None, cue: Span | None) -> tuple[Span | None, Span | None]:
    """Who says a quotation and with which verb, where the tagger found nobody behind it: "The board said the ferry was
    late. “It was never mended”, claimed the weary deckhands." is the deckhands'."""
    if mention is not None and mention[1] > content.start:
        return mention, cue
    found = _SAID_BY.match(text, content.end)
    if found is None or found["verb"] not in SAID or not (found["one"] or found["name"] != found["name"].lower()):
        return mention, cue  # "…,” said in a hall"
    return found.span("name"), found.span("verb")
