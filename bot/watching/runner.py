"""Looks at what is new for each watch and posts it, once.

A pass first notes what was found, then plans messages, then sends what is planned; each step is one transaction of
the outbox, and only the sending can be cut short between Discord and the store. Three things bound that gap: the
message carries a nonce that Discord refuses to take twice within minutes; its buttons carry the outbox row's id; and
before a message is sent again, the channel is searched for that id.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import discord
import structlog
from discord.ext import tasks

from bot import scope, takedown
from bot.app import Bot, Part
from bot.pinned import storable
from bot.shown import Place
from bot.views.watch import PER_POST
from bot.watching.behind import Behind, behind, keep_topic, passed_over
from bot.watching.schedule import day_start, next_time
from bot.watching.store import Post, Watch, WatchStore, seconds
from bot.watching.targets import Targets
from index import Watched
from index.errors import NotFound, OnRecordError
from index.model import Hit, Question, TimelineEntry

_log = structlog.stdlib.get_logger("onrecord.bot")

MOST = 25  # statements that one look finds
_TURN = "watches"
_PATIENCE = 10.0  # seconds that a shutdown waits for a message that is on its way


class WatchRunner(Part):
    """One pass at a time; `soon` asks for one, `begin` has one every `discord.watch_seconds`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._lock = asyncio.Lock()
        self._asked: asyncio.Task[None] | None = None
        self._wanted = False
        self.store = WatchStore(bot.store.outbox)
        self._targets = Targets(bot, self.store)
        self._poll = tasks.loop(seconds=bot.config.discord.watch_seconds)(self.run_once)

    async def begin(self) -> None:
        """Look now and from time to time."""
        if not self._poll.is_running():
            self._bot.keep(self._poll.start())

    def soon(self) -> None:
        """Look as soon as the pass that runs has ended."""
        self._wanted = True
        if self._asked is None or self._asked.done():
            self._asked = asyncio.create_task(self._as_wanted(), name="watches")
            self._bot.keep(self._asked)

    async def _as_wanted(self) -> None:
        while self._wanted:
            self._wanted = False
            await self.run_once()

    async def close(self) -> None:
        """Let the message that is on its way arrive, then stop."""
        self._poll.stop()
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._lock.acquire()
        except TimeoutError:
            _log.warning("a watch's message is still on its way; the next start looks whether it arrived")
        self._poll.cancel()
        if self._asked is not None:
            self._asked.cancel()

    async def run_once(self) -> None:
        """Look for news, plan and send. A watch that fails is tried again at the next pass."""
        async with self._lock:
            if self._bot.stopping:
                return
            try:  # around the turns too: what escapes ends the loop for good
                if await self._ours():
                    try:
                        await self._pass()
                    finally:
                        await self._bot.store.turns.leave(_TURN)
            except Exception as error:
                _log.error("watches could not be looked at", exc_info=error)

    async def _pass(self) -> None:
        await self._look_at_all(await self._bot.archive.mark())
        for watch in await self.store.to_plan(_now()):
            await self._plan(watch)
        await self._send_all(await self.store.unposted())

    async def _ours(self) -> bool:
        """Whether this process looks, of several over one store; asked again between two steps of a long pass."""
        return await self._bot.store.turns.take(_TURN)

    async def zone_of(self, watch: Watch) -> str:
        """The watch's time zone, else its server's."""
        return watch.zone or (await self._bot.store.guild(watch.guild_id)).zone

    async def _look_at_all(self, mark: int) -> None:
        """Ask new articles for every watch that has not seen them; those that nothing comes near to together."""
        archive, db = self._bot.archive, self.store.connection
        await self.store.rewind(mark)
        try:
            late = await behind(db, mark, await archive.model())
            if not late:
                return
            watched = [one.watched or await self._topic_of(one) for one in late]
            settings = {guild: await self._bot.store.guild(guild) for guild in {one.guild_id for one in late}}
            asked = [
                replace(found, threshold=settings[one.guild_id].threshold)
                for one, found in zip(late, watched, strict=True)
            ]
            stirred = await archive.stirred(asked)
        except OnRecordError as error:
            _log.warning("watches could not look", error=str(error))
            return
        await passed_over(db, [one.id for one, moved in zip(late, stirred, strict=True) if not moved], mark)
        for one in (one for one, moved in zip(late, stirred, strict=True) if moved):
            watch = await self.store.get(one.id)
            if watch is not None and watch.state == "active" and await self._ours():
                await self._look(watch, mark)

    async def _topic_of(self, one: Behind) -> Watched:
        watch = await self.store.get(one.id)
        question = watch.question if watch is not None else Question(text="")
        settings = await self._bot.store.guild(one.guild_id)
        topic = await self._bot.archive.topic(scope.scoped(question, settings))
        await keep_topic(self.store.connection, one.id, topic)
        return Watched(topic=topic, after=0 if watch is None else watch.seen)

    async def _look(self, watch: Watch, mark: int) -> None:
        if watch.seen >= mark or self._bot.stopping:
            return
        try:
            hits = await self._find(watch)
            added = await self.store.found(watch.id, mark, hits, now=_now())
        except OnRecordError as error:
            _log.warning("a watch could not look", watch=watch.id, error=str(error))
            return
        except Exception as error:
            _log.error("a watch could not look", watch=watch.id, exc_info=error)
            return
        if added:
            _log.info("a watch found something", watch=watch.id, count=added)

    async def _find(self, watch: Watch) -> Sequence[Hit]:
        settings = await self._bot.store.guild(watch.guild_id)
        question = scope.scoped(watch.question, settings)
        if question.text.strip():
            asked = replace(question, limit=MOST, asked_on=discord.utils.utcnow().date())
            return (await self._bot.archive.ask_new(asked, watch.seen)).hits
        entries = await self._bot.archive.said(
            speaker=question.speaker,
            source=question.source,
            after=watch.seen,
            limit=4 * MOST,
            sources=settings.sources,
        )
        return [as_hit(entry) for entry in entries]

    async def _plan(self, watch: Watch) -> None:
        """Messages for what waits: now, or when the digest is due; never more statements a day than the cap."""
        now = discord.utils.utcnow()
        due = None
        zone = await self.zone_of(watch)
        if watch.schedule.mode != "once":
            if watch.due is not None and watch.due > now.timestamp():
                return
            due = seconds(next_time(watch.schedule, now, zone))
        elif not watch.waiting:
            return
        today = int(day_start(now, zone).timestamp())
        room = watch.cap - await self.store.planned_since(watch.id, today)
        await self.store.plan(watch.id, room=room, per_post=PER_POST, now=int(now.timestamp()), due=due)

    async def _send_all(self, posts: Sequence[Post]) -> None:
        lost: set[int] = set()
        for post in posts:
            if self._bot.stopping or not await self._ours():
                return
            if post.watch.id in lost:
                continue
            try:
                standing = await self._standing(post)
                if standing is None:
                    continue
                channel, message = await self._send(standing)
            except (discord.HTTPException, discord.RateLimited, OSError) as error:
                lost.add(post.watch.id)
                if not await self._failed(post, error):
                    return
            else:
                await self.store.posted(post.id, channel_id=channel, message_id=message, now=_now())
                await self._bot.store.shown.put(Place(channel, message), takedown.of_hits(standing.hits))

    async def _standing(self, post: Post) -> Post | None:
        """The message without what has left the archive since it was found; None where nothing is left."""
        kept = [hit for hit in post.hits if await self._stands(hit)]
        if len(kept) < len(post.hits):
            await self.store.drop(post, kept)
        return replace(post, hits=tuple(kept)) if kept else None

    async def _stands(self, hit: Hit) -> bool:
        try:
            view = await self._bot.archive.article(hit.article.id)
        except NotFound:
            return False
        return storable(view.article.text[hit.start : hit.end]) == hit.text  # as the outbox holds it

    async def _failed(self, post: Post, error: Exception) -> bool:
        """Rest where Discord refuses the message for good; wait where it has trouble. Whether to go on with others."""
        log = _log.bind(watch=post.watch.id, error=str(error)[:200])
        if isinstance(error, discord.HTTPException) and 400 <= error.status < 500 and error.status != 429:
            await self.store.set_state(post.watch.id, "unreachable")
            log.warning("a watch cannot post and rests")
            return True
        log.warning("a watch's message waits for Discord")
        return False

    async def _send(self, post: Post) -> tuple[int, int]:
        """Post a message, or find that it was posted; its channel and id."""
        if post.tried is not None:
            found = await self._targets.found(post, post.tried)
            if found is not None:
                return found
        await self.store.trying(post.id, now=_now())
        allowed = (await self._bot.store.guild(post.watch.guild_id)).pings
        role = post.watch.role_id if post.watch.role_id in allowed else None
        return await self._targets.send(post, mention=role)


def as_hit(entry: TimelineEntry) -> Hit:
    """A statement of a timeline as an answer's hit."""
    statement = entry.statement
    return Hit(
        rank=1,
        score=entry.score,
        article=entry.article,
        text=entry.text,
        start=statement.start,
        end=statement.end,
        quote=entry.text,
        quote_start=statement.start,
        quote_end=statement.end,
        quote_is_statement=True,
        speaker=statement.speaker,
        role=statement.role,
        cue=statement.cue,
        kind=statement.kind,
        stance=statement.stance,
        said_on=statement.said_on,
        joined_by=statement.joined_by,
        also_in=entry.also_in,
    )


def _now() -> int:
    return int(discord.utils.utcnow().timestamp())
