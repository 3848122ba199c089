"""/article: one article, page by page."""

from __future__ import annotations

import asyncio

from discord import app_commands

from bot import asking, scope
from bot.app import Bot, Itx
from bot.errors import Refused
from bot.texts import Translate
from bot.views.article import article_view, cut_pages
from bot.views.parts import MAX_CHOICE, MAX_CHOICES
from bot.views.text import plain_line, width
from index.errors import NotFound
from index.model import ArticleRef, ArticleView, Question


async def article_choices(interaction: Itx, current: str) -> list[app_commands.Choice[str]]:
    """Articles of outlets that the server sees in whose title the typed words begin words; the newest at first."""
    bot = interaction.client
    sources = await scope.sources_of(bot, interaction.guild_id)
    if current.strip():
        found = await bot.archive.titles(current, MAX_CHOICES, sources)
    else:
        found = (await bot.archive.articles(limit=MAX_CHOICES, sources=sources)).articles
    t = bot.texts.of(interaction.locale)
    usable = [ref for ref in found if 0 < width(ref.id) <= MAX_CHOICE]
    return [app_commands.Choice(name=plain_line(_named(t, ref), MAX_CHOICE), value=ref.id) for ref in usable]


def _named(t: Translate, ref: ArticleRef) -> str:
    day = ref.date.isoformat() if ref.date else ""
    return " · ".join(piece for piece in (ref.title or t("article.untitled"), ref.source or "", day) if piece)


@app_commands.command(description="Read one article of the archive")
@app_commands.describe(article="Type words of its title and choose, or give its id")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.autocomplete(article=article_choices)
async def article(interaction: Itx, article: app_commands.Range[str, 1, 100]) -> None:
    await asking.admit(interaction)
    await asking.think(interaction, private=True)
    bot = interaction.client
    found = await _found(bot, article)
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
    found = await _found(bot, asked.question.text)
    await scope.article(bot, found.article, interaction.guild_id)
    pages = await asyncio.to_thread(cut_pages, found.article.text)
    view = article_view(bot.texts.of(interaction.locale), found, pages, asked.id, asking.number(args[1]))
    await interaction.edit_original_response(view=view)


async def _found(bot: Bot, article_id: str) -> ArticleView:
    """The article of an id. Raises Refused."""
    try:
        return await bot.archive.article(article_id)
    except NotFound:
        raise Refused("article.unknown") from None


ACTIONS = {"article": turn}
COMMANDS = (article,)
