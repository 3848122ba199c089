"""What the pattern of a form cannot say: whether a match is a mark. Each gets the match and the end of its stretch."""

from __future__ import annotations

import re

from index.attribution.transcripts.notes import is_stage
from index.attribution.transcripts.people import is_role, without_office
from index.attribution.transcripts.written import (
    asks_by_label,
    is_caps_speaker,
    is_office,
    kind_of_label,
    name_like,
    read_label,
)
from index.language.names import GIVEN_NAMES
from index.language.roles import CHURCH_TITLES, HONORIFICS
from index.language.transcripts import CLAUSE_WORDS, NUMBERED, OUTLETS, PARTIES, VOICES
from index.names.parse import fold, parse_name
from index.names.roles import is_person_noun

_PARTED = re.compile(r" [–—-] ")
_COMPANY = re.compile(r"\b(?:Inc|Ltd|Co|Corp|LLC|Plc|S\.A|N\.V|Bros)\.$")
_LEAST_ASKED = 3  # words behind an outlet and a slash
_TICKER = re.compile(r"\s?[A-Z][A-Z0-9.]{0,6}\)")  # "Karst Ferries Limited (NYSE: KFL)"


def no_sentence(m: re.Match[str], _: int) -> bool:
    """ "Questions, which nobody asked: …" is prose."""
    note = m["note"] or ""
    return not (note.startswith((",", "-", "–")) and len(note.split()) > 7)


def caps_speaks(m: re.Match[str], limit: int) -> bool:
    """Capitals before a full stop are somebody, and what follows is no heading."""
    behind = m.string[m.end() : m.end() + 200]
    shouted = not any(c.isalpha() and c.islower() for c in behind)
    caption = m.string[max(0, m.start() - 4) : m.start()].lstrip().startswith(">")
    heading = shouted and (
        caption or len(m.string[m.end() : limit].split()) > 2
    )  # ">> SIX WEEKS.", which somebody says
    return not heading and is_caps_speaker(m["label"])


def colon_speaks(m: re.Match[str], limit: int) -> bool:
    """What follows a colon is speech: apart from it, and no line in capitals behind capitals."""
    rest = m.string[m.end() : m.end() + 1]
    if rest and not rest.isspace() and rest not in "*_<\"“‘'([—-…." and not rest.isupper():
        return False
    label = read_label(m["label"])
    if label is None:
        return False
    if m["label"].count("(") > m["label"].count(")") and _TICKER.match(m.string, m.end()):
        return False
    caption = m.string[max(0, m.start() - 4) : m.start()].lstrip().startswith(">")
    line = m.string[m.end() : limit].split("\n")[0]
    return caption or kind_of_label(label.base) != "caps" or not _all_caps(line)


def behind_time(m: re.Match[str], _: int) -> bool:
    """A clock stands before it on its line, and it is a name, an office or nobody's label."""
    front = m.string[m.string.rfind("\n", 0, m.start()) + 1 : m.start()]
    name = parse_name(m["label"])
    known = name_like(m["label"]) or bool(name.role and name.surname)
    return re.search(r"\d:\d\d", front) is not None and (known or is_office(m["label"]) or asks_by_label(m["label"]))


def behind_time_by_surname(m: re.Match[str], _: int) -> bool:
    """A clock stands before it on its line, and a known given name is behind the comma."""
    front = m.string[m.string.rfind("\n", 0, m.start()) + 1 : m.start()]
    given = fold(m["label"].partition(", ")[2].split()[0])
    return re.search(r"\d:\d\d", front) is not None and given in GIVEN_NAMES


