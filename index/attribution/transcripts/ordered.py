"""Talks whose order tells who speaks: two who are named once and then take turns, and names below what each said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.transcripts.mark import Mark, mark_of
from index.attribution.transcripts.notes import is_note, lines_of
from index.attribution.transcripts.parted import label_name
from index.attribution.transcripts.people import head_people
from index.attribution.transcripts.spoken import FIRST_PERSON, REPORTED
from index.attribution.transcripts.written import asks_by_label, read_label
from index.model import Span

_BELOW = re.compile(r"^[ \t]*\[(?P<label>[^\[\]\n]{3,90})\][ \t]*$", re.MULTILINE)
_FOLLOWS = re.compile(r"\b(?:names?|labels?)\b.{0,40}\b(?:follows?|below|after|behind)\b", re.IGNORECASE)
_LEAST_BELOW = 3  # names below words
_LEAST_PARAGRAPHS = 4  # behind the two that are named
_ASKS = 0.5  # of every second paragraph that asks, and of the others that speak for themselves
_TOLD = 0.3  # reporters' verbs, by paragraph
_SPOKEN = 60  # characters of a paragraph that is no heading


def two_in_turn(text: str, title: str | None, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of a talk of two whom the title names and whose labels stand once each, over the first two turns; below
    them every paragraph is the other's: "Ada Lind: You began with a loan.", "Jane Roe: I did.", "And then?", "It grew."

    `()` where the paragraphs do not take turns: every second one asks, and none of the others does.
    """
    named = [m for m in marks if m.kind != "question"]
    others = {m.start: m for m in marks if m.kind == "question"}  # "Audience: And the price?"
    if len(named) != 2 or any(m.kind != "name" for m in named) or named[0].key == named[1].key:
        return ()
    titled = {p.parsed.surname_key for p in head_people(title, "") if p.parsed.given}
    if not {m.key for m in named} <= titled or not all(label_name(m.label).given for m in named):
        return ()
    first = text.find("\n", named[1].end)
    lines = lines_of(text, named[1].end, len(text))
    rest = [(a, b) for a, b in lines if 0 <= first < a and not is_note(text[a:b])]
    if len(rest) < _LEAST_PARAGRAPHS or any(m.start < first for m in others.values()):
        return ()
    asked: list[Span] = []
    answered: list[Span] = []
    more: list[Mark] = []
    for a, b in rest:
        asks = a in others or len(asked) <= len(answered)
        (asked if asks else answered).append((a, b))
        who = named[0] if asks else named[1]
        more.append(others.get(a) or replace(who, start=a, end=a, sure=True))
    asks_then = sum("?" in text[a:b] for a, b in asked)
    own = sum(FIRST_PERSON.search(text, a, b) is not None for a, b in answered)
    strays = sum(text[b - 1] == "?" for _, b in answered)
    told = len(REPORTED.findall(text, named[0].start)) > _TOLD * len(rest)
    if asks_then < _ASKS * len(asked) or own < _ASKS * len(answered) or strays or told or _longer(asked, answered):
        return ()
    return (*named, *more)


def _longer(asked: Sequence[Span], answered: Sequence[Span]) -> bool:
    """Whether questions are longer than answers on the whole."""
    return sum(b - a for a, b in asked) > sum(b - a for a, b in answered)


def names_below(text: str) -> tuple[Mark, ...]:
    """The marks of a record that writes each speaker's name in brackets on a line of its own below the words: nothing
    is said behind the last of them. A mark without signs opens each turn."""
    found = [m for m in _BELOW.finditer(text) if read_label(m["label"]) is not None or asks_by_label(m["label"])]
    if len(found) < _LEAST_BELOW:
        return ()
    first = _first(text, found[0].start())
    if first is None or text[found[-1].end() :].strip():
        return ()  # where words stand behind the last name, names stand above theirs
    marks: list[Mark] = []
    at = first
    named = {m.start() for m in found}
    for m in _BELOW.finditer(text):
        if m.start() not in named and " " not in m["label"]:
            continue  # "[Laughter]"
        lines = list(lines_of(text, at, m.start()))
        start, at = (lines[0][0] if lines else -1), m.end()
        if start < 0:
            continue
        label = None if asks_by_label(m["label"]) else read_label(m["label"])
        kind = "question" if asks_by_label(m["label"]) else "voice"
        marks.append(
            mark_of(label, start, start, sure=True) if label else Mark(start, start, m["label"], kind, sure=True)
        )
    return tuple(marks)


def _first(text: str, end: int) -> int | None:
    """Where the first words before the first name begin: behind the last heading above it."""
    lines = list(lines_of(text, 0, end))
    heads = [i for i, (a, b) in enumerate(lines) if b - a < _SPOKEN and text[b - 1] not in '.?!”"']
    at = heads[-1] + 1 if heads else 0
    while at < len(lines) and (is_note(text[slice(*lines[at])]) or _FOLLOWS.search(text, *lines[at])):
        at += 1
    return lines[at][0] if at < len(lines) else None
