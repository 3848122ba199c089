"""Whom "the senator", "the former ambassador" or "the Vermont independent" stands for.

A description is compared with the roles that the article gives its people, by head ("senator"), by what changes a role
("former", "deputy") and by the proper words beside it ("Vermont"). What the article does not say is decided by who
speaks: the same person goes on speaking under a description unless somebody else was named in between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.news.coreference.accused import accused
from index.attribution.news.coreference.described import Description, parse_description, with_small_head
from index.attribution.news.coreference.epithets import (
    gender_of,
    has_one_bench,
    introduced_below,
    is_of_another,
    may_be_called,
    of_its_place,
    tells_calling,
)
from index.attribution.news.coreference.offices import (
    WORD,
    heads_agree,
    held_by,
    holder_by_initials,
)
from index.attribution.news.coreference.parties import is_of_a_party, party_tags
from index.attribution.news.coreference.pronouns import Heard, last_paragraph, paragraphs_between, subject_before
from index.attribution.news.coreference.roles import Roles
from index.attribution.news.coreference.titled import holder_of, titled_so
from index.attribution.news.entities import Cast
from index.attribution.news.occurrences import Occurrence
from index.language.acts import RELATIVES
from index.language.bodies import ADHERENTS
from index.language.descriptions import (
    ARTISTS,
    ATHLETES,
    COMPATRIOTS,
    LEGISLATORS,
    MANY_HOLD,
    MEDIA,
    NEUTRAL_WORDS,
    OFFICES_BY_INITIALS,
    OFFICES_IN_FULL,
    ONE_HOLDS,
    PARTIES,
    PRESIDE,
    PUBLIC_HEADS,
    STATE_FORMS,
    TITLE_WORDS,
    WHOLE_STATES,
)
from index.language.roles import OFFICE_FRONTS
from index.model import Span
from index.names.parse import fold

# "the mother-of-three", "the 44-year-old": whoever spoke last, of that gender, or was just introduced.
_EPITHET = re.compile(
    rf"[Tt]he (?:(?P<kin>{'|'.join(sorted(RELATIVES))})[- ]of[- ]\w+|(?:single|young|proud|worried|grieving|furious) "
    rf"(?P<alone>{'|'.join(sorted(RELATIVES))})|\d{{1,3}}-year-old|(?P<people>[A-Z][a-z]+))"
)
_AGED = re.compile(r"[Tt]he \d{1,3}-year-old(?:\s[\w’'-]+){1,3}")  # "the 44-year-old nurse"
_BENCHES = re.compile(r"(?i:opposition|government|backbench|local|area|ruling party) (?=MPs?$)")  # "the Opposition MP"
_PRESIDING = re.compile(rf"[Aa]n? (?:[A-Za-z-]+ ){{0,3}}({'|'.join(sorted(PRESIDE))})")
_LINE_OF_PROSE = re.compile(r"[.!?][”\"’']?[ \t]*\n")
_SUBJECT = re.compile(r"(?:(?<=[.!?]\s)|(?<=[.!?][”\"]\s)|(?<=\n))The((?:\s[\w’'-]+){1,5})")
SENTENCE_END = re.compile(r"(?:(?<=[a-z0-9]{3})\.|[!?])[”\"'’)]*\s+(?=[A-Z“\"‘'(])|\n")  # not after "Mr."
_CLAUSE_END = re.compile(rf",|{SENTENCE_END.pattern}")
_CLAUSE = 60  # characters
_PUBLIC = PUBLIC_HEADS | LEGISLATORS
_YEARS = re.compile(r"(\d{1,3})-year-old")
_NO_PLAYER = 40  # years of age
_LEADS_TEAM = {"manager", "coach"}
_LEAD = 500  # characters of the first line
_OPENING = 20  # characters between a paragraph and the words that open the next


def _is_short(word: str) -> bool:
    """Whether a word is an office's initials: "PM", "LoP"."""
    return word[:1].isupper() and word[-1:].isupper()


