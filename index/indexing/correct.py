"""Corrections by hand: articles removed, brought back and edited, outlets renamed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import aiosqlite

from index.errors import InputError, NotFound
from index.indexing.run import Counts, Indexer
from index.model import Changes
from index.reading.outlets import host_of
from index.storage import generations
from index.storage.articles import blank, current_article, retire, revise
from index.storage.corrections import EDITABLE, edited, keep_edits, kept_removals, note_removed, undo_removal
from index.storage.masks import read_masks
from index.storage.sources import rename_source, set_host
from index.storage.who import hide_speaker, show_speaker


async def remove(writer: Indexer, ids: Sequence[str], reason: str | None, *, purge: bool) -> Changes:
    """See `Archive.remove`."""

    async def work(db: aiosqlite.Connection, serving: int) -> Counts:
        now = dt.datetime.now(dt.UTC)
        for article_id in dict.fromkeys(ids):
            found = await current_article(db, article_id)
            here = [] if found is None else [found[0]]
            gone = await kept_removals(db, article_id=article_id) if purge else []
            if not here and not gone:
                raise NotFound(f"no article has the id {article_id!r}; nothing was removed")
            await _take_out(db, here, gone, reason, purge=purge, now=now, serving=serving)
        return 0, len(dict.fromkeys(ids)), 0

    done = await writer.change(work)
    if purge:
        await writer.purge()
    return done


async def restore(writer: Indexer, ids: Sequence[str]) -> Changes:
    """See `Archive.restore`."""

    async def work(db: aiosqlite.Connection, serving: int) -> Counts:
        for article_id in dict.fromkeys(ids):
            if not await undo_removal(db, article_id):
                raise NotFound(
                    f"{article_id!r} cannot be brought back: it was not removed, or its text is gone; "
                    "load its file again"
                )
        return 0, 0, len(dict.fromkeys(ids))

    return await writer.change(work)


async def edit(writer: Indexer, article_id: str, values: Mapping[str, str | None]) -> Changes:
    """See `Archive.edit`."""
    for name in values:
        if name not in EDITABLE:
            raise InputError(f"{name!r} cannot be edited; fields are {', '.join(EDITABLE)}")

    async def work(db: aiosqlite.Connection, serving: int) -> Counts:
        found = await current_article(db, article_id)
        if found is None:
            raise NotFound(f"no article has the id {article_id!r}; ids stand in the answers of `ask --json`")
        row, before = found
        try:
            after = edited(before, values)
        except ValueError:
            raise InputError(f"{values['date']!r} is no date; write it as 2022-04-05") from None
        await keep_edits(db, before, values, dt.datetime.now(dt.UTC))
        # The title is searched with every passage; the others say how the text is read, and what its days are.
        read_by = ("title", "language", "date", "author", "evidence")
        same = all(getattr(after, name) == getattr(before, name) for name in read_by)
        await revise(db, row, after, generation=serving, analysed=same)
        return 1, 0, 0

    return await writer.change(work)


async def remove_source(writer: Indexer, source: str, reason: str | None, *, purge: bool) -> Changes:
    """See `Archive.remove_source`."""

    async def work(db: aiosqlite.Connection, serving: int) -> Counts:
        now = dt.datetime.now(dt.UTC)
        rows = await db.execute_fetchall("SELECT row FROM articles WHERE source = ? AND current = 1", (source,))
        here = [int(row["row"]) for row in rows]
        gone = await kept_removals(db, source=source) if purge else []
        if not here and not gone:
            raise NotFound(f"no article is from an outlet {source!r}; `onrecord sources` lists them")
        await _take_out(db, here, gone, reason, purge=purge, now=now, serving=serving)
        return 0, len(here) + len(gone), 0

    done = await writer.change(work)
    if purge:
        await writer.purge()
    return done


async def _take_out(
    db: aiosqlite.Connection,
    here: Sequence[int],
    gone: Sequence[int],
    reason: str | None,
    *,
    purge: bool,
    now: dt.datetime,
    serving: int,
) -> None:
    """Remove articles; `gone` were removed before, and are deleted for good now."""
    for number in (*here, *gone):
        await note_removed(db, number, reason=reason, purge=purge, now=now)
    await retire(db, here, generation=serving)


async def hide(writer: Indexer, home: Path, name: str, reason: str | None, *, purge: bool) -> Changes:
    """See `Archive.remove_speaker`. What is deleted is what the generation without them does not show."""

    async def work(db: aiosqlite.Connection, serving: int) -> Counts:
        del serving
        await hide_speaker(db, name, reason=reason, purge=purge, now=dt.datetime.now(dt.UTC))
        return 0, 0, 0

    async def delete(db: aiosqlite.Connection, serving: int) -> Counts:
        masks = read_masks(generations.folder_of(home, serving))
        theirs = {row: named[name] for row, named in masks.items() if name in named}
        for row, spans in theirs.items():
            await blank(db, row, spans, generation=serving)
        return len(theirs), 0, 0

    done = await writer.change(work)
    if purge:
        done = await writer.change(delete)
        await writer.purge()
    return done


async def unhide(writer: Indexer, name: str) -> Changes:
    """See `Archive.restore_speaker`."""

    async def work(db: aiosqlite.Connection, serving: int) -> Counts:
        del serving
        if not await show_speaker(db, name):
            raise NotFound(f"the statements of {name!r} were not removed, or are deleted for good")
        return 0, 0, 0

    return await writer.change(work)


async def rename(writer: Indexer, old: str, new: str) -> Changes:
    """See `Archive.rename_source`."""
    if not new.strip() or old == new:
        raise InputError("the new name of an outlet is empty or the old one")

    async def work(db: aiosqlite.Connection, serving: int) -> Counts:
        renamed = await rename_source(db, old, new.strip())
        if not renamed:
            raise NotFound(f"no article is from an outlet {old!r}; `onrecord sources` lists them")
        return renamed, 0, 0

    return await writer.change(work)


async def set_domain(writer: Indexer, name: str, address: str) -> Changes:
    """See `Archive.set_domain`."""
    host = host_of(address)
    if host is None:
        raise InputError(f"{address!r} is no host; write it as courier.example")

    async def work(db: aiosqlite.Connection, serving: int) -> Counts:
        return await set_host(db, host, name.strip()), 0, 0

    return await writer.change(work)
