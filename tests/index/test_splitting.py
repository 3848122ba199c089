"""Sentences and passages: exact offsets, whole sentences, never across turns."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from index.model import Turn
from index.splitting.passages import split, word_count
from index.splitting.sentences import paragraphs, sentences

HARD = [
    ["Mr. Aldous M. Brandt-Okoye met Sen. K. L. Ford on Jan. 5.", "They spoke for 2.5 hours."],
    ["“We will go,” she said.", "“It is late.”", "He left."],
    ["The U.S. Senate voted 51-49.", "The E.U. did not."],
    ["“Why?” he asked.", "Nobody answered!"],
    ["“That's it.", "I am done,” Ms. Ek said."],
    ["See No. 5 on p. 12 of the report.", "It is clear."],
    ["George W. Bush spoke.", "J. D. Vance listened."],
    ["“The end is near ... or not,” he said.", "Wait... what?"],
    ["(He laughed.)", "Then he went home."],
    ["«Nous partons.»", "Il est tard."],
    ["The bill, H.R. 1234, passed.", "The Rev. Tom Ash prayed."],
    ["“I told him, ‘Go home.’”", "He went."],
]


def test_sentences_survive_abbreviations_initials_decimals_and_closing_quotes() -> None:
    for wanted in HARD:
        text = " ".join(wanted)
        assert [text[a:b] for a, b in sentences(text)] == wanted


def test_paragraphs_end_at_blank_lines() -> None:
    text = "One\nstill one\n\n  Two  \n \n\nThree"
    assert [text[a:b] for a, b in paragraphs(text)] == ["One\nstill one", "Two", "Three"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400), st.integers(20, 60))
@settings(max_examples=150, deadline=None)
def test_passages_hold_every_word_once_and_in_order(text: str, size: int) -> None:
    found = split(text, max_words=size)
    assert all(0 <= p.start < p.end <= len(text) for p in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert sum(word_count(text, (p.start, p.end)) for p in found) == len(text.split())


def test_passages_are_paragraph_aligned_and_sized() -> None:
    text = "\n\n".join(f"Paragraph {i} has exactly ten words in it, so here." for i in range(40))
    found = split(text, max_words=50)
    assert all(text[p.start : p.end].startswith("Paragraph") and text[p.end - 1] == "." for p in found)
    assert all(40 <= word_count(text, (p.start, p.end)) <= 75 for p in found)


def test_a_long_paragraph_is_cut_at_sentences_and_only_a_monstrous_sentence_at_words() -> None:
    text = " ".join(f"Sentence number {i} is quite short." for i in range(60))
    assert all(text[p.end - 1] == "." for p in split(text, max_words=30))
    monster = "word " * 500
    assert all(word_count(monster, (p.start, p.end)) <= 60 for p in split(monster, max_words=30))


def test_passages_never_cross_turns_and_carry_the_question() -> None:
    text = "Q: Will the bridge open?\n\nMS EK: It will. Soon.\n\nQ: When?\n\nMS EK: In May."

    def turn(mark: str, body: str, speaker: str | None) -> Turn:
        at = text.index(body)
        return Turn(
            start=at, end=at + len(body), spans=((at, at + len(body)),), speaker=speaker, mark=mark,
            mark_span=(at - len(mark) - 1, at - 1), is_question=speaker is None,
        )  # fmt: skip

    turns = [
        turn("Q:", "Will the bridge open?", None),
        turn("MS EK:", "It will. Soon.", "Ida Ek"),
        turn("Q:", "When?", None),
        turn("MS EK:", "In May.", "Ida Ek"),
    ]
    asked = {1: (turns[0].start, turns[0].end), 3: (turns[2].start, turns[2].end)}
    found = split(text, turns, question_for=asked.get)
    assert [text[p.start : p.end] for p in found] == ["It will. Soon.", "In May."]
    assert [text[slice(*p.context)] for p in found if p.context] == ["Will the bridge open?", "When?"]
    assert {p.speaker for p in found} == {"Ida Ek"}
