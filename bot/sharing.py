"""Several bot processes over one store: one of them does what must be done once, and a message is answered by one."""

from __future__ import annotations

import secrets
import time

import aiosqlite

LEASE = 300  # seconds after which what a killed process held is free again
_HEARD = 86_400  # seconds that answered messages are remembered


class Turns:
    """`take` before the work and between its steps, `leave` after it. One for each process."""

    def __init__(self, db: aiosqlite.Connection, *, owner: str = "") -> None:
        self._db = db
        self._owner = owner or secrets.token_hex(8)

    async def take(self, name: str, *, now: float | None = None) -> bool:
        """Whether the work of that name is this process's: nobody else has it, or whoever had it is gone."""
        moment = int(time.time() if now is None else now)
        sql = (
            "INSERT INTO leases (name, owner, until) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE"
            " SET owner = excluded.owner, until = excluded.until WHERE owner = excluded.owner OR until <= ?4"
        )
        async with self._db.execute(sql, (name, self._owner, moment + LEASE, moment)) as cursor:
            return cursor.rowcount > 0

    async def leave(self, name: str) -> None:
        """Let another process have it."""
        async with self._db.execute("DELETE FROM leases WHERE name = ? AND owner = ?", (name, self._owner)):
            pass

    async def heard(self, message_id: int, *, now: float | None = None) -> bool:
        """Whether a message was heard already, here or in another process; it is from now on."""
        moment = int(time.time() if now is None else now)
        async with self._db.execute("DELETE FROM heard WHERE at < ?", (moment - _HEARD,)):
            pass
        sql = "INSERT OR IGNORE INTO heard (message_id, at) VALUES (?, ?)"
        async with self._db.execute(sql, (message_id, moment)) as cursor:
            return cursor.rowcount == 0
