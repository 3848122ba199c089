"""What the archive holds: outlets, speakers, timelines, whole articles, its state."""

from __future__ import annotations

import asyncio
import datetime as dt
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import aiosqlite
import numpy as np

from index.config import Config
from index.embedding.choose import choose_encoder, choose_reader
from index.errors import NotFound
from index.model import (
    ArticleView,
    Query,
    Question,
    SourceSummary,
    Speaker,
    Statement,
    Status,
    Timeline,
    TimelineEntry,
)
from index.search.engine import Engine
from index.search.folding import same_words
from index.search.interpret import interpret
from index.search.present import ref
from index.search.recent import Recent, earlier_texts
from index.search.snapshot import Snapshot
from index.storage import generations
from index.storage.analyses import count_rows, passages_of, statements_by_id, statements_of
from index.storage.articles import articles_by_row, current_article
from index.storage.tables import NONE, UNDATED
from index.workers import Workers

# Cosines from which a statement belongs to a topic. A topic of one word is near to nothing, so that the best
# statement sets the measure: docs/search.md, "Timelines".
_ON_TOPIC, _LEAST, _OF_BEST = 0.62, 0.5, 0.85


def known_sources(snapshot: Snapshot | None, search: str, limit: int) -> tuple[SourceSummary, ...]:
    """See `Archive.sources`."""
    if snapshot is None:
        return ()
    tables = snapshot.generation.tables
    found: list[SourceSummary] = []
    for number, name in enumerate(snapshot.manifest.sources):
        if search.casefold() not in name.casefold():
            continue
        days = tables.article_day[tables.article_source == number]
        dated = days[days != UNDATED]
        found.append(
            SourceSummary(
                name=name,
                articles=len(days),
                first=dt.date.fromordinal(int(dated.min())) if len(dated) else None,
                last=dt.date.fromordinal(int(dated.max())) if len(dated) else None,
            )
        )
    return tuple(sorted(found, key=lambda source: (-source.articles, source.name))[:limit])


def known_speakers(
    snapshot: Snapshot | None, search: str, limit: int, sources: Sequence[str] = ()
) -> tuple[Speaker, ...]:
    """See `Archive.speakers`."""
    if snapshot is None:
        return ()
    speakers = _speakers_in(snapshot, sources) if sources else snapshot.book.speakers
    if not search.strip():
        return tuple(sorted((s for s in speakers if s.statements or not sources), key=_by_statements)[:limit])
    numbers = snapshot.speaker_numbers
    matches = snapshot.book.find(search, limit=len(speakers) if sources else limit)
    found = [speakers[numbers[name]] for name in dict.fromkeys(match.speaker for match in matches)]
    return tuple(speaker for speaker in found if speaker.statements or not sources)[:limit]


def _by_statements(speaker: Speaker) -> tuple[int, str]:
    return -speaker.statements, speaker.name


def _speakers_in(snapshot: Snapshot, sources: Sequence[str]) -> list[Speaker]:
    """All speakers, with the statements and dates that some outlets alone hold of them."""
    tables = snapshot.generation.tables
    query = Query(topic="", kind="said", asked_on=dt.date.min)
    said = tables.allowed_statements(snapshot.filter_of(query, sources)) & (tables.statement_speaker != NONE)
    who, days = tables.statement_speaker[said], tables.article_day[tables.statement_article[said]]
    counts = np.bincount(who, minlength=len(snapshot.book.speakers))
    dates: dict[int, list[int]] = {}
    for speaker, day in zip(who.tolist(), days.tolist(), strict=True):
        if day != UNDATED:
            dates.setdefault(speaker, []).append(day)
    return [
        replace(
            speaker,
            statements=int(counts[number]),
            first=dt.date.fromordinal(min(dates[number])) if number in dates else None,
            last=dt.date.fromordinal(max(dates[number])) if number in dates else None,
        )
        for number, speaker in enumerate(snapshot.book.speakers)
    ]


