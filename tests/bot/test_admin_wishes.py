"""What administrators ask for: an audit to be seen, blocked channels, rates by role, usual speakers, taking along."""

from __future__ import annotations

import csv
import io
import time
from typing import Any

import discord
import pytest

from bot.departed import Departed, forget_departed
from bot.limits import Limits
from bot.store import GuildSettings
from bot.sync import known, payload, same, synchronise
from bot.texts import LANGUAGES, Texts
from bot.views.audit import audit_view
from bot.views.settings import WHO, Bounds, settings_view
from index.config import Discord
from index.model import Question
from tests.bot.conftest import World
from tests.support.audits import audits
from tests.support.layouts import check, menus, text_of
from tests.support.people import HITS, SOURCES


def shown(message: Any) -> str:
    return text_of([part.to_dict() for part in message.components])


async def test_acts_are_posted_where_the_server_wants_them(world: World) -> None:
    log = world.guild.create_text_channel("mod-log")
    panel = await world.admin.slash(world.channel, "settings")
    await world.admin.select(panel.response, [log], custom_id="os:set_audit")
    assert "changed the settings" in shown(log.last_message) and f"<@{world.admin.id}>" in shown(log.last_message)
    await world.admin.slash(world.channel, "remove", article="a0", reason="@everyone **by mistake**")
    told = shown(log.last_message)
    assert "removed an article" in told and "a0" in told and "@everyone" not in told and "\\*\\*by" in told
    await world.admin.select(panel.response, [], custom_id="os:set_audit")
    before = log.last_message.id
    await world.admin.slash(world.channel, "restore", what=(await world.archive.removed())[0].at.isoformat())
    assert log.last_message.id == before


async def test_an_audit_channel_that_is_gone_stops_no_act(world: World) -> None:
    await world.store.change_guild(world.guild.id, lambda _: GuildSettings(audit=1))
    done = await world.admin.slash(world.channel, "remove", article="a0")
    assert "1 article was removed" in text_of(done.response.components)


async def test_nothing_is_answered_in_a_blocked_channel_and_its_threads(world: World) -> None:
    panel = await world.admin.slash(world.channel, "settings")
    await world.admin.select(panel.response, [world.channel], custom_id="os:set_blocked")
    refused = await world.ann.slash(world.channel, "ask", question="ferry")
    assert refused.response.ephemeral and "not answered in this channel" in text_of(refused.response.components)
    await world.ann.send(world.channel, f"{world.guild.me.mention} what did Velden say about the ferry?")
    assert "not answered in this channel" in shown(world.channel.last_message)
    assert world.archive.asked == [] and world.handled()
    other = world.guild.create_text_channel("elsewhere")
    assert HITS[0].quote in text_of((await world.ann.slash(other, "ask", question="ferry")).response.components)


def test_the_most_generous_of_a_members_roles_counts() -> None:
    settings = GuildSettings(user_rate=1, role_rates=((7, 2), (8, 3)))
    for roles, most in (((), 1), ((7,), 2), ((7, 8), 3), ((9,), 1)):
        limits = Limits(Discord(questions_per_minute=600))
        taken = 0
        try:
            for _ in range(5):
                limits.take_for(1, 2, settings, roles)
                taken += 1
        except Exception as refused:
            assert "cooldown_user" in str(refused)
        assert taken == most


async def test_a_rate_of_a_role_is_set_and_taken_back(world: World) -> None:
    role = world.guild.create_role("readers")
    half = await world.admin.slash(world.channel, "settings", role=role)
    assert "together" in text_of(half.response.components)
    panel = await world.admin.slash(world.channel, "settings", role=role, rate=2)
    assert f"<@&{role.id}> At most 2" in text_of(panel.response.components)
    reader = world.guild.add_member(world.env.create_user("reader"), roles=[role])
    told = [text_of((await reader.slash(world.channel, "ask", question="ferry")).response.components) for _ in range(3)]
    assert ["many questions" in text for text in told] == [False, False, True]
    await world.admin.slash(world.channel, "settings", role=role, rate=0)
    assert (await world.store.guild(world.guild.id)).role_rates == ()
    assert world.handled()


async def test_questions_that_name_none_are_about_the_usual_speaker_and_outlet(world: World) -> None:
    panel = await world.admin.slash(world.channel, "settings", speaker="Tomas Rehak", source=SOURCES[1])
    assert "Tomas Rehak" in text_of(panel.response.components)
    await world.ann.slash(world.channel, "ask", question="the bridge")
    assert (world.archive.asked[-1].speaker, world.archive.asked[-1].source) == ("Tomas Rehak", SOURCES[1])
    await world.ann.slash(world.channel, "ask", question="what did Velden say about it?")
    assert (world.archive.asked[-1].speaker, world.archive.asked[-1].source) == (None, SOURCES[1])
    await world.ann.slash(world.channel, "ask", question="the bridge", everything=True)
    assert (world.archive.asked[-1].speaker, world.archive.asked[-1].source) == (None, None)
    await world.ann.slash(world.channel, "ask", question="the bridge", speaker="Ines Oduya", source=SOURCES[2])
    assert (world.archive.asked[-1].speaker, world.archive.asked[-1].source) == ("Ines Oduya", SOURCES[2])
    await world.admin.slash(world.channel, "settings", speaker="-", source="-")
    await world.ann.slash(world.channel, "ask", question="the bridge")
    assert world.archive.asked[-1].speaker is None
    stranger = await world.admin.slash(world.channel, "settings", speaker="Nobody At All")
    assert "Nobody and nothing of that name" in text_of(stranger.response.components) and world.handled()


