"""Who holds an office, as pages and records say it above the words in forms of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.language.english import GREETING
from index.language.names import GIVEN_NAMES
from index.language.roles import ROLE_HEADS
from index.language.transcripts import (
    BENCHES,
    NO_LABEL,
    ON_THE_BENCH,
    PRESIDES,
    ROOM_ROLES,
    SENTENCE_OPENERS,
    SENTENCE_WORDS,
)
from index.names.parse import fold, parse_name

# "From: Prime Minister's Office, 10 High Street and The Rt Hon Jane Roe MP", over whose words a page holds.
_OFFICE_OF = re.compile(
    r"^From:\s*(?P<office>[A-Z][A-Za-z ]{3,40}?)['’]s Office\b[^\n]{0,60}?\band\s+"
    r"(?P<who>(?:The )?(?:Rt )?Hon\.? [^\n,]{3,60})",
    re.MULTILINE,
)
# "Released by:" over "• Roe, Jane Mary", whose words an archive holds under her office.
_RELEASED = re.compile(
    r"^(?:Released by|Speaker):\s*+(?:[•*-] ?)?(?P<surname>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), "
    r"(?P<given>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})[ \t]*$",
    re.MULTILINE,
)
# "Roe, Jane Mary" over "Period of Service: 2015 - 2018", whose words an archive of an office holds.
_SERVED = re.compile(
    r"^(?P<surname>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), (?P<given>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})[ \t]*\n\s*"
    r"(?:Period of Service|Term of Office|Served): ?\d",
    re.MULTILINE,
)
# "Prime Minister: Roe, Jane", a field of an archive's page that tells who held the office.
_FIELD = re.compile(
    r"^(?P<office>[A-Z][A-Za-z ]{3,60}):[ \t]*(?P<surname>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), "
    r"(?P<given>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})[ \t]*$",
    re.MULTILINE,
)
# "Premier: The Hon. Jane Roe MP", another page's field.
_STYLED_FIELD = re.compile(
    r"^(?P<office>[A-Z][A-Za-z ]{3,60}):[ \t]*(?P<who>(?:The )?(?:(?:Rt|Right)\.? )?Hon\.? "
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,4}(?<![.!?]))[ \t]*$",
    re.MULTILINE,
)
# "[The Speaker (Hon. Roe) in the Chair]"
_IN_THE_CHAIR = re.compile(
    r"[\[(]The (?P<office>(?:[A-Z]\w+ ){0,2}(?:Speaker|Chair(?:man|woman|person)?|President)) "
    r"\((?P<who>[^()\n]{3,60})\) (?:in the [Cc]hair|presiding|presided)[\])]"
)
# "Hon. Jane Roe (chairman of the committee) presiding", of a hearing, over two lines at times; in square brackets too
_PRESIDING = re.compile(
    r"\b(?:Hon|Sen|Rep|Mr|Ms|Mrs|Dr)\.\s+(?P<who>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,4})[\s,]+"
    r"[\[(](?P<office>[Cc]hair(?:man|woman|person)?)\b[^()\[\]]{0,60}[\])],?\s+presiding"
)
# "President: Mr. Roe . . . . (Karstia)", of a council's record
_LEADS_RECORD = re.compile(
    r"^(?P<office>(?:Acting )?(?:President|Chair(?:man|woman|person)?)):[ \t]*(?P<who>(?:Mr|Ms|Mrs|Miss|Sir|Dame|Dr)\.?"
    r" [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}?)[ \t]*(?:[.…] ?){3,}",
    re.MULTILINE,
)
# "Roe, Jane P., chief executive officer, Karst Mills", of the list of a hearing's witnesses
_OF_WITNESSES = re.compile(
    r"(?:^[ \t]*|(?<=\d ))(?P<surname>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), "
    r"(?P<given>(?:(?:Hon|Dr)\. )?[A-Z][\w'’-]+(?: [A-Z]\.){0,2})"
    r"(?:, (?:M\.?D|Ph\.?D|J\.?D|Jr|Sr|Esq)\.?)*, (?P<office>[a-z][^\n.]{3,80})",
    re.MULTILINE,
)
_WITNESSES = re.compile(r"^[ \t]*(?:LIST OF )?WITNESSES[ \t]*$", re.MULTILINE)
# "Prime Minister" over "The Hon. Jane Roe MP", or the other way round.
_STYLED = r"(?:(?i:senator|dr\.?|prof(?:essor)?\.?) )?(?:(?i:the) )?(?:(?i:rt|right)\.? )?(?i:hon)\.? "
_HON = rf"(?P<who>{_STYLED}[A-Z][^\n,:;]{{3,50}})"
# "Transcript by The Hon Jane Roe MP", the one whom a head names so: "MINISTER:" is she.
_ALONE = re.compile(
    rf"^(?:Transcript (?:by|of) )?(?P<who>{_STYLED}[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{1,4}})[ \t]*$", re.MULTILINE
)
# "Before: HON. JANE ROE, District Judge", of a court's record
_BENCH = "|".join(sorted(map(re.escape, BENCHES)))
_BEFORE = re.compile(
    r"\b(?:Before|BEFORE)\b:?\s+(?:(?i:the)\s+)?(?i:hon(?:ou?rable)?)\.?\s+"
    r"(?P<who>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3}?),?\s+"
    rf"(?P<office>(?:(?i:{_BENCH})\s+){{0,4}}(?i:{'|'.join(sorted(ON_THE_BENCH))}))\b(?!['’])"
)
_HONOURED = re.compile(
    r"^[ \t]*(?:Before|BEFORE):?\s+(?:(?i:the)\s+)?(?i:honou?rable|hon\.)\s+"
    r"(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3})[ \t]*$",
    re.MULTILINE,
)
# "Roe, Jane" by itself, as an archive files what she said; over the kind of it, whatever the given name is.
_FILED = re.compile(
    r"^(?P<surname>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), (?P<given>[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){0,2})[ \t]*$"
    r"(?P<kind>\n\s*(?:Interview|Transcript|Speech|Statement|Press Conference|Doorstop|Media Release|Address)[ \t]*$)?",
    re.MULTILINE,
)
_FILED_BEHIND_YEAR = re.compile(
    r"\b(?:19|20)\d\d (?P<surname>[A-Z][a-z’'-]+), (?P<given>[A-Z][a-z’'-]+)[ \t]*$", re.MULTILINE
)  # "INTERVIEW, 3 MARCH 1994 Roe, Jane"
_OVER = (
    re.compile(rf"^(?P<office>[A-Z][A-Za-z ]{{3,60}})[ \t]*\n\s*{_HON}$", re.MULTILINE),
    re.compile(rf"^{_HON}[ \t]*\n\s*(?P<office>[A-Z][A-Za-z ,&-]{{3,100}})[ \t]*$", re.MULTILINE),
)
# "Jane Roe" over "Governor", as who speaks is called at the top of a record.
_NAME_OVER = re.compile(
    r"^(?P<who>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})[ \t]*(?=\n[ \t]*(?P<office>[A-Z][A-Za-z ]{3,60})[ \t]*$)",
    re.MULTILINE,
)
_OPENS_SPEECH = GREETING | SENTENCE_OPENERS | SENTENCE_WORDS | NO_LABEL
_TOP_LINES = 4  # of a head, among which the one who speaks is named so


@dataclass(frozen=True, slots=True)
class Held:
    """An office, empty where it is not said, and its holder; `rank` as that of a person."""

    name: str
    office: str
    rank: int


def is_field(line: str) -> bool:
    """Whether a line says who holds an office, and nobody speaks: "Prime Minister: Roe, Jane", "Premier: The Hon. Jane
    Roe MP"; who presides calls members so."""
    if (styled := _STYLED_FIELD.fullmatch(line)) is not None and _is_office(styled["office"]):
        return {fold(word) for word in styled["office"].split()}.isdisjoint(ROOM_ROLES | PRESIDES)
    m = _FIELD.fullmatch(line)
    if m is None or not _is_office(m["office"]) or fold(m["surname"]) in _OPENS_SPEECH:
        return False  # "Mayor: Thanks, Anna"
    return not GIVEN_NAMES.isdisjoint(fold(m["given"]).split())


