"""Where words that are told begin and end: not with whom they are told to, nor with the first words of what follows."""

from __future__ import annotations

import re
from dataclasses import replace

from index.attribution.news.drafts import Draft, Speech, overlap
from index.language.bodies import HEARERS, TOLD
from index.language.calendar import MONTHS
from index.language.english import CALENDAR
from index.model import Span
from index.names.parse import fold

# "told the judge Hope had attended": the judge is told it, and Hope had attended.
_HEARER = re.compile(
    rf"(?:the |an? )?(?:(?:{'|'.join(sorted(TOLD - HEARERS))}) (?!members|officials|staff)"
    rf"|(?:{'|'.join(sorted(HEARERS))}) (?!officials))"
    r"(?=(?:that|he|she|they|it|we|I|his|her|their|there|the|staff|people|children|[A-Z][\w’'-]+|[a-z]+s) )"
)
# "told the court when he asked the clerk", up to what the tagger took
_TOLD_CLAUSE = re.compile(
    rf"\s(?:the |an? )?(?:{'|'.join(sorted(TOLD))}) (?P<clause>(?:when|while|after|before|if|as|because) [^.!?“”\"\n]*)"
)
_TELLER = re.compile(r"(?P<who>He|She|[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,5}) $")
_TELLER_REACH = 80
_ADDRESSED = re.compile(r"(?:him|her|them|me|us|you|reporters|police),\s[“\"‘]")  # "informed him, “there were threats"
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|will|would|can|could|should|must|may|might|does|do|did|[a-z]+n['’]t"
    r"|(?:he|she|it|they|we|I|you)['’](?:s|re|m|ve|ll|d))\b"
)
_I_OR_WE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b(?![.’'])")
_SAYS = re.compile(r"\b(?:said|says|told|tells|added|adds|asked|stated|explained)\b")
_NARRATES = re.compile(r",?\s(?:so|and|but|as|while|when|after|before|because)(?:$|\s(?!that\b|to\b))")
_LOOSE_END = re.compile(
    r"(?:[,;]? (?:(?:and|but) (?:was|were|is|are|has|had)|and|but|or|which|who|whom|whose|at|in|on|of|to|as|by|for|with"
    r"|from|the|a|an|while|all while|because|during|amid))+$"
)
_MONTH_AT_END = re.compile(rf"\b(?:{'|'.join(map(str.title, MONTHS))})$")
_DAY_BEHIND = re.compile(r" \d{1,2}(?:st|nd|rd|th)?\b(?:,? (?:last year|this year|\d{4}))?")
_TIME_LEFT = re.compile(  # "not to return a day after the union met": when, and not what
    r" (?:an?|one|two|three|four|five|six|\d+|several|(?:a few)|just a) (?:minute|hour|day|week|month|year)s?$"
)
_DONE_BY = re.compile(r", [a-z]+(?:ed|en)(?P<by> by)?$")  # "profit fell, weighed | by costs"
_LOOSE_PART = re.compile(r"(?<=[a-z]{3}[-–—])an?$")  # "the release of containers-an accusation that"
_NAME_GOES_ON = re.compile(r"(?: [^\W\d_a-z][\w’-]+)+(?<!['’]s)")
_LAST_WORD = re.compile(r"(?P<word>[^\W\d_a-z][\w’-]*)$")
_HOUR = re.compile(r"(?:\b(?:around|about|at|by|before|after|since|until) )?\b\d{1,2}[:.]$")
# "tells Harbour TV reporter Jane | Person closing it is hard"
_TO_REPORTER = re.compile(r"\b(?:reporter|correspondent|journalist|presenter|host) [^\W\d_a-z][\w’'-]+ $")
_SURNAME = re.compile(r"[^\W\d_a-z][\w’'-]+ ")
# "said | under their pact with | the state, the pay would come"
_FRONTED = re.compile(
    r" (?:under|despite|after|before|during|because of|given|with|without|in|at)"
    r" [^.,;:“”\"\n]{2,50} (?:with|of|to|by|for|from|in) "
)
_APOSTROPHES = ("'", "’")
_HEARER_BETWEEN = 25  # characters between a verb and a quotation: "told me, “"
_LEAST = 3  # words that are left


def trimmed(text: str, draft: Draft, speech: Speech) -> Draft:
    """The draft without a hearer in front of its words and without words of the next clause behind them; a name that
    it ends in is whole. Quotations stay as they are marked."""
    draft = _after_names(text, _whole_told(text, draft))
    spans = list(draft.spans)
    start, end = spans[0]
    if draft.cue is not None and text[slice(*draft.cue)].endswith("told") and 0 <= start - draft.cue[1] <= 1:
        hearer = _HEARER.match(text, start, end)
        if hearer is not None and len(text[hearer.end() : end].split()) >= _LEAST:
            spans[0] = (hearer.end(), end)
    addressed = _ADDRESSED.match(text, *spans[0])
    if addressed is not None and draft.cue is not None and draft.cue[1] <= start:
        spans[0] = (addressed.end(), spans[0][1])
    spans[0] = (_beginning(text, *spans[0]), spans[0][1])
    if len(spans) == 1 and not speech.quoted(*spans[0]):
        spans[0] = (_from_the_start(text, draft, *spans[0]), spans[0][1])
    if len(spans) == 1 and (closed := _whole_clause(text, draft, *spans[0])):
        spans[0] = (spans[0][0], closed)
    start, end = spans[-1]
    if not speech.quoted(start, end) and text[end : end + 1] not in '“"‘':
        spans[-1] = (start, _end(text, draft, start, end))
    return replace(draft, spans=tuple(spans)) if tuple(spans) != draft.spans else draft


def _whole_told(text: str, draft: Draft) -> Draft:
    """The draft from the clause on with which its words begin: "Roe told the court when he asked the clerk …", and of
    who told it."""
    if draft.cue is None or not text[slice(*draft.cue)].endswith("told") or draft.mention is None:
        return draft
    start, end = draft.spans[0]
    clause = _TOLD_CLAUSE.fullmatch(text, draft.cue[1], start) if draft.cue[1] < start else None
    if clause is None or text.startswith("that ", start) or clause["clause"].endswith("that "):  # "after they met that"
        return draft
    who = _TELLER.search(text, max(0, draft.cue[0] - _TELLER_REACH), draft.cue[0])
    inside = draft.cue[1] <= draft.mention[0] < start
    if inside and who is None:
        return draft
    mention = who.span("who") if inside and who is not None else draft.mention
    return replace(draft, spans=((clause.start("clause"), end), *draft.spans[1:]), mention=mention)


def _after_names(text: str, draft: Draft) -> Draft:
    """The draft without the surname of the reporter who is told it, and with the phrase that its words begin with."""
    start, end = draft.spans[0]
    if draft.cue is None or draft.cue[1] > start:
        return draft
    surname = _SURNAME.match(text, start, end)
    if surname is not None and _TO_REPORTER.search(text, max(0, start - _TELLER_REACH), start):
        return replace(draft, spans=((surname.end(), end), *draft.spans[1:]))
    fronted = _FRONTED.fullmatch(text, draft.cue[1], start)
    if fronted is not None and text.find(", ", start, end) >= 0 and _SAYS.fullmatch(text, *draft.cue):
        return replace(draft, spans=((draft.cue[1] + 1, end), *draft.spans[1:]))
    return draft


def is_narration(text: str, draft: Draft, speech: Speech) -> bool:
    """Whether a piece of its own only goes on behind a whole clause that was quoted: "said “the sea is too high” so the
    ferry stayed"."""
    start, end = draft.spans[0]
    if draft.cue is None or draft.cue[1] > start or not _NARRATES.match(text, start - 1, end):
        return False
    marks = text[draft.cue[1] : start].strip()
    quoted = len(marks) > 1 and marks[0] in '"“' and marks[-1] in '"”' and not any(m in marks[1:-1] for m in '"“”')
    return quoted and _FINITE.search(marks) is not None and not speech.quoted(start, end)


def _from_the_start(text: str, draft: Draft, start: int, end: int) -> int:
    """Where words in the first person begin that no mark opens: with their paragraph, where all of it speaks so: "I
    shall go there. I stick to it, Roe said."."""
    row = text.rfind("\n", 0, start) + 1
    before = text[row:start].strip()
    if not before or draft.cue is None or draft.mention is None or min(draft.cue[0], draft.mention[0]) < end:
        return start
    spoken = _I_OR_WE.search(before) and _I_OR_WE.search(text, start, end)
    plain = before[-1] in ".?!" and not any(mark in before for mark in '“”"«»') and not _SAYS.search(before)
    return row if spoken and plain else start


def _whole_clause(text: str, draft: Draft, start: int, end: int) -> int:
    """Where a quotation ends that is a whole clause right behind its verb, and narration goes on: "said “the sea is too
    high” so the ferry stayed"; 0 where it is none, or more is told ("said “the plan” would fail")."""
    if draft.cue is None or not draft.cue[1] <= start <= draft.cue[1] + _HEARER_BETWEEN:
        return 0
    if text[start - 1 : start] not in ('"', "“") or any(mark in text[draft.cue[1] : start - 1] for mark in '"“”.'):
        return 0
    close = min((place for mark in ('"', "”") if (place := text.find(mark, start, end)) >= 0), default=-1)
    if close < 0 or any(mark in text[close + 1 : end] for mark in '"“”'):
        return 0
    return close if _FINITE.search(text, start, close) and _NARRATES.match(text, close + 1, end) else 0


def _beginning(text: str, start: int, end: int) -> int:
    """Where words begin whose bracket, hour or name was cut: "[Coach Roe] was late", "around 6:40 pm they left"."""
    opening, words = text[start - 1 : start], text[start:end]
    for mark, other in ("[]", "()"):
        if opening == mark and other in words.partition(mark)[0]:  # it closes before another one opens
            return start - 1
    hour = _HOUR.search(text, max(0, start - 20), start) if text[start : start + 1].isdigit() else None
    if hour is not None:
        return hour.start()
    if opening == "-" and text[start - 2 : start - 1].isalpha():
        return max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1  # "third-| quarter profits"
    if opening in _APOSTROPHES and words.startswith("s "):
        return max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    return start


def _end(text: str, draft: Draft, start: int, end: int) -> int:
    done = _DONE_BY.search(text, max(start, end - 20), end)
    if (
        done is not None
        and (done["by"] or text.startswith(" by ", end))
        and len(text[start : done.start()].split()) >= _LEAST
    ):
        return done.start()
    loose = _LOOSE_END.search(text, max(start, end - 20), end)
    if loose is not None and len(text[start : loose.start()].split()) >= _LEAST and text[end : end + 1] == " ":
        return loose.start()
    left = _TIME_LEFT.search(text, max(start, end - 20), end)
    if left is not None and text.startswith((" after ", " before "), end) and draft.cue and draft.cue[1] <= start:
        return left.start()
    if (day := _DAY_BEHIND.match(text, end)) is not None and _MONTH_AT_END.search(text, max(start, end - 10), end):
        return day.end()
    part = _LOOSE_PART.search(text, max(start, end - 8), end)
    if part is not None:
        return part.start() - 1
    more = _NAME_GOES_ON.match(text, end)
    if more is None or not _names_on(text, start, end):
        return end
    grown: Span = (end, more.end())
    taken = [span for span in (draft.mention, draft.cue) if span is not None]
    clash = any(overlap(span, grown) for span in taken)
    return end if clash or fold(more.group().split()[0]) in CALENDAR else more.end()


def _names_on(text: str, start: int, end: int) -> bool:
    """Whether the last word of a span is a part of a name: a capital that does not open it."""
    last = _LAST_WORD.search(text, max(start, end - 30), end)
    return last is not None and last.start() > start and fold(last["word"]) not in CALENDAR
