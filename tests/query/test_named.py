"""Names and offices that nobody is on record under: an article must name them, and nobody else's words are theirs."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from index import Archive, Config
from index.model import Question
from index.names.roles import role_score, role_tokens
from index.query.interpret import interpret
from tests.query.small_lexicon import lexicon

TEXTS = [
    "Ola Brandt, her brother, sells fish on the quay and has a boat of his own.",
    "Emma Lund watched the ferry vote from the gallery and left without a word. The council voted 9 to 4.",
    "“The ferry vote was a mistake that we shall pay for,” Oda Brandt said on the quay.",
    "Pope Gregor landed in Karst. “The wall is no work of mercy,” Pope Gregor said.",
    "Amy Pope, a planner, spoke on Monday. “The wall needs new drains,” Amy Pope said.",
    "“The wall is old, and it will fall,” Ona Dell, the mayor of Halden, said in Halden.",
    "“The dredging will begin in May,” Prime Minister Ivo Rand said on Monday.",
    "The mayor of Karst stayed at home, her office said. “The wall holds,” engineer Tim Vass said.",
]


def written(folder: Path, texts: list[str]) -> Path:
    """The folder, with the texts as articles of one day."""
    rows = [json.dumps({"id": f"n{i}", "text": text, "date": "2022-05-02"}) for i, text in enumerate(texts)]
    (folder / "all.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("named"), TEXTS)


async def ask(home: Path, words: str) -> tuple[bool, str | None]:
    async with Archive.open(Config(home=home / "a")) as archive:
        await archive.ingest([home / "all.jsonl"])
        answer = await archive.ask(words)
        return answer.answered, answer.hits[0].speaker if answer.hits else None


async def test_a_namesake_is_not_credited_with_her_words(home: Path) -> None:
    answered, speaker = await ask(home, "What did Ola Brandt say about the ferry vote?")
    assert not answered or speaker is None


async def test_who_is_named_and_not_on_record_gets_nobody_elses_words(home: Path) -> None:
    answered, speaker = await ask(home, "what did Emma Lund say about the ferry vote?")
    assert not answered or speaker is None


async def test_the_office_is_not_a_surname(home: Path) -> None:
    assert await ask(home, "what did the pope say about the wall?") == (True, "Gregor")


async def test_an_office_that_nobody_holds_is_not_answered_by_somebody_else(home: Path) -> None:
    answered, speaker = await ask(home, "what did the mayor of Karst say about the wall?")
    assert not answered or speaker is None


async def test_the_office_of_another_place_is_not_answered_by_the_one_of_here(home: Path) -> None:
    for words in ("what did the Karst mayor say about the wall?", "what did the Norport mayor say about the wall?"):
        answered, speaker = await ask(home, words)
        assert not answered or speaker != "Ona Dell"
    assert (await ask(home, "what did the Halden mayor say about the wall?"))[1] == "Ona Dell"


async def test_an_office_that_fits_in_part_is_not_answered_by_its_holder(home: Path) -> None:
    answered, speaker = await ask(home, "what did the Minister of State for Harbours say about the dredging?")
    assert not answered or speaker is None


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("reaction of Vorn to the strike", ("Mara Vorn",)),
        ("the response of Adler to the fire", ("Jonas Adler",)),
        ("the city of Vorn to the north", ()),
    ],
)
def test_a_reaction_is_of_who_is_named(words: str, speakers: tuple[str, ...]) -> None:
    assert interpret(Question(text=words), lexicon(), dt.date(2022, 5, 10)).speakers == speakers


async def test_a_single_name_in_small_letters_that_the_texts_have(home: Path) -> None:
    answered, speaker = await ask(home, "what did emma say about the ferry vote")
    assert not answered or speaker is None


def test_a_word_that_is_asked_the_meaning_of_is_no_name() -> None:
    query = interpret(Question(text="what does ferrydom mean for the port"), lexicon(), dt.date(2022, 5, 10))
    assert (query.unknown_speaker, query.named) == (None, ())


def test_a_name_in_small_letters_after_an_office_is_not_the_office() -> None:
    assert interpret(Question(text="what did minister quorn sing"), lexicon(), dt.date(2022, 5, 10)).speakers == ()


BODIES = [
    "The WHO said on Tuesday that the fever had reached the islands. “We need doctors,” mayor Tim Vass said.",
    "“We asked for this meeting because weapons are sold on,” envoy Ivo Nebin said.",
    "“Sir, he must prove what he says,” Kira Rand said.",
]


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("bodies"), BODIES)


@pytest.mark.parametrize("words", ["what did the WHO say about the fever?", "what did the who say about the fever"])
async def test_an_acronym_that_is_a_little_word_is_a_body(bodies: Path, words: str) -> None:
    assert await ask(bodies, words) == (True, "WHO")


@pytest.mark.parametrize("body", ["NATO", "the IMF", "the World Bank"])
async def test_a_body_that_is_not_on_record_gets_nobody_elses_words(bodies: Path, body: str) -> None:
    answered, speaker = await ask(bodies, f"what did {body} say about weapons?")
    assert not answered or speaker is None


async def test_whoever_is_asked_for_without_a_topic_is_never_called_silent(bodies: Path) -> None:
    assert await ask(bodies, "what did Kira Rand say?") == (True, "Kira Rand")


RELATIVES = [
    "“We tied everything down,” fisherman Joe Tallow said.\n\nHis wife, Carol, disagreed. “I did,” she said.",
    "Asked about shops, mayor Ines Dahl declined to comment. Her deputy, Piet Roos, said: “There is money.”",
    "“He swerved,” a witness said. Jamie Croft’s aunt Vera said the road was dark.",
]


@pytest.fixture(scope="module")
def relatives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("relatives"), RELATIVES)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("what did Joe Tallow's wife say?", "Carol"),
        ("what did Tallow's wife say?", "Carol"),
        ("what did Dahl's deputy say about money?", "Piet Roos"),
        ("what did Jamie Croft's aunt say?", "Vera"),
    ],
)
async def test_a_relation_is_whoever_the_article_gives_it_to(relatives: Path, words: str, speaker: str) -> None:
    assert await ask(relatives, words) == (True, speaker)


async def test_a_relation_that_nobody_has_is_not_its_owner(relatives: Path) -> None:
    for relative in ("brother", "uncle", "niece"):
        assert not (await ask(relatives, f"what did Joe Tallow's {relative} say?"))[0]


@pytest.mark.parametrize(
    ("asked", "fits"), [("president", False), ("physician", True), ("physician to the president", True)]
)
def test_who_serves_a_president_is_none(asked: str, fits: bool) -> None:
    assert (role_score(role_tokens(asked), role_tokens("Physician to the President")) > 0.5) == fits


@pytest.mark.parametrize(
    ("words", "topic"),
    [("what did Mara Vorn write?", ""), ("what did Vorn say about talks?", "talks"), ("Vorn on reports", "reports")],
)
def test_a_verb_alone_is_no_topic_and_a_noun_is_one(words: str, topic: str) -> None:
    assert interpret(Question(text=words), lexicon(), dt.date(2023, 1, 10)).topic == topic


@pytest.mark.parametrize("role", ["State Police Public Relations Officer", "Police PPRO", "police press officer"])
def test_an_officer_for_the_public_is_a_spokesman(role: str) -> None:
    assert role_score(role_tokens("police spokesman"), role_tokens(role)) > 0.5
