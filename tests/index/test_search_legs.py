"""Every vector engine against brute force, tantivy against a BM25 of our own, the filters of both against a loop."""

from __future__ import annotations

import math
import re
import tempfile
import threading
from collections import Counter
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from index import Archive, Config
from index.errors import ArchiveError, ConfigError
from index.storage.faiss import FaissBackend
from index.storage.lexical import Document, WordIndex
from index.storage.tables import NONE, UNDATED, Days, Filter, Tables, overlaps
from index.storage.vectors import BACKENDS, VectorIndex, backend_of

WORDS = "harbour ferry bridge mayor budget winter storm school hospital treaty border grain".split()


def spoken(row: int, speaker: int, day: int) -> tuple[int, int, bool]:
    """When a speaker's statement of a document was said, from and to, and whether its text tells that."""
    return ((699999, 699999, True), (700000, 700004, True), (day, day, False))[(row + speaker) % 3]


def within(row: int, day: int, speakers: tuple[int, ...]) -> tuple[int, int]:
    """The first and last day of a document and what is said in it; 0 for no date."""
    days = [day, *(end for s in speakers for end in spoken(row, s, day)[:2])]
    known = [d for d in days if d != UNDATED]
    return (min(known), max(known)) if known else (UNDATED, UNDATED)


def documents(rng: np.random.Generator, n: int) -> list[Document]:
    return [
        Document(
            row=row,
            text=" ".join(rng.choice(WORDS, size=rng.integers(3, 12))),
            context="",
            title="",
            speaker="",
            source="",
            day=(day := int(rng.choice([UNDATED, 700000, 700001, 700005]))),
            source_number=int(rng.integers(-1, 3)),
            speaker_numbers=(who := tuple(sorted({int(s) for s in rng.integers(0, 4, size=rng.integers(0, 3))}))),
            said=within(row, day, who),
        )
        for row in range(n)
    ]


def bm25(text: str, docs: list[Document], index: WordIndex) -> dict[int, float]:
    """Okapi BM25 with k1 1.2 and b .75; the length of a document is rounded as Lucene and tantivy round it."""
    terms = [index.terms(d.text) for d in docs]
    counts = [Counter(_stemmed(d.text, index)) for d in docs]
    lengths = [sum(c.values()) for c in counts]
    average = sum(lengths) / len(lengths)
    scores: dict[int, float] = {}
    for term in index.terms(text):
        df = sum(term in t for t in terms)
        idf = math.log(1 + (len(docs) - df + 0.5) / (df + 0.5))
        for doc, count, length in zip(docs, counts, lengths, strict=True):
            if count[term]:
                tf = count[term] * 2.2 / (count[term] + 1.2 * (0.25 + 0.75 * length / average))
                scores[doc.row] = scores.get(doc.row, 0.0) + idf * tf
    return scores


def _stemmed(text: str, index: WordIndex) -> list[str]:
    return [term for word in re.findall(r"\w+", text) for term in index.terms(word)]


@pytest.mark.parametrize("seed", range(5))
def test_tantivy_scores_as_bm25_does(tmp_path: Path, seed: int) -> None:
    docs = documents(np.random.default_rng(seed), 30)
    WordIndex.build(tmp_path / "w", docs)
    index = WordIndex.load(tmp_path / "w")
    rows, scores = index.search("the harbour and the ferries in winter", 50, Filter(), {"text": 1.0})
    wanted = bm25("harbour ferries winter", docs, index)
    assert set(rows.tolist()) == set(wanted)
    assert np.allclose(scores, [wanted[row] for row in rows.tolist()], rtol=1e-3)


