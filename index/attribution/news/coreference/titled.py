"""Whom a title or an office alone means: "the doctor" of whoever is a Dr, "the CM" and "the chief executive"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from index.attribution.news.coreference.offices import Held, holds_office
from index.attribution.news.coreference.pronouns import Heard
from index.language.descriptions import OFFICES_BY_INITIALS, TITLES_TOO


def titled_so(
    written: str,
    titles: Collection[str],
    bearers: Mapping[str, Collection[int]],
    held: Mapping[int, Sequence[Held]],
    heard: Sequence[Heard],
    place: int,
) -> int | None:
    """Who spoke last of those with a title ("Dr"); the only one of the article where none of them did. Of a title
    that is an office as well ("the captain") the only one who has it where nobody else holds such an office."""
    titled = set[int]().union(*(bearers.get(title, ()) for title in titles))
    if written in TITLES_TOO:
        head = written.removeprefix("the ")
        holders = {person for person, offices in held.items() if any(one.head == head for one in offices)}
        return next(iter(titled)) if len(titled) == 1 and holders <= titled else None
    spoken = [one.person for one in heard if one.place < place and one.person in titled]
    return spoken[-1] if spoken else next(iter(titled)) if len(titled) == 1 else None


def holder_of(
    initials: str, roles: Mapping[int, Sequence[str]], heard: Sequence[Heard], place: int
) -> tuple[int, float] | None:
    """Who holds an office that is called by its initials: the one of the article, or who of them spoke last."""
    named = (initials, *OFFICES_BY_INITIALS[initials])
    holders = {person for person, told in roles.items() if any(holds_office(role, named) for role in told)}
    if len(holders) == 1:
        return holders.pop(), 0.8
    spoken = [one.person for one in heard if one.place < place and one.person >= 0]
    return (spoken[-1], 0.6) if spoken and spoken[-1] in holders else None
