"""Running an archive: what serves while it is written, folders that vanish, media that cannot be written, copies."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from index import Archive, Config
from index.backup import backup, restore
from index.errors import ArchiveError, InputError, ModelError, Unconfirmed
from index.indexing import apart, derive
from index.indexing.apart import Apart
from index.model import Answer, Article
from tests.support.program import onrecord

FERRY = "Mayor Ilse Brandt-Okoye said the ferry to Karst would sail again in May. “We owe it to the islands,” she said."
GRAIN = "The grain harvest in the north fell by a third, the ministry reported on Tuesday after a dry summer."
QUESTION = "what did Ilse Brandt-Okoye say about the harbour wall?"
WORDS = "We can pay for stone now"


def rows(path: Path, *texts: str) -> Path:
    lines = [
        json.dumps({"id": f"a{n}", "source": "Courier", "date": "2022-03-01", "text": t}) for n, t in enumerate(texts)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def shown(answer: Answer) -> list[tuple[object, ...]]:
    return [(hit.article.id, hit.text, hit.quote, hit.speaker, hit.cue, hit.role, hit.kind) for hit in answer.hits]


async def test_answers_are_the_old_or_the_new_ones_while_everything_is_made_anew(examples_copy: Path) -> None:
    reading = Config.model_validate({"home": examples_copy, "search": {"remember": 0, "reranker": "off"}})
    writing = Config.model_validate({"home": examples_copy, "passages": {"max_words": 40}})
    async with Archive.open(reading) as reader, Archive.open(writing) as writer:
        before = shown(await reader.ask(QUESTION))
        article = (await reader.ask(QUESTION)).hits[0].article.id
        whole = await reader.article(article)
        work = asyncio.create_task(writer.reindex(full=True))
        during: list[list[tuple[object, ...]]] = []
        views = []
        while not work.done():
            during.append(shown(await reader.ask(QUESTION)))
            views.append(await reader.article(article))
        await work
        after = shown(await reader.ask(QUESTION))
        new = await reader.article(article)
    assert before != after and WORDS in str(before) and WORDS in str(after)
    assert all(answer in (before, after) for answer in during)
    assert all(view in (whole, new) for view in views)


async def test_an_edit_and_a_rename_show_with_their_index_and_not_before(examples_copy: Path) -> None:
    async with Archive.open(Config(home=examples_copy)) as archive:
        hit = (await archive.ask(QUESTION)).hits[0]
        await archive.edit(hit.article.id, {"title": "A wall for the harbour"})
        changed = (await archive.ask(QUESTION)).hits[0]
        assert changed.article.title == "A wall for the harbour" and WORDS in (changed.quote or "")
        await archive.rename_source("The Halden Courier", "Halden Daily")
        assert (await archive.ask(QUESTION)).hits[0].article.source == "Halden Daily"
        assert (await archive.article(hit.article.id)).article.source == "Halden Daily"


@pytest.fixture
def watched(tmp_path: Path) -> tuple[Path, Config]:
    folder = tmp_path / "watched"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"{FERRY} Sailing {number} is full.", encoding="utf-8")
    return folder, Config.model_validate({"home": tmp_path / "a", "reading": {"folders": [folder]}})


async def test_a_folder_that_has_emptied_takes_nothing_away_without_a_yes(watched: tuple[Path, Config]) -> None:
    folder, config = watched
    async with Archive.open(config) as archive:
        await archive.reindex()
        for path in folder.iterdir():
            path.unlink()
        with pytest.raises(Unconfirmed, match=r"8 of 8 articles .* mounted.*--yes"):
            await archive.reindex()
        assert (await archive.status()).articles == 8
        assert (await archive.reindex(yes=True)).articles_removed == 8


def test_only_ingest_makes_an_archive(tmp_path: Path) -> None:
    home = tmp_path / "mistyped"
    for words in (["ask", "the ferry"], ["status"], ["reindex"], ["speakers"], ["backup", str(tmp_path / "b")]):
        done = onrecord(*words, "--home", home)
        assert done.returncode == 1 and "there is no archive" in done.stderr, (words, done.stderr)
        assert not home.exists()


async def test_an_index_without_its_store_is_no_new_archive(examples_copy: Path) -> None:
    (examples_copy / "archive.sqlite3").unlink()
    with pytest.raises(ArchiveError, match="is gone"):
        await Archive.open(Config(home=examples_copy))


@pytest.fixture
def unwritable(examples_home: Path) -> Iterator[Path]:
    """A copy of the archive that this process may read and not write, as another user's."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    home = Path(shutil.copytree(examples_home, folder / "archive"))
    for path in (home, *home.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield home
    finally:
        if root:
            os.seteuid(0)
        for path in (home, *home.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(folder)


async def test_an_archive_that_cannot_be_written_can_be_read(examples_home: Path, unwritable: Path) -> None:
    store = sqlite3.connect(f"{(unwritable / 'archive.sqlite3').as_uri()}?immutable=1", uri=True)
    article = store.execute("SELECT id FROM articles WHERE text LIKE ?", (f"%{WORDS}%",)).fetchone()[0]
    store.close()
    archive = await Archive.open(Config(home=unwritable))
    try:
        assert (await archive.speakers("Brandt-Okoye"))[0].name == "Ilse Brandt-Okoye"
        assert (await archive.article(article)).statements
        with pytest.raises(ArchiveError, match="can only be read"):
            await archive.writer().rebuild()
    finally:
        await archive.close()


async def test_a_model_that_there_is_not_is_told_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    config = Config.model_validate({"home": tmp_path / "a", "embedding": {"model": "nobody/no-such-model"}})
    async with Archive.open(config) as archive:
        with pytest.raises(ModelError, match=r"no-such-model.*not on this machine"):
            await archive.ingest([rows(tmp_path / "a.jsonl", FERRY)])
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        assert (await archive.status()).articles == 0


async def test_an_article_beyond_all_bounds_is_marked_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "LONGEST", 25_000)
    long = f"{FERRY} " * 5 + f"{'m' * 150} " * 170  # long, and few words to the tagger
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        changes = await archive.ingest([rows(tmp_path / "a.jsonl", GRAIN, long, f"{FERRY} It is the last one.")])
        assert changes.articles_added == 3
        status = await archive.status()
        assert [article for article, _ in status.left_out] == ["a1"] and "characters" in status.left_out[0][1]
        assert {hit.article.id for hit in (await archive.ask("the ferry to Karst")).hits} <= {"a0", "a2"}
        assert (await archive.article("a1")).article.text.strip() == long.strip()
        assert (await archive.reindex()).generation == 1  # nothing is tried again in vain
        monkeypatch.undo()
        await archive.reindex(full=True)
        assert (await archive.status()).left_out == ()


async def test_a_short_article_is_timed_too_and_does_not_hold_the_program_that_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derive, "Apart", partial(Apart, seconds=-1000))
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        assert (await archive.ingest([rows(tmp_path / "a.jsonl", GRAIN, FERRY)])).articles_added == 2
        left_out = (await archive.status()).left_out
    assert [(article, "longer than" in why) for article, why in left_out] == [("a0", True), ("a1", True)]


