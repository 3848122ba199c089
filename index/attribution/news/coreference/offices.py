"""Offices that an article gives its people, taken apart: by head, by what changes them, and whether two heads agree."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.attribution.news.coreference.roles import initials_in, is_of_party
from index.language.descriptions import (
    CHANGES_OFFICE,
    LEAD_POLICE,
    LEGISLATORS,
    MORE_HEADS,
    OFFICES_BY_INITIALS,
    ON_A_FIELD,
    PUBLIC_HEADS,
    RULERS,
    SAME_HEADS,
)
from index.names.parse import fold
from index.names.roles import hyphened, is_role_word

PREPOSITION = re.compile(r"\s(?:of|for|to|from|at|in|on|with|under|who|whose|that)\s")
WORD = re.compile(r"[\w.’'-]*\w")
TOP_DIPLOMAT = "top diplomat"  # the foreign minister, or the secretary of state
TOP_COP = "top cop"  # whoever leads the police
_INITIALS = re.compile(r"[Tt]he (?P<short>[A-Z]{2,5})")
_SEGMENTS = re.compile(r",\s|\sand\s|/")


@dataclass(frozen=True, slots=True)
class Held:
    """One role of a person, taken apart like a description."""

    head: str
    changes: frozenset[str]
    words: frozenset[str]


def same_head(word: str) -> str:
    """A head in one form."""
    return SAME_HEADS.get(word, word)


def held_by(roles: Sequence[str]) -> tuple[Held, ...]:
    """The offices of a person's roles; of one that is called by its initials what they stand for: "PM"."""
    out: list[Held] = []
    for role in map(hyphened, (*roles, *_in_full(roles))):
        known = frozenset(same_head(fold(word)) for word in WORD.findall(role)) | initials_in(role)
        for segment in _SEGMENTS.split(role):
            lead = PREPOSITION.split(f" {segment} ", maxsplit=1)[0].split()
            head = same_head(fold(lead[-1])) if lead else ""
            if is_role_word(head) or head in MORE_HEADS or head in PUBLIC_HEADS:
                out.append(Held(head, CHANGES_OFFICE.intersection(map(fold, lead[:-1])), known))
    return tuple(out)


def _in_full(roles: Sequence[str]) -> list[str]:
    """Roles that end in an office's initials with the office in full, where they stand for one alone."""
    out: list[str] = []
    for role in roles:
        front, _, last = role.rpartition(" ")
        full = OFFICES_BY_INITIALS.get(fold(last), ()) if last.isupper() else ()
        out.extend([f"{front} {full[0]}".strip()] if len(full) == 1 else [])
    return out


def holds_office(role: str, offices: Sequence[str]) -> bool:
    """Whether a role is one of some offices now: not the former one, nor its deputy."""
    padded = f" {fold(role)} "
    at = next((padded.find(f" {office} ") for office in offices if f" {office} " in padded), -1)
    others = padded[: at + 1].endswith((" for ", " to ", " for the ", " to the ", " of the "))  # who speaks for her
    return (
        at >= 0
        and not (others or is_of_party(padded.split(), offices[0]))
        and not CHANGES_OFFICE.intersection(padded[:at].split())
    )


def _are_initials(role: str, short: str) -> bool:
    """Whether an office's words begin with its initials: "DEO" of a "District Education Officer"."""
    lead = PREPOSITION.split(f" {role} ", maxsplit=1)[0].split()
    fits = "".join(word[0] for word in lead if word[0].isupper()) == short and len(lead) == len(short)
    return fits and is_role_word(fold(lead[-1]))


def holder_by_initials(text: str, written: str, by_person: Mapping[int, Sequence[str]]) -> int | None:
    """Who holds an office that the article calls by its initials: "the MCA" of a "Holm MCA Jane Roe", "the RDO" of a
    "Revenue Divisional Officer (RDO) Tom Lind"; None for several, and for a body's."""
    found = _INITIALS.fullmatch(written)
    if found is None:
        return None
    short = found["short"]
    full = re.search(rf"(?P<office>(?:[^\W\d_a-z][\w-]+ )+)\({short}\)", text)
    office = fold(full["office"]).split() if full is not None else []
    held = {
        person
        for person, roles in by_person.items()
        for role in roles
        if role.split()[-1] == short
        or f"({short})" in role
        or _are_initials(role, short)
        or (office and is_role_word(office[-1]) and fold(role).split()[-2:] == office[-2:])
    }
    return held.pop() if len(held) == 1 else None


def heads_agree(asked: str, held: Held) -> bool:
    """Whether the head of a description is that of an office, or another word for it."""
    if asked == held.head:
        return True
    if asked == "premier":
        return held.head == "minister" and "prime" in held.changes
    if asked == "mp" and "parliamentary" in held.words and held.head in LEGISLATORS:
        return True  # "Parliamentary representative Jane Roe"
    if asked in ON_A_FIELD:
        return held.head == "footballer"
    if asked == "monarch":
        return held.head in RULERS
    if asked in ("lawmaker", "legislator", "parliamentarian"):
        return held.head in LEGISLATORS
    if asked == TOP_COP:
        return held.head in LEAD_POLICE and "police" in held.words
    if asked == TOP_DIPLOMAT:
        return (held.head == "minister" and "foreign" in held.words) or (
            held.head == "secretary" and "state" in held.words
        )
    running = ("candidate", "nominee", "front-runner")
    return asked == "candidate" and held.head in running
