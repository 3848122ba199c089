"""Strangers, relations and slips: nobody's words become another's, and a misspelt question is still read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.query.interpret import Lexicon
from index.telling.phrases import note_sentences
from tests.query.small_book import ask, lexicon_of, said

_WORDS = {"wheat": 9, "what": 400, "did": 400, "say": 400, "about": 400, "tunnel": 5, "campaign": 20, "manager": 9,
          "according": 300, "running": 8, "mate": 4, "adviser": 12, "finance": 7, "chief": 30, "oslin": 1}  # fmt: skip


@pytest.fixture(scope="module")
def archive() -> Lexicon:
    return lexicon_of(
        [
            said("Runa Velde", "Senator", times=30),
            said("Tomas Lindqvar", "Farm minister", times=20),
            said("Pia Marrow", "Velde's campaign manager", times=4),
            said("Otto Grell", "campaign manager for Brandt", times=4),
            said("Nils Ferrant", "his running mate", times=3),
            said("Ada Corm", "adviser to Velde", times=3),
            said("Ulf Brandt", "Senator", times=9),
            said("Rosa Brandt", "Mayor of Karst", times=9),
        ],
        _WORDS,
    )


@pytest.mark.parametrize(
    "text",
    [
        "What did Anton Selmer say about wheat?",
        "what did anton selmer say about wheat",
        "anton selmer on wheat",
        "Anton Selmer on wheat",
        "what did selmer say about wheat",
        "according to anton selmer, is wheat dear?",
        "what did senator selmer say about wheat",
        "what is anton selmer's view on wheat",
        "What did Anton Lindqvist say about wheat?",
        "What did Jarl Velde-Oslin say about wheat?",
        "anton selmer reaction to wheat",
        "Anton Selmer press conference on wheat",
        "any quote from bishop anton selmer on wheat?",
        "Any quotes from Anton Selmer about wheat",
        "anton selmer comments on wheat",
    ],
)
def test_a_stranger_is_nobody_else(archive: Lexicon, text: str) -> None:
    query = ask(text, archive)
    assert query.speakers == ()
    assert query.unknown_speaker, query


@pytest.mark.parametrize(
    "text",
    [
        "public reaction to the tunnel",
        "latest press conference on the tunnel",
        "statement from the council on the tunnel",
        "how did the council respond to the criticism from Estyn about the tunnel",
    ],
)
def test_a_noun_of_saying_alone_makes_nobody(archive: Lexicon, text: str) -> None:
    query = ask(text, archive)
    assert (query.speakers, query.unknown_speaker, query.called) == ((), None, None)


def test_a_noun_of_saying_stands_behind_a_name_without_its_apostrophe(archive: Lexicon) -> None:
    query = ask("Lindqvar reaction to wheat", archive)
    assert (query.speakers, query.topic) == (("Tomas Lindqvar",), "wheat")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("what did Velde's campaign manager say about the tunnel?", "Pia Marrow"),
        ("what did velde's campaign manager say about the tunnel?", "Pia Marrow"),
        ("What did Brandt's campaign manager say?", "Otto Grell"),
        ("What did Velde’s running mate say about the tunnel?", "Nils Ferrant"),
        ("according to Velde's adviser, who pays for the tunnel?", "Ada Corm"),
        ("what did senator brandt say about the tunnel", "Ulf Brandt"),
        ("what did mayor brandt say about the tunnel", "Rosa Brandt"),
        ("what did the mayor of karst say about the tunnel", "Rosa Brandt"),
    ],
)
def test_relations_and_offices_name_their_holder(archive: Lexicon, text: str, speaker: str) -> None:
    assert ask(text, archive).speakers == (speaker,)


@pytest.mark.parametrize(
    "text",
    [
        "What did Velde's finance chief say about the tunnel?",
        "what did velde's husband say about the tunnel",
        "What did Lindqvar's campaign manager say about the tunnel?",
        "what is Velde's spokesman's view of the tunnel?",
        "Velde's brother on the tunnel",
        "veldes brother on the tunnel",
    ],
)
def test_an_unknown_relation_is_neither_the_owner_nor_anybody_else(archive: Lexicon, text: str) -> None:
    query = ask(text, archive)
    assert "Runa Velde" not in query.speakers
    assert query.speakers in ((), ("Pia Marrow",)) and (query.unknown_speaker or not query.speakers)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("waht did lindqwar say abuot wheat", "wheat"),
        ("What did Lindqar say about wheat?", "wheat"),
        ("what ddi lindqvar sya about wheat", "wheat"),
        ("acording to lindqvar, is wheat dear", "is wheat dear"),
    ],
)
def test_slips_of_the_keyboard(archive: Lexicon, text: str, topic: str) -> None:
    query = ask(text, archive)
    assert (query.speakers, query.topic) == (("Tomas Lindqvar",), topic)


def test_a_word_of_the_archive_is_no_slip(archive: Lexicon) -> None:
    assert ask("what did lindqvar say about the wheat", archive).topic == "the wheat"
    rare = lexicon_of([said("Tomas Lindqvar")], {"what": 400, "whet": 40, "stones": 3})
    assert "whet" in ask("whet stones", rare).topic


@pytest.mark.parametrize("text", ["Would Velde close the tunnel?", "would velde close the tunnel"])
def test_would_asks_for_what_somebody_said_of_it(archive: Lexicon, text: str) -> None:
    query = ask(text, archive)
    assert (query.speakers, query.topic) == (("Runa Velde",), "close the tunnel")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Is Velde for or against the tunnel?", "the tunnel"),
        ("did velde ever say anything about the tunnel", "the tunnel"),
        ("does Velde favour the tunnel", "favour the tunnel"),
        ("Velde's promise to dig the tunnel", "promise to dig the tunnel"),
    ],
)
def test_yes_or_no(archive: Lexicon, text: str, topic: str) -> None:
    query = ask(text, archive)
    assert (query.speakers, query.topic) == (("Runa Velde",), topic)


@pytest.mark.parametrize("text", ["Would Velde win the vote?", "Should Velde resign?", "Will Velde lose?"])
def test_what_may_happen_to_somebody_asks_others(archive: Lexicon, text: str) -> None:
    assert ask(text, archive).speakers == ()


@pytest.mark.parametrize("text", ["fm lindqvar on wheat", "what did FM Lindqvar say about wheat", "cm marrow on wheat"])
def test_the_initials_of_an_office_before_a_surname_are_no_given_name(archive: Lexicon, text: str) -> None:
    assert ask(text, archive).speakers == (("Pia Marrow",) if "marrow" in text else ("Tomas Lindqvar",))


@pytest.mark.parametrize("text", ["jo lindqvar on wheat", "xy lindqvar on wheat"])
def test_other_letters_before_a_surname_are_another_one(archive: Lexicon, text: str) -> None:
    assert ask(text, archive).speakers == ()


def test_what_somebody_is_behind_a_place_is_nobodys_name(archive: Lexicon) -> None:
    query = ask("tarn pensioner on wheat", archive)
    assert query.unknown_speaker is None and "pensioner" in query.topic
    assert ask("jane carpenter on wheat", archive).unknown_speaker == "jane carpenter"


def test_a_full_name_of_which_the_archive_has_the_surname_alone_is_that_one_and_says_so() -> None:
    archive = lexicon_of(
        [said("Marrow", "Chair", times=9), said("Mr. Dell", times=4), said("Ada Corm", times=4)], _WORDS
    )
    query = ask("what did jerome marrow say about wheat", archive)
    assert query.speakers == ("Marrow",)
    assert (query.inferences[0].value, query.notes) == ("Marrow", ("surname",))
    assert note_sentences(query) == ["No given name is on record for Marrow."]
    assert "surname" not in ask("what did marrow say about wheat", archive).notes
    assert ask("mary dell on wheat", archive).speakers == ()  # a Mr. Dell is no Mary
    assert ask("what did Jane Corm say about wheat", archive).speakers == ()  # Ada is another


def test_a_surname_alone_beside_a_full_name_is_nobody_elses() -> None:
    archive = lexicon_of([said("Marrow", "Chair", times=9), said("Ida Marrow", times=4)], _WORDS)
    assert ask("what did jerome marrow say about wheat", archive).speakers == ()


def test_a_name_behind_what_its_bearer_is_is_a_stranger() -> None:
    archive = lexicon_of([said("Ada Corm", times=4)], _WORDS | {"greenkeeper": 4, "court": 30})
    names = {"tam": 1.0, "dod": 1.0, "greenkeeper": 0.0}
    query = ask("what did the greenkeeper tam dod say about wheat", replace(archive, named=names.get))
    assert query.unknown_speaker == "the greenkeeper tam dod"


def test_a_name_behind_a_rank_in_small_letters_is_a_stranger() -> None:
    archive = lexicon_of([said("Ada Corm", "PC", times=4)], _WORDS | {"samuel": 3, "limb": 3})
    names = {"samuel": 0.5, "limb": 1.0}
    query = ask("what did pc samuel limb say about wheat", replace(archive, named=names.get))
    assert query.unknown_speaker == "pc samuel limb"
