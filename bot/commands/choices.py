"""Autocomplete from the archive: outlets and speakers, within Discord's limits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from discord import app_commands

from bot.views.parts import MAX_CHOICE, MAX_CHOICES
from bot.views.text import line, plain_line, width

if TYPE_CHECKING:
    from bot.app import Itx


async def source_choices(interaction: Itx, current: str) -> list[app_commands.Choice[str]]:
    """Outlets whose name holds what was typed, largest first."""
    return choices(source.name for source in await interaction.client.archive.sources(current, MAX_CHOICES))


async def speaker_choices(interaction: Itx, current: str) -> list[app_commands.Choice[str]]:
    """Speakers whose name or alias holds what was typed."""
    return choices(speaker.name for speaker in await interaction.client.archive.speakers(current, MAX_CHOICES))


def choices(names: Iterable[str]) -> list[app_commands.Choice[str]]:
    """At most 25 choices of at most 100 characters; a name that cannot be sent whole cannot be chosen."""
    usable = [name for name in names if line(name) and 0 < width(name) <= MAX_CHOICE]
    return [app_commands.Choice(name=plain_line(name, MAX_CHOICE), value=name) for name in usable[:MAX_CHOICES]]
