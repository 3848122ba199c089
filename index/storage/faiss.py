"""Dense search in FAISS by inner product of unit vectors, under an exact filter; the kind follows from the size.

Up to `EXACT` passages every vector is compared. Above, an inverted file (k-means) of codes of one byte a number says
which come near, and those are compared as they are; what a filter leaves few of is compared whole. Codes and vectors
lie on the disk, mapped (index/storage/pieces.py).

An index is one piece or several, one after the other in order of `Tables.ids`. A generation that grows shares the
pieces of the one before and adds one; small ones are joined as they come, so that their number stays logarithmic.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.errors import ArchiveError
from index.storage.linking import share
from index.storage.pieces import Coded, Piece, files_of, first_of, open_piece, write_coded, write_whole
from index.storage.tables import EVERYTHING, EXACT, Filter, Floats, Int, Tables

_FEW = 0.2  # of EXACT: so many that a filter leaves are compared whole
_JOINED = 2  # times as many vectors as come: a piece at the end that holds no more is written anew together with them
_BESIDE = 0.25  # of the codes: so many vectors may stand beside them in pieces
_CROWDED = 1.5  # times as many as EXACT, and beside the codes, until the whole is built anew


class FaissIndex:
    """The pieces of a generation, best passages of all of them together."""

    def __init__(self, pieces: list[Piece], columns: Tables) -> None:
        self._pieces = pieces
        self._columns = columns
        self._starts = np.cumsum([0, *(piece.count for piece in pieces)])
        self._gaps = columns.passages != self._starts[-1]

    @property
    def dimension(self) -> int:
        """Width of the vectors."""
        return self._pieces[0].dimension

    def search(self, question: Floats, k: int, wanted: Filter = EVERYTHING) -> tuple[Int, Floats]:
        """See `VectorIndex.search`."""
        tables = self._columns
        allowed = None if wanted == EVERYTHING else tables.allowed_passages(wanted)
        k = min(k, tables.passages if allowed is None else int(allowed.sum()))
        if k == 0:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        if self._gaps:  # what has gone is still in the pieces
            held = np.zeros(self._starts[-1], dtype=np.bool_)
            held[tables.ids if allowed is None else tables.ids[allowed]] = True
            allowed = held
        question = np.ascontiguousarray(question, dtype=np.float32)
        found = [
            piece.nearest(question, k, None if allowed is None else allowed[first : first + piece.count])
            for piece, first in zip(self._pieces, self._starts[:-1].tolist(), strict=True)
        ]
        if len(found) == 1:
            ids, scores = found[0]
        else:
            ids = np.concatenate([own + first for (own, _), first in zip(found, self._starts[:-1], strict=True)])
            scores = np.concatenate([own for _, own in found])
            order = np.lexsort((ids, -scores))[:k]
            ids, scores = ids[order], scores[order]
        return tables.rows_of(ids), scores

    def rows(self, rows: Int) -> Floats:
        """See `VectorIndex.rows`."""
        ids = self._columns.ids_of(rows)
        if len(self._pieces) == 1:
            return self._pieces[0].vectors(ids)
        out = np.zeros((len(rows), self.dimension), dtype=np.float32)
        for piece, first in zip(self._pieces, self._starts[:-1], strict=True):
            mine = (ids >= first) & (ids < first + piece.count)
            out[mine] = piece.vectors(ids[mine] - first)
        return out


class FaissBackend:
    """Files in the generation's folder, mapped into memory. `exact`: up to how many passages all are compared."""

    grows = True

    def __init__(self, exact: int = EXACT) -> None:
        self._exact = exact
        self._few = int(_FEW * exact)

    def build(self, folder: Path, vectors: Floats, columns: Tables) -> str:
        """See `VectorBackend.build`."""
        if len(vectors) <= self._exact:
            write_whole(folder, 0, vectors)
            return self._told(None, 1)
        return self._told(write_coded(folder, 0, vectors), 1)

    def crowded(self, folder: Path) -> bool:
        """See `VectorBackend.crowded`: the kind is to be another one, or too much stands beside the codes."""
        return not self._fits(self._open(folder), 0, 1.0)

    def grow(self, before: Path, folder: Path, vectors: Floats, *, crowds: bool = False) -> str | None:
        """See `VectorBackend.grow`."""
        pieces = self._open(before)
        if not self._fits(pieces, len(vectors), _CROWDED if crowds else 1.0):
            return None
        new = [vectors]
        while (
            len(vectors)
            and pieces
            and not isinstance(pieces[-1], Coded)
            and pieces[-1].count <= _JOINED * sum(map(len, new))
        ):
            last = pieces.pop()
            new.insert(0, last.vectors(np.arange(last.count)))
        first = sum(piece.count for piece in pieces)
        for path in files_of(before):
            if first_of(path) < first:
                share(path, folder / path.name)
        if len(vectors):
            write_whole(folder, first, np.concatenate(new))
        lists = pieces[0].lists if pieces and isinstance(pieces[0], Coded) else None
        return self._told(lists, len(pieces) + bool(len(vectors)))

    def open(self, folder: Path, columns: Tables) -> FaissIndex:
        """See `VectorBackend.open`."""
        pieces = self._open(folder)
        total, ids = sum(piece.count for piece in pieces), columns.ids
        if total < columns.passages or (len(ids) and int(ids[-1]) >= total):
            counts = f"{total} vectors for {columns.passages} passages"
            raise ArchiveError(f"{folder}: holds {counts}; run `onrecord reindex`")
        return FaissIndex(pieces, columns)

    def remove(self, elsewhere: dict[str, str]) -> None:
        """See `VectorBackend.remove`: everything lies in the folder."""

    def _open(self, folder: Path) -> list[Piece]:
        firsts = sorted({first_of(path) for path in files_of(folder)})
        pieces = [open_piece(folder, first, self._few) for first in firsts]
        if firsts != np.cumsum([0, *(piece.count for piece in pieces[:-1])]).tolist():
            raise ArchiveError(f"{folder}: lacks vectors; run `onrecord reindex`")
        return pieces

    def _fits(self, pieces: list[Piece], more: int, room: float) -> bool:
        total = sum(piece.count for piece in pieces) + more
        if isinstance(pieces[0], Coded):
            return total > self._exact and total - pieces[0].count <= room * _BESIDE * pieces[0].count
        return total <= room * self._exact

    def _told(self, lists: int | None, pieces: int) -> str:
        more = f"; in {pieces} pieces" if pieces > 1 else ""
        if lists is None:
            return f"exact: every vector is compared, up to {self._exact:,} passages{more}"
        return (
            f"codes of one byte in {lists:,} lists, for more than {self._exact:,} passages; the nearest vectors are "
            f"compared exactly, and all of them where a filter leaves {self._few:,} or fewer{more}"
        )
