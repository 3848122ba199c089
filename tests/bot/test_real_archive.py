"""The bot over the real archive: a true answer, and an event loop that stays free during questions and a reindex."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import discord
import pytest_asyncio

from bot.app import build_bot
from bot.store import Store
from index import Archive
from index.config import Config, Discord, Reading
from tests.bot.test_process import Lag, briefings
from tests.support.layouts import check, text_of
from tests.support.wire import LocalDiscord, answered, until

ALLOWED = 0.1  # seconds


@pytest_asyncio.fixture
async def home(tmp_path: Path) -> AsyncIterator[Config]:
    briefings(tmp_path / "briefings")
    limits = Discord(questions_per_minute=600, server_questions_per_minute=6000)
    yield Config(home=tmp_path / "archive", reading=Reading(folders=(tmp_path / "briefings",)), discord=limits)


async def test_questions_and_a_reindex_never_block_the_loop(home: Config, monkeypatch: Any) -> None:
    async with LocalDiscord() as server, await Archive.open(home, warm=True) as archive:
        await archive.ingest([home.reading.folders[0]])
        monkeypatch.setattr(discord.http.Route, "BASE", server.environment["LOCAL_DISCORD_API"])
        store = await Store.open(home.home / "bot.sqlite3")
        async with build_bot(home, archive, store) as bot:
            running = asyncio.create_task(bot.start(server.token))
            guild = server.env.create_guild()
            channel, ann = guild.create_text_channel("news"), guild.add_member(server.env.create_user("ann"))
            await until(lambda: server.gateway_log)
            await bot.wait_until_ready()
            await bot.tree.sync()
            for path in home.reading.folders[0].glob("1*.jsonl"):
                path.write_text(path.read_text().replace("bridge", "new bridge"))
            async with Lag() as lag:
                posting = bot.get_channel(channel.id)
                assert isinstance(posting, discord.TextChannel)
                await bot.reindexer.start(posting, bot.texts.of("en"), full=True)
                during = 0
                while bot.reindexer.running or during < 10:
                    result = await ann.slash(
                        channel, "ask", question=f"what was said about bolt {during} of the bridge?"
                    )
                    await until(lambda r=result: answered(r), 60)
                    check(result.response.components)
                    during += bot.reindexer.running
                    if not bot.reindexer.running:
                        break
            assert "bolt" in text_of(result.response.components)
            assert "The Lowmark Courier" in text_of(result.response.components)
            assert lag.longest < ALLOWED
            await bot.close()
            await running
        await store.close()
