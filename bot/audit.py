"""What administrators did: one line in the log and one row in the store for each act, kept a year."""

from __future__ import annotations

import json
import time

import structlog

from bot.app import Itx

_log = structlog.stdlib.get_logger("onrecord.bot")


async def audit(interaction: Itx, act: str, /, **details: object) -> None:
    """Note that an administrator did `act` ("ingest", "reindex", "settings", "watch_remove", "zone").

    `details` are numbers, names of options and ids; never what somebody asked.
    """
    written = json.dumps(details, default=str, sort_keys=True, ensure_ascii=True)
    by, guild = interaction.user.id, interaction.guild_id
    await interaction.client.store.add_audit(act, actor=by, guild_id=guild, details=written, now=int(time.time()))
    _log.info("audit", act=act, by=by, guild=guild, **{f"of_{name}": value for name, value in details.items()})
