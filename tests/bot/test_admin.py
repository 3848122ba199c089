"""/reindex and /status: who may, and what they show."""

from __future__ import annotations

import asyncio

import pytest

from bot.errors import Refused
from bot.jobs import Reindexer
from index.config import Discord
from tests.bot.conftest import World
from tests.support.layouts import buttons, check, text_of


async def test_a_member_does_not_see_the_administrators_commands(world: World) -> None:
    assert set(world.ann.available_commands(world.channel)).isdisjoint({"reindex", "status"})
    assert {"reindex", "status", "ask"} <= set(world.admin.available_commands(world.channel))


@pytest.mark.parametrize("command", ["reindex", "status"])
async def test_a_real_check_stands_behind_discords_own(world: World, command: str) -> None:
    # A server may open a command to everybody in its settings; the bot still looks itself.
    known = {found.name: found for found in await world.bot.tree.fetch_commands()}
    world.guild.set_command_permissions(known[command], {world.guild.default_role: True})
    result = await world.ann.slash(world.channel, command)
    assert result.response.ephemeral and "Manage Server" in text_of(result.response.components)
    assert world.archive.reindexes == 0
    assert world.handled()


async def test_status_shows_archive_generation_queue_and_latency(world: World) -> None:
    result = await world.admin.slash(world.channel, "status")
    check(result.response.components)
    shown = text_of(result.response.components)
    assert result.response.ephemeral
    for expected in ("18 articles", "Generation 3", "median 12 ms", "Gateway", "12.3 MB", "2 articles without a date"):
        assert expected in shown


async def test_reindex_posts_its_own_message_and_ends_with_what_changed(world: World) -> None:
    result = await world.admin.slash(world.channel, "reindex")
    assert result.response.ephemeral and "https://discord.com/channels/" in text_of(result.response.components)
    posted = world.channel.last_message
    shown = text_of([part.to_dict() for part in posted.components])
    assert "up to date" in shown
    assert "3 added · 2 replaced · 1 removed · 12 unchanged" in shown
    assert "9 added · 4 removed · 23 now" in shown
    assert await world.store.open_jobs() == []
    edits = [entry for entry in world.env.http_requests if entry.method == "PATCH" and "/webhooks/" not in entry.path]
    assert edits and all(entry.path.startswith("/channels/") for entry in edits)


async def test_a_reindex_that_a_crash_cut_short_is_told_at_the_next_start(world: World) -> None:
    message = await world.ann.send(world.channel, "placeholder")
    del message
    result = await world.admin.slash(world.channel, "reindex")
    assert result.acknowledged
    posted = world.channel.last_message
    await world.store.add_job(channel_id=world.channel.id, message_id=posted.id, locale="de")
    await world.restart()
    shown = text_of([part.to_dict() for part in world.channel.last_message.components])
    assert "Unterbrochen" in shown
    assert await world.store.open_jobs() == []


async def test_the_cancel_button_is_for_administrators(world: World) -> None:
    posted = await world.bot.get_channel(world.channel.id).send(view=_progress(world))
    label = next(iter(buttons([part.to_dict() for part in posted.components])))
    refused = await world.ann.click(posted, label=label)
    assert refused.response.ephemeral and "Manage Server" in text_of(refused.response.components)
    idle = await world.admin.click(posted, label=label)
    assert "No reindex is running" in text_of(idle.response.components)


async def test_owners_may_administer_in_direct_messages(world: World) -> None:
    owner, stranger = world.env.create_user("boss"), world.env.create_user("dora")
    world.bot.config = world.config.model_copy(update={"discord": Discord(owners=(owner.id,))})
    assert "18 articles" in text_of((await owner.slash("status")).response.components)
    await owner.slash("reindex")
    assert world.archive.reindexes == 1
    refused = await stranger.slash("status")
    assert "only in a server" in text_of(refused.response.components)
    assert world.handled()


async def test_a_second_reindex_is_refused_while_one_runs(world: World) -> None:
    channel = world.bot.get_channel(world.channel.id)
    t = world.bot.texts.of("en")
    world.archive.gate.clear()
    await world.bot.part(Reindexer).start(channel, t, full=False)
    with pytest.raises(Refused, match="running"):
        await world.bot.part(Reindexer).start(channel, t, full=False)
    assert world.bot.part(Reindexer).cancel()
    while world.bot.part(Reindexer).running:
        await asyncio.sleep(0.01)
    await world.env.settle()
    assert "Cancelled" in text_of([part.to_dict() for part in world.channel.last_message.components])


def _progress(world: World):
    import datetime as dt

    from bot.views.progress import progress_view

    return progress_view(world.bot.texts.of("en"), None, started=dt.datetime.now(dt.UTC))


async def test_attachments_are_ingested_and_what_was_refused_is_named(world: World) -> None:
    file, other = ("../../evil name.txt", b"text"), ("b.jsonl", b"{}")
    result = await world.admin.slash(world.channel, "ingest", file=file, file2=other, source="The Lowmark Courier")
    assert result.response.ephemeral and "discord.com/channels" in text_of(result.response.components)
    assert set(world.archive.ingested.values()) == {b"text", b"{}"}
    assert all("/" not in name for name in world.archive.ingested)
    assert world.archive.ingested_source == "The Lowmark Courier"
    shown = text_of([part.to_dict() for part in world.channel.last_message.components])
    assert "3 added" in shown and ":2: is <\\@1> no JSON" in shown and "onrecord-" not in shown


async def test_too_large_attachments_and_members_are_refused(world: World) -> None:
    settings = world.config.discord.model_copy(update={"max_attachment_mb": 0})
    world.bot.config = world.config.model_copy(update={"discord": settings})
    result = await world.admin.slash(world.channel, "ingest", file=("a.txt", b"text"))
    assert result.response.ephemeral and "larger than" in text_of(result.response.components)
    assert world.archive.ingested == {} and world.handled()
