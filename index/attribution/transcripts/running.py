"""Names and offices that only the running text of a transcript gives: "Price" is the Ned Price whom somebody greets."""

from __future__ import annotations

import re
from collections import Counter

from index.attribution.transcripts.people import acronyms_of, is_role, is_weak, plausible, without_office
from index.language.bodies import ORGANISATIONS, PLACES
from index.language.names import GIVEN_NAMES, PARTICLES
from index.language.roles import ROLE_HEADS
from index.language.spelling import distance
from index.language.transcripts import HEADING_BREAKS, NO_LABEL, OFFICE_WORDS, SENTENCE_OPENERS, SENTENCE_WORDS
from index.names.parse import Name, fold, name_strength, parse_name

_LONG_OFFICE = 8  # letters of an office of which one may be wrong
_LONGEST_TITLE = 4  # words of a title that is a name
_MOST_UNKNOWN = 3  # unusual given names that are looked for in the text a surname
_NO_NAME = HEADING_BREAKS | SENTENCE_WORDS | SENTENCE_OPENERS | NO_LABEL
_ABBREVIATED = r"(?:[^\W\d_a-z]\.|(?:Jr|Sr|Dr|Mr|Mrs|Ms|St|Gen|Sen|Gov|Rep|Lt|Col|Adm|Amb|Hon|Rev|Prof)\.)"
_GREETING = r"(?i:hello|hi|welcome|good (?:morning|afternoon|evening|day)|thanks|thank you|many thanks)\b"
_HELLO = r"(?i:hello|hi|welcome|good (?:morning|afternoon|evening|day))"
_BROUGHT = r"(?i:joined (?:now |today |here |live )?by|(?:with|beside) (?:me|us)(?: now| today| here)? is|welcome to)"
_CAPITAL = rf"(?:{_ABBREVIATED}|[^\W\d_a-z][\w'’-]*)"


def is_name_of(title: str, name: Name) -> bool:
    """Whether a title is nothing but a full name of the surname: "Jane Roe" over an interview."""
    found = title.split()
    named = 2 <= len(found) <= _LONGEST_TITLE and all(w[0].isupper() and w.strip(".").isalpha() for w in found)
    return named and fold(found[-1]) == name.surname_key and not parse_name(title).role


def full_name_in(text: str, name: Name) -> str | None:
    """The one full name that `text` gives for a surname ("Price" -> "Ned Price"), None when none or several do."""
    if len(name.surname) < 2 or name.surname.lower() not in text.lower():
        return None
    last = " ".join(f"(?i:{word})" if fold(word) in PARTICLES else re.escape(word) for word in name.surname.split())
    shouted = re.escape(name.surname.upper())
    pattern = re.compile(rf"(?<![^\W\d_])(?<![.’'])((?:{_CAPITAL}[ \u00a0]){{1,4}})(?:{last}|{shouted})\b")
    counts: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for m in pattern.finditer(text):
        run = m.group().replace("\u00a0", " ").split()
        while run and (run[0].lower().strip(".,") in _NO_NAME or fold(run[0]) in _NO_NAME):
            run = run[1:]
        while sum(fold(word) not in PARTICLES for word in run) > 2 and not plausible(parse_name(" ".join(run)), False):
            run = run[1:]  # "Businessman Jack Roe"
        found = without_office(parse_name(" ".join(run)), acronyms_of(run))  # "Deputy NSA Jack Roe"
        called = found.surname_first and found.called == name.surname_key  # "PM Dung": Roe Van Dung
        if (name_strength(found, name) < 0.5 and not called) or not found.given or _is_misspelt_office(found.given[-1]):
            continue
        if plausible(found, False):
            counts[found.full] += 1
        elif len(found.given) == 1:
            unknown[found.full] += 1
    for full, n in unknown.most_common(_MOST_UNKNOWN):
        if _is_given_here(text, full.split()[0]) or _is_introduced(text, full):
            counts[full] += n
    return _one_person(counts)


def _is_misspelt_office(word: str) -> bool:
    """Whether a word is a long office with a letter wrong: "Prime Minster Roe" names no Minster Roe."""
    low = fold(word)
    if len(low) < _LONG_OFFICE - 1 or low in GIVEN_NAMES:
        return False
    return any(distance(low, head, 1) == 1 for head in ROLE_HEADS if len(head) >= _LONG_OFFICE)


def _is_given_here(text: str, word: str) -> bool:
    """Whether a capitalised word is a given name in this text: it stands alone too, and never in lower case."""
    if fold(word) in ROLE_HEADS | OFFICE_WORDS | ORGANISATIONS | PLACES or is_weak(word) or len(word) < 3:
        return False
    places = [m.end() for m in re.finditer(rf"\b{re.escape(word)}\b", text)]
    alone = any(not text[end : end + 2].strip(" \u00a0")[:1].isupper() for end in places)
    return alone and not re.search(rf"\b{re.escape(word.lower())}\b", text)


