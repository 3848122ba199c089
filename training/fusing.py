"""Fuse the attention of an exported network: `python -m training.fusing WEIGHTS_DIR` does it to the file that is there.

The exporter writes attention as some thirty nodes, which onnxruntime runs one by one: over a window of 256 pieces a
third of the time goes into moving heads about, adding a mask that hides nothing, and normalising. One node a layer does
the same in two thirds of it (34 ms a window before, 22 ms with this and without `SkipLayerNormFusion`, one core with
AVX-512 VNNI). The mask goes: windows are read one at a time, and have no padding.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, helper, numpy_helper

_MOVES = ("Mul", "Div", "Reshape", "Transpose")  # between a projection and the product of its heads
_DOMAIN = "com.microsoft"


def fused(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same function of unpadded inputs, with one MultiHeadAttention a layer. Raises ValueError for another form."""
    made = onnx.ModelProto()
    made.CopyFrom(model)
    graph = made.graph
    makers = {name: node for node in graph.node for name in node.output}
    readers: defaultdict[str, list[NodeProto]] = defaultdict(list)
    for node in graph.node:
        for name in node.input:
            readers[name].append(node)
    for number, softmax in enumerate([node for node in graph.node if node.op_type == "Softmax"]):
        scores = makers[softmax.input[0]]
        if scores.op_type == "Add":  # the mask
            scores = makers[scores.input[0]]
        (weighing,) = readers[softmax.output[0]]
        moved = readers[weighing.output[0]][0]
        merged = readers[moved.output[0]][0]
        found = [scores.op_type, weighing.op_type, moved.op_type, merged.op_type]
        if found != ["MatMul", "MatMul", "Transpose", "Reshape"]:
            raise ValueError(f"no attention that is known: {', '.join(found)}")
        ends = (scores.input[0], scores.input[1], weighing.input[1])
        heads, width = _heads(graph, makers, scores.input[0])
        node = helper.make_node(
            "MultiHeadAttention", [_behind(makers, end) for end in ends], list(merged.output), f"attention_{number}",
            domain=_DOMAIN, num_heads=heads, scale=float(width) ** -0.5,
        )  # fmt: skip
        graph.node.insert(list(graph.node).index(merged), node)
        graph.node.remove(merged)
    _drop_unused(graph)
    if not any(one.domain == _DOMAIN for one in made.opset_import):
        made.opset_import.append(helper.make_opsetid(_DOMAIN, 1))
    return made


def _behind(makers: dict[str, NodeProto], name: str) -> str:
    """The projection that a tensor is the heads of."""
    while makers[name].op_type in _MOVES:
        name = makers[name].input[0]
    return name


def _heads(graph: GraphProto, makers: dict[str, NodeProto], name: str) -> tuple[int, int]:
    """How many heads there are and how wide: of the shape that a projection is brought into, and of its bias."""
    while makers[name].op_type != "Reshape":
        name = makers[name].input[0]
    numbers = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    width = int(np.ravel(numbers[makers[makers[name].input[1]].input[-1]])[0])
    projection = makers[_behind(makers, name)]
    (bias,) = [numbers[one] for one in projection.input if one in numbers]
    return bias.shape[-1] // width, width


def _drop_unused(graph: GraphProto) -> None:
    """Nodes, numbers and inputs that nothing reads any more."""
    while True:
        read = {name for node in graph.node for name in node.input} | {one.name for one in graph.output}
        dead = [node for node in graph.node if read.isdisjoint(node.output)]
        if not dead:
            break
        for node in dead:
            graph.node.remove(node)
    for held in (graph.initializer, graph.input):
        for one in [one for one in held if one.name not in read]:
            held.remove(one)
    del graph.value_info[:]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    path = parser.parse_args().weights / "tagger.onnx"
    onnx.save(fused(onnx.load(str(path))), str(path))


if __name__ == "__main__":
    main()
