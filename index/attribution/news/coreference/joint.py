"""Several who speak as one: "Jane Roe and Tom Lind said", "Norvania and Karst said in a joint statement"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.news.coreference.pronouns import Heard, last_paragraph, paragraphs_between
from index.attribution.news.entities import Cast
from index.attribution.news.occurrences import Occurrence, is_acronym
from index.language.acts import RELATIVES
from index.language.bodies import ORGANISATIONS, PLACES
from index.language.roles import HONORIFICS, PLURAL_TITLES
from index.names.kinds import plain_body
from index.names.parse import fold
from index.names.roles import is_calling, is_role_word

_AND = re.compile(r",?\s(?:and|&)\s(?:by\s)?")
_SPLIT = re.compile(r",\s(?:and\s|&\s)?|\s(?:and|&)\s")
_JOINT = re.compile(r"^[^.\n]{0,50}\bjoint(?:ly)?\b")
_APART = re.compile(r"^, [^,.;]{3,80}(?:, [^,.;]{3,60})?,(?= and )")  # "Jane Roe, from the museum, and Tom Lind"
_SENTENCE = re.compile(r"(?<=[a-z0-9)])[.!?][”\"’']?\s+(?=[^\W\d_a-z])")
_IN_A_STATEMENT = re.compile(
    r"(?:[Ii]n|[Tt]hrough|[Vv]ia) (?:an?|the|their) (?:[a-z-]+ ){0,3}(?:statement|letter|message|post|interview), "
    r"|(?:Speaking|Reacting|Talking) [^.!?;:“”\"\n]{0,80}, |(?:Yesterday|Later|Afterwards|Today|On [A-Z][a-z]+day),? "
)
_MOST = 8
_LAST_BUT_ONE = 2
# "Jane Roe and Tom Lind, children of Ann Roe and Jo Lind"
_THEIR_KIN = re.compile(
    r", (?:the )?(?:[a-z-]+ )?(?:sons|daughters|children|brothers|sisters|parents|friends|colleagues|members|founders"
    r"|owners) of "
)
_PAIR = 600  # characters before "they" in which both are named
_PLAIN = ORGANISATIONS | {"the", "former", "then"}  # in small letters before a name
_BEFORE_NAME = 6  # words of an office before a name


def people_who_join(cast: Cast, start: int, end: int, first: int) -> tuple[int, ...]:
    """The people who speak with the first one of a mention `[start, end)`, by their numbers in the cast, in order.

    Every one stands at the head of a part of a list that "and" closes, with nothing but an office before the name;
    who is only named beside them ("Jane Roe, a friend of Tom Lind's") is none.
    """
    text = cast.text
    if not _AND.search(text, start, end):
        return ()
    several = _THEIR_KIN.search(text, start, end)
    parts = _parts(text, start, end if several is None else several.start())
    heads = [_head(cast, *part) for part in parts]
    last = len(parts) - 1
    closes = text[slice(*parts[last])].rpartition(" ")[2] == "others" and heads[last - 1] is not None
    if (
        heads[last] is None
        and not closes
        and not (last > 1 and text[parts[last - 1][1]] == "," and heads[last - 1] is not None)
    ):
        return ()  # what "and" adds is nobody by name, nor an office behind a comma
    joint = max(i for i, head in enumerate(heads) if head is not None) if any(heads) else 0
    if joint == 0 or not _listed(text, parts, [head is not None for head in heads], joint):
        return ()
    found = [head.person for head in heads if head is not None and head.person >= 0]
    if first not in found or (found[0] != first and text[parts[0][1]] != ","):
        return ()
    found = found[found.index(first) :]  # not the body of "Chairman Harbour Union, Jane Roe and Tom Lind"
    return tuple(one for one in dict.fromkeys(found[1:]) if one != first)[:_MOST]


def pair_before(cast: Cast, place: int, heard: Sequence[Heard]) -> tuple[int, int] | None:
    """The two people whom "they" at `place` stands for: those who open the sentence before the words as one, or who
    spoke last, as one, in this paragraph or the last.

    "Rabbi Jane Roe and Imam Tom Lind issued an appeal. “…,” they wrote." Nobody else is named in between.
    """
    if (spoke := _pair_that_spoke(cast, place, heard)) is not None:
        return spoke
    begin = max(cast.text.rfind("\n", 0, place) + 1, place - _PAIR)
    if _IN_A_STATEMENT.fullmatch(cast.text, begin, place):
        place = begin  # "In a statement, they said"
    if begin == place:  # the last sentence of the paragraph before
        begin = max(last_paragraph(cast.text, place), place - _PAIR)
        end = cast.text.rfind(".", begin, place)
        begin = max((one.end() for one in _SENTENCE.finditer(cast.text, begin, end)), default=begin)
    here = [one for one in cast.within(begin, place) if one.person >= 0 and not one.quoted]
    if len(here) != 2 or here[0].person == here[1].person:
        return None
    gap = _APART.sub("", cast.text[here[0].end : here[1].start]).split()
    ahead = cast.text[begin : here[0].start].split()
    joined_by_and = gap[:1] == ["and"] and len(gap) <= _BEFORE_NAME and all(_is_title(word) for word in gap[1:])
    opens = len(ahead) <= _BEFORE_NAME and all(_is_title(word) for word in ahead)
    return (here[0].person, here[1].person) if joined_by_and and opens else None


def _pair_that_spoke(cast: Cast, place: int, heard: Sequence[Heard]) -> tuple[int, int] | None:
    last = None
    for last in reversed([one for one in heard if one.place < place]):
        if last.person < 0 or paragraphs_between(cast.text, last.place, place) > 1:
            return None
        if fold(cast.text[last.place : last.place + len("they")]) != "they":
            break
        place = last.place  # "They said … They also said": the two of the first
    if last is None:
        return None
    named = [one for one in cast.within(last.place, min(place, last.place + _PAIR)) if one.person >= 0]
    behind = [at for at, one in enumerate(named) if one.person == last.person][:1]
    if not behind or len(named) < behind[0] + 2:
        return None
    others = people_who_join(cast, last.place, named[behind[0] + 1].end, last.person)
    return (last.person, others[0]) if len(others) == 1 else None


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    at = start
    for cut in _SPLIT.finditer(text, start, end):
        out.append((at, cut.start()))
        at = cut.end()
    return [part for part in (*out, (at, end)) if not text[slice(*part)].isdigit()]  # "Jane Roe, 41, Tom Lind, 29, and"


def _head(cast: Cast, start: int, end: int) -> Occurrence | None:
    """The name at the head of a part, with nothing but an office before it."""
    for one in cast.within(start, end):
        if one.person < 0 and one.end < end:
            continue  # "Rowers' Union president Jane Roe"
        before = cast.text[start : one.start].split()
        plain = all(word[:1].isupper() or fold(word) in _PLAIN or _is_title(word) for word in before)
        plain = plain or (before[0] in ("his", "her", "their") and fold(before[-1]) in RELATIVES)
        plain = plain or is_role_word(fold(before[-1]))  # "hospital association head Jane Roe"
        plain = plain or (_is_title(before[-1]) and "of" not in before)  # "senior lawyers Jane Roe"
        return one if one.person >= 0 and plain and len(before) <= _BEFORE_NAME else None
    return None


def _is_title(word: str) -> bool:
    folded = fold(word).strip(",")
    called = is_calling(folded) or is_calling(folded.removesuffix("s"))  # "filmmakers Dr Jane Roe and Mr Tom Lind"
    office = is_role_word(folded) or is_role_word(folded.removesuffix("s"))  # "analysts Jane Roe and Tom Lind"
    return called or office or folded in HONORIFICS or folded in PLURAL_TITLES


def _listed(text: str, parts: list[tuple[int, int]], named: list[bool], joint: int) -> bool:
    """Whether the last name is joined by "and", to a name or behind an apposition that a comma closes."""
    gap = text[parts[joint - 1][1] : parts[joint][0]]
    joins = "and" in gap.split() or "&" in gap.split()
    if joint == len(parts) - _LAST_BUT_ONE and gap == ", ":  # "…, Jane Roe, Tom Lind, and others"
        joins = text[slice(*parts[-1])].rpartition(" ")[2] == "others"
    before = text[slice(*parts[joint - 1])].split()
    unknown = len(before) > 1 and all(word[:1].isupper() for word in before)  # "Jane Roe, Holm County Ovo Lind and"
    return joins and (named[joint - 1] or gap.startswith(",") or (unknown and joint > 1 and named[joint - 2]))


def bodies_that_join(written: str, behind: str) -> tuple[str, ...]:
    """The bodies of a mention that speak together ("UNICEF and WHO", "Norvania and Karst … in a joint statement").

    Empty where it may be the name of one: only initials and states are taken apart, and what says a joint statement.
    """
    parts = [part for part in _SPLIT.split(written) if part]
    if not 1 < len(parts) <= _MOST or not _AND.search(written):
        return ()
    names = [plain_body(part) for part in parts]
    if not all(name[:1].isupper() and len(name.split()) <= 4 for name in names):
        return ()
    apart = all(is_acronym(name) or fold(name) in PLACES for name in names)
    return tuple(dict.fromkeys(names)) if apart or _JOINT.match(behind) else ()
