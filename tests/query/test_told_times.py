"""A time in a question of which no article is: what an article without a date, or a passage, tells of it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from index import Archive, Config
from index.model import Question
from index.search.dated import in_text

ROWS = [
    {
        "id": "old",
        "text": "KARST (Feb 4): “The road is a tale of waiting,” Mara Vorn told the house. The road has holes.",
    },
    {
        "id": "new",
        "date": "2022-05-02",
        "text": "The town is calm. “We were trapped on the lake for four days in 2011,” fisherman Jo Pell said.",
    },
    {
        "id": "late",
        "date": "2022-06-09",
        "text": "The mill is shut. “The mill will not open again,” Ida Tarn said in Karst.",
    },
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("told")
    (folder / "all.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("what did mara vorn say on feb 4 about the road", "Mara Vorn"),
        ("jo pell, how was it being trapped on the lake back in 2011", "Jo Pell"),
        ("what was mara vorn saying on feb 4", "Mara Vorn"),
        ("what did mara vorn say on feb 5 about the road", None),
        ("what did ida tarn say in 2011 about the mill", None),
        ("what did ida tarn say last week about the mill", None),
        ("what did ida tarn say in may 2022", None),  # the time is all that is asked
    ],
)
async def test_a_time_that_is_spoken_of(home: Path, words: str, speaker: str | None) -> None:
    async with Archive.open(Config(home=home / "a")) as archive:
        await archive.ingest([home / "all.jsonl"])
        found = await archive.ask(words)
    assert (found.hits[0].speaker if found.answered else None) == speaker


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        ("in september", "down by September of this year", True),
        ("on feb 4", "KARST (Feb. 4): the road", True),
        ("4 february", "on February 4th", True),
        ("on feb 4", "on 14 February", False),
        ("in march", "the march went on", False),
        ("in march 2014", "in March, after 2014", True),
        ("in march 2014", "in March", False),
        ("since march", "in March", False),
        ("last week", "last week", False),
    ],
)
def test_a_text_tells_a_time_as_far_as_it_is_named(asked: str, text: str, *, told: bool) -> None:
    assert in_text([asked], text) is told


async def test_an_explicit_window_stays(home: Path) -> None:
    async with Archive.open(Config(home=home / "a")) as archive:
        await archive.ingest([home / "all.jsonl"])
        year = Question(
            text="was jo pell trapped on the lake in 2011",
            said_since=dt.date(2011, 1, 1),
            said_until=dt.date(2011, 12, 31),
        )
        assert not (await archive.ask(year)).answered
