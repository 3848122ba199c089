"""Runs of capitalised words in a text: where a name, with its titles, begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.attribution.news.beginnings import TOKEN
from index.language.bodies import PLACES, PLACES_BY_INITIALS, SITTING
from index.language.calendar import WEEKDAYS
from index.language.english import ABBREVIATED, CONNECTORS, LITTLE_WORDS
from index.language.mentions import AGENTS, NEVER_NAMES
from index.language.names import FIRST_OF_TWO, GIVEN_NAMES, GIVEN_OF_OTHERS, GIVEN_OF_PLACES, PARTICLES
from index.language.roles import BEFORE_FULL_NAMES, BEHIND_FIELDS, BEHIND_OFFICES, HONORIFICS, MALAY_FIRST, US_OFFICES
from index.language.transcripts import OFFICE_WORDS
from index.names.parse import fold
from index.names.roles import is_role_word

_POSSESSIVE = ("'s", "’s")
_I_AM = ("I'", "I’")  # "I'm", "I've"
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.){1,3}")
_GLUED = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{2}")
_SPACES = (" ", "\u00a0")
_OF = (" of ", " for ", " of the ", " for the ", " to the ", " without ")
_AND_OF_NAMES = ("e", "y")  # "Silva e Costa", "Ortega y Gasset"
_ON = (" on ", " on the ")
_AL = re.compile(r"(?:al|el|ul|as|ash|ad|ar|an|at)[-‑][^\W\d_a-z]")
_OPENS_AL = re.compile(r"(?:al|el|ul)[-‑][^\W\d_a-z]")  # "al-Roe said"
_LEAST_SHOUTED = 4  # letters of a word in capitals that is no acronym
_LEADS_OFFICE = re.compile(rf"US (?:Vice |Deputy )?(?i:{'|'.join(sorted(US_OFFICES))})\b")  # no pronoun
_SURNAME = re.compile(r" (?![A-Z]{2})[^\W\d_a-z][\w’'-]+(?! [A-Z])")  # "Minister Israel Roe", and no more capitals
_TOLD = re.compile(r"\b(?:said|says|told|asked|added|wrote|with|and|called|named|by) $")
_GOES_BY = re.compile(r" [^\W\d_a-z][\w’'-]+(?:, (?:an?|the|who|[a-z]+ (?:of|at)|\d+)\b| (?:said|says|told|tells)\b)")
_SURNAME_BEHIND = re.compile(r" [^\W\d_a-z][^\W\d_]{2,}")
_SURNAME_OR_INITIAL = re.compile(r" (?:[^\W\d_a-z]\.? )*[^\W\d_a-z][^\W\d_]{2,}")
_BEFORE_INITIAL = re.compile(r"([\w-]+)\.? $")
_LONGEST_TITLE = 24  # characters
_FIELD = re.compile(r"[^\W\d_a-z][^\W\d_]+ (?P<head>[^\W\d_a-z][^\W\d_]+) [^\W\d_a-z]")  # "Community Development Jane"
# "Spokesman for President Jane Roe", "Counsel for Karst Rail, Jane Roe": behind these somebody else is named
_OF_SOMEBODY = re.compile(r"(?P<word>[^\W\d_a-z][\w’'-]*)\.? [^\W\d_a-z]")
_THEN_NAMED = re.compile(
    r"(?:[^\W\d_a-z][\w.’'&-]*|of|and|for|the)(?: (?:[^\W\d_a-z][\w.’'&-]*|of|and|for|the)){0,7}"
    r"(?: \([^\W\d_a-z]+\))?, [^\W\d_a-z][\w’'.-]+ [^\W\d_a-z]"
)

_TWO_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.){2}")  # "A.N. Roe", which is no "an"
_LENITED = re.compile(r"(?:Ó|O|Ní|Uí|Nic) h[A-ZÁÉÍÓÚ]")  # "Ó hAilpín"


def sequences(text: str) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with particles between them; not over sentence ends, commas or lines."""
    run: list[tuple[int, int]] = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        word = fold(match.group())
        capital = match.group()[0].isupper() and match.group()[:2] not in _I_AM
        capital = capital or (bool(run) and _LENITED.match(text, run[-1][0]) is not None)
        if run and word in CONNECTORS and not capital:
            continue  # the next capital tells whether the run goes over it
        if run:
            gap = text[run[-1][1] : start]
            particle = word in PARTICLES and (len(word) > 1 or word in _AND_OF_NAMES)
            particle = particle or bool(_AL.match(match.group()))
            small = particle and (gap in _SPACES or _closes_nickname(gap))
            fits = small or (capital and (_joins(text, run[-1], gap, word) or _goes_on(text, run[-1], gap, word)))
            initial = (len(word) == 1 and text[end : end + 1] == ".") or _is_initial(text, start, end)
            initial = initial or _are_initials(match.group(), word)
            before = fold(text[slice(*run[-1])])
            stops = word in NEVER_NAMES and not initial and before not in GIVEN_NAMES
            stops = stops and not (word in FIRST_OF_TWO and (is_role_word(before) or before in HONORIFICS))
            stops = stops and not (
                word in WEEKDAYS and before in HONORIFICS | BEFORE_FULL_NAMES and _SURNAME.match(text, end)
            )
            stops = stops and not (word in GIVEN_OF_PLACES and is_role_word(before) and _SURNAME.match(text, end))
            if not fits or stops or text[run[-1][1] - 2 : run[-1][1]] in _POSSESSIVE:
                yield from _closed(text, run)
                run = []
        opens = capital or bool(_OPENS_AL.match(match.group()))
        if not run and (not opens or (word in NEVER_NAMES and not _begins_name(text, start, end, word))):
            continue
        if end < len(text) and text[end] == "." and (word in ABBREVIATED or len(word) == 1):
            end += 1
        run.append((start, end))
    yield from _closed(text, run)


