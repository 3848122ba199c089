"""Talks in a layout that no form lists: what opens their turns is the same throughout, whatever it is.

"▶ Jane Roe > It will.", "#3 JANE ROE | It will.", "<Roe> It will.", "### Jane Roe" over what she says: the lines of
one shape (what stands before the label and behind it, digits and descriptions left out of account) are turns where
their labels are people or parties, come back, and stand over speech in most of the text's paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from index.attribution.transcripts.company import is_quoting, said_in
from index.attribution.transcripts.initials import names_of_list
from index.attribution.transcripts.mark import Mark, bare_note
from index.attribution.transcripts.notes import is_note, lines_of
from index.attribution.transcripts.people import Person, head_people
from index.attribution.transcripts.spoken import FIRST_PERSON, REPORTED, SALUTATION
from index.attribution.transcripts.written import (
    Label,
    asks_by_label,
    is_caps_speaker,
    is_office,
    kind_of_label,
    name_like,
    read_label,
)
from index.language.names import GIVEN_NAMES
from index.language.roles import HONORIFICS, RANKS, ROLE_FORMS
from index.language.transcripts import OUTLETS
from index.model import Span
from index.names.parse import fold, parse_name
from index.names.roles import is_person_noun

# What may stand before a label: signs, numbers, clock times, tags; none of it is a letter.
_FRONT = re.compile(r"(?:</?\w{1,6}>|[^\w\n]|[\d_]|(?<=\d)(?:ms|s|h|m)\b)*+")
_WORD = r"[^\W\d_](?:[\w’'&?-]*+(?:\.(?=[\w’' ,]))?)*+"
_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?: ?[AaPp]\.?[Mm]\.?(?![^\W_]))?"
_LASTS = r"[(\[]\d{1,5}(?:\.\d{1,3})? ?s(?:ec(?:ond)?s?)?\.?[)\]]"  # how long somebody speaks
# What may stand behind it: a description, a clock time, and the sign, which is anything but one blank or a comma.
_NOTE = r"(?P<note>(?:, (?!\d)(?:(?!\. )[^\n:|>»—–=\t\"“()?!]){2,60}?)?(?: ?[(\[](?!\d+:)[^()\[\]\n]{1,80}[)\]])?)"
_SIGN = (
    rf"(?P<sign>(?=[ ,]*+(?:[^\w\s,’'“\"]|_|{_CLOCK})|[ ]{{2,}}|\t)(?:</?\w{{1,6}}>|{_CLOCK}|[^\w\n’'“\"]|_){{1,40}}+)"
)
_BEHIND = re.compile(rf"{_NOTE}{_SIGN}(?=[^\W_]|[\"“‘'«])")
_OVER = re.compile(rf"{_NOTE}(?P<sign>(?:</?\w{{1,6}}>|{_CLOCK}|{_LASTS}|[^\w\n]|_)*)")  # the whole line is a label
_UNDER = re.compile(  # a clock time on the line below, behind what a chat shows beside a name
    rf"(?: ?\([^()\n]{{1,40}}\))?[ \t]*+(?::[a-z_]+:)?[ \t]*+\n\s*+(?::[a-z_]+:)?[ \t]*+[(\[]?{_CLOCK}[)\]]?[ \t]*+$",
    re.MULTILINE,
)
_ABOVE = re.compile(r"[\d:.,]{4,12}(?:\s*-->\s*[\d:.,]{4,12})?|\d{1,5}")  # a clock or a number on its own line
_ALONE = ("", "$")  # the shape of a line that is a label and no more
_CLOCKED = "clock$"  # the shape of a label with nothing but a clock time behind it, or below
_CLOCK_ENDS = re.compile(rf"{_CLOCK}[)\]]?(?: {_LASTS})?\s*$")
_CODE = re.compile(r"[A-Z]{2,5}-?[A-Z0-9?]{0,2}(?<=[\d?])|[A-Z]{2,4}-[A-Z0-9?]")  # of a channel: "HOT-1", "CAM-?"
_OF_WHOM = re.compile(r"\w['’]s? [^\W\d_a-z]")  # a headline's "Karst's Roe"
_NO_LABEL = re.compile(r"(?i:[ap]\.?m\.?)|[ECMP][SD]?T|GMT|UTC|CES?T|BST|IST|[AJKN]Z?ST")  # behind an hour: "3:55 p.m."
_CHANNEL = re.compile(r"[A-Z]{2,5}")
_NAME = re.compile(r"\b[^\W\d_a-z][a-z]{2,}\b")
_ALONE_IN_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}")
_BLANK = re.compile(r"\s*+")
_SMALL = 0.8  # of the labels of a page that writes without capitals
_LONGEST = 70  # characters of a label
_MOST_WORDS = 8
_ABBREVIATED = HONORIFICS | RANKS | ROLE_FORMS.keys()  # before a full stop: "Sen. Jane Roe"
_LEAST, _MOST_LABELS = 4, 12  # turns; labels that come back
_VOICES = 0.8  # of the turns whose labels are nobody by name
_SHARE = 0.6  # of the turns that are spoken, and whose labels come back
_LEAST_PARAGRAPHS = 0.45  # of those from the first turn on
_BESIDE_CLOCKS = 0.5  # of the paragraphs count where a clock time stands beside each label
_SPOKEN_CLOCKED = 0.45  # of the turns there
_MORE, _NEARLY_ALL = 1.2, 0.8  # marks of one shape, by those of known forms; share of these that they hold
_OFTEN = 3  # times that one label stands where few come back
_EMPTY, _TOLD = 0.2, 0.3  # of the turns, that are empty; reporters' verbs, by turn
_LEAST_ASKED = 0.25  # of turns in quotation marks
_HEAD = 3000  # characters of a head that may list who takes part
_TOP = 0.6  # of the text, in which the first turn begins


@dataclass(frozen=True, slots=True)
class _Opening:
    """A way to take the beginning of a line apart: where it stands, its shape, label and description."""

    start: int
    end: int
    front: str
    sign: str
    label: str
    note: str

    @property
    def key(self) -> str:
        return fold(self.label)


def uniform(text: str, title: str | None) -> tuple[Mark, ...]:
    """The marks of such a talk, `()` for any other text."""
    lines = list(lines_of(text, 0, len(text)))
    shapes: dict[tuple[str, str], dict[int, list[_Opening]]] = defaultdict(dict)
    for a, b in lines:
        for one in _openings(text, a, b):
            shapes[one.front, one.sign].setdefault(a, []).append(one)
    called = _called(head_people(title, names_of_list(text, len(text))[:_HEAD]))
    words = frozenset(_NAME.findall(text))
    talks = [
        marks
        for shape, by_line in shapes.items()
        if len(by_line) >= _LEAST
        and (shape != _ALONE or _below_clocks(text, list(by_line), lines))
        and (marks := _marks(list(by_line.values()), called, words))
    ]
    # "M. Roe: …" has the shape of a label before its full stop, too.
    talks.sort(key=lambda marks: (len(marks), sum(len(m.label) for m in marks)), reverse=True)
    return next((marks for marks in talks if _is_talk(text, marks, lines)), ())


def fuller_of(text: str, known: tuple[Mark, ...], same: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks of known forms, or those of one shape where these are a good part more and hold nearly all of them, or
    are the same with what stands before their labels; above the first known one only where somebody speaks there, not
    a list of those who take part."""
    if not known or not same:
        return known
    kept = tuple(m for i, m in enumerate(same) if m.start >= known[0].start or _is_spoken(said_in(text, same, i)))
    both = len({_words_at(text, m) for m in known} & {_words_at(text, m) for m in kept})
    more = len(kept) >= _MORE * len(known) and both >= _NEARLY_ALL * len(known)
    starts = [(m.start, k.start) for m, k in zip(kept, known, strict=False)]
    wider = both == len(known) == len(kept) and all(a <= b for a, b in starts) and any(a < b for a, b in starts)
    return kept if more or wider else known


