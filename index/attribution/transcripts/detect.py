"""Whether a text is a transcript at all, and which candidates for marks are true.

Strict on purpose: a news article with "Name: “…”" lines, a fact check or a profile with "Age: 34" lines is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.attribution.transcripts.clocks import from_zero
from index.attribution.transcripts.company import (
    answers_alone,
    askers_of,
    is_quoting,
    is_sparse,
    paragraphs_from,
    said_in,
)
from index.attribution.transcripts.headings import speaker_of_heading, speaker_of_sentence
from index.attribution.transcripts.initials import with_initials
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.marks import (
    addressed_marks,
    arrow_marks,
    by_full_names,
    find_marks,
    full_stop_marks,
    inline_marks,
    labels_alone,
    lost_colon_marks,
    named_inline_marks,
    own_line_marks,
    relabelled,
    repaired_marks,
    timed_marks,
    under_parts,
)
from index.attribution.transcripts.notes import lines_of
from index.attribution.transcripts.people import head_people, is_role, scan_people
from index.attribution.transcripts.sheets import quote_sheet
from index.attribution.transcripts.singles import keep_singles
from index.attribution.transcripts.spoken import FIRST_PERSON, REPORTED, SALUTATION
from index.attribution.transcripts.unmarked import (
    first_marked,
    interviewers_alone,
    questions_alone,
    questions_by_sense,
)
from index.attribution.transcripts.written import (
    is_caps_speaker,
    is_office,
    kind_of_label,
    name_like,
    post_nominal,
)
from index.language.names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES
from index.language.transcripts import LISTED_PARTS, OUTLETS
from index.names.parse import fold, parse_name

# Marks inside a line that only lost line breaks leave there.
_INSIDE = re.compile(
    r"(?<=[.?!)\]”\"] )(?:QUESTION|Q|M[RS]S?\.? (?:Ma?c)?[A-Z'’-]+|THE PRESIDENT"
    r"|[A-Z][A-Z.'’-]+ (?:[A-Z][A-Z.'’-]* ){0,2}[A-Z'’-]{2,}(?:, [A-Z][^:\n]{2,90}(?:\n[^:\n.?!]{1,60})?)?):"
)
_TO_OTHERS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|us)\b")
_LONGEST_PART = 16  # words of a line that lists who took part
_ACRONYM = 3  # letters of an office by its initials
_LEAST_BARE = 3  # lines "Q Will it …", or labels in capitals beside fewer that all ask
_LEAST_REPLIES = 2  # answers right behind a named speaker's question, of which others need not be behind one
_LEAST_CAPS = 2  # labels in capitals beside a bare "Q" that asks
_LEAST_FULL = 4  # turns under full names
_LEAST_TALK, _MOST_TALK = 5, 4  # turns under given names, and people
_INITIALS_BEHIND = re.compile(r"\s*\([A-Z.]{2,5}\)$")  # "Narrator: Jane Roe (JR)"
_IS_NOTE = re.compile(r"\s*(?:The following|Below|What follows|This) is (?:an?|the)\b")
# "PETALING JAYA: Minister Jane Roe said"
_REPORTS = re.compile(
    r"[ \t]*(?:[^\W\d_a-z][\w.'’-]*,?\s){2,8}"
    r"(?:said|says|has|have|today|yesterday|on\s\w+day|denied|urged|called|told|wants)\b"
)
_ANNOUNCED = re.compile(r"\btranscript\b[^\n]{0,160}\s*\Z", re.IGNORECASE)
_HYPHENED = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]+-[^\W\d_a-z][^\W\d_A-Z]+")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known before marks are chosen: how often each key stands, who is named at the top, outlets that ask."""

    counts: Counter[str]
    titled: frozenset[str]
    timed: bool
    outlets: int

    @property
    def questions(self) -> int:
        return self.counts["?"] + self.outlets


