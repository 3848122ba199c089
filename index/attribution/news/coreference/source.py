"""Who a mention is, as far as an article tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.attribution.news.apposition import HEAD_END
from index.language.mentions import FAMILIES, GROUP_WORDS
from index.names.parse import fold
from index.names.roles import are_people, is_role_word

_OF_PEOPLE = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) (?:[a-z]+ )?(?:group|crowd|number|handful|pair|couple|coalition) of "
    r"(?:[a-z-]+ ){0,3}(?P<noun>[a-z]+)(?: (?:from|in|at|of) .*)?"
)


@dataclass(frozen=True, slots=True)
class Source:
    """Who a mention is: canonical name, role in the article, the person's number in the cast (-1: nobody known)."""

    name: str | None
    role: str | None = None
    person: int = -1
    resolved: bool = True
    certainty: float = 1.0
    others: tuple[str, ...] = ()  # who says it with them: "Jane Roe and Tom Lind said in a joint statement"


NOBODY = Source(None, resolved=False, certainty=0.0)
UNNAMED = Source(None, resolved=False, certainty=0.3)  # somebody said it, but a little word names nobody


def is_plural(source: Source) -> bool:
    """Whether a source is several people: "officials", "Jane Roe and John Doe"."""
    parts = fold(HEAD_END.split(source.name or "", maxsplit=1)[0]).split()
    if not parts:
        return False
    last = parts[-1]
    of = _OF_PEOPLE.fullmatch(source.name or "")
    if of is not None and are_people(of["noun"]):
        return True  # "a group of angry parents"
    return last in GROUP_WORDS | FAMILIES or (last.endswith("s") and is_role_word(last[:-1]))
