"""Whether a text speaks of a place that a question names."""

from __future__ import annotations

import re

from index.language.bodies import STATES_AND_PEOPLES
from index.language.spelling import distance

_SHORT = 3  # letters of a word that may be short for a longer one: "lib", "dem"
_STEM = 4  # letters that a place shares with what is of it: "Thai", "Thailand"
_LONG, _ENDING = 5, 3  # letters that long words share, and those that they may differ in: "Norwegian", "Norwegen"
_SPELT = 6  # letters of a place that may have one wrong
_INITIALS = 6  # letters of an acronym at most
_WORD = re.compile(r"[^\W\d_]+")


def stands(place: str, text: str) -> bool:
    """Whether a text has a place or what is of it: "cambodian", "Cambodia"."""
    state = STATES_AND_PEOPLES.get(place, place)
    written = _WORD.findall(text)
    capitals = [word.casefold() for word in written if word[0].isupper()]
    words = {word.casefold() for word in written}
    known = {STATES_AND_PEOPLES.get(word, word) for word in words} | words
    if state in known:
        return True
    if len(place) <= _INITIALS and place in "".join(word[0] for word in capitals):
        return True  # "aclu" is in "American Civil Liberties Union"
    if len(place) == _SHORT and any(word.startswith(place) for word in capitals):
        return True  # "lib dem leader"
    if len(place) >= _SPELT and any(distance(place, word, 1) <= 1 for word in words):
        return True
    return len(place) >= _STEM and any(_is_of(place, word) for word in words)


def _is_of(one: str, other: str) -> bool:
    """Whether one word begins the other ("Lorn", "Lornian"), or both are long and begin alike ("Norvania",
    "Norvanian"): "Hardy" is not of "hardware"."""
    short, long = sorted((one, other), key=len)
    alike = next((k for k, letter in enumerate(short) if letter != long[k]), len(short))
    return len(short) >= _STEM and (alike == len(short) or alike >= max(_LONG, len(long) - _ENDING))
