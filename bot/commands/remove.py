"""/remove: take an article, an outlet or a speaker's statements out of the archive, and bring them back."""

from __future__ import annotations

import datetime as dt

import discord
from discord import app_commands

from bot import takedown
from bot.app import Bot, Handler, Itx
from bot.asking import think
from bot.audit import audit
from bot.commands.article import article_choices
from bot.commands.choices import source_choices, speaker_choices
from bot.errors import Refused
from bot.permissions import require_admin
from bot.shown import Place
from bot.views.notices import done_view
from bot.views.parts import MAX_CHOICE, MAX_CHOICES
from bot.views.text import fit_line, plain_line, width
from index.errors import NotFound

ACTIONS: dict[str, Handler] = {}
_SPEAKER = "speaker:"
_PAGE = 500

remove = app_commands.Group(
    name="remove",
    description="Take something out of the archive, and bring it back (administrators)",
    default_permissions=discord.Permissions(manage_guild=True),
    allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False),
    allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
)
Reason = app_commands.Range[str, 1, 300]


@remove.command(description="Take one article out (administrators)")
@app_commands.describe(article="Type words of its title and choose, or give its id", reason="Why; kept with it")
@app_commands.autocomplete(article=article_choices)
async def article(interaction: Itx, article: app_commands.Range[str, 1, 100], reason: Reason | None = None) -> None:
    require_admin(interaction)
    await think(interaction, private=True)
    bot = interaction.client
    places = await bot.store.shown.of_articles([article])
    try:
        await bot.archive.remove([article], reason=reason)
    except NotFound:
        raise Refused("article.unknown") from None
    await _done(interaction, "remove_article", places, 1, article=article, reason=reason)


@remove.command(description="Take all articles of an outlet out (administrators)")
@app_commands.describe(source="The outlet", reason="Why; kept with it")
@app_commands.autocomplete(source=source_choices)
async def source(interaction: Itx, source: app_commands.Range[str, 1, 100], reason: Reason | None = None) -> None:
    require_admin(interaction)
    await think(interaction, private=True)
    bot = interaction.client
    places = await bot.store.shown.of_articles(await _articles_of(bot, source))
    changes = await bot.archive.remove_source(source, reason=reason)
    await _done(interaction, "remove_source", places, changes.articles_removed, source=source, reason=reason)


@remove.command(description="Take a speaker's statements out; the articles stay (administrators)")
@app_commands.describe(speaker="The person or body", reason="Why; kept with it")
@app_commands.autocomplete(speaker=speaker_choices)
async def speaker(interaction: Itx, speaker: app_commands.Range[str, 1, 100], reason: Reason | None = None) -> None:
    require_admin(interaction)
    await think(interaction, private=True)
    bot = interaction.client
    known = {one.name for one in await bot.archive.speakers(speaker, MAX_CHOICES)}
    if speaker not in known:
        raise NotFound(f"nobody in the archive is called {speaker!r}")
    places = await bot.store.shown.of_speaker(speaker)
    await bot.archive.remove_speaker(speaker, reason=reason)
    await _done(interaction, "remove_speaker", places, None, speaker=speaker, reason=reason)


async def removal_choices(interaction: Itx, current: str) -> list[app_commands.Choice[str]]:
    """What was removed and can be brought back, the latest first; to administrators alone."""
    require_admin(interaction)
    bot = interaction.client
    t = bot.texts.of(interaction.locale)
    together: dict[str, list[str]] = {}
    reasons: dict[str, str] = {}
    for one in await bot.archive.removed():
        if one.can_undo:
            together.setdefault(one.at.isoformat(), []).append(one.title or one.article_id)
            reasons[one.at.isoformat()] = one.reason or ""
    named = [
        (
            " · ".join(
                piece for piece in (_label(t("status.articles", n=len(ids)), ids), reasons[at], at[:10]) if piece
            ),
            at,
        )
        for at, ids in together.items()
    ]
    named += [
        (" · ".join(piece for piece in (one.name, one.reason or "", one.at.date().isoformat()) if piece), value)
        for one in await bot.archive.removed_speakers()
        if width(value := _SPEAKER + one.name) <= MAX_CHOICE
    ]
    chosen = [(name, value) for name, value in named if current.casefold() in name.casefold()]
    return [app_commands.Choice(name=plain_line(name, MAX_CHOICE), value=value) for name, value in chosen[:MAX_CHOICES]]


def _label(counted: str, titles: list[str]) -> str:
    return titles[0] if len(titles) == 1 else counted


@remove.command(description="Bring back what was removed, within 30 days (administrators)")
@app_commands.describe(what="What was removed; choose from the list")
@app_commands.autocomplete(what=removal_choices)
async def undo(interaction: Itx, what: app_commands.Range[str, 1, 100]) -> None:
    require_admin(interaction)
    await think(interaction, private=True)
    bot = interaction.client
    if what.startswith(_SPEAKER):
        await bot.archive.restore_speaker(what.removeprefix(_SPEAKER))
    else:
        ids = [one.article_id for one in await bot.archive.removed() if one.can_undo and one.at.isoformat() == what]
        if not ids:
            raise Refused("remove.nothing")
        await bot.archive.restore(ids)
    await audit(interaction, "remove_undo", what=what)
    t = bot.texts.of(interaction.locale)
    await interaction.edit_original_response(view=done_view(t("remove.undone")))


async def _articles_of(bot: Bot, source: str) -> list[str]:
    found: list[str] = []
    while page := (await bot.archive.articles(source=source, offset=len(found), limit=_PAGE)).articles:
        found += [ref.id for ref in page]
    return found


async def _done(
    interaction: Itx, act: str, places: list[Place], articles: int | None, *, reason: str | None, **what: str
) -> None:
    """Strike what showed it, note the act, tell."""
    bot = interaction.client
    struck = await takedown.strike(bot, places)
    await audit(interaction, act, reason=reason, messages=struck, **what)
    t = bot.texts.of(interaction.locale)
    name = fit_line(next(iter(what.values())), 100)
    said = t("remove.speaker", name=name) if articles is None else t("remove.articles", n=articles, name=name)
    until = dt.datetime.now(dt.UTC) + dt.timedelta(days=30)
    detail = t("remove.detail", n=struck, day=f"<t:{int(until.timestamp())}:D>")
    await interaction.edit_original_response(view=done_view(said, detail))


COMMANDS = (remove,)
