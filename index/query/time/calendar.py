"""Calendar expressions of a question: from words to days. What is a filter and what is not is decided in `when`."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

Window = tuple[dt.date, dt.date]
Grain = Literal["day", "week", "month", "quarter", "season", "half", "year", "decade", "relative"]
Part = tuple[str, int]

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


def moved(day: dt.date, days: int) -> dt.date:
    """The day `days` later (earlier: negative), or the first or last day that there is."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def month_window(year: int, month: int, months: int = 1) -> Window:
    """From the first day of `month` to the last day of the `months`-th month."""
    first = dt.date(year, month, 1)
    last = back_months(first, 1 - months)
    return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])


def back_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` earlier, or the last day of that month; never before or after all time."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return dt.date.min
    if year > dt.MAXYEAR:
        return dt.date.max
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
    if name == "of":
        monday = moved(day, -day.weekday())
        return monday, moved(monday, 6)
    return (moved(day, -6), day) if name == "ending" else (day, moved(day, 6))


def whole(point: Point, year: int) -> Window | None:
    """The days of a point without its part; None where there are none."""
    if not 1 <= year <= dt.MAXYEAR:
        return None
    if point.grain == "decade":
        return dt.date(year, 1, 1), dt.date(min(year + 9, dt.MAXYEAR), 12, 31)
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
        return (lo, moved(lo, length)) if at > 0 else (moved(hi, -length), hi)
    if name == "months":
        if at > 0:
            return lo, min(hi, _months_on(lo, at))
        after = moved(hi, 1)
        first = back_months(after, -at) if after > hi else back_months(hi.replace(day=1), -at - 1)
        return max(lo, first), hi
    if name == "week":
        return narrowed(window, ("weeks", 1)) if at == 1 else _nth_week(lo, hi, at)
    pieces = {"third": 3, "half": 2, "quarter": 4}[name]
    at = pieces if at == -1 else at
    if days > 300:  # years and decades are cut at months
        months = (hi.year - lo.year) * 12 + hi.month - lo.month + 1
        first = back_months(lo, -(months * (at - 1) // pieces))
        return first, _months_on(lo, months * at // pieces)
    edges = [round(days * piece / pieces) for piece in range(pieces + 1)]
    if pieces == 3 and 28 <= days <= 31:
        edges = [0, 10, 20, days]
    return moved(lo, edges[at - 1]), moved(lo, edges[at] - 1)


def _months_on(day: dt.date, months: int) -> dt.date:
    """The last day of so many months from `day` on."""
    after = back_months(day, -months)
    return after if after == dt.date.max else moved(after, -1)


def _nth_week(lo: dt.date, hi: dt.date, at: int) -> Window:
    if at == -1:
        return max(lo, moved(hi, -6)), hi
    first = min(moved(lo, 7 * (at - 1)), hi)
    return first, min(hi, moved(first, 6))
