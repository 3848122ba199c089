"""Every command in its own module: `COMMANDS` go to the tree, `ACTIONS` are what its buttons do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from discord import app_commands

from bot.app import Handler
from bot.commands import (
    article,
    ask,
    brief,
    compare,
    deleting,
    feedback,
    find,
    help,
    ingest,
    people,
    privacy,
    quote,
    refining,
    reindex,
    remove,
    settings,
    status,
    watch,
)

MODULES = (
    ask,
    help,
    compare,
    refining,
    deleting,
    people,
    article,
    quote,
    find,
    privacy,
    ingest,
    reindex,
    remove,
    status,
    settings,
    feedback,
    watch,
    brief,
)

Command = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group


def all_commands() -> tuple[Command, ...]:
    """What the command tree holds."""
    return tuple(command for module in MODULES for command in module.COMMANDS)


def all_actions() -> Mapping[str, Handler]:
    """What buttons do, by the action of their custom id."""
    return {name: handler for module in MODULES for name, handler in module.ACTIONS.items()}
