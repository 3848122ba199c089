"""What stands where a speaker's name does and is none: a saying, a mark of one letter, an office with its verb."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


def test_what_goes_without_saying_is_nobody_s(attributor: NewsAttributor) -> None:
    text = "Needless to say that the harbour is of a rather moody nature, and the crews are still learning."
    assert not statements(attributor, text)
    text = "The crews went home. Nora Falk said that the harbour is of a rather moody nature."
    assert said(attributor, text, "moody nature").speaker == "Nora Falk"


def test_a_mark_of_one_letter_is_nobody_s_name(attributor: NewsAttributor) -> None:
    text = (
        "Questions after the talk by the harbour master, Nora Falk\n\n"
        "M: We have time for two questions. Yes, please.\n"
        "M: Hello, my name is Greta. Do you think this could lead to more ferries?\n"
        "R: I think I will answer in brief. Thank you."
    )
    assert not {one.speaker for one in statements(attributor, text)} & {"M", "R"}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Questions and answers\n\nLadies and gentlemen, Prime Minister's kindly agreed to take a few questions.",
            "take a few",
            "Prime Minister",
        ),
        (
            "Notes on the weir\n\nHarbour Eye / you say two years, but in fact Nora Falk, the former head of the port, "
            "says that the trouble is much older.",
            "two years",
            None,
        ),
        (
            "Notes on the weir\n\nHarbour Eye / you say two years, but in fact Nora Falk, the former head of the port, "
            "says that the trouble is much older.",
            "much older",
            "Nora Falk",
        ),
        ("It will take two years, say the keepers, but you know the town.", "two years", "the keepers"),
    ],
)
def test_an_office_and_you_are_no_names(attributor: NewsAttributor, text: str, words: str, speaker: str | None) -> None:
    found = [one.speaker for one in statements(attributor, text) if words in text[one.start : one.end]]
    assert [one for one in found if one not in ("you", "You")] == ([speaker] if speaker else [])


def test_a_style_is_no_name(attributor: NewsAttributor) -> None:
    text = "His Excellency said that the quay was a great proof of skill."
    found = said(attributor, text, "great proof")
    assert (found.speaker, found.resolved) == ("His Excellency", False)
    text = "Ivo Brandt said that the quay was a great proof of skill."
    found = said(attributor, text, "great proof")
    assert (found.speaker, found.resolved) == ("Ivo Brandt", True)
