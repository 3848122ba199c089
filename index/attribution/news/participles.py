"""Whose a participle of saying is: of the sentence's subject, and not of the rule that tells how something is done."""

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
