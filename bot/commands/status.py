"""/status: the archive and the bot at a glance, for administrators."""

from __future__ import annotations

from discord import app_commands

from bot.app import Handler, Itx
from bot.asking import think
from bot.jobs import Reindexer
from bot.permissions import require_admin
from bot.views.status import Gateway, status_view

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
        reindexing=bot.part(Reindexer).running,
    )
    view = status_view(bot.texts.of(interaction.locale), await bot.archive.status(), gateway)
    await interaction.edit_original_response(view=view)


COMMANDS = (status,)
