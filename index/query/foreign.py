"""Questions in a language that is not read: known by their small words or their script; the names in them are found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from index.language.english import AUXILIARIES, LITTLE_WORDS
from index.language.foreign import FOREIGN_WORDS, OTHER_SCRIPTS
from index.language.verbs import is_telling
from index.query.people import FindSpeaker, choose
from index.query.tokens import Token

_LONGEST_NAME, _SHORTEST = 4, 4  # words, and letters of a surname in small ones
_SURE = {"full": 0.95, "alias": 0.95, "surname": 0.9}


def is_foreign(tokens: tuple[Token, ...]) -> bool:
    """Whether a question is in another language than English, as far as its small words and script tell."""
    if not tokens:
        return False
    other = sum(_other_script(token.low) for token in tokens)
    if other:
        return 2 * other >= len(tokens) or not any(_english(token.low) for token in tokens)
    foreign = sum(token.low in FOREIGN_WORDS and not token.capital for token in tokens)
    english = sum(_english(token.low) and token.low not in FOREIGN_WORDS for token in tokens)
    opens = tokens[0].low in FOREIGN_WORDS
    return foreign + opens >= 2 and foreign + opens > english


def named_in(
    text: str,
    tokens: tuple[Token, ...],
    find: FindSpeaker,
    on: dt.date | None,
    statements: Callable[[str], int] | None = None,
) -> tuple[int, int, tuple[str, ...]] | None:
    """The first name of a speaker in the words, in whatever script it is known: its tokens, and who bears it.

    A surname alone in small letters is one where the whole question is written in them.
    """
    small = not any(token.capital for token in tokens[1:])
    for first in range(len(tokens)):
        for last in range(min(first + _LONGEST_NAME, len(tokens)), first, -1):
            low = tokens[first].low
            word = low in FOREIGN_WORDS or len(low) < _SHORTEST or not small
            if last - first == 1 and tokens[first].text.islower() and word:
                continue
            words = " ".join(text[tokens[first].start : tokens[last - 1].end].split())
            sure = [match for match in find(words, on) if match.score >= _SURE.get(match.kind, 2.0)]
            names = choose(words, sure, statements) if sure else ()
            if len(names) == 1:
                return first, last, names
    return None


def _english(word: str) -> bool:
    return word in LITTLE_WORDS or word in AUXILIARIES or is_telling(word)


def _other_script(word: str) -> bool:
    return any(low <= ord(word[0]) <= high for low, high in OTHER_SCRIPTS)
