"""Quotation marks: which open, which close, and what stands between them.

Marks of newspapers are curly, straight, guillemets, single, doubled apostrophes, pointing the wrong way or missing.
The rules look at one paragraph at a time, because a quotation that runs over paragraphs is re-opened in each and closed
in the last only; an unclosed mark therefore reaches to the end of its paragraph and never further.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OUTSIDE, INSIDE, MARK = 0, 1, 2

_DOUBLED = re.compile(r"''|'’|’’|‘‘|``|´´|,,(?=\w)")
_OPENERS = "“„‟«"
_CLOSERS = "”»"
_STRAIGHT = '"″＂'
_SINGLE_OPEN = "‘‚‹'"
_SINGLE_CLOSE = "’›'‘"
_SINGLE_MARK = re.compile(f"[{_SINGLE_OPEN}]")
_SINGLE_END = re.compile(f"[{_SINGLE_CLOSE}]")
_LONGEST = 1500  # characters between single marks, and from a nested mark to the end of its quotation
_FEW = 40  # possessives that may stand inside single marks; keeps hostile texts cheap
_MOST = 5  # paragraphs of a quotation that only the last one closes
_ELISION = re.compile(r"(?:\d|em\b|tis\b|twas\b|til\b|till\b|cause\b|bout\b|n\b)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029\x85\x0b\x0c]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks of one paragraph.

    `start` and `end` include the marks, `inner_start` and `inner_end` do not. `closed` is False where the closing mark
    is missing (an unclosed quotation, or one that the next paragraph re-opens: then `continues`). `single` tells
    single marks outside of any double ones.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    continues: bool = False
    single: bool = False


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text that hold more than white space, as `[start, end)` without the white space around them."""
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text in order; none overlaps another (nested ones belong to the outer)."""
    found: list[Quotation] = []
    lines = list(paragraphs(text))
    done = -1  # the last line that belongs to a quotation of several without marks of their own
    for number, (start, end) in enumerate(lines):
        if number <= done:
            continue
        goes_on = number + 1 < len(lines) and _opens(text, *lines[number + 1])
        if goes_on and _only_nested(text, start, end):
            found.append(Quotation(start, end, start + 1, end, closed=False, continues=True))
            continue
        inside = list(_double(text, start, end))
        inside += _single(text, start, end, inside)
        inside.sort(key=lambda quotation: quotation.start)
        if inside and not inside[-1].closed and (told := _LOST_CLOSE.search(text, inside[-1].inner_start, end)):
            last = inside[-1]
            inside[-1] = Quotation(last.start, told.start(), last.inner_start, told.start(), single=last.single)
        if inside and not inside[-1].closed and goes_on:
            last = inside[-1]
            inside[-1] = Quotation(last.start, last.end, last.inner_start, last.inner_end, False, True, last.single)
        elif (
            inside
            and not inside[-1].closed
            and (inside[-1].start == start or text[start : inside[-1].start].rstrip()[-1:] in (":", ","))
            and _is_sentence_end(text, end)
            and (rest := _unmarked(text, lines[number + 1 : number + 1 + _MOST]))
        ):
            last = inside.pop()
            inside += [Quotation(last.start, last.end, last.inner_start, last.inner_end, False, True), *rest]
            done = number + len(rest)
        elif (single := _single_on(text, start, end, inside, lines[number + 1 : number + 2])) is not None:
            inside.append(single)
        found += inside
    return tuple(found)


def _unmarked(text: str, lines: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The paragraphs behind an open quotation up to its closing mark, where none of them opens one anew."""
    out: list[Quotation] = []
    for start, end in lines:
        marks = list(itertools.islice(_marks(text, start, end), 2))
        if not marks:
            if not _is_sentence_end(text, end):
                return []
            out.append(Quotation(start, end, start, end, closed=False, continues=True))
            continue
        left, right = marks[0]
        if len(marks) > 1 or text[right:end].strip(".") or text[left] in _OPENERS or not _is_sentence_end(text, left):
            return []
        words = text[start:left].split()
        named = 2 * sum(word[0].islower() for word in words) < len(words)  # "Dean Roe, Institute of Trade."
        return [] if named else [*out, Quotation(start, right, start, left)]
    return []


