"""Embed what no vector exists for: in batches sorted by length, kept by content hash and model."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

import aiosqlite

from index.embedding.protocol import Encoder
from index.embedding.texts import passage_text, text_hash
from index.heap import give_back
from index.model import Progress
from index.progress import CancelToken, OnProgress
from index.storage.analyses import missing_vectors, passages_of, put_vectors
from index.storage.articles import articles_by_row
from index.workers import Workers

_CHUNK = 256  # texts between two commits: what an interrupted run loses at most


async def embed_missing(
    db: aiosqlite.Connection,
    encoder: Encoder,
    workers: Workers,
    on_progress: OnProgress,
    cancel: CancelToken,
    *,
    seen: int | None,
) -> int:
    """Embed every current passage that has no vector of this model; returns how many. `seen`: as in `analyse_missing`.

    Statements have none: their passage's stands for them (docs/search.md, "What is embedded").
    """
    missing = await missing_vectors(db, encoder.name, seen)
    total = len(set[bytes]().union(*missing.values()))
    on_progress(Progress(stage="embed", done=0, total=total))
    chunk: dict[bytes, str] = {}
    done: set[bytes] = set()

    async def flush() -> None:
        cancel.check()
        vectors = await workers.bulk(encoder.encode, list(chunk.values()))
        await put_vectors(db, encoder.name, list(chunk), vectors)
        await db.commit()
        done.update(chunk)
        chunk.clear()
        on_progress(Progress(stage="embed", done=len(done), total=total))

    async for key, text in _texts(db, missing):
        if key not in done:
            chunk[key] = text
            if len(chunk) >= _CHUNK:
                await flush()
    if chunk:
        await flush()
    if done:
        await workers.bulk(_let_go, encoder)
    return len(done)


def _let_go(encoder: Encoder) -> None:
    """What the longest texts took is not needed while the index is written."""
    encoder.rest()
    give_back()


async def _texts(db: aiosqlite.Connection, missing: Mapping[int, set[bytes]]) -> AsyncIterator[tuple[bytes, str]]:
    for row, wanted in missing.items():
        article = (await articles_by_row(db, [row]))[row]
        for passage in await passages_of(db, row):
            text = passage_text(article, passage)
            if (key := text_hash(text)) in wanted:
                yield key, text
