"""The command tree: where every slash command passes a check, and every failure becomes one private sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import structlog
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from bot.errors import report, unwrap
from bot.texts import LANGUAGES, Texts
from bot.views.notices import error_view, plain_view

if TYPE_CHECKING:
    from bot.app import Itx

_log = structlog.stdlib.get_logger("onrecord.bot")

# Discord has no more to say to an interaction that is unknown to it or was answered already.
_DEAD = frozenset({10008, 10015, 10062, 40060, 50027})


class Tree(app_commands.CommandTree[Any]):
    """Checks before every command; `on_error` after a failure."""

    async def interaction_check(self, interaction: Itx, /) -> bool:
        """Refuse commands while the bot is going down; autocomplete just stays empty."""
        if not interaction.client.stopping:
            return True
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
        else:
            t = interaction.client.texts.of(interaction.locale)
            await interaction.response.send_message(view=error_view(t("error.stopping")), ephemeral=True)
        return False

    async def on_error(self, interaction: Itx, error: app_commands.AppCommandError, /) -> None:
        """Tell the user one sentence and the log everything else."""
        command = interaction.command
        await tell(interaction, error, where=command.qualified_name if command else "unknown command")


async def tell(interaction: Itx, error: BaseException, *, where: str) -> None:
    """Answer an interaction that failed: privately, with an id that stands in the log."""
    t = interaction.client.texts.of(interaction.locale)
    found = report(t, error)
    interaction.client.counts["refused" if found.level == "info" else "failed"] += 1
    cause = unwrap(error)
    log = _log.bind(error_id=found.id, where=where, guild=interaction.guild_id, error=type(cause).__name__)
    trouble = found.level == "error"
    log.log(_LEVELS[found.level], "interaction failed", exc_info=cause if trouble else None)
    try:
        await _send_private(interaction, error_view(found.sentence, t("error.id", id=f"`{found.id}`")))
    except discord.HTTPException as failed:
        if failed.code not in _DEAD:
            log.warning("the error could not be told", status=failed.status, code=failed.code)


async def _send_private(interaction: Itx, view: discord.ui.LayoutView) -> None:
    if not interaction.response.is_done():
        await interaction.response.send_message(view=view, ephemeral=True)
        return
    kind = interaction.response.type
    if kind is discord.InteractionResponseType.deferred_channel_message and not interaction.extras.get("private"):
        # The first follow-up to a public "thinking" takes its place and is public too, so that place is filled
        # with a neutral word first and removed once the user has the private one.
        t = interaction.client.texts.of(interaction.locale)
        await interaction.edit_original_response(view=plain_view(t("error.elsewhere")))
        await interaction.followup.send(view=view, ephemeral=True)
        await interaction.delete_original_response()
        return
    await interaction.followup.send(view=view, ephemeral=True)


_LEVELS = {"info": 20, "warning": 30, "error": 40}


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
