"""Whether a text is a transcript at all, and which candidates for marks are true.

Strict on purpose: a news article with "Name: “…”" lines, a fact check or a profile with "Age: 34" lines is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.attribution.transcripts.labels import head_people, is_role
from index.attribution.transcripts.marks import (
    Mark,
    addressed_marks,
    find_marks,
    inline_marks,
    is_caps_speaker,
    name_like,
    repaired_marks,
)
from index.language.names import FEMALE_NAMES, MALE_NAMES
from index.names.parse import fold, parse_name

OUTLETS = re.compile(
    r"\b(?:reuters|associated press|AP|AFP|agence|united press|UPI|news(?:papers?)?|times|post|journal"
    r"|tribune|herald|press"
    r"|CNN|BBC|NBC|CBS|ABC|MSNBC|NPR|PBS|Fox|Sky|ITV|ZDF|ARD|DPA|TASS|RIA|Interfax|Bloomberg|Politico|Axios|Guardian"
    r"|Telegraph|Globe|Chronicle|Gazette|Star|Sun|Radio|TV|television|broadcasting|magazine|agency|daily|network|media"
    r"|Le Monde|Figaro|Spiegel|Zeitung|Ukrinform|Al Jazeera|Voice of America|VOA|RFE|Deutsche Welle|DW|EFE|ANSA"
    r"|correspondent|reporter|journalist)\b",
    re.IGNORECASE,
)
_OPENING_QUOTE = "\"“‘'«„‹"


def established(text: str, title: str | None) -> tuple[Mark, ...]:
    """The true marks of `text` in order, `()` when they do not make a transcript."""
    marks: Sequence[Mark] = find_marks(text)
    bare = sum(m.kind == "bare" for m in marks)
    marks = [m for m in marks if m.kind != "bare" or bare >= 3]
    everywhere = _lost_breaks(text, marks)
    if not marks and not everywhere:
        return ()
    counts = Counter(m.key for m in marks)
    questions = counts["?"]
    named = [m for m in marks if m.kind in ("caps", "name")]
    timed = sum(m.timed for m in marks) >= 3
    titled = {p.parsed.surname_key for p in head_people(title, text[:600])} if named else set[str]()
    good = {
        m.key
        for m in named
        if _is_person(m, titled)
        or (m.timed and timed)
        or (counts[m.key] >= 2 and (questions >= 2 or m.kind == "caps"))
        or (counts[m.key] >= 2 and name_like(m.label))
    }
    if any(counts[key] >= 2 for key in good):  # somebody known replies: whoever mostly asks is the other party
        good |= {key for key in askers_of(text, marks) if counts[key] >= 2}
    kept = [m for m in marks if m.kind in ("question", "bare") or m.key in good or (m.kind == "answer" and questions)]
    labels = {m.label + _sign(text, m) for m in kept if not m.timed and m.kind != "bare"}
    kept.extend(repaired_marks(text, kept))
    if questions >= 2:
        kept.extend(addressed_marks(text, kept))
    extra = [
        m for m in inline_marks(text, marks, labels, everywhere) if m.kind == "question" or m.key in good or everywhere
    ]
    kept = _disjoint([*kept, *extra])
    return tuple(kept) if _is_transcript(text, kept, titled) else ()


def _disjoint(marks: Sequence[Mark]) -> list[Mark]:
    out: list[Mark] = []
    for mark in sorted(marks, key=lambda m: m.start):
        if not out or mark.start >= out[-1].end:
            out.append(mark)
    return out


def _sign(text: str, mark: Mark) -> str:
    tail = text[mark.end - 1 : mark.end]
    return tail if tail in (":", ".") else ":"


def _lost_breaks(text: str, marks: Sequence[Mark]) -> bool:
    """Whether the text has lost its line breaks, so that most marks stand inside lines."""
    inside = re.findall(r"(?<=[.?!)\]”\"] )(?:QUESTION|Q|M[RS]S?\.? (?:Ma?c)?[A-Z'’-]+|THE PRESIDENT):", text)
    return len(inside) >= max(2, len(marks) / 2)


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
        return is_role(mark.note) or bool(OUTLETS.search(mark.note))
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
    askers = askers_of(text, marks)
    strong = sum(_is_person(m, titled) or m.key in askers for m in named)
    if sum(m.kind == "caps" for m in named) >= 3 and strong:
        return True
    asked = sum(1 for i in range(len(marks)) if "?" in said_in(text, marks, i)[-80:])
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


def said_in(text: str, marks: Sequence[Mark], i: int) -> str:
    """What stands between mark `i` and the next one."""
    end = marks[i + 1].start if i + 1 < len(marks) else len(text)
    return text[marks[i].end : end].strip()


def _quoting(text: str, marks: Sequence[Mark]) -> bool:
    """Whether labels introduce quotations (a panel of voices, a fact check) rather than speech."""
    named = [i for i, m in enumerate(marks) if m.kind in ("caps", "name", "answer")]
    quoted = sum(said_in(text, marks, i)[:1] in tuple(_OPENING_QUOTE) for i in named)
    return len(named) >= 2 and quoted > 0.4 * len(named)


def _sparse(text: str, marks: Sequence[Mark]) -> bool:
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
