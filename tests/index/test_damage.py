"""Every file of an archive damaged in turn: one sentence or the right answer, and the mend that doctor advises."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from index import Archive, Config
from index.doctor import Check, examine
from index.errors import ArchiveError, Unconfirmed
from index.mending import repair
from index.storage import generations

QUESTION = "what did Ilse Brandt-Okoye say about the harbour wall?"
WORDS = "We can pay for stone now"
PARTS = ("CURRENT", "manifest.json", "tables.npz", "passages.faiss", "speakers.json", "words", "archive.sqlite3")


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    places = range(0, len(data), max(1, len(data) // 40))
    for place in places:
        data[place] ^= 0x55
    path.write_bytes(bytes(data))


def truncate(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def delete(path: Path) -> None:
    path.unlink()


def files_of(home: Path, part: str) -> list[Path]:
    if part in ("CURRENT", "archive.sqlite3"):
        return [home / part]
    where = generations.folder_of(home, generations.current_number(home)) / part
    return sorted(path for path in where.iterdir() if not path.name.startswith(".")) if where.is_dir() else [where]


async def asked(home: Path) -> str | None:
    """The first quotation; None: one sentence said why there is none."""
    try:
        async with Archive.open(Config(home=home), create=False) as archive:
            answer = await archive.ask(QUESTION)
    except (ArchiveError, Unconfirmed) as error:
        assert "\n" not in str(error) and len(str(error)) < 400
        assert re.search("onrecord|restore", str(error)), error
        return None
    return answer.hits[0].quote or ""


async def wrong(home: Path) -> list[Check]:
    found = await asyncio.to_thread(examine, Config(home=home), quick=True)
    return [check for check in found if check.verdict == "wrong"]


async def mended(home: Path, advice: str) -> None:
    if "--repair" in advice:
        await repair(Config(home=home))
    else:
        assert "onrecord reindex" in advice
        async with Archive.open(Config(home=home)) as archive:
            await archive.reindex()


@pytest.mark.parametrize("harm", [flip, truncate, delete])
@pytest.mark.parametrize("part", PARTS)
async def test_a_damaged_file_is_never_answered_from_and_is_mended_as_advised(
    examples_home: Path, tmp_path: Path, part: str, harm: Callable[[Path], None]
) -> None:
    for number, name in enumerate(path.relative_to(examples_home) for path in files_of(examples_home, part)):
        home = Path(shutil.copytree(examples_home, tmp_path / str(number)))
        backup = Path(shutil.copy(home / "archive.sqlite3", tmp_path / f"{number}.backup"))
        harm(home / name)
        quote = await asked(home)
        assert quote is None or WORDS in quote
        found = await wrong(home)
        assert any(Path(name).name in check.finding or "store" in check.what for check in found), found
        if "restore it from a backup" in found[0].mend:
            shutil.copy(backup, home / "archive.sqlite3")
        else:
            await mended(home, found[0].mend or found[0].finding)
        assert await wrong(home) == []
        if part == "archive.sqlite3" and harm is not delete:
            kept = list(home.glob("archive.sqlite3.damaged-*"))
            assert len(kept) == 1  # nothing is thrown away
        else:
            assert WORDS in (await asked(home) or "")


def test_a_generation_that_is_whole_serves_where_the_pointer_is_lost(examples_copy: Path) -> None:
    assert generations.pointer(examples_copy) == generations.Pointer(1)
    for text in ("7 0000000000000000", "1", "", "1 1234"):
        (examples_copy / "CURRENT").write_text(text)
        found = generations.pointer(examples_copy)
        assert found.number == 1 and "CURRENT" in (found.damage or "")
    (examples_copy / "CURRENT").unlink()
    assert generations.pointer(examples_copy).number == 1
    shutil.copytree(generations.folder_of(examples_copy, 1), generations.folder_of(examples_copy, 2))
    truncate(generations.folder_of(examples_copy, 2) / "tables.npz")
    assert generations.pointer(examples_copy).number == 1  # the newest one that is whole


async def test_one_changed_letter_in_the_store_is_never_shown(examples_copy: Path) -> None:
    path = examples_copy / "archive.sqlite3"
    data = path.read_bytes()
    places = [found.start() for found in re.finditer(re.escape(WORDS.encode()), data)]
    changed = bytearray(data)
    for place in places:
        changed[place + 11 : place + 14] = b"gay"
    path.write_bytes(bytes(changed))
    assert await asked(examples_copy) is None
    (check,) = await wrong(examples_copy)
    assert "article that is not as it was stored: 1" in check.finding
    done = await repair(Config(home=examples_copy))
    assert any("halden-courier" in line and "load it again" in line for line in done)
    assert await wrong(examples_copy) == []
    assert "gay" not in (await asked(examples_copy) or "")


async def test_a_speaker_changed_in_the_store_is_never_shown(examples_copy: Path) -> None:
    db = sqlite3.connect(examples_copy / "archive.sqlite3")
    db.execute("UPDATE statements SET speaker = 'Zebulon Quarrington', stance = 'denied'")
    db.commit()
    db.close()
    assert await asked(examples_copy) is None


async def test_dates_vectors_and_analyses_that_are_none_are_found_and_mended(examples_copy: Path) -> None:
    db = sqlite3.connect(examples_copy / "archive.sqlite3")
    db.execute("UPDATE articles SET date = '2022-13-45' WHERE row = 1")
    db.execute("UPDATE statements SET spans = '[[1,' WHERE id = (SELECT min(id) FROM statements)")
    db.execute("UPDATE vectors SET vector = zeroblob(1536) WHERE hash = (SELECT min(hash) FROM vectors)")
    db.commit()
    db.close()
    (check, *_) = await wrong(examples_copy)
    for words in ("date that is none: 1", "passage or statement: 1", "damaged vector: 1"):
        assert words in check.finding
    await repair(Config(home=examples_copy))
    assert await wrong(examples_copy) == []
    assert WORDS in (await asked(examples_copy) or "")


async def test_the_store_of_a_face_is_looked_at_too(examples_copy: Path) -> None:
    db = sqlite3.connect(examples_copy / "bot.sqlite3")
    db.execute("CREATE TABLE asked (id INTEGER PRIMARY KEY, question TEXT)")
    db.executemany("INSERT INTO asked (question) VALUES (?)", [(f"question {n} " * 40,) for n in range(200)])
    db.execute("PRAGMA user_version=3")
    db.commit()
    db.close()
    assert await wrong(examples_copy) == []
    data = bytearray((examples_copy / "bot.sqlite3").read_bytes())
    data[9 * 4096 : 9 * 4096 + 2000] = bytes(2000)
    (examples_copy / "bot.sqlite3").write_bytes(bytes(data))
    (check,) = await wrong(examples_copy)
    assert check.what == "bot.sqlite3"
    await repair(Config(home=examples_copy))
    assert await wrong(examples_copy) == []
    db = sqlite3.connect(examples_copy / "bot.sqlite3")
    assert 100 < db.execute("SELECT count(*) FROM asked").fetchone()[0] < 200
    assert db.execute("PRAGMA user_version").fetchone()[0] == 3
    db.close()


async def test_an_older_store_is_not_taken_for_the_one_that_was_indexed(examples_copy: Path, tmp_path: Path) -> None:
    earlier = Path(shutil.copy(examples_copy / "archive.sqlite3", tmp_path / "earlier.sqlite3"))
    more = tmp_path / "more.jsonl"
    more.write_text('{"id": "new", "text": "The ferry to Karst sails again, said Ida Ek of the harbour office."}')
    async with Archive.open(Config(home=examples_copy)) as archive:
        await archive.ingest([more])
    shutil.copy(earlier, examples_copy / "archive.sqlite3")
    assert any("older or smaller" in check.finding for check in await wrong(examples_copy))
    async with Archive.open(Config(home=examples_copy)) as archive:
        with pytest.raises(Unconfirmed, match="--yes"):
            await archive.ingest([more])
        await archive.reindex(yes=True)
    assert await wrong(examples_copy) == []
