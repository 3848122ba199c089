"""Whom a description means that no role tells: "the baker", "the Norvanian leader", "the country's president"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.language.acts import MEN, WOMEN
from index.language.bodies import STATES_AND_PEOPLES
from index.language.descriptions import LAY_PEOPLE
from index.language.english import Gender
from index.language.roles import LEAD_STATES, LOOSE_ROLES
from index.names.parse import fold
from index.names.roles import is_calling, is_role_word

_OF_PLACE = re.compile(
    r"[Tt]he (?:country|nation|city|town|state|province|island|republic|kingdom|county|district)['’]s (?=[a-z])"
)
_LEADER = re.compile(r"[Tt]he (?P<people>[^\W\d_a-z][\w-]+) leader")
_CALLING = re.compile(r"the (?P<noun>[a-z]{3,20})")  # behind the words; what opens a sentence may be somebody new
_SEXES = {"man": MEN | LAY_PEOPLE, "woman": WOMEN | LAY_PEOPLE}
_WORD = re.compile(r"[^\W\d_]+")
_SAME = 4  # first letters that a state shares with its people: "Norvania", "Norvanian"


def of_its_place(written: str) -> str:
    """An office without the place whose it is: "the president" of "the country's president"."""
    return _OF_PLACE.sub("the ", written)


def is_of_another(roles: Sequence[str]) -> bool:
    """Whether an office is a named state's, and so hardly that of "the country": "US President"."""
    return any(fold(word) in STATES_AND_PEOPLES or fold(word) == "us" for role in roles for word in role.split())


def gender_of(word: str) -> Gender | None:
    """The gender that a noun for somebody tells: "spokeswoman", "actress", "father", "Dutchman"."""
    if word in WOMEN or word.endswith(("woman", "ess", "lady")):
        return "f"
    return "m" if word in MEN or word.endswith("man") else None


def may_be_called(text: str, place: int, written: str, roles: Sequence[str], gender: Gender | None) -> bool:
    """Whether who spoke last, of a gender, may be meant by `written` at `place`: the leader of a people, or a calling
    of which the article has not told before; of somebody without another office or calling."""
    leader = _LEADER.fullmatch(written)
    if leader is not None:
        return _leads(roles, fold(leader["people"]))
    called = _CALLING.fullmatch(written)
    noun = called["noun"] if called is not None else ""
    if not is_calling(noun) or is_role_word(noun) or (gender_of(noun) or gender) != gender:
        return False
    held = [fold(word) for role in roles for word in role.split()]
    if any(is_role_word(word) or (is_calling(word) and word not in LOOSE_ROLES) for word in held):
        return False
    before = {fold(word).removesuffix("s") for word in _WORD.findall(text, 0, place)}
    return before.isdisjoint({noun, *_SEXES.get(noun, ())})


def _leads(roles: Sequence[str], people: str) -> bool:
    """Whether somebody leads a state, and nothing tells that it is another people's: "Karst President"."""
    others = [fold(word) for role in roles for word in role.split() if word[0].isupper()]
    office = {part for one in LEAD_STATES for part in one.split()}
    other = any(word not in office and word[:_SAME] != people[:_SAME] for word in others)
    return not other and any(fold(role) in LEAD_STATES for role in roles)
