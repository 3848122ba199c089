"""Marks whose label has a line to itself: a name or an office over what is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from index.attribution.transcripts.form import UP
from index.attribution.transcripts.mark import Mark, is_seated, mark_of
from index.attribution.transcripts.notes import lines_of
from index.attribution.transcripts.people import is_role
from index.attribution.transcripts.spoken import FIRST_PERSON, REPORTED, SALUTATION
from index.attribution.transcripts.written import (
    Label,
    asks_by_label,
    is_office,
    kind_of_label,
    label_alone,
    name_like,
    read_label,
)
from index.language.names import GIVEN_NAMES
from index.language.roles import HONORIFICS, ROLE_HEADS
from index.model import Span
from index.names.parse import fold, parse_name

# "The Lord President of the Council (Mr. Peter Lind)", a minister's first mark of a sitting.
_HELD = re.compile(
    rf"The (?P<office>[{UP}][^()\n.?!]{{3,110}}) "
    rf"\((?P<name>(?:Mr|Mrs|Ms|Miss|Sir|Dr|Dame|Lord|Baroness)\.? [{UP}][^()\n]{{3,40}})\)"
)
_COMPANY = re.compile(r"\b(?:Inc|Ltd|Co|Corp|LLC|LLP|Plc)\.$")
_LONGEST_ALONE = 60  # characters of a label that stands alone on its line without a sign
_LONGEST_OWN, _LONGEST_OFFICE = 90, 160  # of one where others stand so, and of an office with its holder in brackets
_SHORT_OFFICE = 8  # words
_LEAST_ALONE = 4
_LONGEST_CALL = 5  # words
_GREETING = 200  # characters in which somebody says who she is, or is greeted
_MOSTLY_BULLETED = 0.8
_ONE_IN_BOLD = re.compile(r"\*\*(?P<name>[^\W\d_a-z][^\W\d_]+)\*{1,2}")
_LIST_NUMBER = re.compile(r"\d{1,3}\.\s+")
_ENDS_SPEECH = '.?!…"”’)—–-'


def own_line_marks(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Names and offices alone on their line, where others stand so over their seat and party or beside their office.

    "Peter Lind" again without his seat, and "The Prime Minister".
    """
    seated = [m for m in marks if m.sure and m.kind in ("name", "caps") and _alone(text, m)]
    if not seated:
        return
    # Beside one guest of a call "Operator" alone, who hands over to her.
    known = {fold(m.label) for m in seated} if len(seated) > 1 else {"operator"}
    taken = {m.start for m in marks}
    for a, b in lines_of(text, 0, len(text)):
        line = text[a:b]
        if a in taken or len(line) > _LONGEST_OFFICE or line[-1] in ".?!,;:" or ":" in line or not line[0].isupper():
            continue
        label = read_label(line)
        holder = label is not None and name_like(label.note)  # "The Minister (Jane Roe)", then "Jane Roe"
        if label is None or not (len(line) <= _LONGEST_OWN or holder):
            continue
        below = text[b + 1 :].partition("\n")[0]
        ends = below[-1:] in "?!" or (below[-1:] == "." and not _COMPANY.search(below))
        if "," in below and len(below) <= 2 * _LONGEST_ALONE and is_role(below) and not ends:
            continue  # of the list of those who take part: "Jane Roe" over "Chief Executive, Halden Stone"
        short = len(label.base.split()) <= _SHORT_OFFICE or holder
        office = short and label.base.split()[-1][:1].isupper() and is_office(label.base)
        office = office or (holder and line.startswith("The ") and is_role(label.base))  # "The Minister for Weirs (…)"
        if fold(label.base) in known or (office and len(seated) > 1):
            known |= {fold(label.note)} if holder else set()
            if holder and not is_office(label.base):
                label = Label(label.note, (label.base.removeprefix("The "),))
            yield Mark(a, b, label.base, kind_of_label(label.base), label.note, sure=True)


