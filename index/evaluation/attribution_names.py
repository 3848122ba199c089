"""When two speakers count as the same in an evaluation: by surname, by full name, by the head of a description."""

from __future__ import annotations

import re

from index.language.names import GENERATIONS

_TITLES = frozenset(
    [
        *("mr", "mrs", "ms", "miss", "dr", "sen", "rep", "gov", "gen", "president", "senator", "secretary", "prime"),
        *("minister", "representative", "congressman", "congresswoman", "governor", "general", "sir", "lord", "lady"),
        *("dame", "prof", "professor", "rev", "judge", "justice", "chancellor", "ambassador", "vice", "former", "the"),
    ]
)
_SMALL = frozenset(("the", "a", "an", "of", "and", "for", "in", "on", "to", "at", "his", "her", "their", "its", "who"))
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s\b")
_HEAD_END = re.compile(r",|\bwho\b|\bof\b|\bfor\b|\bin\b|\bat\b|\bfrom\b|\bwith\b")
_DESCRIBED = ("org", "nominal")


def words(text: str | None) -> list[str]:
    """The words of a name in lower case, without possessive endings and generations."""
    plain = _POSSESSIVE.sub("", (text or "").lower())
    return [word for word in _WORD.findall(plain) if word not in GENERATIONS]


def name_parts(name: str | None) -> list[str]:
    """The words of a name up to its first comma without titles; with them where nothing else is left."""
    parts = words((name or "").partition(",")[0])
    return [part for part in parts if part not in _TITLES] or parts


def same_surname(gold: str, found: str | None, speaker_type: str | None) -> bool:
    """Last name words agree; for bodies and descriptions: the head word of the gold is among the found words."""
    if not found:
        return False
    if speaker_type in _DESCRIBED:
        head = [word for word in words(_HEAD_END.split(gold)[0]) if word not in _SMALL]
        return bool(head) and head[-1] in words(found)
    wanted, given = name_parts(gold), name_parts(found)
    if not wanted or not given:
        return False
    return wanted[-1] == given[-1] or (len(wanted) == 1 and wanted[0] in given)


def same_full(gold: str, found: str | None, speaker_type: str | None) -> bool:
    """`same_surname`, and for people first and last word of the gold name are among the found ones."""
    if not same_surname(gold, found, speaker_type):
        return False
    if speaker_type in _DESCRIBED:
        return True
    wanted = name_parts(gold)
    return {wanted[0], wanted[-1]} <= set(name_parts(found))


def same_words(gold: str, found: str) -> bool:
    """The same words in the same order, whatever the case and punctuation."""
    return words(gold) == words(found)


def share_word(gold: str, found: str) -> bool:
    """At least one word in common that is no article or small word; equal strings always share."""
    mine, other = set(words(gold)), set(words(found))
    return bool((mine & other) - _SMALL) or (bool(mine) and mine == other)
