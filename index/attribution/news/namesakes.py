"""Who of one family a surname does not mean: by a title of the other gender, an age, or "the elder" before it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from index.attribution.news.bearers import Person
from index.attribution.news.occurrences import Occurrence
from index.language.english import Gender

_OF_TWO = re.compile(r"\b[Tt]he (?:(?P<young>younger|junior)|elder|senior|older|late) (?:Mr|Mrs|Ms)?\.? ?$")
_AGE = re.compile(r",? \(?(?P<age>\d{1,3})(?:\)|,| years? old\b|-year-old)|, aged? (?P<aged>\d{1,3})\b")
_WIFE = re.compile(r"\bhis (?:late |second |then )?(?:wife|widow|bride)\b", re.IGNORECASE)
_HUSBAND = re.compile(r"\bher (?:late |second |then )?(?:husband|widower)\b", re.IGNORECASE)
_REACH = 16  # characters before a name in which "the elder" stands


def settle_spouses(
    text: str, occurrences: Sequence[Occurrence], people: Sequence[Person], by_surname: Mapping[str, Sequence[int]]
) -> None:
    """Give the only bearer of a surname, of whom no gender is known, the one that "his wife" or "her husband" tells
    where the text has both a "Mr" and a "Mrs" of that surname: "Mervin Roe … his wife … Mrs Roe said" is not him."""
    titled: defaultdict[str, set[Gender]] = defaultdict(set)
    for one in occurrences:
        if one.name.gender is not None and not one.name.given_keys:
            titled[one.name.surname_key].add(one.name.gender)
    for surname, genders in titled.items():
        places = by_surname.get(surname, ())
        if len(genders) < 2 or len(places) != 1 or people[places[0]].gender is not None:
            continue
        wife, husband = _WIFE.search(text) is not None, _HUSBAND.search(text) is not None
        if wife != husband:
            people[places[0]].gender = "m" if wife else "f"


def is_one_of_two(text: str, one: Occurrence, by_surname: Mapping[str, Sequence[int]]) -> bool:
    """Whether a surname is told to be one of two people's and nothing says whose: "the elder Roe". "The younger Roe" is
    the one of whom a text tells where it names no other."""
    bearers = by_surname.get(one.name.surname_key, ())
    if one.name.given_keys or not bearers:
        return False
    found = _OF_TWO.search(text, max(0, one.start - _REACH), one.start)
    return found is not None and not (found["young"] and len(bearers) == 1)


def ages_told(text: str, fulls: Sequence[Occurrence], bearers: Sequence[int | None]) -> dict[int, int]:
    """The ages that stand behind full names: "Jane Roe, 29,"."""
    out: dict[int, int] = {}
    for one, bearer in zip(fulls, bearers, strict=True):
        age = _age(text, one) if bearer is not None else None
        if bearer is not None and age is not None:
            out.setdefault(bearer, age)
    return out


def is_of_other_age(
    text: str, one: Occurrence, by_surname: Mapping[str, Sequence[int]], ages: Mapping[int, int]
) -> bool:
    """Whether the age behind a surname alone is none of those of its bearers: "Roe, 33, said" of a Jane Roe of 29."""
    places = by_surname.get(one.name.surname_key, ())
    if one.name.given_keys or not places:
        return False
    age = _age(text, one)
    return age is not None and all(ages.get(place, age) != age for place in places)


def _age(text: str, one: Occurrence) -> int | None:
    if not text.startswith(one.text, one.start):
        return None  # of the title, whose places are others
    found = _AGE.match(text, one.end)
    return int(found["age"] or found["aged"]) if found is not None else None
