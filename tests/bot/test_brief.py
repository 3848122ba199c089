"""/brief: what was said since a day, by speaker, page by page, whatever the texts are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.brief import MOST
from bot.texts import Texts
from bot.views.brief import brief_view, by_speaker
from bot.views.entries import once, place_of
from index.model import Timeline, TimelineEntry
from index.pages import StatementPage
from tests.bot.conftest import World
from tests.bot.test_text import hostile
from tests.support.layouts import RAW_ENTITY, buttons, check, menus, text_of, without_links
from tests.support.people import HITS, entry_of

TEXTS = Texts.load()


async def test_what_was_said_by_speaker(world: World) -> None:
    result = await world.ann.slash(world.channel, "brief", since="April 2022")
    check(result.response.components)
    shown = text_of(result.response.components)
    assert not result.response.ephemeral and "Said since 1 April 2022" in shown and "4 speakers" in shown
    assert shown.count("### Mara Velden") == 1 and "5 statements" in shown
    await world.restart()
    found = menus(result.response.components)["read"]
    read = await world.admin.select(result.response, [found["options"][0]["value"]], custom_id=found["custom_id"])
    assert read.response.ephemeral and "### " in text_of(read.response.components)


async def test_pages_filters_and_nothing_new(world: World) -> None:
    world.archive.bring(HITS[0])
    only = await world.ann.slash(world.channel, "brief", since="2022", speaker="Tomas Rehak", private=True)
    shown = text_of(only.response.components)
    assert only.response.ephemeral and "Tomas Rehak" in shown and "Mara Velden" not in shown
    none = await world.ann.slash(world.channel, "brief")
    shown = text_of(none.response.components)
    assert "Nobody was quoted" in shown and "The newest article is of 18 April 2022" in shown
    wrong = await world.ann.slash(world.channel, "brief", since="the other day")
    assert "is not a date" in text_of(wrong.response.components) and world.handled()


async def test_the_next_page_after_a_restart(world: World) -> None:
    named = [replace(hit, speaker=f"Speaker {number}") for number, hit in enumerate(HITS[:6])]

    async def said(**_: object) -> tuple[object, ...]:
        return tuple(entry_of(hit) for hit in named)

    world.archive.said = said  # type: ignore[method-assign,assignment]
    result = await world.ann.slash(world.channel, "brief", since="2022")
    assert "Page 1 of 2" in text_of(result.response.components)
    await world.restart()
    await world.ann.click(result.response, label="More")
    check(result.response.components)
    assert "Page 2 of 2" in text_of(result.response.components)
    assert "Speaker 5" in text_of(result.response.components)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(hostile, hostile, hostile), min_size=1, max_size=12), st.sampled_from(["en", "de"]))
def test_any_texts_stay_within_limits_and_literal(texts: list[tuple[str, str, str]], language: str) -> None:
    entries = []
    for speaker, words, title in texts:
        entry = entry_of(HITS[0])
        statement = replace(entry.statement, speaker=speaker, role=title)
        entries.append(
            replace(entry, statement=statement, text=words * 20, article=replace(entry.article, title=title))
        )
    for page in range(1 + len(by_speaker(entries)) // 4):
        day = dt.date(2022, 4, 1)
        view = brief_view(TEXTS.of(language), entries, 1, page, since=day, last=None, of=texts[0][0])
        components = view.to_components()
        check(components)
        assert not RAW_ENTITY.search(without_links(text_of(components)))


async def test_a_brief_that_is_full_does_not_tell_its_limit_as_the_total(world: World) -> None:
    async def many(**_: object) -> object:
        return [entry_of(HITS[number % 8]) for number in range(MOST)]

    async def counted(**_: object) -> StatementPage:
        return StatementPage(total=1234, entries=())

    world.archive.said = many  # type: ignore[method-assign,assignment]
    world.archive.statements = counted  # type: ignore[method-assign,assignment]
    shown = text_of((await world.ann.slash(world.channel, "brief", since="April 2022")).response.components)
    assert f"The newest {MOST} of 1,234 statements" in shown


def sentence(start: int, words: str, **changed: object) -> TimelineEntry:
    entry = entry_of(HITS[0])
    statement = replace(entry.statement, start=start, end=start + 8, **changed)  # type: ignore[arg-type]
    return replace(entry, statement=statement, text=words[:8], sentences=words)


def test_the_same_words_are_told_once_and_as_whole_sentences() -> None:
    text = "Rain fell, she said. The ferry sails on Monday, she added. Tea was served."
    first, second = sentence(0, text[:57]), sentence(21, text[21:])
    (only,) = once([second, first])
    assert only.sentences == text and place_of(only) == f"c:0:{len(text)}:{only.article.id}"
    denied = sentence(21, text[21:57], stance="denied")
    assert once([first, denied]) == [first, denied]
    elsewhere = replace(second, article=replace(second.article, id="other"))
    assert once([first, elsewhere]) == [first, elsewhere]
    shown = text_of(
        brief_view(TEXTS.of("en"), [second, first], 1, since=dt.date(2022, 4, 1), last=None).to_components()
    )
    assert shown.count("The ferry sails") == 1 and "1 statement" in shown


async def test_every_statement_of_a_timeline_is_reached_and_stands_in_its_article(world: World) -> None:
    entry = entry_of(HITS[0])
    many = tuple(
        replace(entry, sentences=f"Sentence {n:02} is whole.", text="part", article=replace(entry.article, id=f"b{n}"))
        for n in range(20)
    )

    async def timeline(*_: object, **__: object) -> Timeline:
        return Timeline(speaker="Mara Velden", topic="", entries=many, counts=())

    world.archive.timeline = timeline  # type: ignore[method-assign,assignment]
    result = await world.ann.slash(world.channel, "timeline", speaker="Mara Velden")
    seen = text_of(result.response.components)
    assert (
        "Statements 13 to 20 of 20" in seen and "Sentence 19" in seen and buttons(result.response.components)["Later"]
    )
    await world.restart()
    world.archive.timeline = timeline  # type: ignore[method-assign,assignment]
    for _ in range(2):
        await world.ann.click(result.response, label="Earlier")
        check(result.response.components)
        seen += text_of(result.response.components)
    assert all(f"Sentence {n:02} is whole." in seen for n in range(20))
    assert buttons(result.response.components)["Earlier"]["disabled"]
    options = menus(result.response.components)["read"]["options"]
    assert [it["value"].rpartition(":")[2] for it in options] == ["b0", "b1", "b2", "b3", ""]  # the last: as a table
