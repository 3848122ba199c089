"""Sentence boundaries with exact offsets, by nupunkt (docs/dependencies.md has the measured choice)."""

from __future__ import annotations

import re

from index.model import Span

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*")


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the paragraphs in `text[start:end]`, trimmed of white space; a blank line parts two paragraphs."""
    stop = len(text) if end is None else end
    found = (trimmed(text, match.start(), match.end()) for match in _PARAGRAPH.finditer(text, start, stop))
    return [span for span in found if span is not None]


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the sentences in `text[start:end]`, in order, trimmed of white space."""
    import nupunkt  # its model is loaded at the first use: not at import

    piece = text[start : len(text) if end is None else end]
    if not piece.strip():
        return []
    found = (trimmed(text, start + a, start + b) for a, b in nupunkt.sent_spans(piece))
    return [span for span in found if span is not None]


def whole_sentences(text: str, start: int, end: int) -> Span:
    """The span of the sentences that hold `text[start:end]`, within its paragraphs."""
    first = text.rfind("\n\n", 0, start)
    last = text.find("\n\n", end)
    around = sentences(text, max(first, 0), len(text) if last < 0 else last)
    held = [span for span in around if span[0] < end and start < span[1]]
    return (min(start, held[0][0]), max(end, held[-1][1])) if held else (start, end)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
