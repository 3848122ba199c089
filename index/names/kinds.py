"""What kind of speaker a name is: a person, a body ("the Kremlin"), or nominal ("critics", "a spokesman")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from index.language.acts import DOCUMENTS, MEN, UNSIGNED, WOMEN
from index.language.bodies import ADHERENTS, COMPANIES, ORGANISATIONS, PLACES, SEVERAL_PEOPLE, SURNAMES_OF_PEOPLES
from index.language.descriptions import LEGISLATORS
from index.language.english import ARTICLES, COUNTING, DEMONSTRATIVE, LITTLE_WORDS, POSSESSIVE
from index.language.mentions import BODY_WORDS, OPENS_DESCRIPTION, WITHIN_NO_NAME
from index.language.names import BEHIND_CHRISTIAN, GIVEN_NAMES, PARTICLES
from index.language.roles import HONORIFICS, RANKS, ROLE_HEADS
from index.names.parse import fold, parse_name

NameKind = Literal["person", "body", "nominal"]

_DETERMINERS = ARTICLES | DEMONSTRATIVE | POSSESSIVE | COUNTING
_GENITIVE = re.compile(r"(?:(?<=s)['’]|['’]s) (?=(?:campaign|administration|government)$)", re.IGNORECASE)
_DEPARTMENT_OF = re.compile(r"(?:us )?department of (?:the )?(\w+)")
_ARABIC = "(?:al|el|ul|as|an|ash|ad)-"
_CAPITAL_INSIDE = re.compile(rf"{_ARABIC}[A-Z]|[a-z][A-Z]")  # "al-Sisi", "eBay"
_AL = re.compile(rf"{_ARABIC}\w")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?$")


_BEHIND_CHRISTIAN = BEHIND_CHRISTIAN | ORGANISATIONS | COMPANIES | ADHERENTS | SEVERAL_PEOPLE | BODY_WORDS


@lru_cache(maxsize=16384)
def kind_of(name: str) -> NameKind:
    """Whether `name` is a person ("Jane Roe", "Sen. Roe"), a body ("the Kremlin", "a State Department spokesperson")
    or nominal ("a spokesman", "critics", "the President")."""
    tokens = re.findall(r"[\w.'’&-]*\w[\w.'’&-]*", name[:200])
    folded = [fold(t) for t in tokens]
    the = folded[:1] == ["the"]
    while folded and folded[0] in _DETERMINERS:
        tokens, folded = tokens[1:], folded[1:]
    if not tokens:
        return "nominal"
    if (
        len(tokens) < len(re.findall(r"\w[\w.'’&-]*", name[:200]))
        and tokens[-1].isupper()
        and folded[-1] in LEGISLATORS
    ):
        return "nominal"  # "an MLA", "The South Holt MLA"
    capital = [t[0].isupper() or t[0].isdigit() or bool(_CAPITAL_INSIDE.match(t)) for t in tokens]
    if not any(capital):
        person = len(tokens) >= 2 and folded[0] in GIVEN_NAMES and folded[-1] not in ROLE_HEADS
        return "person" if person else "nominal"
    if any(w in ADHERENTS for w in folded) and not (is_called_christian(folded) or _is_of_a_people(folded, capital)):
        return "nominal"
    parsed = parse_name(" ".join(tokens))
    if not parsed.surname or _describes(parsed.full.split()):  # "New polls released Sunday": no name is left
        named = [w for w, c in zip(folded, capital, strict=True) if c and not _is_title(w) and w not in ("of", "the")]
        return (
            "body"
            if any(w in ORGANISATIONS or w in PLACES or _ACRONYM.match(t) for w, t in zip(folded, tokens, strict=True))
            and named
            else "nominal"
        )
    if len(tokens) == 1:
        body = the or folded[0] in PLACES or folded[0] in ORGANISATIONS or bool(_ACRONYM.fullmatch(tokens[0]))
        return "body" if body else "person"
    return _kind_of_phrase(tokens, folded, capital, parsed.role != "", len(parsed.given))


def is_called_christian(folded: Sequence[str]) -> bool:
    """Whether a name's words begin with "Christian" as a given name: "Christian Roe", not "Christian Democrats"."""
    if folded[0] != "christian" or not 2 <= len(folded) <= 3:
        return False
    last = folded[-1]
    return last not in _BEHIND_CHRISTIAN and not last.endswith(("ist", "ists"))


def _is_of_a_people(folded: Sequence[str], capital: Sequence[bool]) -> bool:
    """Whether a people's name is a surname behind a given name: "Jane French"."""
    return len(folded) == 2 and all(capital) and folded[0] in GIVEN_NAMES and folded[1] in SURNAMES_OF_PEOPLES


