"""Offices that the text of a transcript gives beside a full name, behind it or before it."""

from __future__ import annotations

import re

from index.attribution.transcripts.people import clean_role, is_role, is_weak, names_another
from index.language.roles import ROLE_HEADS
from index.language.transcripts import CLAUSE_WORDS
from index.names.parse import fold, parse_name

_BEHIND = re.compile(r",\s+(?:who(?:['’]s|\s+is)\s+)?(?P<role>[^,.;:()\n]{3,120})(?=[,.;\n])")
_WORD = r"(?:[A-Z][\w’'-]*|[A-Z][a-z]{0,3}\.|(?:[A-Z]\.)+)"
_RUN = re.compile(rf"\b(?:{_WORD}(?: (?:of|for|and|the)\b){{0,2}} ){{1,7}}$")
_BEFORE = re.compile(r"\b(?:the|our) (?P<role>(?:[\w.’'-]+ ){0,5}[\w-]+), $")
_SMALL = re.compile(r"(?:[:;,]|\band) (?P<role>(?:[a-z-]+ ){0,3}[a-z-]+) $")
_ABBREVIATED = re.compile(r"[^,.;:()\n]{0,80}\b(?:Gov|Sen|Rep|Gen|Lt|Col|Adm|Amb|Sec|Dr|Prof|Mrs?|Ms)\. [A-Z]")
_NEAR = 120  # characters before a name


def role_beside(text: str, full: str) -> str | None:
    """The office beside a full name: "Mr. Rolf Gable, president of the Pilots' League", "Karstian President Rolf
    Gable", "the department's spokesman, Rolf Gable"; None where there is none."""
    places = [m.span() for m in re.finditer(rf"\b{re.escape(full)}\b", text)]
    for _, end in places:
        found = _BEHIND.match(text, end)
        if (
            found
            and is_role(found["role"])
            and not names_another(found["role"])
            and not _ABBREVIATED.match(text, found.start("role"))  # "Jane Roe, Port Authority Gov. Ivo Brandt"
            and not {fold(w) for w in found["role"].split()[1:]} & CLAUSE_WORDS
        ):
            return clean_role(found["role"])
    fronts = [text[max(0, start - _NEAR) : start] for start, _ in places]
    for front in fronts:
        run = _RUN.search(front)
        role = parse_name(run.group() + full).role if run else ""
        if run and set(full.split()) & set(run.group().split()):
            continue  # "Jane Roe Portrait Ms Jane Roe"
        if role and not is_weak(role) and is_role(role):  # "Ivo Brandt and Dr. Jane Roe"
            return clean_role(role)
    for front in fronts:
        found = _BEFORE.search(front)
        words = [fold(word) for word in found["role"].split()] if found else []
        if found and words[-1] in ROLE_HEADS and not CLAUSE_WORDS & set(words):
            return clean_role(found["role"])
    for front in fronts:  # "…, political correspondent Jane Roe, City Hall correspondent Ivo Brandt"
        found = _SMALL.search(front)
        words = [fold(word) for word in found["role"].split()] if found else []
        if found and words[-1] in ROLE_HEADS and not CLAUSE_WORDS & set(words):
            return clean_role(found["role"])
    return None
