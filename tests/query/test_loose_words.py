"""How people type: "roes view of", "everything Roe said", "Roe Jr.", against a book of speakers."""

from __future__ import annotations

import pytest

from index.query.interpret import Lexicon
from index.speakers.book import SpeakerRecord
from tests.query.small_book import ask, lexicon_of


def _record(name: str, article: str, *mentions: str, times: int = 1) -> SpeakerRecord:
    return SpeakerRecord(name, article, None, (), times, True, (name, *mentions))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    records = [
        _record("Mara Vorn", "a", times=30),
        _record("Bo Sanders", "b", "Vorn’s Democratic opponent", times=20),
        _record("Sander Quill", "c", times=5),
        _record("Vorn", "d"),
        _record("Vorns Three Winters That Made a Port", "e"),
        _record("Ida Tarn Jr.", "f", times=3),
        _record("Karla Jean-Marie", "g", times=4),
        _record("Senior Harbour Official", "h", times=4),
        _record("Ilse Brandt-Okoye", "i", times=4),
    ]
    return lexicon_of(records, {"vorn": 40, "sanders": 20, "port": 30, "jr": 4, "view": 9})


@pytest.mark.parametrize(
    ("text", "speaker", "topic"),
    [
        ("vorns view on the port", "Mara Vorn", "the port"),
        ("what is vorns position on fish", "Mara Vorn", "fish"),
        ("what was sanders position on banks", "Bo Sanders", "banks"),
        ("everything Mara Vorn said about the port", "Mara Vorn", "the port"),
        ("all that Vorn said about the port", "Mara Vorn", "the port"),
        ("anything Vorn said about the port", "Mara Vorn", "the port"),
        ("show me all statements by Mara Vorn on the port", "Mara Vorn", "the port"),
        ("what did Vorn say abt the port", "Mara Vorn", "the port"),
        ("Ida Tarn Jr. on the port", "Ida Tarn Jr.", "the port"),
        ("KJM on the port", "Karla Jean-Marie", "the port"),
        ("brandt on the port", "Ilse Brandt-Okoye", "the port"),
        ("what did Ilse Okoye say about the port", "Ilse Brandt-Okoye", "the port"),
        ("quotes about the port by Mara Vorn", "Mara Vorn", "the port"),
        ("show me comments on the port from Mara Vorn", "Mara Vorn", "the port"),
        ("what did the senior harbour official say about the port", "Senior Harbour Official", "the port"),
        ("what has Vorn been saying about the port", "Mara Vorn", "the port"),
        ("where does Vorn stand on the port", "Mara Vorn", "the port"),
        ("what would Vorn do about the port", "Mara Vorn", "the port"),
        ("what does Vorn plan to do about the port", "Mara Vorn", "the port"),
    ],
)
def test_the_one_who_is_meant_is_asked(lexicon: Lexicon, text: str, speaker: str, topic: str) -> None:
    query = ask(text, lexicon)
    assert (query.speakers[:1], query.topic) == ((speaker,), topic)


def test_two_are_set_side_by_side(lexicon: Lexicon) -> None:
    query = ask("vorn vs sanders on the port", lexicon)
    assert (query.speakers, query.topic) == (("Mara Vorn", "Bo Sanders"), "the port")


def test_a_deed_is_no_statement(lexicon: Lexicon) -> None:
    assert ask("what did Vorn do about the port", lexicon).topic == "do about the port"


@pytest.mark.parametrize(
    "text",
    ["what did former president Lind say about the port", "what did the ex-president say about the port"],
)
def test_a_former_office_is_whose_it_was(text: str) -> None:
    records = [
        SpeakerRecord("Hanna Lind", "a", None, ("President",), 40, True, ("Hanna Lind",)),
        SpeakerRecord("Bo Lind", "b", None, ("Former President",), 12, True, ("Bo Lind",)),
    ]
    assert ask(text, lexicon_of(records, {"port": 30})).speakers == ("Bo Lind",)


@pytest.mark.parametrize("text", ["Vorn Jr. on the port", "what did Mara Vorn Jr. say about the port?"])
def test_a_son_is_not_the_father(lexicon: Lexicon, text: str) -> None:
    query = ask(text, lexicon)
    assert query.speakers == () and (query.unknown_speaker or "").endswith("Vorn Jr")


def test_half_a_name_of_another_given_name_is_somebody_else(lexicon: Lexicon) -> None:
    query = ask("what did Otto Okoye say about the port", lexicon)
    assert query.speakers == () and query.unknown_speaker == "Otto Okoye"


def test_an_opponent_is_not_called_by_the_other_s_name(lexicon: Lexicon) -> None:
    assert "Bo Sanders" not in ask("Vorns on the port", lexicon).speakers


def test_a_word_of_the_question_is_no_part_of_an_outlet(lexicon: Lexicon) -> None:
    assert ask("what was said in Northern Post on 3 May 2021", lexicon).sources == ("Northern Post",)
