"""From candidates to hits: which passages are read and in which order, their sentences, and what is quoted of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import aiosqlite
import numpy as np
from numpy.typing import NDArray

from index.config import Config
from index.embedding.models import Models
from index.embedding.texts import passage_text
from index.model import Article, Hit, Query, Signals, Span
from index.search.clock import Clock
from index.search.copies import known_copies, with_copies
from index.search.folding import Ranked, fold
from index.search.ordering import shared_out
from index.search.present import Draft, choose, linked, places_of, present, speakers_there
from index.search.ranking import QUOTED, SHORT_TOPIC, SPARE, reordered, worth_reading
from index.search.retrieve import Candidates, with_words_first
from index.search.snapshot import Snapshot
from index.search.texts import articles_of, passage_at, statements_of_places
from index.search.theirs import HEAD, another_there
from index.storage.copies import stories_of
from index.storage.corrections import changed_on
from index.storage.lexical import WordIndex
from index.storage.tables import Filter, room_of
from index.workers import Workers


@dataclass(frozen=True)
class Passages:
    """What makes hits of the passages that were found, in the worker threads."""

    config: Config
    db: aiosqlite.Connection
    models: Models
    workers: Workers

    async def read(
        self,
        snapshot: Snapshot,
        searched: str,
        found: Candidates,
        limit: int,
        clock: Clock,
        *,
        unread: bool,
        all_of: bool,
        words_first: bool,
    ) -> tuple[list[Ranked], NDArray[np.float32]]:
        """Candidates with their texts, the first ones in the order of the reranker; `unread`: as they were found;
        `all_of`: all that may be read are, as their days decide; `words_first`: of a short topic those that hold its
        words come first."""
        reranker = None if unread else await self.models.reranker()
        most = min(self.config.search.read if reranker is not None else 0, len(found.rows))
        read = most if all_of else worth_reading(found.scores, most)
        words = snapshot.generation.words
        terms = frozenset(words.terms(searched))
        short = words_first and read > 0 and 0 < len(terms) <= SHORT_TOPIC
        found = with_words_first(found) if short else found
        ranked = await self.ranked(snapshot, found, max(read, limit + SPARE))
        clock.lap("texts")
        if not read:
            return ranked, np.zeros(0, dtype=np.float32)
        logits = await self.models.read([(searched, passage_text(r.article, r.passage)) for r in ranked[:read]])
        clock.lap("read")
        spoken = await self.workers.question(_spoken, words, terms, ranked[:read]) if short else ()
        return reordered(ranked, logits, spoken), logits

    async def ranked(self, snapshot: Snapshot, found: Candidates, count: int) -> list[Ranked]:
        """The first candidates with their texts, in the order in which they were found."""
        rows = found.rows[:count]
        tables = snapshot.generation.tables
        places = tables.passage_article[rows].tolist()
        articles = await articles_of(self.db, snapshot, places)
        return [
            Ranked(
                row=int(row),
                article_row=int(tables.article_row[place]),
                article=articles[place],
                passage=passage_at(snapshot, int(row)),
                score=float(found.scores[i]),
                signals=Signals(
                    fused=float(found.scores[i]),
                    passage=float(found.passages[i]),
                    statement=float(found.statements[i]),
                    lexical=float(found.words[i]),
                ),
            )
            for i, (row, place) in enumerate(zip(rows, places, strict=True))
        ]

    async def drafts(self, snapshot: Snapshot, wanted: Filter, ranked: Sequence[Ranked], limit: int) -> list[Draft]:
        """The distinct hits with the copies that are known of their stories, their passages split into sentences."""
        stories = await stories_of(self.db, list({hit.article_row for hit in ranked}))
        kept = await self.workers.question(fold, ranked, limit, rooms(snapshot, ranked), stories)
        copies = await known_copies(self.db, snapshot, wanted, kept, stories)
        return await self.workers.question(_drafted, snapshot, kept, copies)

    async def score_sentences(
        self, snapshot: Snapshot, searched: str, drafts: Sequence[Draft]
    ) -> list[Sequence[float]]:
        """How well each sentence answers: the reranker reads the first hits, in the rest terms are counted."""
        read = drafts[:QUOTED] if await self.models.reranker() is not None else []
        scores: list[Sequence[float]] = []
        if read:
            flat = await self.models.read([(searched, text) for draft in read for text in draft.readings()])
            ends = np.cumsum([len(draft.sentences) for draft in read])
            scores += [part.tolist() for part in np.split(flat, ends[:-1])]
        return scores + await self.workers.question(_by_terms, snapshot.generation.words, searched, drafts[len(read) :])

    async def hits(
        self,
        snapshot: Snapshot,
        wanted: Filter,
        drafts: Sequence[Draft],
        scores: Sequence[Sequence[float]],
        *,
        share: bool,
        asks: bool,
    ) -> tuple[Hit, ...]:
        """The drafts as every face shows them; `share`: each of several people is quoted where they can be; `asks`:
        what somebody asked is wanted."""
        places = await self.workers.question(places_of, snapshot, wanted, drafts)
        told = await statements_of_places(self.db, snapshot, places)
        chosen = await self.workers.question(choose, snapshot, wanted, drafts, scores, told, asks=asks)
        if share:
            chosen = await self.workers.question(shared_out, snapshot, wanted, drafts, scores, chosen, told)
        changed = await changed_on(self.db, list({one.ranked.article.id for one in chosen}))
        return linked(await self.workers.question(present, chosen, told, changed), self.config.web)

    async def of_others(
        self,
        snapshot: Snapshot,
        query: Query,
        wanted: Filter,
        drafts: Sequence[Draft],
        scores: Sequence[Sequence[float]],
        hits: Sequence[Hit],
        theirs: Sequence[Hit],
    ) -> tuple[Hit, ...]:
        """Hits in the words of whom a question names, where somebody else's in the same passages were chosen: of all
        passages where none are `theirs`, else of the first of them."""
        found: list[Hit] = []
        for draft, points in zip(drafts, scores, strict=True):
            hit = next(one for one in hits if draft.holds(one))
            if theirs and hit.text != theirs[0].text:
                continue
            told = await statements_of_places(self.db, snapshot, places_of(snapshot, Filter(), [draft]))
            there = speakers_there(snapshot, draft, told)
            head = draft.ranked.article.text[:HEAD]
            number = await self.workers.question(another_there, snapshot.book, hit, query, head, there, bool(theirs))
            if number is not None:
                one = replace(wanted, speakers=frozenset({number}))
                found += await self.hits(snapshot, one, [draft], [points], share=False, asks=False)
        return tuple(replace(hit, rank=rank) for rank, hit in enumerate(found, start=1))


def rooms(snapshot: Snapshot, ranked: Sequence[Ranked]) -> dict[int, Span]:
    """The span that each candidate may grow over."""
    return {r.row: room_of(snapshot.generation.tables, r.row, len(r.article.text)) for r in ranked}


def _drafted(snapshot: Snapshot, kept: Sequence[Ranked], copies: Mapping[int, Sequence[Article]]) -> list[Draft]:
    """The hits with their copies, their passages split into sentences."""
    return [Draft.of(snapshot, hit) for hit in with_copies(kept, copies)]


def _spoken(words: WordIndex, terms: frozenset[str], ranked: Sequence[Ranked]) -> list[bool]:
    """For each passage whether it holds all the terms."""
    return [terms <= frozenset(words.terms(passage_text(one.article, one.passage))) for one in ranked]


def _by_terms(words: WordIndex, searched: str, drafts: Sequence[Draft]) -> list[Sequence[float]]:
    """For each sentence of each draft how many of the searched terms it holds."""
    terms = frozenset(words.terms(searched))
    return [
        [float(len(terms.intersection(words.terms(draft.ranked.article.text[a:b])))) for a, b in draft.sentences]
        for draft in drafts
    ]
