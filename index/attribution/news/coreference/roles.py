"""The roles that an article ties to its people, and whom "the mayor" or "the NATO chief" stands for.

A role stands before the name ("NATO Secretary General Jane Roe", "campaign spokeswoman Jane Roe") or in an apposition
after it ("Jane Roe, the mayor of Springfield, ...").
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.news.apposition import KIN_BEFORE, leading_role
from index.attribution.news.coreference.fields import more_fields
from index.attribution.news.coreference.led import named_behind_lead, told_of_in_lead
from index.attribution.news.coreference.written_roles import GENDERS, LONGEST, add, rank, tells, untitled
from index.attribution.news.entities import Cast
from index.attribution.news.occurrences import Occurrence
from index.attribution.news.own import EDGES, own_name
from index.language.acts import RELATIVES
from index.language.bodies import ORGANISATIONS
from index.language.descriptions import BEHIND_HEAD, CHANGES_ROLE, OFFICE_FORMS, OFFICES_BY_INITIALS
from index.language.english import ADVERBS, CALENDAR, CONJUNCTIONS, PREPOSITIONS, Gender
from index.language.mentions import AGENTS, NEVER_NAMES
from index.language.roles import (
    ANY_LEADER,
    OFFICE_FRONTS,
    RANKS,
    ROLE_MODIFIERS,
)
from index.language.transcripts import OFFICE_WORDS
from index.language.verbs import SAID
from index.model import Span
from index.names.parse import fold
from index.names.roles import hyphened, is_role_word

_AFTER = re.compile(
    r"(?:\s\([^()\n]{1,40}\))?,\s+(?:(?:who (?:is|was|became|serves as|has been)|now|then|currently)\s+)?"
    r"((?:the |a |an |his |her |its |their )?"
    r"(?:\b(?:(?:[A-Z]\.)+[A-Z]|St|Gov|Sen|Rep|Dr|Mr|Mrs|Ms)\.|[^,.;:()\n“”\"]){3,160})"
    r"(?=[,.;:()\n]|$)"
)
_CHANGED = re.compile(rf"\b({'|'.join(sorted(CHANGES_ROLE))})[ -]$", re.IGNORECASE)
_CUT = re.compile(
    r"\s+(?:[–—]+|-{1,2})\s.*$|\s+(?:who|whose|which|that|said|says|told|tells|added|since|until"
    r"|and (?:said|told|later|previously|once|formerly)"
    r"|for (?:a matter of|(?:[\w-]+ ){0,3}(?:days|weeks|months|years|decades)))\b.*$",
    re.DOTALL,
)
# "Responding to Mr Roe, the mayor said": the clause of another, who speaks
_SPEAKS = re.compile(
    r"\s(?:said|says|told|tells|added|asked|replied|explained|noted|warned|insisted|stressed|argued)\b"
)
# "Chairperson: Ms N Roe (ANC)", at the head of minutes
_LISTED = re.compile(
    r"(?:^|(?<=\n))(?P<office>(?:Acting |Deputy |Co-)?(?:Chair(?:person|man|woman)?|Convener|Moderator)): ?"
)
_IN_BRACKETS = re.compile(
    r" \((?:the |our )?(?!then |later |at the |formerly )(?P<office>[^\W\d_][^()\n,;:]{2,50})\)"
)  # "Jane Roe (Parish Clerk)"
_LEAST_SAME = 4  # words of an office that nobody else holds
_KIN = 40  # characters before a name in which "his wife," may stand
# "the wife of Prime Minister Roe": his office is not hers, who has the same surname
_KIN_OF = re.compile(
    rf"\b(?:{'|'.join(sorted(RELATIVES))}) (?:of|to) (?:the )?(?:late |former )?(?:[\w-]+ ){{0,3}}?$", re.IGNORECASE
)
_REACH = 500  # characters before "her deputy" in which she may be named
_CHANGE = 60  # characters before a name that are read
_ENDS_APPOSITION = re.compile(
    rf",\s(?:(?:on|in|at|has|had|have|who|also|later|yesterday|today|{'|'.join(sorted(SAID))})\b)"
)


@dataclass(frozen=True, slots=True)
class Roles:
    """By the person's number in the cast: the roles as written, the most telling first; `lead`: where the lead tells an
    office alone, and whose it is."""

    by_person: dict[int, tuple[str, ...]]
    lead: tuple[Span, int] | None = None

    def of(self, person: int) -> str | None:
        """The most telling role of a person, None where the article gives none."""
        found = self.by_person.get(person)
        return found[0] if found else None

    def holder(self, mention: str) -> int | None:
        """The one person whose role "the mayor" or "the NATO chief" names; None when it is nobody or not unique."""
        parts = fold(hyphened(mention.strip(EDGES))).split()
        titled = {person for person, roles in self.by_person.items() if any(_is_same(role, parts) for role in roles)}
        if len(titled) == 1 and parts[:1] == ["the"]:
            return titled.pop()
        if len(parts) < 2 or parts[0] != "the" or len(parts) > 7:
            return None
        wanted = parts[1 : parts.index("of")] if "of" in parts[2:] else parts[1:]
        rest = [word for word in parts[1 + len(wanted) :] if word not in ("of", "the")]
        head, modifiers = wanted[-1], {*wanted[:-1], *rest}
        if not (is_role_word(head) or head in ANY_LEADER):
            return None
        fits = {person for person, roles in self.by_person.items() if any(_fits(r, head, modifiers) for r in roles)}
        return fits.pop() if len(fits) == 1 else None


# " of the Karst Port Authority" behind an office and a name
_OF_BODY = re.compile(
    r" of (?:the )?(?:[^\W\d_a-z][\w’'-]*(?: (?:of|for|and|the))* ){1,5}(?P<last>[^\W\d_a-z][\w’'-]*)(?! [^\W\d_a-z])"
)
_IN_A_PHRASE = re.compile(
    r"(?:^|[.!?\n]|[.!?][”\"’'])\s?(?:In|At|On|During|After|Before|Following|Amid|Despite|Since|Speaking|Asked)\b"
    r"[^.!?,;:\n]* (?:with|to|of|by|from|about|against|between) (?:the |an? )?$"
)
_AND_ANOTHER = re.compile(
    r",? (?:or|and|nor) (?=[^\W\d_a-z])|, (?=[^\W\d_a-z][\w .’'-]{1,40},? (?:or|and|nor) [^\W\d_a-z])"
)
_REACH_OF_PHRASE = 120  # characters
_FOR_WHOM = re.compile(r"\s(?:for|to)\s")
_PROPER_RUN = re.compile(r"[A-Z][\w-]*(?: (?:of |and |for |the )*[A-Z][\w-]*){1,6}")
_WORDS = re.compile(r"\S+")
# Up to three words and an office, with a space behind.
_SMALL_OFFICE = re.compile(r"(?P<front>(?:[^\W\d_][\w’'-]* ){0,3})(?P<head>[^\W\d_A-Z][\w-]+) $")


def _is_same(role: str, mention: Sequence[str]) -> bool:
    """Whether an office of several words is a mention's, word for word: "the Norvanian Minister for Ports"."""
    words = fold(role).split()
    return len(words) >= _LEAST_SAME and words == list(mention[mention[:1] == ["the"] :])


