"""The reranker's tuning: it replaces parameters of the weights that it was made for, and of no others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import Config
from index.embedding import choose
from index.embedding.choose import TUNING, choose_reranker, load_reranker
from index.embedding.onnx import OnnxReranker, weights_digest
from index.errors import ModelError

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
