"""/compare and /changed: two speakers on one topic, and one speaker's earlier and later words on it."""

from __future__ import annotations

from discord import app_commands

from bot import asking, scope, takedown
from bot.app import Handler, Itx
from bot.commands.choices import speaker_choices
from bot.commands.people import MOST
from bot.views.compare import EACH, Group, compare_view
from bot.views.entries import once
from index.model import Question, TimelineEntry

ACTIONS: dict[str, Handler] = {}


@app_commands.command(description="What two speakers said on a topic, side by side")
@app_commands.describe(
    first="One person or body",
    second="The other",
    topic="What they spoke of",
    private="Show the answer to you alone",
)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.autocomplete(first=speaker_choices, second=speaker_choices)
async def compare(
    interaction: Itx,
    first: app_commands.Range[str, 1, 100],
    second: app_commands.Range[str, 1, 100],
    topic: app_commands.Range[str, 1, 200],
    private: bool | None = None,
) -> None:
    await _begin(interaction, topic, private)
    groups: list[Group] = []
    for name in (first, second):
        said = await _said(interaction, name, topic)
        groups.append((name, said[-EACH:], len(said)))
    await _show(interaction, f"{first} · {second} · {topic}", groups, (first, second))


@app_commands.command(description="What a speaker said on a topic at first, and what of late")
@app_commands.describe(speaker="The person or body", topic="What they spoke of", private="Show the answer to you alone")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.autocomplete(speaker=speaker_choices)
async def changed(
    interaction: Itx,
    speaker: app_commands.Range[str, 1, 100],
    topic: app_commands.Range[str, 1, 200],
    private: bool | None = None,
) -> None:
    await _begin(interaction, topic, private)
    said = await _said(interaction, speaker, topic)
    half = min(EACH, (len(said) + 1) // 2)
    t = interaction.client.texts.of(interaction.locale)
    earlier, later = said[:half], said[half:][-EACH:]
    total = len(said)
    groups: list[Group] = [(t("button.earlier"), earlier, total), (t("button.later"), later, total)]
    await _show(interaction, f"{speaker} · {topic}", groups, (speaker,))


async def _begin(interaction: Itx, topic: str, private: bool | None) -> None:
    asking.check_words(topic, named=True)
    await asking.admit(interaction)
    await asking.think(interaction, private=await asking.is_private(interaction, private))


async def _said(interaction: Itx, speaker: str, topic: str) -> list[TimelineEntry]:
    """A speaker's dated statements on a topic, the earliest first. Raises NotFound."""
    sources = await scope.sources_of(interaction.client, interaction.guild_id)
    found = await interaction.client.archive.timeline(speaker, topic, sources=sources, limit=MOST)
    return once(entry for entry in found.entries if entry.article.date is not None)


async def _show(interaction: Itx, title: str, groups: list[Group], names: tuple[str, ...]) -> None:
    bot = interaction.client
    # Kept for its menu alone: without its channel, so that no follow-up question takes it for a conversation.
    row = await bot.store.add_asked(
        Question(text=""), per_page=1, user_id=interaction.user.id, guild_id=interaction.guild_id, channel_id=None
    )
    view = compare_view(bot.texts.of(interaction.locale), title, groups, row, names)
    message = await interaction.edit_original_response(view=view)
    shown = [entry for _, entries, _ in groups for entry in entries]
    await takedown.note(bot, message, takedown.of_entries(shown))


COMMANDS = (compare, changed)