def _fits(role: str, head: str, modifiers: set[str]) -> bool:
    lead = _FOR_WHOM.split(role, maxsplit=1)[0]
    if lead != role and AGENTS.intersection(fold(lead).split()):
        role = lead  # "the Secretary-General" is not who speaks for her
    words = [word.strip(EDGES) for word in fold(hyphened(role)).split()]
    tokens = {OFFICE_FORMS.get(word, word) for word in words} | initials_in(role)
    if (tokens & CHANGES_ROLE) - modifiers or not modifiers <= tokens or is_of_party(words, head):
        return False
    return head in tokens or (head in ANY_LEADER and bool(modifiers))


def is_of_party(role: Sequence[str], initials: str) -> bool:
    """Whether an office's initials are a party's or another's in a role, which goes on with the office: "DA
    councillor", "PM spokesman"."""
    if initials not in OFFICES_BY_INITIALS or initials not in role:
        return False
    behind = itertools.takewhile(lambda word: word not in CONJUNCTIONS | PREPOSITIONS, role[role.index(initials) + 1 :])
    return any(map(is_role_word, behind))


def find_roles(cast: Cast, mentions: Sequence[Span]) -> Roles:
    """Collect the roles of a cast: titles and appositions of every name, and what stands before it in a mention."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for one in cast.occurrences:
        if one.person < 0:
            continue
        of_kin = _KIN_OF.search(cast.text, max(0, one.start - _KIN), one.start)
        office = untitled(one.name.role)
        if office and tells(office) and not (of_kin and not one.name.given_keys):
            changed = _CHANGED.search(cast.text, max(0, one.start - _CHANGE), one.start)
            found[one.person][f"{fold(changed[1])} {office}" if changed else office] += 1
        of_body = _OF_BODY.match(cast.text, one.end)
        ranked = RANKS.issuperset(fold(one.name.role).split())
        if one.name.role and not ranked and of_body is not None and fold(of_body["last"]) in ORGANISATIONS:
            found[one.person][f"{one.name.role}{of_body.group()}"] += 1
        match = _AFTER.match(cast.text, one.end, min(len(cast.text), one.end + 2 * LONGEST))
        leads = match is not None and _leads_on(cast, match.end())
        speaks = match is not None and not one.opens and _SPEAKS.search(match.group(1)) is not None
        if match and not (leads or speaks) and not _names_another(cast, one.person, *match.span(1)):
            add(found[one.person], _CUT.sub("", match.group(1) + more_fields(cast, match)), led=False)
        beside = _IN_BRACKETS.match(cast.text, one.end)
        if beside and is_role_word(fold(beside["office"].split()[-1])) and not cast.within(*beside.span("office")):
            add(found[one.person], beside["office"], led=False)
        ahead = leading_role(cast.text, one.start) if cast.text[one.start - 2 : one.start] == ", " else None
        between = ahead is not None and _ends_name(cast, one.start - 2 - len(ahead))
        if (
            ahead
            and cast.text[one.end : one.end + 1] == " "
            and _IN_A_PHRASE.search(
                cast.text, max(0, one.start - 2 - len(ahead) - _REACH_OF_PHRASE), one.start - 2 - len(ahead)
            )
        ):
            ahead = None  # "After talks with the president, Jane Roe said"
        if (listed := _AND_ANOTHER.match(cast.text, one.end)) is not None and cast.within(
            listed.end(), listed.end() + 1
        ):
            ahead = None  # "the mayor, Jane Roe or Tom Lind"
        if ahead and cast.text[one.end : one.end + 1] in ((",",) if between else (",", " ")):
            add(found[one.person], _of_owner(cast, one.start - 2 - len(ahead), one, ahead) or ahead)
        kin = KIN_BEFORE.search(cast.text, max(0, one.start - _KIN), one.start)
        if kin is not None and (written := _of_owner(cast, kin.start(), one, cast.text[kin.start() : one.start])):
            add(found[one.person], written)
        if (written := _written_before(cast, one.start)) is not None:
            add(found[one.person], f"{written} {one.name.role}")
    for listed in _LISTED.finditer(cast.text):
        for one in cast.within(listed.end(), listed.end() + _KIN):
            if one.person >= 0 and "\n" not in cast.text[listed.end() : one.start]:
                found[one.person][listed["office"]] += 1
                break
    for start, end in mentions:
        one = own_name(cast.text, start, end, cast.within(start, end + 3))
        if one is not None and one.person >= 0 and one.start > start:
            others = [other.end for other in cast.within(start, one.start) if other.name.given_keys]
            if others and " and " in cast.text[others[-1] : one.start]:
                start = cast.text.rindex(" and ", others[-1], one.start) + len(" and ")
            written = cast.text[start : one.start] + one.name.role
            add(found[one.person], _of_owner(cast, start, one, written) or written)
    led = named_behind_lead(cast, mentions, {person for person, roles in found.items() if roles})
    if led is not None:
        add(found[led[0]], led[1])
    by_person = {person: tuple(sorted(roles, key=lambda r: rank(r, roles[r]))) for person, roles in found.items()}
    told = None if led is not None else told_of_in_lead(cast, mentions)
    lead = (led[2], led[0]) if led is not None else (told[1], told[0]) if told is not None else None
    return Roles(by_person, lead)


def initials_in(role: str) -> frozenset[str]:
    """The initials of the bodies that a role names: "bjp" of "Bharatiya Janata Party spokesperson"."""
    names = [run.split() for run in _PROPER_RUN.findall(role)]
    return frozenset(
        "".join(word[0] for word in run[start:stop] if word[0].isupper()).lower()
        for run in names
        for start in range(len(run))
        for stop in range(start + 2, len(run) + 1)
    )


def _leads_on(cast: Cast, end: int) -> bool:
    """Whether a role that stands between two names is the second's: "after talks with Orr, the mayor, Ann Lind, on
    Friday said"; not in a list ("Orr, the mayor, Ann Lind, the judge, and …") nor before a verb ("Ann Lind said")."""
    if cast.text[end : end + 2] != ", ":
        return False
    for one in cast.within(end, end + 3):
        if one.start == end + 2 and one.person >= 0 and one.name.given_keys:
            return _ENDS_APPOSITION.match(cast.text, one.end) is not None
    return False


