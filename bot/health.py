"""Health and metrics on a loopback port: whether the gateway lives, not only the process."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from aiohttp import web

from index.errors import InputError

if TYPE_CHECKING:
    from bot.app import Bot

_SLOW = 30.0  # seconds of gateway latency beyond which Discord would have closed the connection


def gateway_state(bot: Bot) -> dict[str, Any]:
    """What `/health` tells. `healthy`: ready, with a recent heartbeat, and not held back by Discord.

    A quiet bot receives nothing for hours, so silence says nothing; the heartbeat's latency does.
    """
    latency = bot.latency
    alive = math.isfinite(latency) and latency < _SLOW
    healthy = bot.is_ready() and alive and not bot.is_ws_ratelimited() and not bot.stopping
    return {
        "healthy": healthy,
        "ready": bot.is_ready(),
        "latency_ms": round(latency * 1000) if math.isfinite(latency) else None,
        "rate_limited": bot.is_ws_ratelimited(),
        "guilds": len(bot.guilds),
        "reindexing": bot.reindexer.running,
    }


def metrics(bot: Bot) -> str:
    """The counters and gauges in Prometheus' text format."""
    state = gateway_state(bot)
    lines = ["# TYPE onrecord_events_total counter"]
    lines += [f'onrecord_events_total{{event="{name}"}} {count}' for name, count in sorted(bot.counts.items())]
    gauges = {
        "onrecord_gateway_healthy": int(state["healthy"]),
        "onrecord_gateway_latency_seconds": bot.latency if math.isfinite(bot.latency) else "NaN",
        "onrecord_guilds": state["guilds"],
        "onrecord_reindexing": int(state["reindexing"]),
    }
    for name, value in gauges.items():
        lines += [f"# TYPE {name} gauge", f"{name} {value}"]
    return "\n".join(lines) + "\n"


class HealthServer:
    """`GET /health` (200 or 503) and `GET /metrics` on 127.0.0.1."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._runner: web.AppRunner | None = None

    async def start(self, port: int) -> int:
        """Listen; the port. Raises InputError where it is taken."""
        app = web.Application()
        app.router.add_get("/health", self._health)
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
        return web.Response(text=metrics(self._bot))
