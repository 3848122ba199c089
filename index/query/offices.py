"""Offices that are asked for themselves: "which minister said …", "who is the foreign minister"."""

from __future__ import annotations

import datetime as dt

from index.language.asking import OF_HOLDERS, STATES
from index.language.bodies import BODIES, SITTING
from index.language.english import AUXILIARIES, BE, MODALS
from index.language.roles import LOOSE_ROLES, NO_FIELDS, OF_FIELDS, ROLES
from index.language.transcripts import OFFICE_WORDS
from index.language.verbs import is_telling
from index.model import Holder
from index.query.tokens import Token, is_boundary, pauses

# Words before a name that may be of an office: "prime minister Vorn", "secretary of state Vorn".
OF_OFFICES = ROLES | OFFICE_WORDS | {"of", "prime"}
_MOST_HOLDERS = 5  # of one office that are shown
_LONGEST = 8  # words of an office


def which_office(view: tuple[Token, ...]) -> int | None:
    """Where the office ends in "which foreign minister warned that", None where none is asked for.

    Words for people that no article gives as a role ("which voter said") are not taken: see `LOOSE_ROLES`.
    """
    lows = [token.low for token in view]
    if not lows or lows[0] not in {"which", "what"}:
        return None
    for end in range(2, min(_LONGEST, len(lows))):
        head, after = lows[end - 1].removesuffix("s"), lows[end]
        held = head in ROLES - LOOSE_ROLES or lows[end - 1] in ROLES - LOOSE_ROLES
        if held and (is_telling(after) or after in MODALS | STATES | OF_HOLDERS):
            return end
        if pauses(view, end - 1) or (is_boundary(lows[end - 1]) and lows[end - 1] != "of"):
            return None
    return None


def who_is(view: tuple[Token, ...]) -> tuple[int, int] | None:
    """Where the office stands in "who is the foreign minister of Karst": the question asks for nothing else."""
    lows = [token.low for token in view]
    at = 1 if lows[:1] == ["who"] and view[0].possessive else 2
    if lows[:1] != ["who"] or (at == 2 and (len(lows) < 3 or lows[1] not in BE)):
        return None
    while at < len(lows) and lows[at] in {"the", "now", "currently", "then", "our"}:
        at += 1
    last = len(lows)
    while last > at and lows[last - 1] in {"now", "currently", "then", "today"}:
        last -= 1
    inside = lows[at:last]
    if (
        not inside
        or len(inside) > _LONGEST
        or any(
            low in AUXILIARIES or is_boundary(low, verbs=False)
            for low in inside
            if low not in {"of", "for", "the", "and"}
        )
    ):
        return None
    return (at, last) if any(low in ROLES for low in inside) else None


def shown(holders: tuple[Holder, ...], on: dt.date | None) -> tuple[Holder, ...]:
    """Who held the office at the day, or, without a day, the last ones on record; the latest first."""
    if on is not None:
        there = tuple(h for h in holders if h.first and h.last and h.first <= on <= h.last)
        return (there or holders[:1])[:_MOST_HOLDERS]
    known = sorted(holders, key=lambda h: h.last or dt.date.min, reverse=True)
    return tuple(known[:_MOST_HOLDERS])


def goes_on(view: tuple[Token, ...], first: int, at: int) -> bool:
    """Whether a little word stands within the office at `first`: "minister of state of", "president of the", "minister
    for the"."""
    if not any(view[k].low in ROLES for k in range(first, at)):
        return False
    before = view[at - 1].low
    if view[at].low == "the":
        return before == "of" or (before == "for" and goes_on(view, first, at - 1))
    if view[at].low == "for":
        return (before in ROLES or before == "state") and _is_field(view, at + 1)
    field = at > 2 and view[at - 2].low in OF_FIELDS and _is_field(view, at + 1)  # "minister for health of"
    return view[at].low == "of" and (before in ROLES or before == "state" or before in BODIES or field)


def _is_field(view: tuple[Token, ...], at: int) -> bool:
    """Whether what stands behind "for" can be what an office is for: "minister for (the) arts", not "for two years"."""
    at += at < len(view) and view[at].low == "the"
    if at >= len(view):
        return False
    low = view[at].low
    return low.isalpha() and low not in NO_FIELDS and not is_boundary(low)


def is_of(view: tuple[Token, ...], first: int, end: int, last: int) -> bool:
    """Whether the words up to `end` are an office of something: up to the word behind "of", or all up to `last`."""
    of = _of(view, first, end)
    return of is not None and view[end - 1].low not in {*OF_FIELDS, "the"} and (of == end - 2 or end == last)


def whose(view: tuple[Token, ...], first: int, last: int, ends: list[int]) -> int:
    """The shortest of the ends that say what an office is of; 0 where a shorter one is the same office.

    It is where the body is the one that sits: whoever is "Chairman" on record is "the chairman of the committee".
    """
    of = _of(view, first, last)
    said = (end for end in ends if is_of(view, first, end, last) and (end == last or view[end].low not in OF_FIELDS))
    return 0 if of and is_sitting(view, of, last) else min(said, default=0)


def is_sitting(view: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether the words are "of the committee", "of the board": what needs not be said where it meets."""
    return (
        first < len(view)
        and view[first].low == "of"
        and all(token.low in SITTING | {"the"} for token in view[first + 1 : last])
    )


def _of(view: tuple[Token, ...], first: int, end: int) -> int | None:
    """Where the "of" or "for" behind an office's head stands."""
    of = next((k for k in range(first + 1, end - 1) if view[k].low in OF_FIELDS), None)
    return of if of is not None and any(view[k].low in ROLES for k in range(first, of)) else None
