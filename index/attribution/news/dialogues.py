"""Dialogues printed inside an article: paragraphs that begin with a speaker's name and a colon.

"Jane Roe: We will." names who says the paragraph. Where two people are so marked, a paragraph without a mark between
two marked ones goes on with the last one, but for an answer below a question. Lists of quotations ("They said it") have
the name below the words instead: "Coach Jane Roe after the match."; others a line of the story below each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.attribution.news.drafts import Draft
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
_LEAST_ROUND = 3  # quotations that a line of the story stands below, each
_PROSE = re.compile(r"\s[a-z]+\s[^\n]*\b[a-z]+\b")  # more than a credit: "©Agency/Jane Roe"


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


def with_captions(cast: Cast, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each that stands in a quotation over a caption given to who is named there."""
    captions = _captions(cast)
    out: list[Draft] = []
    for draft in drafts:
        at = bisect_right(captions, draft.start, key=lambda one: one[0][0]) - 1
        row, name = captions[at] if at >= 0 else ((0, 0), (0, 0))
        if draft.start < row[1] and (draft.mention is None or draft.mention[0] < row[0]):
            draft = replace(draft, mention=name, cue=None, certainty=0.9)
        out.append(draft)
    return out


def _captions(cast: Cast) -> list[tuple[Span, Span]]:
    """Quotations that are paragraphs, each over a caption that tells whose it is, and the names there; empty where they
    are no list."""
    rows = list(paragraphs(cast.text))
    if rounds := _rounds(cast, rows):
        return rounds
    found: list[tuple[Span, Span]] = []
    quoted = plain = 0
    for row, below in pairwise(rows):
        if _QUOTED.fullmatch(cast.text, *row) is None:
            continue
        quoted += 1
        caption = _captioned(cast, *below)
        if caption is not None:
            found.append((row, caption[0]))
            plain += caption[1]
    return found if plain >= _LEAST_CAPTIONS and len(found) == quoted else []


def _rounds(cast: Cast, rows: Sequence[Span]) -> list[tuple[Span, Span]]:
    """The quotations of a round-up that ends in the line of the last one, and the names in the lines: they and lines of
    the story take turns to the end, nobody is told of right above the first, so that each line tells of who says what
    stands above it."""
    quoted = [row for row, span in enumerate(rows) if _QUOTED.fullmatch(cast.text, *span)]
    first = quoted[0] if quoted else 0
    if len(quoted) < _LEAST_ROUND or quoted != list(range(first, len(rows) - 1, 2)) or len(rows) != quoted[-1] + 2:
        return []
    above = rows[first - 1] if first else (0, 0)
    if _captioned(cast, *above) is not None and _PROSE.search(cast.text, *above) is not None:
        return []
    told = [_captioned(cast, *rows[row + 1]) for row in quoted]
    names = [one[0] for one in told if one is not None]
    return [(rows[row], name) for row, name in zip(quoted, names, strict=True)] if len(names) == len(quoted) else []


def _captioned(cast: Cast, start: int, end: int) -> tuple[Span, bool] | None:
    """Where a caption names somebody first, and whether no more than a circumstance stands behind; None for other
    paragraphs."""
    names = (one for one in cast.within(start, end) if one.name.given_keys and one.person >= 0)
    named = next((one for one in names if not _is_led(cast.text[one.end : end])), None)
    if named is None or end - start > _LONGEST or any(mark in cast.text[start:end] for mark in '“”"'):
        return None
    if _CAPTION.fullmatch(cast.text, start, named.start) is None:
        return None
    behind = cast.text[named.end : end].lstrip(" ,.)").split()
    return (named.start, named.end), not behind or fold(behind[0]) in PREPOSITIONS


def _is_led(behind: str) -> bool:
    """Whether what looked like a name is whom an office is of: "Karst Rovers co-coach Jane Roe"."""
    word = fold(behind.split()[0]) if behind[:1] == " " and behind.split() else ""
    return is_role_word(word)
