"""Phrases in quotation marks: read from the question, and found letter for letter before all else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index import Archive, Config
from index.query.exact import phrases_in, places_of


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('who spoke of "a winter cutter"?', ("a winter cutter",)),
        ("who spoke of “a winter cutter” or „the cold wall“", ("a winter cutter", "the cold wall")),
        ('what is a "cutter"?', ()),
        ("it's Velde's cutter", ()),
        ('an open " mark', ()),
    ],
)
def test_phrases_of_a_question(text: str, phrases: tuple[str, ...]) -> None:
    assert phrases_in(text) == phrases


def test_places_are_letter_for_letter_but_for_case_space_and_apostrophes() -> None:
    text = "It isn’t  A winter\ncutter, nor winter cutters."
    assert [text[a:b] for a, b in places_of("a winter cutter", text)] == ["A winter\ncutter"]
    assert [text[a:b] for a, b in places_of("It isn't a", text)] == ["It isn’t  A"]
    assert places_of("winter cutte", text) == []


async def test_the_passage_that_holds_it_comes_first(tmp_path: Path) -> None:
    texts = [
        f"“The quay of pier {n} must be rebuilt from the ground,” Ilse Tarn said. “The old quay is a danger to ships.”"
        for n in range(8)
    ]
    texts.append("Harbour master Odd Renn was brief. “We paint the old quay blue and wait,” he said on Friday.")
    path = tmp_path / "quay.jsonl"
    rows = [{"id": f"q{n}", "source": "Quay News", "date": "2022-02-01", "text": text} for n, text in enumerate(texts)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    async with Archive.open(Config(home=tmp_path / "archive")) as archive:
        await archive.ingest([path])
        answer = await archive.ask('who said of a danger to ships that must be rebuilt "old quay blue and wait"?')
        assert answer.answered
        assert answer.hits[0].article.id == "q8"
        assert "old quay blue and wait" in (answer.hits[0].quote or "")
        assert [hit.score for hit in answer.hits] == sorted((hit.score for hit in answer.hits), reverse=True)
