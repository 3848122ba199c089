"""The archive's book of speakers: one canonical name a speaker, and finding one by what people type.

`build_book` merges what each article calls its speakers (see `merge`); `SpeakerBook` is immutable, and `find` is a few
dictionary look-ups (see `lookup`).
"""

from __future__ import annotations

import datetime as dt
import heapq
import itertools
import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from index.language.names import FULL_FORMS, GIVEN_NAMES
from index.language.spelling import allowed_edits, distance, near_words
from index.model import Role, Speaker
from index.names.kinds import NameKind, is_name, kind_of
from index.names.parse import Name, fold, name_strength, parse_name
from index.names.roles import calls_somebody, could_be_role, hyphened, may_call, role_score, role_tokens, specific
from index.speakers.lookup import FUZZY_MIN, Lookup, is_bare, is_called_short, key_of
from index.speakers.merge import SpeakerRecord, merge_records

__all__ = ["Match", "MatchKind", "NameKind", "SpeakerBook", "SpeakerRecord", "build_book", "kind_of"]

MatchKind = Literal["full", "surname", "role", "alias", "fuzzy"]
_FAR_MORE = 5  # times the statements of the next bearer of a given name that make a bearer the one who is meant
_MANY = 600  # holders of one role beyond which only the busiest are looked at
_OFFICES = 200  # offices that hold a role's words beyond which only the shortest are looked at
_BARE = 0.75  # of a full name of which the archive has the surname alone
_HALF = 0.85  # of a double surname
_HOLDS = 0.5  # `role_score` from which somebody holds an office; a deputy stays under it
_OFTEN = 10
_WORDS_OF_ROLE = 6  # of longer ones no parts are looked up


@dataclass(frozen=True, slots=True)
class Match:
    """A speaker found, how, and how surely (0 to 1)."""

    speaker: str
    kind: MatchKind
    score: float


