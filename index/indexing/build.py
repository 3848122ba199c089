"""Write a generation: all current passages and statements as columns, vectors and words, beside the one that serves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat
from pathlib import Path

import aiosqlite
import numpy as np
from numpy.typing import NDArray

from index.blanks import blanked, covered, legible, merged, said_by, stretches
from index.embedding.texts import context_words
from index.model import Article, Passage, Progress, Span, Statement
from index.progress import CancelToken, OnProgress
from index.speakers.book import SpeakerBook, SpeakerRecord
from index.speakers.correction import Correction
from index.speakers.corrections import corrected_book
from index.storage import generations
from index.storage.analyses import (
    as_passage,
    as_statement,
    count_changes,
    every_passage,
    every_statement,
    vectors_of,
)
from index.storage.articles import every_article
from index.storage.database import read_whole
from index.storage.generations import Manifest
from index.storage.lexical import Document, WordIndex
from index.storage.masks import People, spans_of, write_masks
from index.storage.sums import sum_of_article, sum_of_statement
from index.storage.tables import NONE, Tables, day_of, overlaps
from index.storage.vectors import backend_of
from index.storage.who import corrections_of, hidden_speakers
from index.workers import Workers


@dataclass(slots=True)
class _Rows:
    """Everything of the archive that a generation holds, in order of article and place."""

    articles: list[tuple[int, Article]] = field(default_factory=list[tuple[int, Article]])
    passages: list[tuple[int, int, Passage]] = field(default_factory=list[tuple[int, int, Passage]])
    passage_hashes: list[bytes] = field(default_factory=list[bytes])
    statements: list[tuple[int, int, Statement]] = field(default_factory=list[tuple[int, int, Statement]])


async def build_generation(
    db: aiosqlite.Connection,
    home: Path,
    *,
    model: str,
    dimension: int,
    analysis: str,
    vectors: str,
    workers: Workers,
    on_progress: OnProgress,
    cancel: CancelToken,
) -> Manifest:
    """Build and publish the next generation; all vectors must be there. The old one serves until the last step.

    `vectors`: the engine that searches them (`vectors.backend`).
    """
    cancel.check()
    number = generations.next_number(home)
    on_progress(Progress(stage="index", done=0, total=1))
    changes = await count_changes(db)
    with read_whole():
        rows = await _collect(db)
    corrections = await corrections_of(db)
    hidden = frozenset(one.name for one in await hidden_speakers(db))
    passage_vectors = await vectors_of(db, model, rows.passage_hashes, dimension)
    cancel.check()
    manifest = await workers.bulk(
        _write, home, number, rows, corrections, hidden, passage_vectors, model=model,
        dimension=dimension, analysis=analysis, vectors=vectors, changes=changes,
    )  # fmt: skip
    cancel.check()
    generations.publish(home, number)
    on_progress(Progress(stage="index", done=1, total=1))
    return manifest


async def _collect(db: aiosqlite.Connection) -> _Rows:
    rows = _Rows()
    places: dict[int, int] = {}
    async for row, article in every_article(db):
        places[row] = len(rows.articles)
        rows.articles.append((row, article))
    async for row in every_passage(db):
        rows.passages.append((row["id"], places[row["article_row"]], as_passage(row)))
        rows.passage_hashes.append(row["hash"])
    async for row in every_statement(db):
        rows.statements.append((row["id"], places[row["article_row"]], as_statement(row)))
    return rows


def _write(
    home: Path,
    number: int,
    rows: _Rows,
    corrections: Sequence[Correction],
    hidden: frozenset[str],
    passage_vectors: NDArray[np.float32],
    *,
    model: str,
    dimension: int,
    analysis: str,
    vectors: str,
    changes: int,
) -> Manifest:
    book = _book(rows, corrections)
    stored = len(rows.passages), len(rows.statements)  # by these it is seen whether a generation is of this store
    masks: People = {}
    if hidden:
        rows, passages, masks = _without(rows, book, hidden)
        passage_vectors = passage_vectors[passages]
        book = _book(rows, corrections)
    sources = sorted({article.source for _, article in rows.articles if article.source})
    tables = _tables(rows, book, {name: i for i, name in enumerate(sources)})
    dates = sorted(article.date for _, article in rows.articles if article.date)
    manifest = Manifest(
        format=generations.FORMAT,
        number=number,
        built_at=generations.now(),
        model=model,
        dimension=dimension,
        analysis=analysis,
        articles=len(rows.articles),
        passages=stored[0],
        statements=stored[1],
        last_row=max((row for row, _ in rows.articles), default=0),
        sources=tuple(sources),
        first=dates[0].isoformat() if dates else None,
        last=dates[-1].isoformat() if dates else None,
        undated=len(rows.articles) - len(dates),
        speakers=len(book.speakers),
        vectors=vectors,
        changes=changes,
    )
    with generations.building(home, number) as folder:
        tables.save(folder / "tables.npz")
        kind = backend_of(vectors).build(folder, passage_vectors, tables)
        unseen = spans_of(masks)
        shown = replace(rows, articles=[(row, blanked(article, unseen.get(row, ()))) for row, article in rows.articles])
        WordIndex.build(folder / "words", _documents(shown, tables, book))
        write_masks(folder, masks)
        for path in (folder / "words").iterdir():  # tantivy keeps some from other users, who may read all the rest
            path.chmod((folder / "tables.npz").stat().st_mode & 0o777)
        (folder / "speakers.json").write_text(book.to_json(), encoding="utf-8")
        manifest = replace(manifest, kind=kind)
        generations.write_manifest(folder, manifest)
    return manifest


def _without(rows: _Rows, book: SpeakerBook, hidden: frozenset[str]) -> tuple[_Rows, list[int], People]:
    """The rows without what hidden speakers said; which passages are left; what is not shown of the others."""

    def known(place: int, name: str | None) -> str | None:
        return None if name is None else book.canonical(rows.articles[place][1].id, name)

    gone: dict[int, dict[str, list[Statement]]] = {}
    others: dict[int, list[tuple[int, int, Statement]]] = {}
    for row in rows.statements:
        _, place, statement = row
        names = {name for name in map(known, repeat(place), said_by(statement)) if name in hidden}
        for name in names:
            gone.setdefault(place, {}).setdefault(name, []).append(statement)
        if not names:
            others.setdefault(place, []).append(row)
    masks: dict[int, dict[str, tuple[Span, ...]]] = {}
    spans: dict[int, tuple[Span, ...]] = {}
    for place, people in gone.items():
        row, article = rows.articles[place]
        beside = [s for _, _, s in others.get(place, ())]
        masks[row] = {name: stretches(article, said, beside) for name, said in people.items()}
        spans[place] = merged(span for some in masks[row].values() for span in some)
    kept = [
        row
        for place, some in sorted(others.items())
        for row in some
        if place not in spans or not covered(row[2].spans, spans[place])
    ]
    passages = [
        i
        for i, (_, place, p) in enumerate(rows.passages)
        if known(place, p.speaker) not in hidden
        and (place not in spans or legible(rows.articles[place][1].text, (p.start, p.end), spans[place]))
    ]
    return replace(rows, passages=[rows.passages[i] for i in passages], statements=kept), passages, masks


def _book(rows: _Rows, corrections: Sequence[Correction]) -> SpeakerBook:
    """One record for each article and name."""
    said: dict[tuple[int, str], list[Statement]] = {}
    for _, place, statement in rows.statements:
        if statement.speaker:
            alone = replace(statement, mention=None) if statement.joined_by else statement
            said.setdefault((place, statement.speaker), []).append(alone)
        for name in statement.joined_by:
            said.setdefault((place, name), []).append(replace(statement, role=None, mention=None))
    records = (
        SpeakerRecord(
            name=name,
            article_id=rows.articles[place][1].id,
            date=rows.articles[place][1].date,
            roles=tuple(dict.fromkeys(s.role for s in statements if s.role)),
            statements=len(statements),
            resolved=any(s.resolved for s in statements),
            mentions=tuple(dict.fromkeys(s.mention for s in statements if s.mention)),
        )
        for (place, name), statements in said.items()
    )
    return corrected_book(records, corrections)


def _tables(rows: _Rows, book: SpeakerBook, sources: dict[str, int]) -> Tables:
    numbers = {speaker.name: i for i, speaker in enumerate(book.speakers)}

    def speaker(place: int, name: str | None) -> int:
        return NONE if name is None else numbers.get(book.canonical(rows.articles[place][1].id, name), NONE)

    passages = [(place, p.start, p.end) for _, place, p in rows.passages]
    statements = [(place, s.start, s.end) for _, place, s in rows.statements]
    left, right = overlaps(passages, statements)
    days = [s.said_on for _, _, s in rows.statements]
    joined = [
        (i, number)
        for i, (_, place, s) in enumerate(rows.statements)
        for number in dict.fromkeys(speaker(place, name) for name in s.joined_by)
        if number != NONE
    ]
    whole = np.array
    integer = np.int64
    return Tables(
        article_row=whole([row for row, _ in rows.articles], dtype=integer),
        article_day=whole([day_of(article.date) for _, article in rows.articles], dtype=integer),
        article_source=whole([sources.get(article.source or "", NONE) for _, article in rows.articles], dtype=integer),
        article_sum=whole([sum_of_article(article) for _, article in rows.articles], dtype=integer),
        passage_article=whole([place for place, _, _ in passages], dtype=integer),
        passage_start=whole([start for _, start, _ in passages], dtype=integer),
        passage_end=whole([end for _, _, end in passages], dtype=integer),
        passage_context_start=whole([(p.context or (NONE, NONE))[0] for _, _, p in rows.passages], dtype=integer),
        passage_context_end=whole([(p.context or (NONE, NONE))[1] for _, _, p in rows.passages], dtype=integer),
        passage_speaker=whole([speaker(place, p.speaker) for _, place, p in rows.passages], dtype=integer),
        statement_id=whole([number for number, _, _ in rows.statements], dtype=integer),
        statement_article=whole([place for place, _, _ in statements], dtype=integer),
        statement_start=whole([start for _, start, _ in statements], dtype=integer),
        statement_end=whole([end for _, _, end in statements], dtype=integer),
        statement_speaker=whole([speaker(place, s.speaker) for _, place, s in rows.statements], dtype=integer),
        statement_turn=whole([int(s.kind == "turn") for _, _, s in rows.statements], dtype=integer),
        statement_since=whole([day_of(said.since if said else None) for said in days], dtype=integer),
        statement_until=whole([day_of(said.until if said else None) for said in days], dtype=integer),
        statement_told=whole([int(bool(said and said.basis != "publication")) for said in days], dtype=integer),
        statement_sum=whole([sum_of_statement(s) for _, _, s in rows.statements], dtype=integer),
        pair_statement=whole(left, dtype=integer),
        pair_passage=whole(right, dtype=integer),
        joined_statement=whole([i for i, _ in joined], dtype=integer),
        joined_speaker=whole([number for _, number in joined], dtype=integer),
    )


def _documents(rows: _Rows, tables: Tables, book: SpeakerBook) -> list[Document]:
    """One document for each passage; its speakers are those whose filter lets it through."""
    spoken = tables.speakers_in()
    since, until = tables.said_within()
    documents: list[Document] = []
    for row, (_, place, passage) in enumerate(rows.passages):
        article = rows.articles[place][1]
        documents.append(
            Document(
                row=row,
                text=article.text[passage.start : passage.end],
                context=context_words(article, passage),
                title=article.title or "",
                speaker=" ; ".join(book.speakers[number].name for number in spoken[row]),
                source=article.source or "",
                day=int(tables.article_day[place]),
                said=(int(since[row]), int(until[row])),
                source_number=int(tables.article_source[place]),
                speaker_numbers=spoken[row],
            )
        )
    return documents
