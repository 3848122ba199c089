"""/settings: a server's panel: who may ask and where, privacy and language."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from discord import app_commands

from bot.asking import think
from bot.audit import audit
from bot.errors import Refused
from bot.permissions import require_admin
from bot.store import GuildSettings
from bot.texts import LANGUAGES
from bot.views.settings import settings_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.app import Itx


@app_commands.command(description="Who may ask here, where, and in which language (administrators)")
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def settings(interaction: Itx) -> None:
    require_admin(interaction)
    await think(interaction, private=True)
    await _draw(interaction, await interaction.client.store.guild(interaction.guild_id))


async def channels(interaction: Itx, args: tuple[str, ...]) -> None:
    """The channels where questions are answered."""
    await _change(interaction, lambda now: replace(now, channels=tuple(map(int, args))))


async def roles(interaction: Itx, args: tuple[str, ...]) -> None:
    """The roles that may ask."""
    await _change(interaction, lambda now: replace(now, roles=tuple(map(int, args))))


async def language(interaction: Itx, args: tuple[str, ...]) -> None:
    """The language of public messages."""
    chosen = args[0] if args and args[0] in LANGUAGES else None
    await _change(interaction, lambda now: replace(now, language=chosen))


async def private(interaction: Itx, args: tuple[str, ...]) -> None:
    """Whether answers are private unless asked otherwise."""
    await _change(interaction, lambda now: replace(now, private=args[0] == "1"))


async def _change(interaction: Itx, change: Callable[[GuildSettings], GuildSettings]) -> None:
    require_admin(interaction)
    guild = interaction.guild_id
    if guild is None:
        raise Refused("error.server_only")
    await interaction.response.defer()
    store = interaction.client.store
    now = change(await store.guild(guild))
    await store.set_guild(guild, now)
    await audit(interaction, "settings", **asdict(now))
    await _draw(interaction, now)


async def _draw(interaction: Itx, now: GuildSettings) -> None:
    t = interaction.client.texts.of(interaction.locale)
    await interaction.edit_original_response(view=settings_view(t, now))


ACTIONS = {"set_channels": channels, "set_roles": roles, "set_language": language, "set_private": private}
COMMANDS = (settings,)
