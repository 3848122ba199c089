"""The people whom a title or the head of a text names, with the office beside each name."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.attribution.transcripts.capitals import (
    FULL_NAME,
    in_run,
    is_body,
    leads_to_name,
    office_behind,
    opens_run,
    two_offices,
)
from index.attribution.transcripts.holders import holders
from index.language.acts import STATUTES
from index.language.bodies import ORGANISATIONS, PARTS_OF_EARTH, PLACES
from index.language.english import CONNECTORS
from index.language.names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES, PARTICLES, VERBS_TOO
from index.language.roles import HONORIFICS, OF_CLERGY, RANKS, ROLE_ACRONYMS, ROLE_FORMS, ROLE_HEADS, ROLE_MODIFIERS
from index.language.transcripts import DIARISED, OFFICE_WORDS, OUTLETS, PARTIES, SHORT_WORDS, WEAK_ROLES
from index.names.parse import Name, fold, parse_name
from index.names.roles import is_person_noun

_SHORT_FORMS = "sen gov rep gen amb adm col lt maj pres sec usec atty fmr dir exec cong supt insp det cmdr capt sgt"
_SPELT_OUT = {short: ROLE_FORMS[short].replace("-", " ").title() for short in _SHORT_FORMS.split()} | {
    "asec": "Assistant Secretary", "rev": "Reverend", "pm": "Prime Minister", "dpm": "Deputy Prime Minister",
    "min": "Minister", "dep": "Deputy", "asst": "Assistant", "admin": "Administrator", "cllr": "Councillor",
}  # fmt: skip
_SPELT_OUT["vp"] = "Vice President"
_SHORT_KNOWN = (ROLE_HEADS | WEAK_ROLES | OFFICE_WORDS | SHORT_WORDS) - ROLE_ACRONYMS
_SMALL = CONNECTORS | {"in", "at", "on"}
_LETTERS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{5,6}")  # an outlet's letters: "MSNBC"
_BODY = 4  # letters of a body's initials
HEAD_CHARS = 2500  # how far from the top a list of speakers is looked for
_TOKEN = re.compile(r"[^\s,;:()\[\]–—|\"“”«»/]+|[,;:()\[\]–—|\n\"“”«»/]")
_SPEECH_WORDS = re.compile(
    r"(?:by|with|of|from|:|-|–|—|\||between|and|featuring|host"
    r"|\bI['’]m|\bI am|\bmy name is)\s*$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"\s([A-Z]\w+ (?:of|for|to) (?:the )?[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){0,3})")
_VOICE = re.compile(DIARISED)  # "Jane Roe, Speaker 1", in a list of those who speak
_INITIALS = re.compile(r"[^aeiouy\W\d]{2}")  # "JD"
_NO_NAME = re.compile(r"\d|\b(?:Anti|By|Co|Counter|Ex|Mid|Non|Post|Pre|Pro|Re|Self|Sub)-[a-z]{3}")  # "By-election"
_ROLE_ENDS = re.compile(
    r"\s+(?:at|before|after|following|during|aboard|upon|ahead|on|en\s+route|in\s+(?:a|joint|an)\b)\s.*$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a transcript names: full or last name as displayed, the role beside it, where it was seen."""

    name: str
    role: str
    parsed: Name
    rank: int = 0  # 0 title, 1 head of the text or label with a description, 2 label alone


def clean_role(role: str) -> str:
    """A role as displayed: "THE PRESIDENT" -> "President", "the NATO Secretary General" -> without its article."""
    out = re.sub(
        r"^(?:of |by )?(?:the|a|an|our|my|his|her|its|their)\s+|^(?:of|by)\s+",
        "",
        role.strip(" ,.:;-–—"),
        flags=re.IGNORECASE,
    )
    seat, dash, office = out.partition("—")
    if dash and is_role(office) and not is_role(seat):  # "Karst—Minister for Ports", a senator's state and office
        out = office.strip()
    office, comma, party = out.rpartition(", ")
    if comma and fold(party) in PARTIES:
        out = office
    found = out.split()  # "Minister for Ports Dr", before a name
    while len(found) > 1 and is_weak(found[-1]):
        found.pop()
    while len(found) > 1 and fold(found[0]) in OF_CLERGY:
        found.pop(0)
    out = " ".join(found)
    if out.isupper():
        out = " ".join(w.lower() if w.lower() in _SMALL else _caps_word(w) for w in out.split())
    elif out[:1].islower():
        out = out[:1].upper() + out[1:]
    found = out.split()  # "Earl of" Karst
    while len(found) > 1 and fold(found[-1]) in CONNECTORS:
        found.pop()
    return "" if out and is_weak(out) else spelt_out(" ".join(found))


