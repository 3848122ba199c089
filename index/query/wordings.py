"""Usual wordings of a question as the plain one that the rules read: "where does Vorn stand on"."""

from __future__ import annotations

from dataclasses import replace

from index.language.asking import (
    ABOUT,
    AGAIN,
    BETWEEN_TWO,
    ENDINGS,
    GREETINGS,
    IN_WORDS,
    LOOKING,
    NAMED_BEFORE,
    OF_ONE_STATE,
    OFFERS,
    OFFICES_OF_ONE_STATE,
    PLAIN_OPINIONS,
    TO_DO,
    WANTING,
    WHOMEVER,
)
from index.language.english import ASKING, AUXILIARIES, LITTLE_WORDS, POSSESSIVE, RELATIVE
from index.language.roles import OF_FIELDS
from index.language.verbs import base_form, is_telling
from index.query.tokens import DASHES, Token, is_boundary, pauses

_VIEW = 3  # words before the noun of "what was his view"
_NAME, _SHORT_NAME = 6, 3  # words of a name with its office at most, and of one without


def plainly(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with such a wording as the plain one; offsets stay, and a word that says nothing goes."""
    for form in (
        _without_greeting,
        _without_request,
        _without_repeat,
        _of_the_us,
        _who_she_is,
        _what_he_thinks,
        _name_first,
        _been_saying,
        _stands,
        _does_about,
        _against_each_other,
    ):
        tokens = form(tokens)
    return tokens


def _without_greeting(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "hey bot, what did Vorn say pls": without what greets, names a bot ("@onrecord") or thanks; not all of it."""
    first, last = 0, len(tokens)
    while first < last - 1 and (tokens[first].low in GREETINGS or tokens[first].gap.strip().endswith("@")):
        first += 1
    while last > first + 1 and tokens[last - 1].low in ENDINGS:
        last -= 1
    return tokens[first:last]


def _without_request(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "does anyone have a quote from Vorn on": "quote from Vorn on"; "looking for Vorn on": "Vorn on"."""
    lows = [token.low for token in tokens]
    for opening in LOOKING:
        at = len(opening)
        if tuple(lows[:at]) == opening and at < len(lows) - 1:
            return tokens[at + (lows[at] in {"a", "any", "the"}) :]
    at = 1 if lows[:1] and lows[0] in AUXILIARIES else 0
    if lows[at : at + 1] and lows[at] in WHOMEVER and len(lows) > at + 1 and lows[at + 1] in OFFERS:
        while at < len(tokens) - 2 and lows[at] in WHOMEVER | OFFERS:
            at += 1
        return tokens[at:]
    return tokens


def _without_repeat(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Vorn on the fault at the dam, what did she say exactly", "…, what was his view", "…, his own words": without
    what asks once more."""
    at = next((k for k in range(len(tokens) - 1, 1, -1) if pauses(tokens, k)), 0)
    lows = tuple(token.low for token in tokens[at:])
    if at < 2:
        return tokens
    again = lows[:1] == ("what",) and lows[1:2] in (("did",), ("does",)) and lows[2:3] and lows[2] in NAMED_BEFORE
    again = again and lows[3:4] == ("say",) and set(lows[4:]) <= AGAIN
    view = lows[:1] == ("what",) and lows[1:2] in (("was",), ("is",)) and lows[2:3] and lows[2] in POSSESSIVE
    again = again or (
        view and len(lows) > _VIEW and lows[_VIEW] in PLAIN_OPINIONS and set(lows[_VIEW + 1 :]) <= AGAIN | {"on"}
    )
    quote = set(lows) <= IN_WORDS and not set(lows).isdisjoint({"words", "quote", "quotes", "verbatim"})
    return tokens[:at] if again or quote else tokens


def _of_the_us(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "what did the us ambassador say": "the american ambassador". Only offices that each state has one of, and only
    behind a verb, where "us" ends a name; elsewhere the office is found without it."""
    lows = [token.low for token in tokens]
    for at in range(2, len(lows) - 1):
        leads = lows[at - 1] == "the" and lows[at - 2] in AUXILIARIES and lows[at] == "us"
        if leads and (lows[at + 1] in OF_ONE_STATE or tuple(lows[at + 1 : at + 3]) in OFFICES_OF_ONE_STATE):
            return (*tokens[:at], _as(tokens[at], "american"), *tokens[at + 1 :])
    return tokens


def _who_she_is(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "who is Jane Vorn and what did she say about": "what did Jane Vorn say about"."""
    lows = [token.low for token in tokens]
    joint = next((k for k in range(3, min(3 + _NAME, len(lows) - 3)) if lows[k] == "and"), 0)
    if lows[:1] != ["who"] or lows[1:2] not in (["is"], ["was"]) or not joint or lows[joint + 1] != "what":
        return tokens
    he = joint + 3
    if lows[joint + 2] not in AUXILIARIES or lows[he : he + 1] == [] or lows[he] not in NAMED_BEFORE:
        return tokens
    name = (replace(tokens[2], gap=" "), *tokens[3:joint])
    return (replace(tokens[joint + 1], gap=""), tokens[joint + 2], *name, *tokens[he + 1 :])


def _what_he_thinks(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "has Vorn ever said what he thinks about the port": "has Vorn ever said about the port"."""
    lows = [token.low for token in tokens]
    for at in range(2, len(lows) - 3):
        thinks = lows[at] == "what" and lows[at + 1] in NAMED_BEFORE and base_form(lows[at + 2]) in {"think", "feel"}
        if thinks and lows[at + 3] in ABOUT | {"of"} and is_telling(lows[at - 1]):
            return (*tokens[:at], _as(tokens[at + 3], "about"), *tokens[at + 4 :])
    return tokens


def _name_first(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Jane Vorn, what did she say about": "what did Jane Vorn say about"; "the mayor of Karst, how full was it": "the
    mayor of Karst on how full was it"; "Jane Vorn port tolls what did she say" without what asks. Without a pause only
    behind a few words."""
    lows = [token.low for token in tokens]
    asks = next((k for k, low in enumerate(lows) if low in ASKING | AUXILIARIES - {"may", "will"}), 0)
    others = (is_boundary(low) for low in lows[:asks] if low not in {*OF_FIELDS, "the"})
    if not asks or any(others) or (lows[0] in LITTLE_WORDS and lows[0] != "the"):  # "Yesterday, did"
        return tokens
    gap = tokens[asks].gap.strip()
    paused = gap in DASHES or (pauses(tokens, asks) and gap in {",", ";", ":", ", -", "?"})
    he = next((k for k in range(asks + 1, min(asks + 4, len(lows))) if lows[k] in NAMED_BEFORE), 0)
    pair = bool(he) and lows[he - 1] in AUXILIARIES
    if pair and [base_form(low) for low in lows[he + 1 :]] == ["say"] and asks > (_NAME if paused else _SHORT_NAME):
        return tokens[:asks]
    if pair and is_telling(lows[min(he + 1, len(lows) - 1)]) and asks <= (_NAME if paused else _SHORT_NAME):
        if asks == 1 and not (paused or tokens[0].capital):
            return tokens
        named = (replace(tokens[0], gap=" "), *tokens[1:asks])
        return (replace(tokens[asks], gap=""), *tokens[asks + 1 : he], *named, *tokens[he + 1 :])
    known = paused or (lows[asks] in ASKING - RELATIVE and asks > 1) or (he and lows[asks] not in RELATIVE)
    if not known or asks > _NAME or ":" in tokens[asks].gap:
        return tokens
    at = tokens[asks].start
    on = Token("on", "on", at, at, at, " ")
    rest = (*tokens[asks : he - 1], *tokens[he + 1 :]) if pair else tokens[asks:]  # "… is he betting on it"
    return (*tokens[:asks], on, *(replace(one, gap=" ") for one in rest[:1]), *rest[1:])


def _been_saying(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "what has Vorn been saying about": "what has Vorn said about"."""
    lows = [token.low for token in tokens]
    aux = next((k for k in range(min(3, len(lows))) if lows[k] in {"has", "have", "had"}), None)
    if aux is None or "been" not in lows[aux + 2 : aux + 2 + _NAME]:
        return tokens
    been = lows.index("been", aux + 2)
    if lows[been + 1 : been + 2] not in (["saying"], ["telling"]):
        return tokens
    return (*tokens[:been], _as(tokens[been + 1], "said"), *tokens[been + 2 :])


def _stands(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "where does Vorn stand on": "what does Vorn say on"."""
    lows = [token.low for token in tokens]
    at = next((k for k, low in enumerate(lows[1:-1], 1) if low in {"stand", "stands", "stood"}), 0)
    asks = lows[0] == "where" and lows[1] in {"does", "do", "did"} if len(lows) > 3 else False
    if not asks or not 2 < at <= 2 + _NAME or lows[at + 1] not in ABOUT:
        return tokens
    return (_as(tokens[0], "what"), *tokens[1:at], _as(tokens[at], "say"), *tokens[at + 1 :])


def _does_about(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "what would Vorn do about", "what does Vorn want to do about": "what does Vorn say about"."""
    lows = [token.low for token in tokens]
    if lows[:1] != ["what"] or lows[1:2] not in ([word] for word in TO_DO):
        return tokens
    about = next((k for k in range(3, min(len(lows), 5 + _NAME)) if lows[k] in ABOUT), 0)
    first = about - 1
    if not about or lows[first] != "do":
        return tokens
    if lows[first - 2 : first] and lows[first - 1] == "to" and lows[first - 2] in WANTING:
        first -= 2
    if first < 3 or (first == about - 1 and lows[1] in {"does", "do", "did"}):
        return tokens  # "what did Vorn do about the fire": a deed
    return (tokens[0], _as(tokens[1], "does"), *tokens[2:first], _as(tokens[first], "say"), *tokens[about:])


def _against_each_other(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Vorn vs Selmer on trade": "Vorn and Selmer on trade"."""
    lows = [token.low for token in tokens]
    at = next((k for k in range(1, min(_NAME, len(lows))) if lows[k] in BETWEEN_TWO), 0)
    if not at or not any(low in ABOUT for low in lows[at + 2 : at + 2 + _NAME]):
        return tokens
    return (*tokens[:at], _as(tokens[at], "and"), *tokens[at + 1 :])


def _as(token: Token, word: str) -> Token:
    return replace(token, text=word, low=word)
