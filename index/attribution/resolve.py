"""Source mentions -> one name per speaker: surnames to full names, roles and pronouns to the person they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.cast import Cast, head_of, own_name
from index.attribution.link import Draft
from index.attribution.name_words import Gender, words
from index.attribution.names import fold
from index.attribution.roles import Roles, find_roles
from index.attribution.salience import Heard, most_salient
from index.model import Span

_PRONOUNS: dict[str, Gender | None] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_RELATIVE = frozenset(("who", "whom", "whose", "that", "which"))
_OTHERS = words(
    """
they them their theirs it its we us our i me my you your one this these those
"""
)
_EDGES = " \t\r\n\u00a0,;:.–—-\"“”'‘’()[]"


@dataclass(frozen=True, slots=True)
class Source:
    """Who a mention is: canonical name, role in the article, the person's number in the cast (-1: nobody known)."""

    name: str | None
    role: str | None = None
    person: int = -1
    resolved: bool = True
    certainty: float = 1.0


NOBODY = Source(None, resolved=False, certainty=0.0)


def resolve(cast: Cast, drafts: Sequence[Draft]) -> list[Source]:
    """The source of every draft, in order. Pronouns go to the most salient person that fits."""
    roles = find_roles(cast, sorted({draft.mention for draft in drafts if draft.mention is not None}))
    out: list[Source] = []
    seen: dict[Span, Source] = {}
    heard: list[Heard] = []
    for draft in drafts:
        if draft.mention is None:
            out.append(NOBODY)
            continue
        source = seen.get(draft.mention)
        if source is None:
            source = _resolve_one(cast, roles, draft, heard)
            seen[draft.mention] = source
        out.append(source)
        heard.append(Heard(draft.mention[0], source.person))
    return out


def _resolve_one(cast: Cast, roles: Roles, draft: Draft, heard: Sequence[Heard]) -> Source:
    start, end = draft.mention or (0, 0)
    written = cast.text[start:end].strip(_EDGES)
    word = fold(written)
    if word in _PRONOUNS:
        return _pronoun(cast, roles, draft, _PRONOUNS[word], heard) or Source(written, resolved=False, certainty=0.3)
    if word in _RELATIVE or word.startswith("who "):
        return (
            named(cast, roles, start, end)
            or _antecedent(cast, roles, start)
            or Source(written, resolved=False, certainty=0.3)
        )
    if word in _OTHERS:
        return Source(written, resolved=False, certainty=0.3)
    return named(cast, roles, start, end) or _body(cast, roles, written)


def named(cast: Cast, roles: Roles, start: int, end: int) -> Source | None:
    """The person that a mention names, None when it names nobody (a body, a group, an unnamed source)."""
    one = own_name(cast.text, start, end, cast.within(start, end + 3))
    return _as_source(cast, roles, one.person) if one is not None and one.person >= 0 else None


def _as_source(cast: Cast, roles: Roles, person: int, certainty: float = 1.0) -> Source:
    return Source(cast.people[person].name, roles.of(person), person, certainty=certainty)


def gender_of_pronoun(word: str) -> Gender | None:
    """The gender of "he", "her" and the like, None for every other word."""
    return _PRONOUNS.get(word)


def _pronoun(cast: Cast, roles: Roles, draft: Draft, gender: Gender | None, heard: Sequence[Heard]) -> Source | None:
    place = (draft.mention or (draft.start, draft.end))[0]
    best = most_salient(cast, place, draft.spans, gender, heard)
    if best is None:
        return None
    return _as_source(cast, roles, *best)


def _antecedent(cast: Cast, roles: Roles, start: int) -> Source | None:
    """Who stands right before a relative pronoun."""
    before = cast.within(max(0, start - 120), start)
    for one in reversed(before):
        gap = cast.text[one.end : start]
        if one.person >= 0 and ("," in gap[:2] or not gap.strip()) and "." not in gap:
            return _as_source(cast, roles, one.person)
    return None


def _body(cast: Cast, roles: Roles, written: str) -> Source:
    """A body or an unnamed source, as written; a role that the article ties to one person gives that person."""
    holder = roles.holder(head_of(written))
    if holder is not None:
        return _as_source(cast, roles, holder, certainty=0.7)
    head = head_of(written).strip(_EDGES)
    proper = any(word[:1].isupper() for word in head.split()[1:]) or (head[:1].isupper() and " " not in head)
    return Source(head or written or None, resolved=proper, certainty=0.9 if proper else 0.6)
