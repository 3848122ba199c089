"""/remove: take an article, an outlet or a speaker's words out of the archive; /restore brings them back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

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
from index.history import HiddenSpeaker, Removal
from index.model import Changes

ACTIONS: dict[str, Handler] = {}
_SPEAKER = "speaker:"
_UNDO_DAYS = 30


@dataclass(frozen=True, slots=True)
class _Kind:
    """What can be removed: how its messages are found, how it goes, and how that is told."""

    places: Callable[[Bot, str], Awaitable[list[Place]]]
    take: Callable[[Bot, str, str | None, bool], Awaitable[Changes]]
    told: str


async def _article(bot: Bot, name: str, reason: str | None, purge: bool) -> Changes:
    try:
        return await bot.archive.remove([name], reason=reason, purge=purge)
    except NotFound:
        raise Refused("article.unknown") from None


async def _source(bot: Bot, name: str, reason: str | None, purge: bool) -> Changes:
    return await bot.archive.remove_source(name, reason=reason, purge=purge)


async def _speaker(bot: Bot, name: str, reason: str | None, purge: bool) -> Changes:
    return await bot.archive.remove_speaker(name, reason=reason, purge=purge)


_KINDS = {
    "article": _Kind(lambda bot, name: takedown.of_articles(bot, [name]), _article, "remove.articles"),
    "source": _Kind(takedown.of_source, _source, "remove.articles"),
    "speaker": _Kind(takedown.of_speaker, _speaker, "remove.speaker"),
}


@app_commands.command(description="Take something out of the archive (administrators)")
@app_commands.describe(
    article="One article: type words of its title and choose, or give its id",
    source="Or all articles of an outlet",
    speaker="Or all that a person or body said; bars stand in its place, and what others said stays",
    reason="Why; kept with it",
    forever="Delete it from the store at once, with no way back",
)
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.autocomplete(article=article_choices, source=source_choices, speaker=speaker_choices)
async def remove(
    interaction: Itx,
    article: app_commands.Range[str, 1, 100] | None = None,
    source: app_commands.Range[str, 1, 100] | None = None,
    speaker: app_commands.Range[str, 1, 100] | None = None,
    reason: app_commands.Range[str, 1, 300] | None = None,
    forever: bool = False,
) -> None:
    require_admin(interaction)
    given = [(kind, name) for kind, name in (("article", article), ("source", source), ("speaker", speaker)) if name]
    if len(given) != 1:
        raise Refused("remove.which")
    ((kind, name),) = given
    await think(interaction, private=True)
    bot, what = interaction.client, _KINDS[kind]
    places = await what.places(bot, name)
    changes = await what.take(bot, name, reason, forever)
    struck = await takedown.strike(bot, places)
    await audit(interaction, f"remove_{kind}", **{kind: name}, reason=reason, messages=struck, forever=forever)
    t = bot.texts.of(interaction.locale)
    said = t(what.told, n=changes.articles_removed, name=fit_line(name, 100))
    until = dt.datetime.now(dt.UTC) + dt.timedelta(days=_UNDO_DAYS)
    back = t("remove.forever") if forever else t("remove.back", day=f"<t:{int(until.timestamp())}:D>")
    await interaction.edit_original_response(view=done_view(said, f"{t('remove.struck_in', n=struck)} {back}"))


async def removal_choices(interaction: Itx, current: str) -> list[app_commands.Choice[str]]:
    """What was removed and can be brought back, the latest first; to administrators alone."""
    require_admin(interaction)
    bot = interaction.client
    t = bot.texts.of(interaction.locale)
    together: dict[str, list[Removal]] = {}
    for one in await bot.archive.removed():
        if one.can_undo:
            together.setdefault(one.at.isoformat(), []).append(one)
    named = [(_named(_label(t("status.articles", n=len(some)), some), some[0]), at) for at, some in together.items()]
    named += [
        (_named(one.name, one), _SPEAKER + one.name)
        for one in await bot.archive.removed_speakers()
        if one.can_undo and width(_SPEAKER + one.name) <= MAX_CHOICE
    ]
    chosen = [(name, value) for name, value in named if current.casefold() in name.casefold()]
    return [app_commands.Choice(name=plain_line(name, MAX_CHOICE), value=value) for name, value in chosen[:MAX_CHOICES]]


def _named(what: str, one: Removal | HiddenSpeaker) -> str:
    return " · ".join(piece for piece in (what, one.reason or "", one.at.date().isoformat()) if piece)


def _label(counted: str, some: Sequence[Removal]) -> str:
    return (some[0].title or some[0].article_id) if len(some) == 1 else counted


@app_commands.command(description="Bring back what was removed: articles within 30 days (administrators)")
@app_commands.describe(what="What was removed; choose from the list")
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.autocomplete(what=removal_choices)
async def restore(interaction: Itx, what: app_commands.Range[str, 1, 100]) -> None:
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
    await audit(interaction, "restore", what=what)
    t = bot.texts.of(interaction.locale)
    await interaction.edit_original_response(view=done_view(t("remove.undone")))


COMMANDS = (remove, restore)
