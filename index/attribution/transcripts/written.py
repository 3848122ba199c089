"""What stands before a mark's sign, as it is written: whether it can be a label at all, and which parts it has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.attribution.transcripts.styled import STYLED, without_hyphen, without_style
from index.language.bodies import ORGANISATIONS, PLACES
from index.language.descriptions import MORE_HEADS
from index.language.names import GIVEN_NAMES, PARTICLES, POST_NOMINALS
from index.language.roles import BEFORE_STYLES, HONORIFICS, MALE_TITLES, RANKS, ROLE_HEADS
from index.language.transcripts import (
    HEADING_BREAKS,
    NAMES_TOO,
    NO_LABEL,
    NO_LABEL_PHRASES,
    NOBODY,
    OFFICE_WORDS,
    ORDINALS,
    OUTLETS,
    PRESIDES,
    ROLES_OF_LABELS,
    ROOM_ROLES,
    SENTENCE_OPENERS,
    SENTENCE_WORDS,
    SURNAMES_TOO,
)
from index.names.parse import fold, parse_name

MarkKind = Literal["question", "bare", "answer", "caps", "name", "voice"]

_NOBODY = re.compile(rf"(?:{NOBODY})(?:\s?#?\d{{1,3}})?")
_SMALL_PARTS = re.compile(r"\b(?:Ma?c|O['’]|D['’]|De|Van|Von|Le|La|Di|Fitz|de|van|von|der|den|la|du|of|the)(?=[A-Z ])")
_TITLE = re.compile(r"^(?:The\s)?(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Amb|Adm|Col|Lt|Hon|Prof)\.?\s)*(?=[A-Z]{2})")
_MANNER = re.compile(
    r"(?:voice-?over|ret(?=\.?$)|on-?\s?camera|live|via|through|by (?:phone|video|telephone)|on the phone"
    r"|(?:spoke|speaks|speaking|continued?|continuing|answer(?:ed|ing)|repl(?:ied|ying)|translated|interpreted"
    r"|interpretation|translation)\s+(?:in|into|from|by|through)|in [A-Z]\w{3,}|original|translat\w+|interpret\w+)\b",
    re.I,
)
# What is played and by whom: "MAYOR JANE ROE - RECORDING", "Jane Roe (audio clip)".
_PLAYED = re.compile(
    r"\s*(?:[–—,-]+\s*|[(\[]\s*)(?:(?:on|from an?) )?(?:(?:audio|video|voice|tape|sound|file|news|archive|radio) ?)?"
    r"(?:recording|recorded|clip|grab|excerpt|playback|soundbite|tape|archive|sot|vt)\s*[)\]]?$",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(r"^((?:[^,–—()]|\([^()]*\))+?)(?:\s*+,\s*+|\s++[–—-]++\s++)(\S.*)$")
_EMPLOYED = re.compile(r"([^/]{3,60})/\s?([A-Z][\w.&+ -]{1,30})")
_OUTLET_FIRST = re.compile(r"([A-Z][\w.'’& -]{2,40}), ([A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?)")
_PARTY_FIRST = re.compile(r"^\([A-Z-]{1,6}\),\s*")
# Behind a member's name: whom she asks ("INGRID LUND (Lab) to the Minister of Ports:"); behind initials, "IAL to Jan".
_ADDRESSEE = re.compile(
    r"(?<=[)A-Z])\s+(?:to|asked)\s+the\s+[A-Z][^\n]*$|(?:(?<=^[A-Z]{2})|(?<=^[A-Z]{3}))\s+to\s+[A-Z][a-z][\w’'-]*$"
    r"|\s+(?i:to (?:the )?witness)$"
)
# "J.Roe", with its initial apart "J. Roe".
_GLUED_INITIAL = re.compile(r"(?<![^\W\d_])[A-Z]\.(?=[A-Z][a-z])")
_CUT = re.compile(r"[^\W\d_][\w'’-]+ [A-Z]\.")  # "JOSEPH M./TV9": a surname's initial alone
# "Hon. (Ms.) Jane Roe (Karst, Lib.)": how she is styled is no note
_STYLED = re.compile(r"^((?:The )?Hon\.? )\(((?:Ms|Mr|Mrs|Dr|Prof|Eng|Rev|Capt|Amb|Sen)\.?)\) ")
# "Lund (TV9)": whoever asks and the outlet that she is of
_OF_PRESS = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? \((?P<outlet>[^()\n]{3,40})\)")
_NO_SURNAMES = NO_LABEL | HEADING_BREAKS | OFFICE_WORDS | ORGANISATIONS | PLACES | SENTENCE_WORDS | SENTENCE_OPENERS
_OF = re.compile(r" of (?:the )?(?=[A-Z])")
_MOST_OF_OFFICE = 6  # words of an office in capitals with its holder's surname
_MOST_WORDS = 9  # of a label without its descriptions
_MOST_FIELDS = 10  # words of the fields of an office behind the first one


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart: `base` the name or office, `notes` the descriptions in brackets or behind a comma."""

    base: str
    notes: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """All descriptions as one."""
        return ", ".join(self.notes)

    @property
    def seated(self) -> bool:
        """Whether two brackets follow the name, as a member's seat and party do."""
        return len(self.notes) >= 2


