"""Who says it where something else stands nearer to the verb than its subject: a rule by which somebody acts, a
clause that tells when."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.drafts import Draft

# "as mandated by the Rules of Procedure", up to the rules
_ACCORDS = re.compile(
    r"\bas (?:mandated|required|provided(?: for)?|stipulated|enshrined|prescribed|directed|dictated|demanded|envisaged"
    r"|permitted|allowed|laid down|set out|contained) (?:by|in|under) $"
)
_SUBJECT = re.compile(
    r"(?P<name>(?:An?|The) [a-z]+(?= (?:led|headed|chaired) by )"
    r"|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,6}) [a-z]"
)
_WHO_WHEN = re.compile(
    r"(?P<who>(?:[Tt]he|[Aa]n?) (?:(?!(?:of|for|to|by|the) )[\w’'-]+ ){0,4}[a-z][\w-]+"
    r"|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,5}),? who,? (?:when|while|as|after|before|once)"
    r" (?:[^.,;:“”\"\n]{0,60} (?:was|were|been) [^.,;:“”\"\n]{0,30}by )?$"
)
_REACH_BACK = 160  # characters
_REACH = 40  # characters before a mention
_SENTENCE = 300


def of_subject(text: str, draft: Draft) -> Draft:
    """The draft, given to the name that opens its sentence, where a rule stands between it and the participle: "Roe
    signed it as mandated by the charter, saying"; to nobody where no name opens it."""
    if draft.mention is None or draft.cue is None or not text[slice(*draft.cue)].endswith("ing"):
        return draft
    start, end = draft.mention
    if draft.cue[0] < end or not _ACCORDS.search(text, max(0, start - _REACH), start):
        return draft
    stop = text.rfind(". ", 0, start)
    begin = max(text.rfind("\n", 0, start) + 1, stop + 2 if stop >= 0 else 0, start - _SENTENCE)
    subject = _SUBJECT.match(text, begin, start)
    return replace(draft, mention=subject.span("name") if subject is not None else None)


def of_antecedent(text: str, draft: Draft) -> Draft:
    """The draft, given to whom "who" means where a clause stands between: "the commissioner who when the case was told
    of last month said"."""
    if draft.mention is None or draft.cue is None or draft.cue[0] <= draft.mention[1] + 1:
        return draft
    found = _WHO_WHEN.search(text, max(0, draft.mention[0] - _REACH_BACK), draft.mention[0])
    return draft if found is None else replace(draft, mention=found.span("who"))
