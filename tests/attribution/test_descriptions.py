"""Descriptions, bodies, pronouns after them and printed dialogues: whom they stand for, with the real weights."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from index.model import Statement


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


def said(attributor: NewsAttributor, text: str, words: str) -> Statement:
    """The statement whose content holds the words."""
    (found,) = attributor.attribute_many([(text, None)])
    for statement in found:
        if any(words in text[start:end] for start, end in statement.spans):
            return statement
    pytest.fail(f"no statement holds {words!r}: {[(text[s.start : s.end], s.mention) for s in found]}")


DESCRIPTIONS = [
    pytest.param(
        "Former Ambassador Oren Vask spoke in Ember on Monday.\n\n“We left too early,” Vask said.\n\n"
        "The former ambassador said that the islands would need help for years.",
        "islands would need help",
        "Oren Vask",
        id="a former office",
    ),
    pytest.param(
        "Sen. Ilse Marn (D-Vt.) and Gov. Tilda Brandt (R-Ohio) met in Ember on Monday.\n\n"
        "“The road will be paid for,” Brandt said.\n\nThe Vermont senator said that the money was not there.",
        "money was not there",
        "Ilse Marn",
        id="a state from the party's tag",
    ),
    pytest.param(
        "Sen. Ilse Marn has long supported Sen. Rik Dunmore.\n\nAt the hearing a reporter asked Marn about the bridge, "
        "but the senator insisted that she had never seen the plans.",
        "never seen the plans",
        "Ilse Marn",
        id="the nearer of two",
    ),
    pytest.param(
        "Rik Dunmore spoke in Ember on Monday. “I built forty towers before I ran for anything,” Dunmore said.\n\n"
        "The billionaire said that he would build a bridge as well.",
        "build a bridge",
        "Rik Dunmore",
        id="a word that the article gives nobody, of whoever goes on",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), DESCRIPTIONS)
def test_a_description_stands_for_a_person(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    statement = said(attributor, text, words)
    assert (statement.speaker, statement.resolved) == (speaker, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Sen. Ilse Marn and Sen. Rik Dunmore met in Ember on Monday. A storm was near.\n\n"
            "The senator said that the bridge would not hold.",
            "would not hold",
            id="two fit alike",
        ),
        pytest.param(
            "Tilda Brandt, a spokeswoman for the port, spoke on Monday. “The port is open,” Brandt said.\n\n"
            "The billionaire said that he would buy the port.",
            "would buy the port",
            id="who goes on is somebody else",
        ),
        pytest.param(
            "“That raises questions,” Nora Brandt said in Ember on Monday.\n\n"
            "The billionaire businessman said that he would buy the port.",
            "would buy the port",
            id="a man is not a woman",
        ),
        pytest.param(
            "“It does not make me nervous,” the cautious candidate said of running against Rik Dunmore.",
            "make me nervous",
            id="the clause names another",
        ),
    ],
)
def test_a_description_that_is_not_clear_stays_as_written(attributor: NewsAttributor, text: str, words: str) -> None:
    statement = said(attributor, text, words)
    assert statement.speaker is not None
    assert statement.speaker.lower().startswith("the ")
    assert not statement.resolved


BODIES = [
    pytest.param(
        "The Harbour Department said on Monday that it had missed its goal.\n\n"
        "“We have worked as fast as we could,” said the agency, which has sixty ships to look after.",
        "We have worked",
        "Harbour Department",
        id="the agency",
    ),
    pytest.param(
        "The State Department published the letters on Monday.\n\nState said that the rest would follow in spring.",
        "rest would follow",
        "State Department",
        id="a department by its first word",
    ),
    pytest.param(
        "The Marn campaign said that it had raised two million crowns.\n\n"
        "The campaign said that most gifts were under fifty crowns.",
        "most gifts",
        "Marn campaign",
        id="the campaign",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), BODIES)
def test_a_kind_of_body_stands_for_the_last_of_that_kind(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    statement = said(attributor, text, words)
    assert (statement.speaker, statement.resolved) == (speaker, True)


def test_two_bodies_of_a_kind_are_not_clear(attributor: NewsAttributor) -> None:
    text = (
        "The Harbour Department and the Road Department were told to save money.\n\n"
        "The department said that it would close two offices."
    )
    assert not said(attributor, text, "close two offices").resolved


PRONOUNS = [
    pytest.param(
        "Former Ambassador Oren Vask spoke in Ember on Monday. “We left too early,” Vask said.\n\n"
        "The former ambassador also discussed the plans of Ilse Marn versus those of Governor Rik "
        "Dunmore. He stated that many of his "
        "friends were ready to serve.",
        "ready to serve",
        "Oren Vask",
        id="after a description, not after an object",
    ),
    pytest.param(
        "“I meant what I wrote,” Oren Vask responded. “I do.”\n\n"
        "Rep. Rik Dunmore (R-Ohio) also spoke of the letter when introducing Lars Holm on Thursday. "
        "“Maybe not to the letter, but the islands were left alone,” he said.",
        "islands were left alone",
        "Rik Dunmore",
        id="of who opens the paragraph",
    ),
    pytest.param(
        "“It would be a disaster,” Oren Vask said of the plan.\n\n"
        "As for Peter Dunmore, he said that he was not worried about it.",
        "was not worried",
        "Peter Dunmore",
        id="as for somebody",
    ),
    pytest.param(
        "Rik Dunmore, a fisherman who hosts a radio show in Ember, was asked by a caller why the boats stay in port. "
        "“So they can be sold to the mainland,” he said.",
        "sold to the mainland",
        "Rik Dunmore",
        id="who was asked answers",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), PRONOUNS)
def test_a_pronoun_follows_the_subject(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


def test_a_dialogue_printed_in_an_article(attributor: NewsAttributor) -> None:
    text = (
        "Three guests argued about the harbour tax on Radio Ember on Sunday, and Oren Vask, Ilse Marn and Lars Holm of "
        "the Harbour Times all found it wanting.\n\n"
        "“Oren Vask: Seriously, he says that he will pay for every school on the islands with a tax on ships.”\n\n"
        "But then I ask the people, ‘What do you mean by a tax on ships?’ They said, ‘Well, you pay a crown for every "
        "crate.’ It just sounds like taxing everybody who eats bread.\n\n"
        "Ilse Marn: She is right on all of this if you look closely, but nobody has the time to look closely at it.\n\n"
        "Vask: Well, bread is dear enough as it is.\n\n"
        "Holm, who wrote about the debate, was not convinced."
    )
    assert said(attributor, text, "pay a crown").speaker == "Oren Vask"
    assert said(attributor, text, "right on all of this").speaker == "Ilse Marn"


def test_a_headline_in_capitals_gives_no_name(attributor: NewsAttributor) -> None:
    text = "Union Softly Rejects Peter Marn.\n\n“We will go on,” Marn said in Ember on Monday."
    assert said(attributor, text, "We will go on").speaker == "Peter Marn"


def test_a_clause_is_no_role(attributor: NewsAttributor) -> None:
    text = "Peter Marn, who served as counsel to Gov. Rik Dunmore, spoke first. “We will go on,” Marn said on Monday."
    assert said(attributor, text, "We will go on").role is None


def test_an_unresolved_office_is_not_somebody_who_is_known(attributor: NewsAttributor) -> None:
    text = "“The bridge will not hold another winter,” the Ohio senator said on Monday."
    statement = said(attributor, text, "The bridge")
    assert (statement.speaker, statement.resolved) == ("the Ohio senator", False)


def test_an_honorific_with_a_surname_that_comes_first(attributor: NewsAttributor) -> None:
    text = "Gao Senmei, who runs a bakery in Ember, was not surprised. “The tax must go,” Ms. Gao said by telephone."
    assert said(attributor, text, "The tax must go").speaker == "Gao Senmei"


def test_a_body_named_after_the_last_speaker_makes_the_agency_unclear(attributor: NewsAttributor) -> None:
    text = (
        "The State Department said that the letters were lost. The FBI, meanwhile, goes on looking for them.\n\n"
        "The agency said that it would speak to every clerk."
    )
    assert not said(attributor, text, "every clerk").resolved


@pytest.mark.parametrize("who", ["Many", "Most of the Rowing Pines keepers"])
def test_many_are_nobody_by_name(attributor: NewsAttributor, who: str) -> None:
    text = f"{who} expressed disbelief that their fears were not heard, showing a gap between the board and the town."
    assert not said(attributor, text, "fears were not heard").resolved
