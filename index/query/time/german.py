"""German words of time, put into the English ones that the grammar reads, token for token, so that places hold."""

from __future__ import annotations

from dataclasses import replace

from index.language.calendar import (
    GERMAN_CONTENT,
    GERMAN_LEADS,
    GERMAN_LEANING,
    MONTHS,
    SEASONS,
    SHORT_MONTHS,
    UNITS,
    WEEKDAYS,
)
from index.query.tokens import Token


def in_english(tokens: tuple[Token, ...], *, whole: bool = False) -> tuple[Token, ...]:
    """The tokens with `low` in English where they are German words of time; nothing else changes.

    Within a question, articles, numbers and prepositions ("die", "am", "von") are read as German only before a
    time, and weekdays and seasons, which are surnames too, only behind such a word or before a number. `whole`: the
    text is nothing but a date. "vor" and "seit" stay before a count ("vor zwei Wochen").
    """
    if not whole and not any(token.low in GERMAN_CONTENT or token.low in GERMAN_LEADS for token in tokens):
        return tokens
    out = list(tokens)
    time_follows = german_follows = whole
    for at in range(len(tokens) - 1, -1, -1):
        low = _word(tokens, out, at, time_follows=time_follows, german_follows=german_follows, whole=whole)
        changed = low != tokens[at].low
        if changed:
            out[at] = replace(tokens[at], low=low)
        number = low[:1].isdigit()
        german_follows = whole or changed or (number and german_follows)
        time_follows = german_follows or number or low in MONTHS or low in SHORT_MONTHS
    return tuple(out)


def _word(
    tokens: tuple[Token, ...], out: list[Token], at: int, *, time_follows: bool, german_follows: bool, whole: bool
) -> str:
    low = tokens[at].low
    if (english := GERMAN_CONTENT.get(low)) is not None:
        surname = english in WEEKDAYS or english in SEASONS
        led = at > 0 and (tokens[at - 1].low in GERMAN_LEANING or tokens[at - 1].low in GERMAN_LEADS)
        dated = at + 1 < len(tokens) and tokens[at + 1].low[:1].isdigit()
        return english if whole or not surname or led or dated else low
    if (english := GERMAN_LEANING.get(low)) is not None:
        return english if german_follows else low
    english = GERMAN_LEADS.get(low)
    if english is None or not time_follows or (tokens[at].text.isupper() and not whole):  # BIS is a bank
        return low
    if low in {"vor", "seit"} and _counted(out, at + 1):
        return low
    return english


def _counted(out: list[Token], at: int) -> bool:
    """Whether a number of units follows: "zwei Wochen", "ein paar Tagen"; not "dem letzten Jahr"."""
    if at >= len(out) or out[at].low in {"the", "last", "past", "this", "penultimate"}:
        return False
    return any(token.low in UNITS for token in out[at + 1 : at + 3])
