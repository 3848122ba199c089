"""An article's page tells its earlier texts, inert, and none where somebody's words were removed."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from index import Archive, Config
from tests.web.conftest import Served
from web.room import statement_path

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


def test_a_link_says_that_its_words_have_another_name_now(tmp_path: Path) -> None:
    file, home = tmp_path / "a.jsonl", tmp_path / "archive"
    words = "“Nobody stays behind on this quay tonight,” {} said."

    async def fill(speaker: str) -> str:
        async with Archive.open(Config(home=home)) as archive:
            text = f"The ferry was late on Monday.\n\n{words.format(speaker)}"
            file.write_text(json.dumps({"id": "a", "source": "Courier", "text": text}), encoding="utf-8")
            await archive.ingest([file])
            (entry,) = (await archive.statements()).entries
            assert entry.statement.speaker == speaker
            return statement_path(entry.id, speaker)

    first = asyncio.run(fill("Ida Ek"))
    second = asyncio.run(fill("Tor Berg"))
    assert first.partition("?for=")[0] == second.partition("?for=")[0] and first != second
    served = Served(home)
    try:
        client = served.client()
        for link, another in ((first, True), (second, False), (first[:-5] + "<b>ab", False), (first[:-10], False)):
            page = client.get(link).text
            assert "Tor Berg" in page and ("gave these words to another name" in page) is another
            answer = client.get("/api/v1/statements/" + link.removeprefix("/s/")).json()
            assert answer["speaker_changed"] is another and answer["link"].endswith(second)
    finally:
        served.close()
