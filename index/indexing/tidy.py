"""Boilerplate by repetition: learned from each outlet's articles as they come, applied to those that came before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import aiosqlite

from index.progress import CancelToken
from index.reading.boilerplate import repeated_paragraphs, without_repeated
from index.storage.articles import articles_by_row, replace_text
from index.storage.repeated import keep_repeated, newest_texts, repeated_by_source, rows_of, sources_since
from index.workers import Workers


async def take_out_repeated(
    db: aiosqlite.Connection, workers: Workers, *, after: int, generation: int, cancel: CancelToken
) -> int:
    """Learn what recurs in the outlets with articles after a row, and take it out of all of theirs; how many changed.

    Only outlets of which something new was learned are gone through again. Commits.
    """
    known = await repeated_by_source(db)
    changed = 0
    for source in await sources_since(db, after):
        cancel.check()
        found = await workers.bulk(repeated_paragraphs, await newest_texts(db, source))
        new = found - known.get(source, frozenset())
        if not new:
            continue
        await keep_repeated(db, source, sorted(new))
        async for row in rows_of(db, source):
            article = (await articles_by_row(db, [row]))[row]
            tail_only = "id" in article.evidence or bool(article.anchors)
            cleaned = without_repeated(article.text, new, tail_only=tail_only)
            if cleaned.removed:
                tidied = replace(article, text=cleaned.text, removed=(*article.removed, *cleaned.removed))
                await replace_text(db, row, tidied, generation=generation, now=dt.datetime.now(dt.UTC))
                changed += 1
        await db.commit()
    return changed
