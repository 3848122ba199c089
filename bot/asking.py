"""From a user's question to the message that answers it; commands, buttons and mentions share it."""

from __future__ import annotations

import asyncio
import datetime as dt
import math
import re
from collections.abc import Callable
from functools import partial

import discord
import structlog

from bot import scope, showing, takedown
from bot.acknowledge import acknowledge, acknowledged
from bot.app import Itx
from bot.errors import Refused
from bot.permissions import administers
from bot.pinned import Pinned
from bot.scope import Who
from bot.store import Asked, GuildSettings
from bot.texts import Translate
from bot.views.answer import answer_view, page_hits
from bot.views.notices import plain_view
from bot.views.text import fit_line
from index.model import Answer, Question
from index.query.refuse import why_refused
from index.query.time.windows import parse_window

_log = structlog.stdlib.get_logger("onrecord.bot")

MOST = 25  # passages that one question fetches
_PAGES = 4
TELLING = 5.0  # seconds that telling a wait may take
_LONG_WAIT = 3.0  # seconds from which a user is told the wait


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
    end = window[1] if last else window[0]
    if end is None:
        raise Refused("error.open_end" if last else "error.open_start", option=option, value=fit_line(text, 60))
    return end


def check_window(since: dt.date | None, until: dt.date | None) -> None:
    """Raises Refused where the window is empty."""
    if since and until and since > until:
        raise Refused("error.window")


def read_window(since: str | None, until: str | None, of: str = "") -> tuple[dt.date | None, dt.date | None]:
    """Both ends of a window from their options; `of` is what their names begin with. Raises Refused."""
    first, last = read_day(f"{of}since", since, last=False), read_day(f"{of}until", until, last=True)
    check_window(first, last)
    return first, last


def who_asks(interaction: Itx) -> Who:
    """Whose question an interaction brings."""
    return Who(interaction.guild_id, interaction.user.id)


async def admit(interaction: Itx, *, searching: bool = False) -> None:
    """Let a question in: the server's settings, then the cooldowns. Raises Refused.

    `searching`: it is going to stand in line; raises Busy at once where that would take too long.
    """
    bot = interaction.client
    settings = await allowed(interaction)
    if searching:
        bot.line.check(*who_asks(interaction).line)
    bot.limits.take_for(interaction.user.id, interaction.guild_id, settings, roles_of(interaction.user))


async def allowed(interaction: Itx) -> GuildSettings:
    """The server's settings, where they let the member ask here. Raises Refused."""
    roles = roles_of(interaction.user)
    places = {interaction.channel_id, getattr(interaction.channel, "parent_id", None)}
    settings = await interaction.client.store.guild(interaction.guild_id)
    if not interaction.permissions.manage_guild:
        check_settings(settings, places=places, roles=roles)
    return settings


def roles_of(user: discord.User | discord.Member) -> set[int]:
    """The roles of a member of the server; of anybody else none."""
    return {role.id for role in user.roles} if isinstance(user, discord.Member) else set[int]()


def check_words(text: str, *, named: bool) -> None:
    """Raises Refused for a question that holds nothing to search for. `named`: a speaker is set beside it."""
    if why_refused(text, named=named) is not None:
        raise Refused("error.wordless")


def number(text: str) -> int:
    """A number that came back from a button or a menu. Raises Refused for what no button of ours sends."""
    if not re.fullmatch(r"\d{1,19}", text, re.ASCII):
        raise Refused("error.outdated")
    return int(text)


def check_settings(settings: GuildSettings, *, places: set[int | None], roles: set[int]) -> None:
    """Hold a question against a server's settings; a thread counts as its channel. Raises Refused."""
    if not places.isdisjoint(settings.blocked):
        raise Refused("error.blocked")
    if settings.channels and places.isdisjoint(settings.channels):
        raise Refused("error.channel", channels=" ".join(f"<#{number}>" for number in settings.channels[:5]))
    if settings.roles and roles.isdisjoint(settings.roles):
        raise Refused("error.role")


async def is_private(interaction: Itx, chosen: bool | None) -> bool:
    """What the user chose, else the server's default."""
    return chosen if chosen is not None else (await interaction.client.store.guild(interaction.guild_id)).private


async def public_texts(interaction: Itx) -> Translate:
    """The language of what everybody in a channel reads: the server's setting, else its locale, else the user's."""
    settings = await interaction.client.store.guild(interaction.guild_id)
    return interaction.client.texts.of(settings.language or interaction.guild_locale or interaction.locale)


async def keep(
    interaction: Itx, question: Question, *, per_page: int, parent: int | None = None, pinned: Pinned | None = None
) -> int:
    """Keep a question and what it showed for its buttons; its row."""
    return await interaction.client.store.add_asked(
        question,
        per_page=per_page,
        user_id=interaction.user.id,
        guild_id=interaction.guild_id,
        channel_id=interaction.channel_id,
        parent=parent,
        pinned=pinned,
    )


