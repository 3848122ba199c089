"""The people of an article: which capitals are names, and which only stand before one."""

from __future__ import annotations

import pytest

from index.attribution.news.entities import build_cast


def people(text: str, title: str | None = None) -> list[str]:
    return sorted(person.name for person in build_cast(text, bytes(len(text)), (), title).people)


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        # the capitals of a headline
        ("Ms. Marn spoke.", "Debating Marn: Why She Wins", ["Marn"]),
        ("Then Helga Marn left.", "More Offensive Things Helga Marn Said", ["Helga Marn"]),
        ("Then Helga Marn left.", "Paul Orrin Slams Helga Marn", ["Helga Marn"]),
        ("Woman Reveals Stunning Thing Marn Did. Then Helga Marn left.", None, ["Helga Marn"]),
        ("Then she left.", "Helga Marn leaves office", ["Helga Marn"]),
        ("The vote was for Tovik Arlo Marn, a farmer. Marn won.", "Star Tovik Arlo Marn Wins", ["Tovik Arlo Marn"]),
        # the first words of a sentence
        ("For Helga Marn it was late. Rival Helga Marn won.", None, ["Helga Marn"]),
        ("For Helga Marn it was late. Beneath Marn lies water. Mrs. Marn left.", None, ["Helga Marn"]),
        ("Celebrating Helga Marn takes a day. Then Helga Marn left.", None, ["Helga Marn"]),
        # and names that begin with a word nobody lists
        ("Tovik Marn, a farmer, spoke of Helga Marn. Then Tovik Marn left.", None, ["Helga Marn", "Tovik Marn"]),
    ],
)
def test_words_before_a_name_are_no_part_of_it(text: str, title: str | None, found: list[str]) -> None:
    assert people(text, title) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("hosts an Ellmore", ["Helga Marn"]),
        ("Ellmore", ["Ellmore", "Helga Marn"]),
        ("an aide to Ellmore", ["Helga Marn"]),
    ],
)
def test_a_name_behind_an_article_is_no_person(source: str, found: list[str]) -> None:
    text = f"At noon Helga Marn, whom {source} asked, was late."
    start = text.index(source)
    cast = build_cast(text, bytes(len(text)), [(start, start + len(source))])
    assert sorted(person.name for person in cast.people) == found
