"""Answers printed in an article below questions of their own: "How long will it take?" over "“A year.”"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.attribution.news.drafts import Draft
from index.attribution.news.entities import Cast
from index.attribution.news.quotes import paragraphs
from index.language.interviews import ON_WHAT, SPOKE_WITH
from index.model import Span

_LEAST_ASKED = 3  # paragraphs that ask
_LONGEST_QUESTION = 300  # characters
_MARKS = "\"“”‘’'"


def with_answers(cast: Cast, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each in a paragraph of quoted words right below a question given to the one with whom the paper says
    above the questions that it spoke. Any other article's as they are."""
    asked = [(row, below) for row, below in pairwise(paragraphs(cast.text)) if _asks(cast.text, row)]
    whom = _interviewed(cast, asked[0][0][0]) if len(asked) >= _LEAST_ASKED else None
    if whom is None:
        return list(drafts)
    answers = [below for _, below in asked if cast.text[below[0]] in _MARKS and cast.text[below[1] - 1] in _MARKS]
    return [
        replace(one, mention=whom, cue=None, certainty=0.9)
        if any(start <= one.start < end and not _tells(one, start, end) for start, end in answers)
        else one
        for one in drafts
    ]


def _asks(text: str, row: Span) -> bool:
    """Whether a paragraph is a question of the paper's."""
    return text[row[1] - 1] == "?" and row[1] - row[0] <= _LONGEST_QUESTION and text[row[0]] not in _MARKS


def _tells(draft: Draft, start: int, end: int) -> bool:
    """Whether the paragraph `[start, end)` itself tells who says it."""
    return draft.mention is not None and draft.cue is not None and start <= draft.mention[0] < end


def _interviewed(cast: Cast, end: int) -> Span | None:
    """The name of the one person with whom the paper spoke, as the text before `end` tells; None for several."""
    for told in SPOKE_WITH.finditer(cast.text, 0, end):
        upto = told.start(1) + len(ON_WHAT.split(told[1])[0])
        people = [one for one in cast.within(told.start(1), upto) if one.name.given_keys and one.person >= 0]
        if len({one.person for one in people}) == 1:
            return people[0].start, people[0].end
    return None
