"""What came into the archive after some moment: questions to new articles alone, and what was said since a date.

The moment is a mark: the number of the newest article revision that the archive held (`Archive.mark`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import aiosqlite
import numpy as np

from index.model import Answer, Hit, Query, Question
from index.search.confidence import Evidence, answers, confidence_of
from index.search.engine import Engine
from index.search.snapshot import Snapshot
from index.storage.tables import Filter


@dataclass(frozen=True)
class Recent(Snapshot):
    """A generation of which only the articles after a mark can be found."""

    after: int = 0

    def filter_of(self, query: Query, only: Sequence[str] = ()) -> Filter:
        """As the whole generation's, and only what is newer."""
        return replace(super().filter_of(query, only), newer=newer(self, self.after))


def newer(snapshot: Snapshot, after: int) -> tuple[int, int]:
    """Where articles after the mark begin, and their first passage; tables stand in order of article revision."""
    tables = snapshot.generation.tables
    article = int(np.searchsorted(tables.article_row, after, side="right"))
    return article, int(np.searchsorted(tables.passage_article, article, side="left"))


async def answer_new(engine: Engine, snapshot: Snapshot, question: Question, after: int, today: dt.date) -> Answer:
    """Ask only the articles after a mark. Every hit that is left would answer by itself.

    A revision of an article that was there at the mark counts only where its words were not in it before.
    """
    recent = Recent(snapshot.generation, snapshot.book, after)
    if newer(recent, after)[0] >= len(snapshot.generation.tables.article_row):
        return _nothing(question, today)
    answer = await engine.answer(recent, question, today)
    if not answer.answered:
        return replace(answer, hits=())
    threshold = engine.threshold(question)
    read = any("reader" in hit.signals for hit in answer.hits)  # whether there is a second stage at all
    shown = [hit for hit in answer.hits if "reader" in hit.signals or not read]
    good = [hit for hit in shown if _alone(hit, threshold)]
    earlier = await earlier_texts(engine.db, [hit.article.id for hit in good], after)
    hits = [hit for hit in good if not any((hit.quote or hit.text) in text for text in earlier.get(hit.article.id, ()))]
    ranked = tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, start=1))
    return replace(answer, hits=ranked, answered=bool(ranked))


async def earlier_texts(db: aiosqlite.Connection, ids: Sequence[str], after: int) -> dict[str, list[str]]:
    """Texts of the revisions up to a mark that are still kept, by article id."""
    found: dict[str, list[str]] = {}
    unique = list(dict.fromkeys(ids))
    for first in range(0, len(unique), 500):
        some = unique[first : first + 500]
        marks = ",".join("?" * len(some))
        sql = f"SELECT id, text FROM articles WHERE row <= ? AND id IN ({marks})"  # noqa: S608 - only marks
        async with db.execute(sql, [after, *some]) as cursor:
            async for row in cursor:
                found.setdefault(row["id"], []).append(row["text"])
    return found


def _alone(hit: Hit, threshold: float | None) -> bool:
    """Whether a hit is above the threshold by itself."""
    reader, cosine = hit.signals.get("reader"), float(hit.signals.get("passage", 0.0))
    return answers(confidence_of(Evidence.of_one(cosine=cosine, logit=reader)), threshold)


def _nothing(question: Question, today: dt.date) -> Answer:
    query = Query(topic=question.text, kind="other", asked_on=question.asked_on or today)
    return Answer(question=question, query=query, answered=False, confidence=0.0, hits=(), reason="nothing_in_period")
