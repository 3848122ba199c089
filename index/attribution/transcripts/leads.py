"""Whom a report above an interview lets speak: its answers are his, who has no label but "A:"."""

from __future__ import annotations

import re

from index.attribution.transcripts.people import Person, scan_people
from index.language.names import PARTICLES

_WORD = r"(?:[A-Z]\.|(?:Dr|Mr|Mrs|Ms|Gen|Sen|Rep|Gov|Prof|St)\.|[A-Z][\w’'-]*+)"
_SMALL = "|".join(sorted(PARTICLES | {"bin", "ibn", "al"}))
_NAME = rf"(?P<name>{_WORD}(?:\s(?:(?:{_SMALL})\s){{0,2}}{_WORD}){{1,6}})"
_SAYS = (
    r"(?:said|says|told|tells|added|adds|explained|explains|insisted|insists|warned|warns|noted|argued|argues|recalls"
    r"|talks|talked|speaks|spoke|answers|answered|discusses|discussed|reflects|shares|shared|describes|looks\sback|faced|addressed)"
)
# "She talks to Ada Quill about the storm.", "In an interview with the Courier she tells why."
_SHE_SPEAKS = re.compile(
    r"\b(?:[Ss]he|[Hh]e)\s(?:talks|talked|speaks|spoke|sat\sdown|sits\sdown)\s(?:to|with)\b"
    r"|\b[Ii]n\s(?:an?|this|the|our)(?:\s[a-z]+){0,2}\sinterview\b[^.\n]{0,60}?\b(?:she|he)\s[a-z]+s\b"
    r"|\bThe\s\d\d-year-old\s(?:talks|talked|speaks|spoke|sat\sdown|sits\sdown)\s(?:to|with)\b"
    r"|\b(?:[Ss]he|[Hh]e)\s(?:receives|received|meets|met|welcomes|welcomed|greets|sees)\sus\b"
    r"|\b[Ww]e\s(?:recently\s)?(?:spoke\s(?:to|with)|talked\s(?:to|with)|met(?:\swith)?|sat\sdown\swith|visited)\s(?:her|him)\b"
)
_SPEAKS = (
    re.compile(rf"\b(?:said|says|added|adds|insisted|explained)\s(?:the\s)?{_NAME}"),
    re.compile(rf"\b{_NAME}(?:,\s[^,.\n]{{3,140}},)?\s{_SAYS}\b"),
)
# Who asks: "told the Courier's Ada Quill"
_HEARD = re.compile(rf"\b(?:told|tells|to|with|by)\s(?:the\s)?(?:{_WORD}\s)*?{_NAME}")
_ANNOUNCES = re.compile(
    r"\b(?:interview|excerpts?|transcript|q\s?&\s?a|questions and answers"
    r"|(?:talks|talked|speaks|spoke|speaking|sat\sdown|sits\sdown)\s(?:to|with)"
    r"|[Ww]e\s(?:recently\s)?(?:met(?:\swith)?|visited)\s(?:her|him)"
    r"|(?:receives|received|meets|welcomes|welcomed|greets|sees)\sus"
    r"|(?:faced|addressed)\s(?:the\s)?(?:media|press|reporters))\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:By|BY|Interview(?:ed)? by|Interview(?:er)?:|Words:?|Text:?|Photo(?:graph)?s?(?: by|:)|Pictures?(?: by|:))"
    r"\s[^\n]{3,120}"
)
_CREDIT = re.compile(
    r"\b(?:Words|Text|Interview|Photo(?:graph)?s?|Pictures?|Portraits?|Illustrations?)(?: by|:)"
    r" (?:[A-Z]\. )?[^\n.]{3,60}\.?"
)


def who_speaks_above(head: str) -> Person | None:
    """The one whom a lead that announces an interview quotes or retells by full name; None where it names anybody else
    but the one who asks."""
    if not _ANNOUNCES.search(head):
        return None
    lines = [_CREDIT.sub("", line).replace("*", "") for line in head.split("\n") if not _BYLINE.fullmatch(line.strip())]
    others = (person for line in lines for person in scan_people(_HEARD.sub(" ", line), 1))
    named = {person.parsed.surname_key: person for person in others if person.parsed.given}
    speak = speakers_above("\n".join(lines))
    if len(speak) == 1 and set(named) <= set(speak):
        return next(iter(speak.values()))
    return next(iter(named.values())) if len(named) == 1 and not speak and _SHE_SPEAKS.search(head) else None


def speakers_above(head: str) -> dict[str, Person]:
    """Those whom a lead quotes or retells by full name, by the keys of their surnames."""
    told = (m["name"] for line in head.split("\n") for form in _SPEAKS for m in form.finditer(line))
    people = (person for name in told for person in scan_people(f"by {name}", 1)[:1])
    return {person.parsed.surname_key: person for person in people if person.parsed.given}
