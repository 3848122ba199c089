"""Watches: what new articles bring is posted once, in time, within the cap, over failures and restarts."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from dataclasses import replace
from typing import Any

import discord
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.texts import LANGUAGES, Texts
from bot.views.watch import PER_PAGE, PER_POST, added_view, post_view, watches_view
from bot.watching.runner import WatchRunner
from bot.watching.schedule import Mode, Schedule, day_start, next_time, zones
from bot.watching.store import Post, Watch, WatchStore
from index.model import Hit, Question
from tests.bot.conftest import World
from tests.bot.test_text import hostile
from tests.bot.test_views import hits as some_hits
from tests.support.audits import audits
from tests.support.layouts import RAW_ENTITY, buttons, check, text_of, without_links
from tests.support.patience import SECONDS
from tests.support.people import HITS, hostile_hit

moments = st.integers(946_684_800, 2_840_140_800).map(lambda second: dt.datetime.fromtimestamp(second, dt.UTC))


def posts(channel: Any) -> list[str]:
    """What watches posted in a channel."""
    return [shown for shown in map(drawn, channel.history()) if "New in the archive" in shown]


def drawn(message: discord.Message) -> str:
    return text_of([part.to_dict() for part in message.components])


async def look(world: World) -> None:
    await world.bot.part(WatchRunner).run_once()
    await world.env.settle()


async def add(world: World, who: Any = None, where: Any = None, **options: Any) -> Any:
    options = {"question": "news of the ferry"} | options
    return await (who or world.ann).slash(where or world.channel, "watch add", **options)


async def test_what_is_new_is_posted_once(world: World) -> None:
    result = await add(world)
    check(result.response.components)
    shown = text_of(result.response.components)
    assert result.response.ephemeral and "Watching" in shown and "at once" in shown and "Understood as" in shown
    await look(world)
    assert posts(world.channel) == []
    world.archive.bring(HITS[0], HITS[1])
    await look(world)
    (posted,) = posts(world.channel)
    assert "news of the ferry" in posted and "2 statements from articles" in posted
    assert HITS[0].quote in posted and "The Lowmark Courier" in posted
    check([part.to_dict() for part in world.channel.last_message.components])
    await look(world)
    await world.restart()
    await look(world)
    assert len(posts(world.channel)) == 1
    assert [after for _, after in world.archive.asked_new] == [10]
    world.archive.bring(HITS[0], HITS[2])  # the first was told already
    await look(world)
    assert len(posts(world.channel)) == 2
    assert HITS[2].quote in posts(world.channel)[-1] and HITS[0].quote not in posts(world.channel)[-1]


async def test_news_of_what_the_bot_itself_ingested_come_at_once(world: World) -> None:
    await add(world)
    world.archive.bring(HITS[0])
    await world.admin.slash(world.channel, "reindex")
    await until_posted(world, 1)
    assert len(posts(world.channel)) == 1


async def until_posted(world: World, count: int) -> None:
    async with asyncio.timeout(SECONDS):
        while len(posts(world.channel)) < count:
            await asyncio.sleep(0.01)
            await world.env.settle()


async def test_by_direct_message_of_a_speaker_alone(world: World) -> None:
    user = world.env.create_user("dora")
    dora = world.guild.add_member(user)
    result = await dora.slash(world.channel, "watch add", speaker="Mara Velden", where="direct")
    assert "by direct message" in text_of(result.response.components)
    world.archive.bring(HITS[0], HITS[1])  # the second is by somebody else
    await look(world)
    posted = drawn(user.dm_channel.last_message)
    assert HITS[0].quote in posted and HITS[1].quote not in posted
    assert posts(world.channel) == []


async def test_a_name_that_the_archive_does_not_know_is_told(world: World) -> None:
    result = await add(world, speaker="Mara Veldn", source="Radio Nordholm")
    shown = text_of(result.response.components)
    assert "called Mara Veldn yet" in shown and "called Radio" not in shown
    assert len(await world.bot.part(WatchRunner).store.active()) == 1


async def test_more_than_the_cap_waits_for_the_next_day(world: World) -> None:
    await add(world, cap=6)
    world.archive.bring(*HITS[:8])
    await look(world)
    assert len(posts(world.channel)) == 2  # four and two
    assert "2 more wait" in posts(world.channel)[-1]
    await look(world)
    assert len(posts(world.channel)) == 2
    await world.env.advance_time(86_400)
    await look(world)
    assert len(posts(world.channel)) == 3
    shown = "\n".join(posts(world.channel))
    assert all(hit.quote in shown for hit in HITS[:8])


async def test_a_digest_speaks_at_its_hour_in_the_servers_zone(world: World) -> None:
    set_zone = await world.admin.slash(world.channel, "watch zone", zone="Asia/Tokyo")
    assert "Asia/Tokyo" in text_of(set_zone.response.components)
    result = await add(world, when="daily", hour=9)
    assert "daily at 09:00 (Asia/Tokyo)" in text_of(result.response.components)
    world.archive.bring(HITS[0])
    await look(world)
    (watch,) = await world.bot.part(WatchRunner).store.active()
    assert posts(world.channel) == [] and watch.waiting == 1 and watch.due is not None
    due = dt.datetime.fromtimestamp(watch.due, dt.UTC)
    assert due.hour == 0  # nine in Tokyo
    await world.env.advance_time((due - discord.utils.utcnow()).total_seconds() + 1)
    await look(world)
    assert len(posts(world.channel)) == 1
    await look(world)
    (watch,) = await world.bot.part(WatchRunner).store.active()
    assert len(posts(world.channel)) == 1 and watch.due == int(due.timestamp()) + 86_400
    assert (await audits(world.store))[0]["act"] == "zone"


async def test_a_failure_of_discord_delays_and_neither_loses_nor_repeats(world: World) -> None:
    await add(world)
    world.archive.bring(HITS[0])
    world.env.inject_error("POST", f"/channels/{world.channel.id}/messages", status=500, times=2)
    await look(world)
    await look(world)
    assert posts(world.channel) == []
    await look(world)
    await look(world)
    assert len(posts(world.channel)) == 1


async def test_a_message_that_arrived_without_an_answer_is_found_again(world: World, monkeypatch: Any) -> None:
    await add(world)
    world.archive.bring(HITS[0])

    async def lost(*_: Any, **__: Any) -> None:
        raise OSError("the power went")

    monkeypatch.setattr(WatchStore, "posted", lost)
    await look(world)
    monkeypatch.undo()
    assert len(posts(world.channel)) == 1 and len(await world.bot.part(WatchRunner).store.unposted()) == 1
    for number in range(3):
        await world.ann.send(world.channel, f"talk {number}")
    await world.restart()
    await look(world)
    assert len(posts(world.channel)) == 1 and await world.bot.part(WatchRunner).store.unposted() == []


async def test_an_archive_made_anew_is_not_told_and_then_watched(world: World) -> None:
    await add(world)
    world.archive.marked = 0  # deleted
    await look(world)
    world.archive.marked, world.archive.news = 4, [(4, HITS[0])]  # and loaded again
    await look(world)
    assert posts(world.channel) == []
    world.archive.bring(HITS[1])
    await look(world)
    assert len(posts(world.channel)) == 1 and HITS[1].quote in posts(world.channel)[0]


async def test_a_cancelled_transaction_leaves_none_behind(world: World) -> None:
    await add(world)
    outbox = world.bot.part(WatchRunner).store
    for turns in range(6):
        task = asyncio.create_task(outbox.found(1, 11, [HITS[0], HITS[1]], now=turns))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await outbox.set_due(1, turns)
    (watch,) = await outbox.active()
    assert watch.due == 5 and (watch.seen, watch.waiting) in ((10, 0), (11, 2))


async def test_where_it_may_not_post_it_rests_and_loses_nothing(world: World) -> None:
    await add(world)
    world.env.inject_error("POST", f"/channels/{world.channel.id}/messages", status=403, code=50013)
    world.archive.bring(HITS[0])
    await look(world)
    world.archive.bring(HITS[1])
    await look(world)
    listed = await world.ann.slash(world.channel, "watch list")
    check(listed.response.components)
    assert "Paused: I may not post there" in text_of(listed.response.components) and posts(world.channel) == []
    await world.ann.click(listed.response, label="Resume 1")
    await until_posted(world, 2)
    shown = "\n".join(posts(world.channel))
    assert HITS[0].quote in shown and HITS[1].quote in shown


async def test_one_broken_watch_does_not_stop_the_others(world: World) -> None:
    await add(world)
    watches = world.bot.part(WatchRunner).store
    (first,) = await watches.active()
    result = await world.ann.slash(world.channel, "watch add", question="something else")
    assert result.acknowledged
    world.archive.bring(HITS[0])
    asked = world.archive.ask_new

    async def sometimes(question: Any, after: int) -> Any:
        if question.text == first.question.text:
            from index.errors import Busy

            raise Busy("many wait")
        return await asked(question, after)

    world.archive.ask_new = sometimes  # type: ignore[method-assign]
    await look(world)
    assert len(posts(world.channel)) == 1 and "something else" in posts(world.channel)[0]
    world.archive.ask_new = asked  # type: ignore[method-assign]
    await look(world)
    assert len(posts(world.channel)) == 2


async def test_pause_passes_over_and_the_list_works_after_a_restart(world: World) -> None:
    for number in range(7):
        await add(world, question=f"question {number}")
    listed = await world.ann.slash(world.channel, "watch list")
    check(listed.response.components)
    assert "Page 1 of 2" in text_of(listed.response.components)
    await world.restart()
    await world.ann.click(listed.response, label="More")
    assert "question 6" in text_of(listed.response.components)
    check(listed.response.components)
    await world.ann.click(listed.response, label="Pause 7")
    assert "Resume 7" in buttons(listed.response.components)
    for number in range(1, 7):
        await world.ann.slash(world.channel, "watch remove", number=number)
    world.archive.bring(HITS[0])
    await look(world)
    assert posts(world.channel) == []
    await world.ann.slash(world.channel, "watch resume", number=7)
    await look(world)
    assert posts(world.channel) == []
    world.archive.bring(HITS[1])
    await look(world)
    assert len(posts(world.channel)) == 1
    posted = world.channel.last_message
    other = world.guild.add_member(world.env.create_user("other"))
    refused = await other.click(posted, label="Remove this watch")
    told = [part for part in (refused.response, *refused.followups) if part is not None]
    assert any("somebody else" in text_of(part.components) and part.ephemeral for part in told)
    done = await world.admin.click(posted, label="Remove this watch")
    assert done.response.ephemeral and await world.bot.part(WatchRunner).store.active() == []
    assert [row["act"] for row in await audits(world.store)] == ["watch_remove"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"question": None}, "Name something to watch"),
        ({"zone": "Middle/Earth"}, "No time zone is called Middle/Earth"),
    ],
)
async def test_what_cannot_be_watched_is_one_sentence(world: World, options: dict[str, Any], said: str) -> None:
    given_options = {"question": "ferry"} | options
    usable = {name: value for name, value in given_options.items() if value is not None}
    result = await world.ann.slash(world.channel, "watch add", **usable)
    assert result.response.ephemeral and said in text_of(result.response.components)
    assert await world.bot.part(WatchRunner).store.active() == [] and world.handled()


async def test_hostile_words_stay_literal_and_within_limits(world: World) -> None:
    await add(world, question="**@everyone** <@1> [x](https://evil.example) # y")
    world.archive.bring(*(hostile_hit(rank) for rank in range(1, 2)))
    await look(world)
    posted = world.channel.last_message
    check([part.to_dict() for part in posted.components])
    assert not RAW_ENTITY.search(without_links(drawn(posted)))


async def test_removing_ones_data_removes_watches(world: World) -> None:
    await add(world)
    assert (await world.store.about(world.ann.id))["watches"] == 1
    await world.store.forget(world.ann.id)
    world.archive.bring(HITS[0])
    await look(world)
    assert posts(world.channel) == []


async def test_zones_and_watches_are_completed(world: World) -> None:
    found = await world.ann.autocomplete(world.channel, "watch add", "zone", "berl")
    assert [choice["value"] for choice in found] == ["Europe/Berlin"]
    assert len(await world.ann.autocomplete(world.channel, "watch add", "zone", "")) == 25
    await add(world, question="x" * 300)
    named = await world.ann.autocomplete(world.channel, "watch remove", "number", "")
    assert [choice["value"] for choice in named] == [1] and len(named[0]["name"]) <= 100


@given(
    moments,
    st.sampled_from(["daily", "weekly"]),
    st.integers(0, 23),
    st.integers(0, 6),
    st.sampled_from(
        ["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu", "Australia/Lord_Howe"]
    ),
)
def test_the_next_time_is_the_first_after_now(now: dt.datetime, mode: Mode, hour: int, weekday: int, zone: str) -> None:
    from zoneinfo import ZoneInfo

    schedule = Schedule(mode=mode, hour=hour, weekday=weekday)
    found = next_time(schedule, now, zone)
    assert found is not None and found > now
    longest = dt.timedelta(days=1 if mode == "daily" else 7) + dt.timedelta(days=1, hours=1)
    assert found - now <= longest
    here = found.astimezone(ZoneInfo(zone))
    assert here.hour in (hour, (hour + 1) % 24) and (mode == "daily" or here.weekday() == weekday)
    again = next_time(schedule, found, zone)
    assert again is not None and again > found


def test_a_day_begins_in_its_zone_and_at_once_has_no_time() -> None:
    now = dt.datetime(2026, 3, 29, 0, 30, tzinfo=dt.UTC)
    assert day_start(now, "America/New_York") == dt.datetime(2026, 3, 28, 4, 0, tzinfo=dt.UTC)
    assert next_time(Schedule(), now, "UTC") is None
    assert "Europe/Berlin" in zones() and re.search("UTC", " ".join(zones()))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    st.lists(some_hits(), min_size=1, max_size=PER_POST),
    st.builds(Question, text=hostile, speaker=st.none() | hostile, source=st.none() | hostile),
    st.sampled_from(LANGUAGES),
    st.integers(0, 2),
)
def test_any_words_stay_within_limits_in_every_language(
    hits: list[Hit], question: Question, language: str, waiting: int
) -> None:
    t = Texts.load().of(language)
    watch = Watch(
        id=7, user_id=1, guild_id=2, channel_id=3, question=question, language=language,
        schedule=Schedule(mode="weekly"), zone=None, cap=10, seen=0, due=1_700_000_000, waiting=waiting,
    )  # fmt: skip
    many = [replace(watch, id=number) for number in range(1, PER_PAGE + 2)]
    post = Post(id=8, watch=watch, hits=tuple(hits), tried=None, waiting=waiting)
    for view in (
        post_view(t, post),
        added_view(t, watch, "Europe/Berlin", "", ["x" * 200]),
        watches_view(t, many, ["America/Argentina/ComodRivadavia"] * len(many), 0, viewer=9),
    ):
        components = view.to_components()
        check(components)
        own = text_of(components).replace("<#3>", "").replace("<@1>", "")
        assert not RAW_ENTITY.search(without_links(own))
