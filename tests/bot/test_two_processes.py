"""Two bot processes with one token over one archive: everything is answered, and once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.bot.test_over_sockets import GENEROUS, people
from tests.support.layouts import text_of
from tests.support.people import HITS
from tests.support.process import introduce, running
from tests.support.wire import LocalDiscord, answered, until


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[LocalDiscord]:
    (tmp_path / "config.toml").write_text(GENEROUS)
    async with LocalDiscord() as discord:
        yield discord


async def test_each_question_is_answered_once(server: LocalDiscord, tmp_path: Path) -> None:
    channel, ann, _ = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path) as first, running(server, tmp_path) as second:
        assert len(server.sessions) == 2
        for _ in range(3):
            result = await ann.slash(channel, "ask", question="ferry")
            await until(lambda result=result: answered(result))
            assert HITS[0].quote in text_of(result.response.components)
        for bot in (first, second):
            assert '"level": "error"' not in bot.log and "Traceback" not in bot.log, bot.log
        assert sum("an event came twice" in bot.log for bot in (first, second)) >= 1
