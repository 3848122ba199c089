"""Whom the first words of a statement greet: they are not her own ("Prime Minister, dear Jane, thank you so much")."""

from __future__ import annotations

import re

from index.attribution.transcripts.headings import speakers_of_heading
from index.attribution.transcripts.offices import role_keys
from index.attribution.transcripts.people import Person

_FIRST = 200  # characters in which somebody is greeted
_OFFICE = re.compile(
    r"(?:^|[\n.!?,]\s*|\b(?:Mr|Mrs|Ms)\.? |\b[Mm]adam |\b[Dd]ear )([A-Z][\w-]++(?: [A-Z][\w-]++){0,2})\s*[,!.]"
)


def greets(said: str, person: Person) -> bool:
    """Whether the first words of `said` greet a person by name or office."""
    first = said[:_FIRST]
    names = [person.parsed.surname, *person.parsed.given[:1]]
    if any(len(name) > 2 and re.search(rf"\b{re.escape(name)}\s*[,!]", first) for name in names):
        return True
    office = role_keys(person.role)
    return bool(office) and any(office == role_keys(m[1]) for m in _OFFICE.finditer(first))


def who_greets(heading: str | None, said: str) -> Person | None:
    """Of the two to whom a heading gives the words the one who greets the other in the first of `said`; None where
    neither or both are greeted."""
    people = speakers_of_heading(heading) if heading else ()
    if any(re.search(rf"^(?:[\w.’'-]+ ){{0,3}}{re.escape(p.parsed.surname)}$", said, re.MULTILINE) for p in people):
        return None  # a name on a line of its own: they speak in turns
    others = [person for person in people if not greets(said, person)]
    return others[0] if len(people) == 2 and len(others) == 1 else None
