"""Whose words a text prints: "The Courier gives his words in full. “…”" is his, and never the Courier's."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.drafts import Draft, Speech
from index.language.acts import PRINTED, PRINTS
from index.language.english import ABBREVIATED
from index.language.roles import HONORIFICS
from index.language.stances import all_forms
from index.names.parse import fold

_REACH = 200  # characters before a quotation in which the sentence stands
_LAST = re.compile(r"(?:^|(?<=\n)|(?P<word>[\w’'-]*)[.!?][”\"’']?\s+)(?P<sentence>[^.!?\n]*[.:])\s+[“\"‘']?$")
_WHOSE = re.compile(
    r"\b(?:(?P<pronoun>[Hh]is|[Hh]er|[Tt]heir)"
    r"|(?P<owner>[Tt]he (?:[a-z][\w-]+ ){0,2}[a-z][\w-]+|[^\W\d_a-z][\w.-]*(?: [^\W\d_a-z][\w-]*){0,3})['’]s?)"
    rf" (?:[a-z]+ ){{0,2}}(?:{'|'.join(sorted(PRINTED))})\b"
    rf"|\b(?:{'|'.join(sorted(PRINTED))}) (?:sent )?(?:from|by) "
    rf"(?P<sender>[^\W\d_a-z][\w.-]*(?: [^\W\d_a-z][\w-]*){{0,3}})"
)
_PRINTS = all_forms(PRINTS) | {"gave", "ran"}
_FOLLOW = re.compile(
    r"\b(?:in full|verbatim|word for word|below|as follows|follows?|followed|here (?:is|are)|reads?)\b"
    r"|\b(?:was|were|is|are) (?:[a-z]+ )?(?:shown|read|played|displayed|produced|relayed)\b[^:]*:$",  # to a court
    re.IGNORECASE,
)


def whose_words(text: str, draft: Draft, speech: Speech) -> Draft:
    """A quotation behind a sentence that tells whose words are printed next is of that one."""
    if _named_behind(text, draft) or not speech.quoted(draft.start, draft.end):
        return draft
    begin = max(0, draft.start - _REACH)
    last = _LAST.search(text, begin, draft.start)
    if last is None or fold(last["word"] or "") in ABBREVIATED | HONORIFICS:
        return draft
    start, end = last.span("sentence")
    whose = _WHOSE.search(text, start, end)
    if whose is None:
        return draft
    prints = any(fold(word) in _PRINTS for word in text[start : whose.start()].split())
    if not prints and not _FOLLOW.search(text, start, end):
        return draft
    mention = whose.span(whose.lastgroup or "owner")
    return replace(draft, mention=mention, cue=None, certainty=1.0)


def _named_behind(text: str, draft: Draft) -> bool:
    """Whether the paragraph itself tells who says it: "…,” Roe said"."""
    if draft.mention is None or draft.cue is None or draft.mention[0] < draft.end:
        return False
    return "\n" not in text[draft.end : draft.mention[0]]
