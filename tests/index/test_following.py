"""Answers by date, counted or one of each speaker first; the latest is never on something else."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from index import Archive, Config
from index.model import Question
from index.telling.jsonform import answer_object
from index.telling.phrases import counted_sentence, interpretation_words

ARTICLES = {
    "jan": ("2022-01-10", "“The night ferry to Lowmark needs a second pilot,” Mara Velden told the harbour board."),
    "mar": ("2022-03-12", "“A second pilot on the night ferry costs less than a wreck,” Mara Velden said on Friday."),
    "jun": ("2022-06-20", "“The night ferry has its second pilot at last,” Mara Velden said at the quay."),
    "sep": ("2022-09-05", "“The bakers of Lowmark make the best plum cake of the coast,” Mara Velden said on Sunday."),
    "other": ("2022-05-02", "“The second pilot on the night ferry is a waste of money,” Tomas Rehak told reporters."),
}


@pytest_asyncio.fixture
async def archive(tmp_path: Path) -> AsyncIterator[Archive]:
    lines = [
        json.dumps({"id": name, "text": text, "date": date, "source": "The Lowmark Courier"})
        for name, (date, text) in ARTICLES.items()
    ]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    async with Archive.open(Config(home=tmp_path / "home")) as opened:
        await opened.ingest([tmp_path / "all.jsonl"])
        yield opened


async def found(archive: Archive, words: str, limit: int = 5) -> list[str]:
    answer = await archive.ask(Question(text=words, limit=limit))
    assert answer.answered, words
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))
    return [hit.article.id for hit in answer.hits]


async def test_the_latest_and_the_first_on_the_topic(archive: Archive) -> None:
    latest = await found(archive, "latest from Velden on the second pilot of the night ferry")
    assert latest[:3] == ["jun", "mar", "jan"]  # and not the cake, which is later
    assert await found(archive, "when did Velden last speak about the second pilot?", limit=1) == ["jun"]
    first = await found(archive, "when did Velden first mention the second pilot?")
    assert first[:3] == ["jan", "mar", "jun"]
    changed = await found(archive, "how has Velden's position on the second pilot changed?")
    assert changed[:3] == ["jan", "mar", "jun"]


async def test_how_often_is_counted(archive: Archive) -> None:
    answer = await archive.ask(Question(text="how often did Velden mention the second pilot of the ferry?", limit=1))
    assert answer.answered and answer.counted == 3 and len(answer.hits) == 1
    assert counted_sentence(answer).startswith("3 passages")
    assert answer_object(answer)["counted"] == 3
    assert answer_object(answer)["order"] == "earliest"
    assert interpretation_words(answer.query).endswith("earliest first")


async def test_whether_somebody_ever_spoke_of_it(archive: Archive) -> None:
    answer = await archive.ask(Question(text="did Velden ever say anything about the night ferry?"))
    assert answer.answered and answer.hits[0].speaker == "Mara Velden"
    no = await archive.ask(Question(text="did Velden ever say anything about nuclear submarines?"))
    assert not no.answered and no.reason == "speaker_silent"


async def test_without_a_topic_it_is_all_of_the_person_or_the_time(archive: Archive) -> None:
    assert await found(archive, "latest from Velden") == ["sep", "jun", "mar", "jan"]
    assert await found(archive, "what happened in May 2022?") == ["other"]
    assert (await found(archive, "what was said between March and June 2022?")) == ["mar", "other", "jun"]
    nothing = await archive.ask(Question(text="what happened in July 2022?", asked_on=dt.date(2022, 12, 31)))
    assert not nothing.answered and nothing.reason == "nothing_in_period"


async def test_both_people_come_first(archive: Archive) -> None:
    answer = await archive.ask(Question(text="Velden and Rehak on the second pilot of the night ferry", limit=2))
    assert {hit.speaker for hit in answer.hits} == {"Mara Velden", "Tomas Rehak"}


async def test_a_passage_of_both_quotes_the_one_who_has_none_yet(examples_home: Path) -> None:
    async with Archive.open(Config(home=examples_home)) as archive:
        answer = await archive.ask(Question(text="Velde and Thorne-Abara on the cutters"))
    assert answer.answered
    assert {hit.speaker for hit in answer.hits[:2]} == {"Jorun Velde", "Casper Thorne-Abara"}
    for hit in answer.hits[:2]:
        assert hit.quote and hit.speaker and hit.speaker.split()[-1].split("-")[-1] in hit.text


@pytest.mark.parametrize(
    ("words", "speaker", "day"),
    [
        ("latest from Lindqvar on wheat", "Tomas Lindqvar", "2022-05-20"),  # he speaks later, and not of wheat
        ("what was the last thing the prime minister said about wheat?", "Tomas Lindqvar", "2022-05-20"),
        ("did Lindqvar ever talk about bread and heat?", "Tomas Lindqvar", "2022-05-20"),
        ("when did Jorun Velde first speak of winter cutters?", "Jorun Velde", "2022-06-14"),
        ("who criticised the harbour wall?", "Casper Thorne-Abara", "2022-04-19"),
    ],
)
async def test_over_the_examples(examples_home: Path, words: str, speaker: str, day: str) -> None:
    async with Archive.open(Config(home=examples_home)) as archive:
        answer = await archive.ask(Question(text=words))
    assert answer.answered, answer.evidence
    first = answer.hits[0]
    assert (first.speaker, first.said_on and first.said_on.since) == (speaker, dt.date.fromisoformat(day))


async def test_who_criticised_somebody_leaves_out_their_own_words(tmp_path: Path) -> None:
    texts = [
        "“My critics over the night ferry attack me because I am right,” Mara Velden said.",
        "“Velden was reckless with the night ferry,” Tomas Rehak said.",
    ]
    rows = [json.dumps({"id": f"v{i}", "text": text, "date": "2022-05-02"}) for i, text in enumerate(texts)]
    (tmp_path / "two.jsonl").write_text("\n".join(rows), encoding="utf-8")
    async with Archive.open(Config(home=tmp_path / "home")) as archive:
        await archive.ingest([tmp_path / "two.jsonl"])
        answer = await archive.ask("who criticised Velden over the night ferry?")
        assert answer.query.against == ("Mara Velden",)
        assert [hit.speaker for hit in answer.hits][:1] == ["Tomas Rehak"]
