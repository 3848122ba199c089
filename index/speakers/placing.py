"""Who the names of articles that came are, by a book that was made without them.

The rules are those of `merge`, put to one name at a time: a name joins the speaker whom it agrees with, or stands for
somebody new. What several names together would change is left as it is until the book is made of everything again:
two speakers of the book never become one here, and earlier names stand for whom they stood for.
So the cost follows from the names that came, and not from the size of the archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.language.names import FULL_FORMS
from index.language.spelling import near_words
from index.model import Role, Speaker
from index.names.kinds import is_name, kind_of
from index.names.parse import Name, fold, misspelled, name_strength, parse_name
from index.names.roles import is_bare_honorific, role_key
from index.speakers.book import SpeakerBook
from index.speakers.lookup import key_of
from index.speakers.merge import (
    AGREES,
    DOMINANT,
    MOST_ALIASES,
    NEARLY,
    SpeakerRecord,
    as_alias,
    dominant,
    merge_records,
    roles_of,
    shown_as,
    unused,
)

_SURNAME = 0.6  # `name_strength` of a bare surname and a full name that has it


@dataclass(frozen=True, slots=True)
class Placed:
    """What names of articles stand for, and the speakers who are others by that, or new: by their place in the book."""

    names: Mapping[str, Mapping[str, str]]
    speakers: Mapping[int, Speaker]


def candidates(
    exact: Mapping[str, Sequence[int]], surnames: Mapping[str, Sequence[int]], names: Iterable[str]
) -> set[int]:
    """The places of all whom some names may mean, by tables of a `Lookup`; no other place tells anything of them."""
    found: set[int] = set()
    known = list(surnames)
    for name in dict.fromkeys(names):
        surname = parse_name(name).surname_key
        found.update(exact.get(key_of(name), ()), surnames.get(surname, ()))
        if len(surname) >= 5:
            for key, _ in near_words(surname, known, 1):
                found.update(surnames[key])
    return found


def place(
    book: SpeakerBook, records: Sequence[SpeakerRecord], taken: Callable[[str], bool] = lambda name: False
) -> Placed:
    """Find everybody whom the records name in the book, or a place behind its last. Their order does not matter.

    `taken`: whether somebody who is not in the book has a (folded) name.
    """
    ordered = sorted((one for one in records if is_name(one.name)), key=lambda one: (one.article_id, one.name))
    known = _known(book, ordered)
    strangers = [one for one in ordered if _place(one) not in known]
    came, names = merge_records(strangers)
    called = _unused(book, came, taken)
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    said: defaultdict[int, list[SpeakerRecord]] = defaultdict(list)
    for one in ordered:
        at = known.get(_place(one))
        if at is None:
            found[one.article_id][one.name] = called[names[one.article_id][one.name]]
        else:
            found[one.article_id][one.name] = book.speakers[at].name
            said[at].append(one)
    speakers = {at: _heard(book.speakers[at], some) for at, some in said.items()}
    for at, speaker in enumerate(came, start=len(book.speakers)):
        speakers[at] = replace(speaker, name=called[speaker.name])
    return Placed(dict(found), speakers)


def _place(record: SpeakerRecord) -> tuple[str, str]:
    return record.article_id, record.name


def _known(book: SpeakerBook, records: Sequence[SpeakerRecord]) -> dict[tuple[str, str], int]:
    """The place in the book of each record's speaker, where the book has him."""
    found: dict[tuple[str, str], int] = {}
    bare: list[tuple[SpeakerRecord, Name]] = []
    full: defaultdict[str, list[tuple[Name, int | None]]] = defaultdict(list)  # by article
    for record in records:
        name = parse_name(record.name) if kind_of(record.name) == "person" else None
        if name is None or not name.surname_key:
            at = _body(book, record.name)
        elif name.given_keys:
            at = _person(book, name, record.statements)
            full[record.article_id].append((name, at))
        else:
            bare.append((record, name))
            continue
        if at is not None:
            found[_place(record)] = at
    for record, name in bare:
        at = _bearer(book, record, name, full[record.article_id])
        if at is not None:
            found[_place(record)] = at
    return found


def _body(book: SpeakerBook, name: str) -> int | None:
    same = [at for at in book.lookup.exact.get(key_of(name), ()) if not book.lookup.parsed[at]]
    return same[0] if same else None


