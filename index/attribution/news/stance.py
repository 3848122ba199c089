"""Whether a source says, denies, keeps back or asks what follows: read from the cue and the words before it.

Each entry of `ENTRIES` is one form with an example. Forms are patterns over the base forms of the words around the
cue's verb, which stands in angle brackets: "boone do not <say> that the dam be safe".
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from index.language.acts import ACTS_OF_LAW, GESTURES
from index.language.english import BE
from index.language.stances import (
    ASKING_VERBS,
    BETWEEN,
    CLAIMS,
    DENYING,
    FALLING_SHORT,
    HOLDING_TRUE,
    NOBODY,
    PLEASED,
    RELUCTANCE,
    TURNING_DOWN,
    WITHHOLDING,
    all_forms,
    is_verb_of_stance,
    verb_of,
)
from index.model import Span, Stance

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BREAK = re.compile(r"[.!?;:,]\s|[\n\"“”]|['’‘]{2}")
_BEFORE, _AFTER = 90, 60  # characters around a cue that are read
_CONTRACTED = re.compile(r"n['’]t$")
_AUXILIARY = r"(?:do|did|does|be|is|are|was|were|have|has|had|will|would|can|could|should|may|might)"


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words)) + ")"


_NOT = (
    rf"(?:{_AUXILIARY} )?(?:neither [^<> ]+ nor|not|never|neither|nor|hardly|no longer)"
    rf"(?> (?:{_any(BETWEEN)}(?= )|\w+ly(?= )))*"
)
_FEW = r"(?: [^<> ]+){0,3}"  # words that may stand before a claim
_CLAIM = rf"{_FEW} <?{_any(CLAIMS)}(?![^ >])"
_FALSE = r"(?:false|untrue|nonsense|baseless|unfounded|fabricated|fake)(?![^ ])"
_PUSHED = (
    r"(?:<?pour(?:ed|s|ing)?>? <?cold>? <?water>? <?on>?|<?push(?:ed|es|ing)?>? <?back>? <?(?:on|against)>?"
    r"|<?(?:brush|shrug|wav|bat|swat|laugh)(?:ed|es|s|e|ing|ged|ging|ted|ting)?>? <?(?:off|aside|away)>?)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One form: the stance that it gives, and what the cue is found by; an example in our own words."""

    stance: Stance
    pattern: re.Pattern[str]
    example: str


def _entry(stance: Stance, pattern: str, example: str) -> Entry:
    return Entry(stance, re.compile(rf"(?<![^ ]){pattern}"), example)


# The first that fits counts.
ENTRIES: tuple[Entry, ...] = (
    _entry("said", r"not (?:only|just|merely|simply)(?: [^<> ]+){0,2} <", "She did not only say that the dam leaked."),
    _entry("said", r"not (?:hesitate to|help but|shy from) <", "He did not hesitate to say that the dam leaked."),
    _entry("said", rf"{_NOT} <{_any(PLEASED)}>", "She was not happy that the dam leaked."),
    _entry("declined", rf"{_NOT} <{_any(WITHHOLDING)}>", "She did not decline to say where the ship was."),
    _entry(
        "declined",
        rf"{_any(FALLING_SHORT | RELUCTANCE)}(?: \w+)?(?: \w+ly)? to(?: \w+ly)? <",
        "He refused to say where the ship was.",
    ),
    _entry("declined", rf"<{_any(WITHHOLDING)}>", "He declined later to state when the ship would sail."),
    _entry("declined", rf"{_NOT} <{_any(DENYING)}>", "She did not deny that the dam leaked."),
    _entry("denied", rf"{_NOT} <{_any(HOLDING_TRUE)}>", "He did not believe that the dam leaked."),
    _entry("declined", rf"{_NOT} <", "Boone never said that the dam was safe."),
    _entry("declined", r"stop(?:s|ped|ping)? short of(?: ever)? <", "The ministry stopped short of saying so."),
    _entry(
        "declined",
        r"(?:without|avoid(?:s|ed|ing)?)(?: ever| even| \w+ly)? <",
        "He left without saying whether the dam leaked.",
    ),
    _entry(
        "declined",
        rf"(?:no one|{_any(NOBODY)})(?: (?:of|in|at|from)(?: [^<> ]+){{1,4}})?(?: have| will| would| has)? <",
        "No one at the ministry said that the dam leaked.",
    ),
    _entry("denied", rf"<{_any(DENYING)}>", "She denied that she had met the bankers."),
    _entry("denied", rf"<[^<> ]+>{_FEW} as {_FALSE}", "He dismissed as false the report that he sold it."),
    _entry("denied", rf"<{_any(TURNING_DOWN)}>{_CLAIM}", "He rejected claims that he sold it."),
    _entry("denied", rf"{_PUSHED}{_CLAIM}", "He pushed back against claims that he sold it."),
    _entry("asked", rf"<{_any(ASKING_VERBS)}>", "“Who sold the dam?” she asked."),
)


def stance_of(text: str, cue: Span) -> tuple[Stance, Span]:
    """The stance of what a cue introduces, and the cue with the words before it that make the stance ("never said").

    Reads the cue's own clause, at most 90 characters before the cue, and 60 behind it.
    """
    found = [(m.start(), _base(m.group())) for m in _WORD.finditer(text, _clause_start(text, cue[0]), cue[1] + _AFTER)]
    inside = [i for i, (start, _) in enumerate(found) if cue[0] <= start < cue[1]]
    if not inside:
        return "said", cue
    verb = next((i for i in inside if is_verb_of_stance(found[i][1])), inside[-1])
    words = [f"<{base}>" if i == verb else base for i, (_, base) in enumerate(found)]
    line = " ".join(words)
    places = [0, *itertools.accumulate(len(word) + 1 for word in words)]
    for entry in ENTRIES:
        match = entry.pattern.search(line)
        if match is not None:
            first = found[bisect_right(places, match.start()) - 1][0]
            return entry.stance, (min(cue[0], first), cue[1])
    return "said", cue


def is_act(text: str, cue: Span) -> bool:
    """Whether a cue is an act of law or a gesture and no report: "was charged with", "sighed", "pleaded guilty"."""
    words = [verb_of(match.group().lower()) for match in _WORD.finditer(text, *cue)]
    if not words:
        return False
    if "plead" in words or "pleaded" in words or words[-1] in _GESTURE_FORMS:
        return "guilty" in words or words[-1] in _GESTURE_FORMS
    at = next((i for i, word in enumerate(words) if word in _LAW_FORMS), None)
    if at is None:
        return False
    after = _WORD.search(text, cue[1]) if at == len(words) - 1 else None
    following = words[at + 1] if after is None and at + 1 < len(words) else after.group().lower() if after else ""
    return following in ("with", "by", "in", "for", "to", "on", "at") or any(word in BE for word in words[:at])


_LAW_FORMS, _GESTURE_FORMS = all_forms(ACTS_OF_LAW), all_forms(GESTURES)


def _clause_start(text: str, place: int) -> int:
    begin = max(0, place - _BEFORE)
    return max((match.end() for match in _BREAK.finditer(text, begin, place)), default=begin)


def _base(word: str) -> str:
    """The base form of a word; "didn't" is two words, "did not"."""
    folded = word.lower()
    if folded == "cannot":
        return "can not"
    contracted = _CONTRACTED.search(folded)
    return folded[: contracted.start()] + " not" if contracted else verb_of(folded)
