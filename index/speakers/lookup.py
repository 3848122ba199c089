"""Look-up tables over speakers: who is meant by a name, a part of one, initials, or an office."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, TypeVar, overload

from index.model import Role, Speaker
from index.names.genders import given_gender
from index.names.kinds import body_key, kind_of
from index.names.parse import Name, fold, parse_name, strip_possessive
from index.names.roles import is_short_of, offices_of

K = TypeVar("K")
FUZZY_MIN = 4  # shorter words are never taken for misspelled
_INITIALS = 3  # letters that stand for a name: "LBJ"; two are too many people's
Office = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lookup:
    """By what they may be called the places of speakers, the busiest first; those that came later stand behind."""

    exact: dict[str, list[int]]
    surnames: dict[str, list[int]]
    parsed: Sequence[tuple[Name, ...]]  # of each person the full names, or the surnames of whom no more is known
    keys: list[str]
    roles: dict[str, list[int]]  # word -> offices that hold it
    office_of: dict[Office, int]
    offices: list[tuple[Office, list[tuple[int, Role]]]]
    starts: list[tuple[str, int]]
    words: dict[str, list[int]]
    initials: dict[str, list[int]]
    given: dict[str, list[int]]

    @classmethod
    def of(cls, speakers: Sequence[Speaker]) -> Lookup:
        """The tables over these speakers."""
        calls = [_Called.of(speaker) for speaker in speakers]
        held: defaultdict[Office, list[tuple[int, Role]]] = defaultdict(list)
        for at, speaker in enumerate(speakers):
            for office, role in _held(speaker):
                held[office].append((at, role))
        offices = sorted(held.items(), key=lambda office: len(office[0]))
        return cls(
            exact=_places([one.exact for one in calls]),
            surnames=_places([one.surnames for one in calls]),
            parsed=_Parsed(speakers),
            keys=[one.key for one in calls],
            roles=_places([tokens for tokens, _ in offices]),
            office_of={tokens: number for number, (tokens, _) in enumerate(offices)},
            offices=offices,
            starts=sorted({(text, at) for at, one in enumerate(calls) for text in one.starts}),
            words=_places([one.words for one in calls]),
            initials=_places([one.initials for one in calls]),
            given=_places([one.given for one in calls]),
        )

    def to_json(self) -> tuple[str, str]:
        """The tables as JSON, for storage: who is called exactly so or has a surname, and the rest; see `from_json`."""
        texts, places = [text for text, _ in self.starts], [at for _, at in self.starts]
        offices = [(sorted(tokens), [(at, role.title) for at, role in held]) for tokens, held in self.offices]
        rest = {
            "keys": self.keys, "offices": offices, "starts": (texts, places), "words": self.words,
            "initials": self.initials, "given": self.given,
        }  # fmt: skip
        named = {"exact": self.exact, "surnames": self.surnames}
        return _json(named), _json(rest)

    @classmethod
    def from_json(cls, named: str, rest: str, speakers: Sequence[Speaker]) -> Lookup:
        """What `to_json` wrote of these speakers: a fifth of the time that `of` takes. Raises ValueError."""
        try:
            calls, tables = json.loads(named), json.loads(rest)
            roles = {(at, role.title): role for at, speaker in enumerate(speakers) for role in speaker.roles}
            offices = [
                (frozenset(tokens), [(at, roles[at, title]) for at, title in held])
                for tokens, held in tables["offices"]
            ]
            if len(tables["keys"]) != len(speakers):
                raise ValueError("it is of other speakers")
            return cls(
                exact=calls["exact"],
                surnames=calls["surnames"],
                parsed=_Parsed(speakers),
                keys=tables["keys"],
                roles=_places([tokens for tokens, _ in offices]),
                office_of={tokens: number for number, (tokens, _) in enumerate(offices)},
                offices=offices,
                starts=list(zip(*tables["starts"], strict=True)),
                words=tables["words"],
                initials=tables["initials"],
                given=tables["given"],
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"The tables of the speakers are damaged ({error}); build them anew.") from error

    def grown(self, speakers: Sequence[Speaker], changed: Collection[int]) -> Lookup:
        """The tables where speakers at some places are others now, or came behind the last: nobody loses a name."""
        if not changed:
            return self
        calls = {at: _Called.of(speakers[at]) for at in sorted(changed)}
        keys, starts = [*self.keys, *("" for _ in speakers[len(self.keys) :])], list(self.starts)
        for at, one in calls.items():
            keys[at] = one.key
            for text in one.starts:
                place = bisect_left(starts, (text, at))
                if starts[place : place + 1] != [(text, at)]:
                    starts.insert(place, (text, at))
        roles, office_of, offices = dict(self.roles), dict(self.office_of), list(self.offices)
        for at in calls:
            for office, role in _held(speakers[at]):
                if office not in office_of:
                    office_of[office] = len(offices)
                    offices.append((office, []))
                    _put(roles, office, office_of[office])
                number = office_of[office]
                others = [(who, one) for who, one in offices[number][1] if (who, one.title) != (at, role.title)]
                offices[number] = (office, sorted([*others, (at, role)], key=lambda one: one[0]))
        found = replace(
            self,
            exact=dict(self.exact),
            surnames=dict(self.surnames),
            parsed=_Parsed(speakers),
            keys=keys,
            roles=roles,
            office_of=office_of,
            offices=offices,
            starts=starts,
            words=dict(self.words),
            initials=dict(self.initials),
            given=dict(self.given),
        )
        for at, one in calls.items():
            _put(found.exact, one.exact, at)
            _put(found.surnames, one.surnames, at)
            _put(found.words, one.words, at)
            _put(found.initials, one.initials, at)
            _put(found.given, one.given, at)
        return found


@dataclass(frozen=True, slots=True)
class _Called:
    """What one speaker may be called."""

    key: str
    exact: Sequence[str]
    surnames: set[str]
    starts: set[str]
    words: Sequence[str]
    initials: set[str]
    given: set[str]

    @classmethod
    def of(cls, speaker: Speaker) -> _Called:
        person, forms = kind_of(speaker.name) == "person", (speaker.name, *speaker.aliases)
        names = _names_of(speaker)
        full = _fullest(names)
        keys = tuple(dict.fromkeys(map(key_of, forms)))
        tokens = [key.split() for key in keys]
        named = [(n.given_keys, [fold(part) for part in n.surname.split("-") if part]) for n in full if n.given_keys]
        initials = {"".join(word[0] for word in (*given, *parts)) for given, parts in named if all(parts)}
        return cls(
            key=key_of(speaker.name),
            exact=[key for key in keys if not person or " " in key or len(full) == len(names)],
            surnames={n.surname_key for n in full},
            starts={" ".join(some[i:]) for some in tokens for i in range(len(some))},
            words=list(dict.fromkeys(word for word in chain.from_iterable(tokens) if len(word) >= FUZZY_MIN)),
            initials={letters for letters in initials if len(letters) >= _INITIALS},
            given={n.given_keys[0] for n in full if n.given_keys and len(n.given_keys[0]) > 1},
        )


class _Parsed(Sequence[tuple[Name, ...]]):
    """The parsed names of speakers, each parsed when it is first wanted: most questions look at a few."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        self._speakers = speakers
        self._known: dict[int, tuple[Name, ...]] = {}

    def __len__(self) -> int:
        return len(self._speakers)

    @overload
    def __getitem__(self, index: int) -> tuple[Name, ...]: ...

    @overload
    def __getitem__(self, index: slice) -> list[tuple[Name, ...]]: ...

    def __getitem__(self, index: int | slice) -> tuple[Name, ...] | list[tuple[Name, ...]]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        found = self._known.get(index)
        if found is None:
            found = self._known[index] = _fullest(_names_of(self._speakers[index]))
        return found


