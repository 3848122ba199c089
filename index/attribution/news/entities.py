"""The cast of an article: who is named in it, under which full name, in which roles, and where.

Names are found by their capital letters and taken apart by `names.parse_name`; a name is a person's when a title or a
known given name says so, when it is used as a person's (surname alone later), or when the tagger takes it as a source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from index.attribution.news.apposition import KIN_BEFORE, gender_beside, gender_of_kin, has_fallen, kin_in
from index.attribution.news.bearers import (
    NAMESAKES,
    Person,
    by_given_name,
    by_office_and_given,
    contradicts,
    likeliest,
    misprinted,
    of_two_surnames,
    same_person,
)
from index.attribution.news.bylines import wrote_it
from index.attribution.news.families import with_families
from index.attribution.news.headings import in_prose, names_a_person
from index.attribution.news.namesakes import ages_told, is_of_other_age, is_one_of_two, settle_spouses
from index.attribution.news.nicknames import with_nicknames
from index.attribution.news.occurrences import (
    LOWER,
    Occurrence,
    is_body,
    is_initialled,
    is_of_list,
    is_whose_office,
    occurrence_at,
    only_names,
    surnames_like_places,
    with_short_offices,
    without_acronyms,
    without_agencies,
    without_heading,
    without_offices,
)
from index.attribution.news.own import own_name
from index.attribution.news.runs import sequences
from index.attribution.news.things import without_things
from index.language.bodies import PLACES
from index.language.english import Gender
from index.language.mentions import BODY_WORDS, THINGS_OF_PEOPLE
from index.language.names import FIRST_OF_TWO, GIVEN_NAMES
from index.language.roles import (
    BARE_HONORIFICS,
    BELOW_A_HEAD,
    HEADS_OF_STATE,
    HONORIFICS,
    MALAY_FIRST,
    RANKS,
)
from index.names.genders import given_gender
from index.names.parse import Name, fold, parse_name

_INITIALS = re.compile(r"\b[^\W\d_a-z]\.[^\W\d_a-z]\.")
_BRACKETED = re.compile(r"\[(?P<given>[^\W\d_a-z][\w’'.-]+(?: [^\W\d_a-z][\w’'.-]*)?)\] $")
_TWO = 2  # words of a given name
_OFFICE = rf"(?P<office>(?<!prime )(?<!Prime )(?i:{'|'.join(sorted(BELOW_A_HEAD))}))"
_OFFICE_BEFORE = re.compile(_OFFICE + r"(?: (?:of|for) [^\W\d_][\w ]{2,30}?)?(?: [Hh]on\.?)?,? $")
_OFFICE_BEHIND = re.compile(r", (?:the |an? |\w+['’]s )?(?:[\w-]+ ){0,3}" + _OFFICE)
_REACH = 60  # characters before a name in which an office stands
_FEW = 200  # people that a given name alone is looked up among


@dataclass(frozen=True, slots=True)
class Cast:
    """People and the places where they are named, in order."""

    text: str
    people: tuple[Person, ...]
    occurrences: tuple[Occurrence, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> Sequence[Occurrence]:
        """The names inside `[start, end)`."""
        first = bisect_left(self.starts, start)
        return self.occurrences[first : bisect_left(self.starts, end)]


def with_occurrences(cast: Cast, more: Sequence[Occurrence]) -> Cast:
    """The cast with further places where its people are meant."""
    if not more:
        return cast
    both = tuple(sorted((*cast.occurrences, *more), key=lambda one: one.start))
    return replace(cast, occurrences=both, starts=tuple(one.start for one in both))


def build_cast(
    text: str, state: bytes | bytearray, sources: Sequence[tuple[int, int]], title: str | None = None
) -> Cast:
    """Find the cast of a text. `state` is the quotation state by character, `sources` the spans taken as sources."""
    raw = [occurrence_at(text, state, start, end) for start, end in sequences(text)]
    common = {match.group() for match in LOWER.finditer(text)}
    firsts = surnames_like_places(raw)
    raw = [one for one in raw if one.name.surname_key and (one.name.surname_key in firsts or not is_body(one.name))]
    raw = with_short_offices(text, without_things(text, without_agencies(text, state, raw)))
    raw = _with_bracketed(text, [one for one in raw if not is_initialled(one)])
    occurrences = without_offices(text, only_names(without_acronyms(text, raw), common))
    occurrences = [one for one in occurrences if not wrote_it(text, one)]
    occurrences = with_families(text, occurrences)
    extra = [occurrence_at(title, bytes(len(title)), *span) for span in sequences(title)] if title else []
    sure = {(one.name.given_keys, one.name.surname_key) for one in occurrences if one.name.given_keys and not one.opens}
    titled = {
        one.name.surname_key
        for one in (*occurrences, *extra)
        if one.name.given_keys[:1] and (one.name.gender or one.name.role)
    }
    occurrences = [without_heading(one, sure, common, titled, prose=in_prose(text, one.end)) for one in occurrences]
    heads = _speaking(text, occurrences, sources)
    kin = _relatives(text, occurrences)
    heads |= kin.keys()
    alone = Counter(one.name.surname_key for one in occurrences if not one.name.given_keys)
    seen = sure | {(one.name.given_keys, one.name.surname_key) for one in occurrences if one.name.given_keys}
    extra = [without_heading(one, sure, common, titled) for one in extra if not is_body(one.name)]
    fulls = [one for one in occurrences if one.name.given_keys]
    fulls += [one for one in extra if one.name.given_keys and names_a_person(one.name, seen)]
    people, by_surname, by_given = _people_of([one for one in fulls if _is_person(one, alone, heads)], common)
    for one in occurrences:
        if one.name.given_keys and has_fallen(text, one.start, one.end):
            place = same_person(one.name, by_surname[one.name.surname_key], people)
            if place is not None:
                people[place].fallen = True
    bearers = [same_person(one.name, by_surname[one.name.surname_key], people) for one in fulls]
    settle_spouses(text, occurrences, people, by_surname)
    ages = ages_told(text, fulls, bearers)
    totals = Counter(bearers)
    offices = _offices(text, fulls, bearers)
    known: list[Occurrence] = []
    for bare in (_of_gender(text, one, by_surname) for one in occurrences):
        if is_one_of_two(text, bare, by_surname) or is_of_other_age(text, bare, by_surname, ages):
            known.append(_numbered(bare, -1))
            continue
        another = KIN_BEFORE.search(text, max(0, bare.start - _REACH), bare.start) is not None
        one = _with_namesake(bare, people, by_surname, offices, another=another)
        if one is None:
            one = _with_person(bare, people, by_surname, heads, totals, common, alone)
        else:
            totals[one.person] += 1  # "President Roe" counts as a full name does
        if one.person < 0 and one.name.given_keys:
            one = _numbered(one, by_given.get((*one.name.given_keys, one.name.surname_key), -1))
        if one.person >= 0 and {one.name.suffix, people[one.person].parsed.suffix} == {"Jr.", "Sr."}:
            one = _numbered(one, -1)  # "His father, Roe Sr,"
        known.append(one)
        if one.person >= 0:
            person = people[one.person]
            person.places.append(one.start)
            if one.name.given_keys or one.start not in kin:  # "Roe's elder brother Andre": no Roe is he hereafter
                person.called.append(one.start)
            person.gender = person.gender or one.name.gender or kin.get(one.start)
    for number, gender in _genders_of_titles(known).items():
        people[number].gender = gender
    for number, gender in _genders_beside(text, known, people).items():
        people[number].gender = gender
    for person in people:  # who is called by a given name alone: "Kellan, a carpenter, said"
        if person.gender is None and not person.parsed.given_keys and " " not in person.parsed.surname:
            person.gender = given_gender(person.parsed.surname_key)
    found = tuple(with_nicknames(text, people, known))
    return Cast(text, tuple(people), found, tuple(one.start for one in found))


def _of_gender(text: str, one: Occurrence, by_surname: dict[str, list[int]]) -> Occurrence:
    """A surname alone that several people here have, with the gender that its own clause tells: "Roe has her own"."""
    name = one.name
    if name.given_keys or name.gender or len(by_surname.get(name.surname_key, ())) < _TWO:
        return one
    gender = gender_beside(text, one.end, opens=one.opens)
    return one if gender is None else replace(one, name=replace(name, gender=gender))


def _people_of(
    fulls: Sequence[Occurrence], common: Set[str]
) -> tuple[list[Person], defaultdict[str, list[int]], dict[tuple[str, ...], int]]:
    """People by their full names, the places of each surname's bearers among them, and of who has two given names and
    more by these alone ("Moslem Uddin" of a Moslem Uddin Jamal); not by words that are `common` ("Tarn Bus")."""
    people: list[Person] = []
    by_surname: defaultdict[str, list[int]] = defaultdict(list)
    by_given: dict[tuple[str, ...], int] = {}
    beginnings = {keys for one in fulls for keys in _called_by(one.name) if keys[0] in FIRST_OF_TWO}
    names = [one.name for one in fulls]
    short = [(*name.given_keys, name.surname_key) in beginnings for name in names]
    for at in sorted(range(len(fulls)), key=short.__getitem__):  # who is named by a beginning alone, last
        one, name = fulls[at], names[at]
        place = same_person(name, by_surname[name.surname_key], people)
        if place is None:
            place = by_given.get((*name.given_keys, name.surname_key))
        if place is None or place < 0:
            for keys in filter(common.isdisjoint, _called_by(name)):
                by_given[keys] = -1 if keys in by_given else len(people)  # of two people: of neither
            by_surname[name.surname_key].append(len(people))
            people.append(Person(_as_written(one), name, name.gender))
        elif len(name.full) > len(people[place].name) and "." not in people[place].name:
            people[place].parsed = name
            people[place].name = name.full
    return people, by_surname, by_given


def _called_by(name: Name) -> list[tuple[str, ...]]:
    """Two given names and more by which somebody is called without what follows: "Moslem Uddin" of a Moslem Uddin
    Jamal; of a Malay name every beginning: "Wan Kamil", "Wan Kamil Azlan" of a Wan Kamil Azlan Wan Yunus."""
    keys = name.given_keys
    if len(keys) < _TWO or name.surname_key in THINGS_OF_PEOPLE | BODY_WORDS:
        return []
    if keys[0] in FIRST_OF_TWO:
        return [keys[:end] for end in range(_TWO, len(keys) + 1)]
    return [] if GIVEN_NAMES.intersection(keys) else [keys]


def _with_bracketed(text: str, raw: Sequence[Occurrence]) -> list[Occurrence]:
    """The names with what an editor put before a surname in a quotation: "[Jane] Roe"."""
    out: list[Occurrence] = []
    for one in raw:
        given = None
        if not (one.name.given_keys or one.name.role) and text.startswith("] ", one.start - 2):
            given = _BRACKETED.search(text, max(0, one.start - _REACH), one.start)
        out.append(one if given is None else replace(one, name=parse_name(f"{given['given']} {one.text}")))
    return out


def _as_written(one: Occurrence) -> str:
    """A full name, its initials together where the text has them so: "T.J. Roe"."""
    together = _INITIALS.search(one.text) is not None
    return re.sub(r"\b([^\W\d_a-z]\.) (?=[^\W\d_a-z]\.)", r"\1", one.name.full) if together else one.name.full


def _relatives(text: str, occurrences: Sequence[Occurrence]) -> dict[int, Gender | None]:
    """Where relatives and others are named by a given name alone, and their genders; a longer name is none."""
    starts = [one.start for one in occurrences]
    found: dict[int, Gender | None] = {}
    for start, end, gender in kin_in(text):
        at = bisect_right(starts, start) - 1
        if at < 0 or not occurrences[at].start <= start < end < occurrences[at].end:
            found[start] = gender
    return found


def _genders_of_titles(known: Sequence[Occurrence]) -> dict[int, Gender]:
    """The genders that titles before surnames tell ("Mr Mutai" of a Hillary Mutai), where all of a person agree."""
    votes: defaultdict[int, set[Gender]] = defaultdict(set)
    for one in known:
        if one.person >= 0 and one.name.gender is not None and not one.name.given_keys:
            votes[one.person].add(one.name.gender)
    return {number: found.pop() for number, found in votes.items() if len(found) == 1}


def _genders_beside(text: str, known: Sequence[Occurrence], people: Sequence[Person]) -> dict[int, Gender]:
    """The genders of people whose name and titles tell none, where all that stands beside their names agrees."""
    votes: defaultdict[int, set[Gender]] = defaultdict(set)
    for one in known:
        if one.person >= 0 and people[one.person].gender is None:
            found = gender_of_kin(text, one.start) if one.name.given_keys else None
            found = found or gender_beside(text, one.end, opens=one.opens)
            if found is not None:
                votes[one.person].add(found)
    return {number: found.pop() for number, found in votes.items() if len(found) == 1}


def _is_person(one: Occurrence, alone: Counter[str], heads: set[int]) -> bool:
    name = one.name
    if not 0 < len(name.given_keys) <= 4 or not all(name.given_keys):
        return False
    if name.role or name.gender or name.given_keys[0] in GIVEN_NAMES:
        return True
    initial = any(len(key) == 1 for key in name.given_keys)
    return initial or one.introduced or alone[name.surname_key] > 0 or one.start in heads


def _speaking(text: str, occurrences: Sequence[Occurrence], sources: Sequence[tuple[int, int]]) -> set[int]:
    starts = [one.start for one in occurrences]
    found: set[int] = set()
    for start, end in sources:
        inside = occurrences[bisect_left(starts, start) : bisect_left(starts, end + 3)]
        one = own_name(text, start, end, inside)
        if one is not None and not is_whose_office(text, one):
            found.add(one.start)
        if one is not None and " and " in text[start:end]:
            found |= {other.start for other in inside if is_of_list(text, other)}
    return found


def _with_namesake(
    bare: Occurrence,
    people: list[Person],
    by_surname: dict[str, list[int]],
    offices: defaultdict[int, set[str]],
    *,
    another: bool,
) -> Occurrence | None:
    """The occurrence of a head of state's surname with its person, where the full names of this surname are those of
    people below him: "President Roe" of an Education Minister Joan Roe or a First Lady Ann Roe; or where he is told to
    be `another`, their relative: "her brother, President Roe"; None for all others."""
    words = _words(bare.name.role)
    places = by_surname.get(bare.name.surname_key, [])[:NAMESAKES]
    heads = words & HEADS_OF_STATE.union(*(offices[p] for p in places if not people[p].parsed.given_keys))
    if another and all(offices[p] for p in places):
        heads = words - BARE_HONORIFICS  # "President Roe praised his brother, Senator Roe"
    if bare.name.given_keys or not heads or words & BELOW_A_HEAD or not places:
        return None
    if same := [p for p in places if offices[p] & heads and not offices[p] & BELOW_A_HEAD]:
        return _numbered(bare, same[0]) if len(same) == 1 else None
    if not all((another or offices[p] & BELOW_A_HEAD) and not offices[p] & heads for p in places):
        return None
    offices[len(people)] = words
    by_surname[bare.name.surname_key].append(len(people))
    people.append(Person(bare.name.surname, bare.name, bare.name.gender))
    return _numbered(bare, len(people) - 1)


def _offices(text: str, fulls: Sequence[Occurrence], bearers: Sequence[int | None]) -> defaultdict[int, set[str]]:
    """The words of the offices that people hold where they are named in full, a lower one beside the name among them
    ("Jane Roe, the health minister")."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for one, bearer in zip(fulls, bearers, strict=True):
        if bearer is None:
            continue
        found[bearer].update(_words(one.name.role))
        if not text.startswith(one.text, one.start):
            continue  # of the title, whose places are others
        beside = _OFFICE_BEFORE.search(text, max(0, one.start - _REACH), one.start) or _OFFICE_BEHIND.match(
            text, one.end
        )
        if beside is not None:
            found[bearer].add(fold(beside["office"]))
    return found


