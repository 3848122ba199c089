"""What a form of marks is, and the pieces that the patterns of many forms share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.attribution.transcripts.written import MarkKind

UP = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x250) if chr(code).isupper())  # of Latin
CAPS_TOKEN = (
    rf"(?:(?:MR|MRS|MS|DR|LT|GEN|SEN|REP|GOV|COL|ADM|AMB|ST|JR|SR|MAJ|CAPT|HON|REV|PROF|CDR|BRIG)\.|(?:[{UP}]\.){{1,3}}"
    rf"|(?:Ma?c|O['’]|De|Van|Von|Le|La|Di|D['’]|Fitz)?[{UP}][{UP}'’\-]+|(?:de|van|von|der|la|du|of|the|for))"
)
TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
COLON = r"[ \u00a0\t]{0,12}:"
MARKUP = r"(?:</?(?:b|strong|em|i)>|[*_])*+"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a mark.

    `pattern` is matched behind a line's numbers and markup and has the group `label`, also `note`; it may look into
    the next line. `kind` None: as the label is written, which must then be a name or an office. `holds` says what
    the pattern cannot: it gets the match and the end of the stretch that may be looked at. `seated`: the note is a
    member's seat and party, read with the label. `opens_part`: a heading, under which the office alone is meant too.
    `alone`: one such mark is enough for a transcript. `examples` are lines that open so.
    """

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    kind: MarkKind | None = None
    timed: bool = False
    sure: bool = False
    seated: bool = False
    opens_part: bool = False
    alone: bool = False
    holds: Callable[[re.Match[str], int], bool] = lambda _match, _limit: True
