"""The party and the state that stand behind a name in brackets: "Jane Roe (R-Ohio)"."""

from __future__ import annotations

import re

from index.attribution.news.entities import Cast
from index.language.descriptions import PARTIES, STATE_FORMS
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
