"""The question's path from words to an Answer. Nothing here blocks the event loop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import aiosqlite
import numpy as np
from numpy.typing import NDArray

from index.config import Config
from index.embedding.models import Models
from index.errors import NotFound
from index.model import Answer, ArticleRef, Hit, Query, Question, Span
from index.query.interpret import interpret, told_by_anyone
from index.query.kind import asks_for_questions, asks_who_asked
from index.query.outlets import no_such_outlet
from index.search.abstain import Evidence, Instead, QuotationEvidence, answers, confidence_of, instead
from index.search.asked import as_asked
from index.search.clock import Clock
from index.search.dated import names_day
from index.search.exact import exact_first, favoured, spans_of, with_all_words
from index.search.folding import Ranked
from index.search.named import tells_time, without_name
from index.search.ordering import by_day, is_listing, listed, ordered, shown
from index.search.passages import Passages, rooms
from index.search.present import Draft
from index.search.ranking import Weights
from index.search.retrieve import Candidates, retrieve
from index.search.snapshot import Snapshot
from index.search.spelt import load_english, spelt
from index.search.texts import articles_of, own_words
from index.search.theirs import theirs_alone, theirs_first
from index.search.unwritten import unwritten_name
from index.storage.tables import Filter
from index.workers import Lazy, Workers

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_LONG = 60.0  # seconds without a question after which the English words are put away


@dataclass(frozen=True)
class Engine:
    """What a question needs besides the snapshot that it is asked of."""

    config: Config
    db: aiosqlite.Connection
    models: Models
    workers: Workers
    weights: Weights = field(default_factory=Weights)
    english: Lazy[SpellChecker] = field(default_factory=lambda: Lazy(load_english))

    @cached_property
    def passages(self) -> Passages:
        """From candidates to hits."""
        return Passages(self.config, self.db, self.models, self.workers)

    def __post_init__(self) -> None:
        self.workers.when_quiet(self.english.forget, _LONG)

    async def answer(
        self, snapshot: Snapshot | None, question: Question, today: dt.date, after: int | None = None
    ) -> Answer:
        """Answer one question from one generation; None: nothing was indexed yet.

        `after`: only from articles newer than this mark. What somebody did and does not tell, others may; so may
        whoever holds an office, and is on record without it. A time of which no article is may be spoken of in one.
        """
        answer = await self._of_time(snapshot, question, today, after, anyone=False)
        if answer.answered or not (answer.query.acts or answer.query.among):
            return answer
        others = await self._of_time(snapshot, question, today, after, anyone=True)
        silent = answer.query.among and others.hits and others.hits[0].speaker in answer.query.speakers
        return others if others.answered and not silent else answer

    async def _of_time(
        self, snapshot: Snapshot | None, question: Question, today: dt.date, after: int | None, *, anyone: bool
    ) -> Answer:
        """The answer of the time that is asked for, else of an article that speaks of that time."""
        answer = await self._answer(snapshot, question, today, after, anyone=anyone)
        times = [one.words for one in answer.query.inferences if one.field == "time"]
        if answer.answered or not times or not (answer.query.topic or names_day(times)):
            return answer  # "what did Vorn say in 2022": the time is all
        told = await self._answer(snapshot, question, today, after, anyone=anyone, times=times)
        return told if told.answered else answer

    async def _answer(
        self,
        snapshot: Snapshot | None,
        question: Question,
        today: dt.date,
        after: int | None,
        *,
        anyone: bool,
        times: Sequence[str] = (),
    ) -> Answer:
        """`anyone`: see `understood`. `times`: the words of a time that are no filter, and must stand in what answers:
        in the passage, or above an article without a date."""
        clock = Clock()
        if snapshot is None or snapshot.manifest.passages == 0:
            return _empty(question, today, clock)
        limit = question.limit or self.config.search.limit
        query, wanted, undated = await self.workers.question(
            understood, snapshot, question, today, after, anyone=anyone, timeless=bool(times)
        )
        query = await self._spelt(snapshot, await self._without_strangers(snapshot, query))
        searched = searched_text(question, query)
        clock.lap("interpret")
        vector = await self.models.embed(searched)
        clock.lap("embed")
        listing = is_listing(query)
        candidates = await self._candidates(snapshot, query, searched, wanted, vector)
        clock.lap("retrieve")
        ranked, logits = await self.passages.read(
            snapshot,
            searched,
            candidates,
            limit,
            clock,
            unread=listing,
            all_of=by_day(query),
            words_first=not query.phrases,
        )
        evidence = await self._evidence(snapshot, query, searched, candidates, ranked, logits)
        known = evidence is not None and query.unknown_speaker is None
        confidence = confidence_of(evidence) if known and evidence is not None else 0.0
        least = self.threshold(question)
        follows = query.order is not None and not query.phrases and (listing or answers(confidence, least))
        if query.phrases:
            ranked = await self.workers.question(exact_first, ranked, query.phrases)
        elif follows and by_day(query) and not listing:
            ranked = await self.workers.question(ordered, snapshot, ranked, query, wanted, least)
        wide = limit if by_day(query) and not query.counts else max(limit, self.config.search.read)
        whole = follows or query.named  # all that are read, until it is known which of them count
        drafts = await self.passages.drafts(snapshot, wanted, ranked, wide if whole else limit)
        clock.lap("fold")
        scores = await self.passages.score_sentences(snapshot, searched, drafts)
        held = [spans_of(draft.ranked, query.phrases) for draft in drafts]
        scores = [favoured(d.sentences, points, at) for d, points, at in zip(drafts, scores, held, strict=True)]
        share = follows and query.order == "speakers" and len(query.speakers) > 1
        asks = asks_for_questions(question.text)
        hits = await self.passages.hits(snapshot, wanted, drafts, scores, share=share, asks=asks)
        clock.lap("quote")
        if query.named:
            query, hits, evidence = await self._named(snapshot, query, wanted, drafts, scores, hits, evidence)
            hits = hits if follows else hits[:limit]
            known = evidence is not None
            confidence = confidence_of(evidence) if evidence is not None else 0.0
        counted = None
        if follows:
            hits, counted = shown(hits, query, least, limit)
            confidence = confidence if counted or not query.against else 0.0  # nobody else speaks of them
        if times and hits and not tells_time(times, hits[0], drafts):
            hits = ()
        if known and evidence is not None and hits and not follows:
            topic = (query.about if query.named else None) or searched
            evidence = await self._quoted(snapshot, topic, query, hits[0], drafts, evidence)
            confidence = confidence_of(evidence)
        if asks_who_asked(question.text):
            hits = await self.workers.question(as_asked, snapshot, hits, drafts)
        listing = listing and query.unknown_speaker is None
        sure = bool(query.holders) or listing or (known and any(held))
        confidence = 1.0 if listing and hits else confidence  # all there is: nothing is judged
        answer = Answer(
            question=question,
            query=query,
            answered=bool(hits) and (sure or answers(confidence, least)),
            confidence=round(confidence, 4),
            hits=hits,
            undated_left_out=undated,
            counted=counted if query.counts else None,
            evidence=evidence.as_dict() if evidence is not None else {},
        )
        if not answer.answered:
            around = await self.workers.question(instead, snapshot, query, wanted, vector, searched, self.weights)
            answer = await self._declined(snapshot, answer, around)
            clock.lap("decline")
        return replace(answer, timings_ms=clock.total())

    async def _evidence(
        self,
        snapshot: Snapshot,
        query: Query,
        searched: str,
        candidates: Candidates,
        ranked: Sequence[Ranked],
        logits: NDArray[np.float32],
    ) -> Evidence | None:
        """What tells whether the first passages answer; None where nothing was found."""
        first = ranked[0] if ranked else None
        words = snapshot.generation.words
        return await self.workers.question(Evidence.of, candidates, logits, words, searched, query.topic, first)

    async def _quoted(
        self, snapshot: Snapshot, topic: str, query: Query, first: Hit, drafts: Sequence[Draft], evidence: Evidence
    ) -> Evidence:
        """The evidence with that of the first hit's quotation, and of what else of it whoever is asked for says."""
        if evidence.logit is None:
            return evidence
        logit = float((await self.models.read([(topic, first.quote or first.text)]))[0])
        own = None
        if first.speaker in query.speakers and not query.named:
            ranked = next(draft.ranked for draft in drafts if draft.holds(first))
            place = int(snapshot.generation.tables.passage_article[ranked.row])
            span = (first.start, first.end)
            own = await own_words(self.db, snapshot, place, span, query.speakers, ranked.article.text)
            own = None if own is None else f"{first.context or ''}\n{own}\n{first.quote or ''}"
        shown = f"{first.context or ''}\n{first.text}"
        words, passages = snapshot.generation.words, snapshot.manifest.passages
        quotation = await self.workers.question(QuotationEvidence.of, words, passages, topic, shown, logit, own)
        return replace(evidence, quotation=quotation)

    async def _named(
        self,
        snapshot: Snapshot,
        query: Query,
        wanted: Filter,
        drafts: Sequence[Draft],
        scores: Sequence[Sequence[float]],
        hits: tuple[Hit, ...],
        evidence: Evidence | None,
    ) -> tuple[Query, tuple[Hit, ...], Evidence | None]:
        """The hits of whoever is named by words that several may go by ("the mayor of Karst"), first, with the query
        as it then reads and the evidence of the first of them; no evidence where nobody of that name spoke."""
        texts = {draft.ranked.article.id: draft.ranked.article.text for draft in drafts}
        hits, theirs = await self.workers.question(theirs_first, snapshot.book, hits, query, texts)
        if not theirs or query.placed:
            others = await self.passages.of_others(snapshot, query, wanted, drafts, scores, hits, theirs)
            theirs = (*others, *(hit for hit in theirs if not any(hit.text == one.text for one in others)))
            hits = (*theirs, *(hit for hit in hits if not any(hit.text == one.text for one in theirs)))
        hits = theirs if theirs and query.among else hits
        anyone = query.loosely and not theirs and not query.among
        if not anyone:
            evidence = evidence.of_hit(hits[0]) if theirs and evidence is not None else None
        hits, evidence = await without_name(self.models, query, evidence, hits, len(theirs), drafts)
        unknown = None if anyone else query.called
        query = theirs_alone(query, theirs) if theirs else replace(query, unknown_speaker=unknown)
        return query, hits, evidence

    async def _without_strangers(self, snapshot: Snapshot, query: Query) -> Query:
        """The query with a name that no text has as the unknown speaker: nobody else's words answer it."""
        is_word, words = (await self.models.encoder()).has_word, snapshot.generation.words
        name = await self.workers.question(unwritten_name, query, words, snapshot.lexicon, is_word, self.english)
        return query if name is None else replace(query, unknown_speaker=name)

    async def _spelt(self, snapshot: Snapshot, query: Query) -> Query:
        """The query with slips in its topic put right; what is asked for in quotation marks stays as it is."""
        if query.phrases or not query.topic or query.unknown_speaker is not None or "language" in query.notes:
            return query
        return replace(query, topic=await self.spelt(snapshot, query.topic))

    async def spelt(self, snapshot: Snapshot, topic: str) -> str:
        """A topic with its slips of the keyboard put right (see `index.search.spelt`)."""
        is_word = (await self.models.encoder()).has_word
        return await self.workers.question(spelt, topic, snapshot.generation.words, is_word, self.english)

    async def _candidates(
        self, snapshot: Snapshot, query: Query, searched: str, wanted: Filter, vector: NDArray[np.float32]
    ) -> Candidates:
        """The candidates: all of a day where no topic is asked for, else the nearest; those with a phrase first."""
        if is_listing(query):
            found = await self.workers.question(listed, snapshot.generation, wanted, query.order, vector)
        else:
            found = await self.workers.question(retrieve, snapshot.generation, vector, searched, wanted, self.weights)
        if not query.phrases:
            return found
        return await self.workers.question(with_all_words, snapshot.generation, found, query.phrases, wanted, vector)

    def threshold(self, question: Question) -> float | None:
        """The question's own, else the configured one; None: the calibrated one."""
        return self.config.search.threshold if question.threshold is None else question.threshold

    async def _declined(self, snapshot: Snapshot, answer: Answer, around: Instead) -> Answer:
        """The answer with the reason for its no."""
        nearest = None
        if around.article is not None:
            nearest = ArticleRef.of((await articles_of(self.db, snapshot, [around.article]))[around.article])
        return replace(answer, reason=around.reason, others=around.others, nearest=nearest)

    async def candidates(
        self, snapshot: Snapshot, question: Question, today: dt.date, depth: int
    ) -> tuple[str, list[Ranked], dict[int, Span]]:
        """What is searched for a question, the first `depth` passages before the reranker reads them, and the
        span that each (by its row) may grow over."""
        query, wanted, _ = await self.workers.question(understood, snapshot, question, today)
        searched = searched_text(question, query)
        vector = await self.models.embed(searched)
        found = await self.workers.question(retrieve, snapshot.generation, vector, searched, wanted, self.weights)
        ranked = await self.passages.ranked(snapshot, found, depth)
        return searched, ranked, rooms(snapshot, ranked)


