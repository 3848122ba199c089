"""Dates as articles write them.

A small grammar first: dateutil fills what is missing from today and reads 03/04/2022 as March without a word. Months in
other languages are left to dateparser, told to guess nothing. What this does not understand it says.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
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
# Blanks belong to what follows them, so that a run of them is read once.
_ZONE = r"(?:\s*+(?:z|(?!last\b|upd)[a-z]{2,4}|(?:gmt|utc)?[+-]\d{2}:?\d{2}))?(?:\s*+\([a-z]{2,5}\))?"
_TIME = (
    r"(?:(?:\s*,)?(?:\s+|t|:\s|\s*[-–—|]\s*)(?:at\s+)?\d{1,2}[:.h]?\d{2}(?:[:.]?\d{2}(?:[.,]\d{1,9})?)?(?:\s*+[ap]\.?m\.?)?"
    rf"{_ZONE})?"
)
_TIME_BEFORE = rf"(?:\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:\s*+[ap]\.?m\.?)?{_ZONE}(?:\s*+(?:,|on|[-–—|]))?\s++)?"
_FORMS = (
    r"(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})",
    r"(?P<y2>\d{4})(?P<m2>\d{2})(?P<d2>\d{2})",
    _WEEKDAY
    + r"(?P<d3>\d{1,2})(?:st|nd|rd|th|\.)?\s*+(?:of\s++|-\s*+)?"
    + _MONTH.format("m3")
    + r"(?:\s?,?\s+|\s,|-)(?P<y3>\d{4})",
    _WEEKDAY + _MONTH.format("m4") + r"\s*(?P<d4>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y4>\d{4})",
    _WEEKDAY + r"(?P<a5>\d{1,2})(?P<s5>[-/.])(?P<b5>\d{1,2})(?P=s5)(?P<y5>\d{4}|(?!\d{2}[:.]\d{2})\d{2})",
)
_DATE = r"(?<![\w./-])" + _TIME_BEFORE + r"(?:" + "|".join(_FORMS) + r")" + _TIME + r"(?![\w/])"
_SEARCH = re.compile(_DATE, re.IGNORECASE | re.ASCII)
_MONTH_FIRST_ZONE = re.compile(r"\b[ap]\.?m\.?\s*(?:[ECMP][DS]T|ET|PT)\b", re.IGNORECASE)  # North America's clocks
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMED_DAY = re.compile("|".join(_DAYS), re.IGNORECASE)
_EPOCH = re.compile(r"-?\d{9,10}(?:\.\d+)?|\d{13}|\d{16}|\d{19}", re.ASCII)
_EPOCH_UNITS = {13: 1e3, 16: 1e6, 19: 1e9}
_IN_NAME = re.compile(r"(?<![0-9A-Za-z])(\d{4})([-_.]?)(\d{2})\2(\d{2})(?![0-9A-Za-z])", re.ASCII)
_STAMP = re.compile(r"\b(?:GMT|UTC)?((?:19|20)\d{2})(\d{2})(\d{2})[-_T]\d{4,6}(?!\d)")
_IN_ADDRESS = (
    re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?=[/-]|$)", re.ASCII | re.IGNORECASE),
    re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?![0-9A-Za-z])", re.ASCII),
)
_FOREIGN = re.compile(
    r"(?=.*(?<!\d)(?:19|20)\d\d(?!\d))(?=(?:\D*\d){5,})(?=.*(?<![^\W_])(?:[^\W\d_]{3,}|年)|.*\d年)[\w\s.,:/+|-]{8,60}"
)


def parse_date(text: str, *, day_first: bool | None = None) -> DateReading:
    """The day that `text` as a whole states: a date, AMBIGUOUS (03/04/2022), or None (no date, or none that exists).

    Understands ISO 8601 with or without time, "5 April 2022", "April 5, 2022", RFC 2822, 31/12/2022, 31/12/22, the
    day-first form with dots (05.04.2022), months in other languages, and Unix seconds, milli-, micro- or nanoseconds.
    `day_first` decides what could be read in two ways. The day is the one written, in the zone it was written in;
    years from 1000 to 2999. Never raises.
    """
    text = text.strip()
    if len(text) > 80:
        return None
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text) / _EPOCH_UNITS.get(len(text), 1))
    match = _SEARCH.fullmatch(text)
    if match:
        return _read(match, day_first)
    return _parse_foreign(text) if _FOREIGN.fullmatch(text) and not _SEARCH.search(text) else None


def has_time(text: str) -> bool:
    """Whether a date as written tells the time of the day too."""
    if re.search(r"(?<!\d)00:00(?::00)?(?![:\d])", text):  # how programs write a day
        return False
    return bool(re.search(r"\d[:.h]\d\d(?!\d)", text) or _EPOCH.fullmatch(text.strip()) or re.search(r"\dT\d{4}", text))


def order_of(text: str) -> bool | None:
    """Whether a date written with slashes or hyphens has the day first; None where it does not tell (03/04/2022)."""
    match = _SEARCH.fullmatch(text.strip()) if len(text) <= 80 else None
    if match is None or not match["y5"]:
        return None
    first, second = int(match["a5"]), int(match["b5"])
    if first > 12 >= second:
        return True
    return False if second > 12 >= first else None


def find_date(line: str) -> tuple[DateReading, int, int] | None:
    """The first date inside `line`, as (reading, start, end); None when the line holds nothing of a date's form."""
    match = _SEARCH.search(line)
    return (_read(match, None), match.start(), match.end()) if match else None


