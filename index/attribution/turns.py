"""Transcripts: whose turn it is, from the marks alone ("Q.", "MR PRICE:", "Jane Roe: (00:01)").

`find_turns` is strict: a text that is not marked as a transcript throughout gives no turns at all. The forms are
described in docs/transcripts.md. Rules only; one pass over the lines, so cost is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from index.attribution.name_words import FEMALE_NAMES, MALE_NAMES
from index.attribution.names import fold, parse_name
from index.attribution.turn_marks import Mark, find_marks, inline_marks, is_caps_speaker, name_like
from index.attribution.turn_notes import FootNotes, ends_transcript, lines_of, speech_spans
from index.attribution.turn_people import Cast, Identity, Person, head_people, is_role, scan_people
from index.model import Span, Statement, Turn

CONFIDENCE = 0.98
UNRESOLVED_CONFIDENCE = 0.9
_ANONYMOUS = re.compile(r"(?:moderator|operator|host|anchor|announcer|interviewer|interpreter|translator|narrator)$")
_OUTLETS = re.compile(
    r"\b(?:reuters|associated press|AP|AFP|agence|united press|UPI|news(?:papers?)?|times|post|journal|tribune|herald|press"
    r"|CNN|BBC|NBC|CBS|ABC|MSNBC|NPR|PBS|Fox|Sky|ITV|ZDF|ARD|DPA|TASS|RIA|Interfax|Bloomberg|Politico|Axios|Guardian"
    r"|Telegraph|Globe|Chronicle|Gazette|Star|Sun|Radio|TV|television|broadcasting|magazine|agency|daily|network|media"
    r"|Le Monde|Figaro|Spiegel|Zeitung|Ukrinform|Al Jazeera|Voice of America|VOA|RFE|Deutsche Welle|DW|EFE|ANSA"
    r"|correspondent|reporter|journalist)\b",
    re.IGNORECASE,
)
_OPENING_QUOTE = "\"“‘'«„‹"
_SPOKE_WITH = re.compile(
    r"\b(?:spoke|talked|talks|speaks|sat down|sits down|interview(?:ed|s)?|conversation|chatted|caught up|q\s?&\s?a|met)"
    r"\s*(?:recently\s+)?(?:with|to|:)\s+([^\n.]{3,160})",
    re.IGNORECASE,
)


def find_turns(text: str, title: str | None = None) -> tuple[Turn, ...]:
    """The turns of a transcript in order, or `()` where `text` is none.

    Turns do not overlap; `start` is that of the mark, `end` that of the next mark (trimmed), `spans` are the spoken
    paragraphs. A reporter's turn has no speaker and is a question; a speaker who cannot be named in full keeps the
    label as written with `resolved` False. Offsets are characters of `text`.
    """
    marks = _established(text, find_marks(text), title)
    if not marks:
        return ()
    head = text[: marks[0].start]
    cast = Cast([*head_people(title, head), *_label_people(marks)], text)
    answers = _interviewee(title, head, cast)
    if any(m.kind == "answer" for m in marks) and answers is None:
        return ()
    if all(m.kind in ("question", "bare") for m in marks):
        return _unmarked_answers(text, marks, answers) if answers else ()
    return _build(text, marks, cast, answers)


def _label_people(marks: Sequence[Mark]) -> list[Person]:
    """People whom labels name in full, with the role beside the name where one is given."""
    out: list[Person] = []
    for mark in marks:
        if mark.kind in ("caps", "name"):
            name = parse_name(mark.label)
            role = mark.note if is_role(mark.note) and not _OUTLETS.search(mark.note) else name.role
            if name.given:
                out.append(Person(name.full, role, name, 1 if role else 2))
    return out


# ---- is it a transcript, and which marks are true


def _established(text: str, marks: Sequence[Mark], title: str | None) -> tuple[Mark, ...]:
    """The true marks among the candidates, `()` when they do not make a transcript."""
    bare = sum(m.kind == "bare" for m in marks)
    marks = [m for m in marks if m.kind != "bare" or bare >= 3]
    everywhere = _lost_breaks(text, marks)
    if not marks and not everywhere:
        return ()
    counts = Counter(m.key for m in marks)
    questions = counts["?"]
    named = [m for m in marks if m.kind in ("caps", "name")]
    titled = {p.parsed.surname_key for p in head_people(title, text[:600])} if named else set[str]()
    good = {
        m.key
        for m in named
        if _is_person(m, titled)
        or (counts[m.key] >= 2 and (questions >= 2 or m.kind == "caps"))
        or (counts[m.key] >= 2 and name_like(m.label))
    }
    kept = [m for m in marks if m.kind in ("question", "bare") or m.key in good or (m.kind == "answer" and questions)]
    labels = {text[m.start : m.end].strip("[]0123456789. ") for m in kept if m.kind == "bare" or not m.timed}
    labels = {s + _sign(text, m) for m in kept if not m.timed and m.kind != "bare" for s in [_shown(m)]} if labels else set()
    extra = [m for m in inline_marks(text, marks, labels, everywhere) if m.kind == "question" or m.key in good or everywhere]
    kept = sorted([*kept, *extra], key=lambda m: m.start)
    kept = [m for i, m in enumerate(kept) if i == 0 or m.start >= kept[i - 1].end]
    return tuple(kept) if _is_transcript(text, kept, titled) else ()


def _shown(mark: Mark) -> str:
    return mark.label


def _sign(text: str, mark: Mark) -> str:
    tail = text[mark.end - 1 : mark.end]
    return tail if tail in (":", ".") else ":"


def _lost_breaks(text: str, marks: Sequence[Mark]) -> bool:
    """Whether the text is one long paragraph with marks inside."""
    lines = text.count("\n") + 1
    return len(text) > 400 * lines and len(re.findall(r"[.?!] (?:QUESTION|Q|MR\.? [A-Z]+|MS\.? [A-Z]+):", text)) >= 2


def _is_person(mark: Mark, titled: set[str]) -> bool:
    """Whether a label by itself is surely somebody."""
    name = parse_name(mark.label)
    if name.surname_key and name.surname_key in titled:
        return True
    if mark.timed and (name.given or name.role):
        return True
    if mark.kind == "caps":
        return is_caps_speaker(mark.label) and (name.role != "" or name_like(mark.label))
    if mark.note and name.given:
        return is_role(mark.note) or bool(_OUTLETS.search(mark.note))
    if name.role:
        return bool(name.surname) or fold(mark.label).split()[-1] not in ("chief", "head", "official")
    first = name.given_keys[0] if name.given_keys else ""
    return bool(first) and (first in MALE_NAMES or first in FEMALE_NAMES or len(first) == 1) and len(name.given) <= 3


def _is_transcript(text: str, marks: Sequence[Mark], titled: set[str]) -> bool:
    if not marks:
        return False
    keys = Counter(m.key for m in marks)
    questions, named = keys["?"], [m for m in marks if m.kind in ("caps", "name")]
    rest = len(text) - marks[0].start
    if len(marks) < 3:
        return _is_monologue(text, marks, titled)
    if rest < 0.35 * len(text) and len(marks) < 8:
        return False
    if _quoting(text, marks) or _sparse(text, marks):
        return False
    if questions >= 2:
        return True
    if questions and (named or keys["!"]):
        return max(keys.values()) >= 2 or any(m.kind == "caps" for m in named)
    if not named or len(keys) < 2 or max(keys.values()) < 2:
        return _is_monologue(text, marks, titled)
    strong = sum(_is_person(m, titled) for m in named)
    if sum(m.kind == "caps" for m in named) >= 3 and strong:
        return True
    asked = sum(1 for i in range(len(marks)) if "?" in _said(text, marks, i)[-80:])
    timed = sum(m.timed for m in marks)
    return len(marks) >= 4 and strong >= 2 and (asked >= 1 or timed >= 2)


def _is_monologue(text: str, marks: Sequence[Mark], titled: set[str]) -> bool:
    """One or two turns: only under a title or role in capitals, at the top of the text."""
    first = marks[0]
    if first.kind != "caps" or len(text) - first.end < 80:
        return False
    name = parse_name(first.label)
    before = text[: first.start]
    known = bool(name.role) or name.surname_key in titled
    return known and len(before) < max(1200, 0.15 * len(text)) and '" ' not in before and "”" not in before


def _said(text: str, marks: Sequence[Mark], i: int) -> str:
    end = marks[i + 1].start if i + 1 < len(marks) else len(text)
    return text[marks[i].end : end].strip()


def _quoting(text: str, marks: Sequence[Mark]) -> bool:
    """Whether labels introduce quotations (a panel of voices, a fact check) rather than speech."""
    named = [i for i, m in enumerate(marks) if m.kind in ("caps", "name", "answer")]
    quoted = sum(_said(text, marks, i)[:1] in tuple(_OPENING_QUOTE) for i in named)
    return len(named) >= 2 and quoted > 0.4 * len(named)


def _sparse(text: str, marks: Sequence[Mark]) -> bool:
    """Whether the last turn swallows the article, as where prose follows a short exchange."""
    if len(marks) >= 12:
        return False
    lengths = [len(_said(text, marks, i)) for i in range(len(marks))]
    typical = sorted(lengths[:-1])[len(lengths[:-1]) // 2] if len(lengths) > 1 else 0
    return marks[-1].kind != "caps" and lengths[-1] > 1200 and lengths[-1] > 6 * max(typical, 60)


# ---- who speaks


def _interviewee(title: str | None, head: str, cast: Cast) -> Identity | None:
    """The person who gives the answers marked "A:" or not at all."""
    titled = [p for p in cast.people if p.rank == 0]
    if len(titled) == 1:
        return cast.identify(titled[0].name)
    for line in (title or "", head[:4000]):
        for m in _SPOKE_WITH.finditer(line):
            people = scan_people(m.group(1), 1)
            if people:
                return cast.identify(people[0].name, people[0].role)
    listed = [p for p in cast.people if p.rank == 1 and p.parsed.given and p.role]
    return cast.identify(listed[0].name) if len(listed) == 1 else None


def _is_reporter(mark: Mark, text: str, said: str, questions: int) -> bool:
    """A named reporter: the label gives the outlet, or the turn only ends the conference with thanks."""
    if mark.note and _OUTLETS.search(mark.note) and not is_role(re.sub(_OUTLETS, "", mark.note)):
        return True
    brief = len(said) < 90 and bool(re.match(r"\W*thank you", said, re.IGNORECASE)) and bool(re.search(r"\b[Mm]r\.? ", said))
    own_line = re.match(r"\s*\([^)]{3,60}\)\.?", said)
    return questions > 0 and (brief or bool(own_line and _OUTLETS.search(own_line.group())))


def _askers(text: str, marks: Sequence[Mark]) -> set[str]:
    """Labels of people who mostly ask: three turns or more, most with a question mark at the end, or an outlet's name."""
    turns: dict[str, list[bool]] = {}
    outlets: set[str] = set()
    for i, mark in enumerate(marks):
        if mark.kind in ("caps", "name"):
            turns.setdefault(mark.key, []).append(_said(text, marks, i).rstrip(" \"”)]").endswith("?"))
            name = parse_name(mark.label)
            if not name.given and not name.role and _OUTLETS.fullmatch(mark.label):
                outlets.add(mark.key)
    asking = {k for k, asked in turns.items() if len(asked) >= 3 and sum(asked) >= 0.65 * len(asked)}
    return (asking | outlets) if len(turns) > len(asking | outlets) else set()


