"""Who the labels of a transcript stand for: people named in its title, its head, its labels and its text.

"THE PRESIDENT" is the president of the title, "MR PRICE" the Price whom the list of participants names in full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from index.attribution.transcripts.beside import role_beside
from index.attribution.transcripts.people import (
    Person,
    acronyms_of,
    clean_role,
    is_role,
    is_weak,
    plausible,
    spelt_out,
    without_office,
)
from index.language.bodies import ORGANISATIONS, PLACES
from index.language.descriptions import ANY_OFFICE, DEPUTY_KEYS, LABEL_FORMS, SEAT_WORDS, SEATED, UNNAMED_LABELS
from index.language.english import CONNECTORS
from index.language.roles import ROLE_FORMS, ROLE_HEADS
from index.language.transcripts import (
    HEADING_BREAKS,
    NO_LABEL,
    OFFICE_WORDS,
    OUTLETS,
    PRESIDES,
    ROLES_OF_LABELS,
    ROOM_ROLES,
    SENTENCE_OPENERS,
    SENTENCE_WORDS,
)
from index.names.parse import Name, fold, name_strength, normal_case, parse_name

MAX_SEARCHES = 60  # labels of one transcript whose full name is looked for in its text
_OBJECT = re.compile(r"\b(?:of|for)\s+(?:the\s+)?(.+)", re.IGNORECASE)
_NO_OFFICE = ROOM_ROLES - {"chair", "chairperson"} | {"interviewer"}
_MOST_UNKNOWN = 3  # unusual given names that are looked for in the text a surname
_NO_NAME = HEADING_BREAKS | SENTENCE_WORDS | SENTENCE_OPENERS | NO_LABEL
_ABBREVIATED = r"(?:[^\W\d_a-z]\.|(?:Jr|Sr|Dr|Mr|Mrs|Ms|St|Gen|Sen|Gov|Rep|Lt|Col|Adm|Amb|Hon|Rev|Prof)\.)"
_CAPITAL = rf"(?:{_ABBREVIATED}|[^\W\d_a-z][\w'’-]*)"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a label stands for."""

    speaker: str | None
    role: str | None
    resolved: bool


def role_keys(role: str) -> set[str]:
    """The words of a role that say which office it is, in one form ("spokeswoman" -> spokesperson)."""
    keys = {fold(w).strip("-") for w in re.findall(r"[\w.-]+", role)}
    keys = {LABEL_FORMS.get(k, k) for k in keys}
    if "vice" in keys or "vice-president" in keys:
        keys.discard("president")
        keys.add("vice-president")
    if "prime" in keys and "minister" in keys:
        keys.discard("minister")
        keys.add("prime-minister")
    whole = ("vice-president", "prime-minister")
    return {k for k in keys if k in ROLE_HEADS | ROLES_OF_LABELS or k in whole or k.endswith("-elect")} - {
        "chief",
        "head",
        "first",
    }


def fuller_role(own: str, known: str) -> str:
    """The office of the label, or that of the title where it is the same in more words ("NATO Secretary General")."""
    if not own or is_weak(own):
        return known
    mine = {fold(w) for w in re.findall(r"[\w-]+", own)}
    theirs = {fold(w) for w in re.findall(r"[\w-]+", known)}
    return known if mine < theirs and role_keys(own) <= role_keys(known) else own


