"""How sure it is that the archive answers: a calibrated confidence and its threshold."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.retrieve import Candidates
from index.storage.lexical import WordIndex

# Logistic regression on 581 questions over two archives, news and news conferences (`training.fit_confidence`);
# docs/search.md has the data, the cross-validated figures and the reliability diagram.
_INTERCEPT = -1.701
_LOGIT, _MARGIN, _COSINE, _UNKNOWN = 0.388, 0.172, 3.557, -6.246
MOST_MARGIN = 8.0
_UNRELATED = -7.2  # median logit of the bundled second stage, tuned, for a passage about something else
_COSINE_ALONE, _COSINE_MIDDLE = 25.0, 0.6  # without a second stage
THRESHOLD = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the confidence is computed from.

    `logit` is the second stage's for the first passage, `margin` how far it stands above the fifth (a topic that
    the archive knows stands out; where nothing fits, all passages fit alike), `cosine` that of question and first
    passage, `unknown` the share of the topic's words that stand in no text of the archive.
    """

    cosine: float
    unknown: float
    logit: float | None = None  # None: there is no second stage
    margin: float = 0.0

    @classmethod
    def of_one(cls, *, cosine: float, logit: float | None) -> Evidence:
        """The evidence of a single passage that is judged without others beside it."""
        margin = 0.0 if logit is None else max(0.0, logit - _UNRELATED)
        return cls(cosine=cosine, unknown=0.0, logit=logit, margin=margin)

    @classmethod
    def of(cls, found: Candidates, logits: NDArray[np.float32], words: WordIndex, searched: str) -> Evidence | None:
        """The evidence of the candidates of one question; None where there are none."""
        if not len(found.rows):
            return None
        terms = words.terms(searched)
        unknown = sum(words.frequency(term) == 0 for term in terms) / max(1, len(terms))
        if not len(logits):
            return cls(cosine=float(found.passages.max()), unknown=unknown)
        best = int(np.argmax(logits + found.scores[: len(logits)]))
        fifth = float(np.sort(logits)[-5]) if len(logits) >= 5 else _UNRELATED
        margin = max(0.0, float(logits.max()) - fifth)
        return cls(cosine=float(found.passages[best]), unknown=unknown, logit=float(logits[best]), margin=margin)

    def as_dict(self) -> dict[str, float]:
        """The signals by name, for explaining and for fitting."""
        without = {"cosine": self.cosine, "unknown": self.unknown}
        return without if self.logit is None else {**without, "logit": self.logit, "margin": self.margin}


def answers(confidence: float, threshold: float | None) -> bool:
    """Whether a confidence is enough; `threshold` None: the calibrated one."""
    return confidence >= (THRESHOLD if threshold is None else threshold)


def confidence_of(evidence: Evidence) -> float:
    """The chance that the archive answers, 0 to 1."""
    if evidence.logit is None:
        z = _COSINE_ALONE * (evidence.cosine - _COSINE_MIDDLE) + _UNKNOWN * evidence.unknown
    else:
        z = (
            _INTERCEPT
            + _LOGIT * evidence.logit
            + _MARGIN * min(evidence.margin, MOST_MARGIN)
            + _COSINE * evidence.cosine
            + _UNKNOWN * evidence.unknown
        )
    return 1 / (1 + math.exp(-z))
