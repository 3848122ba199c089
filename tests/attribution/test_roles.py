"""Offices that stand in small letters before a name, wherever the name stands."""

from __future__ import annotations

import pytest

from index.attribution.news.reader import NewsAttributor


@pytest.fixture(scope="module")
def attributor() -> NewsAttributor:
    return NewsAttributor.load()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Energy minister Rasmus Kehl welcomed the report. “The inspectors did well,” he said.", "Energy minister"),
        ("On Monday energy minister Rasmus Kehl welcomed it. “Good work,” he said.", "energy minister"),
        ("Then deputy prime minister Oda Lund left. “I go home,” Lund said.", "deputy prime minister"),
        ("The report by chief economist Tim Vass came late. “It is late,” Vass said.", "chief economist"),
        ("Policing minister Dame Diana Kehl thanked him. “Good work,” Kehl said.", "Policing minister"),
        ("Judge Ida Kehl, an appointee of former president Jan Quill, blocked it. “No,” Kehl said.", "Judge"),
        ("Omar Kehl, the father of a slain soldier, spoke first. “Good work,” Kehl said.", "father of a slain soldier"),
        ("Mr. Kehl welcomed the report. “Good work,” Mr. Kehl said.", None),
        ("The ship waited and Ida Roe slept. “I waited,” Roe said.", None),
    ],
)
def test_the_office_before_the_name(attributor: NewsAttributor, text: str, role: str | None) -> None:
    (found,) = attributor.attribute_many([(text, None)])
    assert found[-1].role == role
