"""An article's page tells its earlier texts, inert, and none where somebody's words were removed."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from index import Archive, Config
from tests.web.conftest import Served

FIRST = "Mayor Ida Ek said the ferry would sail on Monday.\n\n“Nobody stays behind,” Ek said."
SECOND = "Mayor Ida Ek said the ferry would sail on <b>Friday</b>.\n\n“Nobody stays behind,” Ek said."


def test_a_page_shows_what_changed_between_versions(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"

    async def fill() -> None:
        async with Archive.open(Config(home=tmp_path / "archive")) as archive:
            for text in (FIRST, SECOND):
                file.write_text(json.dumps({"id": "a", "source": "Courier", "text": text}), encoding="utf-8")
                await archive.ingest([file])

    asyncio.run(fill())
    served = Served(tmp_path / "archive")
    try:
        client = served.client()
        assert "?versions=on#versions" in client.get("/article/a").text and "went:" not in client.get("/article/a").text
        shown = client.get("/article/a?versions=on").text.partition('id="versions"')[2]
        assert "went: <del><bdi>Mayor Ida Ek said the ferry would sail on Monday.</bdi></del>" in shown
        assert "came: <ins><bdi>Mayor Ida Ek" in shown and "&lt;b&gt;Friday&lt;/b&gt;.</bdi></ins>" in shown
        served.wait(served.archive.remove_speaker("Ida Ek"))
        gone = client.get("/article/a?versions=on").text
        assert "Monday" not in gone and "Nobody stays behind" not in gone and "█" in gone
    finally:
        served.close()
