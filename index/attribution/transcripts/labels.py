"""Who the labels of a transcript stand for: people named in its title, its head, its labels and its text.

"THE PRESIDENT" is the president of the title, "MR PRICE" the Price whom the list of participants names in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from index.attribution.transcripts.beside import role_beside
from index.attribution.transcripts.offices import fuller_role, role_keys, same_object
from index.attribution.transcripts.parted import (
    NO_OFFICERS,
    PART,
    Officers,
    as_written,
    by_office_letters,
    described_person,
    initialled_in,
    initials_of,
    is_near,
    is_office_of,
    label_name,
)
from index.attribution.transcripts.people import (
    HEAD_CHARS,
    Person,
    clean_role,
    is_role,
    is_weak,
    likelier,
    of_just_this_office,
)
from index.attribution.transcripts.running import full_name_in, greeted_in, is_name_of, role_in_text
from index.attribution.transcripts.styled import STYLED
from index.language.descriptions import (
    DEPUTY_KEYS,
    NOT_BEFORE_NAMES,
    OFFICES_BY_INITIALS,
    SEATED,
    STANDS_IN,
    UNNAMED_LABELS,
)
from index.language.names import GIVEN_NAMES
from index.language.transcripts import (
    OF_COURT,
    ON_THE_BENCH,
    PRESIDES,
    ROOM_ROLES,
)
from index.names.parse import Name, fold, name_strength, parse_name
from index.names.roles import is_seat

_MADAME = re.compile(r"\b(?:Mme|MME|Madame|MADAME)\b\.? [A-Z]")
_SHOUTED = re.compile(r"[^\W\d_a-z]{3}")
_MOST_INITIALS = 6  # letters
_LEAST_TOLD = 3  # letters of somebody whom a sentence at the head names
MAX_SEARCHES = 60  # labels of one transcript whose full name is looked for in its text
_NO_OFFICE = ROOM_ROLES - {"chair", "chairperson"} | {"interviewer"}


@dataclass(frozen=True, slots=True)
class Identity:
    """What a label stands for."""

    speaker: str | None
    role: str | None
    resolved: bool


class Cast:
    """The people of one transcript; `identify` tells whom a label stands for.

    Built once for each transcript: `people` in order of trust, `text` for names that only the text gives in full,
    `labels` the surnames (keys) that have labels of their own: nobody of them is meant by an office alone; `officers`
    those whom labels call by office and surname.
    """

    def __init__(
        self,
        people: Iterable[Person],
        text: str,
        labels: Iterable[str] = (),
        title: str | None = None,
        officers: Officers = NO_OFFICERS,
    ) -> None:
        self._people = _merge(people)
        self._text, self._title = text, title or ""
        self._labels, self._officers = frozenset(labels), officers
        self._known: dict[tuple[str, str | None], Identity] = {}
        self._by_surname: dict[str, list[Person]] = {}
        for person in self._people:
            self._by_surname.setdefault(person.parsed.surname_key, []).append(person)
        self._searches = self._offices = self._spellings = MAX_SEARCHES

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody known, best first."""
        return self._people

    def identify(self, label: str, description: str | None = None) -> Identity:
        """The person for a label such as "SECRETARY McNAMARA", "THE PRESIDENT" or "Jane Roe"."""
        key = (label, description)
        if key not in self._known:
            self._known[key] = self._identify(label, description)
        return self._known[key]

    def _identify(self, label: str, description: str | None) -> Identity:
        if (held := by_office_letters(label, self._people[:MAX_SEARCHES])) is not None:
            return self._full(held, "")
        if not description and (holder := of_just_this_office(label, self._people[:MAX_SEARCHES])) is not None:
            return self._full(holder, "")
        name = self._with_initial(label_name(label))
        role = clean_role(description or "") if description and is_role(description) else ""
        role = description if description and not role and is_seat(description) else role  # "Karst North, Lib."
        own = "" if not name.role or is_weak(name.role) else clean_role(name.role)
        if fold(label) == "the court" and not description:
            judges = [p for p in self._people if p.rank < 2 and p.parsed.given and role_keys(p.role) & ON_THE_BENCH]
            alone = len({p.name for p in judges}) == 1
            return self._full(judges[0], "") if alone else Identity("The Court", None, False)  # no Mr. Court
        if STYLED.fullmatch(label):
            held = [p for p in self._people if p.rank < 2 and p.role and not is_weak(p.role)]
            alone = len({p.name for p in held}) == 1
            return self._full(held[0], role) if alone else Identity(label, role or None, False)
        if not name.surname or (fold(label) in ROOM_ROLES and self._holds_room(label, description)):
            named = described_person(description)
            if named is not None:
                found = self.identify(named.full)
                return Identity(found.speaker, clean_role(label), found.resolved)
            return self._by_role(label, role or own)
        best = self._best(name)
        if best is not None and is_near(name, best) and self._search(name):
            best = None  # "MR. BRODIE" is the Jim Brodie of the text, and not the Brody of the title
        if best is not None:
            full = self._in_full(best.parsed if len(best.parsed.given) >= len(name.given) else name)
            office = best.role if _other_office(name, best) else fuller_role(role or own, best.role)
            return Identity(full, office or self._role_beside(full), True)
        if name.given:
            full = self._as_spelt(self._in_full(name))
            return Identity(full, role or own or self._role_beside(full), True)
        if (initialled := self._by_initials(label)) is not None:
            found = self._full(initialled, role or own)
            return Identity(found.speaker, found.role or None, found.resolved)
        if (called := self._by_given(name) or self._by_nickname(name)) is not None:
            return Identity(called.name, called.role or own or None, True)
        offices = OFFICES_BY_INITIALS.get(fold(label), ()) if label.isupper() else ()
        office = next((one for one in offices if one in self._text.casefold()), None)
        if office is not None:  # "SG:" of a text that tells of a Secretary-General
            return self._by_role(re.sub(r"\b[a-z]", lambda m: m.group().upper(), office), role)
        found = self._search(name)
        if found:
            return Identity(found, role or own or self._role_beside(found), True)
        # A namesake's office is part of what she is called here.
        others = self._by_surname.get(name.surname_key, [])
        apart = name.surname_key in self._officers.namesakes or any(
            p.parsed.given or _other_office(name, p) for p in others
        )
        office = bool(own) and is_office_of(name) and not apart
        shown = name.full if office else as_written(label)
        return Identity(self._as_spelt(shown), role or own or None, False)

    def _holds_room(self, label: str, description: str | None) -> bool:
        """Whether somebody by name is "Presenter": in brackets behind the label, or behind an earlier one."""
        return bool(description) or any(fold(person.role) == fold(label) for person in self._people)

    def _with_initial(self, name: Name) -> Name:
        """The name with "M." as an initial where a Mary bears the surname, and no Monsieur beside a Madame is meant."""
        if fold(name.role) != "m" or name.given or _MADAME.search(self._text):
            return name
        fits = any(p.parsed.called.startswith("m") for p in self._by_surname.get(name.surname_key, []))
        fits = fits or self._titled("M", name.surname) is not None
        return replace(name, role="", given=("M.",), gender=None, given_keys=("m",)) if fits else name

    def _best(self, name: Name) -> Person | None:
        near = self._by_surname.get(name.surname_key) or self._people[:MAX_SEARCHES]
        scored = [(name_strength(name, p.parsed), p) for p in near if p.parsed.given]
        # A misspelled given name or surname needs a namesake: two people of one transcript are rarely a letter apart.
        scored = [(s, p) for s, p in scored if s >= (0.8 if name.given else 0.5)]
        # Of the title: "Secretary Roe" is "Spokesperson Jane Roe"; "Governor Roe" is not President Jane Roe.
        only = len(scored) == 1 and scored[0][1].rank == 0 and role_keys(scored[0][1].role) <= NOT_BEFORE_NAMES
        scored = [(s, p) for s, p in scored if only or not _other_office(name, p)]
        if not scored:
            return self._family_first(name)
        top = max(s for s, _ in scored)
        best = [p for s, p in scored if s == top]
        if name.role and len(best) > 1:
            best = [p for p in best if role_keys(p.role) & role_keys(name.role)] or best
        return best[0] if len({p.name for p in best}) == 1 else None

    def _family_first(self, name: Name) -> Person | None:
        """The one of the title or head whose family name stands first: "PRIME MINISTER KISHI" is Kishi Haruto."""
        if name.given or is_weak(name.role):
            return None
        wanted = role_keys(name.role)
        found = [
            p
            for p in self._people[:MAX_SEARCHES]
            if p.rank < 2
            and p.parsed.given_keys[:1] == (name.surname_key,)
            and wanted
            and wanted & role_keys(p.role)
            and not _other_office(name, p)
        ]
        return found[0] if len({p.name for p in found}) == 1 else None

    def _by_given(self, name: Name) -> Person | None:
        """The one whose given name stands behind a title ("Dr. Majid" is Dr. Majid Al-Roe, whom the head names), or
        alone below a fuller label ("LULA:" below "LULA ROE:")."""
        if name.surname_key in self._by_surname:
            return None
        found = [
            p
            for p in self._people[:MAX_SEARCHES]
            if p.parsed.called == name.surname_key
            and (name.role or p.rank < 2 or name.surname_key in GIVEN_NAMES or p.parsed.surname_key in self._labels)
        ]
        return found[0] if len({p.name for p in found}) == 1 else None

    def _by_initials(self, label: str) -> Person | None:
        """The one of the title, the head or a fuller label whose initials a label is ("TM:" under "Interview: Tess
        Moore, Minister", or below "TESS MOORE:"), the office's before them or not ("SPTM:", Senate President)."""
        letters = label.replace(".", "").replace("’", "'")
        if not 2 <= len(letters) <= _MOST_INITIALS or not PART.sub("", letters).isupper():
            return None
        fits = [p for p in self._people[:MAX_SEARCHES] if p.parsed.given and letters in initials_of(p)]
        surer = [p for p in fits if p.rank < 2 or p.parsed.surname_key in self._labels]
        found = {p.name: p for p in surer or fits}
        if not found and len(letters) >= _LEAST_TOLD and letters.isalpha():
            found = {name.full: Person(name.full, "", name, 2) for name in initialled_in(self._text, letters)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _by_nickname(self, name: Name) -> Person | None:
        """Whose nickname a label is: "Senator Kiko" of a text with 'Fabian "Kiko" Roe'."""
        if name.given or not name.surname.isalpha():
            return None
        called = re.compile(rf"[A-Z][\w.-]+ [“\"‘'(]{re.escape(name.surname)}[”\"’')] (?P<surname>[A-Z][\w’'-]+)")
        found = called.search(self._text[:HEAD_CHARS])
        people = self._by_surname.get(fold(found["surname"]), []) if found else []
        return people[0] if len(people) == 1 else None

    def _by_role(self, label: str, role: str) -> Identity:
        shown = clean_role(label)
        wanted = role_keys(label)
        if shown and fold(shown).split()[-1] in UNNAMED_LABELS:
            return Identity(shown, role or shown, False)
        if wanted & _NO_OFFICE or not wanted:
            named = [p for p in self._people if wanted & role_keys(p.role) or (p.role and fold(p.role) == fold(shown))]
            return self._full(named[0], role or shown) if named else Identity(shown, role or shown, False)
        for rank in (0, 1, 2):
            among = [p for p in self._people if p.rank == rank]
            among = [p for p in among if same_object(shown, p.role) and not self._elsewhere(p, wanted, shown)]
            hits = [p for p in among if wanted <= role_keys(p.role) and (p.parsed.given or not wanted & OF_COURT)]
            hits = [p for p in hits if not role_keys(p.role) & DEPUTY_KEYS - wanted]
            if not hits and len(wanted) > 1 and not wanted & DEPUTY_KEYS:
                hits = [p for p in among if wanted & role_keys(p.role) - DEPUTY_KEYS]
            if len({p.name for p in hits}) > 1:
                hits = likelier(hits, shown, self._labels)
            if hits and (not rank or len({p.name for p in hits}) == 1):
                return self._full(hits[0], role or shown)
        titled = [p for p in self._people if p.rank == 0 and not wanted & (PRESIDES | OF_COURT)]
        if len(titled) > 1:  # "Roe, Jane" filed under a title that names whoever speaks beside her
            titled = [p for p in titled if p.name.casefold() not in self._title.casefold()]
        if len(titled) == 1 and not role_keys(titled[0].role) and titled[0].parsed.surname_key not in self._labels:
            told = role_in_text(self._text, wanted, shown) or greeted_in(self._text, shown)
            if not told or parse_name(told).surname_key == titled[0].parsed.surname_key:
                return self._full(titled[0], role or shown)
        self._searches -= 1
        found = None
        if self._searches >= 0:
            found = role_in_text(self._text, wanted, shown) or greeted_in(self._text, shown)
        found = found or self._officers.holders.get(fold(label))
        whole = bool(found and parse_name(found).given)
        return Identity(found or shown, role or shown, whole) if shown else Identity(None, None, False)

    def _elsewhere(self, person: Person, wanted: set[str], office: str) -> bool:
        """Whether who leads a sitting ("President") is not the person of a like office who speaks under her own name
        ("Jane Roe, President of the Council")."""
        if {fold(word) for word in office.split()} & STANDS_IN - {fold(word) for word in person.role.split()}:
            return True  # "Hon. Temporary Speaker"
        leads = bool(wanted & (PRESIDES | {"president"}))
        return leads and person.parsed.surname_key in self._labels and fold(person.role) != fold(office)

    def _in_full(self, name: Name) -> str:
        """A name as the text gives it where the label has initials alone ("K. Roe" -> "Karin Roe")."""
        initials = all(len(word.strip(".")) == 1 for word in name.given)
        if initials and len(name.given) == 1:  # "J. ROE:" below "Jane Roe post-match"
            titled = self._titled(name.given[0][0], name.surname)
            if titled is not None:
                return titled
        return (self._search(name) if initials else None) or name.full

    def _titled(self, initial: str, surname: str) -> str | None:
        """The name of the title that an initial and a surname are, of whatever given name."""
        found = re.search(rf"\b{initial}[a-z’'-]+ {re.escape(surname)}\b", self._title, re.IGNORECASE)
        return found.group() if found is not None and found.group().istitle() else None

    def _search(self, name: Name) -> str | None:
        """The full name that the text gives; each search reads the text once, so their number is bounded."""
        self._searches -= 1
        if not name.given and is_name_of(self._title, name):  # "Jane Roe" over a talk with "Roe:"
            return self._title.strip()
        return full_name_in(self._text, name) if self._searches >= 0 else None

    def _as_spelt(self, name: str) -> str:
        """A name with the capitals that the text gives it ("ELKHATIB:" of a Dr. ElKhatib)."""
        self._spellings -= 1
        if self._spellings < 0:
            return name
        every = (m.group().split() for m in re.finditer(rf"\b{re.escape(name)}\b", self._text, re.IGNORECASE))
        usual = (words for words in every if all(w[0].isupper() and not _SHOUTED.search(w) for w in words))
        return " ".join(next(usual, name.split()))

    def _role_beside(self, full: str) -> str | None:
        """The office that the text gives beside a full name; each look reads the text once."""
        self._offices -= 1
        return role_beside(self._text, full) if self._offices >= 0 else None

    def _full(self, person: Person, role: str) -> Identity:
        if person.parsed.given:
            return Identity(person.name, person.role or role, True)
        found = self._search(person.parsed)
        shared = person.role if person.parsed.surname_key in self._officers.namesakes else ""
        return Identity(found or f"{shared} {person.name}".strip(), person.role or role, bool(found))


def _other_office(label: Name, person: Person) -> bool:
    """Whether a surname with an office ("GOVERNOR JOHNSON") cannot be the person of that name who holds another."""
    if label.given:
        return False
    mine, theirs = role_keys(label.role), role_keys(person.role)
    return bool(mine and theirs and not mine & theirs)


def _merge(people: Iterable[Person]) -> tuple[Person, ...]:
    """One entry a person: the fullest name, the best rank, the first role."""
    out: list[Person] = []
    places: dict[str, list[int]] = {}
    for person in people:
        same = places.setdefault(person.parsed.surname_key, [])
        for i in same:
            known = out[i]
            strength = name_strength(person.parsed, known.parsed)
            if strength >= 0.9 or (strength >= 0.6 and not (person.parsed.given and known.parsed.given)):
                fuller = person if len(person.parsed.full) > len(known.parsed.full) else known
                role = _weightier(known.role, person.role)
                out[i] = Person(fuller.name, role, fuller.parsed, min(known.rank, person.rank))
                break
        else:
            same.append(len(out))
            out.append(person)
    return tuple(out)


def _weightier(first: str, second: str) -> str:
    """The first office, unless the second is the same in more words, or the first is a member's title or "official"."""
    seated = all(fold(word) in SEATED for word in first.split()) or fold(first).split()[-1] in UNNAMED_LABELS
    return second if second and (not first or seated) else fuller_role(first, second)
