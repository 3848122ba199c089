"""Words that are nobody's name never become somebody's."""

from __future__ import annotations

import pytest

from index.names.kinds import is_name, kind_of
from index.speakers.book import SpeakerRecord, build_book


def record(name: str, article: str) -> SpeakerRecord:
    return SpeakerRecord(name, article, None, (), 1, True, (name,))


@pytest.mark.parametrize(
    "words",
    [
        *("Another child", "Senior officials", "None of the major candidates", "Report", "Poll", "Woman", "the survey"),
        *("29 percent", "45% of Karstians", "anti-Roe super PAC", "a pro-Roe group", "One influential Karst paper"),
        *("Another source familiar with Roe", "many Karstians", "2009 paper"),
    ],
)
def test_descriptions_have_no_entry(words: str) -> None:
    assert not is_name(words)
    assert build_book([record(words, "a"), record("Ada Roe", "b")]).speakers[0].name == "Ada Roe"


@pytest.mark.parametrize(
    "words",
    ["Senior", "Post", "the Post", "Top Gear", "Another Earth", "Local 4", "al-Roe", "eBay", "60 Minutes", "de Roe"],
)
def test_what_looks_alike_and_is_a_name(words: str) -> None:
    assert is_name(words)


def test_an_outlet_is_not_a_person_of_that_surname() -> None:
    assert (kind_of("the Guardian"), kind_of("Guardian")) == ("body", "person")
    book = build_book([record("Don Guardian", "a"), record("the Guardian", "b"), record("The Guardian", "c")])
    assert book.canonical("b", "the Guardian") != "Don Guardian"
    assert book.canonical("a", "Don Guardian") == "Don Guardian"


def test_a_description_does_not_go_to_a_name_by_its_last_word() -> None:
    book = build_book([record("the Drudge Report", "a"), record("Ada Couple", "b")])
    assert book.canonical("c", "a police report") == "a police report"
    assert book.canonical("c", "the couple") == "the couple"
    assert book.canonical("c", "Ms. Couple") == "Ada Couple"


@pytest.mark.parametrize("words", ["New polls released Sunday", "the Karst Post Pollster average"])
def test_nobody_is_called_by_small_letters(words: str) -> None:
    assert not build_book([record(words, "a")]).speakers[0].name[0].islower()