def asks_by_label(label: str) -> bool:
    """Whether a label alone says that nobody by name speaks ("Q", "REPORTER:", "AUDIENCE MEMBERS:")."""
    return bool(_NOBODY.fullmatch(label.strip(" .:\u00a0")))


def kind_of_label(label: str) -> MarkKind:
    """Whether a label asks, stands in capitals ("MR PRICE", "Mr. PRICE"), or is a name as usual."""
    if asks_by_label(label):
        return "question"
    stripped = _SMALL_PARTS.sub("", _TITLE.sub("", label))
    letters = [c for c in stripped if c.isalpha()]
    return "caps" if len(letters) > 1 and not any(c.islower() for c in letters) else "name"


def read_label(raw: str) -> Label | None:
    """The label in what stands before a colon, None where it is no name or office."""
    bare = without_hyphen(_PLAYED.sub("", _ADDRESSEE.sub("", raw))).strip(" \t\u00a0*_<>[]•")
    spaced = _GLUED_INITIAL.sub(r"\g<0> ", without_style(bare))
    base, notes = _brackets(_STYLED.sub(r"\1\2 ", spaced))
    employed = _EMPLOYED.fullmatch(base)
    if employed:  # "JANE ROE/TV9": whoever asks, and for whom
        base = employed[1].strip()
        notes = (*notes, employed[2] if parse_name(base).role else f"reporter, {employed[2]}")
    asks_for = _OUTLET_FIRST.fullmatch(base)
    if asks_for and _is_outlet(asks_for[1]):  # "Karst Courier, Lind", "NHK, Lind"
        return Label(asks_for[2], (f"reporter, {asks_for[1]}", *notes))
    if len(notes) == 1 and _is_of_fields(base) and _is_somebody(notes[0]):
        return Label(base, notes)  # "The Secretary of State for Ports, Weirs and Rural Affairs (Jane Roe)"
    if len(notes) == 1 and base.startswith(("The ", "THE ")) and _is_titled(notes[0], alone=True) and _is_part(base):
        return Label(notes[0], (base[len("The ") :],))  # "The Assistant Minister, Office of the Mayor (Mr. Roe)"
    described = _DESCRIBED.match(base)
    if described and not re.match(r"(?:Jr|Sr|JR|SR|I{2,3}|IV)\.?$", described[2]):
        # "SEN. JANE ROE (R), OHIO", "SEN. JANE ROE, (R), OHIO": the party stands before the comma as it may behind it.
        base, before = _brackets(described[1].replace("®", "(R)").strip())
        said = _PARTY_FIRST.sub("", described[2]).strip()
        if not _describes(said, alone=len(base.split()) == 1):
            return None
        notes = (*before, said, *notes)
    notes = tuple(note for note in notes if not _MANNER.match(note))
    held = _of_a_place(base)
    if held is not None:
        base, notes = held[0], (held[1], *notes)
    peer = next((k for k, note in enumerate(notes) if _PEER.match(note)), None)
    if peer is not None and (
        is_office(base) or base.startswith(("The ", "THE "))
    ):  # "The Minister of State, Department for Ports (Lord Roe) (Con)"
        office = ", ".join((re.sub(r"^(?:The|THE) ", "", base), *notes[:peer]))
        return Label(notes[peer], (office, *notes[peer + 1 :]))
    held_by = next((k for k, note in enumerate(notes) if _is_titled(note)), None)
    if held_by is not None and (_is_office_of(base) if len(notes) == 1 else is_office(base) or _is_office_of(base)):
        # "THE CHAIR, COMMITTEE ON PORTS (Mr Tom Lind)", "Minister of Ports (Ms Jane Roe) (MP)"
        others = (*notes[:held_by], *notes[held_by + 1 :])
        return Label(notes[held_by], (re.sub(r"^THE ", "", base), *others))
    if len(notes) == 1 and _is_long_office(base) and parse_name(notes[0]).surname:
        return Label(notes[0], (base.removeprefix("THE "),)) if _can_be_label(notes[0]) else None
    return Label(base, notes) if _can_be_label(base, bool(notes)) else None


