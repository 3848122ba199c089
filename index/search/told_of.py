"""What a text tells of whom it names: an office beside a name, and whether it has words of theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.language.asking import ABOUT
from index.language.english import BE, DETERMINERS
from index.language.following import SIDING
from index.language.roles import (
    INVERSE_KIN,
    KIN,
    OF_PLACES,
    PLEADERS,
    PLEADING,
    PROSECUTING,
    REPRESENTING,
    ROLE_FORMS,
    ROLES,
)
from index.language.verbs import base_form, is_telling
from index.names.roles import role_tokens
from index.query.places import stands
from index.search.exact import names_all
from index.splitting.sentences import sentences

_ALONE = 6  # words of a line that is a name and what somebody is
_BY_FAR = 2  # times as near
_VERB = 4  # words between a name and its verb
_END = re.compile(r"[.;!?]\s|\n")
_WORD = re.compile(r"[^\W\d_]+")


def tells(text: str, named: Sequence[str]) -> bool:
    """Whether a text has all words of a name or an office, and tells that they say something: a person by name is whose
    verb of saying it is, or stands alone above words; what ends an office is in a sentence that has words."""
    if not all(role_tokens(word) <= role_tokens(text) or names_all(text, word.split()) for word in named):
        return False
    last = [word.split()[-1] for word in named]
    people = [word for word in last if word not in ROLES | KIN]
    if people:
        return all(_says(text, word) for word in people)
    parts = (text[start:end] for start, end in sentences(text, 0, len(text)))
    return any(all(role_tokens(word) <= role_tokens(part) for word in last) for part in parts if _has_words(part))


def stands_beside(office: str, speaker: str, text: str) -> bool:
    """Whether an office stands before somebody's name, or behind its comma: "the Mayor of Karst – Ada Vorn"."""
    last = speaker.split()[-1]
    if not last[:1].isupper():
        return False
    held, name = r"\s+".join(_written(word) for word in office.split()), re.escape(last)
    of = r"(?:\s+(?:of|for|in)(?:\s+[\w’'-]+){1,4}?)?"
    given = r"(?:[^\W\d_a-z][\w.’'-]*\s+){0,4}"
    before = rf"\b(?i:{held}){of}\s*[,–—-]?\s+{given}{name}\b"
    behind = rf"\b{name}(?:,| to be| as| is| was| became) (?:the |a |an )?(?:[\w’'-]+ ){{0,2}}(?i:{held})\b"
    seat = rf"|\b{name}, who represents\b" if role_tokens(office) & REPRESENTING else ""
    return re.search(f"{before}|{behind}{seat}", text) is not None


def nearest_behind(placed: Sequence[str], names: Sequence[str], text: str) -> str | None:
    """Of several who hold an office, the one whose name stands nearest behind what is said to be of it, and by far:
    "Tarn Mills fell … CEO Ivo Lang said. … Hardy's rose … CEO Pia Marrow said" has the CEO of each."""
    places = [m.start() for place in placed for m in re.finditer(rf"(?i)\b{re.escape(place)}", text)]
    far: dict[str, int] = {}
    for name in names:
        at = text.find(name.split()[-1])
        before = [at - place for place in places if place < at]
        if at >= 0 and before:
            far[name] = min(before)
    best = sorted(far, key=lambda name: far[name])
    clear = len(best) > 1 and far[best[0]] * _BY_FAR < far[best[1]]
    return best[0] if clear or len(best) == 1 else None


def is_kin_of(kin: str, placed: Sequence[str], speaker: str, text: str) -> bool:
    """Whether a text tells what somebody is to whom a question names by what these are to her: "Ada Vorn said her
    husband Jo Pell was" is Jo Pell's wife."""
    inverse = "|".join(INVERSE_KIN.get(kin, "").split())
    if not inverse or not placed:
        return False
    name, word = re.escape(speaker.split()[-1]), r"[^\W\d_a-z][\w.’'-]*"
    of_hers = rf"\b(?:her|his|my|their) (?:[\w’'-]+ ){{0,3}}?(?:{inverse}),? ((?:{word} ){{0,3}}{word})"
    told = re.findall(rf"\b{name}\b[^.!?\n]{{0,80}}?{of_hers}", text)
    return any(all(stands(place, whose) for place in placed) for whose in told)


def is_anothers(office: str, placed: Sequence[str], text: str) -> bool:
    """Whether a text has an office or a relation with an owner each time, and never the one that is asked for:
    "Lang's campaign manager" is not Vorn's."""
    held = r"\s+".join(_written(word) for word in office.split())
    name, near = r"[^\W\d_a-z][\w.-]*", r"(?:[\w-]+ ){0,2}"
    owners = re.findall(rf"((?:{name} ){{0,3}}{name})[’']s? {near}(?i:{held})\b", text)
    return bool(owners) and not any(stands(place, owner) for place in placed for owner in owners)


