"""The other commands: people, outlets, timelines, articles, quotes, messages, privacy, settings, mentions."""

from __future__ import annotations

import json
from typing import Any

import discord
import pytest
from aiohttp import ClientSession

from bot.health import HealthServer
from tests.bot.conftest import World
from tests.support.audits import audits
from tests.support.layouts import RAW_ENTITY, buttons, check, menus, text_of, walk, without_links
from tests.support.people import ARTICLES, HITS


def drawn(message: discord.Message) -> str:
    return text_of([part.to_dict() for part in message.components])


async def asked(who: Any, where: Any) -> str:
    return text_of((await who.slash(where, "ask", question="ferry")).response.components)


async def test_speakers_and_sources_are_listed_in_private(world: World) -> None:
    people = await world.ann.slash(world.channel, "speakers", search="velden")
    assert people.response.ephemeral
    assert "Mara Velden" in text_of(people.response.components)
    assert "Tomas Rehak" not in text_of(people.response.components)
    outlets = await world.ann.slash(world.channel, "sources")
    assert "Radio Nordholm" in text_of(outlets.response.components) and "6 articles" in text_of(
        outlets.response.components
    )
    nobody = await world.ann.slash(world.channel, "speakers", search="zzz")
    assert "Nothing of that name" in text_of(nobody.response.components)
    for result in (people, outlets, nobody):
        check(result.response.components)


async def test_a_timeline_by_date(world: World) -> None:
    result = await world.ann.slash(world.channel, "timeline", speaker="Mara Velden", topic="ferry")
    check(result.response.components)
    shown = text_of(result.response.components)
    assert "### Mara Velden · ferry" in shown and "will sail before the first frost" in shown
    assert "1 statement has no date" in shown


async def test_a_timeline_of_nobody_is_one_private_sentence(world: World) -> None:
    result = await world.ann.slash(world.channel, "timeline", speaker="Otto")
    told = result.followups[-1]
    assert told.ephemeral and "Nobody and nothing of that name" in text_of(told.components)
    assert world.handled()


async def test_an_article_is_chosen_by_its_title_and_read(world: World) -> None:
    choices = await world.ann.autocomplete(world.channel, "article", "article", "coun lowm")
    assert {choice["value"] for choice in choices} == {hit.article.id for hit in HITS}
    assert await world.ann.autocomplete(world.channel, "article", "article", "lighth") == []
    assert len(await world.ann.autocomplete(world.channel, "article", "article", "")) == len(HITS)
    assert world.archive.asked == []  # no search for a keystroke
    result = await world.ann.slash(world.channel, "article", article="a3")
    check(result.response.components)
    shown = text_of(result.response.components)
    assert result.response.ephemeral and ARTICLES["a3"].title in shown and "Tea was served" in shown
    missing = await world.ann.slash(world.channel, "article", article="nope")
    told = missing.response or missing.followups[-1]
    assert "No article of that id" in text_of(told.components)
    assert world.handled()


async def test_a_quote_is_found_in_private_and_posted_in_public_with_credit(world: World) -> None:
    found = await world.ann.slash(world.channel, "quote", words="ferry")
    check(found.response.components)
    assert found.response.ephemeral and "Post 2" in buttons(found.response.components)
    await world.restart()
    posted = await world.ann.click(found.response, label="Post 2")
    (card,) = posted.followups
    shown = text_of(card.components)
    assert not card.ephemeral
    assert HITS[1].quote in shown and "Tomas Rehak" in shown and "Brackwater Gazette" in shown
    check(card.components)
    none = await world.ann.slash(world.channel, "quote", words="nothing")
    assert "No exact statement" in text_of(none.response.components)


async def test_sources_are_found_for_a_message(world: World) -> None:
    message = await world.admin.send(world.channel, "The mayor said the ferry will sail <@1>")
    result = await world.ann.context_menu(world.channel, "Find sources for this", message)
    check(result.response.components)
    assert result.response.ephemeral and "Mara Velden" in text_of(result.response.components)
    assert world.archive.asked[-1].text.startswith("The mayor said the ferry")
    assert not RAW_ENTITY.search(without_links(text_of(result.response.components)))


async def test_a_message_without_text_is_refused(world: World) -> None:
    posted = await world.bot.get_channel(world.channel.id).send(embed=discord.Embed(title="x"))
    result = await world.ann.context_menu(world.channel, "Find sources for this", posted)
    assert "no text" in text_of(result.response.components)
    assert world.handled()


async def test_privacy_counts_what_is_stored_and_removes_it(world: World) -> None:
    answer = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.ann.click(answer.response, label="Helpful")
    await world.admin.slash(world.channel, "ask", question="ferry")
    told = await world.ann.slash(world.channel, "privacy")
    check(told.response.components)
    assert told.response.ephemeral and "1 questions, 1 feedback entries" in text_of(told.response.components)
    await world.ann.click(told.response, label="Remove it all now")
    assert "2 entries were removed" in text_of(told.response.components)
    assert await world.store.about(world.ann.id) == {"asked": 0, "feedback": 0, "watches": 0}
    assert (await world.store.about(world.admin.id))["asked"] == 1
    again = await world.ann.click(answer.response, label="Helpful")
    assert "forgotten" in text_of(again.response.components)