def _words_at(text: str, mark: Mark) -> int:
    """Where the words behind a mark begin."""
    at = _BLANK.match(text, mark.end)
    return at.end() if at is not None else mark.end


def _below_clocks(text: str, starts: Sequence[int], lines: Sequence[Span]) -> bool:
    """Whether a clock time stands on its own line above most of the lines that begin at `starts`: labels alone, which
    else are headings as well (`marks.labels_alone`)."""
    above = {b[0] for a, b in pairwise(lines) if _ABOVE.fullmatch(text, *a)}
    return len(above.intersection(starts)) >= _SHARE * len(above) > 0


def _openings(text: str, a: int, b: int) -> Iterator[_Opening]:
    """Every way to part a line into front, label and sign."""
    at = _FRONT.match(text, a, b)
    start = at.end() if at else a
    front = _shape(text[a:start])
    end, words = start, 0
    for word in re.finditer(rf"(?:(?<!\w)|\b) ?{_WORD}", text[start : min(b, start + _LONGEST)]):
        if word.start() + start != end or words == _MOST_WORDS:
            return
        end, words = start + word.end(), words + 1
        label = text[start:end]
        for stop in (end - 1, end) if label.endswith(".") else (end,):
            under = _UNDER.match(text, stop)
            if under is not None:
                yield _Opening(a, under.end(), front, _CLOCKED, text[start:stop], "")
                continue
            m = _OVER.fullmatch(text, stop, b) or _BEHIND.match(text, stop, b)
            if m is not None:
                sign = _shape(m["sign"]) + "$" * (m.end() == b)
                sign = _CLOCKED if re.fullmatch(r"\s*[(\[]?0:0(?: ?[AaPp][Mm])?[)\]]?\$", sign) else sign
                yield _Opening(a, m.end(), front, sign, text[start:stop], bare_note(m["note"]))


