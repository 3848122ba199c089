"""A canned archive: the methods of `index.Archive` with fictional people, for tests of the faces.

What is asked for decides what comes back, by a word in the question: "nothing", "unknown", "silent", "period",
"empty", "hostile", "busy", "broken", "slow", "stuck". Everything else is answered with `HITS` under the
question's filters.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from index import Status
from index.archive import Archive
from index.errors import ArchiveError, Busy, NotFound
from index.feed import FeedStatus
from index.feeds.results import Synced
from index.history import HiddenSpeaker, Removal
from index.incoming import Incoming
from index.model import (
    Answer,
    Article,
    ArticleRef,
    ArticleView,
    Changes,
    Hit,
    Inference,
    Passage,
    Problem,
    Progress,
    Query,
    Question,
    SourceSummary,
    Speaker,
    Timeline,
    TimelineEntry,
)
from index.pages import ArticlePage, StatementPage
from index.progress import CancelToken, OnProgress
from index.search.watching import Topic, Watched
from tests.support.people import (
    ARTICLES,
    CHANGES,
    HITS,
    HOSTILE,
    SOURCES,
    SPEAKERS,
    STATUS,
    entry_of,
    hostile_hit,
    passes,
)


def _bytes_of(path: Path | Incoming) -> bytes:
    content = path.content if isinstance(path, Incoming) else path
    return content if isinstance(content, bytes) else content.read_bytes()


class FakeArchive(Archive):
    """Canned answers. `gate`, while cleared, holds a reindex before its last step.

    Signatures are those of `Archive`; filters that a method here does not name come as `filters`.
    """

    def __init__(self, *, gate_open: bool = True) -> None:
        self.asked: list[Question] = []
        self.gate = asyncio.Event()
        if gate_open:
            self.gate.set()
        self.closed = False
        self.marked = 10
        self.news: list[tuple[int, Hit]] = []
        self.asked_new: list[tuple[Question, int]] = []
        self.ingested: dict[str, bytes] = {}
        self.ingested_source: str | None = None
        self.reindexes = 0
        self.syncs: list[bool] = []
        self.number = 3
        self.completed: list[str] = []
        self.stirring: list[int] = []
        self.taken: list[tuple[str, str | None]] = []
        self.hidden: list[HiddenSpeaker] = []
        self.texts = ARTICLES | {"h1": Article(id="h1", text=HOSTILE)}

    async def close(self) -> None:
        self.closed = True

    async def ask(self, question: Question | str, *, face: str = "") -> Answer:
        question = Question(text=question) if isinstance(question, str) else question
        self.asked.append(question)
        words = question.text.lower()
        if "busy" in words:
            raise Busy("many questions are waiting", 7)
        if "broken" in words:
            raise ArchiveError("/secret/place/onrecord.sqlite3: is damaged")
        if "crash" in words:
            raise RuntimeError("an inner detail that nobody should read")
        if "stuck" in words:
            await asyncio.Event().wait()
        if "slow" in words:
            await asyncio.sleep(0.1)
        if "hostile" in words:
            return self._answer(question, tuple(hostile_hit(rank) for rank in range(1, 6)))
        return self._decline(question, words) or self._answer(question, self._filtered(question))

    def _filtered(self, question: Question) -> tuple[Hit, ...]:
        chosen = [found for found in HITS if passes(found, question)]
        return tuple(replace(found, rank=rank) for rank, found in enumerate(chosen[: question.limit or 10], start=1))

    def _query(self, question: Question) -> Query:
        inferred = question.infer and question.speaker is None and "velden" in question.text.lower()
        speakers = (question.speaker,) if question.speaker else ("Mara Velden",) if inferred else ()
        return Query(
            topic="the ferry",
            kind="said",
            asked_on=question.asked_on or dt.date(2026, 1, 1),
            speakers=speakers,
            sources=(question.source,) if question.source else (),
            since=question.since,
            until=question.until,
            inferences=(Inference(field="speaker", words="Velden", value="Mara Velden"),) if inferred else (),
        )

    def _answer(self, question: Question, hits: tuple[Hit, ...]) -> Answer:
        return Answer(
            question=question,
            query=self._query(question),
            answered=bool(hits),
            confidence=0.9 if hits else 0.1,
            hits=hits,
            reason=None if hits else "nothing_in_period",
            undated_left_out=2 if question.since or question.until else 0,
            timings_ms={"interpret": 0.4, "embed": 6.1, "retrieve": 1.2, "read": 4.1, "quote": 0.2, "total": 12.0},
        )

    def _decline(self, question: Question, words: str) -> Answer | None:
        nearest = tuple(replace(found, rank=rank) for rank, found in enumerate(HITS[:4], start=1))
        base = replace(self._answer(question, nearest), answered=False, confidence=0.05)
        if "nothing" in words:
            return replace(base, reason="nothing_on_topic")
        if "unknown" in words:
            query = replace(base.query, unknown_speaker="Otto Nobody")
            return replace(base, reason="unknown_speaker", query=query, others=("Mara Velden", "Tomas Rehak"))
        if "silent" in words:
            query = replace(base.query, speakers=("Ines Oduya",))
            return replace(base, reason="speaker_silent", query=query, others=("Mara Velden", "Tomas Rehak"))
        if "period" in words:
            query = replace(base.query, since=dt.date(2021, 4, 1), until=dt.date(2021, 4, 30))
            return replace(
                base, reason="nothing_in_period", query=query, nearest=ArticleRef.of(ARTICLES["a2"]), hits=()
            )
        return replace(base, reason="empty_archive", hits=()) if "empty" in words else None

    async def reindex(
        self, *, on_progress: OnProgress | None = None, cancel: CancelToken | None = None, **_: Any
    ) -> Changes:
        self.reindexes += 1
        for stage, done in (("read", 5), ("attribute", 9), ("embed", 18), ("index", 1)):
            if on_progress:
                on_progress(Progress(stage=stage, done=done, total=18))  # type: ignore[arg-type]
            await asyncio.sleep(0)
            while not self.gate.is_set() and stage == "embed":
                await asyncio.sleep(0.01)
                if cancel:
                    cancel.check()
            if cancel:
                cancel.check()
        return CHANGES

    async def ingest(self, paths: Sequence[Path | Incoming], *, source: str | None = None, **_: Any) -> Changes:
        self.ingested = {path.name: _bytes_of(path) for path in paths}
        self.ingested_source = source
        problem = Problem(path=getattr(paths[0], "name", ""), line=2, message="is <@1> no JSON; mend the line")
        return replace(CHANGES, problems=(problem,))

    async def feeds(self) -> tuple[FeedStatus, ...]:
        return ()

    async def sync(self, *, due: bool = False, **_: Any) -> Synced:
        self.syncs.append(due)
        return Synced(feeds=(), files=0, changes=replace(CHANGES, articles_added=len(self.syncs) % 2))

    async def understand(self, question: Question) -> Query:
        return self._query(question)

    async def titles(self, words: str, limit: int = 25, sources: tuple[str, ...] = ()) -> tuple[ArticleRef, ...]:
        self.completed.append(words)
        wanted = words.lower().split()
        found = [
            article
            for article in ARTICLES.values()
            if (not sources or article.source in sources)
            and all(any(had.startswith(word) for had in (article.title or "").lower().split()) for word in wanted)
        ]
        return tuple(ArticleRef.of(article) for article in found[:limit])

    async def articles(
        self, *, source: str | None = None, offset: int = 0, limit: int = 50, sources: tuple[str, ...] = (), **_: Any
    ) -> ArticlePage:
        found = [
            article
            for article in ARTICLES.values()
            if (not sources or article.source in sources) and source in (None, article.source)
        ][::-1]
        return ArticlePage(
            total=len(found), articles=tuple(ArticleRef.of(article) for article in found[offset : offset + limit])
        )

    async def remove(self, ids: Sequence[str], *, reason: str | None = None, purge: bool = False) -> Changes:
        for name in ids:
            if self.texts.pop(name, None) is None:
                raise NotFound(f"no article has the id {name}")
        self.taken += [(name, reason) for name in ids]
        return replace(CHANGES, articles_removed=len(ids))

    async def remove_source(self, source: str, *, reason: str | None = None, purge: bool = False) -> Changes:
        return await self.remove([one.id for one in ARTICLES.values() if one.source == source], reason=reason)

    async def restore(self, ids: Sequence[str]) -> Changes:
        self.texts |= {name: ARTICLES[name] for name in ids}
        self.taken = [one for one in self.taken if one[0] not in ids]
        return CHANGES

    async def removed(self) -> tuple[Removal, ...]:
        at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
        return tuple(
            Removal(article_id=name, title=ARTICLES[name].title, reason=reason, at=at, can_undo=True)
            for name, reason in self.taken
        )

    async def remove_speaker(self, name: str, *, reason: str | None = None, purge: bool = False) -> Changes:
        if name not in SPEAKERS:
            raise NotFound(f"nobody in the archive is called {name!r}")
        self.hidden.append(HiddenSpeaker(name=name, reason=reason, at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)))
        return CHANGES

    async def restore_speaker(self, name: str) -> Changes:
        self.hidden = [one for one in self.hidden if one.name != name]
        return CHANGES

    async def removed_speakers(self) -> tuple[HiddenSpeaker, ...]:
        return tuple(self.hidden)

    def generation(self) -> int:
        return self.number

    async def mark(self) -> int:
        return self.marked

    async def model(self) -> str:
        return "fake"

    async def topic(self, question: Question) -> Topic:
        return Topic(text=question.text, vector=np.zeros(3, dtype=np.float32), model="fake")

    async def stirred(self, watched: Sequence[Watched]) -> tuple[bool, ...]:
        self.stirring.append(len(watched))
        return tuple(any(mark > one.after for mark, _ in self.news) for one in watched)

    async def ask_new(self, question: Question | str, after: int) -> Answer:
        """What `news` holds beyond the mark; it is the test that decides what answers."""
        question = Question(text=question) if isinstance(question, str) else question
        self.asked_new.append((question, after))
        if "broken" in question.text:
            raise ArchiveError("/secret/place/onrecord.sqlite3: is damaged")
        only = question.sources
        fresh = [hit for mark, hit in self.news if mark > after and (not only or hit.article.source in only)]
        return self._answer(question, tuple(replace(found, rank=rank) for rank, found in enumerate(fresh, start=1)))

    async def said(self, *, after: int | None = None, limit: int = 300, **filters: Any) -> tuple[TimelineEntry, ...]:
        chosen = HITS if after is None else [found for mark, found in self.news if mark > after]
        wanted = Question(text="", **filters)
        return tuple(entry_of(found) for found in chosen if passes(found, wanted))[:limit]

    async def statements(self, *, offset: int = 0, limit: int = 50, **filters: Any) -> StatementPage:
        chosen = [found for found in HITS if passes(found, Question(text="", **filters))]
        some = chosen[offset : offset + limit]
        return StatementPage(total=len(chosen), entries=tuple(entry_of(found) for found in some))

    def bring(self, *hits: Hit) -> None:
        """New articles: the mark moves, and watches find these hits."""
        self.marked += 1
        self.news += [(self.marked, found) for found in hits]

    async def status(self) -> Status:
        return replace(STATUS, asked=len(self.asked))

    async def sources(self, search: str = "", limit: int = 25) -> tuple[SourceSummary, ...]:
        found = [name for name in SOURCES if search.lower() in name.lower()]
        return tuple(
            SourceSummary(name=name, articles=6, first=dt.date(2022, 4, 1), last=dt.date(2022, 4, 18))
            for name in found[:limit]
        )

    async def speakers(self, search: str = "", limit: int = 25, sources: tuple[str, ...] = ()) -> tuple[Speaker, ...]:
        there = {found.speaker for found in HITS if not sources or found.article.source in sources}
        found = [name for name in SPEAKERS if search.lower() in name.lower() and name in there]
        return tuple(Speaker(name=name, statements=4, first=dt.date(2022, 4, 1)) for name in found[:limit])

    async def timeline(self, speaker: str, topic: str = "", *, sources: tuple[str, ...] = (), **_: Any) -> Timeline:
        if speaker not in SPEAKERS:
            raise NotFound(f"nobody called {speaker} speaks in the archive")
        entries = tuple(
            entry_of(found)
            for found in HITS
            if found.speaker == speaker and found.article.date and (not sources or found.article.source in sources)
        )
        return Timeline(
            speaker=speaker,
            topic=topic,
            entries=entries,
            counts=(("2022-03", 1), ("2022-04", len(entries)), ("2022-05", 0), ("2022-06", 2)),
            undated=1,
        )

    async def article(self, article_id: str) -> ArticleView:
        if article_id not in self.texts:
            raise NotFound(f"no article has the id {article_id}")
        found = self.texts[article_id]
        return ArticleView(article=found, statements=(), passages=(Passage(start=0, end=len(found.text)),))
