"""Whom a description means by more than its words: "the baker", "the Norvanian leader", "the country's president", "A
survivor of the flood" who is named below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from index.attribution.news.entities import Cast
from index.language.acts import MEN, RELATIVES, WOMEN
from index.language.bodies import HEARERS, ORGANISATIONS, STATES_AND_PEOPLES
from index.language.descriptions import (
    BEFALLEN,
    COMPATRIOTS,
    LAY_PEOPLE,
    LEGISLATORS,
    PRESIDE,
    SAME_HEADS,
    UNSAID_HEADS,
)
from index.language.english import LITTLE_WORDS, Gender
from index.language.mentions import AGENTS
from index.language.roles import LEAD_STATES, LOOSE_ROLES, MINISTRIES
from index.names.parse import fold
from index.names.roles import is_calling, is_person_noun, is_role_word

_OF_PLACE = re.compile(
    r"[Tt]he (?:country|nation|city|town|state|province|island|republic|kingdom|county|district|area|region"
    r"|municipality|borough|parish|village|community)['’]s (?=[a-z])"
)
_LEADER = re.compile(r"[Tt]he (?P<people>[^\W\d_a-z][\w-]+) leader")
# Behind the words; what opens a sentence may be somebody new: "the baker", "the Karst grain grower"
_CALLING = re.compile(r"the (?:[^\W_][\w’'-]* ){0,3}(?P<noun>[a-z]{3,20})")
_SEXES = {"man": MEN | LAY_PEOPLE, "woman": WOMEN | LAY_PEOPLE}
_WORD = re.compile(r"[^\W\d_]+")
_INDEFINITE = re.compile(r"(?:An?|One|[Tt]heir|[Hh]is|[Hh]er) |an? (?=[A-Z])|[Tt]he (?=[a-z]+ of )|THE (?=[A-Z]+ of )")
_KIN_OF = re.compile(rf"(?:THE|The|A) (?P<kin>{'|'.join(sorted(RELATIVES))}) of (?:an?|the) ")
_OWNED = re.compile(r"(?:[Tt]heir|[Hh]is|[Hh]er) ")
_HEADLINE = re.compile(r"[^\W\d_a-z][\w-]*(?: [\w-]+){0,2}")  # "Governor says": an office without its article
_PROSE = re.compile(r"[.!?][”\"’']?[ \t]*(?:\n|$)")
# The place from which a report comes, before its first words: "KARST HARBOUR, Norvania – "
_DATED = re.compile(
    r"[ \t]*[^\W\d_a-z][\w’'.]*(?:,? [^\W\d_a-z][\w’'.]*){0,5}(?: \([^()\n]{2,30}\))?\s?(?:[–—:]|--?)\s"
)
_LEAD = re.compile(r"\s(?:of|for|to|from|at|in|on|with|who|whose|that|[a-z]+ing)\s|,")
_STOP = re.compile(r"[.!?][”\"’']*\s|\n")
_BESIDE = 60  # characters between a name and its bearer's calling
_ADDRESSES = re.compile(r"\b(?:[Ss]peaking (?:on|at|to|during)|[Aa]ddress(?:ing|ed)) ")
_PEOPLE_ENDS = ("anian", "onian", "vian", "rian", "nian", "lian", "ean", "ese", "ish")
_LEAD_OF_TEXT = 500  # characters of the first line
_SEAT = re.compile(r" \([A-Z][\w’'-]*(?: (?:and |of |upon )?[A-Z][\w’'-]*){0,3}\)(?! \()")
_BENCH = "|".join(sorted(PRESIDE))
_SECOND_BENCH = re.compile(
    rf"\b(?:other|different|previous|earlier|separate|two|three|several|the|of|by) (?:[a-z]+ )?(?:{_BENCH})s\b"
    rf"|\b(?:another|(?:an? )?(?:second|different|previous|earlier|other)) (?:[a-z]+ )?(?:{_BENCH})\b",
    re.IGNORECASE,
)
_SAME = 4  # first letters that a state shares with its people: "Norvania", "Norvanian"


def of_its_place(written: str) -> str:
    """An office without the place whose it is: "the president" of "the country's president"."""
    return _OF_PLACE.sub("the ", written)


def is_of_another(roles: Sequence[str]) -> bool:
    """Whether an office is a named state's, and so hardly that of "the country": "US President"."""
    return any(fold(word) in STATES_AND_PEOPLES or fold(word) == "us" for role in roles for word in role.split())


def gender_of(word: str) -> Gender | None:
    """The gender that a noun for somebody tells: "spokeswoman", "actress", "father", "Dutchman"."""
    if word in WOMEN or word.endswith(("woman", "ess", "lady")):
        return "f"
    return "m" if word in MEN or word.endswith("man") else None


