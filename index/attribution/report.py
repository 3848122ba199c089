"""How an article was read as turns, and what of it was left to nobody and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.attribution.readers import read_kind
from index.attribution.transcripts.notes import lines_of
from index.attribution.transcripts.turns import turn_at
from index.model import Article, Span, Turn

QUESTION = "asked by nobody by name"
VOICE = "a voice that the text does not name"
ABOVE = "above the first turn: a heading, or not clear who says it"
NOTE = "a heading, a note or a stage direction"
BEHIND = "behind the last turn"


@dataclass(frozen=True, slots=True)
class Unspoken:
    """A stretch of the text that no named person is given; `reason` says why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The kind of an article, its turns, and what is left; without turns, nothing is left: it is prose."""

    kind: str
    turns: tuple[Turn, ...]
    unspoken: tuple[Unspoken, ...]


def reading_of(article: Article) -> Reading:
    """Read an article's turns as the archive does. No model is asked."""
    kind, turns = read_kind(article)
    return Reading(kind, turns, tuple(_joined(_unspoken(article.text, turns))) if turns else ())


def _unspoken(text: str, turns: Sequence[Turn]) -> Iterator[Unspoken]:
    """The pieces of lines that are neither a mark nor given to somebody."""
    taken = sorted({turn.mark_span for turn in turns} | {s for t in turns if t.speaker for s in t.spans})
    at = 0
    for start, end in [*taken, (len(text), len(text))]:
        for line in lines_of(text, at, max(at, start)):
            if any(c.isalnum() for c in text[slice(*line)]):
                yield Unspoken(*line, _reason(turns, line))
        at = max(at, end)


def _reason(turns: Sequence[Turn], line: Span) -> str:
    turn = turn_at(turns, line[0])
    if line[0] < turns[0].start:
        return ABOVE
    if turn is not None and turn.speaker is None and any(a <= line[0] < b for a, b in turn.spans):
        return QUESTION if turn.is_question else VOICE
    return NOTE if line[0] < turns[-1].end else BEHIND


def _joined(pieces: Iterator[Unspoken]) -> Iterator[Unspoken]:
    """Pieces that follow each other for the same reason as one."""
    last: Unspoken | None = None
    for piece in pieces:
        if last is not None and last.reason == piece.reason == QUESTION and piece.start - last.end <= 2:
            last = Unspoken(last.start, piece.end, piece.reason)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