async def article_view(db: aiosqlite.Connection, article_id: str) -> ArticleView | None:
    """See `Archive.article`."""
    found = await current_article(db, article_id)
    if found is None:
        return None
    row, article = found
    return ArticleView(article=article, statements=await statements_of(db, row), passages=await passages_of(db, row))


async def timeline_of(engine: Engine, snapshot: Snapshot | None, question: Question, today: dt.date) -> Timeline:
    """See `Archive.timeline`."""
    if snapshot is None:
        raise NotFound("the archive is empty; load articles with `onrecord ingest`")
    query = interpret(
        Question(text=question.text, speaker=question.speaker, source=question.source, infer=False), snapshot.lexicon,
        today,
    )  # fmt: skip
    if query.unknown_speaker is not None or not query.speakers:
        raise NotFound(f"nobody in the archive is called {question.speaker!r}; `onrecord speakers` lists who speaks")
    if query.unknown_source is not None:
        raise NotFound(f"no outlet in the archive is called {question.source!r}; `onrecord sources` lists them")
    return await _timeline(engine, snapshot, question, query)


async def _timeline(engine: Engine, snapshot: Snapshot, question: Question, query: Query) -> Timeline:
    generation, topic = snapshot.generation, question.text.strip()
    tables = generation.tables
    wanted = snapshot.filter_of(
        Query(
            topic=topic, kind="said", asked_on=query.asked_on, speakers=query.speakers, sources=query.sources,
            since=question.since, until=question.until,
        ),
        question.sources,
    )  # fmt: skip
    places = np.flatnonzero(tables.allowed_statements(wanted))
    scores = np.ones(len(places), dtype=np.float32)
    if topic:
        vector = await engine.models.embed(topic)
        passages = generation.first_passage[places]
        own = generation.vector_row[places]
        scores = np.zeros(len(places), dtype=np.float32)
        by_statement, by_passage = own != NONE, (own == NONE) & (passages != NONE)
        scores[by_statement] = generation.statements.rows(own[by_statement]) @ vector
        scores[by_passage] = generation.passages.rows(passages[by_passage]) @ vector
        limit = max(_LEAST, min(_ON_TOPIC, _OF_BEST * float(scores.max(initial=0.0))))
        places, scores = places[scores >= limit], scores[scores >= limit]
    best = np.argsort(-scores, kind="stable")[: (question.limit or 100) * 4]
    entries = await _entries(engine.db, snapshot, places[best].tolist(), scores[best].tolist())
    folded = _folded(list(entries.values()))[: question.limit or 100]
    counts = Counter(e.article.date.strftime("%Y-%m") for e in folded if e.article.date)
    return Timeline(
        speaker=query.speakers[0],
        topic=topic,
        entries=tuple(sorted(folded, key=lambda e: (e.article.date or dt.date.max, e.article.id, e.statement.start))),
        counts=tuple(sorted(counts.items())),
        undated=sum(e.article.date is None for e in folded),
    )


async def said_of(
    engine: Engine, snapshot: Snapshot | None, question: Question, after: int | None, today: dt.date
) -> tuple[TimelineEntry, ...]:
    """See `Archive.said`."""
    if snapshot is None:
        return ()
    query = interpret(
        Question(text="", speaker=question.speaker, source=question.source, infer=False), snapshot.lexicon, today
    )
    window = replace(query, since=question.since, until=question.until)
    asked = snapshot if after is None else Recent(snapshot.generation, snapshot.book, after)
    wanted = asked.filter_of(window, question.sources)
    tables = snapshot.generation.tables
    places = np.flatnonzero(tables.allowed_statements(wanted) & (tables.statement_speaker != NONE))
    day = tables.article_day[tables.statement_article[places]]
    newest = places[np.argsort(-day, kind="stable")][: question.limit or 100]
    entries = await _entries(engine.db, snapshot, newest.tolist(), [1.0] * len(newest))
    named = [replace(entry, statement=_named(snapshot, place, entry.statement)) for place, entry in entries.items()]
    if after is not None:
        earlier = await earlier_texts(engine.db, [entry.article.id for entry in named], after)
        named = [e for e in named if not any(e.text in text for text in earlier.get(e.article.id, ()))]
    return tuple(await engine.workers.question(_folded, named))


