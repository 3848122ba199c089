"""Offices, relations and names that nobody on record answers to: who is meant, and whose words are no answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.texts import Texts
from bot.views.answer import decline
from index import Archive, Config
from index.query.interpret import Lexicon
from index.telling.phrases import decline_sentence
from tests.query.small_archive import answer, texts_in
from tests.query.small_book import ask, lexicon_of, said

_WORDS = dict.fromkeys(
    "what did say about on the ferry wheat tolls minister police chief selmer jenkins mayor".split(), 90
)


@pytest.fixture(scope="module")
def archive() -> Lexicon:
    return lexicon_of(
        [
            said("Runa Velde", "Prime Minister", times=9),
            said("Otto Grell", "Interior minister", times=9),
            said("Tomas Lindqvar", "Police chief", times=20),
            said("Ada Corm", "Governor", times=5),
        ],
        _WORDS,
    )


@pytest.mark.parametrize(
    "text",
    [
        "what did prime minister whitlow say about the ferry",
        "what did interior minister whitlow say about the ferry",
        "what did police chief whitlow say about tolls",
        "what did secretary of state whitlow say about wheat",
        "what did governor smithers say about tolls",
        "whitlow on the ferry",
        "castellanos on the ferry",
        "what did castellanos say about the ferry",
        "any comment from whitlow on the ferry",
    ],
)
def test_a_stranger_in_small_letters_is_one_behind_an_office_or_alone(archive: Lexicon, text: str) -> None:
    query = ask(text, archive)
    assert (query.speakers, query.unknown_speaker is not None) == ((), True), query
    assert query.topic in {"the ferry", "tolls", "wheat"}


@pytest.mark.parametrize(
    "text", ["what did prime minister selmer say about tolls", "what did governor jenkins say about tolls"]
)
def test_whom_the_texts_name_behind_an_office_is_asked_for_by_name(archive: Lexicon, text: str) -> None:
    query = ask(text, archive)
    assert (query.speakers, query.unknown_speaker) == ((), None)
    assert query.named in {("selmer",), ("jenkins",)}


@pytest.mark.parametrize("text", ["minister selmer on tolls", "police chief selmer on the ferry"])
def test_a_name_of_the_texts_behind_an_office_is_not_the_office(archive: Lexicon, text: str) -> None:
    query = ask(text, replace(archive, named={"selmer": 1.0}.get))
    assert (query.speakers, query.named) == ((), ("selmer",))


@pytest.mark.parametrize(
    ("text", "named", "placed"),
    [
        ("the archbishop of karst on the ferry", ("archbishop",), ("karst",)),
        ("what did the archbishop say about the ferry", ("archbishop",), ()),
        ("mayor of karst on tolls", ("mayor",), ("karst",)),
        ("what did karsts transport minister say about tolls", ("transport minister",), ("karsts",)),
        ("What did Karst's transport minister say about tolls?", ("transport minister",), ("karst",)),
        ("what did the karstian health minister say about tolls", ("health minister",), ("karstian",)),
        ("the un secretary general on tolls", ("secretary general",), ("un",)),
        ("What did Runa Velde's widow say about tolls?", ("widow",), ("runa", "velde")),
        ("karst head of state on tolls", ("president",), ("karst",)),
        ("what did the head of government of karst say about tolls", ("prime minister",), ("karst",)),
    ],
)
def test_an_office_or_relation_that_nobody_has_is_asked_for_by_its_words(
    archive: Lexicon, text: str, named: tuple[str, ...], placed: tuple[str, ...]
) -> None:
    query = ask(text, archive)
    assert (query.speakers, query.named, query.placed) == ((), named, placed), query


@pytest.mark.parametrize(
    "text",
    [
        "what did an aide say about tolls",
        "did his doctor say anything about tolls",
        "what did Private King say about tolls",
        "ban on fireworks",
        "moratorium on the ferry",
        "Karst fishermen's lobbyist on tolls",
        "what did the governor and the mayor say about tolls",
    ],
)
def test_what_asks_for_no_office_names_none(archive: Lexicon, text: str) -> None:
    assert ask(text, archive).named == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("comissioner velde on tolls", "Runa Velde"),
        ("what did govenor corm say about tolls", "Ada Corm"),
        ("what did the govenor say about tolls", "Ada Corm"),
        ("what did inspecter grell say about tolls", "Otto Grell"),
    ],
)
def test_a_slip_in_a_title_is_no_given_name(archive: Lexicon, text: str, speaker: str) -> None:
    assert ask(text, archive).speakers == (speaker,)


TEXTS = [
    "HALDEN — The mayor, Goran Molef, spoke in Halden. “The seats can wait until spring,” Mayor Goran Molef said.",
    "Opposition councillors in the Halden City Council said that the committee seats are unfairly shared.",
    "“The tunnel will be dug by hand,” Tep Bonar, the defence minister of Cambria, said in Cambria.",
    "“I heard shots at the tunnel,” senator Heng Sokol, an accuser of the defence minister, said.",
    "National police chief Pol Gen Chakra Jumron spoke of the blasts. “Any reason is possible,” Chakra Jumron said.",
    "Lawyers fought over the blasts. “The police mislead us about the blasts,” magistrate Fiona Garrel said.",
    "Magda Zakar was charged over the bridge. The complaint has her as its owner. “It is safe,” engineer Ivo Lam said.",
    "Rolf Dizen’s former driver Bo Paz spoke on Monday. “He was flown north at night,” Bo Paz said.",
    "“Salvo is ruining the harbour,” trader Lena Marq criticised. “I am the best harbour master,” Ramir Salvo said.",
    "“Ramir Salvo is a decent harbour master,” pilot Otto Finn praised him.",
    "The clerk saw Rita Galdes and her sister Sunisa Boonlert. “Nobody asked about the lamp,” clerk Jo Pell said.",
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return texts_in(tmp_path_factory.mktemp("unheld"), TEXTS)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("what did the mayor of halden say about the seats", "Goran Molef"),
        ("what did the cambrian defence minister say about the tunnel", "Tep Bonar"),
        ("the defence minister of cambria on the tunnel", "Tep Bonar"),
        ("what did the police chief say about the blasts", "Chakra Jumron"),
        ("who criticised salvo", "Lena Marq"),
        ("who praised salvo", "Otto Finn"),
        ("who critisised salvo", "Lena Marq"),
        ("what did the cambrain defence minister say about the tunnel", "Tep Bonar"),
    ],
)
async def test_whoever_holds_it_answers_and_nobody_else(home: Path, words: str, speaker: str) -> None:
    found = await answer(home, words)
    assert (found.answered, found.hits[0].speaker) == (True, speaker)


@pytest.mark.parametrize(
    "words",
    [
        "what did the transport minister say about the tunnel",
        "the mayor of norport on the seats",
        "what did magda zakar say about the bridge",
        "what did dizen say about being flown north at night",
        "what did galdes say about the lamp",
        "sunisa boonlert on the lamp",
        "What did rita Galdes say about the lamp?",
        "what did the chief librarian say about the lamp",
    ],
)
async def test_an_office_or_a_name_gets_nobody_else_s_words(home: Path, words: str) -> None:
    found = await answer(home, words)
    assert not found.answered or found.hits[0].speaker is None


@pytest.mark.parametrize(
    "words",
    [
        "what did the halden magistrate helen trask say about the seats",
        "What did the Halden magistrate Helen Trask say about the seats?",
        "halden rowing coach conor mulvany on the tunnel",
        "who is justice helen trask and what did she say about the seats",
        "quote akosua boateng about the seats",
        "show me what Jiri Novotny said on the tunnel",
        "is novotny against the tunnel",
        "in helen trask's opinion is the tunnel safe",
        "what did dr jiri novotny of harvard say about the bridge",
        "lars vandermuelen and the blasts",
    ],
)
async def test_a_name_that_no_text_has_gets_nobody_else_s_words(home: Path, words: str) -> None:
    found = await answer(home, words)
    assert (found.answered, found.reason) == (False, "unknown_speaker")
    assert found.query.unknown_speaker is not None


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("who is mayor goran molef and what did he say about the seats", "Goran Molef"),
        ("grace period for the seats until spring", "Goran Molef"),
        ("who said the seats can wayt until spring", "Goran Molef"),
    ],
)
async def test_a_rare_word_or_a_slip_is_no_name(home: Path, words: str, speaker: str) -> None:
    found = await answer(home, words)
    assert (found.answered, found.hits[0].speaker, found.query.unknown_speaker) == (True, speaker, None)


async def test_an_office_that_nobody_holds_is_called_that_and_not_silent(home: Path) -> None:
    found = await answer(home, "what did the archbishop of norport say about the bridge")
    assert (found.answered, found.reason, found.query.unknown_speaker) == (
        False, "unknown_speaker", "the archbishop of norport",
    )  # fmt: skip


@pytest.mark.parametrize("words", ["halden stone cfo on the fine", "the halden stone finance chief on the fine"])
async def test_the_words_of_an_office_are_no_place_of_another(tmp_path: Path, words: str) -> None:
    rows = [
        "Halden Stone held its call. “We have set six million aside for the fine,” Ida Bell, Chief Financial Officer, "
        "said.",
        "Karst Mills held its call. “We have no fine to pay,” Otto Brom, Chief Financial Officer, said.",
    ]
    texts_in(tmp_path, rows)
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([tmp_path / "all.jsonl"])
        found = await archive.ask(words)
        assert (found.answered, found.hits[0].speaker) == (True, "Ida Bell")


async def test_a_manager_of_a_body_is_whoever_works_for_it_in_an_office(tmp_path: Path) -> None:
    rows = [
        "“They reach people without a boat,” Cris Eary, senior vice president for partnerships at Karst Mills, said.",
        "“We reach people without a boat too,” Otto Brom, senior vice president for ships at Halden Stone, said.",
    ]
    texts_in(tmp_path, rows)
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([tmp_path / "all.jsonl"])
        found = await archive.ask("karst mills manager on people without a boat")
        assert (found.answered, found.hits[0].speaker) == (True, "Cris Eary")
        assert not (await archive.ask("norport ferries manager on people without a boat")).answered


async def test_a_slip_in_the_topic_is_put_right_and_a_rare_word_stays(home: Path) -> None:
    assert (await answer(home, "what did molef say about the comittee seats")).query.topic == "the committee seats"
    assert (await answer(home, "Molef on lawmakers and buccaneers")).query.topic == "lawmakers and buccaneers"
    assert (await answer(home, "Molef on “the comittee”")).query.topic == "“the comittee”"


def test_a_rank_behind_an_office_hides_it_not() -> None:
    archive = lexicon_of(
        [said("Wil Major", "KNP spokesman Chief Superintendent"), said("Art Ibar", "Holt police spokesman")]
    )
    assert ask("what did the knp spokesman say about tolls", archive).speakers == ("Wil Major",)


async def test_a_timeline_puts_slips_of_its_topic_right_too(home: Path) -> None:
    async with Archive.open(Config(home=home / "a")) as archive:
        await archive.ingest([home / "all.jsonl"])
        assert (await archive.timeline("Goran Molef", "the comittee seats")).topic == "the committee seats"


@pytest.mark.parametrize("words", ["what did johnny ferro say about gangs", "what did jk ferro say about gangs"])
async def test_what_is_done_to_somebody_is_not_said_by_him(tmp_path: Path, words: str) -> None:
    rows = [
        "“Gangs moved here,” Ivo Lang said after the murder of trader Johnny K Ferro, who was attacked on Friday.",
        "On Ferro’s murder, Lang said that gangs had moved to Halden.",
    ]
    texts_in(tmp_path, rows)
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([tmp_path / "all.jsonl"])
        assert not (await archive.ask(words)).answered


async def test_what_was_not_understood_is_not_told_as_unsaid(home: Path) -> None:
    found = await answer(home, "que dijo molef sobre los asientos")
    assert (found.answered, found.query.speakers) == (False, ("Goran Molef",))
    assert decline_sentence(found) == "What was asked of Goran Molef was not understood."
    assert {hit.speaker for hit in found.hits} == {"Goran Molef"}
    told = decline(Texts.load().of("en"), found)
    assert "not understood" in told and "said nothing" not in told


async def test_kin_of_whom_the_texts_name_is_asked_for_without_an_apostrophe(tmp_path: Path) -> None:
    rows = ["“He never swam,” says Uri Lang, second cousin of Tom Selmer, who was lost. Friends of Tom Selmer wept."]
    texts_in(tmp_path, rows)
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([tmp_path / "all.jsonl"])
        found = await archive.ask("tom selmers cousin on swimming")
        assert (found.query.named, found.query.placed) == (("cousin",), ("tom", "selmer"))
        assert (found.answered, found.hits[0].speaker) == (True, "Uri Lang")


async def test_a_passage_that_holds_the_name_must_speak_of_the_topic(tmp_path: Path) -> None:
    rows = [
        "HARD TALK\n\nWelcome to the talk. Grete Solheim answers questions tonight, and is said to be fond of boats.",
        "Karst closed its ports. The ports will open in May, harbour master Karl Lind said.",
    ]
    texts_in(tmp_path, rows)
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await archive.ingest([tmp_path / "all.jsonl"])
        silent = await archive.ask("what did grete solheim say about whaling")
        assert (silent.answered, silent.query.named, silent.query.about) == (False, ("grete solheim",), "whaling")
        assert (await archive.ask("what did jo selmer reply to Lind")).query.unknown_speaker == "jo selmer"
