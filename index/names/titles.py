"""Titles that are other words by themselves (ranks of police forces in capitals, the clergy, constables, deans), and
what an office is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.language.calendar import WEEKDAYS
from index.language.descriptions import SEATS
from index.language.names import GIVEN_NAMES, PLACE_OPENERS
from index.language.roles import (
    BEFORE_CONSTABLE,
    BEFORE_FULL_NAMES,
    BEFORE_NAMES,
    BEFORE_TWO_NAMES,
    BEHIND_FIELDS,
    BEHIND_OFFICES,
    CHURCH_TITLES,
    FORCE_RANKS,
    GOVERNMENTS,
    HEADS_OF_STATE,
    MALAY_FIRST,
    MALAY_SECOND,
    NO_OTHERS,
    ROLE_HEADS,
    SEATS_BY_INITIALS,
)
from index.language.transcripts import OFFICE_WORDS

INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]?\.?")
_OFFICES = re.compile(
    r"(?P<listed>(?:[^\W\d_][\w-]*(?: [a-z][\w-]*){0,3}, ){1,3})(?P<last>[^\W\d_][\w-]*(?: [a-z][\w-]*){0,3})"
    r" (?:and|&) (?P<office>[a-z][\w-]*(?: [a-z][\w-]*){0,2}|[A-Z]{3}) (?=[^\W\d_a-z][\w’'.-]+ [^\W\d_a-z])"
)
_DOTTED_PLACE = re.compile(r"^[UE]\.[SKNU]\.?(?:[A-Z]\.?)?$")
_GLUED = re.compile(r"(?P<initials>(?:[^\W\d_a-z]\.){1,3})(?P<surname>[^\W\d_a-z][^\W\d_A-Z][\w’'-]+)")  # "W.Roe"
_LONGEST_SEAT = 4  # words
_INITIAL = re.compile(r"[A-Z]\.?")
_VOWEL = re.compile(r"[AEIOU]")
_SHORT = 4  # letters of a surname in capitals that could be initials
_POLICE_GRADE = re.compile(r"(?:S?[PFJ]O|SFO)[1-4]")  # "PO3 Roe", as the Philippine police and fire service rank
_INDIAN = (["shri"], ["smt"], ["sri"], ["thiru"])


def is_title_here(words: Sequence[str], tokens: Sequence[str], k: int, end: int) -> bool:
    """Whether the word at `k` of a name is a title there and nowhere else: "SHO Roe", "Father Roe", "Dean Jane Roe".

    `words` are the folded `tokens`; `end` is how many of them are titles for sure.
    """
    word, behind = words[k], len(words) - 1 - k
    if word in MALAY_SECOND:
        return k > 0 and behind > 0 and words[k - 1] in MALAY_FIRST and end >= k
    if word in MALAY_FIRST and behind > 1 and words[k + 1] in MALAY_SECOND:
        return end == k
    if word == "con":
        return k > 0 and behind > 0 and words[k - 1] in BEFORE_CONSTABLE
    if word in SEATS_BY_INITIALS:
        return tokens[k].isupper() and behind > 1  # "Free Harbour MK Jane Roe"; but "MK Roe" has initials
    if word in FORCE_RANKS:
        long = len(word) > len("pc") or word in NO_OTHERS  # "SHO Roe", "Sharea DSP Jane Roe"; but "DC Comics"
        return tokens[k].isupper() and (end == k or long) and behind > (0 if long else 1)
    if _POLICE_GRADE.fullmatch(tokens[k]):
        return end == k and behind > 0
    if word == "sr":
        return tokens[k] in ("Sr.", "SR.") and end == k and behind > 0  # "Sr. Mary Roe", a nun
    if word in BEHIND_FIELDS:
        of_what = behind > 1 and words[k + 1] in ("of", "for")
        return tokens[k][:1].isupper() and behind > 0 and (k > 0 or of_what)
    if word in BEHIND_OFFICES:
        return end == k > 0 and behind > 0
    if word in BEFORE_FULL_NAMES:
        known = words[k + 1 : k + 2] and (words[k + 1] in GIVEN_NAMES or words[k + 1] in WEEKDAYS)
        return end == k and behind > 1 and bool(known or tokens[k].endswith("."))
    if word in BEFORE_NAMES or word in BEFORE_TWO_NAMES:
        few = 0 if word in BEFORE_NAMES else 1
        return tokens[k].istitle() and end == k and behind > few
    return word in CHURCH_TITLES and tokens[k][:1].isupper() and end == k and behind > 0


def is_initial(words: Sequence[str], tokens: Sequence[str], k: int) -> bool:
    """Whether the "M" at `k` is a first name's: "M. D. Roe", "Shri M. Roe", "Chief Minister M Roe"."""
    return (
        bool(_INITIAL.fullmatch(tokens[k + 1]))
        or list(words[k - 1 : k]) in _INDIAN
        or (k > 0 and (tokens[k] == "M" or words[k - 1] not in HEADS_OF_STATE))
    )


