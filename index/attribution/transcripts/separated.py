"""Talks whose turns open with a full name and a sign that is no colon: "**Jane Roe** It will.", "Jane Roe – It will."

Such a sign stands behind many a name in a list; a talk has few names, each again and again, in nearly every paragraph,
and what stands behind them is spoken.
"""

from __future__ import annotations

import re
from collections import Counter

from index.attribution.transcripts.company import is_quoting, paragraphs_from, said_in
from index.attribution.transcripts.form import UP
from index.attribution.transcripts.mark import Mark, mark_of
from index.attribution.transcripts.spoken import FIRST_PERSON, REPORTED
from index.attribution.transcripts.written import name_like, read_label

_OPENS = re.compile(
    rf"^[ \t]*(?P<front>\*\*|__|<b>|<strong>)?(?P<label>[{UP}][\w.'’-]*(?: [{UP}][\w.'’-]*){{1,3}})"
    r"(?P<sign>(?(front)(?:\*\*|__|</b>|</strong>)|(?:[ \t][–—|/-]|\t))[ \t]*)(?=\S)",
    re.MULTILINE,
)
_LEAST = 4  # turns
_MOST_PEOPLE = 6
_SHARE = 0.6  # of the paragraphs that open so, and of the turns that are spoken


def separated(text: str) -> tuple[Mark, ...]:
    """The marks of such a talk, `()` for any other text."""
    by_sign: dict[str, list[Mark]] = {}
    for m in _OPENS.finditer(text):
        label = read_label(m["label"]) if name_like(m["label"]) else None
        if label is not None:
            by_sign.setdefault(m["sign"].strip(" "), []).append(mark_of(label, m.start(), m.end(), sure=True))
    marks = max(by_sign.values(), key=len, default=[])
    counts = Counter(m.label for m in marks)
    if len(marks) < _LEAST or not 2 <= len(counts) <= _MOST_PEOPLE or min(counts.values()) < 2:
        return ()
    told = [said_in(text, marks, i) for i in range(len(marks))]
    spoken = sum("?" in said or FIRST_PERSON.search(said) is not None for said in told)
    often = len(marks) >= _SHARE * paragraphs_from(text, marks) and spoken >= _SHARE * len(marks)
    reported = len(REPORTED.findall(text, marks[0].start))
    return tuple(marks) if often and not is_quoting(text, marks) and reported < 0.3 * len(marks) else ()
