"""Where computation happens: threads beside the event loop, with a bounded queue."""

from __future__ import annotations

import asyncio
import contextlib
import math
import os
import threading
import time
from collections import Counter, deque
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, ParamSpec, TypeVar

from index.errors import Busy
from index.pace import Pace, slowed

_FIRST = 0.2  # seconds that a question needs, as long as none was measured
_STEP = 3.0  # seconds between two steps of long work at most
_QUIET = 5.0  # seconds without work after which memory is given back
_IN_WORK = 1  # whole questions, one after the other: a model takes all cores, and side by side all would end last

P = ParamSpec("P")
T = TypeVar("T")


def cores() -> int:
    """Threads for computation: `OMP_NUM_THREADS` where it is set, else the cores that this process may use."""
    wished = os.environ.get("OMP_NUM_THREADS", "").partition(",")[0].strip()
    if wished.isdigit() and int(wished) > 0:
        return int(wished)
    return processors()


def processors() -> int:
    """Cores that this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


class Workers:
    """Three lanes of one thread each: questions, looks that take milliseconds, and bulk work.

    A reindex never stands before a question, and what is asked at every keystroke (names, outlets) never waits for a
    question that is being read. Models use all cores inside one call; more threads in a lane would only make them wait
    for each other.
    """

    def __init__(self, queue: int) -> None:
        self._questions = ThreadPoolExecutor(1, thread_name_prefix="onrecord-question")
        self._looks = ThreadPoolExecutor(1, thread_name_prefix="onrecord-look")
        self._bulk = ThreadPoolExecutor(1, thread_name_prefix="onrecord-bulk")
        self._limit = queue
        self._waiting: Counter[str] = Counter()
        self._turns = Turns(_IN_WORK)
        self._pace = Pace(_FIRST, slower=slowed(cores(), processors()))
        self._bulk_calls = 0
        self._bulk_ended = -math.inf
        self._rests: list[tuple[float, Callable[[], None]]] = []  # seconds of quiet, and what is done then
        self._rested = 0  # how many of them were
        self._ends: list[Callable[[], None]] = []
        self._timer: asyncio.TimerHandle | None = None
        self._last = 0.0  # when something was computed, by the clock of the loop

    @property
    def waiting(self) -> int:
        """Questions that are in work or wait."""
        return self._waiting.total()

    @property
    def expected_wait(self) -> float:
        """Seconds until a question that came now would have its turn: those before it at the pace of the last ones."""
        return self.waiting * self._pace.seconds(beside=self._laden)

    @property
    def _laden(self) -> bool:
        """Whether bulk work runs; between two steps of it, too."""
        return self._bulk_calls > 0 or time.monotonic() - self._bulk_ended < _STEP

    @contextlib.asynccontextmanager
    async def asking(self, face: str = "") -> AsyncGenerator[None]:
        """A whole question's turn, in order of arrival.

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
                start = time.perf_counter()
                try:
                    yield
                finally:
                    self._pace.note(time.perf_counter() - start, beside=self._laden)
        finally:
            self._waiting[face] -= 1

    async def question(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a call of the question's path off the event loop."""
        self.stir()
        return await _run(self._questions, lambda: call(*args, **kwargs))

    async def look(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a short call off the event loop: what somebody waits for while typing."""
        return await _run(self._looks, lambda: call(*args, **kwargs))

    async def bulk(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a call of long work off the event loop."""
        self.stir()
        self._bulk_calls += 1
        try:
            return await _run(self._bulk, lambda: call(*args, **kwargs))
        finally:
            self._bulk_calls -= 1
            self._bulk_ended = time.monotonic()

    def when_quiet(self, rest: Callable[[], None], after: float | None = None) -> None:
        """Call `rest` on the questions' lane whenever nothing was computed for so many seconds (None: a few)."""
        self._rests = sorted([*self._rests, (_QUIET if after is None else after, rest)], key=lambda one: one[0])

    def at_close(self, end: Callable[[], None]) -> None:
        """Call `end` when nothing is computed any more."""
        self._ends.append(end)

    def stir(self) -> None:
        """Something is being computed; on the event loop."""
        loop = asyncio.get_running_loop()
        self._last = loop.time()
        if self._rested and self._timer is not None:  # it waits for a longer silence, which this has broken
            self._timer.cancel()
            self._timer = None
        self._rested = 0
        if self._timer is None and self._rests:
            self._timer = loop.call_later(self._rests[0][0], self._look_around, loop)

    def _look_around(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer = None
        quiet = loop.time() - self._last
        while not self.waiting and self._rested < len(self._rests) and self._rests[self._rested][0] <= quiet:
            with contextlib.suppress(RuntimeError):  # closed meanwhile
                self._questions.submit(self._rests[self._rested][1])
            self._rested += 1
        if self._rested < len(self._rests):
            after = self._rests[self._rested][0]
            self._timer = loop.call_later(max(after - quiet, after / 5), self._look_around, loop)

    def close(self) -> None:
        """Let running calls end; queued ones are dropped."""
        for pool in (self._questions, self._looks, self._bulk):
            pool.shutdown(wait=True, cancel_futures=True)
        for end in self._ends:
            end()


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

    def forget(self) -> None:
        """Let go of the value; whoever wants it next makes it again."""
        with self._lock:
            self._value.clear()


async def _run(pool: ThreadPoolExecutor, call: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(pool, call)
