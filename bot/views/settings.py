"""/settings as a panel: each control shows what is set and changes it at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import discord
from discord import ui

from bot.store import GuildSettings
from bot.texts import LANGUAGES, Translate
from bot.views import parts
from bot.views.parts import Item, Pick, Press, menu_id, option, small
from bot.views.text import fit_line, plain_line

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
RATES = (1, 2, 3, 5, 10, 20, 30, 60, 120, 300, 600)
_NAMED = 10
WHO, WHAT = "who", "what"  # the halves of the panel


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the archive and the configuration leave to choose: `outlets` by name, rates in questions a minute."""

    outlets: Sequence[str]
    user_rate: int
    server_rate: int


def outlet_pages(outlets: Sequence[str]) -> list[list[str]]:
    """The outlets that can be chosen, a menu's options at a time; a name that cannot be sent whole is left out."""
    usable = [name for name in outlets if option(name, name) is not None]
    return [usable[first : first + parts.MAX_CHOICES] for first in range(0, len(usable), parts.MAX_CHOICES)]


def settings_view(
    t: Translate,
    now: GuildSettings,
    bounds: Bounds,
    page: int = 0,
    *,
    tab: str = WHO,
    last: tuple[int, int] | None = None,
) -> ui.LayoutView:
    """One half of the panel of a server: who may ask and where, or what is answered and how much.

    `page` of the outlets, where they do not fit into one menu. `last`: who changed something last, and when (seconds
    of the epoch).
    """
    items: list[Item] = [
        parts.text(f"### {t('settings.title')}", small(t("settings.note")), small(_last(t, last))),
        parts.row(
            Press("set_tab", WHO, label=t("settings.who"), disabled=tab == WHO),
            Press("set_tab", WHAT, label=t("settings.what"), disabled=tab == WHAT),
        ),
        parts.gap(),
        *(_who(t, now) if tab == WHO else _what(t, now, bounds, page)),
    ]
    return parts.layout(items, parts.PLAIN)


def _who(t: Translate, now: GuildSettings) -> list[Item]:
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
    return [
        parts.text(f"**{t('settings.channels')}**"),
        _channels("set_channels", t("settings.everywhere"), now.channels),
        parts.text(f"**{t('settings.blocked')}**"),
        _channels("set_blocked", t("settings.nowhere"), now.blocked),
        parts.text(f"**{t('settings.roles')}**"),
        _roles("set_roles", t("settings.everybody"), now.roles),
        parts.text(f"**{t('settings.language')}**"),
        parts.row(Pick(languages)),
        parts.text(f"**{t('settings.privacy')}**", t("settings.private" if now.private else "settings.public")),
        parts.row(toggle),
        parts.text(f"**{t('settings.audit')}**"),
        _channels("set_audit", t("settings.no_audit"), () if now.audit is None else (now.audit,), most=1),
    ]


def _roles(action: str, placeholder: str, chosen: Sequence[int]) -> Item:
    select: ui.RoleSelect[ui.LayoutView] = ui.RoleSelect(
        custom_id=menu_id(action),
        placeholder=placeholder,
        min_values=0,
        max_values=25,
        default_values=[discord.Object(number) for number in chosen[:25]],
    )
    return parts.row(Pick(select))


def _channels(action: str, placeholder: str, chosen: Sequence[int], most: int = 25) -> Item:
    kinds = [discord.ChannelType.text, discord.ChannelType.news]
    select: ui.ChannelSelect[ui.LayoutView] = ui.ChannelSelect(
        custom_id=menu_id(action),
        placeholder=placeholder,
        channel_types=kinds if most == 1 else [*kinds, discord.ChannelType.forum],
        min_values=0,
        max_values=most,
        default_values=[discord.Object(number) for number in chosen[:most]],
    )
    return parts.row(Pick(select))


def _what(t: Translate, now: GuildSettings, bounds: Bounds, page: int) -> list[Item]:
    named = ", ".join(fit_line(name, 60) for name in now.sources[:_NAMED])
    rest = len(now.sources) - _NAMED
    seen = " · ".join([named, t("answer.others", n=rest)] if rest > 0 else [named])
    usual = " · ".join(fit_line(name, 90) for name in (now.speaker, now.source) if name)
    rates = ", ".join(f"<@&{role}> {t('panel.rate', n=rate)}" for role, rate in now.role_rates[:_NAMED])
    return [
        parts.text(f"**{t('panel.outlets')}**", small(seen or t("panel.all_outlets"))),
        *_outlets(t, now, bounds.outlets, page),
        parts.text(f"**{t('panel.usual')}**", small(usual or t("panel.no_usual"))),
        parts.text(f"**{t('panel.threshold')}**", small(t("panel.threshold_note"))),
        _choice("set_threshold", t("panel.configured"), [(f"{it:.2f}", str(it)) for it in THRESHOLDS], now.threshold),
        parts.text(f"**{t('panel.user_rate')}**"),
        _rate(t, "set_user_rate", bounds.user_rate, now.user_rate),
        parts.text(f"**{t('panel.role_rates')}**", small(rates or t("panel.no_role_rates"))),
        parts.text(f"**{t('panel.server_rate')}**"),
        _rate(t, "set_server_rate", bounds.server_rate, now.server_rate),
        parts.text(f"**{t('panel.pings')}**"),
        _roles("set_pings", t("settings.nowhere"), now.pings),
    ]


def _last(t: Translate, last: tuple[int, int] | None) -> str:
    return t("settings.last", who=f"<@{last[0]}>", when=f"<t:{last[1]}:R>") if last else ""


def _outlets(t: Translate, now: GuildSettings, outlets: Sequence[str], page: int) -> list[Item]:
    """A menu of several outlets, with buttons to turn its pages where there are more than fit."""
    pages = outlet_pages(outlets)
    if not pages:
        return []
    page = min(max(page, 0), len(pages) - 1)
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=menu_id("set_sources", page),
        placeholder=t("panel.all_outlets"),
        min_values=0,
        max_values=len(pages[page]),
        options=[
            discord.SelectOption(label=plain_line(name, parts.MAX_CHOICE), value=name, default=name in now.sources)
            for name in pages[page]
        ],
    )
    if len(pages) == 1:
        return [parts.row(Pick(select))]
    last = len(pages) - 1
    return [
        parts.row(Pick(select)),
        parts.row(
            Press("set_page", max(page - 1, 0), "p", label=t("button.previous"), disabled=page == 0),
            Press("set_page", min(page + 1, last), "n", label=t("button.more"), disabled=page == last),
        ),
    ]


def _rate(t: Translate, action: str, most: int, chosen: int | None) -> Item:
    """Questions a minute, up to what the configuration allows."""
    rates = sorted({rate for rate in (*RATES, chosen or most) if rate <= most})
    return _choice(action, t("panel.at_most", n=most), [(t("panel.rate", n=rate), str(rate)) for rate in rates], chosen)


def _choice(action: str, default: str, values: Sequence[tuple[str, str]], chosen: float | None) -> Item:
    """A menu of one value, or the configured one."""
    options = [discord.SelectOption(label=default, value="auto", default=chosen is None)]
    options += [
        discord.SelectOption(label=label, value=value, default=chosen is not None and float(value) == chosen)
        for label, value in values
    ]
    select: ui.Select[ui.LayoutView] = ui.Select(custom_id=menu_id(action), options=options)
    return parts.row(Pick(select))
