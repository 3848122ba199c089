"""The bot: what every command, button and part of it stands on. `bot.build` puts one together.

It knows no command and no part by name, so that those may import it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.acknowledge import ANSWERED, Doubts, acknowledged
from bot.errors import LEVELS, Refused, report, unwrap
from bot.limits import Limits
from bot.line import Line
from bot.store import Store
from bot.texts import Texts
from bot.views.notices import error_view, plain_view
from index.config import Config
from index.errors import ArchiveError
from index.pace import slowed
from index.workers import cores, processors

if TYPE_CHECKING:
    from index.archive import Archive

_log = structlog.stdlib.get_logger("onrecord.bot")

PATIENCE = 25.0  # seconds that a stop waits for the questions in work
_TELLING = 10.0  # seconds that it then takes at most to tell the rest
SILENCE = 20.0  # seconds without a word from Discord after which an answer is sent again
_TRIES = 3
MOMENT = 3.0  # seconds that it waits for what nobody waits for: listeners, what runs from time to time

_LATE = frozenset({10015, 10062, 50027})  # Discord takes no more answer to the interaction
_GONE = frozenset({10008})  # somebody deleted the message


class Args(tuple[str, ...]):
    """What a button or a menu brings back. Raises Refused for a part that is not there: no button of ours is so."""

    def __getitem__(self, place: Any) -> Any:
        try:
            return super().__getitem__(place)
        except IndexError:
            raise Refused("error.outdated") from None


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
        self.doubts = Doubts()
        super().__init__(
            http_trace=self.doubts.trace(),
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
        threads = config.embedding.threads or cores()
        self.line = Line(config.search.queue, slower=slowed(threads, processors()))
        self.actions: Mapping[str, Handler] = {}
        self.started = discord.utils.utcnow()
        self.stopping = False
        self.counts: Counter[str] = Counter()
        self._translator = translator
        self._parts: dict[type[Part], Part] = {}
        self._begun = False
        self._in_work: dict[asyncio.Task[Any], Tell] = {}
        self._kept: set[asyncio.Task[Any]] = set()

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
            self.keep()
            for part in self._parts.values():
                if not self.stopping:
                    await part.begin()

    async def on_message(self, message: discord.Message, /) -> None:
        """Text commands do not exist; who speaks to the bot is heard by `bot.following`."""

    def keep(self, task: asyncio.Task[Any] | None = None) -> None:
        """Let a stop end a task, the one that runs now unless told, before the store closes that it uses.

        Whatever runs in the background is kept or tracked: what outlived the store would fail in it.
        """
        task = task or asyncio.current_task()
        if task is not None:
            self._kept.add(task)
            task.add_done_callback(self._kept.discard)

    def track(self, tell: Tell) -> None:
        """Let a stop wait for the task that runs now; `tell` says that it was cut short, if it comes to that."""
        task = asyncio.current_task()
        if task is not None:
            self._in_work[task] = tell
            task.add_done_callback(lambda ended: self._in_work.pop(ended, None))

    def track_interaction(self, interaction: Itx) -> None:
        """As `track`, for the task that answers an interaction."""
        self.track(lambda: self._cut_short(interaction))

    async def press(self, interaction: Itx, action: str, args: tuple[str, ...]) -> None:
        """What a button does, with failures told as those of commands."""
        self.track_interaction(interaction)
        try:
            handler = self.actions.get(action)
            if handler is None or self.stopping:
                raise Refused("error.stopping" if self.stopping else "error.outdated")
            await handler(interaction, Args(args))
        except Exception as error:
            await self.fail(interaction, error, f"button {action}")

    async def fail(self, interaction: Itx, error: BaseException, where: str) -> None:
        """Answer an interaction that failed: privately, with an id that stands in the log."""
        t = self.texts.of(interaction.locale)
        cause = unwrap(error)
        if isinstance(cause, discord.HTTPException) and cause.code == ANSWERED:
            _log.info("an event came twice", where=where)
            return
        found = report(t, error)
        self.counts["refused" if found.level == "info" else "failed"] += 1
        log = _log.bind(error_id=found.id, where=where, guild=interaction.guild_id, error=type(cause).__name__)
        log.log(LEVELS[found.level], "interaction failed", exc_info=cause if found.level == "error" else None)
        footer = found.footer(t)
        try:
            await self._send_private(interaction, error_view(found.sentence, footer))
        except discord.HTTPException as failed:
            if failed.code in _LATE:
                await self.tell_elsewhere(interaction, error_view(t("error.late"), footer))
            elif failed.code not in _GONE:
                log.warning("the error could not be told", status=failed.status, code=failed.code)

    async def deliver(self, interaction: Itx, view: discord.ui.LayoutView) -> discord.Message | None:
        """Fill the place of an answer, also where Discord takes none to the interaction any more; the message in its
        place. Raises TimeoutError where Discord says nothing for a minute."""
        try:
            return await _edited(interaction, view)
        except discord.HTTPException as error:
            if error.code not in _LATE:
                raise
            _log.warning("an answer came too late for its place", code=error.code)
            await self.tell_elsewhere(interaction, view)
            return None

    async def tell_elsewhere(self, interaction: Itx, view: discord.ui.LayoutView) -> None:
        """Say to who asked what has no place any more: in the channel what was to be public, else by direct message."""
        private = interaction.guild_id is None or bool(interaction.extras.get("private", True))
        place = interaction.user if private else interaction.channel
        try:
            if isinstance(place, discord.abc.Messageable):
                await place.send(view=view)
        except discord.HTTPException as error:
            _log.warning("an answer found no place", status=error.status, code=error.code)

    async def _cut_short(self, interaction: Itx) -> None:
        """Where the answer would have stood, that the bot restarts."""
        view = error_view(self.texts.of(interaction.locale)("error.stopping"))
        kind = acknowledged(interaction)
        if kind is None:
            await interaction.response.send_message(view=view, ephemeral=True)
        elif kind is discord.InteractionResponseType.deferred_channel_message:
            await interaction.edit_original_response(view=view)
        else:
            await interaction.followup.send(view=view, ephemeral=True)

    async def _send_private(self, interaction: Itx, view: discord.ui.LayoutView) -> None:
        kind = acknowledged(interaction)
        if kind is None:
            await interaction.response.send_message(view=view, ephemeral=True)
            return
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
        """Refuse new work, let every part end, leave the gateway. No task of the bot runs on after it."""
        if self.stopping:
            return
        self.stopping = True
        await asyncio.gather(self._finish(), *(part.close() for part in self._parts.values()))
        await self._end_kept(MOMENT)
        await super().close()
        await self._end_kept(0.0)  # what the gateway still brought

    async def _end_kept(self, patience: float) -> None:
        """Let what runs in the background end within `patience` seconds, then cancel it and wait until it has ended."""
        left = {*self._kept, *self._in_work} - {asyncio.current_task()}
        if left and patience:
            _, left = await asyncio.wait(left, timeout=patience)
        for task in left:
            task.cancel()
        if left:
            await asyncio.wait(left, timeout=_TELLING)

    async def _finish(self) -> None:
        """Let what is in work end; who waits longer than `PATIENCE` is told that the bot restarts."""
        mine = asyncio.current_task()
        ending = {task for task in self._in_work if task is not mine}
        if not ending:
            return
        _log.info("finishing", questions=len(ending))
        _, left = await asyncio.wait(ending, timeout=PATIENCE)
        tell = [self._in_work[task] for task in left if task in self._in_work]
        for task in left:
            task.cancel()
        if not left:
            return
        told = asyncio.gather(*(say() for say in tell), return_exceptions=True)
        await asyncio.wait([*left, told], timeout=_TELLING)
        told.cancel()
        _log.info("told that the bot restarts", questions=len(tell))


async def _edited(interaction: Itx, view: discord.ui.LayoutView) -> discord.Message:
    """The edited answer; sent again where Discord stays silent, which is safe, since an edit twice is an edit."""
    for _ in range(_TRIES - 1):
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SILENCE):
                return await interaction.edit_original_response(view=view)
    async with asyncio.timeout(SILENCE):
        return await interaction.edit_original_response(view=view)


Tell = Callable[[], Awaitable[None]]
Itx: TypeAlias = discord.Interaction[Bot]
Handler: TypeAlias = Callable[[Itx, tuple[str, ...]], Awaitable[None]]