def _is_titled(note: str, *, alone: bool = False) -> bool:
    """Whether a description is somebody by title and full name, "Mr Tom Lind", or by title and surname `alone`."""
    name = parse_name(note)
    titles = [fold(word) for word in re.sub(r"^[Tt]he |^THE ", "", name.role).split()]
    named = bool(name.surname) and bool(name.given) != alone
    return "," not in note and bool(titles) and named and set(titles) <= HONORIFICS | BEFORE_STYLES


def _is_part(base: str) -> bool:
    """Whether words are an office of something or at a part of it: "The Minister for Local Government", "The Assistant
    Minister, Office of the Mayor"."""
    office, comma, _ = base.partition(", ")
    return _is_office_of(base) or (bool(comma) and is_office(office))


def _is_somebody(note: str) -> bool:
    """Whether a description is a full name, with a title or an office before it or not: "Deputy Jane Roe"."""
    name = parse_name(note)
    titled = bool(name.role and name.given) and all(fold(word) in ROLE_HEADS for word in name.role.split())
    return name_like(note) or _is_titled(note) or titled


def _is_of_fields(base: str) -> bool:
    """Whether words are an office of several fields, or at a department: "The Secretary of State for Ports, Weirs and
    Rural Affairs", "Minister of State at the Department of Ports"."""
    parted = re.split(r"(?:,| (?:at|in) the) ", base, maxsplit=1)
    words = parted[-1].replace(",", " ").split()
    listed = ", " not in base or not {"and", "&"}.isdisjoint(words)
    small = {"and", "of", "for", "the", "&"}
    written = len(words) <= _MOST_FIELDS and all(w[0].isupper() or w in small for w in words)
    return len(parted) > 1 and listed and written and is_office(parted[0])


def _is_office_of(base: str) -> bool:
    """Whether words are an office and of what: "THE BISHOP OF HALDEN", "Minister for Ports and Weirs"."""
    office = re.match(r"(?:(?:The|THE) )?(\w+) (?:for|of|FOR|OF) ", base)
    return office is not None and fold(office[1]) in ROLE_HEADS | MORE_HEADS


def label_alone(line: str) -> Label | None:
    """The label that a whole line is; who is of the press by "Fiona (Western Dispatch)" is nobody by name."""
    press = _OF_PRESS.fullmatch(line)
    if press is not None and OUTLETS.search(press["outlet"]):
        return Label("Journalist")
    return Label(line) if asks_by_label(line) else read_label(line)


def _of_a_place(base: str) -> tuple[str, str] | None:
    """(label, office) of a holder named between office and country: "Prime Minister Jane Roe of Karstia"."""
    for m in _OF.finditer(base):
        name = parse_name(base[: m.start()])
        held = bool(name.role and name.surname) and fold(name.role.split()[-1]) in ROLE_HEADS
        if held and fold(base.split()[-1]) in PLACES and name.surname_key not in OFFICE_WORDS:
            return base[: m.start()], f"{name.role}{base[m.start() :]}"
    return None


def _is_outlet(words: str) -> bool:
    """Whether words before a comma are an outlet by themselves: no name of anybody."""
    named = set(parse_name(words).given_keys) & GIVEN_NAMES or is_office(words)
    return not named and bool(OUTLETS.search(words) or re.fullmatch(r"[A-Z]{3,5}|Freelance(?: \w+)?", words))


