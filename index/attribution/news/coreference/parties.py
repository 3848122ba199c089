"""The party and the state that stand behind a name in brackets: "Jane Roe (R-Ohio)"."""

from __future__ import annotations

import re
from collections.abc import Set

from index.attribution.news.coreference.described import Description
from index.attribution.news.entities import Cast
from index.language.bodies import OF_PARTIES
from index.language.descriptions import LEGISLATORS, PARTIES, PUBLIC_HEADS, STATE_FORMS
from index.names.parse import fold

_TAG = re.compile(r"\s?[(,]\s?([RDI])-(?:([A-Z][\w.]*(?: [A-Z][\w.]*)?))")


def party_tags(cast: Cast) -> dict[int, frozenset[str]]:
    """Party and state of those named as "Jane Roe (R-Ohio)"."""
    out: dict[int, frozenset[str]] = {}
    for one in cast.occurrences:
        match = _TAG.match(cast.text, one.end) if one.person >= 0 else None
        if match:
            state = fold(match.group(2)).replace(" ", "")
            whole = STATE_FORMS.get(state, fold(match.group(2)))
            found = {PARTIES[match.group(1).lower()], whole, *whole.split()}
            out[one.person] = out.get(one.person, frozenset()) | found
    return out


def is_of_a_party(described: Description, heads: Set[str], tags: Set[str]) -> bool:
    """Whether a description of a politician may be somebody's whose office it is, or who holds another, where its only
    proper word is a party: "the Liberal minister", of a minister of whom no party is told."""
    partisan = bool(described.proper) and described.proper <= OF_PARTIES and tags.isdisjoint(OF_PARTIES)
    return partisan and (described.head in heads or (described.head in LEGISLATORS and bool(heads & PUBLIC_HEADS)))
