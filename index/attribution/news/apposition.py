"""What stands beside a name tells who bears it: an office before its comma, a husband's name before "and", "his".

"The head of the fire service, Ayla Demir, ..." makes Ayla Demir a person; "the parents, Karim and Leila Sarro" are two
Sarros; "Demir, who ... her" is a woman.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.language.acts import FAMILY, MEN, RELATIVES, WOMEN
from index.language.bodies import BUSINESSES, OF_FIRMS, ORGANISATIONS, PLACES
from index.language.calendar import MONTHS
from index.language.english import FRONTING, WITHIN_TITLES, Gender
from index.language.mentions import AGENTS, BEFORE_PLACES
from index.language.names import GIVEN_NAMES
from index.model import Span
from index.names.genders import given_gender
from index.names.parse import fold
from index.names.roles import are_people, is_person_noun, is_role_word

_SEGMENT = re.compile(r"(?:^|[\n.,;:()“”\"—–]\s*|\s[–-]\s)([^,.;:()\n“”\"—–]{3,90})(?:\s\([^()\n]{2,40}\))?,\s$")
_DETERMINED = re.compile(r"(?:^|.*\s)(?P<role>(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Tt]heir)\s[^,]{3,80})$")
_OWNED = re.compile(
    r"(?P<role>(?:[^\W\d_a-z][\w-]*\.? ){0,3}[^\W\d_a-z][\w-]+['’]s?\s[^,]{3,60})"
)  # "Norvania's president"
# "The comments came as Norvania's president": the office stands behind a clause.
_BEHIND_CLAUSE = re.compile(r".*\s(?:as|when|while|after|before|because|where|if)\s(?P<role>\S.*)$")
_FRONTED = re.compile(rf"(?:{'|'.join(sorted(word.capitalize() for word in FRONTING))})\s")
_HOLDS = re.compile(r", (?:[a-z][\w-]* ){0,4}(?P<office>[a-z][\w-]*)(?=,| (?:of|for|at|in|with)\b)")
_WITHIN = re.compile(r"\b(?:in|at|on) $")  # "According to a report in the Karst Leader, Jane Roe"
_LONGEST = 100  # characters before a name that are read
_GIVEN_AND = re.compile(r"(?<![\w’'-])([^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?) and $")
_SPOUSE = re.compile(
    r"(?: and|,)? (?:his|her|their) (?:late |first |second )?(?P<kin>wife|husband|son|daughter),? "
    r"(?P<given>[^\W\d_a-z][^\W\d_]+)(?=[,.;]| and\b| (?:is|was|were|are|have|has|had)\b)"
)
# Before a name that tells whom death took, and behind one.
_LOST = re.compile(
    r"\b(?:lost|buried|mourn(?:s|ed|ing)|killed|murdered|assassinated"
    r"|(?:death|killing|murder|assassination|funeral|loss) of)\s"
    r"(?:(?:his|her|their)\s)?(?:[a-z-]+,?\s){0,3}(?:[A-Z][a-z]+\.?\s){0,2}$"
)
_DIED = re.compile(
    r",?\s(?:\d{1,3},?\s)?(?:who\s)?(?:died|drowned|perished|was (?:killed|murdered|shot dead|stabbed to death))\b"
)
_REACH = 70  # characters before a name
_RELATIVE = "|".join(sorted(RELATIVES))
_WIFE = re.compile(r"\b[Hh]is (?:wife|widow|partner),? (?P<given>[^\W\d_a-z][\w’'-]+)\b(?! [A-Z])")
_KIN = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Tt]he)|['’]s?)\s"
    r"(?:late |elder |older |younger |eldest |youngest |first |second |\d+-year-old )?"
    rf"(?P<kin>{_RELATIVE}),?\s(?P<given>[^\W\d_a-z][^\W\d_]+)"
    r"(?=[,.;]|\s[a-z(]|['’]s?\s)"
)
# "Hubby Wayne, 41, said": at the head of a sentence
_KIN_FIRST = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?P<kin>{'|'.join(sorted(w.capitalize() for w in RELATIVES & (WOMEN | MEN)))})\s"
    r"(?P<given>[^\W\d_a-z][^\W\d_]+)(?=,\s\d{1,3},)"
)
# "is Pavlo, 19, from": a given name alone with an age behind it.
_AGED = re.compile(r"(?P<before>[a-z]+|,)\s(?P<given>[^\W\d_a-z][^\W\d_]+)(?=,\s\d{1,2}(?:[,.]|\s[a-z]))")
_STARRED = re.compile(r"(?<![\w*])(?P<given>[^\W\d_a-z][^\W\d_]+)(?=\*(?:[,.;]|\s[a-z]))")  # "Amina*, 34": not her name
# What stands before a relative's name, up to it: "his wife, ", "Khan's brother ".
KIN_BEFORE = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er)|(?:[^\W\d_a-z][\w-]+\s){0,2}[^\W\d_a-z][\w-]+['’]s)\s(?:late |elder |older |younger )?"
    rf"(?:{_RELATIVE}),?\s$"
)
_GENDERED = "|".join(sorted(RELATIVES & (WOMEN | MEN)))
_KIN_AHEAD = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|['’]s?)\s(?:(?:late|elder|older|younger|eldest|youngest|first|second|only) )?"
    rf"(?P<kin>{_GENDERED})(?:,? |, (?P<calling>[a-z-]+) )$"
)
_HE = re.compile(r"\b(?:(he|his|himself)|(she|hers|herself)|him|her)\b", re.IGNORECASE)
# "Jane Roe runs her own shop"
_OWN = re.compile(r" (?:has|had|keeps?|kept|runs?|ran|takes?|took|makes?|made|writes?|wrote) (her|his) own\b")
_AS_SHE = re.compile(r", as (he|she) ")  # "wailed Jane Roe, as she fell to her knees"
_CLAUSE = re.compile(r"[.!?;\n“”\"]|,? (?:and|but|while|when|after|before|that)\b")
_NOUN = re.compile(r",\s+(?:an?|the|his|her|their|one of \w+)\s([^,.;:()\n“”\"]{2,60})")
# What ends the head of a noun phrase.
HEAD_END = re.compile(r"\s(?:of|for|to|from|at|in|on|with|under|who|whose|that|which|familiar|close)\s")
_NEAR = 60
_CALLED = re.compile(r"(?<![-’'\w])(?P<word>[a-z][a-z-]{2,30}) $")  # before a name: "blogger Jane Roe"
_CALLED_FOR = re.compile(r"(?<![-’'\w])(?P<word>spokes[a-z]+|minister|secretary|editor) (?:on|for) (?:[a-z]+ ){1,3}$")
# "customers of state-run ", up to the name of what they are of
_MANY_OF = re.compile(r"(?P<noun>[A-Za-z]+s) (?:of|from|at|with|in|to) (?:the )?(?:[A-Za-z][a-z-]* ){1,3}$")
_ONLY_MANY = re.compile(r"[A-Za-z][a-z-]*(?: [a-z-]+)* ")  # "Fans of the late singer "


def holds_office(text: str, end: int) -> bool:
    """Whether an office in small letters stands behind a name's comma: "Jarke Holm-Lund, procurement officer at"; a
    firm is "owner of" something."""
    found = _HOLDS.match(text, end)
    office = fold(found["office"]) if found is not None else ""
    return is_role_word(office) and office not in BUSINESSES | OF_FIRMS


def leading_role(text: str, start: int) -> str | None:
    """The office before a name's comma ("The head of the fire service, Ayla Demir"), None where there is none.

    The office begins at an article or possessive, or is all in capitals ("GPA Chief Executive, Patrick Crimmen").
    """
    found = _SEGMENT.search(text, max(0, start - _LONGEST), start)
    if found is None:
        return None
    segment = found.group(1).strip()
    clause = _BEHIND_CLAUSE.match(segment)
    segment = clause["role"] if clause else segment
    words = segment.split()
    if not words:
        return None  # a line's end alone
    capitals = all(word[:1].isupper() or word in WITHIN_TITLES for word in words) and words[0][:1].isupper()
    determined = _DETERMINED.match(segment) or _OWNED.fullmatch(segment)
    fronted = _FRONTED.match(segment)
    if fronted and determined and "role" in determined.groupdict() and determined.start("role") > fronted.end():
        return None  # "When he met the president, Jane Roe was nervous"; but "While a senator, Jane Roe was"
    role = segment if capitals else determined.group("role") if determined else None
    if role is None or (determined and _WITHIN.search(segment, 0, determined.start("role"))):
        return None
    lead = HEAD_END.split(f" {role} ", maxsplit=1)[0].split()
    return role if lead and is_role_word(fold(lead[-1])) else None


def is_office(phrase: str) -> bool:
    """Whether a phrase is an office and no name: its head, before "of" or "for", is the word for one, or for who acts
    for somebody or is of a family."""
    lead = HEAD_END.split(f" {phrase} ", maxsplit=1)[0].split()
    return bool(lead) and (is_role_word(fold(lead[-1])) or fold(lead[-1]) in AGENTS | RELATIVES)


def shared_surname(text: str, start: int, given: str) -> tuple[int, int] | None:
    """Where the given name stands that shares the surname of the name at `start`: "Karim" of "Karim and Leila Sarro".

    Only where it is a known given name and the other one too, or a word for a family stands just before.
    """
    found = _GIVEN_AND.search(text, max(0, start - 40), start)
    if found is None:
        return None
    before = fold(text[max(0, found.start() - _NEAR) : found.start()])
    family = any(word.strip(",") in FAMILY for word in before.split())
    first = fold(found.group(1)) in GIVEN_NAMES
    opens = not before.strip() or before.rstrip()[-1] in ".!?\n"
    return found.span(1) if family or (first and (given in GIVEN_NAMES or opens)) else None


def given_beside(text: str, start: int) -> Span | None:
    """Where one word with a capital stands that "and" joins to the name at `start`, at the beginning of a sentence or
    behind what the two are: "Kerry" of "Farmers Kerry and Len Roe"."""
    found = _GIVEN_AND.search(text, max(0, start - 40), start)
    if found is None:
        return None
    before = text[max(0, found.start() - _NEAR) : found.start()].rstrip(" ")
    several = before.rpartition(" ")[2].rpartition("\n")[2]
    return found.span(1) if not before or before[-1] in ".!?\n" or several[-1:] == "s" else None


def spouse_of(text: str, end: int) -> tuple[int, int, Gender] | None:
    """Where the given name of a wife or husband stands behind a name's end, with the gender that the word gives.

    "Viktor Amsel and his wife, Dora,": she is named by her given name alone, so that she bears his surname.
    """
    found = _SPOUSE.match(text, end)
    if found is None:
        return None
    return found.start("given"), found.end("given"), "f" if found["kin"].lower() in WOMEN else "m"


def wives_in(text: str) -> Iterator[Span]:
    """Where "his" wife or widow is named by her given name alone: "His widow, Ellen, told"."""
    for found in _WIFE.finditer(text):
        yield found.span("given")


def kin_in(text: str) -> Iterator[tuple[int, int, Gender | None]]:
    """Where people are named by their given names alone, with the gender that the word for a relative gives.

    "His wife, Lucia, said"; "One of them is Pavlo, 19, from": somebody of the article, and a later "she" or "he"
    may be theirs.
    """
    for found in _KIN.finditer(text):
        yield found.start("given"), found.end("given"), "f" if found["kin"] in WOMEN else "m"
    for found in _KIN_FIRST.finditer(text):
        yield found.start("given"), found.end("given"), "f" if fold(found["kin"]) in WOMEN else "m"
    for found in _STARRED.finditer(text):
        yield found.start("given"), found.end("given"), given_gender(fold(found["given"]))
    for found in _AGED.finditer(text):
        given = fold(found["given"])
        if given not in MONTHS and given not in PLACES and found["before"] not in BEFORE_PLACES:
            yield found.start("given"), found.end("given"), given_gender(given)


def has_fallen(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name tell of its bearer's death: "lost their son, Jane Roe", "Jane Roe, 19, died"."""
    return bool(_LOST.search(text, max(0, start - _REACH), start) or _DIED.match(text, end))


