"""/brief: what was said since a date, for a channel's morning."""

from __future__ import annotations

import datetime as dt

import discord
from discord import app_commands

from bot import asking, scope, takedown
from bot.app import Handler, Itx
from bot.commands.choices import source_choices, speaker_choices
from bot.store import Asked
from bot.views.brief import brief_view
from index.model import Question

MOST = 300  # statements that one brief holds


@app_commands.command(description="What was said since a date, by speaker")
@app_commands.describe(
    since="First day: yesterday (if left out), 2022-04-05, last week",
    speaker="Only what this person or body said",
    source="Only articles of this outlet",
    private="Show the answer to you alone",
)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.autocomplete(source=source_choices, speaker=speaker_choices)
async def brief(
    interaction: Itx,
    since: app_commands.Range[str, 1, 40] | None = None,
    speaker: app_commands.Range[str, 1, 100] | None = None,
    source: app_commands.Range[str, 1, 100] | None = None,
    private: bool | None = None,
) -> None:
    first = asking.read_day("since", since, last=False) or discord.utils.utcnow().date() - dt.timedelta(days=1)
    await asking.admit(interaction)
    await asking.think(interaction, private=await asking.is_private(interaction, private))
    named = Question(text="", speaker=speaker, source=source, since=first)
    asked = await scope.with_defaults(interaction.client, named, interaction.guild_id)
    # Kept for its buttons alone: without its channel, so that no follow-up question takes it for a conversation.
    row = await interaction.client.store.add_asked(
        asked, per_page=1, user_id=interaction.user.id, guild_id=interaction.guild_id, channel_id=None
    )
    await _show(interaction, asked, row, 0)


async def turn(interaction: Itx, args: tuple[str, ...]) -> None:
    """Another page."""
    interaction.client.limits.press(interaction)
    found: Asked = await asking.asked_row(interaction, args[0])
    await asking.in_place(interaction, found)
    await _show(interaction, found.question, found.id, asking.number(args[1]))


async def _show(interaction: Itx, asked: Question, row: int, page: int) -> None:
    bot = interaction.client
    since = asked.since or dt.date.min
    sources = await scope.sources_of(bot, interaction.guild_id)
    entries = await bot.archive.said(
        speaker=asked.speaker, source=asked.source, since=since, sources=sources, limit=MOST
    )
    total = None
    if len(entries) >= MOST:
        some = await bot.archive.statements(
            speaker=asked.speaker, source=asked.source, since=since, sources=sources, limit=1
        )
        total = some.total
    last = None if entries else (await bot.archive.status()).last
    t = bot.texts.of(interaction.locale)
    named = " · ".join(piece for piece in (asked.speaker, asked.source) if piece)
    view = brief_view(t, entries, row, page, since=since, last=last, of=named, total=total)
    message = await interaction.edit_original_response(view=view)
    await takedown.note(bot, message, takedown.of_entries(entries))


ACTIONS: dict[str, Handler] = {"brief_page": turn}
COMMANDS = (brief,)
