"""Kinds of fault seen on real newspapers, each in an article of our own: who speaks, and what is no statement."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from index.model import Statement


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


def _who(attributor: NewsAttributor, text: str, words: str, title: str | None = None) -> list[str | None]:
    (found,) = attributor.attribute_many([(text, title)])
    return [s.speaker for s in found if words in text[s.start : s.end]]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The head of the port authority, Leopold Varga, resigned.\n\n“I have done what I could,” he said.",
            "done what I could",
            "Leopold Varga",
        ),
        (
            "GPA Chief Executive, Odran Crimm, said: “The bridge is too old for us to mend it again.”",
            "bridge is too old",
            "Odran Crimm",
        ),
        (
            "A spokeswoman for the Halden Bank, Ysolde Kern, said that the branches would open on Tuesday.",
            "branches would open",
            "Ysolde Kern",
        ),
        (
            "Superintendent Audley Peters arrived at noon. Supt Peters said the road was closed.",
            "road was closed",
            "Audley Peters",
        ),
        (
            "The parents, Karim and Leila Sarro, came to the hall.\n\n“We waited for a year,” Mr. Sarro said.",
            "waited for a year",
            "Karim Sarro",
        ),
        (
            "Oda Velm was quoted by Reuters as saying that the ferry would sail in May.",
            "ferry would sail",
            "Oda Velm",
        ),
        (
            "Masso Stores closed its shops on Thursday.\n\nMasso said it would open them again today.",
            "open them again",
            "Masso Stores",
        ),
        (
            "Sunniva A. Brekke, Marlow’s lawyer, told The Ridge that her client meant no harm.\n\n"
            "“Pat Marlow is passionate about his ideas,” she said in an email.",
            "passionate about his ideas",
            "Sunniva A. Brekke",
        ),
    ],
)
def test_who_speaks(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert set(_who(attributor, text, words)) == {speaker}


def test_acronyms_keep_their_case(attributor: NewsAttributor) -> None:
    text = "WHO said on Monday that the vaccine was safe. NASA said that the launch would wait until spring."
    assert _who(attributor, text, "vaccine was safe") == ["WHO"]
    assert _who(attributor, text, "launch would wait") == ["NASA"]


def test_a_headline_with_a_colon_is_no_quotation(attributor: NewsAttributor) -> None:
    text = "Julian Harrow: Norvania drops fraud inquiry\n\nProsecutors in Norvania have dropped an inquiry into Harrow."
    assert "Julian Harrow" not in _who(attributor, text, "drops fraud inquiry", "Julian Harrow: Norvania drops inquiry")
    assert _who(attributor, "Julian Harrow: “We have nothing to hide.”", "nothing to hide") == ["Julian Harrow"]


def test_acts_of_law_and_gestures_are_no_speech(attributor: NewsAttributor) -> None:
    text = (
        "Melba Jagger was charged with the offence on Wednesday by Detective Colin Marsy of the Homicide Bureau. "
        "Two prison officers were charged Tuesday with falsifying records. "
        "Asked about the aid that came through the eastern gate, Al-Hamdi sighed."
    )
    (found,) = attributor.attribute_many([(text, None)])
    assert [s.speaker for s in found if s.speaker is not None] == []


def test_who_is_asked_does_not_say_the_question(attributor: NewsAttributor) -> None:
    text = "Rosa Tanaka was asked, “If you had known of the leak, would you have closed the dam?” She said no."
    assert _who(attributor, text, "If you had known") == [None]


def test_titles_are_no_roles(attributor: NewsAttributor) -> None:
    text = "The Manhattan-made Mr. Dorn spoke on Friday. “It is a great city,” Mr. Dorn said."
    (found,) = attributor.attribute_many([(text, None)])
    assert {s.role for s in found} <= {None}


def test_the_clause_behind_a_name_is_no_role(attributor: NewsAttributor) -> None:
    text = (
        "The quarrel between Leila Sarro, and the candidate Edvin Holt has become the week's story. "
        "Leila Sarro said that she would not speak again."
    )
    assert [s.role for s in _statements(attributor, text) if s.speaker == "Leila Sarro"] == [None]


def _statements(attributor: NewsAttributor, text: str) -> tuple[Statement, ...]:
    return attributor.attribute_many([(text, None)])[0]
