"""The bot: what it holds, how it starts and how it goes down. `build_bot` makes one; importing does no work."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

import discord
import structlog
from discord.ext import commands, tasks

from bot import following
from bot.commands import all_actions, all_commands
from bot.errors import Refused
from bot.health import HealthServer
from bot.jobs import Reindexer
from bot.limits import Limits
from bot.store import Store
from bot.texts import Texts
from bot.tree import CatalogueTranslator, Tree, tell
from bot.views.parts import Pick, Press
from bot.watching.runner import WatchRunner
from index.config import Config
from index.errors import ArchiveError
from index.model import (
    Answer,
    ArticleView,
    Changes,
    Question,
    SourceSummary,
    Speaker,
    Status,
    Timeline,
    TimelineEntry,
)
from index.progress import CancelToken, OnProgress

_log = structlog.stdlib.get_logger("onrecord.bot")


class ArchiveFace(Protocol):
    """What the bot needs of `index.Archive`; tests put canned answers behind it."""

    async def ask(self, question: Question | str) -> Answer: ...
    async def reindex(
        self, *, full: bool = False, on_progress: OnProgress | None = None, cancel: CancelToken | None = None
    ) -> Changes: ...
    async def ingest(
        self,
        paths: Sequence[Path],
        *,
        source: str | None = None,
        on_progress: OnProgress | None = None,
        cancel: CancelToken | None = None,
    ) -> Changes: ...
    def expected_wait(self) -> float: ...
    async def mark(self) -> int: ...
    async def ask_new(self, question: Question | str, after: int) -> Answer: ...
    async def said(
        self,
        *,
        speaker: str | None = None,
        source: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        after: int | None = None,
        limit: int = 300,
        sources: tuple[str, ...] = (),
    ) -> tuple[TimelineEntry, ...]: ...
    async def status(self) -> Status: ...
    async def sources(self, search: str = "", limit: int = 25) -> tuple[SourceSummary, ...]: ...
    async def speakers(
        self, search: str = "", limit: int = 25, sources: tuple[str, ...] = ()
    ) -> tuple[Speaker, ...]: ...
    async def timeline(
        self,
        speaker: str,
        topic: str = "",
        *,
        source: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        limit: int = 100,
        sources: tuple[str, ...] = (),
    ) -> Timeline: ...
    async def article(self, article_id: str) -> ArticleView: ...


class Bot(commands.AutoShardedBot):
    """Discord's side of one archive. Holds no state that a restart would miss, but for cooldowns."""

    def __init__(
        self, config: Config, archive: ArchiveFace | None, store: Store, texts: Texts, *, shard_count: int | None = None
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            shard_count=shard_count,
        )
        self.config = config
        self._archive = archive
        self.store = store
        self.texts = texts
        self.limits = Limits(config.discord)
        self.reindexer = Reindexer(self)
        self.watching = WatchRunner(self)
        self.drawing = asyncio.Lock()
        self.actions = all_actions()
        self.started = discord.utils.utcnow()
        self.stopping = False
        self.counts: Counter[str] = Counter()
        self.health = HealthServer(self)
        for command in all_commands():
            self.tree.add_command(command)

    @property
    def archive(self) -> ArchiveFace:
        """What is asked. Raises ArchiveError in a bot that was made only to synchronise commands."""
        if self._archive is None:
            raise ArchiveError("this bot was opened without an archive; open one with Archive.open")
        return self._archive

    async def setup_hook(self) -> None:
        """Once, after login and before the gateway. Never synchronises commands: that is `--sync`."""
        self.add_dynamic_items(Press, Pick)
        await self.tree.set_translator(CatalogueTranslator(self.texts))
        if self.config.discord.health_port and self._archive is not None:
            await self.health.start(self.config.discord.health_port)

    async def on_ready(self) -> None:
        """Connected; may come again after a lost session."""
        _log.info("ready", guilds=len(self.guilds), shards=self.shard_count)
        if not self.housekeeping.is_running():
            self.housekeeping.start()
            await self.reindexer.recover()
            self.watching.start()

    @tasks.loop(hours=24)
    async def housekeeping(self) -> None:
        """Forget old questions."""
        forgotten = await self.store.purge()
        if forgotten:
            _log.info("forgot old questions", count=forgotten)

    async def on_message(self, message: discord.Message, /) -> None:
        """Answer who speaks to the bot; text commands do not exist."""
        if not self.stopping and following.wants_answer(self, message):
            await following.answer(self, message)

    async def press(self, interaction: Itx, action: str, args: tuple[str, ...]) -> None:
        """What a button does, with failures told as those of commands."""
        try:
            handler = self.actions.get(action)
            if handler is None or self.stopping:
                raise Refused("error.stopping" if self.stopping else "error.outdated")
            await handler(interaction, args)
        except Exception as error:
            await self.fail(interaction, error, f"button {action}")

    async def fail(self, interaction: Itx, error: Exception, where: str) -> None:
        """Tell a failure outside of commands as those of commands."""
        await tell(interaction, error, where=where)

    async def close(self) -> None:
        """Refuse new work, let the reindex tell its end, leave the gateway."""
        if self.stopping:
            return
        self.stopping = True
        self.housekeeping.cancel()
        await self.reindexer.close()
        await self.watching.close()
        await self.health.close()
        await super().close()


Itx: TypeAlias = discord.Interaction[Bot]


def build_bot(
    config: Config,
    archive: ArchiveFace | None,
    store: Store,
    *,
    texts: Texts | None = None,
    shard_count: int | None = None,
) -> Bot:
    """A bot over an open archive and its own store; nothing is sent or connected yet.

    Without an archive it can only synchronise its commands. `shard_count` None: as many as Discord recommends.
    """
    return Bot(config, archive, store, texts or Texts.load(), shard_count=shard_count)
