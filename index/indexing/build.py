"""Write a generation: all current passages and statements as columns, vectors and words, beside the one that serves."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path
from typing import Literal

import aiosqlite
import numpy as np

from index.blanks import blanked, called_now, covered, legible, merged, said_by, stretches
from index.errors import ArchiveError
from index.indexing.grow import grow_generation
from index.indexing.kept import Loose, Records, open_to_all, write_records, write_speakers
from index.indexing.rows import Rows, collect, documents_of, every_record, loose_names, records_of, tables_of
from index.model import Progress, Span, Statement
from index.progress import CancelToken, OnProgress
from index.speakers.book import SpeakerBook
from index.speakers.correction import Correction
from index.speakers.corrections import corrected_book
from index.storage import generations
from index.storage.analyses import count_changes, vectors_of
from index.storage.articles import current_rows, sources_of
from index.storage.database import read_whole
from index.storage.generations import Manifest
from index.storage.lexical import WordWriter
from index.storage.masks import People, spans_of, write_masks
from index.storage.tables import Floats, Tables
from index.storage.vectors import backend_of
from index.storage.who import corrections_of, hidden_speakers
from index.workers import Workers

_log = logging.getLogger(__name__)
Way = Literal["grown", "settled", "anew"]

_PORTION = 1000  # articles that are read at once
_VECTORS = "vectors.part"  # while a generation is being filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a generation is made by and of."""

    model: str
    dimension: int
    analysis: str
    vectors: str  # the engine that searches them (`vectors.backend`)
    changes: int = 0
    because: str = ""

    def made(self, manifest: Manifest) -> bool:
        """Whether a generation was made by the same model, rules and engine."""
        return (manifest.model, manifest.analysis, manifest.vectors) == (self.model, self.analysis, self.vectors)


async def build_generation(
    db: aiosqlite.Connection,
    home: Path,
    made: Made,
    *,
    before: Manifest | None,
    how: Way,
    stage: Literal["index", "settle"],
    removed: bool,
    complete: Callable[[None], Awaitable[object]],
    workers: Workers,
    on_progress: OnProgress,
    cancel: CancelToken,
) -> Manifest:
    """Build and publish the next generation. The old one, `before`, serves until the last step.

    `how`: "anew" builds the whole, so that nothing is left of what was there; "grown" adds to the one that serves
    where little has changed; so does "settled", which takes its tail in. `removed`: somebody took articles out, which
    is owed a build of the whole (`Manifest.owed`) if it is not one. What came since `before` must be analysed and
    embedded; before the whole is built, `complete` sees to all of it.
    """
    cancel.check()
    because = ""
    on_progress(Progress(stage=stage, done=0, total=1))
    if before is not None and how != "anew" and made.made(before):
        try:
            grown = await grow_generation(
                db, home, before, changes=await count_changes(db), removed=removed, takes_in=how == "settled",
                workers=workers, cancel=cancel,
            )  # fmt: skip
        except ArchiveError as error:
            grown, because = None, str(error)
            _log.warning("the index is built anew, for nothing can be added to the one that serves: %s", because)
        if grown is not None:
            cancel.check()
            generations.publish(home, grown.number)
            on_progress(Progress(stage=stage, done=1, total=1))
            return grown
    await complete(None)
    number = generations.next_number(home)
    made = replace(made, changes=await count_changes(db), because=because)
    async with _aside(workers, generations.building(home, number)) as folder:
        articles = await _write(
            db,
            folder,
            number,
            made,
            workers,
            cancel,
            lambda n, of: on_progress(Progress(stage=stage, done=n, total=of)),
        )
    cancel.check()
    generations.publish(home, number)
    on_progress(Progress(stage=stage, done=articles, total=articles))
    return generations.read_manifest(home, number)


@contextlib.asynccontextmanager
async def _aside(workers: Workers, context: AbstractContextManager[Path]) -> AsyncGenerator[Path]:
    """A context whose beginning and end wait for the disk, off the event loop."""
    folder = await workers.bulk(context.__enter__)
    try:
        yield folder
    except BaseException as error:
        await workers.bulk(context.__exit__, type(error), error, error.__traceback__)
        raise
    await workers.bulk(context.__exit__, None, None, None)


