"""Who gives the answers of a transcript that are marked "A:" or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.transcripts.between import answers_between
from index.attribution.transcripts.company import said_in
from index.attribution.transcripts.headings import speaker_of_heading
from index.attribution.transcripts.labels import Cast, Identity
from index.attribution.transcripts.leads import who_speaks_above
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.offices import role_keys
from index.attribution.transcripts.outlets import is_outlet
from index.attribution.transcripts.people import scan_people
from index.language.transcripts import OF_COURT, ROLES_OF_LABELS, ROOM_ROLES
from index.names.parse import fold

_SPOKE_WITH = re.compile(
    r"\b(?:spoke|talked|talks|speaks|sat down|sits down|interview(?:ed|s)?|conversation|chatted|caught up"
    r"|q\s?&\s?a|met)"
    r"\s*(?:recently\s+)?(?:with|to|:)\s+([^\n.]{3,160})"
    r"|\b(?:deposition|testimony|examination|cross-examination) of\s+([^\n]{3,80})"
    r"|\b(?:every word|word for word)(?: said)? (?:from|by|with)\s+([^\n.|]{3,80}?)(?=['’]s?\s|\s[|–—-]|\n|$)",
    re.IGNORECASE,
)
# Behind it a sentence goes on to tell: "the interview with the minister was a disgrace, said Jane Roe".
_CLAUSE = re.compile(r"\b(?:is|was|were|are|has|had|said|says|that|which|who)\b")
_BOTH = re.compile(r"\b(?:and|&) (?:the )?[A-Z]|, [A-Z]")
_LISTED = re.compile(r"^(?:Interviewee|Guest|INTERVIEWEE|GUEST) ?: ?(?P<who>[A-Z][^\n:.?!]{3,80})$", re.MULTILINE)
_GUEST = re.compile(
    r"\b(?:[Ww]ith (?:me|us)(?: today| now| here)? is|(?:[Mm]y|[Oo]ur) guest(?: today| tonight)? is"
    r"|joined (?:now |today )?by|[Ww]elcome(?: to)?,?)"
    r" (?P<who>(?:(?:Dr|Mr|Mrs|Ms|Prof|Sen|Gov|Rep|Gen|Capt)\. )?[^.;:!?\n—–]{3,80})"
)
_SUBJECT = re.compile(r"\b(?:[Ss]he|[Hh]e|[Tt]hey) (?:recently )?\Z")
_CREDITS = re.compile(
    r"\b(?:photo(?:graph)?s?|pictures?|portraits?|illustrations?|words|text)(?: by\b|:)", re.IGNORECASE
)
# What a lawyer says between another's questions and answers.
_OBJECTS = re.compile(
    r"\W*+(?:(?:same |i |and i )?object(?:ion|ed|s)?\b|(?:your|my) honou?r\b|move to strike\b)", re.IGNORECASE
)


_IN_COURT = re.compile(
    r"\b(?:[Mm]y [Ll](?:ord|ady)|[Yy]our [Hh]onou?r|(?:cross|re)-examination|examination-in-chief|[Tt]he witness"
    r"|duly sworn)\b"
)


def who_answers(text: str, title: str | None, head: str, cast: Cast, marks: Sequence[Mark]) -> Identity | None:
    """The person who gives the answers marked "A:" or not at all: whom title and head name, else the only one who has
    a label beside those who ask; None where nobody is sure to."""
    titled = sum(person.rank == 0 for person in cast.people)
    told, two = answers_between(text, title, "" if titled == 1 else head, marks)
    if two:  # of "Jane Roe's interview with Jan Poe" either may answer
        if told is None:
            return None
        return cast.identify(told.name, told.role) if told.parsed.surname else Identity(told.name, told.role, False)
    told = _listed_guest(text, marks, cast) or _interviewee(title, head, cast)
    if told is None and (above := who_speaks_above(head)) is not None:
        told = cast.identify(above.name, above.role or None)
    if told is not None or not any(m.kind in ("question", "bare") for m in marks):
        return told
    speakers: dict[str, list[int]] = {}
    for i, mark in enumerate(marks):
        if mark.kind in ("caps", "name") and not set(fold(mark.label).split()) & ROOM_ROLES:
            speakers.setdefault(mark.key, []).append(i)
    if len(speakers) != 1:
        return None
    own = next(iter(speakers.values()))
    only = marks[own[-1]]
    return None if _stands_by(text, marks, own) else cast.identify(only.label, only.note or None)


def _listed_guest(text: str, marks: Sequence[Mark], cast: Cast) -> Identity | None:
    """Whom a list at the head calls the one interviewed ("Interviewee: Jane Roe"), or whom a host brings in who then
    speaks as "Guest:"; None where no label says so."""
    if not any(m.kind == "answer" and fold(m.label) in ("interviewee", "guest") for m in marks):
        return None
    first = next((i for i, m in enumerate(marks) if m.kind == "answer"), 0)
    listed = _LISTED.search(text, 0, marks[first].start)
    told = listed or _GUEST.search(text, 0, marks[first].start)
    people = scan_people(f"by {told['who']}", 1) if told else ()
    return cast.identify(people[0].name, people[0].role or None) if people and people[0].parsed.given else None


def _stands_by(text: str, marks: Sequence[Mark], own: Sequence[int]) -> bool:
    """Whether the speaker of the marks `own` is not the one who gives the answers marked "A.": speaks right before or
    behind one, as who objects or presides does, or has an office of the court. A spokesperson calls the next question.
    """
    words = {fold(word) for i in own for word in marks[i].label.split()}
    if words & ROLES_OF_LABELS or not any(m.kind == "answer" for m in marks):
        return False
    if _IN_COURT.search(text) is not None:  # who calls a witness
        return True
    near = (marks[k] for i in own for k in (i - 1, i + 1) if 0 <= k < len(marks))
    if any(m.kind == "answer" for m in near) or words & (OF_COURT - {"witness", "defendant"}):
        return True
    return any(_OBJECTS.match(said_in(text, marks, i)) for i in own)


def _interviewee(title: str | None, head: str, cast: Cast) -> Identity | None:
    """The person who gives the answers marked "A:" or not at all."""
    titled = [p for p in cast.people if p.rank == 0]
    titled = [p for p in titled if not is_outlet(p.name)] or titled
    if len(titled) == 1 and (titled[0].parsed.given or not role_keys(titled[0].role) & OF_COURT):
        found = cast.identify(titled[0].name)
        return replace(found, role=found.role or titled[0].role or None)  # "Mayor Roe", of whom no more is said
    for line in (title or "", head[:4000]):
        for m in _SPOKE_WITH.finditer(line):
            end = line.find("\n", m.end())
            whole = line[line.rfind("\n", 0, m.start()) + 1 : end if end >= 0 else len(line)]
            if _SUBJECT.search(line, 0, m.start()) or _CREDITS.search(whole):
                continue  # "She talks to Ada Quill", "Interview: Ada Quill  Photographs: Jan Poe": who asks
            told = _CLAUSE.split(m[1] or m[2] or m[3])[0]
            people = scan_people(told, 1)
            if len(people) > 1 and all(p.parsed.given for p in people) and _BOTH.search(told):
                return None  # either may answer
            if people:
                return cast.identify(people[0].name, people[0].role)
    listed = [p for p in cast.people if p.rank == 1 and " " in p.name and p.role]
    if len(listed) != 1:
        lines = (title or "", *head.split("\n")[:6])  # "Briefing by the Spokesperson"
        headed = None if titled else next(filter(None, map(speaker_of_heading, lines)), None)
        return cast.identify(headed.name, headed.role) if headed is not None else None
    found = cast.identify(listed[0].name)
    return replace(found, role=found.role or listed[0].role)
