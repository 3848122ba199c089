"""Talks whose turns open with a letter: "M:" who moderates, "I:" who interviews, "R:" who responds, "P:" a participant.

Who responds is one person, whom title or head may name; behind the other letters whoever asks may speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.transcripts.company import paragraphs_from
from index.attribution.transcripts.mark import Mark

_LETTER = re.compile(r"^[ \t]*(?P<letter>[MIRP]) ?: ?(?=\S)", re.MULTILINE)
_PAIRS = (("M", "R"), ("I", "R"), ("I", "P"))  # who asks, who answers
_LEAST = 3  # turns
_SHARE = 0.6  # of the paragraphs that open so


def by_letters(text: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of such a talk, `()` where other labels stand between them or the letters are others."""
    found = list(_LETTER.finditer(text))
    letters = {m["letter"] for m in found}
    pair = next((pair for pair in _PAIRS if letters == set(pair)), None)
    own = {m.start("letter") for m in found}
    if pair is None or len(found) < _LEAST or any(m.start not in own for m in marks):
        return ()
    turns = tuple(
        Mark(m.start("letter"), m.end(), m["letter"], "question" if m["letter"] == pair[0] else "answer") for m in found
    )
    return turns if len(turns) >= _SHARE * paragraphs_from(text, turns) else ()
