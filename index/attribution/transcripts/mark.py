"""A mark: the beginning of a line that says who speaks from there on, read in the first form that fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from index.attribution.transcripts.form import MARKUP, TIME, Form
from index.attribution.transcripts.forms import FORMS
from index.attribution.transcripts.people import is_role, without_office
from index.attribution.transcripts.written import Label, MarkKind, kind_of_label, read_label
from index.language.names import GIVEN_NAMES
from index.language.roles import ROLE_HEADS
from index.language.transcripts import DIARISED
from index.names.parse import fold, parse_name

_PREFIX = re.compile(
    rf"(?P<clock>[\[(]{TIME}[\])]\s*[–—-]?\s*|{TIME}\s+[–—-]?\s*(?=[A-Z])(?![AP]\.?M\b))?"
    r"(?:[>•·]\s*)*(?:[*_]{1,3}(?=Q\d))?(?:Q\d{1,4}\.?\s+(?=[A-Z][\w.]*(?:\s[^\n:]{1,60})?:)|(?:Q?\d{1,3}\.\s*)?\[\d{3,8}\]\s*(?=[A-Z])|\[[0-9IVXLl]{1,5}[.,\-\]]{1,2}\s*"
    r"|\(?\d{1,3}[.)]\s+(?=(?:Q|QUESTION|THE [A-Z]+|MR|MS|MRS)\b|[A-Z’'-]{2,} [A-Z’' -]{2,40}[(:]"
    r"|[A-Z][^\n:()]{2,50} \([^()\n]{2,60}\) \([^()\n]{2,20}\)[ \t]*(?:\n|$)"
    r"|(?:Rt\.? Hon|Hon)\.? [A-Z’'-]{2,} [A-Z’' -]{2,40}[(:]"
    r"|(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.? [A-Z][^\n:.?!]{1,60} ?:"
    r"|[A-Z][\w’'-]{1,20}(?: [A-Z][\w.’'-]{0,20}){1,4} (?:\([^()\n]{2,60}\) ?){1,2}:))?"
    r"(?:</?(?:b|strong|em|i)>|[*_])*+\s*"
)
_DIARISED = re.compile(rf"{DIARISED}:")
_MARKUP_END = re.compile(MARKUP)
_CLOCK_BEHIND = re.compile(rf"\s*[\[(]{TIME}[\])]")
_SIGN_BEHIND = re.compile(r"[ \t]*(?:-{1,2}|[–—|/>»:=]{1,2})[ \t]+(?=\S)")  # "Jane Roe (00:12) – It will."
_INNER = re.compile(r"\s*+(?P<label>[^\n:.?!]{5,100}):(?=\s)")
_REACH = 180  # characters of a line in which a mark must end
_REACH_BELOW = 700  # where it goes on in the lines below


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate: `[start, end)` with number and sign, the label without them, and the note beside it.

    `sure`: the form alone says that somebody speaks (a seat and party behind a name, a caption's arrows).
    `alone`: one such mark is enough for a transcript.
    `replies`: an answer right behind a named speaker's question.
    `opens_part`: a heading under which the office alone ("Spokesperson:") is the one of the heading.
    """

    start: int
    end: int
    label: str
    kind: MarkKind
    note: str = ""
    timed: bool = False
    inline: bool = False
    sure: bool = False
    opens_part: bool = False
    replies: bool = False
    alone: bool = False

    @property
    def key(self) -> str:
        """What marks of one speaker share: the surname, or the folded label."""
        if self.kind in ("question", "bare", "answer", "voice"):
            return "!" if self.kind == "answer" else "?"
        name = without_office(parse_name(self.label))
        return name.surname_key or fold(self.label)


def mark_of(
    label: Label, start: int, end: int, *, timed: bool = False, inline: bool = False, sure: bool = False
) -> Mark:
    """The mark of a label in `[start, end)`."""
    kind, note = kind_of_label(label.base), bare_note(label.note)
    return Mark(start, end, label.base, kind, note, timed=timed, inline=inline, sure=sure)


