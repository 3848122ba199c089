"""One person across articles: which names, spellings and bare surnames of an archive are one speaker.

Conservative: names join where they agree as far as both go ("Dwight Eisenhower", "Dwight D. Eisenhower"), a letter's
difference joins only a rare spelling to a common one, a bare surname only the one or the clearly dominant bearer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from index.language.asking import PLAIN_OPINIONS
from index.language.names import FULL_FORMS
from index.model import Role, Speaker
from index.names.kinds import NameKind, body_key, is_name, kind_of, plain_body
from index.names.parse import Name, fold, misspelled, name_strength, parse_name
from index.names.roles import is_bare_honorific, normal_role, role_key, says_something

T = TypeVar("T")
DOMINANT = 3  # times the statements of the next bearer of a surname that make a bearer the one who is meant
AGREES = 0.9  # `name_strength` of two names of one person
NEARLY = 0.8  # of a name and a common one that it is a misspelling of
MOST_ALIASES = 24
_OWNER = re.compile(r"['’]s?\s")


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """What one article's attribution says of one speaker name."""

    name: str
    article_id: str
    date: dt.date | None = None
    roles: tuple[str, ...] = ()
    statements: int = 1
    resolved: bool = True
    mentions: tuple[str, ...] = ()


@dataclass(slots=True)
class _Entry:
    """A speaker in the making: the records of one person or body."""

    kind: NameKind
    forms: dict[tuple[tuple[str, ...], str, str], Name] = field(
        default_factory=dict[tuple[tuple[str, ...], str, str], Name]
    )
    shown: Counter[str] = field(default_factory=Counter[str])
    records: list[SpeakerRecord] = field(default_factory=list[SpeakerRecord])
    weight: int = 0
    initials: set[str] = field(default_factory=set[str])

    def add(self, record: SpeakerRecord, name: Name | None, shown: str) -> None:
        """Take a record in under the spelling `shown`."""
        self.records.append(record)
        self.weight += max(record.statements, 1)
        self.shown[shown] += max(record.statements, 1)
        if name is not None and name.given_keys:
            self.forms.setdefault((name.given_keys, name.surname_key, name.suffix), name)
            first = name.given_keys[0]
            self.initials |= {first[0], *(full[0] for full in FULL_FORMS.get(first, ()))}

    def absorb(self, other: _Entry) -> None:
        """Take another entry's records in."""
        self.records.extend(other.records)
        self.weight += other.weight
        self.shown.update(other.shown)
        self.forms.update(other.forms)
        self.initials |= other.initials


def merge_records(records: Iterable[SpeakerRecord]) -> tuple[tuple[Speaker, ...], dict[str, dict[str, str]]]:
    """(speakers by statements, article id -> name in the article -> canonical name).

    What is nobody's name ("She", "critics") has no entry: those words are shown under the mention as written.
    """
    people: dict[tuple[tuple[str, ...], str, str], _Entry] = {}
    bodies: dict[str, _Entry] = {}
    bare: list[tuple[SpeakerRecord, Name]] = []
    for record in records:
        if not is_name(record.name):
            continue
        kind = kind_of(record.name)
        name = parse_name(record.name) if kind == "person" else None
        if name is None or not name.surname_key:
            entry = bodies.setdefault(
                body_key(record.name) or record.name, _Entry("body" if kind == "person" else kind)
            )
            entry.add(record, None, shown_as(record))
        elif name.given_keys:
            key = (name.given_keys, name.surname_key, name.suffix)
            people.setdefault(key, _Entry("person")).add(record, name, name.full)
        else:
            bare.append((record, name))
    entries = _merge_full(list(people.values()))
    entries.extend(_place_bare(entries, bare))
    return _finish([*entries, *bodies.values()])


def _merge_full(found: list[_Entry]) -> list[_Entry]:
    """Join full names: within a surname by agreement, then rare misspellings to common names."""
    by_surname: defaultdict[str, list[_Entry]] = defaultdict(list)
    for entry in found:
        by_surname[next(iter(entry.forms))[1]].append(entry)
    merged: dict[str, list[_Entry]] = {k: _merge_namesakes(v) for k, v in by_surname.items()}
    _join_misspelled(merged)
    return [entry for entries in merged.values() for entry in entries]


def _detail(entry: _Entry) -> int:
    return max(sum(map(len, given)) + len(suffix) for given, _, suffix in entry.forms)


