"""Several bot processes over one store: one of them does what must be done once, and a message is answered by one."""

from __future__ import annotations

import os
import platform
import secrets
import time
from pathlib import Path

import aiosqlite

LEASE = 300  # seconds after which what a killed process held is free again
_HEARD = 86_400  # seconds that answered messages are remembered


class Turns:
    """`take` before the work and between its steps, `leave` after it. One for each process."""

    def __init__(self, db: aiosqlite.Connection, *, owner: str = "") -> None:
        self._db = db
        self._owner = owner or f"{platform.node()}/{os.getpid()}/{_started(os.getpid())}/{secrets.token_hex(8)}"

    async def take(self, name: str, *, now: float | None = None) -> bool:
        """Whether the work of that name is this process's: nobody else has it, or whoever had it is gone."""
        moment = int(time.time() if now is None else now)
        async with self._db.execute("SELECT owner FROM leases WHERE name = ?", (name,)) as cursor:
            held = await cursor.fetchone()
        if held is not None and held["owner"] != self._owner and _has_ended(held["owner"]):
            async with self._db.execute("DELETE FROM leases WHERE name = ? AND owner = ?", (name, held["owner"])):
                pass
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


def _has_ended(owner: str) -> bool:
    """Whether a process of this machine that held something surely runs no more; others are waited for.

    Its number may be another's by now, as where a container was started anew: then it began at another time.
    """
    machine, number, began, *_ = (*owner.split("/"), "", "")
    if os.name != "posix" or machine != platform.node() or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return bool(began) and began != _started(int(number))


def _started(pid: int) -> str:
    """When a process began, in ticks since the machine did; empty where the system does not tell."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""
