"""/ask as a user sees it: the answer, the honest no, filters, paging, refusals."""

from __future__ import annotations

import datetime as dt

import discord
import pytest
import simcord
from structlog.testing import capture_logs

from tests.bot.conftest import World
from tests.support.layouts import RAW_ENTITY, buttons, check, links, text_of, without_links
from tests.support.people import HITS


async def test_an_answer_shows_quote_speaker_outlet_date_and_link(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="what did they say about the ferry?")
    check(result.response.components)
    shown = text_of(result.response.components)
    assert "what did they say about the ferry?" in shown
    assert "Understood as: the ferry" in shown
    assert f"**{HITS[0].quote}**" in shown
    assert "Mara Velden" in shown and "Mayor of Lowmark" in shown
    assert "The Lowmark Courier" in shown
    day = dt.date(2022, 4, 1)
    stamps = [int(part.split(":")[1]) for part in shown.split() if part.startswith("<t:") and part.endswith(":D>")]
    assert dt.datetime.fromtimestamp(stamps[0], dt.UTC).date() == day
    assert (HITS[0].article.title, HITS[0].article.url) in links(shown)
    assert "Q. When will the ferry sail?" in shown
    assert HITS[1].quote not in shown and shown.count("**") == 2
    assert not result.response.ephemeral
    await world.ann.click(result.response, label="17 more")
    check(result.response.components)
    shown = text_of(result.response.components)
    assert "Also in Brackwater Gazette" in shown and all(hit.quote in shown for hit in HITS[:5])
    await world.ann.click(result.response, label="Less")
    assert HITS[1].quote not in text_of(result.response.components)


async def test_the_answer_is_acknowledged_before_the_archive_is_asked(world: World) -> None:
    await world.ann.slash(world.channel, "ask", question="ferry")
    sent = [entry for entry in world.env.http_requests if "/callback" in entry.path]
    assert sent[0].json["type"] == 5


async def test_private_answers_are_for_the_asker_alone(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry", private=True)
    assert result.response.ephemeral


async def test_filters_reach_the_archive_and_are_shown(world: World) -> None:
    result = await world.ann.slash(
        world.channel,
        "ask",
        question="ferry",
        speaker="Tomas Rehak",
        source="Brackwater Gazette",
        since="April 2022",
        until="2022-04-30",
        limit=1,
    )
    asked = world.archive.asked[-1]
    assert (asked.speaker, asked.source, asked.limit) == ("Tomas Rehak", "Brackwater Gazette", 1)
    assert (asked.since, asked.until) == (dt.date(2022, 4, 1), dt.date(2022, 4, 30))
    shown = text_of(result.response.components)
    assert "Tomas Rehak · the ferry · Brackwater Gazette · 1-30 April 2022" in shown
    assert "2 articles without a date were left out" in shown
    assert not buttons(result.response.components).get("More")


@pytest.mark.parametrize(
    ("option", "value"), [("since", "the other day"), ("until", "2022-02-31"), ("since", "<@1> **x**")]
)
async def test_a_bad_date_is_named_in_private(world: World, option: str, value: str) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry", **{option: value})
    shown = text_of(result.response.components)
    assert result.response.ephemeral and f"`{option}`" in shown
    assert not RAW_ENTITY.search(shown)
    assert not world.archive.asked
    assert world.handled()


async def test_a_window_that_ends_before_it_begins_is_refused(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry", since="2022-05-01", until="2022-04-01")
    assert result.response.ephemeral and "later than" in text_of(result.response.components)
    assert world.handled()


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("nothing", "Nobody in the archive said anything on that"),
        ("unknown", "Nobody called Otto Nobody speaks in the archive"),
        ("silent", "Ines Oduya said nothing on that"),
        ("period", "nothing on that for 1-30 April 2021"),
        ("empty", "The archive is empty"),
    ],
)
async def test_an_honest_no_says_why(world: World, question: str, sentence: str) -> None:
    result = await world.ann.slash(world.channel, "ask", question=question)
    check(result.response.components)
    shown = text_of(result.response.components)
    assert sentence in shown
    assert shown.startswith("### No. ") and HITS[0].quote not in shown
    near = question not in ("empty", "period")
    assert ("Closest passages" in buttons(result.response.components)) == near
    if near:
        copy = await world.admin.click(result.response, label="Closest passages")
        assert "Not an answer" in text_of(copy.response.components) and HITS[0].quote in text_of(
            copy.response.components
        )
    assert ("The closest in time is of <t:1648981800:D> in Radio Nordholm: [Low" in shown) == (question == "period")
    if question in ("silent", "unknown"):
        assert "Who did speak of it: Mara Velden, Tomas Rehak" in shown


