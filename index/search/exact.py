"""Passages that hold a phrase of the question letter for letter come before all others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.model import Span
from index.query.exact import places_of
from index.search.folding import Ranked
from index.search.quoting import touches
from index.search.ranking import Floats
from index.search.retrieve import Candidates
from index.storage.generations import Generation
from index.storage.tables import Filter

_MOST = 20  # passages with all words of a phrase that are read


def with_all_words(
    generation: Generation, found: Candidates, phrases: Sequence[str], wanted: Filter, question: Floats
) -> Candidates:
    """The candidates, those first that hold every word of a phrase; such passages as were not found are added."""
    allowed = generation.tables.allowed_passages(wanted) if wanted.said else None
    rows = [generation.words.holding(phrase, _MOST, wanted, allowed) for phrase in phrases]
    first = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *rows]))
    if not len(first):
        return found
    new = first[~np.isin(first, found.rows)]
    top = float(found.scores.max(initial=0.0))
    zeros = np.zeros(len(new), dtype=np.float32)
    every = Candidates(
        rows=np.concatenate([found.rows, new]),
        scores=np.concatenate([found.scores, zeros + top]).astype(np.float32),
        passages=np.concatenate([found.passages, generation.passages.rows(new) @ question]).astype(np.float32),
        statements=np.concatenate([found.statements, zeros]),
        words=np.concatenate([found.words, zeros]),
    )
    order = np.argsort(~np.isin(every.rows, first), kind="stable")
    return Candidates(
        every.rows[order], every.scores[order], every.passages[order], every.statements[order], every.words[order]
    )


def spans_of(ranked: Ranked, phrases: Sequence[str]) -> list[Span]:
    """Where a passage holds one of the phrases, in its article's text."""
    start, text = ranked.passage.start, ranked.article.text[ranked.passage.start : ranked.passage.end]
    return [(start + a, start + b) for phrase in phrases for a, b in places_of(phrase, text)]


def exact_first(ranked: Sequence[Ranked], phrases: Sequence[str]) -> list[Ranked]:
    """Those that hold a phrase before the others, each in its order."""
    exact = [one for one in ranked if spans_of(one, phrases)]
    top = max((one.score for one in ranked), default=0.0)
    ids = {one.row for one in exact}
    return [replace(one, score=top) for one in exact] + [one for one in ranked if one.row not in ids]


def favoured(sentences: Sequence[Span], scores: Sequence[float], held: Sequence[Span]) -> list[float]:
    """Scores under which the sentences that hold a phrase (`held`: where) come before every other."""
    if not held:
        return list(scores)
    gap = max(scores, default=0.0) - min(scores, default=0.0) + 1
    return [score + gap if touches(span, held) else score for span, score in zip(sentences, scores, strict=True)]


def names_all(text: str, words: Sequence[str]) -> bool:
    """Whether a text holds each of the words or phrases, given in small letters."""
    plain = " ".join(text.split()).casefold()
    return all(re.search(rf"\b{re.escape(word)}\b", plain) for word in words)
