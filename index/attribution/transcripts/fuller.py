"""Short labels of somebody whom a fuller label or the title names: "Lou:" below "Lou Lund:", "LL:" below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.people import head_people
from index.attribution.transcripts.written import kind_of_label
from index.language.bodies import ORGANISATIONS, PLACES
from index.language.descriptions import OFFICES_BY_INITIALS
from index.language.english import SMALL_IN_HEADINGS
from index.language.names import GIVEN_NAMES
from index.language.roles import HONORIFICS, ROLE_HEADS
from index.language.transcripts import HEADING_BREAKS, OFFICE_WORDS, OUTLETS, SENTENCE_OPENERS, SENTENCE_WORDS
from index.language.verbs import base_form
from index.names.parse import fold, parse_name, strip_possessive

_INITIALS = (2, 3)  # letters
_LOUD_SURNAME = re.compile(r"(?:[^\W\d_a-z][^\W\d_A-Z]+ )+[^\W\d_a-z]{3,}")  # "Jane ROE:"
_LEAST_LOUD, _MOST_LOUD = 3, 0.7  # names so written, and their share of all, where they are how a page writes labels
_SURNAMES = r"[A-Z][\w’'-]*[a-z](?: [A-Z][\w’'-]*[a-z])*"
_MOST_SURNAMES = 2  # "Lou Mae Lund"; not "Lou Lund Breakfast Show"
_OPENING = 200  # characters of a turn in which somebody says who she is
_LEAST_CALLED = 2  # times that a name of the title calls somebody
_NO_SURNAME = PLACES | ORGANISATIONS | ROLE_HEADS | HEADING_BREAKS | OFFICE_WORDS


def by_full_names(text: str, title: str | None, marks: Sequence[Mark]) -> list[Mark]:
    """The marks with a given name or initials alone as the one fuller label that has them, a given name also as the
    one person of the title; "CM:" is no initials where the text speaks of a Chief Minister."""
    named = [m.label for m in marks if m.kind in ("name", "caps")]
    given = _by_given([label for label in named if " " in label])
    counts = Counter(label for label in named if label.isalpha())
    surnames = {parse_name(label).surname_key for label in named if " " in label}
    titled = {
        fold(label): _of_title(title or "", label)
        for label, n in counts.items()
        if n >= _LEAST_CALLED and fold(label) not in surnames
    }
    for label in counts:
        if fold(label) in GIVEN_NAMES and not titled.get(fold(label)):
            titled[fold(label)] = _introduced(text, label, marks)
    listed = [p.name for p in head_people(None, text[: marks[0].start])] if marks else []
    initials = _by_initials([label for label in named if " " in label])
    once = {k: v for k, v in _by_initials(_unlike(listed, named)).items() if named.count(k) == 1 and k not in initials}
    initials |= once
    noted = _by_notes(marks)
    loud = [label for label in named if _LOUD_SURNAME.fullmatch(label)]
    sure = len(set(loud)) >= _LEAST_LOUD and len(loud) >= _MOST_LOUD * len(named)
    out: list[Mark] = []
    for mark in marks:
        known = set[str]()
        if mark.kind in ("name", "caps"):
            key = fold(mark.label)
            known = (
                (set() if mark.note else noted.get(key))
                or given.get(key)
                or titled.get(key)
                or (initials.get(mark.label, known) if _spells(text, mark) else known)
            )
        full = next(iter(known), "")
        mark = replace(mark, sure=mark.sure or (sure and mark.label in loud))
        out.append(replace(mark, label=full, kind=kind_of_label(full), sure=True) if len(known) == 1 else mark)
    return out


def _by_notes(marks: Sequence[Mark]) -> dict[str, set[str]]:
    """The full names by what their labels tell of them: "MEMBER FOR KARST" below "JANE ROE, MEMBER FOR KARST"."""
    found: dict[str, set[str]] = {}
    for mark in marks:
        if (
            mark.kind in ("name", "caps")
            and mark.note
            and parse_name(mark.label).given
            and not OUTLETS.search(mark.note)
        ):
            found.setdefault(fold(mark.note), set()).add(mark.label)
    return found


def _unlike(listed: Sequence[str], named: Sequence[str]) -> list[str]:
    """The names of a list at the head whose bearers no label names in full: of two forms of one name the label's
    counts."""
    keys = {parse_name(label).surname_key for label in named if " " in label}
    return [name for name in dict.fromkeys(listed) if parse_name(name).surname_key not in keys]


def _by_given(names: Sequence[str]) -> dict[str, set[str]]:
    """The full names, without an office, by their given name."""
    full: dict[str, set[str]] = {}
    for label in names:
        name = parse_name(label)
        if name.given_keys and name.surname and not name.role:
            full.setdefault(name.given_keys[0], set()).add(label)
    return full


def _of_title(title: str, called: str) -> set[str]:
    """The full names of the title that open with the name by which a label calls somebody ("Lou" of "Lou Lund")."""
    if fold(called) in PLACES | ROLE_HEADS | HEADING_BREAKS | HONORIFICS or OUTLETS.fullmatch(called):
        return set()
    pattern = rf"(?:([\w’'-]+) )?\b{re.escape(called)} ([A-Z][\w’'-]*[a-z])(?: ([\w’'-]+))?"
    behind = re.findall(pattern, title, re.IGNORECASE)
    # "Jane Roe Today": a programme behind a surname.
    unusual = fold(called) not in GIVEN_NAMES
    behind = [(word, after) for front, word, after in behind if not (unusual and _is_given(front))]
    told = [word for word, after in behind if word[:1].isupper() and not _is_verb(called, word, after)]
    surnames = {strip_possessive(word) for word in told}
    return {f"{called} {word}" for word in surnames if fold(word) not in _NO_SURNAME and not OUTLETS.fullmatch(word)}


def _is_given(word: str) -> bool:
    """Whether a headline's word may be the given name of what follows: capitals that nothing else begins with."""
    no_name = HEADING_BREAKS | SMALL_IN_HEADINGS | SENTENCE_WORDS | SENTENCE_OPENERS | ROLE_HEADS | HONORIFICS
    return word[:1].isupper() and fold(word) not in no_name


