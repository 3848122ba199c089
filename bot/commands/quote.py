"""/quote: find one exact statement in private, post it in public with its credit."""

from __future__ import annotations

import discord
from discord import app_commands

from bot import asking, scope
from bot.app import Itx
from bot.commands.choices import speaker_choices
from bot.errors import Refused
from bot.views.quote import choose_view, quote_view, statements
from index.model import Question


@app_commands.command(description="Find one exact statement and post it with its credit")
@app_commands.describe(words="What was said, or what it was about", speaker="Only what this person or body said")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.autocomplete(speaker=speaker_choices)
async def quote(
    interaction: Itx,
    words: app_commands.Range[str, 2, 300],
    speaker: app_commands.Range[str, 1, 100] | None = None,
) -> None:
    await asking.admit(interaction)
    await asking.think(interaction, private=True)
    bot = interaction.client
    asked = Question(text=words, speaker=speaker, asked_on=discord.utils.utcnow().date(), limit=asking.MOST)
    answer = await scope.ask(bot, asked, interaction.guild_id)
    row = await asking.keep(interaction, asked, per_page=1)
    view = choose_view(bot.texts.of(interaction.locale), answer.hits if answer.answered else (), row)
    await interaction.edit_original_response(view=view)


async def post(interaction: Itx, args: tuple[str, ...]) -> None:
    """Post a statement in the channel; the private list stays."""
    bot = interaction.client
    await asking.admit(interaction)
    asked = await asking.asked_row(interaction, args[0])
    await asking.think(interaction, private=False)
    found = statements((await scope.ask(bot, asked.question, interaction.guild_id)).hits)
    number = int(args[1])
    if not 1 <= number <= len(found):
        raise Refused("error.outdated")
    t = await asking.public_texts(interaction)
    await interaction.edit_original_response(view=quote_view(t, found[number - 1]))


ACTIONS = {"post": post}
COMMANDS = (quote,)
