"""What somebody is for, against, hopes or plans is a position: never words, and only where it is clear whose it is."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


def _held(attributor: NewsAttributor, text: str) -> list[tuple[str | None, str | None, str]]:
    (found,) = attributor.attribute_many([(text, None)])
    assert all((s.kind == "position") == (s.stance == "held") for s in found)
    return [(s.speaker, s.cue, text[s.start : s.end]) for s in found if s.kind == "position"]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "what"),
    [
        ("Mayor Oda Lund supports the new bridge.", "Oda Lund", "supports", "the new bridge"),
        ("Oda Lund opposes the toll, which begins in May.", "Oda Lund", "opposes", "the toll"),
        ("Senator Peter Brandt, who opposes the toll, left early.", "Peter Brandt", "opposes", "the toll"),
        ("Senator Peter Brandt does not support the toll.", "Peter Brandt", "does not support", "the toll"),
        ("Ida Roe hopes that the city will drop the toll.", "Ida Roe", "hopes", "that the city will drop the toll"),
        ("Ida Roe plans to run for mayor in May.", "Ida Roe", "plans", "to run for mayor in May"),
        ("Ida Roe is opposed to the sale of the port.", "Ida Roe", "is opposed to", "the sale of the port"),
        ("The Harbour Union supports the strike.", "The Harbour Union", "supports", "the strike"),
    ],
)
def test_what_somebody_is_for(attributor: NewsAttributor, text: str, speaker: str, cue: str, what: str) -> None:
    assert _held(attributor, text) == [(speaker, cue, what)]


def test_what_others_await_of_somebody(attributor: NewsAttributor) -> None:
    ((speaker, cue, what),) = _held(attributor, "Senator Peter Brandt is expected to back the toll on Tuesday.")
    assert (speaker, f"{cue} {what}") == ("Peter Brandt", "is expected to back the toll on Tuesday")


def test_she_is_whoever_was_named(attributor: NewsAttributor) -> None:
    text = "Mayor Anna Lund opened the bridge on Monday. She supports a second one."
    assert ("Anna Lund", "supports", "a second one") in _held(attributor, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Roe said that Oda Lund supports the bridge.",  # told by somebody
        "“Oda Lund supports the bridge,” Ida Roe said.",  # quoted
        "Does Ida Roe support the sale of the port?",  # asked
        "The man who beat Ida Roe supports the bridge.",  # somebody else's
        "Critics of Ida Roe support the bridge.",
        "Peter Brandt, backed by the union, won. The bill that Brandt supported failed.",
        "Oda Lund backs down. Oda Lund’s plans failed, and her hopes were gone.",
        "If Oda Lund supports the bridge, it will be built.",
    ],
)
def test_what_is_nobodys_position_here(attributor: NewsAttributor, text: str) -> None:
    assert _held(attributor, text) == []


def test_words_stay_words(attributor: NewsAttributor) -> None:
    text = "Mayor Oda Lund supports the bridge. “It is time to build it,” she said. Lund said she supports the bridge."
    (found,) = attributor.attribute_many([(text, None)])
    assert [(s.kind, s.stance) for s in found] == [("position", "held"), ("direct", "said"), ("indirect", "said")]
