"""Articles as news databases give them out: Nexis, Factiva, ProQuest, one file for many, under keys of their own.

Each is known by its keys alone. What the keys say becomes title, outlet, day and author; the body is what stands
between the keys before it and those behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from index.language.exports import FACTIVA_KEYS, NEXIS_HEAD, NEXIS_TAIL, PROQUEST_KEYS
from index.reading.base import Draft
from index.reading.boilerplate import clean
from index.reading.clean import byline, plain, separated
from index.reading.dates import find_date
from index.reading.wrapped import whole_paragraphs

_NEXIS_START = re.compile(r"\s*\d{1,5} of \d{1,5} DOCUMENTS?\s*")
_NEXIS_END = re.compile(r"\s*End of Document\s*")
_NEXIS_BODY = re.compile(r"\s*(?:BODY:|Body)\s*")
_RULE = re.compile(r"\s*_{20,}\s*")
_PROQUEST_START = re.compile(r"\s*Document \d{1,5} of \d{1,5}\s*")
_FACTIVA_LINE = re.compile(rf"(?P<key>{'|'.join(FACTIVA_KEYS)})(?:\s+(?P<value>\S.*))?")
_CODED = re.compile(r"\w+ : |Document \S+$")  # what stands behind the keys that follow a story
_PLAIN_KEY = re.compile(r"\s*(?P<key>[A-Z][\w/ -]{1,40}?):(?:\s+(?P<value>\S.*))?")
_EDITION = re.compile(r"\bedition\b|^(?:final|print)$", re.IGNORECASE)
_RIGHTS = re.compile(r"\s*(?:Copyright|©|All Rights Reserved)\b.*", re.IGNORECASE)
_LEAST_KEYS = 3  # different ones by which a text is known
_LOOKED_AT = 20_000  # characters


@dataclass(slots=True)
class _Found:
    """One article on its way: its fields, the lines of its body, all others, and the line where it begins."""

    line: int
    fields: dict[str, str] = field(default_factory=dict[str, str])
    body: list[str] = field(default_factory=list[str])
    removed: list[str] = field(default_factory=list[str])
    raw: list[str] = field(default_factory=list[str])


Reader = Callable[[Sequence[str]], Iterator[_Found]]


def is_export(text: str) -> bool:
    """Whether a text, or the beginning of one, is what a news database gives out."""
    return _reader(text[:_LOOKED_AT]) is not None


def drafts_of_export(text: str) -> list[Draft]:
    """The articles of a text (line ends as "\\n"); none where it is no such export."""
    reader = _reader(text[:_LOOKED_AT])
    return [] if reader is None else [_draft(found) for found in reader(text.split("\n")) if any(found.body)]


def _reader(head: str) -> Reader | None:
    """What reads a text that begins so."""
    lines = head.split("\n")
    plain_keys = {match["key"].lower() for line in lines if (match := _PLAIN_KEY.match(line))}
    codes = {match["key"] for line in lines if (match := _FACTIVA_LINE.fullmatch(line.strip()))}
    if {"HD", "PD", "SN"} <= codes and codes & {"LP", "TD"}:
        return _factiva
    if "full text" in plain_keys and len(plain_keys & set(PROQUEST_KEYS)) >= _LEAST_KEYS:
        return _proquest
    numbered = any(_NEXIS_START.fullmatch(line) for line in lines)
    bodied = any(_NEXIS_BODY.fullmatch(line) for line in lines)
    if (numbered or bodied) and len(plain_keys & set(NEXIS_HEAD + NEXIS_TAIL)) >= _LEAST_KEYS:
        return _nexis
    return None


def _parts(lines: Sequence[str], begins: re.Pattern[str], ends: re.Pattern[str]) -> Iterator[tuple[int, list[str]]]:
    """(number of the first line, lines) of each article; `begins` and `ends` stand on lines of their own."""
    first, own = 1, list[str]()
    for number, line in enumerate(lines, 1):
        if begins.fullmatch(line) or ends.fullmatch(line):
            if any(part.strip() for part in own):
                yield first, own
            first, own = number + 1, []
        else:
            own.append(line)
    if any(part.strip() for part in own):
        yield first, own


def _nexis(lines: Sequence[str]) -> Iterator[_Found]:
    for number, own in _parts(lines, _NEXIS_START, _NEXIS_END):
        found = _Found(number, raw=own)
        head: list[str] = []
        state, bodied = "head", any(_NEXIS_BODY.fullmatch(line) for line in own)
        for line in own:
            match = _PLAIN_KEY.match(line)
            key = match["key"].strip().lower() if match else ""
            if state != "tail" and _NEXIS_BODY.fullmatch(line):
                state = "body"
            elif state == "body" and (key in NEXIS_TAIL or line.strip() == "Classification"):
                state = "tail"
            elif state in ("head", "keys") and key in NEXIS_HEAD and match is not None:
                state = "keys"
                found.fields.setdefault(key, (match["value"] or "").strip())
            elif state == "keys" and line.strip() and not _RIGHTS.fullmatch(line):
                if bodied or key in NEXIS_TAIL:
                    found.removed.append(line.strip())  # a key's second line
                    continue
                state = "body"
            elif state == "head" and line.strip() and not _RIGHTS.fullmatch(line):
                head.append(line.strip())
            if state == "body" and not _NEXIS_BODY.fullmatch(line) and not _RIGHTS.fullmatch(line):
                found.body.append(line)
            elif line.strip():
                found.removed.append(line.strip())
        _name_nexis(found, head)
        yield found


def _name_nexis(found: _Found, head: list[str]) -> None:
    """Title, outlet and day of the lines above the keys: "outlet, day, edition, title" or "title, outlet, day"."""
    day = next((at for at, line in enumerate(head) if at and find_date(line) is not None), None)
    if day is None:
        found.fields["title"] = " ".join(head)
        return
    behind = head[day + 1 :]
    behind = [line for line in behind if not (_EDITION.search(line) and len(line.split()) <= 6)] or behind
    found.fields |= {
        "source": head[day - 1],
        "date": _written_day(head[day]),
        "title": " ".join(head[: day - 1]) or " ".join(behind),
    }


def _factiva(lines: Sequence[str]) -> Iterator[_Found]:
    found, key, ended = _Found(1), "", False
    for number, line in enumerate(lines, 1):
        match = _FACTIVA_LINE.fullmatch(line.strip())
        if match is not None and key in ("LP", "TD") and match["value"] and not _CODED.match(match["value"]):
            match = None  # "IN HALDEN, the ferries stood still": the story goes on
        if match is not None:
            if ended or (match["key"] in ("SE", "HD") and found.body):
                yield _named_factiva(found)
                found, ended = _Found(number), False
            key = match["key"]
            ended = key == "AN"
        value = line if match is None else match["value"] or ""
        found.raw.append(line)
        if key in ("LP", "TD"):
            found.body.extend([""] if match is not None else [])
            found.body.append(value)
        elif key and value.strip():
            found.fields[key] = f"{found.fields.get(key, '')} {value.strip()}".strip()
            found.removed.append(line.strip())
    yield _named_factiva(found)


def _named_factiva(found: _Found) -> _Found:
    names = {"title": "HD", "source": "SN", "date": "PD", "byline": "BY"}
    found.fields = {name: found.fields[key] for name, key in names.items() if key in found.fields}
    return found


def _proquest(lines: Sequence[str]) -> Iterator[_Found]:
    for number, own in _parts(lines, _PROQUEST_START, _RULE):
        found = _Found(number, raw=own)
        key, title = "", list[str]()
        for line in own:
            match = _PLAIN_KEY.match(line)
            named = match["key"].strip().lower() if match else ""
            if named in PROQUEST_KEYS and match is not None:
                key = named
                if key == "full text":
                    found.body.append(match["value"] or "")
                    continue
                found.fields.setdefault(key, (match["value"] or "").strip())
            elif key == "full text":
                found.body.append(line)
                continue
            elif not key and line.strip():
                title.append(line.strip())
            if line.strip():
                found.removed.append(line.strip())
        outlet, _, rest = found.fields.get("publication info", "").partition(";")
        found.fields |= {
            "title": found.fields.get("title") or " ".join(title),
            "source": found.fields.get("publication title") or outlet.strip(),
            "date": found.fields.get("publication date") or _written_day(rest),
            "byline": found.fields.get("author", ""),
        }
        if found.body:
            yield found


def _written_day(line: str) -> str:
    """The day in a line as it is written there: "April 5, 2022 Tuesday" without the weekday."""
    day = find_date(line)
    return line[day[1] : day[2]] if day is not None else ""


def _draft(found: _Found) -> Draft:
    cleaned = clean(separated(whole_paragraphs(plain("\n".join(found.body).strip("\n")))))
    values = {name: found.fields.get(name, "").strip() for name in ("title", "source", "date")}
    values["author"] = _author(found.fields.get("byline", ""))
    fields: dict[str, object] = {name: value for name, value in values.items() if value}
    return Draft(
        text=cleaned.text,
        raw="\n".join(found.raw).strip("\n"),
        fields=fields,
        evidence=dict.fromkeys(fields, "the database's own fields"),
        removed=(*found.removed, *cleaned.removed),
        line=found.line,
    )


def _author(written: str) -> str:
    """ "By NELL ASHGROVE", "Ashgrove, Nell" and "By Nell Ashgrove, staff writer" as "Nell Ashgrove"."""
    written = written.strip().rstrip(".")
    if written.isupper() or re.sub(r"^[Bb]y ", "", written).isupper():
        written = written.title()
    written = byline(written) or re.sub(r"^by\s+", "", written, flags=re.IGNORECASE)
    last, comma, first = written.partition(", ")
    return f"{first} {last}" if comma and " " not in last and first and len(first.split()) <= 2 else written
