"""One page from the open web for /ingest: http and https only, never from a private network, bounded in size and time.

The address that is connected to is judged, not the name: at every connection, after every redirect, so that a name
that resolves to an inner address, or to another one a moment later, reaches nothing.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.addresses import is_public
from bot.errors import Refused
from bot.views.text import fit_line

SECONDS = 20.0
REDIRECTS = 5
_MAX_URL = 2000
_HEADERS = {
    "User-Agent": "onrecord (reads one page for an archive)",
    "Accept": "text/html, text/plain;q=0.9, */*;q=0.1",
}

Judge = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: the last address after redirects, the type ("text/html"), the declared encoding, the bytes."""

    url: str
    kind: str
    charset: str | None
    body: bytes


class _Inner(OSError):
    """An address that is nobody's business."""


async def fetch(url: str, *, limit: int, judge: Judge = is_public, seconds: float = SECONDS) -> Fetched:
    """The page of an address, at most `limit` bytes. Raises Refused with what is wrong."""
    check_url(url)
    refused: list[str] = []

    def guarded(info: Any) -> socket.socket:
        family, kind, protocol, _, where = info
        if not judge(str(where[0])):
            refused.append(str(where[0]))
            raise _Inner("not an address of the open internet")
        return socket.socket(family=family, type=kind, proto=protocol)

    connector = aiohttp.TCPConnector(socket_factory=guarded, force_close=True, use_dns_cache=False)
    timeout = aiohttp.ClientTimeout(total=seconds)
    try:
        async with (
            aiohttp.ClientSession(
                connector=connector, timeout=timeout, headers=_HEADERS, cookie_jar=aiohttp.DummyCookieJar()
            ) as session,
            session.get(url, max_redirects=REDIRECTS) as answer,
        ):
            if answer.status != 200:
                raise Refused("fetch.status", status=str(answer.status))
            body = await _read(answer, limit)
            return Fetched(str(answer.url), answer.content_type, answer.charset, body)
    except TimeoutError:
        raise Refused("fetch.timeout", n=int(seconds)) from None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        if refused:
            raise Refused("fetch.private") from None
        raise Refused("fetch.failed", reason=fit_line(str(error) or type(error).__name__, 120)) from None


def check_url(url: str) -> None:
    """Raises Refused for what is no plain http or https address."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
        _ = parts.port
    except ValueError:
        good = False
    if not good or len(url) > _MAX_URL or any(sign.isspace() for sign in url):
        raise Refused("fetch.address")


async def _read(answer: aiohttp.ClientResponse, limit: int) -> bytes:
    """The body, unpacked; a small page that unpacks to a huge one is stopped too."""
    found = bytearray()
    async for chunk in answer.content.iter_chunked(65536):
        found += chunk
        if len(found) > limit:
            raise Refused("fetch.large", limit=limit // 1_000_000)
        await asyncio.sleep(0)
    return bytes(found)