def _ends_name(cast: Cast, place: int) -> bool:
    """Whether a name ends right before the comma and the blank before `place`."""
    return cast.text[place - 2 : place] == ", " and any(
        one.end == place - 2 and one.person >= 0 for one in cast.within(max(0, place - _CHANGE), place)
    )


def _named_before(cast: Cast, start: int, gender: Gender, without: int) -> set[int]:
    """Who of a gender, or of none that is known, is named before a place in its paragraph, or, where nobody is, in the
    one before."""
    end = start
    found: set[int] = set()
    while not found and end > max(0, start - _REACH):
        begin = cast.text.rfind("\n", 0, end) + 1
        named = {one.person for one in cast.within(begin, end) if one.person >= 0 and not one.quoted} - {without}
        found = {person for person in named if cast.people[person].gender in (None, gender)}
        if end < start and begin < end - 1 and (found or not named):
            break
        end = max(0, begin - 1)
    return found


def _of_owner(cast: Cast, start: int, one: Occurrence, written: str) -> str | None:
    """ "her deputy," and "Khan's brother" with their owner's full name: "Ines Dahl's deputy"; None where nobody owns.

    Who "his" and "her" are is the only one of that gender, or of none that is known, named before.
    """
    low = fold(written)
    first = low.partition(" ")[0]
    if first in GENDERS:
        gender = GENDERS[first]
        fits = list(_named_before(cast, start, gender, one.person))
        return f"{cast.people[fits[0]].name}’s {written.split(None, 1)[-1]}" if len(fits) == 1 else None
    inside = [other for other in cast.within(start, one.start) if other.person not in (-1, one.person)]
    if not inside or cast.text[inside[0].end : inside[0].end + 2] not in ("'s", "’s"):
        return None
    owner, rest = cast.people[inside[0].person].name, cast.text[inside[0].end + 2 : one.start] + one.name.role
    return f"{owner}’s {rest.strip()}"


