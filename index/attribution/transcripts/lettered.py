"""Talks whose turns open with a letter: "M:" who moderates, "I:" who interviews, "R:" who responds, "P:" a participant.

Or with a word alone on its line, "Question" and "Answer". Who responds is one person, whom title or head may name;
behind the other letters whoever asks may speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.transcripts.company import paragraphs_from
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.people import head_people

_LETTER = re.compile(r"^[ \t]*(?P<letter>[MIRP]) ?: ?(?=\S)", re.MULTILINE)
_WORDS = re.compile(r"^[ \t]*+(?P<word>QUESTION|Question|ANSWER|Answer)[ \t]*$", re.MULTILINE)
_RUN_ON = re.compile(r"(?:^[ \t]*+|(?<=[.?!…”\"\])] ))(?P<letter>[QA])\d{0,2} ?[:.)] +(?=\S)", re.MULTILINE)
# "Q: “Will it open?” Mr Roe: “It will.”" in a paragraph, where the title names a Roe.
_TITLED = r"(?P<label>(?:[A-Z][A-Za-z]{0,11}\.? ){0,2}(?:%s)) ?: +(?=\S)"
_LEAST_ANSWERS = 2
_PAIRS = (("M", "R"), ("I", "R"), ("I", "P"))  # who asks, who answers
_LEAST = 3  # turns
_SHARE = 0.6  # of the paragraphs that open so


def by_letters(text: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of such a talk, `()` where other labels stand between them or the letters are others."""
    found = list(_LETTER.finditer(text))
    letters = {m["letter"] for m in found}
    pair = next((pair for pair in _PAIRS if letters == set(pair)), None)
    own = {m.start("letter") for m in found}
    if pair is None or len(found) < _LEAST or any(m.start not in own for m in marks):
        return ()
    turns = tuple(
        Mark(m.start("letter"), m.end(), m["letter"], "question" if m["letter"] == pair[0] else "answer") for m in found
    )
    return turns if len(turns) >= _SHARE * paragraphs_from(text, turns) else ()


def by_words(text: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of a talk in which "Question" and "Answer" stand alone on their lines over what is asked and answered;
    `()` where other labels stand between them."""
    found = [
        Mark(m.start(), m.end(), m["word"], "question" if m["word"][0] in "qQ" else "answer")
        for m in _WORDS.finditer(text)
    ]
    answers = sum(m.kind == "answer" for m in found)
    own = {m.start for m in found}
    again = answers >= _LEAST_ANSWERS and len(found) - answers >= _LEAST_ANSWERS
    return tuple(found) if again and all(m.start in own for m in marks) else ()


def in_one_paragraph(text: str, title: str | None, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of an interview whose questions and answers run on in a paragraph ("Q: Will it open? A: It will."), or
    stand before a bracket ("Q) Will it open?"); `()` where they do not take turns or other labels stand between. The
    answers may have the name of the one whom the title names."""
    found = [
        Mark(m.start("letter"), m.end(), m["letter"], "question" if m["letter"] == "Q" else "answer")
        for m in _RUN_ON.finditer(text)
    ]
    if found and all(m.kind == "question" for m in found):
        found = sorted([*found, *_answers_by_name(text, title)], key=lambda m: m.start)
    kinds = [m.kind for m in found]
    turns = kinds[::2].count("question") == len(kinds[::2]) and kinds[1::2].count("answer") == len(kinds[1::2])
    inside = any(text[m.start - 1 : m.start] == " " or text[m.start : m.end].rstrip()[-1] == ")" for m in found)
    own = {m.start for m in found}
    alone = all(m.start in own for m in marks)
    return tuple(found) if turns and inside and alone and kinds.count("answer") >= _LEAST_ANSWERS else ()


def _answers_by_name(text: str, title: str | None) -> list[Mark]:
    """The answers under one label inside a paragraph that holds a name of the one person of the title."""
    named = {p.name: p for p in head_people(title, "") if p.parsed.given}
    words = [re.escape(word) for word in next(iter(named)).split() if len(word) > 1] if len(named) == 1 else []
    if not words:
        return []
    told = re.compile(r"(?:^|(?<=[.?!…”\"\])] ))" + _TITLED % "|".join(words), re.MULTILINE)
    found = list(told.finditer(text))
    alike = len({m["label"] for m in found}) == 1
    return [Mark(m.start("label"), m.end(), m["label"], "answer") for m in found] if alike else []
