"""One role as an article writes it: what of it is an office, a calling or a relative's, without the next title."""

from __future__ import annotations

import re
from collections import Counter

from index.attribution.news.own import EDGES
from index.language.acts import BODY_PARTS, RELATIVES
from index.language.bodies import ORGANISATIONS
from index.language.descriptions import OFFICES_BY_INITIALS, SEATED
from index.language.english import ABBREVIATED, CONJUNCTIONS, POSSESSIVE, PREPOSITIONS, Gender
from index.language.mentions import BODY_WORDS
from index.language.roles import (
    BARE_HONORIFICS,
    BEFORE_NAMES,
    BEFORE_TWO_NAMES,
    BEHIND_COMMA,
    CHURCH_TITLES,
    FIELDS_IN_ING,
    FORCE_RANKS,
    HONORIFICS,
    LEARNED,
    LOOSE_ROLES,
    MOMENTS,
    MOODS,
    RANKS,
    STYLES,
)
from index.language.verbs import IRREGULAR_PAST, SAID, is_past_telling
from index.names.parse import fold
from index.names.roles import is_calling, is_person_noun, is_role_word

_ARTICLE = re.compile(r"^(?:the|a|an|another|one(?!\sof\b))\s+", re.IGNORECASE)
_ADVERB = re.compile(
    r"^(?:Meantime|Meanwhile|However|Later|Also|Still|Then|Today|Yesterday|Earlier|Finally|Instead|Now),?"
    r" (?=(?:the|an?) )"
)
_LABEL = re.compile(r"^(?:[^\W\d_a-z]{3,} )+[^\W\d_a-z]{5,} (?=[^\W\d_a-z][a-z])")  # "FLOOD RELIEF President"
_TWO_OFFICES = re.compile(r"^[a-z]+ (?=\d{1,2}(?:st|nd|rd|th) )")  # "chairman 4th District Supervisor"
_OPEN_BRACKET = re.compile(r"\s*\([^()]*$|, [A-Z]{3,6}$")
_DANGLING = re.compile(r"(?:\s+(?:of|for|to|in|at|on|with|by|from|under|the|and))+$")
_CLAUSE = re.compile(r"\b(?:has|have|had|is|was|were|will|would|could|should|been|being)\b")
_SECOND = re.compile(r"\s(?:and|as well as)\s(?=[a-z])|\s(?:such as|including)\s")  # "and a former adviser to"
_RANKS_BEHIND = re.compile(r",(?: (?:state|city))?(?: [A-Z][A-Za-z]{1,4}\.?){1,3}$")
_BODY_AND = re.compile(r"(?:[^\W\d_a-z][\w’'-]* )+and (?P<office>[a-z][a-z -]+)")  # "Karst School and head teacher"
_NAMED = re.compile(r"(?:,(?: [a-z-]+)*)? (?:called|named|nicknamed|known as)$")
_CALLED_SO = re.compile(
    r"(?:also |better |best |popularly |otherwise |fondly |widely )?(?:known|called|nick-?named|alias|aka)\b"
)
_PASSING = re.compile(r"(?:[\w]+-(?:time|term|year|year-old)|veteran|longtime|[Nn]ative|resident|father|mother) ")
_TITLES = BARE_HONORIFICS | BEFORE_NAMES | {"professor", "cllr", "clr", "coun", "eng"}
_BEHIND_COMMA = HONORIFICS | STYLES | SEATED | CHURCH_TITLES | BEFORE_NAMES | BEFORE_TWO_NAMES
LONGEST = 110  # characters of a role
GENDERS: dict[str, Gender] = {"his": "m", "her": "f"}
# "Member of Parliament for Holm": no office word is in it
_MEMBER = re.compile(
    r"[Mm]ember of (?:the )?(?:[\w-]+ ){0,2}?(?:[Pp]arliament|[Cc]ongress|[Cc]ouncil|[Aa]ssembly|[Ss]enate|[Hh]ouse)\b"
)


def untitled(role: str) -> str:
    """An office before a name without the title behind it: "Health Minister" of "Health Minister Dr"; any other role as
    it is."""
    role = _LABEL.sub("", role)
    words = role.split()
    while len(words) > 1 and fold(words[-1]) in _TITLES:
        words.pop()
    return " ".join(words) if words and is_person_noun(fold(words[-1])) else role


def tells(role: str) -> bool:
    """Whether what stands before a name is an office: "Port mayor"; not "Mr." nor "Manhattan-made Mr."."""
    last = fold(role).split()[-1]
    if last in MOMENTS:
        return False  # "Late Bakke strike sinks rivals"
    return last not in HONORIFICS or (" " not in role and last not in BARE_HONORIFICS)


