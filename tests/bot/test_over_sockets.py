"""The bot as its own process against a local Discord: real HTTP, a real gateway, overlapping work, faults."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from simcord.results import ResponseMessage

from tests.bot.test_process import briefings
from tests.support.layouts import buttons, check, text_of
from tests.support.people import HITS
from tests.support.process import ROOT, introduce, run, running, synchronise
from tests.support.wire import LocalDiscord, answered, until

GENEROUS = """
[search]
queue = 1000
[discord]
questions_per_minute = 600
server_questions_per_minute = 6000
progress_seconds = 2.0
"""


@pytest_asyncio.fixture
async def server(tmp_path: Path) -> AsyncIterator[LocalDiscord]:
    (tmp_path / "config.toml").write_text(GENEROUS)
    async with LocalDiscord() as discord:
        yield discord


def people(server: LocalDiscord) -> tuple[Any, Any, Any]:
    """A channel, a member and an administrator."""
    import discord

    guild = server.env.create_guild()
    desk = guild.create_role("desk", permissions=discord.Permissions(manage_guild=True))
    ann = guild.add_member(server.env.create_user("ann"))
    return guild.create_text_channel("news"), ann, guild.add_member(server.env.create_user("boss"), roles=[desk])


async def test_start_command_button_429_drop_and_exit(server: LocalDiscord, tmp_path: Path) -> None:
    channel, ann, _ = people(server)
    assert "commands synchronised" in await synchronise(server, tmp_path)
    assert "already" in await synchronise(server, tmp_path)
    async with running(server, tmp_path) as bot:
        result = await ann.slash(channel, "ask", question="ferry")
        await until(lambda: answered(result))
        check(result.response.components)
        assert HITS[0].quote in text_of(result.response.components)

        server.rate_limit("PATCH", "/webhooks", times=2)
        limited = await ann.slash(channel, "ask", question="ferry again")
        await until(lambda: answered(limited))
        assert HITS[0].quote in text_of(limited.response.components)

        await server.drop()
        await until(lambda: "resume" in server.gateway_log)
        late = await ann.slash(channel, "ask", question="after the drop")
        await until(lambda: answered(late))
        await ann.click(late.response, label="17 more")
        await until(lambda: "Page 1 of 4" in text_of(late.response.components))
    assert server.token not in bot.log
    assert "Traceback" not in bot.log


async def test_old_buttons_answer_after_a_kill(server: LocalDiscord, tmp_path: Path) -> None:
    channel, ann, _ = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path) as bot:
        result = await ann.slash(channel, "ask", question="ferry")
        await until(lambda: answered(result))
        await bot.end(signal.SIGKILL)
    async with running(server, tmp_path) as again:
        await ann.click(result.response, label="17 more")
        await until(lambda: "Page 1 of 4" in text_of(result.response.components))
    assert "Page 1 of 4" in text_of(result.response.components)
    assert "Traceback" not in again.log


async def test_a_hundred_questions_at_once_are_each_answered_once(server: LocalDiscord, tmp_path: Path) -> None:
    channel, ann, _ = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path) as bot:
        server.rate_limit("PATCH", "/webhooks", times=5, retry_after=0.2)
        results = [await ann.slash(channel, "ask", question=f"slow {number}") for number in range(100)]
        await asyncio.gather(*(until(lambda r=result: answered(r)) for result in results))
        for number, result in enumerate(results):
            assert f"slow {number}" in text_of(result.response.components)
            assert result.followups == []
    assert "Traceback" not in bot.log


@pytest.mark.parametrize("hangs", [False, True])
async def test_who_asked_is_answered_where_discords_word_was_lost(
    server: LocalDiscord, tmp_path: Path, hangs: bool
) -> None:
    """Discord took what was sent, and its answer is a 500 or never comes; or it took nothing."""
    channel, ann, _ = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path, LOCAL_SILENCE="0.5") as bot:
        for path, handled in itertools.product(("/interactions", "/webhooks"), (True, False)):
            server.fail("POST" if path == "/interactions" else "PATCH", path, handled=handled, hangs=hangs)
            result = await ann.slash(channel, "ask", question=f"ferry {path} {handled}")
            await until(lambda r=result: answered(r))
            assert text_of(result.response.components).startswith(f"ferry {path} {handled}\n")
            assert result.followups == []
        result = await ann.slash(channel, "ask", question="ferry")
        await until(lambda: answered(result))
        server.fail("POST", "/interactions", handled=True, hangs=hangs)
        await ann.click(result.response, label="17 more")
        await until(lambda: "Page 1 of 4" in text_of(result.response.components))
    assert "Traceback" not in bot.log and '"level": "error"' not in bot.log


async def test_a_wait_that_discord_does_not_take_holds_up_nobody(server: LocalDiscord, tmp_path: Path) -> None:
    channel, ann, _ = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path, LOCAL_SILENCE="0.5") as bot:
        server.fail("PATCH", "/webhooks", times=6, hangs=True)
        results = [await ann.slash(channel, "ask", question=f"slow {number}") for number in range(40)]
        await asyncio.gather(*(until(lambda r=result: answered(r)) for result in results))
        for number, result in enumerate(results):
            assert f"slow {number}\n" in text_of(result.response.components)
    assert "Traceback" not in bot.log and '"level": "error"' not in bot.log


async def test_five_hundred_questions_under_a_reindex_and_a_dropping_gateway(
    server: LocalDiscord, tmp_path: Path
) -> None:
    channel, ann, boss = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path, LOCAL_GATE="closed") as bot:
        started = await boss.slash(channel, "reindex")
        await until(lambda: answered(started))
        results = []
        for number in range(500):
            if number in (150, 300):
                await server.drop()
            results.append(await ann.slash(channel, "ask", question=f"ferry {number}"))
        await asyncio.gather(*(until(lambda r=result: answered(r)) for result in results))
        for number, result in enumerate(results):
            assert text_of(result.response.components).startswith(f"ferry {number}\n")
            assert result.followups == []
        assert server.gateway_log.count("resume") >= 1
        acknowledged = [path for method, path, _ in server.requests if method == "POST" and path.endswith("/callback")]
        assert len(acknowledged) == len(set(acknowledged)) == 501
    assert "Traceback" not in bot.log


async def test_a_reindex_answers_questions_can_be_cancelled_and_is_refused_twice(
    server: LocalDiscord, tmp_path: Path
) -> None:
    channel, ann, boss = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path, LOCAL_GATE="closed"):
        first = await boss.slash(channel, "reindex")
        await until(lambda: answered(first))
        posted = announced(server, channel, first)
        await until(lambda: "Embedding passages" in text_of(posted.components))
        again = await boss.slash(channel, "reindex")
        await until(lambda: answered(again))
        assert again.response.ephemeral and "running already" in text_of(again.response.components)
        question = await ann.slash(channel, "ask", question="ferry")
        await until(lambda: answered(question))
        assert HITS[0].quote in text_of(question.response.components)
        await boss.click(posted, custom_id=buttons(posted.components)["Cancel"]["custom_id"])
        await until(lambda: "### Cancelled" in text_of(posted.components))
        edits = [at for method, path, at in server.requests if method == "PATCH" and path.startswith("/channels/")]
        assert all(later - earlier > 0.5 for earlier, later in itertools.pairwise(edits[:-1]))


async def test_a_stop_during_a_reindex_tells_its_end(server: LocalDiscord, tmp_path: Path) -> None:
    channel, _, boss = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path, LOCAL_GATE="closed") as bot:
        result = await boss.slash(channel, "reindex")
        await until(lambda: answered(result))
        posted = announced(server, channel, result)
        assert await bot.end(signal.SIGINT) == 0, bot.log
    assert "Interrupted" in text_of(posted.components)


async def test_a_killed_reindex_is_told_at_the_next_start(server: LocalDiscord, tmp_path: Path) -> None:
    channel, _, boss = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path, LOCAL_GATE="closed") as bot:
        result = await boss.slash(channel, "reindex")
        await until(lambda: answered(result))
        posted = announced(server, channel, result)
        await bot.end(signal.SIGKILL)
    async with running(server, tmp_path) as again:
        await until(lambda: "Interrupted" in text_of(posted.components))
    assert "Interrupted" in text_of(posted.components)
    assert "Traceback" not in again.log and '"level": "error"' not in again.log


@pytest.mark.parametrize("moment", ["the login", "the gateway's door", "the gateway", "ready"])
async def test_a_stop_at_once_is_quiet(server: LocalDiscord, tmp_path: Path, moment: str) -> None:
    """Wherever a start has come to."""
    people(server)
    if moment == "the login":
        server.fail("GET", "/users/@me", hangs=True)
    elif moment == "the gateway's door":
        server.rate_limit("GET", "/gateway/bot", retry_after=60.0)
    bot = await run(server, tmp_path)
    reached = {
        "the login": lambda: ("GET", "/users/@me") in [one[:2] for one in server.requests],
        "the gateway's door": lambda: ("GET", "/gateway/bot") in [one[:2] for one in server.requests],
        "the gateway": lambda: "identify" in server.gateway_log,
        "ready": lambda: '"ready"' in bot.log,
    }[moment]
    await until(reached)
    assert await bot.end(signal.SIGTERM) == 0, bot.log
    assert '"stopped"' in bot.log and "Traceback" not in bot.log and '"level": "error"' not in bot.log


@pytest.mark.parametrize(
    ("token", "sentence"), [("", "DISCORD_TOKEN is not set"), ("wrong", "DISCORD_TOKEN is not accepted by Discord")]
)
async def test_a_missing_or_wrong_token_is_one_sentence(
    server: LocalDiscord, tmp_path: Path, token: str, sentence: str
) -> None:
    bot = await run(server, tmp_path, DISCORD_TOKEN=token)
    assert await bot.end() == 2
    assert sentence in bot.log and "Traceback" not in bot.log


async def test_the_invite_link_needs_no_network(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "--invite",
        env=os.environ | {"PYTHONPATH": str(ROOT), "DISCORD_TOKEN": LocalDiscord().token},
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
    )
    printed = (await process.communicate())[0].decode()
    assert process.returncode == 0
    assert "client_id=123456789012345678" in printed
    assert "scope=bot+applications.commands" in printed and "permissions=" in printed


def announced(server: LocalDiscord, channel: Any, result: Any) -> ResponseMessage:
    """The reindex's own message, to which the private answer links."""
    number = int(re.findall(r"/(\d+)", text_of(result.response.components))[-1])
    return ResponseMessage(server.env, server.env.backend.get_message(channel.id, number))


