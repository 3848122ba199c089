"""What is read at a glance: whole sentences and quotations of whoever is named, and no crumbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Article, Passage, Span
from index.search.folding import Ranked, fold
from index.search.glance import GLANCE, glance
from index.splitting.crumbs import holds_sentence


def cut(pieces: list[str]) -> tuple[str, list[Span]]:
    text, spans = "", []
    for piece in pieces:
        spans.append((len(text), len(text) + len(piece)))
        text += piece + " "
    return text.strip(), spans


def shown(pieces: list[str], best: int, said: list[str] | None = None) -> str:
    text, spans = cut(pieces)
    own = [(text.index(part), text.index(part) + len(part)) for part in said or ()]
    a, b = glance(text, spans, best, (0, len(text)), own)
    return text[a:b]


def test_the_best_sentence_comes_with_its_neighbour_of_the_same_speaker() -> None:
    pieces = ["The ferry left.", "“We go home,” Velden said.", "“The pier waits,” she said.", "Rehak saw rain."]
    assert (
        shown(pieces, 1, ["We go home", "The pier waits"]) == "“We go home,” Velden said. “The pier waits,” she said."
    )


def test_the_named_speakers_sentence_is_shown_and_nobody_elses() -> None:
    pieces = ["Rehak called it late, a cold word.", "Velden was silent at first.", "“We go home,” Velden said."]
    assert "We go home" in shown(pieces, 1, ["We go home"])
    assert "Rehak" not in shown(pieces, 1, ["We go home"])


def test_a_quotation_over_two_sentences_is_whole_or_without_marks() -> None:
    pieces = ["“We go home tonight.", "The pier waits,” she said."]
    assert shown(pieces, 0) == " ".join(pieces)
    long = "“We go home tonight, whatever the harbour says."
    assert shown([long, "The pier " + "waits and " * 40 + "waits,” she said."], 0) == long[1:]
    assert (
        shown(["“" + "We wait and " * 40 + "wait.", "The pier waits for us,” she said."], 1) == "The pier waits for us"
    )
    assert shown(["He wrote: »Wir gehen heute heim«, and left."], 0) == "He wrote: »Wir gehen heute heim«, and left."


def test_of_a_very_long_sentence_the_speakers_words_are_shown() -> None:
    pieces = ["“We go home tonight,” Velden said, " + "in the rain and " * 30 + "left."]
    assert shown(pieces, 0, ["We go home tonight"]) == "We go home tonight"


sentences = st.lists(
    st.tuples(
        st.sampled_from(["", "“", "„", "«", '"', "He said: “"]),
        st.sampled_from(["the ferry sails on Monday", "we count the bolts " * 9, "no", "Velden’s pier " * 25]),
        st.sampled_from([".", ".”", "!“", "»", '."', ",” she said."]),
    ).map("".join),
    min_size=1,
    max_size=6,
)


@given(sentences, st.data())
def test_it_stands_so_in_the_article_and_is_short(pieces: list[str], data: st.DataObject) -> None:
    text, spans = cut(pieces)
    best = data.draw(st.integers(0, len(spans) - 1))
    first, last = data.draw(st.integers(0, best)), data.draw(st.integers(best, len(spans) - 1))
    said = data.draw(st.lists(st.sampled_from(spans[first : last + 1]), max_size=2))
    quote = (spans[first][0], spans[last][1])
    a, b = glance(text, spans, best, quote, said)
    assert quote[0] <= a < b <= quote[1]
    assert b - a <= max(GLANCE, *(end - start for start, end in spans))


@pytest.mark.parametrize(
    "crumb",
    [
        "Related: Minister resigns over harbour. Read it now.",
        "See also: The wall",
        "Home / News / Norvania",
        "- grain\n- bread\n- diesel",
        '<iframe src="https://a.example/x"></iframe>',
        "[embed]https://a.example/x[/embed]",
        "https://a.example/a/very/long/address",
        "Tags: ferry, harbour, wall",
    ],
)
def test_crumbs_hold_no_sentence_and_are_no_hit(crumb: str) -> None:
    assert not holds_sentence(crumb)
    text = f"{crumb}\n\nThe ferry sails on Monday.\n\n{crumb}"
    start = text.index("The ferry")
    article = Article(id="a", text=text)
    found = [
        Ranked(row=0, article_row=0, article=article, passage=Passage(start=0, end=len(crumb)), score=1.0),
        Ranked(row=1, article_row=0, article=article, passage=Passage(start=start, end=start + 26), score=0.5),
    ]
    (hit,) = fold(found, 5, {0: (0, len(text)), 1: (0, len(text))})
    assert hit.text == "The ferry sails on Monday."


@pytest.mark.parametrize(
    "sentence",
    ["No.", "Yes!", "“We go home,” she said.", "wir bleiben hier und warten auf das Boot von gestern", "本当です。"],
)
def test_sentences_are_kept(sentence: str) -> None:
    assert holds_sentence(sentence)
