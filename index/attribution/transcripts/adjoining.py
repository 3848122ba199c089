"""Offices alone that stand right beside the label of the one by name who holds one like it: somebody else's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.attribution.transcripts.labels import Cast
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.people import is_role
from index.names.parse import parse_name


def offices_of_others(marks: Sequence[Mark], cast: Cast) -> frozenset[str]:
    """The offices alone that stand right before or behind the label of the one by name whom they would be taken for:
    "Spokesperson: Thank you." behind "Jane Roe (Spokesperson for Ports): Yes." is another."""
    found: set[str] = set()
    for a, b in pairwise(marks):
        for office, named in ((a, b), (b, a)):
            both = office.kind in ("caps", "name") and named.kind in ("caps", "name")
            if not both or office.note or not is_role(office.label) or parse_name(office.label).surname:
                continue
            who = cast.identify(named.label, named.note or None) if parse_name(named.label).given else None
            if who is not None and who.resolved and cast.identify(office.label).speaker == who.speaker:
                found.add(office.label)
    return frozenset(found)
