"""Whom a question asks for by an office or a body that no speaker on record answers to: "the mayor of Karst on tolls".

An article must then name them: see `index.search.theirs`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
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
    FIELDS_OF_CHIEFS,
    KIN,
    LOOSE_ROLES,
    NOT_OF_OFFICES,
    OF_COMPANIES,
    OF_FIELDS,
    OF_PLACES,
    OFFICES_WITH_OF,
    ROLES,
    TITLES,
    UNDER,
)
from index.language.verbs import is_doing, is_telling
from index.names.roles import is_calling
from index.query.lexicon import Lexicon
from index.query.offices import OF_OFFICES
from index.query.people import LEAST, FindSpeaker
from index.query.tokens import Token, asks_behind, is_boundary, pauses

_NO_OWNER = ("white", "house")  # whose press secretary is called so alone
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


@dataclass(frozen=True, slots=True)
class _Office:
    """Where an office stands in a question: "[the] [lost rider's] [press secretary] [of Karst]", from `first` to
    `owner`, to `of` and to `end`."""

    view: tuple[Token, ...]
    lows: list[str]
    first: int
    owner: int
    of: int
    end: int
    article: bool

    @property
    def head(self) -> str:
        """The word that tells who it is; of an office with an "of" in it ("head of state") its other name."""
        return OFFICES_WITH_OF.get(self._three, self.lows[self.of - 1])

    @property
    def length(self) -> int:
        """Words of the office itself."""
        return 3 if self._three in OFFICES_WITH_OF else 1

    @property
    def _three(self) -> str:
        return " ".join(self.lows[max(0, self.of - 3) : self.of])

    @property
    def owned(self) -> bool:
        """Whether it is told whose it is: "Vorn's wife"."""
        return self.owner > self.first

    @property
    def placed(self) -> bool:
        """Whether it is told of what or where it is: "the wife of Vorn", "the newsagent in Karst"."""
        return self.of < self.end

    @property
    def asks(self) -> bool:
        """Whether the question begins with a word that asks."""
        return self.lows[0] in ASKING | AUXILIARIES

    def has_name(self, lexicon: Lexicon) -> bool:
        """Whether a name stands before the word that tells who it is."""
        ahead = range(self.first, self.of - 1)
        return any(self.view[k].capital or self.view[k].possessive or lexicon.is_name(self.lows[k]) for k in ahead)

    @property
    def cased(self) -> bool:
        """Whether names are typed with capitals; the letters of an office tell nothing: "karst RDC on tolls"."""
        return any(token.capital and not token.text.isupper() for token in self.view[1:])

    @property
    def heads(self) -> frozenset[str]:
        """The words that surely end it."""
        return (ROLES - LOOSE_ROLES) | (KIN if self.owned or self.placed else frozenset())


def unheld_office(text: str, view: tuple[Token, ...], lexicon: Lexicon) -> Unheld:
    """The words of an office that is asked for: "what did the mayor of Karst say", "the German chancellor on trade",
    "Karst's transport minister"; nothing where the question asks for none. Its caller knows that no few people on
    record hold it.
    """
    office = _office_in(view)
    if office is None or not _is_asked_for(office, lexicon):
        return NOBODY
    lows, first, owner = office.lows, office.first, office.owner
    ahead = [k for k in range(owner, office.of - office.length) if lows[k] not in _BEFORE]
    peoples = STATES_AND_PEOPLES.keys() | PLACES_BY_INITIALS
    # A word in small letters beside others in capitals tells the field, and so does one behind an owner: "the dredging
    # minister", "karst's home minister".
    tells = office.cased or office.owned
    fields = [
        k
        for k in ahead
        if lows[k] in _FIELDS | UNDER | FIELDS_OF_CHIEFS or (tells and not view[k].capital and lows[k] not in peoples)
    ]
    places = (
        *whose_words(view, first, owner, lexicon.is_name),
        *(lows[k] for k in ahead if k not in fields),
        *lows[office.of : office.end],
    )
    return Unheld(
        named=(" ".join((*(lows[k] for k in fields), office.head)),),
        placed=tuple(low for low in places if low not in LITTLE_WORDS),
        words=" ".join(text[view[first - office.article].start : view[office.end - 1].end].split()),
        place=(first - office.article, office.end),
        loosely=_may_be_called_otherwise(office, lexicon),
    )


def _office_in(view: tuple[Token, ...]) -> _Office | None:
    found = _subject(view)
    if found is None:
        return None
    first, end, article = found
    lows = [token.low for token in view]
    while end > first + 1 and lows[end - 1] in ADVERBS:
        end -= 1  # "roes surgeon ever mention"
    if tuple(lows[first : first + 2]) == _NO_OWNER and end > first + 2:
        first += 2
    owner = next((k + 1 for k in range(first, end - 1) if view[k].possessive), first)
    of = next(
        (
            k
            for k in range(owner + 1, end)
            if (lows[k] in OF_FIELDS or _at_place(lows, k, end))
            and " ".join(lows[k - 1 : k + 2]) not in OFFICES_WITH_OF
        ),
        end,
    )
    return _Office(view, lows, first, owner, of, end, article) if of > owner else None


def _is_asked_for(office: _Office, lexicon: Lexicon) -> bool:
    """Whether whoever stands there is called by what they are, and no person or body by name, several or owners."""
    lows, opens = office.lows, office.lows[office.first]
    if opens in DETERMINERS | PRONOUNS or (office.asks and office.cased and not office.article and opens in ROLES):
        return False  # "an aide", "his doctor", "did Private King"
    if any(low in ROLES for low in lows[office.first : office.owner]):
        return False  # "the mayor's wife"
    if not NO_OFFICE.isdisjoint(lows[office.first : office.of]):
        return False  # "the mayor and the council"
    told = office.article or office.owned or office.placed
    noun = office.head.split()[-1]
    on_record = lexicon.is_office(noun)
    calling = told and is_calling(noun) and noun not in LOOSE_ROLES
    if not (noun in office.heads or on_record or calling):
        return False
    surely = (office.owned and noun in KIN) or (not office.asks and (noun in OF_PLACES or on_record))
    surely = surely or (not office.asks and noun in OF_COMPANIES and office.has_name(lexicon))
    if office.article or office.placed or surely:
        return True  # "vorns cousin on tolls"
    return office.asks and not office.owner == office.of - 1 == office.first  # "Karst fishermen's lobbyist on tolls"


def _may_be_called_otherwise(office: _Office, lexicon: Lexicon) -> bool:
    """Whether no list has the word, the owner is no name ("the rider's mother", "shop owners' lobbyist"), or a place
    tells where they are."""
    owner = office.view[office.owner - 1]
    common = office.head in KIN or lexicon.knows(owner.low) is True
    unnamed = office.owned and common and not owner.capital and not lexicon.is_name(owner.low)
    known = office.head in office.heads or ((office.article or office.owned) and is_calling(office.head))
    return unnamed or not known or (office.placed and office.lows[office.of] in AT_PLACES)


def whose_words(view: tuple[Token, ...], first: int, owner: int, is_name: Callable[[str], bool]) -> tuple[str, ...]:
    """The words of an owner, up to `owner`, that must stand beside whom they own: the last one and names, "rider" of
    "the lost rider's sister"; a title only where it is all there is, "the minister's spokesman"."""
    told = [k for k in range(first, owner) if view[k].low not in LITTLE_WORDS]
    told = [k for k in told if view[k].low not in TITLES] or told
    return tuple(view[k].low for k in told if k == owner - 1 or view[k].capital or is_name(view[k].low))


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
