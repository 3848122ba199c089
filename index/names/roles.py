"""Roles across articles: spelling, sameness, and what a question's words for a role match."""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.bodies import BODIES, GROUPS, SEVERAL_PEOPLE, STATE_PHRASES, STATES_AND_PEOPLES
from index.language.english import ARTICLES, LITTLE_WORDS, RELATIVE
from index.language.mentions import BODY_WORDS, FAMILIES, GROUP_WORDS, NOT_OF_ROLES
from index.language.names import GIVEN_NAMES
from index.language.roles import (
    AGENTS,
    ANY_LEADER,
    BARE_HONORIFICS,
    BEFORE_OFFICES,
    BEFORE_RANKS,
    FORCE_RANKS,
    IN_OFFICE,
    KIN,
    LEADERS,
    LONG_RANKS,
    MOODS,
    NO_FIELDS,
    OF_FIELDS,
    RANKS,
    ROLE_FORMS,
    ROLE_HEADS,
    ROLE_PHRASES,
    ROLES,
    SPEAKS_FOR,
    STUDIES,
    UNDER,
    WALKS_OF_LIFE,
)
from index.language.transcripts import PARTIES
from index.language.verbs import is_telling
from index.names.parse import fold

_RANK = RANKS | FORCE_RANKS | LONG_RANKS
_IN_RANKS = _RANK | BEFORE_RANKS
_FORMS = ROLE_FORMS | STATES_AND_PEOPLES
_OWNER = re.compile(r"(?:[\'’]s|(?<=s)[\'’])(?![^\W\d_])", re.IGNORECASE)  # "Roe's campaign manager"
_PHRASES = (*ROLE_PHRASES, *STATE_PHRASES)
_SEAT_WORD = re.compile(r"[\w’'-]+")
_SEAT = 9  # words
_LETTERS = 4  # of an office at most
_OPENS_OF = OF_FIELDS | {"in", "at", "to", "from"}
_NOUN = 5  # letters of a word that no list has as what somebody is
_FRONT = 6  # words before a name that tell who it is; more are a sentence
_COUNTED = re.compile(r"\d[\d,.]* (?:for|to|against|votes?|points?|of|in)\b")
_ONE_OF = LITTLE_WORDS - {"the", "a", "an"}  # "one of the farmers, Jane Roe", "another friend, Jane Roe"


def is_role_word(word: str) -> bool:
    """Whether a folded word can be the head of a person's role: "mayor", "co-leader", "editor-in-chief"."""
    if word in ROLE_HEADS or word in RANKS or word in IN_OFFICE:
        return True
    if "-" not in word:
        return False
    if word.endswith("pro-tempore"):
        return True  # "Senate-Pro-Tempore"
    first, _, rest = word.partition("-")
    if rest == "general":  # "attorney-general"
        return first in ROLE_HEADS
    return (first in BEFORE_OFFICES and rest in ROLE_HEADS) or (
        rest in ("in-chief", "in-charge", "at-law") and first in ROLE_HEADS
    )


def is_calling(word: str) -> bool:
    """Whether a folded word tells what somebody does, studies or is: "firefighter", "seismologist", "neighbour"."""
    return word in WALKS_OF_LIFE or word.endswith(STUDIES)


def is_person_noun(word: str) -> bool:
    """Whether a folded word tells what a person is, by office or by calling."""
    return is_role_word(word) or is_calling(word)


def are_people(word: str) -> bool:
    """Whether a word is the plural of what people are: "residents", "police", "drivers"."""
    low = fold(word)
    one = low[:-1] if low.endswith("s") and not low.endswith("ss") else ""
    return low in SEVERAL_PEOPLE | GROUP_WORDS | FAMILIES or is_person_noun(one)


_GENERAL = re.compile(
    r"\b(director|secretary|attorney|governor|solicitor|auditor|inspector|surgeon|consul)[ -](general)\b", re.IGNORECASE
)


def hyphened(role: str) -> str:
    """A role with its "General" behind a hyphen, as some write it: "Director General" -> "Director-General"."""
    return _GENERAL.sub(r"\1-\2", role)


