"""A generation out of the one that serves: what came is added, what was replaced is left out, the rest is shared.

Vectors, words and records are files that never change and that both generations have (index/storage/linking.py);
columns and the book of speakers are written anew, without reading an article that was there before. The result is what
a build of the whole gives, to the letter, but for the names by which the indexes call passages, and for what words
weigh: those of an article that went count in the frequency of words until tantivy merges its segment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import aiosqlite
import numpy as np

from index.errors import ArchiveError
from index.indexing.kept import (
    Records,
    book_of,
    grow_records,
    loose_of,
    names_of,
    open_to_all,
    read_records,
    reading,
    write_speakers,
)
from index.indexing.lengthen import is_due, lengthen
from index.indexing.rows import Rows, collect, documents_of, loose_names, records_of, tables_of
from index.model import Article
from index.progress import CancelToken
from index.speakers.book import SpeakerBook
from index.speakers.correction import Correction
from index.speakers.corrections import corrected_book
from index.storage import generations
from index.storage.analyses import vectors_of
from index.storage.database import read_whole
from index.storage.generations import Manifest
from index.storage.lexical import WordIndex
from index.storage.sums import sum_of_file
from index.storage.tables import NONE, Floats, Int, Tables
from index.storage.tail import TABLES, Tail, whole_tables
from index.storage.touched import Since, touched_since
from index.storage.vectors import backend_of
from index.storage.who import corrections_of, hidden_speakers
from index.workers import Workers

_MUCH, _ANYWAY = 0.2, 500  # share of the articles, and number of them, beyond which the whole is built instead
_GAPS = 0.3  # of the names that the indexes have for passages, so many may stand for nothing


class _Whole(Exception):
    """Growing would cost what a build of the whole costs, or names stand for others now."""


@dataclass(frozen=True, slots=True)
class _Old:
    """The generation that is grown out of, as far as it stays."""

    folder: Path
    manifest: Manifest
    tables: Tables  # without what went
    records: Records  # of what stays and of what came
    names: dict[str, dict[str, str]]
    speakers: list[str]
    gone: Int  # what the indexes call passages that went
    again: frozenset[int]  # rows of articles whose names were placed one by one, or stand for others as loose ones


async def grow_generation(
    db: aiosqlite.Connection,
    home: Path,
    before: Manifest,
    *,
    changes: int,
    removed: bool,
    takes_in: bool,
    workers: Workers,
    cancel: CancelToken,
) -> Manifest | None:
    """The next generation, finished and not published; None: it is better to build the whole.

    `before` serves, and was made by the model, the rules and the engine of now. `removed`: somebody took articles out.
    `takes_in`: what stands in the tail becomes part of the whole. Raises ArchiveError where files of `before` are
    damaged: the whole can be built all the same.
    """
    if not backend_of(before.vectors).grows or before.articles == 0 or changes < before.changes:
        return None
    if await hidden_speakers(db):
        return None
    since = await touched_since(db, before.changes, before.last_row)
    if since.edited or len(since.came) + len(since.went) > max(_ANYWAY, _MUCH * before.articles):
        return None
    with read_whole():
        came = await collect(db, since.came)
    corrections = await corrections_of(db)
    vectors = await vectors_of(db, before.model, came.passage_hashes, before.dimension)
    cancel.check()
    if is_due(before, since) and not takes_in:
        return await workers.bulk(lengthen, home, before, since, came, vectors, changes, removed)
    if removed or before.owed:
        return None
    try:
        old, book = await workers.bulk(_book, home, before, since, came, corrections)
        with read_whole():
            renamed = await collect(db, _renamed(old, book))
        cancel.check()
        return await workers.bulk(_write, home, old, book, came, renamed, vectors, changes)
    except _Whole:
        return None


def _book(
    home: Path, before: Manifest, since: Since, came: Rows, corrections: Sequence[Correction]
) -> tuple[_Old, SpeakerBook]:
    """What stays of the generation before, and the book of speakers of now."""
    folder = generations.folder_of(home, before.number)
    codes = "passages.lists" in before.files  # and large: they are only shared, and checked by whoever opens them
    for name, told in before.files.items():
        if codes and name.startswith("passages."):
            continue
        with reading(folder):
            found = sum_of_file(folder / name)
        if found != told:
            raise ArchiveError(f"{folder / name}: is not what was written")
    with reading(folder):
        tables, tail = whole_tables(folder), Tail.read(folder)
        speakers = book_of(folder, tail).speakers
        names, loose = names_of(folder), loose_of(folder)
    gone = np.isin(tables.article_row, since.went)
    left = tables.without(gone)
    with reading(folder):
        records = read_records(folder, set(left.article_row.tolist()))
    if before.ids - left.passages > _GAPS * before.ids:
        raise _Whole
    old = _Old(
        folder=folder,
        manifest=before,
        tables=left,
        records=[*records, *records_of(came)],
        names=names,
        speakers=[speaker.name for speaker in speakers],
        gone=tables.ids[gone[tables.passage_article]],
        again=frozenset(() if tail is None else tail.tables.article_row.tolist()),
    )
    book = corrected_book((record for _, record in old.records), corrections)
    others = [row for name, (canonical, some) in loose.items() if book.canonical("", name) != canonical for row in some]
    return replace(old, again=old.again.union(others)), book


def _renamed(old: _Old, book: SpeakerBook) -> list[int]:
    """Rows of articles that stay, some of whose names stand for somebody else than before."""
    held = set(old.tables.article_row.tolist())
    rows = {record.article_id: row for row, record in old.records if row in held}
    others = {row for article, row in rows.items() if old.names.get(article) != book.names.get(article)}
    found = sorted(others | (old.again & held))
    if len(found) > max(_ANYWAY, _MUCH * len(held)):
        raise _Whole
    return found


def _write(
    home: Path, old: _Old, book: SpeakerBook, came: Rows, renamed: Rows, vectors: Floats, changes: int
) -> Manifest:
    number, ids = generations.next_number(home), old.manifest.ids
    called = np.arange(ids, ids + len(came.passages))
    sources = _sources(old, came.articles)
    places = {name: i for i, name in enumerate(sources)}
    kept = _renumbered(old, book, places)
    if renamed.articles:
        kept = _with_names_of(kept, renamed, tables_of(renamed, book, places))
    tables = kept.followed_by(tables_of(came, book, places), called)
    again = _passages_of(kept, renamed)
    documents = documents_of(came, tables, book, np.arange(kept.passages, tables.passages))
    documents += documents_of(renamed, tables, book, again)
    with generations.building(home, number) as folder:
        kind = backend_of(old.manifest.vectors).grow(old.folder, folder, vectors)
        if kind is None:
            raise _Whole
        tables.save(folder / TABLES)
        gone = np.concatenate([old.gone, tables.ids_of(again)])
        WordIndex.grow(old.folder / "words", folder / "words", gone.tolist(), documents)
        write_speakers(folder, book, loose_of(old.folder), loose_names(came, book), loose_names(renamed, book))
        grow_records(old.folder, folder, records_of(came))
        open_to_all(folder)
        manifest = _manifest(old, number, tables, sources, book, changes, kind)
        generations.write_manifest(folder, manifest, (old.folder, old.manifest))
    return generations.read_manifest(home, number)


def _manifest(
    old: _Old, number: int, tables: Tables, sources: Sequence[str], book: SpeakerBook, changes: int, kind: str
) -> Manifest:
    first, last, undated = tables.span()
    return replace(
        old.manifest,
        number=number,
        built_at=generations.now(),
        articles=len(tables.article_row),
        passages=tables.passages,
        statements=len(tables.statement_id),
        last_row=int(tables.article_row.max(initial=0)),
        sources=tuple(sources),
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        undated=undated,
        speakers=len(book.speakers),
        changes=changes,
        ids=old.manifest.ids + tables.passages - old.tables.passages,
        tail=0,
        before=0,
        kind=kind,
        because="",
    )


def _sources(old: _Old, came: Sequence[tuple[int, Article]]) -> list[str]:
    """The outlets of now, in order."""
    held = np.unique(old.tables.article_source)
    names = {old.manifest.sources[number] for number in held.tolist() if number != NONE}
    return sorted(names | {article.source for _, article in came if article.source})


def _renumbered(old: _Old, book: SpeakerBook, sources: dict[str, int]) -> Tables:
    """The tables of what stays with the numbers that speakers and outlets have now."""
    numbers = {speaker.name: i for i, speaker in enumerate(book.speakers)}
    speakers = np.array([*(numbers.get(name, NONE) for name in old.speakers), NONE], dtype=np.int64)
    outlets = np.array([*(sources.get(name, NONE) for name in old.manifest.sources), NONE], dtype=np.int64)
    tables = old.tables
    return replace(  # NONE is -1: the last place
        tables,
        article_source=outlets[tables.article_source],
        passage_speaker=speakers[tables.passage_speaker],
        statement_speaker=speakers[tables.statement_speaker],
        joined_speaker=speakers[tables.joined_speaker],
    )


def _passages_of(tables: Tables, some: Rows) -> Int:
    """The rows of the passages of some articles, rising."""
    articles = np.searchsorted(tables.article_row, [row for row, _ in some.articles])
    return np.flatnonzero(np.isin(tables.passage_article, articles))


def _with_names_of(tables: Tables, some: Rows, anew: Tables) -> Tables:
    """The tables with the speakers that some of their articles have in tables of these alone."""
    articles = np.searchsorted(tables.article_row, [row for row, _ in some.articles])
    passages = np.flatnonzero(np.isin(tables.passage_article, articles))
    statements = np.flatnonzero(np.isin(tables.statement_article, articles))
    if (len(passages), len(statements)) != (anew.passages, len(anew.statement_id)):
        raise _Whole
    spoken, said = tables.passage_speaker.copy(), tables.statement_speaker.copy()
    spoken[passages], said[statements] = anew.passage_speaker, anew.statement_speaker
    others = ~np.isin(tables.joined_statement, statements)
    joined = np.concatenate([tables.joined_statement[others], statements[anew.joined_statement]])
    who = np.concatenate([tables.joined_speaker[others], anew.joined_speaker])
    order = np.argsort(joined, kind="stable")
    return replace(
        tables,
        passage_speaker=spoken,
        statement_speaker=said,
        joined_statement=joined[order],
        joined_speaker=who[order],
    )