def established(text: str, title: str | None) -> tuple[Mark, ...]:
    """The true marks of `text` in order, `()` when they do not make a transcript."""
    marks = find_marks(text)
    return (
        interviewers_alone(text, title, marks)
        or quote_sheet(text, title)
        or _with_signs(text, title, marks)
        or first_marked(text, marks)
        or questions_alone(text, title, marks)
        or questions_by_sense(text, title, marks)
        or labels_alone(text)
    )


def _with_signs(text: str, title: str | None, candidates: Sequence[Mark]) -> tuple[Mark, ...]:
    """The true marks among those with a sign: a colon, a full stop, a bracket, capitals."""
    inside = named_inline_marks(text, candidates)
    candidates = sorted([*candidates, *inside], key=lambda m: m.start) if inside else candidates
    marks: Sequence[Mark] = by_full_names(_usable(text, relabelled(text, with_initials(text, candidates))))
    everywhere = _lost_breaks(text, marks)
    if not marks and not everywhere:
        return ()
    named = [m for m in marks if m.kind in ("caps", "name")]
    titled = frozenset(p.parsed.surname_key for p in head_people(title, text[:600])) if named else frozenset[str]()
    outlets = sum(_is_outlet(m.label) for m in named)
    seen = _Evidence(Counter(m.key for m in marks), titled, sum(m.timed for m in marks) >= 3, outlets)
    good = _good_keys(text, marks, named, seen)
    asked = seen.questions + (sum(m.replies for m in marks) >= _LEAST_REPLIES)
    kept = [m for m in marks if m.kind in ("question", "bare", "voice") or m.key in good or _answers(m, asked)]
    kept = keep_singles(text, marks, kept)
    good |= {m.key for m in kept}
    labels = {m.label + _sign(text, m) for m in kept if not m.timed and m.kind not in ("bare", "voice")}
    # "Thank you, Mr. Lund. Next …": a name as usual with a full stop is a mark at the beginning of a line alone.
    labels = {label for label in labels if label[-1] != "." or kind_of_label(label) != "name"}
    kept.extend(repaired_marks(text, kept))
    kept.extend(own_line_marks(text, kept))
    kept.extend(lost_colon_marks(text, kept))
    kept.extend(arrow_marks(text, kept))
    kept.extend(timed_marks(text, kept))
    kept.extend(full_stop_marks(text, kept))
    if seen.questions >= 2:
        kept.extend(addressed_marks(text, kept))
    extra = [
        m for m in inline_marks(text, marks, labels, everywhere) if m.kind == "question" or m.key in good or everywhere
    ]
    kept = list(under_parts(_disjoint([*kept, *extra])))
    return tuple(kept) if _is_transcript(text, title, kept, titled) else ()


