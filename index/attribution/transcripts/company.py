"""What stands behind and between the candidates for marks: who asks, who is only quoted, how much is prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.transcripts.mark import Mark
from index.language.transcripts import OUTLETS, ROOM_ROLES
from index.model import Span
from index.names.parse import fold, parse_name

_OPENING_QUOTE = "\"“‘'«„‹"
_TO_OTHERS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|[Uu]s|[Mm]e)\b")
_LINE_OPEN = re.compile(r"\bline is (?:now )?open[.!]?\Z", re.IGNORECASE)
_CALLS = re.compile(
    r"(?:(?:(?:The )?(?:[Nn]ext|[Ff]irst|[Ll]ast) question\b[^\n.]{0,60}|Thank you(?: very much)?)(?:[.,!]\s?|$)){1,2}"
)
_LEAST_LEFT = 2  # paragraphs of a turn of which one calls
_PARAGRAPH = re.compile(r"(?:^|\n[ \t]*\n)[ \t]*(?=\S)")


def said_in(text: str, marks: Sequence[Mark], i: int) -> str:
    """What stands between mark `i` and the next one."""
    end = marks[i + 1].start if i + 1 < len(marks) else len(text)
    return text[marks[i].end : end].strip()


def paragraphs_from(text: str, marks: Sequence[Mark]) -> int:
    """How many paragraphs stand from the first mark on; a mark of several lines is part of one."""
    return len(_PARAGRAPH.findall(text, marks[0].start)) - sum(
        len(_PARAGRAPH.findall(text, m.start + 1, m.end)) for m in marks
    )


def answers_alone(text: str, marks: Sequence[Mark], least: int = 3) -> bool:
    """Whether the marks are all of one person and what stands before most of them ends on a question: an interview
    that marks the answers alone."""
    if len(marks) < least or len({m.key for m in marks}) > 1 or marks[0].kind not in ("caps", "name"):
        return False
    stretches = [text[: marks[0].start].rstrip(), *(said_in(text, marks, i) for i in range(len(marks) - 1))]
    before = [stretch[-1] for stretch in stretches if stretch]
    return before.count("?") >= 0.5 * len(before)


def is_quoting(text: str, marks: Sequence[Mark]) -> bool:
    """Whether labels introduce quotations (a panel of voices, a fact check) rather than speech."""
    named = [i for i, m in enumerate(marks) if m.kind in ("caps", "name", "answer")]
    quoted = sum(said_in(text, marks, i)[:1] in tuple(_OPENING_QUOTE) for i in named)
    return len(named) >= 2 and quoted > 0.4 * len(named)


def is_sparse(text: str, marks: Sequence[Mark]) -> bool:
    """Whether the last turn swallows the article, as where prose follows a short exchange."""
    if len(marks) >= 12:
        return False
    lengths = [len(said_in(text, marks, i)) for i in range(len(marks))]
    typical = sorted(lengths[:-1])[len(lengths[:-1]) // 2] if len(lengths) > 1 else 0
    return marks[-1].kind != "caps" and lengths[-1] > 1200 and lengths[-1] > 6 * max(typical, 60)


def askers_of(text: str, marks: Sequence[Mark]) -> set[str]:
    """Keys of labels that mostly ask: two turns or more, most ending with a question mark, or an outlet's name."""
    turns: dict[str, list[bool]] = {}
    outlets: set[str] = set()
    for i, mark in enumerate(marks):
        if mark.kind in ("caps", "name"):
            turns.setdefault(mark.key, []).append(said_in(text, marks, i).rstrip(' "”)]').endswith("?"))
            name = parse_name(mark.label)
            if not name.given and not name.role and OUTLETS.fullmatch(mark.label):
                outlets.add(mark.key)
    asking = {k for k, asked in turns.items() if len(asked) >= 2 and sum(asked) >= 0.65 * len(asked)}
    return (asking | outlets) if len(turns) > len(asking | outlets) else set()


def quoted_part(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """The spans of a turn whose first paragraph is one quotation, up to where the page goes on to tell something
    itself: a paragraph outside quotation marks in which nobody speaks of herself or to others."""
    if not spans or text[spans[0][0]] not in _OPENING_QUOTE or text[spans[0][1] - 1] not in "\"”’'»":
        return spans
    for i, (a, b) in enumerate(spans):
        if i and text[a] not in _OPENING_QUOTE and not _TO_OTHERS.search(text, a, b):
            return spans[:i]
    return spans


def without_call(text: str, spans: Sequence[Span], label: str) -> Sequence[Span]:
    """The spans of a turn without the operator's call of who asks next at its end: "Next question. Ivo Lund, the
    Courier. Your line is open."; not of an operator's own turn."""
    if (
        len(spans) < _LEAST_LEFT
        or not _LINE_OPEN.search(text, *spans[-1])
        or not ROOM_ROLES.isdisjoint(fold(label).split())
    ):
        return spans
    kept = list(spans[:-1])
    while len(kept) > 1 and _CALLS.fullmatch(text, *kept[-1]):
        kept.pop()
    return kept