def test_a_read_only_index_leaves_nothing_behind_whatever_is_locked_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """tantivy's watcher makes its lock from a thread of its own: also while the folder of links is being removed."""
    WordIndex.build(tmp_path / "w", documents(np.random.default_rng(1), 5))
    links, stop = tmp_path / "links", threading.Event()
    links.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(links))
    monkeypatch.setattr("index.storage.lexical.can_write", lambda _path: False)

    def watch() -> None:
        while not stop.is_set():
            for folder in [one for one in links.iterdir() if not one.name.endswith("-gone")]:
                with suppress(OSError):
                    (folder / ".tantivy-meta.lock").touch()

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        for _ in range(100):
            index = WordIndex.load(tmp_path / "w")
            assert index.frequency("harbour") <= 5
            del index
    finally:
        stop.set()
        watcher.join()
    (tmp_path / "w" / "meta.json").write_text("{}")
    with pytest.raises(ArchiveError, match="is damaged"):
        WordIndex.load(tmp_path / "w")
    assert not list(links.iterdir())


filters = st.builds(
    Filter,
    sources=st.none() | st.frozensets(st.integers(0, 2), max_size=2),
    speakers=st.none() | st.frozensets(st.integers(0, 3), max_size=2),
    since=st.none() | st.sampled_from([699999, 700000, 700001]),
    until=st.none() | st.sampled_from([700000, 700001, 700009]),
    said=st.just(())
    | st.tuples(
        st.builds(
            Days,
            since=st.none() | st.sampled_from([699999, 700000, 700002]),
            until=st.sampled_from([699999, 700000, 700003, 700004]),
            grace=st.sampled_from([0, 2]),
        )
    ),
)


def said_then(since: int, until: int, told: bool, wanted: Filter) -> bool:
    """Whether a statement was said in the windows of a filter."""
    return all(
        since != UNDATED
        and (days.since is None or since >= days.since)
        and (days.until is None or until <= days.until + (0 if told else days.grace))
        for days in wanted.said
    )


def speakers_of(doc: Document, wanted: Filter) -> set[int]:
    """Whose statements in a document meet a filter's speakers and days of saying."""
    asked = doc.speaker_numbers if wanted.speakers is None else wanted.speakers & set(doc.speaker_numbers)
    return {s for s in asked if said_then(*spoken(doc.row, s, doc.day), wanted)}


def passes(doc: Document, wanted: Filter) -> bool:
    dated = doc.day != UNDATED
    return (
        (wanted.sources is None or doc.source_number in wanted.sources)
        and (wanted.speakers is None or bool(wanted.speakers & set(doc.speaker_numbers)))
        and (wanted.since is None or (dated and doc.day >= wanted.since))
        and (wanted.until is None or (dated and doc.day <= wanted.until))
        and (
            not wanted.said
            or bool(speakers_of(doc, wanted))
            or (not doc.speaker_numbers and said_then(doc.day, doc.day, False, wanted))
        )
    )


def tables_of(docs: list[Document]) -> Tables:
    """One article, one passage a document, and a statement for each of its speakers."""
    statements = [(d.row, speaker) for d in docs for speaker in d.speaker_numbers]
    n, m = len(docs), len(statements)
    when = [spoken(row, speaker, docs[row].day) for row, speaker in statements]
    places = [(row, 0, 10) for row in range(n)]
    left, right = overlaps(places, [(row, 0, 5) for row, _ in statements])
    whole = np.arange(n)
    return Tables(
        article_row=whole,
        article_day=np.array([d.day for d in docs]),
        article_source=np.array([d.source_number for d in docs]),
        article_sum=whole,
        passage_article=whole,
        passage_start=np.zeros(n, dtype=np.int64),
        passage_end=np.full(n, 10),
        passage_context_start=np.full(n, NONE),
        passage_context_end=np.full(n, NONE),
        passage_speaker=np.full(n, NONE),
        statement_id=np.arange(m),
        statement_article=np.array([row for row, _ in statements], dtype=np.int64),
        statement_start=np.zeros(m, dtype=np.int64),
        statement_end=np.full(m, 5),
        statement_speaker=np.array([speaker for _, speaker in statements], dtype=np.int64),
        statement_turn=np.zeros(m, dtype=np.int64),
        statement_since=np.array([since for since, _, _ in when], dtype=np.int64),
        statement_until=np.array([until for _, until, _ in when], dtype=np.int64),
        statement_told=np.array([told for _, _, told in when], dtype=np.int64),
        statement_sum=np.zeros(m, dtype=np.int64),
        pair_statement=np.array(left, dtype=np.int64),
        pair_passage=np.array(right, dtype=np.int64),
    )