def _usable(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Candidates without the bare "Q" of a text that has few, without a bare "A" that answers none, without arrows that
    no label bears out, and without the lines of a list of those who took part."""
    asked_by_name = {
        b.start
        for a, b in pairwise(marks)
        if a.kind in ("caps", "name") and text[a.end : b.start].rstrip().endswith("?")
    }
    marks = [replace(m, replies=m.kind == "answer" and m.start in asked_by_name) for m in marks]
    bare = sum(m.kind == "bare" or (m.kind == "question" and m.label == "Q") for m in marks)
    if bare < _LEAST_BARE and sum(m.kind == "caps" for m in marks) >= _LEAST_CAPS:
        bare += _LEAST_BARE * all("?" in _line(text, m.end) for m in marks if m.kind == "bare")
    marks = from_zero(text, marks)
    arrows = sum(m.kind in ("caps", "name") and text[m.start] == ">" for m in marks)
    asked = {b.start for a, b in pairwise(marks) if a.kind in ("bare", "question")}
    answers = sum(m.start in asked for m in marks if _is_bare_answer(text, m))
    return [
        m
        for m in marks
        if (m.kind != "bare" or bare >= _LEAST_BARE)
        and (m.kind != "voice" or arrows >= 2)
        and (not _is_bare_answer(text, m) or (m.start in asked and answers >= max(2, 0.6 * bare)))
        and not (_takes_part(text, m) or _is_heading(m) or _is_no_voice(text, m))
    ]


def _is_no_voice(text: str, mark: Mark) -> bool:
    """Whether capitals before a colon are the place that a report comes from, or lead to a note about the page."""
    if mark.kind != "caps" or mark.timed or parse_name(mark.label).role:
        return False
    return bool(_IS_NOTE.match(text, mark.end) or _REPORTS.match(text, mark.end))


_OCCASION = re.compile(
    r"\b(?:press|news|media) (?:conference|briefing|release)s?\b|\btranscripts?\b|\binterviews?\b|\bq ?& ?a\b",
    re.IGNORECASE,
)


def _is_heading(mark: Mark) -> bool:
    """Whether what stands before a colon is a page's heading and nobody: "POST-CABINET PRESS CONFERENCE: 5 May"."""
    return mark.kind in ("caps", "name") and _OCCASION.search(mark.label) is not None


def _is_bare_answer(text: str, mark: Mark) -> bool:
    """Whether a mark is an "A" without a sign, which opens many a sentence."""
    return mark.kind == "answer" and text[mark.start : mark.end].strip() == "A" and mark.end - mark.start == 2


def _takes_part(text: str, mark: Mark) -> bool:
    """Whether a line lists who took part and as what: "Moderator: JANE ROE, Communications Officer"."""
    rest = _INITIALS_BEHIND.sub("", _line(text, mark.end).strip())
    listed = fold(mark.label).removesuffix("s") in LISTED_PARTS and 2 <= len(rest.split()) <= _LONGEST_PART
    if not listed or rest[-1] in ".?!:":
        return False
    alone = all(word[:1].isupper() for word in rest.split()) and name_like(rest)  # "Host: Jane Roe"
    return alone or any(person.role for person in scan_people(rest, 1))


def _line(text: str, at: int) -> str:
    """What is left of the line at `at`."""
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)]


def _is_outlet(label: str) -> bool:
    """Whether a label is an outlet's name, which asks ("CNN", "National Public Radio")."""
    name = parse_name(label)
    return bool(OUTLETS.search(label)) and not name.role and not set(name.given_keys) & GIVEN_NAMES


def _answers(mark: Mark, questions: int) -> bool:
    return mark.kind == "answer" and (questions > 0 or mark.replies)


def _good_keys(text: str, marks: Sequence[Mark], named: Sequence[Mark], seen: _Evidence) -> set[str]:
    """The keys of labels that are somebody: surely a person, or back again in the company of questions."""
    good = {
        m.key
        for m in named
        if m.sure
        or _is_person(m, seen.titled)
        or (m.timed and seen.timed)
        or (seen.counts[m.key] >= 2 and (seen.questions >= 2 or m.kind == "caps"))
        or (seen.counts[m.key] >= 2 and name_like(m.label))
    }
    good |= _given_names(m for m in named if seen.counts[m.key] >= 2)
    if any(seen.counts[key] >= 2 for key in good):
        good |= {m.key for m in named if seen.counts[m.key] >= 2 and _HYPHENED.fullmatch(m.label)}  # "Rees-Jones:"
    if any(seen.counts[key] >= 2 for key in good):  # somebody known replies: whoever mostly asks is the other party
        good |= {key for key in askers_of(text, marks) if seen.counts[key] >= 2}
    return good


def _given_names(marks: Iterable[Mark]) -> set[str]:
    """The keys of labels of one word, where two people and more, half of them at least by a known given name, are
    called so: "Gordon:", "Kelvin:"; none otherwise."""
    words = {m.key: fold(m.label) for m in marks if m.label.isalpha() and m.label[1:].islower()}
    words |= {m.key: fold(m.label).partition("-")[0] for m in marks if _HYPHENED.fullmatch(m.label)}
    known = sum(word in GIVEN_NAMES for word in words.values())
    return set(words) if 2 <= len(words) <= _MOST_TALK and 2 * known >= len(words) else set()


