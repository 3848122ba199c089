"""The cast of an article: who is named in it, under which full name, in which roles, and where.

Names are found by their capital letters and taken apart by `names.parse_name`; a name is a person's when a title or a
known given name says so, when it is used as a person's (surname alone later), or when the tagger takes it as a source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from index.attribution.news.headings import FullName, names_a_person, unheaded, without
from index.attribution.news.quotes import INSIDE
from index.language.english import Gender, words
from index.language.names import FEMALE_NAMES, MALE_NAMES, PARTICLES
from index.language.roles import HONORIFICS, RANKS, ROLE_HEADS
from index.names.parse import Name, fold, name_strength, parse_name

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W_]|['’‑-](?=[^\W\d_]))*")
_ABBREVIATED = words(
    """
mr mrs ms dr sen sens rep reps gov govs gen lt col sgt rev jr sr st prof hon adm capt maj cmdr msgr fr mt ft ave
"""
)
_NEVER = words(
    """
the a an this that these those he she it they we you i his her its their our my your who what when where why how
which but and or nor so yet for if then than as at by in on of off to from with without within into onto over under
after before since until while during between among against about above below through because although though
however moreover meanwhile still also even just not no yes there here now today tonight yesterday tomorrow some many
most more much few all both each every either neither other another such same one two three four five six seven
eight nine ten hundreds thousands millions first second third last next new old former later earlier recently once
again never always often sometimes perhaps maybe instead indeed finally further rather despite according asked told
said says monday tuesday wednesday thursday friday saturday sunday january february march april june july august
september october november december is are was were be been has have had do does did will would can could should may
might must let get got go like look see read watch click share follow photo image video ad advertisement related
updated whether whose them him us me well oh hey ok
"""
)
_BODY = words(
    """
house senate congress parliament court department ministry office agency bureau committee commission council party
university college school institute institution foundation association union league society center centre group
company corporation corp inc llc ltd co bank fund post times news journal herald tribune gazette globe press
magazine network radio tv channel cnn nbc abc cbs bbc fox msnbc politico reuters ap afp street avenue road boulevard
square park county city town village state states kingdom republic nations america american americans republican
republicans democrat democrats democratic gop conservative conservatives liberal liberals labour labor tory tories
nato eu un fbi cia nsa dhs doj epa irs kremlin pentagon army navy air force corps marines police guard hall island
islands river lake mountain sea ocean gulf bay valley beach airport hospital church cathedral temple mosque north
south east west northern southern eastern western central new york washington texas california florida ohio iowa
hampshire carolina virginia jersey wisconsin michigan pennsylvania nevada indiana massachusetts minnesota missouri
oklahoma tennessee alabama arizona colorado connecticut illinois kansas kentucky louisiana maryland utah vermont
mexico canada china russia ukraine iran iraq syria israel france germany britain
england scotland ireland europe asia africa act bill law amendment constitution treaty agreement deal plan war day
week month year super tuesday convention campaign pac administration government cabinet supreme federal national
international world global united christian muslim muslims jewish jews catholic catholics black white latino latinos
hispanic hispanics chinese russian russians mexican british french german english spanish poll survey report caucus
primary election elections summit forum conference tower hotel club airlines facebook twitter google apple youtube
instagram reddit linkedin whatsapp telegram wall capitol hill
"""
)
_ARTICLES = words("a an the")
_PREPOSITIONS = words(
    """
of for to from by with at in on about against like than and including near between that
"""
)
_CLOSING = words(
    """
