"""The archive: one directory that holds everything, and the object that every face opens."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

import aiosqlite

from index.config import Config
from index.correcting import Correcting
from index.embedding.models import Models
from index.errors import ArchiveError, NotFound, Wordless
from index.feeds.following import Syncing
from index.incoming import Incoming
from index.memory import Shared
from index.model import (
    Answer,
    Article,
    ArticleRef,
    ArticleView,
    Changes,
    Problem,
    Query,
    Question,
    SourceSummary,
    Span,
    Speaker,
    Statement,
    Timeline,
    TimelineEntry,
)
from index.opening import Opening
from index.overview import Status, known_sources, known_speakers, status_of
from index.pages import ArticlePage, Profile, StatementPage, StatementView
from index.progress import CancelToken, OnProgress
from index.query.refuse import why_refused
from index.search.engine import Engine
from index.search.folding import Ranked
from index.search.ranking import Weights
from index.search.recent import answer_new, own_day
from index.search.snapshot import Snapshot, understood
from index.search.statements import (
    article_page,
    article_view,
    every_article_of,
    profile_of,
    statement_page,
    statement_view,
    titled,
)
from index.search.timeline import said_of, timeline_of
from index.standing import Standing
from index.storage import generations
from index.storage.database import DATABASE, check_home, open_database
from index.storage.links import fill_keys
from index.storage.schema import MIGRATIONS
from index.storage.vectors import backend_of
from index.workers import Workers

if TYPE_CHECKING:
    from index.indexing.run import Indexer


class Archive(Correcting, Syncing, Standing):
    """Open with `Archive.open`; close it, or use it as an asynchronous context manager."""

    def __init__(self, config: Config, db: aiosqlite.Connection, weights: Weights) -> None:
        self.config = config
        self._db = db
        self._workers = Workers(config.search.queue)
        self._models = Models(config, self._workers)
        self._answers: Shared[tuple[object, ...], Answer] = Shared(config.search.remember)
        self._engine = Engine(config, db, self._models, self._workers, weights)
        self._indexer: Indexer | None = None
        self._snapshot: Snapshot | None = None
        self._opening = asyncio.Lock()
        self._times: list[float] = []
        self._asked = 0

    @classmethod
    def open(
        cls, config: Config, *, warm: bool = False, weights: Weights | None = None, create: bool = True
    ) -> Opening[Archive]:
        """Open the archive of `config.home`, making it if it is new and may be; `warm` loads the models at once.

        `async with Archive.open(config) as archive` closes it at the end; `await Archive.open(config)` leaves that to
        the caller. `weights` are the ranking's, for measurements; None: the tuned ones.

        Raises ArchiveError when the folder or its files cannot be used, ModelError when a model is missing.
        """
        return Opening(cls._open_now(config, warm, weights, create))

    @classmethod
    async def _open_now(cls, config: Config, warm: bool, weights: Weights | None, create: bool) -> Archive:
        backend_of(config.vectors.engine)
        check_home(config.home, DATABASE, create=create)
        archive = cls(config, await open_database(config.home / DATABASE, MIGRATIONS), weights or Weights())
        try:
            await fill_keys(archive._db)
            if warm:
                # Side by side: the models load in C++ while Python reads the generation.
                await asyncio.gather(archive._models.load(), archive._current())
        except BaseException:
            await archive.close()
            raise
        return archive

    async def close(self) -> None:
        """Finish what runs and close the files."""
        await self._answers.close()
        await asyncio.to_thread(self._workers.close)
        await self._db.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def ingest(
        self,
        paths: Sequence[Path | Incoming],
        *,
        source: str | None = None,
        mapping: Mapping[str, str] | None = None,
        on_progress: OnProgress | None = None,
        cancel: CancelToken | None = None,
    ) -> Changes:
        """Read files, folders and documents, store their articles and index what is new.

        `source` is the outlet of these articles, whatever they say themselves. `mapping` names the key of each field
        in files of rows ({"title": "headline"}); it is remembered for the source. Problems are in the result; all else
        is loaded. Raises Busy while another process writes, Cancelled on request, Unconfirmed for a replaced store.
        """
        self._models.begin()
        return await self.writer().ingest(paths, source=source, mapping=mapping, on_progress=on_progress, cancel=cancel)

    async def preview(
        self, paths: Sequence[Path], *, source: str | None = None, mapping: Mapping[str, str] | None = None
    ) -> Iterator[Article | Problem]:
        """What `ingest` would make of files and folders, read as the iterator goes on."""
        return await self.writer().preview(paths, source, mapping or {})

    async def reindex(
        self,
        *,
        full: bool = False,
        on_progress: OnProgress | None = None,
        cancel: CancelToken | None = None,
        yes: bool = False,
    ) -> Changes:
        """Read the configured folders again and rebuild what is derived; unchanged text is not embedded again.

        `full` analyses every article again. Raises Busy, Cancelled, Unconfirmed where a tenth would go without a `yes`.
        """
        return await self.writer().reindex(full=full, on_progress=on_progress, cancel=cancel, yes=yes)

    async def ask(self, question: Question | str, *, face: str = "") -> Answer:
        """Answer a question from the generation that serves now. Raises Busy when too many of that face wait,
        InputError for a question that says nothing, NotFound for an outlet (`question.source`) unknown here.

        `face`: who asks, where several share an archive ("web"); they are served in turn. A generation never changes:
        what was asked of it before is answered from memory (`search.remember`).
        """
        asked = Question(text=question) if isinstance(question, str) else question
        start = time.perf_counter()
        try:
            return await self._answer(asked, None, face)
        finally:
            self._asked += 1
            self._times = [*self._times[-999:], (time.perf_counter() - start) * 1000]

    async def understand(self, question: Question) -> Query:
        """What is read from a question's words, without a search."""
        return await asyncio.to_thread(understood, await self._serving(), question, own_day())

    async def candidates(self, question: Question, depth: int = 40) -> tuple[str, Sequence[Ranked], Mapping[int, Span]]:
        """What is searched for a question, the first `depth` passages in the order before the reranker, and the
        span that each (by its row) may be shown with.

        For measurements and training; an empty archive gives none.
        """
        snapshot = await self._current()
        if snapshot is None:
            return question.text, (), {}
        return await self._engine.candidates(snapshot, question, own_day(), depth)

    def expected_wait(self) -> float:
        """Seconds until a question that came now would be answered; an estimate from those that wait before it."""
        return self._workers.expected_wait

    async def mark(self) -> int:
        """A number that stands for what the archive holds now; `ask_new` finds what came after it."""
        snapshot = await self._current()
        return 0 if snapshot is None else snapshot.manifest.last_row

    async def ask_new(self, question: Question | str, after: int) -> Answer:
        """Ask only the articles that came after `mark()` gave `after`; every hit is above the threshold by itself.

        Words that an earlier revision of the same article held already are not new. Raises Busy.
        """
        return await self._answer(Question(text=question) if isinstance(question, str) else question, after, "news")

    async def said(
        self,
        *,
        speaker: str | None = None,
        source: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        after: int | None = None,
        limit: int = 300,
        sources: tuple[str, ...] = (),
    ) -> tuple[TimelineEntry, ...]:
        """The latest statements of named speakers under the filters, the same words in several outlets once.

        `after`: only of articles that came after `mark()` gave it; `sources`: only of these outlets, by exact name.
        An unknown speaker or outlet said nothing.
        """
        snapshot = await self._current()
        question = Question(
            text="", speaker=speaker, source=source, since=since, until=until, limit=limit, sources=sources
        )
        return await said_of(self._engine, snapshot, question, after, own_day())

    async def sources(self, search: str = "", limit: int = 25) -> tuple[SourceSummary, ...]:
        """Outlets whose name holds `search`, by number of articles."""
        return await self._workers.look(known_sources, await self._serving(), search, limit)

    async def speakers(self, search: str = "", limit: int = 25, sources: tuple[str, ...] = ()) -> tuple[Speaker, ...]:
        """Speakers that `search` names (in full, by surname, role or alias, misspelt), else the most quoted.

        `sources`: only who speaks in these outlets, by exact name, with what they said there.
        """
        return await self._workers.look(known_speakers, await self._serving(), search, limit, sources)

    async def timeline(
        self,
        speaker: str,
        topic: str = "",
        *,
        source: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        said_since: dt.date | None = None,
        said_until: dt.date | None = None,
        limit: int = 100,
        sources: tuple[str, ...] = (),
    ) -> Timeline:
        """A speaker's statements on a topic by the day of saying. Raises NotFound for a speaker or outlet unknown here.

        `sources`: only of these outlets, by exact name.
        """
        question = Question(text=topic, speaker=speaker, source=source, since=since, until=until, limit=limit)
        said = replace(question, said_since=said_since, said_until=said_until, sources=sources)
        return await timeline_of(self._engine, await self._current(), said, own_day())

    async def article(self, article_id: str, *, canonical: bool = False) -> ArticleView:
        """A whole article with its statements. Raises NotFound.

        `canonical`: speakers under their names across the archive, not as this article calls them.
        """
        snapshot = await self._serving()
        view = await article_view(self._db, snapshot, article_id, canonical=canonical)
        if view is None:
            raise NotFound(f"no article has the id {article_id!r}; ids stand in the answers of `ask --json`")
        return view

    async def articles(
        self,
        *,
        source: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        offset: int = 0,
        limit: int = 50,
        sources: tuple[str, ...] = (),
    ) -> ArticlePage:
        """Articles under the filters, newest first, and how many fall in each month."""
        question = Question(text="", source=source, since=since, until=until, sources=sources)
        return await article_page(self._db, await self._current(), question, offset, limit, own_day())

    async def titles(self, words: str, limit: int = 25, sources: tuple[str, ...] = ()) -> tuple[ArticleRef, ...]:
        """Articles of these outlets, or of all, in whose title every word begins a word: no search, for completing."""
        return await titled(self._db, await self._serving(), words, limit, sources)

    async def statement(self, statement_id: str) -> StatementView:
        """The statement of a lasting id. Raises Gone where its article was changed or removed, NotFound."""
        return await statement_view(self._db, await self._current(), statement_id)

    async def statements(
        self,
        *,
        speaker: str | None = None,
        source: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        offset: int = 0,
        limit: int = 50,
        sources: tuple[str, ...] = (),
    ) -> StatementPage:
        """Statements of named speakers under the filters, newest first, each by itself."""
        question = Question(text="", speaker=speaker, source=source, since=since, until=until, sources=sources)
        return await statement_page(self._engine, await self._current(), question, offset, limit, own_day())

    async def profile(self, speaker: str, *, sources: tuple[str, ...] = ()) -> Profile:
        """A speaker at a glance. Raises NotFound for a stranger."""
        question = Question(text="", speaker=speaker, sources=sources)
        return await profile_of(self._engine, await self._current(), question, own_day())

    def generation(self) -> int:
        """The number of the generation that serves now; 0: nothing was built."""
        return generations.current_number(self.config.home)

    async def every_statement(self) -> AsyncGenerator[tuple[Article, tuple[Statement, ...]]]:
        """Every article that is indexed with its statements, in the order in which the articles came."""
        async with aclosing(every_article_of(self._db, await self._serving())) as rows:
            async for found in rows:
                yield found

    async def status(self) -> Status:
        """The archive at a glance."""
        found = await status_of(self.config, self._db, self._workers, self._asked, self._times)
        return replace(found, feeds=await self.feeds())

    async def _answer(self, question: Question, after: int | None, face: str) -> Answer:
        """The answer to a question; `after` a mark: from what is newer alone. Equal questions share one run."""
        start = time.perf_counter()
        refused = why_refused(question.text, named=question.speaker is not None)
        if refused is not None:
            raise Wordless(refused)
        snapshot = await self._current()
        today = own_day()
        settled = replace(
            question,
            asked_on=question.asked_on or today,
            limit=question.limit or self.config.search.limit,
            threshold=self._engine.threshold(question),
        )
        number = 0 if snapshot is None else snapshot.manifest.number
        key = (number, settled, after)
        known = self._answers.known(key)
        if known is not None:
            passed = round((time.perf_counter() - start) * 1000, 3)
            return replace(known, question=question, timings_ms={"remembered": passed, "total": passed})

        async def run() -> Answer:
            async with self._workers.asking(face):
                if snapshot is None or after is None:
                    return await self._engine.answer(snapshot, settled, today)
                return await answer_new(self._engine, snapshot, settled, after, today)

        return replace(await self._answers.get(key, run), question=question)

    async def _current(self) -> Snapshot | None:
        """The generation that serves now, for what needs vectors.

        Raises ArchiveError for a damaged generation, and for one that another model embedded.
        """
        snapshot = await self._serving()
        if snapshot is None:
            return None
        encoder = await self._models.encoder()
        if snapshot.manifest.model != encoder.name:
            raise ArchiveError(
                f"the index was built with the model {snapshot.manifest.model}, but {encoder.name} is configured; "
                "run `onrecord reindex`, or set embedding.model back"
            )
        return snapshot

    async def _serving(self) -> Snapshot | None:
        """The generation that the pointer names now, opened once and off the event loop; None: nothing was built.

        Raises ArchiveError for a damaged generation.
        """
        # One thread: those who ask go on in the order in which they came.
        number = await self._workers.look(generations.current_number, self.config.home)
        if number == 0:
            return None
        async with self._opening:
            if self._snapshot is None or self._snapshot.manifest.number != number:
                self._snapshot = await self._workers.look(Snapshot.opened, self.config.home, number, self._snapshot)
                self._answers.clear()
            return self._snapshot

    def writer(self) -> Indexer:
        """Made when the first article is written: its imports cost a question nothing."""
        if self._indexer is None:
            from index.indexing.run import Indexer

            self._indexer = Indexer(self.config, self._db, self._models, self._workers)
        return self._indexer
