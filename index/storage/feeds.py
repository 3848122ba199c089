"""Feeds in SQLite: those that were added, how each stands, which entries were loaded; and files of watched folders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import aiosqlite

from index.feed import Feed, FeedState

_TIMES = ("next_at", "succeeded_at", "failed_at")
_STATE = tuple(field.name for field in fields(FeedState))


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry of a feed that was met: `stamp` stands for what it said; `tries` of its page failed so far.

    `done`: it needs no other try.
    """

    key: str
    stamp: str
    tries: int
    done: bool


async def stored_feeds(db: aiosqlite.Connection) -> tuple[Feed, ...]:
    """The feeds that were added to this archive, in the order in which they were."""
    found = await db.execute_fetchall("SELECT url, source, minutes, full_text FROM feeds ORDER BY rowid")
    return tuple(Feed(**dict(row)) for row in found)


async def put_feed(db: aiosqlite.Connection, feed: Feed) -> None:
    """Add a feed, or change the settings of one; the caller commits."""
    await db.execute(
        "INSERT INTO feeds (url, source, minutes, full_text) VALUES (?, ?, ?, ?) ON CONFLICT (url) DO UPDATE"
        " SET source = excluded.source, minutes = excluded.minutes, full_text = excluded.full_text",
        (feed.url, feed.source, feed.minutes, feed.full_text),
    )


async def drop_feed(db: aiosqlite.Connection, url: str) -> bool:
    """Follow a feed no longer and forget what was seen of it; False where it was not added. The caller commits."""
    done = await db.execute("DELETE FROM feeds WHERE url = ?", (url,))
    await db.execute("DELETE FROM feed_states WHERE url = ?", (url,))
    await db.execute("DELETE FROM feed_entries WHERE feed = ?", (url,))
    return done.rowcount > 0


async def feed_states(db: aiosqlite.Connection) -> dict[str, FeedState]:
    """How each feed stands that was looked at, by address."""
    found = await db.execute_fetchall(f"SELECT {', '.join(_STATE)} FROM feed_states")  # noqa: S608 - our own names
    states: dict[str, FeedState] = {}
    for row in found:
        values: dict[str, Any] = dict(row)
        values |= {name: dt.datetime.fromisoformat(row[name]) if row[name] else None for name in _TIMES}
        states[row["url"]] = FeedState(**values)
    return states


async def put_state(db: aiosqlite.Connection, state: FeedState) -> None:
    """Keep how a feed stands; the caller commits."""
    values = [value.isoformat() if isinstance(value := getattr(state, name), dt.datetime) else value for name in _STATE]
    await db.execute(
        f"INSERT OR REPLACE INTO feed_states ({', '.join(_STATE)}) VALUES ({', '.join('?' * len(_STATE))})",  # noqa: S608
        values,
    )


async def seen_entries(db: aiosqlite.Connection, feed: str) -> dict[str, Seen]:
    """The entries of a feed that were met, by key."""
    found = await db.execute_fetchall("SELECT key, stamp, tries, done FROM feed_entries WHERE feed = ?", (feed,))
    return {row["key"]: Seen(row["key"], row["stamp"], row["tries"], bool(row["done"])) for row in found}


async def put_seen(db: aiosqlite.Connection, feed: str, entries: Iterable[Seen]) -> None:
    """Keep that entries were met; the caller commits."""
    await db.executemany(
        "INSERT OR REPLACE INTO feed_entries (feed, key, stamp, tries, done) VALUES (?, ?, ?, ?, ?)",
        [(feed, one.key, one.stamp, one.tries, one.done) for one in entries],
    )


async def watched_files(db: aiosqlite.Connection) -> dict[str, tuple[int, int]]:
    """The files of watched folders that were read: path to (bytes, time of change in nanoseconds)."""
    found = await db.execute_fetchall("SELECT path, size, changed FROM watched_files")
    return {row["path"]: (row["size"], row["changed"]) for row in found}


async def put_watched(db: aiosqlite.Connection, files: Mapping[str, tuple[int, int]], gone: Sequence[str] = ()) -> None:
    """Keep which files were read, and forget those that have gone; the caller commits."""
    await db.executemany("DELETE FROM watched_files WHERE path = ?", [(path,) for path in gone])
    await db.executemany(
        "INSERT OR REPLACE INTO watched_files (path, size, changed) VALUES (?, ?, ?)",
        [(path, size, changed) for path, (size, changed) in files.items()],
    )
