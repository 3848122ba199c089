"""What was said: the tagger's probabilities and the quotation marks together -> content spans.

The tagger decides what is content; the marks decide where direct speech begins and ends, since a person sees there
at once when a quotation is cut short.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.attribution.news.quotes import Quotation
from index.attribution.news.tagger import BEGIN, CONTENT, IN, OUT, Floats, Marked, Tagged, decode
from index.model import Span

EDGE = " \t\r\n\u00a0\"“”‘’'`«»„,.;:!?-–—()[]…*•·▪◾◼‣\ufe0f"
FAVOUR = 1.0  # log odds that B and I get over O, swept with LEAST on the development part (docs/choices.md)
LEAST = 0.65  # mean probability of a span's pieces under which it is dropped
_WHOLE = 0.5  # a quotation that the tagger takes for content to this share is content from mark to mark
_SPEECH = 0.25  # the same for a quotation that is at least a sentence
_WORDS = 4  # quotations under this many words may be scare quotes or titles: they get no help
_SENTENCE = 9  # words from which a quotation is a sentence rather than a phrase
_COMPOUND = re.compile(r"(?:[-‑'’]\w{1,30})+")
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: (?:GMT|BST|CET|E[SD]T|P[SD]T))?(?:\s[–—-]|:)?\s+(?=\S)", re.IGNORECASE
)
_CLOCK_CHARS = 12
_AFTER_END = re.compile(r"[.!?…][\"”’'»)\]]*\s+(?=[\"“„«'‘`])|[.!?…,][\"”»]\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of content by characters, the word pieces behind it and their mean probability."""

    start: int
    end: int
    pieces: tuple[int, ...]
    probability: float


def trim(text: str, start: int, end: int) -> Span:
    """A span without white space, marks and punctuation at its edges."""
    while start < end and (text[start] in EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in EDGE or text[end - 1].isspace()):
        end -= 1
    return start, end


def find_contents(tagged: Tagged) -> list[Content]:
    """The content spans of a text, in order, not overlapping."""
    encoded = tagged.encoded
    probabilities = _with_quotations(tagged)
    found: list[Content] = []
    for one in decode(probabilities, encoded.first, FAVOUR, LEAST):
        for part in _split(tagged, one):
            start, end = trim(encoded.text, int(encoded.starts[part.start]), int(encoded.ends[part.end - 1]))
            start, end = _behind_clock(encoded.text, start), _whole_compound(encoded.text, end)
            if start < end and not (found and start < found[-1].end):
                found.append(Content(start, end, tuple(range(part.start, part.end)), part.probability))
    return found


def _behind_clock(text: str, start: int) -> int:
    """The start of a span, moved behind the clock time that opens its line in a live report ("14:32 The office …")."""
    begin = text.rfind("\n", 0, start) + 1
    clock = _CLOCK.match(text, begin) if start - begin <= _CLOCK_CHARS else None
    return max(start, clock.end()) if clock else start


def _whole_compound(text: str, end: int) -> int:
    """The end of a span, moved behind the rest of a hyphenated word."""
    match = _COMPOUND.match(text, end) if end and text[end - 1].isalnum() else None
    return match.end() if match else end


def _with_quotations(tagged: Tagged) -> Floats:
    """The content probabilities `(n, 3)`, raised from mark to mark where a quotation is speech."""
    encoded = tagged.encoded
    probabilities = tagged.probabilities[:, CONTENT].copy()
    for quotation in encoded.quotations:
        first, last = _pieces(tagged, quotation)
        if last <= first:
            continue
        words = len(encoded.text[quotation.inner_start : quotation.inner_end].split())
        mean = float(1.0 - probabilities[first:last, OUT].mean())
        enough = _SPEECH if words >= _SENTENCE and not quotation.single else _WHOLE
        if words < _WORDS or mean < enough:
            continue
        inside = np.maximum(1.0 - probabilities[first:last, OUT], 0.85)
        begins = first == 0 or 1.0 - probabilities[first - 1, OUT] < 0.5 or bool(encoded.first[first])
        share = probabilities[first:last, BEGIN] / np.maximum(1.0 - probabilities[first:last, OUT], 1e-6)
        share[0] = max(float(share[0]), 0.9 if begins else 0.0)
        probabilities[first:last, OUT] = 1.0 - inside
        probabilities[first:last, BEGIN] = inside * share
        probabilities[first:last, IN] = inside * (1.0 - share)
    return probabilities


def _pieces(tagged: Tagged, quotation: Quotation) -> tuple[int, int]:
    """The word pieces inside the marks, without punctuation at the edges."""
    start, end = trim(tagged.encoded.text, quotation.inner_start, quotation.inner_end)
    if start >= end:
        return 0, 0
    first = int(np.searchsorted(tagged.encoded.ends, start, side="right"))
    return first, int(np.searchsorted(tagged.encoded.starts, end, side="left"))


def _split(tagged: Tagged, one: Marked) -> Sequence[Marked]:
    """Cut a span where a sentence ends and a quotation opens, or one closes and a sentence begins."""
    encoded = tagged.encoded
    start, end = int(encoded.starts[one.start]), int(encoded.ends[one.end - 1])
    cuts = [one.start]
    for match in _AFTER_END.finditer(encoded.text, start, end):
        state = encoded.state
        piece = int(np.searchsorted(encoded.ends, match.end(), side="right"))
        if cuts[-1] < piece < one.end and (state[piece] == 0) != (state[cuts[-1]] == 0):
            cuts.append(piece)
    cuts.append(one.end)
    return [Marked(a, b, one.probability) for a, b in itertools.pairwise(cuts)]
