"""Titles that are other words by themselves: ranks of police forces in capitals, the clergy, constables, deans."""

from __future__ import annotations

from collections.abc import Sequence

from index.language.names import GIVEN_NAMES
from index.language.roles import BEFORE_CONSTABLE, CHURCH_TITLES, FORCE_RANKS, MALAY_FIRST, MALAY_SECOND


def is_title_here(words: Sequence[str], tokens: Sequence[str], k: int, end: int) -> bool:
    """Whether the word at `k` of a name is a title there and nowhere else: "SHO Roe", "Father Roe", "Dean Jane Roe".

    `words` are the folded `tokens`; `end` is how many of them are titles for sure.
    """
    word, behind = words[k], len(words) - 1 - k
    if word in MALAY_SECOND:
        return k > 0 and behind > 0 and words[k - 1] in MALAY_FIRST and end >= k
    if word in MALAY_FIRST and behind > 1 and words[k + 1] in MALAY_SECOND:
        return end == k
    if word == "con":
        return k > 0 and behind > 0 and words[k - 1] in BEFORE_CONSTABLE
    if word in FORCE_RANKS:
        long = len(word) > len("pc")  # "SHO Roe", "Sharea DSP Jane Roe"; but "DC Comics"
        return tokens[k].isupper() and (end == k or long) and behind > (0 if long else 1)
    if word == "dean":
        return end == k and behind > 1 and words[k + 1] in GIVEN_NAMES
    return word in CHURCH_TITLES and tokens[k][:1].isupper() and end == k and behind > 0
