"""Following on a schedule: every feed when it is due, folders every minute, until somebody says stop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from index.errors import Busy
from index.feed import FeedStatus
from index.feeds.results import Synced
from index.feeds.schedule import seconds_until
from index.fetching.polite import Clock, Fetcher
from index.progress import CancelToken


class Follows(Protocol):
    """What is needed of an archive."""

    async def sync(
        self,
        *,
        due: bool = False,
        fetcher: Fetcher | None = None,
        clock: Clock | None = None,
        cancel: CancelToken | None = None,
    ) -> Synced:
        """One round; see `Archive.sync`."""
        ...

    async def feeds(self) -> tuple[FeedStatus, ...]:
        """What is followed, and how it stands."""
        ...


async def watch(
    archive: Follows,
    *,
    fetcher: Fetcher,
    told: Callable[[Synced | Exception], None],
    cancel: CancelToken,
    clock: Clock | None = None,
) -> None:
    """Sync what is due, sleep until the next is, and again, until `cancel` is set.

    `told` gets what each round brought, and errors that let a round fail (another process writes, a disk is full):
    the next one tries again. What was reached is in the store after every round, so that it may be killed at any time.
    """
    clock = clock or Clock()
    while not cancel.cancelled:
        try:
            told(await archive.sync(due=True, fetcher=fetcher, clock=clock, cancel=cancel))
            wait = seconds_until(clock.now(), [feed.next_at for feed in await archive.feeds()])
        except Exception as error:  # whatever it is, the next round may do better
            if cancel.cancelled:
                return
            told(error)
            wait = 60.0 if isinstance(error, Busy) else 300.0
        await _sleep(wait, clock, cancel)


async def _sleep(seconds: float, clock: Clock, cancel: CancelToken) -> None:
    """Sleep in short pieces: a token that another thread or a signal sets ends it within two seconds."""
    while seconds > 0 and not cancel.cancelled:
        piece = min(seconds, 2.0)
        await clock.sleep(piece)
        seconds -= piece
    await asyncio.sleep(0)