def _named(snapshot: Snapshot, place: int, statement: Statement) -> Statement:
    """A statement under the name that its speaker has across the archive."""
    number = int(snapshot.generation.tables.statement_speaker[place])
    return replace(statement, speaker=snapshot.book.speakers[number].name)


async def _entries(
    db: aiosqlite.Connection, snapshot: Snapshot, places: Sequence[int], scores: Sequence[float]
) -> dict[int, TimelineEntry]:
    tables = snapshot.generation.tables
    rows = {place: int(tables.article_row[tables.statement_article[place]]) for place in places}
    articles = await articles_by_row(db, sorted(set(rows.values()))) if rows else {}
    statements: dict[int, Statement] = {}
    if rows:
        statements = await statements_by_id(db, [int(tables.statement_id[place]) for place in places])
    entries: dict[int, TimelineEntry] = {}
    for place, score in zip(places, scores, strict=True):
        article, statement = articles.get(rows[place]), statements.get(int(tables.statement_id[place]))
        if article is not None and statement is not None:
            text = article.text[statement.start : statement.end]
            entry = TimelineEntry(article=ref(article), statement=statement, text=text, score=round(score, 4))
            entries[place] = entry
    return entries


def _folded(entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """The same words in several outlets once, in the earliest article."""
    kept: list[TimelineEntry] = []
    for entry in sorted(entries, key=lambda e: (e.article.date or dt.date.max, e.article.id)):
        for i, other in enumerate(kept):
            if other.article.id != entry.article.id and same_words(other.text, entry.text):
                kept[i] = TimelineEntry(
                    article=other.article,
                    statement=other.statement,
                    text=other.text,
                    score=max(other.score, entry.score),
                    also_in=(*other.also_in, entry.article),
                )
                break
        else:
            kept.append(entry)
    return sorted(kept, key=lambda e: -e.score)


async def status_of(
    config: Config, db: aiosqlite.Connection, workers: Workers, asked: int, times: Sequence[float]
) -> Status:
    """See `Archive.status`."""
    counts = await count_rows(db)
    number = generations.current_number(config.home)
    manifest = generations.read_manifest(config.home, number) if number else None
    choice, reader = choose_encoder(config), choose_reader(config)
    return Status(
        home=str(config.home),
        articles=counts.articles,
        passages=counts.passages,
        statements=counts.statements,
        speakers=manifest.speakers if manifest else 0,
        sources=len(manifest.sources) if manifest else 0,
        first=dt.date.fromisoformat(manifest.first) if manifest and manifest.first else None,
        last=dt.date.fromisoformat(manifest.last) if manifest and manifest.last else None,
        undated=manifest.undated if manifest else 0,
        generation=number,
        built_at=dt.datetime.fromisoformat(manifest.built_at) if manifest else None,
        model=choice.model,
        backend=choice.backend,
        second_stage=reader.model if reader else None,
        pending=await _pending(db, manifest.last_row if manifest else 0),
        size_bytes=await asyncio.to_thread(_size, config.home),
        queue=workers.waiting,
        asked=asked,
        median_ms=round(statistics.median(times), 1) if times else None,
    )


async def _pending(db: aiosqlite.Connection, last_row: int) -> int:
    async with db.execute("SELECT count(*) FROM articles WHERE current = 1 AND row > ?", (last_row,)) as cursor:
        row = await cursor.fetchone()
    return int(row[0]) if row else 0


def _size(home: Path) -> int:
    return sum(path.stat().st_size for path in home.rglob("*") if path.is_file())