def understood(
    snapshot: Snapshot,
    question: Question,
    today: dt.date,
    after: int | None = None,
    *,
    anyone: bool = False,
    timeless: bool = False,
) -> tuple[Query, Filter, int]:
    """What was read from a question's words, the filters that follow, and how many undated articles they leave out.

    `anyone`: whoever tells what was done, and not only who did it. `timeless`: a time is part of what is asked.
    """
    query = interpret(question, snapshot.lexicon, today, timeless=timeless)
    query = told_by_anyone(query) if anyone else query
    if question.source and query.unknown_source is not None:
        raise NotFound(no_such_outlet(query.unknown_source, snapshot.manifest.sources))
    wanted = snapshot.filter_of(query, question.sources, after)
    return query, wanted, snapshot.generation.tables.undated_left_out(wanted)


def searched_text(question: Question, query: Query) -> str:
    """What is searched: the topic, or all words where nothing else is left."""
    return query.topic or question.text


def _empty(question: Question, today: dt.date, clock: Clock) -> Answer:
    query = Query(topic=question.text, kind="other", asked_on=question.asked_on or today)
    return Answer(
        question=question,
        query=query,
        answered=False,
        confidence=0.0,
        hits=(),
        reason="empty_archive",
        timings_ms=clock.total(),
    )
