"""The pieces that every message is made of: colours, headings, buttons, and Discord's limits in one place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.views.text import plain_line, width

MAX_TEXT = 4000  # over all text displays of one message
BUDGET = 3900  # what we fill, so that a miscount by Discord costs nothing
MAX_CHOICES = 25
MAX_CHOICE = 100

# Accents go with a word that says the same; nothing is told by colour alone.
ANSWER = 0x3B6EA8
NEAREST = 0xA0793D
WORK = 0x5B5FC7
DONE = 0x3F8F5F
TROUBLE = 0xB23B3B
PLAIN = 0x6B7280

Item = ui.Item[Any]


def button_id(action: str, *args: object) -> str:
    """The custom id of a button: "or:action:arg:arg". Arguments are ids and numbers, never text."""
    return ":".join(["or", action, *map(str, args)])


class Press(ui.DynamicItem[ui.Button[ui.LayoutView]], template=r"or:(?P<action>[a-z_]+)(?P<args>(?::[0-9A-Za-z_-]*)*)"):
    """A button that works after a restart: everything it needs stands in its custom id and in the bot's store.

    What it does is looked up by action in `Bot.actions`; `Bot.press` reports failures as commands do.
    """

    def __init__(
        self,
        action: str,
        *args: object,
        label: str | None = None,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        disabled: bool = False,
    ) -> None:
        self.action = action
        self.args = tuple(map(str, args))
        super().__init__(
            ui.Button(label=label or "…", style=style, disabled=disabled, custom_id=button_id(action, *args))
        )

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Item, match: re.Match[str], /) -> Press:
        """The item that a message of any age brings back."""
        args = tuple(match["args"].split(":")[1:])
        return cls(match["action"], *args, label=getattr(item, "label", None))

    async def callback(self, interaction: discord.Interaction[Any]) -> Any:
        """Do what its action says."""
        await interaction.client.press(interaction, self.action, self.args)


class Pick(ui.DynamicItem[Any], template=r"os:(?P<action>[a-z_]+)(?P<args>(?::[0-9A-Za-z_-]*)*)"):
    """A menu of any kind that works after a restart, as `Press`. What was chosen follows the handler's arguments."""

    def __init__(self, select: Item) -> None:
        super().__init__(select)
        _, self.action, *self.args = self.custom_id.split(":")

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Item, match: re.Match[str], /) -> Pick:
        """The item that a message of any age brings back."""
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> Any:
        """Do what its action says."""
        data: Any = interaction.data or {}
        chosen = (str(value) for value in data.get("values") or ())
        await interaction.client.press(interaction, self.action, (*self.args, *chosen))


def menu_id(action: str, *args: object) -> str:
    """The custom id of a menu: "os:action:arg"."""
    return ":".join(["os", action, *map(str, args)])


def option(label: str, value: str, description: str = "") -> discord.SelectOption | None:
    """One option of a menu; None where its value is too long to be sent back."""
    if not 0 < width(value) <= MAX_CHOICE:
        return None
    return discord.SelectOption(
        label=plain_line(label, MAX_CHOICE) or "…",
        value=value,
        description=plain_line(description, MAX_CHOICE) or None,
    )


def menu(action: str, *args: object, placeholder: str, options: Sequence[discord.SelectOption | None]) -> list[Item]:
    """A row with a menu of at most 25 different options; nothing where none is left."""
    usable = list({found.value: found for found in options if found is not None}.values())[:MAX_CHOICES]
    if not usable:
        return []
    return [row(Pick(ui.Select(custom_id=menu_id(action, *args), placeholder=placeholder, options=usable)))]


def text(*lines: str) -> ui.TextDisplay[Any]:
    """Lines of one text display; empty ones are left out."""
    return ui.TextDisplay("\n".join(part for part in lines if part))


def small(content: str) -> str:
    """Discord's small print; one line only."""
    return f"-# {content}" if content else ""


def gap() -> ui.Separator[Any]:
    """A thin rule between two parts."""
    return ui.Separator(spacing=discord.SeparatorSpacing.small)


def row(*buttons: Item) -> ui.ActionRow[Any]:
    """Up to five buttons."""
    return ui.ActionRow(*buttons)


def layout(items: Sequence[Item], colour: int) -> ui.LayoutView:
    """One message: a container with an accent. Never times out; its buttons are looked up by custom id."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*items, accent_colour=colour))
    return view


def notice(colour: int, *lines: str) -> ui.LayoutView:
    """A message of a few lines."""
    return layout([text(*lines)], colour)
