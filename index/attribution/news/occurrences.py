"""The names of a text as they stand in it: runs of capitals, taken apart, without bodies and sentence openings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from index.attribution.news.apposition import holds_office, is_called, leading_role
from index.attribution.news.beginnings import past_body
from index.attribution.news.headings import FullName, unheaded, without
from index.attribution.news.quotes import INSIDE
from index.language.bodies import ORGANISATIONS, PARTS_OF_EARTH, PLACES, PLACES_BY_INITIALS, SHIPS, TWO_WORDS
from index.language.calendar import WEEKDAYS
from index.language.mentions import BODY_WORDS, NAMED_AFTER_PEOPLE, NEVER_NAMES, STYLES, THINGS_OF_PEOPLE
from index.language.names import (
    FIRST_OF_TWO,
    GIVEN_NAMES,
    GIVEN_OF_OTHERS,
    GIVEN_OF_PLACES,
    SURNAMES_OF_PLACES,
)
from index.language.outlets import AGENCIES, NEWS_AGENCIES
from index.language.roles import (
    AMBIGUOUS_TITLES,
    BEFORE_FULL_NAMES,
    HONORIFICS,
    JOINED_AGENTS,
    OFFICE_FRONTS,
    PLURAL_TITLES,
    ROLE_SURNAMES,
)
from index.language.transcripts import OFFICE_WORDS
from index.names.kinds import is_called_christian
from index.names.parse import Name, fold, parse_name
from index.names.roles import is_calling, is_person_noun, is_role_word

_OFFICE_BEHIND = re.compile(r" (?:[a-z-]+ )?(?P<role>[a-z]+) (?=[^\W\d_a-z][\w’'-]* [^\W\d_a-z])")
LOWER = re.compile(r"\b[a-z][a-z]+\b")
_INTRODUCED = re.compile(
    r",\s+(?:\d{2}\b(?!\d)|who\b|whose\b|(?:a|an|the|his|her|one of|former)\s+[a-z])|\s+\((?:[RD]-|\d{2}\))"
)
# "Speaking in Port Harcourt, the governor said": a place, and nobody
_LOCATED = re.compile(r"\b(?:in|at|near|outside|inside|across|around|throughout)\s(?:the\s)?$")
_SAYING = re.compile(r"\b(?:said|says|asked|added|named|student|professor|called)\s$")
# "She said Holm Sands was being watched": of whom it is said
_DOES = re.compile(r"['’]s\b| (?:was|were|is|are|has|have|had|would|will|could|can|should|must|may|might|did|does)\b")
_AGE = re.compile(r"\d{1,3}(?:-year-old|-yr-old)?")
_LONGEST_PLACING = 16  # characters before a name in which "in" stands
_THE = ("The ", "the ")
_TWO = 2  # letters that may be somebody's initials: "JD Lind"
_LONGEST_OFFICE = 4  # letters of an office by its initials
_IN_BRACKETS = re.compile(rf"\(([^\W\d_a-z]{{{_TWO},{_LONGEST_OFFICE}}})\)")
# "upazila works officer (UWO)", up to the bracket's end
_EXPLAINED_OFFICE = re.compile(rf"(?P<head>[\w-]+) \((?P<short>[^\W\d_a-z]{{{_TWO},{_LONGEST_OFFICE}}})\)")
_FIELDS_AND_WATERS = OFFICE_WORDS | PARTS_OF_EARTH
_JOINED_AGENT = re.compile(r"[^\W\d_]{3,}-([a-z]{4,})")
# "WaterBridge"; not "McRoe", "DeRoe", "MacLind"
_JOINED_WORDS = re.compile(r"(?!Ma?c|D[eiu]|L[aeo]|V[ao]n|Fitz|St|Ap|El|Al)[A-Z][a-z]{2,}[A-Z][a-z]")
_PARENT_OF = re.compile(
    r"(?:mum|mom|dad|mother|father|gran(?:d(?:ad|ma|pa|mother|father))?)-of-[a-z0-9]+", re.IGNORECASE
)
_CALLINGS = ("gineer", "ologist", "macist", "ician", "entist", "grapher")  # ends of callings that are no surnames
_OPENS_NO_NAME = BODY_WORDS | (NEVER_NAMES - GIVEN_OF_OTHERS)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name as it stands in the text `[start, end)`; `person` is its number in the cast, -1 for no person."""

    start: int
    end: int
    text: str
    name: Name
    person: int = -1
    quoted: bool = False
    opens: bool = False  # first words of a sentence
    introduced: bool = False  # an age, an apposition or a relative clause follows; an office or "said" stands before


