"""/settings as a panel: each control shows what is set and changes it at once."""

from __future__ import annotations

import discord
from discord import ui

from bot.store import GuildSettings
from bot.texts import LANGUAGES, Translate
from bot.views import parts
from bot.views.parts import Item, Pick, Press, menu_id, small


def settings_view(t: Translate, now: GuildSettings) -> ui.LayoutView:
    """The panel of one server."""
    channels: ui.ChannelSelect[ui.LayoutView] = ui.ChannelSelect(
        custom_id=menu_id("set_channels"),
        placeholder=t("settings.everywhere"),
        channel_types=[discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum],
        min_values=0,
        max_values=25,
        default_values=[discord.Object(number) for number in now.channels[:25]],
    )
    roles: ui.RoleSelect[ui.LayoutView] = ui.RoleSelect(
        custom_id=menu_id("set_roles"),
        placeholder=t("settings.everybody"),
        min_values=0,
        max_values=25,
        default_values=[discord.Object(number) for number in now.roles[:25]],
    )
    languages: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=menu_id("set_language"),
        options=[
            discord.SelectOption(
                label=t(f"settings.languages.{name}"), value=name, default=(now.language or "auto") == name
            )
            for name in ("auto", *LANGUAGES)
        ],
    )
    other = not now.private
    toggle = Press("set_private", int(other), label=t("settings.make_private" if other else "settings.make_public"))
    items: list[Item] = [
        parts.text(f"### {t('settings.title')}", small(t("settings.note"))),
        parts.gap(),
        parts.text(f"**{t('settings.channels')}**"),
        parts.row(Pick(channels)),
        parts.text(f"**{t('settings.roles')}**"),
        parts.row(Pick(roles)),
        parts.text(f"**{t('settings.language')}**"),
        parts.row(Pick(languages)),
        parts.text(f"**{t('settings.privacy')}**", t("settings.private" if now.private else "settings.public")),
        parts.row(toggle),
    ]
    return parts.layout(items, parts.PLAIN)
