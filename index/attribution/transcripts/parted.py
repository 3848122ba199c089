"""A label parted into office and name, and the person whom the brackets behind it name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from index.attribution.transcripts.people import (
    HEAD_CHARS,
    Person,
    acronyms_of,
    plausible,
    spelt_out,
    without_body,
    without_office,
)
from index.attribution.transcripts.styled import STYLED
from index.language.descriptions import ON_A_FIELD, SEAT_WORDS
from index.language.english import words
from index.language.names import GIVEN_NAMES, POST_NOMINALS
from index.language.roles import HONORIFICS, NAMED_WITH, RANKS, ROLE_HEADS
from index.language.transcripts import OUTLETS
from index.names.parse import Name, fold, normal_case, parse_name

_SHORT_TITLE = re.compile(r"[A-Z][a-z]{1,5}\.")
_SLASHED = re.compile(r"[A-Z]{1,3}/[A-Z][A-Za-z]{0,6}\.?")  # "D/Supt Roe", "A/C ROE"
_PLAYED = ON_A_FIELD | words("guard center centre pitcher catcher quarterback linebacker")
_VOWELLESS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,5}")  # "STS ROE", a state secretary
PART = re.compile(r"[OD]['’](?=[A-Z])")  # of a surname, which its initials keep: "SO'R"
_SHORT_GIVEN = GIVEN_NAMES | words("st wm chas geo jos thos robt jas jno benj saml edw theo jr sr")


def label_name(label: str) -> Name:
    """A label taken apart: a name, or a role alone ("SENIOR ADMINISTRATION OFFICIAL" has no surname).

    A short form with its full stop, or capitals of an office, are no given name: "Min. Roe", "EVP Roe".
    """
    if STYLED.fullmatch(label):
        return Name(role=label)
    found = label.split()
    if len(found) > 1 and _SLASHED.fullmatch(found[0]):
        return label_name(" ".join(found[1:]))
    loud = found[-1].isupper()  # "Hon JANE ROE"
    short = frozenset(fold(word) for word in found[:-1] if _VOWELLESS.fullmatch(word))
    name = without_office(parse_name(label), short if loud else acronyms_of(found) - GIVEN_NAMES)
    played = next((k for k, key in enumerate(name.given_keys) if key in _PLAYED), None)
    if played is not None and played + 1 < len(name.given):  # "KARST GUARD JANE ROE"
        rest = parse_name(" ".join((*name.given[played + 1 :], name.surname)))
        return replace(rest, role=" ".join((name.role, *name.given[: played + 1])).strip())
    front = list(takewhile(lambda word: _SHORT_TITLE.fullmatch(word) and fold(word) not in _SHORT_GIVEN, name.given))
    if not front or name.surname_first:
        return name
    rest = parse_name(" ".join((*name.given[len(front) :], name.surname)))
    return replace(rest, role=" ".join(x for x in (name.role, *front) if x), suffix=name.suffix)


@dataclass(frozen=True, slots=True)
class Officers:
    """Those whom labels call by office and surname: the surnames (keys) that two of them bear ("GOVERNOR ROE" beside
    "SENATOR ROE"), and the one holder of each office (folded), whom a label may call by the office alone later."""

    namesakes: frozenset[str] = frozenset()
    holders: Mapping[str, str] = field(default_factory=dict[str, str])


NO_OFFICERS = Officers()


def officers_of(labels: Sequence[str]) -> Officers:
    """Those of the labels of a transcript, in order. An office alone right beside its holder's label is another's."""
    labels = [label for label in labels if label.strip()]  # a voice of captions has none
    offices: dict[str, set[str]] = {}
    held: dict[str, set[str]] = {}
    for label in labels:
        name = label_name(label)
        if name.surname and name.role:
            offices.setdefault(name.surname_key, set()).add(fold(name.role))
    shared = frozenset(key for key, roles in offices.items() if len(roles) > 1)
    for label in labels:
        name = label_name(label)
        if is_office_of(name):
            shown = as_written(label) if name.surname_key in shared else name.full
            held.setdefault(fold(name.role), set()).add(shown)
    beside = {fold(a) for x in pairwise(labels) for a, b in (x, x[::-1]) if fold(label_name(b).role) == fold(a)}
    return Officers(
        shared,
        {office: next(iter(names)) for office, names in held.items() if len(names) == 1 and office not in beside},
    )


def as_written(label: str) -> str:
    """A label as it is shown where no more is known: in usual letters, without those of an honour behind the name."""
    if _VOWELLESS.fullmatch(label):
        return label  # "CMP", the letters of a post
    found = label.split()
    while len(found) > 2 and found[-1].isupper() and fold(found[-1].strip(".,")) in POST_NOMINALS:
        found.pop()
    return spelt_out(normal_case(without_body(" ".join(found))))


def is_office_of(name: Name) -> bool:
    """Whether a surname alone stands behind an office ("Foreign Minister Roe"), and not behind a title that goes
    with it ("Baroness Roe", "Pope Adrian")."""
    office = fold(name.role).split()
    held = bool(office) and office[-1] in ROLE_HEADS | RANKS and "and" not in office
    return held and bool(name.surname) and not name.given and not (HONORIFICS | NAMED_WITH).issuperset(office)


def described_person(description: str | None) -> Name | None:
    """The person in the brackets behind an office: "The Chair (Hon. Ada Quill (Karst, Lib.))"."""
    if not description:
        return None
    name = parse_name(description)
    if not all(word[:1].isupper() for word in (*name.given[:1], *name.surname.split()[-1:])):
        return None  # "spoke in Karstian"
    if name.surname and not name.given and name.role and fold(name.role) in HONORIFICS:
        return name  # "The Temporary Speaker (Hon. Roe)"
    seat = fold(description.split()[-1]) in SEAT_WORDS or OUTLETS.search(description)
    return name if name.given and plausible(name, bool(name.role) or not seat) else None


def initialled_in(text: str, letters: str) -> Iterator[Name]:
    """The full names with these initials, one of the given ones known, in the sentences at the head: "Ian Arne Lund and
    Tom Berg both came" of a text with "IAL:"."""
    words = " ".join(rf"{letter}[a-z][\w’'-]+" for letter in letters)
    for found in re.finditer(rf"\b{words}\b(?! [A-Z])", text[:HEAD_CHARS]):
        name = parse_name(found.group())
        if len(name.given_keys) == len(letters) - 1 and not GIVEN_NAMES.isdisjoint(name.given_keys):
            yield name


