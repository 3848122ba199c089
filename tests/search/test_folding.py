"""One hit for one thing: how far a hit grows, and what joins it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Article, Passage
from index.search.folding import Ranked, fold
from index.splitting.crumbs import says_nothing

PARAGRAPHS = [" ".join([f"p{i}"] * 60) for i in range(5)]
TEXT = "\n\n".join(PARAGRAPHS)
ARTICLE = Article(id="a", text=TEXT)


def candidate(i: int, score: float) -> Ranked:
    start = TEXT.index(PARAGRAPHS[i])
    passage = Passage(start=start, end=start + len(PARAGRAPHS[i]))
    return Ranked(row=i, article_row=0, article=ARTICLE, passage=passage, score=score)


def shown(ranked: list[Ranked], limit: int = 1) -> list[str]:
    room = {r.row: (0, len(TEXT)) for r in ranked}
    return [" ".join(dict.fromkeys(hit.text.split())) for hit in fold(ranked, limit, room)]


def test_a_hit_grows_on_both_sides_up_to_two_hundred_words() -> None:
    assert shown([candidate(2, 1.0)]) == ["p1 p2 p3"]


def test_a_hit_grows_first_towards_its_better_neighbour() -> None:
    assert shown([candidate(2, 1.0), candidate(1, 0.5)]) == ["p1 p2 p3"]  # both sides fit
    wide = [candidate(1, 1.0), candidate(2, 0.9), candidate(3, 0.8)]
    assert shown(wide) == ["p1 p2 p3"]  # and not "p0 p1 p2", as in turns
    assert shown([candidate(1, 1.0)]) == ["p0 p1 p2"]


@given(st.permutations(range(5)), st.integers(1, 5))
def test_hits_are_distinct_verbatim_and_no_longer_than_they_may_be(order: list[int], limit: int) -> None:
    ranked = [candidate(i, 1.0 - place / 10) for place, i in enumerate(order)]
    hits = fold(ranked, limit, {i: (0, len(TEXT)) for i in order})
    assert 1 <= len(hits) <= limit and hits[0].row == order[0]
    spans = sorted((hit.passage.start, hit.passage.end) for hit in hits)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(len(hit.text.split()) <= 200 and hit.text in TEXT for hit in hits)


@pytest.mark.parametrize(("text", "nothing"), [
    ("Sure.", True), ("Yeah, sorry. (Laughter.) Go ahead.", True), ("Whoa!", True), ("", True),
    ("No.", False), ("Yes, sure.", False), ("Absolutely not.", False), ("The ferry sails.", False),
])  # fmt: skip
def test_talk_that_says_nothing(text: str, nothing: bool) -> None:
    assert says_nothing(text) is nothing
