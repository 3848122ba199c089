"""What a server may see of the archive: its outlets and its threshold, applied anew to everything that is asked there.

A question is kept without them, so that a change of the settings holds for the buttons of earlier answers too.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from bot.app import Bot
from bot.errors import Refused
from bot.line import Tell
from bot.store import GuildSettings
from index.model import Answer, Article, Query, Question, SourceSummary

EVERY = 100_000  # more outlets than any archive has


def scoped(question: Question, settings: GuildSettings) -> Question:
    """The question under a server's settings."""
    return replace(question, sources=settings.sources, threshold=settings.threshold)


@dataclass(frozen=True, slots=True)
class Who:
    """Who asks, and in which server; None: in a direct message or elsewhere, where everything is seen."""

    guild: int | None
    user: int

    @property
    def line(self) -> tuple[Hashable, Hashable]:
        """Where they stand in the line; outside of servers everybody is a server of their own."""
        return (self.guild if self.guild is not None else f"user {self.user}"), self.user


async def ask(bot: Bot, question: Question, who: Who, tell: Tell | None = None) -> Answer:
    """Ask in turn; `tell` hears how long that takes. Raises Busy where the line is too long, and what `Archive.ask`
    raises."""
    asked = scoped(question, await bot.store.guild(who.guild))
    async with bot.line.turn(*who.line, tell=tell):
        answer = await bot.archive.ask(asked, face="discord")
    return replace(answer, question=question)


async def with_defaults(bot: Bot, question: Question, guild_id: int | None) -> Question:
    """The question about the server's speaker and outlet, where it names nobody and no outlet itself."""
    settings = await bot.store.guild(guild_id)
    if (settings.speaker is None or question.speaker) and (settings.source is None or question.source):
        return question
    read = await understand(bot, question, guild_id)
    named = question.speaker or read.speakers or read.unknown_speaker or read.office
    placed = question.source or read.sources or read.unknown_source
    return replace(
        question,
        speaker=question.speaker if named else settings.speaker,
        source=question.source if placed else settings.source,
    )


async def understand(bot: Bot, question: Question, guild_id: int | None) -> Query:
    """What is read from a question's words for a server, without a search."""
    return await bot.archive.understand(scoped(question, await bot.store.guild(guild_id)))


async def threshold(bot: Bot, guild_id: int | None) -> float:
    """The confidence from which the archive answers for a server."""
    from index.search.abstain import THRESHOLD  # heavy, and synchronising the commands does not need it

    own = (await bot.store.guild(guild_id)).threshold
    return next((it for it in (own, bot.config.search.threshold) if it is not None), THRESHOLD)


async def sources_of(bot: Bot, guild_id: int | None) -> tuple[str, ...]:
    """The outlets that a server sees; empty: all."""
    return (await bot.store.guild(guild_id)).sources


async def article(bot: Bot, article: Article, guild_id: int | None) -> Article:
    """The article, where the server sees its outlet. Raises Refused."""
    allowed = await sources_of(bot, guild_id)
    if allowed and article.source not in allowed:
        raise Refused("panel.outlet_hidden")
    return article


async def outlets(bot: Bot, search: str, limit: int, guild_id: int | None) -> tuple[SourceSummary, ...]:
    """The outlets that a server sees whose name holds `search`, largest first."""
    allowed = await sources_of(bot, guild_id)
    if not allowed:
        return await bot.archive.sources(search, limit)
    found = await bot.archive.sources(search, EVERY)
    return tuple(source for source in found if source.name in allowed)[:limit]
