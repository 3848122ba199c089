"""Near-duplicates: the same words in two texts, as when several outlets print one agency's story."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Sequence
from functools import cached_property
from typing import Any, cast

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words; `shingles` spells it out
_MAYBE = 0.5  # share of the smaller vocabulary under which no text can stand nearly word for word in another
_SAME = 0.7  # share of the shorter text's shingles that the other one holds
_PERMUTATIONS, _BANDS, _SEED = 64, 16, 1  # of the keys in the store: a change makes all articles be compared again


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

    def likeness(self, other: Wording) -> float:
        """Share of all shingles of both texts that both hold, 0 to 1."""
        mine, theirs = self.shingles, other.shingles
        return len(mine & theirs) / len(mine | theirs) if mine or theirs else 1.0

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Runs of four words; all words of a text that has fewer."""
        words = self.words
        if len(words) < _SHINGLE:
            return frozenset([tuple(words)])
        return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


def signature(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """For each text the keys by which near-duplicates are found: two texts that share one may be alike.

    MinHash over runs of four words, 64 permutations in 16 bands of 4: of two texts that have half of their runs in
    common, two of three pairs share a key; at .7 all but 2 in 100. A key tells its band too. What shares a key is
    compared by its words before it is called alike.
    """
    import rensa

    library = cast(Any, rensa)
    runs = [[" ".join(run) for run in Wording(text).shingles] for text in texts]
    digests = cast(list[list[int]], library.RMinHash.digests_from_token_sets(runs, _PERMUTATIONS, _SEED))
    return [tuple(_key(band, digest) for band in range(_BANDS)) for digest in digests]


def _key(band: int, digest: Sequence[int]) -> int:
    """63 bits of a band of a digest."""
    rows = _PERMUTATIONS // _BANDS
    packed = struct.pack(f">B{rows}I", band, *digest[band * rows : (band + 1) * rows])
    return int.from_bytes(hashlib.blake2b(packed, digest_size=8).digest(), "big") >> 1
