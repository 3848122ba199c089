"""Watches: where they speak and whom they call, what wakes them, and what can never."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord
import pytest

from bot.watching.behind import behind, passed_over
from bot.watching.runner import WatchRunner
from bot.watching.schedule import Schedule
from bot.watching.store import Watch
from index.model import Question
from tests.bot.conftest import World
from tests.bot.test_watch import add, drawn, look, posts
from tests.support.layouts import text_of
from tests.support.people import HITS


async def test_nothing_is_looked_at_when_nothing_moved(world: World) -> None:
    await add(world)
    await look(world)
    world.archive.bring(HITS[0])
    await look(world)
    assert world.archive.stirring == [1]
    for _ in range(3):
        await look(world)
    assert world.archive.stirring == [1] and len(posts(world.channel)) == 1


async def test_what_new_articles_do_not_wake_is_not_asked(world: World) -> None:
    await add(world)

    async def nothing(watched: Any) -> tuple[bool, ...]:
        return (False,) * len(watched)

    world.archive.stirred = nothing  # type: ignore[method-assign]
    world.archive.bring(HITS[0])
    await look(world)
    assert world.archive.asked_new == [] and posts(world.channel) == []
    (watch,) = await world.bot.part(WatchRunner).store.active()
    assert watch.seen == world.archive.marked


async def test_only_allowed_roles_are_mentioned(world: World) -> None:
    role = world.guild.create_role("ferry-friends")
    refused = await add(world, role=role)
    assert "may not be mentioned" in text_of(refused.response.components) and world.handled()
    await world.store.change_guild(world.guild.id, lambda now: replace(now, pings=(role.id,)))
    result = await add(world, role=role)
    assert f"<@&{role.id}>" in text_of(result.response.components)
    world.archive.bring(HITS[0])
    await look(world)
    (sent,) = [entry for entry in world.env.http_requests if entry.path.endswith(f"/{world.channel.id}/messages")]
    assert sent.json["allowed_mentions"] == {"parse": [], "roles": [role.id], "replied_user": False} or (
        sent.json["allowed_mentions"]["roles"] == [role.id] and not sent.json["allowed_mentions"].get("parse")
    )
    assert f"<@&{role.id}>" in drawn(world.channel.last_message)
    await world.store.change_guild(world.guild.id, lambda now: replace(now, pings=()))
    world.archive.bring(HITS[1])
    await look(world)
    assert f"<@&{role.id}>" not in drawn(world.channel.last_message)  # no longer allowed


async def test_a_digest_keeps_to_one_thread(world: World) -> None:
    await add(world, thread=True)
    for found in HITS[:2]:
        world.archive.bring(found)
        await look(world)
    (watch,) = await world.bot.part(WatchRunner).store.active()
    assert watch.thread_id is not None
    thread = world.bot.get_channel(watch.thread_id)
    assert isinstance(thread, discord.Thread) and thread.name.startswith("New in the archive: news of the ferry")
    told = [drawn(message) async for message in thread.history()]
    assert len([text for text in told if "1 statement from articles" in text]) == 2
    assert posts(world.channel) == []


async def test_a_forum_gets_a_post_for_each_message(world: World) -> None:
    forum = world.guild.create_forum_channel("papers")
    await add(world, channel=forum)
    for found in HITS[:2]:
        world.archive.bring(found)
        await look(world)
    made = [thread for thread in world.bot.get_guild(world.guild.id).threads if thread.parent_id == forum.id]
    assert len(made) == 2 and all(thread.name.startswith("New in the archive") for thread in made)


async def test_a_watch_speaks_in_no_channel_where_members_may_not_ask(world: World) -> None:
    forum = world.guild.create_forum_channel("papers")
    await world.store.change_guild(world.guild.id, lambda now: replace(now, blocked=(forum.id,)))
    refused = await add(world, channel=forum)
    assert "not answered in this channel" in text_of(refused.response.components) and world.handled()
    assert await world.bot.part(WatchRunner).store.active() == []
    await add(world, world.admin, channel=forum)  # who manages the server asks everywhere
    assert len(await world.bot.part(WatchRunner).store.active()) == 1


async def test_a_thread_in_a_forum_that_was_deleted_is_opened_anew(world: World) -> None:
    forum = world.guild.create_forum_channel("papers")
    await add(world, channel=forum, thread=True)
    runner = world.bot.part(WatchRunner)
    world.archive.bring(HITS[0])
    await look(world)
    (before,) = await runner.store.active()
    assert before.thread_id is not None
    await world.bot.get_channel(before.thread_id).delete()  # type: ignore[union-attr]
    await world.env.settle()
    world.archive.bring(HITS[1])
    await look(world)
    (after,) = await runner.store.active()
    assert after.thread_id not in (None, before.thread_id)
    thread = world.bot.get_channel(after.thread_id)
    assert isinstance(thread, discord.Thread) and thread.parent_id == forum.id
    assert HITS[1].quote in "".join([drawn(message) async for message in thread.history()])


async def test_a_direct_watch_of_a_server_without_the_bot_does_not_go_with_that_server(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(world.bot, "get_guild", lambda _: None)
    await world.ann.slash(world.channel, "watch add", question="news of the ferry", where="direct")
    (watch,) = await world.bot.part(WatchRunner).store.active()
    assert watch.guild_id is None and watch.channel_id is None


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"publish": True}, "Only messages of an announcement channel"),
        ({"where": "direct", "thread": True}, "are for servers"),
    ],
)
async def test_what_a_channel_cannot_do_is_told(world: World, options: dict[str, Any], told: str) -> None:
    result = await world.ann.slash(world.channel, "watch add", question="news of the ferry", **options)
    assert told in text_of(result.response.components) and world.handled()
    assert await world.bot.part(WatchRunner).store.active() == []


async def test_a_watch_that_can_never_fire_says_so(world: World) -> None:
    await world.store.change_guild(world.guild.id, lambda now: replace(now, sources=("Brackwater Gazette",)))
    result = await add(world, source="Radio Nordholm")
    assert "does not show Radio Nordholm: this watch can never tell" in text_of(result.response.components)
    assert "can never tell" not in text_of((await add(world, source="Brackwater Gazette")).response.components)


async def test_ten_thousand_watches_are_read_as_columns_and_passed_over_together(world: World) -> None:
    store = world.bot.part(WatchRunner).store
    saved = Watch(
        user_id=1, guild_id=None, channel_id=None, question=Question(text="the ferry"), language="en",
        schedule=Schedule(), zone=None, cap=5, seen=0,
    )  # fmt: skip
    first = await store.add(saved, now=0)
    await store.connection.executemany(
        "INSERT INTO watches (user_id, question, language, mode, hour, weekday, cap, seen, created)"
        " SELECT user_id, question, language, mode, hour, weekday, cap, seen, created FROM watches WHERE id = ?",
        [(first,)] * 9_999,
    )
    topic = await world.archive.topic(saved.question)
    await store.connection.execute(
        "INSERT INTO watch_topics SELECT id, ?, ?, ? FROM watches", (topic.model, topic.text, topic.vector.tobytes())
    )
    late = await behind(store.connection, 5, topic.model)
    assert len(late) == 10_000 and all(one.watched is not None for one in late)
    assert all(one.watched is None for one in await behind(store.connection, 5, "another model"))
    await passed_over(store.connection, [one.id for one in late], 5)
    assert await behind(store.connection, 5, topic.model) == []
