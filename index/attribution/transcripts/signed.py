"""Statements and letters that are signed: whose name stands alone below the last words has said all of them.

"Statement on the closing of the bridge" over paragraphs that say "I" and "we", and "Sincerely, / Jane Roe / Chief of
Police" or "Chief Jane Roe" as their last lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.transcripts.people import Person, head_people, scan_people
from index.language.transcripts import FAREWELLS
from index.model import Span

# What a title calls a text that somebody signs.
_KIND = re.compile(
    r"\b(?:statement|(?:open )?letter|message|note|remarks|apology|response|reply|greetings?|address|appeal)s?\b",
    re.IGNORECASE,
)
_FAREWELL = re.compile(rf"(?:{'|'.join(sorted(FAREWELLS))})\b[^.!?]{{0,30}}[,.!]?", re.IGNORECASE)
_LINES = 4  # at the end, that a signature may fill
_WORDS = 12  # of one of them


def signed(text: str, title: str | None, lines: Sequence[Span]) -> tuple[Person, int] | None:
    """Who signs a text that its title calls a statement or a letter, and where her signature begins; else None."""
    if not title or not _KIND.search(title):
        return None
    last = list(lines[-_LINES:])
    tail = [span for span in last if _is_short(text[slice(*span)])]
    tail = tail[_first_of(text, tail) :]
    if not tail or tail[-1] != lines[-1] or len(tail) == len(lines):
        return None
    names = [one for one in tail if not _FAREWELL.fullmatch(text[slice(*one)].strip())]
    written = ", ".join(text[slice(*one)].strip(" ,-–—*_") for one in names)
    people = [person for person in scan_people(written, 1) if person.parsed.surname]
    if len(people) != 1 or not (people[0].parsed.given or people[0].role):
        return None
    beside = next((one for one in head_people(title, "") if one.parsed.surname == people[0].parsed.surname), None)
    person = people[0] if people[0].parsed.given or beside is None else beside
    return person, tail[0][0]


def _first_of(text: str, tail: Sequence[Span]) -> int:
    """The first line of a signature among the last short lines: the farewell, else the last but one or the last."""
    for at, span in enumerate(tail):
        if _FAREWELL.fullmatch(text[slice(*span)].strip()):
            return at
    return max(0, len(tail) - (2 if len(tail) > 1 and _is_name(text[slice(*tail[-2])]) else 1))


def _is_name(line: str) -> bool:
    return any(person.parsed.given for person in scan_people(line.strip(" ,-–—*_"), 1))


def _is_short(line: str) -> bool:
    """Whether a line may belong to a signature: a few words that are no sentence."""
    words = line.split()
    return (
        1 <= len(words) <= _WORDS
        and not line.rstrip().endswith((".”", "!", "?", ":"))
        and (not line.rstrip().endswith(".") or len(words) <= 3)
    )
