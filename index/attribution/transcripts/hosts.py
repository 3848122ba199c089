"""Whom a title names as the one who asks: "Prime Minister: transcript of interview with Jane Roe, Karst Today", on the
page of who answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.people import Person, scan_people
from index.attribution.transcripts.written import is_office
from index.language.names import POST_NOMINALS
from index.language.roles import HONORIFICS
from index.language.transcripts import INTERVIEW_KINDS, OUTLETS
from index.names.parse import fold, parse_name

_WITH_HOST = re.compile(r"\binterview with (?=\S)", re.IGNORECASE)
_SIGNS = " :|–—-'’"


def with_hosts(people: Sequence[Person], title: str | None, marks: Sequence[Mark]) -> list[Person]:
    """The people of title and head, those who ask for a programme as such: no office alone is theirs. The programme
    right behind a name is no part of it where a label has the name without it ("ROE:" of "Jane Roe Karst Today")."""
    headed = " ".join((title or "").split())
    told = _WITH_HOST.search(headed)
    if told is None or not any(m.kind in ("caps", "name") and is_office(m.label) for m in marks):
        return list(people)
    behind = headed[told.end() :]
    if not _answers(headed[: told.start()]) and not OUTLETS.search(behind):
        return list(people)
    labels = {m.key for m in marks if m.kind in ("caps", "name")}
    hosts = {person.name for person in scan_people(f"with {behind}") if not person.role}
    out: list[Person] = []
    for person in people:
        asks = person.rank == 0 and person.name in hosts
        out.append(_without_programme(replace(person, rank=1), labels) if asks else person)
    return out


def _answers(above: str) -> bool:
    """Whether the words before "interview with" are an office alone, or somebody with an office or a seat."""
    found = above.split()
    while found and (fold(found[-1]).strip(_SIGNS) in INTERVIEW_KINDS or not found[-1].strip(_SIGNS)):
        found.pop()
    words = re.sub(r"['’]s?$", "", " ".join(found).rstrip(" :|–—-"))
    if not words:
        return False
    folded = {fold(word) for word in words.split()}
    if is_office(words):
        return True
    people = scan_people(f"by {words}")
    return len(people) == 1 and bool(people[0].role or folded & ({"hon", "honourable"} & HONORIFICS | POST_NOMINALS))


def _without_programme(person: Person, labels: set[str]) -> Person:
    """Somebody by as much of the name as a label has ("Jane Roe" of "Jane Roe Karst Today")."""
    name = person.parsed
    if name.surname_first or name.surname_key in labels:
        return person
    at = next((k for k, key in enumerate(name.given_keys) if k and key in labels), None)
    if at is None:
        return person
    whole = parse_name(" ".join(name.given[: at + 1]))
    return replace(person, name=whole.full, parsed=whole)
