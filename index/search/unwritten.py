"""Names in a question that no text of the archive has: nobody of that name said anything, whatever the form of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from index.language.asking import ABOUT, BEFORE_WHO, OPINIONS, PLAIN_OPINIONS
from index.language.bodies import GROUPS, PARTS_OF_STATES, PLACES
from index.language.english import AUXILIARIES
from index.language.names import GIVEN_NAMES, PARTICLES, SURELY_GIVEN
from index.language.roles import ROLES, SHORT_TITLES, TITLES, VERBS_AND_OFFICES
from index.language.verbs import is_telling
from index.model import Query
from index.names.parse import fold, strip_possessive
from index.query.lexicon import Lexicon
from index.search.spelt import USUAL
from index.storage.lexical import WordIndex
from index.workers import Lazy

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*[^\W_])?")
_ENDINGS = ("", "s", "es", "d", "ed", "ing", "er", "ly")
_SHORTEST = 4  # letters of a surname that is looked for
_LEAST_LED, _LONG = 7, 8  # letters of a surname of which one may be wrong, and of a word of which two may be
_HALF = 4  # letters of each half of a word that was written as one: "primeminister"
_LED_BY = SURELY_GIVEN | ((TITLES | SHORT_TITLES | ROLES) - GIVEN_NAMES - GROUPS - VERBS_AND_OFFICES)
_LEADS = AUXILIARIES | BEFORE_WHO
_KNOWN = PLACES | PARTS_OF_STATES
_AHEAD = AUXILIARIES | {"what"}


def unwritten_name(
    query: Query, words: WordIndex, lexicon: Lexicon, is_word: Callable[[str], bool], english: Lazy[SpellChecker]
) -> str | None:
    """The name in a topic of which neither the archive (`words`) nor English have a word: behind a given name ("helen
    trask"), a title or an office ("senator novotny"), another such word, or alone where somebody is asked; None where
    there is none, where somebody is asked for already, or what is asked for stands in quotation marks.

    English tells a name from a word that the archive happens to lack ("grace period"); a letter off an English word is
    a slip, but behind a given name, and where the encoder's vocabulary has it whole (`is_word`: "zhang"). What the
    archive has nearly so is as like as not meant.
    """
    asked = query.speakers or query.named or query.among or query.unknown_speaker or query.phrases
    if asked or not query.topic or "language" in query.notes:
        return None
    found = [match.group() for match in _WORD.finditer(query.topic)]
    plain = [strip_possessive(word) for word in found]
    missing = [not words.holds(word) for word in plain]
    strange = [False] * len(plain)
    for at, word in enumerate(plain):
        first = at
        while first and fold(plain[first - 1]) in PARTICLES:
            first -= 1
        before = plain[first - 1] if first else ""
        led = fold(before) in _LED_BY
        # A word of the encoder's vocabulary is no name but beside one: the dictionary is seldom loaded.
        usual = is_word(fold(word)) and not (led or word[0].isupper() or (first and missing[first - 1]))
        strange[at] = not usual and _is_strange(word, words, english)
        if not strange[at] or lexicon.similar(word):
            continue
        name = " ".join(plain[first - 1 : at + 1]) if led or fold(before) in GIVEN_NAMES else word
        if _surely_asked(found, first, at):
            return name
        if not is_word(fold(word)) and _is_near(word, words, led=led):
            continue
        if led:
            return name
        slips = not found[at][0].isupper() and _is_slip(word, is_word, english)
        two = bool(first) and (strange[first - 1] or (missing[first - 1] and _is_rare(before, english)))
        if two and not (slips and _is_slip(before, is_word, english)):
            return " ".join(plain[first - 1 : at + 1])
        if not slips and _is_asked(found, first, at):
            return word
    return None


def _is_near(word: str, words: WordIndex, *, led: bool) -> bool:
    """Whether the archive has a part of a word nearly so; `led`: a given name or a title stands before it."""
    parts = [part for part in fold(word).split("-") if len(part) >= _SHORTEST]
    if led and all(len(part) < _LEAST_LED for part in parts):
        return False
    return any(words.holds(part, 1 if led or len(part) < _LONG else 2) for part in parts)


def _surely_asked(found: Sequence[str], first: int, at: int) -> bool:
    """Whether a word stands where nobody but a name does: "novotny's view", "what novotny said", "quote novotny"."""
    behind = fold(found[at + 1]) if at + 1 < len(found) else ""
    before = fold(found[first - 1]) if first else ""
    owns = found[at] != strip_possessive(found[at]) and behind in OPINIONS
    return owns or before == "quote" or (before in _AHEAD and is_telling(behind))


def _is_asked(found: Sequence[str], first: int, at: int) -> bool:
    """Whether a word stands where somebody is asked for, as like as not: "novotny on", "is novotny"."""
    behind = fold(found[at + 1]) if at + 1 < len(found) else ""
    before = fold(found[first - 1]) if first else ""
    leads = not before or before in _LEADS
    return leads or behind in ABOUT or behind == "and" or is_telling(behind) or behind in PLAIN_OPINIONS


def _is_strange(word: str, words: WordIndex, english: Lazy[SpellChecker]) -> bool:
    """Whether no passage has a part of a word, and English no form of it."""
    parts = [part for part in fold(word).split("-") if len(part) >= _SHORTEST]
    if not parts or not _KNOWN.isdisjoint(parts) or any(words.holds(part) for part in parts):
        return False
    return not any(english.get().known(_forms(part)) or _are_two(part, english) for part in parts)


def _are_two(word: str, english: Lazy[SpellChecker]) -> bool:
    """Whether a word is two English ones without their blank: "primeminister", "tiltrotor"."""
    halves = ((word[:at], word[at:]) for at in range(_HALF, len(word) - _HALF + 1))
    usage = english.get().word_usage_frequency
    return any(min(usage(one), usage(other)) >= USUAL for one, other in halves)


def _is_rare(word: str, english: Lazy[SpellChecker]) -> bool:
    """Whether a word before a strange one may be its given name, being no usual English."""
    return english.get().word_usage_frequency(fold(word)) < USUAL


def _forms(word: str) -> Sequence[str]:
    """A word without the endings that it may have."""
    plain = word.replace("'", "").replace("’", "")
    stems = [plain.removesuffix(end) for end in _ENDINGS]
    return [*stems, *(f"{stem}e" for stem in stems[1:] if stem != plain)]


def _is_slip(word: str, is_word: Callable[[str], bool], english: Lazy[SpellChecker]) -> bool:
    """Whether a strange word is a letter off an English one: as like as not a slip of the keyboard."""
    plain = fold(word).replace("'", "").replace("’", "")
    return not is_word(plain) and bool(english.get().known(english.get().edit_distance_1(plain)))
