"""Copies that the archive knows of, beside the hits of an answer: no second search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import aiosqlite
import numpy as np

from index.likeness import Wording
from index.model import Article
from index.search.folding import Ranked
from index.search.snapshot import Snapshot
from index.search.texts import articles_of
from index.storage.copies import telling
from index.storage.tables import Filter

_MOST = 12  # copies of one hit that are looked at


async def known_copies(
    db: aiosqlite.Connection, snapshot: Snapshot, wanted: Filter, hits: Sequence[Ranked], stories: Mapping[int, int]
) -> dict[int, list[Article]]:
    """Articles of this generation, under the same filters, that tell the story of each hit's article, by its row.

    `stories` are those of the hits' articles, by row.
    """
    own = {hit.article_row: stories[hit.article_row] for hit in hits if hit.article_row in stories}
    told = await telling(db, sorted(set(own.values()))) if own else {}
    others = {row: [one for one in told.get(story, []) if one != row] for row, story in own.items()}
    tables = snapshot.generation.tables
    candidates = sorted({one for found in others.values() for one in found})
    if not candidates:
        return {}
    served = tables.article_row[tables.allowed_articles(wanted)]
    allowed = set(np.intersect1d(served, candidates).tolist())
    kept = {row: [one for one in found if one in allowed][:_MOST] for row, found in others.items()}
    places = {one: int(np.searchsorted(tables.article_row, one)) for found in kept.values() for one in found}
    articles = await articles_of(db, snapshot, sorted(set(places.values())))
    return {row: [articles[places[one]] for one in found] for row, found in kept.items()}


def with_copies(hits: Sequence[Ranked], copies: Mapping[int, Sequence[Article]]) -> list[Ranked]:
    """The hits with those copies that hold their words too, the earliest first."""
    return [_with(hit, copies.get(hit.article_row, ())) for hit in hits]


def _with(hit: Ranked, copies: Sequence[Article]) -> Ranked:
    known = {hit.article.id, *(copy.id for copy in hit.copies)}
    mine = Wording(hit.text)
    more = [copy for copy in copies if copy.id not in known and mine.same(Wording(copy.text))]
    found = sorted((*hit.copies, *more), key=lambda copy: (copy.date or dt.date.max, copy.id))
    return replace(hit, copies=tuple(found))
