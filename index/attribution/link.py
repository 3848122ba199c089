"""Content, cue and mention spans -> drafts of statements: which pieces belong together, and who is their source.

The tagger's pointers say where each content piece looks for its source and its cue; the rules here only choose among
the spans that the tagger marked, and hand on the source of a quotation that stands alone (a floating one).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.attribution.contents import Content
from index.attribution.quotes import INSIDE, paragraphs
from index.attribution.tagger import CUE, MENTION, TO_CUE, TO_MENTION, Floats, Marked, Tagged, decode
from index.model import Span

_GROW = 0.3  # neighbours of a mention that the tagger takes for one at least so surely belong to it


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


def link(tagged: Tagged, contents: Sequence[Content]) -> list[Draft]:
    """Give every content its cue and mention, join pieces of one statement, and let floating quotations inherit."""
    breaks = tagged.encoded.first
    mentions = decode(tagged.probabilities[:, MENTION], breaks, favour=1.0, least=0.35)
    cues = decode(tagged.probabilities[:, CUE], breaks, favour=1.0, least=0.35)
    rows = sorted(paragraphs(tagged.encoded.text))
    starts = [row[0] for row in rows]
    drafts: list[Draft] = []
    for content in contents:
        mention, certainty = _target(tagged, TO_MENTION, content, mentions)
        cue, _ = _target(tagged, TO_CUE, content, cues)
        drafts.append(Draft(((content.start, content.end),), content.probability, cue, mention, certainty))
    drafts = _joined(tagged.encoded.text, drafts)
    return _floating(tagged, drafts, starts)


def _target(tagged: Tagged, which: int, content: Content, marked: Sequence[Marked]) -> tuple[Span | None, float]:
    """The marked span with the most of the pointer's mass; None when most of it is on none."""
    mass, none = tagged.points(which, content.pieces)
    total: Floats = np.concatenate([np.zeros(1, dtype=np.float32), np.cumsum(mass)])
    best, share = None, 0.0
    for one in marked:
        if one.start <= content.pieces[-1] and content.pieces[0] < one.end and _overlap(one, content) > 0.5:
            continue
        value = float(total[one.end] - total[one.start])
        if value > share:
            best, share = one, value
    if best is None or share < 0.15 or (none > 0.5 and share < none):
        return None, none
    start, end = best.start, best.end
    inside = tagged.inside(MENTION if which == TO_MENTION else CUE)
    while start > 0 and inside[start - 1] > _GROW and not tagged.encoded.first[start]:
        start -= 1
    while end < len(inside) and inside[end] > _GROW and not tagged.encoded.first[end]:
        end += 1
    return characters(tagged, start, end), share


def _overlap(one: Marked, content: Content) -> float:
    inside = sum(1 for piece in range(one.start, one.end) if content.start <= piece < content.end)
    return inside / max(1, one.end - one.start)


def characters(tagged: Tagged, start: int, end: int) -> Span:
    """Characters of the word pieces `[start, end)`."""
    return int(tagged.encoded.starts[start]), int(tagged.encoded.ends[end - 1])


def _joined(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Neighbours with the same cue, or parted by nothing but cue and mention, are one statement."""
    out: list[Draft] = []
    for draft in drafts:
        last = out[-1] if out else None
        if last is not None and last.mention == draft.mention and draft.mention is not None and last.cue == draft.cue:
            gap = text[last.end : draft.start]
            if gap.count("\n") <= 2 and draft.start - last.end <= 400:
                out[-1] = Draft(
                    last.spans + draft.spans,
                    (last.probability + draft.probability) / 2,
                    last.cue or draft.cue,
                    last.mention,
                    max(last.certainty, draft.certainty),
                )
                continue
        out.append(draft)
    return out


def _floating(tagged: Tagged, drafts: Sequence[Draft], starts: Sequence[int]) -> list[Draft]:
    """A quotation without a source inherits the source of the statement before it, in this or the last paragraph."""
    state = _inside(tagged)
    out: list[Draft] = []
    for draft in drafts:
        if draft.mention is None and out and out[-1].mention is not None:
            last = out[-1]
            apart = bisect_right(starts, draft.start) - bisect_right(starts, last.end - 1)
            quoted = bool(state[draft.start : draft.end].mean() > 0.8) if draft.end > draft.start else False
            if apart <= (1 if quoted else 0):
                draft = Draft(
                    draft.spans, draft.probability, draft.cue, last.mention, 0.5 * last.certainty, inherited=True
                )
        out.append(draft)
    return out


def _inside(tagged: Tagged) -> Floats:
    state = np.zeros(len(tagged.encoded.text), dtype=np.float32)
    for quotation in tagged.encoded.quotations:
        state[quotation.inner_start : quotation.inner_end] = float(INSIDE)
    return state
