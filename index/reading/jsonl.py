"""JSON Lines, and JSON files of one object or one array.

The text of an article comes back exactly as given, to the character, unless it ends in certain boilerplate or starts
with share buttons (see `boilerplate.trim`).
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import BinaryIO, cast

from index.errors import InputError
from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.boilerplate import trim
from index.reading.encoding import decode, marked_encoding
from index.reading.naming import named_source

_FIELDS = ("id", "title", "source", "date", "author", "url", "language")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
Row = tuple[int | None, object]


class _Malformed(Exception):
    """A line that is not JSON; the message says why."""


def read_lines(document: Document) -> Iterator[Draft | Problem]:
    """One draft a line, read lazily; a malformed line is a problem with its number and all else is read."""
    last = _last_lines(document)
    for number, line in _lines(document.stream):
        if not line.strip():
            continue
        try:
            value = _load(line)
        except _Malformed as error:
            yield document.problem(str(error), line=number)
            continue
        yield from _draft(document, number, value, last)


def read_json(document: Document) -> Iterator[Draft | Problem]:
    """The articles of a .json file: one object, an array of objects, or (by leniency) JSON Lines under that name."""
    try:
        value = _load(document.text)
    except _Malformed as error:
        try:
            first = next((line for _, line in _lines(document.stream) if line.strip()), "")
            _load(first)
        except _Malformed:
            raise InputError(str(error)) from None
        yield from read_lines(document)
        return
    if not isinstance(value, list):
        yield from _draft(document, None, value, {})
        return
    values = cast(list[object], value)
    last = {key: place for place, item in enumerate(values, 1) if (key := _key(item)) is not None}
    for place, item in enumerate(values, 1):
        yield from _draft(document, place, item, last)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, str]]:
    """Numbered lines; only "\\n" ends one, for a JSON string may hold other line separators."""
    stream.seek(0)
    codec = marked_encoding(stream.read(4))
    stream.seek(0)
    if codec not in (None, "utf-8-sig"):
        yield from enumerate(io.StringIO(decode(stream.read()).text, newline="\n"), 1)
        return
    for number, line in enumerate(stream, 1):
        try:
            yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            yield number, line.decode("cp1252", errors="replace")


def _load(text: str) -> object:
    try:
        return cast(object, json.loads(text))
    except json.JSONDecodeError as error:
        raise _Malformed(f"is not valid JSON ({error.msg} at character {error.pos + 1}); mend or remove it") from error
    except (ValueError, RecursionError) as error:
        raise _Malformed(f"cannot be read as JSON ({type(error).__name__}); mend or remove it") from error


def _key(value: object) -> str | None:
    if not isinstance(value, dict):
        return None
    given = cast(dict[str, object], value).get("id")
    if isinstance(given, bool) or not isinstance(given, (str, int)):
        return None
    return str(given).strip() or None


def _last_lines(document: Document) -> dict[str, int]:
    """The last line of each id: a first pass, so that of two articles with one id only the last is given out."""
    last: dict[str, int] = {}
    for number, line in _lines(document.stream):
        try:
            key = _key(_load(line)) if line.strip() else None
        except _Malformed:
            continue
        if key is not None:
            last[key] = number
    return last


def _draft(document: Document, line: int | None, value: object, last: dict[str, int]) -> Iterator[Draft | Problem]:
    if not isinstance(value, dict):
        yield document.problem(f'holds a {_kind(value)} where an object with a "text" is expected', line=line)
        return
    row = cast(dict[str, object], value)
    text = row.get("text")
    if not isinstance(text, str):
        what = 'has no "text"' if text is None else f'has a {_kind(text)} as "text" where a string is expected'
        yield document.problem(f"{what}; the article is left out", line=line)
        return
    key = _key(row)
    if key is not None and line is not None and last.get(key, line) != line:
        yield document.problem(
            f"the id {key!r} comes again in line {last[key]}, which is used instead", line=line, fatal=False
        )
        return
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
        yield document.problem(
            "the text holds half characters (lone surrogates); each is shown as \ufffd", line=line, fatal=False
        )
    cleaned = trim(text)
    fields = {name: row[name] for name in _FIELDS if row.get(name) is not None}
    yield Draft(text=cleaned.text, raw=text, fields=fields, named_source=named_source(cleaned.removed), line=line)


def _kind(value: object) -> str:
    if value is None:
        return "null"
    names: dict[type, str] = {
        bool: "boolean",
        int: "number",
        float: "number",
        str: "string",
        list: "list",
        dict: "object",
    }
    return names.get(type(value), type(value).__name__)


LINES = Format(name="JSON Lines", suffixes=(".jsonl", ".ndjson"), read=read_lines)
JSON = Format(name="JSON", suffixes=(".json",), read=read_json)
