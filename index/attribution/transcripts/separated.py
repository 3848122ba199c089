"""Talks whose turns open with a full name and a sign that is no colon: "**Jane Roe** It will.", "Jane Roe – It will."

Such a sign stands behind many a name in a list; a talk has few names, each again and again, in nearly every paragraph,
and what stands behind them is spoken.
"""

from __future__ import annotations

import re
from collections import Counter

from index.attribution.transcripts.company import is_quoting, paragraphs_from, said_in
from index.attribution.transcripts.form import UP
from index.attribution.transcripts.mark import Mark, bare_note, mark_of
from index.attribution.transcripts.spoken import FIRST_PERSON, REPORTED
from index.attribution.transcripts.written import asks_by_label, is_caps_speaker, is_office, name_like, read_label
from index.names.parse import parse_name

_OPENS = re.compile(
    rf"^[ \t]*(?P<front>\*\*|__|<b>|<strong>)?(?P<label>[{UP}][\w.'’-]*(?: [{UP}][\w.'’-]*){{1,3}})"
    r"(?P<note> \([^()\n]{3,80}\)|, [^\W\d_][^,()\n–—:-]{2,40}(?= [–—-] ))?"
    r"(?P<sign>(?(front)(?:\*\*|__|</b>|</strong>)|(?:[ \t][–—|/-]|\t))[ \t]*)(?=\S)",
    re.MULTILINE,
)
# "JANE ROE- Welcome.", "THE PRESIDENT – (laughs) Thank you.", "QUESTION (Karst Courier) - Will it open?"
_LOUD = re.compile(
    rf"^[ \t]*(?P<label>(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Dame|(?:The )?Hon)\.? )?"
    rf"[{UP}][{UP}.'’-]+(?: [{UP}][{UP}.'’-]*){{0,5}}?)(?P<note>[ \t]?\([^()\n]{{2,80}}\))?"
    rf"[ \t]?(?P<sign>[–—-])[ \t]+(?=[{UP}“\"(\[])",
    re.MULTILINE,
)
# "Resident, Alder St. (did not say) - What about it?" among them: nobody by name
_SOMEBODY = re.compile(
    r"^[ \t]*(?P<label>(?:Unknown|Unidentified|Resident|Audience|Member of the (?:public|audience)|Somebody|Man|Woman"
    r"|Voice|Question|Questioner|Caller|Shareholder)\b[^\n–—]{0,60}?)(?P<sign>[ \t][–—-][ \t]+)(?=\S)",
    re.MULTILINE,
)
_LEAST = 4  # turns
_MOST_PEOPLE = 6
_SHARE = 0.6  # of the paragraphs that open so, and of the turns that are spoken


def separated(text: str) -> tuple[Mark, ...]:
    """The marks of such a talk, `()` for any other text."""
    return _by_name(text) or _in_capitals(text)


def _in_capitals(text: str) -> tuple[Mark, ...]:
    """The marks of a talk whose labels stand in capitals before a dash: names, offices, and who asks.

    A dateline ("HALDEN – Jane Roe said") stands once and is no name with its given name, and no office.
    """
    marks: list[Mark] = []
    for m in _LOUD.finditer(text):
        if asks_by_label(m["label"]):
            marks.append(Mark(m.start(), m.end(), m["label"], "question", bare_note(m["note"]), sure=True))
            continue
        label = read_label(m["label"] + (m["note"] or ""))
        if label is not None and (is_caps_speaker(label.base) or is_office(label.base)):
            marks.append(mark_of(label, m.start(), m.end(), sure=True))
    counts = Counter(m.key for m in marks)
    told = [said_in(text, marks, i) for i in range(len(marks))]
    spoken = sum("?" in said or FIRST_PERSON.search(said) is not None for said in told)
    often = len(marks) >= _SHARE * paragraphs_from(text, marks) if marks else False
    again = sum(n for n in counts.values() if n >= 2) >= _SHARE * len(marks)
    whole = len(marks) >= _LEAST and len(counts) >= 2 and often and again and spoken >= _SHARE * len(marks)
    return tuple(marks) if whole and not is_quoting(text, marks) else ()


def _by_name(text: str) -> tuple[Mark, ...]:
    """The marks of one whose labels are full names as usual."""
    by_sign: dict[str, list[Mark]] = {}
    for m in _OPENS.finditer(text):
        titled = parse_name(m["label"]).role and is_office(m["label"].split()[0])  # "Mayor Roe - Evening, folks."
        label = read_label(m["label"]) if name_like(m["label"]) or titled else None
        if label is not None:
            by_sign.setdefault(m["sign"].strip(" "), []).append(mark_of(label, m.start(), m.end(), sure=True))
    sign, marks = max(by_sign.items(), key=lambda one: len(one[1]), default=("", list[Mark]()))
    nobody = [m for m in _SOMEBODY.finditer(text) if m["sign"].strip() == sign]
    counts = Counter(m.label for m in marks)
    again = [n for n in counts.values() if n > 1]  # who speaks once does so among those who come back
    if len(marks) < _LEAST or not 2 <= len(again) <= _MOST_PEOPLE or sum(again) < _SHARE * len(marks):
        return ()
    told = [said_in(text, marks, i) for i in range(len(marks))]
    spoken = sum("?" in said or FIRST_PERSON.search(said) is not None for said in told)
    often = len(marks) >= _SHARE * paragraphs_from(text, marks) and spoken >= _SHARE * len(marks)
    reported = len(REPORTED.findall(text, marks[0].start))
    if not often or is_quoting(text, marks) or reported >= 0.3 * len(marks):
        return ()
    taken = {m.start for m in marks}
    asked = [Mark(m.start(), m.end(), m["label"], "question", sure=True) for m in nobody if m.start() not in taken]
    return tuple(sorted((*marks, *asked), key=lambda m: m.start))