himself herself and of from with for in at on then jr sr
"""
)
_EDGES = " \t\r\n\u00a0,;:.–—-\"“”'‘’()[]"
_NAMESAKES = 30  # people of one surname that a name is compared with
_FEW = 200  # people that a given name alone is looked up among
_GENITIVE = re.compile(r"^['’]s?\s*$")
_LOWER = re.compile(r"\b[a-z][a-z]+\b")
_INTRODUCED = re.compile(
    r",\s+(?:\d{2}\b(?!\d)|who\b|whose\b|(?:a|an|the|his|her|one of|former)\s+[a-z])|\s+\((?:[RD]-|\d{2}\))"
)
_SAYING = re.compile(r"\b(?:said|says|asked|added|named|student|professor|called)\s$")
_GIVEN = MALE_NAMES | FEMALE_NAMES
_CLAUSE = re.compile(r",|\s[—–-]+\s|\bwho\b|\bwhose\b|\bwhich\b|\bthat\b|\(|\[|\n")


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
    introduced: bool = False  # an age, an apposition or a relative clause follows, or a verb of saying stands before


@dataclass(slots=True)
class Person:
    """One person of the article; `name` is the fullest form."""

    name: str
    parsed: Name
    gender: Gender | None = None
    places: list[int] = field(default_factory=list[int])


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
    raw = [_occurrence(text, state, start, end) for start, end in _sequences(text)]
    common = {match.group() for match in _LOWER.finditer(text)}
    occurrences = _only_names([one for one in raw if one.name.surname_key and not _is_body(one.name)], common)
    extra = [_occurrence(title, bytes(len(title)), *span) for span in _sequences(title)] if title else []
    sure = {(one.name.given_keys, one.name.surname_key) for one in occurrences if one.name.given_keys and not one.opens}
    titled = {one.name.surname_key for one in (*occurrences, *extra) if one.name.given_keys[:1] and one.name.gender}
    occurrences = [_unheaded(one, sure, common, titled) for one in occurrences]
    heads = _speaking(text, occurrences, sources)
    alone = Counter(one.name.surname_key for one in occurrences if not one.name.given_keys)
    people: list[Person] = []
    by_surname: dict[str, list[int]] = defaultdict(list)
    seen = sure | {(one.name.given_keys, one.name.surname_key) for one in occurrences if one.name.given_keys}
    extra = [_unheaded(one, sure, common, titled) for one in extra if not _is_body(one.name)]
    fulls = [one for one in occurrences if one.name.given_keys]
    fulls += [one for one in extra if one.name.given_keys and names_a_person(one.name, seen)]
    for one in fulls:
        if not _is_person(one, alone, heads):
            continue
        place = _same(one.name, by_surname[one.name.surname_key], people)
        if place is None:
            by_surname[one.name.surname_key].append(len(people))
            people.append(Person(one.name.full, one.name, one.name.gender))
        elif len(one.name.full) > len(people[place].name) and "." not in people[place].name:
            people[place].parsed = one.name
            people[place].name = one.name.full
    totals = Counter(_same(one.name, by_surname[one.name.surname_key], people) for one in fulls)
    known: list[Occurrence] = []
    for bare in occurrences:
        one = _with_person(bare, people, by_surname, heads, totals)
        known.append(one)
        if one.person >= 0:
            person = people[one.person]
            person.places.append(one.start)
            person.gender = person.gender or one.name.gender
    found = tuple(known)
    return Cast(text, tuple(people), found, tuple(one.start for one in found))


def _sequences(text: str) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with particles between them; not over sentence ends, commas or lines."""
    run: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = fold(match.group())
        capital = match.group()[0].isupper()
        if run:
            gap = text[run[-1][1] : start]
            fits = (capital and _joins(text, run[-1], gap)) or (gap in _SPACES and word in PARTICLES and len(word) > 1)
            stops = word in _NEVER and fold(text[run[-1][0] : run[-1][1]]) not in _GIVEN
            if not fits or stops or text[run[-1][1] - 2 : run[-1][1]] in _POSSESSIVE:
                yield from _closed(text, run)
                run = []
        if not run and (not capital or word in _NEVER):
            continue
        if end < len(text) and text[end] == "." and (word in _ABBREVIATED or len(word) == 1):
            end += 1
        run.append((start, end))
    yield from _closed(text, run)


_POSSESSIVE = ("'s", "’s")
_SPACES = (" ", "\u00a0")
_OF = (" of ", " for ", " of the ", " for the ", " to the ")


