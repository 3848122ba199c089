"""Who is named in apposition to a description: "the director of the Harbour Office, Jane Roe", "a relative who shares
the house, Jane Roe", "the developers, Tarn Partnerships"."""

from __future__ import annotations

import re

from index.attribution.news.apposition import HEAD_END
from index.attribution.news.coreference.described import parse_description
from index.attribution.news.entities import Cast
from index.attribution.news.occurrences import Occurrence
from index.language.acts import RELATIVES
from index.language.bodies import MORE_BODIES, ORGANISATIONS
from index.language.descriptions import BEFALLEN
from index.model import Span
from index.names.parse import fold
from index.names.roles import are_people, hyphened, is_person_noun, is_role_word

_OFFICE_OF = re.compile(r"(?:[Tt]he|[Aa]n?)\s(?:[\w’'-]+\s){0,2}([\w-]+)\s(?:of|for|at)\s")
_WHO = re.compile(r"\swho\s[^,;:.“”\"\n]{3,60}?(?P<last>[\w’'-]+), ")
_SOMEBODY = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[a-z-]+\s){0,2}(?P<noun>[a-z-]+)")
_AND_BODY = re.compile(
    r"(?:[Tt]he|[Ii]ts)\s(?:[a-z-]+\s){0,2}(?P<noun>[a-z-]+s), "
    r"(?P<body>[^\W\d_a-z][\w.&’'-]*(?: (?:[^\W\d_a-z][\w.&’'-]*|&|and|of))* [^\W\d_a-z][\w&’'-]*)"
)
_LAY = RELATIVES | {"relative"}


def named_after(cast: Cast, mention: Span, head: str) -> Occurrence | None:
    """The full name that stands behind a described office's or calling's comma; behind a clause with "who" where
    nobody is told of at its end."""
    start, end = mention
    place = cast.text.find(head, start, end)
    if place < 0:
        return None
    at = place + len(head)
    clause = _WHO.match(cast.text, at, end) if _is_somebody(head) else None
    if clause is not None:
        last = fold(clause["last"])
        at = clause.end()
        known = clause["last"].islower() and not (are_people(last) or is_person_noun(last))
        if not known or last in _LAY | BEFALLEN:
            return None  # "a man who knew the victim, Jane Roe"
    elif cast.text.startswith(", ", at) and (parse_description(head) or _is_office(head)):
        at += len(", ")
    else:
        return None
    names = [one for one in cast.within(at, at + 1) if one.name.given_keys and at < end]
    return names[0] if names and (names[0].person >= 0 or clause is not None) else None


def body_after(cast: Cast, mention: Span) -> str | None:
    """The body that is named behind the word for what several are: "the developers, Tarn Partnerships"."""
    found = _AND_BODY.fullmatch(cast.text.rstrip(), *mention)
    if found is None or any(one.person >= 0 for one in cast.within(*mention)):
        return None
    return found["body"] if is_person_noun(found["noun"][:-1]) else None


def _is_somebody(head: str) -> bool:
    found = _SOMEBODY.fullmatch(head)
    noun = found["noun"] if found is not None else ""
    return noun in _LAY or is_person_noun(noun)


def _is_office(head: str) -> bool:
    """Whether a phrase is an office with what it is of: "The editor-in-chief of the state's Harbour Times"."""
    words = hyphened(head).split()
    if len(words) > 1 and is_role_word(fold(words[-1])):  # "Alliance for Ports president, Jane Roe,"
        return True
    lead = HEAD_END.split(head, maxsplit=1)[0].split()
    if (
        len(words) > 1 and lead[-1:] and lead[-1][:1].isupper() and _is_called(fold(lead[-1]))
    ):  # "Shipping Lecturer at the College"
        return True
    found = _OFFICE_OF.match(head)
    return found is not None and any(is_role_word(fold(part)) for part in (found[1], found[1].split("-")[0]))


def _is_called(word: str) -> bool:
    return is_person_noun(word) and word not in ORGANISATIONS | MORE_BODIES
