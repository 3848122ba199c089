"""What people corrected of the speakers, in SQLite: numbered, in the order in which it was made."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import aiosqlite

from index.history import HiddenSpeaker
from index.model import Role
from index.speakers.correction import Correction


async def corrections_of(db: aiosqlite.Connection) -> tuple[Correction, ...]:
    """All corrections; people of the file come first, then what was corrected by hand, oldest first."""
    sql = "SELECT number, act, body FROM speaker_corrections ORDER BY act != 'person', number"
    async with db.execute(sql) as cursor:
        return tuple([_from_row(row[0], row[1], json.loads(row[2])) async for row in cursor])


async def put_correction(db: aiosqlite.Connection, correction: Correction, *, now: dt.datetime) -> int:
    """Keep a correction; returns its number. The caller commits."""
    sql = "INSERT INTO speaker_corrections (act, body, made_at) VALUES (?, ?, ?)"
    async with db.execute(sql, (correction.act, _body(correction), now.isoformat(timespec="seconds"))) as cursor:
        return int(cursor.lastrowid or 0)


async def drop_correction(db: aiosqlite.Connection, number: int) -> bool:
    """Forget a correction; whether there was one. The caller commits."""
    async with db.execute("DELETE FROM speaker_corrections WHERE number = ?", (number,)) as cursor:
        return cursor.rowcount > 0


async def put_people(db: aiosqlite.Connection, people: Sequence[Correction], *, now: dt.datetime) -> None:
    """Take the people of the file in place of those that it held before. The caller commits."""
    held = [replace(one, number=0) for one in await corrections_of(db) if one.act == "person"]
    if held == list(people):
        return
    await db.execute("DELETE FROM speaker_corrections WHERE act = 'person'")
    for person in people:
        await put_correction(db, person, now=now)


async def hide_speaker(
    db: aiosqlite.Connection, name: str, *, reason: str | None, purge: bool, now: dt.datetime
) -> None:
    """Remember that somebody's statements are removed; `purge`: for good. The caller commits."""
    sql = (
        "INSERT INTO hidden_speakers (name, reason, at, purged) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE"
        " SET reason = excluded.reason, at = excluded.at, purged = max(purged, excluded.purged)"
    )
    await db.execute(sql, (name, reason, now.isoformat(timespec="seconds"), int(purge)))


async def show_speaker(db: aiosqlite.Connection, name: str) -> bool:
    """Let their statements come back; whether they were removed and still are in the store. The caller commits."""
    async with db.execute("DELETE FROM hidden_speakers WHERE name = ? AND NOT purged", (name,)) as cursor:
        return cursor.rowcount > 0


async def hidden_speakers(db: aiosqlite.Connection) -> tuple[HiddenSpeaker, ...]:
    """Whose statements are removed, the latest first."""
    async with db.execute("SELECT name, reason, at, purged FROM hidden_speakers ORDER BY at DESC, name") as cursor:
        return tuple(
            [
                HiddenSpeaker(name=row[0], reason=row[1], at=dt.datetime.fromisoformat(row[2]), can_undo=not row[3])
                async for row in cursor
            ]
        )


def digest(corrections: Sequence[Correction]) -> str:
    """A short mark of what is corrected; empty where nothing is."""
    if not corrections:
        return ""
    whole = json.dumps([[one.act, _body(one)] for one in corrections])
    return hashlib.blake2b(whole.encode(), digest_size=6).hexdigest()


def _body(correction: Correction) -> str:
    return json.dumps(
        {
            "name": correction.name,
            "other": correction.other,
            "articles": correction.articles,
            "aliases": correction.aliases,
            "roles": [[role.title, _iso(role.first), _iso(role.last)] for role in correction.roles],
        },
        ensure_ascii=False,
    )


def _from_row(number: int, act: Any, body: Any) -> Correction:
    return Correction(
        number=number,
        act=act,
        name=body["name"],
        other=body["other"],
        articles=tuple(body["articles"]),
        aliases=tuple(body["aliases"]),
        roles=tuple(Role(title=title, first=_date(a), last=_date(b)) for title, a, b in body["roles"]),
    )


def _iso(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()


def _date(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
