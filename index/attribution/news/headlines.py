"""Who says what a headline tells: "Harbour: will it float? - Mayor Jane Roe asks" is hers; a page's menu tells none."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.datelines import FIRST_PERSON
from index.attribution.news.drafts import Draft
from index.language.bodies import PLACES
from index.model import Span
from index.names.parse import fold

_NAME_BEHIND = re.compile(
    r"[.!?]?[”\"’']? [-–—] (?P<name>(?:[^\W\d_a-z][\w.’'-]*\s){1,5}?[^\W\d_a-z][\w’'-]+)(?=\s?(?:\n|$)| [a-z]+s\b)"
)

_TITLE = re.compile(r"[^\W\d_a-z][^\n“”\"]*[^\W_]")  # no sentence: nothing closes it


def is_of_place(text: str, mention: Span, content: Span) -> bool:
    """Whether a headline's label tells where it is: "Norvania: Senate Seeks Answers" is no word of the state's."""
    begin, end = mention
    if fold(text[begin:end]) not in PLACES or not text.startswith(": ", end) or content[0] < end:
        return False
    close = text.find("\n", end)
    close = close if close >= 0 else len(text)
    line = text.rfind("\n", 0, begin) + 1 == begin and content[1] <= close
    title = _TITLE.fullmatch(text, end + len(": "), close) is not None
    return line and title and not FIRST_PERSON.search(text, end, close)


def of_headline(text: str, draft: Draft) -> Draft:
    """The draft, given to who stands behind a dash at the end of a headline that a topic's label opens; to nobody where
    its source is a line of a page's menu that tells one word twice."""
    if draft.mention is None or draft.cue is not None:
        return draft
    words = fold(text[slice(*draft.mention)]).split()
    if len(words) == 2 and words[0] == words[1] and text[draft.mention[1] : draft.mention[1] + 1] in ("\n", ""):
        return replace(draft, mention=None)
    begin = text.rfind("\n", 0, draft.start) + 1
    label = draft.mention[0] == begin and text[draft.mention[1] : draft.start].strip() == ":"
    found = _NAME_BEHIND.match(text, draft.end) if label else None
    return draft if found is None else replace(draft, mention=found.span("name"), certainty=0.8)
