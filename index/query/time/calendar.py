"""Calendar expressions of a question: from words to days. What is a filter and what is not is decided in `when`."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

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
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_UNITS = "day week month year quarter weekend decade hour fortnight".split()
UNITS = {unit + ending: unit for unit in _UNITS for ending in ("", "s")}
FIRST_YEAR, LAST_YEAR = 1500, 2199  # numbers outside are no years


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
    window = point.fixed or whole(point, point.year if point.year is not None else year)
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


def whole(point: Point, year: int) -> Window | None:
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
