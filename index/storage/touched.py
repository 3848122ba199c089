"""What of the store a generation has not seen: the revisions of articles that came, went or were changed since."""

from __future__ import annotations

from dataclasses import dataclass

import aiosqlite


@dataclass(frozen=True, slots=True)
class Since:
    """Rows of articles, by what became of them since a generation was built."""

    came: tuple[int, ...]  # newer than all that it holds, and current
    went: tuple[int, ...]  # it may hold them, and they are current no more
    edited: tuple[int, ...]  # it holds them, they are current, and something of them is another


async def touched_since(db: aiosqlite.Connection, changes: int, last_row: int) -> Since:
    """What was touched after so many changes (`analyses.count_changes`), for a generation up to row `last_row`."""
    found = await db.execute_fetchall(
        "SELECT touched.article_row AS row, articles.current AS current FROM touched"
        " LEFT JOIN articles ON articles.row = touched.article_row WHERE touched.at > ? ORDER BY touched.article_row",
        (changes,),
    )
    return Since(
        came=tuple(row["row"] for row in found if row["current"] and row["row"] > last_row),
        went=tuple(row["row"] for row in found if not row["current"] and row["row"] <= last_row),
        edited=tuple(row["row"] for row in found if row["current"] and row["row"] <= last_row),
    )
