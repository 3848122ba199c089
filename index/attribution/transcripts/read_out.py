"""What somebody reads out that another has written: "I will read a statement of Mayor Roe: “…”" is the mayor's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from index.attribution.transcripts.labels import Identity
from index.attribution.transcripts.notes import trim
from index.attribution.transcripts.people import scan_people
from index.model import Span, Turn

_READS = re.compile(
    r"\b(?:[Rr]ead(?:ing)?|[Ss]har(?:e|ing)|[Cc]onvey(?:ing)?|[Dd]eliver(?:ing)?)\b(?:(?!\bmy\b|\bour\b|\bown\b)[^.?!:\n\"“]){0,50}?"
    r"\b(?:statement|message|letter|greetings|note|words)\b[^.?!:\n\"“]{0,20}?\b(?:of|from|by)\s"
    r"(?P<who>(?!my\b|our\b)(?:[^.?!:\n\"“]|(?<=\bMr|\bMs|\bDr)\.){3,120})"
    r"(?:\.\s(?:It|He|She|They)\s(?:says|reads|writes|said|wrote|goes)\b[^.?!:\n\"“]{0,40})?[:,]\s*(?P<open>[\"“])"
)
_CLOSING = {'"': '"', "“": "”"}
_LEAST = 25  # characters of what is read


def read_out(text: str, turns: Sequence[Turn], identify: Callable[[str, str | None], Identity]) -> Iterator[Turn]:
    """The turns; each in which the words of another are read out in quotation marks parted in the reader's own, those,
    and what the reader says behind them. Whose they are is nobody where the announcement names nobody or several."""
    for turn in turns:
        announced = next((m for span in turn.spans for m in _READS.finditer(text, *span)), None)
        quoted = _quoted(text, turn, announced) if announced is not None else None
        if announced is None or quoted is None:
            yield turn
            continue
        people = scan_people(f"by {announced['who']}", 1)
        who = identify(people[0].name, people[0].role or None) if len(people) == 1 else Identity(None, None, True)
        before, read, behind = (_within(text, turn, *part) for part in quoted)
        yield replace(turn, spans=before, end=before[-1][1] if before else turn.mark_span[1], ends_asking=False)
        yield _part(turn, read, who)
        if behind:
            yield _part(turn, behind, Identity(turn.speaker, turn.role, turn.resolved))


def _quoted(text: str, turn: Turn, announced: re.Match[str]) -> tuple[Span, Span, Span] | None:
    """(before, within, behind) the quotation marks that open behind an announcement; None where they never close."""
    begins, (first, last) = announced.start("open"), (turn.spans[0][0], turn.spans[-1][1])
    ends = text.find(_CLOSING[announced["open"]], begins + 1, last)
    while announced["open"] == "“" and ends >= 0 and 0 <= (again := text.find("“", begins + 1, last)) < ends:
        begins, ends = again, text.find("”", again, last)  # each paragraph of it opens so, or a quotation stands in it
    if ends < 0 or ends - announced.start("open") < _LEAST:
        return None
    return (first, announced.start("open")), (announced.start("open"), ends + 1), (ends + 1, last)


def _within(text: str, turn: Turn, a: int, b: int) -> tuple[Span, ...]:
    """The parts of a turn's spans that lie in `[a, b)`."""
    cut = (trim(text, max(a, c), min(b, d)) for c, d in turn.spans if c < b and d > a)
    return tuple((c, d) for c, d in cut if any(map(str.isalnum, text[c:d])))


def _part(turn: Turn, spans: tuple[Span, ...], who: Identity) -> Turn:
    """A part of a turn that is somebody's by itself."""
    at = spans[0][0]
    return replace(
        turn, start=at, end=spans[-1][1], spans=spans, mark="", mark_span=(at, at), greets=False, is_question=False,
        speaker=who.speaker, role=who.role, resolved=who.resolved,
    )  # fmt: skip
