"""Whether the marks of a text make it a transcript: strict, so that no news article with labels is one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from index.attribution.transcripts.company import (
    answers_alone,
    askers_of,
    is_quoting,
    is_sparse,
    paragraphs_from,
    said_in,
)
from index.attribution.transcripts.form import TIME
from index.attribution.transcripts.headings import LONGEST_SENTENCE, speaker_of_heading, speaker_of_sentence
from index.attribution.transcripts.introduced import own_voice
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.notes import is_note, lines_of
from index.attribution.transcripts.people import LISTS_PRESENTERS, is_role, scan_people
from index.attribution.transcripts.spoken import FIRST_PERSON, INVITES, REPORTED, SALUTATION
from index.attribution.transcripts.styled import STYLED
from index.attribution.transcripts.written import is_caps_speaker, is_office, name_like, post_nominal
from index.language.bodies import PLACES
from index.language.names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES
from index.language.roles import HONORIFICS, RANKS, ROLE_HEADS
from index.language.transcripts import OUTLETS
from index.names.parse import fold, parse_name

_TO_OTHERS = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|us)\b")
_IN_CLOCKS = re.compile(rf"[\[(]\s*{TIME}[\])]")  # "Jane Roe: (01:20)"
_PROGRAM = re.compile(r"spk_?\d{1,3}")  # as nobody but a program calls two voices
_NO_NAMES = ("the court", "operator")  # who speak as such
_OWN_SHARE = 0.01  # of the words of who speaks alone that speak of her or to others
_QUOTES = frozenset('"“”')
_ACRONYM = 3  # letters of an office by its initials
_LEAST_VOICES = 3  # of captions
_LEAST_FULL = 4  # turns under full names
_LEAST_TALK, _MOST_TALK = 5, 4  # turns under given names, and people
_INVITING = 200  # characters above the first question in which somebody invites it
_IN_THE_DAY = re.compile(r"\d ?[ap]\.m\.$", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\btranscript\b[^\n]{0,160}\s*\Z", re.IGNORECASE)
_TOP, _TOP_LINES = 600, 4  # characters and lines of a text among which one calls it a transcript
_BRIEFED = re.compile(r"\b(?:briefing|press conference|news conference|transcript)\b", re.IGNORECASE)
_LONGEST_OCCASION = 160  # characters
_HEADS = re.compile(
    r"(?:(?:edited|official|rush|full) )?transcript (?:of|from|for) "
    r"|[^\n:.?!]{0,60}\b(?:press|news|media) (?:conference|briefing)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:(?:full|edited|official|rush) )?transcripts? (?:of|from) [^\n]{4,160}[^\n.?!:]|[^\n.?!:]{4,120} transcript",
    re.I,
)
HYPHENED = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]+-[^\W\d_a-z][^\W\d_A-Z]+")
OCCASION = re.compile(
    r"\b(?:press|news|media) (?:conference|briefing|release)s?\b|\btranscripts?\b|\binterviews?\b|\bq ?& ?a\b",
    re.IGNORECASE,
)


def titled_below(text: str, title: str | None) -> str | None:
    """The title, or the line at the top that calls the text a transcript where there is none or it is a site's, a
    company's or a body's name alone: "Harbour Fund" over "Transcript of the April press briefing", "Q2 2019 Earnings
    Call Transcript".
    """
    if not title:
        top = [text[a:b] for a, b in lines_of(text, 0, _TOP)][:_TOP_LINES]
        return next((line for line in top if _is_occasion(line)), None)
    if OCCASION.search(title) or any(set(p.parsed.given_keys) & GIVEN_NAMES for p in scan_people(title)):
        return title
    for a, b in list(lines_of(text, 0, _TOP))[:_TOP_LINES]:
        if _CALLED.fullmatch(text, a, b):
            return text[a:b]
    return title


def _is_occasion(line: str) -> bool:
    """Whether a line at the top heads the transcript of a meeting with the press: no label, and no sentence."""
    heads = _HEADS.match(line) is not None and line[-1] not in ".?!:"
    return heads and len(line) <= _LONGEST_OCCASION


def is_person(mark: Mark, titled: frozenset[str]) -> bool:
    """Whether a label by itself is surely somebody."""
    name = parse_name(mark.label)
    if name.surname_key and name.surname_key in titled:
        return True
    if STYLED.fullmatch(mark.label):
        return True
    if post_nominal(mark.label) or (mark.timed and (name.given or name.role)) or fold(mark.label) in _NO_NAMES:
        return True
    if mark.kind == "caps":
        named = is_caps_speaker(mark.label) and (name.role != "" or name_like(mark.label))
        return named or (mark.label.isupper() and is_office(mark.label))  # "PRESENTER:", "PRIME MINISTER:"
    if mark.note and name.given and (is_role(mark.note) or OUTLETS.search(mark.note)):
        return True
    if OUTLETS.search(mark.note) and mark.label.isalpha() and fold(mark.label) not in PLACES:
        return True  # "Hayashi, Karst TV:"
    if name.role:
        return bool(name.surname) or fold(mark.label).split()[-1] not in ("chief", "head", "official")
    first = name.given_keys[0] if name.given_keys else ""
    return bool(first) and (first in MALE_NAMES or first in FEMALE_NAMES or len(first) == 1) and len(name.given) <= 3


def is_transcript(text: str, title: str | None, marks: Sequence[Mark], titled: frozenset[str]) -> bool:
    """Whether the chosen marks are those of a transcript; `titled` are the surnames of title and head."""
    if not marks:
        return False
    keys = Counter(m.key for m in marks)
    questions, named = keys["?"], [m for m in marks if m.kind in ("caps", "name")]
    rest = len(text) - marks[0].start
    if _in_person(text, marks, titled) or any(m.alone for m in marks) or of_captions(text, marks):
        return True
    if len(marks) >= 2 and len(keys) == 1 and all(m.timed and m.sure for m in marks):
        return True  # one voice of a recording, named anew every minute
    if len(marks) >= 2 and title and OCCASION.search(title) and _unmistakable(text, marks, len(keys)):
        return True
    if _one_voice(text, marks) or (title and OCCASION.search(title) and answers_alone(text, marks, least=2)):
        return True
    if len({m.label for m in marks if _PROGRAM.fullmatch(m.label)}) > 1:
        return True
    if len(marks) < 3:
        if len(named) == len(keys) == 2 and fold(named[0].label) == "operator" and parse_name(named[1].label).given:
            return True  # the operator of a call hands over
        asked = bool(questions and named) and _headed(text, title)
        asked = asked or (bool(named) and _one_answer(text, title, marks))
        opens = _is_short_monologue(text, title, marks) or _opens_briefing(text, title, marks, titled)
        return asked or _is_monologue(text, marks, titled) or opens
    known = sum(m.key in titled for m in named)
    if rest < 0.35 * len(text) and len(marks) < 8 and known < 2 and not _headed(text, title):
        return False
    asked_and_answered = questions >= 2 and keys["!"] >= 2 and not named
    if (is_quoting(text, marks) and not asked_and_answered) or is_sparse(text, marks):
        return False
    if questions >= 2:
        return True
    if questions and (named or keys["!"]):
        people = len(named) >= 3 and all(is_person(m, titled) for m in named)
        headed = bool(keys["!"]) and bool(named) and _headed(text, title)  # one statement, one question, one answer
        told = title is not None and OCCASION.search(title) is not None  # "First Minister:" and "Dr. Jane Roe:" once
        people = people or (told and len(named) == 2 and all(is_person(m, titled) for m in named))
        return max(keys.values()) >= 2 or any(m.kind == "caps" for m in named) or people or headed
    if _surely(text, marks, keys) or answers_alone(text, marks):
        return True
    if not named or len(keys) < 2 or max(keys.values()) < 2:
        return _is_monologue(text, marks, titled)
    askers = askers_of(text, marks)
    strong = sum(is_person(m, titled) or m.key in askers or bool(HYPHENED.fullmatch(m.label)) for m in named)
    if sum(m.kind == "caps" for m in named) >= 3 and strong:
        return True
    asked = sum(1 for i in range(len(marks)) if "?" in said_in(text, marks, i)[-80:])
    timed = sum(m.timed for m in marks)
    if len(marks) >= 4 and strong >= 2 and (asked >= 1 or timed >= 2):
        return True
    if _by_given_names(text, marks, keys) or _in_turns(text, marks, keys, strong) or _by_surnames(text, marks, keys):
        return True
    return bool(title and OCCASION.search(title)) and (
        _by_full_names(text, marks, keys)
        or _is_announced(text, marks, keys)
        or _with_offices(text, marks, keys)
        or _with_outlet(text, marks, titled)
    )


def of_captions(text: str, marks: Sequence[Mark]) -> bool:
    """Whether captions' arrows open all turns, and two voices and more of them, or one at the top, say who they are."""
    if len(marks) < _LEAST_VOICES or not all(m.kind == "voice" for m in marks):
        return False
    ends = [*(m.start for m in marks[1:]), len(text)]
    own = [i for i, mark in enumerate(marks) if own_voice(text, mark, ends[i])]
    return len(own) >= 2 or own == [0]


