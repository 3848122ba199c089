"""Pieces of one sentence that belong together, and pieces of narration beside a quotation that do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.news.drafts import Draft, Speech, overlap
from index.language.english import CONJUNCTIONS
from index.language.stances import CLAIMED
from index.language.verbs import SAID, base_form, is_telling
from index.model import Span
from index.names.parse import fold

# "Stepping up his attack, Roe said, “…”"
_OPENING = re.compile(r"[A-Z][a-z]*(?:ing|ed)\b[^.!?“”\"]*")
_SAYS_IN = re.compile(
    r"(?P<says>(?:also |later )?(?:said|says|wrote|writes|added|tweeted|posted|stated)"
    r"(?: (?:in|via|on|through) (?:an?|the|his|her|its|their)(?: [a-z-]+){1,3})?)"
    r" (?P<what>[a-z]+ing)(?: (?:an?|the|his|her))?$"
)
_MARKS = '“”"„«»'
_SENTENCE_END = re.compile(r"[.!?;:\n]")
_DOING = re.compile(r"(?:Using|Holding|Wearing|Carrying|Waving|Showing|Displaying)\b")
# "a beer and drank it", up to a mark
_OBJECT = re.compile(
    r" (?:an?|the|his|her|its|their|my|our) (?!day\b|week\b|month\b|year\b|next\b|following\b)"
    r"(?:(?!(?:is|are|was|were|has|have|will|would)\b)[^.,;:!?“”\"\n]){2,80}(?=[.,;:!?“”\"\n])"
)
_VERB_AT_END = re.compile(r" [a-z]{2,}(?<!ly)(?:ed|ing|took|made|got|gave|held|left|had|has|have)$")
_CHANTS = re.compile(r"\b(?:chants|shouts|cries|jeers|slogans) of [“\"][^”\"\n]{1,80}[”\"],? (?:and |or )[“\"]?$")
_DENIED = re.compile(r"\b(?:denied|denies|denying|rejected|rejects|rejecting|dismissed|dismisses|refuted|refutes)$")
# "the accusations saying ", up to what is said
_CLAIM_SAYING = re.compile(
    rf"(?:(?:the|these|those|any|all|such|his|her|their|its) )+(?:[a-z-]+ ){{0,2}}?(?:{'|'.join(sorted(CLAIMED))})"
    r"(?: (?:against|of|by|from|made) [^,.;:“”\"\n]{2,60}?)?,? (?P<verb>saying|insisting|stating|arguing|claiming) "
)
_REACH = 120  # characters before such words
_LONGEST_GAP = 60  # characters


def one_piece(text: str, draft: Draft, speech: Speech) -> Draft:
    """The draft with the words that the tagger left out within its sentence, and without narration beside a
    quotation."""
    draft = _behind_cue(text, _without_announcement(text, draft))
    return _filled(text, _without_opening(text, draft, speech), speech)


def is_chanted(text: str, draft: Draft) -> bool:
    """Whether words are the second of some that others chant while somebody speaks: "amid chants of “…” and “…,” Roe
    said"."""
    return _CHANTS.search(text, max(0, draft.start - _REACH), draft.start) is not None


def behind_denial(text: str, draft: Draft) -> Draft:
    """The draft of what somebody says against a claim, without the claim: "denied the claims saying the pier is safe"
    tells that the pier is safe."""
    if draft.cue is None or draft.cue[1] > draft.start or _DENIED.search(text, *draft.cue) is None:
        return draft
    found = _CLAIM_SAYING.match(text, *draft.spans[0])
    if found is None or found.end() >= draft.spans[0][1]:
        return draft
    return replace(draft, cue=found.span("verb"), spans=((found.end(), draft.spans[0][1]), *draft.spans[1:]))