def labels_alone(text: str) -> tuple[Mark, ...]:
    """The marks of a transcript whose labels stand alone on a line, without a sign; `()` where names stand so else.

    "Prime Minister", "Professor Jane Roe", "Jane Roe, Karst Courier" over what each says. Some of them come back, and
    what is said stands in the first person: headings and lists of people do neither.
    """
    lines = list(lines_of(text, 0, len(text)))
    found: list[Mark] = []
    maybe: list[tuple[Mark, bool]] = []  # a name by its spelling alone, and whether its line is one with what follows
    close = 0
    shouted = Counter(text[a:b] for a, b in lines if text[a:b].isupper())
    for (a, b), (c, d) in pairwise(lines):
        number = _LIST_NUMBER.match(text, a, b)
        raw = text[number.end() if number else a : b]
        held = _HELD.fullmatch(raw)
        short = len(raw) <= _LONGEST_ALONE and text[b - 1] not in ".?!,;:…"
        label = Label(held["name"], (held["office"],)) if held else label_alone(raw) if short else None
        broken = shouted[raw] > 1 and not text[c:d].isupper()  # in capitals again, over lines that end anywhere
        if label is None or not (held or broken or (text[d - 1] in _ENDS_SPEECH and d - c >= b - a)):
            continue
        name, near = parse_name(label.base), text.count("\n", b, c) == 1
        known = bool(name.surname and (name.role or set(name.given_keys) & GIVEN_NAMES)) or is_seated(label)
        known = known or (raw[0] in "•·" and text[c] not in "•·" and name_like(label.base))  # "• Jane Roe", over speech
        mark = mark_of(label, a, b, sure=True)
        if is_office(label.base) or asks_by_label(label.base) or known:
            found.append(mark)
            close += near
        elif name_like(label.base):
            maybe.append((mark, near))
    # A heading stands apart from what follows: where labels do not, a line that does not either is one.
    members = {fold(m.label) for m in found if parse_name(m.label).given}
    apart = close < 0.8 * len(found)
    found += [
        mark
        for mark, near in maybe
        if fold(mark.label) in members or (near and not apart) or _is_called(text, mark, found)
    ]
    in_full = {parse_name(m.label).surname_key for m in found if m.label.isupper() and parse_name(m.label).given}
    taken = {m.start for m in found}
    found += [  # "VARGA" over what she says, behind "HELENA VARGA"
        Mark(a, b, text[a:b], "caps", sure=True)
        for a, b in lines
        if a not in taken and text[a:b].isalpha() and text[a:b].isupper() and fold(text[a:b]) in in_full
    ]
    found += _in_bold(text, lines, found)
    found.sort(key=lambda mark: mark.start)
    counts = Counter(m.key for m in found)  # "Dr. Lind" is the Dr. Ida Lind of Karst
    seats = sum(bool(m.note) and fold(m.label.split()[0]) in HONORIFICS and text[m.end - 1] == ")" for m in found)
    again = max(sum(n for n in counts.values() if n >= 2), seats)
    if again >= 2:  # some come back: "Deputy Lind" once is a member like the others
        again += sum(counts[m.key] == 1 and " " in m.label and fold(m.label.split()[0]) in ROLE_HEADS for m in found)
    if len(found) < _LEAST_ALONE or len(counts) < 2 or again < len(found) / 2:
        return ()
    ends = [m.start for m in found[1:]] + [len(text)]
    told = [text[m.end : end] for m, end in zip(found, ends, strict=True)]
    spoken = sum(bool(FIRST_PERSON.search(x) or SALUTATION.match(x.strip())) or "?" in x for x in told)
    spoken += sum(_calls(x, [m.label for m in found]) for x in told)
    reported = len(REPORTED.findall(text, found[0].start))
    return tuple(found) if spoken >= 0.6 * len(found) and reported < 0.5 * len(found) else ()


def _in_bold(text: str, lines: Sequence[Span], found: Sequence[Mark]) -> list[Mark]:
    """Lines of one name in bold, where all labels `found` are bold and what they say opens with a bullet, over words
    that open so as well: "**Ingrid**" among "**Jane Roe**"."""
    if len(found) < _LEAST_ALONE or any(not text.startswith("**", m.start) for m in found):
        return []
    taken = {m.start for m in found}
    bulleted = {a for (a, _), (c, _) in pairwise(lines) if text[c : c + 2] in ("* ", "- ")}
    if len(taken & bulleted) < _MOSTLY_BULLETED * len(taken):
        return []
    names = [(a, b, _ONE_IN_BOLD.fullmatch(text, a, b)) for a, b in lines if a not in taken and a in bulleted]
    return [Mark(a, b, m["name"], "name", sure=True) for a, b, m in names if m is not None]


def _is_called(text: str, mark: Mark, found: Sequence[Mark]) -> bool:
    """Whether a name of whatever spelling over words is who says them: she gives it herself ("My name is Jane Roe"), or
    another's words right before end on her given name ("Welcome, Jane.")."""
    named = re.escape(mark.label)
    if re.search(rf"(?:\b[Mm]y name is|\bI['’]m|\bI am|\b[Tt]his is) {named}\b", text[mark.end : mark.end + _GREETING]):
        return True
    before = [m.end for m in found if m.end < mark.start]
    last = text[max(before) : mark.start].rstrip(" .!?\n") if before else ""
    return last.endswith((mark.label, mark.label.split()[0])) and len(last) <= _GREETING


def _calls(said: str, labels: Iterable[str]) -> bool:
    """Whether words only call one of those who speak: "Hon. Jane Roe." """
    words = said.strip(" \n.")
    return len(words.split()) <= _LONGEST_CALL and any(words.endswith(label) for label in labels)


def lost_colon_marks(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Lines that are nothing but a label in capitals that else stands alone on its line with a colon."""
    counts = Counter(m.label for m in marks if m.kind == "caps" and _alone(text, m))
    labels = {label for label, n in counts.items() if n >= 2 and len(label.split()) >= 2}
    offices = Counter(m.label for m in marks if m.kind == "caps" and is_office(m.label) and " " in m.label)
    labels |= {label for label, n in offices.items() if n >= 2}  # "SECRETARY GENERAL" over her statement
    taken = {m.start for m in marks}
    lines = list(lines_of(text, 0, len(text))) if labels else []
    first = min(taken, default=0)
    for i, (a, b) in enumerate(lines):
        headed = a < first and not text[slice(*lines[i + 1])].endswith(tuple(_ENDS_SPEECH))  # over a date
        if a not in taken and text[a:b] in labels and not headed:
            yield Mark(a, b, text[a:b], "caps")


def _alone(text: str, mark: Mark) -> bool:
    """Whether a mark has its line to itself."""
    end = len(text[mark.start : mark.end].rstrip()) + mark.start
    stop = text.find("\n", end)
    return not text[end : stop if stop >= 0 else len(text)].strip()
