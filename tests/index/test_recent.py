"""What is new since a mark: only new articles answer, only above the threshold, revisions by their new words."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from index import Archive, Config
from index.model import Question

BRIDGE = "Mara Velden said on Monday that the bridge over the Lowmark canal would be closed for repairs until May."
FERRY = "Tomas Rehak told reporters that the new ferry had failed its trial because of a cracked shaft."
CAKE = "The bakers of Lowmark won a prize for a cake with plums. Nobody made a speech about it."


def write(folder: Path, name: str, text: str, date: str = "2022-04-05") -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text(json.dumps({"id": name, "text": text, "date": date, "source": "The Lowmark Courier"}))
    return path


@pytest_asyncio.fixture
async def archive(tmp_path: Path) -> AsyncIterator[Archive]:
    async with Archive.open(Config(home=tmp_path / "home")) as opened:
        yield opened


async def test_only_new_articles_answer_and_only_above_the_threshold(archive: Archive, tmp_path: Path) -> None:
    question = Question(text="What did Velden say about the closed bridge?")
    assert await archive.mark() == 0
    assert (await archive.ask_new(question, 0)).hits == ()
    await archive.ingest([write(tmp_path, "old", BRIDGE)])
    before = await archive.mark()
    assert before > 0
    assert (await archive.ask(question)).answered
    assert not (await archive.ask_new(question, before)).answered

    await archive.ingest([write(tmp_path, "cake", CAKE)])
    assert (await archive.ask_new(question, before)).hits == ()

    await archive.ingest([write(tmp_path, "new", BRIDGE.replace("May", "June").replace("Monday", "Friday"))])
    found = await archive.ask_new(question, before)
    assert found.answered and [hit.article.id for hit in found.hits] == ["new"]
    assert "closed for repairs until June" in found.hits[0].text
    assert (await archive.ask_new(question, await archive.mark())).hits == ()


async def test_of_a_revised_article_only_new_words_are_new(archive: Archive, tmp_path: Path) -> None:
    await archive.ingest([write(tmp_path, "a", BRIDGE)])
    before = await archive.mark()
    await archive.ingest([write(tmp_path, "a", f"{BRIDGE}\n\n{FERRY}")])
    assert (await archive.ask_new("the bridge over the canal is closed for repairs", before)).hits == ()
    found = await archive.ask_new("Rehak on why the ferry failed its trial", before)
    assert [hit.article.id for hit in found.hits] == ["a"] and "cracked shaft" in (found.hits[0].quote or "")


async def test_what_was_said_by_date_speaker_and_mark(archive: Archive, tmp_path: Path) -> None:
    assert await archive.said() == ()
    await archive.ingest([write(tmp_path, "a", BRIDGE, "2022-04-05"), write(tmp_path, "b", FERRY, "2022-04-07")])
    before = await archive.mark()
    assert [entry.article.id for entry in await archive.said()] == ["a", "b"]
    assert [entry.statement.speaker for entry in await archive.said(since=dt.date(2022, 4, 6))] == ["Tomas Rehak"]
    assert [entry.article.id for entry in await archive.said(speaker="Mara Velden")] == ["a"]
    assert await archive.said(speaker="Otto Nobody") == ()
    assert await archive.said(after=before) == ()
    await archive.ingest([write(tmp_path, "c", FERRY, "2022-04-08")])
    (again,) = await archive.said(speaker="Tomas Rehak")
    assert again.article.id == "b" and [ref.id for ref in again.also_in] == ["c"]
    (new,) = await archive.said(after=before)
    assert new.article.id == "c" and new.text in FERRY