def with_verb(text: str, draft: Draft) -> Draft | None:
    """The draft without a cue that opens its sentence with what somebody does ("Using a diary", "Holding a map"); None
    where what it leads to is no quotation."""
    if draft.cue is None or _DOING.match(text, *draft.cue) is None:
        return draft
    if any(is_telling(base_form(fold(word))) for word in text[slice(*draft.cue)].split()):
        return draft  # "Using a crude word to describe"
    quoted = any(mark in text[max(0, draft.start - 2) : draft.end] for mark in _MARKS)
    return replace(draft, cue=None) if quoted else None


def completed(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts whose words the tagger cut before an object ("He then opened | a beer and drank it.") up to the next
    mark, where nothing else begins before it."""
    starts = sorted([one.start for one in drafts] + [one.mention[0] for one in drafts if one.mention is not None])
    starts += [one.cue[0] for one in drafts if one.cue is not None]
    out: list[Draft] = []
    for draft in drafts:
        start, end = draft.spans[-1]
        more = _OBJECT.match(text, end)
        behind = draft.cue is not None and draft.mention is not None and max(draft.cue[1], draft.mention[1]) <= start
        open_end = more is not None and behind and _VERB_AT_END.search(text, start, end) is not None
        if more is not None and open_end and not any(end < one < more.end() for one in starts):
            draft = replace(draft, spans=(*draft.spans[:-1], (start, more.end())))
        out.append(draft)
    return out


def _without_opening(text: str, draft: Draft, speech: Speech) -> Draft:
    """The draft without what its speaker does meanwhile, before the name: "Choking back tears, Roe said, “…”"."""
    if len(draft.spans) == 1 or draft.mention is None or draft.cue is None:
        return draft
    first, second = draft.spans[:2]
    if not first[1] < draft.mention[0] < draft.cue[1] <= second[0] or speech.quoted(*first):
        return draft
    opens = _OPENING.fullmatch(text, *first) is not None and text[first[1] : draft.mention[0]] == ", "
    return replace(draft, spans=draft.spans[1:]) if opens and speech.quoted(*second) else draft


def _behind_cue(text: str, draft: Draft) -> Draft:
    """The draft without the last word of its verb at its beginning: "called on | on the minister to act"."""
    start, end = draft.spans[0]
    if draft.cue is None or text[start : draft.cue[1]] not in ("on", "upon"):
        return draft
    return replace(draft, spans=((draft.cue[1] + 1, end), *draft.spans[1:]))


def _without_announcement(text: str, draft: Draft) -> Draft:
    """The draft without what the document announces in which it was said: "“…,” Roe wrote in a letter announcing the
    closure"."""
    found = _SAYS_IN.fullmatch(text, *draft.cue) if draft.cue is not None else None
    if found is None:
        return draft
    before = tuple(span for span in draft.spans if span[1] <= found.start("what"))
    behind = [text[slice(*span)] for span in draft.spans[len(before) :]]
    if not before or not behind or any(mark in words for words in behind for mark in _MARKS):
        return draft
    return replace(draft, spans=before, cue=found.span("says"))


def _filled(text: str, draft: Draft, speech: Speech) -> Draft:
    """The draft with the words between two of its pieces that stand in one sentence, and tell neither who says it nor
    that it is said."""
    told = [span for span in (draft.mention, draft.cue) if span is not None]
    out: list[Span] = [draft.spans[0]]
    for span in draft.spans[1:]:
        gap = (out[-1][1], span[0])
        words = text[slice(*gap)]
        tells = not SAID.isdisjoint(words.split()) and fold(text[slice(*out[-1])].split()[0]) not in CONJUNCTIONS
        inside = tells or any(overlap(gap, one) for one in told) or len(words) > _LONGEST_GAP
        plain = not _SENTENCE_END.search(words) and not any(mark in words for mark in _MARKS)
        if plain and not inside and not (speech.quoted(*out[-1]) or speech.quoted(*span)):
            out[-1] = (out[-1][0], span[1])
        else:
            out.append(span)
    return draft if len(out) == len(draft.spans) else replace(draft, spans=tuple(out))
