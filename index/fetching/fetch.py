"""One document from the open web: http and https only, never from a private network, bounded in size and time.

The address that is connected to is judged, not the name: at every connection, after every redirect, so that a name
that resolves to an inner address, or to another one a moment later, reaches nothing.
"""

from __future__ import annotations

import asyncio
import codecs
import datetime as dt
import socket
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import aiohttp
from yarl import URL

from index.errors import OnRecordError
from index.fetching.addresses import is_public

_MAX_URL = 2000
_CHUNK = 65_536  # bytes
_AGENT = "onrecord (reads articles for an archive)"
_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST_WAIT = dt.timedelta(days=7)

Judge = Callable[[str], bool]
# What went wrong: no http(s) address; an address that is not public; another status than 200 and 304; over a limit
# of bytes or seconds; robots.txt forbids it; the host asked to wait; anything else.
FailureKind = Literal["address", "private", "status", "large", "timeout", "robots", "later", "failed"]


class FetchError(OnRecordError):
    """A document that was not fetched: one sentence, and what a program needs to go on.

    `status` is the host's, where it answered; `wait` how long it asked to be left alone.
    """

    def __init__(
        self, kind: FailureKind, sentence: str, *, status: int | None = None, wait: dt.timedelta | None = None
    ) -> None:
        super().__init__(sentence)
        self.kind: FailureKind = kind
        self.status = status
        self.wait = wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What may be fetched. `judge` tells which IP addresses may be connected to; only tests give another one.

    `seconds` are for one request with its redirects, `limit` is in bytes of the unpacked document.
    """

    judge: Judge = is_public
    limit: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came: the last address after redirects, the type ("text/html"), the declared encoding, the bytes.

    `unchanged`: the host says that it is what `etag` or `modified` of the request stood for; there are no bytes.
    `moved`: the address to use from now on, where the first one has moved for good.
    """

    url: str
    kind: str
    charset: str | None
    body: bytes
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False
    moved: str | None = None

    @property
    def encoded(self) -> bytes:
        """The bytes in UTF-8 with its mark where the host declared another encoding of a text: the host's word is
        lost once the bytes stand alone."""
        declared = (self.charset or "").lower().replace("_", "-")
        if declared in ("", "utf-8", "utf8", "us-ascii") or not (self.kind.startswith("text/") or "xml" in self.kind):
            return self.body
        try:
            return codecs.BOM_UTF8 + self.body.decode(declared, "replace").encode("utf-8", "replace")
        except LookupError:
            return self.body


class _Inner(OSError):
    """An address that is nobody's business."""


Before = Callable[[str], Awaitable[None]]


async def _at_once(_: str) -> None:
    return None


