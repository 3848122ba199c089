"""One generation opened for questions, with what the interpretation needs to know of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import ArchiveError
from index.model import Holder, Query, Question, Span
from index.query.interpret import Lexicon, interpret
from index.query.people import SpeakerMatch
from index.speakers.book import SpeakerBook, speakers_of
from index.storage.generations import Generation, Manifest, folder_of, follows, open_generation
from index.storage.masks import Masks, read_masks, spans_of
from index.storage.tables import NONE, UNDATED, Days, Filter
from index.when import ALWAYS, Window

_GRACE = 2  # days after which a paper still tells what was said then


@dataclass(frozen=True)
class Snapshot:
    """Immutable; questions that hold one finish on it while the archive moves to the next."""

    generation: Generation
    book: SpeakerBook
    masks: Masks = field(default_factory=dict[int, "tuple[Span, ...]"])  # what is not shown

    @classmethod
    def opened(cls, home: Path, number: int, before: Snapshot | None = None) -> Snapshot:
        """Open a generation. Raises ArchiveError where any file of it is damaged.

        `before`: the one that served until now; files that both have are not checked again.
        """
        generation = open_generation(home, number, None if before is None else before.generation)
        known = before.book if before is not None and follows(generation.manifest, before.manifest) else None
        return replace(cls.of(generation, known), masks=spans_of(read_masks(folder_of(home, number))))

    @classmethod
    def of(cls, generation: Generation, known: SpeakerBook | None = None) -> Snapshot:
        """Read the speaker book. Raises ArchiveError when it is damaged.

        `known`: the book of the generation before, which only a few speakers part from this one.
        """
        try:
            book = known or SpeakerBook.from_json(generation.people, generation.lookup)
            book = book.grown(speakers_of(generation.changed))
            return cls(replace(generation, people="", lookup=("", ""), changed=""), book)  # read, and of no more use
        except ValueError as error:
            raise ArchiveError(f"the generation's speaker book is damaged ({error}); run `onrecord reindex`") from error

    @property
    def manifest(self) -> Manifest:
        """What the generation was built from."""
        return self.generation.manifest

    @property
    def speaker_numbers(self) -> dict[str, int]:
        """Canonical name -> number in the tables."""
        return self.book.numbers

    @cached_property
    def lexicon(self) -> Lexicon:
        """What the interpretation of a question may look up."""
        manifest = self.manifest
        return Lexicon(
            sources=manifest.sources,
            first=dt.date.fromisoformat(manifest.first) if manifest.first else None,
            last=dt.date.fromisoformat(manifest.last) if manifest.last else None,
            find_speaker=self.find_speaker,
            find_holders=self.find_holders,
            similar=self.book.similar,
            is_office=self.book.is_office,
            statements=self.statements_by,
            topic_words=self.generation.words.frequency_of_word,
            named=self.generation.words.named,
            count_in=self.count_in,
            in_turns=self.in_turns,
        )

    @cached_property
    def _turn_passages(self) -> NDArray[np.int64]:
        """Passages of transcripts that each speaker, by number, has."""
        spoken = self.generation.tables.passage_speaker
        return np.bincount(spoken[spoken != NONE], minlength=len(self.book.speakers))

    def in_turns(self, name: str) -> bool:
        """Whether most of a speaker's words are turns of transcripts."""
        number = self.speaker_numbers.get(name)
        return number is not None and 2 * int(self._turn_passages[number]) > self.statements_by(name)

    def find_speaker(self, words: str, on: dt.date | None) -> tuple[SpeakerMatch, ...]:
        """Candidates for a name or a role, best first."""
        found = self.book.find(words, limit=25, on=on)
        return tuple(SpeakerMatch(name=m.speaker, kind=m.kind, score=m.score) for m in found)

    def find_holders(self, words: str, on: dt.date | None) -> tuple[Holder, ...]:
        """All who hold an office, with the dates of the articles that say so; those at the day first."""
        held = self.book.holders(words, on)
        return tuple(Holder(name=name, title=role.title, first=role.first, last=role.last) for name, role in held)

    def statements_by(self, name: str) -> int:
        """How many statements a speaker has; 0 for a stranger."""
        speaker = self.book.get(name)
        return 0 if speaker is None else speaker.statements

    def count_in(self, since: dt.date | None, until: dt.date | None) -> int:
        """Dated articles in a window, both ends inclusive."""
        days = self.generation.tables.article_day
        inside = days != UNDATED
        if since is not None:
            inside &= days >= since.toordinal()
        if until is not None:
            inside &= days <= until.toordinal()
        return int(np.sum(inside))

    def filter_of(self, query: Query, only: Sequence[str] = (), after: int | None = None) -> Filter:
        """A query's filters in the generation's numbers; an unknown name lets nothing through.

        `only`: outlets that nothing may leave (`Question.sources`); the query's own narrow them.
        `after`: only articles newer than this mark (`Archive.mark`).
        """
        places = {name: i for i, name in enumerate(self.manifest.sources)}
        names = query.speakers or query.among
        nobody = query.unknown_speaker is not None and not names
        nowhere = query.unknown_source is not None and not query.sources
        speakers = frozenset(self.speaker_numbers[name] for name in names if name in self.speaker_numbers)
        sources = frozenset(places[name] for name in query.sources if name in places)
        chosen = sources if query.sources or nowhere else None
        if only:
            allowed = frozenset(places[name] for name in only if name in places)
            chosen = allowed if chosen is None else chosen & allowed
        asked = Window(since=query.since, until=query.until) if query.meant is None else query.published
        windows = ((query.said, 0), (query.meant or ALWAYS, _GRACE))
        return Filter(
            sources=chosen,
            speakers=speakers if names or nobody else None,
            since=_ordinal(asked.since),
            until=_ordinal(asked.until),
            newer=None if after is None else self.newer(after),
            said=tuple(Days(_ordinal(w.since), _ordinal(w.until), grace) for w, grace in windows if w.bounds),
        )

    def newer(self, after: int) -> tuple[int, int]:
        """Where articles after a mark begin, and their first passage; tables stand in order of article revision."""
        tables = self.generation.tables
        article = int(np.searchsorted(tables.article_row, after, side="right"))
        return article, int(np.searchsorted(tables.passage_article, article, side="left"))


def _ordinal(day: dt.date | None) -> int | None:
    return None if day is None else day.toordinal()


def understood(snapshot: Snapshot | None, question: Question, today: dt.date) -> Query:
    """See `Archive.understand`; of an empty archive nothing but the words."""
    if snapshot is None:
        return Query(topic=question.text, kind="other", asked_on=question.asked_on or today)
    return interpret(question, snapshot.lexicon, today)
