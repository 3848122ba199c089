"""One archive of the examples, opened once, behind an application that a client asks without a socket."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette

from index import Archive, Config
from web.app import build_app

HOST = "http://127.0.0.1:8765"


class Client:
    """Asks an application on the loop of its archive, as a reader at one address."""

    def __init__(self, served: Served, app: Starlette, address: str, base: str = HOST) -> None:
        self.app = app
        self._served = served
        self._transport = httpx2.ASGITransport(app, client=(address, 1), raise_app_exceptions=False)
        self._base = base

    def request(self, method: str, path: str, **options: Any) -> httpx2.Response:
        async def send() -> httpx2.Response:
            async with httpx2.AsyncClient(transport=self._transport, base_url=self._base) as client:
                return await client.request(method, path, **options)

        return self._served.wait(send())

    def get(self, path: str, **options: Any) -> httpx2.Response:
        return self.request("GET", path, **options)

    def post(self, path: str, **options: Any) -> httpx2.Response:
        return self.request("POST", path, **options)


class Served:
    """An archive on an event loop of its own, and clients of it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()
        self.archive: Archive = self.wait(Archive.open(Config(home=home)).__aenter__())

    def wait(self, work: Any) -> Any:
        """A coroutine's result, run on that loop."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result()

    def client(self, *, token: str = "", address: str = "127.0.0.1", **web: Any) -> Client:
        """A client of an application with these settings of [web]."""
        calm = {"requests_per_minute": 1_000_000, "questions_per_minute": 1_000_000}
        config = Config.model_validate({"home": self.home, "web": calm | web})
        return Client(self, build_app(config, self.archive, token=token), address)

    def close(self) -> None:
        self.wait(self.archive.close())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()


@contextlib.contextmanager
def serving(home: Path, articles: Path) -> Iterator[Served]:
    """A new archive of some articles, served."""

    async def fill() -> None:
        async with Archive.open(Config(home=home)) as archive:
            await archive.ingest([articles])

    asyncio.run(fill())
    with opened(home) as found:
        yield found


@contextlib.contextmanager
def opened(home: Path) -> Iterator[Served]:
    """An archive that there is, served."""
    found = Served(home)
    try:
        yield found
    finally:
        found.close()


@pytest.fixture(scope="session")
def served(examples_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with opened(Path(shutil.copytree(examples_home, tmp_path_factory.mktemp("web") / "archive"))) as found:
        yield found


@pytest.fixture
def client(served: Served) -> Client:
    return served.client()
