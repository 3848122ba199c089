"""Who speaks in a lead that tells an office alone, behind a place, and under titles and offices of many papers."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said, who_says

_LEAD = (
    "Quay law goes to the council\n\n"
    "Up to 900 homes could return to the market under a law to go before the council today, the Minister for Ports has "
    "said.\n\n"
    "{named} said the council had given owners every chance to put their house in order.\n\n"
    "The Minister acknowledged the figure was an upper estimate."
)


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize("words", ["Up to 900 homes", "every chance", "upper estimate"])
def test_the_office_of_the_lead_is_whoever_is_named_behind_it(attributor: NewsAttributor, words: str) -> None:
    statement = said(attributor, _LEAD.format(named="Fiachra Donnell"), words)
    assert (statement.speaker, statement.role) == ("Fiachra Donnell", "Minister for Ports")


@pytest.mark.parametrize("named", ["Harbour master Fiachra Donnell", "Fiachra Donnell, a harbour master,"])
def test_whoever_holds_another_office_is_not_the_one_of_the_lead(attributor: NewsAttributor, named: str) -> None:
    assert said(attributor, _LEAD.format(named=named), "Up to 900 homes").speaker != "Fiachra Donnell"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "In Karst, the mediator for the regional bloc, former minister Jane Roe, said neither side had come.",
            "neither side had come",
            "Jane Roe",
        ),
        ("Nobody came. In Holm, Jane Roe, 41, said the wall had held.", "wall had held", "Jane Roe"),
        ("In Lorn, residents said they had heard nothing.", "heard nothing", "residents"),
        ("State prosecutors in Sv. Rok said nobody was under arrest.", "nobody was", "State prosecutors in Sv. Rok"),
        (
            "Municipal Fire Commander DO1 Emmanuel Tetteh told the paper the hydrants were dry.",
            "hydrants were dry",
            "Emmanuel Tetteh",
        ),
        (
            "That did not impress Opposition spokesman on tourism Lenworth Fay, Member of Parliament for St Margaret "
            "Western.\n\n“In three weeks it will be dry,” the MP said.",
            "In three weeks",
            "Lenworth Fay",
        ),
        ("MP for La Perle Vidya Ram came.\n\n“I have a file thick so,” the Opposition MP said.", "a file", "Vidya Ram"),
        ("The councillor for Tarn/Holm Anil Ramdas said the pumps had failed.", "pumps had failed", "Anil Ramdas"),
        (
            "The quay. Photo: Agency/Mary Jane Roe\n\nMary Jane Roe said it would open.",
            "it would open",
            "Mary Jane Roe",
        ),
        (
            "Farmer Sook Persad Jr said he lost six acres.\n\nHis father, Sook Sr, said the water had gone in a day.",
            "gone in a day",
            "Sook Sr.",
        ),
        ("Across the Capitol, Speaker Rob Tiller told reporters it would fail.", "it would fail", "Rob Tiller"),
        (
            "Residents of a village in western Türkiye are up in arms, saying a court has yet to rule.",
            "court has yet",
            "Residents of a village in western Türkiye",
        ),
    ],
)
def test_places_grades_and_seats_stand_around_names(
    attributor: NewsAttributor, text: str, words: str, speaker: str
) -> None:
    assert who_says(attributor, text, words) == speaker
