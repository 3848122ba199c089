"""What the reading of a question may look up in the archive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from index.model import Holder
from index.query.people import FindSpeaker, SpeakerMatch

NAME = 0.85  # of its passages: "minister" is .76, "Polish" .8


def _nobody(words: str, on: dt.date | None) -> tuple[SpeakerMatch, ...]:
    return ()


def _no_holder(words: str, on: dt.date | None) -> tuple[Holder, ...]:
    return ()


def _alike(words: str) -> tuple[tuple[str, int], ...]:
    return ()


def _never(name: str) -> bool:
    return False


def _not_known(word: str) -> float | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What the archive knows: its outlets, its dates, and who speaks in it."""

    sources: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    find_speaker: FindSpeaker = _nobody  # words and a day (for roles) -> candidates, best first
    find_holders: Callable[[str, dt.date | None], tuple[Holder, ...]] = _no_holder  # an office -> all who hold it
    similar: Callable[[str], tuple[tuple[str, int], ...]] = _alike  # a name -> names spelt nearly so, letters apart
    topic_words: Callable[[str], int] | None = None  # articles that hold a lower-case word
    statements: Callable[[str], int] | None = None  # how often a speaker (canonical name) is on record
    count_in: Callable[[dt.date | None, dt.date | None], int] | None = None  # articles in a window, ends inclusive
    named: Callable[[str], float | None] = _not_known  # share of the texts with a word that write it with a capital
    is_office: Callable[[str], bool] = _never  # whether somebody on record is called so, though no list has the word
    in_turns: Callable[[str], bool] = _never  # whether a speaker's words are mostly turns of transcripts

    def knows(self, word: str) -> bool | None:
        """Whether the archive's text has the word; None where that is not known."""
        return None if self.topic_words is None else self.topic_words(word) > 0

    def is_name(self, word: str) -> bool:
        """Whether the archive's texts have a word as a name, and hardly as anything else."""
        share = self.named(word)
        return share is not None and share >= NAME

    def is_common(self, word: str) -> bool:
        """Whether the archive's texts have a word, and hardly as a name."""
        share = self.named(word)
        return share is not None and share < 1 - NAME
