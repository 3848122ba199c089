"""The sentence or two of a hit that are read at a glance: whole sentences, whole quotations, the named speaker's."""

from __future__ import annotations

from collections.abc import Sequence

from index.model import Span
from index.search.quoting import shared, touches

GLANCE = 300  # characters
_CLOSES = {"“": "”", "«": "»", "„": "“”", "»": "«"}  # German books write »so«
_LEAST = 12  # characters that are left of a sentence where a quotation mark without its other half is left off
_LOOSE = " \t\n,;:–—-"


def glance(text: str, spans: Sequence[Span], best: int, quote: Span, said: Sequence[Span]) -> Span:
    """The span of `text` to show where there is room for no more; `GLANCE` characters, but for a longer sentence.

    `spans` are the hit's sentences and `best` the place of the one that answers best, `quote` the span that the hit
    quotes, `said` what the named speaker said there; empty: nobody is named, or all of it is theirs.
    """
    inside = [i for i, span in enumerate(spans) if quote[0] <= span[0] and span[1] <= quote[1]] or [best]
    own = [i for i in inside if not said or touches(spans[i], said)] or inside
    chosen = best if best in own else min(own, key=lambda i: abs(i - best))
    windows = [(first, last) for first in inside for last in inside if first <= chosen <= last and last - first < 3]
    fitting = [w for w in windows if _length(spans, w) <= GLANCE and set(range(w[0], w[1] + 1)) <= set(inside)]

    def worth(window: tuple[int, int]) -> tuple[bool, bool, bool, int, int]:
        first, last = window
        whole = _whole(text[spans[first][0] : spans[last][1]])
        theirs = all(i in own or i == best for i in range(first, last + 1))
        return theirs, whole, first <= best <= last, -abs(last - first - 1), first

    if not fitting:
        return _part_of(text, spans[chosen], said)
    first, last = max(fitting, key=worth)
    return _without_halves(text, (spans[first][0], spans[last][1]))


def _length(spans: Sequence[Span], window: tuple[int, int]) -> int:
    return spans[window[1]][1] - spans[window[0]][0]


def _part_of(text: str, sentence: Span, said: Sequence[Span]) -> Span:
    """What the speaker says in a sentence that is too long by itself; else the sentence."""
    parts = [(max(a, sentence[0]), min(b, sentence[1])) for a, b in said if shared((a, b), sentence) > 0]
    short = [(a, b) for a, b in parts if _LEAST <= b - a <= GLANCE and _whole(text[a:b])]
    return max(short, key=lambda span: span[1] - span[0]) if short else _without_halves(text, sentence)


def _without_halves(text: str, span: Span) -> Span:
    """The span without quotation marks that have no other half in it, and what stands beyond them."""
    start, end = span
    for place, opens in _halves(text[start:end]):
        at = span[0] + place
        if opens and end - at - 1 >= _LEAST:
            start = max(start, at + 1)
        elif not opens and at - start >= _LEAST:
            end = min(end, at)
            break
    while end > start and end < span[1] and text[end - 1] in _LOOSE:
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return (start, end) if end - start >= _LEAST else span


def _whole(text: str) -> bool:
    return not _halves(text)


def _halves(text: str) -> list[tuple[int, bool]]:
    """Where quotation marks without their other half stand, and whether they open."""
    open_at: list[tuple[int, str]] = []
    lost: list[tuple[int, bool]] = []
    for place, mark in enumerate(text):
        if mark == '"':
            mark = "”" if open_at and open_at[-1][1] == '"' else '"'
            if mark == "”":
                open_at.pop()
            elif not _begins(text, place):
                lost.append((place, False))
            else:
                open_at.append((place, '"'))
        elif open_at and mark in _CLOSES.get(open_at[-1][1], ""):
            open_at.pop()
        elif mark in _CLOSES and (mark != "»" or _begins(text, place)):
            open_at.append((place, mark))
        elif mark in "”»":
            lost.append((place, False))
    return sorted([*lost, *((place, True) for place, _ in open_at)])


def _begins(text: str, place: int) -> bool:
    """Whether a mark that may open and close stands before a word."""
    return place == 0 or text[place - 1].isspace() or text[place - 1] in "([—–-“"