def _shape(signs: str) -> str:
    """What signs look like: digits and blanks as one of each."""
    shape = re.sub(r"\d+", "0", signs)
    shape = re.sub(r"0(?:[:.,]0)+", "0:0", shape)
    return re.sub(r" {2,}|\t+", "\t", re.sub(r"\s+$", "", shape) + ("\t" if re.search(r"\t| {2,}$", shape) else ""))


def _marks(lines: Sequence[Sequence[_Opening]], called: dict[str, str], words: Set[str]) -> tuple[Mark, ...]:
    """The marks of the lines of one shape whose labels are parties; of several ways to part a line the one whose label
    comes back most, and the longest of these. Among capitals a word that stands once is somebody too, where the text
    has the name (one of its `words`), and else nobody's voice."""
    counts = Counter(key for line in lines for key in {one.key for one in line})
    opens = [line[0].label for line in lines]
    small = sum(label[0].islower() for label in opens) >= _SMALL * len(opens)
    parties = small and any(" " in label and counts[fold(label)] > 1 for label in opens)  # "call taker", so "caller"
    best = [max(line, key=lambda one: (counts[one.key], len(one.label))) for line in lines]
    again = Counter(one.key for one in best)
    coded = 2 * sum(_CODE.fullmatch(one.label) is not None for one in best) > len(best)
    marks: list[Mark] = []
    for one in best:
        if coded and _CHANNEL.fullmatch(one.label):  # "TWR" beside "RDO-2"
            marks.append(Mark(one.start, one.end, one.label, "voice", one.note, sure=True))
            continue
        mark = _mark(one, called, often=again[one.key] > 1, small=small, parties=parties)
        if mark is not None:
            marks.append(mark)
    if sum(m.kind == "caps" for m in marks) < _NEARLY_ALL * max(len(marks), _LEAST):
        return tuple(marks)
    taken = {m.start for m in marks}
    for one in best:
        if one.start not in taken and _ALONE_IN_CAPITALS.fullmatch(one.label):
            kind = "caps" if one.label.capitalize() in words else "voice"
            marks.append(Mark(one.start, one.end, one.label, kind, one.note, sure=True))
    return tuple(sorted(marks, key=lambda m: m.start))


def _called(people: Sequence[Person]) -> dict[str, str]:
    """By what a page may call somebody whom its head names: full name, surname, given name, initials."""
    out: dict[str, str] = {}
    unclear: set[str] = set()
    for name in dict.fromkeys(person.name for person in people):
        parsed = parse_name(name)
        if not parsed.given:
            continue
        full = fold(name)
        words = full.replace("-", " ").split()
        surname_first = f"{parsed.surname}, {' '.join(parsed.given)}"
        for form in {full, fold(parsed.surname), words[0], "".join(word[0] for word in words), fold(surname_first)}:
            if out.get(form, name) != name:
                unclear.add(form)
            out[form] = name
    return {form: name for form, name in out.items() if form not in unclear}


