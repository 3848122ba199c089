"""/settings: the outlets that a server sees, its threshold and its rates, held in everything that is asked there."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.errors import Refused
from bot.limits import Limits
from bot.store import GuildSettings, Store
from bot.texts import LANGUAGES, Texts
from bot.views.settings import WHAT, Bounds, outlet_pages, settings_view
from bot.watching.runner import WatchRunner
from index.config import Config, Discord
from index.model import SourceSummary
from tests.bot.conftest import World
from tests.support.audits import audits
from tests.support.layouts import buttons, check, menus, text_of
from tests.support.people import HITS, SOURCES

COURIER, GAZETTE, RADIO = SOURCES


async def only(world: World, *names: str) -> None:
    panel = await what(world)
    await world.admin.select(panel.response, list(names), custom_id="os:set_sources:0")
    check(panel.response.components)
    assert all(name in text_of(panel.response.components) for name in names)


async def what(world: World) -> Any:
    """The second half of the panel."""
    panel = await world.admin.slash(world.channel, "settings")
    await world.admin.click(panel.response, label="What and how much")
    return panel


async def test_a_server_sees_only_its_outlets_in_every_command(world: World) -> None:
    before = await world.ann.slash(world.channel, "ask", question="ferry", limit=25)
    await world.ann.click(before.response, label="17 more")
    await only(world, GAZETTE)
    await world.restart()
    answer = await world.ann.slash(world.channel, "ask", question="ferry", limit=25)
    shown = text_of(answer.response.components)
    assert GAZETTE in shown and f"**{COURIER}**" not in shown and f"**{RADIO}**" not in shown
    assert world.archive.asked[-1].sources == (GAZETTE,)
    listed = text_of((await world.ann.slash(world.channel, "sources")).response.components)
    assert GAZETTE in listed and RADIO not in listed
    line = text_of((await world.ann.slash(world.channel, "timeline", speaker="Mara Velden")).response.components)
    assert GAZETTE in line and COURIER not in line
    brief = text_of((await world.ann.slash(world.channel, "brief", since="2022-04-01")).response.components)
    assert GAZETTE in brief and COURIER not in brief
    hidden = next(hit.article.id for hit in HITS if hit.article.source == COURIER)
    refused = await world.ann.slash(world.channel, "article", article=hidden)
    assert refused.response.ephemeral and "does not show the outlet" in text_of(refused.response.components)
    # buttons of an answer from before the change see no more than a new question
    menu = menus(before.response.components)["read"]
    passage = next(it["value"] for it in menu["options"] if it["value"].endswith(f":{hidden}"))
    read = await world.ann.select(before.response, [passage], custom_id=menu["custom_id"])
    assert "does not show the outlet" in text_of(read.response.components)
    await world.ann.click(before.response, label="More")
    assert COURIER not in text_of(before.response.components)
    assert world.handled()


async def test_autocomplete_offers_only_what_the_server_sees(world: World) -> None:
    everything = await world.ann.autocomplete(world.channel, "ask", "source", "")
    assert {choice["value"] for choice in everything} == set(SOURCES)
    await only(world, RADIO, GAZETTE)
    offered = await world.ann.autocomplete(world.channel, "ask", "source", "")
    assert {choice["value"] for choice in offered} == {RADIO, GAZETTE}
    assert await world.ann.autocomplete(world.channel, "ask", "source", "courier") == []
    asked: list[tuple[str, ...]] = []
    known = world.archive.speakers

    async def speakers(search: str = "", limit: int = 25, sources: tuple[str, ...] = ()) -> object:
        asked.append(sources)
        return await known(search, limit, sources)

    world.archive.speakers = speakers  # type: ignore[method-assign,assignment]
    await world.ann.autocomplete(world.channel, "ask", "speaker", "")
    assert asked == [(GAZETTE, RADIO)]


async def test_outside_of_the_server_everything_is_seen_and_nothing_chosen_is_everything(world: World) -> None:
    await only(world, RADIO)
    user = world.env.create_user("dora")
    assert COURIER in text_of((await user.slash("ask", question="ferry")).response.components)
    await only(world)
    await world.ann.slash(world.channel, "ask", question="ferry")
    assert world.archive.asked[-1].sources == ()


async def test_a_watch_finds_only_what_its_server_sees(world: World) -> None:
    await only(world, RADIO)
    await world.ann.slash(world.channel, "watch add", question="ferry")
    world.archive.bring(*(hit for hit in HITS if hit.article.source == COURIER))
    await world.bot.part(WatchRunner).run_once()
    await world.env.settle()
    assert world.archive.asked_new[-1][0].sources == (RADIO,)
    assert not [entry for entry in world.env.http_requests if entry.path.endswith(f"/{world.channel.id}/messages")]
    world.archive.bring(next(hit for hit in HITS if hit.article.source == RADIO))
    await world.bot.part(WatchRunner).run_once()
    await world.env.settle()
    assert RADIO in text_of([part.to_dict() for part in world.channel.last_message.components])


async def test_a_servers_threshold_is_asked_with_and_explained(world: World) -> None:
    panel = await what(world)
    await world.admin.select(panel.response, ["0.8"], custom_id="os:set_threshold")
    answer = await world.ann.slash(world.channel, "ask", question="ferry")
    assert world.archive.asked[-1].threshold == 0.8
    why = await world.admin.context_menu(world.channel, "Explain this answer", answer.response)
    assert "**threshold** 0.800" in text_of(why.response.components)
    await world.admin.select(panel.response, ["auto"], custom_id="os:set_threshold")
    await world.ann.slash(world.channel, "ask", question="ferry")
    assert world.archive.asked[-1].threshold is None
    assert {row["act"] for row in await audits(world.store)} == {"settings"}


async def test_a_servers_rates_hold_for_its_members_alone(world: World) -> None:
    panel = await what(world)
    await world.admin.select(panel.response, ["2"], custom_id="os:set_user_rate")
    await world.admin.select(panel.response, ["3"], custom_id="os:set_server_rate")
    told = [
        text_of((await who.slash(world.channel, "ask", question="ferry")).response.components)
        for who in (world.ann, world.ann, world.ann, world.admin, world.admin)
    ]
    assert ["many questions" in text for text in told] == [False, False, True, False, True]
    assert "This server asked many questions" in told[-1] and "That was many questions" in told[2]
    assert world.handled()


def test_a_server_cannot_lift_the_configured_limit() -> None:
    limits = Limits(Discord(questions_per_minute=1))
    settings = GuildSettings(user_rate=600, server_rate=600)
    limits.take_for(1, 2, settings)
    with pytest.raises(Refused, match="cooldown_user"):
        limits.take_for(1, 2, settings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_of_many_outlets_turns_its_pages_within_the_limits(language: str) -> None:
    outlets = [f"Outlet {n:03} <@1> **x**" for n in range(60)] + ["y" * 101]
    bounds = Bounds(outlets=outlets, user_rate=7, server_rate=6000)
    now = GuildSettings(sources=tuple(outlets[:60]), threshold=0.5, user_rate=7, server_rate=300)
    assert [len(page) for page in outlet_pages(outlets)] == [25, 25, 10]
    seen: set[str] = set()
    for page in range(3):
        shown = settings_view(Texts.load().of(language), now, bounds, page, tab=WHAT).to_components()
        check(shown)
        seen |= {option["value"] for option in menus(shown)["set_sources"]["options"]}
        rates = menus(shown)["set_user_rate"]["options"]
        assert [option["value"] for option in rates] == ["auto", "1", "2", "3", "5", "7"]
    assert seen == set(outlets[:60])


async def test_choosing_on_one_page_keeps_the_choice_of_another(world: World) -> None:
    names = [f"Outlet {n:02}" for n in range(30)]

    async def sources(search: str = "", limit: int = 25) -> tuple[SourceSummary, ...]:
        return tuple(SourceSummary(name=name, articles=1, first=None, last=None) for name in names[:limit])

    world.archive.sources = sources  # type: ignore[method-assign]
    await world.store.change_guild(world.guild.id, lambda _: GuildSettings(sources=("Outlet 03", "Gone Gazette")))
    panel = await what(world)
    await world.admin.click(panel.response, custom_id=buttons(panel.response.components)["More"]["custom_id"])
    await world.admin.select(panel.response, ["Outlet 27"], custom_id="os:set_sources:1")
    assert (await world.store.guild(world.guild.id)).sources == ("Outlet 03", "Outlet 27")


async def test_two_moderators_at_once_lose_nothing(world: World, config: Config) -> None:
    stores = [world.store, await Store.open(config.home / "bot.sqlite3")]  # as another process would
    for round_ in range(10):
        await asyncio.gather(
            *(
                store.change_guild(round_, lambda now, n=number: replace(now, roles=tuple(sorted({*now.roles, n}))))
                for number, store in enumerate(stores * 4)
            )
        )
        assert (await world.store.guild(round_)).roles == tuple(range(8))
    await stores[1].close()


async def test_the_panel_shows_what_changed_beneath_it_and_who_changed_it(world: World) -> None:
    mine = await world.admin.slash(world.channel, "settings")
    assert "Last change" not in text_of(mine.response.components)
    other = world.guild.add_member(world.env.create_user("other"), roles=[world.desk])
    theirs = await other.slash(world.channel, "settings")
    await other.select(theirs.response, ["de"], custom_id="os:set_language")
    await world.admin.click(mine.response, label="What and how much")
    await world.admin.select(mine.response, ["0.8"], custom_id="os:set_threshold")
    assert f"Last change by <@{world.admin.id}>" in text_of(mine.response.components)
    await world.admin.click(mine.response, label="Who and where")
    shown = menus(mine.response.components)
    assert [it["value"] for it in shown["set_language"]["options"] if it.get("default")] == ["de"]
    assert f"Last change by <@{world.admin.id}>" in text_of(mine.response.components)
    assert [row["details"] for row in await audits(world.store)] == [
        {"threshold": [None, 0.8]},
        {"language": [None, "de"]},
    ]
