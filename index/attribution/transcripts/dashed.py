"""Records that put the answer behind its question on one line: "MR LIND: Did you tell anyone?---I told the manager."

So inquiries of Australia and others are typed. A paragraph without a label in which such dashes stand goes on with
whoever examines; what follows the dashes is the witness's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.notes import lines_of

_ANSWERS = re.compile(r"(?<=[.?!\"”’)])[ \t]?(?P<dashes>-{3,4}|———?)(?=[^\W_]|[\"“‘(…])")
_LEAST = 3


def dashed_answers(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks with those of answers behind dashes, and of questions whose paragraph has no label; as they are where
    fewer than three stand in the text."""
    found = list(_ANSWERS.finditer(text))
    if sum(text[m.start() - 1] == "?" for m in found) < max(_LEAST, 0.5 * len(found)):
        return list(marks)  # who breaks off
    starts = {m.start: m for m in marks}
    out = list(marks)
    asker: Mark | None = None
    for a, b in lines_of(text, 0, len(text)):
        mark = starts.get(a)
        inside = [m for m in found if a <= m.start() < b]
        if mark is not None:
            asker = mark if mark.kind in ("caps", "name") and inside else asker
        elif inside and asker is not None:
            out.append(Mark(a, a, asker.label, asker.kind, asker.note, sure=True))
        out.extend(Mark(m.start("dashes"), m.end("dashes"), "A", "answer", inline=True, sure=True) for m in inside)
    return sorted(out, key=lambda one: one.start)
