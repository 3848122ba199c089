"""Calendar expressions as people write them, from words to points; what is a filter is decided in `when`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from index.language.calendar import DECADES, MONTHS, ORDINALS, PARTS_OF_DAY, PIECES, SEASONS, UNITS, WEEKDAYS
from index.query.time.calendar import FIRST_YEAR, LAST_YEAR, Part, Point, month_window, moved, resolve, whole
from index.query.time.relative import RelativeReader

_DIVISIBLE = 4  # days from the first to the last that a window needs to have a first third or a last week


class PointReader(RelativeReader):
    """Reads calendar expressions at a place in the tokens: each method gives the point and the place after it."""

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
                if bare > at and found[0].grain == "year" and self.low(bare) != "year":
                    continue
                return found
        return None

    def _numeric(self, at: int) -> tuple[Point, int] | None:
        """2022-04-05, 2022-04, 2022/04/05, 20220405, 2022-W14, 5.4.2022, 5. 4. 2022, 5/4/2022, 04/2022."""
        if at and self.glued(at, "-/."):
            return None
        if (compact := self._compact(at)) is not None:
            return compact
        year = self.year(at)
        if year is not None and self.glued(at + 1, "-/."):
            month = self.digits(at + 1, 1, 12)
            if month is None or len(self.low(at + 1)) > 2:
                return None
            if self.glued(at + 2, "-/.") and (day := self.digits(at + 2, 1, 31)):
                return self._checked(Point(grain="day", year=year, month=month, day=day), at + 3)
            return Point(grain="month", year=year, month=month), at + 2
        first = self.digits(at, 1, 31)
        if first is None or not (self.glued(at + 1, "/.") or self._dotted(at + 1)):
            return None
        if (year := self.year(at + 1)) is not None and first <= 12 and self.glued(at + 1, "/"):
            return Point(grain="month", year=year, month=first), at + 2
        second, year = self.digits(at + 1, 1, 31), self.year(at + 2)
        if second is None or year is None or not (self.glued(at + 2, "/.") or self._dotted(at + 2)):
            return None
        by_day = whole(Point(grain="day", month=second, day=first), year) if second <= 12 else None
        by_month = whole(Point(grain="day", month=first, day=second), year) if first <= 12 else None
        if self._dotted(at + 1):
            by_month = None
        if by_day is None and by_month is None:
            return None
        return Point(grain="day", fixed=by_day or by_month, other=by_month if by_day else None), at + 3

    def _dotted(self, at: int) -> bool:
        """Whether token `at` follows with a full stop, and a space or none."""
        return at < len(self.tokens) and self.tokens[at].gap in {".", ". "}

    def _compact(self, at: int) -> tuple[Point, int] | None:
        """The compact forms of ISO 8601: 20220405, and the week 2022-W14."""
        word, follow = self.low(at), self.low(at + 1)
        if len(word) == 8 and word.isascii() and word.isdigit() and FIRST_YEAR <= int(word[:4]) <= LAST_YEAR:
            return self._checked(
                Point(grain="day", year=int(word[:4]), month=int(word[4:6]), day=int(word[6:])), at + 1
            )
        year = self.year(at)
        if year is None or not self.glued(at + 1, "-") or len(follow) != 3 or follow[0] != "w":
            return None
        try:
            monday = dt.date.fromisocalendar(year, int(follow[1:]), 1)
        except ValueError:
            return None
        return Point(grain="relative", fixed=(monday, moved(monday, 6))), at + 2

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
        if year is not None and after < len(self.tokens) and (self.tokens[after].dashed or self.glued(after, "/")):
            follow = self.digits(after, 0, 9999)
            if follow in {year + 1, (year + 1) % 100}:
                after += 1
        point = Point(grain="season", year=year, season=season)
        if season == 12 and year is not None:
            point = replace(point, other=(month_window(year - 1, 12, 3)))
        return point, after

    def _years(self, at: int) -> tuple[Point, int] | None:
        if self.low(at) == "year" and self.year(at + 1) is not None:
            at += 1
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
            inner = start + 2 if self.low(start + 1) in {"in", "on"} else start + 1
            return self._with_part(inner, ("third", thirds[word]))
        edges: dict[str, Part] = {"start": ("edge", 1), "beginning": ("edge", 1), "end": ("edge", -1)}
        edges |= {"middle": ("third", 2), "close": ("edge", -1)}
        if word in edges and self.low(start + 1) == "of":
            return self._with_part(start + 2, edges[word])
        counted_order = self.day_number(start) or 0
        unit = self.low(start + 1)
        order = ORDINALS.get(word) or (counted_order if counted_order <= PIECES.get(unit, 0) else 0)
        if not order:
            return None
        inner = self.low(start + 2) in {"of", "in"}
        if unit in PIECES and order <= PIECES[unit] and (inner or self.year(start + 2) is not None):
            return self._with_part(start + 3 if inner else start + 2, (unit, order))
        few = {"day": 1, "days": 7, "weeks": 2, "month": 1, "months": 3}  # "the last days of May"
        if unit in few and inner and order in {1, -1}:
            name = f"{unit.removesuffix('s')}s"
            return self._with_part(start + 3, (name, order * few[unit]))
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
        if found[0].fixed is not None and (found[0].fixed[1] - found[0].fixed[0]).days < _DIVISIBLE:
            return None  # "early yesterday"
        return replace(found[0], part=part), found[1]

    def _unit(self, at: int) -> tuple[Point, int] | None:
        """The year, this year, last month: inside "the start of …"."""
        word = self.low(at)
        if word == "the" and self.low(at + 1) in {"week", "month", "year"}:
            return Point(grain="relative", fixed=self._calendar(self.low(at + 1), 0)), at + 2
        return self._relative(at)

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
        after = at + 2 if self.low(at + 1) in PARTS_OF_DAY else at + 1
        if self.near(after):
            start = after + 1 if self.low(after) == "the" else after
            found = self._day_month(start) or self._month_day(start) or self._numeric(start)
            if found is not None:
                return found
        day = self.today - dt.timedelta((self.today.weekday() - weekday) % 7)
        return Point(grain="relative", fixed=(day, day)), after
