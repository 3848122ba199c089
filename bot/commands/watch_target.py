"""Where a new watch may speak, whom it may call, and whether it can ever say anything."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import discord

from bot.app import Itx
from bot.asking import check_settings, roles_of
from bot.errors import Refused
from bot.store import GuildSettings
from bot.texts import Translate
from bot.views.dates import day
from bot.views.text import fit_line
from index.model import Query, Question

Speaking = discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.ForumChannel


@dataclass(frozen=True, slots=True)
class Target:
    """A channel, None for a direct message, and how it is spoken in."""

    channel: int | None
    role: int | None
    publish: bool
    threaded: bool


def target(
    interaction: Itx,
    settings: GuildSettings,
    *,
    direct: bool,
    channel: Speaking | None,
    role: discord.Role | None,
    publish: bool,
    threaded: bool,
) -> Target:
    """What was chosen, where the user and the bot may do it. Raises Refused."""
    if interaction.guild_id is None or direct:
        if channel is not None or role is not None or publish or threaded:
            raise Refused("watch.error_direct")
        return Target(None, None, False, False)
    guild = interaction.client.get_guild(interaction.guild_id)
    if guild is None:
        raise Refused("error.server_only")
    place = channel or interaction.channel
    if not isinstance(place, Speaking) or not isinstance(interaction.user, discord.Member):
        raise Refused("error.no_channel")
    theirs = interaction.permissions if channel is None else place.permissions_for(interaction.user)
    ours = interaction.app_permissions if channel is None else place.permissions_for(guild.me)
    if channel is not None and not interaction.permissions.manage_guild:  # this one is held against them when asking
        places = {place.id, getattr(place, "parent_id", None)}
        check_settings(settings, places=places, roles=roles_of(interaction.user))
    for who, key in ((theirs, "watch.error_write"), (ours, "error.forbidden")):
        if not _may_write(who, place):
            raise Refused(key)
    if role is not None and role.id not in settings.pings:
        raise Refused("watch.error_role")
    news = isinstance(place, discord.TextChannel) and place.is_news()
    if publish and not news:
        raise Refused("watch.error_publish")
    if publish and not theirs.manage_messages:
        raise Refused("watch.error_publish_right")
    if threaded and isinstance(place, discord.TextChannel) and not ours.create_public_threads:
        raise Refused("watch.error_thread")
    return Target(place.id, role.id if role else None, publish, threaded and not isinstance(place, discord.Thread))


def _may_write(who: discord.Permissions, place: Speaking) -> bool:
    if not who.view_channel:
        return False
    return who.send_messages_in_threads if isinstance(place, discord.Thread) else who.send_messages


def never(t: Translate, asked: Question, read: Query | None, settings: GuildSettings, today: dt.date) -> list[str]:
    """Why a watch can tell nothing, as far as that is known now."""
    why: list[str] = []
    outlets = [asked.source] if asked.source else list(read.sources) if read else []
    if settings.sources and outlets and not set(outlets) & set(settings.sources):
        why.append(t("watch.hidden", name=fit_line(", ".join(outlets), 80)))
    if read is not None and read.until is not None and read.until < today:
        why.append(t("watch.past", day=day(t, read.until)))
    return why
