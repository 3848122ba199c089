"""Dense search in FAISS by inner product of unit vectors, under an exact filter; the kind follows from the size.

Up to `EXACT` passages every vector is compared. Above, an inverted file (k-means) of codes of one byte a number says
which come near, and those are compared as they are; what a filter leaves few of is compared whole. Codes and vectors
lie on the disk, mapped.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import ArchiveError
from index.storage.tables import EVERYTHING, EXACT, Bool, Filter, Floats, Int, Tables

_INDEX, _VECTORS, _LISTS = "passages.faiss", "passages.vectors", "passages.lists"
_FEW = 0.2  # of EXACT: so many that a filter leaves are compared whole
_SHARE = 0.3  # of all passages, under the filter: so many codes are looked at; docs/scaling.md, "How near is near"
_SPARE, _TIMES = 200, 4  # vectors that are compared as they are for k wanted ones: 4 k + 200
_BLOCK = 8192  # vectors that are read at once: 12 MB of 384 numbers each
_SAMPLE, _ROUNDS = 40, 8  # vectors a list that k-means sees, and its rounds


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
            return _nothing()
        parameters = None
        if allowed is not None:
            # The bitmap must outlive the search: the selector only keeps a pointer to it.
            bitmap = np.packbits(allowed, bitorder="little")
            parameters = faiss.SearchParameters(sel=_selector(bitmap))  # pyright: ignore[reportCallIssue]
        query = np.ascontiguousarray(question.reshape(1, -1), dtype=np.float32)
        scores, rows = self._index.search(query, k, params=parameters)
        found = rows[0] >= 0
        return rows[0][found].astype(np.int64), scores[0][found]

    def rows(self, rows: Int) -> Floats:
        """See `VectorIndex.rows`."""
        if not len(rows):
            return np.zeros((0, self.dimension), dtype=np.float32)
        return np.asarray(self._index.reconstruct_batch(np.ascontiguousarray(rows, dtype=np.int64)), dtype=np.float32)


class CodedIndex:
    """IVF,SQ8 before the vectors themselves.

    The number of lists that are looked at follows from the filter: the nearest ones, until they hold `_SHARE` of all
    passages that it lets through, or all of them. So a filter whose passages all lie far from the question costs more
    and finds as much.
    """

    def __init__(self, index: Any, vectors: Floats, lists: NDArray[np.int32], columns: Tables, few: int) -> None:
        self._index = index
        self._vectors = vectors
        self._lists = lists
        self._columns = columns
        self._few = few
        self._sizes = np.bincount(lists, minlength=index.nlist)

    def search(self, question: Floats, k: int, wanted: Filter = EVERYTHING) -> tuple[Int, Floats]:
        """See `VectorIndex.search`."""
        allowed = None if wanted == EVERYTHING else self._columns.allowed_passages(wanted)
        count = len(self._lists) if allowed is None else int(allowed.sum())
        k = min(k, count)
        if k == 0:
            return _nothing()
        question = np.ascontiguousarray(question, dtype=np.float32)
        if allowed is not None and count <= max(self._few, k):
            return self._best(question, np.flatnonzero(allowed), k)
        return self._best(question, self._near(question, k, allowed), k)

    def rows(self, rows: Int) -> Floats:
        """See `VectorIndex.rows`."""
        return np.asarray(self._vectors[rows], dtype=np.float32)

    def _near(self, question: Floats, k: int, allowed: Bool | None) -> Int:
        """The rows whose codes come nearest, more than `k`."""
        import faiss

        faiss.omp_set_num_threads(1)
        held = self._sizes if allowed is None else np.bincount(self._lists[allowed], minlength=len(self._sizes))
        query = question.reshape(1, -1)
        _, order = self._index.quantizer.search(query, len(held))
        enough = max(self._few, int(_SHARE * len(self._lists)))
        probes = min(len(held), int(np.searchsorted(np.cumsum(held[order[0]]), enough)) + 1)
        bitmap = None if allowed is None else np.packbits(allowed, bitorder="little")  # must outlive the search
        selector = {} if bitmap is None else {"sel": _selector(bitmap)}
        parameters = faiss.SearchParametersIVF(nprobe=probes, **selector)  # pyright: ignore[reportCallIssue]
        _, rows = self._index.search(query, _TIMES * k + _SPARE, params=parameters)
        return rows[0][rows[0] >= 0].astype(np.int64)

    def _best(self, question: Floats, rows: Int, k: int) -> tuple[Int, Floats]:
        """The `k` of some rows whose vectors come nearest; of equal ones the first."""
        rows = np.sort(rows)
        parts = [self._vectors[rows[i : i + _BLOCK]] @ question for i in range(0, len(rows), _BLOCK)]
        scores = np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)
        order = np.argsort(-scores, kind="stable")[:k]
        return rows[order], scores[order].astype(np.float32)


class FaissBackend:
    """Files in the generation's folder, mapped into memory. `exact`: up to how many passages all are compared."""

    def __init__(self, exact: int = EXACT) -> None:
        self._exact = exact

    def build(self, folder: Path, vectors: Floats, columns: Tables) -> str:
        """See `VectorBackend.build`."""
        import faiss

        n, d = vectors.shape
        if n <= self._exact:
            index: Any = faiss.IndexFlatIP(d)
            if n:
                index.add(np.ascontiguousarray(vectors, dtype=np.float32))
            faiss.write_index(index, str(folder / _INDEX))
            return f"exact: every vector is compared, up to {self._exact:,} passages"
        index = _coded(vectors)
        with (folder / _VECTORS).open("wb") as file:
            for first in range(0, n, _BLOCK):
                np.ascontiguousarray(vectors[first : first + _BLOCK], dtype=np.float32).tofile(file)
        _lists_of(index, n).tofile(folder / _LISTS)
        faiss.write_index(index, str(folder / _INDEX))
        return (
            f"codes of one byte in {index.nlist:,} lists, for more than {self._exact:,} passages; the nearest vectors "
            f"are compared exactly, and all of them where a filter leaves {int(_FEW * self._exact):,} or fewer"
        )

    def open(self, folder: Path, columns: Tables) -> FaissIndex | CodedIndex:
        """See `VectorBackend.open`."""
        import faiss

        path = folder / _INDEX
        coded = (folder / _LISTS).exists()
        try:
            index: Any = faiss.read_index(str(path), faiss.IO_FLAG_MMAP if coded else faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            raise ArchiveError(f"{path}: the vector index is damaged; run `onrecord reindex`") from error
        if index.ntotal != columns.passages:
            counts = f"{index.ntotal} vectors for {columns.passages} passages"
            raise ArchiveError(f"{path}: holds {counts}; run `onrecord reindex`")
        if not coded:
            return FaissIndex(index, columns)
        try:
            shape = (columns.passages, int(index.d))
            vectors = np.memmap(folder / _VECTORS, dtype=np.float32, mode="r", shape=shape)
            lists = np.memmap(folder / _LISTS, dtype=np.int32, mode="r", shape=shape[:1])
        except (OSError, ValueError) as error:
            raise ArchiveError(f"{folder}: the vectors are damaged; run `onrecord reindex`") from error
        return CodedIndex(index, vectors, lists, columns, int(_FEW * self._exact))

    def remove(self, elsewhere: dict[str, str]) -> None:
        """See `VectorBackend.remove`: everything lies in the folder."""


def _coded(vectors: Floats) -> Any:
    """An inverted file of about sqrt(n) lists, made of a sample; the same for the same vectors."""
    import faiss

    n, d = vectors.shape
    lists = max(1, round(n**0.5))
    quantizer: Any = faiss.IndexFlatIP(d)
    index: Any = faiss.IndexIVFScalarQuantizer(  # pyright: ignore[reportCallIssue]
        quantizer, d, lists, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
    )
    index.cp.spherical, index.cp.niter, index.cp.min_points_per_centroid = True, _ROUNDS, 1
    sample = np.sort(np.random.default_rng(0).choice(n, min(n, _SAMPLE * lists), replace=False))
    index.train(np.ascontiguousarray(vectors[sample], dtype=np.float32))
    for first in range(0, n, _BLOCK):
        index.add(np.ascontiguousarray(vectors[first : first + _BLOCK], dtype=np.float32))
    return index


def _lists_of(index: Any, n: int) -> NDArray[np.int32]:
    """For each row the list that holds it."""
    import faiss

    lists = np.zeros(n, dtype=np.int32)
    for number in range(index.nlist):
        if size := index.invlists.list_size(number):
            rows = faiss.rev_swig_ptr(index.invlists.get_ids(number), size)  # pyright: ignore[reportCallIssue]
            lists[rows] = number
    return lists


def _selector(bitmap: NDArray[np.uint8]) -> Any:
    import faiss

    return faiss.IDSelectorBitmap(len(bitmap), faiss.swig_ptr(bitmap))  # pyright: ignore[reportCallIssue]


def _nothing() -> tuple[Int, Floats]:
    return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
