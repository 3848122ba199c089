"""/remove: what was taken out leaves the messages that showed it, is written down, and comes back."""

from __future__ import annotations

import pytest
import simcord

from bot.removed import Removed
from bot.watching.runner import WatchRunner
from tests.bot.conftest import World
from tests.support.audits import audits
from tests.support.layouts import buttons, check, text_of
from tests.support.people import ARTICLES, HITS, SOURCES

STRUCK = "~~What stood here~~"


def shown(world: World, number: int) -> str:
    """What a message of the channel says now."""
    message = world.env.backend.get_message(world.channel.id, number)
    return text_of(simcord.results.ResponseMessage(world.env, message).components)


async def test_an_article_leaves_every_message_that_showed_it(world: World) -> None:
    answer = await world.ann.slash(world.channel, "ask", question="ferry")
    private = await world.ann.slash(world.channel, "ask", question="ferry", private=True)
    found = await world.ann.slash(world.channel, "quote", words="ferry")
    posted = (await world.ann.click(found.response, label="Post 1")).followups[0]
    other = (await world.ann.click(found.response, label="Post 2")).followups[0]
    line = await world.ann.slash(world.channel, "timeline", speaker=HITS[0].speaker)
    await world.ann.slash(world.channel, "watch add", question="ferry")
    world.archive.bring(HITS[0])
    await world.bot.part(WatchRunner).run_once()
    await world.env.settle()
    told = world.channel.last_message
    done = await world.admin.slash(world.channel, "remove", article="a0", reason="by mistake")
    check(done.response.components)
    said = text_of(done.response.components)
    assert done.response.ephemeral and "1 article was removed" in said and "4 messages that showed it" in said
    for message in (answer.response, posted, line.response, told):
        assert shown(world, message.id).startswith(STRUCK)
    assert HITS[1].quote in shown(world, other.id)
    assert HITS[0].quote in text_of(private.response.components)  # nobody but its reader can change it
    (act,) = [row for row in await audits(world.store) if row["act"] == "remove_article"]
    assert act["actor"] == world.admin.id
    assert act["details"] == {"article": "a0", "reason": "by mistake", "messages": 4, "forever": False}
    page = await world.ann.click(private.response, label="17 more")
    assert "This passage is gone" in text_of(page.response.components)


async def test_what_was_struck_can_be_asked_again(world: World) -> None:
    answer = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.admin.slash(world.channel, "remove", article="a0")
    assert "Ask again" in buttons(answer.response.components)
    await world.ann.click(answer.response, label="Ask again")
    assert STRUCK not in text_of(answer.response.components)


async def test_an_outlet_and_a_speaker_are_removed_and_brought_back(world: World) -> None:
    answer = await world.ann.slash(world.channel, "ask", question="ferry", speaker="Tomas Rehak")
    done = await world.admin.slash(world.channel, "remove", speaker="Tomas Rehak", reason="asked us to")
    assert "What Tomas Rehak said was removed" in text_of(done.response.components)
    assert shown(world, answer.response.id).startswith(STRUCK)
    assert [one.name for one in world.archive.hidden] == ["Tomas Rehak"]
    outlet = await world.admin.slash(world.channel, "remove", source=SOURCES[0])
    count = sum(article.source == SOURCES[0] for article in ARTICLES.values())
    assert f"{count} articles were removed: The Lowmark Courier" in text_of(outlet.response.components)
    choices = await world.admin.autocomplete(world.channel, "restore", "what", "")
    assert {choice["name"].split(" · ")[0] for choice in choices} == {f"{count} articles", "Tomas Rehak"}
    for choice in choices:
        back = await world.admin.slash(world.channel, "restore", what=choice["value"])
        assert "in the archive again" in text_of(back.response.components)
    assert not world.archive.hidden and not world.archive.taken
    assert [row["act"] for row in await audits(world.store)][:2] == ["restore"] * 2


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("remove", {"article": "nothing"}),
        ("remove", {"speaker": "Nobody At All"}),
        ("remove", {}),
        ("remove", {"article": "a0", "speaker": "Tomas Rehak"}),
        ("restore", {"what": "2022-01-01"}),
    ],
)
async def test_what_is_not_there_is_told_plainly(world: World, command: str, options: dict[str, str]) -> None:
    result = await world.admin.slash(world.channel, command, **options)
    told = text_of(result.response.components)
    assert "Error" not in told and "went wrong" not in told and world.handled()


async def test_members_are_not_offered_it(world: World) -> None:
    with pytest.raises(simcord.SetupError):
        await world.ann.slash(world.channel, "remove", article="a0")


async def test_what_the_command_line_removed_is_struck_and_no_watch_posts_it(world: World) -> None:
    answer = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.ann.slash(world.channel, "watch add", question="ferry")
    world.archive.bring(HITS[0], HITS[1])
    watches = world.bot.part(WatchRunner)
    for watch in await watches.store.active():
        await watches.store.found(watch.id, world.archive.marked, HITS[:2], now=1)
    await world.archive.remove([HITS[0].article.id], reason="by another process")
    world.archive.number += 1
    await world.bot.part(Removed).run_once()
    assert shown(world, answer.response.id).startswith(STRUCK)
    await watches.run_once()
    await world.env.settle()
    told = text_of([part.to_dict() for part in world.channel.last_message.components])
    assert HITS[1].quote in told and HITS[0].quote not in told


async def test_a_speakers_words_leave_answers_that_show_them_beside_others(world: World) -> None:
    answer = await world.ann.slash(world.channel, "ask", question="ferry", speaker=HITS[0].speaker)
    found = await world.ann.slash(world.channel, "quote", words="ferry")
    other = (await world.ann.click(found.response, label="Post 2")).followups[0]
    await world.admin.slash(world.channel, "remove", speaker=HITS[0].speaker, forever=True)
    assert shown(world, answer.response.id).startswith(STRUCK) and HITS[1].quote in shown(world, other.id)