def gender_of_kin(text: str, start: int) -> Gender | None:
    """The gender of a relative who is told to be one before a full name: "Roe's son, film-maker Charlie Roe"."""
    kin = _KIN_AHEAD.search(text, max(0, start - _REACH), start)
    if kin is None or (kin["calling"] and not is_person_noun(kin["calling"])):
        return None
    return "f" if kin["kin"] in WOMEN else "m"


def gender_beside(text: str, end: int, *, opens: bool) -> Gender | None:
    """The gender that the words behind a name give it: ", a mother of two"; "he", "his" or "she" in its own clause.

    Pronouns count where the name `opens` its sentence: its subject, as like as not.
    """
    noun = _NOUN.match(text, end)
    if noun:
        lead = HEAD_END.split(f" {noun.group(1)} ", maxsplit=1)[0].split()
        head = fold(lead[-1]) if lead else ""
        if head in WOMEN or head in MEN:
            return "f" if head in WOMEN else "m"
    if as_she := _AS_SHE.match(text, end):
        return "m" if as_she[1] == "he" else "f"
    if not opens or text[end : end + 1] in ("'", "’"):
        return None
    if own := _OWN.match(text, end):
        return "m" if own[1] == "his" else "f"
    stop = _CLAUSE.search(text, end, min(len(text), end + 120))
    pronoun = _HE.search(text, end, stop.start() if stop else min(len(text), end + 120))
    if pronoun is None or not (pronoun.group(1) or pronoun.group(2)):
        return None  # "her" may be somebody else's
    between = text[end : pronoun.start()]
    if any(word[:1].isupper() for word in between.split()):
        return None  # somebody else may be meant
    return "m" if pronoun.group(1) else "f"


def is_called(text: str, start: int) -> bool:
    """Whether a small word for what somebody is stands right before a name, with its field or without: "blogger Jane
    Roe", "spokesman on tourism Jane Roe"."""
    before = max(0, start - _REACH)
    found = _CALLED_FOR.search(text, before, start) or _CALLED.search(text, before, start)
    return found is not None and is_person_noun(found["word"])


def is_of_many(front: str, role: str) -> bool:
    """Whether a name with its `role`, in whatever words of `front` behind "of", tells of what several people are:
    "customers of state-run Tarn Power", "fans of the late singer Jane Roe"."""
    found = _MANY_OF.search(front)
    last = fold(front).rpartition(" ")[2]
    office = bool(role) or is_person_noun(last)
    alone = _ONLY_MANY.fullmatch(front) is not None and ORGANISATIONS.isdisjoint(fold(front).split())
    return found is not None and are_people(found["noun"]) and (alone or not office)
