"""The reranker's tuning: it replaces parameters of the weights that it was made for, and of no others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import Config
from index.embedding import choose
from index.embedding.choose import TUNING, choose_reranker, load_reranker
from index.embedding.factors import DOWN, SCALE, UP, merged
from index.embedding.onnx import OnnxReranker, weights_digest
from index.embedding.tables import read_tensors
from index.errors import ModelError

_MATRIX = "onnx::MatMul_1662"  # of the first layer's questions

PAIRS = [
    ("the harbour wall", "The mayor said that the wall had been built for another sea."),
    ("the harbour wall", "Bread will cost two crowns more from Monday."),
]


def weights() -> Path:
    choice = choose_reranker(Config())
    assert choice is not None
    return Path(choice.path)


def tuning(path: Path, base: str, **parameters: list[float]) -> Path:
    np.savez(path, base=np.array(base), **{n: np.array(v, dtype=np.float32) for n, v in parameters.items()})
    return path


def test_the_shipped_tuning_belongs_to_the_installed_weights_and_changes_the_scores() -> None:
    choice = choose_reranker(Config())
    assert choice is not None and choice.tuning == TUNING and "tuned" in choice.reason
    tuned = load_reranker(Config())
    assert isinstance(tuned, OnnxReranker) and tuned.tuned
    plain = OnnxReranker("plain", weights())
    assert not plain.tuned
    assert np.abs(tuned.score(PAIRS) - plain.score(PAIRS)).min() > 0.01
    first, second = tuned.score(PAIRS)
    assert first > second


def test_a_parameter_of_the_file_stands_in_the_model(tmp_path: Path) -> None:
    digest = weights_digest(weights() / "model.onnx")
    scores = [
        OnnxReranker(
            "x", weights(), tuning=tuning(tmp_path / f"{bias}.npz", digest, **{"classifier.bias": [bias]})
        ).score(PAIRS)
        for bias in (0.0, 2.5)
    ]
    assert scores[1] - scores[0] == pytest.approx([2.5, 2.5], abs=1e-4)


def test_a_matrix_is_the_sum_of_its_own_and_the_narrow_ones_in_int8(tmp_path: Path) -> None:
    file, digest = weights() / "model.onnx", weights_digest(weights() / "model.onnx")
    name, scale = _MATRIX, np.float32(0.004)
    own = read_tensors(file, frozenset((f"{name}_quantized",)))[f"{name}_quantized"]
    chance = np.random.default_rng(5)
    down = chance.normal(size=(own.shape[0], 3)).astype(np.float16)
    up = chance.normal(size=(3, own.shape[1])).astype(np.float16) * np.float16(0.05)
    made = merged(file, {name + DOWN: down, name + UP: up, name + SCALE: np.asarray(scale)})
    wanted = own.astype(np.float32) * scale + down.astype(np.float32) @ up.astype(np.float32)
    got = made[f"{name}_quantized"].astype(np.float32) * made[f"{name}_scale"]
    assert np.abs(got - wanted).max() <= made[f"{name}_scale"] * 0.501
    assert made[f"{name}_quantized"].dtype == np.int8
    kept = tmp_path / "low.npz"
    np.savez(kept, base=np.array(digest), **{name + DOWN: down, name + UP: up, name + SCALE: np.asarray(scale)})
    changed = OnnxReranker("x", weights(), tuning=kept).score(PAIRS)
    assert np.abs(changed - OnnxReranker("plain", weights()).score(PAIRS)).max() > 0.01


def test_a_matrix_that_the_weights_have_not_is_told_in_a_sentence(tmp_path: Path) -> None:
    kept, digest = tmp_path / "reader.npz", weights_digest(weights() / "model.onnx")
    none = np.zeros((2, 2), dtype=np.float16)
    np.savez(kept, base=np.array(digest), **{"none" + DOWN: none, "none" + UP: none, "none" + SCALE: np.float32(1)})
    with pytest.raises(ModelError, match=r"reader\.npz: the reranker's tuning cannot be put into"):
        OnnxReranker("x", weights(), tuning=kept)


def test_a_tuning_of_other_weights_is_left_out_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tuning(tmp_path / "other.npz", "0" * 12, **{"classifier.bias": [9.0]})
    assert not OnnxReranker("x", weights(), tuning=other).tuned
    monkeypatch.setattr(choose, "TUNING", other)
    choice = choose_reranker(Config())
    assert choice is not None and choice.tuning is None and "other weights" in choice.reason


def test_a_damaged_tuning_is_told_in_a_sentence(tmp_path: Path) -> None:
    damaged = tmp_path / "reader.npz"
    damaged.write_bytes(b"no archive")
    with pytest.raises(ModelError, match=r"reader\.npz: the reranker's tuning cannot be read"):
        OnnxReranker("x", weights(), tuning=damaged)


def test_a_named_cross_encoder_is_untuned() -> None:
    choice = choose_reranker(Config.model_validate({"search": {"reranker": choose.MARCO}}))
    assert choice is not None and choice.tuning is None
