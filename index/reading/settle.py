"""From what a format found to an article: which of several dates, outlets and addresses holds, and what told it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import cast
from urllib.parse import urljoin, urlsplit

from index.errors import InputError
from index.language.detect import FOUND, found_language
from index.model import Article, Problem
from index.reading.base import Document, Draft, ReadOptions, check_length
from index.reading.boilerplate import without_repeated
from index.reading.clean import one_line
from index.reading.datelines import HEAD, agency_of_dateline, date_of_head, day_above
from index.reading.dates import (
    AMBIGUOUS,
    date_in_address,
    date_in_name,
    date_of_heading,
    find_date,
    has_time,
    order_of,
    parse_date,
)
from index.reading.folder import FolderSettings
from index.reading.naming import article_id
from index.reading.outlets import (
    host_of,
    is_platform,
    known_name,
    name_of_host,
    outlet_name,
    unwrapped,
    without_outlet,
)

_NO_DATE = "no date found; it will be left out of questions with a time"
_FIRST_PRINT = dt.date(1605, 1, 1)  # the first newspaper
_LATE = dt.timedelta(days=14)  # after it was spoken a transcript is published at the latest
_HELD = 10_000  # articles that wait for their source's habit at most
# Countries that write the month first, or both ways; every other country's domain says that the day comes first.
_MONTH_FIRST = frozenset("us ca ph fm".split())
_NO_COUNTRY = frozenset("io co tv me ai cc ws".split())
_YEAR_FIRST = frozenset("cn jp kr tw hu lt ir".split())


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An article whose date can be read in two ways, until its source's other dates have told which."""

    draft: Draft
    name: str
    path: Path | None
    settings: FolderSettings


@dataclass(slots=True)
class Settler:
    """Makes articles of drafts, over one reading: it learns whether a source writes the day or the month first."""

    options: ReadOptions
    _habits: dict[str, Counter[bool]] = field(default_factory=dict[str, Counter[bool]])
    _waiting: list[_Waiting] = field(default_factory=list[_Waiting])

    def finish(
        self, draft: Draft, document: Document, path: Path | None, settings: FolderSettings
    ) -> Iterator[Article | Problem]:
        """The article of a draft and the problems with its fields; only a problem where it holds no text.

        Nothing yet where the date can be read in two ways: `rest` gives it when all else was read.
        """
        if not draft.text.strip():
            what = "holds no text besides boilerplate" if draft.raw.strip() else "holds no text"
            yield document.problem(f"{what}; nothing to read", line=draft.line)
            return
        try:
            check_length(max(len(draft.text), len(draft.raw)))
        except InputError as error:
            yield document.problem(str(error), line=draft.line)
            return
        work = _Work(draft, document.name, path, settings, self.options)
        source, told = work.source()
        habit = source or str(PurePath(document.name).parent)
        written = work.written("date")
        order = order_of(written) if written else None
        if order is not None:
            self._habits.setdefault(habit, Counter())[order] += 1
        day_first = self._day_first(habit, work)
        open_still = bool(written) and day_first is None and parse_date(written) is AMBIGUOUS
        if open_still and len(self._waiting) < _HELD:
            self._waiting.append(_Waiting(draft, document.name, path, settings))
            return
        yield from work.article(source, told, day_first)

    def rest(self) -> Iterator[Article | Problem]:
        """The articles that waited."""
        waiting, self._waiting = self._waiting, []
        for item in waiting:
            work = _Work(item.draft, item.name, item.path, item.settings, self.options)
            source, told = work.source()
            yield from work.article(source, told, self._day_first(source or str(PurePath(item.name).parent), work))

    def _day_first(self, habit: str, work: _Work) -> bool | None:
        """How the source writes dates: by the folder's setting, its other dates, or the country of its address."""
        if work.settings.day_first is not None:
            return work.settings.day_first
        counts = self._habits.get(habit)
        if counts and counts[True] != counts[False]:
            return counts[True] > counts[False]
        country = (work.host or "").rpartition(".")[2]
        if len(country) == 2 and country not in _MONTH_FIRST | _NO_COUNTRY | _YEAR_FIRST:
            return True
        return None


