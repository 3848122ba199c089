"""Turns of whatever text comes: what must hold of them always, and how many of the shared gold are right."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.attribution.transcripts.turns import find_turns, question_for, turn_statements
from index.model import Turn


def check(text: str, turns: tuple[Turn, ...]) -> None:
    last = 0
    for turn in turns:
        assert last <= turn.start <= turn.end <= len(text)
        assert turn.mark == text[slice(*turn.mark_span)]
        at = turn.start
        for a, b in turn.spans:
            assert at <= a < b <= turn.end
            assert text[a:b].strip() == text[a:b]
            at = b
        last = turn.end


_PIECES = st.sampled_from(
    [
        "Q.", "Q:", "Q  ", "QUESTION:", "A:", "MR PRICE:", "MR. PRICE.", "THE PRESIDENT.", "THE PRESIDENT",
        "Jane Roe:", "Jane Roe (00:12):", "Tom Poe, Minister:", "[2.] ", "[Laughter]", "(Off-mike.)", "1 See page 2.",
        "NOTE:", "\n", "\n\n", " ", "**", "<b>", "Thank you, Mr. President.", "Good day, all of you.", "THE HARBOUR",
        "Ships and Cargo", "“So.”", ":", "[", ")", "\u2028", "İ", "é", "END 2:21 P.M.", "SECRETARY McNABB.", "Will it?",
        "Reporter:",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join), st.none() | st.just("Remarks by President Jane Roe"))
@example("THE PRESIDENT: " + "x " * 60, "Remarks by the President")
def test_any_mixture_of_marks_gives_turns_in_order(text: str, title: str | None) -> None:
    turns = find_turns(text, title)
    check(text, turns)
    for i in range(len(turns)):
        question_for(turns, i)
    assert all(s.speaker for s in turn_statements(text, turns))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.none() | st.text(max_size=60))
def test_any_text_is_read(text: str, title: str | None) -> None:
    check(text, find_turns(text, title))


SHARED = Path(__file__).parents[2].parent / "shared"


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_quotes", SHARED / "tools" / "score_quotes.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not SHARED.exists(), reason="the shared gold of news conferences is not beside this checkout")
def test_presidents_of_the_shared_gold_are_named_in_full() -> None:
    lines = (SHARED / "data" / "conferences" / "articles.jsonl").read_text(encoding="utf-8").splitlines()[::12]
    gold = [json.loads(line) for line in lines]
    predicted = [
        {
            "id": d["id"],
            "quotes": [
                {"start": s.start, "end": s.end, "spans": s.spans, "speaker": s.speaker}
                for s in turn_statements(d["text"], find_turns(d["text"], d["title"]))
            ],
        }
        for d in gold
    ]
    result = _scorer().score(gold, predicted)
    assert result["speaker"]["all"]["full"] >= 0.99
    assert result["char"]["f1"] >= 0.93
