"""Definite descriptions taken apart: "the former Vermont senator" by head, what changes a role, and proper words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.attribution.news.coreference.epithets import gender_of
from index.attribution.news.coreference.offices import PREPOSITION, TOP_COP, TOP_DIPLOMAT, same_head
from index.language.descriptions import (
    CHAIRS,
    CHANGES_OFFICE,
    LEGISLATORS,
    MORE_HEADS,
    NEUTRAL_WORDS,
    PRESIDE,
    PRESIDED,
    UNSAID_HEADS,
)
from index.language.english import Gender
from index.names.parse import fold
from index.names.roles import hyphened, is_role_word

_LONGEST = 9  # words
# "The Holm and Tarn MSP": a seat of two places
_OF_A_SEAT = re.compile(
    rf"[Tt]he (?:[A-Z][\w’'-]* ){{1,3}}and (?:[A-Z][\w’'-]* ){{1,3}}(?i:{'|'.join(sorted(LEGISLATORS))})"
)


@dataclass(frozen=True, slots=True)
class Description:
    """ "the former Vermont senator": its head in one form, the words that change a role, the proper words."""

    head: str
    changes: frozenset[str]
    proper: frozenset[str]
    gender: Gender | None = None
    bodies: frozenset[str] = frozenset()  # whose president it is: "the senate president"


def parse_description(written: str) -> Description | None:
    """A definite description of one person, None for every other mention."""
    written = hyphened(written)
    parts = written.split()
    if not 2 <= len(parts) <= _LONGEST or parts[0].lower() != "the":
        return None
    if " and " in written and not _OF_A_SEAT.fullmatch(written):
        return None
    lead = PREPOSITION.split(written, maxsplit=1)[0].split()[1:]
    rest = written.split()[1 + len(lead) :]
    if not lead or "’s" in written or "'s" in written:
        return None
    head = fold(lead[-1])
    if head == "cop" and fold(lead[0]) in ("top", "chief"):
        return Description(TOP_COP, frozenset(), frozenset())
    if head in UNSAID_HEADS or not (is_role_word(head) or head in MORE_HEADS):
        return None
    seat = (
        lead[-1].isupper() and head in LEGISLATORS
    ) or head in PRESIDE | CHAIRS  # "the former MP", "The Chairperson"
    if lead[-1][:1].isupper() and not seat and head not in ("democrat", "republican", "texan", "floridian"):
        return None
    folded = [fold(word) for word in lead[:-1]]
    if head == "diplomat" and {"top", "chief"}.intersection(folded):
        head = TOP_DIPLOMAT
    proper = {same_head(fold(w)) for w in (*lead[:-1], *rest) if w[:1].isupper()} - {same_head(head)}
    if head in PRESIDE and rest[:1] == ["in"]:
        proper = set()  # "the judge in the Jane Roe trial"
    if rest and rest[0] == "of":  # "secretary of state": the object of an office is no ornament
        proper |= {fold(word) for word in rest if word not in ("of", "the")}
    changes = CHANGES_OFFICE.intersection(folded)
    bodies = PRESIDED.intersection(folded) if head == "president" else frozenset[str]()
    return Description(same_head(head), changes, frozenset(proper - NEUTRAL_WORDS), gender_of(head), bodies)


def with_small_head(written: str) -> str:
    """A description whose head is written as a title is, in small letters: "the State Minister" of whoever is one."""
    words = written.split()
    head = len(PREPOSITION.split(written, maxsplit=1)[0].split()) - 1
    if head > 0 and is_role_word(fold(words[head])) and not words[head].isupper():
        words[head] = words[head].lower()
    return " ".join(words)