async def test_the_real_archive_from_empty_to_an_answer(server: LocalDiscord, tmp_path: Path) -> None:
    briefings(tmp_path / "briefings")
    (tmp_path / "config.toml").write_text(GENEROUS + '[reading]\nfolders = ["briefings"]\n')
    channel, ann, boss = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path, archive="real") as bot:
        empty = await ann.slash(channel, "ask", question="what was said about bolt 7?")
        await until(lambda: answered(empty))
        assert "The archive is empty" in text_of(empty.response.components)
        started = await boss.slash(channel, "reindex")
        await until(lambda: answered(started))
        posted = announced(server, channel, started)
        await until(lambda: "up to date" in text_of(posted.components))
        assert "12 added" in text_of(posted.components)
        result = await ann.slash(channel, "ask", question="what was said about bolt 7?")
        await until(lambda: answered(result))
        check(result.response.components)
        assert "bolt 7 was missing" in text_of(result.response.components)
        status = await boss.slash(channel, "status")
        await until(lambda: answered(status))
        assert "12 articles" in text_of(status.response.components)
    assert "Traceback" not in bot.log


async def test_a_stop_lets_questions_end(server: LocalDiscord, tmp_path: Path) -> None:
    channel, ann, _ = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path) as bot:
        results = [await ann.slash(channel, "ask", question=f"slow {number}") for number in range(8)]
        await until(lambda: all(result.acknowledged for result in results))
        assert await bot.end(signal.SIGTERM) == 0, bot.log
    for number, result in enumerate(results):
        assert answered(result) and f"slow {number}\n" in text_of(result.response.components)
    assert "Traceback" not in bot.log and '"level": "error"' not in bot.log


async def test_a_stop_tells_what_it_cuts_short(server: LocalDiscord, tmp_path: Path) -> None:
    channel, ann, _ = people(server)
    await introduce(server, tmp_path)
    async with running(server, tmp_path, LOCAL_PATIENCE="0.5") as bot:
        public = [await ann.slash(channel, "ask", question=f"stuck {number}") for number in range(4)]
        private = [await ann.slash(channel, "ask", question=f"stuck {number}", private=True) for number in range(4)]
        await until(lambda: all(result.acknowledged for result in public + private))
        bot.process.send_signal(signal.SIGTERM)
        await until(lambda: '"stopping"' in bot.log)
        refused = await ann.slash(channel, "ask", question="too late")
        assert await bot.end() == 0, bot.log
    for result in public + private:
        assert "restarting" in text_of(result.response.components) and result.followups == []
    assert refused.response is None or "restarting" in text_of(refused.response.components)
    assert "Traceback" not in bot.log and '"level": "error"' not in bot.log
