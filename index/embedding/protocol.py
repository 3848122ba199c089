"""What every model backend offers. Implementations: `onnx.py`, `torch.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Texts to unit vectors. `name` changes whenever the vectors would.

    A question's vector must not depend on what is encoded beside it, so that the same question gets the same answer.
    """

    @property
    def name(self) -> str:
        """Of the model; changes whenever what it gives would."""
        ...

    @property
    def backend(self) -> str:
        """What runs it, in a word."""
        ...

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Passages to vectors of shape (len(texts), dimension), unit length, float32."""
        ...

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Questions to vectors of the same space (some models want a prefix before a question)."""
        ...

    def has_word(self, word: str) -> bool:
        """Whether its vocabulary has a word in small letters whole, as it has the frequent ones of its language."""
        ...

    def rest(self) -> None:
        """Nothing is asked for a while: let go of working memory, where the model keeps any."""
        ...


class Reranker(Protocol):
    """A cross-encoder: reads question and passage together. A pair's logit must not depend on the other pairs."""

    @property
    def name(self) -> str:
        """Of the model; changes whenever what it gives would."""
        ...

    @property
    def backend(self) -> str:
        """What runs it, in a word."""
        ...

    def score(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """One logit for each (question, passage); higher is better."""
        ...

    def rest(self) -> None:
        """See `Encoder.rest`."""
        ...
