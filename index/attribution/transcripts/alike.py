"""What a page sets the same way at every label: lines below them that are nobody's words, and labels that are nobody's
name but open turns as the others do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.notes import lines_of, trim

# "**Counsel 2A**:" or "**Counsel 2A:**"
_BOLD = re.compile(
    r"(?:\*\*|__|<b>|<strong>)(?P<label>[^\W\d_a-z][^*_<>\n:]{0,40}?)"
    r"(?::(?:\*\*|__|</b>|</strong>)|(?:\*\*|__|</b>|</strong>):)(?=\s|$)"
)
_NUMBERED = re.compile(
    r"(?P<label>[^\W\d_a-z][\w.’'-]*(?: [\w.’'-]+){0,3}(?<=\d)[A-Z]?|[^\W\d_a-z]\w* \d[A-Z]?):(?=\s)"
)
_LEAST, _SHARE = 5, 0.8  # marks that stand so, and of all marks
_AGAIN = 3  # times that a label with a number comes back
_LEAST_BELOW, _SHARE_BELOW = 5, 0.25  # marks above such a line, and of all marks
_MOST_WORDS, _LONGEST = 5, 40  # words and characters of a line of a page
_END_MARKS = ".!?…,;:—–-\"”'’"


def set_alike(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Lines that open as nearly all `marks` do, under what is nobody's name: a voice, so that the words behind are not
    those of whoever spoke before ("**Counsel 2A**: Is that right?", "Juror 7: It is." again and again)."""
    bold = sum(_BOLD.match(text, *trim(text, m.start, m.end)) is not None for m in marks)
    signed = sum(text[m.start : m.end].rstrip(" \t\n*_").endswith(":") for m in marks)
    form = _BOLD if bold >= max(_LEAST, _SHARE * len(marks)) else _NUMBERED
    if form is _NUMBERED and signed < max(_LEAST, _SHARE * len(marks)):
        return
    taken = {trim(text, m.start, m.end)[0] for m in marks}
    first = min(taken)
    lines = (span for span in lines_of(text, first, len(text)) if span[0] not in taken)
    found = [m for span in lines if (m := form.match(text, *span))]
    often = Counter(m["label"] for m in found)
    for m in found:
        if often[m["label"]] >= _AGAIN:
            yield Mark(m.start(), m.end(), m["label"], "voice", sure=True)


def without_furniture(text: str, marks: Sequence[Mark]) -> dict[int, int]:
    """Where the words behind marks begin, by the start of the mark, for those above a line that the page repeats there.

    "No score (0.5)" below "Jane Roe 00:00:05": a few words without an end, the same but for their numbers below many
    labels that have their line to themselves.
    """
    below: dict[int, tuple[str, int]] = {}
    for i, mark in enumerate(marks):
        end = marks[i + 1].start if i + 1 < len(marks) else len(text)
        lines = lines_of(text, mark.end, end)
        line = next(lines, None)
        if line is None or "\n" not in text[mark.end - 1 : line[0]] or next(lines, None) is None:
            continue
        words = text[slice(*line)]
        if len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS and words[-1] not in _END_MARKS:
            below[mark.start] = re.sub(r"[\d.,]*\d", "", words).replace("()", "").strip(), line[1]
    often = Counter(shape for shape, _ in below.values())
    least = max(_LEAST_BELOW, _SHARE_BELOW * len(marks))
    return {start: end for start, (shape, end) in below.items() if often[shape] >= least}
