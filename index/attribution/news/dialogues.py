"""Dialogues printed inside an article: paragraphs that begin with a speaker's name and a colon.

"Jane Roe: We will." names who says the paragraph. Where two people are so marked, a paragraph without a mark between
two marked ones goes on with the last one, but for an answer below a question. Lists of quotations ("They said it") have
the name below the words instead: "Coach Jane Roe after the match."
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.attribution.news.entities import Cast
from index.attribution.news.quotes import paragraphs
from index.language.english import PREPOSITIONS
from index.model import Span
from index.names.parse import fold
from index.names.roles import is_role_word

_MARK = re.compile(r"[\"“”*]{0,3}((?:[^\W\d_a-z][\w.'’-]*\s){0,3}[^\W\d_a-z][\w'’-]*):\s")
_LEAST_MARKS = 3  # of at least two people: fewer are captions and headings
_QUOTED = re.compile(r"[“\"][^“”\"]{20,}[”\"]\W{0,2}")  # a quotation that is a whole paragraph
_CAPTION = re.compile(r"[-–— ]{0,3}[^“”\".!?:]{0,100}$")  # up to the name in it
_LONGEST = 220  # characters of a caption
_LEAST_CAPTIONS = 2  # with nothing but a circumstance behind the name: one may be the next paragraph of the story
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
        return _quotations(cast, rows)
    starts: list[int] = []
    ends: list[int] = []
    for at, (row, _) in enumerate(marks):
        upto = marks[at + 1][0] if at + 1 < len(marks) else row + 1
        asks = cast.text[rows[row][1] - 1] == "?"
        last = upto - 1 if upto - row - 1 <= _UNMARKED and not asks else row
        starts.append(rows[row][0])
        ends.append(rows[last][1])
    return Dialogue(tuple(starts), tuple(ends), tuple(person for _, person in marks))


def _quotations(cast: Cast, rows: Sequence[Span]) -> Dialogue:
    """Quotations that are paragraphs, each over a caption that tells whose it is; empty where they are no list."""
    found: list[tuple[Span, int]] = []
    quoted = plain = 0
    for row, below in pairwise(rows):
        if _QUOTED.fullmatch(cast.text, *row) is None:
            continue
        quoted += 1
        caption = _captioned(cast, *below)
        if caption is not None:
            found.append((row, caption[0]))
            plain += caption[1]
    if plain < _LEAST_CAPTIONS or len(found) < quoted:
        return Dialogue()
    return Dialogue(
        tuple(start for (start, _), _ in found), tuple(end for (_, end), _ in found), tuple(who for _, who in found)
    )


def _captioned(cast: Cast, start: int, end: int) -> tuple[int, bool] | None:
    """Whom a caption names first, and whether no more than a circumstance stands behind; None for other paragraphs."""
    names = (one for one in cast.within(start, end) if one.name.given_keys and one.person >= 0)
    named = next((one for one in names if not _is_led(cast.text[one.end : end])), None)
    if named is None or end - start > _LONGEST or any(mark in cast.text[start:end] for mark in '“”"'):
        return None
    if _CAPTION.fullmatch(cast.text, start, named.start) is None:
        return None
    behind = cast.text[named.end : end].lstrip(" ,.)").split()
    return named.person, not behind or fold(behind[0]) in PREPOSITIONS


def _is_led(behind: str) -> bool:
    """Whether what looked like a name is whom an office is of: "Karst Rovers co-coach Jane Roe"."""
    word = fold(behind.split()[0]) if behind[:1] == " " and behind.split() else ""
    return is_role_word(word)
