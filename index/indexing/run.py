"""Ingest and reindex: one writer at a time, every step resumable, the old generation serving until the last rename."""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections.abc import Awaitable, Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import aiosqlite
from filelock import FileLock, Timeout

from index.attribution.attribute import load_attributor
from index.config import Config
from index.embedding.models import Models
from index.errors import ArchiveError, Busy, NotFound
from index.incoming import Incoming
from index.indexing import guard
from index.indexing.analyse import analysis_version
from index.indexing.build import build_generation
from index.indexing.copies import link_copies
from index.indexing.embed import embed_missing
from index.indexing.missing import analyse_missing
from index.indexing.tidy import take_out_repeated
from index.indexing.unserved import forget_unserved
from index.model import Article, Changes, Problem, Progress
from index.progress import CancelToken, OnProgress
from index.speakers.correction import Correction
from index.speakers.people import read_people
from index.storage import generations
from index.storage.analyses import count_changes, drop_replaced, drop_unused_vectors, forget_analyses
from index.storage.articles import among_under, count_newer, drop_retired, put_article, retire
from index.storage.database import store_told
from index.storage.generations import Manifest
from index.storage.repeated import last_row, repeated_by_source
from index.storage.sources import known_hosts, learn_hosts, remember_mapping, remembered_mappings
from index.storage.who import corrections_of, digest, drop_correction, hidden_speakers, put_correction, put_people
from index.workers import Lazy, Workers

if TYPE_CHECKING:
    from index.reading import ReadOptions

_KEPT_OUT = "was removed from the archive and stays out; `onrecord remove --undo {}` brings it back"
Preview = Iterator[Article | Problem]
Counts = tuple[int, int, int]  # articles replaced, removed, added
_CHUNK = 64  # articles between two commits


@dataclass(slots=True)
class _Tally:
    added: int = 0
    replaced: int = 0
    removed: int = 0
    unchanged: int = 0
    tidied: int = 0  # lost a paragraph that recurs in their outlet's articles
    problems: list[Problem] = field(default_factory=list[Problem])
    seen: set[str] = field(default_factory=set[str])  # ids of what was read

    @property
    def changed(self) -> bool:
        return bool(self.added or self.replaced or self.removed or self.tidied)


