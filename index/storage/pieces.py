"""The files of vectors: a piece that is compared whole, and one whose codes say what is compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ArchiveError
from index.storage.mapped import rest
from index.storage.tables import Bool, Floats, Int

_STEM, _INDEX, _VECTORS, _LISTS = "passages", ".faiss", ".vectors", ".lists"
_SHARE = 0.3  # of all passages, under the filter: so many codes are looked at; docs/scaling.md, "How near is near"
_SPARE, _TIMES = 200, 4  # vectors that are compared as they are for k wanted ones: 4 k + 200
_BLOCK = 8192  # vectors that are read at once: 12 MB of 384 numbers each
_FEW = 1024  # vectors from all over the file that are read at once; each maps 64 kB around it
_SAMPLE, _ROUNDS = 40, 8  # vectors a list that k-means sees, and its rounds


class Piece(Protocol):
    """Some vectors by their place in it."""

    @property
    def count(self) -> int:
        """How many."""
        ...

    @property
    def dimension(self) -> int:
        """Width of the vectors."""
        ...

    def nearest(self, question: Floats, k: int, allowed: Bool | None) -> tuple[Int, Floats]:
        """At most `k` (places, scores), best first, only of those that are allowed; None: of all."""
        ...

    def vectors(self, places: Int) -> Floats:
        """The vectors at some places."""
        ...


class Whole:
    """IndexFlatIP. One query runs faster on one OpenMP thread than on two (measured)."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @property
    def count(self) -> int:
        """See `Piece.count`."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """See `Piece.dimension`."""
        return int(self._index.d)

    def nearest(self, question: Floats, k: int, allowed: Bool | None) -> tuple[Int, Floats]:
        """See `Piece.nearest`."""
        import faiss

        k = min(k, self.count if allowed is None else int(allowed.sum()))
        if k == 0:
            return _nothing()
        faiss.omp_set_num_threads(1)
        parameters = None
        if allowed is not None:
            # The bitmap must outlive the search: the selector only keeps a pointer to it.
            bitmap = np.packbits(allowed, bitorder="little")
            parameters = faiss.SearchParameters(sel=_selector(bitmap))  # pyright: ignore[reportCallIssue]
        scores, places = self._index.search(question.reshape(1, -1), k, params=parameters)
        found = places[0] >= 0
        return places[0][found].astype(np.int64), scores[0][found]

    def vectors(self, places: Int) -> Floats:
        """See `Piece.vectors`."""
        if not len(places):
            return np.zeros((0, self.dimension), dtype=np.float32)
        return np.asarray(self._index.reconstruct_batch(np.ascontiguousarray(places, dtype=np.int64)), dtype=np.float32)


class Coded:
    """IVF,SQ8 before the vectors themselves.

    The number of lists that are looked at follows from the filter: the nearest ones, until they hold `_SHARE` of all
    passages that it lets through, or all of them. So a filter whose passages all lie far from the question costs more
    and finds as much. `few`: so many that a filter leaves are compared whole.
    """

    def __init__(self, index: Any, vectors: Floats, lists: NDArray[np.int32], few: int) -> None:
        self._index = index
        self._vectors = vectors
        self._lists = lists
        self._few = few
        self._sizes = np.bincount(lists, minlength=index.nlist)

    @property
    def count(self) -> int:
        """See `Piece.count`."""
        return len(self._lists)

    @property
    def dimension(self) -> int:
        """See `Piece.dimension`."""
        return int(self._vectors.shape[1])

    @property
    def lists(self) -> int:
        """How many lists the codes are in."""
        return len(self._sizes)

    def nearest(self, question: Floats, k: int, allowed: Bool | None) -> tuple[Int, Floats]:
        """See `Piece.nearest`."""
        count = self.count if allowed is None else int(allowed.sum())
        k = min(k, count)
        if k == 0:
            return _nothing()
        if allowed is not None and count <= max(self._few, k):
            return self._best(question, np.flatnonzero(allowed), k)
        return self._best(question, self._near(question, k, allowed), k)

    def vectors(self, places: Int) -> Floats:
        """See `Piece.vectors`."""
        return np.concatenate([np.zeros((0, self.dimension), dtype=np.float32), *self._read(places)])

    def _near(self, question: Floats, k: int, allowed: Bool | None) -> Int:
        """The places whose codes come nearest, more than `k`."""
        import faiss

        faiss.omp_set_num_threads(1)
        held = self._sizes if allowed is None else np.bincount(self._lists[allowed], minlength=len(self._sizes))
        query = question.reshape(1, -1)
        _, order = self._index.quantizer.search(query, len(held))
        enough = max(self._few, int(_SHARE * self.count))
        probes = min(len(held), int(np.searchsorted(np.cumsum(held[order[0]]), enough)) + 1)
        bitmap = None if allowed is None else np.packbits(allowed, bitorder="little")  # must outlive the search
        selector = {} if bitmap is None else {"sel": _selector(bitmap)}
        parameters = faiss.SearchParametersIVF(nprobe=probes, **selector)  # pyright: ignore[reportCallIssue]
        _, places = self._index.search(query, _TIMES * k + _SPARE, params=parameters)
        return places[0][places[0] >= 0].astype(np.int64)

    def _best(self, question: Floats, places: Int, k: int) -> tuple[Int, Floats]:
        """The `k` of some places whose vectors come nearest; of equal ones the first."""
        places = np.sort(places)
        scores = np.concatenate([np.zeros(0, dtype=np.float32), *(block @ question for block in self._read(places))])
        order = np.argsort(-scores, kind="stable")[:k]
        return places[order], scores[order].astype(np.float32)

    def _read(self, places: Int) -> Iterator[Floats]:
        """The vectors at some places, of which the process holds a block at most."""
        return _some(self._vectors, places)


def files_of(folder: Path) -> list[Path]:
    """The files of all pieces in a folder."""
    return [path for path in folder.glob(f"{_STEM}*") if path.suffix in (_INDEX, _VECTORS, _LISTS)]


def first_of(path: Path) -> int:
    """Which vector of the whole index is the first of the piece that a file belongs to. Raises ArchiveError."""
    number = path.stem.removeprefix(_STEM).removeprefix("-") or "0"
    if not number.isdigit():
        raise ArchiveError(f"{path}: is no file of an index; run `onrecord reindex`")
    return int(number)


def _path(folder: Path, first: int, suffix: str) -> Path:
    return folder / (f"{_STEM}-{first}{suffix}" if first else f"{_STEM}{suffix}")


def write_whole(folder: Path, first: int, vectors: Floats) -> None:
    """Write vectors (n, d) as a piece that is compared whole."""
    import faiss

    index: Any = faiss.IndexFlatIP(vectors.shape[1])
    if len(vectors):
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
    faiss.write_index(index, str(_path(folder, first, _INDEX)))


def write_coded(folder: Path, first: int, vectors: Floats) -> int:
    """Write vectors (n, d) as a piece of codes; how many lists they are in."""
    import faiss

    index = _coded(vectors)
    with _path(folder, first, _VECTORS).open("wb") as file:
        for block in _blocks(vectors):
            block.tofile(file)
    _lists_of(index, len(vectors)).tofile(_path(folder, first, _LISTS))
    faiss.write_index(index, str(_path(folder, first, _INDEX)))
    return int(index.nlist)


def open_piece(folder: Path, first: int, few: int) -> Piece:
    """Open what was written, mapped. Raises ArchiveError where it is damaged."""
    import faiss

    path = _path(folder, first, _INDEX)
    coded = _path(folder, first, _LISTS).exists()
    try:
        index: Any = faiss.read_index(str(path), faiss.IO_FLAG_MMAP if coded else faiss.IO_FLAG_MMAP_IFC)
    except RuntimeError as error:
        raise ArchiveError(f"{path}: the vector index is damaged; run `onrecord reindex`") from error
    if not coded:
        return Whole(index)
    try:
        shape = (int(index.ntotal), int(index.d))
        vectors = np.memmap(_path(folder, first, _VECTORS), dtype=np.float32, mode="r", shape=shape)
        lists = np.memmap(_path(folder, first, _LISTS), dtype=np.int32, mode="r", shape=shape[:1])
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{folder}: the vectors are damaged; run `onrecord reindex`") from error
    return Coded(index, vectors, lists, few)


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
    index.train(np.concatenate([np.zeros((0, d), dtype=np.float32), *_some(vectors, sample)]))
    for block in _blocks(vectors):
        index.add(block)
    return index


def _some(vectors: Floats, places: Int) -> Iterator[Floats]:
    for first in range(0, len(places), _FEW):
        yield np.asarray(vectors[places[first : first + _FEW]], dtype=np.float32)
        rest(vectors)


def _blocks(vectors: Floats) -> Iterator[Floats]:
    for first in range(0, len(vectors), _BLOCK):
        yield np.ascontiguousarray(vectors[first : first + _BLOCK], dtype=np.float32)
        rest(vectors)


def _lists_of(index: Any, n: int) -> NDArray[np.int32]:
    """For each place the list that holds it."""
    import faiss

    lists = np.zeros(n, dtype=np.int32)
    for number in range(index.nlist):
        if size := index.invlists.list_size(number):
            places = faiss.rev_swig_ptr(index.invlists.get_ids(number), size)  # pyright: ignore[reportCallIssue]
            lists[places] = number
    return lists


def _selector(bitmap: NDArray[np.uint8]) -> Any:
    import faiss

    return faiss.IDSelectorBitmap(len(bitmap), faiss.swig_ptr(bitmap))  # pyright: ignore[reportCallIssue]


def _nothing() -> tuple[Int, Floats]:
    return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
