"""Marks of those who move a motion, as parliaments of India record them."""

from __future__ import annotations

import re

from index.attribution.transcripts import holding
from index.attribution.transcripts.form import CAPS_TOKEN, UP, Form

# What somebody does in a debate, between name and words: "moving the motion for consideration of the Bill, said:".
_MOVES = r"[^:.\n]{0,90}\b(?:said|stated|replied|asked) ?:(?=\s)"

MOVERS: tuple[Form, ...] = (
    Form(
        "mover of a motion",
        re.compile(
            rf"(?P<label>THE {CAPS_TOKEN}(?:\s+{CAPS_TOKEN}){{0,24}})\s*(?P<note>\([{UP}][^()]{{3,60}}\)),?{_MOVES}"
        ),
        (
            "THE MINISTER OF PORTS\nAND MINISTER OF WEIRS (SHRI\nMOHAN KALE) moving the motion, said: It will.",
            "THE MINISTER OF STATE OF THE MINISTRY OF PORTS (SHRI MOHAN KALE) moving the motion, said: It will.",
        ),
        sure=True,
        seated=True,
        holds=holding.bracketed_person,
    ),
    Form(
        "mover by name",
        re.compile(
            rf"(?P<label>(?:SHRI|SHRIMATI|KUMARI|(?:SMT|DR|PROF|ADV|MR|MRS|MS)\.?)(?: {CAPS_TOKEN}){{1,5}})"
            rf"(?P<note> \([^()\n]{{2,40}}\))?,?{_MOVES}"
        ),
        ("SHRI MOHAN KALE moving the motion, said: It will.", "DR. MIRA KALE (KARST), replying, said: It will."),
        sure=True,
    ),
)
