"""Offices as papers write them whole: with dots, long ones, two of them, behind a name without a comma; and what stands
beside a source and is no part of who speaks: the day, whom it cites."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize(
    ("text", "words", "speaker", "role"),
    [
        (
            "“It will not leave its lines,” said Jennifer Erikssen, a spokeswoman for the U.S. Forest Service.",
            "leave its lines",
            "Jennifer Erikssen",
            "spokeswoman for the U.S. Forest Service",
        ),
        (
            "“She never wavered,” said Nelson Daza, a former aide to Mrs. Lund, on Friday.",
            "never wavered",
            "Nelson Daza",
            "former aide to Mrs. Lund",
        ),
        (
            "“Nobody asked for what,” said Zeynep Tunc, an assistant professor in technology policy at the University "
            "of North Carolina at Chapel Hill.",
            "asked for what",
            "Zeynep Tunc",
            "assistant professor in technology policy at the University of North Carolina at Chapel Hill",
        ),
        (
            "“We keep a seat free,” said Jared Bernsten, a senior fellow at the Center on Harbours and Trade "
            "Priorities and a former economic adviser to the ministry of finance and of transport.",
            "seat free",
            "Jared Bernsten",
            "senior fellow at the Center on Harbours and Trade Priorities",
        ),
        (
            "The toll had risen to 900 on Tuesday, the disaster relief chief under the Ministry of Civil Affairs, Wang "
            "Zhenyao, told a news conference.",
            "900",
            "Wang Zhenyao",
            "disaster relief chief under the Ministry of Civil Affairs",
        ),
        (
            "“The president is not coming,” James Mugumo the Ministry of Foreign Affairs permanent secretary, said.",
            "not coming",
            "James Mugumo",
            None,
        ),
        (
            "“It may be some time,” says City Councilwoman Traci Park.\n\nPark, who represents the area, says that it "
            "could be days.",
            "could be days",
            "Traci Park",
            "City Councilwoman",
        ),
        (
            "The summit was convened by US President Martin Ellery, who arrived in the capital on Sunday. The US "
            "President said the bloc had shown leadership.",
            "shown leadership",
            "Martin Ellery",
            "US President",
        ),
        (
            "Filmmaker Atom Egoyen, who opens a film this week, said in an interview that he had mixed feelings.",
            "mixed feelings",
            "Atom Egoyen",
            "Filmmaker",
        ),
        (
            "“It shook for a minute,” said Kofi Asanteh, a seismologist.",
            "shook",
            "Kofi Asanteh",
            "seismologist",
        ),
        (
            "Tomas Regalato, the Republican mayor of Mirna, spoke.\n\n“I walk a lot,” said Mr. Regalato, a journalist.",
            "walk a lot",
            "Tomas Regalato",
            "Republican mayor of Mirna",
        ),
        (
            "The government must step in, National Party spokesperson for Health Mikkel Woodhous says.",
            "must step in",
            "Mikkel Woodhous",
            "National Party spokesperson for Health",
        ),
        (
            "Harbour boss Luiz Felipo Scolar has warned that the quay may close.",
            "quay may close",
            "Luiz Felipo Scolar",
            "Harbour boss",
        ),
        (
            "“We pay what we must,” Jhon Orta said.\n\nChristian Krügel, head of the migration agency, put the number "
            "at 35,000. That figure, he said, was “the highest since records began.”",
            "highest since",
            "Christian Krügel",
            "head of the migration agency",
        ),
        (
            "The board met. “It was close,” said April Ryanson, a reporter.",
            "close",
            "April Ryanson",
            "reporter",
        ),
        (
            "The town slept. Will Krugmayer, 34, said it was cold. In May Krugmayer left.",
            "cold",
            "Will Krugmayer",
            None,
        ),
        (
            "The decision drew praise from Sen. Mark Rubino, R-Fla., who called it “a down payment on decency.”",
            "down payment",
            "Mark Rubino",
            "Sen.",
        ),
        (
            "The co-leader of the Greens, Ricarda Thomas, conceded that the coalition had “quarrelled too much.”",
            "quarrelled",
            "Ricarda Thomas",
            "co-leader of the Greens",
        ),
    ],
)
def test_role(attributor: NewsAttributor, text: str, words: str, speaker: str, role: str | None) -> None:
    found = said(attributor, text, words)
    assert (found.speaker, found.role) == (speaker, role)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "“You need to know that,” Dittens said.\n\nOn Friday, Dittens had said that the talks were making “good "
            "progress,” according to news reports.",
            "good progress",
            "Dittens",
        ),
        (
            "“We presented a strong offer that improves wages,” the news release Sunday read.",
            "strong offer",
            "the news release",
        ),
        ("Two hours later, Jane Dittens said the talks were over.", "talks were over", "Jane Dittens"),
        (
            "A seismologist from the coast put it differently. “We are tired,” she said.",
            "tired",
            "A seismologist",
        ),
        (
            "Brodda, in a statement, said the plan was fair.\n\nForden said it never received a proposal. It called "
            "that offer “unsustainable.”",
            "unsustainable",
            "Forden",
        ),
        (
            "The director was named by jury president Lucretia Marten.\n\nLater, the festival issued a statement in "
            "which Marten said she would watch Polenski’s film “like any other.” She said that her words had been "
            "“misunderstood.”",
            "misunderstood",
            "Lucretia Marten",
        ),
        (
            "Rovers boss Steve Cotterby was left fuming after a defeat.\n\n“It was never a penalty,” said the former "
            "City midfielder.",
            "never a penalty",
            "Steve Cotterby",
        ),
        (
            "Gov. Walt Hennesby spoke at the fair. His Democratic challenger, state Rep. Tonya Bellamy, called that "
            "“an abdication.”",
            "abdication",
            "Tonya Bellamy",
        ),
        (
            "Earlier, the Controller of Works in the state, Mrs. Olukore Keshi, had lamented the activities of traders "
            "on the shoulder. She appealed to them to relocate.",
            "relocate",
            "Olukore Keshi",
        ),
        (
            "“We have time,” said Bill Englisch, the minister.\n\nJohn French disagreed. “There is none,” French said.",
            "is none",
            "John French",
        ),
        (
            "The monarch, Oba Saheed Elegun, thanked the president, saying his people would help.",
            "help",
            "Saheed Elegun",
        ),
    ],
)
def test_who_speaks_is_no_day(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "At least 2,000 people were killed, the official Halda News Agency reported Tuesday, citing local authorities.",
        "A quake of 5.9 shook the province on Friday, Halda said, citing two officials in the capital.",
        "The bank is to close, the Halden Courier reported on Friday, citing people familiar with the matter.",
    ],
)
def test_whom_a_report_cites_is_no_statement(attributor: NewsAttributor, text: str) -> None:
    (found,) = attributor.attribute_many([(text, None)])
    assert found
    assert not [one for one in found if one.start > text.index("citing")]


def test_the_name_of_a_report_is_no_statement(attributor: NewsAttributor) -> None:
    text = "The 62-page report, “No Pen Left,” documents arrests. “They kept asking who paid me,” said Karim Hadi, 29."
    (found,) = attributor.attribute_many([(text, None)])
    assert [one.speaker for one in found] == ["Karim Hadi"]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        (
            "The ferries will sail, said Minister for Youth, Families and Hunger Prevention Salome Tavuki.\n\nMrs "
            "Tavuki said the quay was safe.",
            "Salome Tavuki",
            "Minister for Youth, Families and Hunger Prevention",
        ),
        (
            "The Minister for Transport, Ports and Road Safety Semi Korovou said the quay was safe.",
            "Semi Korovou",
            "Minister for Transport, Ports and Road Safety",
        ),
        (
            "Secretary of Housing, Energy and Land Jane Ostrand said the quay was safe.",
            "Jane Ostrand",
            "Secretary of Housing, Energy and Land",
        ),
        # people behind an office's comma, and who speaks for a body of several fields
        (
            "Minister for Ports, Zinaida Pell and Zorbo Holl Anders said the quay was safe.",
            "Zinaida Pell",
            "Minister for Ports",
        ),
        (
            "The Ministry of Health, Water and Road Safety said the quay was safe.",
            "The Ministry of Health, Water and Road Safety",
            None,
        ),
    ],
)
def test_a_name_stands_behind_all_the_fields_of_its_office(
    attributor: NewsAttributor, text: str, speaker: str, role: str | None
) -> None:
    told = said(attributor, text, "quay was safe")
    assert (told.speaker, told.role) == (speaker, role)
