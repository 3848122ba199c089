"""Layouts of any answer stay within Discord's limits, whatever the texts are, in every language."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import discord
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.texts import LANGUAGES, Texts
from bot.views import dates, parts
from bot.views.answer import answer_view, page_hits, pages
from bot.views.excerpt import excerpt
from bot.views.glance import MOST, glance_words
from bot.views.hits import hit_text
from bot.views.progress import bar, changes_view, progress_view, stopped_view
from bot.views.status import Gateway, status_view
from bot.views.text import OMITTED, escape, width
from index.export.plain import office
from index.links import with_speaker
from index.model import Answer, ArticleRef, Hit, Problem, Progress, Query, Question
from tests.bot.test_text import drawn, hostile
from tests.support.layouts import RAW_ENTITY, check, text_of, walk, without_links
from tests.support.people import CHANGES, HITS, STATUS

TEXTS = Texts.load()
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
days = st.one_of(st.none(), st.dates(dt.date(1, 1, 2), dt.date(9999, 12, 30)))
long_text = st.one_of(hostile, st.integers(1, 400).map(lambda n: "Nobody came to the pier, it was said. " * n))
maybe = st.one_of(st.none(), long_text)
refs = st.builds(
    ArticleRef,
    id=st.just("a"),
    title=maybe,
    source=maybe,
    date=days,
    url=st.one_of(maybe, st.just("https://a.example/")),
)


@st.composite
def hits(draw: st.DrawFn) -> Hit:
    text = draw(long_text)
    first = draw(st.integers(0, len(text)))
    last = draw(st.integers(first, len(text)))
    return Hit(
        rank=draw(st.integers(1, 25)),
        score=1.0,
        article=draw(refs),
        text=text,
        start=100,
        end=100 + len(text),
        context=draw(maybe),
        quote=text[first:last] or None,
        quote_start=100 + first,
        quote_end=100 + last,
        speaker=draw(maybe),
        role=draw(maybe),
        cue=draw(maybe),
        stance=draw(st.sampled_from([None, "said", "denied", "declined", "asked"])),
        also_in=tuple(draw(st.lists(refs, max_size=5))),
        more_in_article=draw(st.integers(0, 3)),
    )


answers = st.builds(
    Answer,
    question=st.builds(Question, text=long_text),
    query=st.builds(
        Query,
        topic=long_text,
        kind=st.just("said"),
        asked_on=st.just(dt.date(2026, 1, 1)),
        speakers=st.lists(long_text, max_size=3).map(tuple),
        sources=st.lists(long_text, max_size=3).map(tuple),
        since=days,
        until=days,
        unknown_speaker=maybe,
    ),
    answered=st.booleans(),
    confidence=st.just(0.5),
    hits=st.lists(hits(), max_size=8).map(tuple),
    reason=st.sampled_from(
        [None, "unknown_speaker", "speaker_silent", "nothing_in_period", "nothing_on_topic", "empty_archive"]
    ),
    others=st.lists(long_text, max_size=10).map(tuple),
    nearest=st.one_of(st.none(), refs),
    undated_left_out=st.integers(0, 5),
)


def components(view: discord.ui.LayoutView) -> list[dict[str, object]]:
    return view.to_components()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(answers, st.none() | st.integers(0, 9), st.integers(1, 25), st.sampled_from(LANGUAGES), st.booleans())
def test_any_answer_stays_within_discords_limits(
    answer: Answer, page: int | None, per_page: int, language: str, opened: bool
) -> None:
    t = TEXTS.of(language)
    view = answer_view(t, answer, 2**62, page, per_page, opened=opened, back=2**61, newer=opened, explain=True)
    shown = components(view)
    check(shown)
    rows = [part for part in walk(shown) if part["type"] == 1]
    assert page is not None or opened or len(rows) == 1
    assert not RAW_ENTITY.search(without_links(text_of(shown)))


@settings(max_examples=80, deadline=None)
@given(hits(), st.integers(40, 900))
def test_an_excerpt_stays_within_its_limit(hit: Hit, limit: int) -> None:
    shown = excerpt(hit, limit)
    assert width(shown) <= limit
    assert all(line.startswith("> ") or line == ">" for line in shown.split("\n"))
    assert not RAW_ENTITY.search(shown)


def test_an_excerpt_holds_the_quote_whole_and_marks_what_it_left_out() -> None:
    before, quote, after = (
        "Rain fell on the pier all day. " * 9,
        "The ferry will sail on Monday",
        " and nobody doubts it. ",
    )
    text = before + quote + after + "Gulls were heard. " * 20
    first = 7 + len(before)
    hit = replace(HITS[0], text=text, start=7, quote=quote, quote_start=first, quote_end=first + len(quote))
    shown = excerpt(hit, 260)
    assert f"**{quote}**" in shown
    assert shown.startswith("> " + escape(OMITTED)) and shown.endswith(escape(OMITTED))
    words = drawn(shown).replace("> ", "").replace("**", "").replace(OMITTED, "").strip()
    assert words in text


sentences = st.lists(
    st.tuples(
        st.sampled_from(["The ferry", "She_said", "**Bolts**", "# Nobody", "“We", "10,5 ships", "1. Rain", "- Tea"]),
        st.sampled_from(["sails", "stays <@1>", "waits at https://pier.example", "[is](here)", "`counts` || them”"]),
        st.sampled_from([". ", "! ", "?” ", ".\n", ".\n\n"]),
    ).map(lambda parts: f"{parts[0]} {parts[1]}{parts[2]}"),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(sentences, st.integers(0, 11), st.integers(1, 3), st.integers(80, 500))
def test_what_is_shown_as_quoted_stands_so_in_the_article(
    written: list[str], first: int, count: int, limit: int
) -> None:
    text = "".join(written).strip()
    first = min(first, len(written) - 1)
    start = len("".join(written[:first]))
    quote = text[start : start + len("".join(written[first : first + count]))].strip()
    hit = replace(
        HITS[0], text=text, start=5, quote=quote or None, quote_start=5 + start, quote_end=5 + start + len(quote)
    )
    lines = [line.removeprefix("> ") for line in excerpt(hit, limit).split("\n")]
    shown = re.sub(r"(?<!\\)\*\*", "", "\n".join(lines))
    words = drawn(shown).replace(OMITTED, " ").split()
    assert words
    assert " ".join(words) in " ".join(text.split())


@pytest.mark.parametrize(
    ("language", "words"), [("en", "denies this: “rejected”"), ("de", "bestreitet dies: “rejected”")]
)
def test_a_denial_is_told_in_words_with_its_cue(language: str, words: str) -> None:
    t = TEXTS.of(language)
    assert words in hit_text(t, replace(HITS[0], stance="denied", cue="rejected"), 900)
    said = hit_text(t, replace(HITS[0], stance="said", cue="warned"), 900)
    assert "“warned”" in said and words.partition(":")[0] not in said


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "No given name is on record for Roe."), ("de", "Von Roe ist kein Vorname verzeichnet.")],
)
def test_that_no_given_name_is_on_record_is_told(language: str, words: str) -> None:
    query = Query(topic="x", kind="said", asked_on=dt.date(2026, 1, 1), speakers=("Roe",), notes=("surname",))
    answer = Answer(question=Question(text="x"), query=query, answered=True, confidence=1, hits=HITS)
    assert words in text_of(components(answer_view(TEXTS.of(language), answer, 0, 3, 5)))
    plain = replace(answer, query=replace(query, notes=()))
    assert words not in text_of(components(answer_view(TEXTS.of(language), plain, 0, 3, 5)))


def test_a_whole_passage_is_shown_without_marks_when_it_fits() -> None:
    shown = drawn(excerpt(HITS[1], 800))
    assert OMITTED not in shown
    assert shown.replace("> ", "").replace("**", "") == HITS[1].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_show_every_passage_once(language: str) -> None:
    answer = Answer(
        question=Question(text="x"),
        query=Query(topic="x", kind="said", asked_on=dt.date(2026, 1, 1)),
        answered=True,
        confidence=1,
        hits=HITS,
    )
    for per_page in (1, 3, 5, 25):
        seen = [hit.rank for page in range(pages(answer, per_page)) for hit in page_hits(answer, page, per_page)]
        assert seen == [hit.rank for hit in HITS]
    assert page_hits(answer, 99, 5) == page_hits(answer, 3, 5)
    check(components(answer_view(TEXTS.of(language), answer, 1, 3, 5)))


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (dt.date(2022, 4, 1), dt.date(2022, 4, 30), "1-30 April 2022"),
        (dt.date(2022, 4, 5), dt.date(2022, 4, 5), "5 April 2022"),
        (dt.date(2022, 1, 1), dt.date(2022, 12, 31), "2022"),
        (dt.date(2021, 1, 1), dt.date(2022, 12, 31), "2021-2022"),
        (dt.date(2022, 4, 5), dt.date(2022, 6, 1), "5 April 2022 to 1 June 2022"),
        (dt.date(2022, 4, 5), None, "since 5 April 2022"),
        (None, dt.date(2022, 4, 5), "until 5 April 2022"),
        (None, None, ""),
    ],
)
def test_windows_read_like_people_write_them(since: dt.date | None, until: dt.date | None, words: str) -> None:
    assert dates.window(TEXTS.of("en"), since, until) == words


def test_a_days_timestamp_is_that_day_nearly_everywhere() -> None:
    stamp = int(dates.stamp(dt.date(2022, 4, 5)).split(":")[1])
    for hours in range(-10, 14):
        assert dt.datetime.fromtimestamp(stamp, dt.timezone(dt.timedelta(hours=hours))).date() == dt.date(2022, 4, 5)


@pytest.mark.parametrize("language", LANGUAGES)
def test_work_and_status_messages_stay_within_the_limits(language: str) -> None:
    t = TEXTS.of(language)
    problem = Problem(path="x", message="y")
    gateway = Gateway(latency=float("inf"), shards=1, guilds=2, started=NOW, reindexing=True)
    views = [
        progress_view(t, None, started=NOW),
        progress_view(t, Progress(stage="embed", done=5, total=0), started=NOW),
        progress_view(t, Progress(stage="read", done=50, total=20), started=NOW, stopping=True),
        changes_view(t, replace(CHANGES, problems=(problem,))),
        stopped_view(t, "reindex.failed", "why"),
        status_view(t, replace(STATUS, pending=3, model="<@1>", built_at=None), gateway),
    ]
    for view in views:
        check(components(view))
        assert width(text_of(components(view))) <= parts.MAX_TEXT


@given(st.integers(-5, 50), st.integers(0, 40))
def test_the_bar_is_always_twenty_wide(done: int, total: int) -> None:
    shown = bar(done, total)
    assert (shown == "") if total == 0 else (shown.count("█") + shown.count("░") == 20 and shown.endswith("%"))


@pytest.mark.parametrize(
    ("language", "words"), [("en", "The closest in time is of"), ("de", "Das zeitlich Nächste ist vom")]
)
def test_a_no_names_the_nearest_article_and_who_else_spoke_whatever_its_reason(language: str, words: str) -> None:
    nearest = ArticleRef(
        id="n", title="A [new] pier", source="Radio *Nordholm*", date=dt.date(2022, 4, 5), url="https://a.example/x"
    )
    for reason in ("unknown_speaker", "speaker_silent", "nothing_in_period", "nothing_on_topic"):
        answer = Answer(
            question=Question(text="what of the pier?"),
            query=Query(topic="pier", kind="said", asked_on=dt.date(2026, 1, 1)),
            answered=False,
            confidence=0.1,
            hits=(),
            reason=reason,
            others=("Mara Velden", "Tomas Rehak"),
            nearest=nearest,
        )
        shown = components(answer_view(TEXTS.of(language), answer, 1))
        check(shown)
        told = text_of(shown)
        assert f"{words} {dates.stamp(nearest.date)} in Radio \\*Nordholm\\*" in told
        assert "[A (new) pier](<https://a.example/x>)" in told and "Mara Velden, Tomas Rehak" in told


def test_a_passage_leads_to_its_statement_where_there_is_a_page() -> None:
    hit = HITS[0]
    assert "Statement]" not in hit_text(TEXTS.of("en"), hit, 900)
    linked = replace(hit, link="https://record.example/s/abcdefghijklmnopqrstu")
    address = with_speaker(linked.link or "", hit.speaker)
    assert "?for=" in address and f"[Statement](<{address}>)" in hit_text(TEXTS.of("en"), linked, 900)


def test_no_number_stands_alone_where_nobody_is_named() -> None:
    lines = hit_text(TEXTS.of("en"), replace(HITS[0], speaker=None, role=None), 900).split("\n")
    assert lines[0].startswith(f"1 · {HITS[0].article.source}")
    assert hit_text(TEXTS.of("en"), HITS[0], 900).startswith(f"1 · {HITS[0].speaker}")


def test_a_role_is_shown_without_whose_it_is() -> None:
    shown = hit_text(TEXTS.of("en"), replace(HITS[0], speaker="Mara Velden", role="Its chairman"), 900)
    assert shown.startswith("1 · Mara Velden, Chairman")
    roles = ["their second pilot", "Our Man", "mayor of Their Town", "Its", ""]
    assert [office(role) for role in roles] == ["second pilot", "Man", "mayor of Their Town", "Its", ""]


def no(hits: tuple[Hit, ...] = HITS[:4]) -> Answer:
    return Answer(
        question=Question(text="what of the pier?"),
        query=Query(topic="pier", kind="said", asked_on=dt.date(2026, 1, 1)),
        answered=False,
        confidence=0.1,
        hits=hits,
        reason="nothing_on_topic",
    )


def test_a_no_comes_first_and_what_is_near_is_told_as_no_answer() -> None:
    t = TEXTS.of("en")
    shown = components(answer_view(t, no(), 1))
    assert text_of(shown).startswith("### No. Nobody in the archive said anything on that.\nwhat of the pier?")
    assert HITS[0].quote not in text_of(shown) and "Closest passages" in str(shown)
    near = text_of(components(answer_view(t, no(), 1, 0)))
    assert near.startswith("### Not an answer: the closest passages\nNo. ") and "**" not in near
    assert all(hit.quote in near for hit in HITS[:3])
    assert "Closest passages" not in str(components(answer_view(t, no(()), 1)))


def test_at_a_glance_stand_the_chosen_sentences_alone_in_bold() -> None:
    text = "Rain fell. “We go home,” she said. “The pier waits,” she said. Gulls were heard."
    first, last = text.index("“We"), text.index(" Gulls")
    hit = replace(HITS[0], text=text, start=50, quote=text, quote_start=50, quote_end=50 + len(text))
    chosen = replace(hit, glance=(50 + first, 50 + last))
    assert drawn(glance_words(chosen)) == f"> **{text[first:last]}**"
    answer = replace(no((chosen, *HITS[1:3])), answered=True)
    shown = components(answer_view(TEXTS.of("en"), answer, 1))
    told = text_of(shown)
    assert told.count("**") == 2 and HITS[1].quote not in told and "2 more" in str(shown)
    assert "Mara Velden, Mayor of Lowmark · “said”" in told


@settings(max_examples=60, deadline=None)
@given(hits())
def test_the_words_at_a_glance_are_short_and_literal(hit: Hit) -> None:
    shown = glance_words(hit)
    assert width(shown) <= MOST + 6 * (shown.count("\n") + 1)
    assert not RAW_ENTITY.search(shown)
