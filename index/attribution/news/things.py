"""Names that are no person's: a law's, a company's, an agency's, a saint's place, those of shows, ships and storms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.attribution.news.occurrences import Occurrence
from index.language.acts import SHOWS, STATUTES
from index.language.bodies import COMPANIES, FIRMS, STATES_AND_PEOPLES, VESSELS
from index.language.names import GIVEN_NAMES
from index.names.parse import fold

_THING = re.compile(r"\b([^\W\d_a-z][^\W\d_]+(?:[-–][^\W\d_a-z][^\W\d_]+)*)(?:['’]s)? ([^\W\d_]{2,})")
# "state news agency Anadolu", "the Ukrinform news agency", ", Interfax reports, citing"
_AGENCY = re.compile(
    r"\b(?:news|press|information|wire) (?:agency|site|website|outlet|portal|service) (?P<behind>[^\W\d_a-z][\w-]+)"
    r"(?! [^\W\d_a-z])"
    r"|(?<![A-Z] )\b(?P<before>[^\W\d_a-z][\w-]+)"
    r"(?: (?:news|press|information) agency\b|,? report(?:s|ed),? (?:citing|quoting)\b)"
)
# "whose market-prices programme Dawn Basket", "the trawler Mary Rose": what stands right before a name that is of it
_CALLED = re.compile(
    r"(?:\b(?!(?:the|this|that|a|an|our|every|each|to|not|will|would|can|could)\b)[a-z’'-]+ "
    rf"(?:{'|'.join(sorted(SHOWS))})"
    r"|\b(?:radio|tv|television|talk|reality|quiz|game|chat|breakfast|morning|night) show"
    rf"|\b(?:{'|'.join(sorted(VESSELS | FIRMS))})) [\"“'‘]?$"
)
_AFLOAT = re.compile(r"\b(?:(?i:m/?v|hms|uss|rrs|fv)|SS|MS|MT) (?:the )?$")  # "the captain of the mv Lady Rose"
_SAINT = re.compile(r"(?:St\.?|Saint|Sv\.|Sta\.?|Ste\.?) ")
_PLACED = re.compile(r"\b(?:for|of|in|at|from|to|near|around|across|outside|into) $")  # "MP for St Margaret Western"
_WITHIN = re.compile(r"\b(?:in|across|throughout|around|into) $")
_BEFORE = 40  # characters


def without_things(text: str, occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Without single words that name a law or a company ("the Glass-Steagall Act", "Masso Stores") and full names that
    the article gives to a show, a ship or the like; nobody's who has a title or an office. A saint's place is nobody
    ("the MP for St Margaret Western")."""
    titled = {one.name.surname_key for one in occurrences if one.name.role or one.name.given_keys[:1]}
    things = {
        fold(match.group(1))
        for match in _THING.finditer(text)
        if fold(match.group(2)) in STATUTES or (match.group(2)[0].isupper() and fold(match.group(2)) in COMPANIES)
    } - titled
    things |= {fold(match["behind"] or match["before"]) for match in _AGENCY.finditer(text)}
    full = [one for one in occurrences if one.name.given_keys and not (one.name.role or one.introduced)]
    called = {fold(one.text) for one in full if _CALLED.search(text, max(0, one.start - _BEFORE), one.start)}
    placed = {
        one.start
        for one in occurrences
        if _SAINT.match(text, one.start) and _PLACED.search(text, max(0, one.start - _BEFORE), one.start)
    }
    placed |= {one.start for one in occurrences if _is_part_of_a_state(text, one)}
    placed |= {one.start for one in occurrences if _AFLOAT.search(text, max(0, one.start - _BEFORE), one.start)}
    occurrences = [one for one in occurrences if one.start not in placed]
    return [one for one in occurrences if fold(one.text) not in (called if " " in one.text else things)]


def _is_part_of_a_state(text: str, one: Occurrence) -> bool:
    """Whether a name behind "in" is a people's and one word more: "in Indonesian Borneo"."""
    first, _, rest = one.text.partition(" ")
    people = first.istitle() and STATES_AND_PEOPLES.get(fold(first), fold(first)) != fold(first)
    plain = people and rest.isalpha() and fold(rest) not in GIVEN_NAMES and not one.name.role
    return plain and _WITHIN.search(text, max(0, one.start - _BEFORE), one.start) is not None