def _unmistakable(text: str, marks: Sequence[Mark], people: int) -> bool:
    """Whether all marks are of forms that little else has: clock times in brackets, or sure ones of two people and more
    over words to others."""
    if all(_IN_CLOCKS.search(text, m.start, m.end) for m in marks):
        return True
    sure = people >= 2 and all(m.sure and m.kind in ("caps", "name") for m in marks)
    return sure and all(_TO_OTHERS.search(said_in(text, marks, i)) for i in range(len(marks)))


def _one_answer(text: str, title: str | None, marks: Sequence[Mark]) -> bool:
    """Whether one question and its answer, by title and name in capitals or an office, are all below a title of a
    briefing, or behind somebody who invites to ask; for an outlet somebody by name asks nowhere else."""
    first, last = marks[0], marks[-1]
    above = text[: first.start].rstrip()
    for_outlet = bool(OUTLETS.search(first.note)) and not is_role(first.note)
    told = _is_heading_alone(above) and bool(for_outlet or (title and OCCASION.search(title)))
    invited = bool(INVITES.search(above[-_INVITING:]) and FIRST_PERSON.search(above[-_INVITING:]))
    asks = (first.kind == "question" or for_outlet) and "?" in said_in(text, marks, 0)
    held = (last.kind == "caps" and is_caps_speaker(last.label)) or (
        last.kind in ("caps", "name") and is_office(last.label)
    )
    held = held or (for_outlet and is_person(last, frozenset()) and " " in last.label)
    return asks and (told or invited) and held


