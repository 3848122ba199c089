"""Feedback as a question set: what was confirmed and nothing else, in the form that the evaluation reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.questions import as_question, confirmed
from index.evaluation.gold import load_questions
from index.model import Question
from tests.support.fakes import FakeArchive
from tests.support.people import HITS


def row(**changes: Any) -> dict[str, Any]:
    asked = {"text": "What of the ferry?", "asked_on": "2026-01-01"}
    return {"question": asked, "helpful": True, "answered": True, "shown": ["a0", "a2"]} | changes


async def test_what_helped_is_a_question_with_its_answers(tmp_path: Path) -> None:
    answer = await FakeArchive().ask(Question(text="ferry"))
    yes, no = as_question(row(), answer), as_question(row(answered=False, shown=[]), None)
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in (yes, no)))
    first, second = load_questions(path)
    assert [found.article for found in first.answers] == ["a0", "a2"]
    assert [found.text for found in first.answers] == [HITS[0].quote, HITS[2].quote]
    assert (first.kind, second.kind) == ("said", "none") and second.answers == ()
    assert first.asked_on is not None and first.asked_on.year == 2026


async def test_what_is_not_found_any_more_is_left_out() -> None:
    answer = await FakeArchive().ask(Question(text="ferry"))
    assert as_question(row(shown=["gone"]), answer) is None and as_question(row(), None) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"helpful": False},
        {"question": {"text": "x", "source": "y"}},
        {"question": {"text": "x", "since": "2022-01-01"}},
    ],
)
def test_what_says_nothing_of_the_right_answer_is_no_question(changes: dict[str, Any]) -> None:
    assert confirmed(row()) and not confirmed(row(**changes))
