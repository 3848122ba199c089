"""Which body an "it" is by the words right before it, whoever else spoke: one that has called itself "it", or whose
shares rose or fell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.news.coreference.as_named import thing_that_spoke
from index.attribution.news.coreference.pronouns import Heard
from index.attribution.news.coreference.roles import Roles
from index.attribution.news.coreference.source import Source
from index.attribution.news.entities import Cast
from index.language.verbs import SAID

# "Tarn Capital, the owner, said it intended", not "Roe said it was raining"
_CALLS_ITSELF = re.compile(
    rf"[^.;:\n“”\"]{{2,120}}? (?:{'|'.join(sorted(SAID))}) (?:that )?it (?!is\b|was\b|[a-z]+n['’]t\b)[a-z]+\b"
)
# "Shares in Tarn Foods fell on Friday after", up to the "it"
_SHARES_OF = re.compile(
    r"\b(?:[Ss]hares|[Ss]tock) (?:of|in) (?:the )?"
    r"(?P<name>[^\W\d_a-z][\w.&’'-]*(?: (?:[^\W\d_a-z][\w.&’'-]*|&|and|of))*)"
    r" [a-z][^.;:\n“”\"]*\b(?:after|when|as|because|since|once|before) $"
)
_REACH = 240  # characters before an "it"


def it_by_words(
    cast: Cast, roles: Roles, place: int, heard: Sequence[Heard], unnamed: Sequence[tuple[int, Source]]
) -> Source | None:
    """The body that the "it" at `place` clearly is; None where the words do not tell."""
    begin = cast.text.rfind("\n", 0, place) + 1
    shares = _SHARES_OF.search(cast.text, max(begin, place - _REACH), place)
    if shares is not None:
        return Source(shares["name"], certainty=0.8)
    last = next((one for one in reversed(heard) if one.place < place), None)
    if last is not None and last.person >= 0 and last.place >= begin:
        person = cast.people[last.person]
        if person.gender is None and _CALLS_ITSELF.match(cast.text, last.place, place):
            return Source(person.name, roles.of(last.person), last.person, certainty=0.8)
    return thing_that_spoke(cast, place, heard[-1].place if heard else -1, unnamed)
