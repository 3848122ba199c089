"""Transcripts of a question and an answer or two: what makes them one, and news that has labels too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.attribution.readers import turns_of
from index.attribution.transcripts.turns import find_turns
from index.model import Article


def said(text: str, title: str | None) -> list[tuple[str | None, str]]:
    return [(turn.speaker, text[slice(*turn.spans[0])]) for turn in find_turns(text, title) if turn.spans]


PAIR = "Question:\nWill the quay of Halden hold?\n\nMinister:\nIt must hold, since we have no other."


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("(* This is a translation made for reference only. The text of the Ministry is in Karstian.)\n\n", "{}"),
        ("Date: Tuesday, May 4, 2031, 9:22 a.m.\n\n", "{}"),
        ("(* This is a translation made for reference only.)\n\n{}\n\nDate: Tuesday, May 4, 9:22 a.m.\n\n", None),
    ],
)
def test_one_question_and_its_answer_below_headings_are_a_transcript(above: str, title: str | None) -> None:
    heading = "Press Conference by Minister for Ports Nora Falk"
    found = said(above.format(heading) + PAIR, title and title.format(heading))
    assert found == [
        (None, "Will the quay of Halden hold?"),
        ("Nora Falk", "It must hold, since we have no other."),
    ]


def test_one_answer_under_an_office_below_the_fields_of_a_page() -> None:
    text = (
        "Release Date:\n29/03/2031\nRelease Type:\nTranscript\n\nJOURNALIST:\nDid you forget the quay?\n"
        "PRIME MINISTER:\nWhat else would you like to ask?"
    )
    assert said(text, "Doorstop Interview - Halden")[-1] == ("Prime Minister", "What else would you like to ask?")


def test_an_exchange_below_a_sentence_of_news_is_no_transcript() -> None:
    assert (
        said(f"The port of Halden will cost more from May on.\n\n{PAIR}", "Fees rise, says minister in interview") == []
    )


def test_a_few_turns_of_full_names_with_what_each_is_are_a_transcript() -> None:
    text = (
        "Shri Anil Kale, Official Spokesperson: Good evening. Mohan will read out the mail.\n\n"
        "Shri Mohan Das, OSD (PR): The next letters are about the weir. They came on Monday.\n\n"
        "Shri Anil Kale, Official Spokesperson: The weir is closed for the season."
    )
    found = said(text, "Transcript of the Weekly Media Briefing (May 4, 2031)")
    assert [who for who, _ in found] == ["Anil Kale", "Mohan Das", "Anil Kale"]
    assert said(text.replace(", OSD (PR)", "").replace(", Official Spokesperson", ""), "What the ministry said") == []


def test_an_outlet_and_whom_the_title_names_take_turns() -> None:
    text = (
        "May 4, 2031\n\nCOURIER: But that was your plan in April.\n\nFalk: The plan was another one then.\n\n"
        "COURIER: The board wants to see you pay.\n\nFalk: The board pays for nothing."
    )
    found = said(text, "COURIER Interview with Ports Minister Nora Falk")
    assert [who for who, _ in found] == [None, "Nora Falk", None, "Nora Falk"]
    assert said(text, "COURIER Interview: what the fees of the port pay for") == []


INITIALS = (
    "The match in Karst: all they said\n\n{}\n\nWill the match be played?\nIAL: We are ready, and I have told the "
    "players so.\nIAL to Tom: Do you remember the empty stand? I do.\nCan it be put off?\nIAL: I don't know."
)


@pytest.mark.parametrize(
    ("above", "speaker"),
    [
        (
            "Ivar Arne Lund and Tom Mosser both came to the club's press conference in Halden on Wednesday "
            "evening, to talk about the match in the cup against Karst, the ferry and the weather of the week.",
            "Ivar Arne Lund",
        ),
        # of two with these initials neither
        (
            "Ivar Arne Lund and Ian Aaron Lowe both came to the club's press conference in Halden on Wednesday "
            "evening, to talk about the match in the cup against Karst, the ferry and the weather of the week.",
            "Ial",
        ),
    ],
)
def test_initials_are_those_of_whom_the_lead_names_and_not_of_whom_they_speak_to(above: str, speaker: str) -> None:
    found = said(INITIALS.format(above), None)
    assert [who for who, _ in found] == [None, speaker, speaker, None, speaker]
    assert found[2][1].startswith("Do you remember")


CAPTAINS = (
    "{name}:\n\nTB: Will the boat hold?\n\n{label}: It will, I saw to it.\n\nTB: And in May?\n\n{label}: I hope so."
)


@pytest.mark.parametrize(
    ("name", "label", "who"),
    [
        ("Niall O'Berg", "NO'B", "Niall O'Berg"),
        ("Niall O’Berg", "NO'B", "Niall O’Berg"),
        ("Niall O'Berg", "NO'D", "NO'D"),
    ],
)
def test_initials_keep_the_part_before_a_surname(name: str, label: str, who: str) -> None:
    article = Article(id="1", text=CAPTAINS.format(name=name, label=label), title="Voices", author="Tess Brand")
    turns = [turn for turn in turns_of(article) if turn.spans]
    assert [turn.speaker for turn in turns] == ["Tess Brand", who] * 2
    two = replace(article, author="Tess Brand and Tom Berg")
    assert [turn.speaker for turn in turns_of(two) if turn.spans] == ["TB", who] * 2