def tells_calling(written: str) -> bool:
    """Whether a description tells what somebody does, and no office: "the Karst grain grower"."""
    called = _CALLING.fullmatch(written)
    return called is not None and is_calling(called["noun"]) and not is_role_word(called["noun"])


def has_one_bench(text: str) -> bool:
    """Whether an article tells of no second judge or coroner beside the one that it names: "the judge" is that one."""
    return _SECOND_BENCH.search(text) is None


def may_be_called(cast: Cast, place: int, written: str, person: int, by_person: Mapping[int, Sequence[str]]) -> bool:
    """Whether `person`, who spoke last, may be meant by `written` at `place`: the leader of a people, or a calling
    of which the article has not told before; of somebody without another office or calling."""
    roles, gender = by_person.get(person, ()), cast.people[person].gender
    leader = _LEADER.fullmatch(written)
    if leader is not None:
        people = fold(leader["people"])
        return (people in STATES_AND_PEOPLES or people.endswith(_PEOPLE_ENDS)) and _leads(roles, people)
    if fold(written) == "the speaker":  # who addresses a meeting, where no parliament's is named
        speakers = any("speaker" in fold(role).split() for held in by_person.values() for role in held)
        return not speakers and _ADDRESSES.search(cast.text, 0, place) is not None
    called = _CALLING.fullmatch(written)
    noun = called["noun"] if called is not None else _one_among(cast, place, written, person)
    if not is_calling(noun) or is_role_word(noun) or (gender_of(noun) or gender) != gender:
        return False
    held = [fold(word) for role in roles for word in role.split()]
    if any(is_role_word(word) or (is_calling(word) and word not in LOOSE_ROLES) for word in held):
        return False
    if noun in BEFALLEN and noun not in _SEXES:
        return False  # "the driver" is whoever drove
    before = {fold(word) for word in _WORD.findall(cast.text, 0, place)}
    if any(one.person not in (-1, person) for one in cast.within(0, place)):  # else "growers" are people at large
        before = {word.removesuffix("s") for word in before}
    return before.isdisjoint({noun, *_SEXES.get(noun, ()), *HEARERS, "police"})  # of a trial others are told of


def _one_among(cast: Cast, place: int, written: str, person: int) -> str:
    """The calling of a description that opens a sentence, where its bearer was told to be one of such: "The fisherman"
    of a Tom Lind "who was among the fishermen"; empty for others."""
    called = _CALLING.fullmatch(written[:1].lower() + written[1:])
    noun = called["noun"] if called is not None else ""
    many = f"{noun[:-3]}men" if noun.endswith("man") else f"{noun}s"
    among = re.compile(rf",? (?:who (?:is|was) )?(?:among|one of) (?:the )?(?:[\w-]+ ){{0,2}}{re.escape(many)}\b")
    own = (one for one in cast.within(0, place) if one.person == person)
    return noun if noun and any(among.match(cast.text, one.end) for one in own) else ""


def introduced_below(cast: Cast, place: int, written: str, by_person: Mapping[int, Sequence[str]]) -> int | None:
    """Who is told of without a name in the first line and named below under the same word, which the article uses of
    nobody else: "A survivor of the flood told how …" above "said survivor Jane Roe", "Mayor says no" above "Tarn Mayor
    Jane Roe"."""
    lead = _LEAD.split(written, maxsplit=1)[0].split()
    if place > _LEAD_OF_TEXT and fold(lead[-1] if lead else "") not in AGENTS:
        return None
    kin = _KIN_OF.match(written)
    if kin is not None:
        return _kin_below(cast, kin["kin"])
    if _INDEFINITE.match(written) is not None:
        lead = lead[1:]
    elif not _opens_headline(cast.text, place, written):
        return None
    noun = fold(lead[-1]) if lead else ""
    called = {fold(word) for word in _WORD.findall(written)} - LITTLE_WORDS - {"a", "an", "one"}
    same = {
        person for person, roles in by_person.items() for role in roles if set(map(fold, _WORD.findall(role))) == called
    }
    if len(same) == 1 and len(called) > 1 and noun not in AGENTS:
        return same.pop()  # "Tarn District Councillor Jane Roe" above "A Tarn District Councillor says"
    leads = _DATED.fullmatch(cast.text, cast.text.rfind("\n", 0, place) + 1, place) is not None
    if not leads and _PROSE.search(cast.text, 0, place) is not None and _INDEFINITE.match(written) is not None:
        body = not called.isdisjoint(ORGANISATIONS | MINISTRIES)  # a candidate has several spokesmen, a ministry one
        if noun not in AGENTS or not body:
            return None
    if noun in _SEXES or noun in PRESIDE or not (is_person_noun(noun) or noun in UNSAID_HEADS):
        return None
    held: set[int] = set()
    for person, roles in by_person.items():
        same = [role for role in roles if _is_head(noun, role)]
        fits = [_OWNED.match(written) is not None or _is_of_the_same(written, role, noun) for role in same]
        # "leader" alone says nothing of a "Conservative group leader"
        if any(fits) if noun in AGENTS else same and all(fits):
            held.add(person)
    if noun in LOOSE_ROLES:  # no office: "survivor Jane Roe"
        named = (one for one in cast.occurrences if one.person >= 0)
        held |= {one.person for one in named if cast.text.endswith(f"{noun} ", 0, one.start)}
    if not held and noun in LEGISLATORS:  # "a Tarn MP" above "Jane Roe (Holt) has called for"
        held = {one.person for one in cast.occurrences if one.person >= 0 and _SEAT.match(cast.text, one.end)}
    if len(held) != 1:
        return None
    for other in re.finditer(rf"\b{re.escape(noun)}\b", cast.text, re.IGNORECASE):
        own = other.start() < place + len(written) * (leads or other.start() >= place) or _is_of_the_body(
            cast.text, other, written, noun
        )
        own = own or (noun not in AGENTS and cast.text.endswith(("the ", "The "), 0, other.start()))
        if not own and not _is_beside(cast, other.start(), other.end(), held):
            return None
    return held.pop()


