"""Texts in other languages are nobody's words, but transcripts whose speakers go over to English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.attribute import Attributor
from index.attribution.news.reader import NewsAttributor
from index.model import Article, Statement

HALF = """SECRETARY NIEVES: Magandang umaga po sa inyong lahat. Salamat sa pagdating ninyo.

QUESTION: Kailan po bubuksan ang tulay?

SECRETARY NIEVES: Opo. As of now we have said that the bridge will open when the water is low, and that is in May.

QUESTION: Sigurado po ba iyon?

SECRETARY NIEVES: Opo, sigurado po kami."""
WHOLE = HALF.replace("As of now we have said that the bridge will open when the water is low, and that is in May.", "")


@dataclass
class Nobody(NewsAttributor):
    """Reads no prose, and tells what it was asked to."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def attribute_many(self, texts: Sequence[tuple[str, str | None]]) -> list[tuple[Statement, ...]]:
        self.asked += [text for text, _ in texts]
        return [() for _ in texts]


def test_turns_need_no_language_where_somebody_speaks_english() -> None:
    news = Nobody()
    half, whole, prose, plain = (
        Article(id=text[:9], text=text, title="Press briefing", language="tl")
        for text in (HALF, WHOLE, "Wala po.", HALF)
    )
    found = Attributor(lambda: news).attribute([half, whole, prose, plain])
    assert [[s.speaker for s in one.statements] for one in found] == [
        ["Nieves"] * 3,
        [],
        [],
        ["Nieves"] * 3,
    ]
    assert news.asked == []
