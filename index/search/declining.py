"""The reason for a no, and what the archive holds instead: who else spoke of it, and when the asked one did."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.model import DeclineReason, Query
from index.search.ranking import Weights
from index.search.retrieve import Candidates, retrieve, statements_in
from index.search.snapshot import Snapshot
from index.storage.tables import NONE, UNDATED, Filter

_ON_TOPIC = 0.66  # cosine from which a passage speaks of the topic; 9 of 10 right passages of the development set do
_OTHERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """Why not, and what there is. `article` is the row in the tables of the nearest article outside the window."""

    reason: DeclineReason
    others: tuple[str, ...] = ()
    article: int | None = None


def instead(
    snapshot: Snapshot, query: Query, wanted: Filter, vector: NDArray[np.float32], searched: str, weights: Weights
) -> Instead:
    """Look outside the filters, one after the other. Two searches at most; only for declined questions."""
    if query.unknown_speaker is not None:
        others = _speakers(snapshot, replace(wanted, speakers=None), vector, searched, weights)
        return Instead(reason="unknown_speaker", others=others)
    if wanted.has_window:
        timeless = replace(wanted, since=None, until=None)
        found = retrieve(snapshot.generation, vector, searched, timeless, weights)
        place = _nearest(snapshot, wanted, found)
        if place is not None:
            return Instead(reason="nothing_in_period", article=place)
    if wanted.speakers is not None:
        others = _speakers(snapshot, replace(wanted, speakers=None), vector, searched, weights)
        return Instead(reason="speaker_silent", others=others)
    return Instead(reason="nothing_in_period" if wanted.has_window else "nothing_on_topic")


def _nearest(snapshot: Snapshot, wanted: Filter, found: Candidates) -> int | None:
    """Of the articles that speak of the topic outside the window, the one nearest to it in time."""
    tables = snapshot.generation.tables
    places = tables.passage_article[found.rows[found.passages >= _ON_TOPIC]]
    days = tables.article_day[places]
    places, days = places[days != UNDATED], days[days != UNDATED]
    if not len(places):
        return None
    early = np.where(days < (wanted.since or 0), (wanted.since or 0) - days, 0)
    late = np.where(days > (wanted.until or np.inf), days - (wanted.until or 0), 0)
    apart = early + late
    return int(places[int(np.argmin(apart))]) if np.any(apart > 0) else None


def _speakers(
    snapshot: Snapshot, wanted: Filter, vector: NDArray[np.float32], searched: str, weights: Weights
) -> tuple[str, ...]:
    """Who speaks in the passages on the topic, best passage first."""
    generation = snapshot.generation
    tables = generation.tables
    found = retrieve(generation, vector, searched, wanted, weights)
    names: dict[str, None] = {}
    for row, cosine in zip(found.rows, found.passages, strict=True):
        if cosine < _ON_TOPIC or len(names) >= _OTHERS:
            continue
        numbers = [int(tables.passage_speaker[row])]
        numbers += [int(tables.statement_speaker[place]) for place in statements_in(generation, int(row), wanted)]
        names |= dict.fromkeys(snapshot.book.speakers[number].name for number in numbers if number != NONE)
    return tuple(names)[:_OTHERS]