@pytest.fixture(scope="module", params=sorted(BACKENDS))
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Every engine in turn; Milvus is milvus-lite."""
    if request.param == "milvus" and find_spec("milvus_lite") is None:
        pytest.skip('milvus-lite is not installed: pip install "onrecord[milvus-lite]"')
    return f"milvus {tmp_path_factory.mktemp('lite') / 'lite.db'}" if request.param == "milvus" else request.param


def indexed(folder: Path, docs: list[Document], vectors: NDArray[np.float32], engine: str) -> VectorIndex:
    columns = tables_of(docs)
    backend_of(engine).build(folder, vectors, columns)
    return backend_of(engine).open(folder, columns)


Built = tuple[list[Document], NDArray[np.float32], VectorIndex]


@pytest.fixture(scope="module")
def indexes(engine: str, tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    """Indexes of several sizes: a build costs a server seconds, a question nothing."""
    found: list[Built] = []
    for n in (0, 1, 7, 60, 150):
        rng = np.random.default_rng(n)
        docs, vectors = documents(rng, n), rng.normal(size=(n, 16)).astype(np.float32)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        found.append((docs, vectors, indexed(tmp_path_factory.mktemp("index"), docs, vectors, engine)))
    return found


@given(which=st.integers(0, 4), k=st.integers(1, 30), seed=st.integers(0, 2**32 - 1), wanted=filters)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_engine_finds_what_brute_force_finds(
    indexes: list[Built], which: int, k: int, seed: int, wanted: Filter
) -> None:
    docs, vectors, index = indexes[which]
    question = np.random.default_rng(seed).normal(size=16).astype(np.float32)
    question /= np.linalg.norm(question)
    rows, scores = index.search(question, k, wanted)
    order = np.argsort(-(vectors @ question), kind="stable")
    expected = [int(i) for i in order if passes(docs[i], wanted)][:k]
    assert rows.tolist() == expected
    assert np.allclose(scores, (vectors @ question)[expected], atol=1e-4)


def test_an_engine_finds_what_is_newer(indexes: list[Built]) -> None:
    docs, vectors, index = indexes[-1]
    rows, _ = index.search(vectors[3], 5, Filter(newer=(120, 120), sources=frozenset({0, 1})))
    expected = [int(i) for i in np.argsort(-(vectors @ vectors[3])) if i >= 120 and docs[i].source_number in (0, 1)]
    assert rows.tolist() == expected[:5]


def test_an_engine_gives_its_vectors_back(tmp_path: Path, engine: str) -> None:
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(20, 8)).astype(np.float32)
    index = indexed(tmp_path, documents(rng, 20), vectors, engine)
    assert np.allclose(index.rows(np.array([3, 17, 3])), vectors[[3, 17, 3]])
    assert index.rows(np.zeros(0, dtype=np.int64)).shape == (0, 8)


@pytest.mark.parametrize("share", [1.0, 0.5, 0.2, 0.05, 0.01, 0.001])
def test_codes_find_what_exact_search_finds_under_filters_of_every_width(coded: Built, share: float) -> None:
    docs, vectors, index = coded
    rng = np.random.default_rng(5)
    first = round(len(docs) * (1 - share))
    wanted = Filter() if share == 1.0 else Filter(newer=(first, first))
    allowed = np.arange(first, len(docs)) if share < 1.0 else np.arange(len(docs))
    found = 0
    for question in vectors[rng.choice(len(docs), 50)] + rng.normal(scale=0.03, size=(50, 32)).astype(np.float32):
        rows, scores = index.search(question, 10, wanted)
        best = allowed[np.argsort(-(vectors[allowed] @ question), kind="stable")[:10]]
        assert np.allclose(scores, vectors[rows] @ question, atol=1e-5)
        found += len(set(rows.tolist()) & set(best.tolist()))
        assert set(rows.tolist()) <= set(allowed.tolist()) and len(rows) == len(best)
        if len(allowed) <= 800:
            assert rows.tolist() == best.tolist()
    assert found / (50 * 10) >= 0.99
    assert np.array_equal(index.rows(np.array([7, 3, 7])), vectors[[7, 3, 7]])


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """20,000 vectors about 200 centres, an index of codes from 4,000 on."""
    rng, folder = np.random.default_rng(3), tmp_path_factory.mktemp("coded")
    docs = documents(rng, 20_000)
    vectors = rng.normal(size=(200, 32))[rng.integers(0, 200, size=len(docs))] + rng.normal(size=(len(docs), 32))
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    columns, backend = tables_of(docs), FaissBackend(exact=4000)
    assert backend.build(folder, vectors, columns).startswith("codes of one byte in 141 lists, for more than 4,000")
    return docs, vectors, backend.open(folder, columns)


@given(k=st.integers(1, 30), wanted=filters)
@settings(max_examples=40, deadline=None)
def test_filters_are_exact_in_codes(coded: Built, k: int, wanted: Filter) -> None:
    docs, vectors, index = coded
    allowed = {i for i, doc in enumerate(docs) if passes(doc, wanted)}
    rows, _ = index.search(vectors[0], k, wanted)
    assert set(rows.tolist()) <= allowed and len(rows) == min(k, len(allowed))


def test_damaged_codes_are_told(coded: Built, tmp_path: Path) -> None:
    docs, vectors, _ = coded
    columns = tables_of(docs)
    FaissBackend(exact=4000).build(tmp_path, vectors, columns)
    (tmp_path / "passages.vectors").write_bytes(b"short")
    with pytest.raises(ArchiveError, match="run `onrecord reindex`"):
        FaissBackend(exact=4000).open(tmp_path, columns)


async def test_an_engine_that_there_is_not_is_told_at_once(tmp_path: Path) -> None:
    config = Config.model_validate({"home": tmp_path / "a", "vectors": {"backend": "abacus"}})
    with pytest.raises(ConfigError, match="'abacus'; there is faiss"):
        await Archive.open(config)


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Document], WordIndex]:
    docs = documents(np.random.default_rng(7), 80)
    folder = tmp_path_factory.mktemp("words")
    WordIndex.build(folder, docs)
    return docs, WordIndex.load(folder)


@given(wanted=filters)
@settings(max_examples=120, deadline=None)
def test_filters_are_exact_in_both_legs(lexical: tuple[list[Document], WordIndex], wanted: Filter) -> None:
    docs, index = lexical
    allowed = {d.row for d in docs if passes(d, wanted)}
    tables = tables_of(docs)
    assert set(np.flatnonzero(tables.allowed_passages(wanted)).tolist()) == allowed
    rows, _ = index.search(" ".join(WORDS), 100, wanted, {"text": 1.0}, tables.allowed_passages(wanted))
    assert set(rows.tolist()) == allowed  # every document holds a searched word
    mask = tables.allowed_statements(wanted)
    said = {(int(tables.statement_article[i]), int(tables.statement_speaker[i])) for i in np.flatnonzero(mask)}
    assert said == {(d.row, s) for d in docs if d.row in allowed for s in speakers_of(d, wanted)}
    published = wanted.since is not None or wanted.until is not None
    undated = [d for d in docs if d.day == UNDATED and (wanted.sources is None or d.source_number in wanted.sources)]
    told = [d for d in undated if any(spoken(d.row, s, d.day)[2] for s in d.speaker_numbers)]
    assert tables.undated_left_out(wanted) == (
        len(undated) if published else len(undated) - len(told) if wanted.said else 0
    )


def test_the_words_of_a_window_of_saying_are_searched_until_enough_are_allowed(
    lexical: tuple[list[Document], WordIndex],
) -> None:
    docs, index = lexical
    wanted = Filter(said=(Days(since=699999, until=699999),))
    mask = tables_of(docs).allowed_passages(wanted)
    every, _ = index.search(" ".join(WORDS), 100, wanted, {"text": 1.0}, mask)
    best, _ = index.search(" ".join(WORDS), 3, wanted, {"text": 1.0}, mask)
    assert best.tolist() == every.tolist()[:3] and len(every) > 3
