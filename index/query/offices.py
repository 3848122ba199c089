"""Offices that are asked for themselves: "which minister said …", "who is the foreign minister"."""

from __future__ import annotations

import datetime as dt

from index.language.asking import STATES
from index.language.bodies import BODIES, SITTING, STATES_AND_PEOPLES
from index.language.english import ACRONYMS, AUXILIARIES, BE, LITTLE_WORDS, MODALS
from index.language.roles import ANY_LEADER, LOOSE_ROLES, ROLES
from index.language.transcripts import OFFICE_WORDS
from index.language.verbs import is_telling
from index.model import Holder
from index.query.people import LEAST, FindSpeaker
from index.query.tokens import Token, is_boundary, pauses

_MOST_HOLDERS = 5  # of one office that are shown
_LONGEST = 8  # words of an office
_FITS = 0.5  # from which somebody leads, whatever it is called


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
        if held and (is_telling(after) or after in MODALS | STATES | {"has", "have", "had", "was", "is"}):
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
    """Whether a little word stands within the office at `first`: "minister of state of", "president of the"."""
    if not any(view[k].low in ROLES for k in range(first, at)):
        return False
    before = view[at - 1].low
    if view[at].low == "the":
        return before == "of"
    return view[at].low == "of" and (before in ROLES or before == "state" or before in BODIES)


def is_of(view: tuple[Token, ...], first: int, end: int, last: int) -> bool:
    """Whether the words up to `end` are an office of something: up to the word behind "of", or all up to `last`."""
    of = _of(view, first, end)
    return of is not None and view[end - 1].low not in {"of", "the"} and (of == end - 2 or end == last)


def whose(view: tuple[Token, ...], first: int, last: int, ends: list[int]) -> int:
    """The shortest of the ends that say what an office is of; 0 where a shorter one is the same office.

    It is where the body is the one that sits: whoever is "Chairman" on record is "the chairman of the committee".
    """
    of = _of(view, first, last)
    return 0 if of and is_sitting(view, of, last) else min((e for e in ends if is_of(view, first, e, last)), default=0)


def is_sitting(view: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether the words are "of the committee", "of the board": what needs not be said where it meets."""
    return (
        first < len(view)
        and view[first].low == "of"
        and all(token.low in SITTING | {"the"} for token in view[first + 1 : last])
    )


def _of(view: tuple[Token, ...], first: int, end: int) -> int | None:
    """Where the "of" behind an office's head stands."""
    of = next((k for k in range(first + 1, end - 1) if view[k].low == "of"), None)
    return of if of is not None and any(view[k].low in ROLES for k in range(first, of)) else None


def unheld_office(view: tuple[Token, ...], find: FindSpeaker, on: dt.date | None) -> tuple[str, ...]:
    """The words of an office that nobody is on record under: "the mayor of Karst", "the German chancellor".

    Its head alone where no place follows "of". Empty where the question asks nobody like that, where somebody holds
    such an office, or where the office alone is asked for ("the minister").
    """
    lows = [token.low for token in view]
    aux = next((k for k in range(min(len(lows), 3)) if lows[k] in AUXILIARIES), None)
    if aux is None or lows[aux + 1 : aux + 2] != ["the"] or not (end := _verb_at(lows, aux + 2)):
        return ()
    words = lows[aux + 2 : end]
    front = words[: words.index("of")] if "of" in words[1:] else words
    if len(words) < 2 or not front or front[-1] not in ROLES or view[aux + 1 + len(front)].possessive:
        return ()
    least = _FITS if front[-1] in ANY_LEADER else LEAST["role"]  # "the head of" fits whoever leads
    if any(match.kind == "role" and match.score >= least for match in find(" ".join(words), on)):
        return ()
    place = tuple(word for word in words[len(front) :] if word not in LITTLE_WORDS)
    cased = not all(token.text.isupper() for token in view)
    before = view[aux + 2 : aux + 1 + len(front)]  # "the Queensland premier"; a people's adjective stands in few texts
    ahead = tuple(token.low for token in before if cased and token.capital and token.low not in _NO_PLACES)
    return (front[-1], *ahead, *place)


_NO_PLACES = ROLES | OFFICE_WORDS | BODIES | STATES_AND_PEOPLES.keys()


def unheld_body(view: tuple[Token, ...], find: FindSpeaker, on: dt.date | None) -> tuple[str, ...]:
    """The name of a body that nobody is on record under, where its words are asked for: "what did the IMF say".

    In capitals, or the name of a kind of body; a country is none, for whoever speaks for it is asked.
    """
    lows = [token.low for token in view]
    aux = next((k for k in range(min(len(lows), 3)) if lows[k] in AUXILIARIES), None)
    if aux is None:
        return ()
    first = aux + 2 if lows[aux + 1 : aux + 2] == ["the"] else aux + 1
    end = _verb_at(lows, first)
    words = list(view[first:end])
    if not words:
        return ()
    cased = not all(token.text.isupper() for token in view)
    acronym = len(words) == 1 and cased and len(words[0].text) > 1 and words[0].text.isupper()
    named = len(words) > 1 and all(w.capital or w.low in LITTLE_WORDS for w in words) and words[-1].low in BODIES
    if not (acronym or named or (len(words) == 1 and words[0].low in ACRONYMS)) or words[-1].possessive:
        return ()
    called = " ".join(word.text for word in words)
    parts = set(called.casefold().split())
    held = (match for match in find(called, on) if match.kind in {"full", "alias"} and match.score >= LEAST[match.kind])
    return () if any(parts <= set(match.name.casefold().split()) for match in held) else (called.casefold(),)


def _verb_at(lows: list[str], first: int) -> int:
    """Where the verb of saying stands within seven words from `first`, but for "of state"; 0: nowhere."""
    places = range(first + 1, min(first + 8, len(lows)))
    return next((k for k in places if is_telling(lows[k]) and lows[k - 1] != "of"), 0)
