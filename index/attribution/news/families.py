"""Relatives who are named by their given names alone, and share the surname beside them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.attribution.news.apposition import given_beside, shared_surname, spouse_of, wives_in
from index.attribution.news.occurrences import Occurrence, is_acronym
from index.language.bodies import ORGANISATIONS, PLACES
from index.language.mentions import BODY_WORDS
from index.language.names import GIVEN_NAMES
from index.model import Span
from index.names.parse import fold, parse_name
from index.names.roles import is_calling

_KIN_BEHIND = re.compile(
    r"(?: and [^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+)?, (?:the )?(?:sons|daughters|children|brothers|sisters|siblings"
    r"|twins|grandsons|granddaughters|grandchildren|parents)\b"
)
# "Sharon and | Ken Roe | say"
_TWO_GIVEN = re.compile(r"(?:^|[.!?,] |\n|\b[a-z]+ )(?P<first>[^\W\d_a-z][\w’'-]+) and $")
_THEY = re.compile(r",? (?:say|have|are|were|claim|live|insist|fear|told|want|bought|moved)\b")
_GIVEN = 30  # characters of a given name and what leads to it
_MOST = 20  # wives and widows of one article; each is looked for in all of it


def with_families(text: str, occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Given names that share the surname behind "and" get it: "the parents, Karim and Leila Sarro"."""
    by_start = {one.start: at for at, one in enumerate(occurrences)}
    surnames = {one.name.surname_key for one in occurrences if one.name.given_keys and not _are_called(one)}
    out = list(occurrences)
    for one in occurrences:
        if not one.name.given_keys or text[one.start - 5 : one.start] != " and ":
            continue
        place = shared_surname(text, one.start, one.name.given_keys[0]) or _of_couple(text, one)
        at = by_start.get(place[0], -1) if place else -1
        if place is None or text[slice(*place)] == one.name.surname or fold(text[slice(*place)]) in surnames:
            continue
        name = parse_name(f"{text[slice(*place)]} {one.name.surname}")
        shared = Occurrence(*place, text[slice(*place)], name, quoted=one.quoted, introduced=True)
        if at >= 0 and not out[at].name.given_keys:
            out[at] = replace(out[at], name=name, introduced=True)
        elif at < 0:
            out.append(shared)
    out += _spouses(text, out, by_start)
    return sorted(out, key=lambda one: one.start)


def _are_called(one: Occurrence) -> bool:
    """Whether the first word of what looks like a full name tells what several are: "Farmers Kerry and Len Roe"."""
    word = one.name.given_keys[0]
    return one.opens and len(one.name.given_keys) == 1 and word.endswith("s") and is_calling(word[:-1])


def _of_couple(text: str, one: Occurrence) -> Span | None:
    """Where a couple's first given name stands that is in no list, where the text has a "Mrs" of the surname: "Kerry
    and Len Roe … Mrs Roe said" is not Len for want of another."""
    both = _TWO_GIVEN.search(text, max(0, one.start - _GIVEN), one.start)
    plain = len(one.name.given_keys) == 1 and not one.name.role and _THEY.match(text, one.end) is not None
    if both is not None and plain and {fold(both["first"]), one.name.given_keys[0]} <= GIVEN_NAMES - PLACES:
        return both.span("first")
    found = given_beside(text, one.start)
    kin = _KIN_BEHIND.match(text, one.end)  # "Kerry and Len Roe and Tom Lind, sons of the founders"
    if (
        found is None
        or (one.name.gender and kin is None)
        or fold(text[slice(*found)]) in PLACES | ORGANISATIONS | BODY_WORDS
    ):
        return None
    mrs = re.search(rf"\bM(?:r)?s\.? {re.escape(one.name.surname)}\b", text)
    return found if (mrs or kin) is not None and not is_acronym(text[slice(*found)]) else None


def _wives(text: str, out: list[Occurrence], by_start: dict[int, int]) -> Iterator[Occurrence]:
    """The widow whom "his" gives a given name, and "Mrs" his surname further down: "His widow, Ellen, … Mrs Ryan said".

    Where she stands among `out`, she gets the surname there.
    """
    for start, end in itertools.islice(wives_in(text), _MOST):
        husbands = [one for one in out if one.end <= start and one.name.given_keys]
        if not husbands or not re.search(rf"\bM(?:r)?s\.? {re.escape(husbands[-1].name.surname)}\b", text):
            continue
        name = replace(parse_name(f"{text[start:end]} {husbands[-1].name.surname}"), gender="f")
        at = by_start.get(start, -1)
        if at < 0:
            yield Occurrence(start, end, text[start:end], name, introduced=True)
        elif out[at].end == end:
            out[at] = replace(out[at], name=name, introduced=True)


def _spouses(text: str, out: list[Occurrence], by_start: dict[int, int]) -> list[Occurrence]:
    """Relatives who are named by a given name alone: those among `out` get the surname, the others are returned."""
    named = {one.name.given_keys[0] for one in out if one.name.given_keys}
    more = list(_wives(text, out, by_start))
    for one in list(out):
        found = spouse_of(text, one.end) if one.name.given_keys else None
        if found is None or fold(text[found[0] : found[1]]) in named:
            continue
        start, end, gender = found
        name = replace(parse_name(f"{text[start:end]} {one.name.surname}"), gender=gender)
        at = by_start.get(start, -1)
        if at < 0:
            more.append(Occurrence(start, end, text[start:end], name, quoted=one.quoted, introduced=True))
        elif not out[at].name.given_keys and out[at].end == end:
            out[at] = replace(out[at], name=name, introduced=True)
    return more
