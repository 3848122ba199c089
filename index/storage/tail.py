"""What came and went since the columns and the book of speakers of a generation were last written whole.

A large generation grows by its tail alone: the columns of the articles that came, the rows of those that went, and the
speakers who are others by that. Everything else is shared with the generation before.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.storage.tables import Int, Tables

TABLES = "tables.npz"
_TAIL, _SPEAKERS, _GONE = "tail.npz", "tail.json", "gone.npy"
FILES = (_TAIL, _SPEAKERS, _GONE)


@dataclass(frozen=True, slots=True)
class Tail:
    """Behind the columns that were written whole, numbered on from them."""

    tables: Tables  # of the articles that came and are still there
    gone: Int  # rows of all articles that went since, rising
    speakers: str = ""  # by number those who are others or new, as JSON

    @classmethod
    def read(cls, folder: Path) -> Tail | None:
        """The tail of a generation; None: it has none. Raises OSError, ValueError or KeyError for a damaged one."""
        if not (folder / _TAIL).exists():
            return None
        return cls(
            Tables.load(folder / _TAIL),
            np.load(folder / _GONE, allow_pickle=False).astype(np.int64),
            (folder / _SPEAKERS).read_text(encoding="utf-8"),
        )

    def write(self, folder: Path) -> None:
        """Keep it in a generation that is being built."""
        self.tables.save(folder / _TAIL)
        np.save(folder / _GONE, self.gone, allow_pickle=False)
        (folder / _SPEAKERS).write_text(self.speakers, encoding="utf-8")

    def behind(self, tables: Tables, last_row: int = 0) -> Tables:
        """The columns of the whole generation.

        `tables`: those that were written whole; or those of an earlier generation of the same ones, whose newest
        article is `last_row`.
        """
        gone = np.isin(tables.article_row, self.gone)
        left, more = tables.without(gone) if gone.any() else tables, self.tables
        if last_row:
            more = more.without(more.article_row <= last_row)
        return left.followed_by(more, more.ids)


def whole_tables(folder: Path) -> Tables:
    """All columns of a generation. Raises OSError, ValueError or KeyError for a damaged one."""
    tables, tail = Tables.load(folder / TABLES), Tail.read(folder)
    return tables if tail is None else tail.behind(tables)
