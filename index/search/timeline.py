"""A speaker's statements by date, and the latest ones under filters."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

import aiosqlite
import numpy as np

from index.embedding.texts import statement_text
from index.errors import NotFound
from index.likeness import Wording
from index.links import statement_id
from index.model import Article, ArticleRef, Query, Question, Statement, Timeline, TimelineEntry
from index.query.interpret import interpret
from index.query.outlets import no_such_outlet
from index.search.engine import Engine
from index.search.present import speakers_of
from index.search.ranking import Floats
from index.search.snapshot import Snapshot
from index.search.texts import articles_of, statements_of_places
from index.splitting.sentences import whole_sentences
from index.storage.articles import earlier_texts
from index.storage.tables import NONE, Int, date_of

# Cosines from which a statement belongs to a topic. A topic of one word is near to nothing, so that the best
# statement sets the measure: docs/search.md, "Timelines".
_ON_TOPIC, _LEAST, _OF_BEST = 0.62, 0.5, 0.85
_FOLDED = 1000  # of all statements, the latest among which the same words are looked for; the others are only counted
_READ = 160  # statements, those in the nearest passages, that are compared with the topic themselves


async def timeline_of(engine: Engine, snapshot: Snapshot | None, question: Question, today: dt.date) -> Timeline:
    """See `Archive.timeline`."""
    if snapshot is None:
        raise NotFound("the archive is empty; load articles with `onrecord ingest`")
    plain = replace(question, since=None, until=None, sources=(), infer=False)
    query = await engine.workers.question(interpret, plain, snapshot.lexicon, today)
    if query.unknown_speaker is not None or not query.speakers:
        raise NotFound(f"nobody in the archive is called {question.speaker!r}; `onrecord speakers` lists who speaks")
    if query.unknown_source is not None:
        raise NotFound(no_such_outlet(query.unknown_source, snapshot.manifest.sources))
    return await _timeline(engine, snapshot, question, query)


def _when(entry: TimelineEntry) -> tuple[dt.date, str, int]:
    """By the day of saying, else of publication; undated entries come last."""
    said = entry.statement.said_on
    day = said.since if said is not None else entry.article.date
    return day or dt.date.max, entry.article.id, entry.statement.start


async def _timeline(engine: Engine, snapshot: Snapshot, question: Question, query: Query) -> Timeline:
    topic, limit = question.text.strip(), question.limit or 100
    topic = await engine.spelt(snapshot, topic) if topic else topic
    window = replace(query, topic=topic, kind="said", since=question.since, until=question.until)
    rest = np.zeros(0, dtype=np.int64)
    if topic:
        places, scores = await _on_topic(engine, snapshot, window, question, topic)
    else:
        found = await engine.workers.question(_latest_under, snapshot, window, question.sources)
        places, rest = found[: max(_FOLDED, limit * 4)].tolist(), found[max(_FOLDED, limit * 4) :]
        scores = [1.0] * len(places)
    entries = await entries_of(engine.db, snapshot, places, scores)
    asked = snapshot.filter_of(window, question.sources).speakers
    named = [named_entry(snapshot, place, entry, asked) for place, entry in entries.items()]
    folded = await engine.workers.question(_folded, named)
    tables = snapshot.generation.tables
    days = [e.article.date for e in folded]
    days += [date_of(day) for day in tables.article_day[tables.statement_article[rest]].tolist()]
    best = folded if topic else sorted(folded, key=lambda e: e.article.date or dt.date.min, reverse=True)
    return Timeline(
        speaker=" or ".join(query.speakers),
        speakers=query.speakers,
        topic=topic,
        entries=tuple(sorted(best[:limit], key=_when)),
        counts=tuple(sorted(Counter(day.strftime("%Y-%m") for day in days if day).items())),
        undated=days.count(None),
        total=len(days),
    )


async def _on_topic(
    engine: Engine, snapshot: Snapshot, query: Query, question: Question, topic: str
) -> tuple[list[int], list[float]]:
    """The statements (of the tables) under a query's filters that speak of a topic, and how near they come to it.

    The passages say which may; those are embedded themselves, since a passage holds the words of others too.
    """
    vector = await engine.models.embed(topic)
    most = max(_READ, question.limit or 0)
    near = await engine.workers.question(_nearest, snapshot, query, question.sources, vector, most)
    found = await _statements_at(engine.db, snapshot, [place for place, _ in near])
    own = [place for place, (_, statement) in found.items() if statement.kind != "turn"]
    cosines = await engine.models.embed_statements([statement_text(*found[place]) for place in own]) @ vector
    scores = dict(near)
    scores |= dict(zip(own, cosines.tolist(), strict=True))
    limit = max(_LEAST, min(_ON_TOPIC, _OF_BEST * max(scores.values(), default=0.0)))
    best = sorted((place for place in scores if scores[place] >= limit), key=lambda place: -scores[place])
    return best, [scores[place] for place in best]


def _under(snapshot: Snapshot, query: Query, sources: Sequence[str]) -> Int:
    """The statements (of the tables) under a query's filters."""
    return np.flatnonzero(snapshot.generation.tables.allowed_statements(snapshot.filter_of(query, sources)))


