"""How much of the exact ten nearest the index of codes finds, and in what time, under filters of every width.

    python -m benchmarks.vectors --passages 1000000 [--home ARCHIVE …]

The vectors are synthetic. `--home` mixes them of an archive's own: each is one of its vectors moved by .45 of the
difference of two others, so that there are as many as wanted and none equals another; questions are made of vectors
that are left out of the rest. Without it they are drawn about a few hundred centres.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np

from index.storage.faiss import FaissBackend
from index.storage.tables import Bool, Filter, Floats, Int, Tables

_MOVED, _LEFT_OUT, _ASKED, _BEST = 0.45, 300, 100, 10
_PART = 50_000


class Masked:
    """Columns that know one filter: a mask."""

    def __init__(self, passages: int) -> None:
        self.passages = passages
        self.ids = np.arange(passages)
        self.mask: Bool = np.ones(passages, dtype=np.bool_)

    def ids_of(self, rows: Int) -> Int:
        """The same numbers."""
        return rows

    def rows_of(self, ids: Int) -> Int:
        """The same numbers."""
        return ids

    def allowed_passages(self, _: Filter) -> Bool:
        """The mask of the moment."""
        return self.mask


def own_vectors(homes: Sequence[Path]) -> Floats:
    """The vectors of archives; of no archive 20,000 about 400 centres, of unequal weight in their 384 directions."""
    found: list[bytes] = []
    for home in homes:
        with sqlite3.connect(f"file:{home / 'archive.sqlite3'}?mode=ro", uri=True) as db:
            found += [row[0] for row in db.execute("SELECT vector FROM vectors")]
    if found:
        return np.array([np.frombuffer(one, dtype=np.float32) for one in found if len(one) == len(found[0])])
    rng = np.random.default_rng(11)
    scale = np.arange(1, 385) ** -0.5
    centres = rng.normal(size=(400, 384)) * scale
    vectors = 2 * scale[0] * np.eye(384)[0] + centres[rng.integers(0, 400, 20_000)]
    return _unit(vectors + 0.6 * rng.normal(size=vectors.shape) * scale)


def mixed(base: Floats, count: int, rng: np.random.Generator) -> Floats:
    """`count` vectors of unit length, each one of `base` moved by a part of the difference of two others."""
    out = np.empty((count, base.shape[1]), dtype=np.float32)
    for first in range(0, count, _PART):
        a, b, c = rng.integers(0, len(base), (3, min(_PART, count - first)))
        out[first : first + len(a)] = _unit(base[a] + _MOVED * (base[b] - base[c]))
    return out


def _unit(vectors: Any) -> Floats:
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def _filters(vectors: Floats, questions: Floats, rng: np.random.Generator) -> Iterator[tuple[str, Bool]]:
    """Filters by chance, and such as let through what lies on the questions' side or on the other one."""
    n = len(vectors)
    for share in (1.0, 0.5, 0.2, 0.1, 0.05, 0.01, 0.001, 0.0001):
        yield f"{share:.2%} by chance", rng.random(n) < share
    side = vectors @ (questions.mean(axis=0) - vectors[:_PART].mean(axis=0))
    for share in (0.5, 0.2):
        yield f"{share:.2%} on the questions' side", side >= np.quantile(side, 1 - share)
        yield f"{share:.2%} on the other side", side <= np.quantile(side, share)


def run(passages: int, homes: Sequence[Path]) -> Iterator[tuple[str, ...]]:
    """Rows of a table: filter, passages that it leaves, recall of the ten nearest, median and slowest 5 % in ms."""
    rng = np.random.default_rng(1)
    own = own_vectors(homes)
    order = rng.permutation(len(own))
    vectors = mixed(own[order[_LEFT_OUT:]], passages, rng)
    questions = np.concatenate([own[order[: _ASKED // 2]], mixed(own[order[:_LEFT_OUT]], _ASKED // 2, rng)])
    columns = Masked(passages)
    scores = np.concatenate([questions @ vectors[i : i + _PART].T for i in range(0, passages, _PART)], axis=1)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        kind = FaissBackend().build(Path(folder), vectors, cast(Tables, columns))
        size = sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6
        yield f"{kind}: built in {time.perf_counter() - start:.0f} s, {size:.0f} MB", "", "", "", ""
        index = FaissBackend().open(Path(folder), cast(Tables, columns))
        for name, mask in ((name, mask) for name, mask in _filters(vectors, questions, rng) if mask.any()):
            columns.mask = mask
            found, times = 0, list[float]()
            for question, exact in zip(questions, scores, strict=True):
                start = time.perf_counter()
                rows, _ = index.search(question, _BEST, Filter(since=1))
                times.append((time.perf_counter() - start) * 1000)
                masked = np.where(mask, exact, -2)
                found += len(set(rows.tolist()) & set(np.argsort(-masked, kind="stable")[:_BEST].tolist()))
            most = min(_BEST, int(mask.sum())) * len(questions)
            slow = statistics.quantiles(times, n=20)[-1]
            yield name, f"{mask.sum():,}", f"{found / most:.4f}", f"{statistics.median(times):.1f}", f"{slow:.1f}"


def main() -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=200_000)
    parser.add_argument("--home", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    print("| filter | passages | recall@10 | ms, median | ms, slowest 5 % |\n|---|---|---|---|---|")
    for row in run(given.passages, given.home):
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
