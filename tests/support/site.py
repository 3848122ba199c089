"""A site on a loopback port whose pages a test writes, and a policy under which that one address is the open web."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from index.fetching.fetch import Policy
from index.fetching.polite import Clock

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def local(address: str) -> bool:
    """As if 127.0.0.1 were the open web."""
    return address == "127.0.0.1"


LOCAL = Policy(judge=local, limit=1_000_000, seconds=300.0)


@dataclass(slots=True)
class Site:
    """`pages`: a path to its text, or to a function that answers; `asked`: the paths that were asked for."""

    url: str = ""
    pages: dict[str, str | Handler] = field(default_factory=dict[str, "str | Handler"])
    kinds: dict[str, str] = field(default_factory=dict[str, str])
    asked: list[str] = field(default_factory=list[str])

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path)
        page = self.pages.get(request.path)
        if page is None:
            raise web.HTTPNotFound
        if not isinstance(page, str):
            return await page(request)
        etag = f'"{hash(page)}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag})
        kind = self.kinds.get(request.path, "text/html")
        return web.Response(text=page.replace("SITE", self.url), content_type=kind, headers={"ETag": etag})


@asynccontextmanager
async def opened() -> AsyncIterator[Site]:
    """A site that answers until the block ends."""
    site = Site()
    app = web.Application()
    app.router.add_get("/{tail:.*}", site.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield site
    finally:
        await runner.cleanup()


class Time:
    """A clock that goes on only while somebody sleeps; `slept` are the seconds of each sleep."""

    def __init__(self, now: dt.datetime = dt.datetime(2026, 5, 4, 8, 0, tzinfo=dt.UTC)) -> None:
        self.now = now
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += dt.timedelta(seconds=seconds)
        await asyncio.sleep(0)

    def clock(self) -> Clock:
        return Clock(now=lambda: self.now, sleep=self.sleep)
