"""Questions without a label behind a labelled answer: what an interviewer asks next is not the answerer's.

Told by the label of the answerer, who is named anew right behind it; where a maker leaves one question so, also a
question that calls by name whoever answers next is the interviewer's. Where all who have labels are those with whom the
title tells of an interview, whoever asks in a paragraph apart is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.people import HEAD_CHARS, scan_people
from index.language.descriptions import UNNAMED_LABELS
from index.language.transcripts import ROOM_ROLES
from index.model import Span
from index.names.parse import fold, parse_name

_TO_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_INTERVIEW = re.compile(r"\binterviews?\b|\bq\s?&\s?a\b|\bin conversation\b|\bquestions (?:with|for)\b", re.IGNORECASE)
# Whom a line at the head lists: "DRIVERS – Jane ROE (Heron), Leo QUILL (Otter)"
LISTED_GUESTS = re.compile(
    r"^(?:DRIVERS|RIDERS|PLAYERS|PARTICIPANTS|GUESTS|SKIPPERS|COACHES) ?[:–—-] ?(?P<who>[^\n]+)$", re.MULTILINE
)
_CALLS = re.compile(r"(?P<name>[A-Z][\w’'-]+),\s")
_LEAST_ASKED = 2  # turns that begin with a question, where one of those with labels asks
_NICKNAME = 3  # letters that a nickname shares with the name


class Unlabelled:
    """The paragraphs of one transcript that ask without a label; `askers` are the keys of labels that mostly ask."""

    def __init__(self, text: str, title: str | None, marks: Sequence[Mark], askers: Container[str]) -> None:
        self._text, self._marks = text, marks
        listed = LISTED_GUESTS.search(text[:HEAD_CHARS])
        told = title if title and _INTERVIEW.search(title) else listed["who"] if listed else ""
        named = {p.parsed.surname_key for part in re.split(r"[,;]", told or "") for p in scan_people(f"by {part}")}
        self._all = len({m.key for m in marks}) > 1 and all(
            m.kind in ("caps", "name") and m.key in named for m in marks
        )
        firsts = [text[mark.end :].lstrip().split("\n", 1)[0].rstrip() for mark in marks] if self._all else []
        self._all = self._all and sum(first.endswith("?") for first in firsts) < _LEAST_ASKED
        self._askers: Container[str] = () if self._all else askers
        ends = (text[mark.end : after.start].rstrip() for mark, after in pairwise(marks))
        self._left = any(self._again(i) and end.endswith("?") and "\n" in end for i, end in enumerate(ends))

    def from_span(self, i: int, spans: Sequence[Span]) -> int:
        """Which of the spans of turn `i` somebody else asks without a label, 0 where none is."""
        last = len(spans) - 1
        if not (self._left or self._all) or last < 1 or i + 1 == len(self._marks) or not self._answers(self._marks[i]):
            return 0
        asked = self._text[slice(*spans[last])]
        apart = "\n" in self._text[spans[last - 1][1] : spans[last][0]]
        if not apart or not asked.endswith("?") or not (self._all or _TO_YOU.search(asked)):
            return 0
        if self._all:
            return last
        return last if self._again(i) or self._calls_next(i, asked) else 0

    def _answers(self, mark: Mark) -> bool:
        words = [fold(word) for word in mark.label.split()]  # of officials without a name there may be several
        room = not words or bool({*words} & ROOM_ROLES) or words[-1] in UNNAMED_LABELS
        return mark.kind in ("caps", "name") and not mark.timed and not room and mark.key not in self._askers

    def _again(self, i: int) -> bool:
        """Whether the label of turn `i` stands anew over the next one."""
        one, two = self._marks[i], self._marks[i + 1]
        return one.key == two.key and self._answers(one) and self._answers(two)

    def _calls_next(self, i: int, asked: str) -> bool:
        """Whether a question opens with a name, or the short form of one, of whoever has the next label."""
        called = _CALLS.match(asked)
        name = parse_name(self._marks[i + 1].label)
        known = [*name.given_keys[:1], name.surname_key]
        short = fold(called["name"])[:_NICKNAME] if called else ""
        return self._marks[i + 1].key != self._marks[i].key and bool(short) and any(k.startswith(short) for k in known)
