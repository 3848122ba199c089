"""Who is in the chair of a sitting, as its record says it where another takes over: "IN THE CHAIR: JANE ROE"."""

from __future__ import annotations

import re
from bisect import bisect_right

from index.attribution.transcripts.mark import Mark
from index.language.transcripts import IN_THE_CHAIR, PRESIDES
from index.names.parse import fold, parse_name

_LINE = re.compile(
    rf"^[ \t]*(?:(?:{IN_THE_CHAIR})(?::| )\s*(?P<who>(?-i:[^\W\d_a-z])[^\n:;,()\[\]]{{3,60}}?)"
    r"|[\[(](?P<named>(?-i:[^\W\d_a-z])[^\n()\[\]:;,]{3,50}?) in the chair[\])])[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_IN_CHAIR = PRESIDES - {"clerk"} | {"president"}
_LONGEST = 3  # words of the label of whoever is in the chair


class Chairs:
    """The people in the chair of one record, each from the line that says so to the next one."""

    def __init__(self, text: str) -> None:
        found = [(m.start(), " ".join((m["who"] or m["named"]).split())) for m in _LINE.finditer(text)]
        self._lines = [(at, who) for at, who in found if parse_name(who).given]

    def holder(self, mark: Mark) -> str | None:
        """The name of who is in the chair where a mark is of the chair by office alone ("President."), else None."""
        words = [word for word in fold(mark.label).split() if word not in ("the", "mr", "madam", "mister")]
        if mark.note or not words or len(words) > _LONGEST or not set(words) <= _IN_CHAIR:
            return None
        place = bisect_right(self._lines, (mark.start, "")) - 1
        return self._lines[place][1] if place >= 0 else None

    def until(self, start: int, end: int) -> int:
        """Where words between `start` and `end` end that go on to such a line: what is below it is nobody's."""
        place = bisect_right(self._lines, (start, ""))
        return min(end, self._lines[place][0]) if place < len(self._lines) else end
