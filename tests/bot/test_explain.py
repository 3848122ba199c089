"""The Explain button: what it tells administrators, and that it tells nobody else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from simcord.backend.errors import SetupError

from bot.texts import LANGUAGES, Texts
from bot.views import parts
from bot.views.explain import explain_view
from index.config import Discord, Search
from index.model import Answer, Hit, Inference, Query, Question, Signals
from index.search.abstain import THRESHOLD
from tests.bot.conftest import World
from tests.bot.test_text import hostile
from tests.bot.test_views import answers, hits
from tests.support.layouts import RAW_ENTITY, buttons, check, text_of, without_links
from tests.support.people import HITS

TEXTS = Texts.load()


async def test_an_administrator_is_told_signals_confidence_inferences_and_times_after_a_restart(world: World) -> None:
    asked = await world.ann.slash(world.channel, "ask", question="what did Velden say?")
    await world.restart()
    told = await world.admin.context_menu(world.channel, "Explain this answer", asked.response)
    check(told.response.components)
    shown = text_of(told.response.components)
    assert told.response.ephemeral
    assert f"**Confidence** 0.900 · **threshold** {THRESHOLD:.3f}" in shown
    assert "“Velden” → Speaker: Mara Velden" in shown
    assert "score 1.000 · fused 0.900 · passage 0.800 · statement 0.700 · lexical 9.500 · reranker 3.000" in shown
    assert "embed 6.1 ms" in shown and "in all 12.0 ms" in shown
    assert "Understood as: Mara Velden" in text_of(asked.response.components)  # the answer itself stands


async def test_the_configured_threshold_is_told_and_the_reason_of_a_no(world: World) -> None:
    world.bot.config = world.config.model_copy(update={"search": Search(threshold=0.7)})
    asked = await world.ann.slash(world.channel, "ask", question="silent")
    shown = text_of(
        (await world.admin.context_menu(world.channel, "Explain this answer", asked.response)).response.components
    )
    assert "**threshold** 0.700" in shown and "`speaker_silent`" in shown and "Nothing became a filter" in shown


async def test_members_are_refused_in_private(world: World) -> None:
    asked = await world.ann.slash(world.channel, "ask", question="ferry")
    with pytest.raises(SetupError):  # Discord does not offer it to them
        await world.ann.context_menu(world.channel, "Explain this answer", asked.response)
    assert "Explain" not in buttons(asked.response.components)
    button = parts.row(parts.Press("explain", 1, label="Explain"))  # as the version before posted it for everybody
    await world.bot.get_channel(world.channel.id).send(view=parts.layout([button], parts.ANSWER))
    refused = await world.ann.click(world.channel.last_message, label="Explain")
    assert refused.response.ephemeral and "Manage Server" in text_of(refused.response.components)


async def test_an_answer_that_only_a_member_reads_has_no_such_button(world: World) -> None:
    private = await world.ann.slash(world.channel, "ask", question="ferry", private=True)
    assert "Explain" not in buttons(private.response.components)
    await world.ann.click(private.response, label="Refine")
    assert "Explain" not in buttons(private.response.components)
    own = await world.admin.slash(world.channel, "ask", question="ferry", private=True)
    assert "Explain" in buttons(own.response.components)


async def test_owners_see_why_in_direct_messages(world: World) -> None:
    owner, stranger = world.env.create_user("boss"), world.env.create_user("dora")
    world.bot.config = world.config.model_copy(update={"discord": Discord(owners=(owner.id,))})
    asked = await owner.slash("ask", question="ferry")
    assert "Confidence" in text_of((await owner.click(asked.response, label="Explain")).response.components)
    assert "Explain" not in buttons((await stranger.slash("ask", question="ferry")).response.components)
    for who, shown in ((owner, True), (stranger, False)):
        await who.send_dm("ferry?")
        assert ("Explain" in buttons([part.to_dict() for part in who.dm_channel.last_message.components])) == shown


def test_a_time_is_told_as_the_days_that_it_became() -> None:
    query = Query(
        topic="ferry",
        kind="said",
        asked_on=dt.date(2026, 1, 1),
        since=dt.date(2022, 4, 1),
        until=dt.date(2022, 4, 30),
        inferences=(Inference(field="time", words="in April 2022", value="April 2022"),),
    )
    answer = Answer(
        question=Question(text="ferry in April 2022"), query=query, answered=True, confidence=0.9, hits=HITS
    )
    view = explain_view(TEXTS.of("de"), answer, 0.5)
    assert "„in April 2022“ → Zeit: 1. April 2022 bis 30. April 2022" in text_of(view.to_components())


figures = st.floats(-1e6, 1e6)
signals = st.builds(
    Signals, fused=figures, passage=figures, statement=figures, lexical=figures, reranker=st.none() | figures
)


@st.composite
def signalled(draw: st.DrawFn) -> Hit:
    return replace(draw(hits()), signals=draw(signals))


inferences = st.builds(Inference, field=st.sampled_from(["speaker", "source", "time"]), words=hostile, value=hostile)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    answers,
    st.lists(signalled(), max_size=25),
    st.lists(inferences, max_size=9),
    st.dictionaries(hostile, st.floats(0, 1e7), max_size=30),
    st.sampled_from(LANGUAGES),
)
def test_any_explanation_stays_within_discords_limits(
    answer: Answer, found: list[Hit], read: list[Inference], times: dict[str, float], language: str
) -> None:
    query = replace(answer.query, inferences=tuple(read))
    shown = explain_view(
        TEXTS.of(language), replace(answer, query=query, hits=tuple(found), timings_ms=times), 0.55
    ).to_components()
    check(shown)
    assert not RAW_ENTITY.search(without_links(text_of(shown)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_hits_that_do_not_fit_are_counted(language: str) -> None:
    t = TEXTS.of(language)
    many = tuple(replace(HITS[0], rank=rank, role=None, signals=Signals(reranker=0.123456)) for rank in range(1, 101))
    query = Query(topic="x", kind="said", asked_on=dt.date(2026, 1, 1))
    answer = Answer(question=Question(text="x"), query=query, answered=True, confidence=1, hits=many)
    shown = text_of(explain_view(t, answer, 0.5).to_components())
    told = max(rank for rank in range(1, 101) if f"**{rank}** ·" in shown)
    assert 5 < told < 100 and t("answer.others", n=100 - told) in shown
