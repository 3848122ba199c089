"""The confidence and what it is computed from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.abstain import Evidence, QuotationEvidence, confidence_of

_EVIDENCE = Evidence(cosine=0.6, unknown=0.0, logit=-4.0, margin=2.0)


class _Words:
    """Words as they are, "weir" in half of ten passages, all others in one."""

    def terms(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text.lower().split()))

    def frequency(self, term: str) -> int:
        return 5 if term == "weir" else 1


def _quotation(topic: str, shown: str) -> QuotationEvidence:
    return QuotationEvidence.of(_Words(), 10, topic, shown, -3.0)  # pyright: ignore[reportArgumentType]


def test_a_rare_word_that_is_there_counts_for_more_than_a_usual_one() -> None:
    assert _quotation("weir toll", "the toll").held > 0.5 > _quotation("weir toll", "the weir").held
    assert _quotation("weir toll", "a weir and its toll").held == pytest.approx(1.0)
    assert _quotation("", "the weir").held == 0.0


def test_of_two_topics_that_are_not_there_the_longer_one_is_the_likelier_to_be_told_in_other_words() -> None:
    short, long = _quotation("toll", "x"), _quotation("toll of the old stone bridge", "x")
    assert short.described == 0.0
    assert long.described > 1.0
    first, second = (confidence_of(replace(_EVIDENCE, quotation=one)) for one in (short, long))
    assert first < second


@given(
    st.floats(-12, 8),
    st.floats(0, 12),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(-12, 8),
    st.floats(0, 1),
    st.integers(0, 60),
)
def test_a_confidence_is_a_chance_and_grows_with_the_quotations_logit(
    logit: float, margin: float, cosine: float, absent: float, quoted: float, held: float, terms: int
) -> None:
    told = Evidence(
        cosine=cosine,
        unknown=0.0,
        logit=logit,
        margin=margin,
        absent=absent,
        quotation=QuotationEvidence(logit=quoted, held=held, terms=terms),
    )
    better = replace(told, quotation=QuotationEvidence(logit=quoted + 1, held=held, terms=terms))
    assert 0 <= confidence_of(told) < confidence_of(better) <= 1
