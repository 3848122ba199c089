"""What no generation shows any more leaves the store and the disk."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import aiosqlite

from index.storage import generations
from index.storage.analyses import drop_replaced, drop_unused_vectors
from index.storage.articles import drop_retired
from index.storage.corrections import forget_old_removals
from index.storage.generations import Manifest


async def forget_unserved(db: aiosqlite.Connection, home: Path, manifest: Manifest, before: Manifest | None) -> None:
    """Keep this generation and the one that served before it, which questions in flight may still read. Commits."""
    kept = manifest.number if before is None else before.number
    await forget_old_removals(db, dt.datetime.now(dt.UTC))
    dropped = await drop_retired(db, before=kept) + await drop_replaced(db, before=kept)
    if dropped or before is None or before.model != manifest.model:
        await drop_unused_vectors(db, manifest.model)
    await db.commit()
    generations.remove_others(home, keep={manifest.number, kept})
