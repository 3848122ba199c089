"""Which of the two whom a heading names gives the answers: "Jane Roe's interview with Jan Poe" tells nothing of it.

Whom the first question greets, else who alone has an office, else the one beside whom the other has an outlet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.transcripts.company import said_in
from index.attribution.transcripts.mark import Mark
from index.attribution.transcripts.people import Person, clean_role, is_role, is_weak, scan_people
from index.language.transcripts import OUTLETS, WRITERS
from index.names.parse import fold, parse_name

_BETWEEN = re.compile(
    r"(?P<one>[A-Z](?:(?!\.\s+(?:She|He|They|We|I|It|The)\b)[^\n:;|–—]){2,80}?)(?:['’]s?|:\s(?:the|an?))?\s"
    r"(?:(?:full|whole|complete|exclusive|recent|latest)\s)?(?:(?:radio|television|tv)\s)?(?:"
    r"(?:[Ii]nterview|[Cc]onversation|[Dd]iscussion|Q\s?&\s?A)\s[Ww]ith|(?:[Ss]peaks|[Ss]poke|[Tt]alks|[Tt]alked)\s(?:to|[Ww]ith)"
    r")\s(?P<other>[^\n.:;|]{3,120})"
)
_OFFICE_HELD = re.compile(r"(?:.*\b(?:of|from|for)\s)?[Tt]he\s(?P<office>[^\n,]{3,50})$")
_HEAD = 1500  # characters of the head in which a sentence may name both
_GREETED = 120  # characters of the first question in which somebody is greeted
_CALLED = (
    r"(?:^|[,.!?]\s*|\b(?:[Ww]elcome|[Hh]ello|[Hh]i|[Mm]orning|[Aa]fternoon|[Ee]vening|[Tt]hank you|[Tt]hanks),?\s)"
)


def answers_between(text: str, title: str | None, head: str, marks: Sequence[Mark]) -> tuple[Person | None, bool]:
    """(who of the two of "Jane Roe's interview with Jan Poe" answers, whether a heading names two at all): nobody of
    them where nothing tells."""
    for line in (title or "", *head[:_HEAD].split("\n")):
        told = _BETWEEN.search(line)
        if told is None:
            continue
        one, other = _only(told["one"], of=told.string[told.end("one")] in "'’"), _only(told["other"])
        if one is None or other is None or one.name == other.name:
            continue
        return _who_of(one, other, told, text, marks), True
    return None, False


def _only(words: str, *, of: bool = False) -> Person | None:
    """The one whom words name, or for `of` the office that they end on: "transcript of the Prime Minister"."""
    people = scan_people(f"by {words}")
    if len(people) == 1:
        return people[0]
    held = _OFFICE_HELD.match(words) if of and not people else None
    if held is None or not is_role(held["office"]) or OUTLETS.search(held["office"]):
        return None
    shown = clean_role(held["office"])
    return Person(shown, shown, parse_name(shown))


def _who_of(one: Person, other: Person, told: re.Match[str], text: str, marks: Sequence[Mark]) -> Person | None:
    asked = next((i for i, mark in enumerate(marks) if mark.kind in ("question", "bare")), None)
    said = said_in(text, marks, asked)[:_GREETED] if asked is not None else ""
    greeted = [person for person in (one, other) if _is_called(person, said)]
    if len(greeted) == 1:
        return greeted[0]
    asking = [OUTLETS.search(told[part]) is not None or _writes(who) for part, who in (("one", one), ("other", other))]
    if asking[0] != asking[1]:
        return other if asking[0] else one
    held = [bool(person.role) and not is_weak(person.role) for person in (one, other)]
    if held[0] != held[1]:
        return one if held[0] else other
    return None


def _writes(person: Person) -> bool:
    return bool({fold(word) for word in person.role.split()} & WRITERS)


def _is_called(person: Person, said: str) -> bool:
    """Whether a question calls somebody by name: "Jane, good morning.", "Welcome, Mayor Roe."."""
    names = {*person.parsed.given[:1], person.parsed.surname, person.name} - {""}
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.search(rf"{_CALLED}(?:[A-Z]\w+\.?\s){{0,2}}(?:{either})\s*(?:[,.!?]|$)", said) is not None