def _is_verb(called: str, word: str, after: str) -> bool:
    """Whether a headline's word is what somebody does, whom it calls by surname: "Walters Sees Steady Rates"; behind a
    name that is no known given one also any with an object: "Walters Mulls Steady Rates"."""
    low = word.lower()
    if not low.endswith("s") or low.endswith("ss"):
        return False
    apart = not after or fold(after) in HEADING_BREAKS | SMALL_IN_HEADINGS
    return base_form(low) != low or (fold(called) not in GIVEN_NAMES and not apart)


def _introduced(text: str, called: str, marks: Sequence[Mark]) -> set[str]:
    """The full name that somebody under her given name says herself, or that the text gives before she speaks: one, and
    without somebody else of that name ("Lou Lund's songs", "Lou and Tom")."""
    name = called.capitalize() if called.isupper() else called
    own = [text[m.end : m.end + _OPENING] for m in marks if m.label == called]
    said = [found for words in own for found in re.findall(rf"\bI(?:['’]m| am) {re.escape(name)} ({_SURNAMES})", words)]
    head = text[: next(m.start for m in marks if m.label == called)]
    told = re.findall(rf"\b{re.escape(name)}\b(?![,?!])(?: ({_SURNAMES}))?", head)
    surnames = set(said or told)  # "" where the given name stands alone
    return {f"{name} {word}" for word in surnames if word and len(surnames) == 1 and _is_whole(word)}


def _is_whole(surname: str) -> bool:
    """Whether words behind a given name are the rest of a name, and no possessive or part of another one."""
    found = surname.split()
    whole = len(found) <= _MOST_SURNAMES and strip_possessive(surname) == surname
    return whole and not any(fold(word) in _NO_SURNAME for word in found)


def _by_initials(names: Sequence[str]) -> dict[str, set[str]]:
    """The full names by their initials."""
    full: dict[str, set[str]] = {}
    for label in names:
        name = parse_name(label)
        if name.given and name.surname:
            full.setdefault("".join(w[0] for w in (*name.given, *name.surname.split())).upper(), set()).add(label)
    return full


def _spells(text: str, mark: Mark) -> bool:
    """Whether a label may be somebody's initials: no office ("PM:") and no outlet ("AP:")."""
    letters = mark.label
    if not (letters.isalpha() and letters.isupper() and len(letters) in _INITIALS) or OUTLETS.fullmatch(letters):
        return False
    offices = OFFICES_BY_INITIALS.get(fold(letters), ())
    if offices:
        plain = text.casefold()
        return all(office not in plain for office in offices)
    return fold(letters) not in ROLE_HEADS
