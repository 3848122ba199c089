"""The part of a passage that is shown: the words that answer, in bold, among their own sentences."""

from __future__ import annotations

from bot.views.text import OMITTED, blockquote, bold, clean, escape, fit, sentence_ends, width
from index.model import Hit

_MARK = escape(OMITTED)


def excerpt(hit: Hit, limit: int, *, marked: bool = True) -> str:
    """A block quotation of at most `limit` characters that holds the quote whole where it fits.

    Sentences around the quote follow as long as there is room, first after it, then before it; what was left
    out at either end is marked, so that nothing reads as a whole that is not. `marked` False: no bold words.
    """
    start, end = _quote(hit)
    bounds = [0, *(offset for offset in sentence_ends(hit.text) if offset < len(hit.text)), len(hit.text)]
    low = max(offset for offset in bounds if offset <= start)
    high = min(offset for offset in bounds if offset >= end)
    best: str | None = None
    for first, last in ((start, end), (low, high)):
        shown = _draw(hit.text, first, last, start, end, marked)
        if width(shown) <= limit:
            best, low, high = shown, first, last
    if best is None:
        return _cut(hit.text[start:end], limit)
    growing = True
    while growing:
        growing = False
        for first, last in ((low, _after(bounds, high)), (_before(bounds, low), high)):
            if (first, last) != (low, high) and width(
                shown := _draw(hit.text, first, last, start, end, marked)
            ) <= limit:
                best, low, high, growing = shown, first, last, True
                break
    return best


def _quote(hit: Hit) -> tuple[int, int]:
    """The span within the passage that answers: the words at a glance, else the quote, else the whole passage."""
    if hit.glance is not None:
        first, last = hit.glance[0] - hit.start, hit.glance[1] - hit.start
        if 0 <= first < last <= len(hit.text):
            return first, last
    if hit.quote:
        if hit.quote_start is not None:
            start = hit.quote_start - hit.start
            if start >= 0 and hit.text[start : start + len(hit.quote)] == hit.quote:
                return start, start + len(hit.quote)
        start = hit.text.find(hit.quote)
        if start >= 0:
            return start, start + len(hit.quote)
    return 0, len(hit.text)


def _after(bounds: list[int], offset: int) -> int:
    return min((bound for bound in bounds if bound > offset), default=offset)


def _before(bounds: list[int], offset: int) -> int:
    return max((bound for bound in bounds if bound < offset), default=offset)


def _draw(text: str, low: int, high: int, start: int, end: int, marked: bool) -> str:
    """text[low:high] as a block quotation, text[start:end] in bold where it is not all there is."""
    pieces = [_piece(text[low:start]), _piece(text[start:end]), _piece(text[end:high])]
    if not marked:
        pieces = [_piece(text[low:high])]
    elif text[low:start].strip() or text[end:high].strip():
        pieces[1] = bold(pieces[1])
    shown = "".join(pieces).strip()
    head = f"{_MARK} " if text[:low].strip() else ""
    tail = f" {_MARK}" if text[high:].strip() else ""
    return blockquote(head + shown + tail)


def _piece(text: str) -> str:
    """Escaped, with the white space at its ends kept as one blank or line."""
    middle = escape(clean(text))
    if not middle:
        return "\n" if "\n" in text else " " if text else ""
    head = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :]
    return _blank(head) + middle + _blank(tail)


def _blank(space: str) -> str:
    return "\n" if "\n" in space else " " if space else ""


def _cut(quote: str, limit: int) -> str:
    """A quote that is too long by itself, cut at a sentence; bars of a block quotation count."""
    room = limit - 2 * (quote.count("\n") + quote.count("\r") + quote.count("\u2028") + quote.count("\u2029") + 1)
    return blockquote(fit(quote, max(room, 0)))
