"""What is under an answer: refinement, reading on, feedback; for the asker in place, for others in private."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import refine
from bot.texts import LANGUAGES, Texts
from bot.views.article import article_view, context_view, cut_pages
from bot.views.timeline import timeline_view
from index.model import Answer, Article, ArticleView, Inference, Query, Question, Statement, Timeline, TimelineEntry
from index.when import Window
from tests.bot.conftest import World
from tests.bot.test_text import drawn, hostile
from tests.bot.test_views import refs
from tests.support.layouts import RAW_ENTITY, buttons, check, menus, text_of, without_links
from tests.support.people import ARTICLES, HITS

TEXTS = Texts.load()
ON = dt.date(2026, 1, 1)
WINDOW = Inference(field="time", words="in April 2022", value="April 2022")
WHO = Inference(field="speaker", words="Velden", value="Mara Velden")
APRIL = Window(since=dt.date(2022, 4, 1), until=dt.date(2022, 4, 30))
QUERY = Query(
    topic="ferry",
    kind="said",
    asked_on=ON,
    speakers=("Mara Velden",),
    since=dt.date(2022, 4, 1),
    until=dt.date(2022, 4, 30),
    meant=APRIL,
    inferences=(WHO, WINDOW),
)
QUESTION = Question(text="what did Velden say in April 2022?", limit=5, asked_on=ON)


def test_removing_one_inference_keeps_the_others_as_explicit_filters() -> None:
    left = refine.without(QUESTION, QUERY, "speaker")
    assert (left.speaker, left.infer) == (None, False)
    assert (left.since, left.until) == (None, None)  # what words ask for is when it was said
    assert (left.said_since, left.said_until) == (APRIL.since, APRIL.until)
    left = refine.without(QUESTION, QUERY, "time")
    assert (left.speaker, left.since, left.until, left.infer) == ("Mara Velden", None, None, False)
    assert (left.said_since, left.said_until) == (None, None)
    only = replace(QUERY, inferences=(WHO,), since=None, until=None, meant=None)
    assert refine.without(QUESTION, only, "speaker") == replace(QUESTION, infer=False)


def test_earlier_and_later_adjoin_the_window() -> None:
    answer = Answer(question=QUESTION, query=QUERY, answered=True, confidence=1, hits=HITS[:3])
    before, after = refine.earlier(answer), refine.later(answer)
    assert before is not None and (before.said_since, before.said_until) == (None, dt.date(2022, 3, 31))
    assert after is not None and (after.said_since, after.said_until) == (dt.date(2022, 5, 1), None)
    assert before.speaker == after.speaker == "Mara Velden"
    set_by_hand = replace(QUERY, meant=None, published=APRIL)
    published = replace(answer, question=replace(QUESTION, since=APRIL.since, until=APRIL.until), query=set_by_hand)
    before, after = refine.earlier(published), refine.later(published)
    assert before is not None and (before.since, before.until) == (None, dt.date(2022, 3, 31))
    assert after is not None and (after.since, after.until) == (dt.date(2022, 5, 1), None)
    open_window = replace(answer, query=replace(QUERY, since=None, until=None, meant=None))
    first = refine.earlier(open_window)
    assert first is not None and first.until == dt.date(2022, 3, 31)
    undated = replace(open_window, hits=())
    assert refine.earlier(undated) is None and refine.later(undated) is None


def test_narrowing_and_following_up() -> None:
    month = refine.narrowed(QUESTION, QUERY, "m", "2022-04")
    assert month is not None and (month.since, month.until) == (dt.date(2022, 4, 1), dt.date(2022, 4, 30))
    person = refine.narrowed(QUESTION, QUERY, "p", "Tomas Rehak")
    assert person is not None and person.speaker == "Tomas Rehak" and person.said_since == QUERY.since
    assert refine.narrowed(QUESTION, QUERY, "x", "y") is None
    fresh = Question(text="and about the bridge?")
    read = Query(topic="bridge", kind="said", asked_on=ON)
    kept = refine.followed_up(fresh, read, QUESTION, QUERY)
    assert (kept.text, kept.speaker, kept.said_since, kept.infer) == (fresh.text, "Mara Velden", QUERY.since, True)
    changed = refine.followed_up(fresh, replace(read, speakers=("Tomas Rehak",)), QUESTION, QUERY)
    assert changed.speaker is None and changed.said_since == QUERY.since


@pytest.mark.parametrize(
    "words", ["and about Ukraine?", "What about the bridge", "und die Brücke?", "did she say why?"]
)
def test_what_continues_a_conversation(words: str) -> None:
    assert refine.is_follow_up(words)


@pytest.mark.parametrize("words", ["what did Velden say?", "Andrea Moll on the bridge", "who spoke of taxes?"])
def test_what_begins_a_new_one(words: str) -> None:
    assert not refine.is_follow_up(words)


async def test_an_inferred_filter_goes_with_one_press_and_back_brings_it_again(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="what did Velden say?")
    await world.ann.click(result.response, label="Refine")
    assert "Understood as: Mara Velden" in text_of(result.response.components)
    await world.ann.click(result.response, label="Without Mara Velden")
    assert world.archive.asked[-1].infer is False
    assert "Understood as: Mara Velden" not in text_of(result.response.components)
    await world.restart()
    await world.ann.click(result.response, label="Back")
    assert "Understood as: Mara Velden" in text_of(result.response.components)


async def test_narrowing_by_menu_in_place_and_for_others_in_private(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.ann.click(result.response, label="Refine")
    check(result.response.components)
    menu = menus(result.response.components)["narrow"]
    assert {"p:Tomas Rehak", "o:Radio Nordholm"} <= {option["value"] for option in menu["options"]}
    before = result.response.components
    copy = await world.admin.select(result.response, ["o:Radio Nordholm"], custom_id=menu["custom_id"])
    assert copy.response.ephemeral and result.response.components == before
    await world.ann.select(result.response, ["p:Tomas Rehak"], custom_id=menu["custom_id"])
    assert "Understood as: Tomas Rehak" in text_of(result.response.components)
    assert world.archive.asked[-1].speaker == "Tomas Rehak"


async def test_earlier_asks_before_the_window(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry", since="2022-04-05", until="2022-04-09")
    await world.ann.click(result.response, label="Refine")
    await world.ann.click(result.response, label="Earlier")
    assert (world.archive.asked[-1].since, world.archive.asked[-1].until) == (None, dt.date(2022, 4, 4))
    await world.ann.click(result.response, label="Later")
    assert (world.archive.asked[-1].since, world.archive.asked[-1].until) == (dt.date(2022, 4, 5), None)


async def test_a_passage_is_shown_in_its_article_in_private(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry", limit=1)
    await world.ann.click(result.response, label="Refine")
    menu = menus(result.response.components)["read"]
    read = await world.admin.select(result.response, [menu["options"][0]["value"]], custom_id=menu["custom_id"])
    shown = text_of(read.response.components)
    assert read.response.ephemeral
    assert "Report 0 from the coast" in shown and "Tea was served" in shown and "**“The new ferry" in shown
    check(read.response.components)


async def test_all_by_a_speaker_in_private(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry", limit=1)
    await world.ann.click(result.response, label="Refine")
    menu = menus(result.response.components)["read"]
    read = await world.ann.select(result.response, ["a:Mara Velden"], custom_id=menu["custom_id"])
    assert read.response.ephemeral and "### Mara Velden" in text_of(read.response.components)
    check(read.response.components)


async def test_feedback_is_kept_once_a_person_with_its_reason(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    thanks = await world.ann.click(result.response, label="Helpful")
    assert thanks.response.ephemeral and "Thank you" in text_of(thanks.response.components)
    modal = await world.ann.click(result.response, label="Not helpful")
    assert modal.modal is not None
    sent = await world.ann.submit_modal(modal, {"reason": "wrong <@1> person"})
    assert "Thank you" in text_of(sent.response.components)
    await world.admin.click(result.response, label="Helpful")
    kept = await world.store.feedback()
    assert [(row["helpful"], row["reason"]) for row in kept] == [(False, "wrong <@1> person"), (True, None)]
    assert kept[0]["question"]["text"] == "ferry"
    assert kept[0]["shown"] == [HITS[0].article.id]
    assert "user_id" not in kept[0]


async def test_an_honest_no_can_be_refined_too(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="silent")
    await world.ann.click(result.response, label="Refine")
    check(result.response.components)
    assert "Helpful" in buttons(result.response.components)
    values = {option["value"] for option in menus(result.response.components)["narrow"]["options"]}
    assert "p:Mara Velden" in values


articles = st.builds(
    Article,
    id=st.just("a"),
    text=st.one_of(hostile, hostile.map(lambda text: text * 40), st.just("x" * 5000), st.just("a\n" * 2500)),
    title=st.one_of(st.none(), hostile),
    source=st.one_of(st.none(), hostile),
    date=st.one_of(st.none(), st.dates()),
    author=st.one_of(st.none(), hostile),
    url=st.one_of(st.none(), hostile),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(articles, st.floats(0, 1), st.floats(0, 1), st.sampled_from(LANGUAGES), st.integers(0, 50))
def test_any_article_stays_within_discords_limits(
    article: Article, first: float, last: float, language: str, page: int
) -> None:
    t = TEXTS.of(language)
    start = int(first * len(article.text))
    end = start + int(last * (len(article.text) - start))
    whole = ArticleView(article=article, statements=(), passages=())
    for view in (context_view(t, article, start, end), article_view(t, whole, cut_pages(article.text), 7, page)):
        shown = view.to_components()
        check(shown)
        assert not RAW_ENTITY.search(without_links(text_of(shown)))


def test_pages_of_an_article_hold_all_its_words() -> None:
    text = "\n\n".join(f"Paragraph {number} is about bolts. " * 30 for number in range(12))
    assert drawn(" ".join(cut_pages(text))).split() == text.split()
    assert len(cut_pages("")) == 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(refs, hostile.map(lambda text: text * 5)), max_size=14), hostile, hostile)
def test_any_timeline_stays_within_discords_limits(entries: list, speaker: str, topic: str) -> None:  # type: ignore[type-arg]
    statement = Statement(start=0, end=1, spans=((0, 1),), kind="direct", confidence=1.0)
    timeline = Timeline(
        speaker=speaker,
        topic=topic,
        entries=tuple(TimelineEntry(article=ref, statement=statement, text=text, score=1) for ref, text in entries),
        counts=tuple((f"{year}-{month:02}", 3) for year in range(1990, 2026) for month in range(1, 13)),
    )
    shown = timeline_view(TEXTS.of("en"), timeline).to_components()
    check(shown)
    assert not RAW_ENTITY.search(without_links(text_of(shown)))


@pytest.mark.parametrize("number", [0, 5])
def test_the_context_is_the_paragraphs_around_the_passage(number: int) -> None:
    article = ARTICLES[f"a{number}"]
    start, end = HITS[number].start, HITS[number].end
    shown = drawn(text_of(context_view(TEXTS.of("en"), article, start, end).to_components()))
    for paragraph in article.text.split("\n\n"):
        assert paragraph in shown.replace("> ", "").replace("**", "")
