"""The order of questions: by arrival, fair between servers and members, with a wait that is measured and bounded."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.line import LIFE, Line
from index.errors import Busy
from index.pace import Pace

Who = tuple[int, int]  # server, member


class Hall:
    """Questions that stand in a line, and a clock that only a test moves."""

    def __init__(self, *, places: int = 1, most: int = 1000) -> None:
        self.now = 0.0
        self.line = Line(most, places=places, clock=lambda: self.now)
        self.began: list[object] = []
        self.tasks: dict[object, asyncio.Task[None]] = {}
        self._ends: dict[object, asyncio.Event] = {}

    async def come(self, name: object, who: Who) -> None:
        """Somebody asks, and stays until `answer`."""
        self._ends[name] = asyncio.Event()
        self.tasks[name] = asyncio.create_task(self._ask(name, who))
        await self._rest()

    async def _ask(self, name: object, who: Who) -> None:
        async with self.line.turn(*who):
            self.began.append(name)
            await self._ends[name].wait()

    async def answer(self, seconds: float = 0.0) -> None:
        """The question that began first of those in work is answered after so many seconds."""
        self.now += seconds
        name = next(name for name in self.began if not self._ends[name].is_set())
        self._ends[name].set()
        await self._rest()

    async def leave(self, name: object) -> None:
        """Who waits is not waited for any more."""
        self.tasks[name].cancel()
        await self._rest()

    @staticmethod
    async def _rest() -> None:
        for _ in range(6):
            await asyncio.sleep(0)

    async def close(self) -> None:
        for task in self.tasks.values():
            task.cancel()
        await asyncio.gather(*self.tasks.values(), return_exceptions=True)


@asynccontextmanager
async def hall(arrivals: Sequence[Who], **options: int):  # type: ignore[no-untyped-def]
    opened = Hall(**options)
    for number, who in enumerate(arrivals):
        await opened.come(number, who)
    yield opened
    await opened.close()


async def order(arrivals: Sequence[Who]) -> list[object]:
    async with hall(arrivals) as opened:
        for _ in arrivals:
            await opened.answer(1.0)
        return opened.began


async def test_one_member_is_answered_in_order() -> None:
    assert await order([(1, 1)] * 4) == [0, 1, 2, 3]


async def test_a_crowd_of_one_server_does_not_stand_before_another() -> None:
    assert await order([(1, n) for n in range(6)] + [(2, 9)]) == [0, 1, 6, 2, 3, 4, 5]


async def test_a_member_with_many_questions_does_not_stand_before_the_others() -> None:
    assert await order([(1, 1)] * 4 + [(1, 2), (1, 3)]) == [0, 1, 4, 5, 2, 3]


whos = st.tuples(st.integers(1, 3), st.integers(1, 3))


@settings(max_examples=80, deadline=None)
@given(st.lists(whos, min_size=1, max_size=14), whos)
def test_the_place_that_is_told_is_the_place_that_is_had(arrivals: list[Who], who: Who) -> None:
    async def check() -> None:
        async with hall(arrivals) as opened:
            told = round(opened.line.wait(*who) / opened.line.pace - 1 / 2) - 1  # half of what is in work, and its own
            await opened.come("mine", who)
            while "mine" not in opened.began:
                await opened.answer(1.0)
            assert opened.began.index("mine") == told + 1  # and the one that was in work

    asyncio.run(check())


@settings(max_examples=40, deadline=None)
@given(st.lists(whos, min_size=3, max_size=12), st.data())
def test_who_leaves_is_passed_over_and_nobody_is_forgotten(arrivals: list[Who], data: st.DataObject) -> None:
    async def check() -> None:
        async with hall(arrivals) as opened:
            gone = data.draw(st.sets(st.sampled_from(range(1, len(arrivals)))))
            for number in gone:
                opened.tasks[number].cancel()
            await opened.answer(1.0)  # the place is passed on while they are going
            while opened.line.waiting or len(opened.began) < len(arrivals) - len(gone):
                await opened.answer(1.0)
            assert set(opened.began) == set(range(len(arrivals))) - gone

    asyncio.run(check())


async def test_a_cancelled_question_in_work_frees_its_place() -> None:
    async with hall([(1, 1), (1, 2)]) as opened:
        await opened.leave(0)
        assert opened.began == [0, 1]
        await opened.leave(1)
        assert opened.line.wait(1, 1) == 0 and opened.line.waiting == 0


async def test_the_wait_is_measured_and_not_capped() -> None:
    async with hall([(1, n) for n in range(60)], places=2) as opened:
        for _ in range(10):
            await opened.answer(5.0)
        assert opened.line.pace == pytest.approx(5.0)
        told = opened.line.wait(1, 99)
        assert told == pytest.approx((60 - 10) * 5.0, rel=0.1)


async def test_idle_time_is_no_work() -> None:
    async with hall([(1, 1)]) as opened:
        await opened.answer(2.0)
        opened.now += 3600
        await opened.come("later", (1, 1))
        await opened.answer(2.0)
        assert opened.line.pace == 2.0


async def test_what_cannot_be_answered_in_time_is_refused_at_once_with_the_time_to_come_back() -> None:
    async with hall([(1, n) for n in range(40)]) as opened:
        for _ in range(20):
            await opened.answer(60.0)
        assert opened.line.wait(1, 99) > LIFE
        with pytest.raises(Busy) as caught:
            opened.line.check(1, 99)
        assert caught.value.seconds is not None
        waited = 0.0
        while waited < caught.value.seconds:
            await opened.answer(60.0)
            waited += 60.0
        opened.line.check(1, 99)  # it was worth coming back
        opened.line.check(2, 1)  # who comes from a quiet server


async def test_too_many_waiting_are_refused() -> None:
    async with hall([(1, n) for n in range(4)], most=3) as opened:
        with pytest.raises(Busy, match="3 questions are waiting"):
            opened.line.check(1, 9)
        await opened.answer(1.0)
        opened.line.check(1, 9)


async def test_everybody_of_a_crowd_is_told_a_wait_that_grows() -> None:
    line = Line(20, places=1)
    go = asyncio.Event()
    told: dict[int, float] = {}

    async def ask(number: int) -> None:
        async def tell(seconds: float) -> None:
            told[number] = seconds

        await asyncio.sleep(0.01)  # all look for what they need first, and then stand in line at once
        async with line.turn("s", number, tell=tell):
            assert number == 0 or number in told  # before the answer
            await go.wait()

    asked = [asyncio.create_task(ask(number)) for number in range(6)]
    await asyncio.sleep(0.05)
    assert list(told) == [1, 2, 3, 4, 5] and sorted(told.values()) == list(told.values()) and told[1] < told[5]
    go.set()
    await asyncio.gather(*asked)


async def test_a_wait_that_turns_out_otherwise_is_told_again() -> None:
    opened = Hall()
    opened.line = Line(1000, places=1, clock=lambda: opened.now, again=0.001)
    told: list[float] = []

    async def tell(seconds: float) -> None:
        told.append(seconds)

    async def last() -> None:
        async with opened.line.turn(1, 1, tell=tell):
            opened.began.append("last")

    for number in range(20):
        await opened.come(number, (1, 1))
    task = asyncio.create_task(last())
    await asyncio.sleep(0.02)
    assert told == [pytest.approx(20.5)]  # a second each is taken for granted
    for _ in range(5):
        await opened.answer(1.0)
        await asyncio.sleep(0.02)
    assert len(told) == 1  # as it was told
    for _ in range(5):
        await opened.answer(4.0)
        await asyncio.sleep(0.02)
    assert len(told) >= 2
    assert told[-1] / (10 * opened.line.pace) == pytest.approx(1, rel=0.5)
    for _ in range(10):
        await opened.answer(2.5)
    before = len(told)
    await asyncio.sleep(0.02)
    assert "last" in opened.began and len(told) == before  # nothing is told behind the turn
    await task
    await opened.close()


async def test_a_wait_that_cannot_be_told_gives_the_place_back() -> None:
    line = Line(20, places=1)

    async def tell(_: float) -> None:
        raise ConnectionError

    async def ask() -> None:
        async with line.turn("s", "second", tell=tell):
            pass

    async with line.turn("s", "first"):
        second = asyncio.create_task(ask())
        await asyncio.sleep(0.01)
    with pytest.raises(ConnectionError):
        await second
    async with asyncio.timeout(5), line.turn("s", "third"):
        assert line.waiting == 0


async def test_a_wait_beside_long_work_is_told_from_what_is_known_without_it() -> None:
    async with hall([(1, n) for n in range(90)]) as opened:
        for _ in range(40):
            await opened.answer(1.0)
        assert opened.line.pace == pytest.approx(1.0)
        opened.line.beside = lambda: True
        assert opened.line.pace == pytest.approx(2.0)  # a reindex takes one of two cores
        for _ in range(40):
            await opened.answer(3.0)
        assert opened.line.pace == pytest.approx(3.0, rel=0.1)
        opened.line.beside = lambda: False
        assert opened.line.pace == pytest.approx(1.0, rel=0.1)


def test_what_was_rehearsed_counts_until_enough_is_measured() -> None:
    pace = Pace(first=1.0)
    assert pace.seconds(beside=False) == 1.0
    pace.assume(0.2)
    assert pace.seconds(beside=False) == pytest.approx(0.2)
    pace.note(1.0, beside=False)  # a hard question among easy ones
    assert pace.seconds(beside=False) == pytest.approx(1 / 3)
    for _ in range(40):
        pace.note(1.0, beside=False)
    assert pace.seconds(beside=False) == pytest.approx(1.0, rel=0.15)
