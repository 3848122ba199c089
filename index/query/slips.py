"""Slips of the keyboard in the words that ask: "waht did Vorn say abuot wheat"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from index.language.asking import KIND_OF, MANNER, OFTEN_ASKED, OPINIONS, STATES
from index.language.english import LITTLE_WORDS
from index.language.names import PARTICLES
from index.language.roles import ROLES
from index.language.spelling import distance
from index.language.verbs import is_doing, is_telling
from index.query.tokens import Token

_WORDS = LITTLE_WORDS | OPINIONS | STATES | MANNER | KIND_OF | PARTICLES | ROLES
_RARER = 100  # times that the right word stands in more articles than the slip


def mended(tokens: tuple[Token, ...], articles_with: Callable[[str], int] | None) -> tuple[Token, ...]:
    """The tokens with the asking words read as they were meant; offsets and the written text stay.

    `articles_with` counts the articles that hold a word: one that the archive has is no slip. None: nothing is mended.
    """
    if articles_with is None:
        return tokens
    return tuple(
        token if token.capital and at else replace(token, low=_meant(token.low, articles_with))
        for at, token in enumerate(tokens)
    )


def _meant(word: str, articles_with: Callable[[str], int]) -> str:
    if len(word) < 3 or not word.isalpha() or word in _WORDS or is_telling(word) or is_doing(word):
        return word
    near = next((known for known in OFTEN_ASKED if _a_slip_of(word, known)), None)
    if near is None:
        return word
    there = articles_with(near)
    rarer = _RARER * articles_with(word) <= there and (there > 0 or sorted(word) == sorted(near))
    return near if rarer else word


def _a_slip_of(word: str, known: str) -> bool:
    """One letter off; words of three letters by a swap or a letter more alone, for "dig" is no "did"."""
    if distance(word, known, 1) > 1:
        return False
    return len(known) > 3 or len(word) > 3 or sorted(word) == sorted(known)
