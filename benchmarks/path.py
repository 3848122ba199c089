"""The question's path, warm: the embedding of a question against a whole answer without and with the reranker."""

from __future__ import annotations

import asyncio
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from benchmarks.archives import archive_home, config_for, questions_of
from benchmarks.common import Options, milliseconds, ratio, table
from index import Archive, Config
from index.embedding.choose import load_encoder, load_reranker
from index.embedding.protocol import Encoder, Reranker
from index.model import Answer

_TOGETHER = 8
_SECOND_STAGE = ("read", "quote")  # steps of an answer in which the reranker reads


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of each question; `together` of one question while several are asked at once."""

    embed: list[float]
    pair: list[float]
    without: list[float]
    whole: list[float]
    rest: list[float]  # of `whole`, all but the reranker
    together: list[float]
    articles: int


def run(options: Options) -> Table:
    """Ask the same questions of the same archive both ways; ratios to one embedding and to one pair."""
    with archive_home(options) as home:
        times = asyncio.run(_measure(options, home))
    embed, pair = statistics.median(times.embed), statistics.median(times.pair)
    title = f"a question, warm, {times.articles} articles, {len(times.embed)} questions"
    made = table(title, "what", "median ms", "95th", "in embeddings", "in pairs")
    rows = {
        "embedding of the question": times.embed,
        "one pair of the reranker": times.pair,
        "answer without reranker": times.without,
        "answer with reranker": times.whole,
        "… without that stage's steps": times.rest,
        f"each of {_TOGETHER} asked at once": times.together,
    }
    for name, values in rows.items():
        if values:
            middle = statistics.median(values)
            high = statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else middle
            made.add_row(name, f"{middle:.2f}", f"{high:.2f}", ratio(middle, embed), ratio(middle, pair))
    return made


async def _measure(options: Options, home: Path) -> Times:
    config = config_for(options, home)
    encoder, reader = await asyncio.to_thread(_models, config)
    plain = config.model_copy(update={"search": config.search.model_copy(update={"reranker": "off"})})
    times = Times([], [], [], [], [], [], 0)
    async with Archive.open(plain, warm=True) as without, await Archive.open(config, warm=True) as full:
        questions = await questions_of(full, options.questions)
        for question in questions[:3]:
            await asyncio.gather(without.ask(question), full.ask(question))
        for _ in range(options.rounds):
            for question in questions:
                times.embed.append(milliseconds(lambda text=question: encoder.encode_questions([text])))
                times.without.append((await _timed(without, question))[0])
                whole, answer = await _timed(full, question)
                times.whole.append(whole)
                times.rest.append(whole - sum(answer.timings_ms.get(step, 0.0) for step in _SECOND_STAGE))
                if reader is not None and answer.hits:
                    pair = (question, answer.hits[0].text)
                    times.pair.append(milliseconds(lambda two=pair: reader.score([two])))
            for at in range(0, len(questions) - _TOGETHER + 1, _TOGETHER):
                start = time.perf_counter()
                await asyncio.gather(*(full.ask(question) for question in questions[at : at + _TOGETHER]))
                times.together.append((time.perf_counter() - start) * 1000 / _TOGETHER)
        articles = (await full.status()).articles
    return Times(times.embed, times.pair or [0.0], times.without, times.whole, times.rest, times.together, articles)


def _models(config: Config) -> tuple[Encoder, Reranker | None]:
    encoder, reader = load_encoder(config), load_reranker(config)
    encoder.encode_questions(["a first question"])
    if reader is not None:
        reader.score([("a first question", "a first passage")])
    return encoder, reader


async def _timed(archive: Archive, question: str) -> tuple[float, Answer]:
    start = time.perf_counter()
    answer = await archive.ask(question)
    return (time.perf_counter() - start) * 1000, answer