async def fetch(
    url: str,
    *,
    policy: Policy,
    etag: str | None = None,
    modified: str | None = None,
    before: Before = _at_once,
) -> Fetched:
    """The document of an address. Raises FetchError.

    `etag` and `modified` are those of the document that is here already. `before` is awaited with every address before
    it is asked, the first and those of redirects; what it raises ends the request. Its time does not count.
    """
    conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {name: value for name, value in conditions.items() if value and value.isprintable()}
    refused: list[str] = []

    def guarded(info: Any) -> socket.socket:
        family, kind, protocol, _, where = info
        if not policy.judge(str(where[0])):
            refused.append(str(where[0]))
            raise _Inner("not an address of the open internet")
        return socket.socket(family=family, type=kind, proto=protocol)

    # Every request has a connection of its own: none is used again for an address that was judged at another time.
    connector = aiohttp.TCPConnector(socket_factory=guarded, force_close=True, use_dns_cache=False)
    async with aiohttp.ClientSession(
        connector=connector,
        timeout=aiohttp.ClientTimeout(total=policy.seconds),
        headers={"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
    ) as session:
        try:
            return await _follow(session, check_url(url), headers, policy, before)
        except TimeoutError:
            raise FetchError("timeout", f"the site did not answer within {policy.seconds:g} seconds") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            if refused:
                raise _private() from None
            reason = " ".join(str(error).split())[:160] or type(error).__name__
            raise FetchError("failed", f"cannot be fetched: {reason}") from None


def check_url(url: str) -> str:
    """The address as it is. Raises FetchError for what is no plain http or https address."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
        _ = parts.port
        good = good and url.encode() != b""
    except ValueError:
        good = False
    if not good or len(url) > _MAX_URL or any(sign.isspace() for sign in url):
        raise FetchError("address", "is no address of the web; write it whole, with http:// or https://")
    return url


async def _follow(
    session: aiohttp.ClientSession, url: str, headers: Mapping[str, str], policy: Policy, before: Before
) -> Fetched:
    """The document behind redirects, each of which is an address like the first."""
    moved, for_good = None, True
    async with asyncio.timeout(None) as clock:
        left = policy.seconds
        loop = asyncio.get_running_loop()
        for _ in range(policy.redirects + 1):
            await before(url)
            start = loop.time()
            clock.reschedule(start + left)
            async with session.get(URL(url), allow_redirects=False, headers=headers) as answer:
                _check_peer(answer, policy)
                if answer.status not in _REDIRECTS:
                    return await _document(answer, url, policy, moved)
                url = _target(url, answer.headers.get("Location", ""))
                for_good = for_good and answer.status in (301, 308)
                moved = url if for_good else moved
            left -= loop.time() - start
            clock.reschedule(None)
    raise FetchError("failed", f"leads from one address to the next more than {policy.redirects} times")


def _target(url: str, location: str) -> str:
    try:
        return check_url(urljoin(url, location))
    except (FetchError, ValueError):
        raise FetchError("failed", "leads to what is no address of the web") from None


def _check_peer(answer: aiohttp.ClientResponse, policy: Policy) -> None:
    """Judge once more whom the connection leads to, by what the system says of it."""
    transport = answer.connection.transport if answer.connection is not None else None
    peer = transport.get_extra_info("peername") if transport is not None else None
    if peer is not None and not policy.judge(str(peer[0])):
        raise _private()


async def _document(answer: aiohttp.ClientResponse, url: str, policy: Policy, moved: str | None) -> Fetched:
    unchanged = answer.status == 304
    if answer.status != 200 and not unchanged:
        raise FetchError(
            "later" if answer.status in (429, 503) else "status",
            f"the site answered with status {answer.status}",
            status=answer.status,
            wait=wait_of(answer.headers.get("Retry-After"), dt.datetime.now(dt.UTC)),
        )
    return Fetched(
        url=url,
        kind=answer.content_type,
        charset=answer.charset,
        body=b"" if unchanged else await _body(answer, policy.limit),
        etag=answer.headers.get("ETag"),
        modified=answer.headers.get("Last-Modified"),
        unchanged=unchanged,
        moved=moved,
    )


async def _body(answer: aiohttp.ClientResponse, limit: int) -> bytes:
    """The body, unpacked; a small page that unpacks to a huge one is stopped too."""
    found = bytearray()
    async for chunk in answer.content.iter_chunked(_CHUNK):
        found += chunk
        if len(found) > limit:
            raise FetchError("large", f"is larger than {limit / 1_000_000:.0f} MB and was not read")
        await asyncio.sleep(0)
    return bytes(found)


def wait_of(written: str | None, now: dt.datetime) -> dt.timedelta | None:
    """How long a `Retry-After` asks to wait, in seconds or until a date; at most a week. None where it asks nothing."""
    if not written:
        return None
    try:
        if written.strip().isdigit():
            wait = dt.timedelta(seconds=min(int(written), 10_000_000))
        else:
            until = parsedate_to_datetime(written)
            wait = (until if until.tzinfo else until.replace(tzinfo=dt.UTC)) - now
    except (ValueError, OverflowError):
        return None
    return max(dt.timedelta(), min(wait, _LONGEST_WAIT))


def _private() -> FetchError:
    return FetchError("private", "lies in a private network; only the open web is read")
