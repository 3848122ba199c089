"""How far two spellings lie apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import OSA


def distance(a: str, b: str, most: int) -> int:
    """Letters more, less, other, or swapped with the next (optimal string alignment); `most` + 1 for more of them."""
    return OSA.distance(a, b, score_cutoff=most)


def within_one_edit(a: str, b: str) -> bool:
    """Whether at most one letter is more, less, other, or swapped with the next."""
    return distance(a, b, 1) <= 1


def allowed_edits(word: str) -> int:
    """How many letters of a word may be wrong for it still to be taken for another one: two from eight letters on."""
    return 2 if len(word) >= 8 else 1


def near_words(word: str, known: Sequence[str], most: int) -> Iterator[tuple[str, int]]:
    """The known words at most so many edits away, with how many: some milliseconds for twenty thousand of them."""
    for other, away, _ in process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=None):
        yield other, int(away)


def spellings(word: str) -> Iterator[str]:
    """All words a letter away: one swapped with the next, one more, one other, one less; never the first."""
    for at in range(1, len(word)):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        if after:
            yield before + after[0] + letter + after[1:]
        yield before + after
        for other in ascii_lowercase:
            yield before + other + after
            yield before + other + letter + after
    for other in ascii_lowercase:
        yield word + other
