"""Whom a question is put to: "The editor asked Jane Roe whether …. “No,” she replied." is Jane Roe's answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.attribution.news.entities import Cast
from index.attribution.news.link import Draft
from index.language.english import GENDER_OF_PRONOUN
from index.language.verbs import REPLIES, base_form
from index.names.parse import fold

_ASKED = re.compile(r"\b(?:asked|asks|asking|pressed|questioned)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_GAP = 40  # characters of an office that may stand between "asked" and the name


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked, by the number in the cast, and where the question ends."""

    person: int
    end: int


def asked_by(cast: Cast, draft: Draft) -> Asked | None:
    """Whom a statement puts its question to, None where it is no question to somebody with a name."""
    if draft.cue is None or draft.mention is None or draft.mention[0] > draft.cue[0]:
        return None
    found = _ASKED.search(cast.text, draft.cue[0], min(len(cast.text), draft.cue[1] + 10))
    if found is None:
        return None
    for one in cast.within(found.end(), found.end() + _GAP):
        between = cast.text[found.end() : one.start]
        if one.person < 0 or any(mark in between for mark in '.,;:\n“”"') or len(between.split()) > 3:
            return None
        return Asked(one.person, max(draft.end, draft.cue[1], one.end))
    return None


def answers(cast: Cast, draft: Draft, asked: Asked | None) -> int | None:
    """Who was asked, where a statement with "he" or "she" is the answer; None where it may be somebody else's."""
    if asked is None or draft.mention is None or draft.mention[0] < asked.end:
        return None
    gender = GENDER_OF_PRONOUN.get(fold(cast.text[slice(*draft.mention)]))
    person = cast.people[asked.person]
    if gender is None or person.gender not in (None, gender):
        return None
    cue = cast.text[slice(*draft.cue)] if draft.cue is not None else ""
    replies = any(base_form(word.lower()) in REPLIES for word in _WORD.findall(cue))
    apart = cast.text.count("\n\n", asked.end, draft.start)
    return asked.person if apart <= (1 if replies else 0) else None