def _is_heading_alone(above: str) -> bool:
    """Whether nothing but headings stands in what is above the first mark, with a time of day or a note in brackets."""
    lines = [above[a:b] for a, b in lines_of(above, 0, len(above))]
    return all(line[-1] not in '.?!”"' or _IN_THE_DAY.search(line) or is_note(line) for line in lines)


def _by_full_names(text: str, marks: Sequence[Mark], keys: Counter[str]) -> bool:
    """Whether two people, by full names, speak in turns in nearly every paragraph; under a title that says so."""
    full = all(name_like(m.label) and " " in m.label for m in marks)
    often = len(marks) >= _LEAST_FULL and min(keys.values()) >= 2
    return full and often and len(marks) >= 0.8 * paragraphs_from(text, marks) and not is_quoting(text, marks)


def _with_offices(text: str, marks: Sequence[Mark], keys: Counter[str]) -> bool:
    """Whether every label is a full name with what its bearer is behind it, from the top on: "Jane Roe, Mayor:"."""
    full = all(m.note and parse_name(m.label).given for m in marks) and any(is_role(m.note) for m in marks)
    return full and len(keys) >= 2 and _is_heading_alone(text[: marks[0].start]) and not is_quoting(text, marks)


def _by_surnames(text: str, marks: Sequence[Mark], keys: Counter[str]) -> bool:
    """Whether people speak in turns from the top on under their surnames in capitals, twice and more each, and one of
    them is called by title and surname: "ROE: …" behind "Senator Roe?"."""
    surnames = {m.label for m in marks if m.label.isalpha() and len(m.label) > _ACRONYM}
    if len(marks) < _LEAST_FULL or len(keys) < 2 or {m.label for m in marks} != surnames or min(keys.values()) < 2:
        return False
    called = re.compile(rf"\b([A-Z][a-z]+)\.? (?:{'|'.join(map(str.capitalize, sorted(surnames)))})\b")
    titled_so = any(fold(m[1]) in HONORIFICS | RANKS | ROLE_HEADS for m in called.finditer(text))
    if not titled_so or not _is_heading_alone(text[: marks[0].start]) or is_quoting(text, marks):
        return False
    spoken = sum(bool(_TO_OTHERS.search(said_in(text, marks, i))) for i in range(len(marks)))
    return spoken >= 0.8 * len(marks) and len(REPORTED.findall(text, marks[0].end)) < 0.5 * len(marks)


