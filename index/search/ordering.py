"""Hits by the day of saying, or one of each speaker first: only among those that are on the topic."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from index.language.following import SIDING_AGAINST, SIDING_WITH
from index.language.verbs import base_form
from index.model import Hit, Query, Signals, Statement
from index.search.abstain import Evidence, answers, confidence_of
from index.search.folding import Ranked
from index.search.present import Chosen, Draft, choose
from index.search.ranking import Floats
from index.search.retrieve import Candidates
from index.search.snapshot import Snapshot
from index.storage.generations import Generation
from index.storage.tables import UNDATED, Filter, Int
from index.when import Side

_BESIDE = 4.0  # logits under the best one from which a passage speaks of something else
_LISTED = 40  # passages of a question without a topic
_WORD = re.compile(r"[^\W\d_]+")
_NEVER = dt.date.max.toordinal()


def by_day(query: Query) -> bool:
    """Whether the answer follows the time."""
    return query.order in {"latest", "earliest"}


def is_listing(query: Query) -> bool:
    """Whether all that there is of a person or a time is asked for: "latest from Vorn", "what happened on 5 April"."""
    if query.topic or query.unknown_speaker is not None:
        return False
    return by_day(query) and bool(query.speakers or query.among or query.meant or query.published.bounds)


def listed(generation: Generation, wanted: Filter, order: str | None, question: Floats) -> Candidates:
    """The first passages by day that meet the filter, those that hold statements before others of the same day."""
    tables = generation.tables
    rows = np.flatnonzero(tables.allowed_passages(wanted))
    days = days_of(generation, wanted, order)[rows]
    told = np.isin(rows, tables.pair_passage)
    rows = rows[np.lexsort((rows, ~told, days))][:_LISTED]
    nothing = np.zeros(len(rows), dtype=np.float32)
    scores = np.linspace(1.0, 0.0, len(rows), dtype=np.float32)
    return Candidates(rows, scores, generation.passages.rows(rows) @ question, nothing, nothing)


def days_of(generation: Generation, wanted: Filter, order: str | None) -> Int:
    """A number for each passage, the lowest comes first: the day of its statements that meet the filter, or its own."""
    tables = generation.tables
    sign = -1 if order == "latest" else 1
    days = np.full(tables.passages, _NEVER, dtype=np.int64)
    kept = tables.allowed_statements(wanted)[tables.pair_statement]
    kept &= tables.statement_since[tables.pair_statement] != UNDATED
    np.minimum.at(days, tables.pair_passage[kept], sign * tables.statement_since[tables.pair_statement[kept]])
    article = tables.article_day[tables.passage_article]
    return np.where((days == _NEVER) & (article != UNDATED), sign * article, days)


def on_topic(signals: Signals, best: float | None, threshold: float | None) -> bool:
    """Whether a passage would answer by itself and stands not far under the best one (a logit)."""
    if signals.reranker is not None and best is not None and signals.reranker < best - _BESIDE:
        return False
    evidence = Evidence.of_one(cosine=signals.passage, logit=signals.reranker)
    return answers(confidence_of(evidence), threshold)


def ordered(
    snapshot: Snapshot, ranked: Sequence[Ranked], query: Query, wanted: Filter, threshold: float | None
) -> list[Ranked]:
    """Candidates by day, those that are on the topic before the others."""
    best = best_of([one.signals for one in ranked])
    read = best is not None
    good = [r for r in ranked if (r.signals.reranker is not None or not read) and on_topic(r.signals, best, threshold)]
    rows = {one.row for one in good}
    days = days_of(snapshot.generation, wanted, query.order)
    good.sort(key=lambda r: int(days[r.row]))
    return good + [one for one in ranked if one.row not in rows]


def shared_out(
    snapshot: Snapshot,
    wanted: Filter,
    drafts: Sequence[Draft],
    scores: Sequence[Sequence[float]],
    chosen: Sequence[Chosen],
    told: Mapping[int, Statement],
) -> list[Chosen]:
    """The quotations, where several people are asked for: a passage of both gives the one who has none yet."""
    names = {number: snapshot.book.speakers[number].name for number in sorted(wanted.speakers or ())}
    seen: set[str | None] = set()
    out: list[Chosen] = []
    for draft, points, one in zip(drafts, scores, chosen, strict=True):
        for number, name in names.items():
            if one.speaker not in seen or name in seen:
                continue
            (other,) = choose(snapshot, replace(wanted, speakers=frozenset((number,))), [draft], [points], told)
            if other.speaker == name and other.statement is not None:
                one = other
        seen.add(one.speaker)
        out.append(one)
    return out


def best_of(signals: Sequence[Signals]) -> float | None:
    """The best logit; None where nothing was read."""
    return max((s.reranker for s in signals if s.reranker is not None), default=None)


def shown(hits: Sequence[Hit], query: Query, threshold: float | None, limit: int) -> tuple[tuple[Hit, ...], int]:
    """The first `limit` hits in the order that is asked for, ranked anew, and how many of all are on the topic."""
    best = best_of([hit.signals for hit in hits])
    read = best is not None
    every = is_listing(query)
    good = [
        hit
        for hit in hits
        if (every or ((hit.signals.reranker is not None or not read) and on_topic(hit.signals, best, threshold)))
        and hit.speaker not in query.against
    ]
    ranks = {hit.rank for hit in good}
    rest = [hit for hit in hits if hit.rank not in ranks]
    if query.order == "speakers":
        good.sort(key=lambda hit: _beside(hit, query.side))
        first = _firsts(good)
        good = [*first, *(hit for hit in good if hit not in first)]
    else:
        good.sort(key=lambda hit: _day(hit, query.order))
    chosen = [*good, *rest][:limit]
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(chosen, start=1)), len(good)


def _beside(hit: Hit, side: Side | None) -> int:
    """0 where the verb of saying, or else the quotation, takes the side that is asked for, 2 the other, 1 none."""
    for words in (hit.cue or "", hit.quote or ""):
        verbs = {base_form(word) for word in _WORD.findall(words.casefold())}
        sides = {"for": bool(verbs & SIDING_WITH), "against": bool(verbs & SIDING_AGAINST)}
        if side is not None and any(sides.values()):
            return 0 if sides[side] else 2
    return 1


def _firsts(hits: Sequence[Hit]) -> list[Hit]:
    """The first hit of each speaker."""
    seen: set[str] = set()
    first: list[Hit] = []
    for hit in hits:
        if hit.speaker is not None and hit.speaker not in seen:
            seen.add(hit.speaker)
            first.append(hit)
    return first


def _day(hit: Hit, order: str | None) -> int:
    day = hit.said_on.since if hit.said_on is not None else hit.article.date
    if day is None:
        return _NEVER
    return -day.toordinal() if order == "latest" else day.toordinal()