def test_the_process_that_reads_articles_may_die_and_is_timed() -> None:
    article = Article(id="a", text=f"{FERRY} " * 20, title=None, source=None, date=None)
    with Apart(Config()) as reading:
        (found,) = reading.analyse([article])
        assert not isinstance(found, str) and found.statements
        assert reading.pid is not None
        os.kill(reading.pid, signal.SIGKILL)
        assert not isinstance(reading.analyse([article])[0], str)  # another one is started
    with Apart(Config(), seconds=-1000) as late:
        assert "longer than" in str(late.analyse([article])[0])


async def test_a_backup_becomes_the_same_archive(examples_home: Path, tmp_path: Path) -> None:
    config, file, other = Config(home=examples_home), tmp_path / "b", Config(home=tmp_path / "other")
    async with Archive.open(config) as archive:  # while it serves
        assert backup(config, file) == file.stat().st_size
        answer = shown(await archive.ask(QUESTION))
    changes = await restore(other, file)
    assert changes.embedded == 0 and sorted(tmp_path.iterdir()) == [file, other.home]
    async with Archive.open(other) as archive:
        assert shown(await archive.ask(QUESTION)) == answer
    with pytest.raises(Unconfirmed, match="--yes"):
        await restore(other, file)
    await restore(other, file, yes=True)
    assert len(list(other.home.glob("archive.sqlite3.replaced-*"))) == 1
    file.write_bytes(file.read_bytes()[:-2000])
    with pytest.raises(InputError, match="backup"):
        await restore(Config(home=tmp_path / "third"), file)
    with pytest.raises(ArchiveError, match="no archive"):
        backup(Config(home=tmp_path / "nowhere"), file)
