"""/article: one article, page by page."""

from __future__ import annotations

import asyncio

from discord import app_commands

from bot import asking, scope
from bot.app import Itx
from bot.views.article import article_view, cut_pages
from bot.views.parts import MAX_CHOICE, MAX_CHOICES
from bot.views.text import plain_line, width
from index.errors import Busy
from index.model import Question

_SHORTEST = 3  # letters before anything is searched


async def article_choices(interaction: Itx, current: str) -> list[app_commands.Choice[str]]:
    """Articles that speak of what was typed."""
    bot = interaction.client
    if len(current.strip()) < _SHORTEST:
        return []
    try:
        answer = await scope.ask(
            bot, Question(text=current, limit=MAX_CHOICES, infer=False), asking.who_asks(interaction)
        )
    except Busy:
        return []
    t = bot.texts.of(interaction.locale)
    found = {hit.article.id: hit.article for hit in answer.hits if 0 < width(hit.article.id) <= MAX_CHOICE}
    return [
        app_commands.Choice(
            name=plain_line(
                " · ".join(
                    piece
                    for piece in (
                        ref.title or t("article.untitled"),
                        ref.source or "",
                        ref.date.isoformat() if ref.date else "",
                    )
                    if piece
                ),
                MAX_CHOICE,
            ),
            value=ref.id,
        )
        for ref in list(found.values())[:MAX_CHOICES]
    ]


@app_commands.command(description="Read one article of the archive")
@app_commands.describe(article="Type what it is about and choose, or give its id")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.autocomplete(article=article_choices)
async def article(interaction: Itx, article: app_commands.Range[str, 1, 100]) -> None:
    await asking.admit(interaction)
    await asking.think(interaction, private=True)
    bot = interaction.client
    found = await bot.archive.article(article)
    await scope.article(bot, found.article, interaction.guild_id)
    row = await asking.keep(interaction, Question(text=found.article.id), per_page=1)
    pages = await asyncio.to_thread(cut_pages, found.article.text)
    view = article_view(bot.texts.of(interaction.locale), found, pages, row, 0)
    await interaction.edit_original_response(view=view)


async def turn(interaction: Itx, args: tuple[str, ...]) -> None:
    """Another page of the article; its id is the text of the row."""
    bot = interaction.client
    bot.limits.press(interaction)
    asked = await asking.asked_row(interaction, args[0])
    await asking.in_place(interaction, asked)
    found = await bot.archive.article(asked.question.text)
    await scope.article(bot, found.article, interaction.guild_id)
    pages = await asyncio.to_thread(cut_pages, found.article.text)
    view = article_view(bot.texts.of(interaction.locale), found, pages, asked.id, int(args[1]))
    await interaction.edit_original_response(view=view)


ACTIONS = {"article": turn}
COMMANDS = (article,)
