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
# "While the board noted that it was safe, the ferry was not, Jane Roe said", up to who says it
_CONCEDES = re.compile(
    r"(?:Although|Though|Even though|While|Whereas|Because|Since|As(?! for | to )|If|When|Once|Despite|Unless|Until)\b"
    r"[^.!?;:“”\"\n]{10,300}"
)
_SENTENCE = re.compile(r"(?:(?<=[a-z0-9)])[.!?]|[.!?][”\"])\s|\n")
_REACH_OF_SENTENCE = 400  # characters
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
        if (told := _told_whole(text, draft, speech)) is not None:
            while out and out[-1].start >= told.start and out[-1].mention == draft.mention:
                out.pop()
            draft = told if not out or out[-1].end <= told.start else draft
        start = _begin(text, draft, speech)
        if start < draft.start:
            while out and out[-1].start >= start:
                out.pop()
            if not out or out[-1].end <= start:
                draft = replace(draft, spans=((start, draft.spans[0][1]), *draft.spans[1:]))
        out.append(draft)
    return out


def _told_whole(text: str, draft: Draft, speech: Speech) -> Draft | None:
    """The draft with all of the sentence that begins with a subordinate clause and is told by whoever is named at its
    end: the verb of the clause is a part of what is told; None for any other."""
    if draft.mention is None or draft.mention[0] < draft.end or speech.quoted(draft.start, draft.end):
        return None
    begin = max(
        (one.end() for one in _SENTENCE.finditer(text, max(0, draft.start - _REACH_OF_SENTENCE), draft.start)),
        default=0 if draft.start < _REACH_OF_SENTENCE else -1,
    )
    if begin < 0 or _CONCEDES.fullmatch(text, begin, draft.mention[0]) is None:
        return None
    tells = _TELLS.match(text, draft.mention[0] - len(", "))
    if tells is None or tells["verb"] is not None:
        return None
    verb = max(tells.start(), text.rfind(" ", 0, tells.end())) + 1
    return replace(draft, spans=((begin, draft.mention[0] - len(", ")),), cue=(verb, tells.end()))


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
