"""Whom the article itself calls so elsewhere: "the traditional ruler" of whom it introduces as "the traditional ruler
of Holm, Eze Jane Roe", "Mr Roe's sister" who is named below as his sister."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.attribution.news.entities import Cast
from index.language.acts import RELATIVES
from index.language.bodies import ORGANISATIONS
from index.language.descriptions import BEFALLEN, MORE_HEADS, RULERS
from index.names.parse import fold
from index.names.roles import is_person_noun

_PHRASE = re.compile(r"[Tt]he (?P<words>[\w’'-]+(?: [\w’'-]+){1,5})")
# What an office is of, up to the name behind its comma
_OF_WHAT = re.compile(r" (?:of|for|in|at|from) [^,.;:“”\"\n]{2,60}, |,? ")
_BEHIND_NAME = re.compile(r", (?:(?:who is|also) )?(?:(?:the|an?|its|his|her|their|our) )?$")
_OTHERS = re.compile(r"\b(?:another|other|one|two|three|several|former|ex|then|new|next|previous)[ -]$", re.IGNORECASE)
_KIN = re.compile(rf"(?P<owner>[^\n]{{2,60}}?)['’]s? (?P<kin>(?:[a-z-]+ )?(?:{'|'.join(sorted(RELATIVES))}))")
# "Roe won the valleys in 2012, with a fifth left for | party nominee | Lind"
_OF_A_YEAR = re.compile(r"\b(?:in|of|since) (?:19|20)\d\d\b[^.\n]*$")
_SENTENCE = 200  # characters
_REACH = 12  # characters between a name and what its bearer is


def called_elsewhere(cast: Cast, written: str, place: int, by_person: Mapping[int, Sequence[str]]) -> int | None:
    """The one person whom the article calls so elsewhere, by the very words or as somebody's relative."""
    called = _called_so(cast, written, place)
    return _relative_of(cast, written, place, by_person) if called is None else called


def _called_so(cast: Cast, written: str, place: int) -> int | None:
    """The one person beside whose name the very words of a description stand, in apposition or as an office; None where
    several have them, and for whom something befell."""
    phrase = _PHRASE.fullmatch(written)
    head = phrase["words"].rpartition(" ")[2] if phrase is not None else ""
    if phrase is None or not head.islower() or fold(head) in BEFALLEN | ORGANISATIONS:
        return None
    if not (is_person_noun(fold(head)) or fold(head) in MORE_HEADS | RULERS):
        return None
    found: set[int] = set()
    for other in re.finditer(rf"(?<![\w-]){re.escape(phrase['words'])}(?![\w-])", cast.text, re.IGNORECASE):
        if place <= other.start() < place + len(written):
            continue
        if _OTHERS.search(cast.text, max(0, other.start() - _REACH), other.start()):
            return None
        if _OF_A_YEAR.search(cast.text, max(0, other.start() - _SENTENCE), other.start()):
            return None
        found |= _bearers(cast, *other.span())
    return found.pop() if len(found) == 1 else None


def _bearers(cast: Cast, start: int, end: int) -> set[int]:
    """Whose name stands right behind the words at `[start, end)` or before their comma."""
    of_what = _OF_WHAT.match(cast.text, end)
    behind = cast.within(of_what.end(), of_what.end() + 1) if of_what is not None else ()
    comma = _BEHIND_NAME.search(cast.text, max(0, start - _REACH - len("their ")), start)
    before = [one for one in cast.occurrences if one.end == comma.start()] if comma is not None else []
    return {one.person for one in (*behind, *before) if one.person >= 0 and not one.quoted}


def _relative_of(cast: Cast, written: str, start: int, by_person: Mapping[int, Sequence[str]]) -> int | None:
    """The one person whom the article tells to be a named one's relative: "Mr Roe's sister" of "his sister, Jane"."""
    found = _KIN.fullmatch(written)
    if found is None:
        return None
    owner = next((one for one in cast.within(start, start + 1) if one.end == start + found.end("owner")), None)
    if owner is None or owner.person < 0:
        return None
    whose = f"{cast.people[owner.person].name}’s {found['kin']}"
    kin = {person for person, roles in by_person.items() if any(role.endswith(whose) for role in roles)}
    return kin.pop() if len(kin) == 1 else None
