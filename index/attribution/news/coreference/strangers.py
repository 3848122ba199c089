"""Whom "he" and "she" mean where somebody without a name spoke, or is told of, right before: "a senior official"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.attribution.news.coreference.beside_words import adds
from index.attribution.news.coreference.descriptions import SENTENCE_END
from index.attribution.news.coreference.epithets import gender_of
from index.attribution.news.coreference.pronouns import Heard, last_paragraph, paragraphs_between, sentence_start
from index.attribution.news.coreference.self_named import self_named
from index.attribution.news.coreference.source import Source, is_plural
from index.attribution.news.drafts import Draft
from index.attribution.news.entities import Cast
from index.attribution.news.occurrences import Occurrence
from index.attribution.news.own import EDGES, head_of
from index.language.acts import DOCUMENTS, RELATIVES, UNSIGNED
from index.language.bodies import ORGANISATIONS
from index.language.descriptions import BEFALLEN, LAY_PEOPLE, PASSERS, PUBLIC_HEADS
from index.language.english import GENDER_OF_PRONOUN, LITTLE_WORDS, Gender
from index.language.mentions import INDEFINITE, NEVER_NAMES
from index.language.roles import ANY_LEADER, REPORTERS
from index.model import Span
from index.names.kinds import kind_of
from index.names.parse import fold
from index.names.roles import is_person_noun, is_role_word

_NO_PERSONS = ORGANISATIONS - {"guard", "military"} | DOCUMENTS | UNSIGNED
_ANYBODY = PUBLIC_HEADS | ANY_LEADER | REPORTERS  # whom the article has just named, as like as not; who asks
_OF_WHAT = re.compile(r"\s(?:for|of|from|with|at|in|to)\s")
_TOLD_HIM = re.compile(r"\s(?:had\s)?(?:told|asked|ordered|warned|urged|advised)\s(?:them|him|her)\b")
# "A diplomat from one state put it differently. “", up to the words
_SOMEBODY = re.compile(
    r"((?:An?|One|Another)(?: (?!of\b)[a-z][\w-]+){0,3}? ([a-z][\w-]+))"
    r"(?: (?:from|in|at|of|with|near|who)\b[^.!?“”\"\n]*?)? [a-z]+(?:ed|s|t|d)\b[^.!?“”\"\n]*[.!?:]\s[“\"‘']?$"
)

# "The defendant was taken away, where ", up to a pronoun or the words
_SUBJECT = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?]\s)|(?<=[.!?][”\"]\s))"
    # "In direct evidence, the defendant - a father - admitted", "At 11pm, the doctor rang again"
    r"(?:(?:In [a-z][\w’-]*(?: [\w’-]+){0,4}|(?:At|By|Around|About) \d[\w.:]*(?: [ap]\.?m\.?)?), (?=the ))?"
    r"(?P<who>(?:[Tt]he|An?|Another|One)(?: (?!of\b)[\w’-]+){0,3}? (?P<noun>[a-z]+)"
    r"(?: (?:for|of|from|at) (?:the )?[^\W\d_a-z][\w&’'-]*(?: (?:(?:of|and|for|the) )?[^\W\d_a-z][\w&’'-]*){0,6})?)"
    r"(?: [-–—] [^-–—.\n]{2,60} [-–—](?= ))?"
    r"(?=,?\s(?:who|aged|had|has|was|is|then|also|later|allegedly|fled|went|came|took|got|left|ran|rang|told"
    r"|[a-z]+(?:ed|s))\b)"
)

_AT_TIME = re.compile(r"(?:At|By|Around|About|In|On|Later)(?: [\w.:’-]+){1,3}")  # "At 11pm, the doctor rang"
# "The victim's sister then addressed", "John Brown's father spoke"
_KIN = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?]\s)|(?<=[.!?][”\"]\s))"
    rf"(?P<who>(?:[^\W\d_][\w’-]*\s){{0,4}}[^\W\d_][\w-]*(?:['’]s|(?<=s)['’])\s(?:late\s)?(?P<noun>{'|'.join(sorted(RELATIVES))}))"
    r"(?=\s(?:then|also|later|who|has|had|was|is|spoke|told|took|wept|wrote|read|came|left|broke|[a-z]+ed)\b)"
)
# "Jane Roe said her brother is a rower, but ", up to the pronoun
_OWN_KIN = re.compile(
    rf"\b(?P<whose>[Hh]is|[Hh]er) (?:late |elder |older |younger )?(?P<noun>{'|'.join(sorted(RELATIVES))})"
    r" (?:is|was|has|had|would|will|could|can|did|does|went|came|left|got|never|always|also|[a-z]+ed) [^.!?“”\"\n]*$"
)
_DESCRIBED = re.compile(
    r"(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he)(?: [a-z][\w-]+){1,3}?(?=,? (?:who|[a-z]+ (?:him|her|them)sel|g))"
)
_SOME_ONE = re.compile(
    r"\b(?P<who>an? (?:[a-z-]+ ){0,3}?(?P<noun>[a-z]+))"
    r"(?=[.,;]|\s(?:in|on|at|who|by|from|with|[a-z]+ing|named|sitting)\b)"
)
# "Lind: Quay to stay shut", above the paragraph that follows
_TEASER = re.compile(r"(?:^|(?<=\n))(?P<name>[^\W\d_a-z][\w’'-]+): (?=[A-Z])[^\n]{3,160}[\w’'%)]\n\s*$")
_OWNERS: dict[str, Gender] = {"his": "m", "her": "f"}
_SENTENCE = 240  # characters before a pronoun in which its sentence opens


def stranger(
    cast: Cast,
    draft: Draft,
    heard: Sequence[Heard],
    unnamed: Sequence[tuple[int, Source]],
    contents: Sequence[Span],
    subjects: Sequence[Occurrence],
) -> Source | None:
    """Who spoke last, where that is somebody without a name ("a senior official") and nobody was named since.

    Whom the stranger's own sentence names is an object there; `contents`: what is content of some statement,
    `subjects`: descriptions of people whom the article names.
    """
    place = (draft.mention or (draft.start, draft.end))[0]
    if (teaser := _of_teaser(cast, place, unnamed)) is not None:
        return teaser
    last = max((one.place for one in heard if one.place < place), default=-1)
    found = next((source for where, source in reversed(unnamed) if where == last), None)
    if (told := _kin_told_of(cast, place) or _told_of(cast, place, last, draft, subjects)) is not None:
        return told
    if found is None or found.name is None or is_plural(found):
        return None
    if found.resolved:
        return found if _gave_own_name(cast, last, found.name) else None
    more = adds(cast.text, draft)
    begin = cast.text.rfind("\n", 0, place) + 1
    if last >= begin and not cast.text.startswith(found.name, last):  # "…, where he said so. He also told": goes on
        named_since = any(one.person >= 0 and not one.quoted for one in cast.within(last, place))
        return None if named_since and not more else found
    if _TOLD_HIM.match(cast.text, last + len(found.name)):
        return None  # "A guard told them to turn back. “…,” she said."
    first, last_word = fold(found.name).split()[0], fold(found.name).split()[-1]
    noun = fold(_OF_WHAT.split(found.name, maxsplit=1)[0]).rpartition(" ")[2]
    if is_role_word(noun):
        last_word = noun  # "a spokesman for the mission"
    elif not {last_word, noun}.isdisjoint(_NO_PERSONS) or fold(head_of(found.name)).rpartition(" ")[2] in _NO_PERSONS:
        return None  # "a newspaper"
    row, opening = cast.text.rfind("\n", 0, last) + 1, sentence_start(cast.text, min(place, draft.start))
    lead = cast.text[row:last].strip(EDGES)
    opens = row == begin and (
        not lead or _AT_TIME.fullmatch(lead) is not None
    )  # "The bishop's spokesman said no. “…,” he said."
    told_of = is_person_noun(last_word) or last_word in LAY_PEOPLE or gender_of(last_word) is not None
    office = told_of and (opens or (first == "the" and not cast.text[begin:opening].strip(EDGES)))
    if first not in INDEFINITE and not office:
        return None  # "the senator" is somebody whom the article names
    official = is_role_word(last_word) and last_word not in REPORTERS
    objects = contents if first not in INDEFINITE or official else draft.spans  # "a man" is often any man
    since = last + len(found.name)
    if official and (stop := SENTENCE_END.search(cast.text, since, place + 1)) is not None:
        since = stop.end()  # "A constable told District Judge Jane Roe that"
    named_since = any(
        one.person >= 0 and not one.quoted and not any(a <= one.start < b for a, b in objects)
        for one in cast.within(since, place)
    )
    near = paragraphs_between(cast.text, last, min(place, draft.start)) <= 1  # words may run over paragraphs
    return replace(found, certainty=0.6) if near and (more or not named_since) else None


def _of_teaser(cast: Cast, place: int, unnamed: Sequence[tuple[int, Source]]) -> Source | None:
    """Who opens the headline of another article right above the paragraph that a pronoun opens, by surname alone:
    "Lind: Quay to stay shut" above "He said". Whom the article itself names is not meant, whether Lind is known or not.
    """
    found = _TEASER.search(cast.text, max(0, place - _SENTENCE), place)
    if found is None or any(one.person >= 0 for one in cast.within(*found.span("name"))):
        return None
    name, keys = found["name"], set(fold(found["name"]).split())
    common = NEVER_NAMES | LITTLE_WORDS | ORGANISATIONS | PUBLIC_HEADS
    if keys & common or name.isupper() or name.endswith("s") or kind_of(name) != "person":
        return None
    if re.search(rf"\b{re.escape(name.lower())}\b", cast.text):
        return None  # "Storm: two piers to close" of an article on a storm
    spoke = next((source for at, source in unnamed if at == found.start("name")), None)
    return spoke or Source(cast.text[place : place + 3].strip(), resolved=False, certainty=0.3)


def _gave_own_name(cast: Cast, place: int, name: str) -> bool:
    """Whether the description at a place goes on with the name: "One speaker identified herself as Tamara and said"."""
    first = _DESCRIBED.match(cast.text, place)
    own = self_named(cast, first.end()) if first is not None else None
    return own is not None and own[0].name == name and own[1] < 0


def lone_somebody(cast: Cast, place: int) -> Source | None:
    """Who alone is told of in the sentence right before a pronoun's, without a name: "There was only a security guard.
    He said"; None where it names anybody."""
    line = cast.text.rfind("\n", 0, place) + 1
    ends = [one.end() for one in SENTENCE_END.finditer(cast.text, max(line, place - _SENTENCE), place + 1)]
    if not ends or ends[-1] != place:
        return None
    begin = ends[-2] if len(ends) > 1 else line
    pronoun = GENDER_OF_PRONOUN.get(fold(cast.text[place : place + 3].strip()))
    found = [one for one in _SOME_ONE.finditer(cast.text, begin, place) if _is_person(one["noun"])]
    named = any(one.person >= 0 or one.name.given_keys for one in cast.within(begin, place))
    if len(found) != 1 or named or gender_of(found[0]["noun"]) not in (None, pronoun):
        return None
    return Source(found[0]["who"], resolved=False, certainty=0.6)