_BEHIND_SHORT = re.compile(r"\([A-Z]{2,6}\) $")
_CLOSING = re.compile(r"\w[”\"] [^\W\d_a-z]")
_NICKNAME = re.compile(r"[“\"][^“”\"\n]{2,30}[”\"] (?=\w)")
_INITIALS = re.compile(r"\bA(?: [^\W\d_a-z])*(?= [^\W\d_a-z]\w)")
_GIVEN_AND_NICKNAME = re.compile(r"(?P<given>[^\W\d_a-z][\w’'-]+) [“\"](?:[^\W\d_][\w’'-]* ){1,4}$")
_GRADED = re.compile(r"\b[A-Z]{2,5}\d (?=[^\W\d_a-z][^\W\d_A-Z])")  # "Fire Commander DO1 Jane Roe"
_CAPTION = 100  # characters from a quotation's end to a name below it
_BELOW_WORDS = re.compile(r"[”\"]\W{0,2}\n+[-–—]{0,2} ?(?P<front>[^.!?:“”\"\n]*?) ?$")


def occurrence_at(text: str, state: bytes | bytearray, start: int, end: int) -> Occurrence:
    """The characters from `start` to `end` read as a name; `state` marks what is quoted."""
    start = _before_nickname(text, past_body(text, start, end), end)
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\"“'‘")
    opens = start < 3 or before == "" or before[-1] in ".!?\n:—–"
    name = _parsed(_INITIALS.sub(_dotted, _GRADED.sub("", _NICKNAME.sub("", text[start:end]))))
    field = len(name.given_keys) == _TWO and len(name.given_keys[0]) > 1 and name.given_keys[0] not in GIVEN_NAMES
    field = field and (name.given_keys[1] in GIVEN_NAMES or name.given_keys[0] in OFFICE_WORDS)
    if field and _BEHIND_SHORT.search(text, max(0, start - _LONGEST_PLACING), start):
        name = without(name, 1)  # "Deputy Inspector General (DIG) Traffic Jane Roe"
    headed = not GIVEN_NAMES.isdisjoint(name.given_keys[1:])  # "moderator Featured Telling Jane Roe" of a page
    return Occurrence(
        start,
        end,
        text[start:end],
        name,
        quoted=state[start] == INSIDE,
        opens=opens,
        introduced=bool(
            (_INTRODUCED.match(text, end) and not _LOCATED.search(text, max(0, start - _LONGEST_PLACING), start))
            or (_SAYING.search(text, max(0, start - 12), start) and not _DOES.match(text, end))
            or (text[start - 2 : start] == ", " and leading_role(text, start))
            or _is_below_words(text, start)
            or holds_office(text, end)
            or (is_called(text, start) and not headed)
        ),
    )


def _dotted(initials: re.Match[str]) -> str:
    """Initials that begin with "A" with their dots, so that it is no article wherever the name is read again."""
    return ". ".join(initials.group().split()) + "."


def _before_nickname(text: str, start: int, end: int) -> int:
    """Where a name begins whose nickname of several words parts it: "Malachy “Jack the Hat” Roe"."""
    if not _CLOSING.search(text, start, end):
        return start
    before = _GIVEN_AND_NICKNAME.search(text, max(0, start - _CAPTION), start)
    return before.start("given") if before is not None else start


def _is_below_words(text: str, start: int) -> bool:
    """Whether a name stands in the first line below a quotation, at its head or behind an office: "Coach Jane Roe"."""
    found = _BELOW_WORDS.search(text, max(0, start - _CAPTION), start)
    front = found["front"].split() if found is not None else []
    return found is not None and (not front or is_role_word(fold(front[-1])))


