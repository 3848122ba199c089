"""Health and metrics on a loopback port: whether the gateway lives, not only the process."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import discord
from aiohttp import web

from bot.app import Bot, Part
from bot.jobs import Reindexer
from bot.watching.runner import WatchRunner
from index.errors import InputError

if TYPE_CHECKING:
    from prometheus_client import Metric


_SLOW = 30.0  # seconds of gateway latency beyond which Discord would have closed the connection


def gateway_state(bot: Bot) -> dict[str, Any]:
    """What `/healthz` tells. `healthy`: ready, with a recent heartbeat, and not held back by Discord.

    A quiet bot receives nothing for hours, so silence says nothing; the heartbeat's latency does.
    """
    latency = bot.latency
    alive = math.isfinite(latency) and latency < _SLOW
    healthy = bot.is_ready() and alive and not bot.is_ws_ratelimited() and not bot.stopping
    return {
        "healthy": healthy,
        "ready": bot.is_ready(),
        "latency_ms": _milliseconds(latency),
        "rate_limited": bot.is_ws_ratelimited(),
        "guilds": len(bot.guilds),
        "shards": {
            str(number): {"connected": not shard.is_closed(), "latency_ms": _milliseconds(shard.latency)}
            for number, shard in sorted(bot.shards.items())
        },
        "reindexing": bot.part(Reindexer).running,
        "wait_seconds": round(bot.line.wait("", ""), 1),
    }


def _milliseconds(latency: float) -> int | None:
    return round(latency * 1000) if math.isfinite(latency) else None


class _Families:
    """What Prometheus asks for, as one reading of the bot."""

    def __init__(self, bot: Bot, waiting: int) -> None:
        self._bot = bot
        self._waiting = waiting

    def collect(self) -> Iterator[Metric]:
        """Counters and gauges."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        bot, state = self._bot, gateway_state(self._bot)
        events = CounterMetricFamily("onrecord_events", "Questions and what became of them", labels=["event"])
        for name, count in sorted(bot.counts.items()):
            events.add_metric([name], count)
        yield events
        latency = GaugeMetricFamily(
            "onrecord_gateway_latency_seconds", "Heartbeat to answer; NaN while disconnected", labels=["shard"]
        )
        for number, shard in sorted(bot.shards.items()):
            latency.add_metric([str(number)], shard.latency if math.isfinite(shard.latency) else math.nan)
        yield latency
        uptime = (discord.utils.utcnow() - bot.started).total_seconds()
        for name, words, value in (
            ("onrecord_gateway_healthy", "1 while Discord's gateway lives", int(state["healthy"])),
            ("onrecord_guilds", "Servers that the bot is a member of", state["guilds"]),
            ("onrecord_reindexing", "1 while a reindex or an ingest runs", int(state["reindexing"])),
            ("onrecord_question_wait_seconds", "Expected wait of a question that came now", state["wait_seconds"]),
            ("onrecord_watch_statements_waiting", "Found by watches and not posted yet", self._waiting),
            ("onrecord_uptime_seconds", "Since the process started", uptime),
        ):
            yield GaugeMetricFamily(name, words, value=value)


async def metrics(bot: Bot) -> bytes:
    """The counters and gauges in Prometheus' text format. Raises ImportError without the extra `metrics`."""
    from prometheus_client import CollectorRegistry, generate_latest

    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Families(bot, await bot.part(WatchRunner).store.waiting()))
    return generate_latest(registry)


class HealthServer(Part):
    """`GET /healthz` or `/health` (200 or 503) and `GET /metrics` on 127.0.0.1."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._runner: web.AppRunner | None = None

    async def setup(self) -> None:
        """Listen where the configuration says so."""
        if self._bot.config.discord.health_port:
            await self.start(self._bot.config.discord.health_port)

    async def start(self, port: int) -> int:
        """Listen; the port. Raises InputError where it is taken."""
        app = web.Application()
        app.router.add_get("/health", self._health)
        app.router.add_get("/healthz", self._health)
        app.router.add_get("/metrics", self._metrics)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
        except OSError as error:
            await runner.cleanup()
            raise InputError(f"discord.health_port {port} cannot be used ({error}); choose another or 0") from None
        self._runner = runner
        return int(runner.addresses[0][1])

    async def close(self) -> None:
        """Stop listening; safe to call twice."""
        runner, self._runner = self._runner, None
        if runner is not None:
            await runner.cleanup()

    async def _health(self, request: web.Request) -> web.Response:
        del request
        state = gateway_state(self._bot)
        return web.json_response(state, status=200 if state["healthy"] else 503)

    async def _metrics(self, request: web.Request) -> web.Response:
        del request
        try:
            told = await metrics(self._bot)
        except ImportError:
            return web.Response(status=501, text="metrics need an extra: pip install 'onrecord[metrics]'\n")
        return web.Response(body=told, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})
