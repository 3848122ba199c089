"""Analyse what is not analysed yet, stored per article so that an interrupted run goes on where it stopped."""

from __future__ import annotations

import datetime as dt

import aiosqlite

from index.heap import give_back
from index.indexing.apart import Apart
from index.model import Progress
from index.progress import CancelToken, OnProgress
from index.storage.analyses import Analysis, leave_out, put_analysis, unanalysed
from index.storage.articles import articles_by_row
from index.storage.database import read_whole
from index.workers import Workers

_CHUNK = 16  # articles between two commits; small, so that a cancel is heard soon


async def analyse_missing(
    db: aiosqlite.Connection,
    apart: Apart,
    workers: Workers,
    on_progress: OnProgress,
    cancel: CancelToken,
    *,
    generation: int,
    seen: int | None,
) -> int:
    """Analyse every current article that lacks it; returns how many. One that cannot be read is marked and left out.

    `generation` serves: what it shows stays in the store. `seen`: only of articles that were touched after so many
    changes.
    """
    version = await workers.bulk(apart.version)
    rows = await unanalysed(db, version, seen)
    on_progress(Progress(stage="attribute", done=0, total=len(rows)))
    for at in range(0, len(rows), _CHUNK):
        cancel.check()
        part = rows[at : at + _CHUNK]
        with read_whole():
            articles = await articles_by_row(db, part)
        found = await workers.bulk(apart.analyse, [articles[row] for row in part])
        for row, one in zip(part, found, strict=True):
            if isinstance(one, Analysis):
                await put_analysis(db, row, version, one, generation=generation)
            else:
                await leave_out(db, row, version, one, generation=generation, now=dt.datetime.now(dt.UTC))
        await db.commit()
        on_progress(Progress(stage="attribute", done=at + len(part), total=len(rows)))
    if len(rows) > _CHUNK:
        await workers.bulk(apart.close)  # 170 MB, while all is embedded and indexed
    await workers.bulk(give_back)
    return len(rows)
