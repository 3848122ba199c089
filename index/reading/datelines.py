"""The day that an article's first lines give among other words: in a dateline, or in a line of its head."""

from __future__ import annotations

import datetime as dt
import re

from index.language.outlets import OF_DATELINES, OF_HEADS, OF_PLACES
from index.reading.dates import date_of_stamp, find_date, has_time, is_spoken, parse_date
from index.reading.outlets import name_in_head

HEAD = 3000  # characters of a text that are looked at
_LINES, _LONGEST_LINE = 8, 160  # of a head, and characters of a line that is none of the text
_MOST_WORDS = 9  # beside the date, in a line of a head
_PLACE = r"[^\W\d_a-z][\w.’'-]*(?:,?\s(?:of|de|la|el|al|[^\W\d_a-z][\w.’'-]*)){0,5}"
_AGENCY = r"(?:\s*\([A-Z][\w./ &-]{1,30}\))?"
_BEFORE = re.compile(rf"\(?(?:{_PLACE}{_AGENCY}\s*[,:(–—-]?\s*)?\(?(?:(?<=\()[A-Z][\w.& -]{{1,24}}, )?")
_BEHIND = re.compile(rf"\)?{_AGENCY}\s?(?:[–—]|--?\s|[-:]\s|/\s?[A-Z][\w./-]{{1,20}}/)")
_CLOCK = re.compile(r"\b(?:[A-Z]{3,4}|[ap]\.?m\.?)\b|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?")
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_GLUED = re.compile(r"(?<=[, ])(?:19|20)\d\d(?=[A-Z][a-z])")  # "October 12, 2006Prime Minister"
_NAMED = re.compile(r"date:? (\d{4}-\d\d-\d\d)\s")  # what some programs write before a text
_BY = re.compile(r"by\s", re.IGNORECASE)
_MAIL = re.compile(r"\S+@\S+|https?://\S+|@\w+")
_TELLS = re.compile(
    r"\b(?:publi(?:shed|cation)|posted|submitted|filed|uploaded|created|source\s?:|by\b|date\s?:)", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)


# "HALDEN (Reuters) -", "KARST (Island Courier, March 14, 2014) –", "Halden, Nov. 10, GNA –"
_OF_AGENCY = re.compile(
    r"(?:\((?P<name>[A-Z][\w.& -]{1,24})(?:, [^()]{6,20})?\)|(?<=, )(?P<initials>[A-Z]{2,6}))\s?(?:[–—]|--?\s)"
)
_FAR = 60  # characters before an agency's name in a dateline


def agency_of_dateline(text: str) -> str | None:
    """The agency or the outlet that a dateline in the first lines names ("HALDEN (Reuters) –"); None where none is."""
    for line in [line.strip() for line in text[:HEAD].split("\n") if line.strip()][:_LINES]:
        match = _OF_AGENCY.search(line, 0, 2 * _FAR)
        if match is None or match.start() > _FAR or not _places(line[: match.start()]):
            continue
        known = name_in_head(match["name"], beside=True) if match["name"] else None
        if known is not None or (match["name"] or match["initials"]).casefold() in OF_DATELINES:
            return known or match["name"] or match["initials"]
    return None


def _places(before: str) -> bool:
    """Whether what stands before an agency's name is a place and a day, or nothing: "KARST, Norland, March 3"."""
    return all(word[:1].isupper() or word[:1].isdigit() or word in OF_PLACES for word in before.split())


def date_of_head(text: str) -> dt.date | None:
    """The day of a dateline ("KARST, March 3, 2021 (ANA) –"), or of a line above the text that holds nothing but it,
    names, and a clock, a weekday or a word of publishing ("Jane Roe 25.06.2014 17:05", "Posted at 2 PM, Mar 3, 2021").

    None where no line tells: a day in a heading or a sentence is of what it speaks of.
    """
    whole = [line.strip() for line in _GLUED.sub(r"\g<0> ", text[:HEAD]).split("\n") if line.strip()][:_LINES]
    for named in filter(None, map(_NAMED.match, whole[:2])):
        if isinstance(day := parse_date(named[1]), dt.date):
            return day
    lines = [part.strip() for line in whole for part in (line.split("|") if len(line) <= _LONGEST_LINE else [line])]
    for line in lines:
        found = find_date(line[: _LONGEST_LINE + 40])
        if found is None:
            if len(line) > _LONGEST_LINE:
                break  # the text has begun
            continue
        day, start, end = found
        if not isinstance(day, dt.date):
            continue
        if (_BEFORE.fullmatch(line, 0, start) or start == 0) and _BEHIND.match(line, end):
            return day
        if len(line) <= _LONGEST_LINE and _is_of_head(line, start, end):
            return day
        if len(line) > _LONGEST_LINE:
            break
    return None


