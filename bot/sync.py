"""Telling Discord about the commands, only when asked to and only when something changed; the invite links."""

from __future__ import annotations

import base64
import binascii
from typing import Any, cast

import discord
from discord.http import Route

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


async def known(bot: Bot, guild_id: int | None) -> list[dict[str, Any]]:
    """What Discord has now, with all translations, which it leaves out unless it is asked for them."""
    where = f"/guilds/{guild_id}" if guild_id else ""
    route = Route("GET", "/applications/{application_id}" + where + "/commands", application_id=bot.application_id)
    return list(await bot.http.request(route, params={"with_localizations": "true"}))


def same(ours: Any, theirs: Any) -> bool:
    """Whether Discord has what we would tell it. It adds ids and defaults; what we leave out or leave empty it may have
    or not, but for translations, options and choices, which must be ours alone."""
    if isinstance(ours, dict):
        mine = {name: value for name, value in cast(dict[str, Any], ours).items() if not _empty(value)}
        had = cast(dict[str, Any], theirs) if isinstance(theirs, dict) else {}
        extra = {name for name in _WHOLE if not _empty(had.get(name)) and name not in mine}
        return not extra and all(same(value, had.get(name)) for name, value in mine.items())
    if isinstance(ours, list):
        some, had = cast(list[Any], ours), cast(list[Any], theirs or [])
        if some and isinstance(some[0], dict):
            return len(some) == len(had) and all(same(*pair) for pair in zip(some, had, strict=True))
        return sorted(some) == sorted(had)
    return ours == theirs or str(ours) == str(theirs)


_WHOLE = ("options", "choices", "name_localizations", "description_localizations", "default_member_permissions")


def _empty(value: Any) -> bool:
    return value is None or value is False or value in ({}, [], "")


def _in_order(commands: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(commands, key=lambda command: (command.get("type", 1), command["name"]))


async def synchronise(bot: Bot, *, guild_id: int | None, force: bool = False) -> int | None:
    """Tell Discord the commands, globally or for one server; how many, or None where it has them as they are.

    A bulk overwrite; must follow login. Raises discord.HTTPException.
    """
    if not force and same(_in_order(await payload(bot)), _in_order(await known(bot, guild_id))):
        return None
    guild = discord.Object(guild_id) if guild_id else None
    if guild is not None:
        bot.tree.copy_global_to(guild=guild)
    return len(await bot.tree.sync(guild=guild))


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
