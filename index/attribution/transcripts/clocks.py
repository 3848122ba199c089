"""What the clock times of a recording say of the labels beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.transcripts.company import said_in
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.spoken import FIRST_PERSON

# "Alden (00:21):" or "Alden: (00:21)" alone on its line, as programs write a recording down.
_RECORDED = re.compile(
    r"[^\n]*?(?P<colon>:[ \t]?)?[(\[](?P<hour>\d{1,2}:)?(?P<minute>\d{1,2}):\d{2}[)\]](?(colon):?|:)[ \t]*(?:\n|$)"
)
# "[00:00:21] Alden" or "0:21 Alden" so.
_IN_FRONT = re.compile(r"[(\[]?(?P<hour>\d{1,2}:)?(?P<minute>\d{1,2}):\d{2}(?:[.,]\d{1,3})?[)\]]?[ \t]+[^\n:]+(?:\n|$)")
# "[00:00:21]" alone on the line above "ROE: It will."
_ABOVE = re.compile(
    r"(?:^|\n)[ \t]*[\[(]?-?(?P<hours>(?:\d{1,3}:){0,2})(?P<minute>\d{1,2}):\d{2}(?:[.,]\d{1,3})?[\])]?\s*\n\s*$"
)
_REACH = 40  # characters above a mark in which such a line lies
_LEAST_BELOW = 3
_MOST_ABOVE = 0.6  # share of all marks that stand so, at least
_LEAST_SPOKEN = 0.6  # share of what stands below such lines that is spoken: a programme of the night is not


def from_zero(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks; those with a clock alone on their line are sure where the first is of the recording's first minute.

    The hours of a day's programme ("Workshop (10:00):", "10:00 Jane Roe") do not begin so; a clock in front of a name
    on a line of its own is nothing else.
    """
    front = {m.start: found for m in marks if m.timed and not m.sure and (found := _IN_FRONT.match(text, m.start))}
    if front and not (_begins(front) and _are_spoken(text, marks, front)):
        marks = [m for m in marks if m.start not in front]
        front = {}
    marks = _below_clocks(text, marks)
    clocked = {m.start: found for m in marks if m.timed and (found := _RECORDED.match(text, m.start))} | front
    return [replace(m, sure=True) if m.start in clocked else m for m in marks] if _begins(clocked) else list(marks)


def _below_clocks(text: str, marks: Sequence[Mark]) -> Sequence[Mark]:
    """The marks; those below a clock that has its line to itself are sure where most stand so and the first clock is of
    the recording's first minute."""
    above = {m.start: found for m in marks if (found := _ABOVE.search(text, max(0, m.start - _REACH), m.start))}
    first = above[min(above)] if above else None
    begins = first is not None and not int(first["minute"]) and not int(first["hours"].replace(":", "") or "0")
    if not begins or len(above) < max(_LEAST_BELOW, _MOST_ABOVE * len(marks)):
        return marks
    return [replace(m, sure=True) if m.start in above else m for m in marks]


def _begins(clocked: dict[int, re.Match[str]]) -> bool:
    """Whether the first clock is of a recording's first minute."""
    first = clocked[min(clocked)] if clocked else None
    return first is not None and not int(first["minute"]) and not int((first["hour"] or "0").strip(":"))


def _are_spoken(text: str, marks: Sequence[Mark], front: dict[int, re.Match[str]]) -> bool:
    """Whether most of what stands below the names is spoken."""
    told = [said_in(text, marks, i) for i, m in enumerate(marks) if m.start in front]
    return sum("?" in said or FIRST_PERSON.search(said) is not None for said in told) >= _LEAST_SPOKEN * len(told)
