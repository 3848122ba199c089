"""How a lead tells with whom a paper spoke."""

from __future__ import annotations

import re

# "We sat down with Jane Roe", "The Courier spoke to Jane Roe, who runs the port"; the group is whom
SPOKE_WITH = re.compile(
    r"\b(?:[Ww]e|[Oo]ur (?:reporter|correspondent|editor)(?: [A-Z]\w+){0,3}|[Tt]he [A-Z]\w+(?: [A-Z]\w+){0,3}"
    r"|[A-Z]{3,6})"
    r" (?:recently |also )?(?:spoke|talked|chatted|caught up|sat down|met|interviewed)(?: up)?(?: recently)?"
    r"(?: to| with)? ([^\n.]{3,160})"
)
ON_WHAT = re.compile(r",? (?:about|on|ahead|after|before|over|for)\b")  # where what they spoke of begins
