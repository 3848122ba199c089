"""The span of a hit that answers: the few sentences together of which most answer, in one person's words."""

from __future__ import annotations

import math
from collections.abc import Sequence

from index.model import Span
from index.splitting.passages import word_count

# Measured on 1,137 questions whose passage was found (news, conferences, briefings; none of them held out): right in
# .50-.73 with one sentence, .76-.88 growing the best one by its better neighbour up to 80 words, .79-.92 like this.
QUOTED_WORDS = 80
_BESIDE = 0.5  # of a neighbour's score that counts for a sentence: answers stand together
_ALONE = 5.0  # logits that a neighbour counts for less at the most: one sentence may answer by itself
_TEMPERATURE = 3.0  # logits by which a sentence falls behind for its share to be 1/e
_WORD = 0.004  # what a word more costs, in shares: reading takes time


def quotation(text: str, spans: Sequence[Span], scores: Sequence[float], spoken: Sequence[Span]) -> tuple[int, Span]:
    """Choose among the sentences `spans` (in order, at least one): the best one's position, and the span quoted.

    A sentence of score -inf is not to be quoted, nor are sentences on both sides of it; of the others each answers
    with a share of exp(score / 3), where half of its better neighbour's score counts for it. The span is the one with
    the largest sum of shares less a cost for each word, up to `QUOTED_WORDS` words; a longer sentence stands alone.
    Sentences at its edges that hold nothing of `spoken`, the statements of whoever said the best one, are left off; an
    empty `spoken` leaves all.
    """
    best, first, last = chosen(text, spans, scores)
    if spoken:
        while first < best and not touches(spans[first], spoken):
            first += 1
        while last > best and not touches(spans[last], spoken):
            last -= 1
    return best, (spans[first][0], spans[last][1])


def chosen(text: str, spans: Sequence[Span], scores: Sequence[float]) -> tuple[int, int, int]:
    """Positions of the best sentence, and of the first and last one of the span that answers best."""
    shares = shares_of(scores)
    lengths = [word_count(text, span) for span in spans]
    worth, first, last = -math.inf, 0, 0
    for a in range(len(spans)):
        total, words = 0.0, 0
        for b in range(a, len(spans)):
            words += lengths[b]
            if b > a and (words > QUOTED_WORDS or scores[b] == -math.inf or scores[a] == -math.inf):
                break
            total += shares[b]
            if total - _WORD * words > worth + 1e-12:
                worth, first, last = total - _WORD * words, a, b
    best = max(range(first, last + 1), key=lambda i: (scores[i], -i))
    return best, first, last


def shares_of(scores: Sequence[float]) -> list[float]:
    """How far each sentence answers beside the best one, 0 to 1; 0 where its score is -inf, unless all are."""
    if max(scores) == -math.inf:
        return [1.0] * len(scores)

    def beside(i: int) -> float:
        near = (scores[k] for k in (i - 1, i + 1) if 0 <= k < len(scores))
        return max((scores[i] - _ALONE, *near))

    heard = [score + _BESIDE * beside(i) if score > -math.inf else score for i, score in enumerate(scores)]
    top = max(heard)
    return [math.exp((value - top) / _TEMPERATURE) for value in heard]


def barred(scores: Sequence[float], kept: Sequence[bool]) -> list[float]:
    """The scores with -inf for all that is not `kept`; as they are where nothing usable would be left."""
    left = [score if keep else -math.inf for score, keep in zip(scores, kept, strict=True)]
    return left if max(left, default=-math.inf) > -math.inf else list(scores)


def touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of the others."""
    return any(shared(span, other) > 0 for other in others)


def shared(a: Span, b: Span) -> int:
    """Characters that two spans share; negative: how far apart they are."""
    return min(a[1], b[1]) - max(a[0], b[0])