def _with_outlet(text: str, marks: Sequence[Mark], titled: frozenset[str]) -> bool:
    """Whether an outlet that asks and whom the title names take turns, twice and more: "Karst Times:", "Roe:"."""
    outlets = {m.key for m in marks if OUTLETS.search(m.label)} & askers_of(text, marks) - titled
    turns = all(one.key in outlets and two.key in titled for one, two in zip(marks[::2], marks[1::2], strict=False))
    return turns and len(outlets) == 1 and len({m.key for m in marks}) == 2 and len(marks) >= _LEAST_FULL


def _is_announced(text: str, marks: Sequence[Mark], keys: Counter[str]) -> bool:
    """Whether a line right above the first mark says that a transcript follows, and two people and more, in full or by
    office and surname, speak again and again below it, also under the surname alone."""
    names = [parse_name(m.label) for m in marks]
    full = {m.key for m, name in zip(marks, names, strict=True) if name.surname and (name.given or name.role)}
    again = len(keys) >= 2 and min(keys.values()) >= 2 and set(keys) <= full
    return again and _ANNOUNCED.search(text, 0, marks[0].start) is not None and not is_quoting(text, marks)


def _by_given_names(text: str, marks: Sequence[Mark], keys: Counter[str]) -> bool:
    """Whether a few people speak in turns under their given names alone, to each other: a podcast."""
    if len(marks) < _LEAST_TALK or not 2 <= len(keys) <= _MOST_TALK or min(keys.values()) < 2:
        return False
    called = given_names(marks) | {m.key for m in marks if m.sure and parse_name(m.label).given}
    if not set(keys) <= called or len(marks) < 0.5 * paragraphs_from(text, marks):
        return False
    told = [said_in(text, marks, i) for i in range(len(marks))]
    spoken = sum(said.endswith("?") or bool(FIRST_PERSON.search(said)) for said in told)
    return spoken >= 0.6 * len(marks) and len(REPORTED.findall(text, marks[0].end)) < 0.3 * len(marks)


def _one_voice(text: str, marks: Sequence[Mark]) -> bool:
    """Whether one full name, or office and surname, stands again and again alone on its line with a colon, from the top
    on, over what somebody says in the first person."""
    if len(marks) < 2 or len({m.label for m in marks}) > 1 or marks[0].start > 0.35 * len(text):
        return False
    alone = all(text[m.end - 1] == ":" and text[m.end : m.end + 1] == "\n" for m in marks)
    name = parse_name(marks[0].label)
    full = bool(set(name.given_keys[:1]) & GIVEN_NAMES or (name.role and name.surname)) and " " in marks[0].label
    told = all(FIRST_PERSON.search(said_in(text, marks, i)) for i in range(len(marks)))
    return alone and full and told and not is_quoting(text, marks) and not REPORTED.search(text, marks[0].end)


def _headed(text: str, title: str | None) -> bool:
    """Whether the title or a sentence at the top says whose words these are: a long opening statement may follow."""
    if title and speaker_of_heading(title) is not None:
        return True
    return any(
        speaker_of_sentence(text[a:b]) is not None for a, b in lines_of(text, 0, 900) if b - a <= LONGEST_SENTENCE
    )


