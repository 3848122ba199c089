"""Encoders side by side: all-MiniLM-L6-v2 through torch, bge-small-en-v1.5 through ONNX int8."""

from __future__ import annotations

from collections.abc import Callable

from rich.table import Table

from benchmarks.common import Options, in_turns, ratio, table
from benchmarks.synthetic import articles
from index.config import Config, Embedding
from index.embedding.choose import BGE, MINILM, choose_encoder, load_encoder
from index.embedding.protocol import Encoder
from index.embedding.texts import passage_text
from index.errors import ModelError
from index.splitting.passages import split

_CHOICES = {"torch": MINILM, "onnx": BGE}
_PASSAGES = 64
_QUESTION = "What did the harbour master say about the new wall in April?"


def run(options: Options) -> Table:
    """The same passages and one question through each backend that is at hand; ratios to the first."""
    texts = [passage_text(a, p) for a in articles(40) for p in split(a.text)][:_PASSAGES]
    encoders: dict[str, Encoder] = {}
    for backend, model in _CHOICES.items():
        config = Config(embedding=Embedding.model_validate(
            {"model": model, "backend": backend, "threads": options.threads}
        ))  # fmt: skip
        try:
            encoders[f"{choose_encoder(config).model}, {backend}"] = load_encoder(config)
        except ModelError:
            continue
    bulk = in_turns([_bulk(encoder, texts) for encoder in encoders.values()], options.rounds)
    single = in_turns([_single(encoder) for encoder in encoders.values()], options.rounds * 10)
    made = table("encoders", "model", "passages a second", "ratio", "ms a question", "ratio")
    for name, many, one in zip(encoders, bulk, single, strict=True):
        speed = 1000 * len(texts) / many
        made.add_row(name, f"{speed:.0f}", ratio(bulk[0], many), f"{one:.2f}", ratio(one, single[0]))
    return made


def _bulk(encoder: Encoder, texts: list[str]) -> Callable[[], object]:
    return lambda: encoder.encode(texts)


def _single(encoder: Encoder) -> Callable[[], object]:
    return lambda: encoder.encode_questions([_QUESTION])
