"""A bot that closes takes all that it began with it: nothing of it runs on, to fail in a store that is shut."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

import bot.app
import bot.departed
import bot.feeding
import bot.jobs
import bot.watching.runner
from bot.build import build_bot
from bot.departed import Departed, note
from bot.jobs import Reindexer
from bot.store import Store
from bot.watching.runner import WatchRunner
from index.config import Config, Sync
from tests.support.fakes import FakeArchive
from tests.support.patience import SECONDS
from tests.support.wire import until

Hang = Callable[[Store, FakeArchive], tuple[Any, str]]
# What each part waits for in the background, and here for ever: the object and the name of its method.
WAITS: dict[str, Hang] = {
    "the beginning of parts": lambda store, archive: (store, "open_jobs"),
    "old questions": lambda store, archive: (store, "purge"),
    "a pass of the watches": lambda store, archive: (store.turns, "take"),
    "a look for removals": lambda store, archive: (archive, "removed"),
    "feeds": lambda store, archive: (archive, "sync"),
    "a reindex that hears nothing": lambda store, archive: (archive, "reindex"),
}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.app, "MOMENT", 0.05)
    for module in (bot.feeding, bot.jobs, bot.watching.runner):
        monkeypatch.setattr(module, "_PATIENCE", 0.05)


@pytest.mark.parametrize("what", WAITS)
async def test_no_task_outlives_the_bot_whatever_it_waits_for(
    what: str,
    config: Config,
    store: Store,
    archive: FakeArchive,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    reached, cut = asyncio.Event(), asyncio.Event()

    async def forever(*_: Any, **__: Any) -> None:
        reached.set()
        try:
            await asyncio.Event().wait()
        finally:
            cut.set()

    holder, name = WAITS[what](store, archive)
    monkeypatch.setattr(type(holder), name, forever)
    before = asyncio.all_tasks()
    following = config.model_copy(update={"sync": Sync(with_bot=True)})
    async with build_bot(following, archive, store, shard_count=1) as one:
        beginning = asyncio.create_task(one.on_ready())
        if what != "the beginning of parts":
            await beginning
            one.part(WatchRunner).soon()
            if name == "reindex":
                await one.part(Reindexer).start(channel(), one.texts.of("en"), full=True)
        await until(reached.is_set)
        assert not cut.is_set()
    assert cut.is_set() and asyncio.all_tasks() <= before
    await store.close()
    await asyncio.sleep(0)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_a_listener_that_is_at_the_store_ends_before_it_closes(
    config: Config, store: Store, archive: FakeArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.app, "MOMENT", SECONDS)  # it ends by itself, however slow the machine
    noted = list[int]()

    async def slowly(db: Any, number: int, *, now: int) -> None:
        await asyncio.sleep(0.01)
        await note(db, number, now=now)
        noted.append(number)

    monkeypatch.setattr(bot.departed, "note", slowly)
    async with build_bot(config, archive, store, shard_count=1) as one:
        left = asyncio.create_task(one.part(Departed).left(cast(Any, SimpleNamespace(id=5))))
        await asyncio.sleep(0)
    assert left.done() and noted == [5]


def channel() -> Any:
    """Where a reindex tells how far it is."""
    sent = SimpleNamespace(id=2, channel=SimpleNamespace(id=1), guild=None, jump_url="")

    async def send(**_: Any) -> Any:
        return sent

    return SimpleNamespace(send=send)
