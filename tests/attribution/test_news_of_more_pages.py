"""Kinds that more real pages have: two clauses before one verb, releases without marks, headlines of other articles."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements, who_says


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


_RELEASE = (
    "Mark Fold, Minister of State for Asia, arrives in Karst today for a visit that will include meetings.\n\n"
    "Minister of State Mark Fold said:\n\n"
    "I am looking forward to visiting Karst for talks with the government across the full range of our issues.\n\n"
    "I will offer our continued support to help Karst make progress on its agenda ahead of Halden next March.\n\n"
    "My visit coincides with that of the rowing team – and offers the opportunity to celebrate the sport.\n\n"
    "Further information\n\nMedia enquiries\n\nFor journalists"
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Tributes have been paid to a teacher at a Karst school who died suddenly.\n\nPaul Bellows, 42, taught "
            "English at the Marden School and headteacher Michael Frith said he was not aware he was ill.\n\n"
            "He said: “He was a good colleague with a dry wit.”",
            "a good colleague",
            "Michael Frith",
        ),
        (
            "“We have been giving him fifty crowns to use every half acre,” Mr James Gumis, one of the affected "
            "farmers said.\n\n“Some of us were beaten.”",
            "fifty crowns",
            "James Gumis",
        ),
        (
            "Over the past two decades, ape researcher Marc Ancren watched as a tidal wave of palms took his sites "
            "in northern Borneo. When he would find an ape in a patch of forest, he said he figured the animal would "
            "soon disappear. “Year after year, they were still there,” he said. A male ape in Indonesian Borneo.",
            "would soon disappear",
            "Marc Ancren",
        ),
        (_RELEASE, "our continued support", "Mark Fold"),
        (_RELEASE, "My visit coincides", "Mark Fold"),
        (
            "Chief Executive Lar Power was not happy with “aspersions” being cast on council staff, he said there are "
            "other avenues open to the councillor.",
            "other avenues",
            "Lar Power",
        ),
        (
            "Rowers and members of the group Friends of the Sea outside the office on Monday.\n\nCarla Lind\n\n"
            '"Should there be another incident out in the high seas, it will be on the hands of the minister."\n\n'
            "This statement came from a group of rowers from the Holm area on Monday as they spoke to reporters.",
            "another incident",
            "a group of rowers from the Holm area",
        ),
        (
            "“We are afraid to go out at night.”\n\nThese were the words of Imtiaz Kern, a fisherman of Orange Valley.",
            "afraid to go out",
            "Imtiaz Kern",
        ),
        (
            "Farmers today spoke of their anger after the dairy giant Muller Vorn cut its prices.\n\nThe dairy firm "
            "says the cut is due to a continuing imbalance.\n\nIn September it announced the price would drop.",
            "the price would drop",
            "The dairy firm",
        ),
        (
            "“Now I look for work in others’ fields,” says Gajan Bhom.\n\nWhile small farmers are in distress, those "
            "with large holdings are too. Says Vijay Kuldhar, the sarpanch of Dahega village, “I have 45 acres of "
            "land.”\n\nAdds Dilip Ikh from Anjanga village, “I have no seeds.”",
            "I have no seeds",
            "Dilip Ikh",
        ),
        (
            "Verizon CIO Shay Kherad said the service is ready, at last.",
            "the service is ready",
            "Shay Kherad",
        ),
    ],
)
def test_who_says_it(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


def test_a_school_before_a_head_teacher_is_no_office_of_his(attributor: NewsAttributor) -> None:
    text = "Paul Bellows, 42, taught English at the Marden School and headteacher Michael Frith said he was not ill."
    assert said(attributor, text, "not ill").role == "headteacher"


def test_another_articles_headline_says_nothing(attributor: NewsAttributor) -> None:
    text = (
        "Asked to sum up his feelings after the derby win, head coach Graham Roundtree admitted that “relief” was his "
        "abiding emotion.\n\n“We had to win that. The resolve we showed ... They were good.\n\n“But relief, I’m "
        "chuffed with how we stuck in the game.\n\nFormer army baby Sam Pendergast not afraid to stand his ground in "
        "the senior squad\n\n“Half-time was calm. There’s elements of that first 20 where the last pass didn’t go to "
        "hand.\n\n“Plenty to work on, but delighted with the win.”\n\nReflecting on the kicks, Roundtree admitted: "
        "“I’d hate to do that for a living. I’m proud of him.”"
    )
    assert said(attributor, text, "Half-time was calm").speaker in (None, "Graham Roundtree")


def test_a_paragraph_about_others_ends_a_release(attributor: NewsAttributor) -> None:
    text = _RELEASE.replace("My visit coincides with that of", "“It floats,” said Jane Roe. It meets")
    assert who_says(attributor, text, "It floats") == "Jane Roe"
    hers = said(attributor, text, "our continued support")
    assert all("It floats" not in text[start:end] for start, end in hers.spans)


def test_a_red_cross_is_nobody(attributor: NewsAttributor) -> None:
    text = (
        "Two members of the British Red Cross were on hand.\n\nCurie Kimm, a Korean student, was taken ill at the "
        'contest. She said: "It got really bad, and I was in pain."'
    )
    assert who_says(attributor, text, "It got really bad") in ("Curie Kimm", "She")


_BROADCAST = (
    "Today, Karstian police arrested two people. A swarm of police descends on the scene.\n\n"
    "Herbert Ruhl, Interior Minister, North Karst (through interpreter):\n\n"
    "Let me be clear. This was not a faulty switch. It was deliberate.\n\n"
    "The threat became real early last month, when a bomb squad found drones.\n\n"
    "Carla Dobrin, Karstian Foreign Minister:\n\n"
    "This came from abroad. It is not a war.\n\n"
    "Karst is the largest benefactor of them all."
)


def test_a_paragraph_below_a_name_and_an_office_of_a_broadcast_is_hers(attributor: NewsAttributor) -> None:
    assert who_says(attributor, _BROADCAST, "a faulty switch") == "Herbert Ruhl"
    assert said(attributor, _BROADCAST, "came from abroad").role == "Karstian Foreign Minister"
    own = ("early last month", "the largest benefactor")
    assert not any(
        one.speaker in ("Herbert Ruhl", "Carla Dobrin")
        for one in statements(attributor, _BROADCAST)
        if any(words in _BROADCAST[start:end] for words in own for start, end in one.spans)
    )


def test_nobody_speaks_in_what_a_program_wrote_down_without_sentences(attributor: NewsAttributor) -> None:
    line = (
        "| 0h01m44s | so perhaps it might be worth explaining said Troy Hunt to those who have not come across it\n\n"
    )
    assert statements(attributor, line * 20) == ()
    assert statements(attributor, "“It floats,” Jane Roe said. " + "The boats lay there on that day. " * 60)
