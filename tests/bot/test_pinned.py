"""What was shown is pinned: buttons act on exactly the hits that stood there, without a search, or say that they go."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.pinned import dump_pinned, load_pinned, pin, storable
from bot.store import GuildSettings
from bot.views import parts
from index.model import Answer, Article
from tests.bot.conftest import World
from tests.bot.test_views import answers
from tests.support.layouts import buttons, check, menus, text_of
from tests.support.people import ARTICLES, HITS

WHERE = {"question": "ferry"}


def others_answer(world: World) -> None:
    """From now on every question finds something else."""
    ask = world.archive.ask

    async def otherwise(question: Any, **options: Any) -> Answer:
        answer = await ask(question, **options)
        return replace(answer, hits=tuple(replace(hit, rank=n) for n, hit in enumerate(answer.hits[::-1], start=1)))

    world.archive.ask = otherwise  # type: ignore[method-assign]


def told(result: Any) -> str:
    return "\n".join(text_of(part.components) for part in (result.response, *result.followups) if part is not None)


async def test_the_statement_beside_the_button_is_posted_whatever_the_archive_finds_now(world: World) -> None:
    found = await world.ann.slash(world.channel, "quote", words="ferry")
    others_answer(world)
    before = len(world.archive.asked)
    posted = await world.ann.click(found.response, label="Post 2")
    (message,) = posted.followups
    assert not message.ephemeral and HITS[1].quote in text_of(message.components)
    assert len(world.archive.asked) == before
    check(message.components)


async def test_a_statement_is_posted_once(world: World) -> None:
    found = await world.ann.slash(world.channel, "quote", words="ferry")
    first = await world.ann.click(found.response, label="Post 1")
    await world.restart()
    second = await world.ann.click(found.response, label="Post 1")
    assert not first.followups[0].ephemeral
    assert second.followups[0].ephemeral and "posted already" in told(second)
    other = await world.ann.click(found.response, label="Post 3")
    assert HITS[2].quote in text_of(other.followups[0].components)


async def test_a_post_that_failed_may_be_tried_again(world: World) -> None:
    found = await world.ann.slash(world.channel, "quote", words="ferry")
    world.env.inject_error("POST", "/webhooks/*", status=500)
    await world.ann.click(found.response, label="Post 1")
    again = await world.ann.click(found.response, label="Post 1")
    assert HITS[0].quote in text_of(again.followups[-1].components)


async def test_nothing_under_an_answer_searches(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    others_answer(world)
    before = len(world.archive.asked)
    await world.ann.click(result.response, label="17 more")
    read = menus(result.response.components)["read"]
    passage = await world.ann.select(result.response, [read["options"][1]["value"]], custom_id=read["custom_id"])
    assert HITS[1].quote in told(passage).replace("**", "")
    await world.ann.click(result.response, label="More")
    shown = text_of(result.response.components)
    assert all(hit.quote in shown.replace("\\", "") and f"{hit.rank} · " in shown for hit in HITS[5:10])
    await world.ann.click(result.response, label="Helpful")
    why = await world.admin.context_menu(world.channel, "Explain this answer", result.response)
    assert "**1** · Mara Velden" in told(why) and "confidence" in told(why).lower()
    assert len(world.archive.asked) == before
    (kept,) = await world.store.feedback()
    assert kept["shown"] == [hit.article.id for hit in HITS[5:10]]  # the page that the button stood under


async def test_words_that_left_the_archive_are_not_shown(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    found = await world.ann.slash(world.channel, "quote", words="ferry")
    text = ARTICLES["a6"].text
    del world.archive.texts["a5"]
    world.archive.texts["a6"] = replace(ARTICLES["a6"], text=text.replace("1,204", "9,999"))
    world.archive.texts["a7"] = replace(ARTICLES["a7"], text=ARTICLES["a7"].text + "\n\nCorrection: none.")
    del world.archive.texts["a0"]
    await world.ann.click(result.response, label="17 more")
    await world.ann.click(result.response, label="More")
    shown = text_of(result.response.components)
    assert "6 · This passage is gone" in shown and "7 · This passage is gone" in shown
    assert "9,999" not in shown and ARTICLES["a5"].title not in shown and HITS[7].quote in shown
    check(result.response.components)
    gone = await world.ann.click(found.response, label="Post 1")
    assert gone.followups[0].ephemeral and "This passage is gone" in told(gone)


async def test_newer_material_is_offered_and_asked_for_on_request_alone(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.ann.click(result.response, label="17 more")
    await world.ann.click(result.response, label="More")
    assert "Newer material: ask again" not in buttons(result.response.components)
    world.archive.number += 1
    await world.ann.click(result.response, label="Previous")
    check(result.response.components)
    before = len(world.archive.asked)
    others_answer(world)
    await world.ann.click(result.response, label="Newer material: ask again")
    assert len(world.archive.asked) == before + 1
    assert HITS[17].article.title in text_of(result.response.components)
    assert "Newer material: ask again" not in buttons(result.response.components)


async def test_an_outlet_that_the_server_hides_by_now_is_not_shown(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    await world.ann.click(result.response, label="17 more")
    await world.store.change_guild(world.guild.id, lambda _: GuildSettings(sources=("Radio Nordholm",)))
    await world.ann.click(result.response, label="More")
    shown = text_of(result.response.components)
    assert "Radio Nordholm" in shown and "Gazette" not in shown and "Courier" not in shown
    found = menus(result.response.components)
    assert "Gazette" not in str(found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(answers, st.integers(0, 99), st.floats(0, 1))
def test_any_answer_comes_back_from_its_row_with_its_words_from_the_article(
    answer: Answer, generation: int, threshold: float
) -> None:
    hits = tuple(replace(hit, rank=rank) for rank, hit in enumerate(answer.hits, start=1))
    answer = replace(answer, hits=hits)
    kept = pin(answer, generation=generation, threshold=threshold)
    dumped = dump_pinned(kept)
    back = load_pinned(dumped, answer.question)
    assert storable_of(back) == storable_of(kept)
    for bare, hit in zip(back.answer.hits, hits, strict=True):
        article = Article(id="a", text="." * 100 + hit.text + "…")
        filled = back.filled(bare, article)
        if hit.text:
            assert filled is not None and (filled.text, filled.quote or "") == (hit.text, hit.quote or "")
            assert back.filled(bare, replace(article, text="," + article.text)) is None or len(set(hit.text)) == 1
        assert back.filled(bare, None) is None


def storable_of(value: Any) -> Any:
    from dataclasses import asdict

    return storable(asdict(value))


async def test_buttons_that_the_version_before_posted_act_on_what_stood_there(world: World) -> None:
    """Its answers showed the first page and asked for the next; "Helpful" meant the five of that page."""
    await world.ann.slash(world.channel, "ask", question="ferry")
    posted = await world.bot.get_channel(world.channel.id).send(view=older(1))  # type: ignore[union-attr]
    message = world.channel.last_message
    assert message.id == posted.id
    thanks = await world.ann.click(message, custom_id="or:good:1:0")
    assert "Thank you" in told(thanks)
    (kept,) = await world.store.feedback()
    assert kept["shown"] == [hit.article.id for hit in HITS[:5]]
    others_answer(world)
    page = await world.admin.click(message, custom_id="or:page:1:1:n")
    shown = told(page).replace("\\", "")
    assert all(hit.quote in shown for hit in HITS[5:10])
    why = await world.admin.click(message, custom_id="or:explain:1")
    assert "onfidence" in told(why)


def older(row: int) -> Any:
    """The buttons under an answer as the version before posted them."""
    paging = [parts.Press("page", row, 0, "p", label="Previous"), parts.Press("page", row, 1, "n", label="More")]
    rest = [parts.Press("good", row, 0, label="Helpful"), parts.Press("explain", row, label="Explain")]
    return parts.layout([parts.text("ferry"), parts.row(*paging, *rest)], parts.ANSWER)
