"""Runs of capitalised words in a heading: where somebody's office and name begin and how far they go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from index.language.bodies import ORGANISATIONS, PLACES
from index.language.calendar import MONTHS
from index.language.descriptions import LEGISLATORS
from index.language.english import CONNECTORS
from index.language.names import GIVEN_NAMES, PARTICLES, POST_NOMINALS
from index.language.roles import HONORIFICS, RANKS, ROLE_HEADS, ROLE_MODIFIERS
from index.language.transcripts import BROADCASTS, HEADING_BREAKS, OFFICE_WORDS
from index.language.verbs import base_form
from index.names.parse import fold, parse_name, strip_possessive
from index.names.titles import is_initials

Token = tuple[str, int, int]  # a word or sign, its start and its end
FULL_NAME = 2  # words
_LONGEST_NAME = 5
_VOWEL = re.compile(r"[AEIOUY]")


def two_offices(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with both offices of one holder as one: "Representative/Vice-President"."""
    out: list[Token] = []
    for token in tokens:
        slash = len(out) > 1 and out[-1][0] == "/" and out[-2][2] == out[-1][1] and out[-1][2] == token[1]
        if slash and all(fold(word).rpartition("-")[2] in ROLE_HEADS for word in (out[-2][0], token[0])):
            (first, at, _), _ = out.pop(-2), out.pop()
            out.append((f"{first}/{token[0]}", at, token[2]))
        else:
            out.append(token)
    return out


def opens_run(tokens: Sequence[Token], i: int) -> bool:
    """Whether a run of capitals may begin at a token, or go on over it."""
    word = tokens[i][0]
    if not word[0].isupper():
        return False
    low = fold(word)
    if low == "press" and i + 1 < len(tokens):
        return tokens[i + 1][0].lower() in ("secretary", "officer", "spokesperson", "spokesman", "spokeswoman")
    if low in BROADCASTS and i + 1 < len(tokens) and fold(tokens[i + 1][0]) in ("interview", "interviews"):
        return False
    if low in OFFICE_WORDS and i and tokens[i - 1][0].lower() in ("of", "the", "for", "and"):
        return True
    if low in MONTHS and _is_of_a_name(tokens, i):
        return True
    return low not in HEADING_BREAKS and not word.isdigit()


def _is_of_a_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a month is a given name behind an office, or a surname behind a given name: "THE HON JUNE ROE", "Ella
    March MP"; not "Secretary Roe June 5"."""
    before = fold(tokens[i - 1][0]) if i else ""
    after = tokens[i + 1][0] if i + 1 < len(tokens) else ""
    if after[:1].isdigit():
        return False
    return before in GIVEN_NAMES or (before in HONORIFICS | RANKS | ROLE_HEADS and after[:1].isupper())


def _closes_run(word: str) -> bool:
    """Whether no name goes on behind a word: a possessive ("Roe's Regular …") or the end of a sentence."""
    if strip_possessive(word) != word:
        return True
    ends = word.endswith(".") and len(word) > 4 and "." not in word[:-1]
    return ends and fold(word) not in ROLE_HEADS | RANKS | HONORIFICS