async def _write(
    db: aiosqlite.Connection,
    folder: Path,
    number: int,
    made: Made,
    workers: Workers,
    cancel: CancelToken,
    tell: Callable[[int, int], None],
) -> int:
    """Fill a folder in portions of articles, so that memory holds columns and names of the whole and nothing else.

    Returns their count. `tell` hears before each portion how many of how many are written.
    """
    every = await current_rows(db)
    portions = [every[first : first + _PORTION] for first in range(0, len(every), _PORTION)]
    corrections = await corrections_of(db)
    hidden = frozenset(one.name for one in await hidden_speakers(db))
    with read_whole():
        records = await every_record(db)
    named = book = await workers.bulk(_book, records, corrections)
    hidden = called_now(hidden, named.speakers)
    if hidden:
        records = []
        for portion in portions:
            cancel.check()
            rows, _, _ = await workers.bulk(_without, await _read(db, portion), named, hidden)
            records += records_of(rows)
        book = await workers.bulk(_book, records, corrections)
    writer = await workers.bulk(_Writer, folder, book, await sources_of(db))
    for before, portion in enumerate(portions):
        cancel.check()
        tell(before * _PORTION, len(every))
        rows = await _read(db, portion)
        vectors = await vectors_of(db, made.model, rows.passage_hashes, made.dimension)
        await workers.bulk(writer.add, rows, vectors, named, hidden)
    cancel.check()
    await workers.bulk(writer.finish, number, made, records)
    return len(every)


async def _read(db: aiosqlite.Connection, portion: Sequence[int]) -> Rows:
    with read_whole():
        return await collect(db, portion)


def _book(records: Records, corrections: Sequence[Correction]) -> SpeakerBook:
    return corrected_book((record for _, record in records), corrections)


class _Writer:
    """Takes portions of articles, in order, and writes what a generation holds of them."""

    def __init__(self, folder: Path, book: SpeakerBook, sources: Sequence[str]) -> None:
        self._folder = folder
        self._book = book
        self._sources = {name: i for i, name in enumerate(sources)}
        self._words = WordWriter(folder / "words")
        self._parts: list[Tables] = []
        self._masks: dict[int, Mapping[str, tuple[Span, ...]]] = {}
        self._loose: list[Loose] = []
        self._stored = [0, 0]  # passages and statements of the store: by these a generation is seen to be of it
        self._passages = 0
        (folder / _VECTORS).touch()

    def add(self, rows: Rows, vectors: Floats, named: SpeakerBook, hidden: frozenset[str]) -> None:
        """Write a portion; `vectors` of its passages. `named`: the book that knows those that are `hidden`."""
        self._stored[0] += len(rows.passages)
        self._stored[1] += len(rows.statements)
        masks: People = {}
        if hidden:
            rows, passages, masks = _without(rows, named, hidden)
            vectors = vectors[passages]
        part = tables_of(rows, self._book, self._sources)
        unseen = spans_of(masks)
        shown = replace(rows, articles=[(row, blanked(article, unseen.get(row, ()))) for row, article in rows.articles])
        self._words.add(documents_of(shown, part, self._book, first=self._passages))
        with (self._folder / _VECTORS).open("ab") as file:
            np.ascontiguousarray(vectors, dtype=np.float32).tofile(file)
        self._parts.append(part.narrowed())
        self._masks |= masks
        self._loose.append(loose_names(rows, self._book))
        self._passages += part.passages

    def finish(self, number: int, made: Made, records: Records) -> None:
        """Write the rest, the manifest last."""
        folder, tables = self._folder, Tables.stacked(self._parts)
        self._parts.clear()
        self._words.close()
        tables.save(folder / "tables.npz")
        kind = backend_of(made.vectors).build(folder, self._vectors(made.dimension), tables)
        (folder / _VECTORS).unlink()
        write_masks(folder, self._masks)
        write_speakers(folder, self._book, *self._loose)
        write_records(folder, records)
        open_to_all(folder)
        first, last, undated = tables.span()
        manifest = Manifest(
            format=generations.FORMAT,
            number=number,
            built_at=generations.now(),
            model=made.model,
            dimension=made.dimension,
            analysis=made.analysis,
            articles=len(tables.article_row),
            passages=self._stored[0],
            statements=self._stored[1],
            last_row=int(tables.article_row.max(initial=0)),
            sources=tuple(self._sources),
            first=first.isoformat() if first else None,
            last=last.isoformat() if last else None,
            undated=undated,
            speakers=len(self._book.speakers),
            vectors=made.vectors,
            changes=made.changes,
            because=made.because,
            ids=tables.passages,
            kind=kind,
        )
        generations.write_manifest(folder, manifest)

    def _vectors(self, dimension: int) -> Floats:
        """What was written of them, read from the disk as it is needed."""
        if not self._passages:
            return np.zeros((0, dimension), dtype=np.float32)
        shape = (self._passages, dimension)
        return np.memmap(self._folder / _VECTORS, dtype=np.float32, mode="r", shape=shape)


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
