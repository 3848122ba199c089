"""Rows of a file of many, from JSON, CSV or anything else with keys, to drafts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import cast

from index.model import Problem
from index.reading.base import Document, Draft
from index.reading.boilerplate import clean, trim
from index.reading.clean import ENTITY, at_gaps, normalise, plain, separated
from index.reading.keys import found_in, is_article
from index.reading.naming import named_source

_OWN = frozenset(["id", "title", "source", "date", "author", "url", "language", "text"])
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def draft_of_row(document: Document, row: Mapping[str, object], line: int | None) -> Iterator[Draft | Problem]:
    """The draft of one row, and what is wrong with it.

    A row in our own form comes back to the character but for certain boilerplate at its ends (`boilerplate.trim`) and
    for the line breaks that a talk lost (`clean.at_gaps`), so that offsets made elsewhere hold; of any other, tags,
    entities and all known boilerplate go.
    """
    found = found_in(row, document.mapping)
    if found.text is None:
        yield _no_text(document, row, line)
        return
    text = found.text
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
        yield document.problem(
            "the text holds half characters (lone surrogates); each is shown as \ufffd", line=line, fatal=False
        )
    if found.cut:
        yield document.problem(
            f"the text is cut: {found.cut} characters are left out by the interface that gave it; "
            "load the page itself for the whole",
            line=line,
            fatal=False,
        )
    if found.only_summary:
        yield document.problem("holds no text but a summary, which is read as the text", line=line, fatal=False)
    own = row.get("text") == found.text and all(given[5:-1] in _OWN for given in found.evidence.values())
    cleaned = trim(at_gaps(text)) if own else clean(separated(normalise(plain(text))))
    yield Draft(
        text=cleaned.text,
        raw=text,
        fields=found.fields if own else {name: _decoded(value) for name, value in found.fields.items()},
        evidence=found.evidence,
        named_source=named_source(cleaned.removed),
        removed=cleaned.removed,
        line=line,
    )


def rows_in(value: object, depth: int = 0) -> list[Mapping[str, object]] | None:
    """The articles inside an object: the longest list, or object of objects, most of whose members are articles.

    Raises nothing; None where there is none within four levels.
    """
    if depth > 4 or not isinstance(value, (dict, list)):
        return None
    inside = list(value) if isinstance(value, list) else list(cast(dict[str, object], value).values())
    rows = [cast(Mapping[str, object], item) for item in inside if isinstance(item, dict)]
    best = rows if rows and len(rows) >= len(inside) / 2 and sum(map(is_article, rows)) >= len(rows) / 2 else None
    for item in inside:
        found = rows_in(item, depth + 1)
        if found is not None and len(found) > len(best or ()):
            best = found
    if best is None or not isinstance(value, dict):
        return best
    return [_of_json_feed(cast(Mapping[str, object], value), row) for row in best]


def _of_json_feed(feed: Mapping[str, object], row: Mapping[str, object]) -> Mapping[str, object]:
    """An item of a JSON Feed: the outlet is the feed's title."""
    title = feed.get("title")
    is_feed = "jsonfeed.org" in str(feed.get("version", "")) and isinstance(title, str)
    return {"feed_title": title, **row} if is_feed else row


def _no_text(document: Document, row: Mapping[str, object], line: int | None) -> Problem:
    if document.mapping.get("text") is not None:
        what = f'has no text under "{document.mapping["text"]}", the key that --map names; keys are {_keys(row)}'
        return document.problem(f"{what}; the article is left out", line=line)
    if "text" in row and row["text"] is not None:
        kind = type(row["text"]).__name__
        return document.problem(
            f'has a {kind} as "text" where a string is expected; the article is left out', line=line
        )
    if is_article(row):
        return document.problem(
            "names an article without its text; load the page itself, or a form that holds the text", line=line
        )
    return document.problem(
        f'has no "text"; the article is left out. Its keys are {_keys(row)}: name the one that holds the text '
        "with --map text=KEY",
        line=line,
    )


def _keys(row: Mapping[str, object]) -> str:
    names = [str(key)[:40] for key in row]
    return ", ".join(names[:12]) + (" …" if len(names) > 12 else "") if names else "none"


def _decoded(value: object) -> object:
    return html.unescape(value) if isinstance(value, str) and ENTITY.search(value) else value
