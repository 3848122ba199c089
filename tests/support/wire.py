"""A local Discord over real sockets, in front of simcord's model of servers, messages and interactions.

The bot is an ordinary process that speaks HTTP and a websocket; the clock is the wall clock and work overlaps.
Tests act through simcord's users and wait with `until`.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import discord
from aiohttp import BodyPartReader, WSMsgType, web
from simcord import Env, intents
from simcord._clock import Clock
from simcord.backend import Backend, serializers
from simcord.backend.errors import BackendError
from simcord.http import router, routes

from tests.support.layouts import text_of
from tests.support.patience import SECONDS

_ = routes  # importing it registers the routes

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"


class _WallClock(Clock):
    def now(self) -> datetime:
        return datetime.now(UTC)


class _World(Env):
    """simcord's builders and users without a bot in this process, so nothing is waited for implicitly."""

    def __init__(self) -> None:
        super().__init__(None, check_errors=False)  # type: ignore[arg-type]
        self.backend = _Backend(clock=_WallClock())
        self._started = True

    def _begin_operation(self, label: str) -> None:
        del label

    def _end_operation(self) -> None:
        self._operation_depth = 0

    async def _settle_internal(self, **_: Any) -> None:
        await asyncio.sleep(0)


class _Backend(Backend):
    def new_interaction(self, type: int, channel_id: int, user_id: int, guild_id: int | None) -> Any:
        """Without Discord's three seconds, which on the wall clock would measure the machine."""
        record = super().new_interaction(type, channel_id, user_id, guild_id)
        record.initial_response_deadline = None
        return record


async def until(check: Callable[[], Any], seconds: float = SECONDS) -> Any:
    """The first true value of `check`. Raises TimeoutError for what hangs."""
    async with asyncio.timeout(seconds):
        while not (value := check()):
            await asyncio.sleep(0.005)
    return value


def answered(result: Any) -> bool:
    """Whether the bot answered and is past "thinking" and waiting in line."""
    if not result.acknowledged or result._interaction.loading:
        return False
    return result.response is None or "Waiting in line" not in text_of(result.response.components)


@dataclass
class _Session:
    shard: int
    shards: int
    wants: discord.Intents
    sequence: int = 0
    sent: list[tuple[int, str]] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None

    async def push(self, event: str, payload: Any) -> None:
        self.sequence += 1
        frame = json.dumps({"op": 0, "t": event, "s": self.sequence, "d": payload}, default=str)
        self.sent.append((self.sequence, frame))
        await self.write(frame)

    async def write(self, frame: str) -> None:
        if self.socket is not None and not self.socket.closed:
            with contextlib.suppress(ConnectionError):
                await self.socket.send_str(frame)


@dataclass
class _Fault:
    method: str
    prefix: str
    times: int
    handled: bool  # the request has its effect all the same
    hangs: bool  # and no answer ever comes


@dataclass
class _Limit:
    method: str
    prefix: str
    times: int
    retry_after: float


