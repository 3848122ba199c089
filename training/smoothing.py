"""Make a network easier to turn into int8: outlying channels of activations are scaled into the weights behind them.

SmoothQuant (Xiao et al. 2023, arXiv 2211.10438), with the scaling as a node of its own: the inputs of BERT's matrices
also feed the residual stream, so that it cannot be folded into the layer before. int8 activations have one scale a
tensor, which a few large channels would otherwise set for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
import onnx
import onnxruntime
from onnx import NodeProto, helper, numpy_helper

SHARE = 0.85  # how much of the range goes into the weights; of .2 to 1 the nearest to the floats (docs/choices.md)


def smoothed(model: onnx.ModelProto, windows: Iterable[Mapping[str, np.ndarray]]) -> onnx.ModelProto:
    """The same function with even channels before every matrix; `windows` are typical inputs.

    For matrices W that share an input X: X W = (X / s)(s W), with s = max|X| ** SHARE / max|W| ** (1 - SHARE) by
    channel of X.
    """
    weights = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    readers: defaultdict[str, list[NodeProto]] = defaultdict(list)
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in weights and weights[node.input[1]].ndim == 2:
            readers[node.input[0]].append(node)
    ranges = _ranges(model, list(readers), windows)
    mended = onnx.ModelProto()
    mended.CopyFrom(model)
    graph = mended.graph
    tensors = {one.name: one for one in graph.initializer}
    scaled: dict[str, str] = {}
    for number, (name, nodes) in enumerate(readers.items()):
        matrices = [node.input[1] for node in nodes]
        largest = np.max([np.abs(weights[one]).max(axis=1) for one in matrices], axis=0)
        scale = np.maximum(ranges[name], 1e-5) ** SHARE / np.maximum(largest, 1e-5) ** (1 - SHARE)
        scale = np.clip(scale / np.exp(np.log(scale).mean()), 1e-2, 1e2).astype(np.float32)
        for one in set(matrices):
            tensors[one].CopyFrom(numpy_helper.from_array(weights[one] * scale[:, None], one))
        graph.initializer.append(numpy_helper.from_array(1 / scale, f"smoothing_{number}"))
        scaled[name] = f"smoothing_{number}"
    nodes_before = list(graph.node)
    del graph.node[:]
    placed: set[str] = set()
    for node in nodes_before:
        if node.op_type == "MatMul" and node.input[0] in scaled and node.input[1] in tensors:
            name = node.input[0]
            if name not in placed:
                placed.add(name)
                graph.node.append(helper.make_node("Mul", [name, scaled[name]], [f"{name}_even"], f"{name}_smoothing"))
            node.input[0] = f"{name}_even"
        graph.node.append(node)
    return mended


def _ranges(
    model: onnx.ModelProto, names: list[str], windows: Iterable[Mapping[str, np.ndarray]]
) -> dict[str, np.ndarray]:
    """The largest size of each channel of the named tensors over all windows."""
    probe = onnx.ModelProto()
    probe.CopyFrom(model)
    probe.graph.output.extend(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in names)
    session = onnxruntime.InferenceSession(probe.SerializeToString(), providers=["CPUExecutionProvider"])
    seen: dict[str, np.ndarray] = {}
    for inputs in windows:
        for name, value in zip(names, session.run(names, dict(inputs)), strict=True):
            largest = np.abs(np.asarray(value)).reshape(-1, np.asarray(value).shape[-1]).max(axis=0)
            seen[name] = np.maximum(seen[name], largest) if name in seen else largest
    return seen
