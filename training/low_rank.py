"""Low-rank changes of a network (LoRA: Hu and others 2021, arXiv 2106.09685), and how a tuning keeps them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn
from transformers import BertForSequenceClassification

from index.embedding.factors import DOWN, SCALE, UP
from training.bases import matrix_names


class LowRank(nn.Module):
    """A linear layer that stays as it is, and beside it two narrow ones that learn: (in, rank), then (rank, out)."""

    def __init__(self, layer: nn.Linear, rank: int) -> None:
        super().__init__()
        self.layer = layer
        self.down = nn.Parameter(torch.randn(rank, layer.in_features) / layer.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(layer.out_features, rank))

    def forward(self, x: Tensor) -> Tensor:
        """The layer's output and the narrow ones' together."""
        return self.layer(x) + x @ self.down.T @ self.up.T


def widen(network: BertForSequenceClassification, rank: int) -> None:
    """Put narrow layers beside all matrices of the network's layers."""
    for layer in network.bert.encoder.layer:
        at = layer.attention
        for owner, name in (
            (at.self, "query"),
            (at.self, "key"),
            (at.self, "value"),
            (at.output, "dense"),
            (layer.intermediate, "dense"),
            (layer.output, "dense"),
        ):
            setattr(owner, name, LowRank(getattr(owner, name), rank))


def factors(network: BertForSequenceClassification, weights: Path) -> dict[str, NDArray[np.floating]]:
    """The narrow layers under the names of `weights`' matrices, with the scales of these, as a tuning keeps them."""
    names, out = matrix_names(weights), dict[str, NDArray[np.floating]]()
    initial = {one.name: one for one in onnx.load(str(weights)).graph.initializer}
    for path, module in network.named_modules():
        if isinstance(module, LowRank):
            name = names[path + ".weight"]
            out[name + DOWN] = module.down.detach().numpy().T.astype(np.float16)
            out[name + UP] = module.up.detach().numpy().T.astype(np.float16)
            out[name + SCALE] = np.asarray(numpy_helper.to_array(initial[name + "_scale"]), dtype=np.float32)
    return out