def read_mark(text: str, a: int, b: int) -> Mark | None:
    """The mark that the line `text[a:b]` opens with, in the first form that fits."""
    at = _PREFIX.match(text, a, b)
    start = at.end() if at else a
    opens = start < b and (text[start].isupper() or text[start] in "[(§" or text[a] == ">")
    if not opens and not _DIARISED.match(text, start, b) and text[start:b] != "speaker":
        return None
    limit = min(b, start + _REACH)
    timed = bool(at and at["clock"])
    for form in FORMS:
        reach = limit if "\n" not in form.examples[0] else min(len(text), start + _REACH_BELOW)
        m = form.pattern.match(text, start, reach)
        if m and form.holds(m, limit) and (mark := _marked(text, a, b, form, m)):
            return replace(mark, timed=mark.timed or timed)
    return None


def _marked(text: str, a: int, b: int, form: Form, m: re.Match[str]) -> Mark | None:
    groups = m.groupdict()
    note = " ".join((groups.get("note") or "").split())
    end = m.end()
    if form.kind is not None:
        if form.kind in ("question", "answer"):
            end = past_clock(text, end, b)
            inner = _inner_label(text, end, b) if form.kind == "answer" else None
            if inner is not None:  # "A: Jane Roe, Mayor of Karst: It will."
                label, end = inner
                return mark_of(label, a, end)
        return Mark(a, end, groups["label"].strip(), form.kind, bare_note(note), sure=form.sure)
    if groups.get("sep") is not None:  # as in capitals: the label as it stands
        return Mark(a, end, groups["label"], "caps", bare_note(note))
    given = " ".join((groups["label"] or groups["inner"]).split())
    surname, comma, first = given.partition(", ")
    if form.timed and comma and fold(first.split()[0]) in GIVEN_NAMES:  # "Roe, Jane  0:12"
        given = f"{first} {surname}"
    behind = note if not note or note.startswith("(") else f"({note})"
    label = read_label(given + (f" {behind}" if form.seated else ""))
    if label is None:
        return None
    kind = kind_of_label(label.base)
    if form.timed and (sign := _SIGN_BEHIND.match(text, end, b)):
        end = sign.end()
    note = label.note or (note if is_role(note) else "")
    if not form.timed and not form.sure:
        end = past_clock(text, end, b)
    sure = form.sure or is_seated(label)
    return Mark(
        a,
        end,
        label.base,
        kind,
        bare_note(note),
        timed=form.timed,
        sure=sure,
        opens_part=form.opens_part,
        alone=form.alone,
    )


def _inner_label(text: str, at: int, b: int) -> tuple[Label, int] | None:
    """A full name with its colon right behind a mark that answers, and where it ends."""
    found = _INNER.match(text, at, min(b, at + _REACH))
    label = read_label(found["label"]) if found else None
    name = parse_name(label.base) if label else None
    return (label, found.end()) if found and label and name and name.given_keys[:1] and name.surname else None


def is_seated(label: Label) -> bool:
    """Whether a label has a member's seat and party behind it, and neither is an office."""
    return label.seated and not any(fold(w) in ROLE_HEADS for w in label.note.split())


def past_clock(text: str, at: int, b: int) -> int:
    """Where a mark that ends at `at` ends with the markup and the clock time behind it."""
    m = _MARKUP_END.match(text, at, b)
    end = m.end() if m else at
    clock = _CLOCK_BEHIND.match(text, end, b)
    return clock.end() if clock else end


def bare_note(note: str | None) -> str:
    """A description without its marks; empty where it says how, not who ("via interpreter", "to Mr. Roe")."""
    out = (note or "").strip(" ()[],–-")
    out = out if out.count("(") == out.count(")") else out + ")" * (out.count("(") - out.count(")"))
    return "" if re.match(r"(?:to|in response|reading|quoting|continuing|via|through|as \w+ed)\b", out) else out


def under_parts(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks with an office alone ("Spokesperson:") as that of the part it stands in ("Briefing by the Spokesperson
    for the Mayor")."""
    part = ""
    for mark in marks:
        part = mark.label if mark.opens_part else part
        own = part and mark.kind in ("name", "caps") and fold(mark.label) == fold(part.split()[0])
        yield replace(mark, label=part) if own else mark
