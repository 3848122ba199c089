"""Training: the project's own questions without a word of the articles, and the steps that make the weights."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from index.attribution.news.encoding import CLS, SEP, WINDOW, windows
from index.attribution.news.quotes import INSIDE, MARK, OUTSIDE
from training import average
from training.gold import read_gold
from training.questions import article_key, whole

FILES = sorted((Path(__file__).parent.parent / "training" / "questions").glob("*.jsonl"))


def test_a_question_gets_its_words_back() -> None:
    text = "Ilse Marn said that the wall will hold."
    question = {"question": "Marn on the wall", "type": "said", "answers": [[article_key("a1"), 20, 39]]}
    made = whole(question, {article_key("a1"): ("a1", text)})
    assert made["answers"] == [{"article": "a1", "start": 20, "end": 39, "text": "the wall will hold."}]
    with pytest.raises(KeyError):
        whole(question, {})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_files_hold_questions_and_no_text_of_articles(path: Path) -> None:
    rows = read_gold(path)
    assert len(rows) >= 40
    for row in rows:
        assert set(row) == {"question", "type", "speaker", "asked_on", "answers"}
        assert (row["type"] == "none") == (not row["answers"]), row["question"]
        for key, start, end in row["answers"]:
            assert re.fullmatch(r"[0-9a-f]{12}", key) and 0 <= start < end


def test_no_question_stands_in_two_files() -> None:
    asked = [json.dumps(row["question"].lower()) for path in FILES for row in read_gold(path)]
    assert len(asked) == len(set(asked))


@given(st.integers(1, 2000), st.integers(0, WINDOW - 61), st.integers(60, WINDOW - 2))
def test_windows_leave_no_piece_out(length: int, shift: int, step: int) -> None:
    cut = list(windows(length, shift, step))
    assert sorted({piece for start, end in cut for piece in range(start, end)}) == list(range(length))
    assert all(0 < end - start <= WINDOW - 2 for start, end in cut)


def test_hiding_words_spares_marks_ends_and_padding() -> None:
    pytest.importorskip("onnx", reason="pip install -e '.[training]': the trainer starts from an ONNX file")
    from training.train_tagger import MASKED, hidden_words

    torch.manual_seed(1)
    ids = torch.tensor([[CLS, *range(1000, 1400), SEP, 0, 0]])
    state = torch.full_like(ids, OUTSIDE)
    state[:, 5:9], state[:, 9] = INSIDE, MARK
    batch = {"ids": ids, "state": state, "mask": (ids != 0).long()}
    hidden = hidden_words(batch, 0.5)["ids"]
    changed = hidden != ids
    assert 120 < int(changed.sum()) < 280
    assert bool((hidden[changed] == MASKED).all())
    assert not changed[:, [0, 9, 401, 402, 403]].any()
    assert torch.equal(hidden_words(batch, 0.0)["ids"], ids)


def test_the_mean_of_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value, layers in (("a", 1.0, 10), ("b", 3.0, 10), ("c", 3.0, 12)):
        state = {"weight": torch.full((2, 2), value), "place": torch.tensor([4])}
        torch.save({"state": state, "start": {"base": "bge", "layers": layers}}, tmp_path / f"{name}.pt")

    def run(*names: str) -> None:
        paths = [str(tmp_path / f"{name}.pt") for name in ("out", *names)]
        monkeypatch.setattr(sys, "argv", ["average", *paths])
        average.main()

    run("a", "b")
    mean = torch.load(tmp_path / "out.pt", weights_only=True)
    assert mean["state"]["weight"].tolist() == [[2.0, 2.0], [2.0, 2.0]]
    assert mean["state"]["place"].tolist() == [4]
    assert mean["start"] == {"base": "bge", "layers": 10}
    with pytest.raises(SystemExit, match="same weights"):
        run("a", "c")


def test_smoothing_keeps_the_function_and_helps_int8(tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx", reason="pip install -e '.[training]': only exporting weights needs it")
    from onnxruntime.quantization import QuantType, quantize_dynamic

    from training.smoothing import smoothed

    chance = np.random.default_rng(5)
    names, floats = ("left", "right"), onnx.TensorProto.FLOAT
    matrices = [chance.normal(size=(32, 16)).astype(np.float32) for _ in names]
    graph = onnx.helper.make_graph(
        [onnx.helper.make_node("MatMul", ["x", f"{name}_w"], [name], name) for name in names],
        "two matrices of one input",
        [onnx.helper.make_tensor_value_info("x", floats, ["rows", 32])],
        [onnx.helper.make_tensor_value_info(name, floats, ["rows", 16]) for name in names],
        [onnx.numpy_helper.from_array(w, f"{name}_w") for name, w in zip(names, matrices, strict=True)],
    )
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=9)
    inputs = chance.normal(size=(64, 32)).astype(np.float32)
    inputs[:, 3] *= 60  # the outlying channel

    def error(made: object, int8: bool) -> float:
        path, small = tmp_path / "model.onnx", tmp_path / "int8.onnx"
        onnx.save(made, path)
        if int8:
            quantize_dynamic(path, small, per_channel=True, weight_type=QuantType.QInt8)
        session = onnxruntime.InferenceSession(str(small if int8 else path), providers=["CPUExecutionProvider"])
        found = session.run(list(names), {"x": inputs})
        right = [inputs @ w for w in matrices]
        return max(float(np.abs(np.asarray(a) - b).mean()) for a, b in zip(found, right, strict=True))

    even = smoothed(model, [{"x": inputs[:32]}])
    assert error(even, int8=False) < 1e-3
    assert error(even, int8=True) < 0.5 * error(model, int8=True)


def test_fused_attention_is_the_same_function_without_a_mask() -> None:
    onnx = pytest.importorskip("onnx", reason="pip install -e '.[training]'")
    from onnx import TensorProto, helper, numpy_helper

    from training.fusing import fused

    chance, heads, width = np.random.default_rng(5), 3, 4
    size = heads * width
    numbers = {f"{what}{n}": chance.normal(size=(size, size) if what == "w" else size) for n in "qkv" for what in "wb"}
    constants = [numpy_helper.from_array(value.astype(np.float32), name) for name, value in numbers.items()]
    constants += [
        numpy_helper.from_array(np.asarray(value, dtype=np.int64), name)
        for name, value in {"minus": [-1], "width": [width], "size": [size], "zero": [0]}.items()
    ]
    constants.append(numpy_helper.from_array(np.asarray(width**-0.25, dtype=np.float32), "root"))
    nodes = [
        helper.make_node("Concat", ["zero", "zero", "minus", "width"], ["shape"], axis=0),
        helper.make_node("Concat", ["zero", "zero", "size"], ["whole"], axis=0),
    ]
    for n, order in (("q", [0, 2, 1, 3]), ("k", [0, 2, 3, 1]), ("v", [0, 2, 1, 3])):
        nodes += [
            helper.make_node("MatMul", ["x", f"w{n}"], [f"m{n}"]),
            helper.make_node("Add", [f"m{n}", f"b{n}"], [f"p{n}"]),
            helper.make_node("Reshape", [f"p{n}", "shape"], [f"r{n}"]),
            helper.make_node("Transpose", [f"r{n}"], [f"t{n}"], perm=order),
        ]
    nodes += [
        helper.make_node("Mul", ["tq", "root"], ["sq"]),
        helper.make_node("Mul", ["tk", "root"], ["sk"]),
        helper.make_node("MatMul", ["sq", "sk"], ["scores"]),
        helper.make_node("Add", ["scores", "mask"], ["masked"]),
        helper.make_node("Softmax", ["masked"], ["shares"], axis=-1),
        helper.make_node("MatMul", ["shares", "tv"], ["weighed"]),
        helper.make_node("Transpose", ["weighed"], ["back"], perm=[0, 2, 1, 3]),
        helper.make_node("Reshape", ["back", "whole"], ["y"]),
    ]
    inputs = [
        helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, "length", size]),
        helper.make_tensor_value_info("mask", TensorProto.FLOAT, [1, 1, 1, "length"]),
    ]
    output = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, "length", size])
    graph = helper.make_graph(nodes, "attention", inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    made = fused(model)
    assert [node.op_type for node in made.graph.node].count("MultiHeadAttention") == 1
    assert [one.name for one in made.graph.input] == ["x"]
    assert "Softmax" not in {node.op_type for node in made.graph.node}
    onnx.checker.check_model(model)
    before, after = (onnxruntime.InferenceSession(one.SerializeToString()) for one in (model, made))
    for length in (1, 7, 33):
        x = chance.normal(size=(1, length, size)).astype(np.float32)
        (old,) = before.run(None, {"x": x, "mask": np.zeros((1, 1, 1, length), dtype=np.float32)})
        (new,) = after.run(None, {"x": x})
        assert np.allclose(old, new, atol=1e-5)


def test_a_blended_tuning_lies_on_the_way_from_the_start_to_the_tuned_one(tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="needs the extra training")
    from training import blend_reader

    start = {"bias": np.array([0.0, 2.0], dtype=np.float32), "weight": np.ones(1, dtype=np.float32)}
    mixed = blend_reader.blend(start, {"bias": np.array([4.0, 0.0], dtype=np.float32)}, 0.75)
    assert {name: value.tolist() for name, value in mixed.items()} == {"bias": [3.0, 0.5]}
    other = tmp_path / "other.npz"
    np.savez_compressed(other, bias=np.zeros(1, dtype=np.float32), base=np.array("of other weights"))
    ran = subprocess.run(
        [sys.executable, "-m", "training.blend_reader", str(other), str(tmp_path / "out.npz")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode and "other weights" in ran.stderr
