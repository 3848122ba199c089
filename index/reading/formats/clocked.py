"""Transcripts copied from a player: every line opens with its time, or stands below it.

"0:14 At the risk of disappointing everyone", "00:14At the risk", "0:04.8 | You can get |", "[00:14] At the risk",
":00:14. > :00:19.At the risk" and the time alone on its line. The words run together to paragraphs as captions do, and
answers link to the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.clean import normalise
from index.reading.formats.captions import Paragraphs, clock
from index.reading.head import Head
from index.reading.text import draft_of

_LINE = re.compile(
    r"[\[(]?:?(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,3}):(?P<s>\d{2})(?:[.,]\d{1,3})?"
    # up to when: ":01:12. > :01:15.and then"
    r"(?:[.,]?\s*-{0,2}>\s*:?(?:(?P<to_h>\d{1,2}):)?(?P<to_m>\d{1,3}):(?P<to_s>\d{2})[.,]?)?"
    r"[\])]?(?![:\d])(?:\s*\|)?\s*(?P<words>.*?)\s*\|?"
)
_NAMED = re.compile(  # who speaks
    r"[–—|-]\s?[^\W\d_][^–—|:\n]{1,40}?\s?[–—|:]\s"
    r"|[^\W\d_a-z][\w.'’-]*+(?: [^\W\d_a-z][\w.'’-]*+){0,4}:\s|[A-Z]{2,4}\s{1,}[A-Z]"
)
_OF_A_DAY = re.compile(r"(?:[ap]\.?m\b|(?:GMT|UTC|[ECMP][DS]T|BST|CET)\b|[-–—] ?\d{1,2}[:.]\d{2}\b)", re.IGNORECASE)
_PLAYER = re.compile(r"category|news|transcript|show transcript|description|chapters?|[^\w\s]{1,3}", re.IGNORECASE)
_LEAST = 8  # lines with a time
_SHARE = 0.75  # of the lines from the first of them on
_ORDERED = 0.95  # of them that are no earlier than the one before
_HEAD_LINES = 14  # above the first time
_LONGEST = 700  # characters of a paragraph that goes on
_SLOWEST = 1.0  # seconds a word: longer than that something is left out before it
_LEAST_SLOW = 6  # seconds of such a line


def is_clocked(document: Document) -> bool:
    """Whether most lines below a head open with a time that goes on, and with no speaker's name behind it."""
    lines = document.head.decode("utf-8", "replace").split("\n")[:-1] or [""]
    return _first([line.strip() for line in lines if line.strip()]) is not None


def _first(lines: Sequence[str]) -> int | None:
    """The first line with a time, None where the lines are no such transcript."""
    first = next((i for i, line in enumerate(lines[: _HEAD_LINES + 1]) if _time(line) is not None), None)
    if first is None:
        return None
    below = [_time(line) for line in lines[first:]]
    timed = [one for one in below if one is not None]
    alone = sum(not words for _, words in timed) >= 0.8 * len(timed)
    if len(timed) < _LEAST or len(timed) < (0.3 if alone else _SHARE) * len(below):
        return None
    times = [seconds for seconds, _ in timed]
    onward = sum(b >= a for a, b in pairwise(times))
    named = sum(bool(_NAMED.match(words)) for _, words in timed)
    behind = sum(bool(_NAMED.match(line)) for line in lines[first:])
    if onward < _ORDERED * (len(times) - 1) or max(named, behind) > 0.1 * len(timed):
        return None
    return first


def _time(line: str) -> tuple[int, str] | None:
    """(seconds, the words behind the time) of a line that opens with one."""
    found = _LINE.fullmatch(line)
    if found is None or _OF_A_DAY.match(found["words"]) or int(found["s"]) > 59:
        return None
    return int(found["h"] or 0) * 3600 + int(found["m"]) * 60 + int(found["s"]), found["words"]


def _leaves_out(line: str, words: str) -> bool:
    """Whether a line spans so much more time than its words take that those before it are lost."""
    found = _LINE.fullmatch(line)
    if found is None or found["to_m"] is None:
        return False
    begins, ends = (
        int(found[f"{to}h"] or 0) * 3600 + int(found[f"{to}m"]) * 60 + int(found[f"{to}s"]) for to in ("", "to_")
    )
    return ends - begins >= max(_LEAST_SLOW, _SLOWEST * len(words.split()))


def read(document: Document) -> Iterator[Draft | Problem]:
    """One draft: what stands above the first time as in any text, then the words in paragraphs."""
    lines = [line.strip() for line in normalise(document.one_text).split("\n") if line.strip()]
    first = _first(lines)
    if first is None:  # the rest of the file is of another kind than its head
        yield draft_of(document.text, normalise(document.one_text), Head.of(({}, {})))
        return
    head = [line for line in lines[:first] if not _PLAYER.fullmatch(line)]
    draft = draft_of(document.text, "\n\n".join([*head, ""]) if head else "", Head.of(({}, {})))
    if head and "title" not in draft.fields and not draft.text.startswith(head[0]):
        draft = replace(draft, text="\n\n".join(head))
    text = Paragraphs()
    if draft.text.strip():
        text.add(draft.text.strip(), clock(0), begins=True)
    begins, length, seconds = True, 0, 0
    for line in lines[first:]:
        timed = _time(line)
        seconds, words = timed if timed is not None else (seconds, line)
        if not words:
            continue
        begins = begins or words.startswith(">>") or _leaves_out(line, words)
        text.add(words, clock(seconds), begins=begins)
        length = len(words) if begins else length + len(words) + 1
        begins = length > _LONGEST and words[-1] in ".!?"
    yield replace(draft, text="".join(text.parts), raw=document.text, anchors=tuple(text.anchors))


FORMAT = Format(name="transcript with times", suffixes=(), read=read, recognises=is_clocked)
