"""Whom a pronoun means by what stands right beside the words: a sentence that leads to them, or their own subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.news.coreference.pronouns import Heard, last_paragraph, paragraphs_between
from index.attribution.news.drafts import Draft
from index.attribution.news.entities import Cast
from index.language.english import GENDER_OF_PRONOUN, Gender
from index.names.parse import fold

_SAID_COLON = re.compile(r"\s(?:said|says|added|told|stated|explained|replied)\s?:\s*[“\"‘']?$")
_GOES_ON = re.compile(r"(?:has |had )?(?:also |then |further )?(?:added|adds|continued|went on)\b")
_LEAD = 160  # characters before the words


def leads_to(cast: Cast, draft: Draft, gender: Gender | None) -> int | None:
    """Who a sentence with a colon before the words names as saying them, for a pronoun behind: "Roe said: “…,” he
    said"."""
    found = _SAID_COLON.search(cast.text, max(0, draft.start - _LEAD), draft.start)
    if found is None or draft.mention is None or draft.mention[0] < draft.end:
        return None
    begin = max(cast.text.rfind("\n", 0, found.start()) + 1, cast.text.rfind(". ", 0, found.start()) + 1)
    named = [one.person for one in cast.within(begin, found.start()) if one.person >= 0]
    return named[-1] if named and cast.people[named[-1]].gender in (None, gender) else None


def adds(text: str, draft: Draft) -> bool:
    """Whether a cue tells that somebody goes on speaking: "added", "continued"."""
    return draft.cue is not None and _GOES_ON.match(text, *draft.cue) is not None


def goes_on(cast: Cast, draft: Draft, gender: Gender | None, heard: Sequence[Heard]) -> int | None:
    """Who spoke last, for a pronoun that adds to it: "Roe said no. Poe was in hospital. “We wish him well,” he added";
    None where that was nobody of the cast, of the other gender, or paragraphs ago."""
    if draft.mention is None or not adds(cast.text, draft):
        return None
    place = draft.mention[0]
    spoken = [one for one in heard if one.place < place]
    if not spoken or spoken[-1].person < 0 or paragraphs_between(cast.text, spoken[-1].place, place) > 1:
        return None
    last = spoken[-1]
    if fold(cast.text[last.place : last.place + 4]).split()[0] in GENDER_OF_PRONOUN:  # who "he" was then is not sure
        named = {one.person for one in cast.within(last.place, place) if one.person >= 0 and not one.quoted}
        if not named <= {last.person}:
            return None
    return last.person if cast.people[last.person].gender in (None, gender) else None


def subject_of_words(cast: Cast, draft: Draft, gender: Gender | None) -> int | None:
    """Who opens what is said with a description, for a pronoun behind it: "Jane Roe, a vet, was glad, she said"."""
    if draft.mention is None or draft.mention[0] < draft.end:
        return None
    opening = [one for one in cast.within(draft.start, draft.end) if one.start == draft.start and one.person >= 0]
    if not opening or cast.text[opening[0].end : opening[0].end + 2] != ", ":
        return None
    return opening[0].person if cast.people[opening[0].person].gender in (None, gender) else None


def signed_by(cast: Cast, place: int, gender: Gender | None) -> int | None:
    """Who signed the statement of a body that the paragraph before tells of: "The party in a statement signed by its
    secretary, Roe, said … He said"."""
    begin = last_paragraph(cast.text, place)
    if cast.text[cast.text.rfind("\n", 0, place) + 1 : place].strip():
        return None
    found = cast.text.find(" signed by ", begin, place)
    named = [one.person for one in cast.within(found, found + _LEAD) if one.person >= 0] if found >= 0 else []
    return named[0] if named and cast.people[named[0]].gender in (None, gender) else None