def _latest_under(snapshot: Snapshot, query: Query, sources: Sequence[str]) -> Int:
    """As `_under`, the latest published first."""
    tables = snapshot.generation.tables
    places = _under(snapshot, query, sources)
    return places[np.argsort(-tables.article_day[tables.statement_article[places]], kind="stable")]


def _nearest(
    snapshot: Snapshot, query: Query, sources: Sequence[str], vector: Floats, most: int
) -> list[tuple[int, float]]:
    """The statements under a query's filters whose passages come nearest to a topic, at most so many, each with the
    cosine of the first passage that holds some of it."""
    generation = snapshot.generation
    places = _under(snapshot, query, sources)
    places = places[generation.first_passage[places] != NONE]
    scores = generation.passages.rows(generation.first_passage[places]) @ vector
    best = np.argsort(-scores, kind="stable")[:most]
    return list(zip(places[best].tolist(), scores[best].tolist(), strict=True))


async def said_of(
    engine: Engine, snapshot: Snapshot | None, question: Question, after: int | None, today: dt.date
) -> tuple[TimelineEntry, ...]:
    """See `Archive.said`."""
    if snapshot is None:
        return ()
    newest = await engine.workers.question(_newest, snapshot, question, after, today)
    entries = await entries_of(engine.db, snapshot, newest, [1.0] * len(newest))
    named = [named_entry(snapshot, place, entry) for place, entry in entries.items()]
    if after is not None:
        earlier = await earlier_texts(engine.db, [entry.article.id for entry in named], after)
        named = [e for e in named if not any(e.text in text for text in earlier.get(e.article.id, ()))]
    return tuple(await engine.workers.question(_folded, named))


def _newest(snapshot: Snapshot, question: Question, after: int | None, today: dt.date) -> list[int]:
    """The latest statements (of the tables) of known speakers under a question's filters."""
    plain = Question(text="", speaker=question.speaker, source=question.source, infer=False)
    query = replace(interpret(plain, snapshot.lexicon, today), since=question.since, until=question.until)
    tables = snapshot.generation.tables
    wanted = snapshot.filter_of(query, question.sources, after)
    places = np.flatnonzero(tables.allowed_statements(wanted) & (tables.statement_speaker != NONE))
    day = tables.article_day[tables.statement_article[places]]
    return places[np.argsort(-day, kind="stable")][: question.limit or 100].tolist()


def named_entry(
    snapshot: Snapshot, place: int, entry: TimelineEntry, asked: Collection[int] | None = None
) -> TimelineEntry:
    """A statement under the names that its speakers have across the archive; who is `asked` for comes first."""
    speaker, *others = speakers_of(snapshot, place, asked)
    return replace(entry, statement=replace(entry.statement, speaker=speaker, joined_by=tuple(others)))


async def entries_of(
    db: aiosqlite.Connection, snapshot: Snapshot, places: Sequence[int], scores: Sequence[float]
) -> dict[int, TimelineEntry]:
    """Statements of the tables, by their place there, with their articles."""
    found = await _statements_at(db, snapshot, places)
    near = dict(zip(places, scores, strict=True))
    return await asyncio.to_thread(lambda: {place: _entry(*one, near[place]) for place, one in found.items()})


def _entry(article: Article, statement: Statement, score: float) -> TimelineEntry:
    first, last = whole_sentences(article.text, statement.start, statement.end)
    return TimelineEntry(
        article=ArticleRef.of(article),
        statement=statement,
        text=article.text[statement.start : statement.end],
        score=round(score, 4),
        id=statement_id(article.id, article.text, statement),
        sentences=article.text[first:last],
    )


async def _statements_at(
    db: aiosqlite.Connection, snapshot: Snapshot, places: Sequence[int]
) -> dict[int, tuple[Article, Statement]]:
    """Statements by their place in the tables, each with its article."""
    owner = snapshot.generation.tables.statement_article
    articles = await articles_of(db, snapshot, [int(owner[place]) for place in places])
    statements = await statements_of_places(db, snapshot, places)
    return {place: (articles[int(owner[place])], statement) for place, statement in statements.items()}


def _folded(entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """The same words in several outlets once, in the earliest article."""
    kept: list[TimelineEntry] = []
    wordings: list[Wording] = []
    holding: dict[tuple[str, ...], list[int]] = {}  # runs of words -> those kept that have them: no others are alike
    for entry in sorted(entries, key=lambda e: (e.article.date or dt.date.max, e.article.id)):
        mine = Wording(entry.text)
        for i in sorted({i for run in mine.shingles for i in holding.get(run, ())}):
            other = kept[i]
            if other.article.id != entry.article.id and wordings[i].same(mine):
                kept[i] = replace(other, score=max(other.score, entry.score), also_in=(*other.also_in, entry.article))
                break
        else:
            for run in mine.shingles:
                holding.setdefault(run, []).append(len(kept))
            kept.append(entry)
            wordings.append(mine)
    return sorted(kept, key=lambda e: -e.score)
