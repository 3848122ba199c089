"""Dense search in FAISS: exact inner product of unit vectors, under an exact mask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from index.errors import ArchiveError
from index.storage.tables import Bool, Int
from index.storage.vectors import Floats


class FaissIndex:
    """IndexFlatIP. One query runs faster on one OpenMP thread than on two (measured)."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: Floats) -> FaissIndex:
        """Index vectors of shape (n, d), unit length."""
        import faiss

        index: Any = faiss.IndexFlatIP(vectors.shape[1])
        if len(vectors):
            index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index)

    def save(self, path: Path) -> None:
        """Write the index to a file."""
        import faiss

        faiss.write_index(self._index, str(path))

    @classmethod
    def load(cls, path: Path) -> FaissIndex:
        """Map the index from a file. Raises ArchiveError when it cannot be read."""
        import faiss

        try:
            return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))
        except RuntimeError as error:
            raise ArchiveError(f"{path}: the vector index is damaged; run `onrecord reindex`") from error

    @property
    def dimension(self) -> int:
        """Width of the vectors."""
        return int(self._index.d)

    def search(self, question: Floats, k: int, allowed: Bool | None = None) -> tuple[Int, Floats]:
        """See `VectorIndex.search`."""
        import faiss

        faiss.omp_set_num_threads(1)
        count = int(self._index.ntotal if allowed is None else allowed.sum())
        k = min(k, count)
        if k == 0:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        parameters = None
        if allowed is not None:
            # The bitmap must outlive the search: the selector only keeps a pointer to it.
            bitmap = np.packbits(allowed, bitorder="little")
            selector = faiss.IDSelectorBitmap(len(bitmap), faiss.swig_ptr(bitmap))  # pyright: ignore[reportCallIssue]
            parameters = faiss.SearchParameters(sel=selector)  # pyright: ignore[reportCallIssue]
        query = np.ascontiguousarray(question.reshape(1, -1), dtype=np.float32)
        scores, rows = self._index.search(query, k, params=parameters)
        found = rows[0] >= 0
        return rows[0][found].astype(np.int64), scores[0][found]

    def rows(self, rows: Int) -> Floats:
        """See `VectorIndex.rows`."""
        if not len(rows):
            return np.zeros((0, self.dimension), dtype=np.float32)
        return np.asarray(self._index.reconstruct_batch(np.ascontiguousarray(rows, dtype=np.int64)), dtype=np.float32)
