"""How a label styles who holds an office, and writes the office: "His Excellency", "H.E. Jane Roe", "Acting-Mayor"."""

from __future__ import annotations

import re

from index.language.roles import ROLE_HEADS, ROLE_MODIFIERS
from index.names.parse import fold

_STYLES = "excellency|majesty|highness|holiness|eminence|honou?r|lordship|ladyship|worship"
_STYLE = rf"(?:(?i:his|her|their) (?i:royal )?(?i:{_STYLES}))"
STYLED = re.compile(rf"{_STYLE}|H\.\s?E\.?")
_BEFORE = re.compile(rf"(?:{_STYLE}|H\.\s?E\.|HE(?=,? [A-Z][a-z.]))[ ,]+(?:the )?(?=[A-Z])")


def without_style(label: str) -> str:
    """A label without the style before an office or a name."""
    return _BEFORE.sub("", label, count=1) if _BEFORE.match(label) else label


_HYPHENED = re.compile(r"\b(?P<front>[^\W\d_]{4,})-(?=(?P<head>[^\W\d_]{4,})\b)")


def without_hyphen(office: str) -> str:
    """An office without the hyphen behind what only modifies it: "ACTING-COMMISSIONER" -> "ACTING COMMISSIONER"."""

    def apart(m: re.Match[str]) -> str:
        front, head = fold(m["front"]), fold(m["head"])
        modified = front in ROLE_MODIFIERS and head in ROLE_HEADS and f"{front}-{head}" not in ROLE_HEADS
        return f"{m['front']} " if modified else m.group()

    return _HYPHENED.sub(apart, office)
