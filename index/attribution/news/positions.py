"""What somebody hopes, supports, opposes, expects or plans: positions, which nobody says in so many words.

"Roe supports the bridge", "Lind is expected to back it", "Quill, who opposes the toll, …". Precision comes first: the
subject is a name, a body or "he" and "she" at the head of its sentence, or a name before ", who"; what is said in
quotation marks or told by somebody else is left alone. The verbs are lists of `index/language/positions.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from index.attribution.news.contents import trim
from index.attribution.news.drafts import Draft
from index.attribution.news.entities import Cast
from index.attribution.news.occurrences import Occurrence
from index.attribution.news.quotes import OUTSIDE
from index.language.english import AUXILIARIES, LITTLE_WORDS
from index.language.positions import (
    ATTACKS,
    AWAITED,
    CLAUSES,
    CONCERNS,
    ENDS_BARE,
    GRAVE,
    LEANINGS,
    NO_OBJECT,
    PLANS,
    POSITIONS,
    SHADES,
    SIDES,
    SOUGHT,
)
from index.language.roles import HONORIFICS, RANKS
from index.model import Span
from index.names.kinds import kind_of
from index.names.parse import fold
from index.names.roles import is_role_word
from index.splitting.sentences import sentences

SURE = 0.8  # the confidence of a position that the rules find
_LONGEST = 320  # characters of what somebody is for
_BEFORE_NAME = 8  # words of an office before a name


def _any(some: Sequence[str] | frozenset[str]) -> str:
    return "(?:" + "|".join(sorted(some, key=len, reverse=True)) + ")"


def _forms(verbs: frozenset[str]) -> frozenset[str]:
    """The present and past forms of regular verbs that have a subject in the singular."""
    forms: set[str] = set()
    for verb in verbs:
        past = verb + "d" if verb.endswith("e") else verb + "ned" if verb == "plan" else verb + "ed"
        forms |= {verb + "s", past}
    return frozenset(forms)


_NOT = r"(?:do|does|did|has|have|had|will|would|could)(?:n['’]t|\s+not)?"
_SHADE = rf"(?:(?:{_any(SHADES)}|{_NOT})\s+){{0,4}}"
_VERB = re.compile(
    rf"(?P<cue>{_SHADE}(?:(?P<verb>{_any(_forms(POSITIONS))}|(?:{_NOT}\s+){_SHADE}{_any(POSITIONS)})"
    rf"|(?:is|was|remains|remained)(?:n['’]t|\s+not)?\s+{_SHADE}{_any(LEANINGS)}"
    rf"|(?:(?:has|have|had)\s+(?:also\s+)?)?(?:raise|voice|express)(?:s|d|es|ed)\s+(?:(?:an|the|{_any(GRAVE)})\s+)?{_any(CONCERNS)}\s+(?:over|about)"
    rf"|{_any(ATTACKS)}"
    r"|(?:(?:has|have|had|also)\s+)*(?:calls?|called)\s+for(?=\s(?!(?:back-?up|help|assistance|an?\sambulance)\b))"
    r"|(?:(?:has|have|had|also)\s+)*(?:pleaded|pled|pleads?)(?=\s(?:not\s)?guilty\b)"
    r"|(?:(?:has|have|had|also)\s+)*(?:committed|undertook|undertaken)\s+to(?=\s(?!(?:the|an?|his|her|its|their)\s)[a-z]{3,}\s)"
    rf"|(?:(?:has|have|had|also)\s+)*sought\s+(?:(?:an?|the|some)\s+)?(?:[a-z]+\s+)?{_any(SOUGHT)}\s+(?:on|about|over|regarding|as\s+to)"
    rf"|(?:is|was|are|were)\s+(?:also\s+|widely\s+)?expected\s+to\s+(?P<awaited>{_any(AWAITED)})(?:\s+(?:for|against))?))"
    r"(?=\s)"
)
_APPOSITION = re.compile(r"(?:,[^,.;:\n“”\"]{2,80},)?\s*$|,?\s+who\s+$")
_WHERE = re.compile(r"\son\s(?:Facebook|Twitter|Instagram|TikTok|X|social\smedia|[A-Z][a-z]+day)$")
_PRONOUN = re.compile(r"(?:He|She)\s+$")
_OPENING = re.compile(r"(?:(?:And|But|Still|However|Meanwhile|Yet|On [A-Z]\w+day),?\s+)?")
_ASKED = re.compile(r"[^.!?\n]{0,200}\?")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BUT = (
    r"\sbut\s(?=(?:[A-Z]\w+|he|she|they|the\s\w+)\s)"
    r"|\sand\s(?:also\s)?(?=(?:asked|said|told|called|urged|warned|added|wondered|stressed|noted)\s)"
)
_ENDS = rf"{_BUT}|\s(?:{_any(ENDS_BARE)})\s|\s[–—-]+\s|[;:“”\"(]|\n|(?<=[a-z]{{3}}[.!?])\s+(?=[A-Z])"
_CLAUSE = re.compile(
    rf",\s+(?:{_any(CLAUSES)}\b|and\s+(?:he|she|they|has|have|is|was|said|says|will|would)\b|\w+ing\b)|{_ENDS}"
)
_ASIDE = re.compile(rf",\s|{_ENDS}")  # of "Roe, who supports the bridge, left"


def positions_in(cast: Cast, state: bytes | bytearray, said: Sequence[Span]) -> list[Draft]:
    """Drafts of the positions of a text, in order; `said` is what statements hold already."""
    taken = sorted(said)
    starts = [a for a, _ in taken]
    found: list[Draft] = []
    for start, end in _sentences(cast.text):
        if cast.text[end - 1] == "?":
            continue
        for draft in _in_sentence(cast, start, end):
            at = bisect_right(starts, draft.end) - 1
            clash = any(a < draft.end and draft.spans[0][0] < b for a, b in taken[max(0, at - 2) : at + 1])
            quoted = any(state[place] != OUTSIDE for place in (draft.start, (draft.cue or draft.spans[0])[0]))
            if not clash and not quoted:
                found.append(draft)
    return found


def is_position(text: str, cue: Span) -> bool:
    """Whether a cue tells what somebody is for, and not what somebody says: "hopes", "strongly supports"."""
    words = [match.group().lower() for match in _WORD.finditer(text, *cue)]
    verbs = [word for word in words if word in _FORMS]
    rest = [word for word in words if word not in _FORMS]
    return bool(verbs) and all(word in LITTLE_WORDS | SHADES | AUXILIARIES or word.endswith("n’t") for word in rest)


def in_question(text: str, place: int) -> bool:
    """Whether the sentence that goes on at `place` is a question: "Does Roe support the bridge?"."""
    return _ASKED.match(text, place) is not None


_FORMS = _forms(POSITIONS) | POSITIONS


def _sentences(text: str) -> Iterator[Span]:
    place = 0
    for line in text.split("\n"):
        if _VERB.search(line):
            yield from sentences(text, place, place + len(line))
        place += len(line) + 1


def _in_sentence(cast: Cast, start: int, end: int) -> Iterator[Draft]:
    for match in _VERB.finditer(cast.text, start, end):
        mention = _subject(cast, start, match.start())
        if mention is None or not _has_object(cast.text, match, end):
            continue
        aside = cast.text[mention[1] : match.start()].split()[-1:] == ["who"]
        stop = (_ASIDE if aside else _CLAUSE).search(cast.text, match.end(), end)
        content = trim(cast.text, match.end(), min(stop.start() if stop else end, match.end() + _LONGEST))
        where = _WHERE.search(cast.text, *content) if match["cue"] in ATTACKS else None
        content = content if where is None else (content[0], where.start())
        words = cast.text[slice(*content)].split()
        if not words or (len(words) < 2 and not words[0][:1].isupper()):
            continue
        yield Draft((content,), SURE, trim(cast.text, *match.span("cue")), mention, 1.0)
        return


def _subject(cast: Cast, start: int, verb: int) -> Span | None:
    """The name or pronoun that the verb at `verb` belongs to, with the office before it."""
    text = cast.text
    begin = _OPENING.match(text, start, verb)
    first = begin.end() if begin else start
    if _PRONOUN.fullmatch(text, first, verb):
        return first, verb - 1
    for one in reversed(cast.within(start, verb)):
        gap = _APPOSITION.match(text, one.end, verb)
        if gap is None or one.person < 0:
            continue
        if "who" in gap.group().split():
            return one.start, one.end
        return (first, one.end) if _is_office_before(text[first : one.start], one) else None
    subject = text[first:verb].strip()
    body = "," not in subject and len(subject.split()) <= _BEFORE_NAME and subject[:1].isupper()
    return (first, first + len(subject)) if body and kind_of(subject) == "body" else None


def _is_office_before(before: str, one: Occurrence) -> bool:
    """Whether only an office stands between the beginning of the sentence and the name."""
    words = before.split()
    if not words:
        return one.text[:1].isupper()
    if len(words) > _BEFORE_NAME or fold(words[0]) in LITTLE_WORDS - {"the"}:
        return False
    return all(w[:1].isupper() or _is_title(w) or fold(w) in ("the", "former", "of", "for", "and") for w in words)


def _is_title(word: str) -> bool:
    folded = fold(word).strip(",")
    return is_role_word(folded) or folded in HONORIFICS or folded in RANKS


def _has_object(text: str, match: re.Match[str], end: int) -> bool:
    """Whether something stands behind the verb that one can be for or against."""
    after = _WORD.search(text, match.end(), min(end, match.end() + 30))
    if after is None or text[match.end() : after.start()].strip(" \u00a0$€£“"):
        return False
    word, verb = after.group().lower(), (match["verb"] or match["cue"].split()[-1]).lower()
    if any(verb in _forms(frozenset((plan,))) | {plan} for plan in PLANS):
        return word == "to"
    if any(verb in _forms(frozenset((side,))) | {side} for side in SIDES) and word == "to":
        return False
    return word not in NO_OBJECT or " sought " in f" {match['cue']} "  # "sought a timeline on when"
