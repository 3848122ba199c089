"""Dense vectors: the contract that every engine meets, and the engines by the name that `vectors.backend` gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from index.errors import ConfigError
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
    """An engine: builds the vectors of one generation and opens them again."""

    def build(self, folder: Path, vectors: Floats, columns: Tables) -> None:
        """Index the passages' vectors (n, d), unit length; row i is passage i of the columns.

        Whatever it writes into `folder` belongs to the generation, is summed up in its manifest and goes with it.
        """
        ...

    def open(self, folder: Path, columns: Tables) -> VectorIndex:
        """Open what `build` wrote. Raises ArchiveError when it cannot be read."""
        ...


def _faiss() -> VectorBackend:
    from index.storage.faiss import FaissBackend

    return FaissBackend()


# One line an engine; the function imports it, so that only the one in use is loaded.
BACKENDS: dict[str, Callable[[], VectorBackend]] = {"faiss": _faiss}


def check_backend(name: str) -> None:
    """Raise ConfigError where no engine has this name."""
    if name not in BACKENDS:
        raise ConfigError(f"vectors.backend is {name!r}; there is {', '.join(sorted(BACKENDS))}: set it to one of them")


def backend_of(name: str) -> VectorBackend:
    """The engine of a name. Raises ConfigError for one that there is not."""
    check_backend(name)
    return BACKENDS[name]()
