"""Dense vectors: the contract that every engine meets. FAISS is the embedded one (`index.storage.faiss`)."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.storage.tables import Bool, Int

Floats = NDArray[np.float32]


class VectorIndex(Protocol):
    """Nearest rows by inner product; the contract that every backend's tests share."""

    def search(self, question: Floats, k: int, allowed: Bool | None = None) -> tuple[Int, Floats]:
        """At most `k` (rows, scores) for one question vector (d,), best first, only rows where `allowed` is True."""
        ...

    def rows(self, rows: Int) -> Floats:
        """The stored vectors of some rows, shape (len(rows), d)."""
        ...
