"""Dense search in FAISS: exact inner product of unit vectors, under an exact filter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from index.errors import ArchiveError
from index.storage.tables import EVERYTHING, Filter, Floats, Int, Tables

_FILE = "passages.faiss"


class FaissIndex:
    """IndexFlatIP. One query runs faster on one OpenMP thread than on two (measured)."""

    def __init__(self, index: Any, columns: Tables) -> None:
        self._index = index
        self._columns = columns

    @property
    def dimension(self) -> int:
        """Width of the vectors."""
        return int(self._index.d)

    def search(self, question: Floats, k: int, wanted: Filter = EVERYTHING) -> tuple[Int, Floats]:
        """See `VectorIndex.search`."""
        import faiss

        faiss.omp_set_num_threads(1)
        allowed = None if wanted == EVERYTHING else self._columns.allowed_passages(wanted)
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


class FaissBackend:
    """One file in the generation's folder, mapped into memory."""

    def build(self, folder: Path, vectors: Floats, columns: Tables) -> None:
        """See `VectorBackend.build`."""
        import faiss

        index: Any = faiss.IndexFlatIP(vectors.shape[1])
        if len(vectors):
            index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        faiss.write_index(index, str(folder / _FILE))

    def open(self, folder: Path, columns: Tables) -> FaissIndex:
        """See `VectorBackend.open`."""
        import faiss

        path = folder / _FILE
        try:
            index: Any = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            raise ArchiveError(f"{path}: the vector index is damaged; run `onrecord reindex`") from error
        if index.ntotal != columns.passages:
            counts = f"{index.ntotal} vectors for {columns.passages} passages"
            raise ArchiveError(f"{path}: holds {counts}; run `onrecord reindex`")
        return FaissIndex(index, columns)

    def remove(self, elsewhere: dict[str, str]) -> None:
        """See `VectorBackend.remove`: everything lies in the folder."""
