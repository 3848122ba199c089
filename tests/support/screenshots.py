"""`python -m tests.support.screenshots [FOLDER]`: every message of the bot as a picture, with fictional data.

The bot runs over the canned archive in simcord's world; simcord's preview draws the messages in Chromium
(`apt-get install chromium`, or CHROMIUM=/path/to/it).
"""

from __future__ import annotations

import asyncio
import datetime as dt
import functools
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import discord
import simcord

from bot.app import Bot
from bot.build import build_bot
from bot.store import Store
from bot.views.progress import progress_view
from bot.watching.runner import WatchRunner
from index.config import Config
from index.model import Progress
from tests.support import patience
from tests.support.fakes import HITS, SOURCES, FakeArchive
from tests.support.layouts import menus

WIDTH, HEIGHT = 800, 1400


class Studio:
    """A server with the bot, a reader and an administrator. `take` draws one message."""

    def __init__(self, env: Any, bot: Bot, folder: Path) -> None:
        self.env, self.bot, self.folder = env, bot, folder
        env.backend.bot_user.username = env.backend.bot_user.global_name = "OnRecord"
        guild = env.create_guild("Lowmark Newsroom")
        self.channel = guild.create_text_channel("news")
        role = guild.create_role("desk", permissions=discord.Permissions(manage_guild=True))
        self.reader = guild.add_member(env.create_user("mira"))
        self.admin = guild.add_member(env.create_user("desk-lead"), roles=[role])
        self.taken: list[Path] = []

    async def take(self, name: str, target: Any, viewer: Any = None) -> None:
        """Draw a message, as `viewer` sees it, into FOLDER/NAME.png."""
        viewer = viewer or self.reader
        path = self.folder / f"{name}.png"
        async with self.env.preview(self.channel, viewers=[viewer], width=WIDTH, height=HEIGHT) as preview:
            await preview.screenshot(str(path), target=target, viewer=viewer, viewport=(WIDTH, HEIGHT))
        shrink(path)
        self.taken.append(path)


def shrink(path: Path) -> None:
    """Fewer colours: a tenth of the size, and nothing to see of it."""
    from PIL import Image

    with Image.open(path) as picture:
        picture.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


Scene = Callable[[Studio], Awaitable[None]]


async def _answers(studio: Studio) -> None:
    ask = functools.partial(studio.reader.slash, studio.channel, "ask")
    await studio.take("answer", await ask(question="What did they say about the ferry?", limit=3))
    paged = await ask(
        question="Who spoke of the harbour?", speaker="Tomas Rehak", since="April 2022", until="April 2022"
    )
    await studio.take("answer-filtered", paged)
    await studio.take("no-silent", await ask(question="What did Oduya say about taxes? silent"))
    await studio.take("no-unknown", await ask(question="What did Otto say about unknown things?"))
    await studio.take("no-period", await ask(question="Who spoke of the ferry in that period?"))
    why = await ask(question="What did Velden say about the ferry?", limit=6)
    await studio.take("explain", await studio.admin.click(why.response, label="Explain"), studio.admin)
    await studio.take("error", await ask(question="ferry", since="the other day"))


async def _administration(studio: Studio) -> None:
    t = studio.bot.texts.of("en")
    channel = studio.bot.get_channel(studio.channel.id)
    assert isinstance(channel, discord.TextChannel)
    started = discord.utils.utcnow() - dt.timedelta(minutes=2)
    posted = await channel.send(view=progress_view(t, Progress(stage="embed", done=812, total=1840), started=started))
    await studio.take("reindex-progress", posted)
    await studio.admin.slash(studio.channel, "reindex")
    await studio.take("reindex-done", studio.channel.last_message)
    await studio.take("status", await studio.admin.slash(studio.channel, "status"), studio.admin)


async def _reading(studio: Studio) -> None:
    asked = await studio.reader.slash(studio.channel, "ask", question="What did Velden say about the ferry?", limit=2)
    await studio.take("answer-inferred", asked)
    found = menus(asked.response.components)["read"]
    read = await studio.reader.select(asked.response, [found["options"][0]["value"]], custom_id=found["custom_id"])
    await studio.take("context", read)
    for name, options in (
        ("timeline", {"speaker": "Mara Velden", "topic": "ferry"}),
        ("article", {"article": "a3"}),
        ("speakers", {}),
        ("sources", {}),
        ("privacy", {}),
        ("quote", {"words": "ferry"}),
    ):
        await studio.take(name, await studio.reader.slash(studio.channel, name, **options))
    found = await studio.reader.slash(studio.channel, "quote", words="ferry")
    await studio.take("quote-posted", (await studio.reader.click(found.response, label="Post 1")).followups[0])
    panel = await studio.admin.slash(studio.channel, "settings")
    await studio.admin.select(panel.response, list(SOURCES[1:]), custom_id="os:set_sources:0")
    await studio.take("settings", panel, studio.admin)
    await studio.admin.select(panel.response, [], custom_id="os:set_sources:0")


async def _watching(studio: Studio) -> None:
    add = functools.partial(studio.reader.slash, studio.channel, "watch add")
    await studio.take("watch-added", await add(question="What do they say about the ferry?", cap=6))
    await add(speaker="Tomas Rehak", where="direct", when="weekly", hour=7, zone="Europe/Berlin")
    await add(question="repairs of the bridge", when="daily", hour=8)
    archive = studio.bot.archive
    assert isinstance(archive, FakeArchive)
    archive.bring(*HITS[:8])
    await studio.bot.part(WatchRunner).run_once()
    await studio.env.settle()
    await studio.take("watch-post", studio.channel.last_message)
    await studio.take("watch-list", await studio.reader.slash(studio.channel, "watch list"))
    await studio.take("brief", await studio.reader.slash(studio.channel, "brief", since="April 2022"))


SCENES: tuple[Scene, ...] = (_answers, _reading, _administration, _watching)


async def shoot(folder: Path, scenes: tuple[Scene, ...] = SCENES) -> list[Path]:
    """Draw all scenes into a folder; the pictures' paths."""
    use_chromium()
    patience.install()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        config = Config(home=Path(home))
        config = replace_limits(config)
        store = await Store.open(Path(home) / "bot.sqlite3")
        bot = build_bot(config, FakeArchive(), store, shard_count=1)
        try:
            async with simcord.run(bot, check_errors=False) as env:
                await bot.tree.sync()
                studio = Studio(env, bot, folder)
                for scene in scenes:
                    await scene(studio)
                return studio.taken
        finally:
            await store.close()


def replace_limits(config: Config) -> Config:
    """Room for more questions than a person asks in a minute."""
    return config.model_copy(update={"discord": config.discord.model_copy(update={"questions_per_minute": 600})})


def use_chromium() -> None:
    """Let simcord's preview start the system's Chromium. Raises FileNotFoundError."""
    from playwright.async_api import BrowserType

    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise FileNotFoundError("no Chromium found; apt-get install chromium, or set CHROMIUM to its path")
    if not isinstance(BrowserType.launch, functools.partialmethod):
        launch = BrowserType.launch
        BrowserType.launch = functools.partialmethod(launch, executable_path=path, args=["--no-sandbox"])  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "docs" / "images"
    for picture in asyncio.run(shoot(target)):
        print(picture, f"{picture.stat().st_size // 1000} kB")
