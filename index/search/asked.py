"""Hits as what was asked: who asked about the port is not whoever answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.model import Hit, Span
from index.search.present import Draft
from index.search.snapshot import Snapshot
from index.storage.tables import NONE


def as_asked(snapshot: Snapshot, hits: Sequence[Hit], drafts: Sequence[Draft]) -> tuple[Hit, ...]:
    """The hits, an answer as the question that it answers: in the words of whoever is on record with it, else of nobody
    by name. A question that answers twice stands once."""
    found: list[Hit] = []
    seen: set[tuple[str, int]] = set()
    for hit in hits:
        draft = next((one for one in drafts if one.holds(hit)), None)
        question = None if draft is None else draft.ranked.passage.context
        if draft is not None and question is not None and hit.stance != "asked":
            hit = _question(snapshot, hit, draft, question)
        if (hit.article.id, hit.start) not in seen:
            seen.add((hit.article.id, hit.start))
            found.append(replace(hit, rank=len(found) + 1))
    return tuple(found)


def _question(snapshot: Snapshot, hit: Hit, draft: Draft, span: Span) -> Hit:
    text = draft.ranked.article.text[slice(*span)]
    asker = _asker(snapshot, draft, span)
    return replace(
        hit,
        text=text,
        start=span[0],
        end=span[1],
        context=None,
        quote=text,
        quote_start=span[0],
        quote_end=span[1],
        quote_is_statement=asker is not None,
        glance=span,
        statement_id=None,
        speaker=asker,
        role=None,
        cue=None,
        kind=None if asker is None else "turn",
        stance=None if asker is None else "asked",
        joined_by=(),
    )


def _asker(snapshot: Snapshot, draft: Draft, span: Span) -> str | None:
    """Who is on record with the turn that a question stands in."""
    tables = snapshot.generation.tables
    there = (
        (tables.statement_article == tables.passage_article[draft.ranked.row])
        & (tables.statement_turn == 1)
        & (tables.statement_start <= span[0])
        & (span[0] < tables.statement_end)
    )
    numbers = [int(tables.statement_speaker[place]) for place in np.flatnonzero(there)]
    named = [number for number in numbers if number != NONE]
    return snapshot.book.speakers[named[0]].name if named else None
