"""What a name tells of its bearer's gender: the given name, "bin" and "binti", "Umm" and "Abu"."""

from __future__ import annotations

from collections.abc import Sequence

from index.language.english import Gender
from index.language.names import DAUGHTER_OF, FEMALE_NAMES, FIRST_OF_TWO, KUNYAS, MALE_NAMES, SON_OF


def given_gender(given: str) -> Gender | None:
    """The usual gender of a folded given name, None for those in no list and for those in both."""
    male, female = given in MALE_NAMES, given in FEMALE_NAMES
    if male == female:
        return None
    return "m" if male else "f"


def gender_of_given(first: str, keys: Sequence[str], link: str) -> Gender | None:
    """The gender of given names, of the first or, of a Malay name, of the second ("Wan Kamil"), else of "bin"."""
    known = given_gender(first) or given_gender(keys[0])
    if known is None and len(keys) > 1 and keys[0] in FIRST_OF_TWO:
        known = given_gender(keys[1])
    if known is None:
        known = "f" if link in DAUGHTER_OF else "m" if link in SON_OF else None
    return known


def gender_of_kunya(surname: str) -> Gender | None:
    """The gender of who is called by a child: "Umm Karim", "Abu Karim"."""
    first, _, rest = surname.partition(" ")
    return ("m" if first == "abu" else "f") if rest and first in KUNYAS else None