def _written_before(cast: Cast, start: int) -> str | None:
    """The office in small letters right before a name: "Energy minister Jane Roe welcomed", "then deputy mayor Roe".

    Behind "and" it goes on ("trade and industry minister"), but for a person before it ("Clint and Labour leader").
    """
    begin = max(0, start - LONGEST)
    before = cast.text[begin:start]
    named = {one.end for one in cast.within(begin, start) if one.person >= 0}
    found = _SMALL_OFFICE.search(before)
    if found is None or not is_role_word(fold(found["head"])):
        return None
    kept: list[str] = []
    front = list(_WORDS.finditer(found["front"]))
    for word in reversed(front):
        ahead = before[: found.start() + word.start()].rstrip(" “\"'‘")
        opens = word.group()[0].isupper() and not ahead[-1:].isalnum() and ahead[-1:] not in (",", ";")
        low = fold(word.group())
        opens = opens or (word.group()[0].isupper() and low not in CALENDAR and low not in NEVER_NAMES)
        at = begin + found.start() + word.start()
        if low == "and" and (at - 1 in named or at == begin + found.start()):
            break
        if low in ADVERBS | CONJUNCTIONS - {"and"} or not (
            low in OFFICE_WORDS | ROLE_MODIFIERS | OFFICE_FRONTS or is_role_word(low) or opens
        ):
            break
        kept.insert(0, word.group())
    return " ".join((*kept, found["head"]))


def _names_another(cast: Cast, person: int, start: int, end: int) -> bool:
    """Whether behind a name's comma stands the next of a list: "President Jane Roe, Premier Tom Lind and …"."""
    for one in cast.within(start, end):
        if one.person not in (-1, person) and one.name.given_keys:
            before = fold(cast.text[start : one.start]).split()
            return not any(word in BEHIND_HEAD for word in before)
    return False