def _agreement(a: _Entry, b: _Entry) -> float:
    """The weakest strength between the forms of two entries."""
    return min(name_strength(x, y) for x in a.forms.values() for y in b.forms.values())


def _merge_namesakes(entries: list[_Entry]) -> list[_Entry]:
    """Bearers of one surname: the fullest names first, shorter ones join the one that they agree with."""
    out: list[_Entry] = []
    for entry in sorted(entries, key=lambda e: (-_detail(e), -e.weight)):
        fits = [e for e in out if e.initials & entry.initials and _agreement(entry, e) >= AGREES]
        target = _dominant(fits)
        if target is None:
            out.append(entry)
        else:
            target.absorb(entry)
    return out


def dominant(some: Sequence[T], weight: Callable[[T], int]) -> T | None:
    """The only one, or the one of clearly most weight (statements)."""
    if len(some) <= 1:
        return some[0] if some else None
    first, second = sorted(some, key=lambda one: -weight(one))[:2]
    return first if weight(first) >= DOMINANT * weight(second) else None


def _dominant(entries: Sequence[_Entry]) -> _Entry | None:
    return dominant(entries, lambda entry: entry.weight)


def _join_misspelled(merged: dict[str, list[_Entry]]) -> None:
    """Join rare spellings a letter off a common name; surnames meet through their forms with a letter left out."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for key in merged:
        near[key].add(key)
        if len(key) >= 5:
            for i in range(len(key)):
                near[key[:i] + key[i + 1 :]].add(key)
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for keys in near.values():
        if 1 < len(keys) <= 40:
            for key in keys:
                neighbours[key] |= {k for k in keys if misspelled(k, key)}
    for key in sorted(merged):
        for entry in list(merged[key]):
            others = [e for k in (key, *sorted(neighbours[key])) for e in merged[k] if e is not entry]
            fits = [
                e
                for e in others
                if e.weight >= DOMINANT * entry.weight
                and e.initials & entry.initials
                and _agreement(entry, e) >= NEARLY
            ]
            if len(fits) == 1:
                fits[0].absorb(entry)
                merged[key].remove(entry)


def _place_bare(entries: list[_Entry], bare: list[tuple[SpeakerRecord, Name]]) -> list[_Entry]:
    """Give bare surnames to the bearer who is meant; return the entries of those that stay on their own."""
    by_surname: defaultdict[str, list[_Entry]] = defaultdict(list)
    articles: dict[int, set[str]] = {}
    for entry in entries:
        articles[id(entry)] = {r.article_id for r in entry.records}
        for surname in {s for _, s, _ in entry.forms}:
            by_surname[surname].append(entry)
    alone: dict[tuple[str, str], _Entry] = {}
    placed: list[tuple[_Entry, SpeakerRecord, str]] = []
    for record, name in bare:
        target = _bearer(record, name, by_surname[name.surname_key], articles)
        if target is None:
            entry = alone.setdefault((name.surname_key, name.gender or ""), _Entry("person"))
            entry.add(record, name, name.full)
        else:
            placed.append((target, record, name.full))
    for target, record, shown in placed:  # afterwards, so that the order of records does not matter
        target.records.append(record)
        target.weight += max(record.statements, 1)
        target.shown[shown] += 0
    return _join_genders(alone)


def _bearer(
    record: SpeakerRecord, name: Name, entries: Sequence[_Entry], articles: dict[int, set[str]]
) -> _Entry | None:
    fits = [e for e in entries if any(name_strength(name, f) >= 0.6 for f in e.forms.values())]
    here = [e for e in fits if record.article_id in articles[id(e)]]
    if len(here) == 1:
        return here[0]
    asked = {role_key(r) for r in (*record.roles, name.role) if r and not is_bare_honorific(r)}
    if asked and len(fits) > 1:
        same = [e for e in fits if asked & {role_key(r) for x in e.records for r in _roles_of(x)}]
        if len(same) == 1:
            return same[0]
    return _dominant(fits)


def _join_genders(alone: dict[tuple[str, str], _Entry]) -> list[_Entry]:
    """ "Price" joins "Mr Price" where there is no "Ms Price" as well."""
    for surname in sorted({s for s, g in alone if not g}):
        sexed = [alone[k] for k in ((surname, "m"), (surname, "f")) if k in alone]
        if len(sexed) == 1:
            sexed[0].absorb(alone.pop((surname, "")))
    return list(alone.values())


def _roles_of(record: SpeakerRecord) -> tuple[str, ...]:
    return _said_of(record.name, record.roles)


@lru_cache(maxsize=65536)
def _said_of(name: str, roles: tuple[str, ...]) -> tuple[str, ...]:
    parsed = parse_name(name)
    own = parsed.role if parsed.surname_key else ""
    found = [normal_role(r) for r in (*roles, own) if r]
    return tuple(r for r in found if r and not is_bare_honorific(r) and says_something(r))


def _finish(entries: list[_Entry]) -> tuple[tuple[Speaker, ...], dict[str, dict[str, str]]]:
    speakers: list[Speaker] = []
    names: defaultdict[str, dict[str, str]] = defaultdict(dict)
    used: set[str] = set()
    for entry in sorted(entries, key=lambda e: (-e.weight, min(e.shown))):
        name = unused(_display(entry), used.__contains__)
        used.add(fold(name))
        dates = sorted(r.date for r in entry.records if r.date)
        speakers.append(
            Speaker(
                name=name,
                aliases=_aliases(entry, name),
                roles=roles_of(entry.records),
                statements=sum(r.statements for r in entry.records),
                first=dates[0] if dates else None,
                last=dates[-1] if dates else None,
            )
        )
        for record in entry.records:
            names[record.article_id][record.name] = name
    return tuple(speakers), dict(names)


def _display(entry: _Entry) -> str:
    """The commonest spelling; of those that differ in case or accents alone, the one with accents."""
    groups: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for shown, n in entry.shown.items():
        groups[fold(shown)][shown] += n
    key = max(groups, key=lambda k: (sum(groups[k].values()), len(k), k))
    best = max(
        groups[key], key=lambda s: (sum(not c.isascii() and c.isalpha() for c in s), groups[key][s], not s.isupper(), s)
    )
    return best[:1].upper() + best[1:] if entry.kind == "body" and best[:1].islower() and " " not in best else best


def shown_as(record: SpeakerRecord) -> str:
    """How a name is shown that an article gives: without its honorific, or a body's article."""
    kind = kind_of(record.name)
    name = parse_name(record.name) if kind == "person" else None
    if name is not None and name.surname_key:
        return name.full
    return record.name if kind == "person" else plain_body(record.name)


