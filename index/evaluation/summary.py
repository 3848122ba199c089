"""Figures over many judged questions, and the comparison of two runs."""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.evaluation.judge import Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All shares are 0..1; None where nothing can be counted."""

    answerable: int
    unanswerable: int
    hit_at: Mapping[int, float]
    mrr: float
    ndcg: float
    speaker_right: float | None
    quote_right: float | None
    declined_right: float | None  # share of the unanswerable that were declined
    declined_wrong: float | None  # share of the answerable that were declined
    decline_precision: float | None
    auc: float | None
    median_ms: float
    p95_ms: float
    by_kind: Mapping[str, Mapping[str, float]]


def summarise(judged: Sequence[Judged]) -> Summary:
    """Figures of one run."""
    yes = [j for j in judged if j.answerable]
    no = [j for j in judged if not j.answerable]
    declined = [j for j in judged if not j.answered]
    times = [j.milliseconds for j in judged]
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for one in yes:
        kinds[one.kind].append(one)
    return Summary(
        answerable=len(yes),
        unanswerable=len(no),
        hit_at={k: _share([j.rank is not None and j.rank <= k for j in yes]) or 0.0 for k in (1, 3, 5, 10)},
        mrr=_mean([j.reciprocal for j in yes]),
        ndcg=_mean([j.gain for j in yes]),
        speaker_right=_share([j.speaker_right for j in yes if j.speaker_right is not None]),
        quote_right=_share([j.quote_right for j in yes if j.quote_right is not None]),
        declined_right=_share([not j.answered for j in no]),
        declined_wrong=_share([not j.answered for j in yes]),
        decline_precision=_share([not j.answerable for j in declined]),
        auc=area_under_curve([j.confidence for j in yes], [j.confidence for j in no]),
        median_ms=statistics.median(times) if times else 0.0,
        p95_ms=sorted(times)[max(0, math.ceil(0.95 * len(times)) - 1)] if times else 0.0,
        by_kind={
            kind: {
                "n": float(len(found)),
                "hit@1": _mean([float(j.rank == 1) for j in found]),
                "hit@5": _mean([float(j.rank is not None and j.rank <= 5) for j in found]),
                "mrr": _mean([j.reciprocal for j in found]),
            }
            for kind, found in sorted(kinds.items())
        },
    )


def area_under_curve(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """The chance that a positive scores above a negative, ties half; None without both."""
    if not positive or not negative:
        return None
    wins = sum((p > n) + 0.5 * (p == n) for p in positive for n in negative)
    return wins / (len(positive) * len(negative))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two runs, question by question. `p_value`: exact sign test on the reciprocal ranks, two-sided."""

    better: tuple[str, ...]
    worse: tuple[str, ...]
    same: int
    p_value: float


def compare(now: Sequence[Judged], before: Mapping[str, float]) -> Comparison:
    """Compare this run with saved reciprocal ranks by question; questions that only one run has are left out."""
    pairs = [(j.question, j.reciprocal, before[j.question]) for j in now if j.answerable and j.question in before]
    better = tuple(question for question, a, b in pairs if a > b)
    worse = tuple(question for question, a, b in pairs if a < b)
    p_value = sign_test(len(better), len(worse))
    return Comparison(better=better, worse=worse, same=len(pairs) - len(better) - len(worse), p_value=p_value)


def sign_test(wins: int, losses: int) -> float:
    """Two-sided exact sign test."""
    n, k = wins + losses, min(wins, losses)
    return 1.0 if n == 0 else min(1.0, 2 * sum(math.comb(n, i) for i in range(k + 1)) / 2**n)


def as_rows(judged: Sequence[Judged]) -> list[dict[str, Any]]:
    """A run as plain data, to be saved and compared with later."""
    return [
        {
            "question": j.question,
            "type": j.kind,
            "answerable": j.answerable,
            "answered": j.answered,
            "confidence": j.confidence,
            "rank": j.rank,
            "reciprocal": j.reciprocal,
            "speaker_right": j.speaker_right,
            "quote_right": j.quote_right,
            "ms": round(j.milliseconds, 3),
        }
        for j in judged
    ]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _share(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None