def _is_office(words: str) -> bool:
    """Whether words are an office, and nobody is named by them."""
    return not {fold(word) for word in words.split()}.isdisjoint(ROLE_HEADS) and not parse_name(words).surname


def _is_given(words: str) -> bool:
    return fold(words.split()[0]) in GIVEN_NAMES


def holders(head: str) -> Iterator[Held]:
    """Those of the head of a text, in the order of the forms."""
    for m in _FIELD.finditer(head):
        if is_field(m.group()):
            yield Held(f"{m['given']} {m['surname']}", m["office"], 1)
    for m in _STYLED_FIELD.finditer(head):
        if is_field(m.group()):
            yield Held(m["who"], m["office"], 1)
    for m in _OFFICE_OF.finditer(head):
        yield Held(m["who"], m["office"], 1)
    for m in (*_PRESIDING.finditer(head), *_LEADS_RECORD.finditer(head)):
        yield Held(" ".join(m["who"].split()), m["office"].title(), 1)
    for m in _BEFORE.finditer(head):
        yield Held(" ".join(m["who"].split()).title(), " ".join(m["office"].split()).title(), 1)
    for m in _HONOURED.finditer(head):
        yield Held(m["who"].title(), "Judge", 1)
    if (listed := _WITNESSES.search(head)) is not None:
        for m in _OF_WITNESSES.finditer(head, listed.end()):
            yield Held(f"{m['given']} {m['surname']}", m["office"].strip(" ,"), 1)
    for m in (*_RELEASED.finditer(head), *_SERVED.finditer(head)):
        yield Held(f"{m['given']} {m['surname']}", "", 0)
    for form in _OVER:
        for m in form.finditer(head):
            if _is_office(m["office"]):
                yield Held(m["who"].strip(), m["office"], 1)
    for m in _NAME_OVER.finditer(head):
        name = parse_name(m["who"])
        if _is_office(m["office"]) and not name.role and name.surname and GIVEN_NAMES.intersection(name.given_keys[:1]):
            yield Held(m["who"], m["office"], 1)
    top = "\n".join([line for line in head.split("\n") if line.strip()][:_TOP_LINES])
    alone = [m["who"] for m in _ALONE.finditer(top)]
    alone += [f"{m['given']} {m['surname']}" for m in _FILED.finditer(top) if m["kind"] or _is_given(m["given"])]
    alone += [f"{m['given']} {m['surname']}" for m in _FILED_BEHIND_YEAR.finditer(top)]
    if len(alone) == 1:
        yield Held(alone[0], "", 0)
    for m in _IN_THE_CHAIR.finditer(head):
        yield Held(m["who"].strip(), m["office"], 1)
