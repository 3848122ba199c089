"""Where in an article's text a page, or a time of a recording, starts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

_WORDS = 60  # characters by which a paragraph is found again in the cleaned text


def place(text: str, marks: Iterable[tuple[str, str]]) -> tuple[tuple[int, str], ...]:
    """(offset, name) of each mark; a mark is (the paragraph that starts there, its name), in order.

    A paragraph that was cleaned out of the text gives its place to what comes behind it.
    """
    placed: list[tuple[int, str]] = []
    at = 0
    for paragraph, name in marks:
        found = text.find(paragraph[:_WORDS], at)
        if found >= 0:
            at = found
            placed.append((found, name))
    if placed and placed[0][0] > 0:  # what stands above the first mark that was found is of the first page
        placed[0] = (0, placed[0][1])
    return tuple(placed)


def anchor_at(anchors: Sequence[tuple[int, str]], offset: int) -> str | None:
    """The name of the page or time in which `offset` lies; None where an article has none."""
    at = bisect_right([start for start, _ in anchors], offset)
    return anchors[at - 1][1] if at else None
