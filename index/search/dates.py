"""Calendar expressions of a question: from words to days. What is a filter and what is not is decided in `when`."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from index.search.words import Token

Window = tuple[dt.date, dt.date]
Grain = Literal["day", "week", "month", "quarter", "season", "half", "year", "decade", "relative"]
Part = tuple[str, int]

_MONTHS = "january february march april may june july august september october november december".split()
MONTHS = {name: at for at, name in enumerate(_MONTHS, 1)}
SHORT_MONTHS = {name[:3]: at for name, at in MONTHS.items() if name != "may"} | {"sept": 9}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: at for at, name in enumerate(_DAYS)}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
NUMBERS = {name: at for at, name in enumerate(_NUMBERS)} | {"twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1, "opening": 1, "closing": -1}
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
DECADES |= {"eighties": 80, "nineties": 90}
UNITS = {"day": "day", "week": "week", "month": "month", "year": "year", "quarter": "quarter", "weekend": "weekend"}
UNITS |= {f"{unit}s": unit for unit in UNITS} | {"fortnight": "fortnight", "fortnights": "fortnight"}
UNITS |= {"decade": "decade", "decades": "decade", "hour": "hour", "hours": "hour"}
_FIRST_YEAR, _LAST_YEAR = 1500, 2199


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A day, month, year … as written; `year` None where the words leave it open. `fixed`: already resolved.

    `part` narrows it: ("third", 1) early, ("half", 2), ("quarter", 3), ("week", -1), ("edge", 1) "the start of",
    ("days", -3) "the last three days of", ("months", 2) "the first two months of", ("weeks", 2).
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    part: Part | None = None
    fixed: Window | None = None
    other: Window | None = None  # the second reading of 4/5/2022, or of "winter of 2015"

    @property
    def open(self) -> bool:
        """Whether the year has to be found."""
        return self.fixed is None and self.year is None


def month_window(year: int, month: int, months: int = 1) -> Window:
    """From the first day of `month` to the last day of the `months`-th month."""
    after = month - 1 + months
    return dt.date(year, month, 1), dt.date(year + after // 12, after % 12 + 1, 1) - dt.timedelta(1)


def back_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` earlier, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    year = max(year, 1)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def resolve(point: Point, year: int) -> Window | None:
    """The days of a point, with `year` where it names none; None where there is no such day. `part` is applied."""
    window = point.fixed or _whole(point, point.year if point.year is not None else year)
    if window is None or point.part is None:
        return window
    if point.grain == "week":
        return _week(window[0], point.part[0])
    return narrowed(window, point.part)


def _week(day: dt.date, name: str) -> Window:
    """The calendar week that holds `day`, or seven days from or to it."""
    six = dt.timedelta(6)
    if name == "of":
        monday = day - dt.timedelta(day.weekday())
        return monday, monday + six
    return (day - six, day) if name == "ending" else (day, day + six)


def _whole(point: Point, year: int) -> Window | None:
    if not 1 <= year <= 9990:
        return None
    if point.grain == "decade":
        return dt.date(year, 1, 1), dt.date(year + 9, 12, 31)
    if point.season is not None:
        return month_window(year, point.season, 3)
    if point.month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if point.day is None:
        return month_window(year, point.month)
    try:
        day = dt.date(year, point.month, point.day)
    except ValueError:
        return None
    return day, day


def narrowed(window: Window, part: Part) -> Window:
    """A part of a window: thirds by calendar (1-10, 11-20, 21-end of a month), halves, quarters, weeks."""
    name, at = part
    lo, hi = window
    days = (hi - lo).days + 1
    if name == "edge":
        name, at = "third", 1 if at == 1 else 3
    if name in {"days", "weeks"}:
        length = min(abs(at) * (7 if name == "weeks" else 1), days) - 1
        return (lo, lo + dt.timedelta(length)) if at > 0 else (hi - dt.timedelta(length), hi)
    if name == "months":
        if at > 0:
            return lo, min(hi, back_months(lo, -at) - dt.timedelta(1))
        return max(lo, back_months(hi + dt.timedelta(1), -at)), hi
    if name == "week":
        return narrowed(window, ("weeks", 1)) if at == 1 else _nth_week(lo, hi, at)
    pieces = {"third": 3, "half": 2, "quarter": 4}[name]
    at = pieces if at == -1 else at
    if days > 300:  # years and decades are cut at months
        months = (hi.year - lo.year) * 12 + hi.month - lo.month + 1
        first = back_months(lo, -(months * (at - 1) // pieces))
        return first, back_months(lo, -(months * at // pieces)) - dt.timedelta(1)
    edges = [round(days * piece / pieces) for piece in range(pieces + 1)]
    if pieces == 3 and 28 <= days <= 31:
        edges = [0, 10, 20, days]
    return lo + dt.timedelta(edges[at - 1]), lo + dt.timedelta(edges[at] - 1)


def _nth_week(lo: dt.date, hi: dt.date, at: int) -> Window:
    if at == -1:
        return max(lo, hi - dt.timedelta(6)), hi
    first = min(lo + dt.timedelta(7 * (at - 1)), hi)
    return first, min(hi, first + dt.timedelta(6))


class PointReader:
    """Reads calendar expressions at a place in the tokens: each method gives the point and the place after it."""

    def __init__(self, tokens: tuple[Token, ...], asked_on: dt.date) -> None:
        self.tokens = tokens
        self.today = asked_on

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def near(self, at: int) -> bool:
        """Whether token `at` follows with no more than a space, a comma or a full stop between."""
        return at < len(self.tokens) and self.tokens[at].gap.strip() in {"", ",", "."}

    def glued(self, at: int, marks: str) -> bool:
        """Whether token `at` follows with one of `marks` and no space."""
        return at < len(self.tokens) and len(self.tokens[at].gap) == 1 and self.tokens[at].gap in marks

    def digits(self, at: int, low: int, high: int) -> int | None:
        word = self.low(at)
        if word.isascii() and word.isdigit() and len(word) <= 4 and low <= int(word) <= high:
            return int(word)
        return None

    def year(self, at: int) -> int | None:
        return self.digits(at, _FIRST_YEAR, _LAST_YEAR) if len(self.low(at)) == 4 else None

    def day_number(self, at: int) -> int | None:
        word = self.low(at)
        for ending in ("st", "nd", "rd", "th"):
            if word.endswith(ending) and word[:-2].isascii() and word[:-2].isdigit():
                word = word[:-2]
                break
        return int(word) if len(word) <= 2 and word.isascii() and word.isdigit() and 1 <= int(word) <= 31 else None

    def month(self, at: int, *, short: bool = True) -> int | None:
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

    def point(self, at: int) -> tuple[Point, int] | None:
        """Any expression that begins at token `at`; the longest reading first."""
        if at >= len(self.tokens):
            return None
        for read in (self._numeric, self._part, self._relative, self._ago, self._week_of, self._weekday):
            found = read(at)
            if found is not None:
                return found
        bare = at + 1 if self.low(at) == "the" else at
        for read in (self._day_month, self._month_day, self._quarter, self._season, self._month_year, self._years):
            found = read(bare)
            if found is not None and (
                bare == at or read in (self._day_month, self._quarter, self._season, self._years)
            ):
                if bare > at and found[0].grain == "year":
                    continue
                return found
        return None

    def _numeric(self, at: int) -> tuple[Point, int] | None:
        """2022-04-05, 2022-04, 2022/04/05, 5.4.2022, 5/4/2022, 04/2022."""
        if at and self.glued(at, "-/."):
            return None
        year = self.year(at)
        if year is not None and self.glued(at + 1, "-/."):
            month = self.digits(at + 1, 1, 12)
            if month is None or len(self.low(at + 1)) > 2:
                return None
            if self.glued(at + 2, "-/.") and (day := self.digits(at + 2, 1, 31)):
                return self._checked(Point(grain="day", year=year, month=month, day=day), at + 3)
            return Point(grain="month", year=year, month=month), at + 2
        first = self.digits(at, 1, 31)
        if first is None or not self.glued(at + 1, "/."):
            return None
        if (year := self.year(at + 1)) is not None and first <= 12 and self.glued(at + 1, "/"):
            return Point(grain="month", year=year, month=first), at + 2
        second, year = self.digits(at + 1, 1, 31), self.year(at + 2)
        if second is None or year is None or not self.glued(at + 2, "/."):
            return None
        by_day = _whole(Point(grain="day", month=second, day=first), year) if second <= 12 else None
        by_month = _whole(Point(grain="day", month=first, day=second), year) if first <= 12 else None
        if self.glued(at + 1, "."):
            by_month = None
        if by_day is None and by_month is None:
            return None
        return Point(grain="day", fixed=by_day or by_month, other=by_month if by_day else None), at + 3

    def _checked(self, point: Point, after: int) -> tuple[Point, int] | None:
        # 29 February exists in leap years only, so an open year is tried with one.
        return (point, after) if resolve(point, point.year or 2024) else None

    def open_year(self, at: int) -> tuple[int | None, int]:
        """A year at `at`, with "of" or "in" before it or not."""
        if self.low(at) == "of" and (year := self.year(at + 1)) is not None:
            return year, at + 2
        if self.near(at) and (year := self.year(at)) is not None and not self.tokens[at].possessive:
            return year, at + 1
        return None, at

    def _day_month(self, at: int) -> tuple[Point, int] | None:
        day = self.day_number(at)
        if day is None:
            return None
        after = at + 2 if self.low(at + 1) == "of" else at + 1
        month = self.month(after)
        if month is None or not self.near(after):
            return None
        year, after = self.open_year(after + 1)
        return self._checked(Point(grain="day", year=year, month=month, day=day), after)

    def _month_day(self, at: int) -> tuple[Point, int] | None:
        month = self.month(at)
        after = at + 2 if self.low(at + 1) == "the" else at + 1
        day = self.day_number(after)
        if month is None or day is None or not self.near(after):
            return None
        year, after = self.open_year(after + 1)
        return self._checked(Point(grain="day", year=year, month=month, day=day), after)

    def _month_year(self, at: int) -> tuple[Point, int] | None:
        month = self.month(at)
        if month is None:
            return None
        after = at + 1
        if after < len(self.tokens) and self.tokens[after].dashed:
            return Point(grain="month", month=month), after
        year, after = self.open_year(after)
        if year is None and self.low(at) not in MONTHS:
            return None
        return Point(grain="month", year=year, month=month), after

    def _quarter(self, at: int) -> tuple[Point, int] | None:
        """Q2 2016, 2016 Q2, H1 2016."""
        year = self.year(at)
        after = at + 1 if year is not None else at
        word = self.low(after)
        if len(word) != 2 or word[0] not in "qh" or word[1] not in "1234" or (word[0] == "h" and word[1] > "2"):
            return None
        after += 1
        if year is None:
            year, after = self.open_year(after)
        name = "quarter" if word[0] == "q" else "half"
        return Point(grain=name, year=year, part=(name, int(word[1]))), after

    def _season(self, at: int) -> tuple[Point, int] | None:
        season = SEASONS.get(self.low(at))
        if season is None:
            return None
        year, after = self.open_year(at + 1)
        if year is not None and after < len(self.tokens) and self.tokens[after].dashed:
            follow = self.digits(after, 0, 9999)
            if follow in {year + 1, (year + 1) % 100}:
                after += 1
        point = Point(grain="season", year=year, season=season)
        if season == 12 and year is not None:
            point = replace(point, other=(month_window(year - 1, 12, 3)))
        return point, after

    def _years(self, at: int) -> tuple[Point, int] | None:
        word = self.low(at)
        if (year := self.year(at)) is not None:
            if (
                at + 1 < len(self.tokens)
                and self.glued(at + 1, "-–/")
                and self.digits(at + 1, 0, 99) == (year + 1) % 100
            ):
                return Point(grain="year", fixed=(dt.date(year, 1, 1), dt.date(year + 1, 12, 31))), at + 2
            decade = self.tokens[at].possessive and year % 10 == 0
            return Point(grain="decade" if decade else "year", year=year), at + 1
        if len(word) == 5 and word.endswith("0s") and word[:4].isascii() and word[:4].isdigit():
            return Point(grain="decade", year=int(word[:4])), at + 1
        if word in DECADES and self.low(at - 1) == "the":
            return Point(grain="decade", year=1900 + DECADES[word]), at + 1
        return None

    def _part(self, at: int) -> tuple[Point, int] | None:
        """Early May 2016, mid-2016, the first half of 2016, the last week of May, the end of the year."""
        start = at + 1 if self.low(at) == "the" else at
        word = self.low(start)
        thirds = {"early": 1, "mid": 2, "late": 3}
        if word in thirds:
            return self._with_part(start + 1, ("third", thirds[word]))
        edges: dict[str, Part] = {"start": ("edge", 1), "beginning": ("edge", 1), "end": ("edge", -1)}
        edges |= {"middle": ("third", 2), "close": ("edge", -1)}
        if word in edges and self.low(start + 1) == "of":
            return self._with_part(start + 2, edges[word])
        if word not in ORDINALS:
            return None
        order = ORDINALS[word]
        unit = self.low(start + 1)
        if unit in {"half", "quarter", "week", "third"} and self.low(start + 2) in {"of", "in"}:
            return self._with_part(start + 3, (unit, order))
        counted = self.count(start + 1)
        if counted is None or order not in {1, -1}:
            return None
        unit = UNITS.get(self.low(counted[2]), "")
        if unit not in {"day", "week", "month"} or self.low(counted[2] + 1) not in {"of", "in"}:
            return None
        return self._with_part(counted[2] + 2, (f"{unit}s", order * counted[1]))

    def _with_part(self, at: int, part: Part) -> tuple[Point, int] | None:
        found = self._unit(at) or self._month_year(at) or self._season(at) or self._years(at)
        if found is None and self.low(at) in {"the", "this", "last"}:
            found = self._season(at + 1) or self._years(at + 1)
        if found is None or found[0].part is not None or found[0].grain == "day":
            return None
        return replace(found[0], part=part), found[1]

    def _unit(self, at: int) -> tuple[Point, int] | None:
        """The year, this year, last month: inside "the start of …"."""
        word = self.low(at)
        if word == "the" and self.low(at + 1) in {"week", "month", "year"}:
            return Point(grain="relative", fixed=self._calendar(self.low(at + 1), 0)), at + 2
        return self._relative(at)

    def _calendar(self, unit: str, back: int) -> Window:
        """The calendar week, month … `back` units ago; weeks run from Monday to Sunday."""
        today = self.today
        if unit == "week":
            monday = today - dt.timedelta(today.weekday() + 7 * back)
            return monday, monday + dt.timedelta(6)
        if unit == "weekend":
            saturday = today - dt.timedelta(today.weekday() - 5 + 7 * back)
            return saturday, saturday + dt.timedelta(1)
        if unit == "month":
            day = back_months(today, back)
            return month_window(day.year, day.month)
        if unit == "quarter":
            day = back_months(today, 3 * back)
            return month_window(day.year, (day.month - 1) // 3 * 3 + 1, 3)
        year = max(today.year - back, 1)
        return dt.date(year, 1, 1), dt.date(year, 12, 31)

    def _relative(self, at: int) -> tuple[Point, int] | None:
        word = self.low(at)
        day = dt.timedelta(1)
        if at < len(self.tokens) and self.tokens[at].possessive:
            return None
        if word in {"today", "tonight"} or (word == "this" and self.low(at + 1) in {"morning", "afternoon", "evening"}):
            return Point(grain="relative", fixed=(self.today, self.today)), at + (2 if word == "this" else 1)
        if word == "yesterday":
            after = at + 2 if self.low(at + 1) in {"morning", "afternoon", "evening", "night"} else at + 1
            return Point(grain="relative", fixed=(self.today - day, self.today - day)), after
        if word == "last" and self.low(at + 1) == "night":
            return Point(grain="relative", fixed=(self.today - day, self.today)), at + 2
        if [self.low(at + k) for k in range(4)] == ["the", "day", "before", "yesterday"]:
            return Point(grain="relative", fixed=(self.today - 2 * day, self.today - 2 * day)), at + 4
        if [self.low(at + k) for k in range(4)] == ["the", "week", "before", "last"]:
            return Point(grain="relative", fixed=self._calendar("week", 2)), at + 4
        if word in {"earlier", "later"} and self.low(at + 1) in {"this", "last"}:
            return self._relative(at + 1)
        start = at + 1 if word == "the" else at
        word = self.low(start)
        if word not in {"this", "last", "past", "previous", "current", "preceding"}:
            return None
        if start > at and word == "this":
            return None
        return self._past_count(start) or self._named(
            start, 0 if word in {"this", "current"} else 1, definite=start > at
        )

    def _past_count(self, at: int) -> tuple[Point, int] | None:
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

    def _back(self, unit: str, many: int) -> dt.date:
        if unit in {"month", "quarter", "year", "decade"}:
            return back_months(self.today, many * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit])
        days = {"hour": many / 24, "day": many, "week": 7 * many, "weekend": 7 * many, "fortnight": 14 * many}[unit]
        return self.today - dt.timedelta(days=max(int(days), 1))

    def _named(self, at: int, back: int, *, definite: bool) -> tuple[Point, int] | None:
        """Last week, this month, last spring, last May, last Tuesday; "the past week" is the last seven days."""
        unit = UNITS.get(self.low(at + 1))
        past = self.low(at) == "past" or (definite and self.low(at) == "last")
        if at + 1 < len(self.tokens) and self.tokens[at + 1].possessive:
            return None
        if unit in {"fortnight", "day"} and back:
            return Point(grain="relative", fixed=(self._back(unit, 1), self.today)), at + 2
        if unit in {"week", "weekend", "month", "quarter", "year"}:
            if past and unit != "weekend":
                return Point(grain="relative", fixed=(self._back(unit, 1), self.today)), at + 2
            window = self._calendar(unit, back)
            if unit == "week" and back and self.today.weekday() == 6:
                # On a Sunday "last week" may be the one that is ending: both.
                window = (window[0], self.today - dt.timedelta(1))
            if unit == "weekend" and back and self.today.weekday() == 6:
                window = self._calendar(unit, 1)
            return Point(grain="relative", fixed=window), at + 2
        return self._recent(at + 1, this=not back)

    def _recent(self, at: int, *, this: bool) -> tuple[Point, int] | None:
        """The last such weekday, month or season before today ("this": the one of this week or year)."""
        weekday = WEEKDAYS.get(self.low(at))
        if weekday is not None:
            back = (self.today.weekday() - weekday) % 7 or 7
            day = self.today - dt.timedelta(self.today.weekday() - weekday if this else back)
            after = at + 2 if self.low(at + 1) in {"morning", "afternoon", "evening", "night"} else at + 1
            return Point(grain="relative", fixed=(day, day)), after
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
        counted = self.count(at)
        if counted is None:
            return None
        least, most, after = counted
        unit = UNITS.get(self.low(after))
        if unit is None or self.low(after + 1) not in {"ago", "earlier", "back"}:
            return None
        if self.low(after + 1) != "ago" and not (after + 2 >= len(self.tokens)):
            return None
        if unit in {"hour", "day"}:
            window = (self._back(unit, most), self._back(unit, least))
            if unit == "hour":
                window = (window[0], self.today)
        elif unit in {"week", "fortnight", "weekend"}:
            old, new = self._back(unit, most), self._back(unit, least)
            monday = old - dt.timedelta(max(old.weekday(), 3))
            window = (monday, new + dt.timedelta(max(6 - new.weekday(), 3)))
            if window[1] >= self.today:
                window = (window[0], self.today - dt.timedelta(1))
        else:
            old, new = self._back(unit, most), self._back(unit, least)
            if unit == "year":
                window = (dt.date(old.year, 1, 1), dt.date(new.year, 12, 31))
            else:
                window = (old.replace(day=1), month_window(new.year, new.month)[1])
        return Point(grain="relative", fixed=window), after + 2

    def _week_of(self, at: int) -> tuple[Point, int] | None:
        """The week of 5 April 2022: the calendar week that holds the day."""
        start = at + 1 if self.low(at) == "the" else at
        if self.low(start) != "week" or self.low(start + 1) not in {"of", "beginning", "starting", "ending"}:
            return None
        ending = self.low(start + 1)
        found = self.point(start + 2)
        if found is None or found[0].grain != "day":
            return None
        return replace(found[0], grain="week", part=(ending, 0)), found[1]

    def _weekday(self, at: int) -> tuple[Point, int] | None:
        """Monday 5 April 2022, or a bare Monday: the most recent one, today included."""
        weekday = WEEKDAYS.get(self.low(at))
        if weekday is None or self.tokens[at].possessive:
            return None
        after = at + 2 if self.low(at + 1) in {"morning", "afternoon", "evening", "night"} else at + 1
        if self.near(after):
            start = after + 1 if self.low(after) == "the" else after
            found = self._day_month(start) or self._month_day(start) or self._numeric(start)
            if found is not None:
                return found
        day = self.today - dt.timedelta((self.today.weekday() - weekday) % 7)
        return Point(grain="relative", fixed=(day, day)), after
