"""Cooldowns of users and servers, kept on the bot so that two bots in one process never share them."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Any

import discord
from discord.ext import commands

from bot.errors import Refused
from bot.store import GuildSettings
from index.config import Discord

_WINDOW = 60.0  # seconds
_COMPLETIONS = 240  # one for every keystroke of somebody who types fast
_BUTTONS = 3  # a press on an answer costs a third of a question


class Limits:
    """Questions per minute of one user and of one server. A server may set less for itself, and never more."""

    def __init__(self, settings: Discord) -> None:
        self._questions = _mapping(settings.questions_per_minute)
        self._presses = _mapping(settings.questions_per_minute * _BUTTONS)
        self._completions = _mapping(_COMPLETIONS)
        self._servers = commands.CooldownMapping[int].from_cooldown(
            settings.server_questions_per_minute, _WINDOW, lambda guild_id: guild_id
        )
        self._own: dict[tuple[str, int], tuple[int, commands.CooldownMapping[int]]] = {}

    def take_for(
        self, user_id: int, guild_id: int | None, settings: GuildSettings, roles: Collection[int] = ()
    ) -> None:
        """Count one question of a user in a server, or in none. Raises Refused with the seconds to wait.

        Of the member's `roles` that have a rate the most generous counts, in place of the one for all members.
        """
        if guild_id is not None:
            own = max(((rate, role) for role, rate in settings.role_rates if role in roles), default=None)
            if own is None:
                self._take_own("user", guild_id, settings.user_rate, user_id)
            else:
                self._take_own(f"role {own[1]}", guild_id, own[0], user_id)
            self._take_own("server", guild_id, settings.server_rate, guild_id)
        _take(self._questions, user_id, "error.cooldown_user")
        if guild_id is not None:
            _take(self._servers, guild_id, "error.cooldown_server")

    def _take_own(self, kind: str, guild_id: int, rate: int | None, key: int) -> None:
        """Count one question against what a server set for itself; a new rate starts to count anew."""
        if rate is None:
            self._own.pop((kind, guild_id), None)
            return
        known = self._own.get((kind, guild_id))
        if known is None or known[0] != rate:
            known = self._own[kind, guild_id] = (rate, _mapping(rate))
        _take(known[1], key, "error.cooldown_server" if kind == "server" else "error.cooldown_user")

    def press(self, interaction: discord.Interaction[Any]) -> None:
        """Count one press of a button. Raises Refused."""
        _take(self._presses, interaction.user.id, "error.cooldown_user")

    def complete(self, user_id: int) -> bool:
        """Count one completion of an option while it is typed; whether it may be looked up."""
        return self._completions.update_rate_limit(user_id) is None


def _mapping(rate: int) -> commands.CooldownMapping[int]:
    return commands.CooldownMapping[int].from_cooldown(rate, _WINDOW, lambda user_id: user_id)


def _take(mapping: commands.CooldownMapping[int], key: int, text: str) -> None:
    wait = mapping.update_rate_limit(key)
    if wait is not None:
        raise Refused(text, n=max(1, math.ceil(wait)))
