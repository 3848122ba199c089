"""The marks of a transcript: candidates at the beginning of lines, and those that only the established ones reveal.

Finds candidates only; `detect` decides whether the text is a transcript at all. Each line is looked at once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.attribution.transcripts.form import CAPS_TOKEN, MARKUP, TIME, UP
from index.attribution.transcripts.mark import Mark, bare_note, mark_of, read_mark
from index.attribution.transcripts.notes import lines_of
from index.attribution.transcripts.written import (
    asks_by_label,
    is_caps_speaker,
    is_office,
    kind_of_label,
    read_label,
)
from index.language.names import GIVEN_NAMES
from index.language.roles import HONORIFICS, RANKS, ROLE_FORMS, ROLE_HEADS
from index.language.spelling import within_one_edit
from index.language.transcripts import NOBODY
from index.names.parse import fold, parse_name

_MISPRINT = re.compile(rf"([{UP}][{UP}.,]*(?: [{UP}][{UP}.,]*){{0,3}})[.:,;]?\s(?=[{UP}\"“][a-z'’]|I[ '’])")
_NUMBER = re.compile(r"\[\d{1,3}\.?\]\s+")
_ADDRESSED = re.compile(r"(?:Mr\.?|Mrs\.?|Ms\.?|Madam) (?P<office>[A-Z][a-z]+(?: [A-Z][a-z]+)?),")
_ARROWS = re.compile(r"(?<=\S)[ \u00a0]+(?P<arrows>>>+[ \u00a0]*)(?:(?P<label>[^\n:>]{1,80}?)\s*:(?=\s))?")
# A word of a label inside a line: no sentence ends there, and it is not spelled out ("R-O-E.").
_INNER_WORD = (
    rf"(?:(?:{'|'.join(sorted(w.capitalize() for w in HONORIFICS | RANKS | set(ROLE_FORMS)))}|[{UP}])\.|[\w'’-]+)"
)
_NOT_SPELLED = rf"(?!(?:[{UP}]-){{2}}|(?:[{UP}]{{2,40}} ){{1,12}}[{UP}][a-z])(?=[{UP}])"  # nor a heading before a name
_INSIDE_NAME = re.compile(
    rf"(?:(?<=[.?!…”\"\])] )|(?<=[{UP}]{{4}} ))"
    rf"{MARKUP}(?P<label>{_NOT_SPELLED}{_INNER_WORD}(?: (?=[{UP}]){_INNER_WORD}){{0,4}}(?: \([^()\n]{{2,60}}\))?)"
    rf"{MARKUP}:{MARKUP}(?: |\s?\n\s?)(?=[{UP}\[(“\"‘'…]|\d)"
)
_LEAST_INSIDE = 4  # marks inside lines
_CALL = re.compile(r"\b(?:conference|call)\b", re.IGNORECASE)  # which an operator opens
_CAPITALS = re.compile(rf"(?:\b[{UP}][{UP}.,'’]*+\s++){{4,}}$")  # of a heading right before a mark
_HEADING = 300  # characters at most of such a heading
_TITLES = "|".join(sorted((w.upper() for w in HONORIFICS | RANKS | ROLE_HEADS), key=len)[::-1])
_TITLED = re.compile(rf"\b(?:CHIEF )?(?:{_TITLES})\.? [{UP}][{UP}'’-]+$")  # behind it
_TIMED = re.compile(
    rf"(?<=[.?!…”\"] )(?P<label>{_NOT_SPELLED}{_INNER_WORD}(?: {_INNER_WORD}){{0,7}}): ?[\[(]\s*{TIME}[\])]"
)
_WITH_CLOCK = re.compile(rf"[\[(]\s*{TIME}[\])]")
_ASKS = re.compile(
    rf"(?P<label>(?:{NOBODY})(?:\s?(?:#\s?)?\d{{1,3}}|\s[A-Z])?)\s?(?P<note>[(\[][^()\[\]\n]{{1,80}}[)\]])?"
)
_IN_BRACKETS = re.compile(
    rf"(?<=[.?!…”\"–—-] )\((?P<label>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? [{UP}][\w'’-]+|[{UP}][a-z]+))\) (?=[{UP}“\"])"
)
_LEAST_BRACKETED = 2
_SPACED_Q = re.compile(r"Q[ \u00a0]{2}")
# Of a list: "President: Mr. Lund . . . . . . (Karst)"; words may break off or begin so: "and the weir ....."
_LEADERS = re.compile(r"(?:(?:\s?\.){5}|(?:\s?…){3})[ \t.…]*+(?:[(\[\d]|[^\W\d_a-z][^\n.?!…]{0,60}$)", re.MULTILINE)
_LEAST_SPACED = 2  # marks "Q   " at the beginning of lines before one is looked for inside a line
_LEAST_MISPRINTED = 7  # letters of a label that may be a misprint of another
_RARER = 10  # times rarer than another that a label stands which is its misprint more than twice
_MOST_LABELS = 400  # of one transcript that are compared with each other
_NICKNAME = re.compile(r" [\"“][^\"”]*[\"”]")
_NAME_STOP = re.compile(
    r"(?P<label>(?:[A-Z]\. )?(?:[A-Z][a-z]+ ){0,4}[A-Z][a-z]+(?: [A-Z]\.)?(?: [\"“][A-Z][\w ]{1,20}[\"”])?"
    r" (?:Mc|Mac|O['’])?[A-Z][a-z-]+)\.(?=\s+[A-Z“\"])"
)
_USUAL = 3  # times that a label stands before another may be its misprint


def find_marks(text: str) -> tuple[Mark, ...]:
    """All candidates at the beginning of lines, in order."""
    lines = ((a, b) for a, b in lines_of(text, 0, len(text)) if not _LEADERS.search(text, a, b))
    return tuple(m for a, b in lines if (m := read_mark(text, a, b)))


def addressed_marks(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Questions whose "Q." was lost: a numbered line that addresses who answers here ("[7.] Mr. President, why …")."""
    offices = {m.label.removeprefix("THE ").casefold() for m in marks if m.kind == "caps"}
    for a, b in lines_of(text, 0, len(text)):
        number = _NUMBER.match(text, a, b)
        addressed = number and _ADDRESSED.match(text, number.end(), b)
        if number and addressed and addressed["office"].casefold() in offices:
            yield Mark(a, number.end(), "Q", "question")