def _joins(text: str, last: tuple[int, int], gap: str) -> bool:
    """Whether what stands between two capitalised words leaves them one name ("Secretary of State Jane Roe")."""
    if gap in _SPACES or (gap.strip(" \u00a0") in ("“", "”", '"') and 2 <= len(gap) <= 3):
        return True
    return gap in _OF and is_role_word(fold(text[last[0] : last[1]]))


def _closed(text: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    while run and not text[run[-1][0]].isupper():
        run.pop()
    if run:
        start, end = run[0][0], run[-1][1]
        if text[start:end].endswith(_POSSESSIVE):
            end -= 2
        if end > start and end - start <= 90:
            yield start, end


def _occurrence(text: str, state: bytes | bytearray, start: int, end: int) -> Occurrence:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\"“'‘")
    opens = start < 3 or before == "" or before[-1] in ".!?\n:"
    return Occurrence(
        start,
        end,
        text[start:end],
        _parsed(text[start:end]),
        quoted=state[start] == INSIDE,
        opens=opens,
        introduced=bool(_INTRODUCED.match(text, end) or _SAYING.search(text, max(0, start - 12), start)),
    )


def _parsed(written: str) -> Name:
    """`parse_name`, with words of places and bodies in front of a name counted as its role ("Ohio Jane Roe")."""
    name = parse_name(written)
    given, keys = name.given, name.given_keys
    drop = 0
    while drop < len(keys) - 1 and keys[drop] in _BODY and keys[drop] not in _GIVEN:
        drop += 1
    known = next((at for at, key in enumerate(keys) if key in _GIVEN), 0)
    if known >= 3:  # the words of a headline in capitals: "Union Softly Rejects Ilse Marn"
        return without(name, known)
    if not drop:
        return name
    role = " ".join(part for part in (name.role, *given[:drop]) if part)
    return replace(name, role=role, given=given[drop:], given_keys=keys[drop:])


def _unheaded(one: Occurrence, sure: Set[FullName], common: Set[str], titled: Set[str]) -> Occurrence:
    return replace(one, name=unheaded(one.name, sure, common, titled, opens=one.opens))


def _is_body(name: Name) -> bool:
    if name.surname_key in _NEVER:
        return not (name.given_keys and name.given_keys[0] in _GIVEN)
    known = bool(name.given_keys) and name.given_keys[0] in _GIVEN
    return not known and (
        name.surname_key in _BODY or any(key in _BODY or key in _NEVER for key in name.given_keys[:1])
    )


def _only_names(occurrences: Sequence[Occurrence], common: Set[str]) -> list[Occurrence]:
    """Without single words that begin sentences and are never seen as names elsewhere ("Current", "Voter")."""
    sure = {one.name.surname_key for one in occurrences if not one.opens or one.name.given_keys or one.name.role}
    return [
        one
        for one in occurrences
        if " " in one.text or not one.opens or (one.name.surname_key in sure and fold(one.text) not in common)
    ]


def _is_person(one: Occurrence, alone: Counter[str], heads: set[int]) -> bool:
    name = one.name
    if not 0 < len(name.given_keys) <= 4 or not all(name.given_keys):
        return False
    if name.role or name.gender or name.given_keys[0] in _GIVEN:
        return True
    initial = any(len(key) == 1 for key in name.given_keys)
    return initial or one.introduced or alone[name.surname_key] > 0 or one.start in heads


