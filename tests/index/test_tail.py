"""A large generation grows by its tail alone; here every generation counts as large."""

from __future__ import annotations

import asyncio
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index import Archive, Question
from index.doctor import examine
from index.indexing import build, derive, grow, lengthen
from index.model import Progress
from index.progress import CancelToken
from index.search.snapshot import Snapshot
from index.storage import generations, vectors
from index.storage.faiss import FaissBackend
from index.storage.tables import Tables
from index.storage.tail import FILES
from tests.index.test_growth import NEW, QUESTIONS, answers, assert_alike, config, served, written

LATER: list[dict[str, Any]] = [
    {"id": "n5", "date": "2022-07-01", "text": "“The quay sinks,” said Mayor Ilse Brandt-Okoye."},
    {
        "id": "n6",
        "source": "The Pier Gazette",
        "text": "Zora Quist said the eel had come back. “It is fat,” Quist said.",
    },
    {"id": "n7", "date": "2022-07-03", "text": "Critics said the eel was small. Quist denied it."},
]


@pytest.fixture(autouse=True)
def _all_are_large(monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction]
    monkeypatch.setattr(lengthen, "LARGE", 0)
    monkeypatch.setattr(lengthen, "_MOST", 1.0)


def assert_same_columns(found: Snapshot, expected: Snapshot) -> None:
    """Alike, whatever numbers speakers and outlets have."""
    mine, theirs = found.generation.tables, expected.generation.tables
    numbered = {"article_source", "passage_id", "passage_speaker", "statement_speaker", "joined_speaker"}
    for one in fields(Tables):
        if one.name not in numbered:
            assert np.array_equal(getattr(mine, one.name), getattr(theirs, one.name)), one.name

    def named(snapshot: Snapshot, column: str) -> list[str | None]:
        numbers = getattr(snapshot.generation.tables, column).tolist()
        if column == "article_source":
            return [None if n < 0 else snapshot.manifest.sources[n] for n in numbers]
        return [None if n < 0 else snapshot.book.speakers[n].name for n in numbers]

    for column in numbered - {"passage_id"}:
        assert named(found, column) == named(expected, column), column
    by_name = {speaker.name: speaker for speaker in expected.book.speakers}
    for speaker in found.book.speakers:
        whole = by_name[speaker.name]
        assert set(speaker.aliases) == set(whole.aliases) and set(speaker.roles) == set(whole.roles)
        assert (speaker.statements, speaker.first, speaker.last) == (whole.statements, whole.first, whole.last)
    assert len(by_name) == len(found.book.speakers)


async def test_articles_that_come_one_by_one_are_found_as_if_all_had_come_at_once(
    examples_copy: Path, tmp_path: Path
) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ask(QUESTIONS[0])
        for number, row in enumerate([*NEW, *LATER]):
            await archive.ingest([written(tmp_path, f"{number}", [row])])
            await archive.ask(QUESTIONS[0])  # each generation is opened out of the one before
        manifest = served(examples_copy).manifest
        assert (manifest.tail, manifest.before) == (len(NEW) + len(LATER), manifest.number - 1)
        kept = archive._snapshot  # pyright: ignore[reportPrivateUsage]
        assert kept is not None
        assert_same_columns(kept, served(examples_copy))
        found = await answers(archive)
        grown = served(examples_copy)
        checks = await asyncio.to_thread(examine, config(examples_copy), quick=True)
        assert not [check for check in checks if check.verdict == "wrong"]
        await archive.writer().rebuild()
        assert served(examples_copy).manifest.tail == 0
        assert_same_columns(grown, served(examples_copy))
        assert found == await answers(archive)


async def test_only_the_tail_is_written(examples_copy: Path, tmp_path: Path) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ingest([written(tmp_path, "one", NEW[:1])])
    folder = generations.folder_of(examples_copy, 2)
    own = {path.name for path in folder.iterdir() if path.is_file() and path.stat().st_nlink == 1}
    assert own == {*FILES, "manifest.json"} | {path.name for path in folder.glob("records-[1-9]*")} | {
        path.name for path in folder.glob("passages-[1-9]*")
    }


async def test_what_is_replaced_leaves_the_columns_and_the_tail(examples_copy: Path, tmp_path: Path) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        before = served(examples_copy).manifest
        await archive.ingest([written(tmp_path, "new", NEW)])
        again = [{**NEW[0], "text": "Mayor Ilse Brandt-Okoye said the pier would stay barnacled until June."}]
        changes = await archive.ingest([written(tmp_path, "again", again)])
        assert (changes.articles_replaced, changes.articles_added) == (1, 0)
        found = served(examples_copy)
        assert (found.manifest.articles, found.manifest.tail) == (before.articles + len(NEW), len(NEW) + 2)
        assert found.manifest.passages == found.generation.tables.passages
        assert found.manifest.statements == len(found.generation.tables.statement_id)
        assert found.generation.words.frequency_of_word("barnacled") == 1
        texts = [hit.text for hit in (await archive.ask("what did Ilse Brandt-Okoye say about the pier?")).hits]
        assert any("barnacled until June" in text for text in texts)
        assert not any("open in May" in text for text in texts)
        old = (await archive.articles(limit=1)).articles[0]
        changed = {"id": old.id, "title": old.title, "text": "The eel came back, said Zora Quist."}
        assert (await archive.ingest([written(tmp_path, "old", [changed])])).articles_replaced == 1
        found = served(examples_copy)
        assert found.manifest.passages == found.generation.tables.passages
        assert found.manifest.statements == len(found.generation.tables.statement_id)
        assert not found.generation.tables.article_row[:-1].tolist().count(int(found.generation.tables.article_row[-1]))
        await archive.ingest([written(tmp_path, "later", LATER)])
        grown = served(examples_copy)
        await archive.writer().rebuild()
        assert {s.name for s in served(examples_copy).book.speakers} <= {s.name for s in grown.book.speakers}


