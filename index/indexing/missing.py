"""Analyse what is not analysed yet, stored per article so that an interrupted run goes on where it stopped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import aiosqlite

from index.attribution.attribute import Attributor
from index.config import Config
from index.heap import give_back
from index.indexing.analyse import analyse, analysis_version
from index.indexing.apart import Apart
from index.model import Article, Progress
from index.progress import CancelToken, OnProgress
from index.storage.analyses import Analysis, leave_out, put_analysis, unanalysed
from index.storage.articles import articles_by_row
from index.storage.database import read_whole
from index.workers import Workers

_CHUNK = 16  # articles between two commits; small, so that a cancel is heard soon
_LONG = 20_000  # characters from which an article is analysed in a process of its own


async def analyse_missing(
    db: aiosqlite.Connection,
    attributor: Attributor,
    config: Config,
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
    version = analysis_version(config, attributor)
    rows = await unanalysed(db, version, seen)
    on_progress(Progress(stage="attribute", done=0, total=len(rows)))
    with Apart(config) as apart:
        for at in range(0, len(rows), _CHUNK):
            cancel.check()
            part = rows[at : at + _CHUNK]
            with read_whole():
                articles = await articles_by_row(db, part)
            ordered = [articles[row] for row in part]
            found = await workers.bulk(_each, ordered, attributor, config.passages.max_words, apart)
            for row, one in zip(part, found, strict=True):
                if isinstance(one, Analysis):
                    await put_analysis(db, row, version, one, generation=generation)
                else:
                    now = dt.datetime.now(dt.UTC)
                    await leave_out(db, row, version, one, generation=generation, now=now)
            await db.commit()
            on_progress(Progress(stage="attribute", done=at + len(part), total=len(rows)))
    await workers.bulk(give_back)
    return len(rows)


def _each(articles: Sequence[Article], attributor: Attributor, max_words: int, apart: Apart) -> list[Analysis | str]:
    """What was found in each article, or why nothing could be."""
    long = [article for article in articles if len(article.text) > _LONG]
    if not long:
        apart.close()  # 200 MB, and most archives have few long articles
    far = iter(apart.analyse(long))
    near = iter(_here([article for article in articles if len(article.text) <= _LONG], attributor, max_words))
    return [next(far) if len(article.text) > _LONG else next(near) for article in articles]


def _here(articles: Sequence[Article], attributor: Attributor, max_words: int) -> list[Analysis | str]:
    try:
        return list(analyse(articles, attributor, max_words))
    except Exception as error:  # a mistake of a rule about one text: it is that article's alone
        if len(articles) == 1:
            return [f"cannot be read ({' '.join(f'{type(error).__name__}: {error}'.split())[:120]})"]
    return [one for article in articles for one in _here([article], attributor, max_words)]
