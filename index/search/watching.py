"""Which of many standing questions new articles may answer: all topics as one matrix against the new passages.

Reading every new article for every question would cost more than indexing it. One product tells for which questions
any new passage is near enough; only those pairs go to the reranker, which is asked for the nearest few alone. What
passes is asked in full (`answer_new`), where the reranker's words are remembered.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.embedding.texts import passage_text
from index.model import Question
from index.query.interpret import interpret
from index.search.abstain import Evidence, answers, confidence_of
from index.search.engine import Engine, searched_text
from index.search.ranking import Floats
from index.search.snapshot import Snapshot, understood
from index.search.texts import articles_of, passage_at
from index.storage.lexical import WordIndex
from index.storage.tables import NONE, Int

# A passage comes near to a topic by their cosine and the share of the topic's words that it holds, each weighed by how
# rare it is. Of right passages 95 in 100 do, of others of the same field one in fifteen: docs/search.md.
NEAR, _WORDS = 0.66, 0.1
_FEW = 2  # of a question's nearest new passages that are read
_HOPE = 0.3  # of the threshold: where the nearest passage gives less, the next one is not read
_AT_ONCE = 4096  # passages in one product


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What is searched for a question, and its vector by a model; kept by who keeps the question."""

    text: str
    vector: Floats
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A standing question. `topic` None: all that a speaker says, or an outlet prints. `after`: a mark."""

    topic: Topic | None
    speaker: str | None = None
    source: str | None = None
    after: int = 0
    threshold: float | None = None


async def topic_of(engine: Engine, snapshot: Snapshot | None, question: Question, today: dt.date) -> Topic:
    """See `Archive.topic`."""
    query = await engine.workers.question(understood, snapshot, question, today)
    text = searched_text(question, query)
    encoder = await engine.models.encoder()
    return Topic(text=text, vector=await engine.models.embed(text), model=encoder.name)


async def stirred(engine: Engine, snapshot: Snapshot, watched: Sequence[Watched], today: dt.date) -> tuple[bool, ...]:
    """See `Archive.stirred`."""
    found = np.zeros(len(watched), dtype=np.bool_)
    plain = [i for i, one in enumerate(watched) if one.topic is None]
    if plain:
        found[plain] = await engine.workers.question(_spoken, snapshot, [watched[i] for i in plain], today)
    asking = [(i, one.topic) for i, one in enumerate(watched) if one.topic is not None]
    if asking:
        places, topics = [i for i, _ in asking], [topic for _, topic in asking]
        matrix = np.array([topic.vector for topic in topics], dtype=np.float32)
        after = np.array([watched[i].after for i in places])
        texts = await _new_texts(engine, snapshot, int(after.min()))
        near = await engine.workers.question(_near, snapshot, topics, matrix, after, texts)
        for at in await _passing(engine, snapshot, [watched[i] for i in places], near):
            found[places[at]] = True
    return tuple(found.tolist())


def _near(
    snapshot: Snapshot, topics: Sequence[Topic], matrix: Floats, after: Int, texts: Mapping[int, str]
) -> list[tuple[int, Int, Floats]]:
    """Topics that some passage newer than their mark comes near to, with the nearest few and their cosines."""
    generation = snapshot.generation
    first = snapshot.newer(int(after.min()))[1]
    revision = generation.tables.article_row[generation.tables.passage_article]
    shares = _Shares(generation.words, texts)
    found: dict[int, list[tuple[float, int, float]]] = {}
    for start in range(first, generation.tables.passages, _AT_ONCE):
        part = np.arange(start, min(start + _AT_ONCE, generation.tables.passages))
        cosines = matrix @ generation.passages.rows(part).T
        cosines[after[:, None] >= revision[part][None, :]] = -1.0  # seen before
        for topic, place in np.argwhere(cosines >= NEAR - _WORDS).tolist():
            row, cosine = int(part[place]), float(cosines[topic, place])
            near = cosine + _WORDS * shares.of(topics[topic].text, row)
            if near >= NEAR:
                found.setdefault(topic, []).append((near, row, cosine))
    out: list[tuple[int, Int, Floats]] = []
    for topic, some in sorted(found.items()):
        best = sorted(some, reverse=True)[:_FEW]
        rows, near = np.array([row for _, row, _ in best]), np.array([c for _, _, c in best], dtype=np.float32)
        out.append((topic, rows, near))
    return out


class _Shares:
    """How much of a topic's words a passage holds, each word weighed by how few passages do; 0 to 1."""

    def __init__(self, words: WordIndex, texts: Mapping[int, str]) -> None:
        self._words, self._texts = words, texts
        self._weights: dict[str, float] = {}
        self._topics: dict[str, dict[str, float]] = {}
        self._held: dict[int, frozenset[str]] = {}

    def of(self, topic: str, row: int) -> float:
        weights = self._topics.get(topic)
        if weights is None:
            weights = self._topics[topic] = {term: self._weight(term) for term in self._words.terms(topic)}
        held = self._held.get(row)
        if held is None:
            held = self._held[row] = frozenset(self._words.terms(self._texts.get(row, "")))
        total = sum(weights.values())
        return sum(weight for term, weight in weights.items() if term in held) / total if total else 0.0

    def _weight(self, term: str) -> float:
        if term not in self._weights:
            self._weights[term] = 1.0 / (1.0 + math.log1p(self._words.frequency(term)))
        return self._weights[term]