def spelt_out(role: str) -> str:
    """A role without abbreviations: "Sen" -> "Senator", "FMR. USEC." -> "Former Undersecretary"."""
    return " ".join(_SPELT_OUT.get(fold(w), w) for w in role.split())


def without_body(label: str) -> str:
    """A label in capitals without the initials of a body before an office and a name: "PCO ASEC. ROE"."""
    found = label.split()
    front = fold(found[0]) if label.isupper() and len(found) > 2 and found[0].isalpha() else ""
    known = _SHORT_KNOWN | RANKS | HONORIFICS | ROLE_MODIFIERS
    initials = 2 <= len(front) <= _BODY and front not in known and front not in ROLE_FORMS
    return " ".join(found[1:]) if initials and fold(found[1]) in ROLE_HEADS else label


def _caps_word(word: str) -> str:
    short = len(word) <= 4 and fold(word) not in _SHORT_KNOWN
    return word if short or _LETTERS.fullmatch(word) else word.capitalize()


def is_weak(role: str) -> bool:
    """Whether a role tells nothing of an office ("Mr.", "Rt Hon")."""
    return all(w in WEAK_ROLES for w in fold(role).split())


def is_role(text: str) -> bool:
    """Whether a short phrase holds the head of a role ("Department Spokesperson")."""
    found = [fold(w).removesuffix("-in-office") for w in re.findall(r"[\w-]+", text)]
    found += [w.rpartition("-")[2] for w in found]  # an under-secretary is a secretary
    return not _VOICE.fullmatch(text.strip()) and any(w in ROLE_HEADS or w in RANKS for w in found)


def plausible(name: Name, introduced: bool) -> bool:
    """Whether capitals are a person: introduced by a role or "by", or with a usual given name or initials."""
    if not name.surname or (not name.surname[0].isupper() and fold(name.surname.split()[0]) not in PARTICLES):
        return False
    if len(name.given) > 4 or len(name.surname_key) < 2 or _NO_NAME.search(name.full):
        return False
    first = name.given_keys[0] if name.given_keys else ""
    known = first in MALE_NAMES or first in FEMALE_NAMES
    if first.endswith("s") and first[:-1] in ROLE_HEADS | RANKS and not known:
        return False  # "Representatives Roe, Poe and Lund"
    if name.surname_key in ORGANISATIONS | OFFICE_WORDS and not known:
        return False
    several = name.surname_key.endswith("s") and is_person_noun(name.surname_key[:-1])  # "Harbour Chiefs"
    if name.given and not known and not name.role and (several or name.surname_key in PARTS_OF_EARTH):
        return False
    alone = len(name.given) == 1 and (known or bool(name.role))
    if name.surname_key in STATUTES and not alone:  # "the John Roe Voting Rights Act"; but "Senator Jude Law"
        return False
    offices = {fold(w) for w in name.role.split()}
    if name.role and not name.given and not offices & (ROLE_HEADS | RANKS | HONORIFICS):
        return False  # a body: "House of Lords", "Court of Appeal"
    if name.role and (name.given or fold(name.role).split()[-1] not in ("department", "chief")):
        return True
    if not name.given:
        return False
    if known and not name.role and first in VERBS_TOO and name.surname_key in PLACES:
        return False  # "Will Norvania Float?"
    initials = any(len(k) == 1 or _INITIALS.fullmatch(k) for k in name.given_keys) and len(name.given) <= 3
    return known or initials or introduced


