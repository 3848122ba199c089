"""The buttons and menus under an answer, but for paging: refine it, read on, say whether it helped."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands, ui

from bot import asking, refine, scope, showing
from bot.app import Handler, Itx
from bot.commands.deleting import answer_of
from bot.commands.export import export
from bot.commands.people import show_timeline
from bot.errors import Refused
from bot.permissions import is_owner, require_admin
from bot.store import Asked
from bot.views.answer import page_hits
from bot.views.article import context_view
from bot.views.explain import explain_view
from bot.views.notices import done_view
from index.model import Question

REASON = 500


async def drop(interaction: Itx, args: tuple[str, ...]) -> None:
    """Remove what was inferred of one kind."""
    asked = await asking.asked_row(interaction, args[0])
    await asking.refine_and_show(interaction, asked, lambda found: refine.without(asked.question, found.query, args[1]))


async def earlier(interaction: Itx, args: tuple[str, ...]) -> None:
    """The same question, before."""
    await asking.refine_and_show(interaction, await asking.asked_row(interaction, args[0]), refine.earlier)


async def later(interaction: Itx, args: tuple[str, ...]) -> None:
    """The same question, after."""
    await asking.refine_and_show(interaction, await asking.asked_row(interaction, args[0]), refine.later)


async def narrow(interaction: Itx, args: tuple[str, ...]) -> None:
    """Narrow to a speaker, an outlet or a month of the hits."""
    kind, _, value = args[1].partition(":")
    asked = await asking.asked_row(interaction, args[0])
    await asking.refine_and_show(
        interaction, asked, lambda found: refine.narrowed(asked.question, found.query, kind, value)
    )


async def read(interaction: Itx, args: tuple[str, ...]) -> None:
    """A passage in its article, everything by its speaker, or all as files; private."""
    bot, guild = interaction.client, interaction.guild_id
    bot.limits.press(interaction)
    await asking.think(interaction, private=True)
    t = bot.texts.of(interaction.locale)
    kind, _, value = args[1].partition(":")
    if kind == "x":
        await export(interaction, await asking.asked_row(interaction, args[0]))
    elif kind == "a":
        await show_timeline(interaction, Question(text="", speaker=value))
    elif kind == "b":  # under a brief: what they said since its day
        asked = (await asking.asked_row(interaction, args[0])).question
        await show_timeline(interaction, Question(text="", speaker=value, source=asked.source, since=asked.since))
    else:
        start, _, rest = value.partition(":")
        end, _, article = rest.partition(":")
        first, last = asking.number(start), asking.number(end)
        seen = await scope.article(bot, (await bot.archive.article(article)).article, guild)
        await interaction.edit_original_response(view=context_view(t, seen, first, last))


async def good(interaction: Itx, args: tuple[str, ...]) -> None:
    """The answer helped."""
    asked = await asking.asked_row(interaction, args[0])
    await asking.think(interaction, private=True)
    await _keep(interaction, asked, helpful=True, page=_page(args))
    t = interaction.client.texts.of(interaction.locale)
    await interaction.edit_original_response(view=done_view(t("feedback.thanks")))


async def bad(interaction: Itx, args: tuple[str, ...]) -> None:
    """The answer did not help; the modal asks why, and may be left empty."""
    asked = await asking.asked_row(interaction, args[0])
    await interaction.response.send_modal(Reason(interaction, asked, _page(args)))


async def explain(interaction: Itx, args: tuple[str, ...]) -> None:
    """Why the answer is as it is, to administrators in private."""
    require_admin(interaction)
    await _explain(interaction, await asking.asked_row(interaction, args[0]))


@app_commands.context_menu(name="Explain this answer")
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def explain_answer(interaction: Itx, message: discord.Message) -> None:
    require_admin(interaction)
    await _explain(interaction, await answer_of(interaction, message))


async def _explain(interaction: Itx, asked: Asked) -> None:
    bot = interaction.client
    if asked.guild_id != interaction.guild_id and not is_owner(interaction):
        raise Refused("error.not_allowed")
    await asking.think(interaction, private=True)
    kept = await showing.pinned(bot, asked, interaction.guild_id)
    view = explain_view(bot.texts.of(interaction.locale), kept.answer, kept.threshold)
    await interaction.edit_original_response(view=view)


class Reason(ui.Modal):
    """Why an answer did not help."""

    def __init__(self, interaction: Itx, asked: Asked, page: int | None) -> None:
        t = interaction.client.texts.of(interaction.locale)
        super().__init__(title=t("feedback.title"), custom_id=f"reason:{asked.id}", timeout=900)
        self._asked, self._page = asked, page
        self._reason: ui.TextInput[Any] = ui.TextInput(
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=REASON,
            placeholder=t("feedback.placeholder"),
            custom_id="reason",
        )
        self.add_item(ui.Label(text=t("feedback.question"), description=t("feedback.note"), component=self._reason))

    async def on_submit(self, interaction: Itx, /) -> None:  # type: ignore[override]
        """Keep the word."""
        interaction.client.track_interaction(interaction)
        await asking.think(interaction, private=True)
        await _keep(interaction, self._asked, helpful=False, page=self._page, reason=str(self._reason.value or ""))
        t = interaction.client.texts.of(interaction.locale)
        await interaction.edit_original_response(view=done_view(t("feedback.thanks")))

    async def on_error(self, interaction: Itx, error: Exception, /) -> None:  # type: ignore[override]
        """As any other failure."""
        await interaction.client.fail(interaction, error, "modal reason")


def _page(args: tuple[str, ...]) -> int | None:
    """The page that the pressed button stood under; None: the answer at a glance."""
    if len(args) < 2:
        return 0
    return None if args[1] == "g" else asking.number(args[1])


async def _keep(interaction: Itx, asked: Asked, *, helpful: bool, page: int | None, reason: str = "") -> None:
    bot = interaction.client
    bot.limits.press(interaction)
    answer = (await showing.pinned(bot, asked, interaction.guild_id)).answer
    shown = [hit.article.id for hit in page_hits(answer, page, asked.per_page)]
    await bot.store.add_feedback(
        asked, user_id=interaction.user.id, helpful=helpful, answered=answer.answered, shown=shown, reason=reason
    )


ACTIONS: dict[str, Handler] = {
    "drop": drop,
    "earlier": earlier,
    "later": later,
    "narrow": narrow,
    "read": read,
    "good": good,
    "bad": bad,
    "explain": explain,
}
COMMANDS = (explain_answer,)
