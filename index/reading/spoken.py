"""Transcripts in a table of pipes: a row a turn, a column that tells who speaks and one with the words."""

from __future__ import annotations

import csv
import io
import re

_ROW = re.compile(r"\|(?:[^|\n]*\|){2,4}")
_RULE = re.compile(r"\|(?:\s*:?-{2,}:?\s*\|){2,4}")
_WHO = re.compile(r"speakers?|who|name|participant|person", re.IGNORECASE)
_SPEAKS = re.compile(r"speakers?", re.IGNORECASE)
_WORDS = re.compile(r"words|text|transcript(?:ion)?|speech|utterance|said|what|content|statement", re.IGNORECASE)
_UNKNOWN = "Unknown Speaker"
_WHEN = re.compile(r"time(?:stamp)?|start|at", re.IGNORECASE)


def without_table(text: str) -> str:
    """`text` with the rows of such a table as "Jane Roe: It will open."; any other table, and any other text, as it is.

    A clock time of a column of its own stands before the name in brackets, as transcripts write it.
    """
    if "|" not in text:
        return text
    out: list[str] = []
    columns: tuple[int, int, int | None] | None = None
    for line in text.split("\n"):
        row = line.strip()
        if not _ROW.fullmatch(row):
            columns = None
            out.append(line)
            continue
        cells = [cell.strip().strip("*_ ") for cell in row.strip("|").split("|")]
        if columns is None:
            columns = _columns(cells)
            out.extend([line] if columns is None else [])
        elif not _RULE.fullmatch(row):
            who, words, when = columns
            clock = f"[{cells[when].strip('[]()')}] " if when is not None and cells[when] else ""
            out.append(f"{clock}{cells[who]}: {cells[words]}\n")
    return "\n".join(out)


def are_turns(names: list[str]) -> bool:
    """Whether the columns of a table are those of a transcript: who speaks, by that name, or beside a clock time, and
    the words; not those of articles."""
    columns = _columns(names) if len(names) > 1 else None
    articles = {"title", "headline", "url", "link", "date", "source", "author"}.intersection(map(str.lower, names))
    speaks = columns is not None and (_SPEAKS.fullmatch(names[columns[0]]) or columns[2] is not None)
    return bool(speaks) and not articles


def without_rows(text: str) -> str:
    """`text` where it is the rows of a transcript that commas part, as "[0:12] Jane Roe: It will open."; any other text
    as it is. A row in which nobody is named is nobody's."""
    head = text.lstrip("\n").partition("\n")[0]
    names = [cell.strip().strip('"') for cell in head.split(",")]
    columns = _columns(names) if are_turns(names) else None
    if columns is None:
        return text
    try:
        rows = list(csv.reader(io.StringIO(text.lstrip("\n"))))[1:]
    except csv.Error:
        return text  # a plain text with such a first line, or a quotation mark that nothing closes
    who, words, when = columns
    out: list[str] = []
    for row in rows:
        cells = [*row, *[""] * len(names)]
        clock = f"[{cells[when].strip('[]()')}] " if when is not None and cells[when].strip() else ""
        out.append(f"{clock}{cells[who].strip() or _UNKNOWN}: {' '.join(cells[words].split())}")
    return "\n\n".join(out)


def _columns(cells: list[str]) -> tuple[int, int, int | None] | None:
    """Which columns tell who, the words and when, by the names at the table's head."""
    who = next((i for i, cell in enumerate(cells) if _WHO.fullmatch(cell)), None)
    words = next((i for i, cell in enumerate(cells) if _WORDS.fullmatch(cell)), None)
    when = next((i for i, cell in enumerate(cells) if _WHEN.fullmatch(cell)), None)
    return (who, words, when) if who is not None and words is not None else None
