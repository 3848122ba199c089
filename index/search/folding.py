"""One hit for one thing: wire copies become `also_in`, neighbouring passages of an article become one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.model import Article, Passage
from index.splitting.passages import word_count

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words
_SAME = 0.7  # share of the shorter text's shingles that the other one holds
_MERGED_WORDS = 200  # a merged hit is still read at a glance


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A candidate with its texts and its place in the order so far."""

    row: int
    article_row: int
    article: Article
    passage: Passage
    score: float
    signals: Mapping[str, float] = field(default_factory=dict[str, float])
    rows: tuple[int, ...] = ()  # the passages that were merged into it, itself left out
    copies: tuple[Article, ...] = ()
    more_in_article: int = 0

    def with_score(self, score: float, **signals: float) -> Ranked:
        """The same candidate with a new score and further signals."""
        return replace(self, score=score, signals={**self.signals, **signals})

    @property
    def text(self) -> str:
        """The passage, verbatim."""
        return self.article.text[self.passage.start : self.passage.end]


def fold(ranked: Sequence[Ranked], limit: int) -> list[Ranked]:
    """The first `limit` distinct hits.

    A passage whose words another article's better hit already holds is that hit's copy (the same wire story in
    several outlets); a neighbour of a better hit of the same article, by the same speaker, joins it while both
    together stay readable. The better one's place and score stand.
    """
    kept: list[Ranked] = []
    shingles: list[frozenset[tuple[str, ...]]] = []
    for candidate in ranked:
        mine = _shingles(candidate.text)
        twin = next((i for i, theirs in enumerate(shingles) if _same(mine, theirs)), None)
        if twin is not None and kept[twin].article.id != candidate.article.id:
            copies = kept[twin].copies
            if candidate.article.id not in {copy.id for copy in copies}:
                kept[twin] = replace(kept[twin], copies=(*copies, candidate.article))
            continue
        if len(kept) >= limit:
            continue
        neighbour = next((i for i, other in enumerate(kept) if _neighbours(other, candidate)), None)
        if neighbour is not None:
            kept[neighbour] = _merged(kept[neighbour], candidate)
            shingles[neighbour] |= mine
            continue
        kept.append(candidate)
        shingles.append(mine)
    shown = {row for hit in kept for row in (hit.row, *hit.rows)}
    return [
        replace(
            hit,
            more_in_article=sum(r.article_row == hit.article_row and r.row not in shown for r in ranked),
        )
        for hit in kept
    ]


def same_words(a: str, b: str) -> bool:
    """Whether the shorter of two texts stands nearly word for word in the other."""
    return _same(_shingles(a), _shingles(b))


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    if len(words) < _SHINGLE:
        return frozenset([tuple(words)])
    return frozenset(tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def _same(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    return len(a & b) >= _SAME * min(len(a), len(b))


def _neighbours(hit: Ranked, candidate: Ranked) -> bool:
    if hit.article_row != candidate.article_row or hit.passage.speaker != candidate.passage.speaker:
        return False
    rows = (hit.row, *hit.rows)
    if candidate.row not in (min(rows) - 1, max(rows) + 1) or hit.passage.context != candidate.passage.context:
        return False
    start, end = _hull(hit, candidate)
    return word_count(hit.article.text, (start, end)) <= _MERGED_WORDS


def _merged(hit: Ranked, candidate: Ranked) -> Ranked:
    start, end = _hull(hit, candidate)
    return replace(hit, passage=replace(hit.passage, start=start, end=end), rows=(*hit.rows, candidate.row))


def _hull(hit: Ranked, candidate: Ranked) -> tuple[int, int]:
    return min(hit.passage.start, candidate.passage.start), max(hit.passage.end, candidate.passage.end)
