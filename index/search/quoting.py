"""The span of a passage that answers: a statement's content, or the best sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.model import Span
from index.splitting.passages import word_count
from index.splitting.sentences import sentences

_ENOUGH = 40  # words that a quotation of sentences grows to: with its neighbours it can be understood


def best_sentences(text: str, passage: Span, terms: frozenset[str], terms_of: Callable[[str], Sequence[str]]) -> Span:
    """The sentence of a passage that shares most terms with the question, grown by the neighbour that shares more.

    Growth stops at `_ENOUGH` words. Without a shared term it starts at the first sentence.
    """
    spans = sentences(text, *passage)
    if not spans:
        return passage
    shared = [len(terms.intersection(terms_of(text[a:b]))) for a, b in spans]
    first = last = max(range(len(spans)), key=lambda i: (shared[i], -i))
    while True:
        options = [i for i in (first - 1, last + 1) if 0 <= i < len(spans)]
        here = (spans[first][0], spans[last][1])
        fitting = [
            i for i in options if word_count(text, (min(here[0], spans[i][0]), max(here[1], spans[i][1]))) <= _ENOUGH
        ]
        if not fitting:
            return here
        grown = max(fitting, key=lambda i: (shared[i], i))
        first, last = min(first, grown), max(last, grown)
