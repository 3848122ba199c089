"""Positions through the archive's faces: they answer what somebody is for, marked as such, and are never words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index import Archive, Config
from tests.support.program import onrecord

TEXT = (
    "Mayor Oda Lund opposes the toll on the harbour bridge. The council will vote on it in May.\n\n"
    "“The ferry must sail again,” Lund said on Monday."
)


@pytest.fixture
async def home(tmp_path: Path) -> Path:
    rows = tmp_path / "articles.jsonl"
    rows.write_text(json.dumps({"id": "p1", "source": "The Halden Courier", "date": "2022-03-01", "text": TEXT}))
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([rows])
    return tmp_path / "a"


async def test_a_question_for_a_position_is_answered_by_one(home: Path) -> None:
    async with Archive.open(Config(home=home)) as archive:
        answer = await archive.ask("does Oda Lund support the toll on the bridge?")
        assert answer.answered
        hit = answer.hits[0]
        assert (hit.speaker, hit.kind, hit.stance, hit.cue) == ("Oda Lund", "position", "held", "opposes")
        stances = {e.text: e.statement.stance for e in (await archive.timeline("Oda Lund")).entries}
        assert stances == {"the toll on the harbour bridge": "held", "The ferry must sail again": "said"}


def test_the_terminal_and_json_call_it_a_position(home: Path) -> None:
    asked = onrecord("ask", "does Oda Lund support the toll?", "--home", home, COLUMNS="200").stdout
    assert "position: “opposes”" in asked
    shown = onrecord("ask", "does Oda Lund support the toll?", "--json", "--home", home).stdout
    assert json.loads(shown)["passages"][0]["kind"] == "position"