def _names_of(speaker: Speaker) -> tuple[Name, ...]:
    """The names of a person; of a body none."""
    if kind_of(speaker.name) != "person":
        return ()
    return tuple(name for name in map(parse_name, (speaker.name, *speaker.aliases)) if name.surname_key)


def _fullest(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name for name in names if name.given_keys) or names


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def key_of(text: str) -> str:
    """What is compared of names and bodies: folded, hyphens as spaces, no article, no possessive."""
    return body_key(strip_possessive(text)).replace("-", " ")


def _held(speaker: Speaker) -> list[tuple[Office, Role]]:
    return [(office, role) for role in speaker.roles for office in offices_of(role.title)]


def _places(calls: Sequence[Sequence[str] | set[str] | Office]) -> dict[str, list[int]]:
    """For each call the places that have it, rising."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, some in enumerate(calls):
        for one in some:
            found[one].append(at)
    return dict(found)


def _put(table: dict[K, list[int]], keys: Sequence[K] | set[K] | frozenset[K], at: int) -> None:
    """Add a place under some keys; lists that other tables hold too stay as they are."""
    for key in keys:
        known = table.get(key, [])
        if at not in known:
            table[key] = sorted([*known, at])


def is_called_short(letters: str, speaker: Speaker) -> bool:
    """Whether folded letters are the initials of an office of somebody's: "CS Vorn" is the Cabinet Secretary."""
    return any(is_short_of(letters, role.title) for role in speaker.roles)


def is_bare(asked: Name, speaker: Speaker) -> bool:
    """Whether all that is known of somebody is a surname, alone or with a title of no other gender than that of the
    full name that is asked for."""
    known = [parse_name(one) for one in (speaker.name, *speaker.aliases)]
    genders = {one.gender for one in known if one.gender is not None}
    mine = asked.gender or given_gender(asked.given_keys[0])
    return all(not one.given_keys for one in known) and (mine is None or genders <= {mine})
