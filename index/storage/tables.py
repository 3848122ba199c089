"""The columns of one generation: which passage and statement lies where, by whom, when and in which outlet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.model import Span

Int = NDArray[np.int64]
Bool = NDArray[np.bool_]
NONE = -1  # no speaker, no source, no passage
UNDATED = 0  # day of an article without a date; real days are proleptic Gregorian ordinals, from 1


@dataclass(frozen=True, slots=True)
class Filter:
    """What every hit must meet. None: no such condition. Days are ordinals; `until` is inclusive.

    `sources` and `speakers` are positions in the generation's lists; an empty set lets nothing through.
    `newer`: only articles from that place in the tables on, and the row of their first passage.
    """

    sources: frozenset[int] | None = None
    speakers: frozenset[int] | None = None
    since: int | None = None
    until: int | None = None
    newer: tuple[int, int] | None = None

    @property
    def has_window(self) -> bool:
        """Whether a time was asked for; then undated articles are left out."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class Tables:
    """Parallel columns. Passages and statements are in order of article and place.

    `pair_statement[i]` overlaps `pair_passage[i]`: a statement may run over several passages, and a passage
    may hold several statements.
    """

    article_row: Int
    article_day: Int
    article_source: Int
    passage_article: Int
    passage_start: Int
    passage_end: Int
    passage_context_start: Int
    passage_context_end: Int
    passage_speaker: Int
    statement_id: Int
    statement_article: Int
    statement_start: Int
    statement_end: Int
    statement_speaker: Int
    statement_turn: Int  # 1: a whole turn
    statement_since: Int  # first day on which it was said; UNDATED: nothing tells
    statement_until: Int  # last day
    statement_told: Int  # 1: the text or its transcript tells that day, 0: nothing but its publication
    pair_statement: Int
    pair_passage: Int

    @property
    def passages(self) -> int:
        """How many passages."""
        return len(self.passage_article)

    def save(self, path: Path) -> None:
        """Write all columns to one uncompressed .npz."""
        columns: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        np.savez(path, **columns)

    @classmethod
    def load(cls, path: Path) -> Tables:
        """Read what `save` wrote; raises OSError or ValueError for a damaged file."""
        with np.load(path, allow_pickle=False) as columns:
            return cls(**{field.name: columns[field.name] for field in fields(cls)})

    def allowed_articles(self, wanted: Filter) -> Bool:
        """Mask over articles: outlet and time."""
        mask = np.ones(len(self.article_row), dtype=np.bool_)
        if wanted.sources is not None:
            mask &= np.isin(self.article_source, list(wanted.sources))
        if wanted.newer is not None:
            mask[: wanted.newer[0]] = False
        if wanted.has_window:
            mask &= self.article_day != UNDATED
        if wanted.since is not None:
            mask &= self.article_day >= wanted.since
        if wanted.until is not None:
            mask &= self.article_day <= wanted.until
        return mask

    def allowed_statements(self, wanted: Filter) -> Bool:
        """Mask over statements: outlet, time and speaker."""
        mask = self.allowed_articles(wanted)[self.statement_article]
        if wanted.speakers is not None:
            mask &= np.isin(self.statement_speaker, list(wanted.speakers))
        return mask

    def allowed_passages(self, wanted: Filter) -> Bool:
        """Mask over passages: outlet, time, and holding words of a wanted speaker."""
        mask = self.allowed_articles(wanted)[self.passage_article]
        if wanted.speakers is not None:
            speakers = list(wanted.speakers)
            spoken = np.isin(self.passage_speaker, speakers)
            said = np.isin(self.statement_speaker[self.pair_statement], speakers)
            spoken[self.pair_passage[said]] = True
            mask &= spoken
        return mask

    def undated_left_out(self, wanted: Filter) -> int:
        """Articles without a date that meet all but the time window."""
        if not wanted.has_window:
            return 0
        rest = Filter(sources=wanted.sources, newer=wanted.newer)
        return int(np.sum(self.allowed_articles(rest) & (self.article_day == UNDATED)))


def overlaps(
    passages: Sequence[tuple[int, int, int]], statements: Sequence[tuple[int, int, int]]
) -> tuple[list[int], list[int]]:
    """Pairs (statement, passage) of one article that share a character.

    Both sequences are (article, start, end) in order of article and start; passages do not overlap.
    """
    by_article: dict[int, list[int]] = {}
    for i, (article, _, _) in enumerate(passages):
        by_article.setdefault(article, []).append(i)
    left: list[int] = []
    right: list[int] = []
    for i, (article, start, end) in enumerate(statements):
        for j in by_article.get(article, ()):
            if passages[j][1] < end and start < passages[j][2]:
                left.append(i)
                right.append(j)
    return left, right


def day_of(date: dt.date | None) -> int:
    """A date as stored in the tables."""
    return UNDATED if date is None else date.toordinal()


def room_of(tables: Tables, row: int, length: int) -> Span:
    """The span that a passage may grow over: its turn in a transcript, else the whole article."""
    speaker, context, article = tables.passage_speaker, tables.passage_context_start, tables.passage_article
    first, last = np.searchsorted(article, [article[row], article[row] + 1])
    if np.all(speaker[first:last] == NONE) and np.all(context[first:last] == NONE):
        return 0, length

    def same(other: int) -> bool:
        return (
            0 <= other < tables.passages
            and article[other] == article[row]
            and speaker[other] == speaker[row]
            and context[other] == context[row]
        )

    first = last = row
    while same(first - 1):
        first -= 1
    while same(last + 1):
        last += 1
    return int(tables.passage_start[first]), int(tables.passage_end[last])
