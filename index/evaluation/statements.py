"""Attribute the articles of a gold file, to be scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.progress import track

from index.attribution.attribute import load_attributor
from index.config import Config
from index.errors import InputError
from index.model import Article, Statement

_CHUNK = 16


def predict(rows: Sequence[Mapping[str, Any]], config: Config) -> list[dict[str, Any]]:
    """Statements of each gold article's text without positions, in the export's form. Raises InputError, ModelError."""
    attributor = load_attributor(config)
    articles = [_article(number, row) for number, row in enumerate(rows, start=1)]
    found: list[dict[str, Any]] = []
    starts = range(0, len(articles), _CHUNK)
    for at in track(starts, description="finding who said what", console=Console(stderr=True), transient=True):
        part = articles[at : at + _CHUNK]
        for article, attribution in zip(part, attributor.attribute(part), strict=True):
            said = [quote_object(s) for s in attribution.statements if s.kind != "position"]
            found.append({"id": article.id, "quotes": said})
    return found


def quote_object(s: Statement) -> dict[str, Any]:
    """A statement as `export statements` prints it."""
    return {
        "start": s.start,
        "end": s.end,
        "spans": s.spans,
        "kind": s.kind,
        "cue": s.cue,
        "mention": s.mention,
        "speaker": s.speaker,
        "confidence": round(s.confidence, 4),
    }


def _article(number: int, row: Mapping[str, Any]) -> Article:
    if not isinstance(row.get("text"), str) or not isinstance(row.get("quotes"), list):
        raise InputError(f"gold article {number}: needs a text and a list of quotes; see docs/evaluation.md")
    title = row.get("title")
    return Article(id=str(row.get("id")), text=row["text"], title=title if isinstance(title, str) else None)