def _parsed(written: str) -> Name:
    """`parse_name`, with words of places and bodies in front of a name counted as its role ("Ohio Jane Roe")."""
    several, _, rest = written.partition(" ")
    if rest and fold(several) in PLURAL_TITLES:  # "Senators Jane Roe and Tom Lind": each is one
        return _one_of(several, rest)
    party, _, rest = rest.partition(" ")
    if rest and several.isupper() and fold(party) in PLURAL_TITLES:  # "DA Cllrs Jane Roe and Tom Lind"
        return _one_of(f"{several} {party}", rest)
    calling, _, rest = written.partition(" ")
    if rest and _PARENT_OF.fullmatch(calling):  # "Mum-of-three Sharon"
        return parse_name(rest)
    if (
        calling.istitle()
        and " " in rest
        and is_calling(fold(calling))
        and fold(calling) not in AMBIGUOUS_TITLES | GIVEN_NAMES | {"man", "woman"}  # "Woman Steps Forward"
    ):
        name = parse_name(rest)  # "Farmer K. V. Roe", "Trader Hajia Jane Roe"
        if name.given_keys and not is_body(name):
            return replace(name, role=f"{calling} {name.role}".strip())
    name = parse_name(written)
    given, keys = name.given, name.given_keys
    drop = 0
    fields = BODY_WORDS | OFFICE_WORDS if len(keys) > _TWO else BODY_WORDS  # "Ports & Education Services Jane Roe"
    if len(keys) == _TWO and keys[1] in GIVEN_NAMES:  # "Operations Jane Roe" behind "Superintendent (SSP)"
        fields = BODY_WORDS | OFFICE_WORDS
    if (
        keys[:1] and keys[0] in ORGANISATIONS and not GIVEN_NAMES.isdisjoint(keys[1:])
    ):  # "… Broadcasters’ Guild Jane Roe"
        drop = 1
    while drop < len(keys) - 1 and keys[drop] in fields and keys[drop] not in GIVEN_NAMES:
        if not drop and keys[0] in GIVEN_OF_PLACES:
            break  # "Carolina Roe"; but "South Carolina Jane Roe"
        drop += 1
    joined = _JOINED_AGENT.fullmatch(given[0]) if given else None
    if joined is not None and (is_person_noun(joined[1]) or joined[1] in JOINED_AGENTS):
        drop = max(drop, 1)  # "Match-winner Roe"
    known = next((at for at, key in enumerate(keys) if key in GIVEN_NAMES | FIRST_OF_TWO), 0)
    if known >= 3:  # the words of a headline in capitals: "Union Softly Rejects Ilse Marn"
        return without(name, known)
    if not drop:
        return name
    role = " ".join(part for part in (name.role, *given[:drop]) if part)
    return replace(name, role=role, given=given[drop:], given_keys=keys[drop:])


def _one_of(several: str, written: str) -> Name:
    """The name of one of several whom a title stands before: "Senators Jane Roe and Tom Lind"."""
    name = parse_name(written)
    return replace(name, role=name.role or re.sub(r"s(\.?)$", r"\1", several))


