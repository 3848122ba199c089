"""Outlets that ask: whose interview the head of a transcript tells of."""

from __future__ import annotations

import re

from index.attribution.transcripts.labels import Identity
from index.attribution.transcripts.mark import Mark
from index.language.names import GIVEN_NAMES
from index.names.parse import fold, parse_name


def is_outlet_that_asks(mark: Mark, who: Identity, head: str) -> bool:
    """Whether one who mostly asks is an outlet and no person: `head`, title and top of the text, tells of its interview
    or of whoever works for it ("Die Zeit interview with …", "spoke with Newsweek's Jane Roe")."""
    for name in {mark.label, who.speaker or mark.label}:
        if not set(parse_name(name).given_keys) & GIVEN_NAMES:
            told = rf"\b{re.escape(fold(name))}(?:s? [a-z]+ [a-z]+ to\b| interview|s [a-z]+ [a-z]+)"
            if re.search(told, head):
                return True
    return False


def is_the_interviewer(mark: Mark, head: str) -> bool:
    """Whether a label in capitals is the outlet whose interview it is: "SPIGOT" below "In a SPIGOT interview"."""
    name = re.escape(fold(mark.label))
    if not mark.label.isupper() or set(fold(mark.label).split()) & GIVEN_NAMES:
        return False
    told = rf"\b(?:an?|in|the) {name} interview\b|^{name} interview with\b|\btalk(?:s|ed) to {name}\b"
    return re.search(told, head) is not None
