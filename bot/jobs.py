"""Long work on the archive, reindex and ingest: one at a time, with a message of its own, stoppable, told to its end.

The message is edited through the channel with the bot's token, because an interaction's token dies after 15
minutes; it is remembered in the store, so that a killed bot tells at its next start what became of it.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
import structlog

from bot.app import Bot, Part
from bot.errors import LEVELS, Refused, report
from bot.views.progress import Kind, changes_view, progress_view, stopped_view
from index.errors import Cancelled
from index.model import Changes, Progress
from index.progress import CancelToken, OnProgress

if TYPE_CHECKING:
    from bot.texts import Translate

_log = structlog.stdlib.get_logger("onrecord.bot")

Work = Callable[[OnProgress, CancelToken], Awaitable[Changes]]

_PATIENCE = 20.0  # seconds that a shutdown waits for a reindex to stop at its next step


@dataclass(frozen=True, slots=True)
class _Posted:
    message: discord.PartialMessage
    t: Translate
    kind: Kind
    started: dt.datetime


class Reindexer(Part):
    """At most one long work of this process; another process's is refused by the archive itself.

    `done` is called after work that ended by itself, whatever became of it.
    """

    def __init__(self, bot: Bot, done: Callable[[], None]) -> None:
        self._bot = bot
        self._done = done
        self._busy = False
        self._task: asyncio.Task[None] | None = None
        self._token = CancelToken()
        self._progress: Progress | None = None
        self._message: discord.PartialMessage | None = None

    @property
    def running(self) -> bool:
        """Whether a reindex is under way."""
        return self._busy

    async def start(self, channel: discord.abc.Messageable, t: Translate, *, full: bool, yes: bool = False) -> str:
        """Begin a reindex; the address of its message. Raises Refused where work is under way already.

        `yes`: also where more than a tenth of the archive would go.
        """

        async def reindex(on_progress: OnProgress, cancel: CancelToken) -> Changes:
            return await self._bot.archive.reindex(full=full, on_progress=on_progress, cancel=cancel, yes=yes)

        return await self.work(channel, t, "reindex", reindex)

    async def work(self, channel: discord.abc.Messageable, t: Translate, kind: Kind, work: Work) -> str:
        """Post the progress message and begin the work; the message's address. Raises Refused."""
        if self._busy:
            raise Refused("error.reindex_running", link=self._message.jump_url if self._message else "")
        self._busy = True
        try:
            self._token, self._progress = CancelToken(), None
            started = discord.utils.utcnow()
            sent = await channel.send(view=progress_view(t, None, kind=kind, started=started))
            self._message = self._bot.get_partial_messageable(
                sent.channel.id, guild_id=sent.guild.id if sent.guild else None
            ).get_partial_message(sent.id)
            job = await self._bot.store.add_job(channel_id=sent.channel.id, message_id=sent.id, locale=t.language)
            self._task = asyncio.create_task(
                self._run(_Posted(self._message, t, kind, started), job, work), name="reindex"
            )
            self._bot.keep(self._task)
        except BaseException:
            self._busy = False
            raise
        return sent.jump_url

    def cancel(self) -> bool:
        """Ask the running reindex to stop; False where none runs."""
        if not self._busy:
            return False
        self._token.cancel()
        return True

    async def close(self) -> None:
        """Stop what runs and let it tell its end."""
        if self._task is not None and not self._task.done():
            self._token.cancel()
            await asyncio.wait([self._task], timeout=_PATIENCE)

    async def begin(self) -> None:
        """Give the messages that a killed bot left open their last word."""
        for job in await self._bot.store.open_jobs():
            message = self._bot.get_partial_messageable(job.channel_id).get_partial_message(job.message_id)
            await self._edit(message, stopped_view(self._bot.texts.of(job.locale), "reindex.interrupted"))
            await self._bot.store.finish_job(job.id)

    async def _run(self, posted: _Posted, job: int, work: Work) -> None:
        ticker = asyncio.create_task(self._tick(posted), name="progress")
        self._bot.keep(ticker)
        t = posted.t
        try:
            changes = await work(self._note, self._token)
            view = changes_view(t, changes, kind=posted.kind)
            _log.info("work done", kind=posted.kind, added=changes.articles_added, removed=changes.articles_removed)
        except Cancelled:
            view = stopped_view(t, "reindex.interrupted" if self._bot.stopping else "reindex.cancelled")
            _log.info("work cancelled", kind=posted.kind)
        except Exception as error:
            failure = report(t, error)
            view = stopped_view(t, "reindex.failed", f"{failure.sentence} {failure.footer(t)}".rstrip())
            log = _log.bind(kind=posted.kind, error_id=failure.id, error=type(error).__name__)
            log.log(LEVELS[failure.level], "work failed", exc_info=error if failure.level == "error" else None)
        finally:
            self._busy = False
            ticker.cancel()
        await asyncio.gather(ticker, return_exceptions=True)
        await self._edit(posted.message, view)
        await self._bot.store.finish_job(job)
        if not self._bot.stopping:
            self._done()

    def _note(self, progress: Progress) -> None:
        self._progress = progress

    async def _tick(self, posted: _Posted) -> None:
        shown: tuple[Progress | None, bool] = (None, False)
        while True:
            await asyncio.sleep(self._bot.config.discord.progress_seconds)
            now = (self._progress, self._token.cancelled)
            if now != shown:
                shown = now
                view = progress_view(posted.t, now[0], kind=posted.kind, started=posted.started, stopping=now[1])
                await self._edit(posted.message, view)

    async def _edit(self, message: discord.PartialMessage, view: discord.ui.LayoutView) -> None:
        try:
            await message.edit(view=view)
        except discord.HTTPException as error:  # deleted, or the bot lost the channel: the work goes on
            _log.warning("the progress message could not be edited", status=error.status, code=error.code)
