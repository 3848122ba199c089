"""When something was said: shown beside the date of publication."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from index import Archive, Config
from index.cli.jsonform import answer_object
from index.cli.phrases import said_words
from index.model import Question

TOLD = "“The bridge over the Lowmark canal will close for repairs,” Mara Velden said on Monday."
LATER = "“The bridge over the Lowmark canal is open again,” Mara Velden told the harbour board."


def write(folder: Path, name: str, text: str, date: str) -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text(json.dumps({"id": name, "text": text, "date": date, "source": "The Lowmark Courier"}))
    return path


@pytest_asyncio.fixture
async def archive(tmp_path: Path) -> AsyncIterator[Archive]:
    """Velden on a Monday in a paper of Wednesday, and in a later one that does not say when."""
    async with Archive.open(Config(home=tmp_path / "home")) as opened:
        await opened.ingest(
            [write(tmp_path, "told", TOLD, "2022-04-06"), write(tmp_path, "later", LATER, "2022-05-20")]
        )
        yield opened


async def test_an_answer_shows_both_days_where_they_differ(archive: Archive) -> None:
    answer = await archive.ask(Question(text="What did Velden say about the bridge over the canal?"))
    days = {hit.article.id: hit.said_on for hit in answer.hits}
    told, later = days["told"], days["later"]
    assert told is not None and later is not None
    assert (told.since, told.until, told.basis, told.words) == (
        dt.date(2022, 4, 4), dt.date(2022, 4, 4), "text", "on Monday",
    )  # fmt: skip
    assert (later.since, later.basis, later.words) == (dt.date(2022, 5, 20), "publication", None)
    assert said_words(told, dt.date(2022, 4, 6)) == "said on 4 April 2022"
    assert said_words(later, dt.date(2022, 5, 20)) == ""
    shown = {passage["article_id"]: passage["said_on"] for passage in answer_object(answer)["passages"]}
    assert shown["told"] == {"since": "2022-04-04", "until": "2022-04-04", "basis": "text", "words": "on Monday"}


async def test_a_timeline_knows_when_each_statement_was_said(archive: Archive) -> None:
    entries = (await archive.timeline("Velden", "bridge")).entries
    days = [entry.statement.said_on for entry in entries]
    assert [day and day.since for day in days] == [dt.date(2022, 4, 4), dt.date(2022, 5, 20)]
