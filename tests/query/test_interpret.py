"""From a question as typed to a query: what leaves the topic, what stays, and that inference only narrows."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InputError
from index.model import Query, Question
from index.query.interpret import Lexicon, interpret
from index.query.people import SpeakerMatch
from index.speakers.book import SpeakerRecord, build_book
from tests.query.small_lexicon import ASKED, SOURCES, lexicon

SHARED = Path(__file__).parents[2].parent / "shared" / "data"


def ask(text: str, **explicit: Any) -> Query:
    return interpret(Question(text=text, **explicit), lexicon(), ASKED)


@pytest.mark.parametrize(
    ("text", "kind", "topic"),
    [
        ("What did Vorn say about Georgia?", "said", "Georgia"),
        ("What did Vorn say in April 2022?", "said", ""),
        ("What did Vorn say?", "said", ""),
        ("what has Vorn said about the harbour vote?", "said", "the harbour vote"),
        ("Has Adler commented on the strike?", "said", "the strike"),
        ("What did Vorn tell reporters about the strike?", "said", "the strike"),
        ("What did Adler tell Vorn about the strike?", "said", "Vorn about the strike"),
        ("What does Vorn have to say about fish?", "said", "fish"),
        ("What did Vorn make of the strike?", "said", "the strike"),
        ("What post did Vorn have in mind for Adler?", "said", "post for Adler"),
        ("How did Vorn respond to the strike?", "said", "the strike"),
        ("Did Vorn say that Adler lied?", "said", "Adler lied"),
        ("How did Adler compare Vorn's port with the old one?", "said", "compare Vorn's port with the old one"),
        ("What kind of trouble does Adler expect in the port?", "said", "trouble expect in the port"),
        ("Why does Vorn want the vote?", "said", "want the vote"),
        ("What did Vorn say about Adler's view on fish?", "said", "Adler's view on fish"),
        ("Vorn's comparison of trout and eels", "said", "comparison of trout and eels"),
        ("Vorn's response to the strike", "said", "the strike"),
        ("What did Vorn say about fish, and when?", "said", "fish"),
        ("What did Vorn say about “fish & chips” (2022)?", "said", "“fish & chips” (2022)"),
        ("What did Vorn say about a $15 toll?", "said", "a $15 toll"),
        ("How safe is the port, according to Adler?", "said", "How safe is the port"),
        ("how safe is the port acc to adler", "said", "how safe is the port"),
        ("Was there a statement by the foreign minister on fish in May 2022?", "said", "fish"),
        ("what did she say about fish", "said", "fish"),
        ("what did critics say about Vorn", "said", "critics about Vorn"),
        ("Who called Vorn a con man?", "who", "called Vorn a con man"),
        ("Who said that Vorn lied?", "who", "Vorn lied"),
        ("Who told Vorn to resign?", "who", "told Vorn to resign"),
        ("Which minister warned of floods in March 2021?", "who", "minister warned of floods"),
        ("Which senator would rather eat a shoe?", "who", "senator would rather eat a shoe"),
        ("Who won the harbour vote?", "other", "Who won the harbour vote"),
        ("Which ports closed?", "other", "Which ports closed"),
        ("What happened in Georgia in April 2022?", "other", "What happened in Georgia"),
        ("harbour strike april 2022", "other", "harbour strike"),
        ("What did Vorn say about the 2016 election?", "said", "the 2016 election"),
        ("How many ships were built in 2021?", "other", "How many ships were built in 2021"),
    ],
)
def test_kind_and_topic(text: str, kind: str, topic: str) -> None:
    query = ask(text)
    assert (query.kind, query.topic) == (kind, topic)


def test_every_inference_is_recorded() -> None:
    query = ask("What did the NATO chief say in the Harbor Times about Georgia between March and May 2022?")
    assert (query.topic, query.speakers, query.sources) == ("Georgia", ("Tessa Quill",), ("The Harbour Times",))
    assert (query.since, query.until) == (dt.date(2022, 3, 1), dt.date(2022, 5, 31))
    assert {(i.field, i.words, i.value) for i in query.inferences} == {
        ("speaker", "the NATO chief", "Tessa Quill"),
        ("source", "Harbor Times", "The Harbour Times"),
        ("time", "between March and May 2022", "2022-03-01 to 2022-05-31"),
    }


def test_relative_time_counts_from_the_day_asked() -> None:
    assert ask("What did Vorn say yesterday?").since == dt.date(2022, 6, 14)
    earlier = ask("What did Vorn say yesterday?", asked_on=dt.date(2021, 1, 1))
    assert (earlier.since, earlier.asked_on) == (dt.date(2020, 12, 31), dt.date(2021, 1, 1))


def test_two_times_are_intersected_and_a_contradiction_stays_in_the_topic() -> None:
    both = ask("What did Vorn say about fish since March 2022 and before May 2022?")
    assert (both.since, both.until) == (dt.date(2022, 3, 1), dt.date(2022, 4, 30))
    first = ask("Did Vorn say in May 2022 that fish died in May 2021?")
    assert (first.since, first.topic) == (dt.date(2022, 5, 1), "fish died in May 2021")


def test_inferred_time_narrows_the_explicit_window() -> None:
    query = ask("What did Vorn say about fish in May 2022?", since=dt.date(2022, 5, 10))
    assert (query.since, query.until) == (dt.date(2022, 5, 10), dt.date(2022, 5, 31))


def test_explicit_window_wins_over_a_contradiction() -> None:
    query = ask("What did Vorn say about fish in May 2022?", since=dt.date(2022, 6, 1))
    assert (query.since, query.until, query.topic) == (dt.date(2022, 6, 1), None, "fish in May 2022")
    assert [i.field for i in query.inferences] == ["speaker"]


def test_explicit_window_that_is_inverted_is_refused() -> None:
    with pytest.raises(InputError, match="swap"):
        ask("fish", since=dt.date(2022, 6, 1), until=dt.date(2022, 5, 1))


def test_explicit_speaker_wins_over_a_contradiction() -> None:
    query = ask("What did Vorn say about fish?", speaker="adler")
    assert query.speakers == ("Jonas Adler",)
    assert query.topic == "Vorn about fish"
    assert query.inferences == ()


def test_explicit_speaker_that_the_words_repeat_leaves_the_topic() -> None:
    query = ask("What did Vorn say about fish?", speaker="Mara Vorn")
    assert (query.speakers, query.topic) == (("Mara Vorn",), "fish")


def test_explicit_strangers_are_unknown() -> None:
    query = ask("fish", speaker="Zed Brackwater", source="Elbow Weekly")
    assert (query.speakers, query.unknown_speaker) == ((), "Zed Brackwater")
    assert (query.sources, query.unknown_source) == ((), "Elbow Weekly")


def test_explicit_outlet_wins_over_a_contradiction() -> None:
    query = ask("What did the Harbour Times report about fish?", source="northern post")
    assert query.sources == ("Northern Post",)
    assert "Harbour Times" in query.topic


def test_inference_can_be_turned_off() -> None:
    query = ask("What did Vorn say about fish in May 2022?", infer=False, speaker="Adler")
    assert query.topic == "What did Vorn say about fish in May 2022?"
    assert (query.speakers, query.since, query.inferences) == (("Jonas Adler",), None, ())


PIECES = st.sampled_from(
    "What did who which Vorn Adler Mara the NATO chief say said about on in according to Harbour Times by 's May march "
    "2022 last week between and before 5 April yesterday , : ? ( “ ” fish critics called was Zed Brackwater".split()
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=20).map(" ".join))
DAYS = st.one_of(st.none(), st.dates())


@given(TEXTS, DAYS, DAYS, DAYS, st.booleans())
def test_any_text_gives_a_window_within_the_explicit_one(
    text: str, asked_on: dt.date | None, one: dt.date | None, other: dt.date | None, knows_articles: bool
) -> None:
    since, until = sorted((one, other)) if one is not None and other is not None else (one, other)
    question = Question(text=text, asked_on=asked_on, since=since, until=until)
    query = interpret(question, lexicon(articles=knows_articles), ASKED)
    assert query.since is None or query.until is None or query.since <= query.until
    assert since is None or (query.since is not None and query.since >= since)
    assert until is None or (query.until is not None and query.until <= until)
    assert set(query.sources) <= set(SOURCES)
    assert query.topic == query.topic.strip()


@given(TEXTS)
def test_explicit_names_are_never_replaced(text: str) -> None:
    query = interpret(Question(text=text, speaker="Jonas Adler", source="Northern Post"), lexicon(), ASKED)
    assert (query.speakers, query.sources) == (("Jonas Adler",), ("Northern Post",))


def _read(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists():
        pytest.skip(f"{path} is absent: the development questions are kept beside the checkout, not in it")
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _gold_lexicon(articles: list[dict[str, Any]]) -> Lexicon:
    """An archive whose speakers are the annotated ones."""
    said: Counter[tuple[str, str]] = Counter()
    for article in articles:
        said.update((article["id"], quote["speaker"]) for quote in article["quotes"] if quote.get("speaker"))
    dates = {article["id"]: dt.date.fromisoformat(article["date"]) for article in articles}
    book = build_book(
        SpeakerRecord(name=name, article_id=at, date=dates[at], statements=count) for (at, name), count in said.items()
    )
    texts = " ".join(article["text"].lower() for article in articles)
    days = list(dates.values())

    def find(words: str, on: dt.date | None) -> tuple[SpeakerMatch, ...]:
        return tuple(SpeakerMatch(m.speaker, m.kind, m.score) for m in book.find(words, on=on))

    def statements(name: str) -> int:
        speaker = book.get(name)
        return speaker.statements if speaker else 0

    return Lexicon(
        sources=tuple(sorted({article["source"] for article in articles})),
        first=min(days),
        last=max(days),
        find_speaker=find,
        statements=statements,
        topic_words=lambda word: int(word in texts),
        count_in=lambda a, b: sum((a is None or d >= a) and (b is None or d <= b) for d in days),
    )


def _surname(name: str) -> str:
    return name.casefold().split()[-1]


@pytest.mark.parametrize(("corpus", "least_right"), [("polnear", 0.75), ("conferences", 0.75)])
def test_development_questions(corpus: str, least_right: float) -> None:
    """Windows and outlets hold the gold articles; no wrong speaker, mostly the right one (the book has no roles)."""
    articles = list(_read(SHARED / corpus / "articles.jsonl"))
    by_id = {article["id"]: article for article in articles}
    known = _gold_lexicon(articles)
    speakers: Counter[str] = Counter()
    for row in _read(SHARED / corpus / "questions.jsonl"):
        asked_on = dt.date.fromisoformat(row["asked_on"]) if row["asked_on"] else None
        query = interpret(Question(text=row["question"], asked_on=asked_on), known, dt.date(2026, 1, 1))
        for answer in row["answers"]:
            article = by_id[answer["article"]]
            day = dt.date.fromisoformat(article["date"])
            assert query.since is None or query.since <= day, row["question"]
            assert query.until is None or day <= query.until, row["question"]
            assert not query.sources or article["source"] in query.sources, row["question"]
        if row["type"] == "dated":
            assert query.since or query.until, row["question"]
        if row["type"] == "sourced":
            assert query.sources, row["question"]
        if row["type"] in {"said", "dated", "sourced"} and row["speaker"] and row["answers"]:
            names = {_surname(name) for name in query.speakers}
            right = _surname(row["speaker"]) in names
            speakers["right" if right else "wrong" if names else "none"] += 1
        elif row["type"] in {"who", "fact"}:
            assert not query.speakers, row["question"]
    assert speakers["wrong"] == 0
    assert speakers["right"] >= least_right * speakers.total()
