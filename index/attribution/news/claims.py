"""Claims of others that a sentence names by a noun: "Roe protested Senator Lind's statement that the bridge was shut"
tells what Lind says, and not Roe."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.drafts import Draft, overlap
from index.language.stances import CLAIMED
from index.model import Span
from index.names.parse import fold

_NOUN = "|".join(sorted(CLAIMED))
_WHO = r"(?P<who>[^\W\d_a-z][\w.-]*(?: [^\W\d_a-z][\w.-]*){0,5})"
_OWNER = r"(?P<who>[^\W\d_a-z][\w.-]*(?: [^\W\d_a-z][\w.-]*){0,5}|the (?:[a-z-]+ ){0,3}[a-z-]+)"
_OWNED = re.compile(
    rf"{_OWNER}(?:['’]s|(?<=s)['’]) (?:[a-z-]+ )?(?P<noun>{_NOUN})(?: (?:in|on|at|during) [^,.“”\"\n]{{2,40}})?"
    r" (?:that )?$"
)
_MADE_BY = re.compile(
    rf"(?P<noun>{_NOUN})(?: \w+)? by (?:the )?{_WHO}(?: (?:of|and|for) (?:the )?[^\W\d_a-z][\w-]+){{0,2}}"
    r"(?P<more>, [^\W\d_a-z][\w.-]*(?: [^\W\d_a-z][\w.-]*){1,4},?)?"
    r"(?: \([A-Z]+\))? (?:that )?$"
)
# "Roe's suggestion that the bridge be tolled was dismissed by Lind" is no word of Lind's.
_TURNED_DOWN = re.compile(
    r"(?:(?:has|have|had)\s)?(?:was|were|been|is|are)\s(?:\w+ly\s)?"
    r"(?:criticis|criticiz|dismiss|reject|condemn|denounc|slam|rebuk|refut|rubbish)\w*ed\sby"
)
_CLAIM_OF = re.compile(rf"(?P<who>[^,.;“”\"\n]{{2,60}}?)(?:['’]s|(?<=s)['’]) (?:[a-z-]+ )?(?P<noun>{_NOUN}) that ")
# "recent revelation by Ports Minister, Jane Roe that ", at the head of what somebody is told to be upset by
_OPENS_WITH = re.compile(
    rf"(?:(?:the|an?|his|her|its|their|recent|latest|earlier|public) ){{0,3}}(?P<noun>{_NOUN}) by (?:the )?{_WHO}"
    r"(?:, [^\W\d_a-z][\w.-]*(?: [^\W\d_a-z][\w.-]*){0,4},?)? that "
)
_FEELS = re.compile(r"\b(?:upset|angry|furious|unhappy|dismayed|shocked|outraged|disturbed|alarmed|infuriated)\b")
_FOR_SAYING = re.compile(r"for [a-z]+ing")
# "sought to defend herself against accusations that she had misled them"
_AGAINST = re.compile(r"\b(?:against|amid|despite|over|facing)$")
_ACCUSED = re.compile(rf"(?:the )?(?:{_NOUN})\b")
_NEAR = 2  # characters between a verb and what it disputes: "denied allegations by Roe that"
_READ = 140  # characters before the words


def claimed(text: str, draft: Draft) -> Draft | None:
    """The draft, given to whose claim it is; None where somebody only is blamed "for accusing" others."""
    if draft.cue is not None and draft.end <= draft.cue[0] and _TURNED_DOWN.fullmatch(text, *draft.cue):
        owned = _CLAIM_OF.match(text, draft.start, draft.end)
        if owned is None:
            return None
        kept = ((owned.end(), draft.end),)
        return replace(draft, spans=kept, mention=owned.span("who"), cue=owned.span("noun"), certainty=0.8)
    opens = _OPENS_WITH.match(text, *draft.spans[0])
    disputed = draft.cue is not None and draft.start - _NEAR <= draft.cue[1] <= draft.start
    disputed = disputed and draft.cue is not None and _FEELS.search(text, *draft.cue) is None
    if opens is not None and draft.mention is not None and not disputed:
        kept = ((opens.end(), draft.spans[0][1]), *draft.spans[1:])
        who = (opens.start("who"), opens.end() - len(" that "))
        return replace(draft, spans=kept, mention=who, cue=opens.span("noun"), certainty=0.8)
    if draft.mention is None or draft.mention[1] > draft.start:
        return draft
    blamed = draft.cue is not None and _AGAINST.search(text, *draft.cue) and _ACCUSED.match(text, draft.start)
    if draft.cue is not None and (blamed or _FOR_SAYING.fullmatch(text, *draft.cue)):
        return None
    reach = draft.start + (len("that ") if text.startswith("that ", draft.start) else 0)
    begin = max(0, text.rfind("\n", 0, draft.start), draft.start - _READ)
    found = _OWNED.search(text, begin, reach) or _MADE_BY.search(text, begin, reach)
    if found is None or overlap(found.span("who"), draft.mention):
        return draft
    who, name = found.span("who"), found.groupdict().get("more")  # "Ports Minister, Jane Roe"
    who = (who[0], found.end("more") - name.endswith(",")) if name else who
    return replace(draft, mention=who, cue=found.span("noun"), certainty=0.8)


def is_claim(text: str, cue: Span | None) -> bool:
    """Whether a cue is a noun for what somebody claims, beside whoever the sentence is about."""
    return cue is not None and fold(text[slice(*cue)]) in CLAIMED
