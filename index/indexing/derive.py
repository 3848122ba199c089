"""From what is stored to what serves: what lacks it is analysed and embedded, and the next generation is published.

A large archive is searched with what came, and without what went, as soon as a short tail says so; what that leaves to
be done in the index's own files follows, while the new generation serves already (`lengthen.unsettled`).
"""

from __future__ import annotations

import datetime as dt
import logging
import time
from dataclasses import dataclass, field
from typing import Literal

import aiosqlite

from index.config import Config
from index.embedding.models import Models
from index.errors import ArchiveError, Cancelled
from index.indexing import guard
from index.indexing.apart import Apart
from index.indexing.build import Made, Way, build_generation
from index.indexing.embed import embed_missing
from index.indexing.lengthen import unsettled
from index.indexing.missing import analyse_missing
from index.indexing.unserved import forget_unserved
from index.model import Changes, Problem
from index.progress import CancelToken, OnProgress
from index.speakers.people import read_people
from index.storage import generations
from index.storage.analyses import count_changes, forget_analyses
from index.storage.generations import Manifest
from index.storage.who import corrections_of, digest, hidden_speakers, put_people
from index.workers import Workers

_log = logging.getLogger(__name__)
_REST = 60.0  # seconds without work after which the process that analyses is ended


@dataclass(slots=True)
class Tally:
    """What was done to the store since the generation that serves was built."""

    added: int = 0
    replaced: int = 0
    removed: int = 0
    unchanged: int = 0
    tidied: int = 0  # lost a paragraph that recurs in their outlet's articles
    problems: list[Problem] = field(default_factory=list[Problem])
    seen: set[str] = field(default_factory=set[str])  # ids of what was read

    @property
    def changed(self) -> bool:
        """Whether the index is to show anything else."""
        return bool(self.added or self.replaced or self.removed or self.tidied)


class Deriver:
    """Makes of the store what serves. Its caller holds the writing lock."""

    def __init__(self, config: Config, db: aiosqlite.Connection, models: Models, workers: Workers) -> None:
        self._config = config
        self._db = db
        self._models = models
        self._workers = workers
        self._apart = Apart(config)
        workers.when_quiet(self._apart.rest, _REST)
        workers.at_close(self._apart.close)

    def start(self) -> None:
        """Let what says who said what be loaded beside other work."""
        self._apart.start()

    async def derive(
        self, tally: Tally, start: float, report: OnProgress, token: CancelToken, *, full: bool, whatever: bool = False
    ) -> Changes:
        """Publish a generation of what is stored, where one is due, and tell what changed since `start`.

        `full`: every article is analysed again. `whatever`: also where nothing seems to have changed.
        """
        db, home = self._db, self._config.home
        analysis = await self._workers.bulk(self._apart.version)
        if full:
            await forget_analyses(db)
            await db.commit()
        before = await self.manifest()
        damaged = await self._workers.bulk(guard.pointer_damaged, home)
        encoder = await self._models.encoder()
        grows = None if full or whatever or damaged else before

        async def complete(seen: int | None) -> tuple[int, int]:
            """Analyse and embed what lacks it, of what was touched after so many changes or of everything."""
            analysed = await analyse_missing(
                db, self._apart, self._workers, report, token, generation=self.serving(), seen=seen
            )
            return analysed, await embed_missing(db, encoder, self._workers, report, token, seen=seen)

        analysed, embedded = await complete(guard.seen_by(grows, encoder.name, analysis))
        if (file := self._config.speakers.file) is not None:
            await put_people(db, await self._workers.bulk(read_people, file), now=dt.datetime.now(dt.UTC))
            await db.commit()
        if corrections := digest(await corrections_of(db)):
            analysis = f"{analysis}, corrections {corrections}"
        if hidden := [one.name for one in await hidden_speakers(db)]:
            analysis = f"{analysis}, without {'; '.join(sorted(hidden))}"
        made = Made(
            model=encoder.name,
            dimension=encoder.dimension,
            analysis=analysis,
            vectors=self._config.vectors.engine,
        )

        async def build(serving: Manifest | None, how: Way, stage: Literal["index", "settle"]) -> Manifest:
            built = await build_generation(
                db, home, made, before=serving, how=how, stage=stage, removed=bool(tally.removed), complete=complete,
                workers=self._workers, on_progress=report, cancel=token,
            )  # fmt: skip
            await forget_unserved(db, home, built, serving)
            return built

        manifest = before
        changed = whatever or damaged or analysed or embedded or tally.changed
        if manifest is None or changed or not await self._fresh(manifest, made):
            manifest = await build(before, "anew" if grows is None else "grown", "index")
        else:
            await self._workers.bulk(generations.remove_unfinished, home, manifest.number)
        if (how := await self._workers.bulk(unsettled, home, manifest)) is not None:
            try:
                manifest = await build(manifest, how, "settle")
            except Cancelled:
                _log.info("all is searched; what is left to do in the index follows with the next ingest")
        return Changes(
            articles_added=tally.added,
            articles_replaced=tally.replaced,
            articles_removed=tally.removed,
            articles_unchanged=tally.unchanged,
            passages_added=max(0, manifest.passages - (before.passages if before else 0)),
            passages_removed=max(0, (before.passages if before else 0) - manifest.passages),
            passages_total=manifest.passages,
            statements_total=manifest.statements,
            embedded=embedded,
            seconds=time.perf_counter() - start,
            generation=manifest.number,
            problems=tuple(tally.problems),
        )

    def serving(self) -> int:
        """The generation that serves; 0 where none does or none is whole: then what was replaced serves nobody."""
        try:
            return generations.current_number(self._config.home)
        except ArchiveError:
            return 0

    async def manifest(self) -> Manifest | None:
        """What serves now; None where nothing does, or where it is damaged and must be built again."""
        try:
            found = await self._workers.bulk(generations.pointer, self._config.home)
            return generations.read_manifest(self._config.home, found.number) if found.number else None
        except ArchiveError:
            return None

    async def _fresh(self, manifest: Manifest, made: Made) -> bool:
        """Whether the generation holds just what the store does, by the same model and rules."""
        try:
            await self._workers.bulk(guard.open_whole, self._config.home, manifest.number)
        except (ArchiveError, ValueError):
            return False
        return made.made(manifest) and manifest.changes == await count_changes(self._db)
