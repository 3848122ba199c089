"""What stands before every page: reading only, known hosts, tokens, a pace for each address, what browsers are told."""

from __future__ import annotations

import base64
import binascii
import hmac
import ipaddress
import logging
import math
import time
from collections import OrderedDict
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index.config import Web
from web.problems import told
from web.room import Visitor

_log = logging.getLogger("onrecord.web")

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
_LOOPBACK = ("localhost", "127.0.0.1", "::1", "[::1]")
_ADDRESSES = 10_000  # whose pace is remembered
_ASKING = ("/", "/api/v1/ask", "/feed/ask")
_OPEN = ("/static/", "/healthz")  # neither counted nor kept behind a token


class Pace:
    """Requests of each address in a minute, as a bucket that fills again evenly."""

    def __init__(self, per_minute: int) -> None:
        self._most = float(per_minute)
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str, now: float) -> float:
        """Count one; 0, or the seconds until the next one may come."""
        left, then = self._left.pop(address, (self._most, now))
        left = min(self._most, left + (now - then) * self._most / 60)
        wait = 0.0 if left >= 1 else (1 - left) * 60 / self._most
        self._left[address] = (left if wait else left - 1, now)
        if len(self._left) > _ADDRESSES:
            self._left.popitem(last=False)
        return wait


class Guard:
    """An ASGI middleware; what it refuses never reaches a page."""

    def __init__(self, app: ASGIApp, *, settings: Web, token: str, posts: Sequence[str] = ()) -> None:
        self._app = app
        self._settings = settings
        self._token = token.encode()
        self._posts = tuple(posts)  # paths that take POST, for tools that read by it
        self._requests = Pace(settings.requests_per_minute)
        self._questions = Pace(settings.questions_per_minute)
        self._hosts = _hosts(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request, start = Request(scope), time.monotonic()
        status = 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refusal(request)
        await (refused or self._app)(scope, receive, sending)
        if self._settings.log_requests:  # never the query: it holds what was asked
            took = round((time.monotonic() - start) * 1000)
            _log.info("%s %s %d %d ms", request.method, _place(scope["path"]), status, took)

    def _refusal(self, request: Request) -> Response | None:
        path = request.url.path
        allowed = ("POST", "GET", "DELETE") if path in self._posts else ("GET", "HEAD")
        if request.method not in allowed:
            return told(request, 405, "this archive is only read here", headers={"Allow": ", ".join(allowed)})
        if self._hosts and _host_of(request.headers) not in self._hosts:
            return told(request, 421, "this address is not served here; use the one that it was started with")
        if path.startswith(_OPEN):
            return None
        knows = self._knows_token(request.headers)
        address = request.client.host if request.client else ""
        asks = path in _ASKING and bool(request.url.query)
        wait = self._requests.take(address, time.monotonic())
        if not wait and asks and not knows:
            wait = self._questions.take(address, time.monotonic())
        if wait:
            seconds = max(1, math.ceil(wait))
            return told(
                request,
                429,
                f"that was a lot at once; go on in {seconds} seconds",
                headers={"Retry-After": str(seconds)},
            )
        if not knows and not self._settings.public:
            return told(
                request,
                401,
                "this archive is shown only with its token",
                headers={"WWW-Authenticate": 'Basic realm="onrecord", charset="UTF-8"'},
            )
        request.state.visitor = Visitor(() if knows else self._settings.sources)
        return None

    def _knows_token(self, headers: Headers) -> bool:
        """Whether the token came along: as a bearer's, or as the password of HTTP's own dialogue."""
        kind, _, given = headers.get("authorization", "").partition(" ")
        secret = given.strip().encode("utf-8", "replace")
        if kind.lower() == "basic":
            try:
                secret = base64.b64decode(secret, validate=True).partition(b":")[2]
            except (binascii.Error, ValueError):
                return False
        elif kind.lower() != "bearer":
            return False
        return bool(self._token) and hmac.compare_digest(secret, self._token)


def is_loopback(host: str) -> bool:
    """Whether an address to listen on is reached from this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _hosts(settings: Web) -> frozenset[str]:
    """Names under which pages are given; empty: any.

    A page elsewhere could else bring a browser to read a private archive under a name of its own.
    """
    public = urlsplit(settings.public_url).hostname if settings.public_url else None
    if public is None and not is_loopback(settings.host):
        return frozenset()
    return frozenset({*_LOOPBACK, settings.host, *([public] if public else [])})


def _host_of(headers: Headers) -> str:
    host = headers.get("host", "").lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


def _place(path: str) -> str:
    """A path for the log: its first part alone, since names and ids follow."""
    return "/".join(path.split("/")[: 4 if path.startswith("/api/") else 2])