class _Work:
    """One draft on its way."""

    def __init__(
        self, draft: Draft, name: str, path: Path | None, settings: FolderSettings, options: ReadOptions
    ) -> None:
        self.draft = draft
        self.name = name
        self.path = path
        self.settings = settings
        self.options = options
        self.problems: list[Problem] = []
        self.evidence: dict[str, str] = {"file": name if draft.line is None else f"{name}:{draft.line}"}
        self.url = self._url()
        self.host = self._host()

    def article(self, source: str | None, told: str | None, day_first: bool | None) -> Iterator[Article | Problem]:
        """The problems of the fields, and the article."""
        title, author, language = (self._text(name) for name in ("title", "author", "language"))
        date = self._date(day_first)
        modified = self._modified(day_first, date)
        if source is not None and told is not None:
            self.evidence["source"] = told
        for outlet in (source, self._text("source")):  # also the one that its page names, where the user says another
            title = without_outlet(title, outlet) if title and outlet else title
        given = _given_id(self.draft.fields.get("id"))
        if given is None and self.draft.fields.get("id") not in (None, ""):
            self._note("the id is neither text nor a whole number; one is made")
        if language is None and self.settings.language is not None:
            language, self.evidence["language"] = self.settings.language, "the folder's onrecord.toml"
        elif language is not None:
            self.evidence["language"] = self._told("language")
        elif (language := found_language(self.draft.text)) is not None:
            self.evidence["language"] = FOUND
        yield from self.problems
        text, removed = self._without_repeated(source, given is not None)
        single = self.path is not None and self.draft.line is None and given is None
        yield Article(
            id=given or article_id(source=self._named_for_id(source, told), date=date, text=self.draft.text),
            text=text,
            title=title,
            source=source,
            date=date,
            author=author,
            url=self.url,
            language=language,
            raw=self.draft.raw,
            origin=str(self.path.absolute()) if single and self.path is not None else None,
            modified=modified,
            removed=(*self.draft.removed, *removed),
            anchors=self.draft.anchors,
            evidence={
                **self.evidence,
                **({"id": "given"} if given else {}),
                **({"speaker": speaker} if (speaker := self._text("speaker")) else {}),
                # One of several in its file: it leaves with its line, as others leave with their file.
                **({"among": str(self.path.absolute())} if self.path is not None and not single else {}),
                **({"host": self.host} if self.host and not is_platform(self.host) else {}),
            },
        )

    def _without_repeated(self, source: str | None, given: bool) -> tuple[str, tuple[str, ...]]:
        """(the text without what recurs in its source's articles, what was taken out).

        Of a text with an id of its own, or with pages or times, only the end goes: offsets made elsewhere hold.
        """
        repeated = self.options.repeated.get(source or "")
        if not repeated:
            return self.draft.text, ()
        cleaned = without_repeated(self.draft.text, repeated, tail_only=given or bool(self.draft.anchors))
        return cleaned.text, cleaned.removed

    def source(self) -> tuple[str | None, str | None]:
        """(the outlet, what told it); (None, None) where nothing does."""
        if self.options.source:
            return self.options.source, "--source"
        if self.draft.outlet:
            return self.draft.outlet, self._told("outlet")
        own = self._text("source", quiet=False)
        name = outlet_name(own) if own else None
        if name is not None and host_of(name) is None:
            return name, self._told("source")
        if self.settings.source:
            return self.settings.source, "the folder's onrecord.toml"
        host = self.host or (host_of(own) if own else None)
        known = name_of_host(host, self.options.hosts) if host else None
        if known is not None:
            return known, f"the address ({host})"
        named = outlet_name(self.draft.named_source) if self.draft.named_source else None
        if named is not None:
            return named, self.draft.evidence.get("named_source") or "the text's own furniture"
        author = self._text("author") if host and is_platform(host) else None
        if author is not None and (agency := known_name(author)) is not None:
            return agency, "its author"  # what a portal takes over from an agency
        if self.options.default_source:
            return self.options.default_source, "default_source of the configuration"
        if name is not None:  # an outlet that calls itself by its host
            return (host or name), "host"
        if host and not is_platform(host):
            return host, "host"
        agency = agency_of_dateline(self.draft.text)
        return (agency, "its dateline") if agency else (None, None)

    def _named_for_id(self, source: str | None, told: str | None) -> str | None:
        """The outlet in a made id: its host where the address told it, for a name may be learned later."""
        return self.host if self.host and told in ("host", f"the address ({self.host})") else source

    def written(self, name: str) -> str:
        """A date field as written; empty where there is none, or one that is a date already."""
        value = self.draft.fields.get(name)
        return "" if value is None or isinstance(value, (bool, dt.date)) else str(value).strip()

    def _told(self, name: str) -> str:
        return self.draft.evidence.get(name) or f"its own {name}"

    def _note(self, message: str, written: str | None = None) -> None:
        line = self.draft.line
        if line is None and written:
            at = self.draft.raw.find(written)
            line = self.draft.raw.count("\n", 0, at) + 1 if at >= 0 else None
        self.problems.append(Problem(path=self.name, message=message, line=line, fatal=False))

    def _text(self, name: str, *, quiet: bool = True) -> str | None:
        value = self.draft.fields.get(name)
        if value is None:
            return None
        if isinstance(value, list):
            value = ", ".join(str(part) for part in cast(list[object], value) if isinstance(part, (str, int)))
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            self._note(f"{name} is not text and is left out")
            return None
        return one_line(value.encode("utf-8", "replace").decode())

    def _host(self) -> str | None:
        """The host of the address, else the one that is named beside it; never a platform's where there is another."""
        given = self.draft.fields.get("host")
        hosts = [host_of(self.url) if self.url else None, host_of(given) if isinstance(given, str) else None]
        found = [host for host in hosts if host]
        return next((host for host in found if not is_platform(host)), found[0] if found else None)

    def _date(self, day_first: bool | None) -> dt.date | None:
        """The article's day: its own field, else the address, else the file's name; what is wrong is noted."""
        value = self.draft.fields.get("date")
        written = self.written("date")
        if isinstance(value, dt.date):
            written = str(value)
            reading = value.date() if isinstance(value, dt.datetime) else value
        else:
            reading = _lenient(written, day_first)
            if reading is AMBIGUOUS:
                other = self._other_date()
                reading = (
                    other if other in {parse_date(written, day_first=first) for first in (True, False)} else reading
                )
        if isinstance(reading, dt.date):
            refused = self._refused(reading, written)
            if not refused and (spoken := self._spoken_before(reading)) is not None:
                return spoken
            if not refused:
                self.evidence["date"] = self._told("date")
                self.evidence["date_precision"] = "time" if has_time(written) else "day"
                if parse_date(written) is AMBIGUOUS:
                    first = "day" if parse_date(written, day_first=True) == reading else "month"
                    self.evidence["date"] += f", read with the {first} first"
                return reading
            self._note(refused, written)
        elif written:
            shown = written if len(written) <= 60 else written[:60] + "…"
            why = (
                'can be read in two ways and is left out; write it as 2022-12-31, or set dates = "day-first" in the '
                "folder's onrecord.toml"
                if reading is AMBIGUOUS
                else "does not exist or is not understood and is left out; write it as 2022-12-31"
            )
            self._note(f"the date “{shown}” {why}", written)
        else:
            day = self._other_date()
            if day is None:
                self._note(_NO_DATE)
            return day
        return None

    def _spoken_before(self, found: dt.date) -> dt.date | None:
        """The day of a transcript's own heading ("Halden, 12 December 2022"), where a line of its page gives a day long
        after it: that is when the page was looked at."""
        if self._told("date") != "a line of its head":
            return None
        day = date_of_heading(self.written("title"), self.draft.text)
        if day is None or found - day <= _LATE or self._refused(day, str(day)):
            return None
        self.evidence["date"], self.evidence["date_precision"] = "its heading", "day"
        return day

    def _other_date(self) -> dt.date | None:
        """The day that the address, the file's name or a transcript's heading holds."""
        places = [(date_in_address(self.url) if self.url else None, "the address")]
        if self.draft.line is None:
            places.append((date_in_name(PurePath(self.name).name), "the file's name"))
        places.append((date_of_heading(self.written("title"), self.draft.text), "its heading"))
        places.append((date_of_head(f"{self.written('title')}\n{self.draft.text[:HEAD]}"), "its first lines"))
        places.append((_above(self.written("title"), self.draft, places), "the lines above it"))
        for day, place in places:
            if day is not None and not self._refused(day, str(day)):
                self.evidence["date"], self.evidence["date_precision"] = place, "day"
                return day
        return None

    def _refused(self, day: dt.date, written: str) -> str:
        """Why a date cannot be an article's; empty where it can."""
        today = self.options.today or dt.datetime.now(dt.UTC).date()
        if day > today + dt.timedelta(days=1):  # a day of grace: zones differ
            return f"the date “{written}” lies in the future and is left out; mend it in the file"
        if day < _FIRST_PRINT:
            return f"the date “{written}” lies before the first newspaper and is left out; mend it in the file"
        return ""

    def _modified(self, day_first: bool | None, date: dt.date | None) -> dt.date | None:
        reading = _lenient(self.written("modified"), day_first)
        if not isinstance(reading, dt.date) or self._refused(reading, "") or (date is not None and reading < date):
            return None
        self.evidence["modified"] = self._told("modified")
        return reading

    def _url(self) -> str | None:
        """The article's web address; only http and https, for it becomes a link that people click."""
        value = self.draft.fields.get("url")
        if not isinstance(value, str) or not value.strip():
            return None
        try:
            address = unwrapped(urljoin(self.settings.url_base or "", value.strip()))
            parts = urlsplit(address)
            good = (
                parts.scheme in ("http", "https")
                and bool(parts.hostname)
                and not any(sign.isspace() for sign in address)
            )
            address.encode("utf-8")
        except ValueError:
            good, address = False, ""
        if good:
            return address
        self._note("the url is not an http or https address and is left out", value)
        return None


def _above(title: str, draft: Draft, places: Sequence[tuple[dt.date | None, str]]) -> dt.date | None:
    """The day of any line above a text, where no other place holds one."""
    return None if any(day is not None for day, _ in places) else day_above(title, draft.text)


def _lenient(written: str, day_first: bool | None) -> object:
    """A date field: the date that it is, else the only one that it holds beside a label ("Updated 5 April 2022")."""
    reading = parse_date(written, day_first=day_first) if written else None
    if reading is not None or not written or len(written) > 80:
        return reading
    found = find_date(written)
    return None if found is None or find_date(written[found[2] :]) is not None else found[0]


def _given_id(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    given = str(value).encode("utf-8", "replace").decode()
    return given if given.strip() else None