def _words(role: str) -> set[str]:
    return set(fold(role).replace("-", " ").split())


def _with_person(
    one: Occurrence,
    people: list[Person],
    by_surname: dict[str, list[int]],
    heads: set[int],
    totals: Counter[int | None],
    common: set[str],
    alone: Counter[str],
) -> Occurrence:
    """The occurrence with its person: the same full name, or for a surname whom it means."""
    places = by_surname.get(one.name.surname_key, [])
    if one.name.given_keys:
        place = same_person(one.name, places, people)
        return _numbered(one, -1 if place is None else place)
    fitting = [p for p in places if not contradicts(one.name.gender, people[p].gender)]
    title = fold(one.name.role).strip(".")
    title = title.split()[-1] if title and RANKS.issuperset(title.replace("-", " ").split()) else title
    title = title.split()[0] if title and MALAY_FIRST.issuperset(title.split()[:1]) else title
    if one.name.gender and len(fitting) > 1:
        told = [p for p in fitting if people[p].places]  # "Mr Roe" is not a Phil Roe of whom nothing is told yet
        same = told if len(told) == 1 else [p for p in fitting if people[p].gender == one.name.gender]
        if not same and title in BARE_HONORIFICS:
            return _numbered(one, -1)  # "Ms. Roe" of a Kim and a Sasha Roe: nobody rather than the wrong one
        fitting = same or fitting
    if len(fitting) > 1 and title in BARE_HONORIFICS:
        fitting = [p for p in fitting if not people[p].fallen] or fitting  # "Mr. Roe" is who can still speak
    if fitting:
        return _numbered(one, likeliest(fitting, people, totals))
    if places and one.name.gender is None:
        return _numbered(one, places[0])
    if (one.name.surname_key in GIVEN_NAMES or one.start in heads) and not one.name.role:
        key = one.name.surname_key
        known = {p for p, person in enumerate(people[:_FEW]) if key == person.parsed.called}
        if len(known) == 1:
            return _numbered(one, known.pop())  # the given name alone, as in headlines and among relatives
    if (
        title in HONORIFICS | MALAY_FIRST | RANKS
        and (found := by_given_name(one.name.surname_key, title, people[:_FEW], alone)) is not None
    ):
        return _numbered(one, found)
    if (holder := by_office_and_given(one.name, people[:_FEW])) is not None:
        return _numbered(one, holder)
    if (whose := of_two_surnames(one.name.surname_key, people[:_FEW], common)) is not None:
        return _numbered(one, whose)
    if (
        one.start in heads
        and not one.name.role
        and (meant := misprinted(one.name.surname_key, people[:_FEW])) is not None
    ):
        return _numbered(one, meant)
    if one.name.role or (one.start in heads and fold(one.text) not in PLACES):
        by_surname.setdefault(one.name.surname_key, []).append(len(people))
        people.append(Person(one.name.surname, one.name, one.name.gender))
        return _numbered(one, len(people) - 1)
    return one


def _numbered(one: Occurrence, person: int) -> Occurrence:
    return replace(one, person=person)
