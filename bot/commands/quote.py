"""/quote: find one exact statement in private, post it in public with its credit."""

from __future__ import annotations

import discord
from discord import app_commands

from bot import asking, scope, showing, takedown
from bot.acknowledge import acknowledge
from bot.app import Itx
from bot.commands.choices import speaker_choices
from bot.errors import Refused
from bot.views.quote import choose_view, quote_view
from index.model import Question


@app_commands.command(description="Find one exact statement and post it with its credit")
@app_commands.describe(
    words="What was said, or what it was about",
    speaker="Only what this person or body said",
    said_since="First day on which it was said, whenever it was published",
    said_until="Last day on which it was said, inclusive",
)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.autocomplete(speaker=speaker_choices)
async def quote(
    interaction: Itx,
    words: app_commands.Range[str, 2, 300],
    speaker: app_commands.Range[str, 1, 100] | None = None,
    said_since: app_commands.Range[str, 1, 40] | None = None,
    said_until: app_commands.Range[str, 1, 40] | None = None,
) -> None:
    first, last = asking.read_window(said_since, said_until, "said_")
    asking.check_words(words, named=speaker is not None)
    await asking.admit(interaction, searching=True)
    await asking.think(interaction, private=True)
    bot = interaction.client
    asked = Question(
        text=words,
        speaker=speaker,
        said_since=first,
        said_until=last,
        asked_on=discord.utils.utcnow().date(),
        limit=asking.MOST,
    )
    asked = await scope.with_defaults(bot, asked, interaction.guild_id)
    answer, pinned = await showing.ask(bot, asked, asking.who_asks(interaction))
    row = await asking.keep(interaction, asked, per_page=1, pinned=pinned)
    view = choose_view(bot.texts.of(interaction.locale), answer.hits if answer.answered else (), row)
    await interaction.edit_original_response(view=view)


async def post(interaction: Itx, args: tuple[str, ...]) -> None:
    """Post the statement that stands beside the button in the channel, once; the private list stays."""
    bot, guild = interaction.client, interaction.guild_id
    bot.limits.press(interaction)
    asked = await asking.asked_row(interaction, args[0])
    await acknowledge(interaction)
    rank = asking.number(args[1])
    hit = await showing.one(bot, await showing.pinned(bot, asked, guild), rank)
    before = await bot.store.claim_post(asked.id, rank)
    if before is not None:
        raise Refused("quote.posted", link=before)
    try:
        t = await asking.public_texts(interaction)
        sent = await interaction.followup.send(view=quote_view(t, hit), wait=True)
    except BaseException:
        await bot.store.set_post(asked.id, rank, None)
        raise
    await bot.store.set_post(asked.id, rank, sent.jump_url)
    await takedown.note(bot, sent, takedown.of_hits([hit]))


ACTIONS = {"post": post}
COMMANDS = (quote,)
