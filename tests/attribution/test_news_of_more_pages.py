"""Kinds that more real pages have: two clauses before one verb, releases without marks, headlines of other articles."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, statements, who_says


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


_RELEASE = (
    "Ilka Brom, Minister of State for Rivers, is in Karst this week to open the new lock and to see the port.\n\n"
    "Minister of State Ilka Brom said:\n\n"
    "I am glad to be back in Karst, where the lock was a promise for as long as anybody here can remember.\n\n"
    "I will ask the council what it needs from us to keep the gates open through the winter.\n\n"
    "My day ends with the rowers of the town – and I will bring an oar of my own.\n\n"
    "More on this\n\nPress office\n\nFor newsrooms"
)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "A ferry school in Karst has lost its oldest pilot.\n\nOskar Venn, 61, taught rowing at the Lomar School "
            "and headteacher Judit Arno said nobody had told her of a storm.\n\n"
            "She said: “He tied every knot twice.”",
            "told her of a storm",
            "Judit Arno",
        ),
        (
            "“They want ninety crowns for a night at the pier,” Mr Bako Terem, one of the stranded skippers said.\n\n"
            "“We sleep on the nets.”",
            "ninety crowns",
            "Bako Terem",
        ),
        (
            "For eleven summers, otter warden Lev Pastor counted as one river after the other ran dry in eastern "
            "Borneo. Whenever he met an otter in a ditch, he said he thought the next flood would take it. “Every "
            "spring they had come back,” he said. An otter in Indonesian Borneo.",
            "the next flood",
            "Lev Pastor",
        ),
        (_RELEASE, "keep the gates open", "Ilka Brom"),
        (_RELEASE, "My day ends", "Ilka Brom"),
        (
            "Chief Executive Dov Power was not pleased with “gossip” told of the clerks, he said there is a board to "
            "which the skipper can write.",
            "can write",
            "Dov Power",
        ),
        (
            "Divers of the Blue Weir Club before the ministry on Friday.\n\nOda Lind\n\n"
            '"If one more of us drowns below that gate, the ministry will have known of it for a year."\n\n'
            "This statement came from a group of divers from the Tarn shore on Friday as they left the building.",
            "one more of us drowns",
            "a group of divers from the Tarn shore",
        ),
        (
            "“Nobody here leaves the lamp off any more.”\n\n"
            "These were the words of Teodor Kern, a lockkeeper of Low Weir.",
            "leaves the lamp off",
            "Teodor Kern",
        ),
        (
            "Growers today told of their dismay after the sugar giant Brandt Lomar paid less for beets.\n\n"
            "The sugar firm says the fall is due to a full market.\n\nIn March it announced the mill would close.",
            "the mill would close",
            "The sugar firm",
        ),
        (
            "“I mend other people’s boats these days,” says Pavo Dahl.\n\nWho has one boat is in trouble, and who has "
            "ten is too. Says Milan Horek, the mayor of Tarnova village, “All of mine are on the sand.”\n\n"
            "Adds Ruben Sokol from Lower Tarnova, “The sand is all that I have.”",
            "The sand is all",
            "Ruben Sokol",
        ),
        (
            "Norvatel CIO Dina Kherson said the new masts work, after a year.",
            "the new masts work",
            "Dina Kherson",
        ),
    ],
)
def test_who_says_it(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert who_says(attributor, text, words) == speaker


def test_a_school_before_a_head_teacher_is_no_office_of_his(attributor: NewsAttributor) -> None:
    text = "Oskar Venn, 61, steered the cutter at the Lomar School and headteacher Judit Arno said he was never late."
    assert said(attributor, text, "never late").role == "headteacher"


def test_another_articles_headline_says_nothing(attributor: NewsAttributor) -> None:
    text = (
        "Told of the score on the bus, head coach Arvid Selmer admitted that “silence” was the first thing he felt.\n\n"
        "“We had to row it. The crew that came here ... They rowed well.\n\n“But silence, I’m glad of how we hung on "
        "to it.\n\nFormer pastry cook Timo Pellgrin not afraid to keep his seat in the first eight\n\n“The middle mile "
        "was calm. There’s a bend in it where the oars don’t find the water.\n\n“A lot to mend, and glad of it.”\n"
        "\nOf the start, Selmer admitted: “My hands shook on the rail. I’m fond of him.”"
    )
    assert said(attributor, text, "middle mile was calm").speaker in (None, "Arvid Selmer")


def test_a_paragraph_about_others_ends_a_release(attributor: NewsAttributor) -> None:
    text = _RELEASE.replace("My day ends with", "“It floats,” said Jane Roe. It ends with")
    assert who_says(attributor, text, "It floats") == "Jane Roe"
    hers = said(attributor, text, "keep the gates open")
    assert all("It floats" not in text[start:end] for start, end in hers.spans)


def test_a_red_cross_is_nobody(attributor: NewsAttributor) -> None:
    text = (
        "Two nurses of the British Red Cross were there.\n\nSolo Kimm, a Karstian rower, fainted at the race. She "
        'said: "My knees went first, and I saw stars."'
    )
    assert who_says(attributor, text, "My knees went first") in ("Solo Kimm", "She")


_BROADCAST = (
    "The harbour of Karst stayed shut tonight. Two boats lie on their sides in the mud.\n\n"
    "Arend Tolk, Interior Minister, North Karst (through interpreter):\n\n"
    "No storm did this. Somebody opened the sluice by hand.\n\n"
    "The sluice is watched since last autumn, when a guard found the chain cut.\n\n"
    "Nele Varro, Karstian Foreign Minister:\n\n"
    "Whoever did it came over the border. We will not shout about it.\n\n"
    "Karst buys most of its wheat there."
)


def test_a_paragraph_below_a_name_and_an_office_of_a_broadcast_is_hers(attributor: NewsAttributor) -> None:
    assert who_says(attributor, _BROADCAST, "opened the sluice by hand") == "Arend Tolk"
    assert said(attributor, _BROADCAST, "came over the border").role == "Karstian Foreign Minister"
    own = ("since last autumn", "most of its wheat")
    assert not any(
        one.speaker in ("Arend Tolk", "Nele Varro")
        for one in statements(attributor, _BROADCAST)
        if any(words in _BROADCAST[start:end] for words in own for start, end in one.spans)
    )


def test_nobody_speaks_in_what_a_program_wrote_down_without_sentences(attributor: NewsAttributor) -> None:
    line = "| 0h02m10s | and then the boat well it was gone said Tom Lind to whoever was still up at the time\n\n"
    assert statements(attributor, line * 20) == ()
    assert statements(attributor, "“It floats,” Jane Roe said. " + "The boats lay there on that day. " * 60)
