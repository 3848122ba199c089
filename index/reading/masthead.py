"""The name of a paper, a station or a body at the head of a plain text that no other rule knows: by where it stands.

A name in a table or with a newspaper's last word is known wherever it stands (`outlets`). Of others several things
together tell: the first line in capitals over a heading, a frequency or an issue beside it, a line between title and
author, "The" before it, a word of outlets within it, and above all that the text says "told the Pelican".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.language.names import GIVEN_NAMES
from index.language.outlets import (
    ASKS_READERS,
    HEADING_WORDS,
    KICKERS,
    MASTHEAD_WORDS,
    NO_LAST_WORDS,
    NO_OUTLETS,
    OUTLET_WORDS,
    SECTION_WORDS,
)
from index.names.parse import fold
from index.reading.clean import byline
from index.reading.dates import find_date
from index.reading.outlets import is_body, is_section, known_name, outlet_name

_HEAD_LINES = 12  # lines at the top, none of them a paragraph
_LONGEST_LINE = 160
_BODY = 20_000  # characters of a text in which somebody "told the Pelican"
_ENOUGH = 3  # of the points below
_MOST_WORDS = 6
_PARTS = re.compile(r"\s+[|·•/:]\s+|\s{3,}|\t+|\s+[–—-]{1,2}\s+|\s*›\s*|, (?=The [A-Z])")
_ISSUE = re.compile(
    r"\b(?:vol(?:ume)?|no|nr|issue|edition|est|founded|since)\b\.? ?[\d.–/-]+.*|\s[£$€]\d.*"
    r"|\s\(?\d{2,3}(?:\.\d)?\)?(?: ?[FA]M)?$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\s\((?:[A-Z]{2,6}|[A-Z][a-z]+ (?:service|edition))\)$")
_OTHER_SCRIPT = re.compile(r"\s*[\u0370-\u1aff\u2e80-\uffef]{2,}\s*")  # the name again: "HARBOUR LEDGER \u6e2f\u5831"
# What a page shows of itself above an article, and a slogan beside a name: "for people who make and sell books".
_PAGE = re.compile(
    r"(?:for )?subscribers?(?: only)?|members? only|premium|read aloud\b.*|listen\b.*|gift(?: this)? article|share"
    r"|print|save|movie|japanese-style print|\[?provisional translation\]?|price\b.*|\d{1,3} min(?:ute)?s?(?: read)?",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[a-z][^.?!]{5,60}")
_WORD = re.compile(r"[^\W_][\w.'’&-]*|&")
_SMALL = frozenset("of the and for & de la del el y al der die das le les du".split())
_TOLD = r"\b(?:told|telling|tells|(?:spoke|speaking|talked) (?:to|with)|interview with|seen by) (?:the )?{}\b"
_OWN = r"\b{} (?:understands|has learned|has learnt|can reveal|has seen|reported|revealed|asked|contacted|approached)\b"
_STAFF = re.compile(
    r"(?:[\w&'’-]+ ){0,4}(?:correspondents?|reporters?|editors?|writers?|columnists?|desk|bureau|staff)", re.IGNORECASE
)
_MENU = re.compile(r"\S.*\s[›>»]\s.*\S|\S+(?: \S+)?(?:\s{2,}\S+(?: \S+)?){2,}|\S+(?: \S+){0,2} +[£$€] ?\d.{0,20}")
_SLOGAN = re.compile(
    r"\b(?:dail(?:y|ies)|weekly|fortnightly|monthly|quarterly|newsletter|podcast|magazine|since|est\.?|edition|voice"
    r"|nonprofit|independent|serving|newspaper|letter|issue|translation)\b",
    re.IGNORECASE,
)
_SEASON = re.compile(r"(?:spring|summer|autumn|winter|fall)\b[\W\d]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The outlet's name, and the lines above the title that are nothing of the article."""

    name: str | None
    lines: tuple[str, ...] = ()


def masthead(text: str) -> Masthead:
    """The outlet that the lines above an article name, None where nothing says so clearly enough; and which of the
    first lines hold nothing but it, its slogan, a section or a menu."""
    head = _head(text)
    if not head:
        return Masthead(None)
    start = text.find(head[-1]) + len(head[-1])
    body = text[start : start + _BODY]
    scored = [
        (points, -at, name)
        for at, line in enumerate(head)
        for name in _candidates(line)
        if (points := _points(name, at, line, head, body)) >= _ENOUGH
    ]
    name = max(scored)[2] if scored else None
    return Masthead(name, tuple(_above(head, name)))


