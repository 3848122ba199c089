"""Marks of two lines: a name over the office or the firm of whoever speaks, again and again, as calls with analysts
are printed where nothing but line breaks parts them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.notes import lines_of
from index.attribution.transcripts.people import is_role
from index.attribution.transcripts.written import is_office, kind_of_label, name_like
from index.language.names import GIVEN_NAMES
from index.names.parse import parse_name

_LONGEST_NAME, _LONGEST_OFFICE = 50, 110  # characters
_MOST_WORDS = 12  # of an office
_LEAST = 3  # pairs
_ENDS = '.?!:;,…"”'


def names_over_offices(text: str) -> tuple[Mark, ...]:
    """The marks of a text in which three names or more stand each over an office, and one of them so again; with the
    offices that stand alone ("Operator"). `()` for any other text."""
    lines = list(lines_of(text, 0, len(text)))
    found: list[Mark] = []
    for (a, b), (c, d) in pairwise(lines):
        if _is_name(text[a:b]) and _is_held(text[c:d]):
            found.append(Mark(a, d, text[a:b], kind_of_label(text[a:b]), text[c:d], sure=True))
    again = Counter((mark.label, mark.note) for mark in found)
    known = any(GIVEN_NAMES.intersection(parse_name(mark.label).given_keys[:1]) for mark in found)
    if len(found) < _LEAST or len(again) < 2 or max(again.values()) < 2 or not known:
        return ()
    taken = {at for mark in found for at in (mark.start, text.rfind("\n", 0, mark.end) + 1)}
    found += [
        Mark(a, b, text[a:b], kind_of_label(text[a:b]), sure=True)
        for a, b in lines
        if a not in taken and len(text[a:b].split()) <= 2 and text[b - 1] not in _ENDS and is_office(text[a:b])
    ]
    return tuple(sorted(found, key=lambda mark: mark.start))


def _is_name(line: str) -> bool:
    """Whether a line may be a full name, and nothing else."""
    return len(line) <= _LONGEST_NAME and line[-1] not in _ENDS and name_like(line) and not parse_name(line).role


def _is_held(line: str) -> bool:
    """Whether a line is an office, with or without the firm."""
    words = line.split()
    short = len(line) <= _LONGEST_OFFICE and len(words) <= _MOST_WORDS and line[-1] not in _ENDS
    return (
        short
        and line[0].isupper()
        and is_role(line)
        and not any(word.islower() and word.isalpha() and len(word) > 3 for word in words)
    )
