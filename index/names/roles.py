"""Roles across articles: spelling, sameness, and what a question's words for a role match."""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.names import HONORIFICS, ROLE_HEADS, words
from index.names.parse import fold

_DROP = words("the a an of for to in on at and his her their its our from by de la s")
# The words for whoever leads something; "the NATO chief" is its secretary general.
_LEADS = words("""
chief head boss leader president chairman chairwoman chair director secretary-general chancellor premier governor
commissioner executive commander mayor prime-minister king queen emir pope principal
""")
_GENERIC = words("chief head boss leader")
_UNDER = words(
    "deputy vice vice-president assistant under undersecretary associate spokesperson press adviser aide staff"
)
_SYNONYMS = {
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "spox": "spokesperson", "chairwoman": "chairman",
    "chair": "chairman", "chairperson": "chairman", "congresswoman": "congressman", "premier": "prime-minister",
    "pm": "prime-minister", "potus": "president", "sen": "senator", "gov": "governor", "rep": "representative",
    "gen": "general", "sg": "secretary-general",
    "secgen": "secretary-general", "advisor": "adviser", "ceo": "executive",
    "britain": "uk", "british": "uk", "american": "us", "america": "us", "usa": "us", "french": "france",
    "german": "germany", "russian": "russia", "ukrainian": "ukraine", "chinese": "china", "israeli": "israel",
    "iranian": "iran", "turkish": "turkey", "italian": "italy", "spanish": "spain", "polish": "poland",
    "hungarian": "hungary", "romanian": "romania", "bulgarian": "bulgaria", "greek": "greece", "serbian": "serbia",
    "georgian": "georgia", "japanese": "japan", "indian": "india", "canadian": "canada", "mexican": "mexico",
    "brazilian": "brazil", "australian": "australia", "dutch": "netherlands", "swedish": "sweden", "finnish": "finland",
    "norwegian": "norway", "danish": "denmark", "estonian": "estonia", "latvian": "latvia", "lithuanian": "lithuania",
    "austrian": "austria", "swiss": "switzerland", "belgian": "belgium", "egyptian": "egypt",
    "syrian": "syria",
    "iraqi": "iraq", "afghan": "afghanistan", "pakistani": "pakistan", "european": "eu",
    "ex": "former", "defence": "defense",
}  # fmt: skip
_PHRASES = (
    ("prime minister", "prime-minister"),
    ("secretary general", "secretary-general"),
    ("vice president", "vice-president"),
    ("united states", "us"),
    ("united kingdom", "uk"),
    ("united nations", "un"),
    ("european union", "eu"),
    ("chief executive", "executive"),
    ("foreign affairs", "foreign"),
)


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


def role_key(role: str) -> str:
    """What spellings of one role share."""
    return " ".join(_tokens(role))


def is_bare_honorific(role: str) -> bool:
    """Whether a role says nothing ("Mr", "Mrs.", "Dr.")."""
    return all(w in HONORIFICS for w in fold(role).split())


def _tokens(role: str) -> list[str]:
    text = " ".join(re.findall(r"[\w-]+", fold(role)))
    for phrase, word in _PHRASES:
        text = text.replace(phrase, word)
    return [_SYNONYMS.get(w, w) for w in text.split() if w not in _DROP]


@lru_cache(maxsize=32768)
def role_tokens(role: str) -> frozenset[str]:
    """The words of a role that count for matching, in one form ("the British PM" -> uk, prime-minister)."""
    return frozenset(_tokens(role))


def role_score(asked: frozenset[str], held: frozenset[str]) -> float:
    """How well the words asked for fit a role that is held, 0 to 1.

    All words shared is 1; words that only one of them has lower it; "chief" fits whoever leads; a deputy is not the
    one, and a former holder less so.
    """
    if not asked or not held:
        return 0.0
    if asked == held:
        return 1.0
    generic = asked & _GENERIC
    want = asked - generic
    shared = want & held
    heads = {w for w in want if w in ROLE_HEADS or w in _LEADS}
    if heads and not heads & held:
        return 0.0
    if generic:
        if not (held & _LEADS) or (want and not shared):
            return 0.0
        shared |= {"chief"}
        want |= {"chief"}
    if not shared or (len(shared) < len(want) and not held <= asked | shared):
        return 0.0
    extra = len(held - asked) - (1 if generic else 0)
    score = len(shared) / len(want) * (1 - 0.06 * min(max(extra, 0), 5))
    if (held & _UNDER) - asked:
        score *= 0.45
    if "former" in held and "former" not in asked:
        score *= 0.7
    return score * 0.98


def could_be_role(text: str) -> bool:
    """Whether a question's words may name a role."""
    return any(w in ROLE_HEADS or w in _LEADS or w in _SYNONYMS for w in _tokens(text))
