"""Write a generation: all current passages and statements as columns, vectors and words, beside the one that serves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import repeat
from pathlib import Path

import aiosqlite
import numpy as np
from numpy.typing import NDArray

from index.blanks import blanked, covered, legible, merged, said_by, stretches
from index.indexing.grow import grow_generation
from index.indexing.kept import open_to_all, write_records, write_speakers
from index.indexing.rows import Rows, collect, documents_of, loose_names, records_of, tables_of
from index.model import Progress, Span, Statement
from index.progress import CancelToken, OnProgress
from index.speakers.book import SpeakerBook
from index.speakers.correction import Correction
from index.speakers.corrections import corrected_book
from index.storage import generations
from index.storage.analyses import count_changes, vectors_of
from index.storage.database import read_whole
from index.storage.generations import Manifest
from index.storage.lexical import WordIndex
from index.storage.masks import People, spans_of, write_masks
from index.storage.vectors import backend_of
from index.storage.who import corrections_of, hidden_speakers
from index.workers import Workers


async def build_generation(
    db: aiosqlite.Connection,
    home: Path,
    *,
    model: str,
    dimension: int,
    analysis: str,
    vectors: str,
    before: Manifest | None,
    workers: Workers,
    on_progress: OnProgress,
    cancel: CancelToken,
) -> Manifest:
    """Build and publish the next generation; all vectors must be there. The old one serves until the last step.

    `vectors`: the engine that searches them (`vectors.backend`). `before`: the generation that serves, for the next one
    to grow out of where little has changed; None: the whole is built, so that nothing is left of what was there.
    """
    cancel.check()
    on_progress(Progress(stage="index", done=0, total=1))
    changes = await count_changes(db)
    if before is not None and (before.model, before.analysis, before.vectors) == (model, analysis, vectors):
        grown = await grow_generation(db, home, before, changes=changes, workers=workers, cancel=cancel)
        if grown is not None:
            cancel.check()
            generations.publish(home, grown.number)
            on_progress(Progress(stage="index", done=1, total=1))
            return grown
    number = generations.next_number(home)
    with read_whole():
        rows = await collect(db)
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


def _write(
    home: Path,
    number: int,
    rows: Rows,
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
    records = records_of(rows)
    book = corrected_book((record for _, record in records), corrections)
    stored = len(rows.passages), len(rows.statements)  # by these it is seen whether a generation is of this store
    masks: People = {}
    if hidden:
        rows, passages, masks = _without(rows, book, hidden)
        passage_vectors = passage_vectors[passages]
        records = records_of(rows)
        book = corrected_book((record for _, record in records), corrections)
    sources = sorted({article.source for _, article in rows.articles if article.source})
    tables = tables_of(rows, book, {name: i for i, name in enumerate(sources)})
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
        ids=tables.passages,
    )
    with generations.building(home, number) as folder:
        tables.save(folder / "tables.npz")
        kind = backend_of(vectors).build(folder, passage_vectors, tables)
        unseen = spans_of(masks)
        shown = replace(rows, articles=[(row, blanked(article, unseen.get(row, ()))) for row, article in rows.articles])
        WordIndex.build(folder / "words", documents_of(shown, tables, book))
        write_masks(folder, masks)
        write_speakers(folder, book, loose_names(rows, book))
        write_records(folder, records)
        open_to_all(folder)
        manifest = replace(manifest, kind=kind)
        generations.write_manifest(folder, manifest)
    return manifest


def _without(rows: Rows, book: SpeakerBook, hidden: frozenset[str]) -> tuple[Rows, list[int], People]:
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