async def test_a_tail_that_is_long_is_taken_in(
    examples_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lengthen, "_TAIL", 3)
    async with Archive.open(config(examples_copy)) as archive:
        tails: list[int] = []
        for number, row in enumerate([*NEW, *LATER]):
            await archive.ingest([written(tmp_path, f"{number}", [row])])
            tails.append(served(examples_copy).manifest.tail)
        assert tails == [1, 2, 3, 0, 1, 2, 3]
        await archive.ingest([written(tmp_path, "last", [{"id": "n8", "text": "Mr. Quist said the eel was his."}])])
        grown, found = served(examples_copy), await answers(archive)
        assert (grown.manifest.tail, grown.manifest.before) == (0, 0)
        assert grown.manifest.because == "" and "pieces" in grown.manifest.kind  # nothing was built anew
        await archive.writer().rebuild()
        assert_alike(grown, served(examples_copy))
        assert found == await answers(archive)


async def test_all_is_searched_before_a_long_tail_is_taken_in(
    examples_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lengthen, "_TAIL", 3)
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ingest([written(tmp_path, "three", NEW[:3])])
        token, stages, seen = CancelToken(), list[tuple[str, int]](), list[int]()

        def report(progress: Progress) -> None:
            stages.append((progress.stage, progress.done))
            if stages[-1] == ("settle", 0):
                found = served(examples_copy)
                seen.append(found.manifest.tail)
                assert found.book.get("Jonas Brandt-Okoye")
                token.cancel()

        changes = await archive.ingest([written(tmp_path, "one", NEW[3:])], on_progress=report, cancel=token)
        assert (changes.articles_added, seen) == (1, [4])  # broken off, it is an ingest that succeeded
        assert served(examples_copy).manifest.tail == 4 and ("settle", 1) not in stages
        await archive.ingest([written(tmp_path, "again", NEW[3:])])  # nothing new, but that is still to be done
        grown, found = served(examples_copy), await answers(archive)
        assert grown.manifest.tail == 0 and "pieces" in grown.manifest.kind
        await archive.writer().rebuild()
        assert_alike(grown, served(examples_copy))
        assert found == await answers(archive)


async def test_what_somebody_removes_is_found_no_more_at_once_and_leaves_the_files_afterwards(
    examples_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ingest([written(tmp_path, "new", NEW)])
        with monkeypatch.context() as patch:
            patch.setattr(
                derive, "unsettled", lambda home, manifest: None
            )  # as if it were killed behind the first step
            await archive.remove(["n2"], reason="asked for")
        first = served(examples_copy)
        assert first.manifest.owed and first.manifest.tail == len(NEW) + 1
        assert first.generation.words.frequency_of_word("Quist") == 1  # in the files
        assert first.manifest.ids > first.manifest.passages == first.generation.tables.passages
        assert not (await archive.ask(Question(text="pier", source="The Pier Gazette"))).hits
        hits = [hit.text for question in QUESTIONS for hit in (await archive.ask(replace(question, source=None))).hits]
        assert hits and not any("Quist" in hit for hit in hits)
        await archive.ingest([written(tmp_path, "later", LATER[:1])])
        last = served(examples_copy)
        assert not last.manifest.owed and last.manifest.ids == last.manifest.passages
        assert (last.manifest.tail, last.manifest.articles) == (0, first.manifest.articles + 1)
        assert last.generation.words.frequency_of_word("Quist") == 0


async def test_an_archive_that_outgrows_its_kind_of_index_is_searched_before_it_has_the_other(
    examples_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        held = served(examples_copy).manifest.passages
        monkeypatch.setattr(vectors, "backend_of", lambda _: FaissBackend(exact=held))
        for module in (lengthen, grow, build, generations):
            monkeypatch.setattr(module, "backend_of", lambda _: FaissBackend(exact=held))
        kinds: list[str] = []
        changes = await archive.ingest(
            [written(tmp_path, "one", NEW[:1])],
            on_progress=lambda one: (
                kinds.append(served(examples_copy).manifest.kind) if one.stage == "settle" else None
            ),
        )
        assert changes.articles_added == 1
        assert kinds[0].startswith("exact") and "codes" in kinds[-1]
        assert (await answers(archive))[0].hits  # pyright: ignore


@pytest.mark.parametrize("part", ["tables.npz", "speakers.json", *FILES])
async def test_nothing_is_put_behind_a_damaged_generation(examples_copy: Path, tmp_path: Path, part: str) -> None:
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ingest([written(tmp_path, "one", NEW[:1])])
    path = generations.folder_of(examples_copy, 2) / part
    path.write_bytes(path.read_bytes()[:-1] + b"#")
    async with Archive.open(config(examples_copy)) as archive:
        await archive.ingest([written(tmp_path, "two", NEW[1:2])])
        assert part in (await archive.status()).because
        assert served(examples_copy).manifest.tail == 0
        assert (await archive.ask(QUESTIONS[0])).hits


async def test_a_process_that_missed_generations_opens_the_last_one_whole(examples_copy: Path, tmp_path: Path) -> None:
    async with Archive.open(config(examples_copy)) as archive, Archive.open(config(examples_copy)) as other:
        await other.ask(QUESTIONS[0])
        for number, row in enumerate(NEW):
            await archive.ingest([written(tmp_path, f"{number}", [row])])
        assert await answers(other) == await answers(archive)
        late = other._snapshot  # pyright: ignore[reportPrivateUsage]
        assert late is not None
        assert_same_columns(late, served(examples_copy))
