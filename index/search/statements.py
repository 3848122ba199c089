"""Statements and articles page by page, and a speaker at a glance: what lists, links and charts are made of."""

from __future__ import annotations

import asyncio
import datetime as dt
import math
import re
from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace

import aiosqlite
import numpy as np

from index.blanks import blanked, said_by, stretches
from index.errors import Gone, NotFound
from index.language.english import LITTLE_WORDS
from index.language.verbs import is_past_telling
from index.links import article_key, find_statement, split_id
from index.model import Article, ArticleRef, ArticleView, Query, Question, Statement
from index.pages import ArticlePage, Profile, StatementPage, StatementView
from index.query.interpret import interpret
from index.search.engine import Engine
from index.search.snapshot import Snapshot
from index.search.texts import articles_of, named, named_within, passages_within, place_of, statements_within
from index.search.timeline import entries_of, named_entry
from index.storage.analyses import passages_of, statements_of
from index.storage.articles import current_article, rows_of_id
from index.storage.links import Departed, departed, ids_of_key
from index.storage.tables import NONE, UNDATED, Int, Tables
from index.storage.who import hidden_speakers

_PAGE = 50  # articles that are held at once
_CHAIN = 20  # changes of one file that a link is followed through
_READ = 200  # statements that a speaker's topics are taken from
_TOPICS = 12
_SAME_TITLE = 20  # passages that an article is taken to have, each of which carries its title
_TERM = re.compile(r"[^\W\d_][\w’'-]{3,}")


async def article_view(
    db: aiosqlite.Connection, snapshot: Snapshot | None, article_id: str, *, canonical: bool = False
) -> ArticleView | None:
    """See `Archive.article`. As the generation that serves has it; one that came since, as it is stored."""
    if snapshot is not None:
        place = place_of(snapshot, await rows_of_id(db, article_id))
        if place is not None:
            statements = await statements_within(db, snapshot, place)
            return ArticleView(
                article=(await articles_of(db, snapshot, [place]))[place],
                statements=named_within(snapshot, place, statements) if canonical else statements,
                passages=passages_within(snapshot, place),
            )
    found = await current_article(db, article_id)
    if found is None:
        return None
    row, article = found
    statements, passages = await statements_of(db, row), await passages_of(db, row)
    if hidden := {one.name for one in await hidden_speakers(db)}:
        said = [s for s in statements if hidden.intersection(said_by(s))]
        statements = tuple(s for s in statements if s not in said)
        article = blanked(article, stretches(article, said, statements))
    if snapshot is not None and canonical:
        statements = tuple(named(s, {}, snapshot.book) for s in statements)
    return ArticleView(article=article, statements=statements, passages=passages)


async def every_article_of(
    db: aiosqlite.Connection, snapshot: Snapshot | None
) -> AsyncGenerator[tuple[Article, tuple[Statement, ...]]]:
    """See `Archive.every_statement`."""
    count = 0 if snapshot is None else len(snapshot.generation.tables.article_row)
    for first in range(0, count, _PAGE):
        if snapshot is not None:
            for place, article in (await articles_of(db, snapshot, range(first, min(count, first + _PAGE)))).items():
                yield article, await statements_within(db, snapshot, place)


async def statement_view(db: aiosqlite.Connection, snapshot: Snapshot | None, wanted: str) -> StatementView:
    """See `Archive.statement`."""
    parts = split_id(wanted)
    if parts is None:
        raise NotFound(f"no statement has the id {wanted!r}; copy the link again")
    key, rest = parts
    left = await departed(db, key)
    for article_id in await ids_of_key(db, key):
        view = await article_view(db, snapshot, article_id, canonical=True)
        if view is not None:
            return _found(wanted, rest, view, left)
    for _ in range(_CHAIN):
        if left is None:
            raise NotFound("this archive never held the article of that link")
        if left.successor is None:
            raise Gone(f"the article of that link was removed on {left.on.date().isoformat()}", article_id=None)
        view = await article_view(db, snapshot, left.successor, canonical=True)
        if view is not None:
            return _found(wanted, rest, view, left)
        left = await departed(db, article_key(left.successor))
    raise Gone("the article of that link was changed too often to follow", article_id=None)


def _found(wanted: str, rest: str, view: ArticleView, left: Departed | None) -> StatementView:
    statement = find_statement(rest, view.article.text, view.statements)
    if statement is None:
        raise Gone(
            "the article of that link was changed, or is read differently now: these words cannot be told for certain "
            "in it any more",
            article_id=view.article.id,
        )
    changed = left.on.date() if left is not None and left.successor is not None else None
    return StatementView(id=wanted, view=view, statement=statement, changed=changed)


async def statement_page(
    engine: Engine, snapshot: Snapshot | None, question: Question, offset: int, limit: int, today: dt.date
) -> StatementPage:
    """See `Archive.statements`."""
    if snapshot is None:
        return StatementPage(total=0, entries=())
    places = await asyncio.to_thread(_places, snapshot, question, today)
    some = places[offset : offset + limit].tolist()
    found = await entries_of(engine.db, snapshot, some, [1.0] * len(some))
    entries = tuple(named_entry(snapshot, place, found[place]) for place in some if place in found)
    return StatementPage(total=len(places), entries=entries)


def _places(snapshot: Snapshot, question: Question, today: dt.date) -> Int:
    """Statements of named speakers under a question's filters, newest first."""
    query = interpret(
        Question(text="", speaker=question.speaker, source=question.source, infer=False), snapshot.lexicon, today
    )
    wanted = snapshot.filter_of(replace(query, since=question.since, until=question.until), question.sources)
    tables = snapshot.generation.tables
    places = np.flatnonzero(tables.allowed_statements(wanted) & (tables.statement_speaker != NONE))
    days = tables.article_day[tables.statement_article[places]]
    return places[np.argsort(-days, kind="stable")]


