"""The command that draws the documentation's pictures still draws."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

from tests.support import screenshots

chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.skipif(not chromium, reason="needs Chromium: apt-get install chromium, or set CHROMIUM"),
    pytest.mark.skipif(not importlib.util.find_spec("playwright"), reason="needs the extra `screenshots`"),
]


async def one_answer(studio: screenshots.Studio) -> None:
    asked = await studio.reader.slash(studio.channel, "ask", question="Who spoke of the ferry?", limit=1)
    await studio.take("answer", asked, "`/ask`", "An answer.")


async def test_a_message_is_drawn_into_small_pictures_for_both_widths(tmp_path: Path) -> None:
    studio = await screenshots.shoot(tmp_path, (one_answer,))
    assert [picture.name for picture in studio.taken] == ["answer.png", "answer-phone.png"]
    for picture in studio.taken:
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert 2_000 < picture.stat().st_size < 200_000
    page = screenshots.gallery(studio.shots)
    assert "`/ask`" in page and "images/answer-phone.png" in page


def test_the_documentation_shows_only_pictures_that_are_drawn() -> None:
    root = Path(__file__).parents[2]
    pages = [(root / "docs" / name).read_text("utf-8") for name in ("discord.md", "discord-gallery.md")]
    named = {part.split(")")[0] for page in pages for part in page.split("](images/")[1:]}
    named |= {part.split('"')[0] for page in pages for part in page.split('src="images/')[1:]}
    assert named and all((root / "docs" / "images" / name).is_file() for name in named)