def _is_introduced(text: str, full: str) -> bool:
    """Whether a text introduces somebody of an unusual given name: "the spokesperson, Jane Roe", "I'm Jane Roe", or
    herself behind her label: "J. Roe: Jane Roe, Channel One"."""
    if fold(full.split()[0]) in ROLE_HEADS | OFFICE_WORDS | ORGANISATIONS | PLACES or is_weak(full.split()[0]):
        return False
    for m in re.finditer(rf"(?P<before>[^.,;:!?\n]{{0,60}})(?P<joint>, |: | )(?={re.escape(full)}\b)", text):
        if m["joint"] == ": " and fold(m["before"]).endswith(fold(full.split()[-1])):
            return True
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


def role_in_text(text: str, wanted: set[str], shown: str) -> str | None:
    """The one full name that follows the role in the running text ("President Jane Roe")."""
    if not wanted or not shown:
        return None
    # Behind a comma only up to the next one: "Prime Minister, Jane Roe said yesterday" addresses him.
    name = rf"((?:{_CAPITAL}[ ](?:(?:bin|ibn|al|de|van|von)[ ])?){{1,4}}[^\W\d_a-z][\w'’-]+)"
    pattern = re.compile(rf"\b(?i:{re.escape(shown)})(?:[ ]{name}|,[ ]{name}(?=,))")
    counts: Counter[str] = Counter()
    for m in pattern.finditer(text):
        before = fold(text[max(0, m.start() - 12) : m.start()]).split()
        run = (m[1] or m[2]).split()
        if (
            before and before[-1] in ("former", "vice", "ex", "late", "mr", "deputy", "assistant", "acting")
        ) or not run[0][:1].isupper():
            continue
        name = parse_name(" ".join(w for w in run if w[:1].isupper() or fold(w) in PARTICLES))
        if name.given and plausible(name, False):
            counts[name.full] += 1
    return _one_person(counts)


def greeted_in(text: str, shown: str) -> str | None:
    """The one full name by which somebody greets or brings in whoever speaks next under the office `shown` ("Mr John
    Roe, hello." before "TREASURER:", "I'm joined by the Treasurer, John Roe.")."""
    if not shown:
        return None
    name, office = rf"(?P<name>(?:{_CAPITAL} ){{1,3}}[^\W\d_a-z][\w'’-]+)", re.escape(shown)
    greeted = rf"\b(?:Mrs?|Ms|Miss|Dr)\.? {name},? {_GREETING}[^\n:]{{0,120}}\n\s*(?i:{office}):"
    brought = rf"\b(?:{_BROUGHT})(?: the| our| [\w]+['’]s)? (?i:{office}),? {name}(?=[,.;!?])"
    counts: Counter[str] = Counter()
    ushered = (
        rf"\b(?:welcome|introduce|present|give you)\b[^.\n]{{0,80}}?(?i:{office})"
        rf"(?: of (?:the )?[^\W\d_a-z][\w ]{{2,40}}?)?,? {name}(?=[,.;!?])"
    )
    by_name = (
        rf"\b(?:{_BROUGHT}) (?:(?:Sir|Dame|Dr|Mrs?|Ms|Professor)\.? )?{name}, (?:the|our|my|your) (?i:{office})"
        r"(?=[,.;!?])"
    )
    joins = (  # "Jane Roe has come to the pier and joins us now, Treasurer, good morning."
        rf"(?:^|[.!?:] |\n){name} [^\n:.?!]{{0,80}}?\bjoins (?:us|me)\b[^\n:.?!]{{0,60}}, (?i:{office}), {_HELLO}"
    )
    for pattern in (greeted, brought, ushered, by_name, joins):
        for m in re.finditer(pattern, text):
            found = parse_name(m["name"])
            if found.given and not found.role and plausible(found, False):
                counts[found.full] += 1
    return _one_person(counts) or _greeted_by_title(text, office)


def _greeted_by_title(text: str, office: str) -> str | None:
    """The title and surname by which an interviewer greets whoever speaks next under an office: "Good morning Mr Roe."
    right before "TREASURER:"; None where two are greeted so, or who is greeted has a label of the name."""
    greeted = (
        rf"{_HELLO},? (?P<who>(?:Mrs?|Ms|Miss|Dr|Sir|Dame)\.? (?P<name>[^\W\d_a-z][\w'’-]+))[.,!?]"
        rf"(?P<rest>(?: [^\n:]{{0,120}})?)\n\s*(?i:{office}):"
    )
    found = {m["who"]: m["name"] for m in re.finditer(greeted, text) if not re.search(office, m["rest"], re.IGNORECASE)}
    who, name = next(iter(found.items()), ("", ""))
    if len(found) != 1 or fold(name) in ROLE_HEADS:
        return None
    label = rf"(?im)^[^\n:]{{0,40}}\b{re.escape(name)}\b[^\n:]{{0,40}}:"
    return None if re.search(label, text) else who
