"""Any sentence-transformers model by name or path. Importing torch takes seconds: only here, only when asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding import hub
from index.embedding.protocol import Vectors
from index.errors import ModelError


class SentenceEncoder:
    """A SentenceTransformer on the CPU, unit vectors."""

    def __init__(self, name: str, path: str, *, batch_size: int = 32, threads: int = 0) -> None:
        self._model: Any = _load("SentenceTransformer", path, threads)
        self._batch_size = batch_size
        self.name = f"{name}@sentence-transformers"
        self.backend = "torch"
        self.dimension = int(self._model.get_embedding_dimension())

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode`. sentence-transformers sorts the batches by length itself."""
        return self._run(self._model.encode_document, texts)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode_questions`; a prompt named "query" of the model's own is used."""
        vectors = [self._run(self._model.encode_query, [text]) for text in texts]  # a batch pads, and padding tells
        return np.concatenate(vectors) if vectors else np.zeros((0, self.dimension), dtype=np.float32)

    def has_word(self, word: str) -> bool:
        """See `Encoder.has_word`."""
        return len(self._model.tokenizer.tokenize(word)) == 1

    def rest(self) -> None:
        """See `Encoder.rest`; torch keeps nothing between two calls."""

    def _run(self, encode: Any, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = encode(list(texts), batch_size=self._batch_size, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


class SentenceReranker:
    """A sentence-transformers CrossEncoder on the CPU, raw logits."""

    def __init__(self, name: str, *, threads: int = 0) -> None:
        self._model: Any = _load("CrossEncoder", name, threads)
        self.name = f"{name}@sentence-transformers"
        self.backend = "torch"

    def score(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """See `Reranker.score`."""
        import torch

        if not pairs:
            return np.zeros(0, dtype=np.float32)
        scores = self._model.predict(
            list(pairs), batch_size=1, activation_fn=torch.nn.Identity(), show_progress_bar=False
        )
        return np.asarray(scores, dtype=np.float32).reshape(len(pairs), -1)[:, 0]

    def rest(self) -> None:
        """See `Encoder.rest`; torch keeps nothing between two calls."""


def _load(kind: str, path: str, threads: int) -> Any:
    here = hub.is_here(path)
    if not here and not hub.is_reachable():
        raise ModelError(
            f"the model {path!r} is not on this machine, and the hub that it could be downloaded from cannot be "
            "reached; give the path of its folder, or leave the setting at auto"
        )
    try:
        import sentence_transformers
        import torch

        if threads:
            torch.set_num_threads(threads)
        return getattr(sentence_transformers, kind)(path, device="cpu", local_files_only=here)
    except Exception as error:  # a hub, a file or a format: the library raises whatever fails below it
        reason = str(error).strip().split("\n")[0][:200]
        raise ModelError(
            f"the model {path!r} cannot be loaded ({reason}); give a sentence-transformers name that can be "
            "downloaded or the path of its folder, or leave the setting at auto"
        ) from error
