"""Who the labels of a transcript stand for: people named in its title, its head, its labels and its text.

"THE PRESIDENT" is the president of the title, "MR PRICE" the Price whom the list of participants names in full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.language.english import words
from index.language.names import FEMALE_NAMES, MALE_NAMES, PARTICLES
from index.language.roles import RANKS, ROLE_HEADS
from index.names.parse import Name, fold, name_strength, normal_case, parse_name

MAX_SEARCHES = 60  # labels of one transcript whose full name is looked for in its text
HEAD_CHARS = 2500  # how far from the top a list of speakers is looked for
_TOKEN = re.compile(r"[^\s,;:()\[\]–—|\"“”«»/]+|[,;:()\[\]–—|\n\"“”«»/]")
_CONNECTORS = frozenset({"of", "for", "the", "to", "and"})
_BREAKERS = words("""
at on in with and following after before during from by about ahead press conference conferences briefing briefings
remarks statement statements interview interviews news joint opening speech address transcript doorstep meeting meets
readout full text video audio live watch question questions answers answer a an is are was says said that as
conversation talks daily department gaggle availability media toast message lecture keynote testimony hearing
summit keynotes monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december today tonight i we you he she it they thank
holds hold delivers gives speaks hosts addresses discusses talks answers takes makes visits welcomes meets
ministers presidents leaders secretaries officials governors senators members heads foreign-ministers
""")
_SPEECH_WORDS = re.compile(r"(?:by|with|of|from|:|-|–|—|\||between|and|featuring|host)\s*$", re.IGNORECASE)
_ROLE_ABBREVIATIONS = {
    "sec": "secretary",
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "pm": "minister",
    "potus": "president", "amb": "ambassador", "sg": "general", "lt": "lieutenant", "col": "colonel", "adm": "admiral",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "congresswoman": "congressman", "chair": "chairman",
    "chairwoman": "chairman", "premier": "minister", "secretary-general": "general",
}  # fmt: skip
_NO_OFFICE = frozenset("moderator host anchor interviewer operator announcer interpreter translator".split())
_WEAK_ROLES = frozenset(["mr", "mrs", "ms", "miss", "dr", "mx", "sir", "dame", "lord", "lady", "prof", "professor"])


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a transcript names: full or last name as displayed, the role beside it, where it was seen."""

    name: str
    role: str
    parsed: Name
    rank: int = 0  # 0 title, 1 head of the text or label with a description, 2 label alone


@dataclass(frozen=True, slots=True)
class Identity:
    """What a label stands for."""

    speaker: str | None
    role: str | None
    resolved: bool


def clean_role(role: str) -> str:
    """A role as displayed: "THE PRESIDENT" -> "President", "the NATO Secretary General" -> without its article."""
    out = re.sub(r"^(?:the|a|an)\s+", "", role.strip(" ,.:;-–—"), flags=re.IGNORECASE)
    if out.isupper():
        out = " ".join(w.lower() if w.lower() in _CONNECTORS else _caps_word(w) for w in out.split())
    elif out[:1].islower():
        out = out[:1].upper() + out[1:]
    return out


def _caps_word(word: str) -> str:
    return word if len(word) <= 4 and fold(word) not in ROLE_HEADS | _WEAK_ROLES else word.capitalize()


def _person(name: Name, role: str, rank: int) -> Person:
    return Person(name.full, clean_role(role or name.role), name, rank)


def _plausible(name: Name, introduced: bool) -> bool:
    """Whether capitals are a person: introduced by a role or "by", or with a usual given name or initials."""
    if not name.surname or (not name.surname[0].isupper() and fold(name.surname.split()[0]) not in PARTICLES):
        return False
    if any(ch.isdigit() for ch in name.full) or len(name.given) > 4 or len(name.surname_key) < 2:
        return False
    if name.role and (name.given or fold(name.role).split()[-1] not in ("department", "chief")):
        return True
    if not name.given:
        return False
    first = name.given_keys[0] if name.given_keys else ""
    known = first in MALE_NAMES or first in FEMALE_NAMES
    initials = any(len(k) == 1 for k in name.given_keys) and len(name.given) <= 3
    return known or initials or introduced