class Describer:
    """Resolves the definite descriptions of one article."""

    def __init__(self, cast: Cast, roles: Roles, contents: Sequence[Span]) -> None:
        """`contents`: what is content of some statement; names in there are the speaker's words."""
        self._cast = cast
        self._contents = contents
        self._roles = roles
        self._held = {person: held_by(found) for person, found in roles.by_person.items()}
        self._tags = party_tags(cast)
        first = cast.text.partition("\n")[0]
        self._headline = len(first) if first != cast.text and first[-1:] not in '.!?”"' else 0
        self._called: dict[str, set[int]] = {}  # who was meant by a description's head so far
        self._bearers: dict[str, set[int]] = {}  # of titles
        for one in cast.occurrences:
            for word in fold(one.name.role).split() if one.person >= 0 else ():
                self._bearers.setdefault(word, set()).add(one.person)

    def person(
        self, written: str, place: int, content: Sequence[Span], heard: Sequence[Heard]
    ) -> tuple[int, float] | None:
        """The person whom `written`, standing at `place`, describes, and how surely; None unless the match is clear.

        "The lawmaker" of whom nothing else tells is whoever was called so before.
        """
        found = self._person(written, place, content, heard)
        described = parse_description(written)
        if described is None or described.head not in LEGISLATORS:
            return found
        if found is not None:
            self._called.setdefault(described.head, set()).add(found[0])
            return found
        spoken = [one for one in heard if one.place < place]
        goes_on = described.proper and self._cast.text.startswith(" also ", place + len(written))
        if goes_on and spoken and spoken[-1].person >= 0 and not self._fits_seat(spoken[-1].person):
            return spoken[-1].person, 0.6  # "Roe … Thanking the premier, the Tarn East MP also asked"
        before = self._called.get(described.head, set())
        held = any(one.head == described.head for held in self._held.values() for one in held)
        return (next(iter(before)), 0.6) if len(before) == 1 and not held else None

    def _person(
        self, written: str, place: int, content: Sequence[Span], heard: Sequence[Heard]
    ) -> tuple[int, float] | None:
        if (below := introduced_below(self._cast, place, written, self._roles.by_person)) is not None:
            return below, 0.7
        if (charged := accused(self._cast, written)) is not None:
            return charged, 0.7
        presiding = _PRESIDING.fullmatch(written) if place < _LEAD else None
        if presiding is not None and _LINE_OF_PROSE.search(self._cast.text, 0, place) is None:
            written = f"the {presiding[1]}"  # "A judge has said", in the first line below the headline
        initials = fold(_BENCHES.sub("", written)).removeprefix("the ")
        if initials in OFFICES_BY_INITIALS and _is_short(written.rpartition(" ")[2]):
            meant = holder_of(initials, self._roles.by_person, heard, place)
            if meant is not None or initials not in LEGISLATORS:
                return meant
        if (short := holder_by_initials(self._cast.text, written, self._roles.by_person)) is not None:
            return short, 0.7
        if (office := OFFICES_IN_FULL.get(fold(written).removeprefix("the "))) is not None:  # "the chief executive"
            held = holder_of(office, self._roles.by_person, heard, place)
            if held is not None:
                return held
        if (titles := TITLE_WORDS.get(fold(written))) is not None:
            bearer = titled_so(fold(written), titles, self._bearers, self._held, heard, place)
            if bearer is not None:
                return bearer, 0.7
        described = parse_description(written)
        epithet = _EPITHET.fullmatch(written) if described is None else None
        if epithet and epithet["people"] and fold(epithet["people"]) not in COMPATRIOTS:
            epithet = None
        titled = parse_description(with_small_head(written)) if described is None else None
        aged = _AGED.fullmatch(written)
        if (whose := of_its_place(written)) != written:
            held = self.person(whose, place, content, heard)
            return None if held is None or is_of_another(self._roles.by_person.get(held[0], ())) else held
        before = [
            one
            for one in self._cast.within(0, place)
            if one.person >= 0 and not any(a <= one.start < b for a, b in content)
        ]
        aside = self._named_beside(place + len(written), content)
        introduced, going_on = None, self._going_on(place, before, heard)
        years = _YEARS.search(written) is not None
        trained = tells_calling(written) or (described is not None and described.head in ATHLETES | ARTISTS)
        if going_on is None and (epithet or aged or trained):
            introduced = self._introduced(min([place, *(start for start, _ in content)]), before, heard)
            told = [one for one in before if one.start > self._headline]
            if introduced is None and (trained or years) and len(alone := {one.person for one in told}) == 1:
                introduced = alone.pop()  # nobody else is named so far
            other = introduced is not None and described is not None and not self._is_of_trade(introduced, described)
            going_on = introduced = None if other else introduced
        if going_on is not None and (epithet or aged):
            going_on = self._of_age(written, going_on, place, before)
        if going_on is None and described is not None:
            going_on = self._alone(described, place, heard)
        if going_on in aside:
            going_on = None
        if going_on is not None and may_be_called(self._cast, place, written, going_on, self._roles.by_person):
            return going_on, 0.7
        if titled is not None and going_on is not None and self._fits(going_on, titled):
            return going_on, 0.8
        if described is None and epithet is None and aged is None:
            return None
        if described is None:
            gender = gender_of(fold(epithet["kin"] or epithet["alone"] or epithet["people"] or "")) if epithet else None
            known = None if going_on is None else self._cast.people[going_on].gender
            return (going_on, 0.7) if going_on is not None and (known is None or gender in (None, known)) else None
        holders = {one.person for one in before if self._fits(one.person, described)}
        if not holders and described.head in ONE_HOLDS | PRESIDE:  # named later, in a summary first
            holders = {person for person in self._held if self._fits(person, described)}
        if going_on is not None and going_on in holders:
            return going_on, 0.8
        if len(holders) == 1:
            holder = holders.pop()
            talks = holder in {one.person for one in heard[-3:]}
            near = (
                talks
                or described.proper
                or described.head not in MANY_HOLD
                or (described.head in PRESIDE and has_one_bench(self._cast.text))
                or self._distance(holder, place, before) <= 1
            )
            return (holder, 0.8) if near and holder not in aside else None
        if (
            going_on is not None
            and not holders
            and described.proper
            and self._sits_somewhere(going_on, described, written)
        ):
            return going_on, 0.6
        voice = going_on is not None and self._speaks_for(going_on, described)
        if going_on is not None and not holders and (voice or self._is_deputy(going_on, described)):
            return going_on, 0.6
        near = [(a, b) for a, b in self._contents if b <= place < b + _LEAD]
        if any(fold(written) in fold(self._cast.text[a:b]) for a, b in near):
            going_on = None  # "“The mayor must decide,” Roe said. The mayor denied it"
        if going_on is not None and not holders and (going_on == introduced or self._may_be(going_on, described)):
            return going_on, 0.7
        held = self._held.get(going_on, ()) if going_on is not None else ()
        told = self._tags.get(going_on or 0, frozenset()).union(*(one.words for one in held))
        if going_on is not None and is_of_a_party(described, {one.head for one in held}, told):
            return going_on, 0.6
        recent = {one.person for one in before if "\n" not in self._cast.text[one.end : place]} & holders - aside
        return (recent.pop(), 0.6) if len(recent) == 1 else None

    def _named_beside(self, end: int, content: Sequence[Span]) -> set[int]:
        """Whom the clause behind a description names: somebody else ("the senator said of Roe")."""
        stop = SENTENCE_END.search(self._cast.text, end, end + _CLAUSE)
        names = self._cast.within(end, stop.start() if stop else end + _CLAUSE)
        return {one.person for one in names if not one.quoted and not any(a <= one.start < b for a, b in content)}

    def _distance(self, person: int, place: int, before: Sequence[Occurrence]) -> int:
        """Paragraphs since a person was last named."""
        last = max((one.end for one in before if one.person == person and not one.quoted), default=0)
        return paragraphs_between(self._cast.text, last, place)

    def subjects(self, start: int, end: int, taken: Sequence[Span], heard: Sequence[Heard]) -> list[Occurrence]:
        """Descriptions of known people that open sentences in `[start, end)`, as if they were names.

        Those inside `taken` (content of statements) are left out.
        """
        out: list[Occurrence] = []
        for match in _SUBJECT.finditer(self._cast.text, start, end):
            if any(a <= match.start() < b for a, b in taken):
                continue
            found = self._subject(match, heard)
            if found is not None:
                out.append(found)
        return out

    def _subject(self, match: re.Match[str], heard: Sequence[Heard]) -> Occurrence | None:
        text = self._cast.text
        for word in reversed(list(WORD.finditer(text, match.start(1), match.end(1)))):
            written = text[match.start() : word.end()]
            if parse_description(written) is None or re.match(r"[’'-]|\s[A-Z]", text[word.end() : word.end() + 2]):
                continue
            spoken = [one for one in heard if one.place < match.start()]
            found = self.person(written, match.start(), (), spoken)
            if found is None:
                return None
            person = self._cast.people[found[0]]
            return Occurrence(match.start(), word.end(), written, person.parsed, found[0], opens=True)
        return None

    def _fits(self, person: int, described: Description) -> bool:
        if not self._of_gender(person, described):
            return False
        tags = self._tags.get(person, frozenset())
        held = self._held.get(person, ())
        known = tags.union(*(one.words for one in held))
        if not described.proper <= known:
            return False
        if described.head in ("republican", "democrat", "independent"):
            return described.head in tags and bool(described.proper)
        return any(
            heads_agree(described.head, one)
            and (
                one.changes == described.changes
                or (described.head == "premier" and one.changes == frozenset({"prime"}))
            )
            and described.bodies <= one.words
            and (described.proper <= one.words | tags)
            for one in held
        )

    def _fits_seat(self, person: int) -> bool:
        """Whether somebody is told to sit in a parliament, and so for another seat than one that does not fit."""
        return any(one.head in LEGISLATORS for one in self._held.get(person, ()))

    def _of_age(self, written: str, person: int, place: int, before: Sequence[Occurrence]) -> int | None:
        """Who spoke last, for "the 22-year-old"; of a coach the one player whom he spoke of, in this or the last
        paragraph, or nobody."""
        years = _YEARS.search(written)
        leads = any(one.head in _LEADS_TEAM for one in self._held.get(person, ()))
        if years is None or int(years[1]) >= _NO_PLAYER or not leads:
            return person
        begin = last_paragraph(self._cast.text, place)
        others = {one.person for one in before if one.start >= begin and not one.quoted} - {person}
        return others.pop() if len(others) == 1 else None

    def _sits_somewhere(self, person: int, described: Description, written: str) -> bool:
        """Whether somebody sits in a parliament, and nothing tells for another place or party: "Labour MSP Jane Roe …
        The Isles MSP accused"."""
        held = self._held.get(person, ())
        if described.head not in LEGISLATORS or not any(heads_agree(described.head, one) for one in held):
            return False
        words = {fold(word) for role in self._roles.by_person.get(person, ()) for word in WORD.findall(role)}
        party = ADHERENTS & words
        initials = any(word.isupper() for word in written.split()[1:-1])  # "The SNP MSP"
        if party and (initials or described.proper & ADHERENTS - party):
            return False
        return words <= ADHERENTS | OFFICE_FRONTS | NEUTRAL_WORDS | LEGISLATORS | {"area"}

    def _speaks_for(self, person: int, described: Description) -> bool:
        """Whether somebody is a body's voice by an office: "the spokesman" of its director of media operations."""
        words = set[str]().union(*(one.words for one in self._held.get(person, ())))
        return described.head == "spokesman" and not words.isdisjoint(MEDIA) and self._of_gender(person, described)

    def _is_deputy(self, person: int, described: Description) -> bool:
        """Whether a description is the office of somebody under another or former one: "the minister" of a deputy."""
        held = self._held.get(person, ())
        return not described.changes and any(heads_agree(described.head, one) for one in held if one.changes)

    def _of_gender(self, person: int, described: Description) -> bool:
        gender = self._cast.people[person].gender
        return gender is None or described.gender in (None, gender)

    def _going_on(self, place: int, before: Sequence[Occurrence], heard: Sequence[Heard]) -> int | None:
        """Who spoke last, in this or the last paragraph, if nobody else was named since outside of quotations."""
        spoken = [one for one in heard if one.place < place]
        if not spoken or spoken[-1].person < 0:
            return None
        last = spoken[-1]
        text = self._cast.text
        if paragraphs_between(text, last.place, place) > 1:
            return None
        stop = SENTENCE_END.search(text, last.place, place)
        since = stop.end() if stop else last.place  # whom the last speaker's own sentence names is an object there
        named = {
            one.person
            for one in before
            if one.start >= since and not one.quoted and not any(a <= one.start < b for a, b in self._contents)
        }
        return last.person if named <= {last.person} else None

    def _alone(self, described: Description, place: int, heard: Sequence[Heard]) -> int | None:
        """The one person whom the article names before a place, of whom nothing else is told and who spoke last but for
        somebody under another description: "“…,” Roe said. The mayor denied it. “…,” the lawmaker said"."""
        spoken = [one for one in heard if one.place < place and one.person >= 0]
        named = {one.person for one in self._cast.within(0, place) if one.person >= 0 and not one.quoted}
        if len(named) != 1 or not spoken or described.head not in LEGISLATORS:
            return None
        near = paragraphs_between(self._cast.text, spoken[-1].place, place) <= 1
        unknown = not self._held.get(spoken[-1].person)
        return spoken[-1].person if near and unknown and named == {spoken[-1].person} else None

    def _introduced(self, start: int, before: Sequence[Occurrence], heard: Sequence[Heard]) -> int | None:
        """Who alone is named in the sentence right before the one at `start`, and opens it: "Jane Roe slept. “I woke at
        two,” the 44-year-old said." The sentence may be the last one of the paragraph before."""
        text = self._cast.text
        begin = max(0, start - _OPENING)
        lead = text[begin:start].rstrip(" \t“\"‘'")
        end = begin + len(lead.rstrip()) if lead.endswith("\n") else start
        person = subject_before(text, before, end, [one for one in heard if one.place < start])
        last = max((one.start for one in before if one.start < end and one.person == person), default=end)
        behind = _CLAUSE_END.search(text, last, end)
        named = {one.person for one in before if last <= one.start < (behind.start() if behind else end)}
        return person if person >= 0 and named <= {person} else None

    def _is_of_trade(self, person: int, described: Description) -> bool:
        """Whether who leads a team is told of for one, and a player for a player: "the manager" is no striker."""
        heads = {one.head for one in self._held.get(person, ())}
        leads = bool(heads & _LEADS_TEAM)
        return not heads or (described.head in _LEADS_TEAM) == leads or (leads and "former" in described.changes)

    def _may_be(self, person: int, described: Description) -> bool:
        """Whether nothing that the article says of a person speaks against a description."""
        kinds = [kind for kind in (_PUBLIC, ATHLETES, ARTISTS) if described.head in kind]
        if not kinds or not self._of_gender(person, described):
            return False
        tags = self._tags.get(person, frozenset())
        parties = set(PARTIES.values())
        if tags & parties and {described.head, *described.proper} & parties - tags:
            return False
        states = set(STATE_FORMS.values())
        if tags & states and described.proper & states - tags:
            return False
        held = self._held.get(person, ())
        heads = {one.head for one in held}
        if not self._is_of_trade(person, described) or (described.head in LEGISLATORS - PUBLIC_HEADS and heads):
            return False  # "the Holt MLA" is no senator
        if not heads and described.head in ONE_HOLDS and described.proper & WHOLE_STATES:
            return False  # "the president of the land" is nobody of whom nothing tells it
        # "The actress" is one whom the text calls so.
        fits = any(heads <= kind and (heads or kind is _PUBLIC) for kind in kinds)
        return fits and heads != {"president"}  # of a foundation, as like as not
