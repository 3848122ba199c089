"""Statements as a table (CSV), for spreadsheets and other programs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from index.export.plain import line, plain
from index.model import TimelineEntry

COLUMNS = (
    "date",
    "speaker",
    "words",
    "kind",
    "stance",
    "cue",
    "outlet",
    "title",
    "article_id",
    "start",
    "end",
    "address",
)
_FORMULA = re.compile(r"^[=+\-@\t\r]")  # what a spreadsheet would run


def table(entries: Iterable[TimelineEntry]) -> str:
    """Statements with a line of headings, each with its article's own address."""
    return row_of(COLUMNS) + "".join(row_of(cells(entry, entry.article.url or "")) for entry in entries)


def cells(entry: TimelineEntry, address: str) -> tuple[object, ...]:
    """One statement in the order of `COLUMNS`."""
    article, said = entry.article, entry.statement
    return (
        article.date or "",
        said.speaker or "",
        line(entry.text),
        said.kind,
        said.stance,
        said.cue or "",
        article.source or "",
        article.title or "",
        article.id,
        said.start,
        said.end,
        address,
    )


def row_of(values: Sequence[object]) -> str:
    """One line of the table."""
    out = io.StringIO()
    csv.writer(out).writerow([_inert(str(value)) for value in values])
    return out.getvalue()


def _inert(cell: str) -> str:
    """A cell that a spreadsheet shows and does not run."""
    shown = plain(cell)
    return "'" + shown if _FORMULA.match(shown) else shown