def without_acronyms(text: str, occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Without bodies and people by their initials (WHO, MPs), unless the word is a person's surname elsewhere."""
    names = {one.name.surname_key for one in occurrences if one.name.given_keys or one.name.role}
    kept = [
        one
        for one in occurrences
        if not is_acronym(one.text.removesuffix("s")) or (one.name.surname_key in names and one.name.role)
    ]
    return [one for one in kept if one.name.role or text[one.start - 4 : one.start] not in _THE or not _ends_short(one)]


def _ends_short(one: Occurrence) -> bool:
    """Whether what stands behind "the" ends in initials: "The Nominated MCA" is an office."""
    last = one.text.rpartition(" ")[2]
    return last != one.text and is_acronym(last) and not one.text.isupper()


def is_initialled(one: Occurrence) -> bool:
    """Whether a name begins with a body's initials, and so is a body's: "CORE Teachers"; not "GOP Senator Jane Roe"."""
    first, _, rest = one.text.partition(" ")
    known = one.name.role or one.name.surname_first or fold(first) in GIVEN_NAMES
    letters = fold(first).replace(".", "")
    initials = "." in first and len(letters) == _TWO and letters not in PLACES_BY_INITIALS  # "T.J. Roe"
    return bool(rest) and not known and is_acronym(first) and len(first) > _TWO and not (rest.isupper() or initials)


def without_agencies(text: str, state: bytes | bytearray, occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Names without an agency's initials before them, where the surname is somebody's: "Talking to ANI Roe said"."""
    surnames = {one.name.surname_key for one in occurrences if one.name.given_keys and not is_initialled(one)}
    out: list[Occurrence] = []
    for one in occurrences:
        first, _, rest = one.text.partition(" ")
        if is_initialled(one) and first.isupper() and fold(first) in AGENCIES and one.name.surname_key in surnames:
            one = occurrence_at(text, state, one.end - len(rest), one.end)
        out.append(one)
    return out


def with_short_offices(text: str, occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Names with an office's initials as their role, where the text has the office in full before a name of this
    surname, or explains it: "RC Roe" of a "Regional Commissioner (RC), Jane Roe", "DP Roe" of a Deputy President."""
    offices: defaultdict[str, set[str]] = defaultdict(set)
    for one in occurrences:
        initials = "".join(word[0] for word in re.split(r"[ -]", one.name.role) if word[:1].isupper()).lower()
        offices[one.name.surname_key] |= {initials, fold(one.name.role) if one.name.role.isupper() else initials}
    explained = set(_IN_BRACKETS.findall(text))
    heads = _EXPLAINED_OFFICE.finditer(text)
    held = {found["short"] for found in heads if is_role_word(fold(found["head"]))}
    titled = {(fold(word), one.name.surname_key) for one in occurrences for word in one.name.role.split()}
    out: list[Occurrence] = []
    for one in occurrences:
        first = fold(one.name.given[0]) if len(one.name.given) == 1 and not one.name.role else ""
        if first in BEFORE_FULL_NAMES and (first, one.name.surname_key) in titled:  # "Eze Roe" of an Eze Dr. Ike Roe
            out.append(replace(one, name=replace(without(one.name, 1), role=one.name.given[0])))
            continue
        if _is_led_by_initials(one, held):
            first = one.name.given[0]
            out.append(replace(one, name=replace(without(one.name, 1), role=first.upper())))
            continue
        short = one.text.partition(" ")[0] if len(one.name.given) == 1 and not one.name.role else ""
        if short.isalpha() and short.isupper() and _TWO <= len(short) <= _LONGEST_OFFICE:
            low = short.lower()
            named = offices[one.name.surname_key]
            told = any(initials.startswith(low) or initials.endswith(low) for initials in named)
            told = told or _in_full(text, short)
            if told or short in explained:
                one = replace(one, name=replace(one.name, role=short, given=(), given_keys=()))
        out.append(one)
    return out


def _in_full(text: str, short: str) -> bool:
    """Whether a text has an office in full whose initials these are: "PS" of a "Permanent Secretary"."""
    words = r"(?: (?:of|for|and|the))* ".join(rf"{letter}[a-z]+" for letter in short)
    return any(is_role_word(fold(found.rpartition(" ")[2])) for found in re.findall(rf"\b{words}\b", text))


def _is_led_by_initials(one: Occurrence, offices: Set[str]) -> bool:
    """Whether a full name stands behind the initials of an office, of which the text has `offices` in full, or of
    whatever stands before a known given name: "UWO Rahim Roe"; not a ship's ("HMS Anna Maria")."""
    first, _, rest = one.text.partition(" ")
    if one.name.role or one.name.surname_first or len(one.name.given_keys) < _TWO or not is_acronym(first):
        return False
    if first in offices:
        return True
    known = one.name.given_keys[1] in GIVEN_NAMES and one.name.given_keys[1] not in PLACES
    plain = first.isalpha() and len(first) > _TWO and fold(first) not in SHIPS and not rest.isupper()
    return plain and known and one.name.surname_key not in BODY_WORDS | ORGANISATIONS | THINGS_OF_PEOPLE


def is_whose_office(text: str, one: Occurrence) -> bool:
    """Whether a single word tells of which club or place somebody behind it is: "Holm" of "Holm striker Jane Roe"."""
    if one.name.given_keys or one.name.role or one.name.gender:
        return False
    found = _OFFICE_BEHIND.match(text, one.end)
    return found is not None and is_person_noun(found["role"])


def is_of_list(text: str, one: Occurrence) -> bool:
    """Whether a full name closes a part of a list: "Jane Roe, secretary Tom Lind and others said"."""
    before = text[max(0, one.start - _CAPTION) : one.start].rpartition(", ")[2].split()
    opens = not before or before == ["and"] or is_person_noun(fold(before[-1]))
    closes = text.startswith((",", " and "), one.end)
    return 0 < len(one.name.given_keys) < _LONGEST_OFFICE and opens and closes


def is_acronym(written: str) -> bool:
    """Whether a word is the initials of a body: two to six capitals."""
    plain = written.replace(".", "")
    return 2 <= len(plain) <= 6 and plain.isalpha() and plain.isupper()


def without_heading(
    one: Occurrence, sure: Set[FullName], common: Set[str], titled: Set[str], *, prose: bool = False
) -> Occurrence:
    """The same without words of a heading that its capitals joined to the name."""
    name = unheaded(one.name, sure, common, titled, opens=one.opens, introduced=one.introduced, prose=prose)
    return replace(one, name=name)


def is_body(name: Name) -> bool:
    """Whether what was read as a person's name is that of a body."""
    if name.surname_first and name.given:
        return False  # "Park Ji-woo"
    if name.surname_key in STYLES and not GIVEN_NAMES.intersection(name.given_keys):
        return True  # "His Excellency"
    if _JOINED_WORDS.match(name.surname) or (*name.given_keys[-1:], name.surname_key) in TWO_WORDS:
        return True
    if name.surname_key in NEVER_NAMES:
        return not (name.given_keys and name.given_keys[0] in GIVEN_NAMES)
    known = bool(name.given_keys) and (
        name.given_keys[0] in GIVEN_NAMES or is_called_christian((*name.given_keys, name.surname_key))
    )
    held = name.role != "" and is_role_word(fold(name.role).split()[-1])
    known = known or (held and bool(name.given_keys) and name.given_keys[0] in GIVEN_OF_PLACES)
    titled = fold(name.role).rpartition(" ")[2] in HONORIFICS | BEFORE_FULL_NAMES
    known = known or (titled and name.given_keys[:1] != () and name.given_keys[0] in WEEKDAYS)  # "Chief Sunday Roe"
    known = known or (held and len(name.given_keys) == 1 and name.surname_key in SURNAMES_OF_PLACES)
    if not (name.given_keys or name.role) and name.surname_key in NEWS_AGENCIES - GIVEN_NAMES:
        return True
    if name.given_keys and name.surname_key in NAMED_AFTER_PEOPLE:
        return True  # "George Washington University"
    return (
        not known
        and (
            name.surname_key in BODY_WORDS
            or name.surname_key in ORGANISATIONS
            or name.surname_key in _FIELDS_AND_WATERS
            or _are_many(name.surname_key)
            or (is_role_word(name.surname_key) and name.surname_key not in ROLE_SURNAMES)  # "County Policing Commander"
            or (held and not name.given_keys and name.surname_key.endswith(_CALLINGS))  # "the Executive Engineer"
            or any(key in _OPENS_NO_NAME for key in name.given_keys[:1] if len(key) > 1)
        )
    )


def surnames_like_places(occurrences: Sequence[Occurrence]) -> set[str]:
    """Surnames that look like a place's, of people who are named in full: "Park Ji-woo", "Councillor Traci Park"."""
    return {
        one.name.surname_key
        for one in occurrences
        if (one.name.surname_first and one.name.given)
        or (one.name.given_keys and one.name.surname_key in SURNAMES_OF_PLACES and not is_body(one.name))
    }


def _are_many(word: str) -> bool:
    """Whether a word is the plural of what people are: "Nurses" of "Queensland Nurses and Midwives' Union"."""
    one = f"{word[:-3]}fe" if word.endswith("ves") else word[:-1] if word.endswith("s") else ""
    return is_person_noun(one)


def without_offices(text: str, occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Without offices that stand behind a name: "Jane Roe, Head of Climate Impacts Research, said"."""
    ends = {one.end for one in occurrences if one.name.given_keys}
    counts = Counter(one.name.surname_key for one in occurrences)
    return [
        one
        for one in occurrences
        if one.start - 2 not in ends
        or text[one.start - 2 : one.start] != ", "
        or " of " not in f"{one.name.role} "
        or set(one.name.given_keys) & GIVEN_NAMES
        or counts[one.name.surname_key] > 1
    ]


def only_names(occurrences: Sequence[Occurrence], common: Set[str]) -> list[Occurrence]:
    """Without single words that begin sentences and are never seen as names elsewhere ("Current", "Voter")."""
    sure = {one.name.surname_key for one in occurrences if not one.opens or one.name.given_keys or one.name.role}
    sure |= {one.name.given_keys[0] for one in occurrences if one.name.given_keys[:1]} & GIVEN_NAMES  # "Flavio said"
    sure |= {one.name.called for one in occurrences if one.name.surname_first and one.name.given}  # "Duc said"
    sure |= {key for one in occurrences for key in one.name.given_keys[1:] if len(key) > 1}  # the first of two surnames
    return [
        one
        for one in occurrences
        if " " in one.text or not one.opens or (one.name.surname_key in sure and fold(one.text) not in common)
    ]


def says_who(word: str, written: str, one: Occurrence) -> bool:
    """Whether the word before a name is its bearer's office, calling or age ("one of them, 67-year-old Jane Roe"), or
    begins his office ("her challenger, state Rep. Jane Roe")."""
    begins = word in OFFICE_FRONTS and bool(one.name.role)
    calling = written.islower() and is_calling(word)
    return begins or calling or is_role_word(word) or bool(_AGE.fullmatch(written))
