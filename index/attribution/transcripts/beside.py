"""Offices that the text of a transcript gives beside a full name, behind it or before it."""

from __future__ import annotations

import re

from index.attribution.transcripts.people import clean_role, is_role, is_weak
from index.language.roles import ROLE_HEADS
from index.language.transcripts import CLAUSE_WORDS
from index.names.parse import fold, parse_name

_RUN = r"(?:[A-Z][\w.’'-]*(?:\s(?:of|for|and|the)\b){0,2}\s){1,7}"


def role_beside(text: str, full: str) -> str | None:
    """The office beside a full name: "Mr. Rolf Gable, president of the Pilots' League", "Karstian President Rolf
    Gable", "the department's spokesman, Rolf Gable"; None where there is none."""
    name = re.escape(full)
    behind = re.compile(rf"\b{name},\s+(?:who(?:['’]s|\s+is)\s+)?(?P<role>[^,.;:()\n]{{3,120}})(?=[,.;\n])")
    for found in behind.finditer(text):
        words = {fold(word) for word in found["role"].split()[1:]}
        if is_role(found["role"]) and not words & CLAUSE_WORDS:
            return clean_role(found["role"])
    for found in re.finditer(rf"(?P<run>\b{_RUN}){name}\b", text):
        role = parse_name(found["run"] + full).role
        if role and not is_weak(role):
            return clean_role(role)
    for found in re.finditer(rf"\b(?:the|our)\s(?P<role>(?:[\w.’'-]+\s){{0,5}}[\w-]+),\s{name}\b", text):
        words = [fold(word) for word in found["role"].split()]
        if words[-1] in ROLE_HEADS and not CLAUSE_WORDS & set(words):
            return clean_role(found["role"])
    return None
