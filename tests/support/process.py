"""The bot as its own process, started and stopped as an administrator would."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from simcord.http import router

from bot.build import build_bot
from bot.run import STORE
from bot.store import Store
from bot.sync import payload
from bot.tree import CatalogueTranslator
from index.config import Config
from tests.support.patience import SECONDS
from tests.support.wire import LocalDiscord, until

ROOT = Path(__file__).parents[2]


class BotProcess:
    """A running bot; `log` collects its standard error."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self._chunks: list[bytes] = []
        self._reader = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stderr is not None
        while chunk := await self.process.stderr.read(65536):
            self._chunks.append(chunk)

    @property
    def log(self) -> str:
        return b"".join(self._chunks).decode("utf-8", "replace")

    async def end(self, number: signal.Signals | None = None) -> int:
        """Send a signal, if any, and wait; the exit status."""
        if number is not None and self.process.returncode is None:
            self.process.send_signal(number)
        await asyncio.wait_for(self.process.wait(), SECONDS)
        await self._reader
        return self.process.returncode or 0


async def run(server: LocalDiscord, home: Path, *options: str, archive: str = "fake", **more: str) -> BotProcess:
    """`python -m bot OPTIONS` against the local Discord."""
    environment = {
        "PYTHONPATH": str(ROOT),
        "ONRECORD_HOME": str(home),
        "LOCAL_ARCHIVE": archive,
        "OMP_NUM_THREADS": "1",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.support.launch",
        *options,
        env=os.environ | environment | server.environment | more,
        cwd=home,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    return BotProcess(process)


async def introduce(server: LocalDiscord, home: Path) -> None:
    """Let the local Discord know the commands, as `--sync` does, without a process for it."""
    store = await Store.open(home / STORE)
    bot = build_bot(Config(home=home), None, store, shard_count=1)
    await bot.tree.set_translator(CatalogueTranslator(bot.texts))
    backend = server.env.backend
    path = f"/applications/{backend.application_id}/commands"
    router.dispatch(backend, "PUT", path, json=await payload(bot), params={}, files=[], reason=None)
    await store.close()


async def synchronise(server: LocalDiscord, home: Path, *options: str) -> str:
    """`python -m bot --sync`; what it printed."""
    bot = await run(server, home, "--sync", *options)
    assert bot.process.stdout is not None
    printed = (await bot.process.stdout.read()).decode()
    assert await bot.end() == 0, bot.log
    return printed


@asynccontextmanager
async def running(
    server: LocalDiscord, home: Path, *options: str, archive: str = "fake", **more: str
) -> AsyncIterator[BotProcess]:
    """A bot that is connected; ended with SIGTERM, whose exit status must be 0."""
    before = server.gateway_log.count("identify")
    bot = await run(server, home, *options, archive=archive, **more)
    try:
        await until(lambda: server.gateway_log.count("identify") > before or bot.process.returncode is not None)
        assert bot.process.returncode is None, bot.log
        await until(lambda: '"ready"' in bot.log or bot.process.returncode is not None)
        yield bot
        if bot.process.returncode is None:
            assert await bot.end(signal.SIGTERM) == 0, bot.log
    finally:
        if bot.process.returncode is None:
            await bot.end(signal.SIGKILL)
