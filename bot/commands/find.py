"""The message command "Find sources for this": who said that, where and when, or that nobody did."""

from __future__ import annotations

import discord
from discord import app_commands

from bot import asking
from bot.app import Handler, Itx
from bot.errors import Refused
from bot.views.text import line
from index.model import Question

ACTIONS: dict[str, Handler] = {}
_LONGEST = 500


@app_commands.context_menu(name="Find sources for this")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def find_sources(interaction: Itx, message: discord.Message) -> None:
    words = line(message.content)
    if not words:
        raise Refused("error.no_text")
    shown = interaction.client.config.search.limit
    asked = Question(text=words[:_LONGEST], asked_on=discord.utils.utcnow().date(), limit=asking.depth(shown))
    await asking.ask_and_show(interaction, asked, per_page=shown, private=True)


COMMANDS = (find_sources,)
