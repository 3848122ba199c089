"""What people corrected of the book of speakers, applied to every build: who is one, who is two, who is called how.

Corrections change nothing of what articles say: each maps the names that articles give to other canonical names, in
the order in which they were made, so that leaving one out undoes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from index.model import Role, Speaker
from index.names.parse import fold
from index.names.roles import role_key
from index.speakers.book import SpeakerBook
from index.speakers.correction import Correction
from index.speakers.merge import MOST_ALIASES, SpeakerRecord, merge_records, roles_of

Place = tuple[str, str]  # article id and the name that the article gives


def corrected_book(records: Iterable[SpeakerRecord], corrections: Sequence[Correction]) -> SpeakerBook:
    """`build_book`, after what people corrected of it. The order of `records` does not matter."""
    ordered = sorted(records, key=lambda r: (r.article_id, r.name))
    speakers, names = merge_records(ordered)
    return SpeakerBook(*corrected(speakers, names, ordered, corrections))


class _Book:
    """The canonical name of every name in every article, and what each canonical name is known by."""

    def __init__(self, speakers: Sequence[Speaker], names: Mapping[str, Mapping[str, str]]) -> None:
        self.given: dict[Place, str] = {(a, n): who for a, found in names.items() for n, who in found.items()}
        self.aliases: dict[str, dict[str, None]] = {s.name: dict.fromkeys(s.aliases) for s in speakers}
        self.offices: defaultdict[str, list[Role]] = defaultdict(list)
        self.changed: set[str] = set()

    def called(self, name: str) -> set[str]:
        """Canonical names that are `name`, else those that have it as an alias."""
        key = fold(name)
        exact = {who for who in self.aliases if fold(who) == key}
        return exact or {who for who, forms in self.aliases.items() if any(fold(form) == key for form in forms)}

    def move(self, places: Sequence[Place], to: str) -> None:
        """Give the words at these places to another canonical name."""
        self.aliases.setdefault(to, {})
        for place in places:
            self.changed |= {self.given[place], to}
            self.given[place] = to
            if place[1] != to:
                self.aliases[to].setdefault(" ".join(place[1].split()))

    def of(self, whom: set[str]) -> list[Place]:
        """Where these speak."""
        return [place for place, who in self.given.items() if who in whom]


def corrected(
    speakers: Sequence[Speaker],
    names: Mapping[str, Mapping[str, str]],
    records: Sequence[SpeakerRecord],
    corrections: Sequence[Correction],
) -> tuple[tuple[Speaker, ...], dict[str, dict[str, str]]]:
    """Speakers and names as `merge_records` gives them, after the corrections in their order.

    A correction of somebody who does not speak in the archive (yet) changes nothing.
    """
    book = _Book(speakers, names)
    for correction in corrections:
        _apply(book, correction)
    known = {speaker.name: speaker for speaker in speakers}
    said: defaultdict[str, list[SpeakerRecord]] = defaultdict(list)
    for record in records:
        who = book.given.get((record.article_id, record.name))
        if who is not None:
            said[who].append(record)
    out = [
        known[who] if who in known and who not in book.changed else _speaker(who, found, book)
        for who, found in said.items()
    ]
    canonical: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (article, name), who in book.given.items():
        canonical[article][name] = who
    return tuple(sorted(out, key=lambda s: (-s.statements, s.name))), dict(canonical)


def _apply(book: _Book, correction: Correction) -> None:
    whom = book.called(correction.name)
    match correction.act:
        case "merge":
            target = min(whom, default=correction.name)
            others = book.called(correction.other) - {target}
            for other in others:
                book.aliases.setdefault(target, {})
                book.aliases[target] |= {other: None} | book.aliases[other]
            book.move(book.of(others), target)
        case "rename":
            _rename(book, whom, correction.other)
        case "split":
            forms = {fold(alias) for alias in correction.aliases}
            apart = book.of(whom)
            if correction.articles:
                apart = [place for place in apart if place[0] in correction.articles]
            if forms:
                apart = [place for place in apart if fold(place[1]) in forms]
            for who in whom:
                for form in [form for form in book.aliases[who] if fold(form) in forms | {fold(correction.other)}]:
                    del book.aliases[who][form]
            book.move(apart, correction.other)
        case "person":
            every = whom.union(*(book.called(alias) for alias in correction.aliases))
            if every:
                _rename(book, every, correction.name)
                book.aliases[correction.name] |= dict.fromkeys(correction.aliases)
                book.offices[correction.name] += correction.roles


def _rename(book: _Book, whom: set[str], to: str) -> None:
    places = book.of(whom)
    book.aliases.setdefault(to, {})
    for who in whom:
        book.aliases[to] |= ({who: None} if who != to else {}) | book.aliases[who]
    book.move(places, to)
    book.changed.add(to)


def _speaker(name: str, records: Sequence[SpeakerRecord], book: _Book) -> Speaker:
    dates = sorted(record.date for record in records if record.date)
    given = book.offices.get(name, [])
    keys = {role_key(role.title) for role in given}
    seen = tuple(role for role in roles_of(records) if role_key(role.title) not in keys)
    return Speaker(
        name=name,
        aliases=tuple(form for form in book.aliases[name] if form and form != name)[:MOST_ALIASES],
        roles=(*given, *seen),
        statements=sum(record.statements for record in records),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )
