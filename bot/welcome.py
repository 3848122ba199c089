"""A short word in a server that the bot has just joined, where it may write."""

from __future__ import annotations

import discord
import structlog

from bot.app import Bot, Part
from bot.views.help import welcome_view

_log = structlog.stdlib.get_logger("onrecord.bot")


class Welcome(Part):
    """Hears that the bot joined a server."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        bot.add_listener(self.joined, "on_guild_join")

    async def joined(self, guild: discord.Guild) -> None:
        """Say what to set, in the channel where the server welcomes its members."""
        self._bot.keep()
        channel = guild.system_channel
        if channel is None:
            return
        try:
            await channel.send(view=welcome_view(self._bot.texts.of(guild.preferred_locale)))
        except discord.HTTPException as error:
            _log.info("no welcome", guild=guild.id, status=error.status, code=error.code)
