"""What is looked at before an archive is changed: whether the work can end well, and whether it takes much away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import aiosqlite

from index.errors import ArchiveError, Unconfirmed
from index.model import Problem
from index.speakers.book import SpeakerBook, speakers_of
from index.storage import generations
from index.storage.analyses import count_rows
from index.storage.articles import last_number, origins_under
from index.storage.generations import Manifest
from index.workers import Workers

_MUCH = 0.1  # of the archive: so much is not removed without a yes


async def check_store(db: aiosqlite.Connection, home: Path, before: Manifest | None) -> None:
    """Raise Unconfirmed where the store is not the one that the index was built of, but an earlier or a new one."""
    if before is not None and await last_number(db) < before.last_row:
        raise Unconfirmed(
            f"{home}: the store is older or smaller than its index of {before.articles} articles; restore the one that "
            "belongs to it, or take it as it is with `onrecord reindex --yes`"
        )


async def gone_from(db: aiosqlite.Connection, workers: Workers, folders: Sequence[Path]) -> list[int]:
    """Articles whose file has left a configured folder; a folder that is not there removes nothing."""
    gone: list[int] = []
    for folder in folders:
        if folder.is_dir():
            known = await origins_under(db, str(folder.resolve()) + "/")
            gone += await workers.bulk(_missing, known)
    return gone


async def ask_before(db: aiosqlite.Connection, gone: int) -> None:
    """Raise Unconfirmed where more than a tenth of the archive would go, as when a disk is not mounted."""
    articles = (await count_rows(db)).articles
    if gone > articles * _MUCH and (gone > 1 or articles == 1):
        raise Unconfirmed(
            f"the files of {gone} of {articles} articles are gone, and so the articles would be; is the disk mounted? "
            "If they shall go, run `onrecord reindex --yes`"
        )


def open_whole(home: Path, number: int) -> None:
    """Read every part of a generation. Raises ArchiveError or ValueError for a damaged one."""
    generation = generations.open_generation(home, number)
    SpeakerBook.from_json(generation.people, generation.lookup).grown(speakers_of(generation.changed))


def seen_by(manifest: Manifest | None, model: str, analysis: str) -> int | None:
    """Up to which change of the store all is analysed and embedded, since a generation shows it; None: unknown."""
    if manifest is None or manifest.model != model or manifest.analysis.partition(", corrections ")[0] != analysis:
        return None
    return manifest.changes


def pointer_damaged(home: Path) -> bool:
    """Whether the file that says which generation serves must be written anew."""
    try:
        return generations.pointer(home).damage is not None
    except ArchiveError:
        return True


def storable(text: str) -> str:
    """SQLite holds no lone surrogate and ends a text at NUL: each becomes one replacement character."""
    if text.isascii() and "\x00" not in text:
        return text
    return "".join("\ufffd" if c == "\x00" or "\ud800" <= c <= "\udfff" else c for c in text)


def prefix(folder: Path) -> str:
    """What the paths in a folder begin with."""
    return str(folder.absolute()) + "/"


def torn_files(problems: Sequence[Problem]) -> set[str]:
    """The files that were not read whole."""
    return {str(Path(problem.path).absolute()) for problem in problems if problem.fatal}


def _missing(known: Sequence[tuple[int, str]]) -> list[int]:
    return [row for row, origin in known if not Path(origin).exists()]
