"""Questions that follow the time, count or list people, in many wordings: the plain question and the order."""

from __future__ import annotations

import pytest

from index.model import Query, Question
from index.query.interpret import interpret
from tests.query.small_lexicon import ASKED, lexicon

VORN, ADLER = "Mara Vorn", "Jonas Adler"


def read(words: str, *, infer: bool = True) -> Query:
    return interpret(Question(text=words, infer=infer), lexicon(), ASKED)


@pytest.mark.parametrize(
    "words",
    [
        "latest from Vorn on the harbour",
        "the latest by Mara Vorn about the harbour",
        "any news from Vorn on the harbour?",
        "show me the newest statements by Vorn on the harbour",
        "what is the latest Vorn said about the harbour?",
        "what's the most recent thing that Mara Vorn has said about the harbour?",
        "the last thing Vorn said about the harbour",
        "Vorn's latest comments on the harbour",
        "what are Vorn's most recent remarks about the harbour?",
        "most recent statement by Vorn on the harbour",
        "what did Vorn last say about the harbour?",
        "what did Vorn most recently say about the harbour?",
        "when did Vorn last speak about the harbour?",
        "when was the last time that Vorn talked about the harbour?",
        "what has Vorn said lately about the harbour?",
        "what has Vorn said about the harbour recently",
    ],
)
def test_the_latest_of_somebody_on_something(words: str) -> None:
    query = read(words)
    assert (query.speakers, query.topic, query.order) == ((VORN,), "the harbour", "latest")
    assert [i.value for i in query.inferences if i.field == "order"] == ["latest first"]


@pytest.mark.parametrize(
    "words",
    [
        "when did Vorn first mention the harbour?",
        "when did Mara Vorn first talk about the harbour",
        "when was the first time Vorn talked about the harbour?",
        "Vorn's first statement on the harbour",
        "what was Vorn's earliest remark about the harbour?",
        "what did Vorn first say about the harbour?",
        "how has Vorn's position on the harbour changed?",
        "how did Mara Vorn's view of the harbour evolve over time?",
        "how have Vorn's views on the harbour shifted over the years?",
        "has Vorn changed her mind about the harbour?",
        "did Vorn change her stance on the harbour?",
        "a timeline of Vorn on the harbour",
        "give me a chronology of Vorn on the harbour",
    ],
)
def test_the_first_of_somebody_and_how_it_went_on(words: str) -> None:
    query = read(words)
    assert (query.speakers, query.topic, query.order) == ((VORN,), "the harbour", "earliest")
    assert not query.counts


@pytest.mark.parametrize(
    "words",
    [
        "did Vorn ever say anything about the harbour?",
        "has Vorn ever mentioned the harbour?",
        "did Vorn say anything at all on the harbour?",
        "has Mara Vorn ever talked about the harbour",
        "has Vorn ever said a word about the harbour?",
    ],
)
def test_whether_somebody_ever_spoke_of_it(words: str) -> None:
    query = read(words)
    assert (query.speakers, query.topic, query.kind, query.order) == ((VORN,), "the harbour", "said", None)


@pytest.mark.parametrize(
    "words",
    [
        "how often did Vorn mention the harbour?",
        "how many times has Vorn spoken about the harbour?",
        "how frequently did Mara Vorn talk about the harbour",
    ],
)
def test_how_often(words: str) -> None:
    query = read(words)
    assert (query.speakers, query.topic, query.order, query.counts) == ((VORN,), "the harbour", "earliest", True)


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("what happened on 13 October 2022?", ""),
        ("what was said on 13 October 2022?", ""),
        ("What happened to the ferry in October 2021?", "What happened to the ferry"),
    ],
)
def test_what_happened_then_goes_by_date(words: str, topic: str) -> None:
    query = read(words)
    assert (query.topic, query.order, query.meant is not None) == (topic, "earliest", True)


@pytest.mark.parametrize(
    "words",
    [
        "Vorn and Adler on the harbour",
        "what did Vorn and Adler say about the harbour?",
        "compare Vorn and Adler on the harbour",
    ],
)
def test_two_people_both_come_first(words: str) -> None:
    query = read(words)
    assert (query.speakers, query.topic, query.order) == ((VORN, ADLER), "the harbour", "speakers")


@pytest.mark.parametrize("words", ["who criticised Vorn?", "who has attacked the harbour plan", "who backs the port?"])
def test_people_who_took_a_side_are_listed(words: str) -> None:
    query = read(words)
    assert (query.kind, query.order) == ("who", "speakers")


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("why is the harbour closed?", "why is the harbour closed"),
        ("is it true that the harbour is closed?", "the harbour is closed"),
        ("what is the difference between the pier and the harbour?", "the pier and the harbour"),
    ],
)
def test_more_than_passages_can_give_is_said(words: str, topic: str) -> None:
    query = read(words)
    assert (query.notes, query.topic) == (("beyond",), topic)


@pytest.mark.parametrize(
    "words",
    [
        "what did Vorn say last week about the harbour?",
        "what did Vorn say about the first ferry?",
        "what did Vorn say about the latest budget?",
        "the latest figures on trade",
        "when did Vorn first become mayor?",
        "when did Vorn say that the harbour would open?",
        "was Vorn sure that she would not change her mind about the harbour?",
        "New York Times on the harbour",
        "how many times five is fifty",
        "why did Vorn oppose the bridge?",
        "what did Vorn say about the recently opened pier?",
        "what did Vorn say about the history of the pier?",
    ],
)
def test_words_of_the_topic_ask_for_no_order(words: str) -> None:
    query = read(words)
    assert (query.order, query.counts, query.notes) == (None, False, ())


def test_who_said_it_first() -> None:
    query = read("who first warned of the flood?")
    assert (query.kind, query.topic, query.order) == ("who", "warned of the flood", "earliest")


def test_somebody_without_a_topic() -> None:
    query = read("latest from Vorn")
    assert (query.speakers, query.topic, query.order) == ((VORN,), "", "latest")


def test_it_can_be_turned_off() -> None:
    query = read("latest from Vorn on the harbour", infer=False)
    assert (query.order, query.topic) == (None, "latest from Vorn on the harbour")
