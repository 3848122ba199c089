"""Source mentions -> one name per speaker: surnames to full names, roles and pronouns to the person they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.cast import Cast, Occurrence, Person, head_of, is_role_word, speaks
from index.attribution.link import Draft
from index.attribution.name_words import Gender, words
from index.attribution.names import fold
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
_ROLE_AFTER = re.compile(
    r",\s+(?:(?:who (?:is|was)|now|then|currently)\s+)?"
    r"((?:the |a |an |his |her |its |their )?[^,.;:()\n“”\"]{3,90})(?=[,.;:()\n]|$)"
)


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
    out: list[Source] = []
    seen: dict[Span, Source] = {}
    last: list[tuple[int, Source]] = []  # (place of the mention, source), in the order of the text
    for draft in drafts:
        if draft.mention is None:
            out.append(NOBODY)
            continue
        source = seen.get(draft.mention)
        if source is None:
            source = _resolve_one(cast, draft, last)
            seen[draft.mention] = source
        out.append(source)
        last.append((draft.mention[0], source))
    return out


def _resolve_one(cast: Cast, draft: Draft, last: Sequence[tuple[int, Source]]) -> Source:
    start, end = draft.mention or (0, 0)
    written = cast.text[start:end].strip(_EDGES)
    word = fold(written)
    if word in _PRONOUNS:
        return pronoun(cast, draft, _PRONOUNS[word], last) or Source(written, resolved=False, certainty=0.3)
    if word in _RELATIVE:
        return _antecedent(cast, start) or Source(written, resolved=False, certainty=0.3)
    if word in _OTHERS:
        return Source(written, resolved=False, certainty=0.3)
    return named(cast, start, end) or _body(cast, written, start)


def named(cast: Cast, start: int, end: int) -> Source | None:
    """The person that a mention names, None when it names nobody (a body, a group, an unnamed source).

    The name stands in the mention's head ("former mayor Jane Roe, 61") or right after its comma ("her aide, Jane Roe").
    """
    for one in cast.within(start, end):
        if one.person >= 0 and speaks(cast.text, start, end, one.start, one.end):
            return _as_source(cast, one)
    head_end = start + len(head_of(cast.text[start:end]))
    if cast.text[head_end : head_end + 1] != ",":
        return None
    for one in cast.within(head_end, min(len(cast.text), head_end + 4)):
        after = cast.text[one.end : one.end + 1]
        if one.person >= 0 and (one.end >= end - 1 or after in ",(") and one.start <= end + 1:
            return _as_source(cast, one)
    return None


def _as_source(cast: Cast, one: Occurrence) -> Source:
    person = cast.people[one.person]
    return Source(person.name, role_of(cast, person), one.person)


def role_of(cast: Cast, person: Person) -> str | None:
    """The role that the article gives a person: the longest title before the name, else an apposition after it."""
    if person.roles:
        return max(person.roles, key=lambda role: (len(role.split()) > 1, person.roles[role], len(role)))
    for one in cast.occurrences:
        if one.person < 0 or cast.people[one.person] is not person:
            continue
        match = _ROLE_AFTER.match(cast.text, one.end)
        if match:
            role = re.sub(r"^(?:the|a|an)\s+", "", match.group(1)).strip()
            if any(is_role_word(word) for word in fold(role).split()[:8]):
                return role
    return None


def pronoun(cast: Cast, draft: Draft, gender: Gender | None, last: Sequence[tuple[int, Source]]) -> Source | None:
    """The person a pronoun stands for: salience by the last speaker, nearness, count and place in the sentence."""
    place = (draft.mention or (draft.start, draft.end))[0]
    best, best_score = -1, 0.0
    for number, person in enumerate(cast.people):
        if gender and person.gender and person.gender != gender:
            continue
        score = _salience(cast, number, person, place, draft, gender, last)
        if score > best_score:
            best, best_score = number, score
    if best < 0:
        return None
    person = cast.people[best]
    return Source(person.name, role_of(cast, person), best, certainty=0.8)


def _salience(
    cast: Cast,
    number: int,
    person: Person,
    place: int,
    draft: Draft,
    gender: Gender | None,
    last: Sequence[tuple[int, Source]],
) -> float:
    before = [
        one
        for one in cast.occurrences
        if one.person == number and one.end <= place and not any(a <= one.start < b for a, b in draft.spans)
    ]
    score = 0.0
    earlier = sorted((one for one in last[-6:] if one[0] < place), key=lambda one: one[0])
    if earlier and earlier[-1][1].person == number:
        gap = cast.text[earlier[-1][0] : place].count("\n\n")
        score += max(0.5, 3.0 - 0.4 * gap)
    elif any(source.person == number for _, source in earlier[-3:]):
        score += 0.8
    if before:
        nearest = before[-1]
        gap = cast.text[nearest.end : place]
        score += max(0.0, 2.0 - 0.6 * gap.count("\n\n") - 0.003 * len(gap))
        free = [one for one in before if not one.quoted]
        if free and free[-1].opens and len(cast.text[free[-1].end : place]) < 300:
            score += 1.0
        score += min(1.0, 0.1 * len(before))
    if gender and person.gender == gender:
        score += 0.7
    return score if before or score > 1 else 0.0


def _antecedent(cast: Cast, start: int) -> Source | None:
    """Who stands right before a relative pronoun."""
    before = cast.within(max(0, start - 120), start)
    for one in reversed(before):
        gap = cast.text[one.end : start]
        if one.person >= 0 and ("," in gap[:2] or not gap.strip()) and "." not in gap:
            return _as_source(cast, one)
    return None


def _body(cast: Cast, written: str, start: int) -> Source:
    """A body or an unnamed source, as written; a role that the article ties to one person gives that person."""
    head = head_of(written).strip(_EDGES)
    proper = any(word[:1].isupper() for word in head.split()[1:]) or (head[:1].isupper() and " " not in head)
    return Source(head or written or None, resolved=proper, certainty=0.9 if proper else 0.6)
