"""What administrators did, as the bot's store has noted it."""

from __future__ import annotations

import json
from typing import Any

from bot.store import Store


async def audits(store: Store) -> list[dict[str, Any]]:
    """The acts of administrators, newest first."""
    sql = "SELECT act, actor, guild_id, details, created FROM audit ORDER BY id DESC"
    async with store.outbox.execute(sql) as cursor:
        return [dict(row) | {"details": json.loads(row["details"])} for row in await cursor.fetchall()]
