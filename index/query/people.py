"""Which of the archive's speakers words mean: one, a few alike, or nobody in particular."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from index.language.names import WORD_SURNAMES
from index.language.roles import ROLES, TITLES
from index.query.offices import OF_OFFICES

MatchKind = Literal["full", "surname", "role", "alias", "fuzzy"]


@dataclass(frozen=True, slots=True)
class SpeakerMatch:
    """A speaker whom words may mean: canonical name, what matched, and how well (0 to 1, best first)."""

    name: str
    kind: MatchKind
    score: float


FindSpeaker = Callable[[str, dt.date | None], tuple[SpeakerMatch, ...]]

# Scores under these are beginnings of names and loose fits: they complete what somebody types, and decide nothing.
# Roles must fit to the word: of those that fit but for a word ("in-state director"), most are others (2 of 3 measured).
LEAST: dict[str, float] = {"full": 0.7, "alias": 0.7, "surname": 0.7, "role": 0.86, "fuzzy": 0.5}
_EQUAL = 0.99  # another holder of the role, or bearer of the surname, scores at least this share of the best
_NEAR = 0.85  # of misspellings: how often somebody speaks tells more than which letter is wrong
_SHARE = 0.25  # and has at least this share of the busiest one's statements
AS_WRITTEN = 0.9  # score of a surname as it is written
_MOST = 3  # more candidates than this: the words name nobody in particular


def choose(
    words: str, matches: Iterable[SpeakerMatch], statements: Callable[[str], int] | None = None
) -> tuple[str, ...]:
    """The speakers that `words` mean, from candidates best first: one, or a few alike; none where too many are alike.

    `statements` gives how often a speaker is on record, so that a surname means its well-known bearer. A speaker kept
    under name and title ("Mayor Ada Vorn") is the one of the name.
    """
    candidates = list(matches)
    ranked = [match for match in candidates if match.score >= LEAST.get(match.kind, 2.0)]
    titled = tuple(match.name for match in candidates if _is_titled(match.name, words))
    if not ranked:
        return titled[:_MOST]
    best = max(ranked, key=lambda match: (match.score, match.kind == "full"))  # the first of equals
    if best.kind == "full" and len(words.split()) == 1 and statements is not None:
        # Somebody is on record under a bare surname: the question may as well mean a bearer of the full name.
        bearers = [m.name for m in ranked if m.kind == "surname" or m.name == best.name]
        most = max(statements(name) for name in bearers)
        alike = [name for name in bearers if statements(name) >= _SHARE * most]
        return tuple(dict.fromkeys(alike)) if len(alike) <= _MOST else (best.name,)
    if best.kind in {"full", "alias"}:
        return tuple(dict.fromkeys((best.name, *titled)))
    least = best.score * (_NEAR if best.kind == "fuzzy" else _EQUAL)
    alike = list(dict.fromkeys(m.name for m in ranked if m.kind == best.kind and m.score >= least))
    if best.kind == "surname":
        bearers = [name for name in alike if words.split()[-1].casefold() in name.casefold().split()]
        alike = bearers or alike
    if statements is not None:
        most = max(statements(name) for name in alike)
        alike = [name for name in alike if statements(name) >= _SHARE * most]
    elif best.kind == "surname":
        alike = alike[:1]
    return tuple(alike) if len(alike) <= _MOST else ()


def _is_titled(name: str, words: str) -> bool:
    """Whether a speaker's name is the asked full name with a title or two in front."""
    asked, held = words.casefold().split(), name.split()
    front = held[: len(held) - len(asked)]
    if len(asked) < 2 or not 1 <= len(front) <= 2 or [word.casefold() for word in held[len(front) :]] != asked:
        return False
    return all((word[:1].isupper() and word[-1:] not in "s’'") or word.endswith(".") for word in front)


def bare_name(words: str) -> tuple[str, ...]:
    """A name without titles and the office before it, in small letters; empty where nothing is left."""
    name = words.casefold().split()
    office = next((k for k, word in enumerate(name) if word not in OF_OFFICES), 0)
    if any(word in ROLES for word in name[:office]):
        name = name[office:]
    name = [word for word in name if word.strip(".") not in TITLES]
    return (" ".join(name),) if name else ()


def alone_by(surname: str, found: Iterable[SpeakerMatch]) -> tuple[str, ...]:
    """The speaker of some matches whom the archive knows by a surname alone ("Ambassador Vorn", "Vorn")."""
    return tuple(
        match.name
        for match in found
        if match.score >= LEAST.get(match.kind, 2.0) and bare_name(match.name) == (surname,)
    )[:1]


def is_surname(found: Iterable[SpeakerMatch]) -> bool:
    """Whether the matches of a word are of somebody's surname: with another given name before it, it is another's."""
    borne = (match for match in found if match.kind in {"surname", "full"} and match.score >= AS_WRITTEN)
    return any(match.name.casefold().split()[-1] not in WORD_SURNAMES for match in borne)
