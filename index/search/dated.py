"""Whether a text tells the time that a question names, where no article is of that time: "down by September"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.language.calendar import BOUNDS, MONTHS, SHORT_MONTHS

_WORD = re.compile(r"[^\W\d_]+|\d+")
_YEAR = 4  # figures of a year; a day has two at most
_MONTHS = {**MONTHS, **SHORT_MONTHS}


def names_day(asked: Sequence[str]) -> bool:
    """Whether the words of a time name a day of a month."""
    words = [word for phrase in asked for word in _WORD.findall(phrase.casefold())]
    return any(word in _MONTHS for word in words) and any(word.isdigit() and len(word) < _YEAR for word in words)


def in_text(asked: Sequence[str], text: str) -> bool:
    """Whether a text has the month, the day of it and the year that a question names, as far as it names them: "feb 4"
    stands in "Feb. 4" and "4 February"; in words ("last week"), or with a bound ("since March") it stands nowhere."""
    words = [word for phrase in asked for word in _WORD.findall(phrase.casefold())]
    months = [word for word in words if word in _MONTHS]
    years = [word for word in words if word.isdigit() and len(word) == _YEAR]
    days = [str(int(word)) for word in words if word.isdigit() and len(word) < _YEAR]
    if not (months or years) or not BOUNDS.isdisjoint(words) or (days and len(months) != 1):
        return False
    if not all(re.search(rf"\b{year}\b", text) for year in years):
        return False
    for month in months:
        written = "|".join(name.capitalize() for name, number in _MONTHS.items() if number == _MONTHS[month])
        name = rf"\b(?:{written})\b\.?"
        nth = r"(?:st|nd|rd|th)?"
        told = [rf"{name} 0?{day}{nth}\b|\b0?{day}{nth}(?: of)? {name}" for day in days] or [name]
        if not all(re.search(one, text) for one in told):
            return False
    return True
