"""Whether a text is a transcript at all, and which candidates for marks are true.

Strict on purpose: a news article with "Name: “…”" lines, a fact check or a profile with "Age: 34" lines is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.attribution.transcripts.alike import set_alike
from index.attribution.transcripts.alone import labels_alone, lost_colon_marks, own_line_marks
from index.attribution.transcripts.announced import few_alone, few_labels, names_of_the_heading, statements_of_several
from index.attribution.transcripts.clocks import from_zero
from index.attribution.transcripts.company import (
    askers_of,
)
from index.attribution.transcripts.dashed import dashed_answers
from index.attribution.transcripts.fuller import by_full_names
from index.attribution.transcripts.headings import gives_words
from index.attribution.transcripts.holders import is_field
from index.attribution.transcripts.initials import with_initials
from index.attribution.transcripts.lettered import by_letters, by_words, in_one_paragraph
from index.attribution.transcripts.mark import Mark, under_parts
from index.attribution.transcripts.marks import (
    addressed_marks,
    arrow_marks,
    bracketed_marks,
    find_marks,
    full_stop_marks,
    inline_marks,
    named_inline_marks,
    relabelled,
    repaired_marks,
    timed_marks,
)
from index.attribution.transcripts.notes import is_heading
from index.attribution.transcripts.ordered import names_below, two_in_turn
from index.attribution.transcripts.outlets import below_who_answers, called_on
from index.attribution.transcripts.paired import names_over_offices
from index.attribution.transcripts.people import head_people, is_role, scan_people
from index.attribution.transcripts.proof import HYPHENED, OCCASION, given_names, is_person, is_transcript, of_captions
from index.attribution.transcripts.separated import separated
from index.attribution.transcripts.sheets import quote_sheet
from index.attribution.transcripts.singles import keep_singles
from index.attribution.transcripts.stopping import labels_that_stop
from index.attribution.transcripts.uniform import fuller_of, uniform
from index.attribution.transcripts.unmarked import (
    dashes_alone,
    first_answer_named,
    first_marked,
    interviewers_alone,
    questions_alone,
    questions_by_sense,
)
from index.attribution.transcripts.written import (
    is_office,
    kind_of_label,
    name_like,
)
from index.language.names import GIVEN_NAMES
from index.language.transcripts import LISTED_PARTS, NUMBERED, OUTLETS, SENTENCE_OPENERS, SENTENCE_WORDS
from index.names.parse import fold, parse_name

# Marks inside a line that only lost line breaks leave there.
_INSIDE = re.compile(
    r"(?<=[.?!)\]”\"] )(?:QUESTION|Q|M[RS]S?\.? (?:Ma?c)?[A-Z'’-]+|THE PRESIDENT"
    r"|[A-Z][A-Z.'’-]+ (?:[A-Z][A-Z.'’-]* ){0,2}[A-Z'’-]{2,}(?:, [A-Z][^:\n]{2,90}(?:\n[^:\n.?!]{1,60})?)?):"
)
_LONGEST_PART = 16  # words of a line that lists who took part
_LEAST_BARE = 3  # lines "Q Will it …", or labels in capitals beside fewer that all ask
_LEAST_PAIRS = 2  # of a bare "Q" and the bare "A" behind it
_LEAST_REPLIES = 2  # answers right behind a named speaker's question, of which others need not be behind one
_NO_QUESTION = re.compile(r"\s*(?:Thank(?:s|\s+you)\b|[(\[])", re.IGNORECASE)  # "Q (Inaudible.)"
_OPENS_SENTENCE = (SENTENCE_WORDS | SENTENCE_OPENERS) - {"a", "an", "and", "in", "at"}  # "Q We have two."
_LEAST_CAPS = 2  # labels in capitals beside a bare "Q" that asks
_INITIALS_BEHIND = re.compile(r"\s*\([A-Z.]{2,5}\)$")  # "Narrator: Jane Roe (JR)"
_BORN = re.compile(r" \(b\. \d{4}\)$")  # "Narrator: Jane Roe (b. 1937)"
_BRACKETED = re.compile(r"\([^()]*\)")
_OF_WHOM = re.compile(r"[A-Z][\w.-]*['’]s? [A-Z]")  # a headline's "Karst's Roe"
_WHOSE_ALONE = re.compile(r"[A-Z][\w.-]+(?:['’]s|s['’]) (?P<surname>[A-Z][\w-]+)")
_IN_CHORUS = re.compile(r"\s*[(\[](?:in )?(?:chorus|unison)[)\]]", re.IGNORECASE)  # several, and nobody by name
_IS_NOTE = re.compile(r"\s*(?:The following|Below|What follows|This) is (?:an?|the)\b")
# "PETALING JAYA: Minister Jane Roe said"
_REPORTS = re.compile(
    r"[ \t]*(?:(?:[^\W\d_a-z][\w'’-]*|[A-Z][a-z]{0,3}\.|(?:[A-Z]\.)+),?\s){2,8}"
    r"(?:said|says|has|have|today|yesterday|on\s\w+day|denied|urged|called|told|wants)\b"
)


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
    marks = dashed_answers(text, [m for m in find_marks(text) if not _is_heading(text, m)])
    early = (
        interviewers_alone(text, title, marks)
        or names_below(text)
        or names_over_offices(text)
        or two_in_turn(text, title, marks)
        or quote_sheet(text, title, marks)
        or by_letters(text, marks)
        or by_words(text, marks)
        or in_one_paragraph(text, title, marks)
        or first_answer_named(text, title, marks)
        or labels_that_stop(text, title, marks)
    )
    if early:
        return early
    same = uniform(text, title)
    return (
        fuller_of(text, _with_signs(text, title, marks), same)
        or labels_alone(text)
        or separated(text)
        or same
        or first_marked(text, title, marks)
        or questions_alone(text, title, marks)
        or questions_by_sense(text, title, marks)
        or dashes_alone(text, title)
        or few_labels(text, title, called_on(text, title, _usable(text, marks)))
        or few_alone(text, title)
        or names_of_the_heading(text, title)
        or statements_of_several(text, title, marks)
    )


def _with_signs(text: str, title: str | None, candidates: Sequence[Mark]) -> tuple[Mark, ...]:
    """The true marks among those with a sign: a colon, a full stop, a bracket, capitals."""
    inside = named_inline_marks(text, candidates)
    candidates = sorted([*candidates, *inside], key=lambda m: m.start) if inside else candidates
    marks: Sequence[Mark] = relabelled(text, with_initials(text, title, candidates))
    marks = by_full_names(text, title, _usable(text, marks))
    marks = called_on(text, title, below_who_answers(text, title, marks))
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
    kept.extend(bracketed_marks(text, kept))
    kept.extend(full_stop_marks(text, kept))
    kept.extend(set_alike(text, kept))
    if seen.questions >= 2:
        kept.extend(addressed_marks(text, kept))
    extra = [
        m for m in inline_marks(text, marks, labels, everywhere) if m.kind == "question" or m.key in good or everywhere
    ]
    kept = list(under_parts(_disjoint([*kept, *extra])))
    return tuple(kept) if is_transcript(text, title, kept, titled) else ()


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
        bare += _LEAST_BARE * all(_is_askers(_line(text, m.end)) for m in marks if m.kind == "bare")
    asked = {b.start for a, b in pairwise(marks) if a.kind in ("bare", "question")}
    answers = sum(m.start in asked for m in marks if _is_bare_answer(text, m))
    if answers >= _LEAST_PAIRS and all(_is_askers(_line(text, m.end)) for m in marks if m.kind == "bare"):
        bare = max(bare, _LEAST_BARE)  # "Q Will it open?" twice, and "A It will." right behind each
    marks = from_zero(text, marks)
    arrows = sum(m.kind in ("caps", "name") and text[m.start] == ">" for m in marks)
    captions = arrows >= 2 or of_captions(text, [m for m in marks if m.kind == "voice"])
    full = {m.key for m in marks if m.kind in ("caps", "name") and " " in m.label}
    return [
        replace(m, kind="voice", sure=True) if _IN_CHORUS.match(text, m.end) else m
        for m in marks
        if (m.kind != "bare" or bare >= _LEAST_BARE)
        and (m.kind != "voice" or captions)
        and (not _is_bare_answer(text, m) or (m.start in asked and answers >= max(_LEAST_PAIRS, 0.6 * bare)))
        and not (_takes_part(text, m) or (m.label.casefold() not in full and _is_no_voice(text, m)))
    ]


def _is_no_voice(text: str, mark: Mark) -> bool:
    """Whether capitals before a colon are the place that a report comes from, or lead to a note about the page."""
    if mark.kind != "caps" or mark.timed or parse_name(mark.label).role or is_role(mark.note):
        return False  # "JANE ROE, TV9 ANCHOR: Tonight, Holm wants to know"
    return bool(_IS_NOTE.match(text, mark.end) or _REPORTS.match(text, mark.end))


def _is_heading(text: str, mark: Mark) -> bool:
    """Whether what stands before a colon is a page's heading or field and nobody: "POST-CABINET PRESS CONFERENCE: 5
    May", "Council of Ports: Remarks by Jane Roe upon arrival", "Debates Volume 12:07", "Karst's Roe: Fees May Rise",
    "Prime Minister: Roe, Jane"."""
    line = _line(text, mark.end).strip()
    if is_field(f"{text[mark.start : mark.end].strip()} {line}"):
        return True
    heading = OCCASION.search(mark.label) is not None or gives_words(line)
    heading = heading or (mark.timed and fold(mark.label.split()[-1]) in NUMBERED)
    headline = bool(line) and _OF_WHOM.match(mark.label) is not None and is_heading(line, before_mark=True)
    whose = _WHOSE_ALONE.fullmatch(mark.label)  # nobody's label, whatever stands behind it
    headline = headline or (whose is not None and not is_office(whose["surname"]))
    return mark.kind in ("caps", "name") and (heading or headline)


def _is_askers(line: str) -> bool:
    """Whether what stands behind a bare "Q" asks, thanks, is a note or begins a sentence: no name with a Q in it."""
    opens = fold(line.split()[0]) in _OPENS_SENTENCE if line.split() else False
    return "?" in line or opens or _NO_QUESTION.match(line) is not None


def _is_bare_answer(text: str, mark: Mark) -> bool:
    """Whether a mark is an "A" without a sign, which opens many a sentence."""
    return mark.kind == "answer" and text[mark.start : mark.end].strip() == "A" and mark.end - mark.start == 2


def _takes_part(text: str, mark: Mark) -> bool:
    """Whether a line lists who took part and as what: "Moderator: JANE ROE, Communications Officer"."""
    rest = _INITIALS_BEHIND.sub("", _BORN.sub("", _line(text, mark.end).strip()))
    listed = fold(mark.label).removesuffix("s") in LISTED_PARTS and 2 <= len(rest.split()) <= _LONGEST_PART
    if not listed or rest[-1] in ".?!:":
        return False
    alone = all(word[:1].isupper() for word in rest.split()) and name_like(rest)  # "Host: Jane Roe"
    several = [_BRACKETED.sub("", one).strip() for one in re.split(r"[,;]|\band\b", rest)]
    if len(several) > 1 and all(map(name_like, several)):
        return True
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
        or is_person(m, seen.titled)
        or (m.timed and seen.timed)
        or (seen.counts[m.key] >= 2 and (seen.questions >= 2 or m.kind == "caps"))
        or (seen.counts[m.key] >= 2 and name_like(m.label))
    }
    good |= given_names(m for m in named if seen.counts[m.key] >= 2)
    if any(seen.counts[key] >= 2 for key in good):
        good |= {m.key for m in named if seen.counts[m.key] >= 2 and HYPHENED.fullmatch(m.label)}  # "Rees-Jones:"
    if any(seen.counts[key] >= 2 for key in good):  # somebody known replies: whoever mostly asks is the other party
        good |= {key for key in askers_of(text, marks) if seen.counts[key] >= 2}
    return good


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
