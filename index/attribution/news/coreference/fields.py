"""The further fields of an office behind the comma of the first: "minister of trade, industry and tourism"."""

from __future__ import annotations

import re

from index.attribution.news.entities import Cast
from index.language.verbs import IRREGULAR_PAST, SAID, is_telling
from index.names.parse import fold

_FIELD_AT_END = re.compile(r"\b(?:of|for) (?:the )?(?P<field>[\w’'-]+)(?: [\w’'-]+){0,2}$")
_FIELDS_ON = re.compile(
    r"(?:, [\w’'-]+(?: (?!and )[\w’'-]+){0,2}){1,4},? and [\w’'-]+(?: [\w’'-]+){0,3}(?=[,.;])"
    r"|, [\w’'-]+(?: (?!and )[\w’'-]+){0,2} and [\w’'-]+(?: [\w’'-]+){0,3}(?=[,.;])"
)


def more_fields(cast: Cast, office: re.Match[str]) -> str:
    """What an office goes on with that an apposition's first comma cuts, as it stands in the text; empty where a verb
    or somebody's name follows ("minister of trade, smiled and left")."""
    first = _FIELD_AT_END.search(office.group(1))
    more = _FIELDS_ON.match(cast.text, office.end()) if first is not None else None
    if first is None or more is None or any(one.person >= 0 for one in cast.within(*more.span())):
        return ""
    words = more.group().replace(",", " ").split()
    alike = words[0][0].isupper() == first["field"][0].isupper()
    verbs = any(word.endswith("ed") or is_telling(fold(word)) or fold(word) in SAID | IRREGULAR_PAST for word in words)
    return more.group() if alike and not verbs else ""
