"""Offices, other languages and length: who holds what, whose name stands in a question that is not English."""

from __future__ import annotations

import datetime as dt

import pytest

from index.model import Question
from index.query.interpret import Lexicon, interpret
from index.query.refuse import MOST_WORDS
from tests.query.small_book import ASKED, ask, lexicon_of, said


@pytest.fixture(scope="module")
def archive() -> Lexicon:
    return lexicon_of(
        [
            said("Runa Velde", "foreign minister", day=dt.date(2020, 3, 1), times=9),
            said("Runa Velde", "Foreign Minister", day=dt.date(2021, 2, 1), times=9),
            said("Tomas Lindqvar", "foreign minister", day=dt.date(2021, 9, 1), times=5),
            said("Tomas Lindqvar", "foreign minister", day=dt.date(2022, 5, 1), times=5),
            said("Pia Marrow", "Harbour Times columnist", times=4),
            said("Otto Grell", "columnist", times=2),
            said("Ada Corm", "deputy foreign minister", times=3),
            said("Ива Петрова", "Sofia mayor", times=6),
            said("王小明", "farmer", times=6),
        ],
        {"wheat": 9},
    )


@pytest.mark.parametrize(
    ("text", "office", "speakers", "topic"),
    [
        ("Which columnist said that wheat is dear?", "columnist", {"Pia Marrow", "Otto Grell"}, "wheat is dear"),
        ("which columnist likened wheat to gold", "columnist", {"Pia Marrow", "Otto Grell"}, "wheat to gold"),
        ("Which foreign minister warned of a famine?", "foreign minister", {"Runa Velde", "Tomas Lindqvar"},
         "warned of a famine"),
        ("which Harbour Times columnist mocked the plan", "Harbour Times columnist", {"Pia Marrow"}, "the plan"),
    ],
)  # fmt: skip
def test_which_office_said(archive: Lexicon, text: str, office: str, speakers: set[str], topic: str) -> None:
    query = ask(text, archive)
    assert (query.kind, query.office, set(query.speakers), query.topic) == ("who", office, speakers, topic)
    assert [(i.field, i.value) for i in query.inferences] == [("speaker", office)]


@pytest.mark.parametrize(
    "text",
    ["Which voter said that wheat is dear?", "Which port closed?", "which astronaut said so", "Who said wheat is dear?",
     "Which columnist won the prize?"],
)  # fmt: skip
def test_no_office_is_no_filter(archive: Lexicon, text: str) -> None:
    query = ask(text, archive)
    assert (query.office, query.speakers) == (None, ())


@pytest.mark.parametrize(
    "text", ["who likened the port to a sieve", "Who joked about the port?", "who quoted the port"]
)
def test_ways_of_saying_are_no_topic(archive: Lexicon, text: str) -> None:
    query = ask(text, archive)
    assert query.kind == "who"
    assert query.topic in {"the port to a sieve", "the port"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("who is the foreign minister", "Tomas Lindqvar"),
        ("Who is the foreign minister now?", "Tomas Lindqvar"),
        ("who's the foreign minister?", "Tomas Lindqvar"),
        ("Who was foreign minister in 2020?", "Runa Velde"),
        ("who was the foreign minister in October 2021", "Tomas Lindqvar"),
    ],
)
def test_who_holds_an_office(archive: Lexicon, text: str, first: str) -> None:
    query = ask(text, archive)
    assert query.holders[0].name == first
    assert "Ada Corm" not in {holder.name for holder in query.holders}
    assert first in query.topic
    assert query.speakers == ()
    held = next(holder for holder in ask("who is the foreign minister", archive).holders if holder.name == "Runa Velde")
    assert (held.first, held.last) == (dt.date(2020, 3, 1), dt.date(2021, 2, 1))


@pytest.mark.parametrize(
    "text", ["who is Runa Velde", "who is the astronaut", "who is the minister who lied", "Who is it?"]
)
def test_nothing_else_asks_for_an_office(archive: Lexicon, text: str) -> None:
    assert ask(text, archive).holders == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Was sagte Velde über den Weizen?", "Runa Velde"),
        ("Was hat Tomas Lindqvar zu den Preisen gesagt?", "Tomas Lindqvar"),
        ("¿Qué dijo Velde sobre el trigo?", "Runa Velde"),
        ("Qu'est-ce que Lindqvar a dit sur le blé et les prix ?", "Tomas Lindqvar"),
        ("Какво каза Петрова за пшеницата?", "Ива Петрова"),
        ("王小明 怎么说", "王小明"),
        ("que dijo velde sobre el trigo", "Runa Velde"),
        ("was sagte lindqvar über den weizen", "Tomas Lindqvar"),
    ],
)
def test_other_languages_get_the_speaker_and_a_line(archive: Lexicon, text: str, speaker: str) -> None:
    query = ask(text, archive)
    assert (query.speakers, query.notes) == ((speaker,), ("language",))


