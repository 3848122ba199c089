"""Nothing blocks the event loop: questions, names at every keystroke, timelines and a reindex run beside it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from index import Archive, Config
from index.model import Role, Speaker
from index.speakers.book import SpeakerBook
from index.storage import generations

LIMIT = 0.1  # seconds
GIVEN = "Ada Bruno Carla Dov Edda Fritz Gerda Hanno Ilka Jonas Kai Leon Mira Nils Olga Pavel Runa Sven Ute Wim".split()
SYLLABLES = "bar den fel gor hal kin lom mer nor pel ras sul tor ven wal zin".split()
CROWD = 20_000


def config_of(home: Path) -> Config:
    """A reranker that reads little: how long it reads is not what is looked at."""
    return Config.model_validate({"home": home, "search": {"read": 4}})


async def longest_block(work: Callable[[], Awaitable[object]]) -> float:
    """The most processor time that the loop's thread spent without a pause while `work` was going on, in seconds.

    Processor time, not the clock's: what else runs on the machine is not what is looked at.
    """
    worst, running = 0.0, True

    async def tick() -> None:
        nonlocal worst
        last = time.thread_time()
        while running:
            await asyncio.sleep(0.001)
            worst, last = max(worst, time.thread_time() - last), time.thread_time()

    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    await work()
    running = False
    await ticking
    return worst


async def test_work_on_the_loop_is_noticed() -> None:
    async def work() -> None:
        start = time.thread_time()
        while time.thread_time() - start < 2 * LIMIT:
            sum(range(1000))

    assert await longest_block(work) >= LIMIT


def crowd() -> list[Speaker]:
    """People of whom no two have the same name."""
    names: dict[str, None] = {}
    for n in range(CROWD):
        given, a, b, c = GIVEN[n % 20], SYLLABLES[n // 20 % 16], SYLLABLES[n // 320 % 16], SYLLABLES[n // 5120 % 16]
        names[f"{given} {(a + b + c).capitalize()}"] = None
    roles = (Role(title="Harbour Master"), Role(title="Mayor of Lowmark"), Role(title="spokesman"))
    return [Speaker(name=name, roles=(roles[n % 3],), statements=1) for n, name in enumerate(names)]


def with_crowd(home: Path) -> None:
    """Add many speakers behind those of the generation that serves."""
    path = generations.folder_of(home, generations.current_number(home)) / "speakers.json"
    book = SpeakerBook.from_json(path.read_text(encoding="utf-8"))
    book = replace(book, speakers=(*book.speakers, *crowd()))
    tables = zip(generations.LOOKUP, book.lookup.to_json(), strict=True)
    for name, text in ((generations.SPEAKERS, book.to_json()), *tables):
        (path.parent / name).write_text(text, encoding="utf-8")
    generations.write_manifest(path.parent, generations.read_manifest(home, generations.current_number(home)))


async def test_questions_and_a_reindex_leave_the_loop_free(examples_copy: Path) -> None:
    async with Archive.open(config_of(examples_copy), warm=True) as archive:
        await archive.reindex(full=True)  # loads what the first run loads

        async def work() -> None:
            asked = (archive.ask(f"the harbour wall and pier {n}") for n in range(8))
            await asyncio.gather(archive.reindex(full=True), *asked)

        assert await longest_block(work) < LIMIT


async def test_names_and_misspellings_among_many_speakers_leave_the_loop_free(examples_copy: Path) -> None:
    with_crowd(examples_copy)
    async with Archive.open(config_of(examples_copy), warm=True) as archive:
        assert len(await archive.speakers(limit=50_000)) > CROWD * 0.9

        async def typed(words: str) -> None:
            for end in range(1, len(words) + 1):
                await archive.speakers(words[:end])
                await archive.sources(words[:end])

        async def work() -> None:
            await asyncio.gather(
                typed("barden"),
                typed("harbour master"),
                archive.speakers("Gorhalmre", sources=("Halden Courier",)),
                archive.ask("what did Ada Bardenfle say about the pier?"),
                archive.ask("what did the mayor of Lowmark say about the pier?"),
                archive.timeline("Brandt-Okoye", "the harbour wall"),
                archive.said(limit=300),
                archive.status(),
            )

        assert await longest_block(work) < LIMIT


async def test_a_name_that_is_typed_does_not_wait_for_questions(examples_home: Path) -> None:
    config = Config.model_validate({"home": examples_home, "search": {"reranker": "off"}})
    async with Archive.open(config, warm=True) as archive:
        await archive.speakers("a")
        questions = [asyncio.create_task(archive.ask(f"what was said of bridge {n}?")) for n in range(6)]
        await asyncio.sleep(0)
        await archive.speakers("Brandt")
        await archive.sources("Courier")
        assert not any(task.done() for task in questions[1:])
        await asyncio.gather(*questions)
