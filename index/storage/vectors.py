"""Dense vectors: the contract that every engine meets, and the engines by the name that `vectors.backend` gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from index.errors import ArchiveError, ConfigError
from index.storage.elsewhere import told_elsewhere
from index.storage.tables import EVERYTHING, Filter, Floats, Int, Tables


class VectorIndex(Protocol):
    """Nearest passages by inner product; the contract that every backend's tests share."""

    def search(self, question: Floats, k: int, wanted: Filter = EVERYTHING) -> tuple[Int, Floats]:
        """At most `k` (rows, scores) for one question vector (d,), best first, only passages that meet the filter.

        An engine that keeps the columns itself translates the filter's numbers and days into its own conditions; no
        mask over all rows is made for it.
        """
        ...

    def rows(self, rows: Int) -> Floats:
        """The stored vectors of some rows, shape (len(rows), d)."""
        ...


class VectorBackend(Protocol):
    """An engine: builds the vectors of one generation and opens them again.

    `grows`: whether it can index more behind what another generation holds.
    """

    grows: bool

    def build(self, folder: Path, vectors: Floats, columns: Tables) -> str:
        """Index the passages' vectors (n, d), unit length; row i is passage i of the columns.

        Returns which kind of index it made and why, in words that `onrecord status` shows.

        Whatever it writes into `folder` belongs to the generation, is summed up in its manifest and goes with it. What
        it keeps elsewhere it names in the folder (`tell_elsewhere`) before it makes it, so that a build that was killed
        leaves nothing that no folder names.
        """
        ...

    def grow(self, before: Path, folder: Path, vectors: Floats, *, crowds: bool = False) -> str | None:
        """Index what another generation's folder holds and more vectors (m, d) behind them, without reading all of it.

        `before` stays as it is. None: a build of the whole is due, and nothing was written. `crowds`: that may wait a
        little, until somebody asks whether the new one is `crowded`.
        """
        ...

    def crowded(self, folder: Path) -> bool:
        """Whether a build of the whole is due of what a generation's folder holds."""
        ...

    def open(self, folder: Path, columns: Tables) -> VectorIndex:
        """Open what `build` wrote. Raises ArchiveError when it cannot be read."""
        ...

    def remove(self, elsewhere: dict[str, str]) -> None:
        """Delete what `told_elsewhere` names, where it is still there. Raises ArchiveError when it cannot now."""
        ...


def _faiss(_: str) -> VectorBackend:
    from index.storage.faiss import FaissBackend

    return FaissBackend()


def _milvus(uri: str) -> VectorBackend:
    from index.storage.milvus import MilvusBackend

    return MilvusBackend(uri)


# One line an engine; the function imports it, so that only the one in use is loaded.
BACKENDS: dict[str, Callable[[str], VectorBackend]] = {"faiss": _faiss, "milvus": _milvus}


def backend_of(engine: str) -> VectorBackend:
    """The engine of a word and its address, as in `Vectors.engine` ("faiss", "milvus http://localhost:19530").

    Raises ConfigError for one that there is not or whose package is missing.
    """
    name, _, uri = engine.partition(" ")
    if name not in BACKENDS:
        raise ConfigError(f"vectors.backend is {name!r}; there is {', '.join(sorted(BACKENDS))}: set it to one of them")
    return BACKENDS[name](uri)


def remove_elsewhere(folder: Path) -> None:
    """Delete what an engine keeps of a generation outside its folder. Raises OnRecordError when it cannot now.

    A file that was not written whole names nothing: what it would name was not made yet.
    """
    try:
        told = told_elsewhere(folder)
    except ArchiveError:
        return
    if told:
        backend_of(told["engine"]).remove(told)
