"""Dense search in Milvus: one collection a generation, whose columns the engine filters by itself.

The generation's folder names its collection, so that the pointer that says which generation serves says which
collection does: an alias on the server would be a second pointer, which could disagree with it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
from collections.abc import Generator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import ArchiveError, ConfigError
from index.storage.elsewhere import tell_elsewhere, told_elsewhere
from index.storage.tables import EVERYTHING, EXACT, LATEST, Filter, Floats, Int, Tables

_KEY, _VECTOR, _SPEAKERS = "row", "vector", "speakers"
_COLUMNS = ("day", "source", "said_from", "said_to")
_BATCH = 1000  # rows of one insert: 1.6 MB of 384 numbers each, where a server takes 64
_FETCHED = 4096  # vectors of one answer
_MOST = 16_384  # hits of one search: the server's own limit
_MOST_SPEAKERS = 4096  # of one passage: the server's own limit for an array
_GRAPH = {"M": 32, "efConstruction": 200}
_ASKED, _BUILT = 60.0, 3600.0  # seconds that a call of a question, and one of a build, may take
_INSTALL = 'vectors.backend is "milvus", which needs {}: run `pip install "onrecord[{}]"`'


class MilvusBackend:
    """A server by its address, or the file of milvus-lite. The token is `ONRECORD_MILVUS_TOKEN`."""

    grows = False  # every generation is a collection of its own

    def __init__(self, uri: str) -> None:
        """Connects to nothing yet. Raises ConfigError where the package is missing."""
        lite = "://" not in uri
        for package, extra in (("pymilvus", "milvus"), *((("milvus_lite", "milvus-lite"),) if lite else ())):
            if find_spec(package) is None:
                raise ConfigError(_INSTALL.format(package, extra))
        self._uri = uri

    def build(self, folder: Path, vectors: Floats, columns: Tables) -> str:
        """See `VectorBackend.build`."""
        from pymilvus import MilvusClient

        name = f"onrecord_{secrets.token_hex(8)}"
        tell_elsewhere(folder, f"milvus {self._uri}", collection=name)
        index: Any = MilvusClient.prepare_index_params()
        exact = len(vectors) <= EXACT
        kind = {"index_type": "FLAT"} if exact else {"index_type": "HNSW", "params": _GRAPH}
        index.add_index(_VECTOR, metric_type="IP", **kind)
        with self._talking() as client:
            client.create_collection(name, schema=_schema(int(vectors.shape[1])), timeout=_ASKED)
            for rows in _rows_of(vectors, columns):
                client.insert(name, rows, timeout=_BUILT)
            client.flush(name, timeout=_BUILT)
            client.create_index(name, index, timeout=_BUILT)
            client.load_collection(name, timeout=_BUILT)
        if exact:
            return f"Milvus, exact: every vector is compared, up to {EXACT:,} passages"
        return f"Milvus, a graph (HNSW), for more than {EXACT:,} passages"

    def grow(self, before: Path, folder: Path, vectors: Floats, *, crowds: bool = False) -> str | None:
        """See `VectorBackend.grow`: none."""
        return None

    def crowded(self, folder: Path) -> bool:
        """See `VectorBackend.crowded`: each is built whole."""
        return False

    def open(self, folder: Path, columns: Tables) -> MilvusIndex:
        """See `VectorBackend.open`."""
        name = told_elsewhere(folder).get("collection", "")
        with self._talking() as client:
            if not name or not client.has_collection(name, timeout=_ASKED):
                raise ArchiveError(f"{self._uri}: has no collection {name} any more; run `onrecord reindex`")
            client.load_collection(name, timeout=_BUILT)  # nothing to do where another process asked for it
            # Strong: all that was written is seen by this process from here on.
            found = client.query(
                name, filter="", output_fields=["count(*)"], consistency_level="Strong", timeout=_ASKED
            )
            if (count := int(found[0]["count(*)"])) != columns.passages:
                counts = f"{count} vectors for {columns.passages} passages"
                raise ArchiveError(f"{self._uri}: {name} holds {counts}; run `onrecord reindex`")
            fields: Any = client.describe_collection(name, timeout=_ASKED)["fields"]
        dimension = next(int(one["params"]["dim"]) for one in fields if one["name"] == _VECTOR)
        return MilvusIndex(self, name, columns, dimension)

    def remove(self, elsewhere: dict[str, str]) -> None:
        """See `VectorBackend.remove`."""
        with self._talking() as client:
            client.drop_collection(elsewhere["collection"], timeout=_ASKED)  # one that is not there is no error

    @contextlib.contextmanager
    def _talking(self) -> Generator[Any]:
        """A client, which shares its connection with all others of this address; failures as one sentence."""
        from pymilvus import MilvusClient, MilvusException

        logging.getLogger("pymilvus").setLevel(logging.CRITICAL)  # it logs what it raises, with a trace
        try:
            yield MilvusClient(self._uri, token=os.environ.get("ONRECORD_MILVUS_TOKEN", ""), timeout=_ASKED)
        except MilvusException as error:
            said = " ".join(str(error.message).split())[:200]
            raise ArchiveError(f"{self._uri}: Milvus does not do what was asked ({said}); see vectors.uri") from error

    def call(self, name: str, collection: str, **rest: Any) -> Any:
        """The answer of one call to the server. Raises ArchiveError."""
        with self._talking() as client:
            return getattr(client, name)(collection, timeout=_ASKED, **rest)


class MilvusIndex:
    """The collection of one generation: exact up to 100,000 passages, a graph above."""

    def __init__(self, server: MilvusBackend, name: str, columns: Tables, dimension: int) -> None:
        self._server = server
        self._name = name
        self._columns = columns
        self.dimension = dimension

    def search(self, question: Floats, k: int, wanted: Filter = EVERYTHING) -> tuple[Int, Floats]:
        """See `VectorIndex.search`.

        A window of saying is of single statements, which the engine does not hold: it is given the days of whole
        passages, and what it finds is looked at here until enough of it meets the window.
        """
        k = min(k, self._columns.passages)
        rows, scores = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        if k == 0 or any(part is not None and not part for part in (wanted.sources, wanted.speakers)):
            return rows, scores
        condition = expression(wanted)
        if not wanted.said:
            return self._nearest(question, k, condition)
        allowed = self._columns.allowed_passages(wanted)
        asked = min(_MOST, 4 * k)
        while True:
            rows, scores = self._nearest(question, asked, condition)
            kept = allowed[rows]
            if kept.sum() >= k or len(rows) < asked:
                break
            if asked == _MOST:
                return self._beyond(question, k, rows[kept], scores[kept], float(scores[-1]), condition, allowed)
            asked = min(_MOST, 4 * asked)
        return rows[kept][:k], scores[kept][:k]

    def rows(self, rows: Int) -> Floats:
        """See `VectorIndex.rows`."""
        out = np.zeros((len(rows), self.dimension), dtype=np.float32)
        each, places = np.unique(rows, return_inverse=True)
        found = np.zeros((len(each), self.dimension), dtype=np.float32)
        for first in range(0, len(each), _FETCHED):
            part = each[first : first + _FETCHED].tolist()
            hits = self._server.call("get", self._name, ids=part, output_fields=[_KEY, _VECTOR])
            if len(hits) != len(part):
                raise ArchiveError(f"{self._name}: lacks vectors; run `onrecord reindex`")
            for hit in hits:
                found[np.searchsorted(each, hit[_KEY])] = hit[_VECTOR]
        out[:] = found[places]
        return out

    def _nearest(self, question: Floats, k: int, condition: str, below: float | None = None) -> tuple[Int, Floats]:
        """The nearest rows that meet a condition of the engine, best first; `below`: from this score down."""
        asked: dict[str, Any] = {"ef": min(32_768, max(256, 4 * k))}
        if below is not None:
            asked |= {"radius": -2.0, "range_filter": below}  # cosines are above -2
        [hits] = self._server.call(
            "search",
            self._name,
            data=[question.astype(np.float32).tolist()],
            anns_field=_VECTOR,
            limit=k,
            filter=condition,
            search_params={"metric_type": "IP", "params": asked},
        )
        rows = np.array([hit[_KEY] for hit in hits], dtype=np.int64)
        return rows, np.array([hit["distance"] for hit in hits], dtype=np.float32)

    def _beyond(
        self, question: Floats, k: int, rows: Int, scores: Floats, below: float, condition: str, allowed: Any
    ) -> tuple[Int, Floats]:
        """`search` where the nearest that one search may give hold too few: further ones, page by page."""
        while len(rows) < k:
            more, theirs = self._nearest(question, _MOST, condition, below)
            fresh = allowed[more] & ~np.isin(more, rows)
            rows, scores = np.concatenate([rows, more[fresh]]), np.concatenate([scores, theirs[fresh]])
            if len(more) < _MOST or float(theirs[-1]) >= below:
                break
            below = float(theirs[-1])
        return rows[:k], scores[:k]


def expression(wanted: Filter) -> str:
    """A filter in the engine's own words, over the columns of the collection; empty: everything.

    Of windows of saying it lets through what may meet them (`Tables.said_within`).
    """
    parts: list[str] = []
    if wanted.sources is not None:
        parts.append(f"source in {sorted(wanted.sources)}")
    if wanted.speakers is not None:
        parts.append(f"array_contains_any({_SPEAKERS}, {sorted(wanted.speakers)})")
    if wanted.newer is not None:
        parts.append(f"{_KEY} >= {wanted.newer[1]}")
    if wanted.published:
        since, until = wanted.since or 1, LATEST if wanted.until is None else wanted.until
        parts.append(f"day >= {max(1, since)} and day <= {until}")  # undated articles are day 0
    for days in wanted.said:
        last = LATEST if days.until is None else days.until + days.grace
        parts.append(f"said_to >= {max(1, days.since or 1)} and said_from <= {last}")
    return " and ".join(parts)


def _schema(dimension: int) -> Any:
    from pymilvus import DataType, MilvusClient

    schema: Any = MilvusClient.create_schema(auto_id=False, enable_dynamic_field=False)
    schema.add_field(_KEY, DataType.INT64, is_primary=True)
    schema.add_field(_VECTOR, DataType.FLOAT_VECTOR, dim=dimension)
    for column in _COLUMNS:
        schema.add_field(column, DataType.INT64)
    schema.add_field(_SPEAKERS, DataType.ARRAY, element_type=DataType.INT64, max_capacity=_MOST_SPEAKERS)
    return schema


def _rows_of(vectors: Floats, columns: Tables) -> Generator[Sequence[dict[str, Any]]]:
    """Every passage as the collection holds it, in batches."""
    article = columns.passage_article
    since, until = columns.said_within()
    values = (columns.article_day[article], columns.article_source[article], since, until)
    speakers = columns.speakers_in()
    for first in range(0, len(vectors), _BATCH):
        yield [
            {
                _KEY: row,
                _VECTOR: vectors[row],
                _SPEAKERS: list(speakers[row]),
                **{name: int(column[row]) for name, column in zip(_COLUMNS, values, strict=True)},
            }
            for row in range(first, min(len(vectors), first + _BATCH))
        ]
