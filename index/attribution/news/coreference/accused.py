"""Whom "the suspect" means: the one person of whom the article tells that they were arrested, charged or accused."""

from __future__ import annotations

import re
from itertools import pairwise

from index.attribution.news.entities import Cast
from index.language.descriptions import CHARGED

_DESCRIPTION = re.compile(rf"[Tt]he (?:(?!alleged|other|second|first|third)[a-z-]+ )?(?:{'|'.join(sorted(CHARGED))})")
_DONE = (
    r"(?:arrested|charged|accused|indicted|detained|remanded|apprehended|convicted|jailed|sentenced|acquitted"
    r"|arraigned)"
)
# "Jane Roe, 40, who was arrested", "Jane Roe, 40, allegedly used a knife", "Roe denies the charges"; not "Inspector Roe
# arrested Lind"
_BEHIND = re.compile(
    rf"(?!(?:, [^,.;\n]{{2,40}},)? {_DONE} (?!(?:in|on|by|for|of|with|over|at|after)\b))"
    r"(?:, (?:\d{1,3}|[^,.;\n]{3,40}),)?(?:,? who)? "
    r"(?:(?:(?:has|had|have) (?:been )?|(?:is|was|were) (?:being )?)(?:also |later |then )?)?"
    rf"(?:{_DONE}\b|allegedly\b|(?:on trial|in custody|under arrest|suspected of)\b|pleaded\b|pleads\b"
    r"|den(?:ies|ied) (?:the |all )?(?:charges?|allegations?|murder|rape|assault|theft)\b)"
)
# "Police arrested Jane Roe", "the trial of Jane Roe"
_BEFORE = re.compile(
    r"\b(?:(?:arrest|charg|accus|indict|detain|apprehend|convict|sentenc|jail|remand|acquitt)ed|(?:[Tt]rial|arrest|case)"
    r" of|suspect|defendant|accused),? (?:[a-z-]+ ){0,2}$"
)
_AND = " and "
_REACH = 40  # characters before a name


def accused(cast: Cast, written: str) -> int | None:
    """The one accused of the article, for a description of one; None where there are several or none."""
    if _DESCRIPTION.fullmatch(written) is None:
        return None
    named = [one for one in cast.occurrences if one.person >= 0 and not one.quoted]
    found = {one.person for one in named if _is_accused(cast.text, one.start, one.end)}
    found |= {
        one.person
        for one, other in pairwise(named)
        if other.person in found and cast.text[one.end : other.start] == _AND
    }
    return found.pop() if len(found) == 1 else None


def _is_accused(text: str, start: int, end: int) -> bool:
    """Whether what stands beside a name tells it; not of "Inspector Jane Roe arrested Tom Lind"."""
    return _BEHIND.match(text, end) is not None or _BEFORE.search(text, max(0, start - _REACH), start) is not None