@lru_cache(maxsize=32768)
def normal_role(role: str) -> str:
    """A role for display: no article, no edge marks, one space: "the NATO  Secretary General," -> without both."""
    out = re.sub(
        r"^(?:the|a|an|his|her|their|our|its)\s+",
        "",
        " ".join(role.split()).strip(' ,.;:-–—"“”()'),
        flags=re.IGNORECASE,
    )
    if out.isupper() and len(out) > 5:
        out = out.title()
    return out[:1].upper() + out[1:] if out and out.split()[0].islower() else out


@lru_cache(maxsize=32768)
def role_key(role: str) -> str:
    """What spellings of one role share."""
    return " ".join(_tokens(role))


@lru_cache(maxsize=32768)
def is_bare_honorific(role: str) -> bool:
    """Whether a role says nothing ("Mr", "Mrs.", "Dr.")."""
    return all(w in BARE_HONORIFICS for w in fold(role).split())


@lru_cache(maxsize=32768)
def says_something(role: str) -> bool:
    """Whether a role has a word beyond pronouns, numbers and the calendar: "Year" and "Second" are no roles, nor is
    what is counted behind a name ("31 for Senator Roe")."""
    if _COUNTED.match(role):
        return False
    return not all(word in LITTLE_WORDS or word.isdigit() for word in fold(role).replace("-", " ").split())


def role_in_front(mention: str, name: str) -> str | None:
    """What an article calls somebody right before the name, whatever word it is: "investigator Jane Roe", "Newsagent
    Jane Roe", "Roe's sister, Jane Roe"; None where it is no more than a title, an outlet's, or one of several."""
    front, there, behind = mention.rpartition(name) if name else ("", "", "")
    front = front.strip() if there and (not behind or behind.lstrip().startswith("(")) else ""
    words = front.rstrip(",").split()
    while words and fold(words[0]) in ARTICLES | MOODS and not MOODS.isdisjoint(map(fold, words[:2])):
        words.pop(0)  # "an angry Jane Roe", "a furious Mayor Roe"
    while words and (words[-1].istitle() or words[-1].endswith(".")) and is_bare_honorific(words[-1].strip(".")):
        words.pop()
    words = [*words[:-1], *(word.rstrip(",") for word in words[-1:])]
    folded = [fold(word) for word in words]
    if not words or folded[0] in _ONE_OF or len(words) > _FRONT or RELATIVE & {*folded} or '"' in fold(front):
        return None
    last = folded[-1]
    heads = [is_person_noun(word) for word in folded]
    tells = heads[-1] or words[-1].isupper() or (any(heads) and not OF_FIELDS.isdisjoint(folded))
    if not words[-1].isalpha() or last in LITTLE_WORDS | NO_FIELDS or are_people(last) or not says_something(front):
        return None
    if not tells and (last in BODIES or len(last) < _NOUN):
        return None  # "Portuguese newspaper Correio", "talk Dave Roe"
    if not (tells or words[-1].islower() or len(words) == 1) or (len(words) > 1 and _acts(last)):
        return None  # "a man calling himself Jane Roe"
    return normal_role(" ".join(words))


def calls_somebody(word: str, role: str) -> bool:
    """Whether a folded word is what a role says that somebody is, though no list has it: "rider", "newsagent", or an
    office's letters, "RDC"."""
    if not may_call(word):
        return False
    words = re.findall(r"[\w-]+", role)
    end = next((k for k, one in enumerate(words) if k and fold(one) in _OPENS_OF), len(words))
    while end > 1 and (is_bare_honorific(words[end - 1]) or fold(words[end - 1]) in _RANK):
        end -= 1
    if not words or fold(words[end - 1]) != word:
        return False
    letters = words[end - 1].isupper() and 1 < len(word) <= _LETTERS and not role.isupper() and word not in BODY_WORDS
    return letters or _is_agent(word)


@lru_cache(maxsize=32768)
def may_call(word: str) -> bool:
    """Whether a folded word can be what somebody is by its length and ending: "rider", "rdc"; no body and no people."""
    known = word in BODIES | GROUPS | STATES_AND_PEOPLES.keys() | LITTLE_WORDS
    return not known and (1 < len(word) <= _LETTERS or _is_agent(word))


def _is_agent(word: str) -> bool:
    return len(word) >= _NOUN and word.endswith(AGENTS) and not word.endswith("ment")


