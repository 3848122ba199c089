"""Expressions of time that count from the day of asking: yesterday, last week, two weeks ago, the past 30 days."""

from __future__ import annotations

import datetime as dt

from index.language.calendar import (
    CALENDAR_UNITS,
    MONTHS,
    MONTHS_OF,
    NUMBERS,
    PARTS_OF_DAY,
    SEASONS,
    SHORT_MONTHS,
    UNITS,
    WEEKDAYS,
)
from index.query.time.calendar import FIRST_YEAR, LAST_YEAR, Point, Window, back_months, month_window, moved, resolve
from index.query.tokens import Token


class NumberReader:
    """Reads numbers and names of months at a place in the tokens."""

    def __init__(self, tokens: tuple[Token, ...], asked_on: dt.date) -> None:
        self.tokens = tokens
        self.today = asked_on

    def low(self, at: int) -> str:
        """The word of a token in lower case; empty beyond the ends."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def near(self, at: int) -> bool:
        """Whether token `at` follows with no more than a space, a comma or a full stop between."""
        return at < len(self.tokens) and self.tokens[at].gap.strip() in {"", ",", "."}

    def glued(self, at: int, marks: str) -> bool:
        """Whether token `at` follows with one of `marks` and no space."""
        return at < len(self.tokens) and len(self.tokens[at].gap) == 1 and self.tokens[at].gap in marks

    def digits(self, at: int, low: int, high: int) -> int | None:
        """The number of a token of at most four digits, within bounds that are included."""
        word = self.low(at)
        if word.isascii() and word.isdigit() and len(word) <= 4 and low <= int(word) <= high:
            return int(word)
        return None

    def year(self, at: int) -> int | None:
        """The year of a token of four digits."""
        return self.digits(at, FIRST_YEAR, LAST_YEAR) if len(self.low(at)) == 4 else None

    def day_number(self, at: int) -> int | None:
        """The day of a month: 5, 5th."""
        word = self.low(at)
        for ending in ("st", "nd", "rd", "th"):
            if word.endswith(ending) and word[:-2].isascii() and word[:-2].isdigit():
                word = word[:-2]
                break
        return int(word) if len(word) <= 2 and word.isascii() and word.isdigit() and 1 <= int(word) <= 31 else None

    def month(self, at: int, *, short: bool = True) -> int | None:
        """The number of a month by its name; `short`: by "Apr" too."""
        word = self.low(at)
        return MONTHS.get(word) or (SHORT_MONTHS.get(word) if short else None)

    def count(self, at: int) -> tuple[int, int, int] | None:
        """A number of things and the place after it: (least, most, place); "a few" is two to seven."""
        word = self.low(at)
        if word in {"a", "an", "one", "1"}:
            vague = self.low(at + 1)
            if vague == "couple":
                return 2, 2, at + (3 if self.low(at + 2) == "of" else 2)
            if vague == "few":
                return 1, 7, at + 2
            return 1, 1, at + 1
        if word == "couple":
            return 2, 2, at + (2 if self.low(at + 1) == "of" else 1)
        if word in {"few", "several", "some"}:
            return 1, 7, at + 1
        number = NUMBERS.get(word) or self.digits(at, 1, 999)
        return (number, number, at + 1) if number else None


class RelativeReader(NumberReader):
    """Reads what counts from the day of asking: each method gives the point and the place after it."""

    def _relative(self, at: int) -> tuple[Point, int] | None:
        word = self.low(at)
        if at < len(self.tokens) and self.tokens[at].possessive:
            return None
        if word in {"today", "tonight"} or (word == "this" and self.low(at + 1) in {"morning", "afternoon", "evening"}):
            return Point(grain="relative", fixed=(self.today, self.today)), at + (2 if word == "this" else 1)
        if word in {"yesterday", "vorgestern"}:
            return self._day_before(1 if word == "yesterday" else 2), self._after_part(at + 1)
        if word == "last" and self.low(at + 1) == "night":
            return Point(grain="relative", fixed=(moved(self.today, -1), self.today)), at + 2
        if [self.low(at + k) for k in range(4)] == ["the", "day", "before", "yesterday"]:
            return self._day_before(2), at + 4
        unit, behind = self.low(at + 1), [self.low(at + k) for k in (2, 3)]
        if word == "the" and unit in CALENDAR_UNITS and behind == ["before", "last"]:
            return Point(grain="relative", fixed=self._calendar(unit, 2)), at + 4
        if word in {"earlier", "later"} and self.low(at + 1) in {"this", "last"}:
            return self._relative(at + 1)
        start = at + 1 if word == "the" else at
        word = self.low(start)
        if word == "penultimate" and self.low(start + 1) in CALENDAR_UNITS:
            return Point(grain="relative", fixed=self._calendar(self.low(start + 1), 2)), start + 2
        if word not in {"this", "last", "past", "previous", "current", "preceding"}:
            return None
        if start > at and word == "this":
            return None
        return self.past_count(start) or self._named(
            start, 0 if word in {"this", "current"} else 1, definite=start > at
        )

    def _day_before(self, days: int) -> Point:
        """The day so many days ago. Raises OverflowError where there is none."""
        day = self.today - dt.timedelta(days)
        return Point(grain="relative", fixed=(day, day))

    def _after_part(self, at: int) -> int:
        """The place after "morning" or "night" at `at`, where one stands there."""
        return at + 1 if self.low(at) in PARTS_OF_DAY else at

    def past_count(self, at: int) -> tuple[Point, int] | None:
        """The past 30 days, the last two weeks, the last few months: up to and with the day of asking."""
        if self.low(at) in {"this", "current"}:
            return None
        counted = self.count(at + 1)
        if counted is None:
            return None
        unit = UNITS.get(self.low(counted[2]))
        if unit is None or self.low(counted[2] + 1) in {"of", "in"}:
            return None
        return Point(grain="relative", fixed=(self._back(unit, counted[1]), self.today)), counted[2] + 1

    def _named(self, at: int, back: int, *, definite: bool) -> tuple[Point, int] | None:
        """Last week, this month, last spring, last May, last Tuesday; "the past week" is the last seven days."""
        unit = UNITS.get(self.low(at + 1))
        past = self.low(at) == "past" or (definite and self.low(at) == "last")
        if at + 1 < len(self.tokens) and self.tokens[at + 1].possessive:
            return None
        dated = self.month(at + 3) is not None or self.year(at + 3) is not None
        if self.low(at + 2) == "of" and unit == "day":
            return None  # "the last day of the hearing"
        if self.low(at + 2) in {"of", "in"} and unit in {"day", "week", "month"} and dated:
            return None  # "the last week of May"
        if unit in {"fortnight", "day"} and back:
            return Point(grain="relative", fixed=(self._back(unit, 1), self.today)), at + 2
        if unit in {"week", "weekend", "month", "quarter", "year"}:
            if past and unit != "weekend":
                return Point(grain="relative", fixed=(self._back(unit, 1), self.today)), at + 2
            window = self._calendar(unit, back)
            if unit == "weekend" and window[0] > self.today:
                window = self._calendar(unit, back + 1)
            if unit == "week" and back and self.today.weekday() == 6:
                # On a Sunday "last week" may be the one that is ending: both.
                window = (window[0], moved(self.today, -1))
            if unit == "weekend" and back and self.today.weekday() == 6:
                window = self._calendar(unit, 1)
            return Point(grain="relative", fixed=window), at + 2
        return self._recent(at + 1, this=not back)

    def _recent(self, at: int, *, this: bool) -> tuple[Point, int] | None:
        """The last such weekday, month or season before today ("this": the one of this week or year)."""
        weekday = WEEKDAYS.get(self.low(at))
        if weekday is not None:
            back = (self.today.weekday() - weekday) % 7 or 7
            day = self.today - dt.timedelta(back % 7 if this else back)
            return Point(grain="relative", fixed=(day, day)), self._after_part(at + 1)
        month, season = self.month(at, short=False), SEASONS.get(self.low(at))
        if month is None and season is None:
            return None
        point = Point(grain="month" if month else "season", month=month, season=season)
        year = self.today.year
        window = resolve(point, year)
        while window is not None and year > 1 and window[0 if this else 1] >= self.today:
            if this:
                break
            year -= 1
            window = resolve(point, year)
        if window is not None and this and window[0] > self.today and season == 12:
            window = resolve(point, year - 1)
        return (Point(grain="relative", fixed=window), at + 1) if window else None

    def _ago(self, at: int) -> tuple[Point, int] | None:
        """Two days ago is that day; two weeks ago the calendar week and three days either side; months, years whole."""
        german = self.low(at) == "vor"
        counted = self.count(at + 1 if german else at)
        if counted is None:
            return None
        least, most, after = counted
        unit = UNITS.get(self.low(after))
        if unit is None or not (german or self.low(after + 1) == "ago"):
            return None
        if self._back(unit, least) == dt.date.min:
            return None  # before all time
        return Point(grain="relative", fixed=self._so_long_ago(unit, least, most)), after + (1 if german else 2)

    def _so_long_ago(self, unit: str, least: int, most: int) -> Window:
        if unit in {"hour", "day"}:
            window = (self._back(unit, most), self._back(unit, least))
            if unit == "hour":
                window = (window[0], self.today)
        elif unit in {"week", "fortnight", "weekend"}:
            old, new = self._back(unit, most), self._back(unit, least)
            window = (moved(old, -max(old.weekday(), 3)), moved(new, max(6 - new.weekday(), 3)))
            if window[1] >= self.today:
                window = (window[0], moved(self.today, -1))
        else:
            old, new = self._back(unit, most), self._back(unit, least)
            window = (old.replace(day=1), month_window(new.year, new.month)[1])
            if unit == "year":
                window = (dt.date(old.year, 1, 1), dt.date(new.year, 12, 31))
        return window

    def _calendar(self, unit: str, back: int) -> Window:
        """The calendar week, month … `back` units ago; weeks run from Monday to Sunday."""
        today = self.today
        if unit == "week":
            monday = today - dt.timedelta(today.weekday() + 7 * back)
            return monday, moved(monday, 6)
        if unit == "weekend":
            saturday = today - dt.timedelta(today.weekday() - 5 + 7 * back)
            return saturday, moved(saturday, 1)
        months = MONTHS_OF[unit]
        if (day := back_months(today, months * back)) == dt.date.min and back:
            raise OverflowError(f"there is no {unit} before {today}")
        return month_window(day.year, (day.month - 1) // months * months + 1, months)

    def _back(self, unit: str, many: int) -> dt.date:
        """The day so many units ago, or the first day that there is."""
        if unit in MONTHS_OF:
            return back_months(self.today, many * MONTHS_OF[unit])
        days = {"hour": many / 24, "day": many, "week": 7 * many, "weekend": 7 * many, "fortnight": 14 * many}[unit]
        return moved(self.today, -max(int(days), 1))