def own_name(text: str, start: int, end: int, names: Sequence[Occurrence]) -> Occurrence | None:
    """The name of a mention `[start, end)` among `names`: its own, not somebody's whom it merely names.

    It closes the mention's head ("former mayor Jane Roe, 61"), or stands right after the head's comma, with nothing but
    its own role before it ("her lawyer, Jane Roe, ", "one critic, union leader Jane Roe of Ohio").
    """
    head = start + len(head_of(text[start:end]))
    leading: Occurrence | None = None
    for one in names:
        if start <= one.start and one.end <= head:
            before = fold(text[start : one.start]).split()
            rest = fold(_GENITIVE.sub("", text[one.end : head]).strip(_EDGES)).split()
            bare = not one.name.given_keys and not one.name.role  # "hosts an Atlanta show" names no person
            if not rest and not (before and (before[-1] in _PREPOSITIONS or (bare and before[-1] in _ARTICLES))):
                return one
            if rest and rest[0] in _CLOSING and not any(word in _PREPOSITIONS for word in before):
                leading = leading or one
    if leading is not None:
        return leading
    described = fold(text[start:head]).split()
    if text[head : head + 1] != "," or not described or text[start:head].split()[-1][:1].isupper():
        return None
    for one in names:
        if head < one.start <= end + 2:
            between = fold(text[head + 1 : one.start]).split()
            plain = len(between) <= 7 and not any(word in _PREPOSITIONS or word in _NEVER for word in between)
            if plain and (not between or is_role_word(between[-1])):
                return one
            return None
    return None


def _speaking(text: str, occurrences: Sequence[Occurrence], sources: Sequence[tuple[int, int]]) -> set[int]:
    starts = [one.start for one in occurrences]
    found: set[int] = set()
    for start, end in sources:
        one = own_name(text, start, end, occurrences[bisect_left(starts, start) : bisect_left(starts, end + 3)])
        if one is not None:
            found.add(one.start)
    return found


def _same(name: Name, places: Sequence[int], people: Sequence[Person]) -> int | None:
    best = max(places[:_NAMESAKES], key=lambda place: name_strength(name, people[place].parsed), default=None)
    return best if best is not None and name_strength(name, people[best].parsed) >= 0.8 else None


def _with_person(
    one: Occurrence,
    people: list[Person],
    by_surname: dict[str, list[int]],
    heads: set[int],
    totals: Counter[int | None],
) -> Occurrence:
    """The occurrence with its person: the same full name, or for a surname the one named last before it."""
    places = by_surname.get(one.name.surname_key, [])
    if one.name.given_keys:
        place = _same(one.name, places, people)
        return _numbered(one, -1 if place is None else place)
    fitting = [p for p in places if not _contradicts(one.name.gender, people[p].gender)]
    if fitting:
        return _numbered(one, max(fitting, key=lambda p: (len(people[p].places), totals[p], -p)))
    if places and one.name.gender is None:
        return _numbered(one, places[0])
    if one.name.surname_key in _GIVEN and not one.name.role:
        known = {p for p, person in enumerate(people[:_FEW]) if one.name.surname_key in person.parsed.given_keys[:1]}
        if len(known) == 1:
            return _numbered(one, known.pop())  # the given name alone, as in headlines and among relatives
    if fold(one.name.role).strip(".") in HONORIFICS:  # "Ms. Gao" of a Gao Junlan: some names begin with the surname
        known = {p for p, person in enumerate(people[:_FEW]) if person.parsed.given_keys == (one.name.surname_key,)}
        if len(known) == 1 and one.name.surname_key not in _GIVEN:
            return _numbered(one, known.pop())
    if one.name.role or one.start in heads:
        by_surname.setdefault(one.name.surname_key, []).append(len(people))
        people.append(Person(one.name.surname, one.name, one.name.gender))
        return _numbered(one, len(people) - 1)
    return one


def _contradicts(a: Gender | None, b: Gender | None) -> bool:
    return a is not None and b is not None and a != b


def _numbered(one: Occurrence, person: int) -> Occurrence:
    return replace(one, person=person)


def head_of(mention: str) -> str:
    """The mention up to its first comma, bracket or relative clause."""
    match = _CLAUSE.search(mention)
    return mention[: match.start()] if match and mention[: match.start()].strip() else mention


def is_role_word(word: str) -> bool:
    """Whether a folded word can be the head of a person's role."""
    return word in ROLE_HEADS or word in RANKS
