"""Which watches have not seen what the archive holds now, as little of each as telling them apart takes.

Ten thousand watches are looked at for every article that comes: their rows are read as columns, and only of those that
something came near to the whole watch.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import aiosqlite
import numpy as np

from index import Topic, Watched


@dataclass(frozen=True, slots=True)
class Behind:
    """A watch that is behind the archive. `watched` None: it has a question whose topic is not kept yet."""

    id: int
    guild_id: int | None
    watched: Watched | None


async def behind(db: aiosqlite.Connection, mark: int, model: str) -> list[Behind]:
    """Active watches that have seen less than `mark`; topics of another model count as not kept."""
    sql = (
        "SELECT w.id, w.guild_id, w.seen, w.question ->> 'text' != '' AS asks, w.question ->> 'speaker' AS speaker,"
        " w.question ->> 'source' AS source, t.text, t.vector FROM watches AS w"
        " LEFT JOIN watch_topics AS t ON t.watch_id = w.id AND t.model = ?"
        " WHERE w.state = 'active' AND w.seen < ? ORDER BY w.id"
    )
    out: list[Behind] = []
    for row in await db.execute_fetchall(sql, (model, mark)):
        watched = None
        if not row["asks"]:
            watched = Watched(topic=None, speaker=row["speaker"], source=row["source"], after=row["seen"])
        elif row["vector"] is not None:
            vector = np.frombuffer(row["vector"], dtype=np.float32)
            watched = Watched(topic=Topic(text=row["text"], vector=vector, model=model), after=row["seen"])
        out.append(Behind(row["id"], row["guild_id"], watched))
    return out


async def keep_topic(db: aiosqlite.Connection, watch_id: int, topic: Topic) -> None:
    """Keep what is searched for a watch's question."""
    sql = (
        "INSERT OR REPLACE INTO watch_topics (watch_id, model, text, vector)"
        " SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM watches WHERE id = ?1)"
    )
    vector = topic.vector.astype(np.float32).tobytes()
    async with db.execute(sql, (watch_id, topic.model, topic.text, vector)):
        pass


async def passed_over(db: aiosqlite.Connection, ids: Sequence[int], mark: int) -> None:
    """These watches have seen the archive up to `mark`, and nothing in it was for them."""
    sql = "UPDATE watches SET seen = max(seen, ?) WHERE id IN (SELECT value FROM json_each(?))"
    async with db.execute(sql, (mark, json.dumps(list(ids)))):
        pass
