"""When something was said: shown beside the date of publication."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from index import Archive, Config
from index.errors import InputError
from index.model import Question
from index.telling.jsonform import answer_object
from index.telling.phrases import said_words

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


async def test_a_window_of_the_question_means_when_it_was_said(archive: Archive, tmp_path: Path) -> None:
    async def found(words: str) -> list[str]:
        answer = await archive.ask(Question(text=words, asked_on=dt.date(2022, 6, 30)))
        assert answer.query.meant is not None and answer.query.since == answer.query.meant.since
        return [hit.article.id for hit in answer.hits]

    assert await found("What did Velden say about the bridge on 4 April 2022?") == ["told"]
    assert await found("What did Velden say about the bridge on 6 April 2022?") == []  # it was published then
    assert await found("What did Velden say about the bridge on 20 May 2022?") == ["later"]
    assert await found("What did Velden say about the bridge on 18 May 2022?") == ["later"]  # two days before
    assert await found("What did Velden say about the bridge on 17 May 2022?") == []


async def test_what_the_text_dates_stands_before_what_only_its_paper_dates(archive: Archive, tmp_path: Path) -> None:
    undated = TOLD.replace(" on Monday", "").replace("repairs", "repairs and paint")
    await archive.ingest([write(tmp_path, "undated", undated, "2022-04-06")])
    answer = await archive.ask(Question(text="What did Velden say about the bridge on 4 April 2022?"))
    assert [hit.article.id for hit in answer.hits] == ["told", "undated"]


async def test_the_options_filter_by_publication_or_by_saying_and_exactly(archive: Archive) -> None:
    async def found(since: str | None = None, until: str | None = None, said: str | None = None) -> list[str]:
        day = dt.date.fromisoformat
        question = Question(
            text="What did Velden say about the bridge?",
            since=(since and day(since)) or None,
            until=(until and day(until)) or None,
            said_since=(said and day(said)) or None,
            said_until=(said and day(said)) or None,
        )
        return sorted(hit.article.id for hit in (await archive.ask(question)).hits)

    assert await found(since="2022-04-06", until="2022-04-06") == ["told"]
    assert await found(since="2022-04-04", until="2022-04-04") == []
    assert await found(said="2022-04-04") == ["told"]
    assert await found(said="2022-04-06") == []
    assert await found(said="2022-05-20") == ["later"]
    assert await found(said="2022-05-18") == []  # no days of grace
    assert await found(since="2022-05-01", said="2022-04-04") == []
    timeline = await archive.timeline("Velden", said_since=dt.date(2022, 5, 1))
    assert [entry.article.id for entry in timeline.entries] == ["later"]


async def test_words_narrow_what_the_options_set(archive: Archive) -> None:
    words = "What did Velden say about the bridge in April 2022?"
    both = await archive.understand(Question(text=words, said_since=dt.date(2022, 4, 5)))
    shown = answer_object(await archive.ask(Question(text=words, said_since=dt.date(2022, 4, 5))))["interpretation"]
    assert both.said.since == dt.date(2022, 4, 5)
    assert (shown["since"], shown["until"]) == ("2022-04-01", "2022-04-30")
    assert (shown["said_since"], shown["said_until"]) == ("2022-04-05", "2022-04-30")
    against = await archive.understand(Question(text=words, said_since=dt.date(2022, 5, 1)))
    assert against.meant is None and against.inferences[-1].field != "time"
    literal = await archive.understand(Question(text=words, infer=False))
    assert literal.meant is None


async def test_an_empty_window_of_saying_is_refused(archive: Archive) -> None:
    question = Question(text="the bridge", said_since=dt.date(2022, 5, 1), said_until=dt.date(2022, 4, 1))
    with pytest.raises(InputError, match="said-since"):
        await archive.ask(question)