async def think(interaction: Itx, *, private: bool) -> None:
    """Acknowledge within Discord's three seconds; whether the answer is private is fixed here."""
    interaction.extras["private"] = private
    await acknowledge(interaction, thinking=True, private=private)


async def ask_and_show(
    interaction: Itx, question: Question, *, per_page: int, private: bool | None, defaults: bool = False
) -> None:
    """Answer an interaction with the first page. Refusals come before the public "thinking".

    `defaults`: where the question names nobody or no outlet, the server's own are meant.
    """
    check_words(question.text, named=question.speaker is not None)
    await admit(interaction, searching=True)
    await think(interaction, private=await is_private(interaction, private))
    if defaults:
        question = await scope.with_defaults(interaction.client, question, interaction.guild_id)
    await _show(interaction, question, per_page=per_page, parent=None)


async def asked_row(interaction: Itx, row: str) -> Asked:
    """The question behind a button. Raises Refused where it was forgotten."""
    found = await interaction.client.store.asked(number(row))
    if found is None:
        raise Refused("error.forgotten")
    return found


async def in_place(interaction: Itx, asked: Asked) -> None:
    """Acknowledge a button: who asked sees the message change, everybody else gets a private copy."""
    if interaction.user.id == asked.user_id:
        await acknowledge(interaction)
    else:
        await think(interaction, private=True)


async def show_page(interaction: Itx, args: tuple[str, ...]) -> None:
    """Turn the page."""
    await _turn(interaction, args[0], number(args[1]))


async def show_glance(interaction: Itx, args: tuple[str, ...]) -> None:
    """Fold the answer; back to the question that was refined."""
    await _turn(interaction, args[0], None)


async def show_open(interaction: Itx, args: tuple[str, ...]) -> None:
    """All controls under an answer at a glance."""
    await _turn(interaction, args[0], None, opened=True)


async def ask_again(interaction: Itx, args: tuple[str, ...]) -> None:
    """The same question to the archive as it is now."""
    asked = await asked_row(interaction, args[0])
    await admit(interaction, searching=True)
    await in_place(interaction, asked)
    await _show(interaction, asked.question, per_page=asked.per_page, parent=asked.parent)


async def refine_and_show(interaction: Itx, asked: Asked, change: Callable[[Answer], Question | None]) -> None:
    """Ask again, changed by what the answer told. Raises Refused where nothing is left to change."""
    kept = await showing.pinned(interaction.client, asked, interaction.guild_id)
    await admit(interaction, searching=True)
    await in_place(interaction, asked)
    question = change(kept.answer)
    if question is None:
        raise Refused("error.outdated")
    await _show(interaction, question, per_page=asked.per_page, parent=asked.id)


async def _turn(interaction: Itx, row: str, page: int | None, *, opened: bool = False) -> None:
    bot = interaction.client
    bot.limits.press(interaction)
    asked = await asked_row(interaction, row)
    await in_place(interaction, asked)
    kept = await showing.pinned(bot, asked, interaction.guild_id)
    answer = await showing.with_words(bot, kept, page_hits(kept.answer, page, asked.per_page))
    view = answer_view(
        bot.texts.of(interaction.locale),
        answer,
        asked.id,
        page,
        asked.per_page,
        back=asked.parent,
        opened=opened,
        alone=_alone(interaction),
        explain=administers(interaction),
        newer=showing.newer(bot, kept),
    )
    await interaction.edit_original_response(view=view)


async def _tell_wait(interaction: Itx, wait: float) -> None:
    """In the place of the answer, how many seconds it will take, where that is long.

    What Discord does not take in time stays untold: the answer behind it, and those behind that, do not wait for it.
    """
    if wait < _LONG_WAIT or acknowledged(interaction) == discord.InteractionResponseType.deferred_message_update:
        return
    t = interaction.client.texts.of(interaction.locale)
    try:
        async with asyncio.timeout(TELLING):
            await interaction.edit_original_response(view=plain_view(t("queue.wait", n=math.ceil(wait))))
    except (discord.HTTPException, TimeoutError) as error:
        _log.info("a wait could not be told", error=type(error).__name__)


async def _show(interaction: Itx, question: Question, *, per_page: int, parent: int | None) -> None:
    bot = interaction.client
    tell = partial(_tell_wait, interaction)
    answer, pinned = await showing.ask(bot, question, who_asks(interaction), tell)
    row = await keep(interaction, question, per_page=per_page, parent=parent, pinned=pinned)
    t = bot.texts.of(interaction.locale)
    alone = _alone(interaction)
    opened = parent is not None  # who refines a question goes on refining
    view = answer_view(t, answer, row, back=parent, opened=opened, alone=alone, explain=administers(interaction))
    message = await bot.deliver(interaction, view)
    if message is not None:
        await takedown.note(bot, message, takedown.of_hits(answer.hits), asked_id=row)


def _alone(interaction: Itx) -> bool:
    """Whether nobody else sees the answer."""
    message = interaction.message
    ephemeral = message is not None and message.flags.ephemeral
    return interaction.guild_id is None or ephemeral or bool(interaction.extras.get("private"))
