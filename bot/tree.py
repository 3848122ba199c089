"""The command tree: where every slash command passes a check, and every failure becomes one private sentence."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from bot.app import Itx
from bot.asking import allowed
from bot.errors import Refused
from bot.texts import LANGUAGES, Texts
from bot.views.notices import error_view


class Tree(app_commands.CommandTree[Any]):
    """Checks before every command; `on_error` after a failure."""

    def __init__(self, client: Any, **options: Any) -> None:
        super().__init__(client, **options)
        self._typing: dict[int, asyncio.Task[Any]] = {}

    async def interaction_check(self, interaction: Itx, /) -> bool:
        """Refuse commands while the bot is going down; autocomplete just stays empty."""
        if interaction.type is discord.InteractionType.autocomplete:
            return await self._completes(interaction)
        if not interaction.client.stopping:
            interaction.client.track_interaction(interaction)
            return True
        t = interaction.client.texts.of(interaction.locale)
        await interaction.response.send_message(view=error_view(t("error.stopping")), ephemeral=True)
        return False

    async def _completes(self, interaction: Itx) -> bool:
        """Whether an option is completed: as its command is let in, not too often, and only what was typed last."""
        bot = interaction.client
        bot.keep()
        try:
            await allowed(interaction)
            good = not bot.stopping and bot.limits.complete(interaction.user.id)
        except Refused:
            good = False
        if not good:
            await interaction.response.autocomplete([])
            return False
        task = asyncio.current_task()
        before = self._typing.get(interaction.user.id)
        if before is not None and before is not task:
            before.cancel()  # its choices would be shown under words that are not there any more
        if task is not None:
            self._typing[interaction.user.id] = task
            task.add_done_callback(lambda ended: self._typed(interaction.user.id, ended))
        return True

    def _typed(self, user_id: int, ended: asyncio.Task[Any]) -> None:
        if self._typing.get(user_id) is ended:
            del self._typing[user_id]

    async def on_error(self, interaction: Itx, error: app_commands.AppCommandError, /) -> None:
        """Tell the user one sentence and the log everything else."""
        command = interaction.command
        where = command.qualified_name if command else "unknown command"
        await interaction.client.fail(interaction, error, where)


class CatalogueTranslator(app_commands.Translator):
    """Descriptions of commands and options in the catalogues' languages, for Discord's own command list."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The catalogue's text, or None where English stands."""
        language = locale.value.partition("-")[0]
        key = command_key(context)
        if key is None or language not in LANGUAGES or language == "en":
            return None
        return self._texts.of(language).find(key)


def command_key(context: Any) -> str | None:
    """The catalogue's key of a command's or option's text: "commands.ask.options.question"."""
    data: Any = context.data
    if context.location in (Location.command_description, Location.group_description):
        return f"commands.{data.qualified_name.replace(' ', '_')}.description"
    if context.location is Location.parameter_description:
        return f"commands.{data.command.qualified_name.replace(' ', '_')}.options.{data.name}"
    if context.location is Location.choice_name:
        return f"choices.{data.value}"
    if context.location is Location.command_name and isinstance(data, app_commands.ContextMenu):
        return f"menus.{data.callback.__name__}"
    return None
