"""Whether a source says, denies, keeps back or asks: read from the cue and its clause."""

from __future__ import annotations

import re

import pytest

from index.attribution.news.reader import NewsAttributor
from index.attribution.news.stance import ENTRIES, Entry, stance_of
from index.model import Statement

_VERB = re.compile(
    r"\b(?:say|said|saying|decline|declined|deny|denied|believe|dismissed|rejected|asked|pushed back against|happy)\b"
)


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


def _read(text: str, cue: str) -> tuple[str, str]:
    start = text.index(cue)
    stance, (first, last) = stance_of(text, (start, start + len(cue)))
    return stance, text[first:last]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.example)
def test_the_example_of_every_entry_has_its_stance(entry: Entry) -> None:
    found = [stance_of(entry.example, match.span())[0] for match in _VERB.finditer(entry.example)]
    assert entry.stance in found
    assert entry.stance == "said" or "said" not in found


@pytest.mark.parametrize(
    ("text", "cue", "stance", "shown"),
    [
        ("Governor Silas Boone never said that the dam was safe.", "said", "declined", "never said"),
        ("Rosa Tanaka did not say the bank was broke.", "say", "declined", "did not say"),
        ("The ministry has not yet publicly said where.", "said", "declined", "has not yet publicly said"),
        ("They didn’t believe that it leaked.", "believe", "denied", "didn’t believe"),
        ("She neither confirmed nor denied that it leaked.", "denied", "declined", "neither confirmed nor denied"),
        ("Her refusal to say who paid cost her the office.", "say", "declined", "refusal to say"),
        ("He wondered whether it leaked.", "wondered", "asked", "wondered"),
        ("Not yet, said Boone, and left.", "said", "said", "said"),
        ("If it does not hold, Boone said, we go.", "said", "said", "said"),
        ("Boone said he did not go.", "said", "said", "said"),
        ("He rejected the offer on Wednesday.", "rejected", "said", "rejected"),
        ("Boone was not happy that it leaked.", "was not happy", "said", "was not happy"),
        ("Boone was not aware that it leaked.", "was not aware", "declined", "was not aware"),
        ("“I deny it.” He said no more.", "said", "said", "said"),
    ],
)
def test_stance_and_cue(text: str, cue: str, stance: str, shown: str) -> None:
    assert _read(text, cue) == (stance, shown)


def _holding(found: tuple[Statement, ...], words: str, text: str) -> list[Statement]:
    return [s for s in found if words in text[s.start : s.end]]


def test_a_denial_is_never_an_assertion(attributor: NewsAttributor) -> None:
    text = (
        "Governor Silas Boone never said that the dam was safe. Rosa Tanaka did not say the bank was broke. "
        "Finance Minister Rosa Tanaka denied that she had met the bankers. Boone refused to say where the money went."
    )
    (found,) = attributor.attribute_many([(text, None)])
    for words in ("the dam was safe", "the bank was broke", "met the bankers", "where the money went"):
        assert all(s.stance in ("denied", "declined") for s in _holding(found, words, text)), words
    denied = _holding(found, "met the bankers", text)
    assert [(s.speaker, s.stance, s.cue) for s in denied] == [("Rosa Tanaka", "denied", "denied")]


def test_words_that_are_the_denial_are_said(attributor: NewsAttributor) -> None:
    text = "“I have never been in that house, and I never met the bankers,” Rosa Tanaka said, denying the report."
    (found,) = attributor.attribute_many([(text, None)])
    assert [s.stance for s in _holding(found, "never met the bankers", text)] == ["said"]
