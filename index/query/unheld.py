"""Whom a question asks for by an office or a body that no speaker on record answers to: "the mayor of Karst on tolls".

An article must then name them: see `index.search.theirs`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from index.language.asking import ABOUT, OPINIONS, TOWARDS_TOPIC
from index.language.bodies import BODIES, PLACES_BY_INITIALS, STATES_AND_PEOPLES
from index.language.english import (
    ACRONYMS,
    ADVERBS,
    ASKING,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    LITTLE_WORDS,
    PRONOUNS,
    RELATIVE,
)
from index.language.roles import (
    AT_PLACES,
    BEFORE_OFFICES,
    KIN,
    LOOSE_ROLES,
    NOT_OF_OFFICES,
    OF_FIELDS,
    OF_PLACES,
    ROLES,
    UNDER,
)
from index.language.verbs import is_doing, is_telling
from index.names.roles import is_calling
from index.query.lexicon import Lexicon
from index.query.offices import OF_OFFICES
from index.query.people import LEAST, FindSpeaker
from index.query.tokens import Token, asks_behind, is_boundary, pauses

_LONGEST = 8  # words of an office, and from the beginning to "on"
_FIELDS = OF_OFFICES | BODIES
_BEFORE = (BEFORE_OFFICES | ADVERBS | NOT_OF_OFFICES) - UNDER  # a deputy is not who holds it


@dataclass(frozen=True, slots=True)
class Unheld:
    """What whoever speaks must be called ("transport minister", "ola brandt"), and words that must stand beside it: of
    a place, or whose relation it is."""

    named: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()
    words: str | None = None  # as typed
    place: tuple[int, int] = (0, 0)  # where they stand in the view
    about: str | None = None  # what is left of the topic without them
    loosely: bool = False  # they may be called otherwise: where no text calls them so, anybody may answer


NO_OFFICE = CONJUNCTIONS | ASKING | RELATIVE  # "the mayor and the council", "the man who hit a guard in Karst"
NOBODY = Unheld()


def unheld_office(text: str, view: tuple[Token, ...], lexicon: Lexicon) -> Unheld:
    """The words of an office that is asked for: "what did the mayor of Karst say", "the German chancellor on trade",
    "Karst's transport minister"; nothing where the question asks for none. Its caller knows that no few people on
    record hold it.
    """
    found = _subject(view)
    if found is None:
        return NOBODY
    first, end, article = found
    lows = [token.low for token in view]
    asks = lows[0] in ASKING | AUXILIARIES
    letters = all(token.text.isupper() for token in view[1:] if token.capital)  # "karst RDC on tolls"
    cased = any(token.capital for token in view[1:]) and not letters
    if lows[first] in DETERMINERS | PRONOUNS or (asks and cased and not article and lows[first] in ROLES):
        return NOBODY  # "an aide", "his doctor", "did Private King"
    owner = next((k + 1 for k in range(first, end - 1) if view[k].possessive), first)
    of = next((k for k in range(owner + 1, end) if lows[k] in OF_FIELDS or _at_place(lows, k, end)), end)
    front = range(owner, of)
    theirs = any(low in ROLES for low in lows[first:owner]) or not NO_OFFICE.isdisjoint(lows[first:of])
    related = owner > first or of < end  # "Vorn's wife", "the wife of Vorn"
    heads = (ROLES - LOOSE_ROLES) | (KIN if related else frozenset())
    told = article or owner > first or of < end
    known = lows[of - 1] in heads or (article and is_calling(lows[of - 1]))
    called = lexicon.is_office(lows[of - 1]) or (told and is_calling(lows[of - 1]) and lows[of - 1] not in LOOSE_ROLES)
    if theirs or not front or not (lows[of - 1] in heads or called):
        return NOBODY  # "the mayor's wife", "the mayor and the council"
    surely = (owner > first and lows[of - 1] in KIN) or (  # "vorns cousin on tolls"
        not asks and (lows[of - 1] in OF_PLACES or lexicon.is_office(lows[of - 1]))
    )
    if not article and of == end and not surely and (not asks or owner == of - 1 == first):
        return NOBODY  # "Karst fishermen's lobbyist on tolls" may be called otherwise
    ahead = [k for k in front[:-1] if lows[k] not in _BEFORE]
    peoples = STATES_AND_PEOPLES.keys() | PLACES_BY_INITIALS
    # A word in small letters beside others in capitals tells the field, and so does one behind an owner: "the dredging
    # minister", "karst's home minister".
    small = {k for k in ahead if not view[k].capital and (cased or owner > first) and lows[k] not in peoples}
    fields = [k for k in ahead if lows[k] in _FIELDS | UNDER or k in small]
    field = [lows[k] for k in fields]
    whose = [lows[k] for k in range(first, owner) if _is_whose(view, k, owner, lexicon)]  # "the lost rider's sister"
    places = (*whose, *(lows[k] for k in ahead if k not in fields), *lows[of:end])
    typed = " ".join(text[view[first - article].start : view[end - 1].end].split())
    named, placed = " ".join((*field, lows[of - 1])), tuple(low for low in places if low not in LITTLE_WORDS)
    kin = owner > first and lows[of - 1] in KIN  # whose owner no text names: "the rider's mother"
    loosely = (kin and not view[owner - 1].capital and not lexicon.is_name(lows[owner - 1])) or not known
    loosely = loosely or (of < end and lows[of] in AT_PLACES)
    return Unheld((named,), placed, typed, (first - article, end), loosely=loosely)


def _is_whose(view: tuple[Token, ...], at: int, owner: int, lexicon: Lexicon) -> bool:
    return at == owner - 1 or view[at].capital or lexicon.is_name(view[at].low)


def _at_place(lows: list[str], at: int, end: int) -> bool:
    """Whether "in Karst", "in the Karst trial" stands there, and not "in on the way"."""
    place = at + 1 + (lows[at + 1 : at + 2] == ["the"])
    return lows[at] in AT_PLACES and place < end and not is_boundary(lows[place])


def unheld_body(view: tuple[Token, ...], find: FindSpeaker, on: dt.date | None) -> Unheld:
    """The name of a body that nobody is on record under, where its words are asked for: "what did the IMF say".

    In capitals, or the name of a kind of body; a country is none, for whoever speaks for it is asked.
    """
    found = _subject(view)
    if found is None or all(token.low not in AUXILIARIES for token in view[:3]):
        return NOBODY
    first, end, _ = found
    body = list(view[first:end])
    cased = not all(token.text.isupper() for token in view)
    acronym = len(body) == 1 and cased and len(body[0].text) > 1 and body[0].text.isupper()
    named = len(body) > 1 and all(w.capital or w.low in LITTLE_WORDS for w in body) and body[-1].low in BODIES
    if not (acronym or named or (len(body) == 1 and body[0].low in ACRONYMS)) or body[-1].possessive:
        return NOBODY
    called = " ".join(word.text for word in body)
    parts = set(called.casefold().split())
    held = (match for match in find(called, on) if match.kind in {"full", "alias"} and match.score >= LEAST[match.kind])
    if any(parts <= set(match.name.casefold().split()) for match in held):
        return NOBODY
    return Unheld((called.casefold(),), words=called)


def _subject(view: tuple[Token, ...]) -> tuple[int, int, bool] | None:
    """Where whoever is asked for stands, and whether an article does before it: "did the … say", or "the … on"."""
    lows = [token.low for token in view]
    early = lows[: next((k for k, low in enumerate(lows[:3]) if low in ABOUT), 3)]
    aux = next((k for k, low in enumerate(early) if low in AUXILIARIES), None)
    first = 0 if aux is None else aux + 1
    article = lows[first : first + 1] == ["the"]
    first += article
    if aux is not None:
        end = _verb_at(view, first)
        return (first, end, article) if end else None
    for end in range(first, min(first + _LONGEST, len(lows))):
        own = end > first and view[end - 1].possessive and lows[end] in OPINIONS and lows[end + 1 : end + 2]
        told = own and lows[end + 1] in ABOUT | TOWARDS_TOPIC
        if end > first and (lows[end] in ABOUT or told or asks_behind(view, end)):
            return first, end, article
        inside = lows[end] in ROLES or lows[end] in {*OF_FIELDS, *AT_PLACES, "the", "state"}
        if (end > first and pauses(view, end)) or (is_boundary(lows[end]) and not inside):
            return None
    return None


def _verb_at(view: tuple[Token, ...], first: int) -> int:
    """Where the verb of saying stands within seven words from `first`, but for "of state" and a name's ("Muslim
    Advocates"); 0: nowhere, or a verb of doing stands before it."""
    cased = not all(token.text.isupper() for token in view)
    for k in range(first + 1, min(first + _LONGEST, len(view))):
        if (cased and view[k].capital) or view[k - 1].low == "of":
            continue
        if is_telling(view[k].low):
            return k
        behind = {token.low for token in view[k + 1 : k + 2]}
        if is_doing(view[k].low) and (behind & DETERMINERS or behind == {"the"}):
            return 0
    return 0
