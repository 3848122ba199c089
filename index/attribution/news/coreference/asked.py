"""Whom a question is put to: "The editor asked Jane Roe whether …. “No,” she replied." is Jane Roe's answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.attribution.news.coreference.pronouns import paragraphs_between
from index.attribution.news.drafts import Draft
from index.attribution.news.entities import Cast
from index.language.english import GENDER_OF_PRONOUN
from index.language.verbs import OF_WHAT, REPLIES, base_form
from index.model import Span
from index.names.parse import fold
from index.names.roles import is_role_word

_ASKED = re.compile(r"\b(?:asked|asks|asking|pressed|questioned)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_THE = re.compile(r" (?P<the>the) (?P<words>[\w’'-]+(?: [\w’'-]+){0,3})", re.IGNORECASE)
_GAP = 40  # characters of an office that may stand between "asked" and the name


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked, by the number in the cast (-1: nobody by name), where the question ends, and who asked.

    `described`: "the mayor", where that is all that is said of who was asked.
    """

    person: int
    end: int
    asker: int = -1
    described: Span | None = None


def asked_by(cast: Cast, draft: Draft, asker: int) -> Asked | None:
    """Whom a statement of `asker` puts its question to, None where it asks nothing."""
    if draft.cue is None or draft.mention is None or draft.mention[0] > draft.cue[0]:
        return None
    if cast.text.startswith("Asked", draft.cue[0]):
        return None  # "Asked by when it would start, he said": who is asked stands behind
    found = _ASKED.search(cast.text, draft.cue[0], min(len(cast.text), draft.cue[1] + 10))
    if found is None:
        return None
    nobody = Asked(-1, max(draft.end, draft.cue[1]), asker, _described(cast.text, found.end()))
    for one in cast.within(found.end(), found.end() + _GAP):
        between = cast.text[found.end() : one.start]
        words = between.split()
        apart = any(mark in between for mark in '.,;:\n“”"') or not OF_WHAT.isdisjoint(words)
        if one.person < 0 or apart or len(words) > 3:
            return nobody
        return Asked(one.person, max(draft.end, draft.cue[1], one.end), asker)
    return nobody


def _described(text: str, place: int) -> Span | None:
    """Where "the mayor" stands right behind "asked"."""
    found = _THE.match(text, place)
    if found is None:
        return None
    for word in _WORD.finditer(text, found.start("words"), found.end("words")):
        if is_role_word(fold(word.group())):
            return found.start("the"), word.end()
    return None


def answered(cast: Cast, draft: Draft, asked: Asked | None) -> Span | None:
    """The words for who was asked, where a statement with "he" or "she" is the answer of somebody without a name."""
    if asked is None or asked.described is None or draft.mention is None or draft.mention[0] < asked.end:
        return None
    if fold(cast.text[slice(*draft.mention)]) not in GENDER_OF_PRONOUN or not _replies(cast, draft):
        return None
    return asked.described if paragraphs_between(cast.text, asked.end, draft.start) <= 1 else None


def answers(cast: Cast, draft: Draft, asked: Asked | None) -> int | None:
    """Who was asked, where a statement with "he" or "she" is the answer; None where it may be somebody else's."""
    if asked is None or asked.person < 0 or draft.mention is None or draft.mention[0] < asked.end:
        return None
    gender = GENDER_OF_PRONOUN.get(fold(cast.text[slice(*draft.mention)]))
    person = cast.people[asked.person]
    if gender is None or person.gender not in (None, gender):
        return None
    apart = paragraphs_between(cast.text, asked.end, draft.start)
    return asked.person if apart <= (1 if _replies(cast, draft) else 0) else None


def asker_of(cast: Cast, draft: Draft, asked: Asked | None) -> int:
    """Who asked what a statement answers, and so is not its "he" or "she"; -1 for nobody: "Orr asked whether he slept.
    “Most nights,” he answered."."""
    if asked is None or draft.mention is None or draft.mention[0] < asked.end or not _replies(cast, draft):
        return -1
    return asked.asker if paragraphs_between(cast.text, asked.end, draft.start) <= 1 else -1


def _replies(cast: Cast, draft: Draft) -> bool:
    cue = cast.text[slice(*draft.cue)] if draft.cue is not None else ""
    return any(base_form(word.lower()) in REPLIES for word in _WORD.findall(cue))