def _is_title(word: str) -> bool:
    return word in ROLE_HEADS or word in HONORIFICS or word in RANKS


def _kind_of_phrase(tokens: list[str], folded: list[str], capital: list[bool], titled: bool, given: int) -> NameKind:
    tail_lower = not capital[-1]
    if tail_lower and not titled and not re.match(r"(?:al|el|ul)-", folded[-1]):
        if folded[-1] in SEVERAL_PEOPLE:
            return "nominal"
        if folded[-1] in ORGANISATIONS:
            return "body"
        organised = any(
            c and (w in ORGANISATIONS or w in PLACES or _ACRONYM.match(t))
            for w, t, c in zip(folded, tokens, capital, strict=True)
        )
        return "body" if organised else "nominal"
    foreign = not tokens[-1].isascii()  # "Jonas Gahr Støre" is no shop
    if folded[0] in GIVEN_NAMES and len(tokens) <= 3 and (foreign or folded[-1] not in ORGANISATIONS):
        return "person"
    if any(word in WITHIN_NO_NAME and not large for word, large in zip(folded, capital, strict=True)):
        return "nominal"
    name_part = folded[len(folded) - given - 1 :]
    if len(name_part) > 1 and name_part[-1] in COMPANIES and folded[0] not in GIVEN_NAMES:
        return "body"
    if any(w in ORGANISATIONS for w in name_part) or (name_part[-1] in PLACES and not titled):
        return "body"
    if any(w in ("of", "for", "and", "&", "the") for w in name_part):
        return "body"
    if all(_ACRONYM.match(t) for t in tokens) and len(tokens) == 1:
        return "body"
    return "person"


@lru_cache(maxsize=65536)
def is_name(name: str) -> bool:
    """Whether a mention can stand for somebody across articles: no pronoun, no little word, no mere description.

    "He", "Year" and "Some" are none, nor are "critics" and "The officials"; "Republicans" and "the President" are.
    """
    words_of = re.findall(r"[^\W_][\w’'.-]*", name[:200])
    folded = [fold(word) for word in words_of]
    if not any(_has_weight(word, low) for word, low in zip(words_of, folded, strict=True)):
        return False
    for passed in (ARTICLES, _DETERMINERS | OPENS_DESCRIPTION):  # "many Karstians", "One influential paper"
        if _describes(words_of[next((at for at, word in enumerate(folded) if word not in passed), 0) :]):
            return False
    named = [at for at, word in enumerate(words_of) if not word.islower()]
    if named == [0] and folded[0] in (
        _DETERMINERS | SEVERAL_PEOPLE | (OPENS_DESCRIPTION if len(folded) > 1 else set())
    ):
        return False  # the sentence gave it its capital: "Another child", "Senior officials", "Some"
    if not named or (folded[0] != "the" and set(folded) - _DETERMINERS <= LEGISLATORS):
        return False  # "an MLA", "MPs"
    if len(folded) == 1 and folded[0] in (UNSIGNED | DOCUMENTS | WOMEN | MEN) - {"post"}:
        return False  # "Report: ...", "Woman: ..." of a headline
    return bool(named)


def _describes(words: list[str]) -> bool:
    """Whether a phrase opens as no name does: "senior officials of NATO", "pro-Roe super PAC", "29 percent of Roes".

    "de Gaulle", "al-Roe", "eBay" and "60 Minutes" are names.
    """
    first = words[0]
    if first.isdigit():
        return len(words) > 1 and words[1][0].islower()
    small = first[0].islower() and not first[1:2].isupper()
    return small and fold(first) not in PARTICLES and _AL.match(first) is None


def _has_weight(word: str, low: str) -> bool:
    """Whether a word can be part of a name: no little word, but for acronyms ("US", "WHO") and names (May, Will)."""
    if low in LITTLE_WORDS:
        return word in {"May", "Will", "US", "WHO", "IT"} or "." in word[:-1]
    return not low.isdigit()


def body_key(name: str) -> str:
    """What spellings of one body share: folded, without leading article ("the Kremlin", "Kremlin").

    "Roe's campaign" is the Roe campaign, "the U.S. Department of State" the State Department.
    """
    key = fold(_GENITIVE.sub(" ", plain_body(name)))
    match = _DEPARTMENT_OF.fullmatch(key)
    if match:
        return f"{match.group(1)} department"
    return key.removeprefix("us ") if key.endswith(" department") else key


def plain_body(name: str) -> str:
    """A body's name for display, without article or possessive: "a State Department spokesperson's" -> without both."""
    out = re.sub(r"[’']s?$", "", " ".join(name.split()).strip(' ,.;:"“”'))
    return re.sub(r"^(?:the|a|an|one|another)\s+(?=\S)", "", out, flags=re.IGNORECASE) or out
