"""Deleting an answer: who asked, by its button; who asked and moderators, by a message command."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import discord
from discord import app_commands

from bot import asking
from bot.acknowledge import acknowledge
from bot.app import Handler, Itx
from bot.errors import Refused
from bot.permissions import is_owner
from bot.store import Asked
from bot.views.notices import done_view

_ROW = re.compile(r"o[rs]:[a-z_]+:(\d{1,19})(?::.*)?")


def row_of(message: discord.Message) -> int:
    """The row of the answer that a message of ours shows. Raises Refused for any other message."""
    for component in _walk(message.components):
        found = _ROW.fullmatch(getattr(component, "custom_id", None) or "")
        if found is not None:
            return int(found[1])
    raise Refused("error.no_answer")


async def answer_of(interaction: Itx, message: discord.Message) -> Asked:
    """The question behind a message of the bot. Raises Refused."""
    user = interaction.client.user
    if user is None or message.author.id != user.id:
        raise Refused("error.no_answer")
    return await asking.asked_row(interaction, str(row_of(message)))


async def press(interaction: Itx, args: tuple[str, ...]) -> None:
    """The button under an answer."""
    asked = await asking.asked_row(interaction, args[0])
    _check(interaction, asked)
    await acknowledge(interaction)
    await interaction.delete_original_response()


@app_commands.context_menu(name="Delete this answer")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def delete_answer(interaction: Itx, message: discord.Message) -> None:
    asked = await answer_of(interaction, message)
    _check(interaction, asked)
    await asking.think(interaction, private=True)
    await message.delete()
    t = interaction.client.texts.of(interaction.locale)
    await interaction.edit_original_response(view=done_view(t("answer.deleted")))


def _check(interaction: Itx, asked: Asked) -> None:
    """Pass who asked, who may delete others' messages here, and owners. Raises Refused."""
    if interaction.user.id == asked.user_id or interaction.permissions.manage_messages or is_owner(interaction):
        return
    raise Refused("error.not_yours")


def _walk(components: Any) -> Iterator[Any]:
    for component in components:
        yield component
        yield from _walk(getattr(component, "children", ()))


ACTIONS: dict[str, Handler] = {"delete": press}
COMMANDS = (delete_answer,)
