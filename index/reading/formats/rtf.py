"""RTF, as old word processors and some agencies' terminals save it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.clean import normalise
from index.reading.exports import drafts_of_export
from index.reading.head import Head
from index.reading.text import draft_of

_TITLE = re.compile(r"\{\\title\s+([^{}\\]{1,300})\}")
_AUTHOR = re.compile(r"\{\\author\s+([^{}\\]{1,200})\}")
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")


def recognises(document: Document) -> bool:
    """Whether the first bytes are RTF's."""
    return document.head.lstrip().startswith(b"{\\rtf")


def read(document: Document) -> Iterator[Draft | Problem]:
    """One draft, whose properties give what its text does not; of a news database's export a draft an article."""
    from striprtf.striprtf import rtf_to_text

    document.stream.seek(0)
    source = document.stream.read().decode("latin-1")
    text = normalise(str(rtf_to_text(source, errors="replace")))
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    if exported := drafts_of_export("\n\n".join(paragraphs)):
        yield from exported
        return
    head = Head()
    draft = draft_of("\n\n".join(paragraphs), "\n\n".join(paragraphs), head)
    created = _CREATED.search(source)
    found = {
        "title": match[1] if (match := _TITLE.search(source)) else None,
        "author": match[1] if (match := _AUTHOR.search(source)) else None,
        "date": f"{created[1]}-{int(created[2]):02d}-{int(created[3]):02d}" if created else None,
    }
    for name, value in found.items():
        if value and value.strip() and name not in head.fields:
            head.fields[name], head.evidence[name] = value.strip(), "the document's properties"
    yield draft


FORMAT = Format(
    name="RTF", suffixes=(".rtf",), read=read, recognises=recognises, needs=("striprtf", "rtf"), foreign=True
)
