"""Transcripts of few turns that their title announces: nothing but a heading stands above the first label.

"Harbour briefing" over "Jane Roe: Good morning …" and "Ivo Lund: Thank you, Jane. We …", or "Transcript" over "Jane
Roe" alone on a line and what she says. News below such a title tells something before it lets anybody speak, and whom
it lists does not greet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from index.attribution.transcripts.company import is_quoting, said_in
from index.attribution.transcripts.headings import speakers_of_heading
from index.attribution.transcripts.mark import Mark, mark_of
from index.attribution.transcripts.notes import lines_of
from index.attribution.transcripts.people import is_role
from index.attribution.transcripts.proof import is_person
from index.attribution.transcripts.spoken import FIRST_PERSON, REPORTED, SALUTATION
from index.attribution.transcripts.written import Label, asks_by_label, is_office, name_like, read_label
from index.language.bodies import ORGANISATIONS, PLACES
from index.language.names import GIVEN_NAMES
from index.language.transcripts import HEADING_BREAKS, OFFICE_WORDS
from index.names.parse import fold, parse_name

_OCCASION = re.compile(
    r"\btranscripts?\b|\b(?:press|news|media) (?:conference|briefing)s?\b|\b(?:briefing|doorstop)\b", re.IGNORECASE
)
_STATEMENTS = re.compile(r"\b(?:statements|remarks)\b", re.IGNORECASE)
_QUOTES = ('"', "“", "”")
_TRANSCRIPT = re.compile(r"\btranscript\b", re.IGNORECASE)
_TO_OTHERS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|[Uu]s)\b")
_SMALL = re.compile(r"\b[a-z][a-z'’-]+\b")
_LONGEST_HEAD = 12  # words of a line above the first label that ends as a sentence does
_LONGEST_ALONE = 60  # characters of a label that stands alone on its line
_ASKED_BELOW = re.compile(r"(?:questions?\s(?:and|&)\sanswers?|q\s?(?:&|and)\s?a|questions?)\s?:?", re.IGNORECASE)
_LEAST_SAID = 6  # words of a turn


def few_labels(text: str, title: str | None, candidates: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of two people or more, by full name or office, below the title of a briefing; `()` for other texts.

    All speak to others, and one of them greets or thanks first.
    """
    if not title or not _OCCASION.search(title):
        return ()
    small = {word.group() for word in _SMALL.finditer(f"{title}\n{text}")}
    called = {m.start for m in candidates if m.kind == "question" and not asks_by_label(m.label)}  # on to ask, by name
    marks = [m for m in candidates if m.start in called or (m.kind in ("caps", "name") and _named(text, m, small))]
    marks = [m for i, m in enumerate(marks) if len(said_in(text, marks, i).split()) >= _LEAST_SAID]
    others = any(m.kind not in ("caps", "name") and m.start not in called for m in candidates)
    if others or len({m.key for m in marks}) < 2 or is_quoting(text, marks):
        return ()
    # "[JANE ROE]" or "(Father Roe)" alone on its line stands in no news, whatever announces it.
    if not (_opens(text, marks[0].start) or all(_is_bracketed(text, m) for m in marks)):
        return ()
    told = [said_in(text, marks, i) for i in range(len(marks))]
    greets = any(map(SALUTATION.match, told)) and any(map(_sure, marks))
    return tuple(marks) if greets and all(map(_TO_OTHERS.search, told)) and not _is_told(text, marks[0]) else ()


def _is_bracketed(text: str, mark: Mark) -> bool:
    """Whether a mark stands in brackets, in round ones alone on its line."""
    return text[mark.start] == "[" or (text[mark.start] == "(" and text[mark.end : mark.end + 1] == "\n")


def few_alone(text: str, title: str | None) -> tuple[Mark, ...]:
    """The marks of a text that is called a transcript and in which names stand alone over what each says; one alone
    greets."""
    lines = list(lines_of(text, 0, len(text)))
    found: list[Mark] = []
    for (a, b), (c, d) in pairwise(lines):
        raw = text[a:b]
        label = _label_alone(raw) if len(raw) <= _LONGEST_ALONE and raw[-1] not in ".?!,;:…" else None
        if label is None or d - c <= b - a or text[d - 1] not in '.?!…"”':
            continue
        name = parse_name(label.base)
        if name.surname and (name.role or label.note or set(name.given_keys[:1]) & GIVEN_NAMES):
            found.append(mark_of(label, a, b, sure=True))
    called = [title or "", *(text[a:b] for a, b in lines if found and b < found[0].start)]
    if not found or not any(map(_TRANSCRIPT.search, called)) or not _opens(text, found[0].start):
        return ()
    told = [said_in(text, found, i) for i in range(len(found))]
    spoken = all(FIRST_PERSON.search(said) or SALUTATION.match(said) for said in told)
    return tuple(found) if spoken and SALUTATION.match(told[0]) and not _is_told(text, found[0]) else ()