@dataclass(frozen=True)
class SpeakerBook:
    """All speakers of an archive, busiest first, and the canonical name of every name in every article."""

    speakers: tuple[Speaker, ...] = ()
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])

    @cached_property
    def lookup(self) -> Lookup:
        """The tables by which speakers are found; made once, when they are first wanted."""
        return Lookup.of(self.speakers)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Canonical name -> place among the speakers."""
        return {speaker.name: i for i, speaker in enumerate(self.speakers)}

    def grown(
        self, changed: Mapping[int, Speaker], names: Mapping[str, Mapping[str, str]] | None = None
    ) -> SpeakerBook:
        """The book where the speakers at some places are others, or stand behind the last; no place is left out.

        Nobody's canonical name changes. What it costs follows from how many change, but for copies of the tables.
        `names`: of the articles that it shall know, in place of those that it does.
        """
        if not changed and names is None:
            return self
        speakers = [*self.speakers, *(changed[at] for at in sorted(changed) if at >= len(self.speakers))]
        for at, speaker in changed.items():
            speakers[at] = speaker
        book = SpeakerBook(tuple(speakers), self.names if names is None else names)
        book.__dict__["lookup"] = self.lookup.grown(book.speakers, changed)
        return book

    def get(self, name: str) -> Speaker | None:
        """The speaker of exactly this canonical name."""
        at = self.numbers.get(name)
        return None if at is None else self.speakers[at]

    def canonical(self, article_id: str, name: str) -> str:
        """The canonical name of a speaker whom an article calls `name`.

        A name that the book never saw in that article is looked for in the whole archive, and returned as it is when
        it belongs to none or to several.
        """
        known = self.names.get(article_id, {}).get(name)
        if known is not None or not is_name(name):
            return known or name  # "a police report" is nobody of the name Report
        found = self.lookup.exact.get(key_of(name)) or self.lookup.surnames.get(parse_name(name).surname_key, [])
        return self.speakers[found[0]].name if len(found) == 1 else name

    def find(self, words: str, limit: int = 25, on: dt.date | None = None) -> tuple[Match, ...]:
        """Speakers for what somebody typed, best first: a full name, surname, alias, role, beginning or misspelling.

        `on` prefers who held the role at that date. An empty text lists the busiest speakers.
        """
        asked = " ".join(words[:120].split())
        if not asked:
            return tuple(Match(s.name, "full", 0.0) for s in self.speakers[:limit])
        best: dict[int, tuple[float, MatchKind]] = {}
        for at, kind, score in self._candidates(asked, on):
            known = best.get(at)
            if known is None or score > known[0]:
                best[at] = (round(min(score, 1.0), 4), kind)
        speakers = self.speakers
        order = heapq.nsmallest(
            max(limit, 0), best, key=lambda i: (-best[i][0], -speakers[i].statements, speakers[i].name)
        )
        return tuple(Match(speakers[i].name, best[i][1], best[i][0]) for i in order)

    def holders(self, words: str, on: dt.date | None = None) -> tuple[tuple[str, Role], ...]:
        """All who hold or held an office, the ones at the date first; deputies are not among them."""
        asked = role_tokens(words)
        best: dict[int, tuple[float, Role]] = {}
        for office in self._offices(asked, most=len(self.lookup.offices)) if self._may_be_role(words) else ():
            held, people = self.lookup.offices[office]
            score = role_score(asked, held)
            for at, role in people if score >= _HOLDS else ():
                if role not in held_roles(self.speakers[at]):
                    continue
                fit = score * (0.9 + 0.1 * _nearness(role, on))
                if at not in best or fit > best[at][0]:
                    best[at] = (fit, role)
        order = sorted(best, key=lambda at: (-best[at][0], at))
        return tuple((self.speakers[at].name, best[at][1]) for at in order)

    def is_office(self, word: str) -> bool:
        """Whether somebody on record is called by a word (folded) that no list has: "investigator", "RDC"."""
        index = self.lookup
        offices = index.roles.get(word, ())[:_OFFICES] if may_call(word) and not index.exact.get(word) else ()
        return any(calls_somebody(word, role.title) for office in offices for _, role in index.offices[office][1])

    def similar(self, words: str, limit: int = 3) -> tuple[tuple[str, int], ...]:
        """Speakers whose full name or surname is spelt nearly so, with how many letters differ; the nearest first."""
        typed = _joined(parse_name(words).full or words)
        found: dict[int, int] = {}
        if len(typed) >= FUZZY_MIN:
            most = 1 if len(typed) < 5 else 2 if len(typed) < 10 else 3
            for spelling, away in near_words(typed, self._spellings[0], most):
                for at in self._spellings[1][spelling]:
                    found[at] = min(away, found.get(at, away))
        order = sorted(found, key=lambda at: (found[at], -self.speakers[at].statements, self.speakers[at].name))
        return tuple((self.speakers[at].name, found[at]) for at in order[:limit])

    @cached_property
    def _spellings(self) -> tuple[list[str], dict[str, list[int]]]:
        """Full names and surnames of people run together, and who bears them."""
        bearers: defaultdict[str, list[int]] = defaultdict(list)
        for at, parsed in enumerate(self.lookup.parsed):
            if parsed:
                forms = {_joined(self.speakers[at].name), *(_joined(name.surname) for name in parsed)}
                for form in forms:
                    bearers[form].append(at)
        return list(bearers), dict(bearers)

    def _candidates(self, asked: str, on: dt.date | None) -> Iterator[tuple[int, MatchKind, float]]:
        index = self.lookup
        key, name = key_of(asked), parse_name(asked)
        for at in index.exact.get(key, ()):
            yield at, "full" if index.keys[at] == key else "alias", 1.0
        yield from self._by_given_and_surname(name, 1.0)
        yield from self._by_short_form(key, (*index.exact.get(key, ()), *index.surnames.get(name.surname_key, ())))
        for written in dict.fromkeys((asked, hyphened(asked))):  # "director general" is "Director-General" too
            yield from self._by_role(written, on)
        yield from self._by_beginning(key)
        if not index.exact.get(key) and not index.surnames.get(name.surname_key, ()):
            yield from self._by_half(name)
            yield from self._by_misspelling(key, name)

    def _by_half(self, name: Name) -> Iterator[tuple[int, MatchKind, float]]:
        """Half of a double surname: "Brandt" is Ilse Brandt-Okoye, "Sanchis" is Pedro Sanchis Boix, where nobody is
        just Brandt or Sanchis."""
        for at in self.lookup.words.get(name.surname_key, ()):
            for known in self.lookup.parsed[at]:
                halves = [fold(half) for half in known.surname.split("-")]
                agrees = not name.given_keys or name.given_keys[:1] == known.given_keys[:1]
                first = name.surname_key in known.given_keys[1:] and name.surname_key not in GIVEN_NAMES
                if ((len(halves) > 1 and name.surname_key in halves) or first) and agrees:
                    yield at, "surname", _HALF
                    break

    def _by_given_and_surname(self, name: Name, factor: float) -> Iterator[tuple[int, MatchKind, float]]:
        if not name.surname_key:
            return
        asked_role = role_tokens(name.role) if name.role else frozenset[str]()
        bearers = self.lookup.surnames.get(name.surname_key, ())
        if name.given_keys and len(bearers) == 1 and is_bare(name, self.speakers[bearers[0]]):
            yield bearers[0], "surname", _BARE * factor  # "Chair Roe" is all that the archive has of a Jane Roe
        for at in bearers:
            known = self.lookup.parsed[at]
            if name.suffix and all(n.suffix != name.suffix for n in known):
                continue  # "Roe Jr." is not his father
            strength = max((name_strength(name, n) for n in known), default=0.0)
            if not name.given_keys and strength:
                bonus = 0.05 if asked_role and self._holds(at, asked_role) else 0.0
                yield at, "surname", 0.9 * factor + bonus
            elif strength >= 0.8:
                yield at, "full" if strength > 0.9 else "alias", strength * factor
            elif len(name.given_keys) == 1 and is_called_short(name.given_keys[0], self.speakers[at]):
                yield at, "surname", 0.95 * factor  # "CS Vorn" is the Cabinet Secretary

    def _by_short_form(self, key: str, named: tuple[int, ...]) -> Iterator[tuple[int, MatchKind, float]]:
        """Initials ("LBJ"); a given name or its short form alone ("Ike"). Only who is heard far more often than the
        next one of that form, and than those (`named`) who go by the word as it is typed."""
        index = self.lookup
        bearers = {at for full in FULL_FORMS.get(key, {key}) for at in index.given.get(full, ())}
        forms: tuple[tuple[list[int], MatchKind], ...] = (
            (index.initials.get(key, []), "alias"),
            (sorted(bearers), "surname"),
        )
        for holders, kind in forms:
            if not holders:
                continue
            rivals = {*holders[1:2], *named} - {holders[0]}  # the busiest come first
            most = max((self.speakers[at].statements for at in rivals), default=0)
            if self.speakers[holders[0]].statements >= _FAR_MORE * most:
                yield holders[0], kind, 0.9

    def _holds(self, at: int, asked: frozenset[str]) -> bool:
        return any(role_score(asked, role_tokens(r.title)) > 0.5 for r in self.speakers[at].roles)

    def _may_be_role(self, words: str) -> bool:
        return could_be_role(words) or any(self.is_office(word) for word in role_tokens(words))

    def _by_role(self, asked: str, on: dt.date | None) -> Iterator[tuple[int, MatchKind, float]]:
        tokens = role_tokens(asked)
        index = self.lookup
        factor = 0.88 if self._may_be_role(asked) else 0.55
        for office in self._offices(tokens):
            held, holders = index.offices[office]
            score = role_score(tokens, held) * factor
            if score < 0.3:
                continue
            for at, role in holders[:_MANY]:
                yield at, "role", score * (0.9 + 0.1 * _nearness(role, on)) * _weight(role, self.speakers[at])

    def _offices(self, asked: frozenset[str], most: int = _OFFICES) -> Iterator[int]:
        """Offices that `asked` may fit: those that hold all its words (the shortest first), and those within it.

        Any other scores nothing: see `role_score`.
        """
        index = self.lookup
        want = specific(asked)
        lists = [index.roles.get(token, []) for token in want]
        seen: set[int] = set()
        if lists and all(lists):
            fits = (office for office in min(lists, key=len) if want <= index.offices[office][0])
            seen.update(itertools.islice(fits, most))
        words = sorted(asked | {"chief"} if asked != want else asked)
        if len(words) <= _WORDS_OF_ROLE:
            parts = (frozenset(c) for n in range(1, len(words) + 1) for c in itertools.combinations(words, n))
            seen.update(index.office_of[part] for part in parts if part in index.office_of)
        yield from seen

    def _by_beginning(self, key: str) -> Iterator[tuple[int, MatchKind, float]]:
        starts = self.lookup.starts
        at = bisect_left(starts, (key, -1))
        for text, who in starts[at : at + 400]:
            if not text.startswith(key):
                break
            whole = self.lookup.keys[who].startswith(key)
            yield (
                who,
                "full" if whole else "surname",
                (0.62 if whole else 0.6) * (0.7 + 0.3 * len(key) / max(len(text), 1)),
            )

    def _by_misspelling(self, key: str, name: Name) -> Iterator[tuple[int, MatchKind, float]]:
        asked = [w for w in key.split() if len(w) >= FUZZY_MIN]
        hits: defaultdict[int, float] = defaultdict(float)
        for word in asked:
            for other, away in self._near_words(word):
                for at in self.lookup.words.get(other, ()):
                    hits[at] += 1 - 0.12 * away
        if not hits:
            return
        for at, total in hits.items():
            last = self.lookup.parsed[at][0].surname_key if self.lookup.parsed[at] else ""
            meant = name.surname_key or key
            near = bool(last) and distance(last, meant, 2) <= allowed_edits(meant)
            part = total / max(len(key.split()), 1)
            if near or part >= 0.85:
                yield at, "fuzzy", 0.8 * min(part, 1.0) if near else 0.6 * min(part, 1.0)

    @cached_property
    def _words(self) -> list[str]:
        """The words of all names."""
        return list(self.lookup.words)

    def _near_words(self, word: str) -> Iterator[tuple[str, int]]:
        """Words of names within a letter of `word`, or two where it has eight letters."""
        yield from near_words(word, self._words, allowed_edits(word))

    def to_json(self) -> str:
        """The speakers as JSON text, for storage; `from_json` reads them back. Names of articles are kept apart."""
        data = {
            "version": 2,
            "speakers": [as_data(speaker) for speaker in self.speakers],
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str, lookup: tuple[str, str] | None = None) -> SpeakerBook:
        """The speakers that `to_json` wrote. Raises ValueError for a text that is none.

        `lookup`: their tables, as `Lookup.to_json` wrote them; else they are made when they are first wanted.
        """
        data: Any = json.loads(text)
        if not isinstance(data, dict) or data.get("version") != 2:
            raise ValueError("This is no speaker book of version 2; build it anew from the articles.")
        try:
            book = cls(tuple(as_speaker(s) for s in data["speakers"]))
            if lookup is not None:
                book.__dict__["lookup"] = Lookup.from_json(*lookup, book.speakers)
            return book
        except (KeyError, TypeError, IndexError) as error:
            raise ValueError(f"The speaker book is damaged ({error}); build it anew from the articles.") from error


def held_roles(speaker: Speaker) -> tuple[Role, ...]:
    """The roles of a speaker but for the slip of one article where many give another."""
    often = bool(speaker.roles) and speaker.roles[0].count >= _OFTEN
    return tuple(role for role in speaker.roles if role.count > 1 or not often)


def build_book(records: Iterable[SpeakerRecord]) -> SpeakerBook:
    """Merge the speakers of single articles into the archive's book. The order of `records` does not matter."""
    speakers, names = merge_records(sorted(records, key=lambda r: (r.article_id, r.name)))
    return SpeakerBook(speakers, names)