def scan_people(text: str, rank: int = 0) -> tuple[Person, ...]:
    """The people whom a title or a head line names, in order, with the role before or after the name.

    "Press conference by NATO Secretary General Jane Roe", "Jane Roe, Department Spokesperson", "Interview with
    Jane Roe". Works on runs of capitalised words; meant for headings, not for running prose.
    """
    out: list[Person] = []
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    i, pending = 0, ""
    while i < len(tokens):
        if not _opens_run(tokens, i):
            pending = pending if tokens[i][0] == "," else ""
            i += 1
            continue
        j = i
        while j < len(tokens) and _in_run(tokens, i, j):
            j += 1
        while j > i and tokens[j - 1][0].lower() in _CONNECTORS:
            j -= 1
        j = max(j, i + 1)
        run = " ".join(t[0] for t in tokens[i:j])
        name = parse_name(run)
        introduced = bool(_SPEECH_WORDS.search(text[max(0, tokens[i][1] - 12) : tokens[i][1]]))
        role_after = _role_after(text, tokens[j - 1][2])
        if _plausible(name, introduced or bool(role_after) or (bool(pending) and bool(name.given))):
            out.append(_person(name, name.role or pending or role_after, rank))
        pending = name.role if name.role and not name.surname else ""
        i = j
    return tuple(out)


def _opens_run(tokens: Sequence[tuple[str, int, int]], i: int) -> bool:
    word = tokens[i][0]
    if not word[0].isupper():
        return False
    if word.lower() == "press" and i + 1 < len(tokens):
        return tokens[i + 1][0].lower() in ("secretary", "officer", "spokesperson", "spokesman", "spokeswoman")
    return word.lower().strip(".") not in _BREAKERS and not word.isdigit()


def _in_run(tokens: Sequence[tuple[str, int, int]], start: int, j: int) -> bool:
    word = tokens[j][0]
    if j == start:
        return True
    low = word.lower()
    if low in _CONNECTORS and j + 1 < len(tokens) and low != "and":
        return fold(tokens[j - 1][0]) in ROLE_HEADS | {"of", "for", "to"} and low != "to"
    if low in PARTICLES and j + 1 < len(tokens):
        following = tokens[j + 1][0]
        return following[:1].isupper() or following.lower() in PARTICLES
    if not word[0].isupper() and low in ROLE_HEADS:
        return j + 1 < len(tokens) and tokens[j + 1][0][:1].isupper()
    if not word[0].isupper():
        return bool(re.match(r"(?:al|el|ul|as)-\w", low))
    return _opens_run(tokens, j)


def _role_after(text: str, at: int) -> str:
    """The role in "Jane Roe, NATO Spokesperson" or "Jane Roe (NATO Spokesperson)" at the end of the name."""
    m = re.match(r"\s*[,(\[–—|-]\s*([^,;:()\[\]\n]{3,80})", text[at : at + 100])
    return m.group(1).strip() if m and is_role(m.group(1)) else ""


def is_role(text: str) -> bool:
    """Whether a short phrase holds the head of a role ("Department Spokesperson")."""
    found = [fold(w) for w in re.findall(r"[\w-]+", text)]
    return any(w in ROLE_HEADS or w in RANKS for w in found)


def head_people(title: str | None, head: str) -> tuple[Person, ...]:
    """The people of the title and of the list of speakers at the head, title first.

    `head` is the text above the first mark; only its short lines are read, prose names too many others.
    """
    out = list(scan_people(title, 0)) if title else []
    for line in head[:HEAD_CHARS].split("\n"):
        if 3 < len(line) <= 160:
            out.extend(p for p in scan_people(line, 1) if p.role or p.parsed.given)
    return tuple(out)


def _role_keys(role: str) -> set[str]:
    keys = {fold(w).strip("-") for w in re.findall(r"[\w.-]+", role)}
    keys = {_ROLE_ABBREVIATIONS.get(k, k) for k in keys}
    if "vice" in keys or "vice-president" in keys:
        keys.discard("president")
        keys.add("vice-president")
    return {k for k in keys if k in ROLE_HEADS or k == "vice-president"} - {"chief", "head", "first"}


