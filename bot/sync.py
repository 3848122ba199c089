"""Telling Discord about the commands, only when asked to and only when something changed; the invite links."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from typing import Any

import discord

from bot.app import Bot

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    read_message_history=True,
    attach_files=True,
)


async def payload(bot: Bot) -> list[dict[str, Any]]:
    """What Discord would be told: names, descriptions, options, translations, permissions."""
    translator = bot.tree.translator
    return [
        await command.get_translated_payload(bot.tree, translator) if translator else command.to_dict(bot.tree)
        for command in bot.tree.get_commands()
    ]


def hash_of(payload: list[dict[str, Any]]) -> str:
    """A hash of what Discord is told."""
    return hashlib.sha256(json.dumps(payload, sort_keys=True, default=str).encode()).hexdigest()


async def synchronise(bot: Bot, *, guild_id: int | None, force: bool = False) -> int | None:
    """Tell Discord the commands, globally or for one server; how many, or None when it knows them already.

    A bulk overwrite; must follow login. Raises discord.HTTPException.
    """
    key = f"sync:{bot.application_id}:{guild_id or 'global'}"
    current = hash_of(await payload(bot))
    if not force and await bot.store.meta(key) == current:
        return None
    guild = discord.Object(guild_id) if guild_id else None
    if guild is not None:
        bot.tree.copy_global_to(guild=guild)
    synced = await bot.tree.sync(guild=guild)
    await bot.store.set_meta(key, current)
    return len(synced)


def application_id(token: str) -> int | None:
    """The application's id, which is the token's first part in base64; None where it is not."""
    first = token.partition(".")[0]
    try:
        decoded = base64.b64decode(first + "=" * (-len(first) % 4), altchars=b"-_", validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    return int(decoded) if decoded.isdigit() and 15 <= len(decoded) <= 20 else None


def invite_link(application: int) -> str:
    """The link that adds the bot to a server, with the permissions that it needs and no more."""
    return discord.utils.oauth_url(application, permissions=PERMISSIONS, scopes=("bot", "applications.commands"))


def install_link(application: int) -> str:
    """The link by which a user takes the app along into every server and conversation."""
    url = discord.utils.oauth_url(application, scopes=("applications.commands",))
    return f"{url}&integration_type=1"
