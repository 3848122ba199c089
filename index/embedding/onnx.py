"""ONNX weights through onnxruntime: no torch in the process."""

from __future__ import annotations

import hashlib
import threading
import weakref
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.protocol import Vectors
from index.embedding.tables import Tables
from index.errors import ModelError
from index.sessions import open_session
from index.workers import cores

_MAX_TOKENS = 512
_VOCABULARY = b'"added_tokens"'  # where the settings of truncation and padding end in a tokenizer's file


class _Pieces:
    """A tokenizer; models of the same vocabulary share it, 9 MB each otherwise."""

    def __init__(self, data: bytes) -> None:
        from tokenizers import Tokenizer

        self.tokenizer: Any = Tokenizer.from_buffer(data)
        self.tokenizer.enable_truncation(_MAX_TOKENS)
        # The cross-encoder's file asks for 512 pieces whatever the text: eight times the cost of a short passage.
        self.tokenizer.no_padding()


_IN_USE: weakref.WeakValueDictionary[bytes, _Pieces] = weakref.WeakValueDictionary()
_ONE_AT_A_TIME = threading.Lock()


def _pieces(file: Path) -> _Pieces:
    data = file.read_bytes()
    key = hashlib.sha256(data[max(0, data.find(_VOCABULARY)) :]).digest()
    with _ONE_AT_A_TIME:
        found = _IN_USE.get(key)
        if found is None:
            found = _IN_USE[key] = _Pieces(data)
        return found


class _Model:
    """A session and its tokenizer: every text through the model by itself, one on each core.

    The int8 weights scale their activations by the whole batch, so that a text's output would depend on what stands
    beside it (cosine .994 in a batch of eight). By itself it gets the same output always, and sooner: a batch is
    padded, and its tensors leave the core's cache (25 ms of processor a passage by itself, 53 in batches of 32).
    """

    def __init__(self, folder: Path, threads: int, tuning: Path | None = None) -> None:
        import onnxruntime as ort

        weights = folder / "model.onnx"
        self.digest = weights_digest(weights)
        tuned = {} if tuning is None else _replacements(tuning, self.digest)
        self._tables = Tables(weights)
        # The session reads these parameters from here: they live as long as it does.
        given = {**self._tables.by_name, **tuned}
        self._replaced = {name: ort.OrtValue.ortvalue_from_numpy(value) for name, value in given.items()}
        try:
            self._session = open_session(weights, given=self._replaced)  # one thread a call, several calls at once
            self._pieces = _pieces(folder / "tokenizer.json")
        except Exception as error:  # onnxruntime and tokenizers raise bare exceptions of their own
            raise ModelError(f"{folder}: the ONNX model cannot be loaded ({error}); reinstall its package") from error
        self._resting: Any = ort.RunOptions()
        self._resting.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
        self._threads = threads or cores()
        self._wants_types = any(item.name == "token_type_ids" for item in self._session.get_inputs())
        self.tuned = bool(tuned)

    def run(self, items: Sequence[str] | Sequence[tuple[str, str]]) -> list[NDArray[Any]]:
        """The first output of each item, shape (1, …), in order."""
        out: list[NDArray[Any]] = [np.zeros(0)] * len(items)
        # The longest first: what is left for the end is short, and no core waits long for another.
        todo = deque(sorted(range(len(items)), key=lambda i: -_length(items[i])))

        def work() -> None:
            while True:
                try:
                    place = todo.popleft()
                except IndexError:
                    return
                out[place] = self._one(items[place])

        helpers = min(self._threads, len(items)) - 1
        if helpers <= 0:
            work()
            return out
        with ThreadPoolExecutor(helpers, thread_name_prefix="onrecord-model") as pool:
            others = [pool.submit(work) for _ in range(helpers)]
            work()
            for other in others:
                other.result()
        return out

    def has_word(self, word: str) -> bool:
        """Whether the vocabulary has a word whole."""
        return self._pieces.tokenizer.token_to_id(word) is not None

    def rest(self) -> None:
        """Let go of the memory that the largest texts took; the next ones take it again."""
        self._one(".", self._resting)
        self._tables.rest()

    def _one(self, item: str | tuple[str, str], options: Any = None) -> NDArray[Any]:
        tokenizer = self._pieces.tokenizer
        encoded = tokenizer.encode(item) if isinstance(item, str) else tokenizer.encode(*item)
        feed = {
            "input_ids": np.array([encoded.ids], dtype=np.int64),
            "attention_mask": np.array([encoded.attention_mask], dtype=np.int64),
        }
        if self._wants_types:
            feed["token_type_ids"] = np.array([encoded.type_ids], dtype=np.int64)
        return np.asarray(self._session.run(None, feed, options)[0])


class OnnxEncoder:
    """A sentence encoder with CLS pooling and unit length (bge-small-en-v1.5's card)."""

    def __init__(self, name: str, folder: Path, *, question_prefix: str = "", threads: int = 0) -> None:
        self._model = _Model(folder, threads)
        self._prefix = question_prefix
        self.name = f"{name}@{self._model.digest}"
        self.backend = "onnx-int8"
        self.dimension = 384

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode`."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        first = np.concatenate([hidden[:, 0] for hidden in self._model.run(texts)]).astype(np.float32)
        return first / np.maximum(np.linalg.norm(first, axis=1, keepdims=True), 1e-12)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode_questions`."""
        return self.encode([self._prefix + text for text in texts])

    def has_word(self, word: str) -> bool:
        """See `Encoder.has_word`."""
        return self._model.has_word(word)

    def rest(self) -> None:
        """See `Encoder.rest`."""
        self._model.rest()


class OnnxReranker:
    """A cross-encoder with one logit (ms-marco-MiniLM-L-12-v2).

    `tuning` is a file of biases and normalisation weights (docs/search.md, "The reranker's tuning") that replace
    the model's own; they belong to one file of weights, and another one is read as it is.
    """

    def __init__(self, name: str, folder: Path, *, threads: int = 0, tuning: Path | None = None) -> None:
        self._model = _Model(folder, threads, tuning)
        self.tuned = self._model.tuned
        self.name = f"{name}@{self._model.digest}"
        self.backend = "onnx-int8"

    def score(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """See `Reranker.score`."""
        return np.array([logits.reshape(-1)[0] for logits in self._model.run(pairs)], dtype=np.float32)

    def rest(self) -> None:
        """See `Encoder.rest`."""
        self._model.rest()


def tuning_fits(tuning: Path, folder: Path) -> bool:
    """Whether a tuning was made for the weights in `folder`. Raises ModelError for a file that cannot be read."""
    return _stored(tuning, weights_digest(folder / "model.onnx"), []) is not None


def _replacements(tuning: Path, digest: str) -> dict[str, NDArray[np.float32]]:
    """Parameters that replace a model's own; none where the file was made for other weights. Raises ModelError."""
    return _stored(tuning, digest, None) or {}


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


def _length(item: str | tuple[str, str]) -> int:
    return len(item) if isinstance(item, str) else sum(map(len, item))
