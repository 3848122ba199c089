"""Which sentences of a passage are quoted: never what may not be, never more than can be read."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from index.search.quoting import QUOTED_WORDS, barred, quotation, touches
from index.splitting.passages import word_count


def parted(*sentences: str) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    for sentence in sentences:
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence + " "
    return text, spans


LONG = " ".join(["word"] * 30) + "."


def test_the_better_pair_wins_over_the_best_sentence_alone() -> None:
    text, spans = parted(LONG, LONG, LONG, LONG, LONG)
    best, quote = quotation(text, spans, [2.0, -9.0, -9.0, 1.9, 1.9], ())
    assert (best, quote) == (3, (spans[3][0], spans[4][1]))


def test_what_is_barred_is_neither_best_nor_at_an_edge() -> None:
    text, spans = parted("THE HARBOUR", "We open it in May.", "2 Ada Roe, Harbour Master.")
    scores = barred([9.0, 1.0, 8.0], [False, True, False])
    assert quotation(text, spans, scores, ()) == (1, spans[1])


def test_where_all_would_be_barred_nothing_is() -> None:
    assert barred([1.0, 2.0], [False, False]) == [1.0, 2.0]


def test_edges_without_the_speaker_are_left_off() -> None:
    text, spans = parted("Roe left early.", "“It will open,” Lund said.", "Roe stayed silent.")
    best, quote = quotation(text, spans, [1.0, 1.2, 1.0], [spans[1]])
    assert (best, quote) == (1, spans[1])


scored = st.lists(
    st.tuples(st.integers(1, 60), st.one_of(st.floats(-12, 12), st.just(-math.inf))), min_size=1, max_size=12
)


@given(scored, st.data())
def test_a_quotation_is_whole_sentences_within_bounds(given_: list[tuple[int, float]], data: st.DataObject) -> None:
    text, spans = parted(*(" ".join(["word"] * length) + "." for length, _ in given_))
    scores = [score for _, score in given_]
    own = data.draw(st.lists(st.sampled_from(spans), unique=True))
    best, quote = quotation(text, spans, scores, own)
    assert quote[0] in [a for a, _ in spans] and quote[1] in [b for _, b in spans]
    assert quote[0] <= spans[best][0] < spans[best][1] <= quote[1]
    assert word_count(text, quote) <= QUOTED_WORDS or quote == spans[best]
    if max(scores) > -math.inf:
        assert scores[best] > -math.inf
    if own and touches(spans[best], own):
        edges = [span for span in spans if span[0] == quote[0] or span[1] == quote[1]]
        assert all(touches(span, own) for span in edges)
