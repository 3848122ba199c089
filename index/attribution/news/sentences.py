"""Sentences that are told behind their last comma, said whole: with the subject that the tagger left out, and without
what the teller does next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.news.drafts import Draft, Speech
from index.language.english import AUXILIARIES, BE
from index.language.verbs import SAID, is_doing, is_telling

_SAYS = "|".join(sorted(SAID))
# ", said Jane Roe" and ", the harbour office said", behind the sentence
_TELLS = re.compile(
    rf", (?:(?P<verb>{_SAYS}) (?:[^\W\d_a-z]|the |an? )|(?:[^\W\d_a-z]|the |an? )[^,;:.“”\"\n]{{0,80}} (?:{_SAYS})\b)"
)
# "Workers are cleaning and", up to the words: a subject, and its verb where that is not among them
_SUBJECT = re.compile(
    r"(?:^|(?<=\n)|(?<=[a-z0-9)][.!?] )|(?<=[.!?][”\"] ))(?:(?:But|And|Yet|So) )?"
    r"(?P<whole>[^\W\d_][\w’'-]*(?: [\w’'-]+){0,7}) $"
)
_REACH = 90  # characters of such a subject
_VERBS = BE | AUXILIARIES
_AND = " and "


def whole_sentences(text: str, drafts: Sequence[Draft], speech: Speech) -> list[Draft]:
    """The drafts with such sentences whole, and without those that are a part of one."""
    out: list[Draft] = []
    who = {draft.mention: draft for draft in drafts if draft.mention is not None}
    for draft in drafts:
        if any(a <= draft.start and draft.end <= b and one.cue == draft.cue for (a, b), one in who.items()):
            continue  # "“…”, claimed the tenants": who says it
        if out and _goes_on(text, out[-1], draft):
            continue
        start = _begin(text, draft, speech)
        if start < draft.start:
            while out and out[-1].start >= start:
                out.pop()
            if not out or out[-1].end <= start:
                draft = replace(draft, spans=((start, draft.spans[0][1]), *draft.spans[1:]))
        out.append(draft)
    return out


def _begin(text: str, draft: Draft, speech: Speech) -> int:
    """Where a sentence begins of which the tagger left the subject out: "Workers | are cleaning it, said Roe"."""
    start, end = draft.spans[0]
    first = text[start:end].split(None, 1)[0]
    if draft.cue is None or draft.cue[0] < draft.end or speech.quoted(start, end) or not first.islower():
        return start
    found = _SUBJECT.search(text, max(0, start - _REACH), start)
    if found is None or not _TELLS.match(text, draft.end):
        return start
    front = [word.lower() for word in found["whole"].split()]
    verbless = first in _VERBS and not any(word in _VERBS or word in SAID for word in front)
    halved = front[-1].endswith("ing") and any(word in BE for word in front) and not SAID.intersection(front)
    return found.start("whole") if verbless or halved else start


def _goes_on(text: str, last: Draft, draft: Draft) -> bool:
    """Whether a piece is what its teller does next: "…, the bank said and cut its forecast"."""
    start, end = draft.spans[0]
    if draft.cue is None or draft.cue != last.cue or not last.end <= draft.cue[0] < start:
        return False
    words = text[draft.cue[1] : end].split()
    joined = text.startswith(_AND, draft.cue[1]) and start <= draft.cue[1] + len(_AND)
    does = len(words) > 1 and (is_doing(words[1]) or words[1].endswith("ed")) and not is_telling(words[1])
    return joined and does