def _is_long_office(base: str) -> bool:
    """Whether a label is an office in capitals of a whole line ("THE MINISTER OF STATE IN THE MINISTRY OF PORTS")."""
    found = base.split()
    return len(found) > 5 and found[0] == "THE" and base.isupper() and fold(found[1]) in ROLE_HEADS


def _brackets(raw: str) -> tuple[str, tuple[str, ...]]:
    """What stands before the brackets at the end, and their contents in order; brackets may stand in brackets."""
    notes: list[str] = []
    base = raw
    while base.endswith((")", "]")) and len(notes) < 3:
        depth, at = 0, len(base)
        while at > 0:
            at -= 1
            depth += base[at] in ")]"
            depth -= base[at] in "(["
            if depth == 0:
                break
        inner = base[at + 1 : -1].strip()
        if depth or not inner or len(inner) > _LONGEST_NOTE:
            break
        notes.insert(0, inner)
        base = base[:at].rstrip()
    unclosed = re.match(r"([^(\[]+?)\s*[(\[]([^()\[\]]{1,90})$", base) if not notes else None
    if unclosed:  # "Jane Roe (Halden" before a clock time's colon
        return unclosed[1].strip(), (unclosed[2].strip(),)
    return base, tuple(notes)


_ROMAN = re.compile(r"II|III|VII|VIII")  # before whoever stands in a list
_PEER = re.compile(
    r"(?:The )?(?:Lord|Lady|Baroness|Baron|Viscount(?:ess)?|Earl|LORD|LADY|BARONESS|VISCOUNT|EARL) [A-Z]"
)
_LONGEST_NOTE = 130  # characters of a bracket behind a label
# A word in capitals, or a name that opens as papers' do: who stands before it asks for it.
_OUTLET = re.compile(r"[A-Z]{2,6}|[A-Z][A-Za-z]*\d{1,3}(?:x\d)?|The [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")


def _describes(said: str, alone: bool) -> bool:
    """Whether the words behind a label's comma tell who somebody is; `alone`: one word stands before the comma."""
    found = [fold(w) for w in re.findall(r"[\w'’-]+", said)]
    if not found or len(found) > 14:
        return False
    if any(w in ROLE_HEADS or w in RANKS for w in found):
        return True
    if OUTLETS.search(said):
        return True
    if alone:  # "Kallol, PTI", "Siddhant, The Hindu"; not "Friends, Romans"
        return bool(_OUTLET.fullmatch(said))
    small = {"of", "the", "for", "and", "in", "at", "to", *PARTICLES}
    return all(w[:1].isupper() or fold(w) in small for w in re.findall(r"[^\W\d_][\w'’-]*", said)) and len(found) <= 6


def _can_be_label(base: str, noted: bool = False) -> bool:
    if STYLED.fullmatch(base):
        return True
    found = base.split()
    if not 1 <= len(found) <= _MOST_WORDS or any(c.isdigit() for c in base) or not base[0].isupper():
        return False
    if _ROMAN.fullmatch(base):
        return False
    if base[-1] in '.?!”"' and not base.endswith(("Jr.", "Sr.", "JR.", "SR.")) and not (noted and _CUT.fullmatch(base)):
        return False
    folded = [w.lower() if len(w) == 2 and w[1] == "." else fold(w) for w in found]  # "A. Roe" opens with no article
    initials = [len(w) == 1 and w.isupper() for w in found]
    if sum(initials) > 1:  # "Dr P W A ROE" has none either
        folded = [f"{low}." if initial else low for low, initial in zip(folded, initials, strict=True)]
    if folded[0] in ORDINALS and not any(w in ROLE_HEADS for w in folded):
        return False
    if _is_called_so(folded):
        return True
    surname = len(found) == 1 and base.isupper() and folded[0] in SURNAMES_TOO
    none = folded[0] in NO_LABEL and not (surname or _is_knight(folded) or _has_place(base))
    if none or "-".join(folded) in NO_LABEL_PHRASES:
        return False
    opens = folded[0] in SENTENCE_WORDS | SENTENCE_OPENERS and folded[-1] not in PRESIDES  # "An Ceann Comhairle"
    if opens or any(w in SENTENCE_WORDS for w in folded[1:]):
        return False
    for word, low in zip(found, folded, strict=True):
        small = low in PARTICLES | {"of", "the", "for", "and", "&", "to"} or low.startswith("al-")
        if not word[0].isupper() and not small and low not in ROLE_HEADS and not OUTLETS.fullmatch(word):
            return False
    return "and" not in folded or any(w in ROLE_HEADS for w in folded)


