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
from index.reading.clean import normalise, plain, separated, split_title
from index.reading.dates import find_date
from index.reading.head import Head
from index.reading.naming import named_source
from index.reading.rules import is_button

_HEAD_LINES = 12
_SHARE = re.compile(r"share (?:this|on|via)\b.{0,20}?:|\bshare this\b", re.IGNORECASE)


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
    head = Head()
    body = _split_head(normalise(document.one_text), head)
    head.settle()
    cleaned = clean(separated(plain(body)))
    title, text = split_title(cleaned.text)
    if title is not None:
        head.fields["title"], head.evidence["title"] = title, "the first line"
    removed = (*head.removed, *cleaned.removed)
    yield Draft(
        text=text,
        raw=document.text,
        fields=head.fields,
        evidence=head.evidence,
        named_source=head.outlet or named_source(removed),
        removed=removed,
    )


def _head_lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()][:_HEAD_LINES]


def _split_head(text: str, head: Head) -> str:
    """The text behind the head's lines (a date, a byline or buttons), which `head` reads. A title may stand above."""
    lines = text.split("\n")
    solid = [number for number, line in enumerate(lines) if line.strip()]
    first = 1 if len(solid) > 1 and not Head().take(lines[solid[0]]) and Head().take(lines[solid[1]]) else 0
    title = [lines[number].strip() for number in solid[:first]]
    for count, number in enumerate(solid[first:]):
        if count >= 2 * _HEAD_LINES or not head.take(lines[number]):
            return "\n\n".join([*title, "\n".join(lines[number:])])
    return "\n\n".join(title)


FORMAT = Format(name="scraped page", suffixes=(".txt", ".text"), accepts=accepts, read=read)
