"""Two people of one surname: their words never stand under one name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index import Archive, Config, NotFound

_ROWS = [
    {
        "id": "first",
        "source": "North Wire",
        "date": "2022-05-11",
        "text": "Harbour mayor Tomas Ferro turned the plan down on Wednesday. “This bridge would cost us the ferry for"
        " good,” Tomas Ferro said.",
    },
    {
        "id": "second",
        "source": "Coast News",
        "date": "2022-08-01",
        "text": "Irina Ferro, a nurse, spoke to the paper on Monday. “Nobody asked the night shift a single question,”"
        " Irina Ferro said. She added that the ward was empty. “He never came to see us,” she said.",
    },
]


async def test_a_timeline_names_every_entry(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(map(json.dumps, _ROWS)), encoding="utf-8")
    async with await Archive.open(Config(home=tmp_path / "archive")) as archive:
        await archive.ingest([path])
        both = await archive.timeline("Ferro")
        assert set(both.speakers) == {"Tomas Ferro", "Irina Ferro"}
        assert both.entries
        for entry in both.entries:
            assert entry.statement.speaker == {"first": "Tomas Ferro", "second": "Irina Ferro"}[entry.article.id]
        alone = await archive.timeline("Irina Ferro")
        assert (alone.speaker, alone.speakers) == ("Irina Ferro", ("Irina Ferro",))
        assert {entry.article.id for entry in alone.entries} == {"second"}
        for word in ("he", "She", "who"):
            with pytest.raises(NotFound):
                await archive.timeline(word)
        hits = (await archive.ask("what did Ferro say?")).hits
        assert all(hit.speaker == {"first": "Tomas Ferro", "second": "Irina Ferro"}[hit.article.id] for hit in hits)
