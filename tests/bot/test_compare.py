"""/compare, /changed and /help; the word of welcome."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.texts import LANGUAGES, Texts
from bot.views.compare import EACH, compare_view
from bot.views.help import help_view, welcome_view
from index.model import Timeline
from tests.bot.conftest import World
from tests.bot.test_text import hostile
from tests.support.layouts import RAW_ENTITY, check, menus, text_of, without_links
from tests.support.people import HITS, entry_of

TEXTS = Texts.load()


async def test_two_speakers_side_by_side(world: World) -> None:
    result = await world.ann.slash(
        world.channel, "compare", first="Mara Velden", second="Tomas Rehak", topic="the ferry"
    )
    check(result.response.components)
    shown = text_of(result.response.components)
    first, second = shown.index("### Mara Velden"), shown.index("### Tomas Rehak")
    assert first < shown.index(HITS[0].quote) < second < shown.index(HITS[1].quote)
    values = {one["value"] for one in menus(result.response.components)["read"]["options"]}
    assert {"a:Mara Velden", "a:Tomas Rehak"} <= values
    stranger = await world.ann.slash(world.channel, "compare", first="Mara Velden", second="Otto", topic="ferry")
    assert "went wrong" not in text_of([part for m in stranger.followups for part in m.components])
    assert world.handled()


async def test_earlier_and_later_words_hold_each_statement_once(world: World) -> None:
    entry = entry_of(HITS[0])
    days = [dt.date(2022, 1, day) for day in range(1, 13)]
    many = tuple(
        replace(entry, sentences=f"On day {day.day:02} the ferry waits.", article=replace(entry.article, date=day))
        for day in days
    )
    many = tuple(replace(one, article=replace(one.article, id=f"b{n}")) for n, one in enumerate(many))

    async def timeline(*_: object, **__: object) -> Timeline:
        return Timeline(speaker="Mara Velden", topic="ferry", entries=many, counts=())

    world.archive.timeline = timeline  # type: ignore[method-assign,assignment]
    result = await world.ann.slash(world.channel, "changed", speaker="Mara Velden", topic="ferry")
    check(result.response.components)
    earlier, later = text_of(result.response.components).split("### Later")
    assert all(f"day {n:02}" in earlier for n in range(1, EACH + 1)) and "day 12" not in earlier
    assert all(f"day {n:02}" in later for n in range(13 - EACH, 13)) and "day 01" not in later


async def test_a_topic_without_words_is_refused(world: World) -> None:
    result = await world.ann.slash(world.channel, "changed", speaker="Mara Velden", topic="???")
    assert result.response.ephemeral or "went wrong" not in text_of(result.response.components)
    world.handled()


async def test_help_tells_administrators_what_to_set(world: World) -> None:
    mine = await world.ann.slash(world.channel, "help")
    theirs = await world.admin.slash(world.channel, "help")
    assert mine.response.ephemeral and "/settings" not in text_of(mine.response.components)
    assert "/settings" in text_of(theirs.response.components)


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_and_welcome_stay_within_the_limits(language: str) -> None:
    for view in (help_view(TEXTS.of(language), administrator=True), welcome_view(TEXTS.of(language))):
        check(view.to_components())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(hostile, hostile), max_size=EACH), hostile, st.sampled_from(LANGUAGES))
def test_any_words_stay_within_limits_and_literal(said: list[tuple[str, str]], title: str, language: str) -> None:
    entries = []
    for words, headline in said:
        entry = entry_of(HITS[0])
        entries.append(replace(entry, sentences=words * 20, article=replace(entry.article, title=headline)))
    groups = [(title, entries, len(entries)), ("Later", entries, 7)]
    components = compare_view(TEXTS.of(language), title, groups, 1, (title,)).to_components()
    check(components)
    assert not RAW_ENTITY.search(without_links(text_of(components)))
