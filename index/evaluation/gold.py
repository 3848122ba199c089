"""Questions with known answers: one JSON object a line."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import InputError
from index.model import Span


@dataclass(frozen=True, slots=True)
class GoldAnswer:
    """A place that answers: an article and the words in it, or where `text` is None the spans of its text."""

    article: str
    text: str | None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with its answers; none: the archive does not answer it."""

    question: str
    kind: str
    speaker: str | None
    asked_on: dt.date | None
    answers: tuple[GoldAnswer, ...]


def load_questions(path: Path) -> list[GoldQuestion]:
    """Read a question file: `question, type, speaker, asked_on, answers: [{article, text}]`, one object a line.

    Instead of `answers` a line may have `article` and `spans: [[start, end], …]`; then what is shown must share text
    with a span. Raises InputError that names the file and the line.
    """
    found: list[GoldQuestion] = []
    for number, data in json_lines(path):
        try:
            asked_on = data.get("asked_on")
            found.append(
                GoldQuestion(
                    question=str(data["question"]),
                    kind=str(data.get("type") or "other"),
                    speaker=data.get("speaker"),
                    asked_on=dt.date.fromisoformat(asked_on) if asked_on else None,
                    answers=_answers(data),
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(
                f"{path}:{number}: is no question with answers ({error!r}); see docs/evaluation.md"
            ) from None
    if not found:
        raise InputError(f"{path}: holds no question")
    return found


def _answers(data: Mapping[str, Any]) -> tuple[GoldAnswer, ...]:
    if "spans" in data:
        spans = tuple((int(start), int(end)) for start, end in data["spans"])
        return (GoldAnswer(str(data["article"]), None, spans),)
    return tuple(GoldAnswer(str(a["article"]), str(a["text"])) for a in data.get("answers") or ())


def json_lines(path: Path) -> list[tuple[int, Mapping[str, Any]]]:
    """(line number, object) of each line that is not blank. Raises InputError that names file and line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); name a file of JSON lines") from None
    rows: list[tuple[int, Mapping[str, Any]]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{path}:{number}: is not valid JSON ({error})") from None
        if not isinstance(data, dict):
            raise InputError(f"{path}:{number}: is no JSON object")
        rows.append((number, data))
    return rows
