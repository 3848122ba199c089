"""What every model backend offers. Implementations: `onnx.py`, `torch.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Texts to unit vectors. `name` changes whenever the vectors would."""

    @property
    def name(self) -> str: ...

    @property
    def backend(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Passages to vectors of shape (len(texts), dimension), unit length, float32."""
        ...

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Questions to vectors of the same space (some models want a prefix before a question)."""
        ...


class Reranker(Protocol):
    """A cross-encoder: reads question and passage together."""

    @property
    def name(self) -> str: ...

    @property
    def backend(self) -> str: ...

    def score(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """One logit for each (question, passage); higher is better."""
        ...


def by_length(texts: Sequence[str], batch_size: int) -> list[list[int]]:
    """Positions of `texts` in batches of texts of like length, longest first.

    Padding a batch to its longest text is what a mixed batch wastes its time on; longest first, so that
    running out of memory shows at once and not at the end.
    """
    order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
    return [order[i : i + batch_size] for i in range(0, len(order), batch_size)]
