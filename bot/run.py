"""The bot as a process: opens what it needs in order, runs until a signal, closes in the other order."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from importlib.metadata import entry_points

import discord
import structlog

from bot import log
from bot.app import Bot
from bot.build import build_bot
from bot.rehearsal import Rehearsal
from bot.store import Store
from bot.sync import application_id, install_link, invite_link, synchronise
from index.config import Config
from index.errors import InputError

_log = structlog.stdlib.get_logger("onrecord.bot")

STORE = "bot.sqlite3"
REFUSED_BY_DISCORD = (
    "DISCORD_TOKEN is not accepted by Discord; copy it again from the application's Bot page "
    "(https://discord.com/developers/applications) into the environment"
)


async def serve(config: Config, token: str) -> None:
    """Run the bot until SIGINT or SIGTERM. Raises InputError for a token that Discord refuses."""
    log.configure(config.log, token)
    stop = _stop_on_signals()
    opening = asyncio.create_task(_serve_until(config, token, stop))
    waiting = asyncio.create_task(stop.wait())
    await asyncio.wait({opening, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    await opening


async def _serve_until(config: Config, token: str, stop: asyncio.Event) -> None:
    async with _opened(config) as bot:
        if stop.is_set():
            return
        running = asyncio.create_task(bot.start(token), name="gateway")
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if stop.is_set():
            _log.info("stopping")
            if not bot.is_ready():  # nobody has asked yet, and a login fails once its connection is closed
                running.cancel()
                await asyncio.wait([running])
        await bot.close()
        try:
            await running
        except discord.LoginFailure:
            raise InputError(REFUSED_BY_DISCORD) from None
        except asyncio.CancelledError:
            if not stop.is_set():
                raise
        _log.info("stopped")


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers; Ctrl-C ends the loop there
            loop.add_signal_handler(number, stop.set)
    return stop


@asynccontextmanager
async def _opened(config: Config) -> AsyncGenerator[Bot, None]:
    from index import Archive  # heavy, and neither --sync nor --invite needs it

    async with AsyncExitStack() as stack:
        archive = await Archive.open(config, warm=True)
        stack.push_async_callback(archive.close)
        store = await Store.open(config.home / STORE)
        stack.push_async_callback(store.close)
        for face in entry_points(group="onrecord.beside"):
            await stack.enter_async_context(face.load()(config, archive))
        bot = build_bot(config, archive, store)
        bot.add_part(Rehearsal(bot))  # of a bot that serves; others count what they are asked
        yield await stack.enter_async_context(bot)


async def sync(config: Config, token: str, *, guild_id: int | None, force: bool) -> str:
    """Tell Discord the commands; a sentence on what was done. Raises InputError."""
    log.configure(config.log, token)
    async with AsyncExitStack() as stack:
        store = await Store.open(config.home / STORE)
        stack.push_async_callback(store.close)
        bot = await stack.enter_async_context(build_bot(config, None, store))
        try:
            await bot.login(token)
            count = await synchronise(bot, guild_id=guild_id, force=force)
        except discord.LoginFailure:
            raise InputError(REFUSED_BY_DISCORD) from None
        except discord.HTTPException as error:
            raise InputError(f"Discord refused the commands: {error.text or error.status}; try again later") from None
    where = f"server {guild_id}" if guild_id else "all servers"
    if count is None:
        return f"Discord knows the commands for {where} already; nothing was sent (--force sends them all the same)"
    return f"{count} commands synchronised for {where}"


async def invite(config: Config, token: str) -> str:
    """The links that add the bot to a server and to a user's account. Raises InputError."""
    application = application_id(token)
    if application is None:
        client = discord.Client(intents=discord.Intents.none())
        try:
            async with client:
                await client.login(token)
                application = (await client.application_info()).id
        except discord.LoginFailure:
            raise InputError(REFUSED_BY_DISCORD) from None
    return f"{invite_link(application)}\nFor a user's own account: {install_link(application)}"
