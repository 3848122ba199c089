"""Dates, counts and addresses for pages."""

from __future__ import annotations

import datetime as dt
import re

from index.export.plain import day, safe_url


def between(first: dt.date | None, last: dt.date | None) -> str:
    """From when to when; one day where both are the same."""
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def count(number: int, what: str) -> str:
    """ "1 statement", "2 statements"."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def month(key: str) -> str:
    """ "2022-04" as people write it."""
    return f"{dt.date(int(key[:4]), int(key[5:7]), 1):%B %Y}"


def timed(url: str | None, place: str | None) -> str | None:
    """The address of a recording from a second on ("00:01:05"), as media fragments and the large players read it."""
    clock = re.fullmatch(r"(?:(\d+):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?", place or "", re.ASCII)
    address = safe_url(url)
    if clock is None or address is None:
        return None
    seconds = int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3])
    bare = address.partition("#")[0]
    return f"{bare}&t={seconds}s" if "?" in bare else f"{bare}#t={seconds}"
