"""The bot inside the test's process, over a canned archive: simcord's world with the commands synchronised."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import pytest_asyncio
import simcord

from bot.app import Bot
from bot.build import build_bot
from bot.store import Store
from index.config import Config, Discord
from tests.support import patience
from tests.support.fakes import FakeArchive

patience.install()


@dataclass
class World:
    """A server with a channel, a member and an administrator, and the bot in it."""

    env: simcord.Env
    bot: Bot
    archive: FakeArchive
    store: Store
    config: Config
    guild: Any
    channel: Any
    ann: Any
    admin: Any
    desk: Any  # the role that makes an administrator

    def handled(self) -> list[BaseException]:
        """The errors that the bot has told so far; looking at them acknowledges them."""
        return list(self.env.errors)

    async def restart(self) -> None:
        """A new bot over the same store and archive, as after a crash."""
        self.bot = build_bot(self.config, self.archive, self.store, shard_count=1)
        await self.env.restart_bot(self.bot)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    # Watches look when a test says so: else a day of virtual time is 720 looks, each of which must come to rest.
    return Config(home=tmp_path, discord=Discord(watch_seconds=86_400.0))


@pytest_asyncio.fixture
async def store(config: Config) -> AsyncIterator[Store]:
    opened = await Store.open(config.home / "bot.sqlite3")
    yield opened
    await opened.close()


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive()


@pytest_asyncio.fixture
async def simcord_bot(config: Config, archive: FakeArchive, store: Store) -> Bot:
    return build_bot(config, archive, store, shard_count=1)


@pytest_asyncio.fixture
async def world(
    simcord_env: simcord.Env, simcord_bot: Bot, archive: FakeArchive, store: Store, config: Config
) -> World:
    await simcord_bot.tree.sync()
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("news")
    ann = guild.add_member(simcord_env.create_user("ann"))
    role = guild.create_role("desk", permissions=discord.Permissions(manage_guild=True))
    admin = guild.add_member(simcord_env.create_user("admin"), roles=[role])
    return World(simcord_env, simcord_bot, archive, store, config, guild, channel, ann, admin, role)