def _is_person(noun: str) -> bool:
    if noun in BEFALLEN | PASSERS or noun == "guard" or gender_of(noun) is not None:
        return True
    return is_person_noun(noun) and noun not in _NO_PERSONS


def _kin_told_of(cast: Cast, place: int) -> Source | None:
    """Whose relative the clause before a pronoun tells of, where she cannot be meant herself: "Jane Roe said her
    brother is a rower, but he told her"; None where the sentence names somebody else who may be."""
    pronoun = GENDER_OF_PRONOUN.get(fold(cast.text[place : place + 3].strip()))
    begin = max(0, cast.text.rfind("\n", 0, place) + 1, place - _SENTENCE)
    begin = max((end.end() for end in SENTENCE_END.finditer(cast.text, begin, place)), default=begin)
    found = _OWN_KIN.search(cast.text, begin, place)
    if found is None or pronoun is None or _OWNERS[found["whose"].lower()] == pronoun:
        return None
    if gender_of(found["noun"]) != pronoun:
        return None
    named = [cast.people[one.person].gender for one in cast.within(begin, place) if one.person >= 0]
    if any(gender in (pronoun, None) for gender in named):
        return None
    return Source(cast.text[found.start("whose") : found.end("noun")], resolved=False, certainty=0.6)


def _told_of(cast: Cast, place: int, last: int, draft: Draft, subjects: Sequence[Occurrence]) -> Source | None:
    """Who opens the sentence before the words in their paragraph without a name: "A diplomat put it differently. “We
    are tired,” she said."; None where somebody spoke or is named since."""
    begin, end = cast.text.rfind("\n", 0, place) + 1, min(place, draft.start)
    found = _SOMEBODY.match(cast.text, begin, end)
    if found is None or last >= begin or not _is_person(fold(found[2])):
        if not cast.text[begin:end].strip(EDGES):
            begin = last_paragraph(cast.text, end)
        return _subject(cast, max(begin, last + 1), end, place, subjects)
    named_since = any(one.person >= 0 for one in cast.within(begin, end))
    return None if named_since else Source(found[1], resolved=False, certainty=0.6)


def _subject(cast: Cast, begin: int, end: int, place: int, known: Sequence[Occurrence]) -> Source | None:
    """Who without a name is the subject of the sentence up to a pronoun, or of the one right before: "The defendant
    was taken to Norport, where he said", "The judge adjourned. He said"; None where somebody is named since, or the
    article names whom the description means (`known`).
    """
    found = None
    matches = [*_SUBJECT.finditer(cast.text, begin, end), *_KIN.finditer(cast.text, begin, end)]
    for match in sorted(matches, key=lambda one: one.start()):
        noun = match["noun"]
        if match.re is _KIN or noun in BEFALLEN or (noun not in _ANYBODY and is_person_noun(noun)):
            found = match
    if found is None or any(one.start == found.start("who") for one in known):
        return None
    pronoun = GENDER_OF_PRONOUN.get(fold(cast.text[place : place + 3].strip()))
    gender = gender_of(found["noun"])
    sentences = len(SENTENCE_END.findall(cast.text, found.end(), end))
    named_since = any(one.person >= 0 for one in cast.within(found.end("who"), end))
    if named_since or sentences > 1 or (gender and pronoun and gender != pronoun):
        return None
    return Source(found["who"], resolved=False, certainty=0.6)
