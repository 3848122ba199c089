"""The same question gets the same answer: alone, in a burst, again, and however much of it was read before."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray

from index import Answer, Archive, Config, Question
from index.embedding import models
from index.embedding.choose import load_encoder, load_reranker
from index.embedding.protocol import Reranker
from index.memory import Bounded, Shared

QUESTIONS = [
    "what did the mayor say about the harbour wall?",
    "who spoke of the grain harvest in the north?",
    "budget",
]
LONG = "The harbour master said that the wall would stand. " * 20


def shown(answer: Answer) -> Answer:
    """All but how long it took."""
    return replace(answer, timings_ms={})


async def test_alone_in_a_burst_and_again(examples_home: Path) -> None:
    config = Config.model_validate({"home": examples_home, "search": {"read": 8}})
    alone: list[Answer] = []
    for question in QUESTIONS:
        async with Archive.open(config) as archive:
            alone.append(shown(await archive.ask(question)))
    async with Archive.open(config) as archive:
        burst = await asyncio.gather(*(archive.ask(question) for question in reversed(QUESTIONS)))
        assert [shown(answer) for answer in reversed(burst)] == alone
        assert [shown(await archive.ask(question)) for question in QUESTIONS] == alone


def test_a_vector_and_a_logit_do_not_depend_on_what_stands_beside() -> None:
    encoder, reranker = load_encoder(Config()), load_reranker(Config())
    assert reranker is not None
    texts = [*QUESTIONS, LONG]
    for encode in (encoder.encode, encoder.encode_questions):
        assert np.array_equal(encode(texts), np.concatenate([encode([text]) for text in texts]))
    pairs = [(question, text) for question in QUESTIONS for text in (LONG, "Bread will cost more.")]
    assert np.array_equal(reranker.score(pairs), np.concatenate([reranker.score([pair]) for pair in pairs]))


def test_a_short_text_costs_as_many_pieces_as_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    widths: list[int] = []
    run = onnxruntime.InferenceSession.run

    def spy(
        session: onnxruntime.InferenceSession, names: None, feed: dict[str, NDArray[np.int64]], options: object = None
    ) -> object:
        widths.extend(array.shape[1] for array in feed.values())
        return run(session, names, feed, options)

    monkeypatch.setattr(onnxruntime.InferenceSession, "run", spy)
    encoder, reranker = load_encoder(Config()), load_reranker(Config())
    assert reranker is not None
    encoder.encode(["Bread will cost more."])
    reranker.score([("bread", "Bread will cost more.")])
    assert widths and max(widths) <= 12


class Counting:
    """A reranker that counts the pairs that it reads."""

    name, backend = "counting", "none"

    def __init__(self) -> None:
        self.read: list[tuple[str, str]] = []

    def score(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.read += pairs
        return np.array([len(text) / 100 for _, text in pairs], dtype=np.float32)

    def rest(self) -> None:
        return None


async def test_a_page_a_refinement_and_the_same_at_once_read_nothing_twice(
    examples_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = Counting()

    def load(_: Config) -> Reranker:
        return counting

    monkeypatch.setattr(models, "load_reranker", load)
    async with Archive.open(Config(home=examples_home)) as archive:
        question = "the harbour wall and the ferry"
        first, second = await asyncio.gather(archive.ask(question), archive.ask(question))
        assert shown(first) == shown(second) and "read" in first.timings_ms
        read = len(counting.read)
        assert read == len(set(counting.read)) > 0
        again = await archive.ask(question)
        assert shown(again) == shown(first) and "remembered" in again.timings_ms
        assert len(counting.read) == read
        more = await archive.ask(Question(text=question, limit=8))
        assert len(more.hits) > len(first.hits)
        narrower = Question(text=question, source=first.hits[0].article.source)
        assert (await archive.ask(narrower)).question == narrower
        assert len(counting.read) == len(set(counting.read))  # only pairs that were never read


async def test_a_new_generation_is_asked_anew(examples_copy: Path) -> None:
    async with Archive.open(Config.model_validate({"home": examples_copy, "search": {"read": 4}})) as archive:
        before = await archive.ask("the harbour wall")
        await archive.reindex(full=True)
        after = await archive.ask("the harbour wall")
        assert "remembered" not in after.timings_ms
        assert [hit.text for hit in after.hits] == [hit.text for hit in before.hits]


async def test_nothing_is_remembered_where_that_is_set(examples_home: Path) -> None:
    config = Config.model_validate({"home": examples_home, "search": {"remember": 0, "read": 2}})
    async with Archive.open(config) as archive:
        for _ in range(2):
            assert "read" in (await archive.ask("the harbour wall")).timings_ms


async def test_a_run_is_shared_kept_in_bounds_and_its_error_is_not_kept() -> None:
    runs: list[str] = []
    shared: Shared[str, str] = Shared(2)

    async def make(key: str) -> str:
        runs.append(key)
        await asyncio.sleep(0)
        if key == "bad":
            raise ValueError(key)
        return key.upper()

    found = await asyncio.gather(*(shared.get("a", lambda: make("a")) for _ in range(5)))
    assert found == ["A"] * 5 and runs == ["a"]
    for _ in range(2):
        failed = await asyncio.gather(
            *(shared.get("bad", lambda: make("bad")) for _ in range(2)), return_exceptions=True
        )
        assert all(isinstance(error, ValueError) for error in failed)
    assert runs == ["a", "bad", "bad"]
    given_up = asyncio.create_task(shared.get("b", lambda: make("b")))
    waits = asyncio.create_task(shared.get("b", lambda: make("b")))
    await asyncio.sleep(0)
    given_up.cancel()
    assert await waits == "B" and shared.known("b") == "B" and shared.known("a") == "A"
    await shared.get("c", lambda: make("c"))
    assert shared.known("b") is None  # used longest ago
    await shared.close()


def test_the_last_used_stay() -> None:
    kept: Bounded[int, str] = Bounded(2)
    for n in (1, 2):
        kept.put(n, str(n))
    assert kept.get(1) == "1"
    kept.put(3, "3")
    assert (kept.get(2), kept.get(1), kept.get(3), len(kept)) == (None, "1", "3", 2)
    none: Bounded[int, str] = Bounded(0)
    none.put(1, "1")
    assert none.get(1) is None
