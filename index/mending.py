"""`onrecord doctor --repair`: what is damaged is read as far as it goes, or made again from what is whole."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Generator
from pathlib import Path

from filelock import FileLock, Timeout

from index.archive import Archive
from index.config import Config
from index.errors import ArchiveError, Busy
from index.storage.database import DATABASE
from index.storage.health import bad_rows, complaints, mend_rows, origins_of
from index.storage.salvage import Schema, salvage, schema_of, schema_of_steps
from index.storage.schema import MIGRATIONS


async def repair(config: Config) -> list[str]:
    """Mend what can be mended, in sentences that say what was done; nothing is deleted that cannot be made again.

    A damaged store is kept beside the one that takes its place. Raises Busy while another process writes, ArchiveError
    where there is no archive.
    """
    home = config.home
    if not home.is_dir():
        raise ArchiveError(f"{home}: there is no archive; load articles with `onrecord ingest PATH`")
    with _alone(home):
        done = _mend_store(home / DATABASE)
        done += _mend_others(home)
    async with Archive.open(config) as archive:
        changes = await archive.writer().rebuild()
    done.append(f"the index was built anew: generation {changes.generation}, {changes.passages_total} passages")
    return done


def _mend_store(path: Path) -> list[str]:
    done: list[str] = []
    if not path.exists():
        if not (path.parent / "generations").exists():
            return []
        raise ArchiveError(
            f"{path}: is gone, and an index holds no texts; restore it from a backup, or move {path.parent} away and "
            "load the files again"
        )
    if said := complaints(path):
        done.append(_salvaged(path, schema_of_steps(MIGRATIONS), said[0]))
    with contextlib.suppress(sqlite3.Error):
        found = bad_rows(path)
        if told := found.told():
            lost = origins_of(path, found.texts)
            mend_rows(path, found)
            done.append(f"{path}: mended ({told})")
            out = "was damaged and is out of the archive; load it again"
            done += [f"{article}: {out}{f' from {origin}' if origin else ''}" for article, origin in lost]
    return done


def _mend_others(home: Path) -> list[str]:
    """The stores of faces beside the archive's: their schema is taken from what can be read of them."""
    others = [path for path in sorted(home.glob("*.sqlite3")) if path.name != DATABASE]
    return [_salvaged(path, schema_of(path), said[0]) for path in others if (said := complaints(path))]


def _salvaged(path: Path, schema: Schema, why: str) -> str:
    fresh = path.with_suffix(".salvaged")
    fresh.unlink(missing_ok=True)
    found = salvage(path, fresh, schema)
    aside = _aside(path)
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        log.rename(aside.with_name(aside.name + "-wal"))
    log.unlink(missing_ok=True)
    path.rename(aside)
    fresh.rename(path)
    rows = ", ".join(f"{count} {table}" for table, count in found.rows.items() if count)
    lost = "; some rows could not be read" if found.gaps else ""
    return f"{path}: was damaged ({why}) and is kept as {aside.name}; read from it: {rows or 'nothing'}{lost}"


def _aside(path: Path) -> Path:
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S")
    aside = path.with_name(f"{path.name}.damaged-{stamp}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
    return aside


@contextlib.contextmanager
def _alone(home: Path) -> Generator[None]:
    lock = FileLock(home / "write.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise Busy("an ingest or a reindex of this archive is running; wait for it or cancel it") from None
    try:
        yield
    finally:
        lock.release()
