"""What a question wants: the words of a speaker, the speaker of words, or anything else."""

from __future__ import annotations

import itertools
import re

from index.language.asking import ASKS, OPINIONS, STATES
from index.language.english import ASKING, AUXILIARIES
from index.language.roles import ROLES
from index.language.verbs import is_doing, is_telling
from index.model import QuestionKind
from index.query.asked import Asked
from index.query.tokens import Token, is_boundary


def kind_of(view: tuple[Token, ...], asked: tuple[Asked, ...]) -> QuestionKind:
    """What is wanted: words of a speaker, the speaker of words, or anything else."""
    if asked:
        return "said"
    lows = [token.low for token in view]
    if not lows:
        return "other"
    if lows[0] in {"who", "which"}:
        return _who_kind(lows)
    asking = lows[0] in ASKING or lows[0] in AUXILIARIES
    aux = next((k for k, low in enumerate(lows[:10]) if low in AUXILIARIES), None)
    if asking and aux is not None and any(is_telling(low) for low in lows[aux + 1 : aux + 7]):
        return "said"
    owned = any(
        token.possessive and any(low in OPINIONS for low in lows[k + 1 : k + 3]) for k, token in enumerate(view[:6])
    )
    heading = any(after in {"on", "about"} and low in ROLES for low, after in itertools.pairwise(lows[:9]))
    return "said" if owned or (heading and not asking) else "other"


def _who_kind(lows: list[str]) -> QuestionKind:
    """ "Who warned", "which minister thought": who; "who won", "which casinos closed": other."""
    start, person = 1, lows[0] == "who"
    while not person and start < min(len(lows), 8) and not is_boundary(lows[start]) and not is_doing(lows[start]):
        person = lows[start] in ROLES or lows[start].removesuffix("s") in ROLES
        start += 1
    if not person:
        return "who" if any(is_telling(low) for low in lows[2:6]) else "other"
    for low in lows[start : start + 4]:
        if low in {"would", "could", "should"} or is_telling(low) or low in STATES:
            return "who"
        if is_doing(low):
            return "other"
    return "other"


def asks_for_questions(text: str) -> bool:
    """Whether it is asked what somebody asked."""
    return not ASKS.isdisjoint(re.findall(r"\w+", text.lower()))


# "who asked about the port", "which reporter wanted to know": whoever asked, and not who answers.
_WHO_ASKED = re.compile(
    r"\W*(?:who|which (?:[\w’'-]+ ){1,3}?)(?: was it (?:that|who))?"
    r"\s*(?:asked|asks|questioned|quizzed|wondered|wanted to know)\b",
    re.IGNORECASE,
)


def asks_who_asked(text: str) -> bool:
    """Whether it is asked who asked something."""
    return _WHO_ASKED.match(text) is not None