def unused(name: str, used: Callable[[str], bool]) -> str:
    """The name, or with a number behind it, so that nobody else is called so (`used`: of a folded name)."""
    if not used(fold(name)):
        return name
    n = 2
    while used(fold(f"{name} ({n})")):
        n += 1
    return f"{name} ({n})"


def _aliases(entry: _Entry, name: str) -> tuple[str, ...]:
    """Other spellings, commonest first: names as they stand in articles, without mere pronouns and descriptions."""
    found: Counter[str] = Counter(entry.shown)
    for record in entry.records:
        found[" ".join(record.name.split())] += 1
        if entry.kind == "person":
            found.update(m for m in map(as_alias, record.mentions) if m)
    return tuple(a for a, _ in sorted(found.items(), key=lambda x: (-x[1], x[0])) if a and a != name)[:MOST_ALIASES]


@lru_cache(maxsize=65536)
def as_alias(mention: str) -> str:
    """The name in what an article calls a person; empty: a pronoun, a description ("Roe’s Democratic opponent") or the
    label of a part ("Opening Statement:")."""
    named = len(mention) <= 60 and mention[:1].isupper() and _OWNER.search(mention) is None
    named = named and fold(mention).strip(" :").rpartition(" ")[2] not in PLAIN_OPINIONS
    return parse_name(mention).full if named and kind_of(mention) == "person" and is_name(mention) else ""


def roles_of(records: Sequence[SpeakerRecord]) -> tuple[Role, ...]:
    """Roles with the first and last date of an article that gives them and the count of such articles."""
    shown: defaultdict[str, Counter[str]] = defaultdict(Counter)
    where: defaultdict[str, dict[str, dt.date | None]] = defaultdict(dict)
    for record in records:
        for role in _roles_of(record):
            shown[role_key(role)][role] += 1
            where[role_key(role)][record.article_id] = record.date
    out: list[Role] = []
    for key, articles in where.items():
        dates = sorted(d for d in articles.values() if d)
        title = max(shown[key], key=lambda r: (shown[key][r], r))
        out.append(
            Role(title=title, first=dates[0] if dates else None, last=dates[-1] if dates else None, count=len(articles))
        )
    return tuple(sorted(out, key=lambda r: (-r.count, r.title)))
