"""Names of people: titles off, parts apart, and whether two of them are one person.

Pure functions over strings: `fold` makes what is compared, `parse_name` takes a mention apart, `match_strength` two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.language.bodies import ORGANISATIONS, PARTS_OF_EARTH, PLACES
from index.language.descriptions import LEGISLATORS
from index.language.english import Gender
from index.language.mentions import STYLES
from index.language.names import (
    FEMALE_NAMES,
    FULL_FORMS,
    GENERATIONS,
    GIVEN_NAMES,
    HONOURS_TOO,
    MALE_NAMES,
    PARTICLES,
    POST_NOMINALS,
    SUFFIXES,
    SURNAME_FIRST,
)
from index.language.roles import (
    AMBIGUOUS_TITLES,
    BEFORE_NAMES,
    FEMALE_TITLES,
    FORCE_RANKS,
    GIVEN_LIKE_TITLES,
    HONORIFICS,
    MALE_TITLES,
    RANKS,
    ROLE_HEADS,
    ROLE_MODIFIERS,
    SURNAMES_OF_ROLES,
)
from index.language.spelling import within_one_edit
from index.names.genders import gender_of_given, gender_of_kunya, given_gender
from index.names.titles import (
    INITIALS,
    is_initial,
    is_title_here,
    listed_offices,
    past_initials,
    skip_object,
    split_initials,
)

SAME = 0.5  # `same_person` holds from this strength on
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h"}
    | dict.fromkeys("'’‘ʼʻ`´′‛.", "")
    | dict.fromkeys("‐‑‒–—−", "-")
)
_APOSTROPHES = "'’‘ʼ`´"
_STYLE = re.compile(r"H\.(?:E|M|R\.H)\.|S\.E\.")  # His or Her Excellency, Majesty, Royal Highness
_DOUBLED = re.compile(r"(.)\1")
_EDGES = ' \t\r\n\u00a0"“”«»„*_,;:.[](){}<>|•·'
_STATION = re.compile(r"[A-Z]{2,5}-(?:TV|FM|AM|DT|LD)")  # "KNXV-TV"
_MAX_CHARS = 160  # a mention longer than this is no name; keeps hostile input cheap
_PINYIN = re.compile(r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:[aeiou]{1,3})(?:ng|n|r)?){1,2}")


@dataclass(frozen=True, slots=True)
class Name:
    """A mention taken apart. `given` and `surname` are spelled for display, the `*_key`s are folded.

    `role` is what stood before the name ("NATO Secretary General"); for a mention without any name ("the
    president") `surname` is empty. `gender` is a hint, from the title first, from the given name otherwise.
    """

    role: str = ""
    given: tuple[str, ...] = ()
    surname: str = ""
    suffix: str = ""
    gender: Gender | None = None
    given_keys: tuple[str, ...] = ()
    surname_key: str = ""
    surname_first: bool = False

    @property
    def full(self) -> str:
        """The name as written, without title: "Robert F. Kennedy Jr.", "Xi Jinping"."""
        parts = (self.surname, *self.given) if self.surname_first else (*self.given, self.surname)
        return " ".join(part for part in (*parts, self.suffix) if part)

    @property
    def called(self) -> str:
        """The folded given name by which somebody is called: the first, the last behind a family name."""
        return self.given_keys[-1 if self.surname_first else 0] if self.given_keys else ""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` for comparison: lower case, one space between words, no diacritics, apostrophes or dots."""
    if text.isascii():
        return " ".join(text.lower().translate(_LETTERS).split())
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def strip_possessive(text: str) -> str:
    """`text` without a closing "'s" or "s'" mark: "Stoltenberg’s" -> "Stoltenberg", "Jones’" -> "Jones"."""
    out = text.rstrip()
    if len(out) > 2 and out[-1] in "sS" and out[-2] in _APOSTROPHES:
        return out[:-2]
    return out[:-1] if len(out) > 2 and out[-1] in _APOSTROPHES and out[-2] in "sSzx" else out


def normal_case(name: str) -> str:
    """Words in capitals in the usual spelling of a name: "ROBERT McNAMARA" -> "Robert McNamara".

    Initials, roman numerals, vowelless pairs ("JD") and stations ("KNXV-TV") stay, as do words in mixed case.
    """
    parts = name.split()
    return " ".join(_case_word(word, 0 < i < len(parts) - 1) for i, word in enumerate(parts))


def _case_word(word: str, inside: bool) -> str:
    letters = [c for c in word if c.isalpha()]
    scots = re.match(r"^(M[Aa]?c|De|La|Le|Di|Du|Fitz)(?=[A-Z]{3})", word)
    if len(letters) < 2 or (not scots and any(c.islower() for c in letters)):
        return word
    folded = fold(word)
    if INITIALS.fullmatch(word) or (folded in GENERATIONS and folded not in ("jr", "sr")):
        return word
    if (
        len(letters) == 2
        and not any(c in "aeiouy" for c in folded)
        and folded not in ("dr", "mr", "ms", "jr", "sr", "st")
    ):
        return word
    if inside and folded in PARTICLES and folded not in ("st", "san", "saint", "al", "ben"):
        return word.lower()
    if scots:
        return scots.group(1).capitalize() + word[scots.end() :].capitalize()
    if _STATION.fullmatch(word):
        return word
    pieces = re.split(rf"([-{_APOSTROPHES}])", word.lower().replace("i\u0307", "i"))
    out = "".join(p.capitalize() for p in pieces)
    if len(pieces) >= 3 and len(pieces[-1]) == 1 and pieces[-2] in _APOSTROPHES:  # a possessive, no name part
        out = out[:-1] + out[-1].lower()
    return re.sub(r"^Mc([a-z])(?=[a-z]{2})", lambda m: "Mc" + m.group(1).upper(), out)


def _is_head(word: str) -> bool:
    return word in ROLE_HEADS or word in HONORIFICS or word in RANKS


def _role_end(words: list[str], tokens: list[str]) -> int:
    """How many leading `tokens` (folded: `words`) are title or role; all of them when no name follows."""
    n, end, k = len(words), 0, 0
    while k < n:
        word = words[k]
        last = k == n - 1
        if word == "m" and not last and is_initial(words, tokens, k):
            is_title = False  # and not Monsieur
        elif word in AMBIGUOUS_TITLES:
            is_title = end == k and not last
        else:
            article = word in ROLE_MODIFIERS and not tokens[k].endswith("A.")  # "Hon. A. B. Roe"
            is_title = _is_head(word) or (article and end == k)
        if "-" in word and not is_title:
            is_title = word.startswith(("ex-", "then-", "vice-", "co-")) or word.rpartition("-")[2] in ROLE_HEADS
            is_title |= RANKS.issuperset(word.split("-"))  # "Lt-Gen"
            is_title |= word.partition("-")[2] in ("elect", "designate") and word.partition("-")[0] in ROLE_HEADS
        is_title |= word.endswith(("-in-charge", "-in-chief", "-at-law")) and word.partition("-")[0] in ROLE_HEADS
        is_title |= word.endswith("pro-tempore")
        is_title |= is_title_here(words, tokens, k, end) or (
            word.startswith(("t/", "a/")) and not last and (_is_head(word[2:]) or word[2:] in FORCE_RANKS)
        )
        is_title = is_title or ("/" in word and all(_is_head(part.rpartition("-")[2]) for part in word.split("/")))
        if not is_title:
            k += 1
            continue
        if last and n > 1 and end < k and tokens[k - 1][:1].isupper() and word in RANKS | HONORIFICS:
            return end  # "Jane Private": a surname that happens to be a rank
        if k == n - 2 and word in GIVEN_LIKE_TITLES and words[k - 1] in BEFORE_NAMES | {"comrade"} and end == k > 0:
            return end  # "Cde Justice Roe"
        if end < k and word in SURNAMES_OF_ROLES and _is_surname(words, tokens, k):
            k += 1  # "Jane Judge", "Amala Sen", "Sam Baron Lowe"
            continue
        k += 1
        end = k
        while k < n - 1 and words[k] in ("of", "for", "to", "at", "on", "in", "without"):
            k = past_initials(tokens, skip_object(words, k + 1, seat=words[k - 1] in LEGISLATORS))
            end = min(k, n)
    return end


def _is_surname(words: list[str], tokens: list[str], k: int) -> bool:
    """Whether the role `words[k]` is (part of) a surname: behind a given name; "Sen" behind any but a dotted title."""
    before, word = words[k - 1], tokens[k]
    if not word[:1].isupper() or not tokens[k - 1][:1].isupper() or word.endswith("."):
        return False
    given = before in GIVEN_NAMES and before not in PLACES and not _is_head(before)
    last = k == len(words) - 1
    return given or (words[k] == "sen" and last and not _is_head(before) and before not in ROLE_MODIFIERS)


def _style_end(tokens: list[str]) -> int:
    """How many tokens before a name style who holds an office: "His Excellency", "HE" beside words in small letters."""
    front = [fold(token) for token in tokens[:3]]
    at = 1 if front[:1] in (["his"], ["her"], ["their"]) else 0
    at += front[at : at + 1] == ["royal"]
    if len(tokens) > at + 1 and front[at] in STYLES:
        return at + 1
    plain = len(tokens) > 2 and tokens[1].istitle() and tokens[0] in ("HE", "HH", "HRH")
    return 1 if plain else 0


@lru_cache(maxsize=16384)
def parse_name(mention: str) -> Name:
    """Take a mention apart: "Sen. Robert F. Kennedy, Jr.'s" -> given Robert F., surname Kennedy, suffix Jr.

    What follows a comma or a bracket is a description and ignored. Never raises.
    """
    head = re.split(r"\s*[(\[\n]", mention[:_MAX_CHARS].strip(_EDGES + _APOSTROPHES), maxsplit=1)[0]
    if listed := listed_offices(head):
        name = parse_name(head[listed:])
        return replace(name, role=f"{head[:listed]}{name.role}")
    before, comma, after = strip_possessive(head).partition(",")
    tokens = split_initials([t for t in strip_possessive(before).split() if not _STYLE.fullmatch(t)])
    suffix = ""
    tail = fold(after).split()
    if comma and tail and tail[0].strip(",") in SUFFIXES:
        suffix = tail[0].strip(",")
    tokens = [t for t in (token.strip('"“”«»„*,;:') for token in tokens) if t]
    tokens = tokens[_style_end(tokens) :]
    while len(tokens) > 1 and (fold(tokens[-1]) in SUFFIXES or _is_post_nominal(tokens)):
        suffix = fold(tokens.pop())
    words = [fold(token) for token in tokens]
    end = _role_end(words, tokens)
    if words[end:] and {"of", "for"} & set(words[:end]) and all(w in PARTS_OF_EARTH for w in words[end:]):
        end = 0  # "the Prime Minister of Holt Island": no name follows
    role, rest = tokens[:end], tokens[end:]
    if all(w in ("the", "a", "an", "and", "said", "new") for w in words[:end]):
        role = []
    gender = _title_gender(words[:end])
    if not rest:
        return Name(role=" ".join(role), gender=gender)
    shouted = _shouted_surname(rest)
    rest = normal_case(" ".join(rest)).split()
    first_is_surname = shouted or _surname_first([fold(w) for w in rest])
    given, surname = (tuple(rest[1:]), rest[0]) if first_is_surname else _split_surname(rest)
    given_keys = tuple(k for k in (fold(g).replace("-", "") for g in given) if k)
    if gender is None and given_keys:
        gender = gender_of_given(fold(given[0]), given_keys, fold(surname).partition(" ")[0])
    if gender is None and not given:
        gender = gender_of_kunya(fold(surname))
    shown = {"jr": "Jr.", "sr": "Sr."}.get(suffix, suffix.upper()) if suffix in GENERATIONS else ""
    return Name(" ".join(role), given, surname, shown, gender, given_keys, surname_key(surname), first_is_surname)


def _is_post_nominal(tokens: list[str]) -> bool:
    """Whether the last token is a parliament's or an honour's letters behind a name; two words in capitals may be a
    name."""
    last = tokens[-1].strip(".,")
    others = [t for t in tokens[:-1] if fold(t) not in HONORIFICS]
    plain = len(others) > 1 or any(c.islower() for t in others for c in t)
    if fold(last) in HONOURS_TOO:  # "Jane Roe AC"; but "Karst Rovers AC"
        person = not (GIVEN_NAMES | HONORIFICS | RANKS | ROLE_HEADS).isdisjoint(map(fold, tokens[:-1]))
        return last.isupper() and len(others) > 1 and person
    return last.isupper() and fold(last) in POST_NOMINALS and bool(others) and plain


def _split_surname(words: list[str]) -> tuple[tuple[str, ...], str]:
    folded = [fold(w) for w in words]
    at = len(words) - 1
    while at > 1 and folded[at - 1] in PARTICLES:
        at -= 1
    if (
        at == 1
        and folded[0] in PARTICLES
        and (words[0].islower() or folded[0] not in ("al", "ben", "van", "san", "le") or folded[1] in PARTICLES)
    ):
        at = 0
    return tuple(words[:at]), " ".join(words[at:])


def _shouted_surname(words: Sequence[str]) -> bool:
    """Whether capitals tell that the first of two names is the surname: "HAYASHIDA Yoshito", as ministries write.

    Acronyms stand so too, but have fewer letters, or no vowel among them.
    """
    if len(words) != 2 or len(words[0]) < 4 or not words[0].isupper() or not words[0].isalpha():
        return False
    first, second = (fold(word) for word in words)
    shape = words[1][:1].isupper() and words[1][1:].replace("-", "").islower() and len(second) > 2
    vowels = sum(letter in "aeiouy" for letter in first)
    known = first in GIVEN_NAMES or first in ORGANISATIONS or second in ROLE_HEADS | ORGANISATIONS
    return shape and vowels >= 2 and not known


def _surname_first(folded: list[str]) -> bool:
    if folded[0] not in SURNAME_FIRST:
        return False
    if len(folded) == 3:
        return all(len(w) <= 6 for w in folded[1:]) and folded[1] not in GIVEN_NAMES
    if len(folded) != 2 or folded[0] == "le":
        return False
    second = folded[1]
    if "-" in second:
        return True
    known = second in MALE_NAMES or second in FEMALE_NAMES
    return folded[0] not in ("park", "moon", "kim", "ho", "ban") and not known and bool(_PINYIN.fullmatch(second))


@lru_cache(maxsize=16384)
def surname_key(surname: str) -> str:
    """The folded last word of a surname, without "al-": what equal surnames share ("von der Leyen" -> "leyen")."""
    words = fold(surname).split()
    if not words:
        return ""
    last = re.sub(r"^(?:al|el|ul|as|ash|an)-(?=\w{3})", "", words[-1]).replace("-", "")
    return re.sub(r"(?:iy|yy|ij|yi)$", "y", last) if len(last) > 5 else last


def _title_gender(words: list[str]) -> Gender | None:
    if any(w in FEMALE_TITLES for w in words):
        return "f"
    return "m" if any(w in MALE_TITLES for w in words) else None


def misspelled(a: str, b: str) -> bool:
    """True for two different folded words of five letters and more that are one edit apart."""
    return a != b and min(len(a), len(b)) >= 5 and within_one_edit(a, b)


def _given_strength(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """1 equal, .95 a middle name more, .9 initial or nickname, .8 misspelled, 0 different."""
    if a == b or "".join(a) == "".join(b):
        return 1.0
    first = _word_strength(a[0], b[0])
    if not first:
        return 0.0
    for x, y in zip(a[1:], b[1:], strict=False):  # middle names must agree as far as both have them
        if not (x == y or (x[0] == y[0] and (len(x) == 1 or len(y) == 1)) or misspelled(x, y)):
            return 0.0
        first = min(first, 1.0 if x == y else 0.95)
    return min(first, 0.95) if len(a) != len(b) else first


def _word_strength(x: str, y: str) -> float:
    if x == y:
        return 1.0
    if len(x) == 1 or len(y) == 1:
        return 0.9 if x[0] == y[0] else 0.0
    if len(x) == 2 and len(y) != 2 and not any(c in "aeiouy" for c in x):
        return 0.9 if x[0] == y[0] else 0.0  # "JD"
    if FULL_FORMS.get(x, frozenset()) & FULL_FORMS.get(y, frozenset()):
        return 0.9
    if min(len(x), len(y)) >= 5 and _DOUBLED.sub(r"\1", x) == _DOUBLED.sub(r"\1", y):
        return 0.8  # "Hilary" and "Hillary": two names, and one's commonest misspelling
    both_known = bool(given_gender(x)) and bool(given_gender(y))
    return 0.8 if not both_known and misspelled(x, y) else 0.0


def match_strength(a: str, b: str) -> float:
    """How surely two mentions name one person, 0 to 1.

    1 the same name; .95 a middle name more ("Dwight D."); .9 initials or a nickname; .8 misspelled by a letter;
    .6 one has the surname alone; .5 that and a letter; .4 one is the other's given name alone; 0 otherwise, also
    where genders or generations (Jr., Sr.) contradict. Mentions without a name (roles) are never the same.
    """
    return name_strength(parse_name(a), parse_name(b))


def name_strength(x: Name, y: Name) -> float:
    """`match_strength` of two parsed names."""
    if not x.surname_key or not y.surname_key:
        return 0.0
    if x.gender and y.gender and x.gender != y.gender:
        return 0.0
    if x.suffix and y.suffix and x.suffix != y.suffix:
        return 0.0
    same = x.surname_key == y.surname_key
    close = same or misspelled(x.surname_key, y.surname_key)
    if x.given_keys and y.given_keys:
        strength = _given_strength(x.given_keys, y.given_keys) if close else 0.0
        if same or not strength:
            return strength
        return 0.8 if strength >= 0.95 else 0.0
    if same:
        return 0.6 if x.given_keys or y.given_keys else 1.0
    if close:
        return 0.5 if x.given_keys or y.given_keys else 0.8
    longer, shorter = (x, y) if x.given_keys else (y, x)
    return 0.4 if longer.given_keys and longer.given_keys[0] == shorter.surname_key else 0.0


def same_person(a: str, b: str) -> bool:
    """Whether two mentions can be taken for one person: `match_strength(a, b) >= 0.5`."""
    return match_strength(a, b) >= SAME
