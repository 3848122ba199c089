"""What the turns of a transcript tell of others: quotations, and what somebody is said to have said by full name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.transcripts.turns import teller_of
from index.language.english import ANYBODY, SUBJECTS
from index.language.mentions import IN_THE_ROOM
from index.language.names import GIVEN_NAMES
from index.model import Article, Span, Statement, Turn
from index.names.parse import fold, parse_name

_MARKS = '"“”«»„'
_NOBODY = IN_THE_ROOM | ANYBODY | SUBJECTS
_LEAST_QUOTED = 25  # characters; shorter marked words inside a turn are names and scare quotes
_VERB = r"(?:said|says|announced|warned|confirmed|insisted|stated|told)"
_SAYS = re.compile(rf"\b[A-Z][\w'’-]++ (?:has |have |had |also |just )*{_VERB}\b")
_LONGEST_LEAD = 3000  # characters
_WHEN = r"(?:has |have |had |also |just )*"
# "Senator Jane Roe said that the ferry was safe", "Jane Roe, the mayor, has warned"
_SAID_BY = re.compile(rf"[A-Z][\w.'’-]*+ (?:[A-Z]\.? )?[A-Z][\w'’-]++(?:, [^,.\n]{{3,80}},)? {_WHEN}{_VERB}\b")
_CUE = re.compile(rf"{_WHEN}(?P<verb>{_VERB})\b[^,.]{{0,30}}")
_OWN = re.compile(r",? (?:and|but|so) (?:I|we)\b(?! (?:said|say)\b)")
# "Mr. President, Jane Roe said": whom a reporter speaks to is no part of the name.
_ADDRESSED = re.compile(
    r"(?:,|(?:Mr|Mrs|Ms|Madam|Sir|President|Secretary|Minister|Chair\w*)\b\.?(?: [A-Z]\w+)?,)", re.I
)


def told_in(article: Article, turn: Turn) -> list[Span]:
    """Paragraphs of a turn in which somebody may be quoted or told of, also by who asks."""
    text = article.text
    return [
        span
        for span in turn.spans
        if sum(text.count(mark, *span) for mark in _MARKS) >= 2
        or "‘" in text[slice(*span)]
        or _SAID_BY.search(text, *span)
    ]


def lead_of(article: Article, turns: Sequence[Turn]) -> list[Span]:
    """What stands above the first turn of a transcript, where it tells what somebody said: an editor's lead."""
    end = min(turns[0].start, turns[0].mark_span[0]) if turns else 0
    return [(0, end)] if 0 < end <= _LONGEST_LEAD and _SAYS.search(article.text, 0, end) else []


def told_by_others(text: str, found: Sequence[Statement], span: Span, turns: Sequence[Turn]) -> list[Statement]:
    """What is `found` in a paragraph of a turn that another says: told by the turn's speaker. A "he" that nothing
    explains is somebody in an anecdote, as like as not."""
    teller = teller_of(turns, span[0])
    kept = [s for s in found if s.end - s.start >= _LEAST_QUOTED and s.speaker]
    shifted = [_shifted(s, span[0]) for s in kept if s.resolved or teller is not None]
    theirs = [s for s in shifted if s.speaker != teller and (s.speaker or "").casefold() not in _NOBODY]
    told = [s if s.kind in ("direct", "mixed") else _retold(text, s) for s in theirs]
    return [replace(s, teller=teller) for s in told if s is not None]


def _retold(text: str, told: Statement) -> Statement | None:
    """What somebody is said to have said without quotation marks, where the sentence names her in full; None else. An
    office that stands elsewhere in the paragraph is another's, as like as not."""
    name, mention = parse_name(told.speaker or ""), told.mention or ""
    cue = _CUE.fullmatch(" ".join(text[slice(*span)] for span in told.cue_spans))
    usual = not GIVEN_NAMES.isdisjoint(name.given_keys[:1]) or bool(told.role and name.given)
    known = told.resolved and usual and len(name.given_keys[0]) > 1
    if told.kind != "indirect" or not known or cue is None or len(told.spans) > 1 or _ADDRESSED.match(mention):
        return None
    if name.surname not in mention or mention.partition(name.surname)[2].startswith((" and ", " or ")):
        return None
    if any(text[end : end + 1] == ":" for _, end in told.mention_spans):
        return None  # "Jane Roe, Karst Courier: He told us that …", a label
    if cue["verb"] == "told" and not text.startswith("that ", told.start):
        return None
    own = _OWN.search(text, told.start, told.end)  # "…, and I think that is fair", of who tells it
    end = own.start() if own is not None else told.end
    if end - told.start < _LEAST_QUOTED:
        return None
    cut = replace(told, end=end, spans=((told.start, end),))
    return cut if fold(told.role or "") in fold(mention) else replace(cut, role=None)


def _shifted(s: Statement, by: int) -> Statement:
    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple((a + by, b + by) for a, b in spans)

    return replace(
        s,
        start=s.start + by,
        end=s.end + by,
        spans=moved(s.spans),
        cue_spans=moved(s.cue_spans),
        mention_spans=moved(s.mention_spans),
    )
