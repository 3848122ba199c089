"""Whose words are shown as the answer: the speaker's, not the editor's, the host's or nobody's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index import Answer, Archive, Config

FOOTNOTE = """\
THE HARBOUR MASTER. We looked at the berths. Mr. Oram,1 of the Boundary Board, showed me how the ferry dock leans.

THE FERRY DOCK

The ferry dock will be rebuilt before the winter, and the town will pay for half of it. That is settled.

1 Pavel Oram, Commissioner, Ferry Dock Section, Boundary Board, Halden.

Q. Will the ferry dock close while they build?

THE HARBOUR MASTER. For nine days in October, and not an hour more.
"""
HOST = (
    "Asked by a host whether the tunnel had made the floods worse, Mayor Oda Lund said, “I have not heard that "
    "particular worry” from the water board.\n\nThe board meets on Friday."
)
TRIP = """\
PRESS SECRETARY IDA ROE: Good morning. A few words on the week ahead.

On Wednesday the Mayor will travel out to the islands, starting in Karst, where he opens the new school.

Q: Will he see the fishermen?

MS. ROE: He will, on Thursday.
"""
REMARKS = """\
MAYOR PETER BRANDT: Thank you all. This bridge took nine years, and it is yours now.

Q: Mayor, was it worth the money?

MAYOR BRANDT: Every crown of it. Ask those who waited for the ferry.
"""


async def asked(folder: Path, question: str, *articles: dict[str, str]) -> Answer:
    rows = folder / "articles.jsonl"
    rows.write_text("\n".join(json.dumps({"source": "The Halden Courier", **one}) for one in articles))
    async with Archive.open(Config(home=folder / "a")) as archive:
        await archive.ingest([rows])
        return await archive.ask(question)


async def test_the_editors_notes_are_nobodys_words(tmp_path: Path) -> None:
    article = {"title": "News conference of Harbour Master Rolf Vane", "date": "1961-05-02", "text": FOOTNOTE}
    answer = await asked(tmp_path, "what did Vane say about the ferry dock?", article)
    quotes = [hit.quote or "" for hit in answer.hits]
    assert "will be rebuilt before the winter" in quotes[0]
    assert not any("Commissioner" in quote or "THE FERRY DOCK" in quote for quote in quotes)


async def test_who_asked_is_not_who_answered(tmp_path: Path) -> None:
    answer = await asked(
        tmp_path, "has the tunnel made the floods worse?", {"title": "Floods", "date": "2022-03-01", "text": HOST}
    )
    assert answer.hits[0].speaker == "Oda Lund"
    assert "particular worry" in (answer.hits[0].quote or "")


@pytest.mark.parametrize(
    "question", ["Where did Brandt open the new school?", "Why did Brandt travel out to the islands?"]
)
async def test_what_somebody_did_is_told_by_others_where_he_does_not(tmp_path: Path, question: str) -> None:
    answer = await asked(
        tmp_path,
        question,
        {"title": "Press Briefing by Press Secretary Ida Roe", "date": "2022-10-07", "text": TRIP},
        {"title": "Remarks by Mayor Peter Brandt at the Bridge", "date": "2022-10-08", "text": REMARKS},
    )
    assert answer.answered
    assert (answer.hits[0].speaker, answer.query.speakers) == ("Ida Roe", ())
    assert "travel out to the islands" in answer.hits[0].text


async def test_words_that_somebody_did_not_say_stay_a_no(tmp_path: Path) -> None:
    answer = await asked(
        tmp_path,
        "What did Brandt say about the islands?",
        {"title": "Press Briefing by Press Secretary Ida Roe", "date": "2022-10-07", "text": TRIP},
        {"title": "Remarks by Mayor Peter Brandt at the Bridge", "date": "2022-10-08", "text": REMARKS},
    )
    assert not answer.answered
    assert answer.query.speakers == ("Peter Brandt",)
