"""What people type for `since` and `until`: ISO dates, months, years and common words, in English and German."""

from __future__ import annotations

import datetime as dt
import re

from bot.views.dates import month_end

Window = tuple[dt.date, dt.date]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner jan",
            "february februar feb",
            "march märz maerz mar",
            "april apr",
            "may mai",
            "june juni jun",
            "july juli jul",
            "august aug",
            "september sept sep",
            "october oktober oct okt",
            "november nov",
            "december dezember dec dez",
        ),
        start=1,
    )
    for name in names.split()
}
_UNITS = {
    name: unit
    for unit, names in {
        "day": "day days tag tage tagen",
        "week": "week weeks woche wochen",
        "month": "month months monat monate monaten",
        "year": "year years jahr jahre jahren",
    }.items()
    for name in names.split()
}
_DAYS = {"today": 0, "now": 0, "heute": 0, "jetzt": 0, "yesterday": 1, "gestern": 1, "vorgestern": 2}
_LAST = re.compile(r"(?:the )?(last|previous|letzte[nrs]?|vorige[nrs]?|this|diese[nrs]?) (\w+)")
_AGO = re.compile(r"(?:vor )?(\d{1,4}|a|an|one|einem|einer) (\w+)(?: ago)?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?(\w+)\.?,? (\d{4})")
_MONTH_DAY = re.compile(r"(\w+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MONTH_YEAR = re.compile(r"(\w+)\.?,? (\d{4})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


def parse_window(text: str, today: dt.date) -> Window | None:
    """The first and last day that `text` names, or None where it names none.

    "2022-04-05", "5 April 2022" and "yesterday" are a day; "April 2022", "2022-04" and "last month" a month;
    "2022" a year; "3 weeks ago" the day that many weeks before `today`.
    """
    words = " ".join(text.lower().split())
    try:
        return _numeric(words) or _relative(words, today) or _named(words)
    except (ValueError, OverflowError):
        return None


def _numeric(words: str) -> Window | None:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        return _day(dt.date.fromisoformat(words))
    if found := _DOTTED.fullmatch(words):
        return _day(dt.date(int(found[3]), int(found[2]), int(found[1])))
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})", words):
        return _month(int(found[1]), int(found[2]))
    if re.fullmatch(r"\d{4}", words):
        return dt.date(int(words), 1, 1), dt.date(int(words), 12, 31)
    return None


def _relative(words: str, today: dt.date) -> Window | None:
    if words in _DAYS:
        return _day(today - dt.timedelta(days=_DAYS[words]))
    if (found := _LAST.fullmatch(words)) and (unit := _UNITS.get(found[2])):
        return _period(unit, today, 0 if found[1].startswith(("this", "dies")) else 1)
    if (found := _AGO.fullmatch(words)) and (unit := _UNITS.get(found[2])) and ("ago" in words or "vor " in words):
        return _day(_back(unit, today, int(found[1]) if found[1].isdigit() else 1))
    return None


def _named(words: str) -> Window | None:
    if (found := _DAY_MONTH.fullmatch(words)) and found[2] in _MONTHS:
        return _day(dt.date(int(found[3]), _MONTHS[found[2]], int(found[1])))
    if (found := _MONTH_DAY.fullmatch(words)) and found[1] in _MONTHS:
        return _day(dt.date(int(found[3]), _MONTHS[found[1]], int(found[2])))
    if (found := _MONTH_YEAR.fullmatch(words)) and found[1] in _MONTHS:
        return _month(int(found[2]), _MONTHS[found[1]])
    return None


def _day(day: dt.date) -> Window:
    return day, day


def _month(year: int, month: int) -> Window:
    return dt.date(year, month, 1), month_end(year, month)


def _back(unit: str, today: dt.date, count: int) -> dt.date:
    if unit == "day":
        return today - dt.timedelta(days=count)
    if unit == "week":
        return today - dt.timedelta(weeks=count)
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(today.day, month_end(year, month + 1).day))


def _period(unit: str, today: dt.date, back: int) -> Window:
    """The calendar day, week (from Monday), month or year that lies `back` before today's."""
    if unit == "day":
        return _day(today - dt.timedelta(days=back))
    if unit == "week":
        monday = today - dt.timedelta(days=today.weekday() + 7 * back)
        return monday, monday + dt.timedelta(days=6)
    then = _back(unit, today, back)
    if unit == "month":
        return _month(then.year, then.month)
    return dt.date(then.year, 1, 1), dt.date(then.year, 12, 31)