def _mark(one: _Opening, called: dict[str, str], *, often: bool, small: bool, parties: bool) -> Mark | None:
    """The mark of an opening whose label is somebody or a party, None for any other. `often`: the label comes back;
    `small`: the page writes its labels without capitals; `parties`: some of them are no names."""
    if _NO_LABEL.fullmatch(one.label):
        return None
    if asks_by_label(one.label):
        return Mark(one.start, one.end, one.label, "question", one.note, sure=True)
    if re.fullmatch(r"A|Answer|ANSWER", one.label):
        return Mark(one.start, one.end, one.label, "answer", one.note, sure=True)
    whole = f"{one.label}, {one.note}" if one.note else one.label
    name = called.get(fold(whole)) or called.get(one.key) or called.get(one.key.replace(".", "").replace(" ", ""))
    if name is not None:
        note = "" if fold(one.note) in fold(name) else one.note
        return Mark(one.start, one.end, name, kind_of_label(name), note, sure=True)
    written = one.label
    party = parties or not written.isalpha() or _is_party_noun(written)
    nobody = _CODE.fullmatch(written) or (small and party)
    if (often and nobody) or (one.sign == _CLOCKED and not written[0].isupper()):
        return Mark(one.start, one.end, written, "voice", one.note, sure=True)  # "RDO-2", "call taker": nobody by name
    if written.islower() and often and (small or (called and name_like(written.title()))):
        written = written.title()  # "owen lund" beside "jane roe", whom the head names
    if (
        not written[0].isupper()
        or len(written) == 1
        or _OF_WHOM.search(written)
        or (one.sign.startswith(".") and fold(written) in _ABBREVIATED)
    ):
        return None
    given, _, rest = one.note.partition(" ")
    if one.note and " " not in written and fold(given) in GIVEN_NAMES:  # "Roe, Jane (Ports)"
        written, one = f"{given} {written}", replace(one, note=bare_note(rest))
    label = read_label(f"{written} ({one.note})" if one.note else written)
    if label is None or not _is_party(label, often):
        return None
    return Mark(one.start, one.end, label.base, kind_of_label(label.base), bare_note(label.note), sure=True)


def _is_party_noun(label: str) -> bool:
    """Whether a label in small letters tells what somebody is: "caller"."""
    return is_office(label.title()) or asks_by_label(label.title()) or is_person_noun(label)


def _is_party(label: Label, often: bool) -> bool:
    """Whether a label can be somebody: by its spelling, its office, or as an outlet; one word where it comes back."""
    known = name_like(label.base) or is_office(label.base) or is_caps_speaker(label.base)
    known = known or bool(parse_name(label.base).role) or OUTLETS.search(label.base) is not None
    return known or (often and label.base.isalpha())


def _is_talk(text: str, marks: Sequence[Mark], lines: Sequence[Span]) -> bool:
    """Whether marks of one shape are the turns of a talk: labels that come back, most paragraphs, spoken, not told."""
    counts = Counter(m.label if m.kind == "voice" else m.key for m in marks)
    again = {key: n for key, n in counts.items() if n > 1}
    if len(marks) < _LEAST or not 1 <= len(again) <= _MOST_LABELS or len(counts) < 2:
        return False
    if sum(again.values()) < _SHARE * len(marks) and max(again.values()) < _OFTEN:
        return False
    if marks[0].start > _TOP * len(text) or len(marks) < _LEAST_PARAGRAPHS * _paragraphs(text, marks, lines):
        return False
    told = [said_in(text, marks, i) for i in range(len(marks))]
    if sum(not said for said in told) > _EMPTY * len(marks):
        return False
    if len(REPORTED.findall(text, marks[0].start)) >= _TOLD * len(marks):
        return False
    voices = sum(m.kind == "voice" for m in marks) >= _VOICES * len(marks)
    if voices and len(marks) >= 2 * _LEAST:
        return True  # of channels and callers: nobody's by name
    spoken = sum(_is_spoken(said) for said in told)
    asked = sum(said.rstrip(' "”’)*_').endswith("?") for said in told)
    least = _SPOKEN_CLOCKED if _are_clocked(text, marks) else _SHARE
    if spoken < least * len(marks):
        return False
    if is_quoting(text, marks) and (asked < _LEAST_ASKED * len(marks) or len(again) < 2):
        return False
    # Where nobody asks, two at the least come back.
    return asked > 0 or len(again) > 1


def _is_spoken(said: str) -> bool:
    return "?" in said or FIRST_PERSON.search(said) is not None or SALUTATION.match(said) is not None


def _paragraphs(text: str, marks: Sequence[Mark], lines: Sequence[Span]) -> float:
    """How many paragraphs are told from the first mark on: lines but those that are notes, clock times, or a label and
    no more; where a clock time stands beside each label, lines of any kind may stand between."""
    alone = {m.start for m in marks if text[m.end : m.end + 1] in ("\n", "") or text[m.end - 1] == "\n"}
    below = [(a, b) for a, b in lines if a >= marks[0].start and a not in alone]
    told = sum(not is_note(text[a:b]) and not _ABOVE.fullmatch(text, a, b) for a, b in below)
    return _BESIDE_CLOCKS * told if _are_clocked(text, marks) else told


def _are_clocked(text: str, marks: Sequence[Mark]) -> bool:
    """Whether a clock time ends every mark."""
    return all(_CLOCK_ENDS.search(text, m.start, m.end) for m in marks)
