"""Voices that a program told apart ("Speaker 2:") and that say who they are: "Good evening. I'm Mayor Jane Roe."

One voice must have one name, and one name one voice; a voice that says none stays nobody's, and so does a reporter
who names her outlet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.attribution.transcripts.handed import invited
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.people import Person, scan_people
from index.language.english import words
from index.language.names import GIVEN_NAMES
from index.language.roles import RANKS, ROLE_HEADS
from index.language.transcripts import DIARISED, OFFICE_WORDS, OUTLETS, ROOM_ROLES
from index.names.parse import fold, normal_case

_DIARISED = re.compile(rf"{DIARISED}|(?:VOICE|Voice|SPEAKER|Speaker) \d{{1,3}}")
# "Our guest today is Jane Roe, who runs the port."
_GUEST = re.compile(
    r"\b(?:(?:[Mm]y|[Oo]ur) (?:special )?guest(?: today| tonight| this week)?(?:,| is)"
    r"|I['’]?(?:m| am) (?:delighted |pleased |happy |here )?(?:to be )?"
    r"(?:joined (?:today |now |here )?by|speaking (?:to|with)|talking (?:to|with))"
    r"|[Jj]oining (?:me|us)(?: today| now| here)? is|[Pp]lease welcome"
    r"|we(?:['’]re| are) (?:joined (?:today |now |here )?by|speaking (?:to|with)|talking (?:to|with)))"
    r" (?P<who>[^.;:!?\n—–]{3,80})"
)
_INTRODUCTION = 1500  # characters of a host's first words
_OPENING = 300  # characters of a turn in which somebody says who she is
_WHO = r"(?P<who>(?:[Tt]he\s)?[^\W\d_][^.,;:!?\n—–]{2,70}?(?:,\s[A-Z][^.,;:!?\n—–]{2,40}?)?)"
_SELF = (
    re.compile(
        rf"\b(?:I[’']m|I am|[Mm]y name is|[Mm]y name[’']s)\s(?:(?:Dr|Mrs?|Ms)\.\s)?{_WHO}"
        r"(?=[.,;:!?\n—–]|\s(?:and|with|from|I|I['’]\w+)\s|$)"
    ),
    re.compile(r"(?:^|[.!?]\s)(?:[Tt]his is\s)?(?P<who>(?:[A-Z][\w’'-]+\s){1,5}[A-Z][\w’'-]+)\s(?:here|speaking)\b"),
)
# "Hi, Bea Roe, Heron Street. I have lived there": who speaks from the floor
_FROM_FLOOR = re.compile(
    r"(?:(?:[Hh]i|[Hh]ello|[Gg]ood (?:morning|afternoon|evening)|[Tt]hank you)[\w ]{0,30}[,.] )?"
    r"(?P<who>[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+)(?P<lives>, [^.?!\n]{3,40} "
    r"(?i:street|avenue|road|lane|drive|court|boulevard|place|way|st|ave|rd))?"
    r"(?:, [^.?!\n]{3,60})?\. (?=I\b|I['’]|My\b|We\b)"
)
# Before the first words, where a program put the name there: "spk00: Jane Roe Good morning."
_NAMED = re.compile(
    r"\s*(?P<who>(?:[^\W\d_a-z][\w’'-]+\s){1,2}[^\W\d_a-z][\w’'-]+)\s"
    r"(?=(?:Good (?:morning|afternoon|evening|day)|Thanks?|Hi|Hello|Hey|Yes|Yeah|Sure|Well|Okay|Great)\b)"
)
_SHOUTED = re.compile(r"\bMY NAME IS (?P<who>[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){1,2}?)(?= AND\b| FROM\b| WITH\b|[.,])")
# In small letters before one's own name: "your host Jane Roe", "deputy minister of ports Jane Roe".
_BEFORE_NAMES = ROLE_HEADS | RANKS | OFFICE_WORDS | ROOM_ROLES | words("the a an your our my of for and new acting")
_I_AM = re.compile(r"^(?:and )?I(?:['’]m| am) (?:also )?(?:an? |the |your )?")  # "Jane Roe, I'm the fire chief"
_OF_OUTLET = re.compile(r",?\s(?:with|from|of|at)\s(?:the\s)?([^.,;:!?\n]{2,40})")


def introduced(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks, those of voices that say their name as marks of that name.

    A voice that captions only mark (">>") has it for what it says there.
    """
    ends = [*(later.start for _, later in pairwise(marks)), len(text)]
    told: defaultdict[str, dict[str, Person]] = defaultdict(dict)
    for mark, end in zip(marks, ends, strict=False):
        if _DIARISED.fullmatch(mark.label):
            for person in _own_names(text[mark.end : min(end, mark.end + _OPENING)].lstrip()):
                told[mark.label].setdefault(person.name, person)
    named = {label: next(iter(people.values())) for label, people in told.items() if len(people) == 1}
    named = {label: one for label, one in invited(text, marks, ends, _DIARISED).items() if not told[label]} | named
    taken = [person.parsed.surname_key for person in named.values()]
    taken += list({mark.key for mark in marks if mark.kind in ("caps", "name")})
    named = {label: one for label, one in named.items() if taken.count(one.parsed.surname_key) == 1}
    heard = [
        replace(mark, label=named[mark.label].name, note=mark.note or named[mark.label].role, kind="name", sure=False)
        if mark.label in named
        else mark
        for mark in marks
    ]
    mine = {person.name for person in named.values()}
    heard = [
        replace(mark, end=front.end()) if mark.label in mine and (front := _NAMED.match(text, mark.end)) else mark
        for mark in heard
    ]
    heard = _who_conducts(text, heard, ends)
    guest = _guest(text, marks, ends) if not named else None
    if guest is not None:
        heard = [replace(m, label=guest[1], kind="name", sure=False) if m.label == guest[0] else m for m in heard]
    for at, (mark, end) in enumerate(zip(heard, ends, strict=False)):
        own = own_voice(text, mark, end)
        if own is not None:
            heard[at] = replace(mark, label=own.name, note=own.role, kind="name")
        told_here = _SHOUTED.search(text, mark.end, min(end, mark.end + _OPENING)) if mark.kind == "voice" else None
        if told_here is not None:
            heard[at] = replace(mark, label=normal_case(told_here["who"]), kind="name")
    return heard