def offices_before(offices: Sequence[str], speaker: str | None, text: str) -> list[str]:
    """What stands before one of some offices and somebody's name: "Lorn’s Health Minister" Ivo Lang."""
    last = (speaker or "").split()[-1:]
    if not last or not last[0][:1].isupper():
        return []
    found: list[str] = []
    for office in (one for one in offices if role_tokens(one) & OF_PLACES):
        held = r"\s+".join(_written(word) for word in office.split())
        ahead, given = r"(?:[^\W\d_a-z][\w’'-]* ){1,3}", r"(?:[^\W\d_a-z][\w.’'-]*\s+){0,3}"
        found += re.findall(rf"({ahead}(?i:{held}))\s*,?\s+{given}{re.escape(last[0])}\b", text)
    return found


def pleads(speaker: str, roles: Sequence[str], told: str) -> bool:
    """Whether somebody speaks for another in court, by whatever word: "Vorn's attorney", "Jane Roe, defending"."""
    if any(role_tokens(role) & PROSECUTING for role in roles):
        return False
    if any(PLEADERS & role_tokens(role) for role in roles):
        return True
    if any(stands_beside(pleader, speaker, told) for pleader in PLEADERS):
        return True
    return _acts_in_court(speaker, told, "|".join((*sorted(PLEADING), "mitigation", "defen[cs]e")))


def pleads_for(speaker: str, told: str) -> list[str]:
    """For whom a text says that somebody speaks in court: "Jane Roe, who represented constable Ivo Lang, said"."""
    name = re.escape(speaker.split()[-1])
    does = (
        r"(?:(?:represent|defend)(?:s|ed|ing)|(?:appear|act)(?:s|ed|ing) for|(?:counsel|lawyer|attorney|solicitor) for)"
    )
    return re.findall(rf"\b{name},? (?:who )?(?:(?:is|was|has|had|been) )*{does} ([^,.;\n]{{2,60}})", told)


def prosecutes(speaker: str, told: str) -> bool:
    """Whether somebody speaks for the prosecution: "Jane Roe, prosecuting", "Prosecuting, Jane Roe"."""
    return _acts_in_court(speaker, told, "prosecuting|prosecution|prosecutor")


def _acts_in_court(speaker: str, told: str, does: str) -> bool:
    name = re.escape(speaker.split()[-1])
    behind = rf"\b{name},? (?:(?:who|is|was|for|the|in) ){{0,3}}(?:{does})\b"
    before = rf"\b(?i:{does})(?: the case)?,? (?:[^\W\d_a-z][\w.’'-]*\s+){{0,3}}{name}\b"
    return re.search(f"{behind}|{before}", told) is not None


def _says(text: str, surname: str) -> bool:
    """Whether somebody is told to say something: "Vorn, who is ill, said", "said Ada Vorn", "Ada Vorn" on its line; not
    "Vorn's murder, Lang said"."""
    for match in re.finditer(rf"(?i)\b{re.escape(surname)}\b(?![’']s\b)", text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : (text + "\n").index("\n", match.end())]
        if len(line.split()) <= _ALONE:
            return True
        behind = _END.split(re.sub(r"^,[^,.;]{1,80},", "", text[match.end() : match.end() + 120]))[0]
        after = _WORD.findall(behind)[:_VERB]
        before = _WORD.findall(_END.split(text[max(0, match.start() - 80) : match.start()])[-1])[-_VERB:]
        told = any(_is_said(word) for word in (*_active(after), *_active(before)) if word.islower())
        if "according" in before or (told and "not" not in after):
            return True
    return False


def _written(word: str) -> str:
    """A pattern of how a word of an office is written: "dad" and "father", "spokesman" and "spokeswoman"."""
    form = ROLE_FORMS.get(word, word)
    ways = {word, form, *(written for written, meant in ROLE_FORMS.items() if meant == form)}
    return f"(?:{'|'.join(re.escape(way) for way in sorted(ways))})"


def _active(words: Sequence[str]) -> list[str]:
    """The words but for what is done to somebody, and nouns: "was attacked", "is a doubt"."""
    return [word for word, before in zip(words, ("", *words), strict=False) if before not in BE | DETERMINERS]


def _has_words(sentence: str) -> bool:
    """Whether a sentence has quotation marks or a verb of saying."""
    return any(mark in sentence for mark in '"“”') or any(_is_said(w) for w in _WORD.findall(sentence.casefold()))


def _is_said(word: str) -> bool:
    if word in ABOUT | {"relating"}:  # "offences relating to"
        return False
    return is_telling(word) or base_form(word) in SIDING