async def test_an_answer_is_taken_along_as_text_with_citations(world: World) -> None:
    answer = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.ann.click(answer.response, label="Refine")
    menu = menus(answer.response.components)["read"]
    taken = await world.ann.select(answer.response, ["x:"], custom_id=menu["custom_id"])
    assert taken.response.ephemeral
    text, entries = [await file_of(taken.response, name) for name in ("answer.txt", "answer.bib")]
    for found in HITS:
        assert f"“{found.quote}” — {found.speaker}" in text and str(found.article.url) in text
    assert "1 April 2022" in text and "Staff. (2022, April 1). Lowmark council" in text
    assert entries.count("@article{") == len(HITS) and "url = {https://lowmark.example/2022/ferry-0}" in entries


async def test_a_timeline_is_taken_along_as_a_table(world: World) -> None:
    line = await world.ann.slash(world.channel, "timeline", speaker="Mara Velden")
    menu = menus(line.response.components)["read"]
    taken = await world.ann.select(line.response, ["x:"], custom_id=menu["custom_id"])
    rows = list(csv.DictReader(io.StringIO(await file_of(taken.response, "timeline.csv"))))
    wanted = [found for found in HITS if found.speaker == "Mara Velden" and found.article.date]
    assert sorted(row["words"] for row in rows) == sorted(str(found.quote) for found in wanted)
    assert all(row["speaker"] == "Mara Velden" and row["outlet"] in SOURCES for row in rows)


async def test_a_no_is_nothing_to_take_along(world: World) -> None:
    answer = await world.ann.slash(world.channel, "ask", question="nothing")
    await world.ann.click(answer.response, label="Refine")
    menu = menus(answer.response.components).get("read")
    assert menu is None or "x:" not in [option["value"] for option in menu["options"]]


async def file_of(message: Any, name: str) -> str:
    (found,) = [item for item in message.attachments if item.filename == name]
    return (await found.read()).decode()


async def test_a_server_that_was_left_is_forgotten_after_thirty_days(world: World) -> None:
    mine, left = world.guild.id, 999 << 22
    for number in (mine, left):
        await world.store.change_guild(number, lambda now: GuildSettings(private=True))
        await world.store.add_asked(Question(text="x"), per_page=1, user_id=1, guild_id=number, channel_id=2)
        await world.store.add_audit("ingest", actor=1, guild_id=number, details="{}", now=int(time.time()))
    part = world.bot.part(Departed)
    await part.begin()  # while the bot was down, it was put out of one
    db = world.store.outbox
    assert await forget_departed(db, now=time.time() + 29 * 86_400) == 0
    assert (await world.store.guild(left)).private
    assert await forget_departed(db, now=time.time() + 31 * 86_400) == 1
    assert not (await world.store.guild(left)).private and (await world.store.guild(mine)).private
    assert {row["guild_id"] for row in await audits(world.store)} == {mine}
    guild = world.bot.get_guild(mine)
    assert guild is not None
    await part.left(guild)
    await part.joined(guild)  # came back in time
    assert await forget_departed(db, now=time.time() + 99 * 86_400) == 0


async def test_discord_is_asked_what_it_has(world: World) -> None:
    assert await synchronise(world.bot, guild_id=None) is None  # the fixture told it
    world.env.backend.commands[None].clear()  # somebody else overwrote them with another token
    assert await synchronise(world.bot, guild_id=None) == len(await payload(world.bot))
    assert await synchronise(world.bot, guild_id=None) is None
    first = next(iter(world.env.backend.commands[None].values()))
    first["description"] = "of an older version"
    assert await synchronise(world.bot, guild_id=None) == len(await payload(world.bot))
    assert await synchronise(world.bot, guild_id=world.guild.id) is not None
    assert await synchronise(world.bot, guild_id=world.guild.id) is None
    assert await synchronise(world.bot, guild_id=None, force=True) is not None
    assert len(await known(world.bot, None)) == len(await payload(world.bot))


def test_what_discord_adds_is_no_difference_and_what_it_has_more_is() -> None:
    ours = {"name": "ask", "description": "d", "nsfw": False, "contexts": [1, 0], "options": [{"name": "a", "type": 3}]}
    theirs = ours | {"id": "1", "contexts": [0, 1], "name_localizations": None, "version": "9"}
    assert same([ours], [theirs])
    assert not same([ours], [theirs | {"options": []}]) and not same([ours], [theirs, theirs])
    assert not same([ours], [theirs | {"default_member_permissions": "32"}])
    assert not same([ours], [theirs | {"description_localizations": {"de": "x"}}])


@pytest.mark.parametrize("language", LANGUAGES)
def test_panel_and_audit_stay_within_the_limits(language: str) -> None:
    t = Texts.load().of(language)
    many = tuple(range(10**18, 10**18 + 25))
    now = GuildSettings(channels=many, blocked=many, roles=many, audit=many[0], private=True)
    check(settings_view(t, now, Bounds(outlets=[], user_rate=1, server_rate=1), tab=WHO, last=(1, 2)).to_components())
    details = {f"name{n} <@1>": ["x" * 500, "**y**" * 200] for n in range(20)}
    view = audit_view(t, "settings", 1, details)
    check(view.to_components())
    assert isinstance(view, discord.ui.LayoutView)
