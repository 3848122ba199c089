"""The statements of a text, and the one that is found by words that it holds."""

from __future__ import annotations

from collections.abc import Sequence

from index.attribution.news.reader import NewsAttributor
from index.model import Statement


def statements(attributor: NewsAttributor, text: str) -> Sequence[Statement]:
    """All statements of an article's text, in order."""
    (found,) = attributor.attribute_many([(text, None)])
    return found


def said(attributor: NewsAttributor, text: str, words: str) -> Statement:
    """The statement of an article's text whose content holds the words."""
    return next(s for s in statements(attributor, text) if words in text[s.start : s.end])


def who_says(attributor: NewsAttributor, text: str, words: str) -> str | None:
    """Who says the words, anywhere in a statement's spans; None for nobody by name, and where nobody says them."""
    told = (one for one in statements(attributor, text) if any(words in text[a:b] for a, b in one.spans))
    return next((one.speaker for one in told), None)
