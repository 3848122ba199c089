"""Feedback in the form of a question set, which `onrecord eval questions` reads (docs/evaluation.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from index.model import Answer

_TYPES = {"said": "said", "who": "who", "other": "fact"}


def confirmed(row: Mapping[str, Any]) -> bool:
    """Whether a row of feedback makes a question with a known answer.

    Somebody found the answer, or the no, helpful; and nothing but words and a speaker was asked, because the form
    knows no other filter. "Not helpful" does not say what would have been right.
    """
    asked = row["question"]
    return bool(row["helpful"]) and not any(
        asked.get(name) for name in ("source", "since", "until", "said_since", "said_until")
    )


def as_question(row: Mapping[str, Any], answer: Answer | None) -> dict[str, Any] | None:
    """A line of the question set; `answer` is what the archive answers now, None for a confirmed no.

    None where the passages that helped are not found any more.
    """
    asked = row["question"]
    line: dict[str, Any] = {
        "question": asked["text"],
        "type": "none",
        "speaker": asked.get("speaker"),
        "asked_on": asked.get("asked_on"),
        "answers": [],
    }
    if not row["answered"]:
        return line
    if answer is None:
        return None
    shown = set(row["shown"])
    line["type"] = _TYPES[answer.query.kind]
    line["answers"] = [
        {"article": hit.article.id, "start": hit.quote_start, "end": hit.quote_end, "text": hit.quote}
        for hit in answer.hits
        if hit.article.id in shown and hit.quote
    ]
    return line if line["answers"] else None