async def article_page(
    db: aiosqlite.Connection, snapshot: Snapshot | None, question: Question, offset: int, limit: int, today: dt.date
) -> ArticlePage:
    """See `Archive.articles`."""
    if snapshot is None:
        return ArticlePage(total=0, articles=())
    places = await asyncio.to_thread(_article_places, snapshot, question, today)
    tables = snapshot.generation.tables
    articles = await articles_of(db, snapshot, places[offset : offset + limit].tolist())
    return ArticlePage(
        total=len(places),
        articles=tuple(ArticleRef.of(article) for article in articles.values()),
        months=_months(tables, places),
    )


def _article_places(snapshot: Snapshot, question: Question, today: dt.date) -> Int:
    """Articles under a question's filters, newest first."""
    query = interpret(Question(text="", source=question.source, infer=False), snapshot.lexicon, today)
    wanted = snapshot.filter_of(replace(query, since=question.since, until=question.until), question.sources)
    tables = snapshot.generation.tables
    places = np.flatnonzero(tables.allowed_articles(wanted))
    return places[np.argsort(-tables.article_day[places], kind="stable")]


async def titled(
    db: aiosqlite.Connection, snapshot: Snapshot | None, words: str, limit: int, sources: Sequence[str]
) -> tuple[ArticleRef, ...]:
    """See `Archive.titles`."""
    if snapshot is None or not words.strip():
        return ()
    tables = snapshot.generation.tables
    anybody = Query(topic="", kind="other", asked_on=dt.date.min)
    wanted = snapshot.filter_of(anybody, sources)
    found = await asyncio.to_thread(snapshot.generation.words.titled, words, _SAME_TITLE * limit, wanted)
    places = list(dict.fromkeys(tables.passage_article[found].tolist()))[:limit]
    return tuple(ArticleRef.of(article) for article in (await articles_of(db, snapshot, places)).values())


async def profile_of(engine: Engine, snapshot: Snapshot | None, question: Question, today: dt.date) -> Profile:
    """See `Archive.profile`."""
    name = question.speaker or ""
    if snapshot is None:
        raise NotFound("the archive is empty; load articles with `onrecord ingest`")
    asked = Question(text="", speaker=name, infer=False)
    query = await asyncio.to_thread(interpret, asked, snapshot.lexicon, today)
    speaker = snapshot.book.get(query.speakers[0]) if query.speakers else None
    if speaker is None or query.unknown_speaker is not None:
        raise NotFound(f"nobody in the archive is called {name!r}; `onrecord speakers` lists who speaks")
    tables = snapshot.generation.tables
    places = await asyncio.to_thread(_places, snapshot, replace(question, speaker=speaker.name), today)
    if question.sources and not len(places):
        raise NotFound(f"nobody in the archive is called {name!r}; `onrecord speakers` lists who speaks")
    articles = tables.statement_article[places]
    where = Counter(tables.article_source[articles].tolist())
    named = [(snapshot.manifest.sources[n] if n != NONE else None, count) for n, count in where.most_common()]
    some = places[:_READ].tolist()
    entries = await entries_of(engine.db, snapshot, some, [1.0] * len(some))
    texts = [entry.text for entry in entries.values()]
    days = tables.article_day[articles]
    dated = days[days != UNDATED]
    return Profile(
        speaker=replace(
            speaker,
            statements=len(places),
            first=dt.date.fromordinal(int(dated.min())) if len(dated) else None,
            last=dt.date.fromordinal(int(dated.max())) if len(dated) else None,
        ),
        months=_months(tables, articles),
        sources=tuple(named),
        topics=await engine.workers.look(_topics, snapshot, speaker.name, texts),
        undated=int(np.sum(days == UNDATED)),
    )


def _months(tables: Tables, articles: Int) -> tuple[tuple[str, int], ...]:
    """How many of these articles (each as often as it is named) fall in each month."""
    days, counts = np.unique(tables.article_day[articles], return_counts=True)
    months: Counter[str] = Counter()
    for day, count in zip(days.tolist(), counts.tolist(), strict=True):
        if day != UNDATED:
            months[dt.date.fromordinal(day).isoformat()[:7]] += count
    return tuple(sorted(months.items()))


def _topics(snapshot: Snapshot, name: str, texts: Sequence[str]) -> tuple[str, ...]:
    """The words that a speaker uses far more often than the archive, each in its commonest form."""
    words, passages = snapshot.generation.words, snapshot.generation.tables.passages
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        seen: set[str] = set()
        for word in _TERM.findall(text):
            term = "" if _says_little(word.lower()) else next(iter(words.terms(word)), "")
            if term and term not in seen:
                seen.add(term)
                forms.setdefault(term, Counter())[word] += 1
    own = set(words.terms(name))
    least = 2 if len(texts) > 5 else 1
    scores = {
        term: sum(found.values()) * math.log(1 + passages / max(words.frequency(term), 1))
        for term, found in forms.items()
        if term not in own and sum(found.values()) >= least
    }
    best = sorted(scores, key=lambda term: (-scores[term], term))[:_TOPICS]
    return tuple(forms[term].most_common(1)[0][0] for term in best)


def _says_little(word: str) -> bool:
    """Whether a word is of no topic: a little word, or one that only says that somebody spoke."""
    return word in LITTLE_WORDS or is_past_telling(word)
