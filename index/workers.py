"""Where computation happens: threads beside the event loop, with a bounded queue."""

from __future__ import annotations

import asyncio
import contextlib
import math
import statistics
import threading
import time
from collections import Counter, deque
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Generic, ParamSpec, TypeVar

from index.errors import Busy

_FIRST = 0.2  # seconds that a question needs, as long as none was measured
_SLOWEST = 1.0
_IN_WORK = 8  # questions at once: enough to share the models' batches, few enough that a newcomer is soon among them

P = ParamSpec("P")
T = TypeVar("T")


class Workers:
    """One lane for questions and one for bulk work, so that a reindex never stands before a question.

    Models use several cores inside one call; more threads per lane would only make them wait for each other.
    """

    def __init__(self, queue: int) -> None:
        self._questions = ThreadPoolExecutor(1, thread_name_prefix="onrecord-question")
        self._bulk = ThreadPoolExecutor(1, thread_name_prefix="onrecord-bulk")
        self._limit = queue
        self._waiting: Counter[str] = Counter()
        self._turns = Turns(_IN_WORK)
        self._ended: deque[float] = deque(maxlen=20)

    @property
    def waiting(self) -> int:
        """Questions that are in work or wait."""
        return self._waiting.total()

    @property
    def expected_wait(self) -> float:
        """Seconds until a question that came now would be answered: those before it, at the pace of the last ones.

        While few ask, the gaps between answers tell nothing; a question is then taken to need a second at most.
        """
        gaps = [later - earlier for earlier, later in pairwise(self._ended)]
        return self.waiting * (min(statistics.median(gaps), _SLOWEST) if gaps else _FIRST)

    @contextlib.asynccontextmanager
    async def asking(self, face: str = "") -> AsyncGenerator[None]:
        """The time of one question of a face, from its coming to its answer.

        Each face has a queue of its own and faces take turns, so that a crowd at one never stands before the
        questions of another. Raises Busy when as many of that face wait as may.
        """
        if self._waiting[face] >= self._limit:
            seconds = max(1, math.ceil(self.expected_wait))
            raise Busy(
                f"{self._waiting[face]} questions are waiting already; ask again in about {seconds} seconds", seconds
            )
        self._waiting[face] += 1
        try:
            async with self._turns.take(face):
                yield
        finally:
            self._waiting[face] -= 1
            self._ended.append(time.perf_counter())

    async def question(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a call of the question's path off the event loop."""
        return await _run(self._questions, lambda: call(*args, **kwargs))

    async def bulk(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a call of long work off the event loop."""
        return await _run(self._bulk, lambda: call(*args, **kwargs))

    def close(self) -> None:
        """Let running calls end; queued ones are dropped."""
        for pool in (self._questions, self._bulk):
            pool.shutdown(wait=True, cancel_futures=True)


class Turns:
    """At most so many at once; whoever waits is let in by face in turn, and within a face in order."""

    def __init__(self, most: int) -> None:
        self._free = most
        self._lines: dict[str, deque[asyncio.Future[None]]] = {}

    @contextlib.asynccontextmanager
    async def take(self, face: str) -> AsyncGenerator[None]:
        """Hold one of the places; waits until one is free."""
        if self._free:
            self._free -= 1
        else:
            await self._wait(face)
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self, face: str) -> None:
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._lines.setdefault(face, deque()).append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self._pass_on()  # the place came at the moment of the cancellation
            raise

    def _pass_on(self) -> None:
        """Give a place to the face that has waited longest for its turn; a face that was served goes to the end."""
        while self._lines:
            face = next(iter(self._lines))
            line = self._lines.pop(face)
            place = line.popleft()
            if line:
                self._lines[face] = line
            if not place.done():
                place.set_result(None)
                return
        self._free += 1


class Lazy(Generic[T]):
    """A value that the first caller makes, once, whichever thread it is on."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._value: list[T] = []

    def get(self) -> T:
        """The value; blocks while it is made."""
        with self._lock:
            if not self._value:
                self._value.append(self._make())
            return self._value[0]

    @property
    def made(self) -> bool:
        """Whether somebody made it already."""
        return bool(self._value)


async def _run(pool: ThreadPoolExecutor, call: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(pool, call)