def _single_on(
    text: str, start: int, end: int, inside: Sequence[Quotation], after: Sequence[tuple[int, int]]
) -> Quotation | None:
    """A quotation in single marks that stays open at the end of its paragraph, which the next one opens anew."""
    if not after or not _single_opens(text, after[0][0], *after[0]):
        return None
    low = max((one.end for one in inside), default=start)
    for mark in _SINGLE_MARK.finditer(text, low, end):
        opened = mark.start()
        if not _single_opens(text, opened, start, end) or text[opened] != text[after[0][0]]:
            continue
        leads = opened == start or text[start:opened].rstrip()[-1:] in (":", ",", ".")
        open_still = all(sure == 0 for _, sure in _single_closers(text, opened, end, end))
        return Quotation(opened, end, opened + 1, end, False, True, single=True) if leads and open_still else None
    return None


def quotation_state(text: str, quotations: Sequence[Quotation]) -> bytearray:
    """For each character OUTSIDE, INSIDE or MARK: an input of the tagger."""
    state = bytearray(len(text))
    for quotation in quotations:
        for position in range(quotation.start, quotation.end):
            state[position] = MARK
        for position in range(quotation.inner_start, quotation.inner_end):
            state[position] = INSIDE
    return state


def _opens(text: str, start: int, end: int) -> bool:
    return end - start > 1 and (text[start] in _OPENERS + _STRAIGHT or bool(_DOUBLED.match(text, start, end)))


def _only_nested(text: str, start: int, end: int) -> bool:
    """Whether a paragraph opens with the only straight mark in it and has curly ones inside, which stand in pairs.

    Its quotation goes on in the next paragraph; the curly ones are quotations in the quotation. Where a curly one
    follows the straight one at once, the straight marks are those of an extract, and the curly ones tell who speaks.
    """
    paragraph = text[start:end]
    if paragraph[0] not in _STRAIGHT or paragraph[1:2] == "“" or sum(map(paragraph.count, _STRAIGHT)) > 1:
        return False
    opened = paragraph.count("“")
    return opened > 0 and opened == paragraph.count("”") and paragraph.find("“") < paragraph.find("”")


# Behind a mark that closes a quotation, though it was typed as one that opens: "“he said", "“Ms Roe told".
_TELLS = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he(?: [a-z]+){1,3}|(?:[^\W\d_a-z][\w.’'-]* ){0,3}[^\W\d_a-z][\w’'-]*)"
    r" (?:said|says|told|added|asked|wrote|replied|explained)\b"
)


# What ends a paragraph whose quotation was not closed: "“They were late. Are we students? Mr Roe queried."
_LOST_CLOSE = re.compile(
    r"(?<=[.?!,…]) (?:[Hh]e|[Ss]he"
    r"|(?:(?:Mr|Mrs|Ms|Dr|Prof|Chief|Hon|Sen)\.? )?[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2}"
    r") (?:said|says|added|queried|asked|stated|explained|lamented|noted|stressed|told [a-z]+)(?: \w+)?\.$"
)


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    while position < end:
        doubled = _DOUBLED.match(text, position, end)
        if doubled:
            yield doubled.span()
            position = doubled.end()
            continue
        if text[position] in _OPENERS + _CLOSERS + _STRAIGHT:
            yield position, position + 1
        position += 1


