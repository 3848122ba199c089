"""/speakers, /sources and /timeline: what the archive holds, by person, by outlet and by date."""

from __future__ import annotations

from discord import app_commands

from bot import asking, scope
from bot.app import Handler, Itx
from bot.charts import Charts
from bot.commands.choices import source_choices, speaker_choices
from bot.errors import Refused
from bot.views.lists import SHOWN, sources_view, speakers_view
from index.model import Question, Timeline

MOST = 500  # statements that one timeline holds


@app_commands.command(description="Who speaks in the archive")
@app_commands.describe(search="Part of a name")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def speakers(interaction: Itx, search: app_commands.Range[str, 1, 100] | None = None) -> None:
    bot = interaction.client
    await asking.admit(interaction)
    await asking.think(interaction, private=True)
    found = await bot.archive.speakers(search or "", SHOWN + 1, await scope.sources_of(bot, interaction.guild_id))
    view = speakers_view(bot.texts.of(interaction.locale), found, search or "")
    await interaction.edit_original_response(view=view)


@app_commands.command(description="The outlets of the archive")
@app_commands.describe(search="Part of a name")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def sources(interaction: Itx, search: app_commands.Range[str, 1, 100] | None = None) -> None:
    bot = interaction.client
    await asking.admit(interaction)
    await asking.think(interaction, private=True)
    found = await scope.outlets(bot, search or "", SHOWN + 1, interaction.guild_id)
    view = sources_view(bot.texts.of(interaction.locale), found, search or "")
    await interaction.edit_original_response(view=view)


@app_commands.command(description="What one speaker said, by date")
@app_commands.describe(
    speaker="The person or body",
    topic="Only statements on this",
    source="Only articles of this outlet",
    since="First day of publication: 2022-04-05, April 2022, last month",
    until="Last day of publication, inclusive: 2022-04-30, April 2022, yesterday",
    said_since="First day on which it was said, whenever it was published",
    said_until="Last day on which it was said, inclusive",
    private="Show the answer to you alone",
)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.autocomplete(source=source_choices, speaker=speaker_choices)
async def timeline(
    interaction: Itx,
    speaker: app_commands.Range[str, 1, 100],
    topic: app_commands.Range[str, 1, 200] | None = None,
    source: app_commands.Range[str, 1, 100] | None = None,
    since: app_commands.Range[str, 1, 40] | None = None,
    until: app_commands.Range[str, 1, 40] | None = None,
    said_since: app_commands.Range[str, 1, 40] | None = None,
    said_until: app_commands.Range[str, 1, 40] | None = None,
    private: bool | None = None,
) -> None:
    first, last = asking.read_window(since, until)
    said = asking.read_window(said_since, said_until, "said_")
    await asking.admit(interaction)
    await asking.think(interaction, private=await asking.is_private(interaction, private))
    asked = Question(
        text=topic or "",
        speaker=speaker,
        source=source,
        since=first,
        until=last,
        said_since=said[0],
        said_until=said[1],
    )
    await show_timeline(interaction, await scope.with_defaults(interaction.client, asked, interaction.guild_id))


async def show_timeline(interaction: Itx, asked: Question) -> None:
    """Fill the place of the answer with the latest of a speaker's statements. Raises NotFound."""
    bot = interaction.client
    found = await timeline_of(interaction, asked)
    # Kept for its buttons alone: without its channel, so that no follow-up question takes it for a conversation.
    row = await bot.store.add_asked(
        asked, per_page=1, user_id=interaction.user.id, guild_id=interaction.guild_id, channel_id=None
    )
    await bot.part(Charts).show(interaction, bot.texts.of(interaction.locale), found, row)


async def turn(interaction: Itx, args: tuple[str, ...]) -> None:
    """Older or newer statements of a timeline."""
    bot = interaction.client
    bot.limits.press(interaction)
    asked = await asking.asked_row(interaction, args[0])
    page = asking.number(args[1])
    await asking.in_place(interaction, asked)
    found = await timeline_of(interaction, asked.question)
    await bot.part(Charts).show(interaction, bot.texts.of(interaction.locale), found, asked.id, page)


async def timeline_of(interaction: Itx, asked: Question) -> Timeline:
    """The timeline of a question that is kept. Raises Refused, NotFound."""
    sources = await scope.sources_of(interaction.client, interaction.guild_id)
    if asked.speaker is None:
        raise Refused("error.outdated")
    return await interaction.client.archive.timeline(
        asked.speaker,
        asked.text,
        source=asked.source,
        since=asked.since,
        until=asked.until,
        said_since=asked.said_since,
        said_until=asked.said_until,
        sources=sources,
        limit=MOST,
    )


ACTIONS: dict[str, Handler] = {"timeline": turn}
COMMANDS = (speakers, sources, timeline)