def scan_people(text: str, rank: int = 0) -> tuple[Person, ...]:
    """The people whom a title or a head line names, in order, with the role before or after the name.

    "Press conference by NATO Secretary General Jane Roe", "Jane Roe, Department Spokesperson", "Interview with
    Jane Roe". Works on runs of capitalised words; meant for headings, not for running prose.
    """
    out: list[Person] = []
    tokens = two_offices([(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)])
    after = ""  # the office behind the last name
    i, pending, behind = 0, "", False  # behind: offices stand behind the names here
    while i < len(tokens):
        if not opens_run(tokens, i):
            pending = pending if tokens[i][0] == "," else ""
            i += 1
            continue
        j = i
        while j < len(tokens) and in_run(tokens, i, j):
            j += 1
        while j > i and tokens[j - 1][0].lower() in CONNECTORS:
            j -= 1
        j = max(j, i + 1)
        j = i + office_behind([t[0] for t in tokens[i:j]])
        run = [t[0] for t in tokens[i:j]]
        if after and " ".join(run) in after:  # "Jane Roe, Envoy for the Karst Basin": what she is, and nobody
            pending, i = "", j
            continue
        if leads_to_name(tokens, run, j):  # "the Secretary General of the Karst Compact, Jane Roe"
            pending, i = " ".join(run), j
            continue
        name = without_office(parse_name(" ".join(run)), acronyms_of(run))
        introduced = bool(_SPEECH_WORDS.search(text[max(0, tokens[i][1] - 12) : tokens[i][1]]))
        role_after = _role_after(text, tokens[j - 1][2]) or _role_glued(text, tokens[j - 1][2])
        if not is_body(run) and plausible(name, introduced or bool(role_after) or (bool(pending) and bool(name.given))):
            role = name.role if not is_weak(name.role) else ""
            before = "" if behind else pending
            after = role_after if role_after.startswith("the ") or not role else ""
            if after and role and " " not in role and not {"of", "for", "to"}.isdisjoint(role_after.split()):
                role = role_after  # "Ambassador Jane Roe, the Special Envoy"
            behind = behind or bool(role_after and not role and not before)
            out.append(Person(name.full, clean_role(role or before or role_after or name.role), name, rank))
        pending = name.role if name.role and not name.surname else ""
        i = j
    return tuple(out)


def acronyms_of(run: Sequence[str]) -> frozenset[str]:
    """The folded words in capitals of a run that is not all in capitals ("APNSA Jane Roe")."""
    if all(w.isupper() for w in run):
        return frozenset()
    return frozenset(fold(w) for w in run if w.isupper() and len(w) >= 3 and "." not in w)


def without_office(name: Name, acronyms: frozenset[str] = frozenset()) -> Name:
    """The name without words of an office at its front: "Urban Development Carl Brandt" -> Carl Brandt.

    An acronym of `acronyms` at the front is an office too. Where nothing of a name is left, all is role.
    """
    if name.surname_first:
        return name
    found = [*name.given, *name.surname.split()]
    folded = [fold(w) for w in found]
    cut = 0
    for k, word in enumerate(folded):
        acronym = word in acronyms and k < len(found) - 1
        if word in OFFICE_WORDS or word in ("of", "for", "and", "the") or acronym:
            cut = k + 1
    behind_object = any(w in ("of", "for") for w in fold(name.role).split())
    if not cut and behind_object and folded and folded[0] not in GIVEN_NAMES:
        part = len(found) - FULL_NAME if "and" in fold(name.role).split() else 0  # "Rivers and Floating", of an office
        cut = next((k for k, w in enumerate(folded[:-1]) if w in GIVEN_NAMES), max(0, part))
    if cut and folded[cut - 1] == "and" and folded[cut] not in GIVEN_NAMES:  # "Rivers and Floating Markets Jane Roe"
        behind = range(cut, len(found) - 1)
        cut = next((k for k in behind if folded[k] in GIVEN_NAMES), max(cut, len(found) - FULL_NAME))
    if not cut:
        return name
    office = (word.upper() if fold(word) in acronyms else word for word in found[:cut])
    role = " ".join(x for x in (name.role, *office) if x)
    if {fold(w) for w in role.split()} <= {"of", "for", "and", "the"}:
        role = ""  # "DEPOSITION OF JANE ROE"
    if cut >= len(found):
        known = len(found) == 2 and folded[0] in GIVEN_NAMES
        return name if known else Name(role=role)
    rest = parse_name(" ".join(found[cut:]))
    return Name(
        " ".join(x for x in (role, rest.role) if x),
        rest.given,
        rest.surname,
        name.suffix,
        name.gender or rest.gender,
        rest.given_keys,
        rest.surname_key,
        rest.surname_first,
    )


def _role_after(text: str, at: int) -> str:
    """The role in "Jane Roe, NATO Spokesperson" or "Jane Roe (NATO Spokesperson)" at the end of the name."""
    m = re.match(r"\s*[,(\[–—|-]\s*([^,;:()\[\]\n]{3,80})", text[at : at + 100])
    if m and _may_be_place(m.group(1)):  # "JANE ROE, New York, Chairman"
        m = re.match(r"\s*,\s*([^,;:()\[\]\n]{3,80})", text[at + m.end() : at + 100])
    told = (
        m
        and is_role(OUTLETS.sub("", m.group(1)))
        and not names_another(m.group(1))
        and not m.group(1).startswith(("and ", "called "))
    )
    return _ROLE_ENDS.sub("", m.group(1).strip()) if m and told else ""