def _double(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Pair the double marks of one paragraph; a mark that points the wrong way counts by what stands beside it."""
    opened: tuple[int, int] | None = None
    for left, right in _marks(text, start, end):
        before = text[left - 1] if left > start else " "
        after = text[right] if right < end else " "
        free_before = before.isspace() or before in "([{—–-/:"
        free_after = after.isspace() or after in ")]},.;:!?—–-/'’"
        if opened is None:
            inches = before.isdigit() and text[left] in _STRAIGHT
            closing = text[left] in _CLOSERS and not (free_before and not free_after)
            if not inches and not closing and not (free_after and not free_before):
                opened = (left, right)
            continue
        if text[opened[0]] in _STRAIGHT and text[left] in "“”":
            if left == opened[1] and text[left] == "“":
                opened = (left, right)  # an extract in straight marks that begins with speech
                continue
            if _closes_later(text, left, end):
                continue  # curly marks inside straight ones: a quotation in the quotation
        nested = free_before and not free_after and (before.isspace() or before in "([{")
        if nested and text[left] in _CLOSERS:
            nested = False
        if nested and _TELLS.match(text, right, end) and text[opened[1] : left].rstrip()[-1:] in (",", ".", "?", "!"):
            # It was typed for one that closes: "We will not go, “he said."
            stop = _strip_right(text, opened[1], left)
            yield Quotation(opened[0], right, opened[1], stop)
            opened = None
            continue
        if nested:
            # The former mark was never closed: its quotation ends where the next begins.
            if text[opened[0]] in _STRAIGHT or text[left] in _STRAIGHT + "'’`" or _is_sentence_end(text, left):
                stop = _strip_right(text, opened[1], left)
                yield Quotation(opened[0], stop, opened[1], stop, closed=False)
                opened = (left, right)
            continue
        yield Quotation(opened[0], right, opened[1], left)
        opened = None
    if opened is not None and opened[1] < end:
        yield Quotation(opened[0], end, opened[1], end, closed=False)


def _closes_later(text: str, position: int, end: int) -> bool:
    """Whether the next straight mark closes, and the curly ones up to it stand in pairs (but for one open before)."""
    limit = min(end, position + _LONGEST)
    places = [place for mark in _STRAIGHT if (place := text.find(mark, position, limit)) >= 0]
    if not places or text[min(places) - 1].isspace() or text[min(places) - 1] in "([{":
        return False
    still_open = text.count("”", position, min(places)) - text.count("“", position, min(places))
    return still_open == (1 if text[position] == "”" else 0)


def _is_sentence_end(text: str, position: int) -> bool:
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return position > 0 and text[position - 1] in ".!?"


def _strip_right(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _single(text: str, start: int, end: int, taken: Sequence[Quotation]) -> list[Quotation]:
    """Pair single marks outside the double ones; an apostrophe neither opens nor closes."""
    found: list[Quotation] = []
    gaps = itertools.pairwise((start, *(place for q in taken for place in (q.start, q.end)), end))
    for low, high in itertools.islice(gaps, 0, None, 2):
        closers = list(_single_closers(text, low, high, end))
        free = low
        for mark in _SINGLE_MARK.finditer(text, low, high):
            opened = mark.start()
            if opened < free or not _single_opens(text, opened, start, end):
                continue
            close = _closing(closers, opened)
            if close is not None:
                found.append(Quotation(opened, close + 1, opened + 1, close, single=True))
                free = close + 1
    return found


def _single_opens(text: str, position: int, start: int, end: int) -> bool:
    if text[position] not in _SINGLE_OPEN or position + 1 >= end:
        return False
    before = text[position - 1] if position > start else " "
    after = text[position + 1]
    if not (before.isspace() or before in "([{—–-") or not (after.isalnum() or after in "[…"):
        return False
    return not _ELISION.match(text, position + 1, end)


def _single_closers(text: str, low: int, high: int, end: int) -> Iterator[tuple[int, int]]:
    """Marks that may close, and how surely: 2 after punctuation, 1 after a letter, 0 where it may be a possessive."""
    for mark in _SINGLE_END.finditer(text, low + 1, high):
        position = mark.start()
        before = text[position - 1]
        after = text[position + 1] if position + 1 < end else " "
        if before.isspace() or after.isalnum():
            continue
        if before in ".,!?…;":
            yield position, 2
        else:
            yield position, int(before not in "sS" or not after.isspace())


def _closing(closers: Sequence[tuple[int, int]], opened: int) -> int | None:
    """The first sure closing mark after an opening one, or a doubtful one before the first that is less than sure."""
    doubtful: int | None = None
    first = bisect_left(closers, (opened + 2, 0))
    for position, sure in closers[first : first + _FEW]:
        if position > opened + _LONGEST:
            break
        if sure == 2:
            return position
        if sure == 1:
            return position if doubtful is None else doubtful
        if doubtful is None:
            doubtful = position
    return doubtful
