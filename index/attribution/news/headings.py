"""The capitals of headlines and sentence openings that stand before a name and are no part of it."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from index.language.acts import RELATIVES
from index.language.bodies import ORGANISATIONS, PLACES
from index.language.english import ADJECTIVE_ENDS, ARTICLES, AUXILIARIES, BE
from index.language.mentions import HEADLINE_WORDS
from index.language.names import FIRST_OF_TWO, GIVEN_NAMES, KUNYAS, PARTICLES
from index.language.roles import AGENTS
from index.language.verbs import is_doing, is_telling
from index.names.genders import given_gender
from index.names.parse import Name
from index.names.roles import is_calling, is_role_word

_SMALL = re.compile(r",? ([a-z]+)\b")  # behind a name within a sentence
_OFFICE_OF = re.compile(
    r", (?:[a-z-]+ ){0,2}(?:secretary|chairman|chairwoman|president|director|head|leader|general) of "
)
_SEAT = re.compile(r" \((?!pictured|right|left)[A-Z]|, (?:MP|MEP|MSP|TD|MLA|MCA)\b")
FullName = tuple[tuple[str, ...], str]  # given names and surname, folded


def without(name: Name, first: int) -> Name:
    """The name without its first given names."""
    keys = name.given_keys[first:]
    gender = given_gender(keys[0]) if keys else None
    return replace(name, given=name.given[first:], given_keys=keys, gender=gender)


# Ends of words for what somebody is or where they come from: "Texan", "Londoner", "Israeli", "Millionaire"
_OF_A_KIND = ("an", "er", "or", "ese", "ish", "i", "ite", "aire", "s", "ess", "ster", "eur", "al", "star", "y", "e")
_RARE = 5  # letters of such a word
_ADVERB = 7  # letters of a word in -ly that is no name


# What somebody does by the end of the word, and is in no list: "groundsman", "sharecropper", "licence-holder".
_WORKS = re.compile(
    r"[a-z-]{3,}(?:s(?:man|woman)|keeper|holder|cropper|grower|maker|worker|driver|owner|blower|monger|wright|goer|breeder"
    r"|mistress|handler|tender|picker|packer|climber|hunter|catcher|dresser|teller|hauler|shearer|fitter)"
    r"|(?:first|second|third|fourth|fifth|final)-year|sophomore|freshman"
)


def unheaded(
    name: Name,
    sure: Set[FullName],
    common: Set[str],
    titled: Set[str],
    *,
    opens: bool,
    introduced: bool = False,
    prose: bool = False,
) -> Name:
    """The name without a word that is none but stands before it in capitals: "Celebrating Ilse Marn", "Rival Marn".

    `sure`: names seen inside sentences; `titled`: surnames of people with a known given name. Words go where what
    remains is such a name, and where the name `opens` a sentence or headline also where what remains looks like one. A
    longer name that is `introduced` ("Heng Sok Leang, a vet") is whole, and one in `prose`, before a small word.
    """
    keys, surname = name.given_keys, name.surname_key
    first = keys[0] if keys else ""
    if first in GIVEN_NAMES or first in KUNYAS | FIRST_OF_TWO or len(first) < 2:
        return name
    if opens and first.endswith("ly") and len(first) >= _ADVERB:
        return without(name, 1)  # "Interestingly Jane Roe said"
    if opens and len(keys) == 2 and _is_calling(name.given[0].lower()):
        return without(name, 1)  # "Engineer Jane Roe said", "Mother-of-three Jane Roe"
    if len(keys) > 1 and _is_calling(name.given[0].lower()) and keys[1] in GIVEN_NAMES:
        return without(name, 1)  # "said Firefighter Jane Roe"
    known = next((at for at, key in enumerate(keys) if key in GIVEN_NAMES), 0)
    held = next((at for at in range(1, len(keys)) if (keys[at:], surname) in sure), 0)
    if held and first.endswith("ing"):
        return without(name, held)  # "Booed After Telling Jane Roe To Leave"
    if known < 2 and (keys, surname) in sure:
        return name
    if (
        introduced
        and len(keys) > 1
        and not (known or first in common or first in HEADLINE_WORDS or first.endswith("ing"))
    ):
        return name  # "Heng Sok Leang, a senator, said"
    front = keys[: held or known]
    if prose and len(front) > 1 and not any(_is_plain(key, common) for key in front):
        return name  # "Sarwar Ayaz Kofi Velm said"; but "Substitute Jane Roe"
    if known == 1 and prose and len(keys) == 2 and not held and _is_rare(first, common):
        return name  # "Wasimul Karim Velm, secretary of the guild"
    if held or known >= 2 or (known == 1 and not name.role and (opens or first.endswith("ing"))):
        return without(name, held or known)
    if prose and len(keys) >= 3 and not any(_is_plain(key, common) for key in keys):
        return name  # "Tarwura Okore Desu Velm warned"
    if len(keys) >= 3 and not known and all(len(key) > 1 and key not in PARTICLES for key in keys):
        return without(name, len(keys))  # "Woman Reveals Stunning Thing Marn Did"
    adjective = opens and first.endswith(ADJECTIVE_ENDS) and len(first) >= _ADVERB
    plain = adjective or first in common or first in HEADLINE_WORDS or first.endswith("ing")
    if len(keys) == 1 and plain and surname in titled and not name.role:
        return without(name, 1)
    return name


def _is_plain(key: str, common: Set[str]) -> bool:
    """Whether a folded word is hardly a name's: it is one of the text, of headlines, of places or what somebody is."""
    plain = key in common or key in HEADLINE_WORDS or key in PLACES or key in ORGANISATIONS or is_calling(key)
    return plain or is_role_word(key) or key.endswith(("ing", "ed", "ly", *ADJECTIVE_ENDS, *AGENTS))


def _is_rare(key: str, common: Set[str]) -> bool:
    """Whether a folded word before a known given name is hardly a heading's nor tells what or whence somebody is."""
    return not (_is_plain(key, common) or key.endswith(_OF_A_KIND)) and len(key) >= _RARE and key.isalpha()


def _is_calling(word: str) -> bool:
    """Whether a word tells what somebody is, alone or with another: "singer-songwriter", "father-of-two"."""
    first, *rest = word.split("-")
    return (
        is_calling(word)
        or _WORKS.fullmatch(word) is not None
        or (bool(rest) and (is_calling(rest[-1]) or first in RELATIVES))
    )


def in_prose(text: str, end: int) -> bool:
    """Whether behind a name's end a verb in small letters stands, or what its bearer is: it is no headline's."""
    if _SEAT.match(text, end) or _OFFICE_OF.match(text, end):
        return True
    found = _SMALL.match(text, end)
    word = found[1] if found is not None else ""
    return word in BE | AUXILIARIES | ARTICLES or word == "who" or is_telling(word) or is_doing(word)


def names_a_person(name: Name, sure: Set[FullName]) -> bool:
    """Whether a headline's capitals are somebody's name: the text has it too, or it is short and begins like one."""
    first = name.given_keys[0] if len(name.given_keys) in (1, 2) else ""
    return (name.given_keys, name.surname_key) in sure or first in GIVEN_NAMES or len(first) == 1