def skip_object(words: list[str], k: int, *, seat: bool = False) -> int:
    """Past the object of "Secretary of" at `k`: "State", "the Treasury", "the United States", "Foreign Affairs".

    `seat`: it is a member's, of any words up to a known given name.
    """
    n = len(words)
    known = next((i for i in range(k + 1, n - 1) if words[i] in GIVEN_NAMES), 0)
    if seat and 0 < known <= k + _LONGEST_SEAT and "and" not in words[k:known]:
        return known
    while True:
        if k < n and words[k] in ("the", "his", "her", "our", "their"):
            k += 1
        k += 2 if k < n and words[k] in PLACE_OPENERS else 1
        if k < n - 1 and words[k] == "government" and words[k - 1] in GOVERNMENTS:
            k += 1  # "of Local Government"
        while k < n - 1 and words[k] in OFFICE_WORDS | SEATS:
            k += 1  # "of Water Resources Jane Roe"
        if k < n and words[k] in ("and", "&"):
            k += 1
            continue
        return min(k, n)


def past_initials(tokens: Sequence[str], k: int) -> int:
    """Past the initials of a body at `k`, behind its place, that an office is of: "Director of the Africa CDC", also
    before a full name. A surname in capitals ("President of Norvania ROE") is none."""
    behind = len(tokens) - 1 - k
    if behind in (-1, 1) or not is_initials(tokens[k]) or not any(token.istitle() for token in tokens[:k]):
        return k
    named = behind > 0 and tokens[k + 1].lower() in GIVEN_NAMES
    article = tokens[k - 2].lower() == "the" and len(tokens[k]) < _SHORT
    known = _VOWEL.search(tokens[k]) is None or article or named
    return k + 1 if known and tokens[k - 1][:1].isupper() else k


def is_initials(word: str) -> bool:
    """Whether a word in capitals may be a body's initials by its length."""
    return word.isupper() and word.isalpha() and _SHORT - 1 <= len(word) <= _SHORT + 1


def split_initials(tokens: list[str]) -> list[str]:
    """The words of a name with initials that stand together apart: "J.R." of two, "W.Roe" of one and a surname."""
    out: list[str] = []
    for token in tokens:
        if "." in token[:-1] and INITIALS.fullmatch(token) and not _DOTTED_PLACE.match(token):
            out.extend(f"{c}." for c in token if c.isalpha())
        elif (glued := _GLUED.fullmatch(token)) is not None and not _DOTTED_PLACE.match(glued["initials"]):
            out.extend((*(f"{c}." for c in glued["initials"] if c.isalpha()), glued["surname"]))
        else:
            out.append(token)
    return out


def listed_offices(mention: str) -> int:
    """Where the last two of a list of offices begin whose holder is named behind them, 0 where none are listed:
    "chairman, | CEO and president Jane Roe"."""
    m = _OFFICES.match(mention)
    offices = [*m["listed"].rstrip(", ").split(","), m["last"], m["office"]] if m is not None else []
    held = all(office.split()[-1].lower() in ROLE_HEADS for office in offices)
    return m.start("last") if m is not None and held else 0
