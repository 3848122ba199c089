"""Words of others that somebody only answers, rebuffs or hears: "Roe hit back at critics who say she is slow" tells
what the critics say; "Roe was replying to a question whether it floats" and "Judge Roe heard that it sank" no word of
hers."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.drafts import Draft
from index.language.descriptions import PRESIDE
from index.language.verbs import SAID
from index.names.parse import fold

_NO_NOUN = r"(?!(?:at|by|to|with|from|on|against|of|for|about|and|or|than|as|is|was|are|were|the)\s)"
# "his critics who say that"
_WHO_SAY = (
    r"\b(?P<who>(?:(?:his|her|its|their|the|some|many|those|an?|\d[\d,]*)\s)?"
    rf"(?:{_NO_NOUN}[a-z-]+\s)?(?:[a-z-]+s|people|men|women|those|one|[a-z]+er|rival|critic|opponent))"
    r"\swho\s(?P<verb>says?|said|claim(?:s|ed)?|argued?|argues|alleged?|alleges|insist(?:s|ed)?|complain(?:s|ed)?)"
    r"\s(?:that\s)?"
)
_WHO_SAY_BEFORE = re.compile(_WHO_SAY + "$")
# "12 people who claimed to have rowed", where the tagger took the noun or the verb for words
_WHO_SAY_WITHIN = re.compile(_WHO_SAY)
# "Roe said she knew nothing of the rower, who told the court that", up to the words
_WHO_TOLD = re.compile(
    r"(?P<who>(?:the|an?|his|her|their) (?:[a-z-]+ ){0,2}[a-z-]+|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,4}), "
    r"who (?:(?:has|had|also|later|then|earlier) ){0,2}"
    r"(?P<verb>told|said|says|claimed|claims|insisted|insists|argued|alleged|denied)"
    r"(?: (?:(?:the|an?|his|her) )?[a-z-]+(?= that| ?$))?(?: that)? ?$"
)
_ASKED_THINGS = r"(?:questions?|quer(?:y|ies)|concerns|claims|criticisms?|accusations?|allegations?|points|remarks)"
_ANSWERS = re.compile(r"(?:respond|reply|react|answer)ing(?:\sto)?$|(?:respond|repli|react)ed\sto$|\banswered$")
_TO_A_QUESTION = re.compile(rf"(?:respond|reply|react|answer)ing(?:\sto)?\s(?:an?|the)\s(?:[a-z]+\s)?{_ASKED_THINGS}$")
_WHAT_WAS_ASKED = re.compile(rf"(?:an?\s|the\s|some\s)?(?:[a-z]+\s)?{_ASKED_THINGS}\b")
_WHETHER = re.compile(r"(?:whether|if|on whether|as to|about|on)\b")
# "Mayor Called On To Resign": whom others call on
_CALLED_ON = re.compile(r"\s(?:[Cc]alled\s(?:[Oo]n|[Uu]pon)|[Uu]rged|[Aa]dvised|[Oo]rdered|[Tt]old|Asked)(?=\s[Tt]o\s)")
# "That is called a “tidal slip”", up to the term: the paper explains a word
_TERMS_IT = re.compile(
    r"\b(?:That|This|These|Such|Those)(?: [a-z-]+){0,3} (?:is|are) (?:also |often )?(?:called|known as|termed)"
    r" (?:an? |the )?[“\"‘']?$"
)
_SPOKE_WITH = re.compile(r"(?:spoke|speaks|talked|talks|chatted)\s(?:with|to)")
_READ = 120  # characters before the words


def of_others(text: str, draft: Draft | None) -> Draft | None:
    """The draft, given to whose words they are; to nobody where that is not told, None where nothing is told."""
    if draft is None or draft.mention is None:
        begin = max(0, draft.start - _READ) if draft is not None else 0
        return None if draft is not None and _TERMS_IT.search(text, begin, draft.start) else draft
    draft = _of_those_who_say(text, _of_whom_it_tells(text, draft))
    if draft.mention is None or draft.cue is None or draft.cue[0] < draft.mention[1]:
        return draft
    cue = text[slice(*draft.cue)]
    if _SPOKE_WITH.fullmatch(cue) and text.endswith(" about ", 0, draft.start):
        return None  # "Radio Karst spoke with its reporter about the bridge"
    if draft.start >= draft.cue[1]:
        if _ANSWERS.search(cue) and _WHAT_WAS_ASKED.match(text, draft.start, draft.end):
            return None
        if _TO_A_QUESTION.search(cue) and _WHETHER.match(text, draft.start, draft.end):
            return replace(draft, mention=None)
    called = _CALLED_ON.match(text, draft.mention[1])
    if called is not None and called.end() >= draft.cue[0] + 1 and draft.cue[0] == draft.mention[1] + 1:
        return replace(draft, mention=None)
    presides = any(fold(word) in PRESIDE | {"justice"} for word in text[slice(*draft.mention)].split())
    heard = cue.split()[-1] == "heard" and draft.cue[0] == draft.mention[1] + 1
    return replace(draft, mention=None) if presides and heard else draft


def _of_whom_it_tells(text: str, draft: Draft) -> Draft:
    """The draft, given to whom a clause names at its end who told it: "Roe said she knew nothing of the state of the
    rower, who told the court he was ill"."""
    if draft.mention is None or draft.mention[1] > draft.start:
        return draft
    begin = max(text.rfind("\n", 0, draft.start) + 1, draft.mention[1], draft.start - 2 * _READ)
    found = _WHO_TOLD.search(text, begin, draft.start)
    if found is None or not any(fold(word) in SAID for word in text[draft.mention[1] : found.start()].split()):
        return draft
    return replace(draft, mention=found.span("who"), cue=found.span("verb"), certainty=0.8)


def _of_those_who_say(text: str, draft: Draft) -> Draft:
    """The draft, given to those of whom its sentence tells that they say it."""
    if draft.mention is None or draft.mention[1] > draft.start:
        return draft
    begin = max(text.rfind("\n", 0, draft.start) + 1, draft.mention[1], draft.start - _READ)
    within = _WHO_SAY_WITHIN.search(text, begin, draft.spans[0][1]) if draft.cue is None else None
    if within is not None and within.start() <= draft.start < within.end():
        spans = ((within.end(), draft.spans[0][1]), *draft.spans[1:])
        return replace(draft, spans=spans, mention=within.span("who"), cue=within.span("verb"), certainty=0.8)
    reach = draft.start + (len("that ") if text.startswith("that ", draft.start) else 0)
    found = _WHO_SAY_BEFORE.search(text, begin, reach)
    if found is None or draft.cue is None or draft.cue[1] > found.end("verb"):
        return draft
    if text[draft.mention[1] : found.start("who")].strip() in ("and", "or"):
        return draft  # "rowers and swimmers who say"
    return replace(draft, mention=found.span("who"), cue=found.span("verb"), certainty=0.8)