class Indexer:
    """Writes into the archive."""

    def __init__(self, config: Config, db: aiosqlite.Connection, models: Models, workers: Workers) -> None:
        self._config = config
        self._db = db
        self._models = models
        self._workers = workers
        self._attributor = Lazy(lambda: load_attributor(config))

    async def ingest(
        self,
        paths: Sequence[Path | Incoming],
        *,
        source: str | None,
        mapping: Mapping[str, str] | None = None,
        on_progress: OnProgress | None,
        cancel: CancelToken | None,
    ) -> Changes:
        """See `Archive.ingest`."""
        report, token = on_progress or _silent, cancel or CancelToken()
        with self._writing():
            start = time.perf_counter()
            await self._ready()
            tally = _Tally()
            await self._read(paths, source, mapping or {}, tally, report, token)
            return await self._derive(tally, start, report, token, full=False)

    def check_free(self) -> None:
        """Raises Busy while another process, or another task of this one, writes."""
        with self._writing():
            pass

    async def take_in(
        self,
        documents: Sequence[Path | Incoming],
        note: Callable[[aiosqlite.Connection], Awaitable[None]],
        *,
        gone: bool,
        on_progress: OnProgress | None,
        cancel: CancelToken | None,
    ) -> Changes:
        """Store what was collected, `note` what is to be remembered of it, and index what is new.

        `gone`: files have left the configured folders, and their articles leave the archive. Where nothing changed,
        the generation that serves goes on.
        """
        report, token = on_progress or _silent, cancel or CancelToken()
        with self._writing():
            start = time.perf_counter()
            await self._ready()
            tally = _Tally()
            folders = self._config.reading.folders if gone else ()
            await guard.ask_before(self._db, len(await guard.gone_from(self._db, self._workers, folders)))
            if documents:
                await self._read(documents, None, {}, tally, report, token)
            if gone:
                await self._remove_gone(self._config.reading.folders, tally)
            await note(self._db)
            await self._db.commit()
            manifest = await self._manifest()
            if tally.changed or await count_newer(self._db, manifest.last_row if manifest else 0):
                return await self._derive(tally, start, report, token, full=False)
            return Changes(
                articles_unchanged=tally.unchanged,
                passages_total=manifest.passages if manifest else 0,
                statements_total=manifest.statements if manifest else 0,
                seconds=time.perf_counter() - start,
                generation=manifest.number if manifest else 0,
                problems=tuple(tally.problems),
            )

    async def reindex(
        self, *, full: bool, on_progress: OnProgress | None, cancel: CancelToken | None, yes: bool = False
    ) -> Changes:
        """See `Archive.reindex`."""
        report, token = on_progress or _silent, cancel or CancelToken()
        with self._writing():
            start = time.perf_counter()
            await self._ready(yes=yes)
            tally = _Tally()
            folders = self._config.reading.folders
            if not yes:
                await guard.ask_before(self._db, len(await guard.gone_from(self._db, self._workers, folders)))
            await self._read(folders, None, {}, tally, report, token)
            await self._remove_gone(folders, tally)
            return await self._derive(tally, start, report, token, full=full)

    async def change(self, work: Callable[[aiosqlite.Connection, int], Awaitable[Counts]]) -> Changes:
        """Change what is stored and rebuild what follows from it. `work` gets the store and the generation that serves,
        and says what it did; whatever it raises undoes it.
        """
        with self._writing():
            start = time.perf_counter()
            await self._ready()
            try:
                replaced, removed, added = await work(self._db, self._serving())
            except BaseException:
                await self._db.rollback()
                raise
            await self._db.commit()
            tally = _Tally(replaced=replaced, removed=removed, added=added)
            return await self._derive(tally, start, _silent, CancelToken(), full=False)

    async def rebuild(self) -> Changes:
        """Derive what is missing and build a generation, whatever serves; no file is read."""
        with self._writing():
            return await self._derive(_Tally(), time.perf_counter(), _silent, CancelToken(), full=False, whatever=True)

    async def purge(self) -> None:
        """Delete at once the texts that nobody can bring back, though a question in flight may still read them."""
        await drop_retired(self._db, before=self._serving() + 1)
        await drop_replaced(self._db, before=self._serving() + 1)
        await drop_unused_vectors(self._db, (await self._models.encoder()).name)
        await self._db.commit()
        await self._db.execute("VACUUM")

    async def corrections(self, change: Correction | int | None = None) -> tuple[Correction, ...]:
        """Corrections of the speakers; a Correction is made, a number undone, and the book of speakers built anew.

        Raises NotFound for a number that there is not, Busy while another process writes.
        """
        if change is None:
            return await corrections_of(self._db)
        with self._writing():
            if isinstance(change, Correction):
                await put_correction(self._db, change, now=dt.datetime.now(dt.UTC))
            elif not await drop_correction(self._db, change):
                raise NotFound(f"there is no correction {change}; `onrecord speakers corrections` lists them")
            await self._db.commit()
            await self._derive(_Tally(), time.perf_counter(), _silent, CancelToken(), full=False)
        return await corrections_of(self._db)

    @contextlib.contextmanager
    def _writing(self) -> Generator[None]:
        lock = FileLock(self._config.home / "write.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout:
            raise Busy("an ingest or a reindex of this archive is running already; wait for it or cancel it") from None
        except OSError as error:
            why = f"cannot be written ({error.strerror}); it can only be read from here"
            raise ArchiveError(f"{self._config.home}: {why}") from error
        try:
            with store_told():
                yield
        finally:
            lock.release()

    async def _read(
        self,
        paths: Sequence[Path | Incoming],
        source: str | None,
        mapping: Mapping[str, str],
        tally: _Tally,
        report: OnProgress,
        token: CancelToken,
    ) -> None:
        from index.reading import read

        if mapping:
            await remember_mapping(self._db, source or "", mapping)
        options = await self._options(source, mapping)
        items = read(list(paths), options=options)
        serving = self._serving()
        before = await last_row(self._db)
        done = 0
        while chunk := await self._workers.bulk(lambda: list(islice(items, _CHUNK))):
            token.check()
            for item in chunk:
                if isinstance(item, Problem):
                    tally.problems.append(item)
                else:
                    await self._put(item, serving, tally)
                    done += 1
            await self._db.commit()
            report(Progress(stage="read", done=done, total=0))
        manifest = await self._manifest()  # what an ingest stored that was broken off, no generation has seen
        tally.replaced += await learn_hosts(self._db, min(before, manifest.last_row if manifest else 0))
        await self._db.commit()
        tidied = await take_out_repeated(self._db, self._workers, after=before, generation=serving, cancel=token)
        tally.tidied += tidied
        versions = await link_copies(self._db, self._workers, generation=serving, cancel=token)
        tally.added, tally.replaced = max(0, tally.added - versions), tally.replaced + versions

    async def preview(self, paths: Sequence[Path], source: str | None, mapping: Mapping[str, str]) -> Preview:
        """See `Archive.preview`."""
        from index.reading import read

        return read(list(paths), options=await self._options(source, mapping))

    async def _options(self, source: str | None, mapping: Mapping[str, str]) -> ReadOptions:
        """How to read, with what the archive knows of outlets."""
        from index.reading import ReadOptions

        settings = self._config.reading
        return ReadOptions(
            source=source,
            default_source=settings.default_source,
            max_file_mb=settings.max_file_mb,
            mapping=mapping,
            mappings=await remembered_mappings(self._db),
            hosts=await known_hosts(self._db),
            repeated=await repeated_by_source(self._db),
        )

    async def _put(self, article: Article, serving: int, tally: _Tally) -> None:
        tally.seen.add(article.id)
        clean = replace(article, text=guard.storable(article.text), raw=guard.storable(article.raw))
        match await put_article(self._db, clean, generation=serving, now=dt.datetime.now(dt.UTC)):
            case "added":
                tally.added += 1
            case "replaced":
                tally.replaced += 1
            case "unchanged":
                tally.unchanged += 1
            case "kept_out":
                where = article.evidence.get("file", article.id)
                tally.problems.append(Problem(path=where, message=_KEPT_OUT.format(article.id), fatal=False))

    async def _ready(self, *, yes: bool = False) -> None:
        """Raise before any work where it cannot end well. `yes`: the store is taken as it is."""
        await self._models.encoder()
        if not yes:
            await guard.check_store(self._db, self._config.home, await self._manifest())

    async def _remove_gone(self, folders: Sequence[Path], tally: _Tally) -> None:
        """Articles whose file has left a configured folder go, and those whose line has left their file.

        A folder that is not there removes nothing, nor does a file that could not be read whole.
        """
        gone = await guard.gone_from(self._db, self._workers, folders)
        torn = guard.torn_files(tally.problems)
        for folder in (one for one in folders if one.is_dir()):
            among = await among_under(self._db, guard.prefix(folder))
            gone += [row for row, name, file in among if name not in tally.seen and file not in torn]
        await retire(self._db, gone, generation=self._serving())
        tally.removed += len(gone)
        await self._db.commit()

    async def _derive(
        self, tally: _Tally, start: float, report: OnProgress, token: CancelToken, *, full: bool, whatever: bool = False
    ) -> Changes:
        db, home = self._db, self._config.home
        attributor = await self._workers.bulk(self._attributor.get)
        if full:
            await forget_analyses(db)
            await db.commit()
        before = await self._manifest()
        damaged = await self._workers.bulk(guard.pointer_damaged, home)
        encoder = await self._models.encoder()
        analysis = analysis_version(self._config, attributor)
        grows = None if full or whatever or damaged or tally.removed else before

        async def complete(seen: int | None) -> tuple[int, int]:
            """Analyse and embed what lacks it, of what was touched after so many changes or of everything."""
            analysed = await analyse_missing(
                db, attributor, self._config, self._workers, report, token, generation=self._serving(), seen=seen
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
        manifest = before
        changed = whatever or damaged or analysed or embedded or tally.changed
        if manifest is None or changed or not await self._fresh(manifest, analysis):
            manifest = await build_generation(
                db,
                home,
                model=encoder.name,
                dimension=encoder.dimension,
                analysis=analysis,
                vectors=self._config.vectors.engine,
                before=grows,
                complete=complete,
                workers=self._workers,
                on_progress=report,
                cancel=token,
            )
            await forget_unserved(db, home, manifest, before)
        else:
            await self._workers.bulk(generations.remove_unfinished, home, manifest.number)
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

    def _serving(self) -> int:
        """The generation that serves; 0 where none does or none is whole: then what was replaced serves nobody."""
        try:
            return generations.current_number(self._config.home)
        except ArchiveError:
            return 0

    async def _manifest(self) -> Manifest | None:
        """What serves now; None where nothing does, or where it is damaged and must be built again."""
        try:
            found = await self._workers.bulk(generations.pointer, self._config.home)
            return generations.read_manifest(self._config.home, found.number) if found.number else None
        except ArchiveError:
            return None

    async def _fresh(self, manifest: Manifest, analysis: str) -> bool:
        """Whether the generation holds just what the store does, by the same model and rules."""
        encoder = await self._models.encoder()
        made = (encoder.name, analysis, self._config.vectors.engine)
        same = (manifest.model, manifest.analysis, manifest.vectors) == made
        try:
            await self._workers.bulk(guard.open_whole, self._config.home, manifest.number)
        except (ArchiveError, ValueError):
            return False
        return same and manifest.changes == await count_changes(self._db)


def _silent(_: Progress) -> None:
    return None
