"""/settings: a server's panel: who may ask and where, privacy, language, outlets, threshold and rates."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from discord import app_commands

from bot.app import Handler, Itx
from bot.asking import number, think
from bot.audit import audit
from bot.errors import Refused
from bot.permissions import require_admin
from bot.scope import EVERY
from bot.store import GuildSettings
from bot.texts import LANGUAGES
from bot.views.settings import THRESHOLDS, Bounds, outlet_pages, settings_view

if TYPE_CHECKING:
    from collections.abc import Callable


@app_commands.command(description="Who may ask here, where, of what and how much (administrators)")
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def settings(interaction: Itx) -> None:
    require_admin(interaction)
    await think(interaction, private=True)
    await _draw(interaction, await interaction.client.store.guild(interaction.guild_id))


async def channels(interaction: Itx, args: tuple[str, ...]) -> None:
    """The channels where questions are answered."""
    await _change(interaction, lambda now: replace(now, channels=tuple(map(number, args))))


async def roles(interaction: Itx, args: tuple[str, ...]) -> None:
    """The roles that may ask."""
    await _change(interaction, lambda now: replace(now, roles=tuple(map(number, args))))


async def language(interaction: Itx, args: tuple[str, ...]) -> None:
    """The language of public messages."""
    chosen = args[0] if args and args[0] in LANGUAGES else None
    await _change(interaction, lambda now: replace(now, language=chosen))


async def private(interaction: Itx, args: tuple[str, ...]) -> None:
    """Whether answers are private unless asked otherwise."""
    await _change(interaction, lambda now: replace(now, private=args[0] == "1"))


async def sources(interaction: Itx, args: tuple[str, ...]) -> None:
    """The outlets of one page of the menu that the server sees; those of other pages stay, those that left go."""
    known = await _outlets(interaction)
    pages = outlet_pages(known)
    page = number(args[0])
    here = pages[page] if page < len(pages) else []
    chosen = [name for name in args[1:] if name in here]

    def change(now: GuildSettings) -> GuildSettings:
        kept = [name for name in now.sources if name in known and name not in here]
        return replace(now, sources=tuple(sorted({*kept, *chosen})))

    await _change(interaction, change, page)


async def turn(interaction: Itx, args: tuple[str, ...]) -> None:
    """Another page of the outlets."""
    require_admin(interaction)
    await interaction.response.defer()
    await _draw(interaction, await interaction.client.store.guild(interaction.guild_id), number(args[0]))


async def threshold(interaction: Itx, args: tuple[str, ...]) -> None:
    """The confidence from which the archive answers in this server."""
    chosen = next((it for it in THRESHOLDS if str(it) in args), None)
    await _change(interaction, lambda now: replace(now, threshold=chosen))


async def user_rate(interaction: Itx, args: tuple[str, ...]) -> None:
    """Questions of one user in a minute."""
    await _change(interaction, lambda now: replace(now, user_rate=_rate(args)))


async def server_rate(interaction: Itx, args: tuple[str, ...]) -> None:
    """Questions of the server in a minute."""
    await _change(interaction, lambda now: replace(now, server_rate=_rate(args)))


def _rate(args: tuple[str, ...]) -> int | None:
    return int(args[0]) if args and args[0].isdecimal() and int(args[0]) > 0 else None


async def _outlets(interaction: Itx) -> list[str]:
    """Every outlet of the archive by name, so that pages stay as they are while articles come in."""
    return sorted(source.name for source in await interaction.client.archive.sources("", EVERY))


async def _change(interaction: Itx, change: Callable[[GuildSettings], GuildSettings], page: int = 0) -> None:
    require_admin(interaction)
    guild = interaction.guild_id
    if guild is None:
        raise Refused("error.server_only")
    await interaction.response.defer()
    before, now = await interaction.client.store.change_guild(guild, change)
    old, new = asdict(before), asdict(now)
    changed = {name: [old[name], new[name]] for name in new if old[name] != new[name]}
    if changed:
        await audit(interaction, "settings", **changed)
    await _draw(interaction, now, page)


async def _draw(interaction: Itx, now: GuildSettings, page: int = 0) -> None:
    t = interaction.client.texts.of(interaction.locale)
    limits = interaction.client.config.discord
    last = await interaction.client.store.last_change(interaction.guild_id) if interaction.guild_id else None
    bounds = Bounds(
        outlets=await _outlets(interaction),
        user_rate=limits.questions_per_minute,
        server_rate=limits.server_questions_per_minute,
    )
    await interaction.edit_original_response(view=settings_view(t, now, bounds, page, last=last))


ACTIONS: dict[str, Handler] = {
    "set_channels": channels,
    "set_roles": roles,
    "set_language": language,
    "set_private": private,
    "set_sources": sources,
    "set_page": turn,
    "set_threshold": threshold,
    "set_user_rate": user_rate,
    "set_server_rate": server_rate,
}
COMMANDS = (settings,)