def _head(text: str) -> list[str]:
    """The lines above the first paragraph."""
    out: list[str] = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        if len(line) > _LONGEST_LINE or len(out) == _HEAD_LINES:
            return out
        out.append(line.strip())
    return out[: len(out) // 2]  # all of it is short lines


def _candidates(line: str) -> list[str]:
    """The names that a line may hold: the whole of it, or a part between signs, beside a date or a job."""
    out: list[str] = []
    for part in (line, *_PARTS.split(line)):
        bare = _OTHER_SCRIPT.sub(" ", _INITIALS.sub("", _ISSUE.sub("", part))).strip(" ,;*_#|")
        found = find_date(bare)
        bare = bare[: found[1]].strip(" ,-–—|") if found is not None else bare
        before, comma, behind = bare.rpartition(", ")
        names = [bare, behind] if comma and (_STAFF.fullmatch(before) or byline(before)) else [bare]
        out += [name for name in names if _is_name(name) and name not in out]
    return out


def _is_name(name: str) -> bool:
    """Whether words may be the name of an outlet at all: a few in capitals, no section, no person, no job."""
    found = _WORD.findall(name)
    if not 1 <= len(found) <= _MOST_WORDS or " ".join(found) != " ".join(name.split()) or outlet_name(name) is None:
        return False
    if any(not (word[0].isupper() or word.casefold() in _SMALL) for word in found) or any(map(str.isdigit, name)):
        return False
    low = [fold(word) for word in found]
    if low[-1] in NO_LAST_WORDS or low[0] in ASKS_READERS or found[-1].casefold() in _SMALL:
        return False
    if set(low) <= SECTION_WORDS | NO_OUTLETS | KICKERS | _SMALL or is_section(name) or _STAFF.fullmatch(name):
        return False
    return byline(name) is None and not (low[0] in GIVEN_NAMES and len(found) <= 3 and not _has_word(low))


def _has_word(low: list[str]) -> bool:
    """Whether one of the words is one of outlets: "EGG & POULTRY REVIEW", "Sentinel-News"."""
    return any(part in OUTLET_WORDS | MASTHEAD_WORDS for word in low for part in (word, *word.split("-")))


def _points(name: str, at: int, line: str, head: list[str], body: str) -> int:
    """How much speaks for a name of line `at`."""
    low = [fold(word) for word in _WORD.findall(name)]
    known = known_name(name) is not None
    first = at == 0 and len(head) > 1
    if len(low) == 1 and not (_follows(line, head[1]) if first else known and _beside(at, line, name, head)):
        return 0  # a place behind who wrote it, a section
    points = 3 * known + 2 * (low[0] == "the" and len(low) > 1)
    if _has_word(low[-1:]) and len(low) > 1 and low[-1] not in HEADING_WORDS:
        points += 3
    elif _has_word(low):
        points += 2
    points += 2 * is_body(name.title() if name.isupper() else name)
    alone = name == line or _PARTS.split(line)[0].startswith(name)
    if first and alone and (name.isupper() or _follows(line, head[1])):
        points += 1 + 2 * _follows(line, head[1])
    if (at or (name != line and (name.isupper() or low[0] == "the"))) and _beside(at, line, name, head):
        points += 1
    short = re.escape(name.removeprefix("The ").removeprefix("THE "))
    last = re.escape(name.split()[-1])
    for form in {short, f"the {last}"} if len(low) > 1 and len(low[-1]) > 3 else {short}:  # "told the Pelican"
        if re.search(_TOLD.format(form), body, re.IGNORECASE) or re.search(_OWN.format(form), body, re.IGNORECASE):
            points += 2
            break
    return points


def _follows(line: str, below: str) -> bool:
    """Whether what stands below or beside a first line belongs to a masthead: an issue, a menu, a slogan."""
    return _ISSUE.search(line) is not None or _MENU.fullmatch(below) is not None or _is_slogan(below)


def _is_slogan(line: str) -> bool:
    """Whether a line is a paper's slogan: "Independent student voice since 1922", "the quarterly of making"."""
    words = line.split()
    if not 2 <= len(words) <= 14 or line[-1] in '?!”"':
        return False
    return _SLOGAN.search(line) is not None


def _beside(at: int, line: str, name: str, head: list[str]) -> bool:
    """Whether a name stands in or next to a line with the date, the author or her job."""
    near = [head[k] for k in (at - 1, at + 1) if 0 <= k < len(head)]
    own = [line.replace(name, "", 1)] if name != line else []
    return any(
        find_date(one) is not None or byline(one.strip(" ,|/")) is not None or _STAFF.search(one) is not None
        for one in (*near, *own)
    )


def _above(head: list[str], name: str | None) -> list[str]:
    """The first lines that hold nothing but the outlet's name, its slogan, a section, or a kicker."""
    out: list[str] = []
    for line in head[:-1]:
        parts = [part for part in _PARTS.split(line) if part.strip()]
        mine = name is not None and name in line and all(_says_nothing(part, name) for part in parts)
        mine = mine or (bool(out and name and parts) and all(_says_nothing(part, name or "") for part in parts))
        slogan = bool(out) and name is not None and name in out[-1] and _is_slogan(line)
        kicker = all(set(map(fold, part.split())) <= SECTION_WORDS | NO_OUTLETS | KICKERS | _SMALL for part in parts)
        if not (mine or slogan or kicker or (out and _MENU.fullmatch(line))):
            break
        out.append(line)
    return out


def _says_nothing(part: str, name: str) -> bool:
    """Whether a part of a line is the name itself, an issue, a price, a date, or a section."""
    rest = _OTHER_SCRIPT.sub(" ", _INITIALS.sub("", _ISSUE.sub("", part))).strip(" ,;*_#|")
    if _PAGE.fullmatch(rest) or _BESIDE.fullmatch(rest) or (_is_name(rest) and _has_word([fold(rest.split()[-1])])):
        return True
    if rest in ("", name) or _SEASON.fullmatch(rest) or find_date(rest) is not None or re.fullmatch(r"[\W\d]*", rest):
        return True
    low = {fold(word) for word in rest.split()}
    return low <= SECTION_WORDS | NO_OUTLETS | KICKERS | _SMALL or rest.startswith(("English ", "International "))
