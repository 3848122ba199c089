"""Whether the archive answers: a calibrated confidence, a threshold, and the reason for a no."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.model import DeclineReason, Hit, Query
from index.search.retrieve import Candidates

# Logistic regression on the development questions; docs/search.md has the data, the command and the diagram.
_INTERCEPT, _READER, _COSINE = 0.6, 0.35, 0.0
THRESHOLD = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the confidence is computed from."""

    query: Query
    hits: int
    reader: float | None  # best logit of the second stage
    cosine: float  # best cosine of question and passage

    @classmethod
    def of(cls, query: Query, hits: Sequence[Hit], found: Candidates, logits: NDArray[np.float32]) -> Evidence:
        """Collect the evidence of one answer."""
        return cls(
            query=query,
            hits=len(hits),
            reader=float(logits.max()) if len(logits) else None,
            cosine=float(found.passages.max()) if len(found.passages) else 0.0,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Answered or not, how sure, and why not."""

    answered: bool
    confidence: float
    reason: DeclineReason | None


def decide(evidence: Evidence, threshold: float | None) -> Verdict:
    """Confidence between 0 and 1; under the threshold the answer is a no with a reason."""
    query = evidence.query
    if not evidence.hits or query.unknown_speaker is not None:
        return Verdict(answered=False, confidence=0.0, reason=_reason(query))
    logit = evidence.reader if evidence.reader is not None else 40 * (evidence.cosine - 0.6)
    confidence = 1 / (1 + math.exp(-(_INTERCEPT + _READER * logit + _COSINE * evidence.cosine)))
    limit = THRESHOLD if threshold is None else threshold
    answered = confidence >= limit
    return Verdict(answered=answered, confidence=round(confidence, 4), reason=None if answered else _reason(query))


def _reason(query: Query) -> DeclineReason:
    if query.unknown_speaker is not None:
        return "unknown_speaker"
    if query.speakers and query.topic:
        return "speaker_silent"
    if query.since is not None or query.until is not None:
        return "nothing_in_period"
    return "nothing_on_topic"