# Labels of speakers at the beginning of lines: a transcript, whatever its heading calls it.
_CALLS = re.compile(r"^(?:[A-Z][A-Z .'’-]{3,40}|Q)[.:](?=\s|[A-Z])", re.MULTILINE)
_LEAST_CALLS, _TOP = 3, 6000
# Headings of the kind that give the day on which their words were spoken.
_SPOKEN = re.compile(
    r"\b(?:press|news|media)\s+(?:conference|briefing|statement|gaggle|call|point|availability|scrum)|\b(?:briefing|remarks|statement|speech"
    r"|address|interview|transcript|doorstep?|doorstop|hearings?|meeting|minutes|debates?|hansard|oral questions"
    r"|proceedings|town hall|deposition|h[cl] deb|full episode|oral argument|testimony|earnings call|teleconference"
    r"|telebriefing|q ?(?:&|and) ?a)\b",
    re.IGNORECASE,
)
# What was held, behind the day that opens a heading: "July 2, 2024 TRANSCRIPT OF INTERVIEW: SENATOR JANE ROE".
_HELD = re.compile(rf"\s*+[-–—:|,]?\s*+(?=[A-Z])(?i:[^.?!\n]{{0,60}}?{_SPOKEN.pattern})[^.?!]*$")
_BEFORE_DATE = re.compile(
    r"(?:^|[,:;|(\[)\]–—-]|\b(?:on|aired|broadcast|recorded|held|delivered|released|taken|date))\s*$"
    r"|\b(?:press conference|briefing|meeting|hearing|sitting|session) of\s*$",
    re.IGNORECASE,
)
_PLACE = r"(?:[A-Z\u00c0-\u024f][\w.'’-]*,?|of|the|in|at|de|la|du)"
_BEHIND_DATE = re.compile(
    r"[\s)\].]*(?:(?:[-–—|,;(]|\bat\b)\s*)*(?:\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?[\s\w.,:()–-]{0,40}"
    rf"|{_PLACE}(?: {_PLACE}){{0,7}})?[\s)\].]*(?:\([\w ,]{{1,60}}\))?"
)
# A line of those who spoke, with the day at its end: "Presenters: Jane Roe, Mayor of Karst   September 8, 2015".
_PRESENTERS = re.compile(r"(?:presenters?|briefers?|speakers?|participants?)\s?:", re.IGNORECASE)
# "Jane Roe, President of the Bank, Ivo Lund, Vice-President of the Bank, Halden am Main, ": no verb, and no sentence.
_LISTS = re.compile(r"(?:[A-Z\u00c0-\u024f][\w.'’-]*,?(?:\s|(?<=,)|$)|(?:of|the|for|and|am|an|der|de|la|du)\s){4,30}")
_PLACE_WORDS, _HEADING_LINES, _HEADING_CHARS = 6, 12, 260
_SPAN_OF_DAYS = re.compile(r"\b(\d{1,2})\s?[–-]\s?\d{1,2}(?=,? \d{4}\b|\.? [A-Z][a-z]{2,8}\.? \d{4}\b)")
_OF_ANOTHER_DAY = frozenset(
    "of for since from until till by before after and the to ahead about during ending ended through".split()
)
_ALONE = re.compile(_WEEKDAY.rstrip("?"), re.IGNORECASE)