# What tells that a day beside it is the text's own, whatever else its line holds.
_OWN_DAY = re.compile(
    r"\b(?:publi(?:shed|cation)|posted|released|issued|recorded|aired|broadcast|streamed|embargo\w*|updated|dated?"
    r"|held|commenc\w+|meeting|minutes|session|sitting|day|hearing|conference|briefing|edition|week of)\b",
    re.IGNORECASE,
)
_NOT_ITS_DAY = re.compile(
    r"\b(?:of|for|since|from|till|until|by|before|after|the|to|ahead|about|during|ending|ended|through|born|b\.|d\.|act"
    r"|deadline|expires?|copyright|©)\s*(?:\d{1,2}[:.]\d{2}\s*\w*,?\s*)?$",
    re.IGNORECASE,
)
_ABOVE_LINES = 14  # short lines of a head
_BEFORE_MONTH = re.compile(r"(\d{1,2})\s?[–-]\s?(\d{1,2})(?=,? \d{4}\b)")


def day_above(title: str, text: str) -> dt.date | None:
    """The day that a title or one of the short lines above a text gives, where nothing else tells one: with a word of
    when it was held or published beside it, else the first below a heading and in no sentence.

    "111 call, Rakanui Gorge, Saturday 8 January 2022", "Posted on June 1, 2023 by events team", "Meeting 4/22/2025".
    """
    lines = [line.strip() for line in (title, *text[:HEAD].split("\n")) if line.strip()]
    first: dt.date | None = None
    spoken = is_spoken(lines[:_ABOVE_LINES], text)
    for at, line in enumerate(lines[:_ABOVE_LINES]):
        if len(line) > _LONGEST_LINE + 40:
            break
        if (stamped := date_of_stamp(line)) is not None:
            return stamped
        line = _BEFORE_MONTH.sub(r"\2", line)
        found = find_date(line)
        day, start, _ = found if found is not None else _foreign(line)
        if not isinstance(day, dt.date):
            continue
        told = _OWN_DAY.search(line)
        embargo = told is not None and told[0].lower().startswith(("embargo", "week"))
        if _NOT_ITS_DAY.search(line, 0, start) and not embargo:
            continue
        if told is not None:
            return day
        told_so = spoken or _WEEKDAY.search(line) or has_time(line)  # a headline's day is of what it tells
        first = first or (day if at and told_so and line[-1] not in ".?!" else None)
    return first


def _foreign(line: str) -> tuple[dt.date | None, int, int]:
    """The day in another language that a part of a line is: "18 de marzo de 2024 · 00:10 hs"."""
    for part in re.split(r"\s+[|·•]\s+", line) if re.search(r"\b(?:19|20)\d\d\b", line) else ():
        day = parse_date(part)
        if isinstance(day, dt.date):
            at = line.find(part)
            return day, at, at + len(part)
    return None, 0, 0


def _is_of_head(line: str, start: int, end: int) -> bool:
    rest = _MAIL.sub(" ", f"{line[:start]} {line[end:]}")
    words = _WORD.findall(_CLOCK.sub(" ", rest))
    if len(words) > _MOST_WORDS or line.endswith((".", "?", "!", ":")):
        return False
    if _BY.match(line) and has_time(line):
        return True
    if not all(word[:1].isupper() or word.casefold().strip(".") in OF_HEADS for word in words):
        return False
    return has_time(line) or bool(_TELLS.search(rest) or _WEEKDAY.search(line))