def _who_conducts(text: str, marks: Sequence[Mark], ends: Sequence[int]) -> list[Mark]:
    """The marks with who conducts the talk under an office alone as the one who first says who she is: "MODERATOR: I am
    Jane Roe."; the name stands beside the office as where a label tells it."""
    first: dict[str, int] = {}
    for i, mark in enumerate(marks):
        if mark.kind in ("caps", "name") and fold(mark.label) in ROOM_ROLES - {"operator", "narrator", "announcer"}:
            first.setdefault(mark.label, i)
    told = {
        label: _own_names(text[marks[i].end : min(ends[i], marks[i].end + _OPENING)].lstrip())
        for label, i in first.items()
    }
    names = {label: people[0].name for label, people in told.items() if len({p.name for p in people}) == 1}
    taken = {mark.key for mark in marks}
    noted = {mark.label for mark in marks if mark.note}
    names = {k: name for k, name in names.items() if fold(name.split()[-1]) not in taken and k not in noted}
    return [replace(mark, note=names[mark.label]) if mark.label in names else mark for mark in marks]


def own_voice(text: str, mark: Mark, end: int) -> Person | None:
    """Who says in the words of captions' arrows (`>>`) up to `end` who she is, and does not ask."""
    if mark.kind != "voice" or text[mark.start : mark.start + 2] != ">>" or text[mark.end : end].rstrip().endswith("?"):
        return None
    said = text[mark.end : min(end, mark.end + _OPENING)].lstrip()
    floor = _FROM_FLOOR.match(said)
    known = floor is not None and (floor["lives"] or fold(floor["who"].split()[0]) in GIVEN_NAMES)
    people = _own_names(said) or list(scan_people(f"by {floor['who']}", 1) if floor and known else ())
    return people[0] if len({person.name for person in people}) == 1 else None


def _guest(text: str, marks: Sequence[Mark], ends: Sequence[int]) -> tuple[str, str] | None:
    """(label, name) of the other of two voices, whom the first says to be the guest: "My guest today is Jane Roe."."""
    labels = list(dict.fromkeys(mark.label for mark in marks))
    if len(labels) != 2 or not all(map(_DIARISED.fullmatch, labels)):
        return None
    first = next((i for i, mark in enumerate(marks) if mark.label != labels[0]), 0)
    top = text[marks[0].end : min(ends[first - 1], marks[0].end + _INTRODUCTION)]
    found = {
        person.name: person
        for told in _GUEST.finditer(top)
        for person in scan_people(f"by {told['who']}", 1)[:1]
        if person.parsed.given
    }
    if len(found) != 1:
        return None
    name, person = found.popitem()
    theirs = [text[m.end : end].rstrip() for m, end in zip(marks, ends, strict=False) if m.label == labels[1]]
    asks = sum(said.endswith("?") for said in theirs) >= len(theirs) / 2
    calls = any(re.search(rf"\b{re.escape(person.parsed.given[0])}\s?[,?]", said) for said in theirs)
    return None if asks or calls else (labels[1], name)  # a host who reads out what comes has two voices, perhaps


def _own_names(said: str) -> list[Person]:
    """The full names that somebody gives as her own at the beginning of what she says."""
    found: list[Person] = []
    front = _NAMED.match(said)
    for form in _SELF:
        for match in (*form.finditer(said), *((front,) if front and form is _SELF[0] else ())):
            outlet = _OF_OUTLET.match(said, match.end())
            people = scan_people(f"by {match['who']}", 1)
            whole = len(people) == 1 and bool(people[0].parsed.given) and _is_own(match["who"], people[0])
            if whole and not (outlet and OUTLETS.search(outlet[1])):
                found.append(replace(people[0], role=_I_AM.sub("", people[0].role)))
    return found


def _is_own(who: str, person: Person) -> bool:
    """Whether words behind "I am" are the person's name with nothing but an office before it: not "here to endorse Jane
    Roe", nor "joined by" her."""
    before = [fold(word) for word in who.partition(person.name)[0].split() if word.islower()]
    return all(word in _BEFORE_NAMES for word in before)
