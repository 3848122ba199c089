"""Whether a text speaks of a place that a question names."""

from __future__ import annotations

import re

from index.language.bodies import STATES_AND_PEOPLES
from index.language.spelling import distance

_STEM = 4  # letters that a place shares with what is of it: "Thai", "Thailand"
_ENDING = 3  # letters that the words of a place may differ in: "Nepalese", "Nepal"
_SPELT = 6  # letters of a place that may have one wrong
_INITIALS = 6  # letters of an acronym at most
_WORD = re.compile(r"[^\W\d_]+")


def stands(place: str, text: str) -> bool:
    """Whether a text has a place or what is of it: "cambodian", "Cambodia"."""
    state = STATES_AND_PEOPLES.get(place, place)
    words = {word.casefold() for word in _WORD.findall(text)}
    known = {STATES_AND_PEOPLES.get(word, word) for word in words} | words
    if state in known:
        return True
    if len(place) <= _INITIALS and place in _initials(text):
        return True
    if len(place) >= _SPELT and any(distance(place, word, 1) <= 1 for word in words):
        return True
    stem = place[: max(_STEM, len(place) - _ENDING)]
    return len(place) >= _STEM and any(word.startswith(stem) for word in words)


def _initials(text: str) -> str:
    """The first letters of the words in capitals, in order: "aclu" is in "American Civil Liberties Union"."""
    return "".join(word[0] for word in _WORD.findall(text) if word[0].isupper()).casefold()
