"""The span of a hit that answers: the best sentence with its neighbours, while they are the same speaker's words."""

from __future__ import annotations

from collections.abc import Sequence

from index.model import Span
from index.splitting.passages import word_count

QUOTED_WORDS = (
    80  # of a quotation; measured on the development questions: right in .55 (1 sentence), .75 (60), .81 (80)
)


def quotation(text: str, spans: Sequence[Span], scores: Sequence[float], spoken: Sequence[Span]) -> tuple[int, Span]:
    """Choose among the sentences `spans` (in order, at least one): the best one's position, and the span quoted.

    The best sentence grows by whichever neighbour scores higher, up to `QUOTED_WORDS` words. Sentences at the
    edges that hold nothing of `spoken`, the statements of whoever said the best one, are left off; an empty
    `spoken` leaves all.
    """
    best = first = last = max(range(len(spans)), key=lambda i: (scores[i], -i))
    while True:
        options = [i for i in (first - 1, last + 1) if 0 <= i < len(spans)]
        fitting = [
            i for i in options if word_count(text, (spans[min(i, first)][0], spans[max(i, last)][1])) <= QUOTED_WORDS
        ]
        if not fitting:
            break
        grown = max(fitting, key=lambda i: (scores[i], i))
        first, last = min(first, grown), max(last, grown)
    if spoken:
        while first < best and not touches(spans[first], spoken):
            first += 1
        while last > best and not touches(spans[last], spoken):
            last -= 1
    return best, (spans[first][0], spans[last][1])


def touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of the others."""
    return any(shared(span, other) > 0 for other in others)


def shared(a: Span, b: Span) -> int:
    """Characters that two spans share; negative: how far apart they are."""
    return min(a[1], b[1]) - max(a[0], b[0])
