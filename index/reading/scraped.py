"""Pages scraped to text: a date and share buttons before the article, credits and appeals behind it.

    ` date 2022-04-05 Share this: Facebook`, then "Twitter" and other buttons on lines of their own, paragraphs without
a title, "(Photo: …)", "For the rest of …'s continuing coverage …, please click here.", appeals, "Become a Patron!".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.boilerplate import clean
from index.reading.clean import byline, normalise, split_title
from index.reading.dates import find_date
from index.reading.naming import named_source
from index.reading.rules import is_button

_HEAD_LINES = 12
_LABEL = re.compile(
    r"(?:date|dated|published(?: on| at)?|posted(?: on)?|updated(?: on)?|last updated|publication date|on)\s*[:|-]?",
    re.IGNORECASE,
)
_SHARE = re.compile(r"share (?:this|on|via)\b.{0,20}?:|\bshare this\b", re.IGNORECASE)
_LEFTOVER = re.compile(r"[\s|,·•–—:-]*")


def accepts(document: Document) -> bool:
    """Whether the first lines are a date beside or above share buttons."""
    lines = _head_lines(normalise(document.text[:4000]))
    if not lines:
        return False
    if re.match(r"date\b", lines[0], re.IGNORECASE) and find_date(lines[0][:60]):
        return True
    buttons = sum(is_button(line) for line in lines)
    shares = any(_SHARE.search(line) and len(line) < 200 for line in lines)
    return (shares and buttons >= 1) or buttons >= 3


def read(document: Document) -> Iterator[Draft | Problem]:
    """One draft: the date, the byline and the title of the head, the text without boilerplate."""
    head, body = _split_head(normalise(document.text))
    fields: dict[str, object] = {}
    removed: list[str] = []
    for line in head:
        _read_head_line(line, fields)
        removed.append(line)
    cleaned = clean(body)
    title, text = split_title(cleaned.text)
    if title is not None:
        fields["title"] = title
    yield Draft(text=text, raw=document.text, fields=fields, named_source=named_source([*removed, *cleaned.removed]))


def _head_lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()][:_HEAD_LINES]


def _split_head(text: str) -> tuple[list[str], str]:
    """(head lines with a date, a byline or buttons; the rest of the text). A title may stand above the head."""
    lines = text.split("\n")
    solid = [number for number, line in enumerate(lines) if line.strip()]
    first = 1 if len(solid) > 1 and not _is_head(lines[solid[0]].strip()) and _is_head(lines[solid[1]].strip()) else 0
    title = [lines[number].strip() for number in solid[:first]]
    head: list[str] = []
    for number in solid[first:]:
        line = lines[number].strip()
        if len(head) >= 2 * _HEAD_LINES or not _is_head(line):
            return head, "\n\n".join([*title, "\n".join(lines[number:])])
        head.append(line)
    return head, "\n\n".join(title)


def _is_head(line: str) -> bool:
    return is_button(line) or _rest_of_head(line)[0] is not None or byline(line) is not None


def _rest_of_head(line: str) -> tuple[str | None, str | None]:
    """(the date as written, the byline) of a line that holds nothing besides them, labels and buttons."""
    if len(line) > 200:
        return None, None
    found = find_date(line)
    if found is None:
        return None, None
    _, start, end = found
    before = _LABEL.sub("", line[:start], count=1).strip()
    after = line[end:].strip()
    author: str | None = None
    for part in (before, after):
        if _LEFTOVER.fullmatch(part) or is_button(part.strip(" |,·•–—-")):
            continue
        author = byline(part.strip(" |,·•–—-"))
        if author is None:
            return None, None
    return line[start:end], author


def _read_head_line(line: str, fields: dict[str, object]) -> None:
    date, author = _rest_of_head(line)
    if date is not None:
        fields.setdefault("date", date)
    author = author or byline(line)
    if author:
        fields.setdefault("author", author)


FORMAT = Format(name="scraped page", suffixes=(".txt", ".text"), accepts=accepts, read=read)