def _is_seated(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Whether the letters of a member of parliament right before token `j` close a name that stands before them:
    "Jane Roe MP Radio Karst"; more letters may follow."""
    letters = tokens[j - 1][0]
    member = letters.isupper() and fold(letters) in LEGISLATORS and fold(tokens[j][0]) not in POST_NOMINALS
    return member and j - 1 - start >= FULL_NAME


def in_run(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Whether the run that begins at `start` goes on over token `j`."""
    word = tokens[j][0]
    if j == start:
        return True
    if _closes_run(tokens[j - 1][0]) or _is_seated(tokens, start, j):
        return False
    low, before = word.lower(), fold(tokens[j - 1][0])
    if low in CONNECTORS and j + 1 < len(tokens):
        office = before in ROLE_HEADS | OFFICE_WORDS | ORGANISATIONS or _is_office_by_initials(tokens, start, j - 1)
        if low == "and":  # "Housing and Urban Development"; not "Secretary Roe and Secretary Poe"
            of = any(t[0].lower() in ("of", "for") for t in tokens[start:j])
            known = fold(tokens[j + 1][0]) in OFFICE_WORDS
            return ((of or before in OFFICE_WORDS) and known) or (
                _is_for_one([t[0] for t in tokens[start:j]]) and _goes_on([t[0] for t in tokens[j + 1 :]])
            )
        return (office or before in ("of", "for", "to")) and (low != "to" or before in ROLE_HEADS)
    if low in PARTICLES and word[0].islower() and j + 1 < len(tokens):  # "Das" may be a surname
        following = tokens[j + 1][0]
        return following[:1].isupper() or following.lower() in PARTICLES
    if not word[0].isupper() and low in ROLE_HEADS:
        return j + 1 < len(tokens) and tokens[j + 1][0][:1].isupper()
    if not word[0].isupper():
        return bool(re.match(r"(?:al|el|ul|as)-\w", low))
    return opens_run(tokens, j) and not _is_done(tokens, start, j)


def _is_done(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Whether a word behind a full name is what its bearer does: "Jane Roe Sees Higher Fees"."""
    word = tokens[j][0].lower()
    full = j - start >= FULL_NAME and fold(tokens[j - FULL_NAME][0]) in GIVEN_NAMES
    return full and word.endswith("s") and base_form(word) != word


def _is_office_by_initials(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether initials right behind "Deputy" are what somebody deputises for: "Deputy NSA for Cyber"."""
    return at == start + 1 and tokens[at][0].isupper() and fold(tokens[start][0]) in ROLE_MODIFIERS


def _is_for_one(run: Sequence[str]) -> bool:
    """Whether a run ends in what an office is for, and nobody's name or country: "Special Envoy for Rivers"."""
    folded = [fold(word) for word in run]
    last = max((k for k, word in enumerate(folded) if word in ("of", "for")), default=len(run))
    words = folded[last + 1 :]
    return bool(words) and len(set(words) - OFFICE_WORDS) <= 1 and (PLACES | GIVEN_NAMES).isdisjoint(words)


def _goes_on(behind: Sequence[str]) -> bool:
    """Whether behind "Envoy for Rivers and" more of what the office is for stands before the name: "Floating Markets
    Jane Roe"; no other office, and nobody's name alone."""
    found = list(takewhile(lambda word: word[:1].isupper() and fold(word) not in HEADING_BREAKS, behind))
    folded = [fold(word) for word in found]
    offices = ROLE_HEADS | RANKS | HONORIFICS
    return len(found) > FULL_NAME and folded[0] not in GIVEN_NAMES and offices.isdisjoint(folded)


def office_behind(run: Sequence[str]) -> int:
    """How many words of a run are office and name, where another office follows without a comma: "Jane Roe Envoy of
    Karst"."""
    folded = [fold(word) for word in run]
    given = next((k for k, word in enumerate(folded) if word in GIVEN_NAMES and word not in PLACES), len(run))
    for k in range(given + 2, len(run) - 1):
        if folded[k] in ROLE_HEADS and folded[k + 1] in ("of", "for", "to") and run[k][:1].isupper():
            return k
    return len(run)


def is_body(run: Sequence[str]) -> bool:
    """Whether a run ends in a body's initials behind its place, and nobody is named: "Africa CDC"."""
    usual = any(not word.isupper() for word in run) and fold(run[0]) not in GIVEN_NAMES
    return usual and len(run) > 1 and is_initials(run[-1]) and _VOWEL.search(run[-1]) is None


def leads_to_name(tokens: Sequence[Token], run: Sequence[str], j: int) -> bool:
    """Whether a run is an office with the body that it is of, and a full name stands behind its comma."""
    folded = [fold(word) for word in run]
    of = next((k for k, word in enumerate(folded) if word in ("of", "for")), 0)
    named = not GIVEN_NAMES.isdisjoint(folded[of + 1 :])
    office = " ".join(run[:of])
    if not of or named or parse_name(office).surname or not any(word in ROLE_HEADS for word in folded[:of]):
        return False  # "President Roe of Karst, and"
    if j >= len(tokens) or tokens[j][0] != ",":
        return False
    end = j + 1
    while end < len(tokens) and (opens_run(tokens, end) if end == j + 1 else in_run(tokens, j + 1, end)):
        end += 1
    behind = [token[0] for token in tokens[j + 1 : end]]
    name = parse_name(" ".join(behind))
    return FULL_NAME <= len(behind) <= _LONGEST_NAME and bool(name.given and name.surname) and not name.role
