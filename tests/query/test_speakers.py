"""Who is asked about as speaker, and which outlet: never those that a question only speaks of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from index.model import Query, Question
from index.query.interpret import Lexicon, interpret
from index.query.outlets import find_outlets, match_outlet
from index.query.people import SpeakerMatch, choose
from index.query.tokens import tokenize
from tests.query.small_lexicon import ASKED, PEOPLE, SOURCES, lexicon


def ask(text: str) -> Query:
    return interpret(Question(text=text), lexicon(), ASKED)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("What did Mara Vorn say about the port?", ["Mara Vorn"]),
        ("what has vorn said about the port", ["Mara Vorn"]),
        ("did jonas adler think the port was safe?", ["Jonas Adler"]),
        ("How did Adler describe Vorn's port?", ["Jonas Adler"]),
        ("Why does Adler trust Vorn?", ["Jonas Adler"]),
        ("What risk did Adler see in the port?", ["Jonas Adler"]),
        ("Whom did Vorn blame for the flood?", ["Mara Vorn"]),
        ("Who did Vorn call a liar?", ["Mara Vorn"]),
        ("Is Vorn worried about the port?", ["Mara Vorn"]),
        ("Vorn on the port", ["Mara Vorn"]),
        ("vorn on the port", ["Mara Vorn"]),
        ("VORN ON THE PORT", ["Mara Vorn"]),
        ("Vorn: is the port safe?", ["Mara Vorn"]),
        ("Vorn defending the port", ["Mara Vorn"]),
        ("Adler's Mara Vorn on the port", ["Mara Vorn"]),
        ("Adler criticises Vorn over the port", ["Jonas Adler"]),
        ("Vorn's view on the port", ["Mara Vorn"]),
        ("What is Vorn's position on the port?", ["Mara Vorn"]),
        ("what's Vorn's take on the port?", ["Mara Vorn"]),
        ("Find Vorn's comments on the port", ["Mara Vorn"]),
        ("Statements by Adler on the port", ["Jonas Adler"]),
        ("What is the position of Adler on the port?", ["Jonas Adler"]),
        ("According to Adler, how many ships sank?", ["Jonas Adler"]),
        ("In Adler's view, is the port safe?", ["Jonas Adler"]),
        ("How safe is the port, as Adler put it?", ["Jonas Adler"]),
        ("Vorn was called what by Adler?", ["Jonas Adler"]),
        ("How was Vorn described by Adler?", ["Jonas Adler"]),
        ("Tell me what Vorn said about the port", ["Mara Vorn"]),
        ("What did Vorn and Adler say about the port?", ["Mara Vorn", "Jonas Adler"]),
        ("What do Vorn, Adler and Quill think of the port?", ["Mara Vorn", "Jonas Adler", "Tessa Quill"]),
        # roles, titles, bodies, spelling
        ("What did the NATO chief say about Georgia?", ["Tessa Quill"]),
        ("What did NATO chief Tessa Quill say about Georgia?", ["Tessa Quill"]),
        ("NATO chief on Georgia", ["Tessa Quill"]),
        ("the harbour union boss's opinion on strikes", ["Ivo March"]),
        ("What did the secretary of state say about Georgia?", ["Jonas Adler"]),
        ("What did President Vorn say about Georgia?", ["Mara Vorn"]),
        ("What did Ilse Tarn say about Georgia?", ["Mayor Ilse Tarn"]),
        ("What did Jakob Brandt say about Georgia?", ["Brandt"]),
        ("What did the Harbour Ministry say about fish?", ["Harbour Ministry"]),
        ("What did Mara Vron say about Georgia?", ["Mara Vorn"]),
        ("What did Olga May say in May about fish?", ["Olga May"]),
        ("What did May say in May 2021?", ["Olga May"]),
        ("What did Seán O’Hara say about fish?", ["Seán O'Hara"]),
    ],
)
def test_asked_speaker(text: str, speakers: list[str]) -> None:
    query = ask(text)
    assert list(query.speakers) == speakers
    assert query.kind == "said"
    assert [i.field for i in query.inferences].count("speaker") == 1


@pytest.mark.parametrize(
    "text",
    [
        "what did critics say about Vorn",
        "Who called Vorn a con man?",
        "Which minister said that Vorn lied?",
        "Who said that Vorn did wrong?",
        "What did the Vorn Foundation say about fish?",
        "How do Vorn's aides describe the port?",
        "What did the foreign minister of Georgia say about fish?",
        "Would Vorn's ministry approve of it?",
        "Does the idea of the port worry Vorn?",
        "Why did Vorn resign?",
        "When did Vorn visit the port?",
        "How many ships did Vorn buy?",
        "Should Vorn resign?",
        "Who is Mara Vorn?",
        "March on the capital",
        "Vorn",
        "What do people in Georgia think of Vorn?",
    ],
)
def test_person_who_is_only_spoken_of_is_no_speaker(text: str) -> None:
    query = ask(text)
    assert query.speakers == ()
    assert query.unknown_speaker is None


def test_a_named_stranger_is_unknown() -> None:
    query = ask("What did Zed Brackwater say about fish?")
    assert (query.speakers, query.unknown_speaker, query.topic) == ((), "Zed Brackwater", "fish")
    assert ask("Zed Brackwater's view on fish").unknown_speaker == "Zed Brackwater"
    assert ask("What did Prime Minister Zed Brackwater say?").unknown_speaker == "Prime Minister Zed Brackwater"


def test_a_strangers_surname_may_be_a_verb() -> None:
    query = ask("What did Otto Hope say about fish?")
    assert (query.unknown_speaker, query.topic) == ("Otto Hope", "fish")
    assert ask("Did Otto Promise fish?").unknown_speaker != "Promise"
    assert ask("What Did Otto Promise About Fish?").unknown_speaker != "Otto Promise"
    assert ask("What did Georgia Police say about fish?").unknown_speaker is None


def test_a_stranger_whom_the_text_knows_is_searched_and_not_refused() -> None:
    query = ask("What did Ken Sato say about fish?")
    assert (query.speakers, query.unknown_speaker, query.topic) == ((), None, "Ken Sato fish")


@pytest.mark.parametrize("body", ["Georgia", "Parliament", "the Supreme Court", "NATO", "Germans"])
def test_countries_and_bodies_are_no_strangers(body: str) -> None:
    assert ask(f"What did {body} say about fish?").unknown_speaker is None


def test_a_role_is_looked_up_at_the_time_asked_for() -> None:
    assert ask("What did the prime minister say in May 2021 about fish?").speakers == ("Mara Vorn",)
    assert ask("What did the prime minister say in May 2020 about fish?").speakers == ()


def test_choose_prefers_the_well_known_bearer_and_gives_up_on_many() -> None:
    alike = [SpeakerMatch(name, "surname", 0.9) for name in ("Mara Vorn", "Pavel Vorn")]
    assert choose("Vorn", alike, PEOPLE.__getitem__) == ("Mara Vorn",)
    assert choose("Vorn", alike, lambda name: 3) == ("Mara Vorn", "Pavel Vorn")
    many = [SpeakerMatch(f"Person {i}", "role", 0.88) for i in range(6)]
    assert choose("president", many, lambda name: 3) == ()
    assert choose("Vo", [SpeakerMatch("Mara Vorn", "surname", 0.5)]) == ()


@pytest.mark.parametrize(
    ("text", "source", "topic"),
    [
        ("What did the Harbour Times report about fish?", "The Harbour Times", "fish"),
        ("Harbour Times on fish", "The Harbour Times", "fish"),
        ("Northern Post's report on the strike", "Northern Post", "the strike"),
        ("How many ships sank, according to the Northern Post?", "Northern Post", "How many ships sank"),
        ("How many ships sank, as reported by Northern Post?", "Northern Post", "How many ships sank"),
        ("What did Vorn say in the Harbour Times about fish?", "The Harbour Times", "fish"),
        ("What did Vorn say in the Harbor Times about fish?", "The Harbour Times", "fish"),
        ("In the HT, what did Vorn say about fish?", "The Harbour Times", "fish"),
        ("What did Vorn say about fish in HarbourTimes?", "The Harbour Times", "fish"),
        ("What did Vorn say about fish in Politika Today's reporting?", "Politika Today", "fish"),
        ("What does the Northern Post say Vorn answered about fish?", "Northern Post", "fish"),
        ("What did the Sunday Ledger write on Sunday about fish?", "Sunday Ledger", "fish"),
    ],
)
def test_asked_outlet(text: str, source: str, topic: str) -> None:
    query = ask(text)
    assert query.sources == (source,)
    assert query.topic == topic


@pytest.mark.parametrize(
    "text",
    [
        "What did Vorn say about the Harbour Times?",
        "What did Vorn tell the Harbour Times about fish?",
        "Did Vorn sue the Northern Post?",
        "Who won the Harbour Times poll?",
        "What did Vorn say in the Harbour Times-Northern Post debate?",
    ],
)
def test_outlet_that_is_only_spoken_of_is_no_filter(text: str) -> None:
    query = ask(text)
    assert query.sources == ()
    assert query.unknown_source is None


def test_unknown_newspaper_is_told() -> None:
    assert ask("What did Vorn say in the Elbow Gazette about fish?").unknown_source == "Elbow Gazette"


def test_day_within_an_outlet_name_is_no_time() -> None:
    assert ask("What did Politika Today report about fish?").since is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("harbour times", ("The Harbour Times",)),
        ("Nothern Post", ("Northern Post",)),
        ("sunday legder", ("Sunday Ledger",)),
        ("Ledger", ("Sunday Ledger",)),
        ("Elbow Gazette", ()),
        ("", ()),
    ],
)
def test_match_outlet(words: str, expected: tuple[str, ...]) -> None:
    assert match_outlet(words, SOURCES) == expected


PLACES = (
    "The White House",
    "Ministry of Karstia",
    "Radio Karstia",
    "Iran News",
    "The Halden Courier",
    "Voice of Norvania",
)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("bread prices in Karstia", ()),
        ("who said anything about bread", ()),
        ("Who said that bread is dear?", ()),
        ("WH on bread", ("The White House",)),
        ("who spoke of ferries from Karstia", ()),
        ("what did the minister say about oil from Iran", ()),
        ("bread prices in Radio Karstia", ("Radio Karstia",)),
        ("bread prices in the Courier", ("The Halden Courier",)),
        ("bread prices, according to Courier", ("The Halden Courier",)),
        ("bread prices in Ministry of Karstia", ("Ministry of Karstia",)),
    ],
)
def test_a_place_is_no_outlet_that_is_named_after_it(text: str, sources: tuple[str, ...]) -> None:
    found = find_outlets(text, tokenize(text), PLACES)
    assert tuple(source for phrase in found for source in phrase.sources) == sources


def test_without_any_knowledge_nothing_is_inferred_but_strangers() -> None:
    query = interpret(Question(text="What did Mara Vorn say about fish?"), Lexicon(), dt.date(2022, 1, 1))
    assert (query.speakers, query.unknown_speaker) == ((), "Mara Vorn")


def test_a_word_that_the_texts_have_is_no_misspelt_name() -> None:
    # "sato" and "parliament" stand in the archive's texts; "Adlar" does not.
    near = (SpeakerMatch("Jonas Adler", "fuzzy", 0.7),)
    knowing = replace(lexicon(), find_speaker=lambda words, on: near)
    assert interpret(Question(text="What did Adlar say about the port?"), knowing, ASKED).speakers == ("Jonas Adler",)
    assert interpret(Question(text="What did Sato say about the port?"), knowing, ASKED).speakers == ()


def test_of_misspelt_names_the_one_who_speaks_often_is_meant() -> None:
    found = [SpeakerMatch("Dag Andler", "fuzzy", 0.72), SpeakerMatch("Jonas Adler", "fuzzy", 0.7)]
    counts = {"Dag Andler": 1, "Jonas Adler": 30}
    assert choose("Adlre", found, counts.__getitem__) == ("Jonas Adler",)


def test_an_outlet_that_is_quoted_too_is_asked_for_its_own_articles() -> None:
    quoted = replace(lexicon(), find_speaker=lambda words, on: (SpeakerMatch("Northern Post", "full", 1.0),))
    query = interpret(Question(text="Whom did the Northern Post rank first in the race?"), quoted, ASKED)
    assert (query.sources, query.speakers) == (("Northern Post",), ())
    assert [(i.field, i.value) for i in query.inferences] == [("source", "Northern Post")]
    narrowed = interpret(Question(text="Whom did the Northern Post rank first?", source="Sunday Ledger"), quoted, ASKED)
    assert (narrowed.sources, narrowed.speakers) == (("Sunday Ledger",), ("Northern Post",))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Would Vorn close the port?", "close the port"),
        ("How many cutters had Vorn counted?", "cutters counted"),
        ("Vorn's tribute to Adler", "tribute to Adler"),
        ("Vorn's numbers on fish", "numbers on fish"),
        ("vorn willing to meet adler", "willing to meet adler"),
        ("What could the new ship do, as Mara Vorn unveiled it?", "What could the new ship do"),
    ],
)
def test_who_speaks_in_transcripts_is_asked_in_more_forms(text: str, topic: str) -> None:
    spoken = replace(lexicon(), in_turns=lambda name: name == "Mara Vorn")
    query = interpret(Question(text=text), spoken, ASKED)
    assert (query.speakers, query.topic) == (("Mara Vorn",), topic)


@pytest.mark.parametrize("text", ["What did Vorn's brother buy?", "Vorn's press secretary on fish"])
def test_somebody_of_theirs_is_not_them(text: str) -> None:
    spoken = replace(lexicon(), in_turns=lambda name: name == "Mara Vorn")
    assert "Mara Vorn" not in interpret(Question(text=text), spoken, ASKED).speakers
