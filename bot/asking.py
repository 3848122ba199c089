"""From a user's question to the message that answers it; commands, buttons and mentions share it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import discord

from bot.dates import parse_window
from bot.errors import Refused
from bot.store import Asked
from bot.views.answer import answer_view
from bot.views.text import fit_line
from index.model import Question

if TYPE_CHECKING:
    from bot.app import Itx

MOST = 25  # passages that one question fetches
_PAGES = 4


def depth(per_page: int) -> int:
    """How many passages are fetched for pages of `per_page`; the first page is what the terminal shows."""
    return max(per_page, min(MOST, _PAGES * per_page))


def read_day(option: str, text: str | None, *, last: bool) -> dt.date | None:
    """A date option in ISO form or in words. Raises Refused, which names the option.

    `last`: take the last day of what was named ("April 2022" -> 30 April), for `until`.
    """
    if text is None or not text.strip():
        return None
    window = parse_window(text, discord.utils.utcnow().date())
    if window is None:
        raise Refused("error.date", option=option, value=fit_line(text, 60))
    return window[1] if last else window[0]


def check_window(since: dt.date | None, until: dt.date | None) -> None:
    """Raises Refused where the window is empty."""
    if since and until and since > until:
        raise Refused("error.window")


async def think(interaction: Itx, *, private: bool) -> None:
    """Acknowledge within Discord's three seconds; whether the answer is private is fixed here."""
    interaction.extras["private"] = private
    await interaction.response.defer(thinking=True, ephemeral=private)


async def ask_and_show(interaction: Itx, question: Question, *, per_page: int, private: bool) -> None:
    """Answer an interaction with the first page. Refusals come before the public "thinking"."""
    bot = interaction.client
    bot.limits.take(interaction)
    await think(interaction, private=private)
    answer = await bot.archive.ask(question)
    row = await bot.store.add_asked(
        question,
        per_page=per_page,
        user_id=interaction.user.id,
        guild_id=interaction.guild_id,
        channel_id=interaction.channel_id,
    )
    t = bot.texts.of(interaction.locale)
    await interaction.edit_original_response(view=answer_view(t, answer, row, per_page=per_page))


async def asked_row(interaction: Itx, row: str) -> Asked:
    """The question behind a button. Raises Refused where it was forgotten."""
    found = await interaction.client.store.asked(int(row))
    if found is None:
        raise Refused("error.forgotten")
    return found


async def show_page(interaction: Itx, args: tuple[str, ...]) -> None:
    """Turn the page: in place for who asked, as a private copy for everybody else."""
    bot = interaction.client
    bot.limits.press(interaction)
    asked = await asked_row(interaction, args[0])
    if interaction.user.id == asked.user_id:
        await interaction.response.defer()
    else:
        await think(interaction, private=True)
    answer = await bot.archive.ask(asked.question)
    t = bot.texts.of(interaction.locale)
    view = answer_view(t, answer, asked.id, int(args[1]), asked.per_page)
    await interaction.edit_original_response(view=view)