@pytest.mark.parametrize(
    "text",
    ["What did Velde say about wheat?", "wheat prices in Karst", "velde on el niño",
     "What did Петрова say about wheat?", "the minister on the die-in", "Velde"],
)  # fmt: skip
def test_english_is_english(archive: Lexicon, text: str) -> None:
    assert ask(text, archive).notes == ()


def test_a_name_in_its_own_script_is_found(archive: Lexicon) -> None:
    assert ask("What did Петрова say about wheat?", archive).speakers == ("Ива Петрова",)
    assert ask("What did 王小明 say about wheat?", archive).speakers == ("王小明",)


def test_a_long_question_is_cut_and_told(archive: Lexicon) -> None:
    query = interpret(Question(text="What did Velde say about wheat? " + "and more " * MOST_WORDS), archive, ASKED)
    assert query.notes == ("shortened",)
    assert query.speakers == ("Runa Velde",)
    assert len(query.topic.split()) <= MOST_WORDS


@pytest.mark.parametrize(
    ("text", "alike"),
    [("What did Weldte say about rye?", ("Runa Velde",)), ("What did Runa Veldern say?", ("Runa Velde",))],
)
def test_a_name_further_off_is_offered(archive: Lexicon, text: str, alike: tuple[str, ...]) -> None:
    query = ask(text, archive)
    assert query.speakers in ((), alike)
    assert query.speakers or query.alike == alike


@pytest.mark.parametrize(
    "text",
    [
        "what did the CFO of Masso say about wheat?",
        "what did the treasurer of Masso say about wheat?",
        "what did the chief operating officer of Masso say about wheat?",
    ],
)
def test_an_office_of_a_body_is_not_the_body(text: str) -> None:
    lexicon = lexicon_of([said("Masso", times=5), said("Ada Corm", "foreign minister", times=3)], {"wheat": 9})
    assert ask(text, lexicon).speakers == ()
    assert ask("what did Masso say about wheat?", lexicon).speakers == ("Masso",)


@pytest.mark.parametrize("words", ["CFO", "chief financial officer"])
def test_short_and_long_forms_of_an_office_are_one(words: str) -> None:
    for role in ("chief financial officer", "CFO"):
        lexicon = lexicon_of([said("Ada Corm", role, times=3)], {"wheat": 9})
        assert ask(f"what did the {words} say about wheat?", lexicon).speakers == ("Ada Corm",)


@pytest.fixture(scope="module")
def bodies() -> Lexicon:
    return lexicon_of(
        [
            said("Runa Velde", "President of the Central Bank", times=9),
            said("Tomas Lindqvar", "President", times=20),
            said("Ada Corm", "Minister of State of the Ministry of Shipping", times=5),
            said("Otto Grell", "Chairman", times=7),
            said("Pia Marrow", "Minister of Transport", times=6),
            said("Ivo Lang", "Governor of Halden", times=6),
            said("Jo Pell", "High Commissioner/Vice-Chair", times=3),
        ]
    )


@pytest.mark.parametrize(
    ("text", "speakers", "topic"),
    [
        ("What did the president of the central bank say about wheat?", ("Runa Velde",), "wheat"),
        ("What did the president say about wheat?", ("Tomas Lindqvar",), "wheat"),
        ("What did the president of the republic say about wheat?", (), None),
        ("what did the minister of state of the ministry of shipping say on tolls", ("Ada Corm",), "tolls"),
        ("What did the chairman of the committee say about tolls?", ("Otto Grell",), "tolls"),
        ("How did the governor of Halden dare the council over tolls this week?", ("Ivo Lang",), None),
        ("What did the High Commissioner say about tolls?", ("Jo Pell",), "tolls"),
        ("What did the chairman of the harbour trust say about tolls?", (), None),
    ],
)
def test_what_an_office_is_of_belongs_to_it(
    bodies: Lexicon, text: str, speakers: tuple[str, ...], topic: str | None
) -> None:
    query = ask(text, bodies)
    assert query.speakers == speakers
    assert topic is None or query.topic == topic


def test_an_office_that_fits_but_for_words_is_named_and_not_taken_for_held(bodies: Lexicon) -> None:
    query = ask("What did the shipping minister say about tolls?", bodies)
    assert (query.speakers, query.named, query.placed) == ((), ("shipping minister",), ())


def test_of_state_is_no_verb_of_saying(bodies: Lexicon) -> None:
    query = ask("What did the Minister of State for Dredging say about tolls?", bodies)
    assert (query.speakers, query.named, query.placed) == ((), ("minister",), ("state", "dredging"))