def _acts(word: str) -> bool:
    return is_telling(word) and not is_role_word(word)


def _tokens(role: str) -> list[str]:
    text = " ".join(re.findall(r"[\w-]+", fold(_OWNER.sub("", role))))
    head, to, whom = text.partition(" to ")
    if to and set(whom.split()) & ROLES:
        text = head  # a physician to the president is no president
    for phrase, word in _PHRASES:
        text = text.replace(phrase, word)
    return [_FORMS.get(w, w) for w in text.split() if w not in NOT_OF_ROLES]


@lru_cache(maxsize=32768)
def role_tokens(role: str) -> frozenset[str]:
    """The words of a role that count for matching, in one form ("the British PM" -> uk, prime-minister)."""
    return frozenset(_tokens(role))


@lru_cache(maxsize=32768)
def offices_of(role: str) -> tuple[frozenset[str], ...]:
    """The words of a role, and of each office where it is two: "High Commissioner/Vice-Chair", "Chief Financial Officer
    & Vice President, Halden Stone", both of that company; and an office before a rank: "PNP spokesman Chief
    Superintendent"."""
    whole = _before_rank(role) or role
    offices, comma, body = whole.partition(", ") if " & " in whole.partition(", ")[0] else (whole, "", "")
    parts = [role_tokens(f"{part}{comma}{body}") for part in re.split(r"/| & ", offices)]
    each = all(any(word.rpartition("-")[2] in ROLES for word in part) for part in parts)
    return tuple(dict.fromkeys((role_tokens(role), *(parts if each else ()))))


def _before_rank(role: str) -> str:
    """What stands before a rank of forces at a role's end, where it is an office already; else nothing."""
    words = role.split()
    at = next((k for k in range(1, len(words)) if fold(words[k - 1]) in SPEAKS_FOR), len(words))
    behind = {fold(word).strip(".") for word in words[at:]}
    return " ".join(words[:at]) if behind and behind <= _IN_RANKS and behind & _RANK else ""


def specific(asked: frozenset[str]) -> frozenset[str]:
    """The words that every office that fits a role must hold: all but "chief" and the like, where others stand."""
    return asked - ANY_LEADER or asked


def role_score(asked: frozenset[str], held: frozenset[str]) -> float:
    """How well the words asked for fit a role that is held, 0 to 1.

    All words shared is 1; words that only one of them has lower it; "chief" fits whoever leads; a deputy is not the
    one, and a former holder less so.
    """
    if not asked or not held:
        return 0.0
    if asked == held:
        return 1.0
    generic = asked & ANY_LEADER
    want = asked - generic
    shared = want & held
    heads = {w for w in want if w in ROLES or w in LEADERS or w in KIN}
    if heads and not heads & held:
        return 0.0
    if generic:
        if not (held & LEADERS) or (want and not shared):
            return 0.0
        shared |= {"chief"}
        want |= {"chief"}
    if not shared or (len(shared) < len(want) and not held <= asked | shared):
        return 0.0
    extra = len(held - asked) - (1 if generic else 0)
    score = len(shared) / len(want) * (1 - 0.06 * min(max(extra, 0), 5))
    if (held & UNDER) - asked:
        score *= 0.45
    if "former" in held and "former" not in asked:
        score *= 0.7
    return score * 0.98


def could_be_role(text: str) -> bool:
    """Whether a question's words may name a role."""
    return any(w in ROLES or w in LEADERS or w in _FORMS or w in KIN for w in _tokens(text))


def is_short_of(letters: str, office: str) -> bool:
    """Whether folded letters before a surname are the initials of an office: "cs" of "Interior Cabinet Secretary"."""
    if not 2 <= len(letters) <= _LETTERS or letters in GIVEN_NAMES:
        return False
    return letters in "".join(word[0] for word in fold(office).split() if word not in LITTLE_WORDS)


def is_seat(words: str) -> bool:
    """Whether words behind a member's name are a seat and a party: "Karst, Lib.", "Halden North, Con"."""
    found = [fold(word).replace("-", "") for word in _SEAT_WORD.findall(words)]
    return bool(found) and found[-1] in PARTIES and len(found) <= _SEAT
