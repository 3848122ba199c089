"""Fetching as a guest: robots.txt is obeyed, a host is asked seldom, and one that asks to be left alone is."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from protego import Protego

from index.fetching.fetch import Fetched, FetchError, Policy, check_url, fetch

AGENT = "onrecord"  # the name by which robots.txt may address it
_ROBOTS_BYTES = 500_000  # as the standard (RFC 9309) asks for at least
_ROBOTS_KEPT = dt.timedelta(hours=24)
_LONGEST_DELAY = 30.0  # seconds; a longer Crawl-delay is taken for this
_FIRST_REST = dt.timedelta(minutes=5)  # of a host that is overloaded and does not say how long
_HOSTS = 2000  # whose rules are kept


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is, and how to wait; tests give their own."""

    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


@dataclass(slots=True)
class _Host:
    """What is known of one host ("https://courier.example")."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: Protego | None = None
    closed: str = ""  # why nothing is fetched there, as robots.txt cannot be read
    read_at: dt.datetime | None = None
    free_at: dt.datetime | None = None  # when it may be asked next


class Fetcher:
    """Fetches one document after the other from any number of hosts, each at its pace; for one event loop.

    `pause` are the seconds between two requests to one host; a Crawl-delay in its robots.txt makes them more.
    """

    def __init__(self, policy: Policy | None = None, *, pause: float = 1.0, clock: Clock | None = None) -> None:
        self.policy = policy or Policy()
        self._pause = pause
        self._clock = clock or Clock()
        self._hosts: dict[str, _Host] = {}

    async def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The document of an address; see `fetch`. Raises FetchError, kind "robots" where the host wants no robots
        there, "later" where it asked to wait."""
        try:
            return await fetch(url, policy=self.policy, etag=etag, modified=modified, before=self._before)
        except FetchError as error:
            if error.kind == "later":
                host = self._host(url)
                host.free_at = self._clock.now() + (error.wait or _FIRST_REST)
            raise

    async def _before(self, url: str) -> None:
        """Ask the host's rules and wait for its turn."""
        host = self._host(url)
        async with host.lock:
            now = self._clock.now()
            if host.read_at is None or now - host.read_at > _ROBOTS_KEPT:
                await self._learn(host, url)
            if host.closed:
                raise FetchError("robots", host.closed)
            if host.rules is not None and not host.rules.can_fetch(url, AGENT):
                raise FetchError("robots", "the site's robots.txt asks programs to stay away from this address")
            await self._turn(host)

    async def _turn(self, host: _Host) -> None:
        """Wait until the host may be asked, and note when it may be asked next. Raises FetchError for a long rest."""
        wait = 0.0 if host.free_at is None else (host.free_at - self._clock.now()).total_seconds()
        if wait > _LONGEST_DELAY:
            raise FetchError(
                "later",
                f"the site asked to be left alone for another {wait:.0f} seconds",
                wait=dt.timedelta(seconds=wait),
            )
        if wait > 0:
            await self._clock.sleep(wait)
        delay = host.rules.crawl_delay(AGENT) if host.rules is not None else None
        pause = max(self._pause, min(float(delay or 0), _LONGEST_DELAY))
        host.free_at = self._clock.now() + dt.timedelta(seconds=pause)

    async def _learn(self, host: _Host, url: str) -> None:
        """Read the host's robots.txt: none there allows all, one that cannot be read allows nothing for now."""
        rules = replace(self.policy, limit=min(self.policy.limit, _ROBOTS_BYTES))
        host.rules, host.closed = None, ""
        try:
            found = await fetch(f"{_origin(url)}/robots.txt", policy=rules)
        except FetchError as error:
            if error.kind in ("private", "timeout", "failed", "address"):
                raise  # nor could the page be fetched: told by its own name, and tried again the next time
            if error.kind == "later" or (error.status or 0) >= 500:
                raise FetchError(
                    "later", f"the site's robots.txt cannot be read now ({error})", wait=error.wait
                ) from None
            if error.kind == "large":
                host.closed = "the site's robots.txt is too large to be read"
        else:
            host.rules = Protego.parse(found.body.decode("utf-8", "replace"))
        host.read_at = self._clock.now()

    def _host(self, url: str) -> _Host:
        if len(self._hosts) >= _HOSTS:
            self._hosts = {name: host for name, host in self._hosts.items() if host.lock.locked()}
        return self._hosts.setdefault(_origin(check_url(url)), _Host())


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()
