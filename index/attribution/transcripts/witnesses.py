"""Whom labels name in full, and headings between the turns: "STATEMENT OF JANE ROE, FIRE CHIEF, CITY OF KARST"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.transcripts.labels import described_person
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.parted import label_name
from index.attribution.transcripts.people import Person, clean_role, is_role, is_weak, scan_people
from index.language.transcripts import OUTLETS, ROOM_ROLES
from index.names.parse import fold

_PRESS_OFFICE = re.compile(
    r"\b(?:press|media|news)\s(?:office|officer|secretary|service|aide|department|centre|center)\b", re.I
)
_STATEMENT = re.compile(
    r"^[ \t]*(?:(?:OPENING|PREPARED|WRITTEN) )*(?:STATEMENT|TESTIMONY) OF (?:THE )?(?:HON(?:ORABLE|\.)? )?"
    r"(?P<who>[A-Z][^\n]{5,160}(?:,\n(?!\n)[^\n]{3,100})?)$",
    re.MULTILINE,
)


def witnesses(text: str) -> tuple[Person, ...]:
    """Everybody whose statement a heading in capitals announces, with the office that it gives."""
    found: list[Person] = []
    for heading in _STATEMENT.finditer(text):
        who = " ".join(heading["who"].split())
        found.extend(person for person in scan_people(f"by {who}", 1)[:1] if person.parsed.given)
    return tuple(found)


def label_people(marks: Sequence[Mark]) -> list[Person]:
    """People whom labels name in full, with the role beside the name where one is given."""
    out: list[Person] = []
    for mark in marks:
        name, described = label_name(mark.label), described_person(mark.note)
        if name.given:
            told = is_role(mark.note) and not OUTLETS.search(_PRESS_OFFICE.sub("", mark.note))
            role = mark.note if told else name.role
            role = "" if is_weak(role) else clean_role(role)
            out.append(Person(name.full, role, name, 1 if role else 2))
        elif (not name.surname or fold(mark.label) in ROOM_ROLES) and described is not None:
            out.append(Person(described.full, clean_role(mark.label), described, 1))
    return out
