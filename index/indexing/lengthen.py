"""A large generation out of the one that serves: only its tail is written, whatever it holds.

`grow` writes columns and book anew, work for every name of the archive. Here the names that came are placed in the book
as it stands (`speakers.placing`), and columns and speakers who are others by that stand in files of their own behind
the shared ones (`storage.tail`). When the tail is no longer short, `grow` takes it in, while what has it serves.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np

from index.errors import ArchiveError
from index.indexing.kept import PEOPLE, Few, grow_records, open_to_all, reading
from index.indexing.rows import Rows, documents_of, names_in, records_of, tables_of
from index.speakers.book import as_data, speakers_of
from index.speakers.placing import place
from index.storage import generations
from index.storage.generations import LOOKUP, SPEAKERS, Manifest
from index.storage.lexical import WordIndex
from index.storage.linking import share
from index.storage.sums import sum_of_file
from index.storage.tables import NONE, UNDATED, Floats, Int, Tables, date_of
from index.storage.tail import FILES, TABLES, Tail
from index.storage.touched import Since
from index.storage.vectors import backend_of

LARGE = 5_000  # passages from which a generation grows by its tail: below, the whole takes half a second
_TAIL = 1000  # articles that may stand in it
_LEAST, _MOST = 0.01, 0.03  # but this share of all always, and never more than that one


def is_due(before: Manifest, since: Since) -> bool:
    """Whether the next generation is to be this one with a longer tail, also one that must be taken in afterwards."""
    more, longest = len(since.came) + len(since.went), _longest(before)
    return before.passages >= LARGE and more <= longest and before.tail + more <= 2 * longest


def unsettled(home: Path, manifest: Manifest) -> Literal["settled", "anew"] | None:
    """How what a tail has put off is to be done, now that the generation serves; None: nothing is due."""
    if manifest.owed:
        return "anew"
    folder = generations.folder_of(home, manifest.number)
    crowded = manifest.tail > 0 and backend_of(manifest.vectors).crowded(folder)
    return "settled" if crowded or manifest.tail > _longest(manifest) else None


def _longest(manifest: Manifest) -> float:
    """Articles that its tail may hold."""
    return max(_LEAST * manifest.articles, min(_TAIL, _MOST * manifest.articles))


def lengthen(
    home: Path, before: Manifest, since: Since, came: Rows, vectors: Floats, changes: int, removed: bool = False
) -> Manifest | None:
    """The next generation, finished and not published; None: its vectors must be built anew.

    `removed`: somebody took out articles, whose words still lie in its files, where no search finds them.
    Raises ArchiveError where a file that is read is damaged; those that are only shared are checked by who opens them.
    """
    folder = generations.folder_of(home, before.number)
    _check(folder, before, {TABLES, SPEAKERS, *LOOKUP, *FILES})
    with reading(folder):
        tail = Tail.read(folder)
        went = _Went.of(folder, since.went, () if tail is None else tail.gone.tolist())
        few = Few.of(folder, tail, names_in(came))
    records = records_of(came)
    placed = place(few.book, [record for _, record in records], few.taken)
    book = few.book.grown(placed.speakers, placed.names)
    new = range(few.total, few.total + len(book.speakers) - len(few.numbers))
    numbers = np.array([*few.numbers, *new, NONE], dtype=np.int64)  # NONE is -1: the last place
    outlets = sorted({article.source for _, article in came.articles if article.source} - set(before.sources))
    sources = (*before.sources, *outlets)
    more = tables_of(came, book, {name: i for i, name in enumerate(sources)})
    documents = documents_of(came, more, book, first=before.ids)
    more = replace(
        more,
        passage_speaker=numbers[more.passage_speaker],
        statement_speaker=numbers[more.statement_speaker],
        joined_speaker=numbers[more.joined_speaker],
    )
    called = np.arange(before.ids, before.ids + more.passages)
    behind, gone = replace(more, passage_id=called), np.array(since.went, dtype=np.int64)
    if tail is not None:
        left = ~np.isin(tail.tables.article_row, gone)
        went = went.also(tail.tables, gone)
        behind, gone = tail.tables.without(~left).followed_by(more, called), np.union1d(tail.gone, gone)
    changed = {
        **speakers_of(tail.speakers if tail else ""),
        **{int(numbers[at]): one for at, one in placed.speakers.items()},
    }
    text = json.dumps({str(at): as_data(changed[at]) for at in sorted(changed)}, ensure_ascii=False)
    number = generations.next_number(home)
    with generations.building(home, number) as target:
        kind = backend_of(before.vectors).grow(folder, target, vectors, crowds=True)
        if kind is None:
            return None
        for name in (TABLES, *PEOPLE):
            share(folder / name, target / name)
        Tail(behind, gone, text).write(target)
        WordIndex.grow(folder / "words", target / "words", went.ids.tolist(), documents)
        grow_records(folder, target, records)
        open_to_all(target)
        days = np.concatenate([went.days_left, behind.article_day])
        dated = days[days != UNDATED]
        manifest = replace(
            before,
            number=number,
            built_at=generations.now(),
            articles=len(days),
            passages=before.passages - len(went.ids) + more.passages,
            statements=before.statements - went.statements + len(more.statement_id),
            last_row=max([before.last_row, *more.article_row.tolist()]),
            sources=sources,
            first=str(date_of(int(dated.min()))) if len(dated) else None,
            last=str(date_of(int(dated.max()))) if len(dated) else None,
            undated=len(days) - len(dated),
            speakers=few.total + len(new),
            changes=changes,
            tail=before.tail + len(since.came) + len(since.went),
            before=before.number,
            owed=before.owed or removed,
            ids=before.ids + more.passages,
            kind=kind,
            because="",
        )
        generations.write_manifest(target, manifest, (folder, before))
    return generations.read_manifest(home, number)


@dataclass(frozen=True, slots=True)
class _Went:
    """What leaves the index with some articles."""

    ids: Int  # what the indexes call their passages
    statements: int
    days_left: Int  # of the articles of the whole columns that are still there

    @classmethod
    def of(cls, folder: Path, went: Collection[int], before: Collection[int]) -> _Went:
        """Of the columns that were written whole, as few as are wanted; `before`: what went earlier."""
        with np.load(folder / TABLES, allow_pickle=False) as columns:
            rows = columns["article_row"].astype(np.int64)
            leaving = np.isin(rows, list(went))
            days = columns["article_day"].astype(np.int64)[~leaving & ~np.isin(rows, list(before))]
            if not leaving.any():
                return cls(np.zeros(0, dtype=np.int64), 0, days)
            passages = np.flatnonzero(leaving[columns["passage_article"]])
            ids = columns["passage_id"].astype(np.int64)
            statements = int(np.sum(leaving[columns["statement_article"]]))
            return cls(ids[passages] if len(ids) else passages, statements, days)

    def also(self, tables: Tables, went: Int) -> _Went:
        """With what leaves the tail."""
        leaving = np.isin(tables.article_row, went)
        ids = tables.ids[leaving[tables.passage_article]]
        statements = int(np.sum(leaving[tables.statement_article]))
        return replace(self, ids=np.concatenate([self.ids, ids]), statements=self.statements + statements)


def _check(folder: Path, manifest: Manifest, names: Collection[str]) -> None:
    """Raise ArchiveError where one of these files of a generation is not what was written."""
    for name in sorted(names & manifest.files.keys()):
        with reading(folder):
            found = sum_of_file(folder / name)
        if found != manifest.files[name]:
            raise ArchiveError(f"{folder / name}: is not what was written")