class Cast:
    """The people of one transcript; `identify` tells whom a label stands for.

    Built once for each transcript: `people` in order of trust, `text` for names that only the text gives in full,
    `labels` the surnames (keys) that have labels of their own: nobody of them is meant by an office alone.
    """

    def __init__(self, people: Iterable[Person], text: str, labels: Iterable[str] = ()) -> None:
        self._people = _merge(people)
        self._text = text
        self._labels = frozenset(labels)
        self._known: dict[tuple[str, str | None], Identity] = {}
        self._by_surname: dict[str, list[Person]] = {}
        for person in self._people:
            self._by_surname.setdefault(person.parsed.surname_key, []).append(person)
        self._searches = self._offices = MAX_SEARCHES

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
        name = label_name(label)
        role = clean_role(description or "") if description and is_role(description) else ""
        own = "" if not name.role or is_weak(name.role) else clean_role(name.role)
        if not name.surname:
            named = described_person(description)
            if named is not None:
                found = self.identify(named.full)
                return Identity(found.speaker, clean_role(label), found.resolved)
            return self._by_role(label, role or own)
        best = self._best(name)
        if best is not None:
            full = best.parsed if len(best.parsed.given) >= len(name.given) else name
            office = fuller_role(role or own, best.role)
            return Identity(full.full, office or self._role_beside(full.full), True)
        if name.given:
            return Identity(name.full, role or own or self._role_beside(name.full), True)
        initialled = self._by_initials(label)
        if initialled is not None:
            found = self._full(initialled, role or own)
            return Identity(found.speaker, found.role or None, found.resolved)
        if (called := self._by_given(name)) is not None:
            return Identity(called.name, called.role or own or None, True)
        found = self._search(name)
        if found:
            return Identity(found, role or own or self._role_beside(found), True)
        return Identity(spelt_out(normal_case(label)), role or own or None, False)

    def _best(self, name: Name) -> Person | None:
        near = self._by_surname.get(name.surname_key) or self._people[:MAX_SEARCHES]
        scored = [(name_strength(name, p.parsed), p) for p in near if p.parsed.given]
        # A misspelled given name or surname needs a namesake: two people of one transcript are rarely a letter apart.
        scored = [(s, p) for s, p in scored if s >= (0.8 if name.given else 0.5) and not _other_office(name, p)]
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
        """The one whose given name stands behind a title: "Dr. Majid" is Dr. Majid Al-Roe, whom the head names."""
        if not name.role or name.surname_key in self._by_surname:
            return None
        found = [p for p in self._people[:MAX_SEARCHES] if p.parsed.given_keys[:1] == (name.surname_key,)]
        return found[0] if len({p.name for p in found}) == 1 else None

    def _by_initials(self, label: str) -> Person | None:
        """The one of the title, the head or a fuller label whose initials a label is ("TM:" under "Interview: Tess
        Moore, Minister", or below "TESS MOORE:")."""
        letters = label.replace(".", "")
        if not 2 <= len(letters) <= 3 or not letters.isupper():
            return None
        found = {
            p.name: p
            for p in self._people[:MAX_SEARCHES]
            if (p.rank < 2 or p.parsed.surname_key in self._labels)
            and p.parsed.given
            and "".join(w[0] for w in p.name.replace("-", " ").split()).upper() == letters
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _by_role(self, label: str, role: str) -> Identity:
        shown = clean_role(label)
        wanted = role_keys(label)
        if shown and fold(shown).split()[-1] in UNNAMED_LABELS:
            return Identity(shown, role or shown, False)
        if wanted & _NO_OFFICE or not wanted:
            named = [p for p in self._people if wanted & role_keys(p.role)]
            return self._full(named[0], role or shown) if named else Identity(shown, role or shown, False)
        for rank in (0, 1, 2):
            among = [p for p in self._people if p.rank == rank]
            among = [p for p in among if _same_object(shown, p.role) and not self._elsewhere(p, wanted, shown)]
            hits = [p for p in among if wanted <= role_keys(p.role)]
            hits = [p for p in hits if not role_keys(p.role) & DEPUTY_KEYS - wanted]
            if not hits and len(wanted) > 1 and not wanted & DEPUTY_KEYS:
                hits = [p for p in among if wanted & role_keys(p.role) - DEPUTY_KEYS]
            if len({p.name for p in hits}) > 1:
                hits = [p for p in hits if fold(p.role) == fold(shown)] or hits
            if hits and (rank == 0 or len({p.name for p in hits}) == 1):
                return self._full(hits[0], role or shown)
        titled = [p for p in self._people if p.rank == 0 and not wanted & PRESIDES]
        if len(titled) == 1 and not role_keys(titled[0].role) and titled[0].parsed.surname_key not in self._labels:
            return self._full(titled[0], role or shown)
        self._searches -= 1
        found = _role_in_text(self._text, wanted, shown) if self._searches >= 0 else None
        return Identity(found or shown, role or shown, bool(found)) if shown else Identity(None, None, False)

    def _elsewhere(self, person: Person, wanted: set[str], office: str) -> bool:
        """Whether who leads a sitting ("President") is not the person of a like office who speaks under her own name
        ("Jane Roe, President of the Council")."""
        leads = bool(wanted & (PRESIDES | {"president"}))
        return leads and person.parsed.surname_key in self._labels and fold(person.role) != fold(office)

    def _search(self, name: Name) -> str | None:
        """The full name that the text gives; each search reads the text once, so their number is bounded."""
        self._searches -= 1
        return full_name_in(self._text, name) if self._searches >= 0 else None

    def _role_beside(self, full: str) -> str | None:
        """The office that the text gives beside a full name; each look reads the text once."""
        self._offices -= 1
        return role_beside(self._text, full) if self._offices >= 0 else None

    def _full(self, person: Person, role: str) -> Identity:
        if person.parsed.given:
            return Identity(person.name, person.role or role, True)
        found = self._search(person.parsed)
        return Identity(found or person.name, person.role or role, bool(found))


def _same_object(label: str, role: str) -> bool:
    """Whether two offices can be of one body: "Spokesman for the Mayor" is not "Spokesman for the Governor", nor is a
    foreign minister the minister of defence."""
    fields = [_field(label), _field(role)]
    if all(fields) and not fields[0] & fields[1]:
        return False
    mine, theirs = _OBJECT.search(label), _OBJECT.search(role)
    if mine is None or theirs is None:
        return True
    words_of = [{fold(w) for w in re.findall(r"[\w-]+", m[1])} - CONNECTORS for m in (mine, theirs)]
    return bool(words_of[0] & words_of[1])


def _field(role: str) -> set[str]:
    """The words of an office that say what it is for, in one spelling."""
    found = {fold(w) for w in re.findall(r"[\w-]+", role)}
    found = {ROLE_FORMS.get(w, w) for w in found}
    return found & OFFICE_WORDS - ANY_OFFICE


def label_name(label: str) -> Name:
    """A label taken apart: a name, or a role alone ("SENIOR ADMINISTRATION OFFICIAL" has no surname)."""
    return without_office(parse_name(label))


def described_person(description: str | None) -> Name | None:
    """The person in the brackets behind an office: "The Chair (Hon. Ada Quill (Karst, Lib.))"."""
    if not description:
        return None
    name = parse_name(description)
    if not all(word[:1].isupper() for word in (*name.given[:1], *name.surname.split()[-1:])):
        return None  # "spoke in Karstian"
    seat = fold(description.split()[-1]) in SEAT_WORDS or OUTLETS.search(description)
    return name if name.given and plausible(name, bool(name.role) or not seat) else None


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


def full_name_in(text: str, name: Name) -> str | None:
    """The one full name that `text` gives for a surname ("Price" -> "Ned Price"), None when none or several do."""
    if len(name.surname) < 2 or name.surname.lower() not in text.lower():
        return None
    last = re.escape(name.surname)
    pattern = re.compile(rf"(?<![^\W\d_])(?<![.’'])((?:{_CAPITAL}[ \u00a0]){{1,4}})(?:{last}|{last.upper()})\b")
    counts: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for m in pattern.finditer(text):
        run = m.group().replace("\u00a0", " ").split()
        while run and run[0].lower().strip(".,") in _NO_NAME:
            run = run[1:]
        while len(run) > 2 and not plausible(parse_name(" ".join(run)), False):
            run = run[1:]  # "Businessman Jack Roe"
        found = without_office(parse_name(" ".join(run)), acronyms_of(run))  # "Deputy NSA Jack Roe"
        if name_strength(found, name) < 0.5 or not found.given:
            continue
        if plausible(found, False):
            counts[found.full] += 1
        elif len(found.given) == 1:
            unknown[found.full] += 1
    for full, n in unknown.most_common(_MOST_UNKNOWN):
        if _is_given_here(text, full.split()[0]) or _is_introduced(text, full):
            counts[full] += n
    return _one_person(counts)


def _is_given_here(text: str, word: str) -> bool:
    """Whether a capitalised word is a given name in this text: it stands alone too, and never in lower case."""
    if fold(word) in ROLE_HEADS | OFFICE_WORDS | ORGANISATIONS | PLACES or is_weak(word) or len(word) < 3:
        return False
    places = [m.end() for m in re.finditer(rf"\b{re.escape(word)}\b", text)]
    alone = any(not text[end : end + 2].strip(" \u00a0")[:1].isupper() for end in places)
    return alone and not re.search(rf"\b{re.escape(word.lower())}\b", text)


def _is_introduced(text: str, full: str) -> bool:
    """Whether a text introduces somebody of an unusual given name: "the spokesperson, Jane Roe", "I'm Jane Roe"."""
    if fold(full.split()[0]) in ROLE_HEADS | OFFICE_WORDS | ORGANISATIONS | PLACES or is_weak(full.split()[0]):
        return False
    for m in re.finditer(rf"(?P<before>[^.,;:!?\n]{{0,60}})(?P<joint>, | )(?={re.escape(full)}\b)", text):
        if m["joint"] == ", " and is_role(m["before"]):
            return True
        if m["joint"] == " " and re.search(r"(?:\bI['’]m|\bI am|\b[Mm]y name is|\bjoined by)$", m["before"]):
            return True
    return False


def _one_person(counts: Counter[str]) -> str | None:
    """The fullest spelling of the person who has clearly most of the mentions."""
    groups: list[tuple[Name, int, str]] = []
    for full, n in sorted(counts.items(), key=lambda x: -len(x[0])):
        parsed = parse_name(full)
        for i, (known, count, shown) in enumerate(groups):
            if name_strength(parsed, known) >= 0.9:
                groups[i] = (known, count + n, shown)
                break
        else:
            groups.append((parsed, n, full))
    groups.sort(key=lambda g: -g[1])
    if not groups or (len(groups) > 1 and groups[0][1] < 2 * groups[1][1]):
        return None
    return groups[0][2]


def _role_in_text(text: str, wanted: set[str], shown: str) -> str | None:
    """The one full name that follows the role in the running text ("President Jane Roe")."""
    if not wanted or not shown:
        return None
    pattern = re.compile(rf"\b(?i:{re.escape(shown)}),?[ ]((?:{_CAPITAL}[ ]){{1,3}}[^\W\d_a-z][\w'’-]+)")
    counts: Counter[str] = Counter()
    for m in pattern.finditer(text):
        before = fold(text[max(0, m.start() - 10) : m.start()]).split()
        run = m.group(1).split()
        if (before and before[-1] in ("former", "vice", "ex", "late", "mr", "deputy")) or not run[0][:1].isupper():
            continue
        name = parse_name(" ".join(w for w in run if w[:1].isupper()))
        if name.given and plausible(name, False):
            counts[name.full] += 1
    return _one_person(counts)
