"""Dates of running prose, counted from an article's day: the grammar of questions, read more strictly."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.language.calendar import FEASTS, MONTHS, PARTS_OF_DAY, SHORT_MONTHS, WEEKDAYS
from index.language.english import ADVERBS
from index.query.time.calendar import Point, Window, resolve
from index.query.time.points import PointReader
from index.query.tokens import Token, is_boundary, tokenize

_DATES = re.compile(
    r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|yesterday|ago|(?:last|this|past|earlier)\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|(?:1[5-9]|2[01])\d\d\b)"
)
_MOST_OPEN = 300  # days back that a date without a year may lie: "on 3 March" is not said of last year's
_FULL_WEEK = 6  # days back from which a bare weekday is rather the one to come


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as written at `[start, end)` of the text that was read, and the days that it names.

    `coarse`: a month or year, which dates something only behind "in".
    """

    window: Window
    start: int
    end: int
    coarse: bool


def reads_a_date(text: str) -> bool:
    """Whether a text may hold a date at all: a quick look."""
    return bool(_DATES.search(text))


class Clock:
    """Reads dates as of the day on which an article was published; None: only dates with a year can be read."""

    def __init__(self, day: dt.date | None) -> None:
        self.day = day

    def days_in(self, text: str) -> Iterator[Dated]:
        """Every single day, with its year, that a text names."""
        tokens = tokenize(text)
        at = 0
        while at < len(tokens):
            found = self.read(tokens, at)
            if found is not None and not found[0].coarse:
                yield found[0]
            at = at + 1 if found is None else found[1]

    def read(self, tokens: tuple[Token, ...], at: int) -> tuple[Dated, int] | None:
        """The date at a token and the place after it; None where none stands there, or it is unsure which it is."""
        if self.low(tokens, at) in {"on", "in", "the"}:
            return None
        try:
            found = PointReader(tokens, self.day or dt.date(2000, 1, 1)).point(at)
        except OverflowError:
            return None
        if found is None or not self._written(tokens, at, found[1]):
            return None
        point, after = found
        window = self._window(point, tokens, at)
        if window is None or tokens[after - 1].possessive:
            return None
        coarse = point.grain not in {"day", "relative"}
        return Dated(window, tokens[at].start, tokens[after - 1].end, coarse), after

    def opens(self, tokens: tuple[Token, ...], at: int) -> bool:
        """Whether a date stands at a token."""
        return self.read(tokens, at) is not None

    def may_follow(self, tokens: tuple[Token, ...], at: int) -> bool:
        """Whether a date can end before a token: it modifies nothing there."""
        low = tokens[at].low
        return is_boundary(low) or low in ADVERBS or low in PARTS_OF_DAY or low.endswith("ly") or tokens[at].capital

    @staticmethod
    def low(tokens: tuple[Token, ...], at: int) -> str:
        """The word of a token in lower case; empty beyond the ends."""
        return tokens[at].low if 0 <= at < len(tokens) else ""

    def _written(self, tokens: tuple[Token, ...], at: int, after: int) -> bool:
        """Whether names of months and days have their capitals: "said may" is no month."""
        if self.low(tokens, at - 1) in FEASTS or (after < len(tokens) and tokens[after].dashed):
            return False  # "Super Tuesday", "17-23 January"
        names = MONTHS.keys() | SHORT_MONTHS.keys() | WEEKDAYS.keys()
        named = [token.low in names for token in tokens[at:after]]
        capital = [token.capital for token in tokens[at:after]]
        if any(big and not name for big, name in zip(capital[1:], named[1:], strict=True)):
            return False  # "This Week" is broadcast
        return all(big for big, name in zip(capital, named, strict=True) if name)

    def _window(self, point: Point, tokens: tuple[Token, ...], at: int) -> Window | None:
        if point.other is not None or point.grain == "decade":
            return None
        if self.day is None:
            return None if point.fixed is not None or point.year is None else resolve(point, point.year)
        if point.open:
            window = resolve(point, self.day.year)
            if window is None or window[0] > self.day:
                window = resolve(point, self.day.year - 1)
            if window is None or (self.day - window[1]).days > _MOST_OPEN:
                return None
        else:
            window = point.fixed if point.part is None else None
            window = window or resolve(point, point.year or self.day.year)
        if window is None or window[0] > self.day:
            return None
        window = (window[0], min(window[1], self.day))
        sure = point.grain != "relative" or self._sure(window, self.day, tokens, at)
        return window if sure else None

    @staticmethod
    def _sure(window: Window, day: dt.date, tokens: tuple[Token, ...], at: int) -> bool:
        """Whether a weekday can only be the one that it is taken for: "last Friday" may be of this week or before."""
        words = [tokens[k].low for k in range(at, min(at + 3, len(tokens)))]
        if words[0] in WEEKDAYS:
            return (day - window[0]).days < _FULL_WEEK
        if words[0] in {"last", "past", "previous"} and len(words) > 1 and words[1] in WEEKDAYS:
            return window[0].isocalendar()[:2] != day.isocalendar()[:2]
        return True