async def test_settings_say_who_may_ask_and_where(world: World) -> None:
    panel = await world.admin.slash(world.channel, "settings")
    check(panel.response.components)
    other = world.guild.create_text_channel("archive")
    menu = {part["custom_id"]: part for part in walk(panel.response.components) if part["type"] in (3, 6, 8)}
    assert {"os:set_channels", "os:set_roles", "os:set_language"} < set(menu)
    await world.admin.select(panel.response, [other], custom_id="os:set_channels")
    refused = await world.ann.slash(world.channel, "ask", question="ferry")
    assert refused.response.ephemeral and other.mention in text_of(refused.response.components)
    allowed = await world.ann.slash(other, "ask", question="ferry")
    assert "Mara Velden" in text_of(allowed.response.components)
    await world.admin.select(panel.response, [], custom_id="os:set_channels")
    role = world.guild.create_role("readers")
    await world.admin.select(panel.response, [role], custom_id="os:set_roles")
    assert "Only some roles" in await asked(world.ann, world.channel)
    reader = world.guild.add_member(world.env.create_user("reader"), roles=[role])
    assert "Mara Velden" in text_of((await reader.slash(world.channel, "ask", question="ferry")).response.components)
    assert "Mara Velden" in text_of(
        (await world.admin.slash(world.channel, "ask", question="ferry")).response.components
    )
    assert world.handled()


async def test_settings_hold_privacy_and_language_over_a_restart(world: World) -> None:
    panel = await world.admin.slash(world.channel, "settings")
    await world.admin.click(panel.response, label="Make private the default")
    await world.admin.select(panel.response, ["de"], custom_id="os:set_language")
    await world.restart()
    assert (await world.ann.slash(world.channel, "ask", question="ferry")).response.ephemeral
    assert not (await world.ann.slash(world.channel, "ask", question="ferry", private=False)).response.ephemeral
    await world.admin.slash(world.channel, "reindex")
    assert "auf dem neuesten Stand" in drawn(world.channel.last_message)


async def test_settings_are_for_administrators(world: World) -> None:
    panel = await world.admin.slash(world.channel, "settings")
    known = {found.name: found for found in await world.bot.tree.fetch_commands()}
    world.guild.set_command_permissions(known["settings"], {world.guild.default_role: True})
    refused = await world.ann.slash(world.channel, "settings")
    assert "Manage Server" in text_of(refused.response.components)
    assert panel.response.ephemeral and world.handled()


async def test_a_mention_is_answered_in_a_thread_and_followed_up_there(world: World) -> None:
    me = world.guild.me.mention
    await world.ann.send(world.channel, f"{me} what did Velden say about the ferry?")
    (thread,) = world.channel.threads
    assert thread.name == "what did Velden say about the ferry?"
    check([part.to_dict() for part in thread.last_message.components])
    assert "Understood as: Mara Velden" in drawn(thread.last_message)
    await world.ann.send(thread, f"{me} and about the bridge?")
    assert world.archive.asked[-1].speaker == "Mara Velden"
    assert "and about the bridge?" in drawn(thread.last_message)
    before = len(world.archive.asked)
    await world.ann.send(thread, "this is not for the bot")
    assert len(world.archive.asked) == before


async def test_a_direct_message_is_answered_without_a_mention(world: World) -> None:
    user = world.env.create_user("dora")
    await user.send_dm("ferry?")
    assert "Mara Velden" in drawn(user.dm_channel.last_message)


@pytest.mark.parametrize(("words", "said"), [("", "Ask me something"), ("broken", "cannot be used right now")])
async def test_a_mention_without_a_question_or_with_a_failure_gets_one_sentence(
    world: World, words: str, said: str
) -> None:
    await world.ann.send(world.channel, f"{world.guild.me.mention} {words}")
    assert said in drawn(world.channel.last_message)


async def test_menus_of_every_answer_have_valid_options(world: World) -> None:
    for question in ("ferry", "silent", "hostile", "unknown"):
        result = await world.ann.slash(world.channel, "ask", question=question)
        check(result.response.components)
        await world.ann.click(result.response, label="Refine")
        check(result.response.components)
        assert menus(result.response.components)


async def test_feedback_is_exported_for_the_own_server_without_names(world: World) -> None:
    nothing = await world.admin.slash(world.channel, "feedback export")
    assert "No feedback yet." in text_of(nothing.response.components)
    answer = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.ann.click(answer.response, label="Helpful")
    exported = await world.admin.slash(world.channel, "feedback export")
    check(exported.response.components)
    file, questions = exported.response.attachments
    assert exported.response.ephemeral and file.filename == "feedback.jsonl"
    assert questions.filename == "questions.jsonl" and "1 of them" in text_of(exported.response.components)
    assert (await audits(world.store))[0]["act"] == "feedback_export"
    (row,) = await world.store.feedback(world.guild.id)
    assert row["helpful"] and str(world.ann.id) not in json.dumps(row)
    assert await world.store.feedback(world.guild.id + 1) == []


async def test_health_tells_the_gateways_state(world: World) -> None:
    port = await world.bot.part(HealthServer).start(0)
    await world.ann.slash(world.channel, "ask", question="nothing")
    async with ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{port}/health") as response:
            state = await response.json()
            assert (response.status == 200) == state["healthy"] and state["guilds"] == 1
        async with session.get(f"http://127.0.0.1:{port}/metrics") as response:
            told = await response.text()
            assert 'onrecord_events_total{event="declined"} 1' in told and "onrecord_gateway_healthy" in told
        world.bot.stopping = True
        async with session.get(f"http://127.0.0.1:{port}/health") as response:
            assert response.status == 503
        world.bot.stopping = False
    await world.bot.part(HealthServer).close()
