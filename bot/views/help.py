"""What the bot answers, and the three things that a server's administrators set."""

from __future__ import annotations

from discord import ui

from bot.texts import Translate
from bot.views import parts
from bot.views.parts import Item

_ASK = ("help.ask", "help.timeline", "help.compare", "help.quote", "help.watch", "help.more")
_SET = ("help.set_channels", "help.set_outlets", "help.set_private")


def help_view(t: Translate, *, administrator: bool) -> ui.LayoutView:
    """For whoever asks; `administrator` sees what to set too."""
    items: list[Item] = [parts.text(f"### {t('help.title')}", *(t(key) for key in _ASK))]
    if administrator:
        items += [parts.gap(), _settings(t)]
    return parts.layout(items, parts.PLAIN)


def welcome_view(t: Translate) -> ui.LayoutView:
    """In a server that the bot has just joined."""
    return parts.layout([parts.text(f"### {t('help.welcome')}", t("help.ask")), parts.gap(), _settings(t)], parts.PLAIN)


def _settings(t: Translate) -> Item:
    return parts.text(t("help.set"), *(f"{n}\\. {t(key)}" for n, key in enumerate(_SET, start=1)))
