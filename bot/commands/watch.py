"""/watch: save a question; what newly ingested articles bring on it is posted here or by direct message."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import discord
from discord import app_commands

from bot import asking, scope
from bot.acknowledge import acknowledge
from bot.app import Handler, Itx
from bot.audit import audit
from bot.commands.choices import choices, source_choices, speaker_choices
from bot.commands.watch_target import never, target
from bot.errors import Refused
from bot.permissions import administers, is_owner, require_admin
from bot.store import GuildSettings
from bot.views.answer import interpretation
from bot.views.notices import done_view
from bot.views.parts import MAX_CHOICES
from bot.views.text import fit_line, plain_line
from bot.views.watch import added_view, watches_view
from bot.watching.runner import WatchRunner
from bot.watching.schedule import Mode, Schedule, is_zone, next_time, zones
from bot.watching.store import Watch, seconds
from index.model import Query, Question

MOST_PER_USER = 25
MOST_PER_CHANNEL = 25

watch = app_commands.Group(
    name="watch",
    description="Be told when new articles bring something on a question",
    allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False),
    allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
)


async def zone_choices(interaction: Itx, current: str) -> list[app_commands.Choice[str]]:
    """Time zones whose name holds what was typed: "berl" -> Europe/Berlin."""
    del interaction
    words = current.strip().lower().replace(" ", "_")
    return choices(name for name in zones() if words in name.lower())


async def watch_choices(interaction: Itx, current: str) -> list[app_commands.Choice[int]]:
    """The watches that the user may change."""
    found = await _mine(interaction)
    named = [
        (item, f"{item.id} · {item.question.text or item.question.speaker or item.question.source}") for item in found
    ]
    return [
        app_commands.Choice(name=plain_line(name, 100), value=item.id)
        for item, name in named
        if current.lower() in name.lower()
    ][:MAX_CHOICES]


@watch.command(description="Save a question, a speaker or an outlet, and be told of news")
@app_commands.describe(
    question="What to look out for, in your own words",
    speaker="Only what this person or body says",
    source="Only articles of this outlet",
    where="In this channel, or by direct message to you",
    when="As soon as it is found, or gathered",
    hour="Hour of the day for daily and weekly, 0 to 23",
    day="Day of the week for weekly",
    zone="Time zone, such as Europe/Berlin; without it, the server's",
    cap="At most so many statements a day; the rest waits",
    channel="Another channel or a forum, where each message is a post; without it, this one",
    role="Mention this role, one of those that administrators allow",
    publish="In an announcement channel: to who follows it",
    thread="All messages in one thread, as for a weekly digest",
)
@app_commands.autocomplete(source=source_choices, speaker=speaker_choices, zone=zone_choices)
@app_commands.choices(
    where=[
        app_commands.Choice(name="In this channel", value="channel"),
        app_commands.Choice(name="By direct message", value="direct"),
    ],
    when=[
        app_commands.Choice(name="At once", value="once"),
        app_commands.Choice(name="Daily", value="daily"),
        app_commands.Choice(name="Weekly", value="weekly"),
    ],
)
@app_commands.choices(
    day=[
        app_commands.Choice(name=name, value=number)
        for number, name in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
    ],
)
async def add(
    interaction: Itx,
    question: app_commands.Range[str, 2, 500] | None = None,
    speaker: app_commands.Range[str, 1, 100] | None = None,
    source: app_commands.Range[str, 1, 100] | None = None,
    where: app_commands.Choice[str] | None = None,
    when: app_commands.Choice[str] | None = None,
    hour: app_commands.Range[int, 0, 23] = 8,
    day: app_commands.Choice[int] | None = None,
    zone: app_commands.Range[str, 1, 60] | None = None,
    cap: app_commands.Range[int, 1, 25] = 10,
    channel: discord.TextChannel | discord.ForumChannel | discord.Thread | None = None,
    role: discord.Role | None = None,
    publish: bool = False,
    thread: bool = False,
) -> None:
    if not (question or speaker or source):
        raise Refused("watch.error_empty")
    if question:
        asking.check_words(question, named=speaker is not None)
    if zone is not None and not is_zone(zone):
        raise Refused("watch.error_zone", value=fit_line(zone, 60))
    settings = await interaction.client.store.guild(interaction.guild_id)
    direct = where is not None and where.value == "direct"
    chosen = target(interaction, settings, direct=direct, channel=channel, role=role, publish=publish, threaded=thread)
    await asking.admit(interaction)
    await asking.think(interaction, private=True)
    bot = interaction.client
    mine, here = await bot.part(WatchRunner).store.count(user_id=interaction.user.id, channel_id=chosen.channel)
    if mine >= MOST_PER_USER or here >= MOST_PER_CHANNEL:
        raise Refused("watch.error_many", n=MOST_PER_USER)
    mode = cast(Mode, when.value) if when else "once"
    schedule = Schedule(mode=mode, hour=hour, weekday=day.value if day else 0)
    effective = zone or settings.zone
    now = discord.utils.utcnow()
    asked = Question(text=question or "", speaker=speaker, source=source)
    # Of a server that the bot is not in nothing is kept, but what somebody has sent to themselves stays theirs.
    home = interaction.guild_id if bot.get_guild(interaction.guild_id or 0) is not None else None
    public = await asking.public_texts(interaction)
    saved = Watch(
        user_id=interaction.user.id,
        guild_id=home,
        channel_id=chosen.channel,
        question=asked,
        language=(public if chosen.channel else bot.texts.of(interaction.locale)).language,
        schedule=schedule,
        zone=zone,
        cap=cap,
        seen=await bot.archive.mark(),
        due=seconds(next_time(schedule, now, effective)),
        role_id=chosen.role,
        publish=chosen.publish,
        threaded=chosen.threaded,
    )
    await bot.part(WatchRunner).store.add(saved, now=int(now.timestamp()))
    await _confirm(interaction, saved, settings, effective)


async def _confirm(interaction: Itx, saved: Watch, settings: GuildSettings, zone: str) -> None:
    """What was saved, what was understood of it, and what stands in its way."""
    bot, asked = interaction.client, saved.question
    t = bot.texts.of(interaction.locale)
    read = await scope.understand(bot, asked, interaction.guild_id) if asked.text else None
    understood = interpretation(t, read) if read else ""
    strangers = await _strangers(interaction, asked, read)
    why = never(t, asked, read, settings, discord.utils.utcnow().date())
    await interaction.edit_original_response(view=added_view(t, saved, zone, understood, strangers, why))


@watch.command(name="list", description="Your watches; for administrators, those of the server too")
async def list_(interaction: Itx) -> None:
    await asking.think(interaction, private=True)
    await _draw(interaction, 0)


@watch.command(description="Let a watch rest; what comes meanwhile is passed over")
@app_commands.describe(number="The watch")
@app_commands.autocomplete(number=watch_choices)
async def pause(interaction: Itx, number: int) -> None:
    await asking.think(interaction, private=True)
    await _rest(interaction, await _allowed(interaction, number))
    await _say(interaction, "watch.done_paused", number)


@watch.command(description="Wake a watch that rests")
@app_commands.describe(number="The watch")
@app_commands.autocomplete(number=watch_choices)
async def resume(interaction: Itx, number: int) -> None:
    await asking.think(interaction, private=True)
    await _wake(interaction, await _allowed(interaction, number))
    await _say(interaction, "watch.done_active", number)


@watch.command(description="Remove a watch")
@app_commands.describe(number="The watch")
@app_commands.autocomplete(number=watch_choices)
async def remove(interaction: Itx, number: int) -> None:
    await asking.think(interaction, private=True)
    await _remove(interaction, await _allowed(interaction, number))
    await _say(interaction, "watch.done_removed", number)


@watch.command(description="Set the time zone of this server's watches (administrators)")
@app_commands.describe(zone="Time zone, such as Europe/Berlin")
@app_commands.autocomplete(zone=zone_choices)
async def zone(interaction: Itx, zone: app_commands.Range[str, 1, 60]) -> None:
    require_admin(interaction)
    guild = interaction.guild_id
    if guild is None:
        raise Refused("error.server_only")
    if not is_zone(zone):
        raise Refused("watch.error_zone", value=fit_line(zone, 60))
    await asking.think(interaction, private=True)
    bot = interaction.client
    await bot.store.change_guild(guild, lambda now: replace(now, zone=zone))
    now = discord.utils.utcnow()
    for item in await bot.part(WatchRunner).store.of(0, guild_id=guild):
        if item.zone is None and item.guild_id == guild:
            await bot.part(WatchRunner).store.set_due(item.id, seconds(next_time(item.schedule, now, zone)))
    await audit(interaction, "zone", zone=zone)
    t = bot.texts.of(interaction.locale)
    await interaction.edit_original_response(view=done_view(t("watch.zone_set", zone=fit_line(zone, 60))))


# Buttons -------------------------------------------------------------------------------------------------------


async def turn(interaction: Itx, args: tuple[str, ...]) -> None:
    """Another page of the list."""
    interaction.client.limits.press(interaction)
    await acknowledge(interaction)
    await _draw(interaction, asking.number(args[0]))


async def toggle(interaction: Itx, args: tuple[str, ...]) -> None:
    """Pause or wake from the list."""
    await acknowledge(interaction)
    found = await _allowed(interaction, asking.number(args[0]))
    await (_rest if found.state == "active" else _wake)(interaction, found)
    await _draw(interaction, asking.number(args[1]))


async def drop(interaction: Itx, args: tuple[str, ...]) -> None:
    """Remove from the list."""
    await acknowledge(interaction)
    await _remove(interaction, await _allowed(interaction, asking.number(args[0])))
    await _draw(interaction, asking.number(args[1]))


async def pause_here(interaction: Itx, args: tuple[str, ...]) -> None:
    """Pause from a message that the watch posted."""
    await asking.think(interaction, private=True)
    await _rest(interaction, await _allowed(interaction, asking.number(args[0])))
    await _say(interaction, "watch.done_paused", asking.number(args[0]))


async def remove_here(interaction: Itx, args: tuple[str, ...]) -> None:
    """Remove from a message that the watch posted."""
    await asking.think(interaction, private=True)
    await _remove(interaction, await _allowed(interaction, asking.number(args[0])))
    await _say(interaction, "watch.done_removed", asking.number(args[0]))


async def _strangers(interaction: Itx, asked: Question, read: Query | None) -> tuple[str, ...]:
    """The speaker and the outlet that the archive does not know yet: perhaps misspelt, perhaps to come."""
    archive = interaction.client.archive
    unknown = [asked.speaker] if asked.speaker and not await archive.speakers(asked.speaker, 1) else []
    unknown += [asked.source] if asked.source and not await archive.sources(asked.source, 1) else []
    if read is not None:  # names in the words of the question
        unknown += [name for name in (read.unknown_speaker, read.unknown_source) if name and name not in unknown]
    return tuple(unknown)


async def _mine(interaction: Itx) -> list[Watch]:
    guild = interaction.guild_id if administers(interaction) else None
    return await interaction.client.part(WatchRunner).store.of(interaction.user.id, guild_id=guild)


async def _allowed(interaction: Itx, number: int) -> Watch:
    """A watch that the user may change: their own, or one of the server that they administer. Raises Refused."""
    interaction.client.limits.press(interaction)
    found = await interaction.client.part(WatchRunner).store.get(number)
    if found is None:
        raise Refused("watch.error_gone")
    if found.user_id == interaction.user.id or is_owner(interaction):
        return found
    if found.guild_id is None or found.guild_id != interaction.guild_id or not administers(interaction):
        raise Refused("watch.error_other")
    return found


async def _rest(interaction: Itx, found: Watch) -> None:
    await interaction.client.part(WatchRunner).store.set_state(found.id, "paused")
    await _note(interaction, "watch_pause", found)


async def _wake(interaction: Itx, found: Watch) -> None:
    """Go on. After a pause that somebody wished, what came meanwhile is passed over; else it is told."""
    bot = interaction.client
    seen = await bot.archive.mark() if found.state == "paused" else None
    await bot.part(WatchRunner).store.set_state(found.id, "active", seen=seen)
    await _note(interaction, "watch_resume", found)
    bot.part(WatchRunner).soon()


async def _remove(interaction: Itx, found: Watch) -> None:
    await interaction.client.part(WatchRunner).store.remove(found.id)
    await _note(interaction, "watch_remove", found)


async def _note(interaction: Itx, act: str, found: Watch) -> None:
    if found.user_id != interaction.user.id:
        await audit(interaction, act, watch=found.id, owner=found.user_id)


async def _say(interaction: Itx, key: str, number: int) -> None:
    t = interaction.client.texts.of(interaction.locale)
    await interaction.edit_original_response(view=done_view(t(key, number=str(number))))


async def _draw(interaction: Itx, page: int) -> None:
    bot = interaction.client
    found = await _mine(interaction)
    named = [await bot.part(WatchRunner).zone_of(item) for item in found]
    view = watches_view(bot.texts.of(interaction.locale), found, named, page, viewer=interaction.user.id)
    await interaction.edit_original_response(view=view)


ACTIONS: dict[str, Handler] = {
    "watch_page": turn,
    "watch_toggle": toggle,
    "watch_drop": drop,
    "watch_pause": pause_here,
    "watch_remove": remove_here,
}
COMMANDS = (watch,)
