"""What administrators did: for each act one line in the log, one row in the store, which is kept a year, and, where
the server wants it, one message in a channel of its choice.
"""

from __future__ import annotations

import json
import time
from typing import Any

import discord
import structlog

from bot.app import Itx
from bot.views.audit import audit_view

_log = structlog.stdlib.get_logger("onrecord.bot")


async def audit(interaction: Itx, act: str, /, **details: object) -> None:
    """Note that an administrator did `act` ("ingest", "reindex", "settings", "watch_remove", "zone").

    `details` are numbers, names of options and ids; never what somebody asked.
    """
    bot, by, guild = interaction.client, interaction.user.id, interaction.guild_id
    written = json.dumps(details, default=str, sort_keys=True, ensure_ascii=True)
    await bot.store.add_audit(act, actor=by, guild_id=guild, details=written, now=int(time.time()))
    _log.info("audit", act=act, by=by, guild=guild, **{f"of_{name}": value for name, value in details.items()})
    settings = await bot.store.guild(guild)
    if guild is None or settings.audit is None:
        return
    t = bot.texts.of(settings.language or interaction.guild_locale)
    told: dict[str, Any] = json.loads(written)
    try:
        channel = bot.get_partial_messageable(settings.audit, guild_id=guild)
        await channel.send(view=audit_view(t, act, by, told))
    except (discord.DiscordException, OSError) as error:  # the act was done and is kept; the channel may be gone
        _log.warning("the audit could not be posted", guild=guild, error=str(error)[:200])
