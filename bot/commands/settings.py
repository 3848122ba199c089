"""/settings: a server's panel: who may ask and where, privacy, language, outlets, threshold and rates."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.acknowledge import acknowledge
from bot.app import Handler, Itx
from bot.asking import number, think
from bot.audit import audit
from bot.commands.choices import source_choices, speaker_choices
from bot.errors import Refused
from bot.permissions import require_admin
from bot.scope import EVERY
from bot.store import GuildSettings
from bot.texts import LANGUAGES
from bot.views.parts import MAX_CHOICES
from bot.views.settings import THRESHOLDS, WHAT, WHO, Bounds, outlet_pages, settings_view
from index.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_ROLES = 10  # with rates of their own
NOBODY = "-"


@app_commands.command(description="Who may ask here, where, of what and how much (administrators)")
@app_commands.describe(
    speaker="Whom questions are about that name nobody; - for nobody",
    source="The outlet of questions that name none; - for all",
    role="A role whose members have a rate of their own",
    rate="Questions a minute of each member with that role; 0: as everybody",
)
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.autocomplete(source=source_choices, speaker=speaker_choices)
async def settings(
    interaction: Itx,
    speaker: app_commands.Range[str, 1, 100] | None = None,
    source: app_commands.Range[str, 1, 100] | None = None,
    role: discord.Role | None = None,
    rate: app_commands.Range[int, 0, 600] | None = None,
) -> None:
    require_admin(interaction)
    if (role is None) is not (rate is None):
        raise Refused("settings.both")
    await think(interaction, private=True)
    if speaker is None and source is None and role is None:
        await _draw(interaction, await interaction.client.store.guild(interaction.guild_id))
        return
    usual = await _named(interaction, speaker, source)

    def change(now: GuildSettings) -> GuildSettings:
        now = replace(now, **usual)
        if role is None or rate is None:
            return now
        others = [pair for pair in now.role_rates if pair[0] != role.id]
        return replace(now, role_rates=tuple([*others, (role.id, rate)][-MOST_ROLES:] if rate else others))

    await _keep(interaction, change)
    await _draw(interaction, await interaction.client.store.guild(interaction.guild_id), tab=WHAT)


async def _named(interaction: Itx, speaker: str | None, source: str | None) -> dict[str, str | None]:
    """The server's usual speaker and outlet, as far as they are set now. Raises NotFound for one unknown here."""
    bot = interaction.client
    found: dict[str, str | None] = {}
    if speaker is not None:
        known = [one.name for one in await bot.archive.speakers(speaker, MAX_CHOICES)]
        found["speaker"] = None if speaker == NOBODY else _one_of(known, speaker)
    if source is not None:
        known = [one.name for one in await bot.archive.sources(source, MAX_CHOICES)]
        found["source"] = None if source == NOBODY else _one_of(known, source)
    return found


def _one_of(known: list[str], name: str) -> str:
    """The one that is meant: of that very name, else the only one that matches. Raises NotFound."""
    if name in known or len(known) == 1:
        return name if name in known else known[0]
    raise NotFound(f"nobody and nothing is called {name!r}")


async def channels(interaction: Itx, args: tuple[str, ...]) -> None:
    """The channels where questions are answered."""
    await _change(interaction, lambda now: replace(now, channels=tuple(map(number, args))))


async def blocked(interaction: Itx, args: tuple[str, ...]) -> None:
    """The channels where nothing is answered."""
    await _change(interaction, lambda now: replace(now, blocked=tuple(map(number, args))))


async def pings(interaction: Itx, args: tuple[str, ...]) -> None:
    """The roles that watches may mention."""
    await _change(interaction, lambda now: replace(now, pings=tuple(map(number, args))), tab=WHAT)


async def audited(interaction: Itx, args: tuple[str, ...]) -> None:
    """The channel where acts of administrators are posted."""
    await _change(interaction, lambda now: replace(now, audit=number(args[0]) if args else None))


async def show(interaction: Itx, args: tuple[str, ...]) -> None:
    """The other half of the panel."""
    require_admin(interaction)
    await acknowledge(interaction)
    tab = WHAT if args[0] == WHAT else WHO
    await _draw(interaction, await interaction.client.store.guild(interaction.guild_id), tab=tab)


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

    await _change(interaction, change, page, tab=WHAT)


async def turn(interaction: Itx, args: tuple[str, ...]) -> None:
    """Another page of the outlets."""
    require_admin(interaction)
    await acknowledge(interaction)
    await _draw(interaction, await interaction.client.store.guild(interaction.guild_id), number(args[0]), tab=WHAT)


async def threshold(interaction: Itx, args: tuple[str, ...]) -> None:
    """The confidence from which the archive answers in this server."""
    chosen = next((it for it in THRESHOLDS if str(it) in args), None)
    await _change(interaction, lambda now: replace(now, threshold=chosen), tab=WHAT)


async def user_rate(interaction: Itx, args: tuple[str, ...]) -> None:
    """Questions of one user in a minute."""
    await _change(interaction, lambda now: replace(now, user_rate=_rate(args)), tab=WHAT)


async def server_rate(interaction: Itx, args: tuple[str, ...]) -> None:
    """Questions of the server in a minute."""
    await _change(interaction, lambda now: replace(now, server_rate=_rate(args)), tab=WHAT)


def _rate(args: tuple[str, ...]) -> int | None:
    return int(args[0]) if args and args[0].isdecimal() and int(args[0]) > 0 else None


async def _outlets(interaction: Itx) -> list[str]:
    """Every outlet of the archive by name, so that pages stay as they are while articles come in."""
    return sorted(source.name for source in await interaction.client.archive.sources("", EVERY))


async def _change(
    interaction: Itx, change: Callable[[GuildSettings], GuildSettings], page: int = 0, *, tab: str = WHO
) -> None:
    require_admin(interaction)
    if interaction.guild_id is None:
        raise Refused("error.server_only")
    await acknowledge(interaction)
    await _draw(interaction, await _keep(interaction, change), page, tab=tab)


async def _keep(interaction: Itx, change: Callable[[GuildSettings], GuildSettings]) -> GuildSettings:
    """Change what is set, and note what was and what is; what is set now."""
    if interaction.guild_id is None:
        raise Refused("error.server_only")
    before, now = await interaction.client.store.change_guild(interaction.guild_id, change)
    old, new = asdict(before), asdict(now)
    changed = {name: [old[name], new[name]] for name in new if old[name] != new[name]}
    if changed:
        await audit(interaction, "settings", **changed)
    return now


async def _draw(interaction: Itx, now: GuildSettings, page: int = 0, *, tab: str = WHO) -> None:
    t = interaction.client.texts.of(interaction.locale)
    limits = interaction.client.config.discord
    last = await interaction.client.store.last_change(interaction.guild_id) if interaction.guild_id else None
    bounds = Bounds(
        outlets=await _outlets(interaction),
        user_rate=limits.questions_per_minute,
        server_rate=limits.server_questions_per_minute,
    )
    await interaction.edit_original_response(view=settings_view(t, now, bounds, page, tab=tab, last=last))


ACTIONS: dict[str, Handler] = {
    "set_channels": channels,
    "set_tab": show,
    "set_blocked": blocked,
    "set_audit": audited,
    "set_pings": pings,
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
