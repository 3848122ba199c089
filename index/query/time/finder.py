"""Finds a time phrase in the words of a question, and tells whether it asks for a window or names something."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace

from index.language.calendar import BOUNDS, INSIDE, TOPICAL
from index.language.english import DETERMINERS
from index.language.verbs import is_past_telling
from index.query.time.ambiguity import FalseFriends
from index.query.time.calendar import Point, Window, back_months, moved, resolve
from index.query.time.points import PointReader
from index.query.tokens import Token, is_boundary, pauses

_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the archive holds by date: its first and last day, and how many articles a window has, where known."""

    first: dt.date | None = None
    last: dt.date | None = None
    count_in: Callable[[dt.date | None, dt.date | None], int] | None = None

    def holds(self, since: dt.date | None, until: dt.date | None) -> bool | None:
        """Whether any article lies in the window; None where that is not known."""
        if self.count_in is not None:
            return self.count_in(since, until) > 0
        if self.first is None or self.last is None:
            return None
        return (since is None or since <= self.last) and (until is None or until >= self.first)

    def whole(self, since: dt.date | None, until: dt.date | None) -> bool:
        """Whether the window leaves nothing out."""
        if self.first is None or self.last is None:
            return False
        return (since is None or since <= self.first) and (until is None or until >= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePhrase:
    """Tokens `[first, last)` and the window that they ask for; neither end is set for a weekday of no known date."""

    first: int
    last: int
    since: dt.date | None
    until: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(TimePhrase):
    """A time phrase before it is known whether it asks for a window."""

    lead: str = ""
    point: Point
    named: bool = False  # used as a name or a modifier: never a filter

    def bare(self, first: int) -> TimePhrase:
        """The phrase alone, from token `first` on."""
        return TimePhrase(first=first, last=self.last, since=self.since, until=self.until)


class Finder:
    """Reads time phrases of one question. `typed`: the whole text is a date, so that there are no false friends."""

    def __init__(
        self, tokens: tuple[Token, ...], asked_on: dt.date, coverage: Coverage, *, typed: bool = False
    ) -> None:
        self.tokens = tokens
        self.today = asked_on
        self.coverage = coverage
        self.read = PointReader(tokens, asked_on)
        self.friends = FalseFriends(tokens, self.read, typed=typed)

    def low(self, at: int) -> str:
        """The word at a place, in lower case; "" outside of the question."""
        return self.read.low(at)

    # -- phrases ------------------------------------------------------------------------------------------------------

    def phrase(self, at: int) -> Candidate | None:
        """The longest time phrase that begins at token `at`; none where its days lie outside of all time."""
        try:
            return self._phrase(at)
        except OverflowError:
            return None

    def _phrase(self, at: int) -> Candidate | None:
        low = self.low(at)
        if low == "seit" and (counted := self.read.past_count(at)) is not None:  # "seit zwei Wochen"
            point, last = counted
            return Candidate(
                first=at, last=last, since=point.fixed[0] if point.fixed else None, until=None, point=point
            )
        if low == "between":
            return self._range(at, at + 1, {"and"})
        if low == "from" and (found := self._range(at, at + 1, {"to", "until", "till", "through", "and"})):
            return found
        for words in (
            ("as", "of"),
            ("up", "to"),
            ("prior", "to"),
            ("ahead", "of"),
            ("no", "later", "than"),
            ("as", "from"),
        ):
            if tuple(self.low(at + k) for k in range(len(words))) == words and not self.tokens[at].dashed:
                lead = {"as": "until" if words[1] == "of" else "since", "prior": "before", "ahead": "before"}.get(
                    low, "until"
                )
                return self._bounded(at, at + len(words), lead)
        if low in {"starting", "beginning"} and self.low(at + 1) in {"in", "on", "from"}:
            return self._bounded(at, at + 2, "since")
        if low in {"ever"} and self.low(at + 1) == "since":
            return self._bounded(at, at + 2, "since")
        if low in INSIDE:
            if (listed := self._listed(at)) is not None:
                return listed
            return self._range(at, at + 1, {"to", "and", "through", "or"}, lead=low) or self._inside(at, at + 1)
        if low in BOUNDS:
            return self._bounded(at, at + 1, low)
        return self._range(at, at, {"to", "through"}, lead="") or self._inside(at, at)

    def _inside(self, first: int, start: int) -> Candidate | None:
        """In May 2016, on 5 April, last week, yesterday."""
        lead = self.low(first) if start > first else ""
        found = self.read.point(start)
        if found is None:
            return None
        point, last = found
        if not self.friends.is_time(first, start, last, point, lead):
            return None
        window = self._window(point)
        if window is None:
            return None
        after = self.low(last)
        if lead == "around" and window[0] == window[1]:
            window = (moved(window[0], -3), moved(window[1], 3))
        since: dt.date | None = window[0]
        until: dt.date | None = window[1]
        if after in {"onwards", "onward"} or (after == "on" and lead == "from"):
            until, last = None, last + 1
        elif after == "or" and self.low(last + 1) in {"later", "after", "before", "earlier"}:
            if self.low(last + 1) in {"later", "after"}:
                until = None
            else:
                since = None
            last += 2
        named = self.friends.modifies(start, last, point, lead)
        return Candidate(first=first, last=last, since=since, until=until, lead=lead, point=point, named=named)

    def _bounded(self, first: int, start: int, lead: str) -> Candidate | None:
        """Since March, before 5 April, until the end of May; after the vote of 5 April."""
        found = self.read.point(start)
        event = False
        if found is None and lead in {"since", "after", "before", "until", "till"}:
            found, event = self._of_event(start), True
        if found is None:
            return None
        point, last = found
        if not event and not self.friends.is_time(first, start, last, point, lead):
            return None
        window = self._window(point)
        if window is None:
            return None
        if point.part is not None and point.part[0] == "edge":
            whole = self._window(replace(point, part=None)) or window
            window = (whole[0], whole[0]) if point.part[1] == 1 else (whole[1], whole[1])
        if lead == "from" and self.low(last) in {"on", "onwards", "onward"}:
            last += 1
        since, until = _bound(lead, window, event=event)
        if since is None and until is None:
            return None
        named = self.friends.modifies(start, last, point, lead) and not event
        return Candidate(first=first, last=last, since=since, until=until, lead=lead, point=point, named=named)

    def _of_event(self, start: int) -> tuple[Point, int] | None:
        """The Iowa caucuses of 1 February 2016: up to six words, then of/on/in and a date."""
        opening = self.low(start)
        if is_boundary(opening) and opening not in DETERMINERS:
            return None
        for at in range(start + 1, min(start + 8, len(self.tokens) - 1)):
            if pauses(self.tokens, at):
                return None
            low = self.low(at)
            if low in {"of", "on", "in"} and (found := self.read.point(at + 1)) is not None:
                point, last = found
                return found if self.friends.is_time(at, at + 1, last, point, "in") else None
            inner = low in {"the", "a", "his", "her", "their", "at", "in", "on", "to", "of", "for"}
            if is_past_telling(low) or (is_boundary(low, verbs=False) and not inner):
                return None
        return None

    def _range(self, first: int, start: int, joins: set[str], lead: str = "between") -> Candidate | None:
        """Between March and May 2022, from 3 to 9 May, 3-9 May 2016, March to May 2022, 2015-2017."""
        left = self.read.point(start)
        bare_day = self.read.day_number(start)
        for point, middle in ((left[0], left[1]) if left else (None, -1), (None, start + 1 if bare_day else -1)):
            if middle < 0 or middle >= len(self.tokens):
                continue
            dash = self.tokens[middle].dashed or (point is not None and self.read.glued(middle, "/"))
            right_at = middle if dash else middle + 1
            if not dash and self.low(middle) not in joins:
                continue
            found = self._ends(point, bare_day, right_at)
            if found is None:
                continue
            window, last, right = found
            if lead in {"", "in", "on", "during", "at", "over", "within", "throughout"}:
                days = point is None and bare_day is not None and right.day == bare_day + 1  # on 1 and 2 May
                if not dash and self.low(middle) in {"and", "or"} and not (days or _adjoining(point, right)):
                    continue
                if lead == "" and right.grain == "year" and not dash:
                    continue
            if lead != "between" and not self.friends.is_time(first, start, last, right, lead or "in"):
                continue
            named = self.friends.modifies(start, last, right, lead)
            since, until = window
            return Candidate(first=first, last=last, since=since, until=until, lead=lead, point=right, named=named)
        return None

    def _listed(self, first: int) -> Candidate | None:
        """In May, June and July 2022: three months or more in a row."""
        months: list[int] = []
        at = first + 1
        while (month := self.read.month(at, short=False)) is not None and len(months) < 12:
            months.append(month)
            at += 2 if self.low(at + 1) in {"and", "or"} else 1
        if len(months) < 3 or any((b - a) % 12 != 1 for a, b in itertools.pairwise(months)):
            return None
        year, at = self.read.open_year(at)
        point = Point(grain="month", year=year, month=months[-1])
        end = self._window(point)
        if end is None:
            return None
        since = back_months(end[0], len(months) - 1)
        return Candidate(first=first, last=at, since=since, until=end[1], lead=self.low(first), point=point)

    def _ends(self, left: Point | None, day: int | None, at: int) -> tuple[Window, int, Point] | None:
        """Both ends of a range; what one of them leaves open (month, year) comes from the other."""
        found = self.read.point(at)
        if found is None or (left is not None and left.grain == "day" and self._is_bare_day(at)):
            number = self.read.day_number(at)
            if number is None or left is None or left.grain != "day" or left.month is None:
                return None
            year, last = self.read.open_year(at + 1)
            right = replace(left, day=number, year=left.year if left.year is not None else year)
        else:
            right, last = found
        if left is None:
            if right.grain != "day" or right.month is None or day is None:
                return None
            left = replace(right, day=day)
        if left.fixed is None and right.fixed is None and (left.grain == "year") != (right.grain == "year"):
            return None
        if left.open and right.open:
            end = self._window(right)
            start = resolve(left, end[0].year) if end else None
            if start and end and start[0] > end[1]:
                start = resolve(left, end[0].year - 1)
        elif left.open:
            end = self._window(right)
            start = resolve(left, end[1].year) if end else None
            if start and end and start[0] > end[1]:
                start = resolve(left, end[1].year - 1)
        else:
            start = self._window(left)
            end = resolve(right, start[0].year) if right.open and start else self._window(right)
            if start and end and right.open and end[1] < start[0]:
                end = resolve(right, start[0].year + 1)
        if start is None or end is None or start[0] > end[1]:
            return None
        return (start[0], end[1]), last, right

    def _is_bare_day(self, at: int) -> bool:
        return self.read.day_number(at) is not None and self.read.month(at + 1) is None

    # -- windows ------------------------------------------------------------------------------------------------------

    def _window(self, point: Point) -> Window | None:
        """The days of a point. An open year is the latest that lies before the question and within the archive."""
        if point.open:
            return self._latest(point)
        window = resolve(point, self.today.year)
        if window is not None and point.other is not None and self.coverage.holds(*window) is False:
            return point.other if self.coverage.holds(*point.other) else window
        return window

    def _latest(self, point: Point) -> Window | None:
        best: Window | None = None
        lowest = self.coverage.first.year if self.coverage.first else self.today.year - 1
        for year in range(self.today.year, max(min(lowest, self.today.year - 8) - 1, self.today.year - 150, 0), -1):
            window = resolve(point, year)
            if window is None or window[0] > self.today:
                continue
            best = best or window
            held = self.coverage.holds(*window)
            if held is None or held:
                return window
        return best

    def asks(self, phrase: Candidate) -> bool:
        """Whether the phrase asks for a window. It does not where it names what is spoken of."""
        if phrase.named:
            return False
        before = self.low(phrase.first - 1)
        grain = phrase.point.grain
        if before in TOPICAL and phrase.lead == "" and not pauses(self.tokens, phrase.first):
            # "the meeting of june 2015" in an archive that has no such article must be told in what answers.
            dated = before == "of" and grain == "month" and not phrase.point.open
            return dated and self.coverage.holds(phrase.since, phrase.until) is False
        if phrase.since is not None and phrase.since > self.today and grain != "day":
            return False
        if grain == "relative" and self.low(phrase.last - 2) == "the" and self.low(phrase.last - 3) == "of":
            return self.coverage.holds(phrase.since, phrase.until) is not False  # "came in at the start of the week"
        if grain == "relative" and phrase.since and phrase.until and (phrase.until - phrase.since).days > 300:
            return self.coverage.holds(phrase.since, phrase.until) is not False  # "the war thirty years ago"
        if grain in {"year", "decade"} or (grain == "season" and phrase.point.open):
            if phrase.until is not None and phrase.until.year > self.today.year and phrase.since is None:
                return False
            held = self.coverage.holds(phrase.since, phrase.until)
            if held is None:
                return grain == "year"
            if not held:
                return grain == "year" and self._is_outer(phrase)
            return not (
                self.coverage.whole(phrase.since, phrase.until) and (phrase.since is None or phrase.until is None)
            )
        return True

    def opening(self, first: int) -> int:
        """Where the phrase begins with the words that lean on it: "so far this year", "back in May"."""
        if self.low(first - 1) == "far" and self.low(first - 2) == "so":
            return first - 2
        return first - 1 if self.low(first - 1) in {"back", "sometime", "of"} else first

    def _is_outer(self, phrase: Candidate) -> bool:
        """Whether the phrase stands outside of the topic: at the front, or before "about"."""
        if phrase.first == 0 and self.low(phrase.last) in {"what", "who", "did", "how", "why", "which"}:
            return True
        return self.low(phrase.last) in {"about", "on", "regarding", "concerning"}


def _bound(lead: str, window: Window, *, event: bool) -> tuple[dt.date | None, dt.date | None]:
    """The open window of a bound: the end of "before" is the day before; an event's own day counts as after it."""
    lo, hi = window
    if lead in {"since", "from"}:
        return lo, None
    if lead == "after":
        return (lo, None) if event else (hi + _DAY, None)
    if lead == "before":
        if event and lo != hi:
            return None, hi
        return None, lo - _DAY
    return None, hi


def _adjoining(left: Point | None, right: Point) -> bool:
    """March and April 2022: joined months, quarters or days are one window."""
    if left is None or left.grain != right.grain:
        return False
    if left.month is not None and right.month is not None and left.grain == "month":
        return (right.month - left.month) % 12 == 1
    return left.grain == "year" and left.year is not None and right.year == left.year + 1
