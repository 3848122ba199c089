"""Who may use the administrators' commands: a real check, because Discord's own settings are only a default."""

from __future__ import annotations

from bot.app import Itx
from bot.errors import Refused


def is_owner(interaction: Itx) -> bool:
    """Whether the user stands in `discord.owners` of the configuration."""
    return interaction.user.id in interaction.client.config.discord.owners


def administers(interaction: Itx) -> bool:
    """Whether `require_admin` lets the user pass."""
    try:
        require_admin(interaction)
    except Refused:
        return False
    return True


def require_admin(interaction: Itx) -> None:
    """Pass owners anywhere, and who may manage a server that the bot is a member of. Raises Refused.

    Without the membership anybody could install the app for themselves and administer it from a server of
    their own.
    """
    if is_owner(interaction):
        return
    if interaction.guild_id is None:
        raise Refused("error.server_only")
    if interaction.client.get_guild(interaction.guild_id) is None or not interaction.permissions.manage_guild:
        raise Refused("error.not_admin")