def _build(text: str, marks: Sequence[Mark], cast: Cast, answers: Identity | None) -> tuple[Turn, ...]:
    notes = FootNotes(text)
    for a, b in lines_of(text, 0, marks[0].start):
        notes.is_note(text[a:b])
    questions = sum(m.kind in ("question", "bare") for m in marks)
    askers = _askers(text, marks)
    named = Counter(m.key for m in marks)
    out: list[Turn] = []
    for i, mark in enumerate(marks):
        end = _turn_end(text, marks, i)
        spans = speech_spans(text, mark.end, end, notes, next_is_mark=i + 1 < len(marks))
        outlet = mark.key in askers and bool(_OUTLETS.fullmatch(mark.label))
        reporter = mark.kind in ("question", "bare") or outlet
        if not reporter and (named[mark.key] <= 2 or mark.note):
            reporter = _is_reporter(mark, text, _said(text, marks, i), questions)
        who = Identity(None, None, True)
        if not reporter:
            who = (answers or who) if mark.kind == "answer" else cast.identify(mark.label, mark.note or None)
        span_of_mark = _mark_span(text, mark)
        stop = max(spans[-1][1] if spans else mark.end, mark.end)
        out.append(
            Turn(
                start=span_of_mark[0],
                end=stop,
                spans=spans,
                speaker=who.speaker,
                mark=text[slice(*span_of_mark)],
                mark_span=span_of_mark,
                role=who.role,
                resolved=who.resolved,
                is_question=reporter or mark.key in askers,
            )
        )
    return tuple(out)


