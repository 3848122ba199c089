"""What several people say as one is found by each of their names, in every face."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index import Archive, Config
from index.model import Question
from tests.support.program import onrecord

TEXT = (
    "“The ferry must sail again before the winter storms,” Senators Oda Lund of Halden and Peter Brandt of Karst wrote "
    "in a letter on Monday.\n\nIda Roe said that the harbour would stay closed."
)


@pytest.fixture
async def home(tmp_path: Path) -> Path:
    rows = tmp_path / "articles.jsonl"
    rows.write_text(json.dumps({"id": "j1", "source": "The Halden Courier", "date": "2022-03-01", "text": TEXT}))
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([rows])
    return tmp_path / "a"


@pytest.mark.parametrize(("name", "other"), [("Oda Lund", "Peter Brandt"), ("Peter Brandt", "Oda Lund")])
async def test_each_of_them_said_it(home: Path, name: str, other: str) -> None:
    async with Archive.open(Config(home=home)) as archive:
        (entry,) = (await archive.timeline(name)).entries
        assert (entry.statement.speaker, entry.statement.joined_by) == (name, (other,))
        answer = await archive.ask(Question(text=f"what did {name} say about the ferry?"))
        assert answer.answered
        assert (answer.hits[0].speaker, answer.hits[0].joined_by) == (name, (other,))
        assert "ferry must sail" in (answer.hits[0].quote or "")
        assert name in [speaker.name for speaker in await archive.speakers()]
        view = await archive.article("j1")
        assert next((s.speaker, s.joined_by) for s in view.statements) == ("Oda Lund", ("Peter Brandt",))


def test_the_terminal_and_json_name_both(home: Path) -> None:
    assert "with Oda Lund" in onrecord("timeline", "Peter Brandt", "--home", home, COLUMNS="200").stdout
    asked = onrecord("ask", "what did Peter Brandt say about the ferry?", "--json", "--home", home)
    assert json.loads(asked.stdout)["passages"][0]["joined_by"] == ["Oda Lund"]


async def test_nobody_else_said_it(home: Path) -> None:
    async with Archive.open(Config(home=home)) as archive:
        assert all(e.statement.joined_by == () for e in (await archive.timeline("Ida Roe")).entries)
