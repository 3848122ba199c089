"""Questions by mention: answered in a thread, and followed up there without another command.

Discord delivers the text of messages that mention the bot, and of direct messages, without a privileged intent.
"""

from __future__ import annotations

import time

import discord
import structlog

from bot import asking, refine, scope, showing, takedown
from bot.app import Bot, Part
from bot.errors import LEVELS, Refused, report
from bot.scope import Who
from bot.texts import Translate
from bot.views.answer import answer_view
from bot.views.notices import error_view, plain_view
from bot.views.text import line, plain_line
from index.model import Question

_log = structlog.stdlib.get_logger("onrecord.bot")

_MEMORY = 24 * 3600  # seconds that a conversation is remembered
_LONGEST = 500
_THREAD_NAME = 90


_SPOKEN = frozenset({discord.MessageType.default, discord.MessageType.reply})


class Following(Part):
    """Hears who speaks to the bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        bot.add_listener(self.hear, "on_message")

    async def hear(self, message: discord.Message) -> None:
        """Answer a message that speaks to the bot."""
        if wants_answer(self._bot, message):
            self._bot.keep()
            # A lost session is told again what it may have heard, and another process hears it too.
            if await self._bot.store.turns.heard(message.id):
                return
            self._bot.track(lambda: _cut_short(self._bot, message))
            await answer(self._bot, message)


def wants_answer(bot: Bot, message: discord.Message) -> bool:
    """Whether a message speaks to the bot: a person's direct message, or one that mentions it by name."""
    if message.author.bot or bot.user is None or message.type not in _SPOKEN:
        return False
    return message.guild is None or bot.user in message.mentions


async def answer(bot: Bot, message: discord.Message) -> None:
    """Answer a message that speaks to the bot; failures are told in one sentence with an id."""
    t = await _texts(bot, message)
    try:
        if bot.stopping:
            raise Refused("error.stopping")
        await _answer(bot, message, t)
    except Exception as error:
        found = report(t, error)
        bot.counts["failed"] += 1
        log = _log.bind(error_id=found.id, error=type(error).__name__)
        log.log(LEVELS[found.level], "message failed", exc_info=error if found.level == "error" else None)
        await _say(message, error_view(found.sentence, found.footer(t)))


async def _cut_short(bot: Bot, message: discord.Message) -> None:
    t = await _texts(bot, message)
    await _say(message, error_view(t("error.stopping")))


async def _texts(bot: Bot, message: discord.Message) -> Translate:
    """The language of what everybody in the channel reads."""
    settings = await bot.store.guild(message.guild.id if message.guild else None)
    return bot.texts.of(settings.language or (message.guild.preferred_locale if message.guild else None))


async def _answer(bot: Bot, message: discord.Message, t: Translate) -> None:
    guild = message.guild.id if message.guild else None
    roles = asking.roles_of(message.author)
    places = {message.channel.id, getattr(message.channel, "parent_id", None)}
    settings = await bot.store.guild(guild)
    if not _manages(message):
        asking.check_settings(settings, places=places, roles=roles)
    words = _words(bot, message)
    if not words:
        await _say(message, plain_view(t("mention.hint")))
        return
    if settings.private and guild is not None:
        raise Refused("mention.private")
    who = Who(guild, message.author.id)
    bot.line.check(*who.line)
    bot.limits.take_for(message.author.id, guild, settings, roles)
    follows = refine.is_follow_up(words)
    asking.check_words(words, named=follows)
    place = await _place(message, words)
    async with place.typing():
        shown = bot.config.search.limit
        question = await _question(bot, place.id, words, shown, guild)
        found, pinned = await showing.ask(bot, question, who)
    row = await bot.store.add_asked(
        question, per_page=shown, user_id=message.author.id, guild_id=guild, channel_id=place.id, pinned=pinned
    )
    owner = message.author.id in bot.config.discord.owners
    view = answer_view(t, found, row, alone=guild is None, explain=owner)
    sent = await _say(message, view) if place.id == message.channel.id else await place.send(view=view)
    if sent is not None:
        await takedown.note(bot, sent, takedown.of_hits(found.hits), asked_id=row)


def _manages(message: discord.Message) -> bool:
    """Whether the author may manage the server: they ask everywhere, as with commands."""
    author = message.author
    return isinstance(author, discord.Member) and author.guild_permissions.manage_guild


def _words(bot: Bot, message: discord.Message) -> str:
    content = message.content
    if bot.user is not None:
        content = content.replace(f"<@{bot.user.id}>", " ").replace(f"<@!{bot.user.id}>", " ")
    return line(content)[:_LONGEST]


async def _question(bot: Bot, place: int, words: str, shown: int, guild: int | None) -> Question:
    """The question in its conversation: what was asked here before lends its speaker, outlet and time."""
    fresh = Question(text=words, asked_on=discord.utils.utcnow().date(), limit=asking.depth(shown))
    before = await bot.store.last_asked(place, after=int(time.time()) - _MEMORY)
    if before is None or before.pinned is None or not refine.is_follow_up(words):
        return await scope.with_defaults(bot, fresh, guild)
    read = await scope.understand(bot, fresh, guild)
    return refine.followed_up(fresh, read, before.question, before.pinned.answer.query)


async def _place(message: discord.Message, words: str) -> discord.abc.MessageableChannel:
    """A thread of its own for a question in a channel, where the bot may open one; else where it was asked."""
    if isinstance(message.channel, discord.TextChannel):
        try:
            return await message.create_thread(name=plain_line(words, _THREAD_NAME), auto_archive_duration=1440)
        except discord.HTTPException as error:
            _log.info("no thread", status=error.status, code=error.code)
    return message.channel


async def _say(message: discord.Message, view: discord.ui.LayoutView) -> discord.Message | None:
    try:
        return await message.reply(view=view, mention_author=False)
    except discord.HTTPException as error:
        _log.warning("could not reply", status=error.status, code=error.code)
        return None
