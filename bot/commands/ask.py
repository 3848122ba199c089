"""/ask: a question to the archive, with filters, answered in one message."""

from __future__ import annotations

import discord
from discord import app_commands

from bot import asking
from bot.app import Itx
from bot.commands.choices import source_choices, speaker_choices
from index.model import Question

ACTIONS = {
    "page": asking.show_page,
    "glance": asking.show_glance,
    "open": asking.show_open,
    "back": asking.show_glance,
    "again": asking.ask_again,
}


@app_commands.command(description="Ask the archive who said what, when and where")
@app_commands.describe(
    question="What you want to know, in your own words",
    speaker="Only what this person or body said",
    source="Only articles of this outlet",
    since="First day of publication: 2022-04-05, April 2022, last month",
    until="Last day of publication, inclusive: 2022-04-30, April 2022, yesterday",
    said_since="First day on which it was said, whenever it was published",
    said_until="Last day on which it was said, inclusive",
    limit="At most so many passages; without it, more come page by page",
    private="Show the answer to you alone",
    everything="Ask the whole archive, not this server's usual speaker and outlet",
)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.autocomplete(source=source_choices, speaker=speaker_choices)
async def ask(
    interaction: Itx,
    question: app_commands.Range[str, 2, 500],
    speaker: app_commands.Range[str, 1, 100] | None = None,
    source: app_commands.Range[str, 1, 100] | None = None,
    since: app_commands.Range[str, 1, 40] | None = None,
    until: app_commands.Range[str, 1, 40] | None = None,
    said_since: app_commands.Range[str, 1, 40] | None = None,
    said_until: app_commands.Range[str, 1, 40] | None = None,
    limit: app_commands.Range[int, 1, 25] | None = None,
    private: bool | None = None,
    everything: bool = False,
) -> None:
    first, last = asking.read_window(since, until)
    said = asking.read_window(said_since, said_until, "said_")
    shown = limit or interaction.client.config.search.limit
    asked = Question(
        text=question,
        speaker=speaker,
        source=source,
        since=first,
        until=last,
        said_since=said[0],
        said_until=said[1],
        asked_on=discord.utils.utcnow().date(),
        limit=limit or asking.depth(shown),
    )
    await asking.ask_and_show(interaction, asked, per_page=shown, private=private, defaults=not everything)


COMMANDS = (ask,)
