"""The sentences around a statement."""

from __future__ import annotations

from index.splitting.sentences import whole_sentences


def test_the_sentences_that_hold_a_span_within_its_paragraph() -> None:
    text = "Rain fell.\n\nThe ferry sails on Monday, she said. It will be late, she added. Tea was served.\n\nGulls."
    first = text.index("will be late")
    a, b = whole_sentences(text, first, first + 12)
    assert text[a:b] == "It will be late, she added."
    a, b = whole_sentences(text, text.index("sails"), first + 3)
    assert text[a:b] == "The ferry sails on Monday, she said. It will be late, she added."
    assert whole_sentences("", 0, 0) == (0, 0)
