"""A generation that grows out of the one before is what a build of the whole gives, and shares its files."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Answer, Archive, Config, Question
from index.doctor import examine
from index.search.snapshot import Snapshot
from index.storage import generations
from index.storage.faiss import FaissBackend
from index.storage.lexical import Document, WordIndex
from index.storage.tables import Filter, Tables
from tests.index.test_search_legs import WORDS, documents, passes, tables_of

QUESTIONS = [
    Question(text="what did Ilse Brandt-Okoye say about the harbour wall?"),
    Question(text="who spoke of the grain harvest in the north?"),
    Question(text="what did Ilse Brandt say about the pier?"),
    Question(text="pier", source="The Pier Gazette"),
    Question(text="harbour", speaker="Ilse Brandt-Okoye"),
    Question(text="what was said about the harbour in March 2022?"),
]
NEW: Sequence[dict[str, Any]] = [
    {"id": "n1", "date": "2022-05-01", "text": "Mayor Ilse Brandt-Okoye said the pier would open in May."},
    {"id": "n2", "date": "2022-03-02", "source": "The Pier Gazette", "text": "“The pier is ours,” said Zora Quist."},
    {"id": "n3", "source": "A Little Paper", "text": "Brandt-Okoye denied that the harbour wall was late."},
    {"id": "n4", "date": "2022-06-01", "text": "“I am not the mayor,” said Jonas Brandt-Okoye, a baker. “I bake.”"},
]


def config(home: Path) -> Config:
    return Config.model_validate({"home": home, "search": {"read": 8, "remember": 0}})


def written(folder: Path, name: str, rows: Sequence[dict[str, Any]]) -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


async def answers(archive: Archive) -> list[Answer | str]:
    found: list[Answer | str] = []
    for question in QUESTIONS:
        try:
            found.append(replace(await archive.ask(question), timings_ms={}))
        except Exception as error:  # an outlet that there is not (yet)
            found.append(str(error))
    return found


def served(home: Path) -> Snapshot:
    return Snapshot.opened(home, generations.current_number(home))


def assert_alike(grown: Snapshot, whole: Snapshot) -> None:
    """All that a generation holds but what the indexes call passages."""
    for one in fields(Tables):
        if one.name != "passage_id":
            mine, theirs = getattr(grown.generation.tables, one.name), getattr(whole.generation.tables, one.name)
            assert np.array_equal(mine, theirs), one.name
    assert grown.book.speakers == whole.book.speakers
    own = {"number", "built_at", "changes", "ids", "kind", "because", "files"}
    mine, theirs = asdict(grown.manifest), asdict(whole.manifest)
    assert {k: v for k, v in mine.items() if k not in own} == {k: v for k, v in theirs.items() if k not in own}
    rows = np.arange(whole.generation.tables.passages)
    assert np.array_equal(grown.generation.passages.rows(rows), whole.generation.passages.rows(rows))


async def test_articles_that_come_one_by_one_are_as_if_all_had_come_at_once(
    examples_copy: Path, tmp_path: Path
) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        for number, row in enumerate(NEW):
            changes = await archive.ingest([written(tmp_path, f"{number}", [row])])
            assert changes.articles_added == 1
        assert served(examples_copy).manifest.kind.endswith("pieces")
        grown, found = served(examples_copy), await answers(archive)
        await archive.writer().rebuild()
        assert_alike(grown, served(examples_copy))
        assert found == await answers(archive)
        checks = await asyncio.to_thread(examine, config(examples_copy), quick=True)
        assert not [check for check in checks if check.verdict == "wrong"]


async def test_an_article_that_is_replaced_leaves_the_index(examples_copy: Path, tmp_path: Path) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ingest([written(tmp_path, "first", NEW)])
        again = [{**NEW[0], "text": "Mayor Ilse Brandt-Okoye said the pier would stay barnacled until June."}]
        changes = await archive.ingest([written(tmp_path, "again", again)])
        assert (changes.articles_replaced, changes.articles_added) == (1, 0)
        grown = served(examples_copy)
        assert grown.manifest.ids > grown.manifest.passages  # the old one has left a gap
        assert grown.generation.words.frequency_of_word("barnacled") == 1
        held = grown.generation.words.search("open in May", 50, Filter(), {"text": 1.0})[0]
        assert len(held) == len(set(held.tolist())) and held.max() < grown.manifest.passages
        texts = [hit.text for hit in (await archive.ask("what did Ilse Brandt-Okoye say about the pier?")).hits]
        assert any("barnacled until June" in text for text in texts) and not any(
            "open in May" in text for text in texts
        )
        await archive.writer().rebuild()
        whole = served(examples_copy)
        assert_alike(grown, whole)
        assert whole.manifest.ids == whole.manifest.passages


async def test_what_went_is_not_counted_again_by_what_comes_later(examples_copy: Path, tmp_path: Path) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ingest([written(tmp_path, "first", NEW)])
        again = [{**NEW[0], "text": "Mayor Ilse Brandt-Okoye said the pier would stay barnacled until June."}]
        await archive.ingest([written(tmp_path, "again", again)])
        more = [{"id": "n9", "date": "2022-07-01", "text": "“The quay sinks,” said Mayor Ilse Brandt-Okoye."}]
        await archive.ingest([written(tmp_path, "more", more)])
        grown = served(examples_copy)
        await archive.writer().rebuild()
        assert_alike(grown, served(examples_copy))


async def test_what_both_generations_hold_is_on_the_disk_once(examples_copy: Path, tmp_path: Path) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ingest([written(tmp_path, "one", NEW[:1])])
    old, new = (generations.folder_of(examples_copy, number) for number in (1, 2))
    shared = {path.name for path in new.rglob("*") if path.is_file() and path.stat().st_nlink > 1}
    assert "passages.faiss" in shared and any(name.startswith("records-0-") for name in shared)
    assert {path.name for path in (old / "words").glob("*.term")} <= shared
    assert (
        generations.read_manifest(examples_copy, 2).files["passages.faiss"]
        == (generations.read_manifest(examples_copy, 1).files["passages.faiss"])
    )


@pytest.mark.parametrize("part", ["tables.npz", "passages.faiss", "speakers.json", "names.json", "loose.json"])
async def test_nothing_grows_out_of_a_damaged_generation_and_the_reason_is_told(
    examples_copy: Path, tmp_path: Path, part: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = generations.folder_of(examples_copy, 1) / part
    path.write_bytes(path.read_bytes()[:-1] + b"#")
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ingest([written(tmp_path, "one", NEW[:1])])
        assert (await archive.ask(QUESTIONS[0])).hits
        assert part in (await archive.status()).because
        assert [r.levelname for r in caplog.records if "built anew" in r.message and part in r.message] == ["WARNING"]
        assert served(examples_copy).manifest.ids == served(examples_copy).manifest.passages
        assert "pieces" not in served(examples_copy).manifest.kind
        await archive.ingest([written(tmp_path, "two", NEW[1:2])])
        assert (await archive.status()).because == ""
    assert served(examples_copy).manifest.ids > 0 and "pieces" in served(examples_copy).manifest.kind


async def test_what_is_built_whole_because_it_is_due_has_no_reason_to_tell(
    examples_copy: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ingest([written(tmp_path, "one", NEW[:1])])
        await archive.remove(["n1"], reason="asked for")
        assert (await archive.status()).because == ""
    assert not caplog.records


async def test_a_fault_of_the_program_is_not_taken_for_damage(
    examples_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise KeyError("a fault of the program")

    monkeypatch.setattr(Tables, "without", broken)
    async with Archive.open(config(examples_copy)) as archive:
        with pytest.raises(KeyError, match="a fault of the program"):
            await archive.ingest([written(tmp_path, "one", NEW[:1])])
        assert (await archive.ask(QUESTIONS[0])).hits


async def test_of_what_somebody_removes_nothing_is_left_in_the_index(examples_copy: Path, tmp_path: Path) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ingest([written(tmp_path, "two", NEW)])
        assert served(examples_copy).generation.words.frequency_of_word("Quist") == 1
        await archive.remove(["n2"], reason="asked for")
        manifest = served(examples_copy).manifest
        assert manifest.ids == manifest.passages and "pieces" not in manifest.kind
        assert served(examples_copy).generation.words.frequency_of_word("Quist") == 0


@given(seed=st.integers(0, 2**32 - 1), steps=st.lists(st.integers(0, 30), min_size=1, max_size=6), k=st.integers(1, 20))
@settings(max_examples=40, deadline=None)
def test_vectors_in_pieces_with_gaps_are_searched_as_one(
    tmp_path_factory: pytest.TempPathFactory, seed: int, steps: list[int], k: int
) -> None:
    rng, backend = np.random.default_rng(seed), FaissBackend()
    docs = documents(rng, 20 + sum(steps))
    vectors = rng.normal(size=(len(docs), 16)).astype(np.float32)
    folder, held = tmp_path_factory.mktemp("piece"), 20
    backend.build(folder, vectors[:held], tables_of(docs[:held]))
    for step in steps:
        before, folder = folder, tmp_path_factory.mktemp("piece")
        assert backend.grow(before, folder, vectors[held : held + step]) is not None
        held += step
    gone = rng.random(len(docs)) < 0.2
    tables = tables_of(docs).without(gone)
    index, left = backend.open(folder, tables), np.flatnonzero(~gone)
    question = rng.normal(size=16).astype(np.float32)
    for wanted in (Filter(), Filter(sources=frozenset({1})), Filter(since=700001)):
        rows, scores = index.search(question, k, wanted)
        order = left[np.argsort(-(vectors[left] @ question), kind="stable")]
        expected = [i for i in order.tolist() if passes(docs[i], wanted)][:k]
        assert left[rows].tolist() == expected
        assert np.allclose(scores, vectors[expected] @ question, atol=1e-4)
        assert np.array_equal(index.rows(rows), vectors[expected])


def test_words_that_come_in_parts_weigh_what_they_weigh_at_once(tmp_path: Path) -> None:
    docs = documents(np.random.default_rng(4), 60)
    WordIndex.build(tmp_path / "whole", docs)
    WordIndex.build(tmp_path / "0", docs[:40])
    for number, part in enumerate((docs[40:41], docs[41:50], docs[50:])):
        WordIndex.grow(tmp_path / f"{number}", tmp_path / f"{number + 1}", (), part)
    whole, grown = WordIndex.load(tmp_path / "whole"), WordIndex.load(tmp_path / "3")
    for wanted in (Filter(), Filter(sources=frozenset({0, 2})), Filter(newer=(45, 45)), Filter(since=700001)):
        rows, scores = whole.search("harbour ferry winter", 60, wanted, {"text": 1.0})
        mine, own = grown.search("harbour ferry winter", 60, wanted, {"text": 1.0})
        assert dict(zip(mine.tolist(), own.tolist(), strict=True)) == dict(
            zip(rows.tolist(), scores.tolist(), strict=True)
        )
    assert WordIndex.load(tmp_path / "0").frequency_of_word(WORDS[0]) < whole.frequency_of_word(WORDS[0])


def test_words_that_went_are_found_no_more(tmp_path: Path) -> None:
    docs = documents(np.random.default_rng(5), 30)
    WordIndex.build(tmp_path / "a", docs)
    changed: list[Document] = [replace(docs[7], text="an owl")]
    WordIndex.grow(tmp_path / "a", tmp_path / "b", [3, 7], changed)
    found = WordIndex.load(tmp_path / "b").search(" ".join(WORDS), 60, Filter(), {"text": 1.0})[0]
    assert set(found.tolist()) == set(range(30)) - {3, 7}
    assert WordIndex.load(tmp_path / "b").search("owls", 5, Filter(), {"text": 1.0})[0].tolist() == [7]
    assert WordIndex.load(tmp_path / "a").search("owls", 5, Filter(), {"text": 1.0})[0].tolist() == []