def _turn_end(text: str, marks: Sequence[Mark], i: int) -> int:
    """Where turn `i` stops at the latest: the next mark, or the notes that close the transcript."""
    end = marks[i + 1].start if i + 1 < len(marks) else len(text)
    for a, b in lines_of(text, marks[i].end, end):
        if ends_transcript(text[a:b]):
            return a
    return end


def _mark_span(text: str, mark: Mark) -> Span:
    a, b = mark.start, mark.end
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    return a, b


def _unmarked_answers(text: str, marks: Sequence[Mark], answers: Identity) -> tuple[Turn, ...]:
    """Turns where only the questions are marked: the first paragraph asks, the following ones answer."""
    notes = FootNotes(text)
    out: list[Turn] = []
    for i, mark in enumerate(marks):
        spans = speech_spans(text, mark.end, _turn_end(text, marks, i), notes, next_is_mark=i + 1 < len(marks))
        if not spans:
            continue
        line_end = text.find("\n", spans[0][0])
        cut = next((k for k, (a, _) in enumerate(spans) if line_end != -1 and a > line_end), len(spans))
        asked, said = spans[:cut], spans[cut:]
        ms = _mark_span(text, mark)
        out.append(
            Turn(start=ms[0], end=asked[-1][1], spans=asked, speaker=None, mark=text[slice(*ms)], mark_span=ms, is_question=True)
        )
        if said:
            at = said[0][0]
            out.append(
                Turn(
                    start=at, end=said[-1][1], spans=said, speaker=answers.speaker, mark="", mark_span=(at, at),
                    role=answers.role, resolved=answers.resolved,
                )
            )  # fmt: skip
    return tuple(out) if sum(not t.is_question for t in out) >= 2 else ()


