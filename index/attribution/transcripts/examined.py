"""Whose "Q." and "A." are in court: "JANE ROE, having been duly sworn", "BY MR. POE:", "ATTY. POE TO WITNESS:"."""

from __future__ import annotations

import re
from bisect import bisect_right

from index.attribution.transcripts.mark import Mark
from index.names.parse import fold, parse_name

_SWORN = re.compile(
    r"^[ \t]*<?(?:(?:the )?witness[,:] )?(?P<name>(?:(?:mr|mrs|ms|dr)\.? )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,4}),?"
    r"(?i:"
    r" ?\((?:sworn|affirmed)\)| (?:sworn|affirmed)\.?(?:[ \t]*\[[^\]\n]{3,20}\])?[ \t]*$"
    r"|[^\n]{0,60}\b(?:duly|first|been|was|being|is) (?:duly |first )*(?:sworn|affirmed)\b(?! in\b)"
    r"|[^\n]{0,40}\bcalled (?:as a|by the|on behalf of the)"
    r" (?:witness|plaintiffs?|defen[cs]e|defendants?|state|people|government|prosecution|crown)\b"
    r"|,? (?:[a-z]+(?:['’]s|s['’]) )?witness,? (?:re-?(?:sumed|called)|called|continued)\b[^\n]{0,40}$)",
    re.MULTILINE,
)
# "Mr. Roe, you're still under oath."
_STILL = re.compile(
    r"\b(?P<name>(?:Mr|Mrs|Ms|Dr)\b\.? [A-Z][\w'’-]*[a-z](?: [A-Z][\w'’-]*[a-z])?), "
    r"(?:I(?:['’]ll| will)? remind you (?:that )?"
    r"|(?:do )?you (?:understand|realize|realise|know|appreciate) (?:that )?)?"
    r"you(?:['’]re| are)(?: still| already)* under oath\b"
)
_CALLS = re.compile(
    r"\bcalls? (?:as (?:its|his|her|our|the|a|my) (?:first |next |last |final )?witness,? |to the stand )?"
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w'’-]*[a-z][\w'’-]*(?: [A-Z][\w.'’-]*){1,3}?)"
    r"(?: to the (?:witness )?(?:stand|box))?(?:, Your Honor)?\.?$",
    re.MULTILINE,
)
_BY = re.compile(
    r"^[ \t]*<?(?i:(?:(?:re-?)?(?:direct|cross|recross)?[- ]?examination )?by|(?:further )?questions? (?:from|by)"
    r"|(?:examined|questioned) by) "
    r"(?:(?P<name>(?:MR|MRS|MS|MISS|DR|SIR|DAME|LADY|LORD|BARONESS|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lady|Lord|Baroness)\b\.?"
    r" [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})|(?:THE|The|the) [A-Z][\w ]{3,40}):?(?:[ \t]*\[[^\]\n]{3,20}\])?[ \t]*$",
    re.MULTILINE,
)
# "Questions From Counsel to the Inquiry" over "**Ms Poe**: Please give your name.", where "Counsel Inquiry" then asks
_COUNSEL = re.compile(
    r"^[ \t]*(?i:questions? from (?:lead )?counsel to the inquiry)[^\n]{0,40}\n\s*\W{0,3}"
    r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lady|Lord|Baroness)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})\W{0,3}:",
    re.MULTILINE,
)
_OF_INQUIRY = ("counsel inquiry", "lead counsel inquiry")
_LAWYER = r"(?P<name>(?:ATTY|PROS|FISCAL|MR|MRS|MS|DR|SOLICITOR|PROSECUTOR)\b\.? [A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+)?)"
# Who goes on to ask under "Q": "ATTY. POE TO WITNESS:".
_TO_WITNESS = re.compile(rf"^[ \t]*{_LAWYER} TO (?:THE )?WITNESS[ \t]*:", re.MULTILINE)
# And whose first question has a label, as its answer has: "ATTY. POE: When?" over "WITNESS: In May.".
_ASKED_WITNESS = re.compile(
    rf"^[ \t]*{_LAWYER}[ \t]*:[^\n]*\?[ \t]*\n\s*(?:THE )?WITNESS[ \t]*:(?=[^\n]*\n\s*Q[ \t]*[:.])", re.MULTILINE
)
_WITNESS = "WITNESS"  # of whom a record says no more
# A record that calls so who answers the judge, and "A." who answers counsel.
_RECORD = re.compile(r"^[ \t]*THE WITNESS[ \t]*:", re.MULTILINE)
_LEFT = re.compile(r"^[ \t]*(?i:(?:(?:the )?witness (?:was )?excused|\(?witness (?:stood|steps) down)\b)", re.MULTILINE)


class Examined:
    """The witnesses of a transcript and who examines them, by where that is told."""

    def __init__(self, text: str) -> None:
        sworn = [(m.start(), parse_name(m["name"]).full) for m in _SWORN.finditer(text)]
        self._askers = [(m.start(), m["name"] or "") for m in _BY.finditer(text)]
        self._unnamed = not self._askers and bool(_TO_WITNESS.search(text) or _ASKED_WITNESS.search(text))
        if self._unnamed:
            told = [*_TO_WITNESS.finditer(text), *_ASKED_WITNESS.finditer(text)]
            self._askers = sorted((m.start(), m["name"]) for m in told)
        self._record = _RECORD.search(text) is not None
        self._oaths = {m.start("name") for m in _SWORN.finditer(text)}
        if self._askers:  # in court: "The State calls Jane Roe."
            sworn += [(m.end(), parse_name(m["name"]).full) for m in _CALLS.finditer(text)]
            told = {place for place, _ in sworn}
            sworn += [(m.start(), m["name"]) for m in _STILL.finditer(text) if not told]
        self._counsel = [(m.start(), m["name"]) for m in _COUNSEL.finditer(text)]
        left = [(m.start(), "") for m in _LEFT.finditer(text)]
        self._witnesses = sorted([*sworn, *left])

    def swears(self, mark: Mark) -> bool:
        """Whether a mark is no mark, but tells who is sworn ("JANE ROE, called as a witness, testified:")."""
        return mark.start in self._oaths

    def witness(self, mark: Mark) -> str | None:
        """Whose the answer at a mark is; None where nobody was sworn before."""
        answers = mark.kind == "answer" or fold(mark.label) in ("the witness", "witness")
        unnamed = _WITNESS if self._unnamed and mark.kind == "answer" else None
        return _last(self._witnesses, mark.start) or unnamed if answers else None

    def unnamed(self, mark: Mark) -> str | None:
        """How the one is called who gives the answer at a mark in court where nothing tells her name."""
        return f"THE {_WITNESS}" if self._record and mark.kind == "answer" else None

    def asker(self, mark: Mark) -> str | None:
        """Whose the question at a mark is; None where no line tells."""
        if fold(mark.label) in _OF_INQUIRY:
            return _last(self._counsel, mark.start)
        return _last(self._askers, mark.start) if mark.kind in ("question", "bare") and mark.label[:1] == "Q" else None


def _last(told: list[tuple[int, str]], place: int) -> str | None:
    at = bisect_right(told, (place, "\uffff"))
    return told[at - 1][1] or None if at else None
