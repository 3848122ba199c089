"""What a process keeps while nobody asks, and that letting go of it changes no answer."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from index import Archive, Config, workers
from index.embedding import models
from index.embedding.choose import choose_encoder, load_encoder, load_reranker
from index.embedding.protocol import Reranker
from index.embedding.tables import Tables
from index.workers import Workers

LONG = "The harbour master said that the wall would stand. " * 60
QUESTION = "what did the mayor say about the harbour wall?"
RESTING = f"""
from index import Config
from index.embedding.choose import load_reranker
from index.heap import give_back

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096

model = load_reranker(Config())
model.score([("wall", {LONG!r})] * 4)
give_back()
before = resident()
model.rest()
give_back()
print(before - resident())
"""


def test_a_model_that_rests_answers_as_before() -> None:
    encoder, reranker = load_encoder(Config()), load_reranker(Config())
    assert reranker is not None
    vectors, logits = encoder.encode([LONG]), reranker.score([("wall", LONG)])
    encoder.rest()
    reranker.rest()
    assert np.array_equal(encoder.encode([LONG]), vectors)
    assert np.array_equal(reranker.score([("wall", LONG)]), logits)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_model_that_rests_gives_memory_back() -> None:
    given = subprocess.run([sys.executable, "-c", RESTING], capture_output=True, text=True, check=True)
    assert int(given.stdout) > 10_000_000


def test_the_table_of_words_is_read_from_the_file(tmp_path: Path) -> None:
    weights = Path(choose_encoder(Config()).path) / "model.onnx"
    tables = Tables(weights).by_name
    (name,) = tables
    assert "word_embeddings" in name and tables[name].shape == (30522, 384)
    data = weights.read_bytes()
    assert data.count(tables[name].tobytes()) == 1
    torn = tmp_path / "torn.onnx"
    for content in (data[: len(data) // 3], b"", b"\xff" * 5_000_000, b"no weights at all"):
        torn.write_bytes(content)
        assert Tables(torn).by_name == {}


async def test_memory_is_given_back_when_nobody_asks_and_only_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_QUIET", 0.05)
    lanes = Workers(4)
    rested = threading.Event()
    lanes.when_quiet(rested.set)
    try:
        async with lanes.asking():
            await lanes.question(lambda: None)
            await asyncio.sleep(0.2)
            assert not rested.is_set()
        assert await asyncio.to_thread(rested.wait, 300)
        rested.clear()
        await lanes.bulk(lambda: None)
        assert await asyncio.to_thread(rested.wait, 300)
    finally:
        lanes.close()


async def test_work_between_a_short_and_a_long_silence_is_followed_by_a_short_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "_QUIET", 0.05)
    lanes = Workers(4)
    rested, long = threading.Event(), threading.Event()
    lanes.when_quiet(rested.set)
    lanes.when_quiet(long.set, 3600)
    try:
        for _ in range(3):
            await lanes.question(lambda: None)
            assert await asyncio.to_thread(rested.wait, 300)
            rested.clear()
        assert not long.is_set()
    finally:
        lanes.close()


async def test_a_question_after_a_rest_gets_the_same_answer(
    examples_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Config] = []

    def load(config: Config) -> Reranker | None:
        loaded.append(config)
        return load_reranker(config)

    monkeypatch.setattr(models, "load_reranker", load)
    monkeypatch.setattr(models, "_LONG", 0.02)
    monkeypatch.setattr(workers, "_QUIET", 0.01)
    async with Archive.open(Config.model_validate({"home": examples_home, "search": {"remember": 0}})) as archive:
        first = await archive.ask(QUESTION)
        await asyncio.sleep(0.3)
        assert (await archive.ask(QUESTION)).hits == first.hits
        assert len(loaded) == 2  # after so long a silence it was read again


@pytest.mark.parametrize(("wished", "threads"), [("1", 1), ("3", 3)])
def test_models_use_as_many_threads_as_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, wished: str, threads: int
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", wished)
    reranker = load_reranker(Config())
    assert reranker is not None
    used: set[int] = set()
    waiting = threading.Barrier(threads, timeout=300)
    run = onnxruntime.InferenceSession.run

    def spy(session: onnxruntime.InferenceSession, *given: object) -> object:
        used.add(threading.get_ident())
        waiting.wait()  # passes only when as many are at work at once
        return run(session, *given)

    monkeypatch.setattr(onnxruntime.InferenceSession, "run", spy)
    reranker.score([("bread", "Bread will cost more.")] * 6)
    assert len(used) == threads
