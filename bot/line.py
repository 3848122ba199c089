"""Whose question is next: whole questions, servers in turn, in a server its members in turn, each one's in order.

What is told of the wait is measured: how long the last answers lay apart while somebody waited; what turns out
otherwise than it was told is told again. A question that cannot be answered while Discord still takes the answer is
refused at once, with the time when to come back.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable, Coroutine, Hashable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from index.errors import Busy
from index.pace import SLOWER, Pace

PLACES = 2  # questions in work: one computes while another reads; more would only make the first ones late
LIFE = 13 * 60.0  # seconds; Discord takes an answer for 15 minutes
AGAIN = 10.0  # seconds
_OTHERWISE = 1.4  # times longer or shorter than it was told
_WORTH = 5.0  # seconds that it differs by at least
_FIRST = 1.0  # seconds between two answers, as long as none was measured

Place = asyncio.Future[None]
Tell = Callable[[float], Coroutine[Any, Any, None]]
Users = dict[Hashable, deque[Place]]


class Line:
    """`async with line.turn(server, user):` around one question. Use from one event loop.

    `most`: questions that may wait. `clock` gives seconds. `beside` tells whether long work runs beside the answers.
    `again`: seconds between two looks whether what was told still holds. `slower`: how many times longer an answer
    takes beside long work, until that is measured.
    """

    beside: Callable[[], bool]

    def __init__(
        self,
        most: int,
        *,
        places: int = PLACES,
        clock: Callable[[], float] = time.monotonic,
        again: float = AGAIN,
        slower: float = SLOWER,
    ) -> None:
        self._most = most
        self._free = self._places = places
        self._clock = clock
        self._servers: dict[Hashable, Users] = {}
        self._again = again
        self._pace = Pace(_FIRST, slower=slower)
        self.beside = lambda: False
        self._last = clock()  # when the line last gave an answer, or began to work

    @property
    def waiting(self) -> int:
        """Questions that wait for their turn."""
        return sum(len(line) for users in self._servers.values() for line in users.values())

    @property
    def pace(self) -> float:
        """Seconds between two answers while the line works."""
        return self._pace.seconds(beside=self.beside())

    def assume(self, pace: float) -> None:
        """Seconds between two answers, until some are measured."""
        self._pace.assume(pace)

    def wait(self, server: Hashable, user: Hashable) -> float:
        """Seconds until a question that this user asked now would be answered; 0 where it begins at once.

        Who comes later from elsewhere may still go first: the wait grows with a crowd, and a crowd is shared.
        """
        if self._free:
            return 0.0
        own = len(self._servers.get(server, {}).get(user, ()))
        return self._seconds(self._before(server, user, own))

    def _seconds(self, before: int) -> float:
        """Until a question is answered that has so many before it."""
        return (self._places / 2 + before + 1) * self.pace  # those in work are half done

    def check(self, server: Hashable, user: Hashable) -> None:
        """Raises Busy for a question that could not be answered in time, or that finds too many waiting."""
        seconds = self.wait(server, user)
        if self.waiting >= self._most or seconds > LIFE:
            # In that time so many are answered that there is room again.
            over = max(self.waiting - self._most + 1, math.ceil((seconds - LIFE) / self.pace), 1)
            soon = max(1, math.ceil(over * self.pace))
            raise Busy(f"{self.waiting} questions are waiting already; ask again in about {soon} seconds", soon)

    @asynccontextmanager
    async def turn(self, server: Hashable, user: Hashable, *, tell: Tell | None = None) -> AsyncGenerator[None]:
        """Wait for a turn and hold it. Raises Busy at once, as `check` does.

        `tell` gets the seconds of the wait as soon as there is one, beside the waiting, and again where they turn out
        otherwise; it has ended at the turn.
        """
        self.check(server, user)
        telling = None
        if self._free:
            if self._free == self._places:
                self._last = self._clock()  # idle until now
            self._free -= 1
        else:
            seconds = self.wait(server, user)
            place: Place = asyncio.get_running_loop().create_future()
            self._servers.setdefault(server, {}).setdefault(user, deque()).append(place)
            if tell is not None:
                telling = asyncio.ensure_future(self._tell(tell, seconds, server, user, place))
            try:
                await self._stand(server, user, place)
            except BaseException:
                if telling is not None:
                    telling.cancel()
                raise
        try:
            if telling is not None:
                await telling
            yield
        finally:
            now = self._clock()
            self._pace.note(now - self._last, beside=self.beside())
            self._last = now
            self._pass_on()

    async def _tell(self, tell: Tell, seconds: float, server: Hashable, user: Hashable, place: Place) -> None:
        """Tell a wait, and another one whenever it turns out to be much longer or shorter."""
        end = self._clock() + seconds
        await tell(seconds)
        while not place.done():
            await asyncio.wait({place}, timeout=self._again)
            line = self._servers.get(server, {}).get(user, deque[Place]())
            if place.done() or place not in line:
                return
            seconds = self._seconds(self._before(server, user, line.index(place)))
            told = max(end - self._clock(), 1.0)
            if abs(seconds - told) > _WORTH and not 1 / _OTHERWISE < seconds / told < _OTHERWISE:
                end = self._clock() + seconds
                await tell(seconds)

    async def _stand(self, server: Hashable, user: Hashable, place: Place) -> None:
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self._pass_on()  # the turn came at the moment of the cancellation
            else:
                self._leave(server, user, place)
            raise

    def _leave(self, server: Hashable, user: Hashable, place: Place) -> None:
        line = self._servers.get(server, {}).get(user, deque())
        if place in line:
            line.remove(place)
            self._tidy(server, user)

    def _tidy(self, server: Hashable, user: Hashable) -> None:
        users = self._servers[server]
        if not users[user]:
            del users[user]
        if not users:
            del self._servers[server]

    def _pass_on(self) -> None:
        """Give a place to the server that has waited longest for its turn, there to the member who has."""
        while self._servers:
            server = next(iter(self._servers))
            users = self._servers[server] = self._servers.pop(server)  # to the end
            user = next(iter(users))
            line = users[user] = users.pop(user)
            place = line.popleft()
            self._tidy(server, user)
            if not place.done():
                place.set_result(None)
                return
        self._free += 1

    def _before(self, server: Hashable, user: Hashable, own: int) -> int:
        """How many of the waiting have their turn before the question of this user with `own` of theirs before it."""
        users = self._servers.get(server, {})
        in_server = own + _turns({name: len(line) for name, line in users.items()}, user, own)
        sizes = {name: sum(map(len, lines.values())) for name, lines in self._servers.items()}
        return in_server + _turns(sizes, server, in_server)


def _turns(sizes: Mapping[Hashable, int], mine: Hashable, before: int) -> int:
    """How many turns the others have until I, in the order of `sizes` or behind it, had `before` and have one more."""
    names = list(sizes)
    place = names.index(mine) if mine in sizes else len(names)
    return sum(min(size, before + (names.index(name) < place)) for name, size in sizes.items() if name != mine)
