"""How long the event loop is held by one callback, whatever else the machine does."""

from __future__ import annotations

import asyncio
import time
from typing import Any

_run = asyncio.Handle._run


class Lag:
    """`longest`: the most processor seconds that one callback took on the loop's thread while this was entered.

    Processor time and not the clock's: a busy neighbour makes every callback long, and blocks nothing of ours.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self.where = ""

    async def __aenter__(self) -> Lag:
        await asyncio.sleep(0)  # what began before this is not ours
        asyncio.Handle._run = self._measured()  # type: ignore[method-assign]
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.sleep(0)  # the last callback has ended
        asyncio.Handle._run = _run  # type: ignore[method-assign]

    def _measured(self) -> Any:
        lag = self

        def measured(handle: asyncio.Handle) -> None:
            before = time.thread_time()
            _run(handle)
            taken = time.thread_time() - before
            if taken > lag.longest:
                lag.longest, lag.where = taken, repr(handle)

        return measured