def _role_glued(text: str, at: int) -> str:
    """The office right behind a name, without a comma."""
    m = _GLUED.match(text, at)
    return m[1] if m and fold(m[1].split()[0]) in ROLE_HEADS else ""


def _may_be_place(words: str) -> bool:
    """Whether words between commas may be a member's place: "Ohio", "New York"; no office, and nobody's name."""
    found = words.split()
    short = 1 <= len(found) <= 2 and all(word[:1].isupper() and word.isalpha() for word in found)
    return short and not is_role(words) and fold(found[0]) not in GIVEN_NAMES


def names_another(role: str) -> bool:
    """Whether the words behind a name are somebody else's, with office or title or beside a third: "City Hall
    correspondent Ivo Brandt", "the Hon Ivo Brandt MP", "Ivo Brandt & Ann Lund"."""
    found = role.split()
    titled = any(fold(a) in HONORIFICS and b[:1].isupper() and fold(b) not in ROLE_HEADS for a, b in pairwise(found))
    if titled or (len(found) > 2 and fold(found[0]) in GIVEN_NAMES - PLACES and found[2] in ("&", "and")):
        return True
    heads = [i for i, word in enumerate(found) if fold(word) in ROLE_HEADS]
    behind = found[heads[-1] + 1 :] if heads else []
    return len(behind) >= 2 and all(word[:1].isupper() for word in behind)


# What a title says that it is about, up to a pause or to who speaks; "on the record" is no topic.
_TOPIC = re.compile(
    r"\b(?:on|about|regarding|concerning)\s(?!the[- ]record)(?:(?!\b(?:by|with|from)\s)[^,:;|()–—])+", re.IGNORECASE
)
# And what a headline in the text is about: "Transcript: The Mayor On Harbour Wall Costs".
_HEADLINE_TOPIC = re.compile(
    r"(?<=\S )(?:On|About|Regarding|Concerning)\s(?![Tt]he[- ][Rr]ecord)(?:(?!\b(?i:by|with|from)\s)[^,:;|()–—])+"
)


# What befell somebody whom a title names, and who does not speak: "Inquest into the death of Jane Roe".
_BEFELL = re.compile(
    r"\b(?:death|deaths|trial|murder|killing|case|disappearance|shooting|abduction|memory|funeral|sentencing|arrest|conviction"
    r"|loss|burial|extradition)\sof\s(?:(?!\b(?:by|with|from)\s)[^,:;|()–—])+",
    re.IGNORECASE,
)


# A sentence about somebody: a finite verb, and an end.
_TELLS = re.compile(
    r"\s(?:will|would|is|are|was|were|has|have|had|met|meets|visited|attended|arrived|held|said|says)\s[^\n]*[.!?][”\"’)]*\s*$"
)


# And one that speaks: "Let me begin with the visit of Minister Jane Roe."
_SPOKEN = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur)\b[^\n]*[.!?][”\"’)]*\s*$")


# Degrees and honours behind a member's name: "I. A. ROWE, B.A., Dip. Ed. (Speaker)"
_DEGREES = re.compile(
    r",\s?(?:(?:[A-Z]{1,2}\.){2,4}|(?:Dip|Cert)\.\s?Ed\.?|Ph\.?D\.?|[BM]\.?Sc\.?|LL\.?[BMD]\.?|[KQ]\.?C\.?|M\.?D\.?)(?=[,(\s]|$)"
)
# A witness whose name a narrow column parts: "MR OWEN" over "TARRANT".
_PARTED = re.compile(
    r"^(?P<name>(?:MR|MRS|MS|MISS|DR|SIR|DAME|LORD|PROFESSOR)\.? [A-Z'’-]{2,20})[ \t]*\n\s*(?P<rest>[A-Z'’-]{3,20})$",
    re.MULTILINE,
)


