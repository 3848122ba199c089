"""/reindex: read the archive's folders again, for administrators."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.app import Itx
from bot.asking import public_texts, think
from bot.audit import audit
from bot.errors import Refused
from bot.jobs import Reindexer
from bot.permissions import require_admin
from bot.views.notices import done_view


async def cancel(interaction: Itx, args: tuple[str, ...]) -> None:
    """The cancel button of the progress message."""
    require_admin(interaction)
    if not interaction.client.part(Reindexer).cancel():
        raise Refused("error.nothing_runs")
    await audit(interaction, "cancel")
    t = interaction.client.texts.of(interaction.locale)
    await interaction.response.send_message(view=done_view(t("reindex.stop_asked")), ephemeral=True)


ACTIONS = {"reindex_cancel": cancel}


@app_commands.command(description="Read the archive's folders again and rebuild what changed (administrators)")
@app_commands.describe(
    full="Rebuild everything, not only what changed",
    yes="Also where more than a tenth of the archive would go, because its files have gone",
)
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def reindex(interaction: Itx, full: bool = False, yes: bool = False) -> None:
    require_admin(interaction)
    await think(interaction, private=True)
    channel = interaction.channel
    if not isinstance(channel, discord.abc.Messageable):
        raise Refused("error.no_channel")
    bot = interaction.client
    public = await public_texts(interaction)
    link = await bot.part(Reindexer).start(channel, public, full=full, yes=yes)
    await audit(interaction, "reindex", full=full, yes=yes)
    t = bot.texts.of(interaction.locale)
    await interaction.edit_original_response(view=done_view(t("reindex.started", link=link)))


COMMANDS = (reindex,)
