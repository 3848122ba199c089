"""An article's text cut into paragraphs of pieces, each piece with the statement that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.anchors import anchor_at
from index.export.plain import plain
from index.links import statement_id
from index.model import Article, ArticleView, Span, Statement

COLOURS = 8
_BREAK = re.compile(r"\n[ \t]*\n\s*|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one kind; `number` is the speaker's in the legend, 0: nobody's. `here`: the marked span."""

    text: str
    number: int = 0
    link: str | None = None
    speaker: str | None = None
    turn: bool = False
    here: bool = False
    first: bool = False  # the first piece of its statement
    start: bool = False  # the first piece of the marked span


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of an article: the number that stands for them, and how many statements they have."""

    number: int
    name: str
    statements: int
    resolved: bool

    @property
    def colour(self) -> int:
        """Which of the palette's colours; told by the number too, never by colour alone."""
        return (self.number - 1) % COLOURS + 1


@dataclass(frozen=True, slots=True)
class Marked:
    """A text ready to be shown: paragraphs of pieces, and who speaks in it."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    places: tuple[str | None, ...]  # where each paragraph begins, told where that changes: "page 2", "00:01:05"
    voices: tuple[Voice, ...]


def marked(view: ArticleView, here: Sequence[Span] = ()) -> Marked:
    """The whole text; `here` is what the page was opened for. The pieces joined are the text but for line breaks."""
    voices = _voices(view.statements)
    numbers = {voice.name: voice.number for voice in voices}
    text = view.article.text
    owner = _owners(len(text), view.statements)
    bounds = {0, len(text), *(at for span in here for at in span)}
    bounds.update(i for i in range(1, len(text)) if owner[i] != owner[i - 1])
    breaks = [match.span() for match in _BREAK.finditer(text)]
    bounds.update(at for span in breaks for at in span)
    cuts = sorted(at for at in bounds if 0 <= at <= len(text))
    between = dict(breaks)
    paragraphs: list[list[Piece]] = [[]]
    begins: list[int] = [0]
    seen: set[int] = set()
    started = False
    skip = 0
    for start, end in pairwise(cuts):
        if start in between:
            skip = between[start]
            paragraphs.append([])
            begins.append(skip)
        if start < skip:
            continue
        at = owner[start]
        inside = any(a <= start < b for a, b in here)
        paragraphs[-1].append(
            _piece(
                view,
                numbers,
                plain(text[start:end]),
                at,
                first=at not in seen,
                here=inside,
                start=inside and not started,
            )
        )
        seen.add(at)
        started = started or inside
    shown = [(tuple(pieces), at) for pieces, at in zip(paragraphs, begins, strict=True) if pieces]
    return Marked(tuple(p for p, _ in shown), _places(view.article, [at for _, at in shown]), voices)


def _places(article: Article, begins: Sequence[int]) -> tuple[str | None, ...]:
    """The page or second of each paragraph; None where it is that of the paragraph before."""
    found = [anchor_at(article.anchors, at) for at in begins]
    return tuple(now if now != before else None for before, now in zip([None, *found], found, strict=False))


def _voices(statements: Sequence[Statement]) -> tuple[Voice, ...]:
    """Speakers in the order in which they come; who is not named is nobody."""
    counts: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.speaker:
            counts.setdefault(statement.speaker, []).append(statement)
    return tuple(
        Voice(number, name, len(own), any(s.resolved for s in own))
        for number, (name, own) in enumerate(counts.items(), start=1)
    )


def _owners(length: int, statements: Sequence[Statement]) -> list[int]:
    """For each character the statement that it belongs to, the innermost where they nest; -1: none."""
    owner = [-1] * length
    order = sorted(range(len(statements)), key=lambda i: statements[i].start - statements[i].end)
    for i in order:
        for start, end in statements[i].spans:
            owner[start:end] = [i] * (min(end, length) - start)
    return owner


def _piece(
    view: ArticleView, numbers: dict[str, int], text: str, at: int, *, first: bool, here: bool, start: bool
) -> Piece:
    if at < 0:
        return Piece(text, here=here, start=start)
    statement = view.statements[at]
    return Piece(
        text,
        number=numbers.get(statement.speaker or "", 0),
        link=statement_id(view.article.id, view.article.text, statement),
        speaker=statement.speaker,
        turn=statement.kind == "turn",
        here=here,
        first=first,
        start=start,
    )