# Where a player stands, before his name: "QB Jan Roe", "S Jan Roe" beside it, "Quarterback Jan Roe".
_POSITION = re.compile(
    r"\b(?:QB|RB|FB|WR|TE|OL|OT|OG|LT|RT|DL|DE|DT|NT|LB|ILB|OLB|MLB|EDGE|CB|DB|FS|SS|PK|LS|HC|OC|DC|GM)"
    r"(?:/[A-Z]{1,2})? (?=[A-Z][a-z])"
    r"|\b(?:[Qq]uarterback|(?:[Rr]unning|[Dd]efensive|[Cc]orner) ?[Bb]ack|[Ww]ide [Rr]eceiver|[Tt]ight [Ee]nd"
    r"|[Ll]inebacker"
    r"|(?:[Oo]ffensive|[Dd]efensive) (?:[Ll]ineman|[Tt]ackle|[Ee]nd)|[Gg]oalkeeper|[Dd]efender|[Mm]idfielder|[Ss]triker"
    r"|[Ff]orward|[Pp]itcher|Safety|Cornerback|Kicker|Punter|Center) (?=[A-Z][a-z]+ [A-Z])"
)
# Who gives a briefing, in a line at its head as long as their offices make it: "(Participating were General Jane Roe,
# deputy director of operations, and Jan Poe, adviser to the Harbour Board.)"
LISTS_PRESENTERS = re.compile(
    r"^\W*(?:(?:also )?participating(?: in [^\n:]{3,60}?)? (?:was|were|is|are)\b"
    r"|(?:presenters?|briefers?|participants|speakers|panelists|panellists)\s*:)",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_LIST = 500  # characters
_ONE_LETTER = re.compile(r"(?<![\w.])[SCGTKP] (?=[A-Z][a-z]+ [A-Z])")


def without_positions(line: str, *, among: bool = False) -> str:
    """A line without players' positions before their names; a letter alone is one `among` others."""
    bare = _POSITION.sub("", line)
    return _ONE_LETTER.sub("", bare) if among or bare != line else line


def _joined(parted: re.Match[str]) -> str:
    return parted.group() if is_role(parted["rest"]) else f"{parted['name']} {parted['rest']}"


def head_people(title: str | None, head: str) -> tuple[Person, ...]:
    """The people of the title and of the list of speakers at the head, title first.

    Who stands in what a title is "on" or "about" does not speak: "Call on the Return of Private Roe".
    `head` is the text above the first mark; only its short lines are read, prose names too many others.
    """
    out = list(scan_people(_BEFELL.sub(" -", _TOPIC.sub(" -", without_positions(title))), 0)) if title else []
    for held in holders(f"{title or ''}\n{head[:HEAD_CHARS]}"):
        name = parse_name(held.name)
        shown = name.full if name.given or held.rank == 0 else held.name
        out.append(Person(shown, clean_role(held.office), name, held.rank))
    players = bool(title and _POSITION.search(title))
    for line in _DEGREES.sub("", _PARTED.sub(_joined, head[:HEAD_CHARS])).split("\n"):
        line = _BEFELL.sub(" -", _HEADLINE_TOPIC.sub(" -", without_positions(line, among=players)))
        if LISTS_PRESENTERS.match(line) and len(line) <= _LONGEST_LIST:
            out.extend(p for p in scan_people(line, 1) if p.role and p.parsed.given)
        elif 3 < len(line) <= 160:
            # Whom a sentence tells of is known by it, and does not speak: "Minister Jane Roe will attend the meeting."
            rank = 2 if _TELLS.search(line) or _SPOKEN.search(line) else 1
            out.extend(p for p in scan_people(line, rank) if p.role or p.parsed.given)
    return tuple(out)


def likelier(holders: Sequence[Person], office: str, labels: Container[str]) -> list[Person]:
    """Whom of several holders an office alone means: of two presidents the one whose surname is in no label, else who
    holds just that office, else whose office has its very words (a "Spokesman" beside a "Spokesperson")."""
    free = [person for person in holders if person.parsed.surname_key not in labels]
    if len({person.name for person in free}) == 1:
        return free
    just = [person for person in holders if fold(person.role) == fold(office)]
    words = set(fold(office).split())
    return just or [person for person in holders if words <= set(fold(person.role).split())] or list(holders)


def of_just_this_office(label: str, people: Sequence[Person]) -> Person | None:
    """The only one of `people` by name whose office a label of several words is, to the letter: "Spokesperson for the
    President of the General Assembly"."""
    wanted = fold(label).removeprefix("the ")
    held = [p for p in people if " " in wanted and fold(p.role) == wanted and p.parsed.given]
    return held[0] if len({p.name for p in held}) == 1 else None
