"""Watches of a bot that is its own process: killed between Discord and its store, and a Discord that fails."""

from __future__ import annotations

import contextlib
import signal
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from tests.bot.test_over_sockets import GENEROUS, people
from tests.support.layouts import text_of
from tests.support.people import HITS
from tests.support.process import introduce, running
from tests.support.wire import LocalDiscord, answered, until


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[LocalDiscord]:
    (tmp_path / "config.toml").write_text(GENEROUS + "watch_seconds = 1.0\n")
    async with LocalDiscord() as discord:
        yield discord


def posted(server: LocalDiscord, channel: Any) -> list[str]:
    """What watches posted, oldest first."""
    from simcord.results import ResponseMessage

    backend = server.env.backend
    found = [
        text_of(ResponseMessage(server.env, message).components)
        for message in backend.messages.get(channel.id, {}).values()
    ]
    return [shown for shown in found if "New in the archive" in shown]


async def watching(server: LocalDiscord, channel: Any, ann: Any, **options: Any) -> None:
    result = await ann.slash(channel, "watch add", question="news of the ferry", **options)
    await until(lambda: answered(result))
    assert "Watching" in text_of(result.response.components)


def tell(path: Path, *numbers: int) -> None:
    with path.open("a") as file:
        file.writelines(f"{number}\n" for number in numbers)


async def digest_is_due(home: Path, found: int) -> None:
    """As if the hour had come, once so many statements were found in all."""
    with contextlib.closing(sqlite3.connect(home / "bot.sqlite3", isolation_level=None, timeout=300)) as db:
        await until(lambda: db.execute("SELECT count(*) FROM watch_hits").fetchone()[0] == found)
        db.execute("UPDATE watches SET due = 1")


async def test_killed_during_a_digest_nothing_twice_nothing_lost(server: LocalDiscord, tmp_path: Path) -> None:
    channel, ann, _ = people(server)
    news = tmp_path / "news"
    await introduce(server, tmp_path)
    async with running(server, tmp_path, LOCAL_NEWS=str(news)) as bot:
        await watching(server, channel, ann, cap=25, when="daily")
        # The first message arrives, its answer never does; the second and third are not even sent.
        server.fail("POST", f"/channels/{channel.id}/messages", handled=True, hangs=True)
        tell(news, *range(10))
        await digest_is_due(tmp_path, 10)
        await until(lambda: posted(server, channel))
        await bot.end(signal.SIGKILL)
    assert len(posted(server, channel)) == 1
    server._nonces.clear()  # the crash lasted longer than Discord remembers nonces
    async with running(server, tmp_path, LOCAL_NEWS=str(news)):
        await until(lambda: len(posted(server, channel)) == 3)
        tell(news, 10)
        await digest_is_due(tmp_path, 11)
        await until(lambda: len(posted(server, channel)) == 4)
    shown = posted(server, channel)
    titles = [HITS[number].article.title for number in range(11)]
    assert [sum(f"{title}](" in text for text in shown) for title in titles] == [1] * 11


async def test_discord_failing_with_500_delays_and_neither_loses_nor_repeats(
    server: LocalDiscord, tmp_path: Path
) -> None:
    channel, ann, _ = people(server)
    news = tmp_path / "news"
    await introduce(server, tmp_path)
    async with running(server, tmp_path, LOCAL_NEWS=str(news)) as bot:
        await watching(server, channel, ann)
        messages = f"/channels/{channel.id}/messages"
        server.fail("POST", messages, times=1)  # refused
        server.fail("POST", messages, times=1, handled=True)  # taken, and told otherwise
        tell(news, 0)
        await until(lambda: posted(server, channel))
        tell(news, 1)
        await until(lambda: len(posted(server, channel)) == 2)
    assert [HITS[0].article.title in text for text in posted(server, channel)] == [True, False]
    assert "Traceback" not in bot.log