def repaired_marks(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Marks that were misprinted ("THE. PRESIDENT.", "TEE PRESIDENT.", "THE PRESIDENT Well"): one letter off a label
    in capitals that stands three times or more; a short one with another sign alone ("ROE. Will it" beside "ROE:")."""
    counts = Counter(m.label for m in marks if m.kind == "caps")
    labels = {_letters(k): k for k, n in counts.items() if n >= _USUAL and len(k) >= _LEAST_MISPRINTED}
    short = {k for k, n in counts.items() if n >= 2 and len(k) < _LEAST_MISPRINTED}
    if not labels and not short:
        return
    taken = {m.start for m in marks}
    for a, b in lines_of(text, 0, len(text)):
        m = None if a in taken else _MISPRINT.match(text, a, b)
        if not m:
            continue
        letters = _letters(m[1])
        signed = text[m.end(1) - 1] == "." or text[m.end(1)] in ":;"
        if m[1].rstrip(".,") in short and signed:
            yield Mark(a, m.end(), m[1].rstrip(".,"), "caps")
            continue
        for known, label in labels.items():
            if within_one_edit(letters, known):
                yield Mark(a, m.end(), label, "caps")
                break


def relabelled(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks with misprinted labels put right: "QMS. ROE:", "S. ROE:" and "PRESIDEN ROE:" beside many "MS. ROE:".

    A label that stands once or twice and is a letter off one that stands three times as often is that one, unless
    titles tell two people apart ("MR. ROE", "MS. ROE") or its surname stands elsewhere in the text.
    """
    counts = Counter(m.label for m in marks if m.kind == "caps")
    usual = {_letters(k): k for k, n in counts.items() if n >= _USUAL and len(_letters(k)) >= 5}
    right: dict[str, str] = {}
    if len(counts) > _MOST_LABELS:
        return list(marks)
    for label, count in counts.items():
        letters = _letters(label)
        least = count * (_USUAL if count <= 2 else _RARER)
        near = next((k for k in usual if counts[usual[k]] >= least and within_one_edit(letters, k)), None)
        if near is not None and not _another(text, label, usual[near], count):
            right[label] = usual[near]
    return [replace(m, label=right[m.label]) if m.label in right and m.kind == "caps" else m for m in marks]


def _another(text: str, label: str, usual: str, count: int) -> bool:
    """Whether a label a letter off another is somebody else's."""
    titles = [{w for w in fold(x).split()[:-1] if w in HONORIFICS} for x in (label, usual)]
    if titles[0] and titles[1] and titles[0] != titles[1]:
        return True
    mine, theirs = parse_name(label).surname, parse_name(usual).surname
    if not mine or fold(mine) == fold(theirs):
        return False
    return len(re.findall(rf"\b{re.escape(mine)}\b", text, re.IGNORECASE)) > count


def _letters(label: str) -> str:
    return "".join(filter(str.isalpha, label))


def full_stop_marks(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Full names before a full stop at the head of a line, where other labels stand so ("Susan B. Roe. Yes.")."""
    if sum(text[m.end - 1 : m.end] == "." for m in marks) < _USUAL:
        return
    taken = {m.start for m in marks}
    for a, b in lines_of(text, 0, len(text)):
        found = None if a in taken else _NAME_STOP.match(text, a, b)
        label = read_label(_NICKNAME.sub("", found["label"])) if found is not None else None
        name = parse_name(label.base) if label is not None else None
        given = [key for key in name.given_keys if len(key) > 1] if name is not None else []  # "J. Martin Roe."
        known = name is not None and name.surname and set(given[:1]) & GIVEN_NAMES
        if found is not None and label is not None and known:
            yield mark_of(label, a, found.end())


def inline_marks(text: str, marks: Sequence[Mark], labels: Iterable[str], everywhere: bool) -> Iterator[Mark]:
    """Marks inside lines: an established label of `marks` after the end of a sentence or after a heading in capitals.

    `labels` are the established labels with their sign ("THE PRESIDENT.", "MR PRICE:"). `everywhere`: the text has
    lost its line breaks, so that any label in capitals with a colon counts.
    """
    starts = {m.start for m in marks} | {m.end for m in marks}
    choices = "|".join(sorted((re.escape(x) for x in set(labels)), key=len, reverse=True))
    if sum(bool(_SPACED_Q.match(text, m.start)) for m in marks if m.kind == "question") >= _LEAST_SPACED:
        choices = rf"{choices}|Q(?=[ \u00a0]{{2}})" if choices else r"Q(?=[ \u00a0]{2})"
    if everywhere:
        generic = (
            rf"(?:QUESTION|Q|{CAPS_TOKEN}(?: {CAPS_TOKEN}){{0,4}})"
            r"(?:\s?[(\[][^()\[\]\n]{1,60}[)\]]|, [A-Z][^:\n]{2,90}(?:\n[^:\n.?!]{1,60})?)?:|Q\.(?= [A-Z])"
        )
        choices = f"{choices}|{generic}" if choices else generic
    if not choices:
        return
    pattern = re.compile(
        rf"(?:(?<=[.?!…)\]\"”—,-])[ \u00a0]{{0,3}}|(?<=[{UP}\]][ ]))(?P<mark>{choices})(?=[ \u00a0\n]|$)"
    )
    for m in pattern.finditer(text):
        line = text.rfind("\n", 0, m.start()) + 1
        before = text[line : m.start("mark")]
        if not before.strip() or m.start("mark") in starts or (line in starts and not before.strip("[]0123456789. ")):
            continue
        if before.strip() == "BY":  # "BY MS. ROE:" tells who asks the questions below it
            continue
        heading = _CAPITALS.search(before, max(0, len(before) - _HEADING))
        if before.rstrip()[-1] not in '.?!…)]"”—,-' and any(c.islower() for c in before) and not heading:
            continue
        raw = m["mark"]
        asks = _ASKS.fullmatch(raw.rstrip(" .:"))
        if asks:
            note = bare_note(asks["note"])
            yield Mark(m.start("mark"), m.end("mark"), asks["label"], "question", note, inline=True)
            continue
        note = re.search(r"\s?[(\[]([^()\[\]]+)[)\]]", raw) or re.search(r", ([^:]{3,})(?=:)", raw)
        label = re.sub(r"\s?[(\[][^()\[\]]+[)\]]|, [^:]{3,}(?=:)", "", raw).rstrip(".: ")
        if before.rstrip()[-1] == "," and kind_of_label(label) == "name":
            continue  # somebody is addressed: "The ferries, Mr Speaker: will they sail?"
        titled = _TITLED.search(label) if heading else None
        label = titled.group() if titled else label
        if read_label(label) or is_caps_speaker(label):
            told = " ".join(note[1].split()) if note else ""
            start = m.start("mark") + (titled.start() if titled else 0)
            yield Mark(start, m.end("mark"), label, kind_of_label(label), told, inline=True)


def bracketed_marks(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Labels in brackets inside lines, where others open lines so ("(Ms. Roe) When? (Ms. Lund) In May."); there each
    line is somebody's, and one without a label is nobody's by name."""
    opening = {m.start for m in marks if text[m.start] == "(" and text[m.start : m.end].rstrip().endswith(")")}
    found = (
        [mark for m in _IN_BRACKETS.finditer(text) if (mark := _inside(m))] if len(opening) >= _LEAST_BRACKETED else []
    )
    found = [m for m in found if " " in m.label or m.kind == "question" or is_office(m.label)]  # no "(Laughter)"
    if not found:
        return
    yield from found
    taken = {m.start for m in marks}
    yield from (
        Mark(a, a, "", "voice", sure=True) for a, _ in lines_of(text, min(opening), len(text)) if a not in taken
    )


def timed_marks(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Labels with a clock time inside the lines of a page that lost its breaks ("… lower. Mayor Roe: ( 01:53) …")."""
    found = [mark for m in _TIMED.finditer(text) if (mark := _inside(m, timed=True))]
    clocked = sum(m.timed or _WITH_CLOCK.search(text, m.start, m.end) is not None for m in marks)
    if clocked and len(found) + clocked >= 2:
        yield from found


def named_inline_marks(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks inside the lines of a page that lost its breaks where labels are names as usual ("… in March. Jane Roe:
    Thanks. Operator: Next."); none where two names and more do not come back.
    """
    found = [mark for m in _INSIDE_NAME.finditer(text) if (mark := _inside(m))]
    called = {key for m in (*found, *marks) if " " in m.label for key in parse_name(m.label).given_keys[:1]}
    found = [
        m for m in found if m.kind == "question" or is_office(m.label) or " " in m.label or fold(m.label) in called
    ]
    counts = Counter(m.key for m in [*found, *(m for m in marks if m.kind in ("name", "caps", "question"))])
    again = sum(n >= 2 for n in counts.values()) + sum("," in m.note for m in found)  # "(Halden, Labour)"
    opens = sum(m.kind == "question" for m in marks)  # "Journalist:" before the first question
    if found and marks and fold(marks[0].label) == "operator" and _CALL.search(text):
        return [replace(m, sure=m.kind == "name") for m in found]
    return found if len(found) + opens >= _LEAST_INSIDE and again >= 2 and len(found) >= 2 * len(marks) else []


def _inside(m: re.Match[str], *, timed: bool = False) -> Mark | None:
    """The mark of a label inside a line."""
    if asks_by_label(m["label"]):
        return Mark(m.start(), m.end(), m["label"], "question", timed=timed, inline=True)
    label = read_label(m["label"])
    return mark_of(label, m.start(), m.end(), timed=timed, inline=True) if label else None


def arrow_marks(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Arrows inside the lines of captions ("… tonight. >> THANK YOU. >> JANE ROE: …")."""
    if not any(m.kind == "voice" for m in marks):
        return
    for m in _ARROWS.finditer(text):
        label = read_label(m["label"]) if m["label"] else None
        start, end = m.start("arrows"), m.end() if label is not None else m.end("arrows")
        if label is None:
            yield Mark(start, end, "", "voice", inline=True, sure=True)
        else:
            yield mark_of(label, start, end, inline=True, sure=True)