async def test_paging_goes_on_after_a_restart_and_in_place_for_the_asker(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.ann.click(result.response, label="17 more")
    first = buttons(result.response.components)
    assert first["Previous"]["disabled"] and "Page 1 of 4" in text_of(result.response.components)
    await world.restart()
    await world.ann.click(result.response, custom_id=first["More"]["custom_id"])
    shown = text_of(result.response.components)
    assert "6 · Tomas Rehak" in shown and "Page 2 of 4" in shown
    check(result.response.components)
    await world.ann.click(result.response, label="Previous")
    assert "Page 1 of 4" in text_of(result.response.components)
    assert world.archive.asked[0] == world.archive.asked[-1]


async def test_another_member_gets_a_private_copy_of_the_page(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    before = result.response.components
    copy = await world.admin.click(result.response, label="17 more")
    assert copy.response.ephemeral and "Page 1 of 4" in text_of(copy.response.components)
    assert result.response.components == before


async def test_a_button_of_a_forgotten_question_says_so(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    assert await world.store.purge(now=4_000_000_000) == 1
    pressed = await world.ann.click(result.response, label="17 more")
    assert pressed.response.ephemeral and "forgotten" in text_of(pressed.response.components)


async def test_autocomplete_offers_outlets_and_speakers(world: World) -> None:
    outlets = await world.ann.autocomplete(world.channel, "ask", "source", "brack", question="x")
    assert [choice["value"] for choice in outlets] == ["Brackwater Gazette"]
    people = await world.ann.autocomplete(world.channel, "ask", "speaker", "", question="x")
    assert len(people) == 4


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("broken", "cannot be used right now"),
        ("crash", "went wrong on our side"),
    ],
)
async def test_a_failure_is_one_private_sentence_with_an_id(world: World, question: str, sentence: str) -> None:
    with capture_logs() as logged:
        result = await world.ann.slash(world.channel, "ask", question=question)
    told = result.followups[-1]
    shown = text_of(told.components)
    assert told.ephemeral and sentence in shown
    assert "secret" not in shown and "inner detail" not in shown
    assert result.response is None  # the public "thinking" is gone
    error_id = shown.split("`")[-2]
    assert [entry["error_id"] for entry in logged if "error_id" in entry] == [error_id]
    assert world.handled()


async def test_a_private_failure_takes_the_place_of_thinking(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="broken", private=True)
    shown = [text_of(message.components) for message in (result.response, *result.followups) if message]
    assert any("cannot be used right now" in text for text in shown)
    assert world.handled()


async def test_hostile_text_is_drawn_literally(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="hostile @everyone <@1> [a](https://b.example)")
    check(result.response.components)
    shown = without_links(text_of(result.response.components))
    assert not RAW_ENTITY.search(shown)
    assert "https://" not in shown and "discord.gg" not in shown
    assert "||spoiler||" not in shown and "\u202e" not in shown and "\x07" not in shown


async def test_works_in_direct_messages(world: World) -> None:
    user = world.env.create_user("dora")
    result = await user.slash("ask", question="ferry")
    assert "Mara Velden" in text_of(result.response.components)


async def test_a_user_who_asks_too_much_is_told_to_wait(world: World) -> None:
    for number in range(world.config.discord.questions_per_minute):
        await world.ann.slash(world.channel, "ask", question=f"ferry {number}")
    refused = await world.ann.slash(world.channel, "ask", question="one more ferry")
    assert refused.response.ephemeral and "Try again in" in text_of(refused.response.components)
    assert world.handled()
    other = await world.admin.slash(world.channel, "ask", question="ferry")
    assert "Mara Velden" in text_of(other.response.components)


async def test_nothing_is_synchronised_at_start(simcord_env: simcord.Env) -> None:
    assert not [entry for entry in simcord_env.http_requests if "commands" in entry.path]
    assert simcord_env.bot.intents == discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
