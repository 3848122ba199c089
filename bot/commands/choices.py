"""Autocomplete from the archive: outlets and speakers, within Discord's limits."""

from __future__ import annotations

from collections.abc import Iterable

from discord import app_commands

from bot import scope
from bot.app import Itx
from bot.views.parts import MAX_CHOICE, MAX_CHOICES
from bot.views.text import line, plain_line, width


async def source_choices(interaction: Itx, current: str) -> list[app_commands.Choice[str]]:
    """Outlets that the server sees whose name holds what was typed, largest first."""
    found = await scope.outlets(interaction.client, current, MAX_CHOICES, interaction.guild_id)
    return choices(source.name for source in found)


async def speaker_choices(interaction: Itx, current: str) -> list[app_commands.Choice[str]]:
    """Speakers of outlets that the server sees whose name or alias holds what was typed."""
    bot = interaction.client
    sources = await scope.sources_of(bot, interaction.guild_id)
    return choices(speaker.name for speaker in await bot.archive.speakers(current, MAX_CHOICES, sources))


def choices(names: Iterable[str]) -> list[app_commands.Choice[str]]:
    """At most 25 choices of at most 100 characters; a name that cannot be sent whole cannot be chosen."""
    usable = [name for name in names if line(name) and 0 < width(name) <= MAX_CHOICE]
    return [app_commands.Choice(name=plain_line(name, MAX_CHOICE), value=name) for name in usable[:MAX_CHOICES]]
