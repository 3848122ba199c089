"""ONNX weights through onnxruntime: no torch in the process."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.protocol import Vectors, by_length
from index.errors import ModelError

_MAX_TOKENS = 512


class _Model:
    """A session and its tokenizer. onnxruntime sessions may be called from several threads at once."""

    def __init__(self, folder: Path, threads: int, tuning: Path | None = None) -> None:
        import onnxruntime as ort
        from tokenizers import Tokenizer

        options = ort.SessionOptions()
        options.intra_op_num_threads = threads or (os.cpu_count() or 1)
        options.log_severity_level = 3
        # Two models share the cores; a pool that spins while it waits takes them from the other one.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        weights = folder / "model.onnx"
        self.digest = weights_digest(weights)
        # The session reads the replaced parameters from these: they live as long as it does.
        self._replaced = {} if tuning is None else _replacements(tuning, self.digest)
        for name, value in self._replaced.items():
            options.add_initializer(name, value)
        try:
            self._session = ort.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
            self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # onnxruntime and tokenizers raise bare exceptions of their own
            raise ModelError(f"{folder}: the ONNX model cannot be loaded ({error}); reinstall its package") from error
        self._tokenizer.enable_truncation(_MAX_TOKENS)
        self._tokenizer.enable_padding()
        self._wants_types = any(item.name == "token_type_ids" for item in self._session.get_inputs())
        self.tuned = bool(self._replaced)

    def run(self, texts: Sequence[str] | Sequence[tuple[str, str]]) -> tuple[NDArray[Any], NDArray[np.int64]]:
        """First output and attention mask of one padded batch."""
        encoded = self._tokenizer.encode_batch(list(texts))
        mask = np.array([item.attention_mask for item in encoded], dtype=np.int64)
        feed = {"input_ids": np.array([item.ids for item in encoded], dtype=np.int64), "attention_mask": mask}
        if self._wants_types:
            feed["token_type_ids"] = np.array([item.type_ids for item in encoded], dtype=np.int64)
        return np.asarray(self._session.run(None, feed)[0]), mask


class OnnxEncoder:
    """A sentence encoder with CLS pooling and unit length (bge-small-en-v1.5's card)."""

    def __init__(
        self, name: str, folder: Path, *, question_prefix: str = "", batch_size: int = 32, threads: int = 0
    ) -> None:
        self._model = _Model(folder, threads)
        self._prefix = question_prefix
        self._batch_size = batch_size
        self.name = f"{name}@{self._model.digest}"
        self.backend = "onnx-int8"
        self.dimension = 384

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode`."""
        out = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for batch in by_length(texts, self._batch_size):
            hidden, _ = self._model.run([texts[i] for i in batch])
            first = hidden[:, 0].astype(np.float32)
            out[batch] = first / np.maximum(np.linalg.norm(first, axis=1, keepdims=True), 1e-12)
        return out

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode_questions`."""
        return self.encode([self._prefix + text for text in texts])


class OnnxReranker:
    """A cross-encoder with one logit (ms-marco-MiniLM-L-12-v2).

    `tuning` is a file of biases and normalisation weights (docs/search.md, "The reranker's tuning") that replace
    the model's own; they belong to one file of weights, and another one is read as it is.
    """

    def __init__(
        self, name: str, folder: Path, *, batch_size: int = 8, threads: int = 0, tuning: Path | None = None
    ) -> None:
        self._model = _Model(folder, threads, tuning)
        self.tuned = self._model.tuned
        self._batch_size = batch_size
        self.name = f"{name}@{self._model.digest}"
        self.backend = "onnx-int8"

    def score(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """See `Reranker.score`."""
        out = np.zeros(len(pairs), dtype=np.float32)
        for batch in by_length([passage for _, passage in pairs], self._batch_size):
            logits, _ = self._model.run([pairs[i] for i in batch])
            out[batch] = logits.reshape(len(batch), -1)[:, 0]
        return out


def tuning_fits(tuning: Path, folder: Path) -> bool:
    """Whether a tuning was made for the weights in `folder`. Raises ModelError for a file that cannot be read."""
    return _stored(tuning, weights_digest(folder / "model.onnx"), []) is not None


def _replacements(tuning: Path, digest: str) -> dict[str, Any]:
    """Parameters that replace a model's own; none where the file was made for other weights. Raises ModelError."""
    import onnxruntime as ort

    parts = _stored(tuning, digest, None) or {}
    return {name: ort.OrtValue.ortvalue_from_numpy(value) for name, value in parts.items()}


def _stored(tuning: Path, digest: str, names: Sequence[str] | None) -> dict[str, NDArray[np.float32]] | None:
    """The named parameters of a tuning (None: all); None where it belongs to other weights."""
    try:
        with np.load(tuning) as stored:
            if str(stored["base"]) != digest:
                return None
            wanted = [name for name in stored.files if name != "base"] if names is None else names
            return {name: np.ascontiguousarray(stored[name]) for name in wanted}
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{tuning}: the reranker's tuning cannot be read ({error}); reinstall onrecord") from error


def weights_digest(weights: Path) -> str:
    """Identity of a weights file without reading all of it: size and the hash of both ends."""
    size = weights.stat().st_size
    with weights.open("rb") as file:
        head = file.read(1 << 16)
        file.seek(max(0, size - (1 << 16)))
        tail = file.read()
    return hashlib.sha256(head + tail + str(size).encode()).hexdigest()[:12]
