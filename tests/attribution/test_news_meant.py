"""Who is meant by a name, an office, initials or a pronoun where something else stands nearer."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor
from tests.support.statements import said


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


_COUPLE = "Kerry and Len Holt have run the mill since 1990.\n\n"
_INQUEST = "Dr Stan Olek told the inquest that the ferry was full.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Mayor Stan Olek said the quay was late. He blamed Councillor Tom Lind for it. He said the tide was near.",
            "tide was near",
            "Stan Olek",
        ),
        (
            "Mayor Stan Olek said the quay was late. Police arrested Senator Tom Lind on Monday. He said the tide was "
            "near.",
            "tide was near",
            "Stan Olek",
        ),
        (
            "Treasurer Stan Olek said the quay was late. Norvanian conservative Prime Minister Tom Lind came to Tarn. "
            "He said the tide was near.",
            "tide was near",
            "Tom Lind",
        ),
        (
            _INQUEST + "Earlier the inquest heard from Tom Lind, a diver.\n\nHe said the water was cold.",
            "water was cold",
            "Tom Lind",
        ),
        (
            _INQUEST + "Yesterday the court heard evidence from Inspector Tom Lind.\n\nHe said the water was cold.",
            "water was cold",
            "Tom Lind",
        ),
        (
            _INQUEST + "Evidence was also given by Tom Lind, the diver. He said the water was cold.",
            "water was cold",
            "Tom Lind",
        ),
        (
            _INQUEST + "He had a letter from Tom Lind, a diver. He said the water was cold.",
            "water was cold",
            "Stan Olek",
        ),
        (_COUPLE + "“It is late,” Mrs Holt said.", "It is late", "Mrs Holt"),
        ("Farmers " + _COUPLE + "“It is late,” Ms Holt said.", "It is late", "Ms Holt"),
        (_COUPLE + "“It is late,” Mr Holt said.", "It is late", "Len Holt"),
        ("Jane and John Holt run the mill.\n\n“It is late,” Mrs Holt said.", "It is late", "Jane Holt"),
        (
            "The DA has called for a new vote.\n\nDA councillor Lena Holt said the count was slow.",
            "new vote",
            "The DA",
        ),
        ("DA MP Lena Holt said the count was slow. The DA said it would go to court.", "go to court", "The DA"),
        ("Lena Holt, CM of Tarn, said the count was slow. The CM said it was late.", "was late", "Lena Holt"),
        ("FM spokesman Lena Holt said the count was slow. The FM said it was late.", "was late", "The FM"),
    ],
)
def test_who_is_meant(attributor: NewsAttributor, text: str, words: str, speaker: str) -> None:
    assert said(attributor, text, words).speaker == speaker
