"""A full queue: the user is told how long, at once or in the place of the answer."""

from __future__ import annotations

import asyncio

import pytest

from bot.errors import report
from bot.line import LIFE
from bot.texts import Texts
from index.errors import Busy
from index.workers import Workers
from tests.bot.conftest import World
from tests.support.layouts import text_of

T = Texts.load().of("en")


async def test_a_full_queue_tells_when_to_come_back(world: World) -> None:
    result = await world.ann.slash(world.channel, "ask", question="busy")
    told = [part for part in (result.response, *result.followups) if part is not None]
    assert any("Ask again in about 7 seconds" in text_of(part.components) for part in told)
    assert world.handled()


@pytest.mark.parametrize(("pace", "told"), [(2.1, 1), (0.5, 0)])
async def test_a_long_wait_is_told_in_the_place_of_the_answer(world: World, pace: float, told: int) -> None:
    go = asyncio.Event()
    world.bot.line.assume(pace)

    async def hold() -> None:
        async with world.bot.line.turn("another server", "somebody"):
            await go.wait()

    def shown() -> list[str]:
        return [str(entry.json) for entry in world.env.http_requests if "@original" in entry.path]

    async def leave() -> None:
        async with asyncio.timeout(60):
            while world.bot.line.waiting == 0 or len(shown()) < told:
                await asyncio.sleep(0.001)
        go.set()

    held = [asyncio.create_task(step()) for step in (hold, hold, leave)]
    await asyncio.sleep(0)
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    await asyncio.gather(*held)
    assert len(shown()) == told + 1
    assert ("Waiting in line: about 5 seconds" in shown()[0]) == bool(told)  # half of what is in work, and its own
    assert "Mara Velden" in text_of(result.response.components)


async def test_what_would_come_too_late_is_refused_in_private_before_it_thinks(world: World) -> None:
    world.bot.line.wait = lambda *_: LIFE + 30  # type: ignore[method-assign]
    result = await world.ann.slash(world.channel, "ask", question="ferry")
    assert result.response.ephemeral and "Ask again in about 30 seconds" in text_of(result.response.components)
    assert world.archive.asked == [] and world.handled()


def test_another_process_that_writes_is_no_full_queue() -> None:
    assert report(T, Busy("an ingest runs already; wait for it")).sentence == T("error.writing")


async def test_the_wait_grows_with_the_queue_and_is_told_with_the_refusal() -> None:
    workers = Workers(3)
    go = asyncio.Event()
    order: list[int] = []

    async def ask(number: int) -> None:
        async with workers.asking():
            await go.wait()
            order.append(number)

    try:
        assert workers.expected_wait == 0
        waits: list[float] = []
        asked: list[asyncio.Task[None]] = []
        for number in range(3):
            asked.append(asyncio.create_task(ask(number)))
            await asyncio.sleep(0)
            waits.append(workers.expected_wait)
        assert waits == sorted(waits) and waits[0] > 0
        with pytest.raises(Busy) as caught:
            await ask(3)
        assert caught.value.seconds is not None and f"about {caught.value.seconds} seconds" in str(caught.value)
        go.set()
        await asyncio.gather(*asked)
        assert order == [0, 1, 2]  # whole questions, in order of arrival
        assert workers.expected_wait == 0
    finally:
        workers.close()