def _all_caps(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 5 and len(line.split()) > 1 and not any(c.islower() for c in letters)


def caption_speaks(m: re.Match[str], _: int) -> bool:
    """Captions' arrows stand before it."""
    return m.string[max(0, m.start() - 4) : m.start()].lstrip().startswith(">>")


def seat(m: re.Match[str], _: int) -> bool:
    """A name, and a seat and party in brackets behind it or on the next line: no clock time, no aside."""
    brackets = [fold(note).replace("-", "") for note in re.findall(r"\(([^()]*)\)", m["note"])]
    if len(brackets) < 2 and not set(brackets[-1].replace("/", " ").split()) <= PARTIES:
        return False
    return parse_name(m["label"]).surname != "" and all(w[:1].isupper() for w in m["label"].split() if len(w) > 3)


def not_inside_a_name(m: re.Match[str], _: int) -> bool:
    """ "McNabb" and "O'Neil" are whole names."""
    return not re.search(r"\b(?:Ma?c|O['’]|D['’]|De|Van|Von|La|Le|Fitz)$", m["label"])


def titled_name(m: re.Match[str], limit: int) -> bool:
    """Title and surname before a full stop are who speaks, where a sentence follows."""
    name = without_office(parse_name(m["label"]))
    plain = not name.given or any(f" {word} " in m["label"] for word in ("de", "de la", "del", "van der"))
    return bool(name.surname or m["label"].startswith("The ")) and plain and m.end() < limit


def caller(m: re.Match[str], _: int) -> bool:
    """A name, or the office of who presides, before a full stop and a dash."""
    label = read_label(m["label"])
    if label is None or len(label.base.split()) > 6 or _COMPANY.search(m.group().rstrip(" –—-")):
        return False  # "Halden Stone, Inc. - Chief Executive", of who takes part
    name = parse_name(label.base)
    named = bool(name.surname and (name.given or is_role(name.role)))  # "Commissioner Roe. – It will."
    return named or is_office(label.base) or asks_by_label(label.base)


def employed(m: re.Match[str], _: int) -> bool:
    """A name alone with its office: "Jane Roe -- Chief Executive", "Ben Lund -- Halden Bank -- Analyst"."""
    name, behind = parse_name(m["label"]), [fold(w) for w in m["note"].split()]
    told = len(behind) <= 12 and not any(w in CLAUSE_WORDS for w in behind)
    return told and bool(name.given and name.surname) and is_role(m["note"]) and read_label(m["label"]) is not None


def office_below(m: re.Match[str], _: int) -> bool:
    """A name alone over its office and company: "Jane Roe" over "Chief Executive, Halden Stone Ltd."; one of a list of
    those who take part has another name below it, and so no words."""
    note = m["note"]
    ends = note[-1] != "." or _COMPANY.search(note) is not None
    alone = m.string[m.start() - 1 : m.start()] in ("", "\n") and "\n\n" in m.string[m.start("note") : m.end()]
    return alone and ends and "," in note and employed(m, 0) and name_like(m["label"])


def numbers_nobody(m: re.Match[str], _: int) -> bool:
    """A number of somebody without a name, and not of a part of the text: "CHAPTER 2:"."""
    before = fold(m["label"].split()[-2])
    return before not in NUMBERED and (before in VOICES or is_person_noun(before))


def named_or_office(m: re.Match[str], _: int) -> bool:
    """A full name, or an office by itself."""
    name = parse_name(m["label"])
    return is_office(m["label"]) or (bool(name.given and name.surname) and read_label(m["label"]) is not None)


def known_by_name(m: re.Match[str], _: int) -> bool:
    """A full name, the given one known: "Jane Roe - Halden Capital"."""
    name = parse_name(m["label"])
    return name.given_keys[:1] != () and name.given_keys[0] in GIVEN_NAMES and read_label(m["label"]) is not None


def bracketed_office(m: re.Match[str], _: int) -> bool:
    """No aside: an office, who asks, or a title with a surname."""
    name = parse_name(m["label"])
    titled = fold(m["label"].split()[0]) in HONORIFICS | CHURCH_TITLES and len(m["label"].split()) <= 3
    alone = m.end() == len(m.string) or m.string[m.end()] == "\n"
    label = read_label(m["label"]) if alone and _PARTED.search(m["label"]) else None
    if label is not None and label.note and name_like(label.base):
        return True  # "(Jane Roe – Karst Television)" over what she asks
    role = titled or is_role(name.role)
    if "," in m["label"] or m["label"].endswith("."):
        return False  # "(The Speaker, Ms Jane Roe, in the Chair.)"
    asks = asks_by_label(m["label"]) and m["label"] != "Q&A"  # a heading
    return asks or is_office(m["label"]) or (role and bool(name.surname))


def outlet_asks(m: re.Match[str], limit: int) -> bool:
    """An outlet before a slash and what it asks or says: no photographer's credit."""
    line = m.string[m.end() : limit].split("\n")[0].rstrip()
    whole = len(line.split()) >= _LEAST_ASKED and (len(m.string[m.end() : limit].split("\n")) == 1 or line[-1] in ".?!")
    known = OUTLETS.search(m["label"]) is not None and not set(parse_name(m["label"]).given_keys) & GIVEN_NAMES
    return whole and known


def alone_in_brackets(m: re.Match[str], _: int) -> bool:
    """No stage direction: a full name in capitals, or one whose given name is known."""
    label, given = m["label"], parse_name(m["label"]).given_keys
    if is_stage(f"[{label}]") or not given or read_label(label) is None:
        return False
    return is_caps_speaker(label) if label.isupper() else given[0] in GIVEN_NAMES and bool(parse_name(label).surname)


def bracketed_person(m: re.Match[str], _: int) -> bool:
    """An office with its holder in brackets."""
    return is_office(m["label"]) and bool(parse_name(" ".join(m["note"].strip("()").split())).surname)
