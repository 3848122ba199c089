"""The order of hits: every signal, weight and formula that decides what stands before what."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.search.folding import Ranked

Floats = NDArray[np.float32]
QUOTED = 3  # hits whose quotation the reranker chooses
_LEAST_READ, _NEAR = 8, 0.4  # passages that are always read; how far behind the best fused score others are
# Of 120 questions of one or two words that somebody says (made from three archives), the first hit holds them all in
# 111 with this and the best by words read first, in 94 without (docs/choices.md).
SHORT_TOPIC = 2  # terms of a topic of which the passages that hold them all come first
_SPOKEN = 4.0  # logits that holding them is worth
SPARE = 10  # candidates beyond those shown, so that folding does not leave gaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How the legs are fused; tuned on the development questions (docs/choices.md has the table)."""

    depth: int = 50  # rows that each leg gives
    unsure: float = 0.03  # off the fused score where only its publication dates a passage; twice off a day after
    passages: float = 1.0
    statements: float = 0.15
    words: float = 0.3
    text: float = 1.0
    context: float = 0.7
    title: float = 0.6
    speaker: float = 0.3
    source: float = 0.0

    @property
    def boosts(self) -> dict[str, float]:
        """Fields of the lexical index that are searched."""
        fields = {name: float(getattr(self, name)) for name in ("text", "context", "title", "speaker", "source")}
        return {name: weight for name, weight in fields.items() if weight > 0}


def fused(weights: Weights, passages: Floats, statements: Floats, words: Floats) -> Floats:
    """One score for each candidate: a convex combination of the legs' scores, each scaled to 0..1 over the candidates.

    A convex combination beats reciprocal ranks in and out of domain (Bruch et al. 2022, arXiv 2210.11934).
    """
    total = (
        weights.passages * _scaled(passages) + weights.statements * _scaled(statements) + weights.words * _scaled(words)
    )
    return (total / (weights.passages + weights.statements + weights.words)).astype(np.float32)


def reordered(ranked: Sequence[Ranked], logits: Floats, spoken: Sequence[bool] = ()) -> list[Ranked]:
    """The read ones by their logit and a little of their fused score, before the unread ones.

    `spoken`: those that hold every word of a short topic, which count for `_SPOKEN` logits more. Measured on the
    development questions: the fused score lifts hit@5 from .927 to .938 at equal hit@1.
    """
    read: list[Ranked] = []
    for place, (candidate, logit) in enumerate(zip(ranked, logits, strict=False)):
        favour = _SPOKEN if spoken and spoken[place] else 0.0
        score = 1 / (1 + math.exp(-(float(logit) + favour + candidate.score)))
        read.append(replace(candidate, score=score, signals=replace(candidate.signals, reranker=float(logit))))
    floor = min((r.score for r in read), default=0.0)
    rest = [replace(r, score=min(r.score, floor)) for r in ranked[len(read) :]]
    return sorted(read, key=lambda r: -r.score) + rest


def worth_reading(scores: Floats, most: int) -> int:
    """How many of the candidates the reranker reads: the first eight, and those behind whose fused score (best first)
    is near to the best one's, `most` at the most.

    Measured on 1,283 questions (docs/choices.md): two thirds of the pairs of reading 28, at the same first places.
    """
    near = int(np.searchsorted(-scores, _NEAR - scores[0], side="right")) if len(scores) else 0
    return min(max(_LEAST_READ, near), most, len(scores))


def _scaled(scores: Floats) -> Floats:
    """Linear to 0..1 over the candidates; all equal: 0."""
    if not len(scores):
        return scores
    low, high = float(scores.min()), float(scores.max())
    return (scores - low) / (high - low) if high > low else np.zeros_like(scores)