class Cast:
    """The people of one transcript; `identify` tells whom a label stands for.

    Built once for each transcript: `people` in order of trust, `text` for names that only the text gives in full.
    """

    def __init__(self, people: Iterable[Person], text: str) -> None:
        self._people = _merge(people)
        self._text = text
        self._known: dict[tuple[str, str | None], Identity] = {}
        self._by_surname: dict[str, list[Person]] = {}
        for person in self._people:
            self._by_surname.setdefault(person.parsed.surname_key, []).append(person)
        self._searches = MAX_SEARCHES

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
        name = parse_name(label)
        role = clean_role(description or "") if description and is_role(description) else ""
        own = "" if not name.role or fold(name.role) in _WEAK_ROLES else clean_role(name.role)
        if not name.surname:
            return self._by_role(label, role or own)
        best = self._best(name)
        if best is not None:
            full = best.parsed if len(best.parsed.given) >= len(name.given) else name
            return Identity(full.full, role or own or best.role or None, True)
        if name.given:
            return Identity(name.full, role or own or None, True)
        found = self._search(name)
        if found:
            return Identity(found, role or own or None, True)
        return Identity(normal_case(label), role or own or None, False)

    def _best(self, name: Name) -> Person | None:
        near = self._by_surname.get(name.surname_key) or self._people[:MAX_SEARCHES]
        scored = [(name_strength(name, p.parsed), p) for p in near if p.parsed.given]
        # A misspelled given name or surname needs a namesake: two people of one transcript are rarely a letter apart.
        scored = [(s, p) for s, p in scored if s >= (0.8 if name.given else 0.5) and not _other_office(name, p)]
        if not scored:
            return None
        top = max(s for s, _ in scored)
        best = [p for s, p in scored if s == top]
        if name.role and len(best) > 1:
            best = [p for p in best if _role_keys(p.role) & _role_keys(name.role)] or best
        return best[0] if len({p.name for p in best}) == 1 else None

    def _by_role(self, label: str, role: str) -> Identity:
        shown = clean_role(label)
        wanted = _role_keys(label)
        if wanted & _NO_OFFICE:
            named = [p for p in self._people if wanted & _role_keys(p.role)]
            return self._full(named[0], role or shown) if named else Identity(shown, role or shown, False)
        for rank in (0, 1, 2):
            among = [p for p in self._people if p.rank == rank]
            hits = [p for p in among if wanted and wanted <= _role_keys(p.role)]
            if not hits and wanted:
                hits = [p for p in among if wanted & _role_keys(p.role)] if len(wanted) > 1 else []
            if len({p.name for p in hits}) > 1:
                hits = [p for p in hits if fold(p.role) == fold(shown)] or hits
            if hits and (rank == 0 or len({p.name for p in hits}) == 1):
                return self._full(hits[0], role or shown)
        titled = [p for p in self._people if p.rank == 0]
        if wanted and len(titled) == 1 and not _role_keys(titled[0].role):
            return self._full(titled[0], role or shown)
        self._searches -= 1
        found = _role_in_text(self._text, wanted, shown) if self._searches >= 0 else None
        return Identity(found or shown, role or shown, bool(found)) if shown else Identity(None, None, False)

    def _search(self, name: Name) -> str | None:
        """The full name that the text gives; each search reads the text once, so their number is bounded."""
        self._searches -= 1
        return full_name_in(self._text, name) if self._searches >= 0 else None

    def _full(self, person: Person, role: str) -> Identity:
        if person.parsed.given:
            return Identity(person.name, person.role or role, True)
        found = self._search(person.parsed)
        return Identity(found or person.name, person.role or role, bool(found))


def _other_office(label: Name, person: Person) -> bool:
    """Whether a surname with an office ("GOVERNOR JOHNSON") cannot be the person of that name who holds another."""
    if label.given:
        return False
    mine, theirs = _role_keys(label.role), _role_keys(person.role)
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
                out[i] = Person(fuller.name, known.role or person.role, fuller.parsed, min(known.rank, person.rank))
                break
        else:
            same.append(len(out))
            out.append(person)
    return tuple(out)


def full_name_in(text: str, name: Name) -> str | None:
    """The one full name that `text` gives for a surname ("Price" -> "Ned Price"), None when none or several do."""
    if len(name.surname) < 2 or name.surname.lower() not in text.lower():
        return None
    last = re.escape(name.surname)
    pattern = re.compile(rf"((?:(?:[^\W\d_a-z][\w'’-]*\.?|[^\W\d_]\.)[ \u00a0]){{1,4}})(?:{last}|{last.upper()})\b")
    counts: Counter[str] = Counter()
    for m in pattern.finditer(text):
        run = m.group().replace("\u00a0", " ").split()
        while run and run[0].lower().strip(".,") in _BREAKERS:
            run = run[1:]
        found = parse_name(" ".join(run))
        if name_strength(found, name) >= 0.5 and found.given and _plausible(found, False):
            counts[found.full] += 1
    return _one_person(counts)


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
    pattern = re.compile(
        rf"\b{re.escape(shown)},?[ ]((?:[^\W\d_a-z][\w'’-]*\.?[ ]){{1,3}}[^\W\d_a-z][\w'’-]+)", re.IGNORECASE
    )
    counts: Counter[str] = Counter()
    for m in pattern.finditer(text):
        before = fold(text[max(0, m.start() - 10) : m.start()]).split()
        run = m.group(1).split()
        if (before and before[-1] in ("former", "vice", "ex", "late", "mr", "deputy")) or not run[0][:1].isupper():
            continue
        name = parse_name(" ".join(w for w in run if w[:1].isupper()))
        if name.given and _plausible(name, False):
            counts[name.full] += 1
    return _one_person(counts)
