"""Ingest and reindex: one writer at a time, every step resumable, the old generation serving until the last rename."""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections.abc import Awaitable, Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import aiosqlite
from filelock import FileLock, Timeout

from index.config import Config
from index.embedding.models import Models
from index.errors import ArchiveError, Busy, NotFound
from index.incoming import Incoming
from index.indexing import guard
from index.indexing.copies import link_copies
from index.indexing.derive import Deriver, Tally
from index.indexing.tidy import take_out_repeated
from index.model import Article, Changes, Problem, Progress
from index.progress import CancelToken, OnProgress
from index.speakers.correction import Correction
from index.storage.analyses import drop_replaced, drop_unused_vectors
from index.storage.articles import among_under, count_newer, drop_retired, put_article, retire
from index.storage.database import store_told
from index.storage.repeated import last_row, repeated_by_source
from index.storage.sources import known_hosts, learn_hosts, remember_mapping, remembered_mappings
from index.storage.who import corrections_of, drop_correction, put_correction
from index.workers import Workers

if TYPE_CHECKING:
    from index.reading import ReadOptions

_KEPT_OUT = "was removed from the archive and stays out; `onrecord remove --undo {}` brings it back"
Preview = Iterator[Article | Problem]
Counts = tuple[int, int, int]  # articles replaced, removed, added
_CHUNK = 64  # articles between two commits


class Indexer:
    """Writes into the archive."""

    def __init__(self, config: Config, db: aiosqlite.Connection, models: Models, workers: Workers) -> None:
        self._config = config
        self._db = db
        self._models = models
        self._workers = workers
        self._deriver = Deriver(config, db, models, workers)

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
            self._deriver.start()
            await self._ready()
            tally = Tally()
            await self._read(paths, source, mapping or {}, tally, report, token)
            return await self._deriver.derive(tally, start, report, token, full=False)

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
            tally = Tally()
            folders = self._config.reading.folders if gone else ()
            await guard.ask_before(self._db, len(await guard.gone_from(self._db, self._workers, folders)))
            if documents:
                await self._read(documents, None, {}, tally, report, token)
            if gone:
                await self._remove_gone(self._config.reading.folders, tally)
            await note(self._db)
            await self._db.commit()
            manifest = await self._deriver.manifest()
            if tally.changed or await count_newer(self._db, manifest.last_row if manifest else 0):
                return await self._deriver.derive(tally, start, report, token, full=False)
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
            self._deriver.start()
            await self._ready(yes=yes)
            tally = Tally()
            folders = self._config.reading.folders
            if not yes:
                await guard.ask_before(self._db, len(await guard.gone_from(self._db, self._workers, folders)))
            await self._read(folders, None, {}, tally, report, token)
            await self._remove_gone(folders, tally)
            return await self._deriver.derive(tally, start, report, token, full=full)

    async def change(self, work: Callable[[aiosqlite.Connection, int], Awaitable[Counts]]) -> Changes:
        """Change what is stored and rebuild what follows from it. `work` gets the store and the generation that serves,
        and says what it did; whatever it raises undoes it.
        """
        with self._writing():
            start = time.perf_counter()
            await self._ready()
            try:
                replaced, removed, added = await work(self._db, self._deriver.serving())
            except BaseException:
                await self._db.rollback()
                raise
            await self._db.commit()
            tally = Tally(replaced=replaced, removed=removed, added=added)
            return await self._deriver.derive(tally, start, _silent, CancelToken(), full=False)

    async def rebuild(self) -> Changes:
        """Derive what is missing and build a generation, whatever serves; no file is read."""
        with self._writing():
            return await self._deriver.derive(
                Tally(), time.perf_counter(), _silent, CancelToken(), full=False, whatever=True
            )

    async def purge(self) -> None:
        """Delete at once the texts that nobody can bring back, though a question in flight may still read them."""
        await drop_retired(self._db, before=self._deriver.serving() + 1)
        await drop_replaced(self._db, before=self._deriver.serving() + 1)
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
            await self._deriver.derive(Tally(), time.perf_counter(), _silent, CancelToken(), full=False)
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
        tally: Tally,
        report: OnProgress,
        token: CancelToken,
    ) -> None:
        from index.reading import read

        if mapping:
            await remember_mapping(self._db, source or "", mapping)
        options = await self._options(source, mapping)
        items = read(list(paths), options=options)
        serving = self._deriver.serving()
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
        manifest = await self._deriver.manifest()  # what an ingest stored that was broken off, no generation has seen
        tally.replaced += await learn_hosts(self._db, min(before, manifest.last_row if manifest else 0))
        await self._db.commit()
        tidied = await take_out_repeated(self._db, self._workers, after=before, generation=serving, cancel=token)
        tally.tidied += tidied
        seen = manifest.changes if manifest else 0
        versions = await link_copies(self._db, self._workers, generation=serving, seen=seen, cancel=token)
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

    async def _put(self, article: Article, serving: int, tally: Tally) -> None:
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
            await guard.check_store(self._db, self._config.home, await self._deriver.manifest())

    async def _remove_gone(self, folders: Sequence[Path], tally: Tally) -> None:
        """Articles whose file has left a configured folder go, and those whose line has left their file.

        A folder that is not there removes nothing, nor does a file that could not be read whole.
        """
        gone = await guard.gone_from(self._db, self._workers, folders)
        torn = guard.torn_files(tally.problems)
        for folder in (one for one in folders if one.is_dir()):
            among = await among_under(self._db, guard.prefix(folder))
            gone += [row for row, name, file in among if name not in tally.seen and file not in torn]
        await retire(self._db, gone, generation=self._deriver.serving())
        tally.removed += len(gone)
        await self._db.commit()


def _silent(_: Progress) -> None:
    return None
