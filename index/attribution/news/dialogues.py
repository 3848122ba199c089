"""Dialogues printed inside an article: paragraphs that begin with a speaker's name and a colon.

"Jane Roe: We will." names who says the paragraph. Where two people are so marked, a paragraph without a mark between
two marked ones goes on with the last one, but for an answer below a question.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from index.attribution.news.entities import Cast
from index.attribution.news.quotes import paragraphs

_MARK = re.compile(r"[\"“”*]{0,3}((?:[^\W\d_a-z][\w.'’-]*\s){0,3}[^\W\d_a-z][\w'’-]*):\s")
_LEAST_MARKS = 3  # of at least two people: fewer are captions and headings
_UNMARKED = 3  # paragraphs between two marks that go on with the first


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Which person of the cast says `[starts[i], ends[i])`."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    people: tuple[int, ...] = ()

    def at(self, place: int) -> tuple[int, int] | None:
        """(the person who says what stands at `place`, where the mark's paragraph begins)."""
        row = bisect_right(self.starts, place) - 1
        return (self.people[row], self.starts[row]) if row >= 0 and place < self.ends[row] else None


def find_dialogue(cast: Cast) -> Dialogue:
    """The marked paragraphs of an article, empty where too few are marked."""
    rows = list(paragraphs(cast.text))
    marks: list[tuple[int, int]] = []  # row, person
    for row, (start, end) in enumerate(rows):
        match = _MARK.match(cast.text, start, end)
        found = cast.within(match.start(1), match.end(1)) if match else ()
        if match and len(found) == 1 and found[0].person >= 0 and found[0].end == match.end(1):
            marks.append((row, found[0].person))
    if len(marks) < _LEAST_MARKS or len({person for _, person in marks}) < 2:
        return Dialogue()
    starts: list[int] = []
    ends: list[int] = []
    for at, (row, _) in enumerate(marks):
        upto = marks[at + 1][0] if at + 1 < len(marks) else row + 1
        asks = cast.text[rows[row][1] - 1] == "?"
        last = upto - 1 if upto - row - 1 <= _UNMARKED and not asks else row
        starts.append(rows[row][0])
        ends.append(rows[last][1])
    return Dialogue(tuple(starts), tuple(ends), tuple(person for _, person in marks))
