"""Pairing of quotation marks."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.attribution.news.quotes import INSIDE, MARK, OUTSIDE, find_quotations, paragraphs, quotation_state


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("''One,'' she said. ''Two.''", ["One,", "Two."]),
        ("``One,'' she said.", ["One,"]),
        ("«One», she said.", ["One"]),
        ("„One“, she said.", ["One"]),
        ("“One,“ she said. “Two.”", ["One,", "Two."]),
        ("‘One and two,’ she said, of the Joneses’ dog.", ["One and two,"]),
        ("The Joneses’ dog didn't bark.", []),
        ("Rock 'n' roll of the '90s, 'til dawn.", []),
        ("“He told me ‘no’ and left,” she said.", ["He told me ‘no’ and left,"]),
        ('"He told me “no” and left," she said. "I left."', ["He told me “no” and left,", "I left."]),
        ('"No,” he said. “Yes,” she said.', ["No,", "Yes,"]),
        ('She called it "odd," he “a lie” and they "a joke."', ["odd,", "a lie", "a joke."]),
        ('A board of 12" by 9" is enough.', []),
        ("No marks at all.", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_quotation_over_paragraphs_is_reopened_in_each_and_closed_in_the_last() -> None:
    found = find_quotations("“One.\n\n“Two.\n\n“Three,” she said.")
    assert [q.closed for q in found] == [False, False, True]
    assert [q.continues for q in found] == [True, True, False]


def test_curly_marks_inside_a_straight_quotation_that_goes_on_do_not_end_it() -> None:
    text = '"One of “two” and three.\n\n"Four and “five.”\n\n"Six," she said.'
    found = find_quotations(text)
    assert [q.continues for q in found] == [True, True, False]
    assert inner(text) == ["One of “two” and three.", "Four and “five.”", "Six,"]


def test_an_extract_in_straight_marks_leaves_its_speech_to_the_curly_ones() -> None:
    assert "One," in inner('"“One,” she said.\n\n"She left."')


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "She said: “One and two.\n\nThe sun rose."
    (found,) = find_quotations(text)
    assert (found.closed, found.continues) == (False, False)
    assert text[found.inner_start : found.inner_end] == "One and two."


def test_states_of_characters() -> None:
    text = "a “b” c"
    assert list(quotation_state(text, find_quotations(text))) == [OUTSIDE] * 2 + [MARK, INSIDE, MARK] + [OUTSIDE] * 2


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from("“”\"'’‘«»„` \n.,aS1"), st.characters()), max_size=200))
def test_quotations_are_ordered_apart_and_within_one_paragraph(text: str) -> None:
    found = find_quotations(text)
    lines = list(paragraphs(text))
    for quotation in found:
        assert 0 <= quotation.start <= quotation.inner_start <= quotation.inner_end <= quotation.end <= len(text)
        assert any(start <= quotation.start and quotation.end <= end for start, end in lines)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert len(quotation_state(text, found)) == len(text)