def initials_of(person: Person) -> tuple[str, ...]:
    """The initials that a person may go by: "JR" or "JVR" of Jan van Roe, "SPJR" of a Senate President, "SO'R" of Sean
    O'Rourke."""
    words = person.name.replace("-", " ").split()
    every, large = ("".join(word[0] for word in some) for some in (words, [w for w in words if w[0].isupper()]))
    office = "".join(word[0] for word in person.role.replace("-", " ").split() if word[0].isupper())
    parts = "".join(f"{part[0]}{word[part.end()]}" if (part := PART.match(word)) else word[0] for word in words)
    return every.upper(), large, office + large, parts.replace("’", "'")


def by_office_letters(label: str, people: Sequence[Person]) -> Person | None:
    """The one of title or head who is called by the letters of her office before one of her names: "SM Roe" is Senior
    Minister Roe Jia Wen."""
    letters, _, called = label.partition(" ")
    if not (called and letters.isupper() and letters.isalpha() and len(letters) > 1):
        return None
    fits = [
        p
        for p in people
        if p.rank < 2
        and p.parsed.given
        and letters == "".join(word[0] for word in p.role.replace("-", " ").split() if word[0].isupper())
        and fold(called) in {fold(word) for word in p.name.split()}
    ]
    return fits[0] if len({p.name for p in fits}) == 1 else None


def is_near(name: Name, person: Person) -> bool:
    """Whether a surname alone is only nearly a person's: a letter off, and not called so."""
    keys = {person.parsed.surname_key, *person.parsed.given_keys}
    return not name.given and name.surname_key not in keys
