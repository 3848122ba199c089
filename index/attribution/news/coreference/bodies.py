"""Which body "the agency", "the campaign" or "State" stands for: the one of that kind that was last spoken of.

Only where the match is clear: a body of the kind spoke in this or the last paragraph, or just one of the kind is named
there.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from index.attribution.news.coreference.pronouns import last_paragraph, paragraphs_between
from index.language.descriptions import (
    ANY_BODY,
    DEPARTMENTS,
    KINDS_OF_BODIES,
    NEWSPAPER_WORDS,
    NO_COMPANY,
)
from index.language.roles import MINISTRIES
from index.names.kinds import body_key, kind_of, plain_body
from index.names.parse import fold, strip_possessive

_NAMED = re.compile(
    r"(?:[^\W\d_a-z][\w.&’'-]*\w|[A-Z])(?:\s(?:(?:of|for|of the|for the|on|and|in)\s)?(?:[^\W\d_a-z][\w.&’'-]*\w))*"
    r"(?:\s(?:campaign|administration|department|ministry|committee|commission))?"
)
_LEADING = re.compile(r"^(?:The|In|At|On|For|And|But|As|When|While|After|Before|By|A|An)\s+")
# "The Ports, Trade and ", up to what follows a comma
_FIELDS = re.compile(r"\b[Tt]he (?P<fields>(?:[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,2}, ){1,3})$")
_REACH = 80  # characters before a ministry's last fields
_LONGEST = 8  # words


def body_of(text: str, written: str, place: int, spoken: Sequence[tuple[int, str]]) -> str | None:
    """The name of the body that a description at `place` stands for, None unless it is clear.

    `spoken`: the bodies that have spoken, by the place of their mention, in order.
    """
    parts = fold(written).split()
    if len(parts) == 1 and parts[0] in DEPARTMENTS and written[:1].isupper():
        return _department(text, written.strip())
    if len(parts) != 2 or parts[0] != "the":
        return None
    noun = parts[1]
    if parts[1] in NEWSPAPER_WORDS and written.split()[1][:1].isupper():
        return _full_title(text, written.split()[1])
    if noun in ANY_BODY:
        near = [name for at, name in spoken[-1:] if at < place and _near(text, at, place)]
        fits = near and kind_of(near[0]) == "body" and not set(fold(near[0]).split()) & NO_COMPANY
        return plain_body(near[0]) if fits else None
    kind = KINDS_OF_BODIES.get(noun)
    if kind is None:
        return None
    for at, name in reversed(spoken):
        if at < place and _near(text, at, place) and _is_of(name, kind):
            rivals = {body_key(one) for one in _names(text, at + len(name), place) if _is_of(one, kind)}
            return plain_body(name) if rivals <= {body_key(name)} else None
    return _only(text, place, kind)


def _near(text: str, start: int, place: int) -> bool:
    return paragraphs_between(text, start, place) <= 1


def _is_of(name: str, kind: frozenset[str]) -> bool:
    folded = fold(name).split()
    if len(folded) > _LONGEST or sum(word in kind for word in folded) > 1:
        return False  # several bodies in a row
    return bool(kind.intersection(folded[-1:] + folded[:1]) or _office_of(folded, kind))


def _office_of(folded: Sequence[str], kind: frozenset[str]) -> bool:
    """ "Department of Justice", "Court of Appeals": the kind before "of" or "for"."""
    return any(word in kind for word, after in itertools.pairwise(folded) if after in ("of", "for"))


def _names(text: str, start: int, end: int) -> list[str]:
    found = [_with_fields(text, match) for match in _NAMED.finditer(text, start, end)]
    return [strip_possessive(_LEADING.sub("", name)) for name in found]


def _with_fields(text: str, found: re.Match[str]) -> str:
    """A ministry's name with the fields before its last comma: "Ports, Trade and Labour Ministry" of "The Ports, Trade
    and Labour Ministry"."""
    parts = found.group().split()
    if "and" not in parts or parts[0] == "The" or fold(parts[-1]) not in MINISTRIES:
        return found.group()
    fields = _FIELDS.search(text, max(0, found.start() - _REACH), found.start())
    return f"{fields['fields']}{found.group()}" if fields is not None else found.group()


def _only(text: str, place: int, kind: frozenset[str]) -> str | None:
    """The one body of a kind that is named in this or the last paragraph."""
    start = max(last_paragraph(text, place), place - 1500)
    names = [name for name in _names(text, start, place) if (" " in name or name.isupper()) and _is_of(name, kind)]
    named = {body_key(name): name for name in names}
    return plain_body(next(iter(named.values()))) if len(named) == 1 else None


def _department(text: str, written: str) -> str | None:
    """ "State" for the State Department, where the article names it so."""
    if re.search(rf"\b{re.escape(written)} Department\b", text):
        return f"{written} Department"
    return f"Department of {written}" if re.search(rf"\bDepartment of {re.escape(written)}\b", text) else None


def _full_title(text: str, last: str) -> str | None:
    """ "The Post" for the one newspaper of the article whose title ends so."""
    found = {
        plain_body(name)
        for name in re.findall(rf"\b(?:[A-Z][\w.]*\s){{1,3}}{re.escape(last)}\b", text)
        if not name.startswith(("The " + last, "In ", "A "))
    }
    titles = {name for name in found if " " in name}
    return titles.pop() if len(titles) == 1 else None
