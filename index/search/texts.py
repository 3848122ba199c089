"""What a generation shows of the store: articles and statements as they were when it was built, or nothing.

The store goes on changing while a generation serves. Every article and statement that is read for an answer must be
the one that the generation's offsets were made for, to the letter; another one, or a damaged one, is never shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import aiosqlite
import numpy as np

from index.blanks import blanked
from index.errors import ArchiveError
from index.model import Article, Passage, Statement
from index.search.snapshot import Snapshot
from index.speakers.book import SpeakerBook
from index.storage.analyses import statements_by_id
from index.storage.articles import articles_by_row
from index.storage.database import read_whole
from index.storage.sums import sum_of_article, sum_of_statement
from index.storage.tables import NONE, UNDATED

_MEND = "run `onrecord doctor`"


async def articles_of(db: aiosqlite.Connection, snapshot: Snapshot, places: Sequence[int]) -> dict[int, Article]:
    """Articles by their place in the tables. Raises ArchiveError where the store does not hold what was indexed."""
    tables = snapshot.generation.tables
    rows = {place: int(tables.article_row[place]) for place in dict.fromkeys(places)}
    with read_whole():
        found = await articles_by_row(db, list(rows.values())) if rows else {}
    return {place: _as_built(snapshot, place, found.get(row)) for place, row in rows.items()}


async def statements_of_places(
    db: aiosqlite.Connection, snapshot: Snapshot, places: Sequence[int]
) -> dict[int, Statement]:
    """Statements by their place in the tables. Raises ArchiveError where the store does not hold what was indexed."""
    tables = snapshot.generation.tables
    ids = {place: int(tables.statement_id[place]) for place in dict.fromkeys(places)}
    with read_whole():
        found = await statements_by_id(db, list(ids.values())) if ids else {}
    for place, number in ids.items():
        statement = found.get(number)
        if statement is None or sum_of_statement(statement) != tables.statement_sum[place]:
            raise ArchiveError(f"the store does not hold statement {number} as it was indexed; {_MEND}")
    return {place: found[number] for place, number in ids.items()}


def place_of(snapshot: Snapshot, rows: Sequence[int]) -> int | None:
    """The place in the tables of the one among some revisions that the generation holds; None: of none."""
    held = np.flatnonzero(np.isin(snapshot.generation.tables.article_row, list(rows)))
    return int(held[-1]) if len(held) else None


async def statements_within(db: aiosqlite.Connection, snapshot: Snapshot, place: int) -> tuple[Statement, ...]:
    """All statements of an article, by its place in the tables, in the order of the text."""
    tables = snapshot.generation.tables
    first, last = np.searchsorted(tables.statement_article, [place, place + 1])
    return tuple((await statements_of_places(db, snapshot, range(int(first), int(last)))).values())


def named_within(snapshot: Snapshot, place: int, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """All statements of an article with the names that their speakers have across the archive."""
    tables, speakers = snapshot.generation.tables, snapshot.book.speakers
    first = int(np.searchsorted(tables.statement_article, place))
    called: dict[str, str] = {}
    for at, s in enumerate(statements, start=first):
        number = int(tables.statement_speaker[at])
        if s.speaker is not None and number != NONE:
            called[s.speaker] = speakers[number].name
        joined = tables.joined_with(at)
        if len(joined) == len(s.joined_by):  # each by himself, and nobody left out
            called |= {name: speakers[who].name for name, who in zip(s.joined_by, joined, strict=True)}
    return tuple(named(s, called, snapshot.book) for s in statements)


async def own_words(
    db: aiosqlite.Connection, snapshot: Snapshot, place: int, span: tuple[int, int], names: Collection[str], text: str
) -> str | None:
    """What some people say within `[start, end)` of an article's `text`, by its place in the tables; None in a
    transcript's turns, each of which is one person's."""
    told = named_within(snapshot, place, await statements_within(db, snapshot, place))
    here = [one for one in told if one.start < span[1] and one.end > span[0]]
    if any(one.kind == "turn" for one in here):
        return None
    mine = [one for one in here if one.speaker in names or not set(names).isdisjoint(one.joined_by)]
    return "\n".join(text[one.start : one.end] for one in mine)


def named(statement: Statement, called: Mapping[str, str], book: SpeakerBook) -> Statement:
    """A statement whose people are `called` so, or as the book takes them."""

    def of(name: str) -> str:
        return called.get(name) or book.canonical("", name)

    return replace(
        statement,
        speaker=None if statement.speaker is None else of(statement.speaker),
        teller=None if statement.teller is None else of(statement.teller),
        joined_by=tuple(map(of, statement.joined_by)),
    )


def passages_within(snapshot: Snapshot, place: int) -> tuple[Passage, ...]:
    """All passages of an article, by its place in the tables, in the order of the text."""
    first, last = np.searchsorted(snapshot.generation.tables.passage_article, [place, place + 1])
    return tuple(passage_at(snapshot, row) for row in range(int(first), int(last)))


def passage_at(snapshot: Snapshot, row: int) -> Passage:
    """A passage of the tables; its speaker has the name that holds across the archive."""
    tables = snapshot.generation.tables
    number = int(tables.passage_speaker[row])
    context = (int(tables.passage_context_start[row]), int(tables.passage_context_end[row]))
    return Passage(
        start=int(tables.passage_start[row]),
        end=int(tables.passage_end[row]),
        speaker=None if number == NONE else snapshot.book.speakers[number].name,
        context=None if context[0] == NONE else context,
    )


def _as_built(snapshot: Snapshot, place: int, article: Article | None) -> Article:
    tables = snapshot.generation.tables
    if article is None or sum_of_article(article) != tables.article_sum[place]:
        name = f"revision {int(tables.article_row[place])}" if article is None else f"article {article.id!r}"
        raise ArchiveError(f"the store does not hold {name} as it was indexed; {_MEND}")
    source, day = int(tables.article_source[place]), int(tables.article_day[place])
    article = blanked(article, snapshot.masks.get(int(tables.article_row[place]), ()))
    return replace(
        article,
        source=None if source == NONE else snapshot.manifest.sources[source],
        date=None if day == UNDATED else dt.date.fromordinal(day),
    )
