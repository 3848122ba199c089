"""Make the shipped weights: `python -m training.export_tagger TAGGER.pt WEIGHTS_DIR --version NAME`.

Exports to ONNX, turns matrices and embeddings into int8, writes `tagger.onnx`, `vocab.txt` and `ORIGIN.json`.
Needs `onnx` and `onnxscript` beside the project's own dependencies.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.bases import Base, load_base
from training.network import TaggerNetwork

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


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--note", default="")
    options = parser.parse_args()
    options.weights.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole, ready = Path(scratch) / "whole.onnx", Path(scratch) / "ready.onnx"
        base = export(options.state, whole)
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(options.weights / "tagger.onnx"),
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            per_channel=True,
            weight_type=QuantType.QInt8,
        )
        if options.weights.name == "float":
            onnx.save(onnx.load(str(whole)), str(options.weights / "tagger.onnx"))
    (options.weights / "vocab.txt").write_text("\n".join(base.vocabulary) + "\n", encoding="utf-8")
    origin = {
        "version": options.version,
        "base": base.origin,
        "vocabulary": "the uncased WordPiece vocabulary of the base",
        "trained_on": "the training part of PolNeAR 1.0.0 (Newell, Margolin and Ruths, LREC 2018); none of it is here",
        "made_by": "training/train_tagger.py and training/export_tagger.py",
        "note": options.note,
    }
    (options.weights / "ORIGIN.json").write_text(json.dumps(origin, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
