"""Health and metrics: the gateway's state, not only the process's; on the loopback alone."""

from __future__ import annotations

import asyncio
import socket
import sys
from pathlib import Path

import pytest
from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families

from bot.health import HealthServer
from bot.watching.runner import WatchRunner
from index.errors import InputError
from tests.bot.conftest import World
from tests.support.patience import SECONDS
from tests.support.people import HITS
from tests.support.process import introduce, running
from tests.support.wire import LocalDiscord


async def values(port: int) -> dict[str, float]:
    async with ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as response:
        families = text_string_to_metric_families(await response.text())
        return {f"{s.name}{sorted(s.labels.values())}": s.value for family in families for s in family.samples}


async def test_metrics_count_questions_and_what_waits(world: World) -> None:
    port = await world.bot.part(HealthServer).start(0)
    try:
        await world.ann.slash(world.channel, "ask", question="nothing")
        await world.ann.slash(world.channel, "watch add", question="ferry", when="daily")
        world.archive.bring(HITS[0], HITS[1])
        await world.bot.part(WatchRunner).run_once()
        told = await values(port)
        assert told["onrecord_events_total['declined']"] == 1
        assert told["onrecord_watch_statements_waiting[]"] == 2
        assert told["onrecord_guilds[]"] == 1 and "onrecord_uptime_seconds[]" in told
        assert "onrecord_gateway_latency_seconds['0']" in told
    finally:
        await world.bot.part(HealthServer).close()


async def test_without_the_extra_metrics_say_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    port = await world.bot.part(HealthServer).start(0)
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    try:
        async with ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as response:
            assert response.status == 501 and "onrecord[metrics]" in await response.text()
    finally:
        await world.bot.part(HealthServer).close()


async def test_a_taken_port_is_one_sentence(world: World) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(InputError, match="health_port"):
            await world.bot.part(HealthServer).start(taken.getsockname()[1])


async def test_a_dead_gateway_is_told_though_the_process_lives(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (tmp_path / "config.toml").write_text(f"[discord]\nhealth_port = {port}\n")
    status: list[int] = [0]

    async with LocalDiscord() as server, ClientSession() as session:

        async def becomes(wanted: int) -> None:
            async with asyncio.timeout(SECONDS):
                while not await told(wanted):
                    await asyncio.sleep(0.2)

        async def told(wanted: int) -> bool:
            async with session.get(f"http://127.0.0.1:{port}/healthz") as response:
                status[0] = response.status
                assert (await response.json())["healthy"] == (response.status == 200)
            return status[0] == wanted

        await introduce(server, tmp_path)
        async with running(server, tmp_path):
            await becomes(200)
            assert status == [200]
            server.refuses = True
            await server.drop()
            await becomes(503)
            assert status == [503]
            server.refuses = False
            await becomes(200)
            assert status == [200]
