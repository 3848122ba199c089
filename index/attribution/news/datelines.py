"""The place, the day and the agency that a report opens with, which the tagger takes for who speaks, or for a part of
it: "Norport, Sep 30 (PTI) Mayor Jane Roe said", "KARSTBURG: Jane Roe has said"."""

from __future__ import annotations

import re

from index.attribution.news.contents import Content
from index.language.outlets import AGENCIES, NEWS_AGENCIES
from index.language.verbs import SAID
from index.model import Span
from index.names.parse import fold
from index.names.roles import is_role_word

FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us|you|You|your)\b")
_PLACE_DASH = re.compile(r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)?\s[-–—]\s(?=[^\W\d_a-z])")
_HEADLINE = 400  # characters above the first paragraph
# "Congress leader Jane Roe on Friday warned"
_OFFICE_AND_NAME = (
    r"(?:(?:[\w’'-]+\s){0,5}?(?P<office>[a-z][a-z-]+)\s)?(?:[^\W\d_a-z][\w.’'-]*\s){1,7}?[^\W\d_a-z][\w’'-]*"
)
_NAME_TELLS = re.compile(
    rf"(?P<name>{_OFFICE_AND_NAME})\s(?:on\s\w+day\s|today\s|yesterday\s|has\s|also\s)*(?P<verb>[a-z]+)\s"
)
# "Survivors of the fire said", "A student told reporters that", "A survivor described how": no name, up to the words
_SOMEBODY_TELLS = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’'-]*(?:\s(?!who\b|which\b|that\b|and\b|but\b|when\b|after\b|as\b)[\w’'-]+){0,7}?)"
    r"\s(?:(?:on\s\w+day|today|yesterday|has|have|had|also)\s){0,2}"
    rf"(?P<verb>{'|'.join(sorted(SAID))}|describ(?:ed|es?)(?=\show\b))\s(?:(?<=told\s)(?:[\w’'-]+\s){{1,4}}?that\s)?"
)
_SMALL = len("that ")  # characters between such a verb and the words
_NAME_BEHIND = re.compile(r"(?P<name>[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,9}?)(?: (?:has|have|had|also))*\s*$")
_NAME_FIRST = re.compile(rf"(?P<name>{_OFFICE_AND_NAME})(?=\s[a-z])")
# "Norport, Sep 30 (PTI) ", at the head of a line: where and when a report was written, and for which agency
_OF_AGENCY = re.compile(
    r"(?:^|(?<=\n))[^\W\d_a-z][^:;“”\"\n]{0,70}?(?P<dated>[ ,]\d{1,2}(?:, ?\d{4})?,? )?"
    r"\((?P<agency>[^\W\d_a-z][\w.&-]*)[^()\n]{0,20}\):?\s*[-–—]*\s*(?=[^\W\d_a-z])"
)
# "In Port Halden, ", before whoever speaks there
_PREPOSITION = r"(?:In|At|From|Outside|Near|Across)"
_IN_PLACE = re.compile(
    rf"{_PREPOSITION} (?:the )?(?:[^\W\d_a-z][\w’'-]*)(?: [^\W\d_a-z][\w’'-]*){{0,2}}, "
    r"(?=(?:[Tt]he|[Aa]n?) [\w-]|[^\W\d_a-z][\w’'-]* [^\W\d_a-z])"
)
_OPENS_SENTENCE = re.compile(rf"(?:^|\n\s{{0,8}}|[.!?]['”’\"]? )(?=(?:{_PREPOSITION} )?$)")
_OPENING = 20  # characters


def behind_dateline(text: str, mention: Span, cue: Span | None, content: Content) -> Span:
    """Who speaks behind the place that a report or a sentence opens with, which the tagger took: "KARSTBURG: Jane Roe
    has said", "In Karst, the mediator for the bloc, former minister Jane Roe, said"."""
    label = text[slice(*mention)]
    opening = _OPENS_SENTENCE.search(text, max(0, mention[0] - _OPENING), mention[0])
    placed = _IN_PLACE.match(text, opening.end(), mention[1]) if opening is not None else None
    if placed is not None:
        return placed.end(), mention[1]
    placed = _PLACE_DASH.match(text, *mention)
    if placed is not None and (mention[0] == 0 or text[mention[0] - 1] == "\n"):
        return placed.end(), mention[1]  # "Durban - Jane Roe said"
    if cue is None or not label.isupper() or not _leads(text, mention):
        return mention
    who = _NAME_BEHIND.match(text, mention[1] + 2, cue[0]) or _NAME_FIRST.match(text, mention[1] + 2, cue[0])
    inside = who is not None and content.start < who.end("name") <= content.end
    return who.span("name") if who is not None and not inside else mention


def _leads(text: str, mention: Span) -> bool:
    """Whether a place stands before a colon at the head of the text, or of the first paragraph below its headline."""
    start, end = mention
    if start > _HEADLINE or text[end : end + 2] != ": ":
        return False
    above = text[:start].strip()
    return not above or (text[start - 1] == "\n" and "\n" not in above)


def is_dateline(text: str, mention: Span, content: Content) -> bool:
    """Whether the place of a report leads to what it tells: "KATHMANDU: Lawmakers raised …", at the top alone."""
    label = text[slice(*mention)]
    if not _leads(text, mention):
        return False
    alone = text[mention[1] : content.start].strip() == ":"
    if not alone and not label.isupper():
        return False
    told = label.isupper() or (label[:1].isupper() and " " not in label)
    return told and text.count(label) == 1 and not FIRST_PERSON.search(text, content.start, content.end)


def told_behind(text: str, mention: Span, content: Content) -> re.Match[str] | None:
    """Who stands behind the place and says what the tagger gave to it: "PETALING JAYA: Jane Roe said", "MULTAN: A
    student said"."""
    found = _NAME_TELLS.match(text, mention[1] + 2, content.end)
    known = found is not None and found["verb"] in SAID and (not found["office"] or is_role_word(found["office"]))
    if found is None or not known:
        found = _SOMEBODY_TELLS.match(text, mention[1] + 2, content.end)
    return found if found is not None and found.end() + _SMALL >= content.start else None


def past_agency(text: str, start: int, end: int) -> int:
    """Where a mention begins that the tagger drew over the dateline before it."""
    found = _OF_AGENCY.match(text, text.rfind("\n", 0, start) + 1, end)
    if found is None or not start < found.end() < end:
        return start
    return found.end() if found["dated"] or fold(found["agency"]) in AGENCIES | NEWS_AGENCIES else start