def _is_head(noun: str, role: str) -> bool:
    """Whether a noun is the head of a role, in its one form: "councillor" of "Cllr"."""
    words = _LEAD.split(role, maxsplit=1)[0].split()
    last = fold(words[-1]) if words else ""
    return noun in (last, SAME_HEADS.get(last))


def _kin_below(cast: Cast, kin: str) -> int | None:
    """Who alone is named below as a relative: "THE widow of a rower said" above "Mr Roe's widow Maureen"."""
    found = {one.person for one in cast.occurrences if one.person >= 0 and cast.text.endswith(f"{kin} ", 0, one.start)}
    return found.pop() if len(found) == 1 else None


def _opens_headline(text: str, place: int, written: str) -> bool:
    """Whether an office without its article opens a line without a full stop above all prose."""
    begin, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    bare = _HEADLINE.fullmatch(written) is not None and not text[begin:place].strip(" “\"‘'")
    return bare and end >= 0 and _PROSE.search(text, 0, end) is None


def _is_of_the_same(written: str, role: str, noun: str) -> bool:
    """Whether two descriptions of one calling do not tell of two bodies or places: "A spokesman for the ferry" is none
    of the police's, "A Tarn mayor" none of Karst's; a people's minister may be that of any port."""
    one, other = (set(map(fold, _WORD.findall(text))) - LITTLE_WORDS - {noun} for text in (written, role))
    if noun in AGENTS:
        theirs = {fold(word) for word in _WORD.findall(role) if word[0].isupper()} - {noun}
        return not written.startswith("One ") and bool(one & other) and theirs <= one
    one, other = (_proper(text) - LITTLE_WORDS - {noun} for text in (written, role))
    return bool(one & other) or not other or all(map(_is_people, one - other))


def _is_people(word: str) -> bool:
    return word in STATES_AND_PEOPLES or word in COMPATRIOTS or word.endswith(_PEOPLE_ENDS)


def _proper(text: str) -> set[str]:
    """The words of a description that tell of whom or of where it is: with a capital, or behind its "of"."""
    lead = len(_LEAD.split(text, maxsplit=1)[0])
    return {fold(word.group()) for word in _WORD.finditer(text) if word.group()[0].isupper() or word.start() >= lead}


def _is_of_the_body(text: str, other: re.Match[str], written: str, noun: str) -> bool:
    """Whether somebody's agent is told of elsewhere with a word of the same body: "a Ports Ministry spokesman" and "A
    spokesman for the Ministry of Ports"."""
    if noun not in AGENTS:
        return False
    stop = _STOP.search(text, other.end(), other.end() + _BESIDE)
    around = text[max(0, other.start() - _BESIDE) : stop.start() if stop is not None else other.end() + _BESIDE]
    around = around.rpartition("\n")[2] if "\n" in around else around
    return not (_proper(written) - LITTLE_WORDS).isdisjoint(map(fold, _WORD.findall(around)))


def _is_beside(cast: Cast, start: int, end: int, people: Set[int]) -> bool:
    """Whether a word stands beside the name of one of some people, in the same sentence."""
    return any(
        one.person in people and _STOP.search(cast.text, min(one.end, end), max(one.start, start)) is None
        for one in cast.within(start - _BESIDE, end + _BESIDE)
    )


def _leads(roles: Sequence[str], people: str) -> bool:
    """Whether somebody leads a state, and nothing tells that it is another people's: "Karst President"."""
    others = [fold(word) for role in roles for word in role.split() if word[0].isupper()]
    office = {part for one in LEAD_STATES for part in one.split()}
    other = any(word not in office and word[:_SAME] != people[:_SAME] for word in others)
    return not other and any(fold(role) in LEAD_STATES for role in roles)
