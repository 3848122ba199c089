"""Candidates: lexical and dense search under the same exact filter, fused."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.search.ranking import Floats, Weights, fused
from index.storage.generations import Generation
from index.storage.tables import EVERYTHING, Bool, Filter, Int

_BEST_BY_WORDS = 6


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages (rows of the tables) best first, with the fused score and each leg's own."""

    rows: Int
    scores: Floats
    passages: Floats  # cosine of question and passage
    statements: Floats  # the same, where the passage holds a statement that meets the filter; else 0
    words: Floats  # BM25


def retrieve(generation: Generation, question: Floats, text: str, wanted: Filter, weights: Weights) -> Candidates:
    """Search all legs and fuse their scores (`ranking.fused`).

    The cosines of candidates that only another leg found are computed, so that none is guessed.
    """
    tables = generation.tables
    allowed = None if wanted == EVERYTHING else tables.allowed_passages(wanted)
    dense, _ = generation.passages.search(question, weights.depth, wanted)
    lexical, bm25 = generation.words.search(text, weights.depth, wanted, weights.boosts, allowed)
    rows = np.unique(np.concatenate([dense, lexical]))
    passage_scores = generation.passages.rows(rows) @ question
    statement_scores = np.where(_with_statement(generation, rows, wanted), passage_scores, np.float32(0))
    word_scores = np.zeros(len(rows), dtype=np.float32)
    word_scores[np.searchsorted(rows, lexical)] = bm25
    scores = fused(weights, passage_scores, statement_scores, word_scores)
    if wanted.said:
        scores -= np.float32(weights.unsure) * tables.tiers(rows, wanted).astype(np.float32)
    order = np.argsort(-scores, kind="stable")
    return Candidates(
        rows=rows[order],
        scores=scores[order],
        passages=passage_scores[order],
        statements=statement_scores[order],
        words=word_scores[order],
    )


def with_words_first(found: Candidates) -> Candidates:
    """The candidates with those best by words in front, in their order: of a short topic the passage that says the very
    word may be far from it by meaning."""
    best = np.argsort(-found.words, kind="stable")[:_BEST_BY_WORDS]
    best = np.sort(best[found.words[best] > 0])
    order = np.concatenate([best, np.setdiff1d(np.arange(len(found.rows)), best)])
    return Candidates(
        rows=found.rows[order],
        scores=found.scores[order],
        passages=found.passages[order],
        statements=found.statements[order],
        words=found.words[order],
    )


def statements_in(generation: Generation, row: int, wanted: Filter) -> Int:
    """Statements (of the tables) that share text with a passage and meet the filter's speaker and days of saying."""
    tables = generation.tables
    a, b = np.searchsorted(generation.pair_order, [row, row + 1])
    found = tables.pair_statement[generation.pair_rows[a:b]]
    if wanted.speakers is not None:
        found = found[tables.said_by(found, wanted.speakers)]
    return found[tables.said_in(found, wanted)] if wanted.said else found


def _with_statement(generation: Generation, rows: Int, wanted: Filter) -> Bool:
    """For each passage whether it holds a statement, whole turns left out, that meets the filter's speaker."""
    tables = generation.tables
    begin, end = np.searchsorted(generation.pair_order, rows), np.searchsorted(generation.pair_order, rows + 1)
    counts = end - begin
    owner = np.repeat(np.arange(len(rows)), counts)
    # Position within each passage's run of pairs, all runs at once.
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    found = tables.pair_statement[generation.pair_rows[begin[owner] + within]]
    kept = tables.statement_turn[found] == 0
    if wanted.speakers is not None:
        kept &= tables.said_by(found, wanted.speakers)
    if wanted.said:
        kept &= tables.said_in(found, wanted)
    out = np.zeros(len(rows), dtype=np.bool_)
    out[owner[kept]] = True
    return out
