"""The bot over the real archive: a true answer, and an event loop that stays free during questions and a reindex."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import discord
import pytest_asyncio
from simcord.results import ResponseMessage

import index.archive
from bot.app import Bot
from bot.build import build_bot
from bot.jobs import Reindexer
from bot.store import Store
from index import Archive
from index.config import Config, Discord, Reading
from tests.bot.test_process import briefings
from tests.support.blocking import Lag
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
            posting = bot.get_channel(channel.id)
            assert isinstance(posting, discord.TextChannel)
            async with Lag() as lag:
                await work(bot, posting, channel, ann)
            assert lag.longest < ALLOWED, lag.where
            await bot.close()
            await running
        await store.close()


async def test_a_watch_tells_what_another_archive_process_ingested(home: Config, monkeypatch: Any) -> None:
    async with LocalDiscord() as server, await Archive.open(home, warm=True) as archive:
        await archive.ingest([home.reading.folders[0]])
        monkeypatch.setattr(discord.http.Route, "BASE", server.environment["LOCAL_DISCORD_API"])
        store = await Store.open(home.home / "bot.sqlite3")
        quick = home.model_copy(update={"discord": home.discord.model_copy(update={"watch_seconds": 1.0})})
        async with build_bot(quick, archive, store) as bot:
            running = asyncio.create_task(bot.start(server.token))
            guild = server.env.create_guild()
            channel, ann = guild.create_text_channel("news"), guild.add_member(server.env.create_user("ann"))
            await until(lambda: server.gateway_log)
            await bot.wait_until_ready()
            await bot.tree.sync()
            result = await ann.slash(channel, "watch add", question="What was said about the lighthouse keeper?")
            await until(lambda: answered(result))
            told = [
                {"text": words, "id": name, "date": "2022-04-09", "source": "Radio Nordholm"} for name, words in NEWS
            ]
            file = home.reading.folders[0] / "news.jsonl"
            file.write_text("\n".join(json.dumps(article) for article in told))
            async with Archive.open(home) as other:  # as another process would
                await other.ingest([file])
            messages = server.env.backend.messages
            await until(lambda: len(messages.get(channel.id, {})) > 1)
            posted = list(messages[channel.id].values())[-1]
            shown = drawn(server, posted)
            assert "asleep in his chair" in shown and "Radio Nordholm" in shown and "1 statement from" in shown
            await asyncio.sleep(2.5)
            assert len([m for m in messages[channel.id].values() if "New in the archive" in drawn(server, m)]) == 1
            await bot.close()
            await running
        await store.close()


async def test_names_are_completed_off_the_loop(home: Config, monkeypatch: Any) -> None:
    threads: list[threading.Thread] = []

    def told(*arguments: Any) -> tuple[Any, ...]:
        threads.append(threading.current_thread())
        return ()

    monkeypatch.setattr(index.archive, "known_speakers", told)
    monkeypatch.setattr(index.archive, "known_sources", told)
    async with await Archive.open(home) as archive:
        await archive.speakers("vel")
        await archive.sources("cour")
    assert len(threads) == 2 and threading.main_thread() not in threads


NEWS = (
    ("news-1", "Ines Oduya said the lighthouse keeper had been asleep in his chair when the ship struck the pier."),
    ("news-2", "The bakers of Lowmark won a prize for a cake with plums. Nobody made a speech about it."),
)


def drawn(server: LocalDiscord, message: Any) -> str:
    return text_of(ResponseMessage(server.env, message).components)


async def work(bot: Bot, posting: discord.TextChannel, channel: Any, ann: Any) -> None:
    """Questions while a full reindex runs."""
    await bot.part(Reindexer).start(posting, bot.texts.of("en"), full=True)
    asked = 0
    while bot.part(Reindexer).running or not asked:
        result = await ann.slash(channel, "ask", question=f"what was said about bolt {asked} of the bridge?")
        await until(lambda r=result: answered(r))
        check(result.response.components)
        asked += 1
    shown = text_of(result.response.components)
    assert "bolt" in shown and "The Lowmark Courier" in shown
