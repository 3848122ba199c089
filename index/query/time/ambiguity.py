"""False friends of time: "may", "march", Theresa May, Super Tuesday, "the 2016 election", "in 2000 villages"."""

from __future__ import annotations

from index.language.asking import ABOUT, TAKES_ON
from index.language.calendar import BOUNDS, FEASTS, NAMES_TOO, OWNERS
from index.query.time.calendar import Point
from index.query.time.points import PointReader
from index.query.tokens import DASHES, Token, is_boundary, pauses

_SPACED = frozenset(f" {dash} " for dash in DASHES)  # "June 2022 - Vorn on the port"
_CALLED = 6  # words that somebody is called by


class FalseFriends:
    """Tells a time from words that only look like one, and a date that asks from one that says which."""

    def __init__(self, tokens: tuple[Token, ...], read: PointReader, *, typed: bool = False) -> None:
        self.tokens = tokens
        self.read = read
        self.typed = typed  # the whole text was typed as a date: there is nothing else that it could be

    def low(self, at: int) -> str:
        """The word of a token in lower case; empty beyond the ends."""
        return self.read.low(at)

    def is_time(self, first: int, start: int, last: int, point: Point, lead: str) -> bool:
        """No false friends: "may" and "march" as verbs, Theresa May, Super Tuesday, May's speech."""
        if self.typed:
            return True
        word = self.tokens[start]
        bare = last - start == 1
        before = self.tokens[first - 1] if first else None
        if self.tokens[last - 1].possessive and point.grain != "decade":
            return False
        if point.grain == "month" and bare and point.open:
            return self._bare_month(start, last, lead)
        if point.grain == "season" and point.open:
            return False  # "heating in winter"; "last winter" is another reading
        if point.grain == "month" and point.open and self.low(last - 1) in NAMES_TOO and lead == "":
            return point.part is not None
        if point.grain == "day" and point.open and word.low in {"may", "march"} and not word.capital:
            return lead in {"on", "since", "after", "before", "until", "by", "from"} or not self._goes_on(last)
        if point.grain == "year":
            return point.part is not None or self._is_year(last, lead)
        if point.grain == "relative" and self._weekday(start):
            if before is not None and before.low in FEASTS:
                return False
            if lead not in {"on", "since", "by", "before", "until", "after"}:
                follow = self.tokens[last] if last < len(self.tokens) else None
                if follow is not None and follow.low in {"to", "through"}:
                    return False
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

    def _bare_month(self, start: int, last: int, lead: str) -> bool:
        if self.read.year(last) is not None and self.read.near(last):
            return False  # "in May 2022's heat"
        if lead in {"in", "during", "throughout", "over"}:
            return True
        if lead not in BOUNDS or lead == "through" or (lead == "by" and self.low(start) == "may"):
            return False
        if self.low(start) not in NAMES_TOO or last >= len(self.tokens) or pauses(self.tokens, last):
            return True
        return is_boundary(self.low(last))  # "since May took office", "after April Ryan"

    def _is_year(self, last: int, lead: str) -> bool:
        """A year needs its preposition: "1984", "Agenda 2030", "the 2016 election", "in 2000 villages" are names."""
        return lead not in {"", "at", "on", "over", "within"} and not self._goes_on(last)

    def _goes_on(self, last: int) -> bool:
        """Whether the words after the date belong to it: a lower-case word that opens nothing new."""
        if last >= len(self.tokens) or pauses(self.tokens, last):
            return False
        follow = self.tokens[last]
        return not follow.capital and not is_boundary(follow.low)

    def modifies(self, start: int, last: int, point: Point, lead: str) -> bool:
        """The May 2016 convention, his 5 April speech, Monday's vote: a date that says which."""
        if self.typed:
            return False
        if last >= len(self.tokens) or pauses(self.tokens, last) or self.tokens[last].gap in _SPACED:
            return False
        before = self.tokens[start - 1] if start else None
        own_article = self.low(start) == "the"
        follow = self.tokens[last]
        noun = not is_boundary(follow.low, verbs=False)  # "the May 2022 talks"
        if point.grain == "relative":
            return False
        owned = before is not None and (before.low in OWNERS or before.low == "the" or before.possessive)
        if owned and not pauses(self.tokens, start) and not own_article:
            return noun
        if own_article and noun and point.grain in {"decade", "season", "day"}:
            return not follow.capital
        if self._opens(start, last, point):
            return False
        return lead == "" and not is_boundary(follow.low) and not follow.capital and point.grain != "day"

    def _opens(self, start: int, last: int, point: Point) -> bool:
        """Whether a month with its year stands before somebody "on" something: "jan 2025 mayor vorn on tolls"; the
        "june 2024 attack on the port" says which."""
        if start or point.grain != "month" or point.open:
            return False
        for at in range(last, min(last + _CALLED, len(self.tokens) - 1)):
            if self.low(at + 1) in ABOUT:
                return self.low(at) not in TAKES_ON
            if is_boundary(self.low(at + 1)):
                return False
        return False
