"""Whom "it" and "they" mean by the words right before them, whoever else spoke: a body that has called itself "it",
whose shares rose or fell, or that the sentence before is about; the people who are the subject of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.news.coreference.as_named import body_as_written, thing_that_spoke
from index.attribution.news.coreference.pronouns import Heard
from index.attribution.news.coreference.roles import Roles
from index.attribution.news.coreference.source import Source
from index.attribution.news.entities import Cast
from index.language.acts import FAMILY
from index.language.bodies import COMPANIES, HOUSES, ORGANISATIONS
from index.language.english import CONJUNCTIONS, LITTLE_WORDS
from index.language.verbs import SAID
from index.names.parse import fold
from index.names.roles import are_people, is_role_word

# "Tarn Capital, the owner, said it intended", not "Roe said it was raining"
_CALLS_ITSELF = re.compile(
    rf"[^.;:\n“”\"]{{2,120}}? (?:{'|'.join(sorted(SAID))}) (?:that )?it (?!is\b|was\b|[a-z]+n['’]t\b)[a-z]+\b"
)
# "Shares in Tarn Foods fell on Friday after", up to the "it"
_SHARES_OF = re.compile(
    r"\b(?:[Ss]hares|[Ss]tock) (?:of|in) (?:the )?"
    r"(?P<name>[^\W\d_a-z][\w.&’'-]*(?: (?:[^\W\d_a-z][\w.&’'-]*|&|and|of))*)"
    r" [a-z][^.;:\n“”\"]*\b(?:after|when|as|because|since|once|before) $"
)
# "The Tarn Gallery stayed shut. ", up to the "It"
_ABOUT = re.compile(
    r"(?:^|(?<=\n)|(?<=[a-z0-9)][.!?] ))The (?P<name>(?:[^\W\d_a-z][\w’'-]* (?:(?:of|for|and) )?){1,5}"
    r"(?P<last>[^\W\d_a-z][\w’'-]*)) (?:also )?[a-z][^.;:\n“”\"]*\. $"
)
_BODIES = ORGANISATIONS | COMPANIES | HOUSES
_REACH = 240  # characters before an "it"
_SENTENCE = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][”\"’']?\s+|\n")  # not behind "Mr."
_LONGEST = 300  # characters of a sentence
_FRONT = re.compile(
    r"(?:(?:While|Although|Though|As|When|If|Because|After|Since|But|And|Yet|However,|Meanwhile,) )?"
    r"(?P<who>(?:[Tt]he |[Ss]ome |[Mm]any |[Mm]ost |[Ss]everal |[Oo]ther |A (?:pair|couple|group|number|handful) of )?)"
)
_PLACED = re.compile(r" (?:from|in|at|of|with|near|across) (?:the |an? )?[\w’'-]+(?: [^\W\d_a-z][\w’'-]*){0,3}")
# "Fed up with what ", up to the "they", and what follows it up to the people whom the sentence is about
_MOVED = re.compile(r"(?:^|(?<=\n)|(?<=[.!?] ))[A-Z][a-z]+(?: [a-z]+){1,4} what $")
_WHOM_IT_MOVED = re.compile(
    r"they [a-z]+ [^.;:\n“”\"]{3,120}?, (?P<who>(?:the |some |many |several )?(?:[a-z-]+ ){0,2}(?P<noun>people|[a-z]+s)"
    r"(?: (?:of|from|in|at) (?:the )?[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3})?) [a-z]+"
)
# "Harbour Rowers' Union president Jane Roe": whose officer the sentence is about
_ITS_OFFICER = re.compile(
    r"(?:The )?(?P<name>(?:[^\W\d_a-z][\w’'-]* (?:(?:of|for|and) )?){1,6}?(?P<last>[^\W\d_a-z][\w’'-]*)) "
    r"(?:[a-z]+ ){0,2}?(?P<role>[a-z]+) [^\W\d_a-z]"
)
_GROUP = re.compile(
    r"(?P<who>(?:The |Some |Several |Many |Dozens of |Hundreds of |Thousands of )?"
    r"(?:[A-Za-z][a-z-]* ){0,2}?(?P<noun>[A-Za-z]+s)"
    r"(?: (?:of|from|in|at) (?:the )?[^\W\d_a-z][\w’'-]*(?:,? (?:and )?(?:the )?[^\W\d_a-z][\w’'-]*){0,4})?)"
    r" (?:have |had |also |has )?(?:[a-z]+ed|have|were|are|took|held|went|met|left|came) [^\n]{2,}"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# "The regulator EUSA issued a directive in May. It says": a body by its initials opens the sentence before
_ACTED = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?] ))(?:The (?:[a-z-]+ ){0,3})?(?P<name>[A-Z]{3,6}) (?:has |had )?[a-z]+ed\b"
    r"[^.!?“”\"\n]{3,200}[.!?] $"
)
_LEADING = 3  # words of a description before its noun


def it_by_words(
    cast: Cast, roles: Roles, place: int, heard: Sequence[Heard], unnamed: Sequence[tuple[int, Source]]
) -> Source | None:
    """The body that the "it" at `place` clearly is; None where the words do not tell."""
    text = cast.text
    begin = text.rfind("\n", 0, place) + 1
    shares = _SHARES_OF.search(text, max(begin, place - _REACH), place)
    if shares is not None:
        return Source(shares["name"], certainty=0.8)
    about = _ABOUT.search(text, max(begin, place - _REACH), place)
    if about is not None and fold(about["last"]) in _BODIES and not any(one.place >= about.start() for one in heard):
        return Source(about["name"], certainty=0.8)
    acted = _ACTED.search(text, max(begin, place - _LONGEST), place)
    if acted is not None and not any(one.place >= acted.start() for one in heard):
        return Source(acted["name"], certainty=0.7)
    last = next((one for one in reversed(heard) if one.place < place), None)
    if last is not None and last.person >= 0 and last.place >= begin:
        person = cast.people[last.person]
        if person.gender is None and _CALLS_ITSELF.match(cast.text, last.place, place):
            return Source(person.name, roles.of(last.person), last.person, certainty=0.8)
    ends = [match.end() for match in _SENTENCE.finditer(text, max(0, place - _LONGEST), place)]
    officer = (
        _ITS_OFFICER.match(text, ends[-1] if ends else begin, place) if text.endswith("which ", 0, place) else None
    )
    if officer is not None and fold(officer["last"]) in _BODIES and is_role_word(officer["role"]):
        return Source(officer["name"], certainty=0.7)
    return thing_that_spoke(cast, place, heard[-1].place if heard else -1, unnamed)


def they_before(cast: Cast, place: int, heard: Sequence[Heard]) -> Source | None:
    """The people without a name who open the sentence before the "They" at `place`, where nobody has spoken since and
    it names no other people: "Leaders of the union joined the march. They called for talks"."""
    text = cast.text
    last = max(text.rfind("\n", 0, place), 0)
    end = len(text[:place].rstrip())
    if last + 1 < place and text[last + 1 : place].strip() and text[end - 1 : end] not in (".", "!"):
        return None
    ends = [match.end() for match in _SENTENCE.finditer(text, max(0, end - _LONGEST), end - 1)]
    begin = ends[-1] if ends else 0
    found = _GROUP.match(text, begin, end)
    if found is None or (not ends and end > _LONGEST) or not are_people(found["noun"]):
        return None
    named = any(one.person >= 0 for one in cast.within(begin, place)) or any(one.place >= begin for one in heard)
    others = any(are_people(word.group()) for word in _WORD.finditer(text, found.end("who"), end))
    if named or others or any(mark in text[begin:end] for mark in '“”"'):
        return None
    return replace(body_as_written(found["who"]), certainty=0.6)


def they_by_words(cast: Cast, place: int) -> Source | None:
    """The people without a name who are the subject of the sentence of the "they" at `place`: "Drivers in Norport will
    strike over what they say is poor pay"; None where somebody else stands in between."""
    text = cast.text
    ends = [match.end() for match in _SENTENCE.finditer(text, max(0, place - _LONGEST), place)]
    if not ends and place > _LONGEST:
        return None
    begin = ends[-1] if ends else 0
    moved = _WHOM_IT_MOVED.match(text, place) if _MOVED.search(text, begin, place) else None
    if moved is not None and are_people(moved["noun"]):
        return replace(body_as_written(moved["who"]), certainty=0.6)
    front = _FRONT.match(text, begin, place)
    if front is None or front.end() == place:
        return None
    words = list(_WORD.finditer(text, front.end(), place))
    several = [are_people(word.group()) or fold(word.group()) in FAMILY for word in words]
    group = next((at for at, people in enumerate(several[: _LEADING + 1]) if people), None)
    if group is None or group + 1 >= len(words):
        return None
    if text[words[0].start() : words[group].end()] != " ".join(word.group() for word in words[: group + 1]):
        return None  # "In Norport, drivers"
    behind = words[group + 1].group()
    placed = _PLACED.match(text, words[group].end(), place)
    end = placed.end() if placed is not None else words[group].end()
    plain = text[words[group].end()] == " " and behind.islower() and behind not in CONJUNCTIONS
    row = text[text.rfind("\n", 0, place) + 1 : place]
    spoken = row.count("“") > row.count("”") or row.count('"') % 2 or any(mark in text[begin:place] for mark in '“”"')
    plain = plain and not spoken
    fronts = [fold(re.split(r"['’]", word.group())[0]) for word in words[:group]]
    plain = plain and LITTLE_WORDS.isdisjoint(fronts)
    named = any(one.person >= 0 for one in cast.within(begin, place))
    others = any(people and word.start() >= end for word, people in zip(words, several, strict=True))
    if not plain or is_role_word(behind) or named or others:
        return None
    return replace(body_as_written(text[front.start("who") : end]), certainty=0.6)
