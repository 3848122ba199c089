"""Names that an article tells somebody is called by: "Jane Roe, popularly known as Mama Boat", "Tom Lind alias Tiny",
"the coach, nicknamed Ze Roe" of a Jose Roe Lind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.news.bearers import Person
from index.attribution.news.occurrences import Occurrence
from index.names.parse import Name, fold

# Up to the name that somebody is called by.
_CALLED = re.compile(
    r"(?P<gap>,?\s\(?(?:\d{1,3},\s)?)(?:who\sis\s|who\swas\s)?"
    r"(?:nick-?named|alias|a\.?k\.?a\.?"
    r"|(?:popularly|better|best|fondly|widely|also|commonly|simply|affectionately|otherwise)\s(?:known|called)(?:\sas)?)"
    r"\s[“\"‘']?$"
)
_REACH = 60  # characters before such a name


def with_nicknames(text: str, people: list[Person], known: Sequence[Occurrence]) -> list[Occurrence]:
    """The occurrences, those of a name that somebody is told to be called by given to that one; who it was taken for
    is nobody then."""
    meant: dict[str, int] = {}
    for one in known:
        found = _CALLED.search(text, max(0, one.start - _REACH), one.start)
        owner = None if found is None else _owner(people, known, found.start(), one)
        if owner is not None and owner != one.person:
            meant[fold(one.text)] = owner
            if one.person >= 0 and not any(_is_other(other, one) for other in known):
                people[one.person].parsed, people[one.person].name = Name(), ""
    if not meant:
        return list(known)
    out: list[Occurrence] = []
    for one in known:
        owner = meant.get(fold(one.text), one.person)
        if owner >= 0 and owner != one.person:
            people[owner].places = sorted({*people[owner].places, one.start})
        out.append(replace(one, person=owner))
    return out


def _is_other(other: Occurrence, one: Occurrence) -> bool:
    """Whether a person is named by other words too."""
    return other.person == one.person and fold(other.text) != fold(one.text)


def _owner(people: Sequence[Person], known: Sequence[Occurrence], place: int, one: Occurrence) -> int | None:
    """Who is called by a name: whose name ends at `place`; behind a description the one who has a part of it."""
    beside = [other.person for other in known if other.end == place and other.person >= 0]
    if beside:
        return beside[-1]
    if any(other.end == place for other in known):
        return None  # a body or a place is called so
    parts = {*one.name.given_keys, one.name.surname_key} - {""}
    fits = [
        number
        for number, person in enumerate(people)
        if number != one.person and person.parsed.given_keys and parts.intersection(_keys(person))
    ]
    return fits[0] if len(fits) == 1 else None


def _keys(person: Person) -> set[str]:
    return {*person.parsed.given_keys, person.parsed.surname_key}
