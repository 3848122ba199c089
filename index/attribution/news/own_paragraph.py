"""Whose a quotation is behind a sentence of its own paragraph that only tells of somebody: "Lund laughs. “…”"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.news.drafts import Draft, Speech
from index.language.acts import DOCUMENTS, FIGURES, UNSIGNED
from index.language.mentions import NEVER_NAMES
from index.names.parse import fold

# A sentence or more of prose before a quotation; the last one may open with the name of whom it tells something.
_BEAT = re.compile(
    r"(?:[^\n“”\"]*[.!?]\s+)?"
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){0,2})(?=\s[a-z]+(?:s|ed)\s)"
    r"[^\n“”\".!?]*[.!?]\s+[“\"‘']?"
)
# "Karst Reeve Doug Roe, whose township put money into it, was blunter. “", from the paragraph's beginning
_BLUNTER = re.compile(
    r"(?:[^\n“”\"]*[.!?]\s+)?(?:(?!(?:He|She|They|It)\b)[\w’'&-]+ ){0,6}?"
    r"(?P<name>[^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+)(?:, [^.!?“”\"\n]{3,120},)?"
    r" (?:was|is|were|sounded|seemed|remained) (?:(?:much|far|even|rather|equally|still|less|more|not so) ){0,2}"
    r"(?:blunt(?:er)?|unmoved|unimpressed|scathing|adamant|defiant|dismissive|diplomatic|optimistic|cautious|pessimistic"
    r"|s[ck]eptical|unrepentant|philosophical|furious|angry|relieved|delighted|sanguine|circumspect|emphatic|unequivocal"
    r"|convinced|sure|forthright|critical|worried|of the other camp|of another mind)\b"
    r"[^\n“”\".!?]{0,80}[.!?:]\s+[“\"‘']?"
)

_OPENS = '“"‘'
_MINE = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|[Ww]e|[Oo]ur)\b")


def of_own_paragraph(text: str, draft: Draft, speech: Speech) -> Draft:
    """A quotation behind a sentence in its own paragraph is not of the paragraph before.

    "Lund laughs when I read it to him. “…”" is Lund's, who is told of right before it.
    """
    if draft.mention is None or not speech.quoted(draft.start, draft.end):
        return draft
    begin = text.rfind("\n", 0, draft.start) + 1
    if max(draft.mention[1], draft.cue[1] if draft.cue else 0) > begin or speech.introduced(draft.start):
        return draft
    beat = _BLUNTER.fullmatch(text, begin, draft.start) or _BEAT.fullmatch(text, begin, draft.start)
    if beat is None:
        return draft
    if fold(beat["name"].split()[0]) in NEVER_NAMES:
        return draft
    return replace(draft, mention=beat.span("name"), cue=None, certainty=0.6)


def _is_of_papers(text: str, draft: Draft) -> bool:
    """Whether somebody speaks of himself, and what would say it are figures or a document."""
    mine = _MINE.search(text, draft.start, draft.end) is not None
    found = {fold(word) for word in text[slice(*(draft.mention or (0, 0)))].split()}
    return mine and not found.isdisjoint(DOCUMENTS | UNSIGNED | FIGURES)


def of_who_spoke(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, a quotation whose source would be one of a later paragraph given to who speaks before it in its own:
    "“It was slow,” Roe said. With work scarce, “I never see it coming back” in full." above another's words."""
    out: list[Draft] = []
    for one in drafts:
        begin, end = text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)
        later = one.mention is not None and 0 <= end < one.mention[0]
        if later and one.mention is not None and text[max(0, one.start - 1)] in _OPENS and _is_of_papers(text, one):
            own = [d for d in out if d.mention is not None and d.cue is not None and begin <= d.mention[0] < one.start]
            if own:
                one = replace(one, mention=own[-1].mention, cue=None, certainty=0.7, inherited=True)
        out.append(one)
    return out
