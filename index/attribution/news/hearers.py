"""What a court, a council or anybody else is told: they hear it and say nothing, so that it is whose words the sentence
tells them to be, or nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.attribution.news.drafts import Draft
from index.language.acts import FAMILY, RELATIVES
from index.language.bodies import HEARERS, SITTING
from index.language.mentions import NEVER_NAMES
from index.language.verbs import SAID
from index.model import Span
from index.names.parse import fold
from index.names.roles import are_people

_BODIES = HEARERS | SITTING
_KIN = RELATIVES | FAMILY
_TOLD_BY = re.compile(
    r"(?:(?<=[a-z0-9)][.!?]\s)|(?<=[.!?][”\"’']\s)|(?<=\n)|^)"
    r"(?P<name>[^\W\d_a-z][\w.’'-]+(?:\s[^\W\d_a-z][\w’'-]+){0,4})(?:, \d{1,2},)?\s(?:had |has )?(?P<verb>[a-z]+)\b",
    re.MULTILINE,
)
# "Roe's family said", "The mother of a man who drowned has said"
_TOLD_BY_KIN = re.compile(
    r"(?:(?<=[a-z0-9)][.!?]\s)|(?<=[.!?][”\"’']\s)|(?<=\n)|^)"
    r"(?!(?:But|And|Yet|So|Still|Then|Now|While|When|If|As|Although|Because|After|Before|Since|Some) )"
    r"(?P<name>(?:(?:The|His|Her|Their|An?) (?:[a-z-]+ )?|(?:[^\W\d_a-z][\w.’'-]* ){1,4}?)(?P<who>[a-z]+)"
    r"(?: of [^,.;:“”\"\n]{3,80}?)?)"
    rf" (?:had |has |have )?(?P<verb>{'|'.join(sorted(SAID))})\b",
    re.MULTILINE,
)
# "The board was also told it is facing": nobody is named who tells it
_WAS_TOLD = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?][”\"’'] )|(?<=\n))(?:(?:Instead|However|Meanwhile|Earlier|Yesterday|Today),? )?"
    rf"(?P<body>(?:[Tt]he|A) (?:[a-z]+ )?(?i:{'|'.join(sorted(_BODIES))}) (?:was|were|has been)"
    r"(?: also| then| further| later)? (?:told|informed)(?: only)?)(?= )"
)
# "She had suffered from it, the inquest was told."
_TOLD_BEHIND = re.compile(
    rf",[”\"’']? the (?:[a-z]+ )?(?:{'|'.join(sorted(_BODIES))})"
    r" (?:was|were|has been) (?:also )?(?:told|informed)\b"
)
# "Ministers have been warned", "He was informed": nobody is named who tells them
_PASSIVE = re.compile(
    r"(?:(?:has|have|had) )?(?:was|were|been|being|is|are) (?:also |then |later |now |since )?"
    r"(?:informed|notified|briefed|assured|told|warned|advised|reminded|cautioned|instructed|ordered)\b(?! by)"
)
_HEARD_BEHIND = re.compile(
    rf",[”\"’']{{0,2}} (?:the|an?) (?:[\w’'-]+ ){{0,3}}?(?i:{'|'.join(sorted(_BODIES))})"
    r" (?:(?:has|have|had|also|then|later) )*heard\b(?! from)"
)
# "The court heard Roe told officers: “", up to the words
_HEARD_THAT = re.compile(
    rf"(?:[Tt]he|[Aa]) (?:[\w’'-]+ ){{0,3}}?(?i:{'|'.join(sorted(_BODIES))})"
    r" (?:(?:has|have|had|also|then|later|was|were) )*(?:heard|told)(?: that| how)?"
    r" (?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2}|he|she)"
    r" (?:had |later |then |also )?(?P<verb>[a-z]+)(?: [^:.!?“”\"\n]{1,60})?[:,] ?[“\"‘]$"
)
_ASIDE = re.compile(r",| \(")  # "The meeting, which Roe chaired, heard", "The Public Accounts Committee (PAC) heard"
_HEARER = re.compile(rf"(?:[Tt]he|[Aa]n?) (?:[\w’'-]+ ){{0,3}}?(?i:{'|'.join(sorted(_BODIES))})")
_IS_TOLD = re.compile(r" (?:(?:has|have|had|was|were|been|also|then|later) ){1,3}(?:told|heard|informed)\b")
_REACH = 200  # characters before a hearer in which a sentence begins that tells who said it
_LEAD = 60  # characters in which such a sentence stands
_CLAUSE = 20  # characters behind what is told


def heard_of(text: str, start: int, mention: Span | None, cue: Span | None) -> tuple[Span | None, Span | None]:
    """Who said what a court heard: "Dr Roe told patients that it was gold, a tribunal heard." is what Dr Roe said.

    `start`: where the words begin. Nobody where the sentence does not tell: a tribunal hears and says nothing.
    """
    if (told := _HEARD_THAT.search(text, max(0, start - _REACH), start)) is not None and told["verb"] in SAID:
        return told.span("name"), told.span("verb")
    if cue is None:
        return mention, cue
    begin = max(text.rfind("\n", 0, cue[0]) + 1, cue[0] - _REACH)
    own = [one for one in _kin(text, begin, cue[1]) if one.end("verb") == cue[1]]
    if own and (mention is None or own[-1].start() <= mention[0] < mention[1] <= own[-1].end("name")):
        return own[-1].span("name"), cue  # "The family of the man have said it, a hearing was told"
    if mention is None:
        return mention, cue
    if text[cue[0] : cue[1]].rpartition(" ")[2] != "heard" and not text.startswith((" heard", " was told"), mention[1]):
        return mention, cue
    who = _ASIDE.split(text[slice(*mention)], maxsplit=1)[0]
    if not who.strip() or fold(who.split()[-1]) not in _BODIES:
        return mention, cue
    begin = max(text.rfind("\n", 0, mention[0]) + 1, mention[0] - _REACH)
    found = [*_kin(text, begin, mention[0]), *_TOLD_BY.finditer(text, begin, mention[0])]
    said = [one for one in found if one["verb"] in SAID and fold(one["name"].split()[0]) not in NEVER_NAMES]
    return (said[-1].span("name"), said[-1].span("verb")) if said else (None, None)


def _kin(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    return (one for one in _TOLD_BY_KIN.finditer(text, begin, end) if one["who"] in _KIN or are_people(one["who"]))


def is_hearer(text: str, start: int, end: int) -> bool:
    """Whether what was taken for told words is only who heard them: "…, | a hearing | has been told"."""
    return _IS_TOLD.match(text, end) is not None and _HEARER.fullmatch(text, start, end) is not None


def to_hearers(text: str, draft: Draft) -> Draft:
    """The draft, given to nobody where its sentence tells only who heard it: "It would cost two million, the council
    heard", "The board was told that …", "Ministers have been warned that …"."""
    if draft.mention is None:
        return draft
    ends = _TOLD_BEHIND.search(text, max(draft.start + 1, draft.end - _LEAD), draft.end + _CLAUSE)
    if ends is not None and ends.start() <= draft.end <= ends.end():
        kept = [(a, min(b, ends.start())) for a, b in draft.spans if a < ends.start()]
        return replace(draft, spans=tuple(kept), mention=None, cue=None)
    if _HEARD_BEHIND.match(text, draft.end) and (draft.inherited or draft.mention[0] >= draft.end):
        return replace(draft, mention=None, cue=None)
    if draft.cue is not None and draft.mention[1] <= draft.cue[0] and _PASSIVE.match(text, draft.cue[0]):
        return replace(draft, mention=None)  # "He was informed of the ban"
    heard = _WAS_TOLD.search(text, max(0, draft.start - _LEAD), draft.end)
    if heard is not None and heard.start("body") <= draft.start <= heard.end() + 1 < draft.end:
        kept = [(max(a, heard.end() + 1), b) for a, b in draft.spans if b > heard.end() + 1]
        told = draft.cue is not None and text.startswith("according to", draft.cue[0]) and draft.cue[0] >= draft.end
        return replace(draft, spans=tuple(kept)) if told else replace(draft, spans=tuple(kept), mention=None, cue=None)
    return draft
