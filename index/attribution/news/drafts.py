"""Drafts of statements, and which quotation and paragraph a place of the text belongs to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from index.attribution.news.quotes import paragraphs
from index.attribution.news.tagger import Tagged
from index.model import Span


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its speaker has a name. `certainty` is the share of the pointer on the chosen mention."""

    spans: tuple[Span, ...]
    probability: float
    cue: Span | None
    mention: Span | None
    certainty: float
    inherited: bool = False

    @property
    def start(self) -> int:
        """First character of the content."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """End of the content."""
        return self.spans[-1][1]


class Speech:
    """Which quotation and paragraph a place belongs to; a quotation over several paragraphs is one."""

    def __init__(self, tagged: Tagged) -> None:
        self._quotations = tagged.encoded.quotations
        self._starts = [one.start for one in self._quotations]
        self._text = tagged.encoded.text
        self._ends = [end for _, end in paragraphs(self._text)]
        self._rows = [start for start, _ in paragraphs(self._text)]
        self._chains: list[int] = []
        for number, one in enumerate(self._quotations):
            goes_on = number > 0 and self._quotations[number - 1].continues
            goes_on = goes_on and (not one.single or self._quotations[number - 1].single)
            self._chains.append(self._chains[-1] if goes_on else number)

    def chain(self, start: int, end: int) -> int | None:
        """The quotation that holds `[start, end)` whole, by the number of its first paragraph's part."""
        at = bisect_right(self._starts, start) - 1
        return self._chains[at] if at >= 0 and end <= self._quotations[at].end else None

    def quoted(self, start: int, end: int) -> bool:
        """Whether `[start, end)` stands in a quotation, or begins one (a mark inside it may have closed it early)."""
        at = bisect_right(self._starts, start) - 1
        return self.chain(start, end) is not None or (at >= 0 and self._quotations[at].inner_start >= start - 1)

    def introduced(self, place: int) -> bool:
        """Whether the paragraph before that of a place ends with a colon ("The full statement:")."""
        row = self.paragraph(place) - 2
        return row >= 0 and self._text[self._ends[row] - 1] == ":"

    def paragraph(self, place: int) -> int:
        """The number of the paragraph of a place."""
        return bisect_right(self._rows, place)
