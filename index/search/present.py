"""Ranked candidates -> hits as every face shows them: quotation, speaker, cue, outlet, date."""

from __future__ import annotations

from collections.abc import Sequence

import aiosqlite
import numpy as np
from numpy.typing import NDArray

from index.model import Article, ArticleRef, Hit, Query, Statement
from index.search.folding import Ranked
from index.search.quoting import best_sentences
from index.search.retrieve import statements_in
from index.search.snapshot import Snapshot
from index.storage.analyses import statements_by_id
from index.storage.tables import NONE, Filter


def ref(article: Article) -> ArticleRef:
    """What is shown of an article."""
    return ArticleRef(
        id=article.id,
        title=article.title,
        source=article.source,
        date=article.date,
        author=article.author,
        url=article.url,
    )


async def present(
    db: aiosqlite.Connection,
    snapshot: Snapshot,
    query: Query,
    wanted: Filter,
    vector: NDArray[np.float32],
    searched: str,
    kept: Sequence[Ranked],
) -> tuple[Hit, ...]:
    """Choose each hit's quotation and name its speaker, never one that the filter forbids."""
    chosen = [_best_statement(snapshot, hit, wanted, vector) for hit in kept]
    ids = {place: int(snapshot.generation.tables.statement_id[place]) for place in chosen if place is not None}
    statements = await statements_by_id(db, list(ids.values())) if ids else {}
    terms = frozenset(snapshot.generation.words.terms(searched))
    hits: list[Hit] = []
    for rank, (hit, place) in enumerate(zip(kept, chosen, strict=True), start=1):
        statement = None if place is None else statements.get(ids[place])
        hits.append(_hit(snapshot, rank, hit, place, statement, terms))
    return tuple(hits)


def _best_statement(snapshot: Snapshot, hit: Ranked, wanted: Filter, vector: NDArray[np.float32]) -> int | None:
    """The statement of a hit that is nearest to the question; None: no statement with a vector of its own."""
    generation = snapshot.generation
    found = np.concatenate([statements_in(generation, row, wanted) for row in (hit.row, *hit.rows)])
    found = np.unique(found[generation.vector_row[found] != NONE])
    if not len(found):
        return None
    cosines = generation.statements.rows(generation.vector_row[found]) @ vector
    return int(found[int(np.argmax(cosines))])


def _hit(
    snapshot: Snapshot,
    rank: int,
    ranked: Ranked,
    place: int | None,
    statement: Statement | None,
    terms: frozenset[str],
) -> Hit:
    article, passage = ranked.article, ranked.passage
    if statement is not None and place is not None:
        quote = (statement.start, statement.end)
        number = int(snapshot.generation.tables.statement_speaker[place])
        speaker = None if number == NONE else snapshot.book.speakers[number].name
    else:
        terms_of = snapshot.generation.words.terms
        quote = best_sentences(article.text, (passage.start, passage.end), terms, terms_of)
        speaker = passage.speaker
    return Hit(
        rank=rank,
        score=round(ranked.score, 6),
        article=ref(article),
        text=article.text[passage.start : passage.end],
        start=passage.start,
        end=passage.end,
        context=None if passage.context is None else article.text[slice(*passage.context)],
        quote=article.text[slice(*quote)],
        quote_start=quote[0],
        quote_end=quote[1],
        quote_is_statement=statement is not None or passage.speaker is not None,
        speaker=speaker,
        role=None if statement is None else statement.role,
        cue=None if statement is None else statement.cue,
        kind=statement.kind if statement is not None else ("turn" if passage.speaker is not None else None),
        also_in=tuple(ref(copy) for copy in ranked.copies),
        more_in_article=ranked.more_in_article,
        signals=ranked.signals,
    )