def names_of_the_heading(text: str, title: str | None) -> tuple[Mark, ...]:
    """The marks of what those say in turn to whom a title gives the words in common, each below a line that is office
    and name or name alone: "President Jane Roe" over what she says, "Prime Minister Jan Poe" over his words.

    Questions below a line of their own are nobody's.
    """
    people = {p.parsed.surname_key: p for p in speakers_of_heading(title)} if title else {}
    lines = list(lines_of(text, 0, len(text))) if len(people) > 1 else []
    found: list[Mark] = []
    for (a, b), (c, d) in pairwise(lines):
        line = text[a:b]
        if _ASKED_BELOW.fullmatch(line):
            found.append(Mark(a, b, "", "voice", sure=True))
        label = read_label(line) if len(line) <= _LONGEST_ALONE and line[-1].isalpha() else None
        name = parse_name(label.base) if label is not None else None
        called = name is not None and name.surname_key in people and bool(name.role or name.given)
        if label is not None and called and text[d - 1] in '.?!…”"' and d - c > b - a:
            found.append(mark_of(label, a, b, sure=True))
    named = [i for i, m in enumerate(found) if m.kind != "voice"]
    spoken = all(
        FIRST_PERSON.search(said) or SALUTATION.match(said) for said in (said_in(text, found, i) for i in named)
    )
    if len({found[i].key for i in named}) < 2 or named[0] or not spoken or not _opens(text, found[0].start):
        return ()
    return tuple(found) if not _is_told(text, found[0]) else ()


def statements_of_several(text: str, title: str | None, candidates: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of statements that a title announces ("Statements by Mayor Roe and Governor Lund") and that stand one
    after another in quotation marks, each below who made it; `()` where anything else stands between or above."""
    if not title or not _STATEMENTS.search(title) or len({m.key for m in candidates}) < 2:
        return ()
    above = text[: candidates[0].start]
    told = [said_in(text, candidates, i) for i in range(len(candidates))]
    whole = all(said[:1] in _QUOTES and said.rstrip()[-1:] in _QUOTES for said in told)
    alone = all(text[m.end - 1 : m.end + 1] == ":\n" and (_sure(m) or " " in m.label) for m in candidates)
    apart = not any(quote in above for quote in _QUOTES) and not REPORTED.search(above)
    return tuple(candidates) if whole and alone and apart else ()


def _label_alone(line: str) -> Label | None:
    """The label that a line is, also with the office first: "Governor, Jane Roe"."""
    office, _, holder = line.partition(", ")
    if is_office(office) and not is_role(holder) and name_like(holder):
        return Label(holder, (office,))
    return read_label(line)


def _sure(mark: Mark) -> bool:
    """Whether a label is a person by a known given name, or by office and name."""
    return is_person(mark, frozenset())


def _named(text: str, mark: Mark, small: Set[str]) -> bool:
    """Whether a label is somebody, known or by spelling."""
    return _sure(mark) or _is_full(text, mark, small)


def _is_full(text: str, mark: Mark, small: Set[str]) -> bool:
    """Whether a label is a given name and a surname by its spelling, before words on its line: "Prepared remarks:" over
    a paragraph is none, nor are words that stand in `small` letters too."""
    found = {fold(word) for word in mark.label.split()}
    named = len(found) > 1 and name_like(mark.label) and text[mark.end : mark.end + 1] == " "
    return named and not found & (HEADING_BREAKS | OFFICE_WORDS | ORGANISATIONS | PLACES) and small.isdisjoint(found)


def _opens(text: str, first: int) -> bool:
    """Whether nothing but headings and lists of who takes part stands above the first label."""
    above = (text[a:b] for a, b in lines_of(text, 0, first))
    return not any(line[-1] in '.!?…”"' and len(line.split()) > _LONGEST_HEAD for line in above)


def _is_told(text: str, first: Mark) -> bool:
    """Whether somebody else tells what was said: "he said"."""
    return len(REPORTED.findall(text, first.start)) > 1 + len(text.split()) / 350