async def _new_texts(engine: Engine, snapshot: Snapshot, after: int) -> dict[int, str]:
    """The words of the passages of articles newer than a mark, with their titles, by row of the tables."""
    tables = snapshot.generation.tables
    first = snapshot.newer(after)[1]
    owners = tables.passage_article[first:].tolist()
    articles = await articles_of(engine.db, snapshot, owners)
    texts: dict[int, str] = {}
    for row, place in enumerate(owners, start=first):
        article = articles[place]
        shown = article.text[int(tables.passage_start[row]) : int(tables.passage_end[row])]
        texts[row] = f"{shown} {article.title or ''}"
    return texts


async def _passing(
    engine: Engine, snapshot: Snapshot, watched: Sequence[Watched], near: Sequence[tuple[int, Int, Floats]]
) -> set[int]:
    """Those of which the reranker finds that a near passage would answer by itself; without one the cosine says it.

    A topic that many watch is read once, and its second passage only where the first does not answer.
    """
    passing: set[int] = set()
    hopeless: set[int] = set()
    reader = await engine.models.reranker() is not None
    texts = await _readings(engine, snapshot, {row for _, rows, _ in near for row in rows.tolist()}) if reader else {}
    for turn in range(_FEW):
        some = [
            (at, int(rows[turn]), float(c[turn]))
            for at, rows, c in near
            if at not in passing | hopeless and len(rows) > turn
        ]
        pairs = list(dict.fromkeys((_text(watched[at]), texts[row]) for at, row, _ in some)) if reader else []
        logits = dict(zip(pairs, (await engine.models.read(pairs)).tolist(), strict=True)) if pairs else {}
        for at, row, cosine in some:
            evidence = Evidence(cosine=cosine, unknown=0.0)
            if reader:
                evidence = Evidence.of_one(cosine=cosine, logit=logits[_text(watched[at]), texts[row]])
            own = watched[at].threshold
            least = own if own is not None else engine.config.search.threshold
            confidence = confidence_of(evidence)
            if answers(confidence, least):
                passing.add(at)
            elif not answers(confidence / _HOPE, least):
                hopeless.add(at)
    return passing


def _text(one: Watched) -> str:
    return "" if one.topic is None else one.topic.text


async def _readings(engine: Engine, snapshot: Snapshot, rows: Collection[int]) -> dict[int, str]:
    """What the reranker reads of passages, by row of the tables."""
    owner = snapshot.generation.tables.passage_article
    articles = await articles_of(engine.db, snapshot, [int(owner[row]) for row in rows])
    return {row: passage_text(articles[int(owner[row])], passage_at(snapshot, row)) for row in rows}


def _spoken(snapshot: Snapshot, watched: Sequence[Watched], today: dt.date) -> list[bool]:
    """For each whether anybody asked for has spoken, in the outlet asked for, since the mark."""
    since = {after: _who_where(snapshot, after) for after in {one.after for one in watched}}
    known: dict[tuple[str | None, str | None, int], bool] = {}
    for one in watched:
        key = (one.speaker, one.source, one.after)
        if key not in known:
            asked = Question(text="", speaker=one.speaker, source=one.source, infer=False)
            wanted = snapshot.filter_of(interpret(asked, snapshot.lexicon, today))
            known[key] = any(
                (wanted.speakers is None or who in wanted.speakers)
                and (wanted.sources is None or where in wanted.sources)
                for who, where in since[one.after]
            )
    return [known[one.speaker, one.source, one.after] for one in watched]


def _who_where(snapshot: Snapshot, after: int) -> set[tuple[int, int]]:
    """Who has spoken in which outlet since a mark, by the numbers of the tables."""
    tables = snapshot.generation.tables
    first = int(np.searchsorted(tables.statement_article, snapshot.newer(after)[0]))
    new = np.arange(first, len(tables.statement_article))
    joined = np.flatnonzero(tables.joined_statement >= first)
    places = np.concatenate([new, tables.joined_statement[joined]])
    people = np.concatenate([tables.statement_speaker[new], tables.joined_speaker[joined]])
    where = tables.article_source[tables.statement_article[places]]
    return {(who, at) for who, at in zip(people.tolist(), where.tolist(), strict=True) if who != NONE}