def _disjoint(marks: Sequence[Mark]) -> list[Mark]:
    out: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not out or mark.start >= out[-1].end:
            out.append(mark)
    return out


def _sign(text: str, mark: Mark) -> str:
    tail = text[mark.end - 1 : mark.end]
    return tail if tail in (":", ".") else ":"


def _lost_breaks(text: str, marks: Sequence[Mark]) -> bool:
    """Whether the text has lost its line breaks, so that most marks stand inside lines."""
    inside = _INSIDE.findall(text)
    return len(inside) >= max(2, len(marks) / 2)


def _is_person(mark: Mark, titled: frozenset[str]) -> bool:
    """Whether a label by itself is surely somebody."""
    name = parse_name(mark.label)
    if name.surname_key and name.surname_key in titled:
        return True
    if post_nominal(mark.label) or (mark.timed and (name.given or name.role)) or fold(mark.label) == "the court":
        return True
    if mark.kind == "caps":
        named = is_caps_speaker(mark.label) and (name.role != "" or name_like(mark.label))
        return named or (mark.label.isupper() and is_office(mark.label))  # "PRESENTER:", "PRIME MINISTER:"
    if mark.note and name.given and (is_role(mark.note) or OUTLETS.search(mark.note)):
        return True
    if name.role:
        return bool(name.surname) or fold(mark.label).split()[-1] not in ("chief", "head", "official")
    first = name.given_keys[0] if name.given_keys else ""
    return bool(first) and (first in MALE_NAMES or first in FEMALE_NAMES or len(first) == 1) and len(name.given) <= 3


def _is_transcript(text: str, title: str | None, marks: Sequence[Mark], titled: frozenset[str]) -> bool:
    if not marks:
        return False
    keys = Counter(m.key for m in marks)
    questions, named = keys["?"], [m for m in marks if m.kind in ("caps", "name")]
    rest = len(text) - marks[0].start
    if _in_person(text, marks, titled) or any(m.alone for m in marks):
        return True
    if len(marks) < 3:
        asked = bool(questions and named) and _headed(text, title)  # one question and its answer
        return asked or _is_monologue(text, marks, titled)
    known = sum(m.key in titled for m in named)
    if rest < 0.35 * len(text) and len(marks) < 8 and known < 2 and not _headed(text, title):
        return False
    asked_and_answered = questions >= 2 and keys["!"] >= 2 and not named
    if (is_quoting(text, marks) and not asked_and_answered) or is_sparse(text, marks):
        return False
    if questions >= 2:
        return True
    if questions and (named or keys["!"]):
        people = len(named) >= 3 and all(_is_person(m, titled) for m in named)
        return max(keys.values()) >= 2 or any(m.kind == "caps" for m in named) or people
    if _surely(text, marks, keys) or answers_alone(text, marks):
        return True
    if not named or len(keys) < 2 or max(keys.values()) < 2:
        return _is_monologue(text, marks, titled)
    askers = askers_of(text, marks)
    strong = sum(_is_person(m, titled) or m.key in askers or bool(_HYPHENED.fullmatch(m.label)) for m in named)
    if sum(m.kind == "caps" for m in named) >= 3 and strong:
        return True
    asked = sum(1 for i in range(len(marks)) if "?" in said_in(text, marks, i)[-80:])
    timed = sum(m.timed for m in marks)
    if len(marks) >= 4 and strong >= 2 and (asked >= 1 or timed >= 2):
        return True
    if _by_given_names(text, marks, keys) or _in_turns(text, marks, keys, strong):
        return True
    return bool(title and _OCCASION.search(title)) and _by_full_names(text, marks, keys)


