"""Pronouns in texts that stand in capitals throughout, as captions do: "WE FOUND THEM", "I WANNA FIRST SAY"."""

from __future__ import annotations

from index.attribution.news.occurrences import is_acronym
from index.language.english import SUBJECTS
from index.names.parse import fold

_PRONOUNS = SUBJECTS - {"it"}  # no bodies, as WHO and the US are
_AROUND = 80  # characters on each side of a mention


def word_of(text: str, start: int, written: str) -> str:
    """A mention as the one word that it may be, folded: a pronoun in capitals among capitals is one, also with what
    the model took along; an acronym is no word ("WHO said")."""
    first = fold(written).split()[0] if fold(written) else ""
    if first in _PRONOUNS and written.isupper() and _is_shouted(text, start):
        return first
    return "" if is_acronym(written) else fold(written)


def _is_shouted(text: str, place: int) -> bool:
    """Whether all stands in capitals around a place."""
    around = text[max(0, place - _AROUND) : place + _AROUND]
    return len(around) >= _AROUND and around.isupper()
