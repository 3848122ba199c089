"""The words of a question, each with the place where it stands, and where phrases end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.language.english import (
    ABBREVIATED,
    ASKING,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from index.language.verbs import is_telling

_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*")
_QUOTE = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'"})
_PAUSE = re.compile(r"[,;:?!()\[\]\"“”—.\u2026\n]")
DASHES = frozenset("-–—")
_STOP = re.compile(r"[;?!\n]|\.\s")


@dataclass(frozen=True, slots=True)
class Token:
    """A word at `[start, end)` of the question; a possessive 's is outside, up to `close`. `gap` precedes the word."""

    text: str
    low: str
    start: int
    end: int
    close: int
    gap: str
    slip: bool = False  # `low` is what was meant, with a letter put right

    @property
    def possessive(self) -> bool:
        """Whether "'s" or an apostrophe follows."""
        return self.close > self.end

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()

    @property
    def dashed(self) -> bool:
        """Joined to the word before by a dash."""
        return self.gap.strip() in {"-", "–", "—", "‑"}


def tokenize(text: str) -> tuple[Token, ...]:
    """Words with offsets into `text`; typographic apostrophes count as plain ones."""
    plain = text.translate(_QUOTE)
    tokens: list[Token] = []
    done = 0
    for match in _WORD.finditer(plain):
        word, start, end = match.group(), match.start(), match.end()
        close = end
        if word.lower().endswith("'s") and len(word) > 2:
            word, end = word[:-2], end - 2
        elif word.lower().endswith("s") and plain[end : end + 1] == "'" and not plain[end + 1 : end + 2].isalnum():
            close = end + 1
        tokens.append(Token(word, word.lower(), start, end, close, text[done:start]))
        done = close
    return tuple(tokens)


def pauses(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether punctuation, or the end of the question, stands before token `at`."""
    if at <= 0 or at >= len(tokens):
        return True
    gap = tokens[at].gap
    before = tokens[at - 1]
    if gap.startswith(".") and (len(before.text) == 1 or before.low in ABBREVIATED):
        gap = gap[1:]
    return bool(_PAUSE.search(gap))


def sentence_starts(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether token `at` opens a sentence."""
    if at <= 0:
        return True
    before = tokens[at - 1]
    if tokens[at].gap.startswith(".") and (len(before.text) == 1 or before.low in ABBREVIATED):
        return False
    return bool(_STOP.search(tokens[at].gap))


def asks_behind(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a question of its own begins at token `at`, behind a pause: "Vorn – why is", "the mayor, does it"."""
    if at >= len(tokens) or tokens[at].low not in ASKING | AUXILIARIES - {"may", "will"}:
        return False
    return at > 0 and (pauses(tokens, at) or tokens[at].gap.strip() in DASHES)


def is_boundary(word: str, *, verbs: bool = True) -> bool:
    """Whether a noun phrase cannot go on with this word (lower case); `verbs` False: telling verbs may be nouns."""
    return (
        word in PREPOSITIONS
        or word in CONJUNCTIONS
        or word in ASKING
        or word in AUXILIARIES
        or word in DETERMINERS
        or word in PRONOUNS
        or (verbs and is_telling(word))
    )
