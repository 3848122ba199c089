"""Feeds within the bot: only where it is set, stopped with the bot, shown in /status."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

from bot.feeding import Feeding
from bot.texts import Texts
from bot.views.status import Gateway, status_view
from index.config import Config, Sync
from index.feed import FeedStatus
from tests.support.fakes import FakeArchive
from tests.support.layouts import text_of
from tests.support.people import STATUS
from tests.support.wire import until

NOW = dt.datetime(2026, 5, 4, 8, 0, tzinfo=dt.UTC)
GATEWAY = Gateway(latency=0.05, shards=1, guilds=1, started=NOW, reindexing=False)


def feed(name: str, *, error: str | None = None, succeeded: bool = True) -> FeedStatus:
    return FeedStatus(
        url=f"https://courier.example/{name}",
        source=name,
        title=None,
        minutes=30,
        full_text="auto",
        configured=False,
        succeeded_at=NOW if succeeded else None,
        failed_at=NOW if error else None,
        error=error,
        failing=error is not None,
        next_at=NOW,
        articles=3,
    )


def test_the_status_shows_each_feeds_last_success_and_error_the_failing_first() -> None:
    t = Texts.load().of("en-GB")
    status = replace(STATUS, feeds=(feed("Courier"), feed("Gazette", error="the site answered with status 500")))
    shown = text_of(status_view(t, status, GATEWAY).to_components())
    assert "2 feeds are followed · 1 failing" in shown
    assert shown.index("Gazette: last success <t:1777881600:R> · last error") < shown.index("Courier: last success")
    assert "status 500" in shown
    assert "feed" not in text_of(status_view(t, STATUS, GATEWAY).to_components())


def test_a_hundred_feeds_fit_into_one_message() -> None:
    t = Texts.load().of("de")
    status = replace(STATUS, feeds=tuple(feed("x" * 300, error="y" * 300) for _ in range(100)))
    assert len(text_of(status_view(t, status, GATEWAY).to_components())) < 4000


async def test_feeds_are_followed_only_where_it_is_set_and_not_beyond_the_bot() -> None:
    archive, looks = FakeArchive(), list[str]()
    watches = cast(Any, SimpleNamespace(soon=lambda: looks.append("looked")))
    off = Feeding(cast(Any, SimpleNamespace(config=Config(), archive=archive, keep=id)), watches)
    await off.begin()
    await asyncio.sleep(0.05)
    await off.close()
    assert archive.syncs == []
    following = Config(sync=Sync(with_bot=True))
    on = Feeding(cast(Any, SimpleNamespace(config=following, archive=archive, keep=id)), watches)
    await on.begin()
    await until(lambda: looks)
    await on.close()
    assert archive.syncs == [True] and looks == ["looked"]
