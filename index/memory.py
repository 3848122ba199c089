"""What was worked out once and is given again: bounded, and shared by those who ask at the same time."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Bounded(Generic[K, T]):
    """The values that were used last, at most `most` of them; 0 keeps none."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[K, T] = OrderedDict()

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: K) -> T | None:
        """The value, which now counts as used last; None: it is not there."""
        if key not in self._values:
            return None
        self._values.move_to_end(key)
        return self._values[key]

    def put(self, key: K, value: T) -> None:
        """Keep a value; the one that was used longest ago makes room."""
        self._values[key] = value
        self._values.move_to_end(key)
        while len(self._values) > self._most:
            self._values.popitem(last=False)

    def clear(self) -> None:
        """Forget all."""
        self._values.clear()


class Shared(Generic[K, T]):
    """Results by key, kept in bounds; those who want the same at the same time wait for one run.

    Used on one event loop. A run goes on when whoever started it gives up: others may wait for it, and its result is
    kept. What it raises reaches all who wait and is not kept.
    """

    def __init__(self, most: int) -> None:
        self._kept: Bounded[K, T] = Bounded(most)
        self._running: dict[K, asyncio.Task[T]] = {}

    def known(self, key: K) -> T | None:
        """What is kept for a key; None: nothing."""
        return self._kept.get(key)

    async def get(self, key: K, make: Callable[[], Awaitable[T]]) -> T:
        """What is kept for a key, else what `make` gives."""
        known = self._kept.get(key)
        if known is not None:
            return known
        task = self._running.get(key)
        if task is None:
            task = asyncio.create_task(self._run(key, make))
            self._running[key] = task
            task.add_done_callback(_heard)
        return await asyncio.shield(task)

    def clear(self) -> None:
        """Forget what is kept; what runs goes on."""
        self._kept.clear()

    async def close(self) -> None:
        """Stop what runs and wait until it has stopped."""
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _run(self, key: K, make: Callable[[], Awaitable[T]]) -> T:
        try:
            value = await make()
            self._kept.put(key, value)
            return value
        finally:
            self._running.pop(key, None)


def _heard(task: asyncio.Task[T]) -> None:
    """An error that nobody waits for any more is no news for the loop's log."""
    if not task.cancelled():
        task.exception()