def speakers_of(text: str) -> dict[int, Speaker]:
    """Speakers by their number, as JSON has them (`as_data`); an empty text has none. Raises ValueError."""
    try:
        return {int(number): as_speaker(data) for number, data in json.loads(text or "{}").items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"The speakers that changed are damaged ({error}).") from error


def as_data(speaker: Speaker) -> dict[str, Any]:
    """A speaker as JSON has it; `as_speaker` reads it back."""
    return {
        "name": speaker.name,
        "aliases": list(speaker.aliases),
        "roles": [[r.title, _iso(r.first), _iso(r.last), r.count] for r in speaker.roles],
        "statements": speaker.statements,
        "first": _iso(speaker.first),
        "last": _iso(speaker.last),
    }


def as_speaker(data: Any) -> Speaker:
    """The speaker that `as_data` gave. Raises KeyError, TypeError or ValueError for anything else."""
    return Speaker(
        name=str(data["name"]),
        aliases=tuple(data["aliases"]),
        roles=tuple(Role(title=t, first=_date(a), last=_date(b), count=n) for t, a, b, n in data["roles"]),
        statements=int(data["statements"]),
        first=_date(data["first"]),
        last=_date(data["last"]),
    )


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _joined(name: str) -> str:
    return key_of(name).replace(" ", "")


def _weight(role: Role, speaker: Speaker) -> float:
    """A role that a single article gives to somebody often quoted counts a little less."""
    return 0.92 if role.count == 1 and speaker.roles and speaker.roles[0].count >= 5 else 1.0


def _nearness(role: Role, on: dt.date | None) -> float:
    """1 within the role's dates (or without a date asked), falling to 0 over four years."""
    if on is None:
        return 1.0
    if role.first is None or role.last is None:
        return 0.3
    if role.first <= on <= role.last:
        return 1.0
    away = min(abs((on - role.first).days), abs((on - role.last).days))
    return max(0.0, 1 - away / 1461)
