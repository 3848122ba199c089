"""Failures as one private sentence each: a table from exception to text, looked up along the exception's MRO."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import discord
from discord import app_commands

from bot.texts import Translate
from bot.views.text import fit_line, without_terminal
from index.errors import (
    ArchiveError,
    Busy,
    Cancelled,
    ConfigError,
    InputError,
    ModelError,
    NotFound,
    Unconfirmed,
    Wordless,
)

Level = Literal["info", "warning", "error"]
LEVELS: Mapping[Level, int] = {"info": 20, "warning": 30, "error": 40}  # as logging counts them
Values = Callable[[Any], dict[str, object]]


class Refused(Exception):
    """Something a user may not or cannot do now; `key` names the sentence in the catalogue.

    A value that is a function gets the catalogue and gives the text.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Entry:
    """How one kind of failure is told and logged. `values` reads what the sentence needs from the exception."""

    key: str
    level: Level
    values: Values = lambda error: {}


def _sentence(error: Exception) -> dict[str, object]:
    return {"sentence": fit_line(without_terminal(str(error)), 600)}


TABLE: Mapping[type[BaseException], Entry] = {
    Busy: Entry("error.busy", "info", lambda error: {"n": error.seconds}),
    NotFound: Entry("error.not_found", "info"),
    Wordless: Entry("error.wordless", "info"),
    InputError: Entry("error.sentence", "info", _sentence),
    Unconfirmed: Entry("error.unconfirmed", "info"),
    Cancelled: Entry("error.cancelled", "info"),
    ConfigError: Entry("error.archive", "error"),
    ModelError: Entry("error.archive", "error"),
    ArchiveError: Entry("error.archive", "error"),
    TimeoutError: Entry("error.timeout", "warning"),
    app_commands.CommandNotFound: Entry("error.outdated", "warning"),
    app_commands.CommandSignatureMismatch: Entry("error.outdated", "warning"),
    app_commands.NoPrivateMessage: Entry("error.server_only", "info"),
    app_commands.CheckFailure: Entry("error.not_allowed", "info"),
    app_commands.TransformerError: Entry("error.option", "info"),
    discord.Forbidden: Entry("error.forbidden", "warning"),
    discord.NotFound: Entry("error.discord", "warning"),  # mostly an interaction that came too late to answer
    discord.DiscordServerError: Entry("error.discord", "warning"),
    discord.HTTPException: Entry("error.discord", "error"),
    Exception: Entry("error.unexpected", "error"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """What the user reads and what the log holds; `id` stands in both."""

    id: str
    sentence: str
    level: Level

    def footer(self, t: Translate) -> str:
        """The id, where the people who run the bot have something to look for."""
        return "" if self.level != "error" else t("error.id", id=f"`{self.id}`")


def unwrap(error: BaseException) -> BaseException:
    """The exception that a command raised, without discord.py's envelope."""
    while isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    return error


def report(t: Translate, error: BaseException) -> Report:
    """The sentence for a failure and a short id to find it in the log."""
    error = unwrap(error)
    if isinstance(error, Refused):
        values = {name: value(t) if callable(value) else value for name, value in error.values.items()}
        return Report(secrets.token_hex(3), t(error.key, **values), "info")
    if isinstance(error, Busy) and error.seconds is None:  # not the queue: another process writes
        return Report(secrets.token_hex(3), t("error.writing"), "info")
    entry = next(TABLE[kind] for kind in type(error).__mro__ if kind in TABLE)
    return Report(secrets.token_hex(3), t(entry.key, **entry.values(error)), entry.level)
