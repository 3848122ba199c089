"""Whom a name alone means among the people of an article: its likeliest bearer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from index.language.english import Gender
from index.language.mentions import THINGS_OF_PEOPLE
from index.language.names import GIVEN_NAMES
from index.language.roles import GIVEN_NAME_TITLES, MALAY_FIRST
from index.language.spelling import within_one_edit
from index.names.parse import Name, fold, name_strength

NAMESAKES = 30  # people of one surname that a name is compared with
_CLEARLY = 3  # times as often as the other somebody is named whom a surname means wherever it stands
_LEAST_MISPRINTED = 6  # letters of a surname that may be misprinted


@dataclass(slots=True)
class Person:
    """One person of the article; `name` is the fullest form."""

    name: str
    parsed: Name
    gender: Gender | None = None
    fallen: bool = False  # the text tells of his death
    places: list[int] = field(default_factory=list[int])
    called: list[int] = field(default_factory=list[int])  # of these where it is not as somebody's relative


def same_person(name: Name, places: Sequence[int], people: Sequence[Person]) -> int | None:
    """Which of the `places` of people is the one of a full name, or of half of a double surname; None for none."""
    best = max(places[:NAMESAKES], key=lambda place: name_strength(name, people[place].parsed), default=None)
    if best is not None and name_strength(name, people[best].parsed) >= 0.8:
        return best
    halves = [place for place in places[:NAMESAKES] if _is_double(name, people[place].parsed)]
    halves = halves or [
        p for p in places[:NAMESAKES] if fold(people[p].parsed.surname) == fold(name.full)
    ]  # "San Juan"
    return halves[0] if len(halves) == 1 else None


def _is_double(one: Name, other: Name) -> bool:
    """Whether one name is the double surname of the other: "Costa Silva" of "Rui Costa Silva"."""
    short, long = sorted((one, other), key=lambda name: len(name.given_keys))
    keys = short.given_keys
    return (
        bool(keys)
        and keys[0] not in GIVEN_NAMES
        and len(keys[0]) > 1
        and long.given_keys[-len(keys) :] == keys != long.given_keys
    )


def misprinted(key: str, people: Sequence[Person]) -> int | None:
    """Whom a surname means that nobody here has and that is a letter off the one of exactly one person."""
    if len(key) < _LEAST_MISPRINTED:
        return None
    near = [
        p
        for p, person in enumerate(people)
        if person.parsed.given_keys and person.parsed.surname_key[:1] == key[:1]
        if within_one_edit(person.parsed.surname_key, key)
    ]
    return near[0] if len(near) == 1 else None


def of_two_surnames(key: str, people: Sequence[Person], common: Set[str]) -> int | None:
    """Whom the first of two surnames or a name between two others means: "Sanchis" of a Pedro Sanchis Boix, "Yip" of a
    Ludmilla Yip Lowe Suk-wan; None for several. `common`: the text's words in small letters, of which a headline's
    capitals make no names ("Jane Roe Described")."""
    if len(key) <= 1 or key in GIVEN_NAMES:
        return None
    found = [
        p
        for p, person in enumerate(people)
        if key in person.parsed.given_keys[1:]
        and person.places
        and person.parsed.surname_key not in common
        and person.parsed.surname_key not in THINGS_OF_PEOPLE
    ]
    return found[0] if len(found) == 1 else None


def likeliest(places: Sequence[int], people: Sequence[Person], totals: Counter[int | None]) -> int:
    """Of people of one surname whom the surname alone means: who is named most until here, or who was named last where
    they are named about as often ("Robert Roe … His wife, Jane Roe, … “…,” Roe said")."""
    most = max(places, key=lambda p: (len(people[p].places), totals[p], -p))
    alive = [p for p in places if not people[p].fallen] or places  # "the death of Jane Roe … Roe said" is not hers
    last = max(alive, key=lambda p: people[p].called[-1] if people[p].called else -1)
    often = len(people[most].places) >= _CLEARLY * len(people[last].places)
    return most if often or totals[most] >= _CLEARLY * totals[last] else last


def by_given_name(key: str, title: str, people: Sequence[Person], alone: Counter[str]) -> int | None:
    """Whom a title before a given name means: "Ms. Gao" of a Gao Junlan, "Ms. Lan" of a Nguyen Thi Lan, "Sheikh
    Mohammed". A known given name behind "Ms." means who has it where nobody is called by her surname, which `alone`
    counts: "Ms. Indira" of an Indira Roe."""
    if title in GIVEN_NAME_TITLES | MALAY_FIRST:
        known = [p for p, person in enumerate(people) if person.parsed.given_keys[:1] == (key,)]
    else:
        known = [
            p
            for p, person in enumerate(people)
            if person.parsed.given_keys == (key,) or (person.parsed.surname_first and key in person.parsed.given_keys)
        ]
        if key in GIVEN_NAMES and not any(people[p].parsed.surname_first for p in known):
            called = [p for p, person in enumerate(people) if person.parsed.given_keys[:1] == (key,)]
            known = [p for p in called if not alone[people[p].parsed.surname_key]]
    return known[0] if len(known) == 1 else None


def by_office_and_given(name: Name, people: Sequence[Person]) -> int | None:
    """Whom an office before a given name means: "Senator Lena" of a Senator Lena Roe, where no other senator is called
    so."""
    office = fold(name.role).split()[-1:]
    known = [
        p
        for p, person in enumerate(people)
        if person.parsed.called == name.surname_key and office and office[0] in fold(person.parsed.role).split()
    ]
    return known[0] if len(known) == 1 else None


def contradicts(a: Gender | None, b: Gender | None) -> bool:
    """Whether two genders are known and not the same."""
    return a is not None and b is not None and a != b
