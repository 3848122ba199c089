"""/feedback export: what people said of the answers, as a file to measure the search with."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.asking import think
from bot.permissions import is_owner, require_admin
from bot.views.notices import plain_view
from bot.views.parts import Handler

if TYPE_CHECKING:
    from bot.app import Itx

ACTIONS: dict[str, Handler] = {}

feedback = app_commands.Group(
    name="feedback",
    description="What people said of the answers (administrators)",
    default_permissions=discord.Permissions(manage_guild=True),
    allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False),
    allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
)


@feedback.command(description="Export this server's feedback as JSON Lines (administrators)")
async def export(interaction: Itx) -> None:
    require_admin(interaction)
    await think(interaction, private=True)
    bot = interaction.client
    # A server's administrators see what was asked in their server; owners see all in a direct message.
    everywhere = interaction.guild_id is None and is_owner(interaction)
    rows = await bot.store.feedback(None if everywhere else interaction.guild_id)
    t = bot.texts.of(interaction.locale)
    if not rows:
        await interaction.edit_original_response(view=plain_view(t("feedback.none")))
        return
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    file = discord.File(io.BytesIO(lines.encode()), filename="feedback.jsonl")
    view = plain_view(t("feedback.exported", n=len(rows)))
    view.add_item(discord.ui.File(file))
    await interaction.edit_original_response(view=view, attachments=[file])


COMMANDS = (feedback,)
