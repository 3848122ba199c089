"""The columns of one generation: which passage and statement lies where, by whom, when and in which outlet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.model import Span

Int = NDArray[np.int64]
Bool = NDArray[np.bool_]
Floats = NDArray[np.float32]
NONE = -1  # no speaker, no source, no passage
EXACT = 100_000  # passages up to which every vector is compared with the question
LATEST = 4_000_000  # an ordinal after all days
UNDATED = 0  # day of an article without a date; real days are proleptic Gregorian ordinals, from 1


def _none() -> Int:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Days:
    """When something must have been said, in ordinals, both ends inclusive; None: open.

    `grace`: how many days later it may have been published, where nothing tells when it was said.
    """

    since: int | None = None
    until: int | None = None
    grace: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """What every hit must meet. None: no such condition. Days are ordinals; `until` is inclusive.

    `sources` and `speakers` are positions in the generation's lists; an empty set lets nothing through.
    `since` and `until` are of publication; `said` are windows of saying, all of which hold.
    `newer`: only articles from that place in the tables on, and the row of their first passage.
    """

    sources: frozenset[int] | None = None
    speakers: frozenset[int] | None = None
    since: int | None = None
    until: int | None = None
    newer: tuple[int, int] | None = None
    said: tuple[Days, ...] = ()

    @property
    def published(self) -> bool:
        """Whether a time of publication was asked for; then undated articles are left out."""
        return self.since is not None or self.until is not None

    @property
    def has_window(self) -> bool:
        """Whether a time was asked for; then what has no date is left out."""
        return self.published or bool(self.said)


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Tables:
    """Parallel columns. Passages and statements are in order of article and place.

    `pair_statement[i]` overlaps `pair_passage[i]`: a statement may run over several passages, and a passage
    may hold several statements.
    """

    article_row: Int
    article_day: Int
    article_source: Int
    article_sum: Int  # `sums.sum_of_article`: the text that the offsets are of
    passage_article: Int
    passage_start: Int
    passage_end: Int
    passage_context_start: Int
    passage_context_end: Int
    passage_speaker: Int
    statement_id: Int
    statement_article: Int
    statement_start: Int
    statement_end: Int
    statement_speaker: Int
    statement_turn: Int  # 1: a whole turn
    statement_since: Int  # first day on which it was said; UNDATED: nothing tells
    statement_until: Int  # last day
    statement_told: Int  # 1: the text or its transcript tells that day, 0: nothing but its publication
    statement_sum: Int  # `sums.sum_of_statement`
    pair_statement: Int
    pair_passage: Int
    # joined_speaker[i] says joined_statement[i] together with its speaker; in order of the statements
    joined_statement: Int = field(default_factory=_none)
    joined_speaker: Int = field(default_factory=_none)
    # What a passage is called in the indexes of vectors and words, rising; none: its row. A generation that grew out of
    # another one keeps its indexes, and what went leaves a gap.
    passage_id: Int = field(default_factory=_none)

    @property
    def passages(self) -> int:
        """How many passages."""
        return len(self.passage_article)

    def span(self) -> tuple[dt.date | None, dt.date | None, int]:
        """The first and last day of publication, and how many articles have none."""
        dated = self.article_day[self.article_day != UNDATED]
        ends = (dt.date.fromordinal(int(day)) for day in (dated.min(), dated.max())) if len(dated) else (None, None)
        first, last = ends
        return first, last, len(self.article_day) - len(dated)

    @property
    def ids(self) -> Int:
        """What each passage is called in the indexes."""
        return self.passage_id if len(self.passage_id) else np.arange(self.passages)

    def ids_of(self, rows: Int) -> Int:
        """What some passages are called in the indexes."""
        return self.passage_id[rows] if len(self.passage_id) else rows

    def rows_of(self, ids: Int) -> Int:
        """The rows of passages by what they are called in the indexes; all must be there."""
        return np.searchsorted(self.passage_id, ids) if len(self.passage_id) else ids

    def save(self, path: Path) -> None:
        """Write all columns to one uncompressed .npz, each in the narrowest integers that hold it."""
        narrow = self.narrowed()
        columns: dict[str, Any] = {one.name: getattr(narrow, one.name) for one in fields(self)}
        np.savez(path, **columns)

    def narrowed(self) -> Tables:
        """The same columns in the narrowest integers that hold them: a third of the memory, to be `stacked` alone."""
        return Tables(**{one.name: _narrow(getattr(self, one.name)) for one in fields(self)})

    @classmethod
    def load(cls, path: Path) -> Tables:
        """Read what `save` wrote; raises OSError, ValueError or KeyError for a damaged file."""
        with np.load(path, allow_pickle=False) as columns:
            return cls(**{one.name: columns[one.name].astype(np.int64) for one in fields(cls)})

    def without(self, gone: Bool) -> Tables:
        """The tables without some articles (mask); what is left keeps its order and what the indexes call it."""
        passages, statements = ~gone[self.passage_article], ~gone[self.statement_article]
        article, passage, statement = (np.cumsum(kept) - 1 for kept in (~gone, passages, statements))
        pairs, joined = statements[self.pair_statement], statements[self.joined_statement]
        columns = {
            one.name: getattr(self, one.name)[kept]
            for one in fields(self)
            for kept in [{"article": ~gone, "passage": passages, "statement": statements}.get(one.name.split("_")[0])]
            if kept is not None and one.name != "passage_id"
        }
        columns["passage_article"] = article[columns["passage_article"]]
        columns["statement_article"] = article[columns["statement_article"]]
        return Tables(
            **columns,
            pair_statement=statement[self.pair_statement[pairs]],
            pair_passage=passage[self.pair_passage[pairs]],
            joined_statement=statement[self.joined_statement[joined]],
            joined_speaker=self.joined_speaker[joined],
            passage_id=self.ids[passages],
        )

    def followed_by(self, more: Tables, called: Int) -> Tables:
        """These tables and others behind them, whose passages the indexes call `called`."""
        ids = np.concatenate([self.ids, called])
        same = np.array_equal(ids, np.arange(len(ids)))
        return replace(Tables.stacked([self, more]), passage_id=_none() if same else ids)

    @classmethod
    def stacked(cls, parts: Sequence[Tables]) -> Tables:
        """Tables of articles that follow each other as one; passages are called by their rows."""
        starts = {
            "article": np.cumsum([0, *(len(part.article_row) for part in parts)]),
            "passage": np.cumsum([0, *(part.passages for part in parts)]),
            "statement": np.cumsum([0, *(len(part.statement_id) for part in parts)]),
        }
        columns: dict[str, Int] = {}
        for one in fields(cls):
            second = one.name.partition("_")[2]
            start = starts.get(second, [0] * len(parts))  # a column named after what its numbers are places of
            if one.name != "passage_id":
                own = [getattr(part, one.name).astype(np.int64) for part in parts]
                columns[one.name] = np.concatenate([_none(), *(one + at for one, at in zip(own, start, strict=False))])
        return cls(**columns)

    def allowed_articles(self, wanted: Filter) -> Bool:
        """Mask over articles: outlet and time."""
        mask = np.ones(len(self.article_row), dtype=np.bool_)
        if wanted.sources is not None:
            mask &= np.isin(self.article_source, list(wanted.sources))
        if wanted.newer is not None:
            mask[: wanted.newer[0]] = False
        if wanted.published:
            mask &= self.article_day != UNDATED
        if wanted.since is not None:
            mask &= self.article_day >= wanted.since
        if wanted.until is not None:
            mask &= self.article_day <= wanted.until
        return mask

    def allowed_statements(self, wanted: Filter) -> Bool:
        """Mask over statements: outlet, time and speaker."""
        mask = self.allowed_articles(wanted)[self.statement_article]
        if wanted.speakers is not None:
            mask &= self.said_by(np.arange(len(mask)), wanted.speakers)
        if wanted.said:
            mask &= self.said_in(np.arange(len(mask)), wanted)
        return mask

    def said_in(self, statements: Int, wanted: Filter) -> Bool:
        """Mask over these statements: said in the windows, by what tells it, else by the publication."""
        since, until = self.statement_since[statements], self.statement_until[statements]
        told = self.statement_told[statements] == 1
        mask = since != UNDATED
        for days in wanted.said:
            if days.since is not None:
                mask &= since >= days.since
            if days.until is not None:
                mask &= until <= np.where(told, days.until, days.until + days.grace)
        return mask

    def tiers(self, passages: Int, wanted: Filter) -> Int:
        """For each passage how it meets the windows of saying.

        0: a statement in it that meets the filter is told to be of then, or no such window is asked for; 1: it was
        published then; 2: it was published in the days of grace.
        """
        tiers = np.zeros(len(passages), dtype=np.int64)
        if not wanted.said:
            return tiers
        told = self.allowed_statements(wanted) & (self.statement_told == 1)
        surely = np.zeros(self.passages, dtype=np.bool_)
        surely[self.pair_passage[told[self.pair_statement]]] = True
        day = self.article_day[self.passage_article[passages]]
        last = min((days.until for days in wanted.said if days.until is not None), default=None)
        late = np.zeros(len(passages), dtype=np.bool_) if last is None else day > last
        tiers[~surely[passages]] = 1
        tiers[~surely[passages] & late] = 2
        return tiers

    def said_by(self, places: Int, speakers: Collection[int]) -> Bool:
        """Mask over statements at `places`: one of the speakers says it, alone or together with others."""
        mask = np.isin(self.statement_speaker[places], list(speakers))
        joined = self.joined_statement[np.isin(self.joined_speaker, list(speakers))]
        return mask | np.isin(places, joined) if len(joined) else mask

    def joint_speakers(self, place: int) -> tuple[int, ...]:
        """All who say a statement, its speaker first; empty where it has none."""
        all_of_them = (int(self.statement_speaker[place]), *self.joined_with(place))
        return tuple(number for number in dict.fromkeys(all_of_them) if number != NONE)

    def joined_with(self, place: int) -> list[int]:
        """Who says a statement together with its speaker, in order of its names."""
        first, last = np.searchsorted(self.joined_statement, [place, place + 1])
        return self.joined_speaker[first:last].tolist()

    def speakers_in(self, passages: Int | None = None) -> list[tuple[int, ...]]:
        """For each passage, or each of some (rising), whose filter lets it through: who says some of it, alone or
        together, in order of number."""
        rows = np.arange(self.passages) if passages is None else passages
        numbers = self.passage_speaker[rows].tolist()
        spoken = {row: {number} - {NONE} for row, number in zip(rows.tolist(), numbers, strict=True)}
        pairs = np.flatnonzero(np.isin(self.pair_passage, rows)) if passages is not None else slice(None)
        said, within = self.pair_statement[pairs].tolist(), self.pair_passage[pairs].tolist()
        for statement, passage in zip(said, within, strict=True):
            spoken[passage].update(self.joint_speakers(statement))
        return [tuple(sorted(found)) for found in spoken.values()]

    def said_within(self) -> tuple[Int, Int]:
        """For each passage the first and the last day of its publication and of all that is said in it.

        UNDATED, twice, where there is none. What meets a window of saying overlaps them; some that overlaps does not.
        """
        day = self.article_day[self.passage_article]
        since, until = np.where(day == UNDATED, LATEST, day), day.copy()
        dated = self.statement_since[self.pair_statement] != UNDATED
        rows, said = self.pair_passage[dated], self.pair_statement[dated]
        np.minimum.at(since, rows, self.statement_since[said])
        np.maximum.at(until, rows, self.statement_until[said])
        return np.where(until == UNDATED, UNDATED, since), until

    def allowed_passages(self, wanted: Filter) -> Bool:
        """Mask over passages: outlet, time, and holding words of a wanted speaker.

        Under a window of saying a passage holds a statement that meets it; one without any statement counts by its
        article's day.
        """
        mask = self.allowed_articles(wanted)[self.passage_article]
        if wanted.said:
            ok = np.zeros(len(mask), dtype=np.bool_)
            ok[self.pair_passage[self.allowed_statements(wanted)[self.pair_statement]]] = True
            plain = np.ones(len(mask), dtype=np.bool_)
            plain[self.pair_passage] = False
            mask &= ok | (plain & self._published_in(wanted)[self.passage_article])
        if wanted.speakers is not None:
            speakers = list(wanted.speakers)
            spoken = np.isin(self.passage_speaker, speakers)
            said = self.said_by(self.pair_statement, wanted.speakers)
            spoken[self.pair_passage[said]] = True
            mask &= spoken
        return mask

    def _published_in(self, wanted: Filter) -> Bool:
        """Mask over articles: published in the windows of saying or their days of grace."""
        mask = self.article_day != UNDATED
        for days in wanted.said:
            if days.since is not None:
                mask &= self.article_day >= days.since
            if days.until is not None:
                mask &= self.article_day <= days.until + days.grace
        return mask

    def undated_left_out(self, wanted: Filter) -> int:
        """Articles without a date that meet all but the time window, and say nothing that is dated by its text."""
        if not wanted.has_window:
            return 0
        rest = Filter(sources=wanted.sources, newer=wanted.newer)
        undated = self.allowed_articles(rest) & (self.article_day == UNDATED)
        if not wanted.published:
            undated[self.statement_article[self.statement_since != UNDATED]] = False
        return int(np.sum(undated))


def _narrow(column: Int) -> NDArray[Any]:
    """The same numbers in the narrowest signed integers."""
    low, high = (int(column.min()), int(column.max())) if len(column) else (0, 0)
    fitting = (
        kind for kind in (np.int8, np.int16, np.int32) if np.iinfo(kind).min <= low <= high <= np.iinfo(kind).max
    )
    return column.astype(next(fitting, np.int64))


def overlaps(
    passages: Sequence[tuple[int, int, int]], statements: Sequence[tuple[int, int, int]]
) -> tuple[list[int], list[int]]:
    """Pairs (statement, passage) of one article that share a character.

    Both sequences are (article, start, end) in order of article and start; passages do not overlap.
    """
    by_article: dict[int, list[int]] = {}
    for i, (article, _, _) in enumerate(passages):
        by_article.setdefault(article, []).append(i)
    left: list[int] = []
    right: list[int] = []
    for i, (article, start, end) in enumerate(statements):
        for j in by_article.get(article, ()):
            if passages[j][1] < end and start < passages[j][2]:
                left.append(i)
                right.append(j)
    return left, right


def day_of(date: dt.date | None) -> int:
    """A date as stored in the tables."""
    return UNDATED if date is None else date.toordinal()


def date_of(day: int) -> dt.date | None:
    """The date that `day_of` gave the number."""
    return None if day == UNDATED else dt.date.fromordinal(day)


def room_of(tables: Tables, row: int, length: int) -> Span:
    """The span that a passage may grow over: its turn in a transcript, else the whole article."""
    speaker, context, article = tables.passage_speaker, tables.passage_context_start, tables.passage_article
    first, last = np.searchsorted(article, [article[row], article[row] + 1])
    if np.all(speaker[first:last] == NONE) and np.all(context[first:last] == NONE):
        return 0, length

    def same(other: int) -> bool:
        return (
            0 <= other < tables.passages
            and article[other] == article[row]
            and speaker[other] == speaker[row]
            and context[other] == context[row]
        )

    first = last = row
    while same(first - 1):
        first -= 1
    while same(last + 1):
        last += 1
    return int(tables.passage_start[first]), int(tables.passage_end[last])
