"""Who tells a name of their own: "the boy's mother, who gave her name only as Tamara", "One speaker identified herself
as Jane Roe and said"."""

from __future__ import annotations

import re

from index.attribution.news.coreference.source import Source
from index.attribution.news.entities import Cast

_NAMED_AS = re.compile(
    r"(?:,? who)?(?: has| had| later)?(?: only| simply| just)? "
    r"(?:(?:identified|introduced|named|described) (?:him|her|them)sel(?:f|ves)"
    r"|g(?:ave|ives|iving) (?:his|her|their|a|the) (?:first )?names?|asked to be (?:named|identified|called))"
    r"(?: only| simply| just)?(?: as| by)? "
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2})(?! [A-Z])"
)
_LONGEST = 120  # characters


def self_named(cast: Cast, end: int) -> tuple[Source, int] | None:
    """The name that somebody gives whose description ends at `end`, and the person of the cast who bears it (-1)."""
    found = _NAMED_AS.match(cast.text, end, end + _LONGEST)
    if found is None:
        return None
    borne = [one.person for one in cast.within(*found.span("name")) if one.person >= 0]
    return Source(found["name"], certainty=0.9), borne[0] if borne else -1
