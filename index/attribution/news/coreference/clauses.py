"""Whom a pronoun means by the clauses of its sentence: "While he refused, Roe …", "slammed Roe after he said"."""

from __future__ import annotations

import re
from bisect import bisect_left

from index.attribution.news.entities import Cast
from index.language.english import Gender

_APOSTROPHES = ("'", "’")
_SENTENCE = 400  # characters before the pronoun
_OFFICE = 60  # characters before the pronoun in which the clause's first word stands
_TITLE = 5  # characters that may stand before the name behind the clause
# "Roe slammed Poe after he said": who is slammed said it
_BLAMES = re.compile(
    r"\b(?:slam(?:med|s)?|blast(?:ed|s)?|criticis?z?ed|condemned|rebuked|denounced|attacked|mocked|ridiculed|praised|fired"
    r"|sacked|sued|suspended|arrested|congratulated)\s(?P<whom>[^.;:!?“”\"\n]{3,90}?)\safter\s$"
)
_CONCEDES = re.compile(r"(?:^|[.!?][”\"’']?\s|\n)(?:While|Although|Though|Even\s(?:as|though))\s$")
_CLAUSE = re.compile(r"(?:he|she|they)\b[^.!?\n“”\"]{3,200}?,\s")


def named_by_clauses(cast: Cast, place: int, gender: Gender | None) -> int | None:
    """The person of the cast whom a pronoun at `place` means by its sentence; None where that does not tell."""
    ahead = _named_ahead(cast, place, gender)
    return ahead if ahead is not None else _blamed(cast, place, gender)


def _named_ahead(cast: Cast, place: int, gender: Gender | None) -> int | None:
    """Whom the main clause names right behind the clause that the pronoun opens: "While he refused, Mr. Roe …"."""
    if not _CONCEDES.search(cast.text, max(0, place - _OFFICE), place):
        return None
    clause = _CLAUSE.match(cast.text, place)
    if clause is None:
        return None
    at = bisect_left(cast.starts, clause.end())
    one = cast.occurrences[at] if at < len(cast.occurrences) else None
    if (
        one is None
        or one.person < 0
        or one.start - clause.end() > _TITLE
        or cast.text[one.end : one.end + 1] in _APOSTROPHES
    ):
        return None
    return one.person if cast.people[one.person].gender in (gender, None) else None


def _blamed(cast: Cast, place: int, gender: Gender | None) -> int | None:
    """Whom the clause before "after he said" tells of as blamed or praised."""
    found = _BLAMES.search(cast.text, max(0, place - _SENTENCE), place)
    named = [one for one in cast.within(*found.span("whom")) if one.person >= 0] if found is not None else []
    if len(named) != 1 or cast.text[named[0].end : named[0].end + 1] in _APOSTROPHES:
        return None
    return named[0].person if cast.people[named[0].person].gender in (gender, None) else None