def _person(book: SpeakerBook, name: Name, weight: int) -> int | None:
    """Who has this full name, agrees with it, or has the common name that it is a rare misspelling of."""
    lookup = book.lookup
    bearers = [at for at in lookup.surnames.get(name.surname_key, ()) if _is_full(book, at)]
    key = (name.given_keys, name.surname_key, name.suffix)
    for at in bearers:
        if any((form.given_keys, form.surname_key, form.suffix) == key for form in lookup.parsed[at]):
            return at
    near = [at for at in bearers if _initials([name]) & _initials(lookup.parsed[at])]
    fits = [at for at in near if _agreement(book, at, name) >= AGREES]
    if (at := _dominant(book, fits)) is not None:
        return at
    if len(name.surname_key) >= 5:
        spelt = (key for key, _ in near_words(name.surname_key, list(lookup.surnames), 1))
        others = [at for key in spelt if misspelled(key, name.surname_key) for at in lookup.surnames[key]]
        near += [at for at in others if _is_full(book, at) and _initials([name]) & _initials(lookup.parsed[at])]
    common = {
        at
        for at in near
        if book.speakers[at].statements >= DOMINANT * max(weight, 1) and _agreement(book, at, name) >= NEARLY
    }
    return common.pop() if len(common) == 1 else None


def _bearer(
    book: SpeakerBook, record: SpeakerRecord, name: Name, full: Iterable[tuple[Name, int | None]]
) -> int | None:
    """Whom a bare surname means: somebody of its article first, whom the book may not know; then by office, or fame."""
    bearers = book.lookup.surnames.get(name.surname_key, ())
    fits = [
        at
        for at in bearers
        if _is_full(book, at) and any(name_strength(name, form) >= _SURNAME for form in book.lookup.parsed[at])
    ]
    here = {at for form, at in full if name_strength(name, form) >= _SURNAME}
    if len(here) == 1:
        return here.pop()
    asked = {role_key(role) for role in (*record.roles, name.role) if role and not is_bare_honorific(role)}
    if asked and len(fits) > 1:
        same = [at for at in fits if asked & {role_key(role.title) for role in book.speakers[at].roles}]
        if len(same) == 1:
            return same[0]
    if (at := _dominant(book, fits)) is not None or here:
        return at
    alone = [at for at in bearers if not _is_full(book, at)]
    genders = {at: {form.gender for form in book.lookup.parsed[at] if form.gender} for at in alone}
    same = [at for at in alone if name.gender in genders[at] or not (name.gender and genders[at])]
    return same[0] if len(same) == 1 else None


def _is_full(book: SpeakerBook, at: int) -> bool:
    return any(form.given_keys for form in book.lookup.parsed[at])


def _agreement(book: SpeakerBook, at: int, name: Name) -> float:
    return min((name_strength(name, form) for form in book.lookup.parsed[at]), default=0.0)


def _initials(names: Iterable[Name]) -> set[str]:
    first = [name.given_keys[0] for name in names if name.given_keys]
    return {word[0] for given in first for word in (given, *FULL_FORMS.get(given, ()))}


def _dominant(book: SpeakerBook, places: Sequence[int]) -> int | None:
    return dominant(places, lambda at: book.speakers[at].statements)


def _heard(speaker: Speaker, records: Sequence[SpeakerRecord]) -> Speaker:
    """A speaker with what more articles say of him."""
    forms = [form for record in records for form in (shown_as(record), " ".join(record.name.split()))]
    if kind_of(speaker.name) == "person":
        forms += [form for record in records for form in map(as_alias, record.mentions) if form]
    known = (speaker.name, *speaker.aliases)
    dates = [date for date in (speaker.first, speaker.last, *(record.date for record in records)) if date]
    return replace(
        speaker,
        aliases=(*speaker.aliases, *(form for form in dict.fromkeys(forms) if form not in known))[:MOST_ALIASES],
        roles=_joined(speaker.roles, roles_of(records)),
        statements=speaker.statements + sum(record.statements for record in records),
        first=min(dates, default=None),
        last=max(dates, default=None),
    )


def _joined(roles: Sequence[Role], more: Sequence[Role]) -> tuple[Role, ...]:
    """Roles with those that more articles give, the commonest first."""
    found = {role_key(role.title): role for role in roles}
    for role in more:
        known = found.get(role_key(role.title))
        if known is not None:
            dates = [date for date in (known.first, known.last, role.first, role.last) if date]
            first, last = min(dates, default=None), max(dates, default=None)
            role = replace(known, first=first, last=last, count=known.count + role.count)
        found[role_key(role.title)] = role
    return tuple(sorted(found.values(), key=lambda role: (-role.count, role.title)))


def _unused(book: SpeakerBook, came: Sequence[Speaker], taken: Callable[[str], bool]) -> dict[str, str]:
    """How new speakers are called, so that nobody of the book has the name."""
    used = {fold(speaker.name) for speaker in book.speakers}
    called: dict[str, str] = {}
    for speaker in came:
        called[speaker.name] = unused(speaker.name, lambda name: name in used or taken(name))
        used.add(fold(called[speaker.name]))
    return called
