# ruff: noqa: T201
"""Train the tagger: `python -m training.train_tagger ARTICLES.jsonl OUT_DIR [--all]`. See docs/attribution.md.

Writes `tagger.pt` (state of the network) into OUT_DIR after every epoch; `training.export_tagger` makes the int8 ONNX
file of it.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from index.attribution.news.encoding import CLS, SEP, WINDOW, Encoded, encode, make_tokenizer, windows
from index.attribution.news.quotes import MARK
from training.bases import load_base
from training.gold import IGNORED, held_out, label, read_gold
from training.network import TaggerNetwork, pointer_scores

MASKED = 103  # [MASK]
Example = tuple[Encoded, dict[str, np.ndarray], int, int]


def batch_of(examples: list[Example]) -> dict[str, Tensor]:
    """Windows padded to the longest: inputs, BIO labels and pointer targets `(batch, length, length)`."""
    length = max(end - start for _, _, start, end in examples) + 2
    shape = (len(examples), length)
    names = ("ids", "case", "state", "first", "mask")
    inputs = {name: torch.zeros(shape, dtype=torch.long) for name in names}
    tags = torch.full((*shape, 3), IGNORED, dtype=torch.long)
    targets = torch.zeros((2, *shape, length), dtype=torch.bool)
    for row, (encoded, labels, start, end) in enumerate(examples):
        stop = end - start + 1
        inputs["mask"][row, : stop + 1] = 1
        inputs["ids"][row, 0], inputs["ids"][row, stop] = CLS, SEP
        for name in names[:-1]:
            inputs[name][row, 1:stop] = torch.from_numpy(getattr(encoded, name)[start:end])
        for column, name in enumerate(("content", "cue", "mention")):
            tags[row, 1:stop, column] = torch.from_numpy(labels[name][start:end])
        owner = labels["owner"][start:end]
        for which, name in enumerate(("sources", "cues")):
            pairs = labels[name]
            inside = pairs[(pairs[:, 0] >= start) & (pairs[:, 0] < end)]
            for number in np.unique(owner[owner >= 0]):
                rows = np.flatnonzero(owner == number) + 1
                columns = inside[inside[:, 1] == number, 0] - start + 1
                if not len(columns):
                    columns = np.zeros(1, dtype=np.int64)  # the first piece stands for "not in this window"
                targets[which, row, rows[:, None], columns[None, :]] = True
    return {**inputs, "tags": tags, "targets": targets}


def loss_of(network: TaggerNetwork, batch: dict[str, Tensor], half: bool) -> Tensor:
    """Cross entropy of the three heads, and of the pointers' probability mass on the right pieces."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
        logits, vectors = network(*(batch[name] for name in ("ids", "case", "state", "first", "mask")))
    logits = logits.float()
    total = torch.zeros(())
    for column, weight in enumerate((1.0, 0.6, 0.6)):
        part = logits[..., 3 * column : 3 * column + 3].reshape(-1, 3)
        total = total + weight * functional.cross_entropy(
            part, batch["tags"][..., column].reshape(-1), ignore_index=IGNORED
        )
    for which in range(2):
        target = batch["targets"][which]
        rows = target.any(-1)
        scores = pointer_scores(vectors, which).masked_fill(batch["mask"][:, None, :] == 0, -1e4)[rows]
        chosen = scores.masked_fill(~target[rows], -1e4)
        total = total + 0.15 * (scores.logsumexp(-1) - chosen.logsumexp(-1)).mean()
    return total


def hidden_words(batch: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """The batch with a share of its pieces masked, so that the network learns to read around words it knows."""
    hide = (torch.rand(batch["ids"].shape) < share) & (batch["mask"] == 1) & (batch["state"] != MARK)
    hide &= (batch["ids"] != CLS) & (batch["ids"] != SEP)
    return {**batch, "ids": batch["ids"].masked_fill(hide, MASKED)}


def batches(
    data: list[tuple[Encoded, dict[str, np.ndarray]]], options: argparse.Namespace, chance: random.Random
) -> list[list[Example]]:
    """One epoch's batches: windows at a random shift, of like length together."""
    size = options.batch
    examples = [
        (encoded, labels, start, end)
        for encoded, labels in data
        for start, end in windows(len(encoded), chance.randrange(0, options.shift), options.step)
        if end - start > 4
    ]
    chance.shuffle(examples)
    examples.sort(key=lambda example: (example[3] - example[2]) // 32)
    groups = [examples[at : at + size] for at in range(0, len(examples), size)]
    chance.shuffle(groups)
    return groups


def train(options: argparse.Namespace) -> None:
    """Train and save after every epoch."""
    torch.manual_seed(7)  # the same new weights whatever the order, so that runs can be averaged
    torch.set_num_threads(options.threads)
    chance = random.Random(options.order)
    base = load_base(options.base, options.layers, options.pieces)
    tokenizer = make_tokenizer(base.vocabulary)
    articles: list[dict[str, Any]] = [a for a in read_gold(options.articles) if options.all or not held_out(a)]
    data = []
    for article in articles:
        encoded = encode(tokenizer, article["text"])
        data.append((encoded, label(encoded, article["quotes"])))
    network = TaggerNetwork(base.encoder)
    network.train()
    torch.manual_seed(options.order)
    fresh = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    groups = [
        {"params": list(network.encoder.parameters()), "lr": options.rate},
        {"params": fresh, "lr": 5 * options.rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    epochs = [batches(data, options, chance) for _ in range(options.epochs)]
    steps = sum(map(len, epochs))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 60) * max(0.0, 1 - step / steps)
    )
    options.out.mkdir(parents=True, exist_ok=True)
    begun, done, mean = time.time(), 0, 0.0
    print(f"{len(data)} articles, {steps} steps", flush=True)
    for number, epoch in enumerate(epochs):
        for group in epoch:
            loss = loss_of(network, hidden_words(batch_of(group), options.hide), options.half)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            done += 1
            mean = loss.item() if done == 1 else 0.98 * mean + 0.02 * loss.item()
            if done % 25 == 0:
                print(f"epoch {number} step {done}/{steps} loss {mean:.4f} {time.time() - begun:.0f} s", flush=True)
        start = {"base": options.base, "layers": options.layers, "pieces": options.pieces}
        torch.save({"state": network.state_dict(), "start": start}, options.out / "tagger.pt")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--all", action="store_true", help="train on the development part too")
    parser.add_argument("--base", choices=("minilm", "bge"), default="bge")
    parser.add_argument("--layers", type=int, default=10, help="of bge's twelve")
    parser.add_argument("--pieces", type=int, default=16500, help="of bge's vocabulary")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--step", type=int, default=WINDOW - 2, help="pieces from one window to the next")
    parser.add_argument("--shift", type=int, default=WINDOW - 60, help="pieces that the first window may be cut by")
    parser.add_argument("--order", type=int, default=7, help="seed of the articles' order and of what is masked")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--hide", type=float, default=0.08, help="share of the pieces masked in training")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--half", action=argparse.BooleanOptionalAction, default=True, help="bfloat16 autocast")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
