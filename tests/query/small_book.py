"""A lexicon over a real book of speakers, for tests of how a question's words find people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from index.model import Holder, Query, Question
from index.query.interpret import Lexicon, interpret
from index.query.people import SpeakerMatch
from index.speakers.book import SpeakerRecord, build_book

ASKED = dt.date(2022, 6, 15)
_FIRST, _LAST = dt.date(2020, 1, 1), dt.date(2022, 12, 31)


def said(
    name: str, *roles: str, day: dt.date = dt.date(2022, 4, 5), times: int = 2, article: str = "", mention: str = ""
) -> SpeakerRecord:
    """What one article has of a speaker."""
    mentions = (mention,) if mention else ()
    return SpeakerRecord(name, article or f"{name}-{day}", day, roles, times, True, mentions)


def lexicon_of(records: Iterable[SpeakerRecord], words: Mapping[str, int] | None = None) -> Lexicon:
    """An archive of these speakers whose texts hold `words` (how many articles each)."""
    book = build_book(records)
    known = words or {}

    def find(asked: str, on: dt.date | None) -> tuple[SpeakerMatch, ...]:
        return tuple(SpeakerMatch(m.speaker, m.kind, m.score) for m in book.find(asked, on=on))

    def statements(name: str) -> int:
        speaker = book.get(name)
        return speaker.statements if speaker else 0

    def holders(asked: str, on: dt.date | None) -> tuple[Holder, ...]:
        held = book.holders(asked, on)
        return tuple(Holder(name=name, title=role.title, first=role.first, last=role.last) for name, role in held)

    return Lexicon(
        sources=("Harbour Times", "Northern Post"),
        first=_FIRST,
        last=_LAST,
        find_speaker=find,
        find_holders=holders,
        similar=book.similar,
        is_office=book.is_office,
        statements=statements,
        topic_words=lambda word: known.get(word, 0),
    )


def ask(text: str, lexicon: Lexicon) -> Query:
    """The question, read on `ASKED`."""
    return interpret(Question(text=text), lexicon, ASKED)