class LocalDiscord:
    """HTTP and gateway on a loopback port. `async with LocalDiscord() as discord:`."""

    def __init__(self, token: str = TOKEN) -> None:
        self.env = _World()
        self.token = token
        self.sessions: dict[str, _Session] = {}
        self.gateway_log: list[str] = []
        self.refuses = False  # the gateway takes nobody
        self.requests: list[tuple[str, str, float]] = []
        self._limits: list[_Limit] = []
        self._faults: list[_Fault] = []
        self._nonces: dict[tuple[str, str], Any] = {}
        self._pending: set[asyncio.Task[None]] = set()
        self.env.backend.subscribers.append(self._on_event)

    async def __aenter__(self) -> LocalDiscord:
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", "/api/v10/{tail:.*}", self._rest)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port: int = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.drop(1001)
        await self._runner.cleanup()

    @property
    def environment(self) -> dict[str, str]:
        """What the launcher needs to find this server."""
        return {
            "LOCAL_DISCORD_API": f"http://127.0.0.1:{self.port}/api/v10",
            "LOCAL_DISCORD_GATEWAY": f"ws://127.0.0.1:{self.port}/gateway",
            "DISCORD_TOKEN": self.token,
        }

    def rate_limit(self, method: str, prefix: str, *, times: int = 1, retry_after: float = 0.3) -> None:
        """Answer the next requests of that kind with 429."""
        self._limits.append(_Limit(method, prefix, times, retry_after))

    def fail(self, method: str, prefix: str, *, times: int = 1, handled: bool = False, hangs: bool = False) -> None:
        """Answer the next requests of that kind with 500, or never; `handled`: after they had their effect."""
        self._faults.append(_Fault(method, prefix, times, handled, hangs))

    async def drop(self, code: int = 4000) -> None:
        """Close every gateway connection."""
        for session in self.sessions.values():
            if session.socket is not None and not session.socket.closed:
                await session.socket.close(code=code)

    # REST ------------------------------------------------------------------------------------------------------

    async def _rest(self, request: web.Request) -> web.Response:
        path = "/" + request.match_info["tail"]
        self.requests.append((request.method, path, asyncio.get_running_loop().time()))
        if request.headers.get("Authorization", f"Bot {self.token}") != f"Bot {self.token}":
            return _reply({"message": "401: Unauthorized", "code": 0}, 401)
        if (limited := self._limited(request.method, path)) is not None:
            return limited
        if path == "/gateway/bot":
            start = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
            url = self.environment["LOCAL_DISCORD_GATEWAY"]
            return _reply({"url": url, "shards": 1, "session_start_limit": start})
        body, files = await _read(request)
        reason = request.headers.get("X-Audit-Log-Reason")
        fault = self._fault(request.method, path)
        if fault is not None and not fault.handled:
            return await _broken(fault)
        nonce = (path, str(body["nonce"])) if isinstance(body, dict) and body.get("enforce_nonce") else None
        if nonce in self._nonces:  # Discord gives back the message that it has, and makes no second one
            return _reply(self._nonces[nonce])
        try:
            out = router.dispatch(
                self.env.backend,
                request.method,
                path,
                json=body,
                params=dict(request.query),
                files=files,
                reason=reason,
            )
        except BackendError as error:
            return _reply(error.to_json(), error.status)
        if nonce is not None:
            self._nonces[nonce] = out
        if fault is not None:
            return await _broken(fault)
        return web.Response(status=204) if out is None else _reply(out)

    def _fault(self, method: str, path: str) -> _Fault | None:
        for fault in self._faults:
            if fault.times > 0 and fault.method == method and path.startswith(fault.prefix):
                fault.times -= 1
                return fault
        return None

    def _limited(self, method: str, path: str) -> web.Response | None:
        for limit in self._limits:
            if limit.times > 0 and limit.method == method and path.startswith(limit.prefix):
                limit.times -= 1
                after = str(limit.retry_after)
                # Without "Via" discord.py takes a 429 for a ban by Cloudflare and gives up.
                headers = {
                    "Via": "1.1 local",
                    "Retry-After": after,
                    "X-RateLimit-Scope": "user",
                    "X-RateLimit-Bucket": "local",
                    "X-RateLimit-Limit": "5",
                    "X-RateLimit-Remaining": "0",
                    "X-RateLimit-Reset-After": after,
                }
                told = {"message": "You are being rate limited.", "retry_after": limit.retry_after, "global": False}
                return _reply(told, 429, headers)
        return None

    # Gateway ---------------------------------------------------------------------------------------------------

    def _on_event(self, event: str, payload: Any) -> None:
        guild = payload.get("guild_id") or (payload.get("id") if event.startswith("GUILD_") else None)
        needed = intents.required_intent(event, payload)
        for session in self.sessions.values():
            shard = (int(guild) >> 22) % session.shards if guild else 0
            if shard == session.shard and (needed is None or getattr(session.wants, needed)):
                task = asyncio.ensure_future(session.push(event, payload))
                self._pending.add(task)
                task.add_done_callback(self._pending.discard)

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        if self.refuses:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(max_msg_size=2**22)
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41250}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            data = message.json()
            if data["op"] == 1:
                await socket.send_json({"op": 11})
            elif data["op"] == 2:
                if data["d"]["token"] != self.token:
                    await socket.close(code=4004)
                    break
                await self._identify(socket, data["d"])
            elif data["op"] == 6:
                await self._resume(socket, data["d"])
        return socket

    async def _identify(self, socket: web.WebSocketResponse, data: dict[str, Any]) -> None:
        shard, shards = data.get("shard") or (0, 1)
        # As with Discord, two processes with one token hear everything both; one whose connection is gone does not.
        self.sessions = {
            key: known
            for key, known in self.sessions.items()
            if known.shard != shard or (known.socket is not None and not known.socket.closed)
        }
        session = _Session(shard, shards, discord.Intents._from_value(data["intents"]), socket=socket)
        name = f"session{len(self.gateway_log)}-{shard}"
        self.sessions[name] = session
        backend = self.env.backend
        mine = [guild for guild in backend.guilds.values() if (guild.id >> 22) % shards == shard]
        ready = {
            "v": 10,
            "user": serializers.user_payload(backend.bot_user),
            "session_id": name,
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in mine],
            "resume_gateway_url": self.environment["LOCAL_DISCORD_GATEWAY"],
            "shard": [shard, shards],
            "application": {"id": str(backend.application_id), "flags": 0},
        }
        await session.push("READY", ready)
        for guild in mine:
            await session.push("GUILD_CREATE", serializers.guild_create_payload(backend, guild))
        self.gateway_log.append("identify")

    async def _resume(self, socket: web.WebSocketResponse, data: dict[str, Any]) -> None:
        session = self.sessions.get(data["session_id"])
        if session is None:
            await socket.send_json({"op": 9, "d": False})
            return
        position = data["seq"]
        while missed := [item for item in session.sent if item[0] > position]:
            for position, frame in missed:  # noqa: B007
                await socket.send_str(frame)
        session.socket = socket  # only now: an event sent before the missed ones would hide them from the next resume
        await session.push("RESUMED", {})
        self.gateway_log.append("resume")


async def _broken(fault: _Fault) -> web.Response:
    if fault.hangs:
        await asyncio.Event().wait()
    return _reply({"message": "Internal Server Error", "code": 0}, 500)


def _reply(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # discord.py reads JSON only where the content type is exactly this, without a charset.
    body = json.dumps(data, default=str).encode()
    return web.Response(body=body, status=status, headers={"Content-Type": "application/json", **(headers or {})})


async def _read(request: web.Request) -> tuple[Any, list[discord.File]]:
    if not request.content_type.startswith("multipart/"):
        return (await request.json() if request.can_read_body else None), []
    body: Any = None
    files: list[discord.File] = []
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        data = bytes(await part.read())
        if part.name == "payload_json":
            body = json.loads(data)
        elif part.filename:
            files.append(discord.File(io.BytesIO(data), filename=part.filename))
    return body, files
