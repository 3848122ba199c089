"""What was removed from the archive leaves the messages that showed it, where the bot may still edit them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import discord
import structlog

from bot.app import Bot
from bot.shown import Place
from bot.views.notices import removed_view

if TYPE_CHECKING:
    from index.model import Hit, TimelineEntry

_PAGE = 500  # articles or statements at a time

_log = structlog.stdlib.get_logger("onrecord.bot")


async def note(
    bot: Bot, message: discord.Message, words: Iterable[tuple[str, str | None]], *, asked_id: int | None = None
) -> None:
    """Remember what a message shows; not of one that a single person sees, which nobody can edit later."""
    if not message.flags.ephemeral:
        await bot.store.shown.put(Place(message.channel.id, message.id, asked_id), words)


def of_hits(hits: Sequence[Hit]) -> list[tuple[str, str | None]]:
    """Articles and speakers of hits, the copies in other outlets too."""
    return [(name, hit.speaker) for hit in hits for name in (hit.article.id, *(ref.id for ref in hit.also_in))]


def of_entries(entries: Sequence[TimelineEntry]) -> list[tuple[str, str | None]]:
    """Articles and speakers of a list."""
    return [(entry.article.id, entry.statement.speaker) for entry in entries]


async def of_articles(bot: Bot, ids: Sequence[str]) -> list[Place]:
    """The messages that show one of these articles."""
    return await bot.store.shown.of_articles(ids)


async def of_source(bot: Bot, source: str) -> list[Place]:
    """The messages that show an article of an outlet."""
    found: list[str] = []
    while page := (await bot.archive.articles(source=source, offset=len(found), limit=_PAGE)).articles:
        found += [ref.id for ref in page]
    return await of_articles(bot, found)


async def of_speaker(bot: Bot, name: str) -> list[Place]:
    """The messages that show words of a speaker, also as a part of a passage that is shown for another's words."""
    ids: set[str] = set()
    offset = 0
    while page := (await bot.archive.statements(speaker=name, offset=offset, limit=_PAGE)).entries:
        ids |= {entry.article.id for entry in page}
        offset += len(page)
    beside = [place for place in await of_articles(bot, sorted(ids)) if place.asked_id is not None]
    return list(dict.fromkeys([*await bot.store.shown.of_speaker(name), *beside]))


async def strike(bot: Bot, places: Sequence[Place]) -> int:
    """Let messages say that their words were removed; how many do."""
    struck = 0
    for place in places:
        t = bot.texts.of(await _language(bot, place))
        message = bot.get_partial_messageable(place.channel_id).get_partial_message(place.message_id)
        try:
            await message.edit(view=removed_view(t, place.asked_id), attachments=[])
        except discord.HTTPException as error:  # deleted, or in a channel where the bot may not be any more
            _log.info("a removed text could not be struck", status=error.status, code=error.code)
            if error.status != 404:
                continue
        else:
            struck += 1
        await bot.store.shown.drop(place.message_id)
    return struck


async def _language(bot: Bot, place: Place) -> str | None:
    channel = bot.get_channel(place.channel_id)
    guild = getattr(channel, "guild", None)
    if guild is None:
        return None
    return (await bot.store.guild(guild.id)).language or str(guild.preferred_locale)
