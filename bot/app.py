"""The bot: what every command, button and part of it stands on. `bot.build` puts one together.

It knows no command and no part by name, so that those may import it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.errors import LEVELS, Refused, report, unwrap
from bot.limits import Limits
from bot.store import Store
from bot.texts import Texts
from bot.views.notices import error_view, plain_view
from index.config import Config
from index.errors import ArchiveError

if TYPE_CHECKING:
    from index.archive import Archive

_log = structlog.stdlib.get_logger("onrecord.bot")

# Discord has no more to say to an interaction that is unknown to it or was answered already.
_DEAD = frozenset({10008, 10015, 10062, 40060, 50027})


class Part:
    """Something that a bot consists of and that begins and ends with it; found by its class, `bot.part(Reindexer)`."""

    async def setup(self) -> None:
        """After login and before the gateway; not in a bot that only synchronises its commands."""

    async def begin(self) -> None:
        """Once, when the gateway is ready for the first time."""

    async def close(self) -> None:
        """The bot goes down; safe to call before `begin` and twice."""


P = TypeVar("P", bound=Part)


class Bot(commands.AutoShardedBot):
    """Discord's side of one archive. Holds no state that a restart would miss, but for cooldowns."""

    def __init__(
        self,
        config: Config,
        archive: Archive | None,
        store: Store,
        texts: Texts,
        *,
        tree: type[app_commands.CommandTree[Any]],
        translator: app_commands.Translator,
        shard_count: int | None = None,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=tree,
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
        self.actions: Mapping[str, Handler] = {}
        self.started = discord.utils.utcnow()
        self.stopping = False
        self.counts: Counter[str] = Counter()
        self._translator = translator
        self._parts: dict[type[Part], Part] = {}
        self._begun = False

    @property
    def archive(self) -> Archive:
        """What is asked. Raises ArchiveError in a bot that was made only to synchronise commands."""
        if self._archive is None:
            raise ArchiveError("this bot was opened without an archive; open one with Archive.open")
        return self._archive

    def add_part(self, part: Part) -> None:
        """Let a part begin and end with the bot; those added first begin first and end first."""
        self._parts[type(part)] = part

    def part(self, kind: type[P]) -> P:
        """The part of a class. Raises KeyError for one that the bot was not built with."""
        found = self._parts[kind]
        assert isinstance(found, kind)
        return found

    async def setup_hook(self) -> None:
        """Once, after login and before the gateway. Never synchronises commands: that is `--sync`."""
        await self.tree.set_translator(self._translator)
        if self._archive is not None:
            for part in self._parts.values():
                await part.setup()

    async def on_ready(self) -> None:
        """Connected; may come again after a lost session."""
        _log.info("ready", guilds=len(self.guilds), shards=self.shard_count)
        if not self._begun:
            self._begun = True
            for part in self._parts.values():
                await part.begin()

    async def on_message(self, message: discord.Message, /) -> None:
        """Text commands do not exist; who speaks to the bot is heard by `bot.following`."""

    async def press(self, interaction: Itx, action: str, args: tuple[str, ...]) -> None:
        """What a button does, with failures told as those of commands."""
        try:
            handler = self.actions.get(action)
            if handler is None or self.stopping:
                raise Refused("error.stopping" if self.stopping else "error.outdated")
            await handler(interaction, args)
        except Exception as error:
            await self.fail(interaction, error, f"button {action}")

    async def fail(self, interaction: Itx, error: BaseException, where: str) -> None:
        """Answer an interaction that failed: privately, with an id that stands in the log."""
        t = self.texts.of(interaction.locale)
        found = report(t, error)
        self.counts["refused" if found.level == "info" else "failed"] += 1
        cause = unwrap(error)
        log = _log.bind(error_id=found.id, where=where, guild=interaction.guild_id, error=type(cause).__name__)
        log.log(LEVELS[found.level], "interaction failed", exc_info=cause if found.level == "error" else None)
        try:
            await self._send_private(interaction, error_view(found.sentence, t("error.id", id=f"`{found.id}`")))
        except discord.HTTPException as failed:
            if failed.code not in _DEAD:
                log.warning("the error could not be told", status=failed.status, code=failed.code)

    async def _send_private(self, interaction: Itx, view: discord.ui.LayoutView) -> None:
        if not interaction.response.is_done():
            await interaction.response.send_message(view=view, ephemeral=True)
            return
        kind = interaction.response.type
        if kind is discord.InteractionResponseType.deferred_channel_message and not interaction.extras.get("private"):
            # The first follow-up to a public "thinking" takes its place and is public too, so that place is filled
            # with a neutral word first and removed once the user has the private one.
            t = self.texts.of(interaction.locale)
            await interaction.edit_original_response(view=plain_view(t("error.elsewhere")))
            await interaction.followup.send(view=view, ephemeral=True)
            await interaction.delete_original_response()
            return
        await interaction.followup.send(view=view, ephemeral=True)

    async def close(self) -> None:
        """Refuse new work, let every part end, leave the gateway."""
        if self.stopping:
            return
        self.stopping = True
        for part in self._parts.values():
            await part.close()
        await super().close()


Itx: TypeAlias = discord.Interaction[Bot]
Handler: TypeAlias = Callable[[Itx, tuple[str, ...]], Awaitable[None]]
