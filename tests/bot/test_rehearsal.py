"""What the bot asks itself at its start, so that the first wait that it tells is measured."""

from __future__ import annotations

import asyncio

from bot.rehearsal import Rehearsal
from tests.bot.conftest import World


async def test_the_first_wait_is_told_from_answers_that_nobody_asked_for(world: World) -> None:
    guessed = world.bot.line.pace
    part = Rehearsal(world.bot)
    await part.begin()
    for _ in range(100):
        if world.bot.line.pace != guessed:
            break
        await asyncio.sleep(0.01)
    assert 0 < world.bot.line.pace < guessed  # the archive of this test answers at once
    assert len(world.archive.asked) > 1
    await part.close()
