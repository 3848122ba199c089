"""Denials and silence through the archive's faces: kept, shown in words, never an assertion."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from pathlib import Path

from index import Archive, Config
from index.storage.database import open_database
from index.storage.schema import MIGRATIONS
from tests.support.program import onrecord

TEXT = (
    "Finance Minister Rosa Tanaka denied that she had met the bankers in March. "
    "Governor Silas Boone never said that the dam was safe.\n\n"
    "“We have nothing to hide from anybody in this town,” Tanaka said."
)


async def _home(folder: Path) -> Path:
    rows = folder / "articles.jsonl"
    rows.write_text(json.dumps({"id": "d1", "source": "The Halden Courier", "date": "2022-03-01", "text": TEXT}))
    async with Archive.open(Config(home=folder / "a")) as archive:
        await archive.ingest([rows])
    return folder / "a"


async def test_timeline_and_article_keep_the_stance(tmp_path: Path) -> None:
    async with Archive.open(Config(home=await _home(tmp_path))) as archive:
        entries = (await archive.timeline("Tanaka")).entries
        stances = {entry.text: (entry.statement.stance, entry.statement.cue) for entry in entries}
        assert stances["that she had met the bankers in March"] == ("denied", "denied")
        assert [stance for words, (stance, _) in stances.items() if "nothing to hide" in words] == ["said"]
        answer = await archive.ask("did Rosa Tanaka meet the bankers in March?")
        assert ("denied", "denied") in [(hit.stance, hit.cue) for hit in answer.hits]


def test_the_terminal_shows_the_stance_in_words(tmp_path: Path) -> None:
    home = asyncio.run(_home(tmp_path))
    assert "denies this: “denied”" in onrecord("timeline", "Tanaka", "--home", home).stdout
    assert "denies this: “denied”" in onrecord("article", "d1", "--home", home, COLUMNS="200").stdout
    asked = onrecord("ask", "did Rosa Tanaka meet the bankers in March?", "--json", "--home", home)
    assert "denied" in [passage["stance"] for passage in json.loads(asked.stdout)["passages"]]


async def test_statements_of_an_older_archive_count_as_said(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite3"
    with sqlite3.connect(path) as db:
        db.executescript(MIGRATIONS[0] + "PRAGMA user_version = 1;")
        db.execute("INSERT INTO articles (id, content_hash, text, added_at) VALUES ('a', 'h', 'We go.', '2022-03-01')")
        db.execute(
            "INSERT INTO statements (article_row, start, end, spans, kind, confidence, cue_spans, mention_spans,"
            " resolved, hash) VALUES (1, 0, 5, '[[0, 5]]', 'direct', 0.9, '[]', '[]', 1, x'00')"
        )
    moved = await open_database(path, MIGRATIONS)
    async with moved.execute("SELECT stance FROM statements") as cursor:
        assert [row[0] async for row in cursor] == ["said"]
    await moved.close()
