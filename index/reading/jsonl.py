"""JSON Lines, and JSON files of one object or one array.

An object may hold its articles in a list, as the interfaces of news services give them.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import BinaryIO, cast

from index.errors import InputError
from index.model import Problem
from index.reading.base import LONGEST, TOO_LONG, Document, Draft, Format
from index.reading.encoding import decode, looks_binary, marked_encoding
from index.reading.keys import is_article
from index.reading.rows import draft_of_row, rows_in

_SPACE = re.compile(r"[ \t\n\r]*")


class _Malformed(Exception):
    """Not JSON; the message says why, `line` where in the text."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def read_lines(document: Document) -> Iterator[Draft | Problem]:
    """One draft a line, read lazily; a malformed line is a problem with its number and all else is read."""
    sample = document.stream.read(65_536)
    if marked_encoding(sample) is None and looks_binary(sample):
        raise InputError("is not a text file; convert it to text first")
    last = _last_lines(document)
    for number, line, guessed in _lines(document.stream):
        if len(line) > LONGEST:
            yield document.problem(TOO_LONG, line=number)
            continue
        if not line.strip():
            continue
        if guessed:
            yield document.problem("is not UTF-8; read as cp1252, a guess: save it as UTF-8", line=number, fatal=False)
        try:
            value = _load(line)
        except _Malformed as error:
            yield document.problem(str(error), line=number)
            continue
        yield from _draft(document, number, value, last)


def read_json(document: Document) -> Iterator[Draft | Problem]:
    """The articles of a .json file: one object, an array of objects, or (by leniency) JSON Lines under that name."""
    text = document.text
    try:
        value = _load(text)
    except _Malformed as error:
        first = next((line for line in text.split("\n") if line.strip()), "")
        try:
            _load(first)
        except _Malformed:
            yield document.problem(str(error), line=error.line)
            return
        document.stream.seek(0)
        yield from read_lines(document)
        return
    if isinstance(value, dict):
        yield from _of_object(document, cast(dict[str, object], value))
        return
    if not isinstance(value, list):
        yield from _draft(document, None, value, {})
        return
    numbered = list(_items(text))
    last = {key: line for line, item in numbered if (key := _key(item)) is not None}
    for line, item in numbered:
        yield from _draft(document, line, item, last)


def _of_object(document: Document, value: dict[str, object]) -> Iterator[Draft | Problem]:
    """The article that an object is, or the articles that it holds in a list or under their names."""
    inside = None if document.mapping or is_article(value) else rows_in(value)
    if inside is None:
        yield from _draft(document, None, value, {})
        return
    for number, row in enumerate(inside, 1):
        yield from draft_of_row(document, row, number)


def _items(text: str) -> Iterator[tuple[int, object]]:
    """The elements of a JSON array that is known to be well formed, with the line on which each starts."""
    decoder = json.JSONDecoder()
    at, line = text.index("[") + 1, 1
    counted = 0
    while text[at := _next_sign(text, at)] != "]":
        line += text.count("\n", counted, at)
        counted = at
        item, at = decoder.raw_decode(text, at)
        yield line, cast(object, item)
        at = _next_sign(text, at)
        at += text[at] == ","


def _next_sign(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _lines(stream: BinaryIO) -> Iterator[tuple[int, str, bool]]:
    """(number, line, whether its encoding is a guess); only "\\n" ends a line: strings may hold other separators."""
    stream.seek(0)
    codec = marked_encoding(stream.read(4))
    stream.seek(0)
    if codec not in (None, "utf-8-sig"):
        for number, line in enumerate(io.StringIO(decode(stream.read()).text, newline="\n"), 1):
            yield number, line, False
        return
    for number, line in enumerate(_bounded(stream), 1):
        try:
            yield number, line.decode("utf-8-sig" if number == 1 else "utf-8"), False
        except UnicodeDecodeError:
            yield number, line.decode("cp1252", errors="replace"), True


def _bounded(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one that is longer than an article may be only as much as tells that."""
    while line := stream.readline(LONGEST + 1):
        yield line
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST + 1)


def _load(text: str) -> object:
    try:
        return cast(object, json.loads(text))
    except json.JSONDecodeError as error:
        message = f"is not valid JSON ({error.msg} at character {error.colno}); mend or remove it"
        raise _Malformed(message, error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise _Malformed(f"cannot be read as JSON ({type(error).__name__}); mend or remove it") from error


def _key(value: object) -> str | None:
    if not isinstance(value, dict):
        return None
    given = cast(dict[str, object], value).get("id")
    if isinstance(given, bool) or not isinstance(given, (str, int)):
        return None
    return str(given) if str(given).strip() else None


def _last_lines(document: Document) -> dict[str, int]:
    """The last line of each id: a first pass, so that of two articles with one id only the last is given out."""
    last: dict[str, int] = {}
    for number, line, _ in _lines(document.stream):
        try:
            key = _key(_load(line)) if line.strip() and len(line) <= LONGEST else None
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
    key = _key(row)
    if key is not None and line is not None and last.get(key, line) != line:
        yield document.problem(
            f"the id {key!r} comes again in line {last[key]}, which is used instead", line=line, fatal=False
        )
        return
    yield from draft_of_row(document, row, line)


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