def _begins_name(text: str, start: int, end: int, word: str) -> bool:
    """Whether a word that begins no name does here: "US President Jane Roe", "said April Roe", "Will Roe, 34"."""
    if _LEADS_OFFICE.match(text, start) or _is_initial(text, start, end) or _are_initials(text[start:end], word):
        return True
    if word not in GIVEN_OF_OTHERS or not _SURNAME_BEHIND.match(text, end):
        return False
    return bool(_GOES_BY.match(text, end) or _TOLD.search(text, max(0, start - 8), start))


def _is_initial(text: str, start: int, end: int) -> bool:
    """Whether a capital "A" behind an office or a title is an initial without its dot: "Minister A Roe"."""
    if text[start:end] != "A" or not _SURNAME_OR_INITIAL.match(text, end):
        return False
    before = _BEFORE_INITIAL.search(text, max(0, start - _LONGEST_TITLE), start)
    return before is not None and (is_role_word(fold(before[1])) or fold(before[1]) in HONORIFICS)


def _are_initials(written: str, word: str) -> bool:
    """Whether two capitals with dots are somebody's that would be a little word: "A.N. Roe" is no "an"; not "U.S."."""
    return _TWO_INITIALS.fullmatch(written) is not None and word in LITTLE_WORDS and word not in PLACES_BY_INITIALS


def _closes_nickname(gap: str) -> bool:
    return gap.strip(" \u00a0") in ("”", '"') and len(gap) == 2


def _joins(text: str, last: tuple[int, int], gap: str, word: str) -> bool:
    """Whether what stands between two capitalised words leaves them one name ("Secretary of State Jane Roe")."""
    if gap in _SPACES or (gap.strip(" \u00a0") in ("“", "”", '"') and 2 <= len(gap) <= 3):
        return True
    if not gap and _INITIALS.fullmatch(text, *last) and _GLUED.match(text, last[1]) and word not in LITTLE_WORDS:
        return fold(text[slice(*last)]) not in PLACES_BY_INITIALS  # "K.Roe"
    if gap in ("' ", "’ ") and fold(text[last[0] : last[1]]) in MALAY_FIRST:
        return True  # "Dato' Seri Jane Roe"
    before = fold(text[last[0] : last[1]])
    if gap in _ON:  # "Chairperson on Education", "Committee on Health"
        return word in OFFICE_WORDS and (is_role_word(before) or before in SITTING)
    leads = is_role_word(before) or before in BEHIND_FIELDS | BEHIND_OFFICES
    return gap in _OF and leads and not _is_of_somebody(text, before, last[1] + len(gap))


def _is_of_somebody(text: str, agent: str, start: int) -> bool:
    """Whether behind "for" or "to" stands for whom an agent acts, and not what the office is of."""
    if agent not in AGENTS:
        return False
    whom = _OF_SOMEBODY.match(text, start)
    word = fold(whom["word"]) if whom is not None else ""
    person = is_role_word(word) or word in HONORIFICS or word in GIVEN_NAMES - PLACES
    return person or _THEN_NAMED.match(text, start) is not None


def _goes_on(text: str, last: tuple[int, int], gap: str, word: str) -> bool:
    """Whether "and" stands inside an office ("Commissioner of Environment and Water Resources Jane Roe")."""
    before = fold(text[slice(*last)])
    if gap != " and " or not (before in OFFICE_WORDS or before == "government" or is_role_word(before)):
        return False
    field = _FIELD.match(text, last[1] + len(gap))
    return word in OFFICE_WORDS or (field is not None and fold(field["head"]) in OFFICE_WORDS)


def _closed(text: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    while run and not any(character.isupper() for character in text[slice(*run[-1])]):
        run.pop()
    run = _behind_capitals(text, run)
    if run:
        start, end = run[0][0], run[-1][1]
        if text[start:end].endswith(_POSSESSIVE):
            end -= 2
        joined = text[start - 1 : start] == "&" or text[end : end + 1] == "&"  # "H&D" is a body's initials
        if end > start and end - start <= 90 and not joined:
            yield start, end


def _behind_capitals(text: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A run without the capitals that open a report: "IN CROSS-EXAMINATION Jane Roe put it to her"."""
    first = next((i for i, (a, b) in enumerate(run) if not text[a:b].isupper()), len(run))
    if not 0 < first <= len(run) - 2:
        return run
    line = text[text.rfind("\n", 0, run[0][0]) + 1 : run[0][0]].strip()
    shouted = all(b - a >= _LEAST_SHOUTED for a, b in run[:first])
    return run[first:] if shouted and line.isupper() else run
