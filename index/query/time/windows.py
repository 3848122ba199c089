"""The time that words ask for: to a window of days, inclusive at both ends. One grammar for questions and options.

What is understood, and how, is tabled in docs/questions.md. A grammar of our own over tokens, since libraries for dates
take "may" and "march" for months and know neither windows nor what a date belongs to.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from index.language.calendar import NOW, PARTS_OF_DAY, WEEKDAYS
from index.query.time.finder import Coverage, Finder, TimePhrase
from index.query.time.german import in_english
from index.query.tokens import Token, tokenize

__all__ = ["Bounds", "Coverage", "TimePhrase", "find_times", "parse_window"]

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WEEKDAY = WEEKDAYS.keys() | PARTS_OF_DAY | {"on"}
_STALE = dt.timedelta(14)  # days without an article after which nobody means the last Saturday
_LONGEST_TYPED = 20  # words

Bounds = tuple[dt.date | None, dt.date | None]  # a window that may be open at one end


def parse_window(text: str, today: dt.date) -> Bounds | None:
    """The window that `text` as a whole names, as somebody typed it into an option; None where it names none.

    The grammar is that of a question, in English and German: a day, month, quarter, season, year or range, words
    that count from `today`, and bounds ("since 2021", "before May"), which leave the other end None. An open year is
    the latest that has begun by `today`.
    """
    line = " ".join(text.split())
    if _ISO_DAY.fullmatch(line):
        try:
            day = dt.date.fromisoformat(line)
        except ValueError:
            return None
        return day, day
    if line.casefold() in NOW:
        return today, today
    tokens = tokenize(line)
    if not tokens or tokens[0].gap or line[tokens[-1].close :].strip(" .?!") or len(tokens) > _LONGEST_TYPED:
        return None
    phrase = Finder(in_english(tokens, whole=True), today, Coverage(), typed=True).phrase(0)
    return (phrase.since, phrase.until) if phrase is not None and phrase.last == len(tokens) else None


def _of_no_article(tokens: tuple[Token, ...], phrase: TimePhrase, coverage: Coverage) -> bool:
    """Whether a bare weekday lies behind all that the archive has: it is then the one that an article speaks of."""
    bare = all(token.low in _WEEKDAY for token in tokens[phrase.first : phrase.last])
    if not bare or phrase.since is None or phrase.since != phrase.until or coverage.last is None:
        return False
    return phrase.since > coverage.last + _STALE


def find_times(tokens: tuple[Token, ...], asked_on: dt.date, coverage: Coverage) -> tuple[TimePhrase, ...]:
    """The time phrases that ask for a window, in order and apart; phrases that only name something are left out, and
    a weekday behind the last article has no window."""
    tokens = in_english(tokens)
    finder = Finder(tokens, asked_on, coverage)
    found: list[TimePhrase] = []
    at = 0
    while at < len(tokens):
        phrase = finder.phrase(at)
        if phrase is None:
            at += 1
            continue
        if finder.asks(phrase):
            asked = phrase.bare(finder.opening(phrase.first))
            unknown = _of_no_article(tokens, phrase, coverage)
            found.append(replace(asked, since=None, until=None) if unknown else asked)
        at = phrase.last
    return tuple(found)
