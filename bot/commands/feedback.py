"""/feedback export: what people said of the answers, as a file to measure the search with."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands

from bot import scope
from bot.app import Handler, Itx
from bot.asking import think, who_asks
from bot.audit import audit
from bot.permissions import is_owner, require_admin
from bot.questions import as_question, confirmed
from bot.store import load_question
from bot.views.notices import plain_view

ACTIONS: dict[str, Handler] = {}
_MOST = 200  # questions that one export asks again

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
    questions = await _questions(interaction, rows)
    files = [_file("feedback.jsonl", rows)] + ([_file("questions.jsonl", questions)] if questions else [])
    lines = [t("feedback.exported", n=len(rows))]
    if questions:
        lines.append(t("feedback.as_questions", n=len(questions)))
    view = plain_view(*lines)
    for file in files:
        view.add_item(discord.ui.File(file))
    await audit(interaction, "feedback_export", rows=len(rows))
    await interaction.edit_original_response(view=view, attachments=files)


async def _questions(interaction: Itx, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The latest confirmed questions as a question set; asked again, because feedback keeps no passages."""
    found: dict[str, dict[str, Any]] = {}
    for row in [row for row in rows if confirmed(row)][-_MOST:]:
        asked = load_question(json.dumps(row["question"]))
        answer = await scope.ask(interaction.client, asked, who_asks(interaction)) if row["answered"] else None
        line = as_question(row, answer)
        if line is not None:
            found[json.dumps([line["question"], line["speaker"], line["asked_on"]])] = line
    return list(found.values())


def _file(name: str, rows: Sequence[dict[str, Any]]) -> discord.File:
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    return discord.File(io.BytesIO(lines.encode()), filename=name)


COMMANDS = (feedback,)
