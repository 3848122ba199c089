"""Labels that stand once, or ask: which of them are marks, in the company of those that are established.

A transcript's style tells: where marks stand in capitals, "THORNE:" once is a mark and "Mr. President:" is a reporter
who addresses him; where they are names as usual, "The Paper:" before an answer is an outlet that asks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.written import is_office, name_like, post_nominal
from index.language.bodies import PLACES
from index.language.names import GIVEN_NAMES
from index.language.roles import HONORIFICS, RANKS, ROLE_HEADS
from index.language.transcripts import OUTLETS, ROLES_OF_LABELS
from index.names.parse import fold, parse_name

_WORD = re.compile(r"[^\W\d_a-z][\w'’-]*")
_SMALL = re.compile(r"\b[a-z][a-z'’-]+\b")
_LEAST_STYLE = 3  # established marks of names before a style is read off them
_LEAST_COMPANY = 2  # marks of questions and answers
_ONE_STYLE = 3  # times that one style must outnumber the other
_GREETING = 60  # characters in which a reporter says who she is
_SEVERAL, _NEARLY_ALL = 3, 0.8  # people with labels of one word, and the share of all labels that are theirs
_FULL = 3  # words of a full name
_ACRONYM = 6  # letters of an outlet's initials at most
_SHORT = 3  # letters of initials
_USUAL = 3  # times that a label stands before it is nobody's address


@dataclass(frozen=True, slots=True)
class _Style:
    capitals: bool
    colons: bool
    answerer: str  # the key that stands most often
    first_names: bool  # nearly all labels are one word, of several people: "Olga:", "Derk:"


def keep_singles(text: str, marks: Sequence[Mark], kept: Sequence[Mark]) -> list[Mark]:
    """The established marks `kept` with the candidates that their style bears out, without those that it does not.

    An outlet that asks is turned into a question; a label in capitals that can be nobody's name into nobody's voice.
    """
    named = [m for m in kept if m.kind in ("caps", "name")]
    company = len(named) >= 2 and len(kept) > len(named)
    if len(named) < _LEAST_STYLE and not company:
        return _with_offices(text, marks, kept)
    style = _style_of(text, named)
    if style is None:
        return list(kept)
    chosen = {m.start for m in kept}
    counts = Counter(m.key for m in marks)
    texts = _what_follows(text, marks)
    words = Counter(fold(w) for w in _WORD.findall(text)) if style.capitals else Counter[str]()
    answered = _answered(kept, marks, style.answerer)
    amid = _amid(kept, marks)
    small = frozenset[str]() if style.capitals else frozenset(m.group() for m in _SMALL.finditer(text))
    keys = {m.key for m in named if m.kind == "caps"}
    own = sum(text[m.end - 1 : m.end + 1] == ":\n" for m in named)
    lines = own > len(named) // 2
    out: list[Mark] = []
    for i, mark in enumerate(marks):
        if mark.kind not in ("caps", "name") or mark.sure or mark.timed:
            found = mark if mark.start in chosen else None
        elif style.capitals and mark.kind == "name" and text[mark.start] == ">" and mark.key in keys:
            found = mark  # ">> Mayor Roe:" among ">> MAYOR ROE:"
        elif style.capitals:
            found = _among_capitals(mark, mark.start in chosen, counts, words, style, keys)
        elif (
            lines
            and text[mark.end - 1 : mark.end] == ":"
            and text[mark.end : mark.end + 1] == "\n"
            and name_like(mark.label)
        ):
            found = mark  # "Jane Roe:" on a line of its own, as the others stand
        else:
            asks = "?" in texts[i] and mark.start in answered
            found = _among_names(mark, mark.start in chosen, style, asks, small)
            if found is None and style.colons and _says_who_asks(mark, texts[i]):
                found = mark if " " in mark.label else replace(mark, kind="question")
            if found is None and mark.start in amid and style.colons:
                found = replace(mark, kind="question" if asks else "voice")
        if found is None and mark.kind == "caps" and mark.start in amid and text[mark.end - 1] == ":":
            found = replace(mark, kind="voice")  # "KPC: Yes." within what another says, whatever the others look like
        if found is not None:
            out.append(found)
    return out


def _with_offices(text: str, marks: Sequence[Mark], kept: Sequence[Mark]) -> list[Mark]:
    """Where questions and answers alone are marked: also whoever conducts the room ("SPOKESPERSON: Last question."),
    and who answers a question under a surname in capitals beside a full name in capitals ("ROE: Yes." once)."""
    chosen = {m.start for m in kept}
    if len(kept) < _LEAST_COMPANY:
        return list(kept)
    full = any(m.kind == "caps" and " " in m.label and name_like(m.label) for m in kept)
    reply = {
        b.start
        for a, b in pairwise(marks)
        if full and a.kind == "question" and a.start in chosen and text[a.end : b.start].rstrip().endswith("?")
    }
    return [
        m
        for m in marks
        if m.start in chosen
        or (m.kind in ("caps", "name") and _conducts(m))
        or (m.start in reply and m.kind == "caps" and m.label.isalpha() and len(m.label) > _SHORT)
    ]


def _conducts(mark: Mark) -> bool:
    return is_office(mark.label) and fold(mark.label.split()[-1]) in ROLES_OF_LABELS


def _style_of(text: str, named: Sequence[Mark]) -> _Style | None:
    """How established labels are written, None where both ways are used."""
    caps = sum(m.kind == "caps" for m in named)
    names = len(named) - caps
    colons = sum(text[m.start : m.end].rstrip(" *_").endswith((":", ":</b>", ":</strong>")) for m in named)
    most = Counter(m.key for m in named).most_common(1)[0][0]
    short = [m.label for m in named if m.kind == "name" and " " not in text[m.start : m.end].strip(" :*_\n")]
    first_names = len(set(short)) >= _SEVERAL and len(short) >= _NEARLY_ALL * len(named)
    if caps >= _ONE_STYLE * names or names >= _ONE_STYLE * caps or (caps >= 2 and not names):
        return _Style(caps > names, colons >= 0.7 * len(named), most, first_names)
    return _Style(caps > names, False, most, first_names)


def _what_follows(text: str, marks: Sequence[Mark]) -> list[str]:
    """What stands between each candidate and the next."""
    ends = [m.start for m in marks[1:]] + [len(text)]
    return [text[m.end : end] for m, end in zip(marks, ends, strict=False)]


def _amid(kept: Sequence[Mark], marks: Sequence[Mark]) -> set[int]:
    """Where candidates begin that stand alone between two marks of one speaker: somebody else speaks there."""
    established = {m.start for m in kept}
    return {
        b.start
        for a, b, c in zip(marks, marks[1:], marks[2:], strict=False)
        if a.start in established and c.start in established and a.key == c.key and a.kind in ("name", "caps")
    }


def _answered(kept: Sequence[Mark], marks: Sequence[Mark], answerer: str) -> set[int]:
    """Where candidates begin that the one who mostly speaks follows at once."""
    established = {m.start for m in kept}
    return {a.start for a, b in pairwise(marks) if b.key == answerer and b.start in established}


def _among_capitals(
    mark: Mark, chosen: bool, counts: Counter[str], words: Counter[str], style: _Style, keys: set[str]
) -> Mark | None:
    """A candidate where labels stand in capitals before a colon."""
    if not style.colons:
        return mark if chosen else None
    if mark.kind == "name":
        if _conducts(mark):
            return mark  # "Spokesman:" once, beside "SG:"
        whole = name_like(mark.label)
        if (
            fold(mark.label.split()[0]) in HONORIFICS
            and mark.key not in keys
            and mark.key == fold(mark.label.split()[-1])
        ):
            return mark  # "Mr Roe:" of the benches, who is nobody that is asked here
        kept = chosen and ((counts[mark.key] >= _USUAL and whole) or post_nominal(mark.label))
        kept = kept or (whole and mark.key in keys)  # "Jane Roe:" below "JANE ROE (Karst):"
        return mark if kept or (whole and mark.note) else None  # "Ian Roe (Channel 7):" is no address
    if chosen or is_office(mark.label) or mark.note or _titled(mark.label) or name_like(mark.label):
        return mark
    surname = parse_name(mark.label).surname_key
    return mark if surname and words[surname] > counts[mark.key] else replace(mark, kind="voice")


def _among_names(mark: Mark, chosen: bool, style: _Style, asks: bool, small: Set[str]) -> Mark | None:
    """A candidate where labels are names as usual."""
    if mark.key == style.answerer:
        return mark
    folded = [fold(w) for w in mark.label.split()]
    known = folded[0] in GIVEN_NAMES or _titled(mark.label) or is_office(mark.label) or post_nominal(mark.label)
    acronym = len(folded) == 1 and mark.kind == "caps" and len(mark.label) <= _ACRONYM
    outlet = bool(OUTLETS.search(mark.label)) or acronym or (len(folded) > 1 and folded[0] == "the")
    if outlet and not known and (asks or acronym or OUTLETS.search(mark.label)):
        return replace(mark, kind="question")
    if chosen:
        return mark
    if (known and style.colons and len(folded) > 1) or folded[0] in ROLES_OF_LABELS:
        return mark
    if style.colons and len(folded) == 1 and folded[0] in GIVEN_NAMES - PLACES:
        return replace(mark, kind="voice")  # "Olga: That was the last question." closes another's turn
    if style.first_names and style.colons and len(folded) == 1 and folded[0] not in small | PLACES:
        return replace(mark, kind="question" if asks else "voice")  # "Derk: On steel." among "Olga:" and "Jan:"
    if mark.kind == "caps" and style.colons and len(folded) == 1 and len(mark.label) > _ACRONYM:
        return mark  # "LINDBERG:" once among "Jane Roe:"
    if asks and style.colons and len(folded) > 1:
        return replace(mark, kind="question")
    full = style.colons and 1 < len(folded) <= _FULL and name_like(mark.label) and mark.kind == "name"
    return mark if full and small.isdisjoint(folded) else None  # "Spence Smythe:" once, of whom nobody was told


def _says_who_asks(mark: Mark, said: str) -> bool:
    """Whether somebody begins with her own name, as reporters do ("A. Roe: Anna Roe, Channel One.", "Meera: Sir, Meera
    from DD News.")."""
    return fold(mark.label.split()[-1]) in [fold(word) for word in _WORD.findall(said[:_GREETING])]


def _titled(label: str) -> bool:
    """Whether a label has a title or an office before a name ("Mr. Roe", "GOVERNOR HOLT")."""
    first, name = fold(label.split()[0]), parse_name(label)
    return bool(name.surname) and (first in HONORIFICS | RANKS | ROLE_HEADS or bool(name.role))
