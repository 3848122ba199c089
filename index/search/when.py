"""The time that a question asks for: its words to a window of days, inclusive at both ends, and no false friends.

What is understood, and how, is tabled in docs/questions.md. A grammar of our own over tokens, since libraries for dates
take "may" and "march" for months and know neither windows nor what a date belongs to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from index.search.dates import Point, PointReader, Window, resolve
from index.search.words import Token, is_boundary, pauses

_INSIDE = frozenset("in on during at over throughout within for".split())
_BOUNDS = frozenset("since after before until till by through from".split())
_NAMES = frozenset("march april may june august".split())  # months that are also names or verbs
# Words that make a day a name: Super Tuesday, Good Friday.
_FEAST = frozenset("super black good ash bloody cyber palm easter giving holy maundy fat shrove ruby sheffield".split())
_OWN = frozenset("this that his her their its our my your a an each every".split())
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
    """Tokens `[first, last)` and the window that they ask for; at least one end is set."""

    first: int
    last: int
    since: dt.date | None
    until: dt.date | None


def find_times(tokens: tuple[Token, ...], asked_on: dt.date, coverage: Coverage) -> tuple[TimePhrase, ...]:
    """The time phrases that ask for a window, in order and apart; phrases that only name something are left out."""
    finder = _Finder(tokens, asked_on, coverage)
    found: list[TimePhrase] = []
    at = 0
    while at < len(tokens):
        phrase = finder.phrase(at)
        if phrase is None:
            at += 1
            continue
        if finder.asks(phrase):
            found.append(phrase.bare())
        at = phrase.last
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate(TimePhrase):
    lead: str = ""
    point: Point
    named: bool = False  # used as a name or a modifier: never a filter

    def bare(self) -> TimePhrase:
        return TimePhrase(first=self.first, last=self.last, since=self.since, until=self.until)


class _Finder:
    def __init__(self, tokens: tuple[Token, ...], asked_on: dt.date, coverage: Coverage) -> None:
        self.tokens = tokens
        self.today = asked_on
        self.coverage = coverage
        self.read = PointReader(tokens, asked_on)

    def low(self, at: int) -> str:
        return self.read.low(at)

    # -- phrases ------------------------------------------------------------------------------------------------------

    def phrase(self, at: int) -> _Candidate | None:
        """The longest time phrase that begins at token `at`."""
        low = self.low(at)
        if low == "between":
            return self._range(at, at + 1, {"and"})
        if low == "from" and (found := self._range(at, at + 1, {"to", "until", "till", "through", "and"})):
            return found
        for words in (("as", "of"), ("up", "to"), ("prior", "to"), ("no", "later", "than"), ("as", "from")):
            if tuple(self.low(at + k) for k in range(len(words))) == words:
                lead = {"as": "until" if words[1] == "of" else "since", "prior": "before"}.get(low, "until")
                return self._bounded(at, at + len(words), lead)
        if low in {"starting", "beginning"} and self.low(at + 1) in {"in", "on", "from"}:
            return self._bounded(at, at + 2, "since")
        if low in {"ever"} and self.low(at + 1) == "since":
            return self._bounded(at, at + 2, "since")
        if low in _INSIDE:
            return self._range(at, at + 1, {"to", "and", "through", "or"}, lead=low) or self._inside(at, at + 1)
        if low in _BOUNDS:
            return self._bounded(at, at + 1, low)
        return self._range(at, at, {"to", "through"}, lead="") or self._inside(at, at)

    def _inside(self, first: int, start: int) -> _Candidate | None:
        """In May 2016, on 5 April, last week, yesterday."""
        lead = self.low(first) if start > first else ""
        found = self.read.point(start)
        if found is None:
            return None
        point, last = found
        if lead == "for" and point.grain == "relative":
            return None
        if not self._is_time(first, start, last, point, lead):
            return None
        window = self._window(point)
        if window is None:
            return None
        after = self.low(last)
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
        named = self._modifies(start, last, point, lead)
        return _Candidate(first=first, last=last, since=since, until=until, lead=lead, point=point, named=named)

    def _bounded(self, first: int, start: int, lead: str) -> _Candidate | None:
        """Since March, before 5 April, until the end of May; after the vote of 5 April."""
        found = self.read.point(start)
        event = False
        if found is None and lead in {"since", "after", "before", "until", "till"}:
            found, event = self._of_event(start), True
        if found is None:
            return None
        point, last = found
        if not event and not self._is_time(first, start, last, point, lead):
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
        named = self._modifies(start, last, point, lead) and not event
        return _Candidate(first=first, last=last, since=since, until=until, lead=lead, point=point, named=named)

    def _of_event(self, start: int) -> tuple[Point, int] | None:
        """The Iowa caucuses of 1 February 2016: up to six words, then of/on/in and a date."""
        for at in range(start + 1, min(start + 8, len(self.tokens) - 1)):
            if pauses(self.tokens, at):
                return None
            low = self.low(at)
            if low in {"of", "on", "in"} and (found := self.read.point(at + 1)) is not None:
                point, last = found
                return found if self._is_time(at, at + 1, last, point, "in") else None
            if (
                low != "of"
                and is_boundary(low)
                and low not in {"the", "a", "his", "her", "their", "at", "in", "on", "to"}
            ):
                return None
        return None

    def _range(self, first: int, start: int, joins: set[str], lead: str = "between") -> _Candidate | None:
        """Between March and May 2022, from 3 to 9 May, 3-9 May 2016, March to May 2022, 2015-2017."""
        left = self.read.point(start)
        bare_day = self.read.day_number(start)
        for point, middle in ((left[0], left[1]) if left else (None, -1), (None, start + 1 if bare_day else -1)):
            if middle < 0 or middle >= len(self.tokens):
                continue
            dash = self.tokens[middle].dashed
            right_at = middle if dash else middle + 1
            if not dash and self.low(middle) not in joins:
                continue
            found = self._ends(point, bare_day, right_at)
            if found is None:
                continue
            window, last, right = found
            if lead in {"", "in", "on", "during", "at", "over", "within", "throughout", "for"}:
                if not dash and self.low(middle) in {"and", "or"} and not _adjoining(point, right):
                    continue
                if lead == "" and right.grain == "year" and not dash:
                    continue
            if lead != "between" and not self._is_time(first, start, last, right, lead or "in"):
                continue
            named = self._modifies(start, last, right, lead)
            since, until = window
            return _Candidate(first=first, last=last, since=since, until=until, lead=lead, point=right, named=named)
        return None

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

    # -- what is a time, and what asks for it -------------------------------------------------------------------------

    def _is_time(self, first: int, start: int, last: int, point: Point, lead: str) -> bool:
        """No false friends: "may" and "march" as verbs, Theresa May, Super Tuesday, May's speech."""
        word = self.tokens[start]
        bare = last - start == 1
        before = self.tokens[first - 1] if first else None
        if self.tokens[last - 1].possessive and point.grain != "decade":
            return False
        if point.grain == "month" and bare and point.open:
            return self._is_bare_month(start, last, lead)
        if point.grain == "season" and bare and point.open:
            return False if lead not in {"in", "during", "since", "over"} or self.low(start) == "fall" else lead != ""
        if point.grain in {"season", "month"} and point.open and self.low(last - 1) in _NAMES and lead == "":
            return point.part is not None
        if point.grain == "season" and point.open and self.low(start) == "the":
            return lead in {"in", "during", "since", "over", "throughout"} and not self._goes_on(last)
        if point.grain == "day" and point.open and word.low in {"may", "march"} and not word.capital:
            return lead in {"on", "since", "after", "before", "until", "by", "from"} or not self._goes_on(last)
        if point.grain == "year":
            return self._is_year(start, last, lead)
        if point.grain == "relative" and self._weekday(start):
            if before is not None and before.low in _FEAST:
                return False
            if lead not in {"on", "since", "by", "before", "until", "after"}:
                follow = self.tokens[last] if last < len(self.tokens) else None
                return (
                    self.low(start) in {"last", "this"}
                    or follow is None
                    or pauses(self.tokens, last)
                    or (is_boundary(follow.low) and (before is None or not before.capital))
                )
            return self.low(last) != "night"
        return True

    def _weekday(self, at: int) -> bool:
        return any(
            self.low(at + k).endswith("day") and self.low(at + k) not in {"today", "yesterday", "day"} for k in (0, 1)
        )

    def _is_bare_month(self, start: int, last: int, lead: str) -> bool:
        if lead in {"in", "during", "throughout", "over"}:
            return True
        if lead not in _BOUNDS or lead == "through" or (lead == "by" and self.low(start) == "may"):
            return False
        if self.low(start) not in _NAMES or last >= len(self.tokens) or pauses(self.tokens, last):
            return True
        return is_boundary(self.low(last))  # "since May took office", "after April Ryan"

    def _is_year(self, start: int, last: int, lead: str) -> bool:
        """A year needs its preposition: "1984", "Agenda 2030", "the 2016 election", "in 2000 villages" are names."""
        if lead in {"", "at", "on", "for", "over", "within"}:
            return self.tokens[start].low not in {"the"} and not self.read.year(start) and last - start > 1
        return not self._goes_on(last)

    def _goes_on(self, last: int) -> bool:
        """Whether the words after the date belong to it: a lower-case word that opens nothing new."""
        if last >= len(self.tokens) or pauses(self.tokens, last):
            return False
        follow = self.tokens[last]
        return not follow.capital and not is_boundary(follow.low)

    def _modifies(self, start: int, last: int, point: Point, lead: str) -> bool:
        """The May 2016 convention, his 5 April speech, Monday's vote: a date that says which."""
        if last >= len(self.tokens) or pauses(self.tokens, last):
            return False
        before = self.tokens[start - 1] if start else None
        own_article = self.low(start) == "the"
        follow = self.tokens[last]
        noun = not is_boundary(follow.low)
        if point.grain == "relative":
            return False
        if before is not None and not pauses(self.tokens, start) and not own_article:
            if before.low in _OWN or before.low == "the" or before.possessive:
                return noun
        if own_article and noun and point.grain in {"decade", "season", "day"}:
            return not follow.capital
        return lead == "" and noun and not follow.capital and point.grain != "day"

    def asks(self, phrase: _Candidate) -> bool:
        """Whether the phrase asks for a window. It does not where it names what is spoken of."""
        if phrase.named:
            return False
        before = self.low(phrase.first - 1)
        grain = phrase.point.grain
        if before == "of" and phrase.lead == "" and not pauses(self.tokens, phrase.first):
            return False
        if phrase.since is not None and phrase.since > self.today and grain != "day":
            return False
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

    def _is_outer(self, phrase: _Candidate) -> bool:
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
