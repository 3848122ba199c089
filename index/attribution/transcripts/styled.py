"""How a label styles who holds an office: "His Excellency", "H.E. Jane Roe"."""

from __future__ import annotations

import re

_STYLES = "excellency|majesty|highness|holiness|eminence|honou?r|lordship|ladyship|worship"
_STYLE = rf"(?:(?i:his|her|their) (?i:royal )?(?i:{_STYLES}))"
STYLED = re.compile(rf"{_STYLE}|H\.\s?E\.?")
_BEFORE = re.compile(rf"(?:{_STYLE}|H\.\s?E\.|HE(?=,? [A-Z][a-z.]))[ ,]+(?:the )?(?=[A-Z])")


def without_style(label: str) -> str:
    """A label without the style before an office or a name."""
    return _BEFORE.sub("", label, count=1) if _BEFORE.match(label) else label
