"""Copies: what tells the same story in the same words is linked as it comes, and nothing is deleted.

Nearly the same text of the same outlet and days is another state of one article, which becomes one of its versions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import aiosqlite

from index.likeness import Wording, signature
from index.model import Article
from index.progress import CancelToken
from index.storage.articles import articles_by_row, retire
from index.storage.copies import (
    CopyKind,
    Link,
    put_keys,
    put_link,
    rows_with,
    stories_of,
    texts_of,
    unsigned_rows,
)
from index.storage.corrections import keep_versions
from index.workers import Workers

_CHUNK = 200  # articles that are compared between two commits
_LEAST = 40  # words under which a text is no story: captions and notices are alike by themselves
_EXACT = 0.98  # likeness from which two texts are the same
# Another state of one article: likeness under an equal title, and under another one; days between the two.
_STATE, _STATE_RETITLED, _DAYS = 0.85, 0.95, 3

Alike = Mapping[int, tuple[CopyKind, float]]  # by row of an article


async def link_copies(
    db: aiosqlite.Connection, workers: Workers, *, generation: int, seen: int, cancel: CancelToken
) -> int:
    """Compare the articles that were not compared yet with all others; how many were states of others. Commits.

    `generation` is the one that serves now, built after `seen` changes of the store.
    """
    states = 0
    while chunk := await unsigned_rows(db, _CHUNK, seen):
        cancel.check()
        keys = await workers.bulk(signature, [text for text, _ in chunk.values()])
        for (row, (text, source)), own in zip(chunk.items(), keys, strict=True):
            others = await texts_of(db, await rows_with(db, own)) if len(text.split()) >= _LEAST else {}
            alike = await workers.bulk(_compared, text, source, others) if others else {}
            await _link(db, row, alike)
            if len(text.split()) >= _LEAST:
                await put_keys(db, row, own)
            states += await _is_state(db, row, alike, generation)
        await db.commit()
    return states


async def _link(db: aiosqlite.Connection, row: int, alike: Alike) -> None:
    if not alike:
        await put_link(db, Link(row, row, None, 0.0))
        return
    best = max(alike, key=lambda other: alike[other][1])
    stories = set((await stories_of(db, list(alike))).values())
    story = min(stories)
    await put_link(db, Link(row, story, *alike[best]), joined=stories - {story})


async def _is_state(db: aiosqlite.Connection, row: int, alike: Alike, generation: int) -> bool:
    """Whether an article is another state of one that is here: the newer stays, the other is kept as its version."""
    near = [other for other, (_, likeness) in alike.items() if likeness >= _STATE]
    if not near:
        return False
    articles = await articles_by_row(db, [row, *near])
    mine = articles[row]
    for other in sorted(near, key=lambda other: -alike[other][1]):
        theirs = articles[other]
        if not _same_article(mine, theirs, alike[other][1]):
            continue
        older = bool(mine.date and theirs.date and mine.date < theirs.date)
        old, new = (row, theirs) if older else (other, mine)
        await keep_versions(db, [old], new, dt.datetime.now(dt.UTC))
        await retire(db, [old], generation=generation, successor=new.id)
        return True
    return False


def _same_article(mine: Article, theirs: Article, likeness: float) -> bool:
    """Whether two articles are states of one: of one outlet, of the same days, and without ids of their own."""
    if mine.source is None or mine.source != theirs.source or mine.id == theirs.id:
        return False
    if "id" in mine.evidence or "id" in theirs.evidence:
        return False
    if mine.date is None or theirs.date is None or abs((mine.date - theirs.date).days) > _DAYS:
        return False
    titled = (mine.title or "").casefold() == (theirs.title or "").casefold()
    return likeness >= (_STATE if titled else _STATE_RETITLED)


def _compared(
    text: str, source: str | None, others: Mapping[int, tuple[str, str | None]]
) -> dict[int, tuple[CopyKind, float]]:
    """Which texts are copies, of what kind, and how alike."""
    mine = Wording(text)
    found: dict[int, tuple[CopyKind, float]] = {}
    for row, (other_text, other_source) in others.items():
        other = Wording(other_text)
        if mine.same(other):
            likeness = mine.likeness(other)
            kind: CopyKind = "exact" if likeness >= _EXACT else "near" if source == other_source else "wire"
            found[row] = (kind, round(likeness, 3))
    return found