def _is_called_so(folded: list[str]) -> bool:
    """Whether a label opens with a given name that is a month, a place or a verb as well: "Will Roe", "April Roe"."""
    named = folded[0] in NAMES_TOO and 2 <= len(folded) <= 3 and all(word.isalpha() for word in folded)
    return named and not set(folded[1:]) & (_NO_SURNAMES | ROLE_HEADS)


def _has_place(base: str) -> bool:
    """Whether a label in capitals is an office of a place and who holds it ("NEW KARST ATTORNEY GENERAL JANE ROE")."""
    name = parse_name(base) if base.isupper() else None
    return name is not None and bool(name.given and name.surname and len(name.role.split()) >= 3)


def _is_knight(folded: list[str]) -> bool:
    """Whether a label is a knight's full name ("Sir Guy Moss"), and not whoever is addressed ("Sir:")."""
    return folded[0] in MALE_TITLES and len(folded) >= 3


def is_office(label: str) -> bool:
    """Whether a label is an office without a name ("AIDE", "The Prime Minister", "Senior Administration Official")."""
    if fold(label) == "the court" or STYLED.fullmatch(label):  # who presides at it; "His Excellency"
        return True
    known = ROLE_HEADS | ROLES_OF_LABELS | PRESIDES
    words = [fold(w) for w in label.split()]
    # An under-secretary is a secretary.
    offices = [w in known or w.rpartition("-")[2] in known for w in words if w not in ("the", "an")]
    return bool(offices) and (all(offices) or (any(offices) and not parse_name(label).surname))


def post_nominal(label: str) -> bool:
    """Whether a label ends in the letters of a parliament behind a name ("Julia Marsh AM")."""
    found = label.replace(",", " ").split()
    return len(found) >= 3 and found[-1].isupper() and fold(found[-1]) in POST_NOMINALS


def is_caps_speaker(label: str) -> bool:
    """Whether a label in capitals before a full stop is somebody: a title or role, or a name with its given name."""
    found = [fold(w) for w in label.replace(",", " ").split()]
    if re.search(r", (?!JR|SR|I)", label) or any(w in ("good", "thank", "no", "yes") for w in found):
        return False
    if not found or (len(found) == 1 and found[0] not in ROLE_HEADS | ROLES_OF_LABELS):
        return False
    if all(w in RANKS or w in HONORIFICS for w in found):
        return False  # "LT. GEN. JANE ROE, COMMANDER": the rank of a name that goes on
    core = found[1:] if found[0] == "the" else found
    if found[0] == "the":
        return (
            bool(core)
            and len(core) <= 5
            and (core[-1] in ROLE_HEADS or core[0] in ROLE_HEADS)
            and core[-1] not in ("and",)
        )
    name = parse_name(label)
    if name.surname and name.role and fold(name.role.split()[-1]) in ROLE_HEADS and len(found) <= _MOST_OF_OFFICE:
        return True  # "FOREIGN MINISTER ROE"
    if core[0] in HONORIFICS or core[0] in RANKS or core[0] in ROLE_HEADS:
        return 2 <= len(core) <= 6 or core[0] in ROOM_ROLES
    return name_like(label)


def name_like(label: str) -> bool:
    """Whether two to five words look like a given name and a surname by spelling alone."""
    name = parse_name(label)
    parts = [w.lower() if len(w) == 2 and w[1] == "." else fold(w) for w in label.split()]  # "A. Roe" has no article
    if any(p in NO_LABEL or p in SENTENCE_WORDS or p in ("and", "of", "for", "the", "to") for p in parts):
        return False
    return bool(name.given) and len(name.given) <= 3 and 2 <= len(parts) <= 5
