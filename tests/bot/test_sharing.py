"""Several processes over one store: watches are looked at by one of them, a message is answered by one."""

from __future__ import annotations

import asyncio
import os
import platform
import sqlite3
import sys

import pytest

from bot.housekeeping import Housekeeping
from bot.removed import Removed
from bot.sharing import LEASE, Turns
from bot.store import Store
from bot.watching.runner import WatchRunner
from index.config import Config
from tests.bot.conftest import World
from tests.bot.test_watch import posts
from tests.support.people import HITS


async def test_one_process_leads_until_it_leaves_or_is_gone(store: Store, config: Config) -> None:
    other = await Store.open(config.home / "bot.sqlite3")
    mine, theirs = store.turns, other.turns
    taken = await asyncio.gather(*(turns.take("watches", now=100) for turns in (mine, theirs) * 5))
    assert sum(taken) == 5 and taken.count(True) == 5  # the one that was first, every time
    leader, waiting = (mine, theirs) if taken[0] else (theirs, mine)
    assert await leader.take("watches", now=100 + LEASE - 1)  # still at work
    assert not await waiting.take("watches", now=100 + LEASE)
    assert await waiting.take("watches", now=100 + 2 * LEASE)  # killed: its turn is over
    assert not await leader.take("watches", now=100 + 2 * LEASE)
    await waiting.leave("watches")
    assert await leader.take("watches", now=100 + 2 * LEASE)
    assert await waiting.take("something else", now=100)
    await other.close()


async def test_what_a_process_held_that_has_ended_is_free_at_once(store: Store) -> None:
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "pass")
    await process.wait()
    ended = Turns(store.outbox, owner=f"{platform.node()}/{process.pid}/1/x")
    again = Turns(store.outbox, owner=f"{platform.node()}/{os.getpid()}/1/x")  # its number, at another time
    elsewhere = Turns(store.outbox, owner=f"not {platform.node()}/{process.pid}/1/x")
    for name, gone, free in (("a", ended, True), ("b", again, True), ("c", elsewhere, False)):
        assert await gone.take(name, now=100)
        assert await store.turns.take(name, now=101) is free


async def test_a_message_is_heard_once_and_forgotten_after_a_day(store: Store, config: Config) -> None:
    other = await Store.open(config.home / "bot.sqlite3")
    heard = await asyncio.gather(*(turns.heard(7, now=0) for turns in (store.turns, other.turns)))
    assert sorted(heard) == [False, True]
    assert not await store.turns.heard(8, now=90_000) and not await other.turns.heard(7, now=90_000)
    await other.close()


async def test_watches_wait_while_another_process_looks(world: World) -> None:
    await world.ann.slash(world.channel, "watch add", question="news of the ferry")
    world.archive.bring(HITS[0])
    another = Turns(world.store.outbox, owner="another process")
    assert await another.take("watches")
    await world.bot.part(WatchRunner).run_once()
    assert world.archive.stirring == []
    await another.leave("watches")
    await world.bot.part(WatchRunner).run_once()
    await world.env.settle()
    told = str([part.to_dict() for part in world.channel.last_message.components])
    assert world.archive.stirring == [1] and HITS[0].quote in told
    assert await another.take("watches")  # the turn ends with the pass


async def test_a_database_that_is_locked_for_once_ends_no_loop(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    runner, removed, daily = (world.bot.part(kind) for kind in (WatchRunner, Removed, Housekeeping))

    async def locked(*_: object, **__: object) -> bool:
        raise sqlite3.OperationalError("database is locked")

    with monkeypatch.context() as patched:
        patched.setattr(Turns, "take", locked)
        patched.setattr(Store, "purge", locked)
        patched.setattr(world.archive, "removed", locked)
        world.archive.number += 1
        for part in (runner, removed, daily):
            await part.run_once()
    await world.ann.slash(world.channel, "watch add", question="news of the ferry")
    world.archive.bring(HITS[0])
    await runner.run_once()
    await world.env.settle()
    assert len(posts(world.channel)) == 1