# ---- what others ask of turns


def turn_statements(text: str, turns: Sequence[Turn]) -> tuple[Statement, ...]:
    """One statement of kind "turn" for each turn of a named speaker, its paragraphs as spans."""
    return tuple(
        Statement(
            start=turn.spans[0][0],
            end=turn.spans[-1][1],
            spans=turn.spans,
            kind="turn",
            confidence=CONFIDENCE if turn.resolved else UNRESOLVED_CONFIDENCE,
            mention=turn.mark or None,
            mention_spans=(turn.mark_span,) if turn.mark else (),
            speaker=turn.speaker,
            role=turn.role,
            resolved=turn.resolved,
        )
        for turn in turns
        if turn.speaker and turn.spans
    )


def question_for(turns: Sequence[Turn], i: int) -> Span | None:
    """The span of the reporter's question that turn `i` answers, None where it answers none.

    Several answers in a row (two people reply) share the question, and so does a reply after a word in between.
    """
    if not 0 <= i < len(turns) or turns[i].is_question:
        return None
    for turn in reversed(turns[max(0, i - 3) : i]):
        if turn.is_question and turn.spans:
            return turn.spans[0][0], turn.spans[-1][1]
    return None


def turn_at(turns: Sequence[Turn], offset: int) -> Turn | None:
    """The turn in whose stretch `offset` lies, by bisection."""
    i = bisect_right(turns, offset, key=lambda t: t.start) - 1
    return turns[i] if i >= 0 and offset < turns[i].end else None


def teller_of(turns: Sequence[Turn], offset: int) -> str | None:
    """The speaker in whose turn `offset` lies: who tells a quotation that stands there."""
    turn = turn_at(turns, offset)
    return turn.speaker if turn else None
