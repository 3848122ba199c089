"""Who a report's lead calls by office alone and names right behind it: "the Minister for Ports has said" over "Jane Roe
said"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from index.attribution.news.entities import Cast
from index.attribution.news.occurrences import Occurrence
from index.language.acts import MEN, WOMEN
from index.language.descriptions import UNSAID_HEADS
from index.model import Span
from index.names.parse import fold
from index.names.roles import is_calling, is_role_word

_OFFICE = re.compile(
    r"[Tt]he (?P<office>(?:[\w’'-]+ ){0,3}?(?P<head>[\w’'-]+)(?: (?:of|for|in|on|at) [^,.;:\n]{2,60})?)"
)
# "A man who was held for a week", whoever is told of without a name in the first line
_SOMEBODY = re.compile(r"(?:An?|One) (?P<words>[^,.;:\n“”\"]{2,60})")
_HEAD = re.compile(r"\s(?:of|for|to|from|at|in|on|with|whose|who|that|which|[a-z]+ed|[a-z]+ing)\s")
# Behind a name: an age, a place, a clause about its bearer, or a verb; no office and no body
_TOLD_OF = re.compile(r",\s(?:\d{1,3}\b|from\s|who\s|whose\s)|\s(?:has |have |had |was |is )?[a-z]+(?:ed|s|id|ld|w)\b")
_LEAD = 900  # characters in which a lead ends
_SUBJECT = re.compile(r" (?:has |have |had |also |later )?[a-z]+(?:ed|s|id|ld)\b")  # "Jane Roe said", "tells"


def named_behind_lead(cast: Cast, mentions: Sequence[Span], placed: Container[int]) -> tuple[int, str, Span] | None:
    """(person, office, its mention) where the first office of a report is told without a name, and the first who is
    named behind it, by full name at the head of a paragraph, holds no other; `placed`: those of whom one is told."""
    told = (_OFFICE.fullmatch(cast.text, *span) for span in sorted(mentions) if span[0] < _LEAD)
    found = next((m for m in told if m is not None), None)
    if found is None or not is_role_word(fold(found["head"])) or fold(found["head"]) in UNSAID_HEADS:
        return None
    first = found.span()
    begin = cast.text.rfind("\n", 0, first[0]) + 1
    if any(one.person >= 0 and one.name.given_keys for one in cast.within(begin, first[1])):
        return None
    after = (one for one in cast.within(first[1], min(len(cast.text), first[1] + _LEAD)) if one.person >= 0)
    after = [one for one in after if not one.quoted]
    if not after or not _opens_as_subject(cast, after[0]) or after[0].person in placed:
        return None
    before = any(one.person == after[0].person and one.name.given_keys for one in cast.within(0, first[0]))
    return None if before else (after[0].person, found["office"], first)


def told_of_in_lead(cast: Cast, mentions: Sequence[Span]) -> tuple[int, Span] | None:
    """(person, the mention) where the first line tells what somebody without a name says, "A man … says", and the first
    who is named below opens a sentence and is the first who is named as a source: "Jan Roe, 20, told". Nobody is named
    before, nor called by an office or a body."""
    first = min(mentions, default=None)
    found = _SOMEBODY.match(cast.text, *first) if first is not None else None
    if first is None or found is None or cast.text[: first[0]].strip():
        return None
    noun = fold(_HEAD.split(f"{found['words']} ", maxsplit=1)[0].split()[-1])
    if noun not in WOMEN | MEN and not is_calling(noun):
        return None
    after = [one for one in cast.within(first[0], min(len(cast.text), first[1] + _LEAD)) if one.person >= 0]
    one = after[0] if after else None
    if one is None or one.quoted or not one.opens or not one.name.given_keys or one.name.role:
        return None
    gender = "f" if noun in WOMEN else "m" if noun in MEN else None
    agrees = gender is None or cast.people[one.person].gender in (None, gender)
    named = (other.person for span in sorted(mentions) if span > first for other in cast.within(*span))
    speaks = next((person for person in named if person >= 0), -1) == one.person
    return (one.person, first) if agrees and speaks and _TOLD_OF.match(cast.text, one.end) else None


def _opens_as_subject(cast: Cast, one: Occurrence) -> bool:
    """Whether a full name without an office opens a paragraph as the subject of its verb."""
    opens = not cast.text[cast.text.rfind("\n", 0, one.start) + 1 : one.start].strip()
    bare = bool(one.name.given_keys) and not one.name.role
    return opens and bare and _SUBJECT.match(cast.text, one.end) is not None
