"""/help: what one can ask, in private; for administrators, what to set."""

from __future__ import annotations

from discord import app_commands

from bot.app import Handler, Itx
from bot.asking import think
from bot.permissions import administers
from bot.views.help import help_view

ACTIONS: dict[str, Handler] = {}


@app_commands.command(name="help", description="What this bot answers, and how to ask")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def help_(interaction: Itx) -> None:
    await think(interaction, private=True)
    t = interaction.client.texts.of(interaction.locale)
    await interaction.edit_original_response(view=help_view(t, administrator=administers(interaction)))


COMMANDS = (help_,)
