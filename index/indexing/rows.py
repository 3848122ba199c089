"""What a generation is made of: articles, passages and statements of the store, as columns, documents and records."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import aiosqlite
import numpy as np

from index.embedding.texts import context_words
from index.indexing.kept import Loose
from index.model import Article, Passage, Statement
from index.names.kinds import is_name
from index.speakers.book import SpeakerBook, SpeakerRecord
from index.storage.analyses import as_passage, as_statement, every_name, every_passage, every_statement
from index.storage.articles import every_article
from index.storage.lexical import Document
from index.storage.sums import key_of_name, sum_of_article, sum_of_statement
from index.storage.tables import NONE, Int, Tables, day_of, overlaps

_Place = tuple[int, str, dt.date | None]  # row, id and date of an article


@dataclass(slots=True)
class Rows:
    """What a generation holds, all of it or of some articles, in order of article and place.

    Passages and statements name their article by its place in `articles`.
    """

    articles: list[tuple[int, Article]] = field(default_factory=list[tuple[int, Article]])
    passages: list[tuple[int, int, Passage]] = field(default_factory=list[tuple[int, int, Passage]])
    passage_hashes: list[bytes] = field(default_factory=list[bytes])
    statements: list[tuple[int, int, Statement]] = field(default_factory=list[tuple[int, int, Statement]])


async def collect(db: aiosqlite.Connection, some: Sequence[int] | None = None) -> Rows:
    """All current articles with what was found in them, or some by their rows (rising)."""
    rows = Rows()
    places: dict[int, int] = {}
    async for row, article in every_article(db, some):
        places[row] = len(rows.articles)
        rows.articles.append((row, article))
    async for row in every_passage(db, some):
        rows.passages.append((row["id"], places[row["article_row"]], as_passage(row)))
        rows.passage_hashes.append(row["hash"])
    async for row in every_statement(db, some):
        rows.statements.append((row["id"], places[row["article_row"]], as_statement(row)))
    return rows


def records_of(rows: Rows) -> list[tuple[int, SpeakerRecord]]:
    """One record for each article and name, with the article's row."""
    named = _Named()
    for _, place, s in rows.statements:
        row, article = rows.articles[place]
        named.add((row, article.id, article.date), s.speaker, s.role, s.mention, s.joined_by, resolved=s.resolved)
    return named.records()


async def every_record(db: aiosqlite.Connection) -> list[tuple[int, SpeakerRecord]]:
    """`records_of` of the whole store, without reading it into memory."""
    named = _Named()
    async for s in every_name(db):
        date = dt.date.fromisoformat(s["date"]) if s["date"] else None
        joined = json.loads(s["joined_by"]) if s["joined_by"] != "[]" else ()
        place = (s["row"], s["id"], date)
        named.add(place, s["speaker"], s["role"], s["mention"], joined, resolved=bool(s["resolved"]))
    return named.records()


class _Named:
    """What each article says of each name, gathered statement by statement; an article's statements come together.

    Half a million records are in memory at once, so that what is said in many of them is one object in all.
    """

    def __init__(self) -> None:
        self._records: list[tuple[int, SpeakerRecord]] = []
        self._place: _Place | None = None
        self._said: dict[str, list[tuple[str | None, str | None, bool]]] = {}
        self._words: dict[str, str] = {}
        self._several: dict[tuple[str, ...], tuple[str, ...]] = {}

    def add(
        self,
        place: _Place,
        speaker: str | None,
        role: str | None,
        mention: str | None,
        joined_by: Sequence[str],
        *,
        resolved: bool,
    ) -> None:
        """Take in who says a statement; what it calls several together says nothing of one."""
        if self._place is None or place[0] != self._place[0]:
            self._end()
            self._place = place
        if speaker:
            self._said.setdefault(speaker, []).append((role, None if joined_by else mention, resolved))
        for name in joined_by:
            self._said.setdefault(name, []).append((None, None, resolved))

    def records(self) -> list[tuple[int, SpeakerRecord]]:
        """Everything that was taken in, with the article's row."""
        self._end()
        return self._records

    def _end(self) -> None:
        """The article is whole: make its records."""
        if self._place is None:
            return
        row, article, date = self._place
        for name, found in self._said.items():
            record = SpeakerRecord(
                name=self._words.setdefault(name, name),
                article_id=article,
                date=date,
                roles=self._shared(role for role, _, _ in found),
                statements=len(found),
                resolved=any(resolved for _, _, resolved in found),
                mentions=self._shared(mention for _, mention, _ in found),
            )
            self._records.append((row, record))
        self._said.clear()

    def _shared(self, words: Iterable[str | None]) -> tuple[str, ...]:
        some = tuple(dict.fromkeys(self._words.setdefault(word, word) for word in words if word))
        return self._several.setdefault(some, some)


def names_in(rows: Rows) -> set[str]:
    """All that their articles call anybody who speaks."""
    said = [name for _, _, s in rows.statements for name in (s.speaker, *s.joined_by)]
    return {name for name in (*said, *(p.speaker for _, _, p in rows.passages)) if name is not None}


def loose_names(rows: Rows, book: SpeakerBook) -> Loose:
    """Names that the book does not know in the articles that have them: what it takes each for, and the articles' rows.

    What is nobody's name always stands for itself, and is left out.
    """
    given = [(place, p.speaker) for _, place, p in rows.passages]
    given += [(place, name) for _, place, s in rows.statements for name in (s.speaker, *s.joined_by)]
    found: Loose = {}
    for place, name in dict.fromkeys(given):
        row, article = rows.articles[place]
        if name is not None and is_name(name) and name not in book.names.get(article.id, {}):
            found.setdefault(name, (book.canonical("", name), []))[1].append(row)
    return found


def tables_of(rows: Rows, book: SpeakerBook, sources: Mapping[str, int]) -> Tables:
    """The columns; `sources`: the number of each outlet."""
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


def documents_of(
    rows: Rows, tables: Tables, book: SpeakerBook, places: Int | None = None, first: int = 0
) -> list[Document]:
    """One document for each passage; its speakers are those whose filter lets it through.

    `places`: the rows in the tables (rising) that these passages are, where they are some of them; `first`: what the
    indexes call the first of the tables, where these are a part.
    """
    at = np.arange(len(rows.passages)) if places is None else places
    spoken = tables.speakers_in(places)
    since, until = tables.said_within()
    called = (tables.ids_of(at) + first).tolist()
    keys = {number: key_of_name(book.speakers[number].name) for number in {n for some in spoken for n in some}}
    documents: list[Document] = []
    for i, (row, (_, place, passage)) in enumerate(zip(at.tolist(), rows.passages, strict=True)):
        article = rows.articles[place][1]
        documents.append(
            Document(
                row=called[i],
                text=article.text[passage.start : passage.end],
                context=context_words(article, passage),
                title=article.title or "",
                speaker=" ; ".join(book.speakers[number].name for number in spoken[i]),
                source=article.source or "",
                day=day_of(article.date),
                said=(int(since[row]), int(until[row])),
                source_number=key_of_name(article.source) if article.source else NONE,
                speaker_numbers=tuple(keys[number] for number in spoken[i]),
            )
        )
    return documents
