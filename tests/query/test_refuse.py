"""Questions that say nothing are refused before any search; long ones are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query.refuse import MOST_WORDS, shortened, why_refused


@pytest.mark.parametrize("text", ["", "  ", "???", "…", "🙂🙂", "—", "_ _"])
def test_without_a_word(text: str) -> None:
    assert "no word" in (why_refused(text) or "")


@pytest.mark.parametrize(
    "text", ["the", "what did they say?", "Who said what?", "and then", "about it", "did he tell us", "Is it?", "I do"]
)
def test_of_little_words_alone(text: str) -> None:
    assert "names no person" in (why_refused(text) or "")


@pytest.mark.parametrize(
    "text",
    [
        "wheat",
        "What did May say?",
        "What did Will say?",
        "Was sagte Vorn?",
        "пшеница",
        "小麦",
        "Vorn",
        "2022",
        "who won",
    ],
)
def test_whatever_has_a_word_is_asked(text: str) -> None:
    assert why_refused(text) is None


def test_half_a_character() -> None:
    assert "surrogate" in (why_refused("wheat \ud83d prices") or "")


@given(st.text(max_size=300))
def test_any_text_is_judged(text: str) -> None:
    reason = why_refused(text)
    assert reason is None or reason


def test_a_long_question_is_cut_at_a_word() -> None:
    long = "wheat  prices\n" * MOST_WORDS
    cut = shortened(long)
    assert len(cut.split()) == MOST_WORDS
    assert long.startswith(cut)
    assert shortened("wheat  prices ") == "wheat  prices "
