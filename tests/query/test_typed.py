"""Questions as people type them into a chat: small letters, greetings, no apostrophes, a name and a few words."""

from __future__ import annotations

import datetime as dt

import pytest

from index.query.interpret import Lexicon
from tests.query.small_book import ask, lexicon_of, said

# Orla and Howard Selmer and Helen Strand are named in the texts and nobody is on record under their names.
_WORDS = (
    dict.fromkeys("what did say about on were wheat ruling judges tunnel father".split(), 100)
    | dict.fromkeys("orla howard ola lund okoye selmer helen strand asher".split(), 2)
    | {"bere": 1, "were": 300}
)


@pytest.fixture(scope="module")
def archive() -> Lexicon:
    return lexicon_of(
        [
            said("Runa Velde", "Senator", times=30),
            said("Tomas Lindqvar", "Farm minister", times=20),
            said("Tawanda Bere", "Lawyer", times=4),
            said("Ronald Dawes", "Deputy", times=4),
            said("Musa Danjuma", "Police spokesman", times=4),
            said("David French", "Columnist", times=4),
            said("Pia Selmer", "Painter", times=4),
            said("Ilse Lund-Okoye", "Mayor", times=4),
        ],
        _WORDS,
    )


@pytest.mark.parametrize(
    "text",
    [
        "what did helen strand say about the wheat",
        "What did Helen Strand say about the wheat?",
        "helen strand on wheat",
        "what did sec asher say about wheat",
        "sec asher on wheat",
        "orla selmer on wheat",
        "howard selmer on wheat",
        "what did ola lund-okoye say about the wheat",
    ],
)
def test_who_is_named_in_the_texts_and_not_on_record_is_asked_for_by_name(archive: Lexicon, text: str) -> None:
    query = ask(text, archive)
    assert query.speakers == ()
    assert query.named, query


@pytest.mark.parametrize("text", ["what did rescue workers say about wheat", "what did the harvest say about wheat"])
def test_several_and_things_are_no_names(archive: Lexicon, text: str) -> None:
    assert not ask(text, archive).named


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hey bot, what did lindqvar say about wheat", "wheat"),
        ("yo what did lindqvar say about wheat pls", "wheat"),
        ("@onrecord what did Lindqvar say about wheat", "wheat"),
        ("hi, Lindqvar on wheat please", "wheat"),
        ("whats lindqvars view on wheat", "wheat"),
        ("does anyone have a quote from lindqvar on wheat", "wheat"),
        ("could someone pls tell me what lindqvar said about wheat", "wheat"),
        ("looking for a quote from lindqvar on wheat", "wheat"),
    ],
)
def test_what_greets_and_thanks_is_no_topic(archive: Lexicon, text: str, topic: str) -> None:
    query = ask(text, archive)
    assert (query.speakers, query.topic) == (("Tomas Lindqvar",), topic)


@pytest.mark.parametrize(
    ("text", "speaker", "topic"),
    [
        ("lindqvar wheat prices", "Tomas Lindqvar", "wheat prices"),
        ("runa velde tunnel", "Runa Velde", "tunnel"),
    ],
)
def test_a_name_before_a_few_words_asks_for_its_bearer_first(
    archive: Lexicon, text: str, speaker: str, topic: str
) -> None:
    query = ask(text, archive)
    assert (query.speakers, query.topic, query.acts) == ((speaker,), topic, True)


@pytest.mark.parametrize("text", ["French president's disgust at the tunnel", "wheat prices", "velde spokesman wheat"])
def test_few_words_without_a_name_ask_anybody(archive: Lexicon, text: str) -> None:
    assert ask(text, archive).speakers == ()


def test_a_name_is_no_slip_of_a_little_word(archive: Lexicon) -> None:
    assert ask("bere on the judges ruling", archive).speakers == ("Tawanda Bere",)


@pytest.mark.parametrize("text", ["what did musk say about mars", "deputy pm heng on wheat"])
def test_a_given_name_or_a_title_alone_is_nobody_else(archive: Lexicon, text: str) -> None:
    assert ask(text, archive).speakers == ()


def test_the_last_day_of_something_is_no_window(archive: Lexicon) -> None:
    query = ask("lindqvar on the last day of the hearing", archive)
    assert (query.since, query.until) == (None, None)
    day = ask("lindqvar on wheat in the last day", archive)
    assert day.until == dt.date(2022, 6, 15)


@pytest.mark.parametrize(
    ("text", "speakers", "topic"),
    [
        ("Runa Velde, what did she say about wheat?", ("Runa Velde",), "wheat"),
        ("runa velde what did she say about wheat", ("Runa Velde",), "wheat"),
        ("Velde - does she favour tolls", ("Runa Velde",), None),
        ("the police chief, what did he say about tolls", ("Tomas Lindqvar",), "tolls"),
        ("runa velde cheap wheat what did she say", ("Runa Velde",), None),
        ("what did Velde say when he left", ("Runa Velde",), None),
    ],
)
def test_whom_a_question_names_before_it_asks(text: str, speakers: tuple[str, ...], topic: str | None) -> None:
    lexicon = lexicon_of(
        [said("Runa Velde", "Prime Minister", times=9), said("Tomas Lindqvar", "Police chief", times=20)],
        {"wheat": 9, "tolls": 9},
    )
    query = ask(text, lexicon)
    assert query.speakers == speakers
    assert topic is None or query.topic == topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Velde on the tunnel, what did she say exactly", "the tunnel"),
        ("velde on the tunnel, what was her view", "the tunnel"),
        ("velde on the tunnel, what is her position on it", "the tunnel"),
        ("what did velde tell the court about the tunnel", "the tunnel"),
        ("what did velde tell the select committee about the tunnel", "the tunnel"),
        ("what did velde tell police about the tunnel", "the tunnel"),
        ("what did velde tell fox news about the tunnel", "the tunnel"),
        ("did velde tell time magazine she dug the tunnel", "she dug the tunnel"),
        ("did velde tell the truth about the tunnel", "the truth about the tunnel"),
        ("did velde tell tales of the tunnel", "tales of the tunnel"),
        ("what did Velde say about the tunnel, her own words pls", "the tunnel"),
        ("Velde on the tunnel, quote?", "the tunnel"),
        ("has Velde ever said what she thinks about the tunnel", "the tunnel"),
        ("does Velde have an opinion on the tunnel", "have an opinion on the tunnel"),
        ("Velde on the tunnel, and what did it cost", "the tunnel, and what did it cost"),
        ("what did Velde say the mayor thinks about the tunnel", "the mayor thinks about the tunnel"),
    ],
)
def test_what_asks_once_more_is_no_topic(archive: Lexicon, text: str, topic: str) -> None:
    query = ask(text, archive)
    assert (query.speakers, query.topic) == (("Runa Velde",), topic)


def test_a_day_before_a_dash_is_a_time(archive: Lexicon) -> None:
    query = ask("june 2022 - Velde on the tunnel", archive)
    assert (query.since, query.until) == (dt.date(2022, 6, 1), dt.date(2022, 6, 30))
    assert (query.speakers, query.topic) == (("Runa Velde",), "the tunnel")
