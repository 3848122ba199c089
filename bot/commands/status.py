"""/status: the archive and the bot at a glance, for administrators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.asking import think
from bot.permissions import require_admin
from bot.views.parts import Handler
from bot.views.status import Gateway, status_view

if TYPE_CHECKING:
    from bot.app import Itx

ACTIONS: dict[str, Handler] = {}


@app_commands.command(description="State of the archive, its index and the bot (administrators)")
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def status(interaction: Itx) -> None:
    require_admin(interaction)
    await think(interaction, private=True)
    bot = interaction.client
    gateway = Gateway(
        latency=bot.latency,
        shards=bot.shard_count or 1,
        guilds=len(bot.guilds),
        started=bot.started,
        reindexing=bot.reindexer.running,
    )
    view = status_view(bot.texts.of(interaction.locale), await bot.archive.status(), gateway)
    await interaction.edit_original_response(view=view)


COMMANDS = (status,)
