"""What came into the archive after some moment: questions to new articles alone, and what was said since a date.

The moment is a mark: the number of the newest article revision that the archive held (`Archive.mark`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from index.model import Answer, Hit, Query, Question
from index.search.abstain import Evidence, answers, confidence_of
from index.search.engine import Engine
from index.search.snapshot import Snapshot
from index.storage.articles import earlier_texts


def own_day() -> dt.date:
    """Today where the user is: what "last week" counts from unless told."""
    return dt.date.today()  # noqa: DTZ011


async def answer_new(engine: Engine, snapshot: Snapshot, question: Question, after: int, today: dt.date) -> Answer:
    """Ask only the articles after a mark. Every hit that is left would answer by itself.

    A revision of an article that was there at the mark counts only where its words were not in it before.
    """
    if snapshot.newer(after)[0] >= len(snapshot.generation.tables.article_row):
        return _nothing(question, today)
    answer = await engine.answer(snapshot, question, today, after)
    if not answer.answered:
        return replace(answer, hits=())
    threshold = engine.threshold(question)
    read = any(hit.signals.reranker is not None for hit in answer.hits)  # whether there is a reranker at all
    shown = [hit for hit in answer.hits if hit.signals.reranker is not None or not read]
    good = [hit for hit in shown if _alone(hit, threshold)]
    earlier = await earlier_texts(engine.db, [hit.article.id for hit in good], after)
    hits = [hit for hit in good if not any((hit.quote or hit.text) in text for text in earlier.get(hit.article.id, ()))]
    ranked = tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, start=1))
    return replace(answer, hits=ranked, answered=bool(ranked))


def _alone(hit: Hit, threshold: float | None) -> bool:
    """Whether a hit is above the threshold by itself."""
    evidence = Evidence.of_one(cosine=hit.signals.passage, logit=hit.signals.reranker)
    return answers(confidence_of(evidence), threshold)


def _nothing(question: Question, today: dt.date) -> Answer:
    query = Query(topic=question.text, kind="other", asked_on=question.asked_on or today)
    return Answer(question=question, query=query, answered=False, confidence=0.0, hits=(), reason="nothing_in_period")
