"""Offices that several hold, asked for with what they are of: "the mayor of Norport", "the minister for health"."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.query.interpret import Lexicon
from tests.query.small_archive import answer, texts_in
from tests.query.small_book import ask, lexicon_of, said

TEXTS = [
    "NORPORT — The harbour of Norport is full. “The piers will be raised in spring,” Mayor Ada Corm said.",
    "HALDEN — Halden counts its boats. “The piers are older than I am,” Halden Mayor Otto Grell said.",
    "KARST — In Karst the queues are long. “Nobody waits for pleasure,” Health Minister Pia Marrow said of the queues.",
    "LORN — In Lorn the queues are short. “We hired four doctors,” Lorn's Health Minister Ivo Lang said of the queues. "
    "Trade with Karst is good, Lang said.",
    "Runa Velde’s wife, Mara Velde, told the court that the boat was new.",
    "Jo Pell’s wife, Sena Pell, told the court that the boat was old.",
    "Tomas Bohr, father of the drowned rider, said that the rail was too low.",
    "The soldiers went home.",
    "TARNPORT — Lena Quist told Tarnport that the quay is hers. Her brother, Mayor Nils Quist, said the quay is old.",
    "Kevin Oakes, 25, was jailed for racing. Prosecuting, Fiona Garl said that the street was full. Simon Hart, "
    "defending, said that his client felt deep remorse.",
    "NORPORT — “The rail is low,” harbour guard spokesman Rolf Dizen said in Norport.",
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return texts_in(tmp_path_factory.mktemp("placed"), TEXTS)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("what did the mayor of norport say about the piers", "Ada Corm"),
        ("what did the mayor of halden say about the piers", "Otto Grell"),
        ("what did the halden mayor say about the piers", "Otto Grell"),
        ("what did the health minister of karst say about the queues", "Pia Marrow"),
        ("what did the minister for health of lorn say about the queues", "Ivo Lang"),
        ("what did the wife of Runa Velde say about the boat", "Mara Velde"),
        ("what did the wife of jo pell say about the boat", "Sena Pell"),
        ("what did the mayor of tarnport say about the quay", "Nils Quist"),
        ("what did oakes lawyer say about remorse", "Simon Hart"),
        ("what did Kevin Oakes' barrister say about remorse", "Simon Hart"),
        ("what did the drowned rider's dad say about the rail", "Tomas Bohr"),
        ("what did the norport harbour guard spokesman say about the rail", "Rolf Dizen"),
    ],
)
async def test_who_holds_it_there_answers(home: Path, words: str, speaker: str) -> None:
    found = await answer(home, words)
    assert (found.answered, found.hits[0].speaker) == (True, speaker), found.query
    assert {hit.speaker for hit in found.hits} == {speaker} or not found.query.speakers


@pytest.mark.parametrize(
    "words",
    [
        "what did the mayor of karst say about the piers",
        "what did the husband of Mara Velde say about the boat",
        "what did the minister for space say about the queues",
    ],
)
async def test_who_holds_it_elsewhere_does_not(home: Path, words: str) -> None:
    found = await answer(home, words)
    assert (found.answered, found.reason) == (False, "unknown_speaker"), found.hits
    assert found.query.speakers == ()


async def test_all_that_the_holder_said_is_shown_where_no_topic_is_asked(home: Path) -> None:
    found = await answer(home, "what did the mayor of norport say")
    assert [hit.speaker for hit in found.hits] == ["Ada Corm"]
    assert found.query.speakers == ("Ada Corm",)


async def test_a_holder_who_is_silent_on_it_is_named(home: Path) -> None:
    found = await answer(home, "what did the mayor of norport say about the stock exchange")
    assert (found.answered, found.reason, found.query.speakers) == (False, "speaker_silent", ("Ada Corm",))


async def test_what_the_one_passage_lacks_speaks_against_it(home: Path) -> None:
    assert (await answer(home, "what did lang say about trade with karst")).answered
    assert not (await answer(home, "what did lang say about trade with norport")).answered
    with_figure, without = [await answer(home, f"what did lang say about hiring {n}doctors") for n in ("450 ", "")]
    assert with_figure.confidence < without.confidence


@pytest.fixture(scope="module")
def offices() -> Lexicon:
    return lexicon_of(
        [
            said("Runa Velde", "Chief Secretary", times=5),
            said("Otto Grell", "Secretary", times=9),
            said("Pia Marrow", "Health Minister", times=6),
            said("Ivo Lang", "Commissioner for Trade", times=6),
            said("Jo Pell", "President", times=6),
        ]
    )


@pytest.mark.parametrize(
    ("words", "speakers", "topic"),
    [
        ("What did the Chief Secretary for Karst say about tolls?", (), None),
        ("What did the minister for health say about tolls?", ("Pia Marrow",), "tolls"),
        ("the minister for health on tolls", ("Pia Marrow",), "tolls"),
        ("what did the commissioner for trade say about tolls", ("Ivo Lang",), "tolls"),
        ("what did the president for the first time say about tolls", ("Jo Pell",), None),
        ("what did the president say about tolls for trucks", ("Jo Pell",), "tolls for trucks"),
    ],
)
def test_an_office_goes_on_behind_for(
    offices: Lexicon, words: str, speakers: tuple[str, ...], topic: str | None
) -> None:
    query = ask(words, offices)
    assert query.speakers == speakers
    assert topic is None or query.topic == topic


async def test_two_letters_of_a_long_word_may_be_wrong(home: Path) -> None:
    found = await answer(home, "what did corm say about the soilders")
    assert found.query.topic == "the soldiers"


def test_who_holds_it_there_on_record_is_asked_for() -> None:
    lexicon = lexicon_of(
        [
            said("Wil Major", "KNP spokesman Chief Superintendent", times=2),
            said("Art Ibar", "NKA spokesman", times=9),
            said("Ada Corm", "Governor of North Karst", times=3),
            said("Otto Grell", "Governor", times=9),
            said("Pia Marrow", "Lorn Governor", times=9),
        ]
    )
    assert ask("what did the knp spokesman say about tolls", lexicon).speakers == ("Wil Major",)
    query = ask("what did the north karst governor say about tolls", lexicon)
    assert (query.speakers, query.among, query.topic) == (("Ada Corm",), (), "tolls")
    query = ask("what did the governor of halden say about tolls", lexicon)
    assert (query.speakers, set(query.among)) == ((), {"Ada Corm", "Otto Grell", "Pia Marrow"})


@pytest.mark.parametrize(
    ("words", "named", "placed"),
    [
        ("fire chief's statement on the missing hiker", ("fire chief",), ()),
        ("karsts railways minister on the accident", ("railways minister",), ("karsts",)),
        ("what did the deputy mayor of Norport say about tolls", ("deputy mayor",), ("norport",)),
        ("jo selmer's answer about the sewage", ("jo selmer",), ()),
        ("what did the us ambassador say about the sewage", ("ambassador",), ("american",)),
        ("did the us attorney general mention the sewage", ("attorney general",), ("american",)),
    ],
)
def test_offices_and_names_in_chat_wording_are_asked_for(
    words: str, named: tuple[str, ...], placed: tuple[str, ...]
) -> None:
    lexicon = lexicon_of(
        [said("Ada Corm", "Mayor of Norport", times=3), said("Otto Grell", "Minister", times=3)],
        dict.fromkeys(["jo", "selmer", "fire", "chief"], 5),
    )
    query = ask(words, lexicon)
    assert (query.speakers, query.named, query.placed) == ((), named, placed)


def test_acts_of_an_office_and_a_body_that_is_spelt_like_a_word() -> None:
    lexicon = lexicon_of(
        [
            said("Ada Corm", "WHO Director-General", times=3),
            said("Otto Grell", "Director", times=9),
            said("Pia Marrow", "Minister", times=3),
        ]
    )
    assert ask("the WHO director general on tolls", lexicon).speakers == ("Ada Corm",)
    assert ask("which minister made fun of the tolls", lexicon).speakers == ("Pia Marrow",)
