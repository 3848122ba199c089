"""Where a watch's message goes: a channel, a direct message, a post of a forum, or one thread for all of them."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace

import discord
import structlog

from bot.app import Bot
from bot.texts import Translate
from bot.views.parts import button_id
from bot.views.text import plain_line
from bot.views.watch import plain_subject, post_view
from bot.watching.store import Post, Watch, WatchStore

_log = structlog.stdlib.get_logger("onrecord.bot")

_SEARCHED = 500  # messages since the last attempt among which an unconfirmed one is looked for
_SKEW = dt.timedelta(minutes=5)  # by how much Discord's clock may differ from ours
_NAME = 90  # characters of a thread's name
_UNKNOWN = 10003  # the channel, or the thread, is not there any more

Place = discord.DMChannel | discord.PartialMessageable


@dataclass(frozen=True, slots=True)
class Targets:
    """Sends what is planned; the store remembers a watch's thread."""

    bot: Bot
    store: WatchStore

    async def send(self, post: Post, *, mention: int | None) -> tuple[int, int]:
        """Post a message, `mention`ing a role; its channel and id. Raises what Discord answers."""
        t = self.bot.texts.of(post.watch.language)
        forum = self._forum(post.watch)
        if forum is not None:
            thread = await self._opened(forum, post.watch, t, post, mention)
            return thread.id, thread.id  # the first message of a thread has its number
        place = await self._place(post.watch, t)
        view = post_view(t, post, role=mention)
        try:
            sent = await place.send(view=view, nonce=f"watch-{post.id}", allowed_mentions=_mentions(mention))
        except discord.NotFound as error:
            if error.code != _UNKNOWN or post.watch.thread_id is None:
                raise
            anew = replace(
                post, watch=replace(post.watch, thread_id=None)
            )  # the thread, or post of a forum, was deleted
            return await self.send(anew, mention=mention)
        if post.watch.publish:
            await self.publish(place.id, sent.id)
        return place.id, sent.id

    async def found(self, post: Post, tried: int) -> tuple[int, int] | None:
        """The channel and id of the message that carries this post's marker, where an earlier attempt did arrive."""
        after = dt.datetime.fromtimestamp(tried, dt.UTC) - _SKEW
        forum = self._forum(post.watch)
        try:
            if forum is not None:
                return await self._found_in(forum, post, after)
            place = await self._place(post.watch, self.bot.texts.of(post.watch.language))
            async for message in place.history(after=after, limit=_SEARCHED, oldest_first=True):
                if self._carries(message, post):
                    return place.id, message.id
        except discord.Forbidden:  # without Read Message History only the nonce guards
            _log.info("the history cannot be read", channel=post.watch.channel_id)
        except discord.NotFound as error:
            if error.code != _UNKNOWN:
                raise
        return None

    async def publish(self, channel_id: int, message_id: int) -> None:
        """Send a message of an announcement channel to who follows it; it stands there whatever becomes of this."""
        try:
            await self.bot.get_partial_messageable(channel_id).get_partial_message(message_id).publish()
        except discord.HTTPException as error:
            _log.warning("a watch's message could not be published", status=error.status, code=error.code)

    def _forum(self, watch: Watch) -> discord.ForumChannel | None:
        found = self.bot.get_channel(watch.channel_id) if watch.channel_id is not None else None
        if not isinstance(found, discord.ForumChannel):
            return None
        return None if watch.threaded and watch.thread_id is not None else found

    async def _opened(
        self, forum: discord.ForumChannel, watch: Watch, t: Translate, post: Post, mention: int | None
    ) -> discord.Thread:
        """A post of the forum, which is the thread where all goes from then on, if it shall be one."""
        view = post_view(t, post, role=mention)
        made = await forum.create_thread(name=_name(t, watch), view=view, allowed_mentions=_mentions(mention))
        if watch.threaded:
            await self.store.set_thread(watch.id, made.thread.id)
        return made.thread

    async def _place(self, watch: Watch, t: Translate) -> Place:
        if watch.channel_id is None:
            return await self.bot.create_dm(discord.Object(watch.user_id))
        if watch.threaded and watch.thread_id is None:
            return await self._new_thread(watch, t)
        return self.bot.get_partial_messageable(watch.thread_id or watch.channel_id, guild_id=watch.guild_id)

    async def _new_thread(self, watch: Watch, t: Translate) -> Place:
        channel = self.bot.get_channel(watch.channel_id or 0)
        if not isinstance(channel, discord.TextChannel):  # a thread holds no thread
            return self.bot.get_partial_messageable(watch.channel_id or 0, guild_id=watch.guild_id)
        kind = discord.ChannelType.news_thread if channel.is_news() else discord.ChannelType.public_thread
        made = await channel.create_thread(name=_name(t, watch), type=kind, auto_archive_duration=10080)
        await self.store.set_thread(watch.id, made.id)
        return self.bot.get_partial_messageable(made.id, guild_id=watch.guild_id)

    async def _found_in(self, forum: discord.ForumChannel, post: Post, after: dt.datetime) -> tuple[int, int] | None:
        for thread in await forum.guild.active_threads():
            if thread.parent_id != forum.id or thread.created_at is None or thread.created_at < after:
                continue
            async for message in thread.history(limit=1, oldest_first=True):
                if self._carries(message, post):
                    if post.watch.threaded:  # it was made, and the store did not hear of it
                        await self.store.set_thread(post.watch.id, thread.id)
                    return thread.id, message.id
        return None

    def _carries(self, message: discord.Message, post: Post) -> bool:
        if self.bot.user is None or message.author.id != self.bot.user.id:
            return False
        return json.dumps(marker(post)) in json.dumps([part.to_dict() for part in message.components])


def marker(post: Post) -> str:
    """The custom id that no other message of the bot carries."""
    return button_id("watch_pause", post.watch.id, post.id)


def _mentions(role: int | None) -> discord.AllowedMentions:
    allowed = discord.AllowedMentions.none()
    if role is not None:
        allowed.roles = [discord.Object(role)]
    return allowed


def _name(t: Translate, watch: Watch) -> str:
    return plain_line(f"{t('watch.title')}: {plain_subject(watch)}", _NAME)