def _in_person(text: str, marks: Sequence[Mark], titled: frozenset[str]) -> bool:
    """Whether two people and more, each by name and office, speak of themselves and to each other from the top on: a
    meeting at which nobody asks. News quotes or retells."""
    people = {m.key for m in marks}
    top = 0 if _ANNOUNCED.search(text, 0, marks[0].start) else marks[0].start  # behind an editor's long lead
    if len(people) < 2 or top > 0.35 * len(text) or not all(is_person(m, titled) for m in marks):
        return False
    if not any(parse_name(m.label).role and parse_name(m.label).surname for m in marks):
        return False
    spoken = sum(bool(_TO_OTHERS.search(said_in(text, marks, i))) for i in range(len(marks)))
    reported = len(REPORTED.findall(text, marks[0].end))
    return spoken >= 0.6 * len(marks) and reported < 0.3 * len(marks) and not is_quoting(text, marks)


def _surely(text: str, marks: Sequence[Mark], keys: Counter[str]) -> bool:
    """Whether three marks or more of forms that nothing else has stand throughout, each of whomever: over few
    paragraphs each, or over speech in the first person."""
    if sum(m.sure or _in_square(text, m) for m in marks) < 3 or len(keys) < 2:
        return False
    if len(marks) >= 0.5 * paragraphs_from(text, marks):
        return True
    told = [said_in(text, marks, i) for i in range(len(marks))]
    spoken = sum(bool(_TO_OTHERS.search(said) or SALUTATION.match(said)) for said in told)
    return spoken >= 0.6 * len(marks) and len(REPORTED.findall(text, marks[0].end)) < 0.3 * len(marks)


def _in_square(text: str, mark: Mark) -> bool:
    """Whether a mark is a name in square brackets: "[Jane Roe]"."""
    return text[mark.start] == "[" and mark.kind == "name" and "]" in text[mark.start : mark.end]


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
    known = bool(name.role) or is_role(first.note) or name.surname_key in titled
    return known and len(before) < max(1200, 0.15 * len(text)) and '" ' not in before and "”" not in before


def _is_short_monologue(text: str, title: str | None, marks: Sequence[Mark]) -> bool:
    """Whether one label of an office's initials opens all that is said below the title of a press conference: "PM:" or
    ">>PM:" over words to others. News that opens so tells of its speaker."""
    first = marks[0]
    if len(marks) > 1 or not (title and OCCASION.search(title)) or first.kind != "caps" or not is_office(first.label):
        return False
    said = text[first.end :].strip()
    opens = text[first.start] == ">" or SALUTATION.match(said) is not None
    spoken = len(FIRST_PERSON.findall(said)) >= _OWN_SHARE * len(said.split())
    return opens and spoken and not REPORTED.search(said) and not _QUOTES.intersection(text[: first.end])


def _opens_briefing(text: str, title: str | None, marks: Sequence[Mark], titled: frozenset[str]) -> bool:
    """Whether one label is that of somebody whom the head of a briefing lists as one who gives it, and opens words to
    others: "Roe: Good afternoon."."""
    first = marks[0]
    listed = len(marks) == 1 and first.key in titled and LISTS_PRESENTERS.search(text, 0, first.start)
    if not listed or not (title and _BRIEFED.search(title)) or text[first.end - 1] != ":":
        return False
    said = text[first.end :].strip()
    own = FIRST_PERSON.search(said) is not None and SALUTATION.match(said) is not None
    return own and not REPORTED.search(said) and not _QUOTES.intersection(text[: first.end])


def given_names(marks: Iterable[Mark]) -> set[str]:
    """The keys of labels of one word, where two people and more, half of them at least by a known given name, are
    called so: "Gordon:", "Kelvin:", or one beside somebody whose full name is known; none otherwise."""
    marks = list(marks)
    words = {m.key: fold(m.label) for m in marks if m.label.isalpha() and m.label[1:].islower()}
    words |= {m.key: fold(m.label).partition("-")[0] for m in marks if HYPHENED.fullmatch(m.label)}
    known = sum(word in GIVEN_NAMES for word in words.values())
    full = {m.key for m in marks if m.sure and m.kind == "name" and parse_name(m.label).given} - set(words)
    several = 2 <= len(words) + len(full) <= _MOST_TALK
    return set(words) if several and 2 * (known + len(full)) >= len(words) + len(full) else set()
