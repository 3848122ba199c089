"""One statement of a text, found by words that it holds."""

from __future__ import annotations

from index.attribution.news.reader import NewsAttributor
from index.model import Statement


def said(attributor: NewsAttributor, text: str, words: str) -> Statement:
    """The statement of an article's text whose content holds the words."""
    (found,) = attributor.attribute_many([(text, None)])
    return next(s for s in found if words in text[s.start : s.end])
