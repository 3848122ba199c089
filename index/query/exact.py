"""Exact phrases: words in quotation marks that are meant letter for letter."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[“\"„»«]([^“”\"„»«]{3,400})[”\"“«»]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_SPACE = re.compile(r"\s+")


def phrases_in(text: str) -> tuple[str, ...]:
    """The phrases of two words and more that stand in quotation marks, as written."""
    found = (match.strip(" .,;:!?…") for match in _QUOTED.findall(text))
    return tuple(dict.fromkeys(phrase for phrase in found if len(phrase.split()) >= 2))


def places_of(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where a text holds a phrase, whatever the case, the white space, and the form of apostrophes and dashes."""
    words = (re.escape(word) for word in _SPACE.split(phrase.translate(_PLAIN).strip()))
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)
    return [match.span() for match in pattern.finditer(text.translate(_PLAIN))]