def _by_full_names(text: str, marks: Sequence[Mark], keys: Counter[str]) -> bool:
    """Whether two people, by full names, speak in turns in nearly every paragraph; under a title that says so."""
    full = all(name_like(m.label) and " " in m.label for m in marks)
    often = len(marks) >= _LEAST_FULL and min(keys.values()) >= 2
    return full and often and len(marks) >= 0.8 * paragraphs_from(text, marks) and not is_quoting(text, marks)


def _by_given_names(text: str, marks: Sequence[Mark], keys: Counter[str]) -> bool:
    """Whether a few people speak in turns under their given names alone, to each other: a podcast."""
    if len(marks) < _LEAST_TALK or not 2 <= len(keys) <= _MOST_TALK or min(keys.values()) < 2:
        return False
    if not set(keys) <= _given_names(marks) or len(marks) < 0.5 * paragraphs_from(text, marks):
        return False
    told = [said_in(text, marks, i) for i in range(len(marks))]
    spoken = sum(said.endswith("?") or bool(FIRST_PERSON.search(said)) for said in told)
    return spoken >= 0.6 * len(marks) and len(REPORTED.findall(text, marks[0].end)) < 0.3 * len(marks)


def _headed(text: str, title: str | None) -> bool:
    """Whether the title or a sentence at the top says whose words these are: a long opening statement may follow."""
    if title and speaker_of_heading(title) is not None:
        return True
    return any(speaker_of_sentence(text[a:b]) is not None for a, b in lines_of(text, 0, 600) if b - a <= 400)


def _in_person(text: str, marks: Sequence[Mark], titled: frozenset[str]) -> bool:
    """Whether two people and more, each by name and office, speak of themselves and to each other from the top on: a
    meeting at which nobody asks. News quotes or retells."""
    people = {m.key for m in marks}
    top = 0 if _ANNOUNCED.search(text, 0, marks[0].start) else marks[0].start  # behind an editor's long lead
    if len(people) < 2 or top > 0.35 * len(text) or not all(_is_person(m, titled) for m in marks):
        return False
    if not any(parse_name(m.label).role and parse_name(m.label).surname for m in marks):
        return False
    spoken = sum(bool(_TO_OTHERS.search(said_in(text, marks, i))) for i in range(len(marks)))
    reported = len(REPORTED.findall(text, marks[0].end))
    return spoken >= 0.6 * len(marks) and reported < 0.3 * len(marks) and not is_quoting(text, marks)


def _surely(text: str, marks: Sequence[Mark], keys: Counter[str]) -> bool:
    """Whether three marks or more of forms that nothing else has stand throughout, each of whomever: over few
    paragraphs each, or over speech in the first person."""
    if sum(m.sure for m in marks) < 3 or len(keys) < 2:
        return False
    if len(marks) >= 0.5 * paragraphs_from(text, marks):
        return True
    told = [said_in(text, marks, i) for i in range(len(marks))]
    spoken = sum(bool(_TO_OTHERS.search(said) or SALUTATION.match(said)) for said in told)
    return spoken >= 0.6 * len(marks) and len(REPORTED.findall(text, marks[0].end)) < 0.3 * len(marks)


def _in_turns(text: str, marks: Sequence[Mark], keys: Counter[str], strong: int) -> bool:
    """Whether named people speak in turns throughout although nobody asks: a committee's or an assembly's business."""
    again = sum(n >= 2 for n in keys.values())
    return (
        len(marks) >= 5
        and again >= 1
        and strong >= 0.8 * len(marks)
        and len(marks) >= 0.5 * paragraphs_from(text, marks)
    )


def _is_monologue(text: str, marks: Sequence[Mark], titled: frozenset[str]) -> bool:
    """One or two turns: only under a title or role in capitals, at the top of the text."""
    first = marks[0]
    if first.kind != "caps" or len(text) - first.end < 80 or len(first.label) <= _ACRONYM:
        return False  # "PM: talks go on" heads an article
    name = parse_name(first.label)
    before = text[: first.start]
    known = bool(name.role) or name.surname_key in titled
    return known and len(before) < max(1200, 0.15 * len(text)) and '" ' not in before and "”" not in before
