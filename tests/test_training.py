"""The project's own questions: whole again with the articles, and without a word of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from training.gold import read_gold
from training.questions import article_key, whole

FILES = sorted((Path(__file__).parent.parent / "training" / "questions").glob("*.jsonl"))


def test_a_question_gets_its_words_back() -> None:
    text = "Ilse Marn said that the wall will hold."
    question = {"question": "Marn on the wall", "type": "said", "answers": [[article_key("a1"), 20, 39]]}
    made = whole(question, {article_key("a1"): ("a1", text)})
    assert made["answers"] == [{"article": "a1", "start": 20, "end": 39, "text": "the wall will hold."}]
    with pytest.raises(KeyError):
        whole(question, {})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_files_hold_questions_and_no_text_of_articles(path: Path) -> None:
    rows = read_gold(path)
    assert len(rows) >= 100
    for row in rows:
        assert set(row) == {"question", "type", "speaker", "asked_on", "answers"}
        assert (row["type"] == "none") == (not row["answers"]), row["question"]
        for key, start, end in row["answers"]:
            assert re.fullmatch(r"[0-9a-f]{12}", key) and 0 <= start < end


def test_no_question_stands_in_two_files() -> None:
    asked = [json.dumps(row["question"].lower()) for path in FILES for row in read_gold(path)]
    assert len(asked) == len(set(asked))
