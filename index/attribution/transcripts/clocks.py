"""What the clock times of a recording say of the labels beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.transcripts.mark import Mark

# "Alden (00:21):" or "Alden: (00:21)" alone on its line, as programs write a recording down.
_RECORDED = re.compile(
    r"[^\n]*?(?P<colon>:[ \t]?)?[(\[](?P<hour>\d{1,2}:)?(?P<minute>\d{1,2}):\d{2}[)\]](?(colon):?|:)[ \t]*(?:\n|$)"
)


def from_zero(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks; those with a clock alone on their line are sure where the first is of the recording's first minute.

    The hours of a day's programme ("Workshop (10:00):") do not begin so.
    """
    clocked = {m.start: found for m in marks if m.timed and (found := _RECORDED.match(text, m.start))}
    first = next(iter(clocked.values()), None)
    if first is None or int(first["minute"]) or int((first["hour"] or "0").strip(":")):
        return list(marks)
    return [replace(m, sure=True) if m.start in clocked else m for m in marks]
