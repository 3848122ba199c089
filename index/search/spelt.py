"""A topic's slips of the keyboard put right: "oposition" -> "opposition"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from index.language.spelling import near_words
from index.storage.lexical import WordIndex
from index.workers import Lazy

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_WORD = re.compile(r"(?<![\w’'-])[a-z]{5,18}(?![\w’'-])")  # in small letters, and long enough to be surely a slip
USUAL = 1e-6  # of English: a word that is not in the archive must be as usual, for the typed one may be a name
_LONG = 7  # letters of a word that may have two of them wrong
_SOUNDS = str.maketrans("z", "s")  # "radicalisation" and "radicalization" are one word


def load_english() -> SpellChecker:
    """The English words that a slip is known by; 160,000 of them, in .1 seconds and 20 MB."""
    from spellchecker import SpellChecker

    return SpellChecker(distance=1)


def spelt(topic: str, words: WordIndex, is_word: Callable[[str], bool], english: Lazy[SpellChecker]) -> str:
    """The topic with each word that neither the archive's texts nor English have as the word that is a letter away.

    Of several the most usual one that some passage has, or else the most usual one, or else a long one two letters
    away that some passage has ("soilders"). What the encoder's vocabulary has whole (`is_word`) is a word, which
    spares a look at the others nearly always; the first letter is never the wrong one, and names, which are in no
    dictionary, stay as they are.
    """

    def right(match: re.Match[str]) -> str:
        word = match.group()
        if is_word(word) or words.frequency_of_word(word) or english.get().known([word]):
            return word
        usual = english.get().word_usage_frequency
        near = [one for one in english.get().candidates(word) or () if one[0] == word[0] and one.isalpha()]
        held = [one for one in near if words.frequency_of_word(one)]
        if not held and len(word) >= _LONG and not any(usual(one) >= USUAL for one in near):
            held = [one for one in _two_away(word, english.get()) if words.frequency_of_word(one)]
        best = max(held or [one for one in near if usual(one) >= USUAL], key=lambda o: (usual(o), o), default=word)
        return word if best.translate(_SOUNDS) == word.translate(_SOUNDS) else best

    return _WORD.sub(right, topic)


def _two_away(word: str, english: SpellChecker) -> list[str]:
    """The English words two letters away that begin and end as a word does."""
    alike = [
        one for one in english.word_frequency.words() if one[0] == word[0] and one[-1] == word[-1] and one.isalpha()
    ]
    return [one for one, _ in near_words(word, alike, 2)]
