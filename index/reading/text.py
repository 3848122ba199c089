"""Plain text, with or without front matter or a block of "Key: value" lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.boilerplate import clean
from index.reading.clean import byline, normalise, split_title
from index.reading.dates import find_date
from index.reading.matter import KEYS, metadata, split_matter
from index.reading.naming import named_source

_KEY_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{0,30})\s*:\s*(\S.*)")
_DATE_LABEL = re.compile(r"(?:date|dated|published(?: on)?|posted(?: on)?|updated(?: on)?|on)?\s*:?\s*", re.IGNORECASE)
_HEAD_LINES = 4


def read(document: Document) -> Iterator[Draft | Problem]:
    """One draft; problems of the front matter come before it."""
    matter, body, problem = split_matter(normalise(document.text))
    if problem is not None:
        yield document.problem(problem, line=1, fatal=False)
    if not matter:
        matter, body = header_block(body)
    fields = metadata(matter)
    cleaned = clean(body)
    title, text = split_title(take_head(cleaned.text, fields))
    if title is not None and "title" not in fields:
        fields["title"] = title
        text = take_head(text, fields)
    elif title is not None and title != fields["title"]:
        text = f"{title}\n\n{text}"
    yield Draft(text=text, raw=document.text, fields=fields, named_source=named_source(cleaned.removed))


def header_block(text: str) -> tuple[dict[str, object], str]:
    """(fields, rest) of a text whose first paragraph is nothing but known "Key: value" lines; ({}, text) otherwise."""
    block, _, rest = text.lstrip("\n").partition("\n\n")
    fields: dict[str, object] = {}
    for line in block.split("\n"):
        match = _KEY_LINE.fullmatch(line.strip())
        if match is None or match[1].strip().lower() not in KEYS:
            return {}, text
        fields[match[1].strip().lower()] = match[2]
    return (fields, rest) if rest.strip() else ({}, text)


def take_head(text: str, fields: dict[str, object]) -> str:
    """The text without the lines at its head that are nothing but a date or a byline; `fields` gains what they say.

    What `fields` has already is not overwritten, and the line goes all the same: it says it again.
    """
    lines = text.split("\n")
    for number in [number for number, line in enumerate(lines) if line.strip()][:_HEAD_LINES]:
        line = lines[number].strip()
        date, author = _date_alone(line), byline(line)
        if date is None and author is None:
            continue
        if date is not None:
            fields.setdefault("date", date)
        if author is not None:
            fields.setdefault("author", author)
        lines[number] = ""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _date_alone(line: str) -> str | None:
    found = find_date(line) if len(line) <= 80 else None
    if found is None:
        return None
    _, start, end = found
    return line[start:end] if _DATE_LABEL.fullmatch(line[:start]) and not line[end:].strip(" .|") else None


FORMAT = Format(name="plain text", suffixes=(".txt", ".text"), read=read)
