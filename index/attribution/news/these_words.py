"""Whose a quotation is that stands by itself above a paragraph that tells it: "“We are afraid.”" over "These were the
words of Jane Roe, a rower", "This statement came from a group of rowers on Monday"."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.drafts import Draft

_TELLS_WHOSE = re.compile(
    r"\s*(?:This|That|These|Those|Such)(?: (?:is|are|was|were)(?: the| some of the)?)?"
    r" (?P<noun>statements?|comments?|remarks?|claims?|words?|calls?|views?|sentiments?|warnings?|appeals?|pleas?"
    r"|concerns?|assertions?|revelations?|observations?|declarations?|disclosures?)"
    r"(?P<verb>(?: (?:was|were|is|are|has been|have been|came|comes|come))?(?: (?:made|expressed|voiced|issued|shared"
    r"|uttered|delivered|given))? (?:of|from|by))"
    r" (?P<who>(?:(?:an?|the|one|some|several) )?[^.,;:\n“”\"]{2,120}?)"
    r"(?=,| (?:on|as|who|when|while|yesterday|today|during|in|at|after|following|last|this)\b|\.)"
)
_OPENS = '“"'


def of_these_words(text: str, draft: Draft) -> Draft:
    """The draft, given to whom the paragraph right below its own tells it is of."""
    row = text.rfind("\n", 0, draft.start) + 1
    if text[row : draft.start].strip() not in _OPENS or text[max(row, draft.start - 1)] not in _OPENS:
        return draft
    end = text.find("\n", draft.end)
    if end < 0 or text[draft.end : end].strip(" .,!?”\"’'"):
        return draft
    found = _TELLS_WHOSE.match(text, end)
    if found is None or not found["who"].strip():
        return draft
    return replace(draft, mention=found.span("who"), cue=None, certainty=0.8)
