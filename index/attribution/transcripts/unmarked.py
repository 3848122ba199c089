"""Interviews that mark a part of their turns: the first question and answer, the questions, or who asks, alone."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from index.attribution.transcripts.headings import speaker_of_heading
from index.attribution.transcripts.leads import speakers_above, who_speaks_above
from index.attribution.transcripts.mark import Mark, read_mark
from index.attribution.transcripts.notes import ends_transcript, is_note, lines_of
from index.attribution.transcripts.outlets import is_outlet
from index.attribution.transcripts.parted import label_name
from index.attribution.transcripts.people import head_people, scan_people
from index.attribution.transcripts.spoken import FIRST_PERSON, REPORTED
from index.language.interviews import ON_WHAT, SPOKE_WITH
from index.language.transcripts import OUTLETS
from index.model import Span
from index.names.parse import fold

_INTERVIEW = re.compile(
    r"\binterview(?:s|ed)?\b|\bquestions\s+(?:with|for|to)\b|\bq\s?(?:&|and|\+)\s?a\b|\bin\s+conversation\b|\banswers\b"
    r"|\bsat\s+down\s+with\b|\bmeet\b|\b(?:minutes?|coffee|lunch|tea|words)\s+with\b",
    re.IGNORECASE,
)
# "The Minister of Ports, Jane Roe, in this interview with the Courier"
_IN_INTERVIEW = re.compile(
    r"^(?P<whom>[^\n.]{5,120}?),? (?:speaks |talks )?(?:in|during) (?:this|an|the)(?: [a-z-]+){0,2} interview\b",
    re.MULTILINE,
)
_TELLS_WHOM = re.compile(r"\b(?:tells|told|(?:talks|talked|speaks|spoke) (?:to|with)) (?:the )?[A-Z]")
_ASKED = re.compile(r"\bquestions and answers\b|\bq\s?&\s?a\b|\bpress conference\b", re.IGNORECASE)
_BULLET = re.compile(r"(?:[•·▪*-]\s+|\d{1,2}[.)]\s+|[*_]{1,3}(?=\S)|<(?:b|strong|em|i)>)+")
_IN_BOLD = re.compile(  # or in italics: "*You were meant to be a dentist.*"
    r"(?P<sign>\*\*|__|<b>|<strong>|<(?:em|i)>|(?<![*_])[*_](?![*_]))[^*\n]{8,400}(?:\*\*|__|</(?:b|strong|em|i)>|[*_])"
)
# "Jane Roe: “We bought the boats”", a headline over a talk
_QUOTED_HEAD = re.compile(r"(?P<name>[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,3}): [“\"'‘]")
# "Every word from Jane Roe's press conference", above the words
_EVERY_WORD = re.compile(r"\b(?:every word|word for word|transcript in full|full transcript|in full)\b", re.IGNORECASE)
_DASH = re.compile(r"[-–—]\s+(?=\S)")
_MOST_DASHED = 0.8  # share of the paragraphs from the first dash on
_BOLD = re.compile(r"[*_]{1,3}$|</(?:b|strong|em|i)>$")
_EARLY, _OWN = 0.4, 0.6  # share of the text above the first question; of the answers that speak for themselves
_IN_TURNS, _ASK_IN_TURNS = 0.8, 0.4  # of bold paragraphs that others follow; of these that end on a question
_PROSE = 90  # characters of a line that may be told
_LONGEST_QUESTION = 420  # characters
_LEAST_PAIRS = 3  # questions and answers of an interview that marks the first of each alone
_LEAST_QUESTIONS = 2
_MOST_NAMED = 2  # answers that are labelled where the others are not
_HEAD_LINES = 3
_LONGEST_HEAD = 220  # characters of a heading
_LEAST_ASKED = 3  # turns of interviewers by name
_MOST_ASK = 0.6  # share of the turns that interviewers end on a question
_ANSWERED = 0.8  # and that have an answer without a label


def first_marked(text: str, title: str | None, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of an interview that marks its first question and answer alone and then takes turns by paragraph.

    "Q. Will it open?", "A. It will.", and below that a paragraph that asks and one or more that answer, three times and
    more. `()` for any other text. `marks` are all candidates of the text.
    """
    opened = [m for m in marks if m.kind in ("question", "bare", "answer")]
    opened = opened if len(opened) > 1 else _outlet_and_guest(text, title, marks)
    if len(opened) != 2 or [m.kind for m in opened].count("answer") != 1 or opened[1].kind != "answer":
        return ()
    rest = [(a, b) for a, b in lines_of(text, 0, len(text)) if a > opened[1].end]
    asks = [text[b - 1] == "?" for _, b in rest]
    pairs = sum(one and not two for one, two in pairwise(asks))
    if pairs < _LEAST_PAIRS or any(one and two for one, two in pairwise(asks)) or not asks[0]:
        return ()
    found = list(opened)
    for i, (a, _) in enumerate(rest):
        if asks[i] or asks[i - 1]:
            found.append(Mark(a, a, "Q" if asks[i] else "A", "question" if asks[i] else "answer"))
    return tuple(found)


