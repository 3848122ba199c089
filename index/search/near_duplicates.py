"""Near-duplicates: the same words in two texts, as when several outlets print one agency's story."""

from __future__ import annotations

import re
from functools import cached_property

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words; `shingles` spells it out
_MAYBE = 0.5  # share of the smaller vocabulary under which no text can stand nearly word for word in another
_SAME = 0.7  # share of the shorter text's shingles that the other one holds


def near_duplicates(a: str, b: str) -> bool:
    """Whether the shorter of two texts stands nearly word for word in the other."""
    return Wording(a).same(Wording(b))


class Wording:
    """A text's words, compared by its shingles where its vocabulary does not already tell it from the other's.

    Few texts share half of their vocabulary, and the shingles of all candidates cost .3 of the 9.3 ms of an answer
    without its reranker (benchmarks, one run).
    """

    def __init__(self, text: str) -> None:
        self.words = _WORD.findall(text.lower())
        self.vocabulary = frozenset(self.words)

    def same(self, other: Wording) -> bool:
        """Whether the shorter text's shingles stand, nearly all of them, in the other text."""
        a, b = self.vocabulary, other.vocabulary
        if len(a & b) < _MAYBE * min(len(a), len(b)):
            return False
        mine, theirs = self.shingles, other.shingles
        return len(mine & theirs) >= _SAME * min(len(mine), len(theirs))

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Runs of four words; all words of a text that has fewer."""
        words = self.words
        if len(words) < _SHINGLE:
            return frozenset([tuple(words)])
        return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))