def date_of_heading(title: str, text: str) -> dt.date | None:
    """The day at the end of a transcript's heading ("Press conference on January 13, 2023"), or of one of the first
    lines of its text that is little more ("Karst, 16 March 2023", "Tuesday, 5 April 2022 - Karst"). Only with the month
    in words or the year first. In any text, a line above it that is a date with its weekday and no more."""
    lines = [line.strip() for line in text[:2000].split("\n") if line.strip()][:_HEADING_LINES]
    heads = [line for line in (title.strip(), *lines) if line and len(line) <= _HEADING_CHARS]
    spoken = is_spoken(heads, text)
    if (day := _day_behind_what(title)) is not None:
        return day
    for line in heads:
        line = _SPAN_OF_DAYS.sub(r"\1", line)
        found = list(_SEARCH.finditer(line))
        if found and not line[: found[0].start()].strip() and _HELD.match(line, found[0].end()):
            day = None if found[0]["y5"] else _read(found[0], None)
            if isinstance(day, dt.date):
                return day
        if not found or found[-1]["y5"] or not _BEHIND_DATE.fullmatch(line[found[-1].end() :]):
            continue
        before = line[: found[-1].start()]
        day = _read(found[-1], None)
        if not spoken and not (not before.strip() and _ALONE.match(line) and not line[found[-1].end() :].strip(" .")):
            continue
        plain = _SPOKEN.search(before) or len(before.split()) <= _PLACE_WORDS or _LISTS.fullmatch(before)
        told = plain and (_BEFORE_DATE.search(before) or _titles(before))
        if isinstance(day, dt.date) and (told or _PRESENTERS.match(before)):
            return day
    return None


def is_spoken(heads: Iterable[str], text: str) -> bool:
    """Whether the lines above a text tell of something spoken, or labels open its lines: a transcript."""
    return any(_SPOKEN.search(line) for line in heads) or len(_CALLS.findall(text[:_TOP])) >= _LEAST_CALLS


def _day_behind_what(title: str) -> dt.date | None:
    """The day right behind what a title is, whatever follows: "Department Briefing-February 13, 2023, Jane Roe on"."""
    for match in _SEARCH.finditer(re.sub(r"(?<=[a-z])-(?=[A-Z0-9])", " - ", title)):
        before = match.string[: match.start()].rstrip(" -–—:,|(")
        day = None if match["y5"] else _read(match, None)
        if isinstance(day, dt.date) and any(m.end() == len(before) for m in _SPOKEN.finditer(before)):
            return day
    return None


def _titles(before: str) -> bool:
    """Whether a date belongs to what stands before it without a sign: "Meeting of the Council 2 March 2023"."""
    return bool(_SPOKEN.search(before)) and before.split()[-1].lower() not in _OF_ANOTHER_DAY


def date_in_name(name: str) -> dt.date | None:
    """The date that a file name holds: "2022-04-05-summit.txt", "summit_20220405.txt"."""
    for match in _IN_NAME.finditer(name):
        day = _day(match[1], match[3], match[4])
        if day is not None:
            return day
    return None


def date_of_stamp(line: str) -> dt.date | None:
    """The day of a program's stamp of a recording: "GMT20220818-120312"."""
    stamp = _STAMP.search(line)
    return _day(stamp[1], stamp[2], stamp[3]) if stamp is not None else None


def date_in_address(url: str) -> dt.date | None:
    """The date that a web address holds: "…/2022/04/05/summit", "…/2022/apr/05/…", "…-2022-04-05.html"."""
    for pattern in _IN_ADDRESS:
        for match in pattern.finditer(url):
            month = match[2].lower()
            if not month.isdigit():
                if month not in _MONTHS:
                    continue
                month = str(_MONTHS[month])
            day = _day(match[1], month, match[3])
            if day is not None:
                return day
    return None


def _parse_foreign(text: str) -> dt.date | None:
    import dateparser  # most of a second to import, and seldom needed

    try:
        found = dateparser.parse(
            text,
            settings={
                "REQUIRE_PARTS": ["day", "month", "year"],
                "STRICT_PARSING": True,
                "PARSERS": ["absolute-time"],
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
    except Exception:  # whatever a text makes it raise, it is no date
        return None
    return found.date() if found is not None and str(found.year) in text else None


def _read(match: re.Match[str], day_first: bool | None) -> DateReading:
    group = match.groupdict()
    for form in "12":
        if group[f"y{form}"]:
            return _day(group[f"y{form}"], group[f"m{form}"], group[f"d{form}"])
    for form in "34":
        if group[f"y{form}"]:
            month = _MONTHS[group[f"m{form}"].lower()]
            return _day(group[f"y{form}"], str(month), group[f"d{form}"])
    year = group["y5"]
    if len(year) == 2:  # as POSIX reads them: 69 to 99 are of the last century
        year = f"{'19' if int(year) >= 69 else '20'}{year}"
    by_day = _day(year, group["b5"], group["a5"])
    if group["s5"] == "." and day_first is not False:
        return by_day
    by_month = _day(year, group["a5"], group["b5"])
    if day_first is None and _MONTH_FIRST_ZONE.search(match.group()):
        day_first = False
    weekday = _NAMED_DAY.search(match.group())
    if weekday and by_day and by_month and by_day.weekday() != by_month.weekday():  # "Thu, 12/10/2015"
        named = _DAYS.index(weekday[0].lower())
        day_first = True if by_day.weekday() == named else False if by_month.weekday() == named else day_first
    if by_day and by_month and by_day != by_month:
        return AMBIGUOUS if day_first is None else by_day if day_first else by_month
    return by_day or by_month


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