def _outlet_and_guest(text: str, title: str | None, marks: Sequence[Mark]) -> list[Mark]:
    """The two labels of an interview that stand once, the outlet's over a question and below it that of the one person
    whom the title names: "Karst Times:", "Jane Roe:"."""
    asked = len(marks) == 2 and marks[0].kind == "question"
    if len(marks) != 2 or not (asked or (is_interview_with_one(title) and OUTLETS.search(marks[0].label))):
        return []
    asks = text[marks[0].end : marks[1].start].rstrip().endswith("?")
    theirs = marks[1].key in {p.parsed.surname_key for p in head_people(title, "") if p.parsed.given}
    return [replace(marks[0], kind="question"), replace(marks[1], kind="answer")] if asks and theirs else []


def questions_alone(text: str, title: str | None, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks where questions alone are marked, below a heading that names the one person who answers them.

    "Remarks by Jane Roe upon arrival": "Q. Will it open?" is a paragraph that ends on its question, and what follows
    is hers. Behind a question of several paragraphs nobody can tell where the answer begins: it stays nobody's.
    """
    if sum(m.kind in ("question", "bare") for m in marks) < _LEAST_QUESTIONS:
        return ()
    lines = lines_to_the_end(text)
    stop = lines[-1][1] if lines else 0
    asked = {m.start: m for m in marks if m.start < stop}
    heads = (title or "", *(text[a:b] for a, b in lines[:3] if b - a <= _LONGEST_HEAD))
    if any(m.kind not in ("question", "bare") for m in asked.values()) or not any(map(speaker_of_heading, heads)):
        return ()
    found: list[Mark] = []
    for i, (a, b) in enumerate(lines):
        if a not in asked:
            continue
        found.append(asked[a])
        k = _answer(text, lines, i, asked)
        if k is not None and text[b - 1] == "?":
            found.append(Mark(lines[k][0], lines[k][0], "A", "answer"))
    return tuple(found) if sum(m.kind == "answer" for m in found) >= _LEAST_QUESTIONS else ()


def interviewers_alone(text: str, title: str | None, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks where those who ask alone are named, below a title that names who answers: "Interview with Jane Roe".

    "Ada Lind: Will it open?" is a paragraph, and what follows it without a label is the answer. `()` where the person
    of the title has labels of her own, or where most labels do not ask.
    """
    lines = lines_to_the_end(text) if len(marks) >= _LEAST_ASKED else []
    marks = [m for m in marks if lines and m.start < lines[-1][1]]
    if len(marks) < _LEAST_ASKED or not all(m.kind in ("name", "caps") for m in marks):
        return ()
    silent = {p.parsed.surname_key for p in head_people(title, "")} - {m.key for m in marks}
    outlet = len({m.label for m in marks}) == 1 and OUTLETS.search(marks[0].label) is not None
    if not silent and outlet and (above := who_speaks_above(text[: marks[0].start])) is not None:
        silent = {above.parsed.surname_key}
    if len(silent) != 1 or not (outlet or all(label_name(m.label).given for m in marks)):
        return ()
    named = {m.start: replace(m, kind="question") if outlet else m for m in marks}
    found: list[Mark] = []
    asks = 0
    for i, (a, _) in enumerate(lines):
        if a not in named:
            continue
        found.append(named[a])
        k = _answer(text, lines, i, named)
        if k is not None:
            found.append(Mark(lines[k][0], lines[k][0], "A", "answer"))
            asks += text[lines[k - 1][1] - 1] == "?"
    answered = sum(m.kind == "answer" for m in found)
    put = len(marks) - (found[-1].kind != "answer")  # "Prime Minister, thank you." asks nothing
    return tuple(found) if answered >= _ANSWERED * put and asks >= _MOST_ASK * put else ()


def lines_to_the_end(text: str) -> list[Span]:
    """The lines up to those that close a transcript."""
    return list(takewhile(lambda line: not ends_transcript(text[slice(*line)]), lines_of(text, 0, len(text))))


def _answer(text: str, lines: Sequence[Span], asked: int, marks: Container[int]) -> int | None:
    """Which line answers the question of line `asked`: the first paragraph that asks nothing further."""
    for k in range(asked + 1, len(lines)):
        a, b = lines[k]
        if a in marks:
            return None
        if text[b - 1] != "?" and not is_note(text[a:b]):
            return k
    return None


def questions_by_sense(text: str, title: str | None, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of an interview that prints questions as paragraphs of their own, in bold, as bullets or numbered,
    below a title that names the one person who answers ("Interview with Jane Roe", "Five questions with Jane Roe") or
    a lead that does ("We spoke to Jane Roe").

    A paragraph that is nothing but a question to "you" asks; what follows up to the next is the answer, in the first
    person or in quotation marks. `()` where fewer than three ask, or where others are quoted in between.
    """
    if any(m.kind in ("question", "bare", "answer") for m in marks):
        return ()
    lines = lines_to_the_end(text)
    if not (is_interview_with_one(title) or _is_led(text, title, lines) or _is_headed(text, title, lines)):
        return ()
    found: list[Mark] = []
    own = asked = 0
    bold = _bold_questions(text, lines)
    for i, (a, b) in enumerate(lines):
        line = _BOLD.sub("", text[a:b])
        if not (is_question(line) or a in bold):
            continue
        k = _answer(text, lines, i, {})
        if k is None:
            continue
        asked += 1
        said = " ".join(text[slice(*span)] for span in lines[k : k + 3])
        own += bool(FIRST_PERSON.search(said)) or said[:1] in '"“'
        opens = _BULLET.match(text, a, b)
        found.append(Mark(a, opens.end() if opens else a, "Q", "question"))
        found.append(Mark(lines[k][0], lines[k][0], "A", "answer"))
    first = found[0].start if found else len(text)
    starts = [m.start for m in found]
    early = first <= _EARLY * len(text) and len(set(starts)) == len(starts)
    told = len(REPORTED.findall(text, first)) <= asked / 3
    return tuple(found) if asked >= _LEAST_PAIRS and own >= _OWN * asked and early and told else ()


def _bold_questions(text: str, lines: Sequence[Span]) -> set[int]:
    """Where paragraphs in bold begin, on a page whose bold paragraphs mostly ask: "**What about Karst? They win.**"."""
    bold = [(a, b) for a, b in lines if _IN_BOLD.fullmatch(text, a, b)]
    asks = sum(_BOLD.sub("", text[a:b]).endswith("?") for a, b in bold)
    starts = {a for a, _ in bold}
    turns = sum(one[0] in starts and two[0] not in starts for one, two in pairwise(lines))
    share = _OWN if turns < _IN_TURNS * len(bold) else _ASK_IN_TURNS
    return starts if asks >= max(_LEAST_PAIRS, share * len(bold)) else set()


def first_answer_named(text: str, title: str | None, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of an interview that prints questions as paragraphs of their own and names who answers over the first
    answer or two alone: "Jane Roe: It will.", and below the next question "Not in May.".

    Title or lead tell of whoever has the label; `()` where somebody else has one too, or where a label stands anywhere
    but behind a question.
    """
    named = {m.start: m for m in marks if m.kind in ("name", "caps")}
    if not 1 <= len(named) <= _MOST_NAMED or len(named) < len(marks) or len({m.key for m in marks}) > 1:
        return ()
    if not label_name(marks[0].label).given:
        return ()
    lines = lines_to_the_end(text)
    asks = [is_question(_BOLD.sub("", text[a:b])) for a, b in lines]
    first = next((i for i, ask in enumerate(asks) if ask), len(lines))
    above = fold(f"{title or ''} {text[: lines[first][0]]}" if first < len(lines) else "")
    if marks[0].key not in above.split():
        return ()
    found: list[Mark] = []
    own = 0
    for i, (a, b) in enumerate(lines):
        if i and asks[i - 1] and not asks[i] and not is_note(text[a:b]):
            opens = _BULLET.match(text, *lines[i - 1])
            asked = lines[i - 1][0]
            found.append(Mark(asked, opens.end() if opens else asked, "Q", "question"))
            found.append(named.pop(a, replace(marks[0], start=a, end=a, sure=True)))
            own += FIRST_PERSON.search(text, a, b) is not None
    pairs = len(found) // 2
    early = bool(found) and found[0].start <= _EARLY * len(text)
    told = len(REPORTED.findall(text, found[0].start)) <= pairs / 3 if found else False
    return tuple(found) if pairs >= 2 and not named and 2 * own >= pairs and early and told else ()


def is_interview_with_one(title: str | None) -> bool:
    """Whether a title tells of an interview with one person whom it names."""
    people = [p for p in head_people(title, "") if p.parsed.given]
    people = [p for p in people if not is_outlet(p.name)] or people  # "… The Karst Mirror talks to the author"
    return len({p.parsed.surname_key for p in people}) == 1 and _INTERVIEW.search(title or "") is not None


def _is_led(text: str, title: str | None, lines: Sequence[Span]) -> bool:
    """Whether what stands above the first question tells with whom the paper spoke: "We sat down with Jane Roe"."""
    first = next((a for a, b in lines if is_question(_BOLD.sub("", text[a:b]))), 0)
    told = [ON_WHAT.split(m[1])[0] for m in SPOKE_WITH.finditer(text, 0, first)]
    told += [m["whom"] for m in _IN_INTERVIEW.finditer(text, 0, first)]
    above = who_speaks_above(text[:first])
    titled = {p.parsed.surname_key for p in head_people(title, "") if p.parsed.given}
    if titled and not titled.issuperset(speakers_above(text[:first])):
        return False  # who speaks is not whom the title is about
    if len(titled) == 1 and _TELLS_WHOM.search(text, 0, first):
        return True  # "Jane Roe on ports" over "The harbour chief tells Tom Lund why she stays."
    one = any(len({p.name for p in scan_people(whom, 1)}) == 1 for whom in told)
    return one or above is not None


def _is_headed(text: str, title: str | None, lines: Sequence[Span]) -> bool:
    """Whether a title tells of questions and answers of a press conference, and the line below it of the one person,
    by name and office, who gave it: "Karst Bank, 6 November. Governor Jane Roe"."""
    told = title is not None and _ASKED.search(title) is not None
    above = [title or "", *(text[a:b] for a, b in lines[:_HEAD_LINES])]
    heads = [line for line in above if len(line) <= _LONGEST_HEAD]
    if any(map(_EVERY_WORD.search, above)):
        whole = {p.name for line in heads for p in scan_people(line.replace("'s ", " - ").replace("’s ", " - "), 1)}
        named = [name for name in whole if len(name.split()) > 1]
        return len(named) == 1
    people = scan_people(text[slice(*lines[0])], 1) if told and lines and text[lines[0][1] - 1] != "?" else ()
    return len(people) == 1 and bool(people[0].parsed.given and people[0].role)


def is_question(line: str) -> bool:
    """Whether a paragraph is a question and no more, or a sentence or two that lead to one."""
    bare = _BULLET.sub("", line).strip()
    return bare.endswith("?") and len(bare) <= _LONGEST_QUESTION and bare[:1] not in '"“‘'


def dashes_alone(text: str, title: str | None) -> tuple[Mark, ...]:
    """The marks of a talk that opens each turn with a dash alone, below a heading that gives it to one person.

    A paragraph that ends on its question asks; the next is hers, and so is the first. Who speaks behind an answer
    and asks nothing is nobody by name.
    """
    lines = lines_to_the_end(text)
    dashed = [(a, b) for a, b in lines if _DASH.match(text, a, b)]
    asks = [text[b - 1] == "?" for _, b in dashed]
    answered = sum(one and not two for one, two in pairwise(asks))
    told = [
        (a, b) for a, b in lines if b - a > _PROSE or text[b - 1] in ".?!" or (a, b) in dashed
    ]  # no page's furniture
    if answered < _LEAST_QUESTIONS or len(dashed) < _MOST_DASHED * sum(a >= dashed[0][0] for a, _ in told):
        return ()
    above = [text[a:b] for a, b in lines if b <= dashed[0][0] and b - a <= _LONGEST_HEAD]
    person = next(filter(None, map(speaker_of_heading, (title or "", *above))), None)
    greets: list[Mark] = []
    if person is None and above and (first := read_mark(text, *lines[len(above) - 1])) is not None:
        # "Jane Roe, Mayor of Karst: Good evening." over the first dash
        told = scan_people(f"by {first.label}, {first.note}" if first.note else f"by {first.label}", 1)
        person = told[0] if len(told) == 1 and first.kind in ("caps", "name") else None
        greets = [replace(first, sure=True)] if person is not None else []
    if person is None and is_interview_with_one(title):
        person = next((p for p in head_people(title, "") if p.parsed.given), None)
    if person is None:
        quoted = next(filter(None, map(_QUOTED_HEAD.match, (title or "", *above))), None)
        person = next(iter(scan_people(f"by {quoted['name']}", 1)), None) if quoted is not None else None
    if person is None or not person.parsed.given:
        return ()
    found: list[Mark] = []
    for i, (a, b) in enumerate(dashed):
        at = _DASH.match(text, a, b)
        end = at.end() if at else a
        hers = not asks[i] and (i == 0 or asks[i - 1])
        kind = "question" if asks[i] else "voice"
        mark = Mark(a, end, person.name, "name", person.role, sure=True) if hers else Mark(a, end, "Q", kind)
        found.append(mark)
    return (*greets, *found)