def add(roles: Counter[str], written: str, *, led: bool = True) -> None:
    """Count a role as written; `led`: it stands before the name, so that a verb before it is not part of it."""
    role = _OPEN_BRACKET.sub("", _ARTICLE.sub("", _ADVERB.sub("", written.strip(EDGES))))
    role = _TWO_OFFICES.sub("", role)
    if not led and len(told := role.split()) > 1 and is_past_telling(told[-1]) and is_person_noun(fold(told[-2])):
        role = " ".join(told[:-1])  # "Mana, another rower lamented"
    if fold(role.partition(" ")[0]) in MOODS:  # "an angry Mayor Roe"
        role = role.partition(" ")[2]
    both = _BODY_AND.fullmatch(role) if led else None
    if both is not None and fold(role[: both.start("office")]).split()[-2] in ORGANISATIONS | BODY_WORDS:
        role = both["office"]
    if len(role) > LONGEST:
        role = _SECOND.split(role, maxsplit=1)[0]
    cut = role.rpartition(" ")
    if named := _NAMED.search(role):  # "Its spokesman, a cheerful man called Per Dale"
        role = role[: named.start()].strip(EDGES)
        cut = role.rpartition(" ")
    elif (before := role.rpartition(", "))[0] and fold(before[2]) in _BEHIND_COMMA:
        role = before[0]  # "the Minister of Labour, Chief Emeka Oduya"
        cut = role.rpartition(" ")
    ranks = _RANKS_BEHIND.search(role)
    if ranks and (ABBREVIATED | RANKS | FORCE_RANKS).issuperset(
        set(map(fold, ranks.group().strip(", ").split())) - {"state", "city"}
    ):
        role = role[: ranks.start()]  # the next one's title: "her opponent, Rep", "army spokesman, Lt. Col"
    elif fold(cut[2]) in BARE_HONORIFICS or (
        fold(cut[2]) in _TITLES | RANKS & ABBREVIATED and is_person_noun(fold(cut[0].rpartition(" ")[2]))
    ):
        role = _DANGLING.sub("", cut[0].rstrip(EDGES))  # "alliance chairman Haji", "police director Col"
    first, last = fold(role).partition(" ")[0], fold(role).rpartition(" ")[2]
    if _CALLED_SO.match(role):
        return  # "Blake, better known as Skipper"
    if first in GENDERS and last in BODY_PARTS:
        return  # "Shaking her head, Jane Roe"
    if first in POSSESSIVE:  # of whom nobody can tell
        role = role.partition(" ")[2]
        first = fold(role).partition(" ")[0]
    if first in SAID:
        role = role.partition(" ")[2] if led else ""
        first = fold(role).partition(" ")[0]
    if not led and (first in IRREGULAR_PAST or (first.endswith("ed") and first not in BEHIND_COMMA)):
        return  # the sentence goes on: "pulled Rep. Lund aside"
    if first in CONJUNCTIONS or _CLAUSE.search(role):
        return  # the sentence goes on: "and the candidate has become the week's story"
    if first == "also":
        role = _ARTICLE.sub("", role.partition(" ")[2])
        first = fold(role).partition(" ")[0]
    if first in PREPOSITIONS - {"under"} or first == "along":
        return  # a circumstance: "after talks with the mayor"
    if (first in ("who", "whose", "which") and not role.startswith("WHO ")) or (
        first.endswith("ing") and first not in FIELDS_IN_ING
    ):
        return  # a clause: "who served as counsel", "giving the candidate a lift"
    heads = fold(role).replace(",", " ").split()[:7]
    kin = "’s " in role and heads[-1:] and heads[-1] in RELATIVES  # whose wife or brother it is
    holder = next(
        (i for i, word in enumerate(heads) if word in ("of", "to", "by") or (i and word in ("in", "at"))), len(heads)
    )
    own = [*heads[:holder], *heads[-1:]] if role[:1].isupper() and "by" not in heads else heads[:holder]
    initials = role.partition(" ")[0]
    calling = any(is_calling(word) and word not in LOOSE_ROLES for word in own)
    office = calling or any(_is_office(word) for word in own)  # not "an appointee of the president"
    office = office or _MEMBER.match(role) is not None
    office = office or (initials.isupper() and fold(initials) in OFFICES_BY_INITIALS)  # "OC of Norport police"
    kin = kin or (holder == 1 < len(heads) and heads[0] in RELATIVES)
    if role and "\n" not in role and len(role) <= LONGEST and (kin or office):
        roles[role] += 1


def _is_office(word: str) -> bool:
    return is_role_word(word) or word in LEARNED


def rank(role: str, count: int) -> tuple[bool, bool, bool, bool, int, int]:
    """How telling a role is, the most telling first: an office before a calling, several words before one."""
    several = len(role.split()) > 1
    return (
        not any(_is_office(word) for word in fold(role).replace(",", " ").split()),  # an office before a calling
        not several,
        _PASSING.match(role) is not None,
        not role[:1].isupper() and len(role.split()) > 8,
        -count,
        -min(len(role), 40),
    )
