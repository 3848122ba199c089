"""Dates as articles write them.

A small grammar instead of a guessing library: dateutil fills what is missing from today and reads 03/04/2022 as March
without a word, and dateparser takes most of a second to import. What this does not understand it says.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from typing import Final, Literal

from index.language.calendar import MONTHS, SHORT_MONTHS


class _Reading(Enum):
    AMBIGUOUS = "ambiguous"


AMBIGUOUS: Final = _Reading.AMBIGUOUS
DateReading = dt.date | Literal[_Reading.AMBIGUOUS] | None

FIRST_YEAR, LAST_YEAR = 1000, 2999
_MONTHS = {**MONTHS, **SHORT_MONTHS}
_MONTH = r"(?P<{0}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:(?:\s*,)?(?:\s+|t|\s*[-–—|]\s*)(?:at\s+)?\d{1,2}[:.]?\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:z|[a-z]{2,4}|(?:gmt|utc)?[+-]\d{2}:?\d{2})?(?:\s*\([a-z]{2,5}\))?)?"
)
_FORMS = (
    r"(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})",
    r"(?P<y2>\d{4})(?P<m2>\d{2})(?P<d2>\d{2})",
    _WEEKDAY
    + r"(?P<d3>\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:of\s+|-)?\s*"
    + _MONTH.format("m3")
    + r"(?:,?\s+|-)(?P<y3>\d{4})",
    _WEEKDAY + _MONTH.format("m4") + r"\s*(?P<d4>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y4>\d{4})",
    r"(?P<a5>\d{1,2})(?P<s5>[-/.])(?P<b5>\d{1,2})(?P=s5)(?P<y5>\d{4})",
)
_DATE = r"(?<![\w./-])(?:" + "|".join(_FORMS) + r")" + _TIME + r"(?![\w/])"
_SEARCH = re.compile(_DATE, re.IGNORECASE | re.ASCII)
_EPOCH = re.compile(r"-?\d{9,10}(?:\.\d+)?|\d{13}", re.ASCII)
_IN_NAME = re.compile(r"(?<![0-9A-Za-z])(\d{4})([-_.]?)(\d{2})\2(\d{2})(?![0-9A-Za-z])", re.ASCII)


def parse_date(text: str) -> DateReading:
    """The day that `text` as a whole states: a date, AMBIGUOUS (03/04/2022), or None (no date, or none that exists).

    Understands ISO 8601 with or without time, "5 April 2022", "April 5, 2022", RFC 2822, 31/12/2022, the day-first form
    with dots (05.04.2022) and Unix seconds or milliseconds. The day is the one written, in the zone it was written in;
    years from 1000 to 2999. Never raises.
    """
    text = text.strip()
    if len(text) > 80:
        return None
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text) / (1000 if len(text) == 13 else 1))
    match = _SEARCH.fullmatch(text)
    return _read(match) if match else None


def find_date(line: str) -> tuple[DateReading, int, int] | None:
    """The first date inside `line`, as (reading, start, end); None when the line holds nothing of a date's form."""
    match = _SEARCH.search(line)
    return (_read(match), match.start(), match.end()) if match else None


def date_in_name(name: str) -> dt.date | None:
    """The date that a file name holds: "2022-04-05-summit.txt", "summit_20220405.txt"."""
    for match in _IN_NAME.finditer(name):
        day = _day(match[1], match[3], match[4])
        if day is not None:
            return day
    return None


def _read(match: re.Match[str]) -> DateReading:
    group = match.groupdict()
    for form in "12":
        if group[f"y{form}"]:
            return _day(group[f"y{form}"], group[f"m{form}"], group[f"d{form}"])
    for form in "34":
        if group[f"y{form}"]:
            month = _MONTHS[group[f"m{form}"].lower()]
            return _day(group[f"y{form}"], str(month), group[f"d{form}"])
    day_first = _day(group["y5"], group["b5"], group["a5"])
    if group["s5"] == ".":
        return day_first
    month_first = _day(group["y5"], group["a5"], group["b5"])
    if day_first and month_first and day_first != month_first:
        return AMBIGUOUS
    return day_first or month_first


def _day(year: str, month: str, day: str) -> dt.date | None:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _from_epoch(seconds: float) -> dt.date | None:
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
