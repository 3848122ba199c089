"""News of parliaments and councils, as papers of many countries write it: who is quoted by nobody, who answers, whose
office stands between two names, and offices that are no longer or not quite held."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


STORMED = "Adeola Orji stormed into the chamber saying “No closed door.”\n\n"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            STORMED
            + "Senator Ningo in the interview was quoted to have said, “For the first time we run two budgets.”",
            "two budgets",
            "Ningo",
        ),
        (STORMED + "Paul Bala was quoted as saying that the bill would pass.", "would pass", "Paul Bala"),
        (STORMED + "Mr. Bala was also quoted to have told the paper that he never met them.", "never met", "Bala"),
        (
            "Marka.az reports that the head coach of Imishli, Jorge Casquo, said these words at the press conference.\n"
            "“Today we watched a very tense game. We fought to the end.”",
            "tense game",
            "Jorge Casquo",
        ),
        (
            "23 News asked the Mayor how much he knew of City Administrator and acting Mayor Jim Ryall.\n\nHe replied, "
            "“I was in daily contact.”",
            "daily contact",
            "the Mayor",
        ),
        (
            "Godwin Kpabo, the senate’s leader, said the house was in order. The senate president recalled that "
            "President Tinobu presented a budget.",
            "presented a budget",
            "Godwin Kpabo",
        ),
        (
            "Ali Ndumo protested.\n\n“I wrote my name first,” Ndumo demanded.\n\nIn response, Senate President Bukola "
            "Sarako said he may call on whoever he likes, adding that Ndumo’s name was not listed. He said the list "
            "Ndumo meant was another one.",
            "meant was another",
            "Bukola Sarako",
        ),
    ],
)
def test_who_spoke(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A spokesman for Health Minister Lawrence Springer said there were 21 more nurses.",
            "A spokesman for Health Minister Lawrence Springer",
        ),
        (
            "A lawyer for former President Paul Clint said he was ill.",
            "A lawyer for former President Paul Clint",
        ),
        (
            "A source close to Prime Minister Tom Lindt said he was tired.",
            "A source close to Prime Minister Tom Lindt",
        ),
        (
            "Karst minister Priyank Khargo on Thursday warned the party.\n\nTalking to ANI Khargo said, “People need "
            "to be careful about what they speak.”",
            "Priyank Khargo",
        ),
        (
            "Rural Development and Panchayat Raj Minister Priyank Khargo said, “This is a clear admission of guilt.”",
            "Priyank Khargo",
        ),
        (
            "David Greenhal said it was “absolutely untrue” and asked for an apology from Sir Keir Sterner.\nSir Keir "
            "made the comments in the Commons on Wednesday.\nHe said: “The leader probably has not noticed.”",
            "Keir Sterner",
        ),
        ("A spokesman for the Interior Ministry, Colonel Anton Gera, said the road was open.", "Anton Gera"),
        (
            "But the Karst Nurses and Midwives’ Union (KNMU) said most would be paid less.",
            "the Karst Nurses and Midwives’ Union",
        ),
        ("Karst Nurses and Midwives' Union secretary Sarah Beamar says nurses have had enough.", "Sarah Beamar"),
        (
            "Premier Micheál Marten and Sinn Féin leader Mary Lou Donnell met. But the Sinn Féin leader claimed that "
            "his policy was threadbare.",
            "Mary Lou Donnell",
        ),
        (
            "Prime Minister Ian Roe and opposition leader Ann Dole met. The opposition leader said the plan was bad.",
            "Ann Dole",
        ),
    ],
)
def test_who_acts_for_somebody_is_not_that_one_and_bodies_are_no_people(
    attributor: NewsAttributor, text: str, speaker: str
) -> None:
    ((*_, last),) = attributor.attribute_many([(text, None)])
    assert last.speaker == speaker


def test_a_mark_that_was_typed_for_one_that_closes_closes(attributor: NewsAttributor) -> None:
    text = "“Nurses say they work harder than ever, “Ms Palasz said. “They are not taking their meal breaks.”"
    ((found),) = attributor.attribute_many([(text, None)])
    assert [text[a:b] for one in found for a, b in one.spans] == [
        "Nurses say they work harder than ever",
        "They are not taking their meal breaks",
    ]
    assert {one.speaker for one in found} == {"Palasz"}


def test_what_points_to_the_words_below_is_no_statement(attributor: NewsAttributor) -> None:
    text = (
        "Marka.az reports that the head coach of Imishli, Jorge Casquo, said these words at the press conference.\n"
        "“Today we watched a very tense game. We fought to the end.”"
    )
    ((found),) = attributor.attribute_many([(text, None)])
    assert [one.kind for one in found] == ["direct"]


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        (
            "Following the suspension of Senator Abdul Ningo, the Senate Minority Leader, Abba Moru, on Wednesday said "
            "the chamber has problems. Ningo had claimed that the budget was padded.",
            "was padded",
            "Senator",
        ),
        (
            "Following the suspension of Senator Abdul Ningo, the Senate Minority Leader, Abba Moru, on Wednesday said "
            "the chamber has problems. Ningo had claimed that the budget was padded.",
            "has problems",
            "Senate Minority Leader",
        ),
        ("The envoy met Jane Roe, the mayor, Tom Lindt said. “We agreed,” Lindt said.", "We agreed", None),
        ("Another resident, Lana Hosk, said the city was not responsible.", "not responsible", "resident"),
        (
            "Karst’s County Policing Commander, Chief Superintendent Mike Faucet, said no clue was too small.",
            "too small",
            "Karst’s County Policing Commander, Chief Superintendent",
        ),
        ("WHO director-general Tedra Gebre said the ward was lost.", "was lost", "WHO director-general"),
        ("UN under-secretary-general Ann Dole said the ward was lost.", "was lost", "UN under-secretary-general"),
        ("Former President Paul Clint said he would go on working.", "go on working", "former President"),
        ("Then acting Mayor Jim Ryall said the dam would hold.", "would hold", "acting Mayor"),
    ],
)
def test_whose_office_it_is(attributor: NewsAttributor, text: str, words: str, role: str | None) -> None:
    assert said(attributor, text, words).role == role


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Shadow transport minister Sam Tarrow joined the picket line, in defiance of Labour leader Sir Keir "
            "Sterner’s orders.\n\nHe told a broadcaster: “If we make no stand, lives could be lost.”",
            "lives could be lost",
            "Sam Tarrow",
        ),
        (
            "“Immigration is important,” says Melissa Rolson, 32. Rolson supports the governor.\n\nAshley Yago, 33, a "
            "supporter of the mayor, finds herself in a similar job.\n\n“I have had two grants,” she said by phone.",
            "two grants",
            "Ashley Yago",
        ),
        (
            "At King’s Cross, London North Eastern Railway (LNER) worker Amanda Pell said support was growing.",
            "support was growing",
            "Amanda Pell",
        ),
    ],
)
def test_who_opens_the_paragraph_before_goes_on(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert said(attributor, text, words).speaker == speaker
