"""Make the shipped weights: `python -m training.export_tagger TAGGER.pt ARTICLES.jsonl WEIGHTS_DIR --version NAME`.

Exports to ONNX, evens out the activations (as they are on some of the articles), turns matrices and embeddings into
int8, makes one node of each layer's attention, writes `tagger.onnx`, `vocab.txt` and `ORIGIN.json`. Needs `onnx` and
`onnxscript` beside the project's own dependencies.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from index.attribution.news.encoding import encode, make_tokenizer, window_inputs, windows
from training.bases import Base, load_base
from training.fusing import fused
from training.gold import held_out, read_gold
from training.network import TaggerNetwork
from training.smoothing import smoothed

TYPICAL = 24  # articles whose activations are looked at
NAMES = ("ids", "case", "state", "first", "mask")


def export(saved: Path, target: Path) -> Base:
    """The network in floats as ONNX with free batch size and length; returns what it was trained from."""
    checkpoint = torch.load(saved, weights_only=True)
    start = checkpoint["start"]
    base = load_base(start["base"], start["layers"], start["pieces"])
    network = TaggerNetwork(base.encoder)
    network.load_state_dict(checkpoint["state"])
    network.eval()
    example = tuple(torch.ones((3, 40), dtype=torch.long) for _ in NAMES)
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length", max=512)
    with torch.no_grad():
        torch.onnx.export(
            network,
            example,
            str(target),
            input_names=list(NAMES),
            output_names=["tags", "pointers"],
            dynamic_shapes=tuple({0: batch, 1: length} for _ in NAMES),
            dynamo=True,
            external_data=False,
        )
    return base


def typical_windows(articles: Path, vocabulary: list[str]) -> Iterator[dict[str, np.ndarray]]:
    """Inputs of the network from the first articles that do not belong to the development part."""
    tokenizer = make_tokenizer(vocabulary)
    for article in [one for one in read_gold(articles) if not held_out(one)][:TYPICAL]:
        encoded = encode(tokenizer, article["text"])
        for start, end in windows(len(encoded)):
            yield window_inputs(encoded, start, end)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--note", default="")
    options = parser.parse_args()
    options.weights.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole, ready = Path(scratch) / "whole.onnx", Path(scratch) / "ready.onnx"
        base = export(options.state, whole)
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        onnx.save(smoothed(onnx.load(str(ready)), typical_windows(options.articles, base.vocabulary)), str(ready))
        quantize_dynamic(
            str(ready),
            str(options.weights / "tagger.onnx"),
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            per_channel=True,
            weight_type=QuantType.QInt8,
        )
        made = options.weights / "tagger.onnx"
        onnx.save(fused(onnx.load(str(made))), str(made))
        if options.weights.name == "float":
            onnx.save(onnx.load(str(whole)), str(options.weights / "tagger.onnx"))
    (options.weights / "vocab.txt").write_text("\n".join(base.vocabulary) + "\n", encoding="utf-8")
    origin = {
        "version": options.version,
        "base": base.origin,
        "vocabulary": "the uncased WordPiece vocabulary of the base",
        "trained_on": "the training part of PolNeAR 1.0.0 (Newell, Margolin and Ruths, LREC 2018); none of it is here",
        "made_by": "training/train_tagger.py, training/average.py, training/export_tagger.py and training/fusing.py",
        "note": options.note,
    }
    (options.weights / "ORIGIN.json").write_text(json.dumps(origin, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
