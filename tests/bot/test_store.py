"""The bot's own file: questions come back whole, old ones go, newer files are refused."""

from __future__ import annotations

import asyncio
import datetime as dt
import sqlite3
import sys
from asyncio.subprocess import PIPE
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.departed import forget_notes
from bot.schema import MIGRATIONS
from bot.store import KEEP_DAYS, Store, dump_question, load_question
from bot.watching.store import WatchStore
from index.errors import ArchiveError
from index.model import Question
from index.storage.database import open_database

days = st.one_of(st.none(), st.dates())
words = st.one_of(st.none(), st.text(max_size=30))
WHERE: dict[str, Any] = {"per_page": 5, "user_id": 1, "guild_id": None, "channel_id": None}


@given(
    st.builds(
        Question,
        text=st.text(max_size=50),
        speaker=words,
        source=words,
        since=days,
        until=days,
        asked_on=days,
        limit=st.one_of(st.none(), st.integers(1, 25)),
        infer=st.booleans(),
    )
)
def test_a_question_survives_its_json(question: Question) -> None:
    assert load_question(dump_question(question)) == question


async def test_rows_survive_reopening_and_old_ones_are_purged(tmp_path: Path) -> None:
    path = tmp_path / "new" / "bot.sqlite3"
    question = Question(text="who?", since=dt.date(2022, 4, 1))
    store = await Store.open(path)
    row = await store.add_asked(question, per_page=5, user_id=1, guild_id=None, channel_id=2)
    await store.set_meta("a", "1")
    await store.set_meta("a", "2")
    await store.close()
    store = await Store.open(path)
    found = await store.asked(row)
    assert found is not None and (found.question, found.per_page, found.user_id) == (question, 5, 1)
    assert await store.meta("a") == "2" and await store.meta("b") is None
    assert await store.purge() == 0
    later = dt.datetime.now(dt.UTC).timestamp() + (KEEP_DAYS + 1) * 86_400
    assert await store.purge(now=later) == 1
    assert await store.asked(row) is None
    await store.close()


async def test_a_file_of_a_newer_version_or_no_database_is_refused(tmp_path: Path) -> None:
    newer = tmp_path / "newer.sqlite3"
    with sqlite3.connect(newer) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    with pytest.raises(ArchiveError, match="newer onrecord"):
        await Store.open(newer)
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"this is no database, " * 100)
    with pytest.raises(ArchiveError, match="onrecord doctor --repair"):
        await Store.open(broken)


@pytest.mark.parametrize("behind", range(len(MIGRATIONS) + 1))
async def test_a_file_of_any_age_may_be_opened_by_many_at_once(tmp_path: Path, behind: int) -> None:
    for number in range(3):
        path = tmp_path / f"{number}.sqlite3"
        old = await open_database(path, MIGRATIONS[: len(MIGRATIONS) - behind])
        await old.close()
        if behind == len(MIGRATIONS):
            path.unlink()  # not even made
        stores = await asyncio.gather(*(Store.open(path) for _ in range(6)))
        rows = [await store.add_asked(Question(text="who?"), **WHERE) for store in stores]
        assert len(set(rows)) == 6
        assert None not in [await stores[0].asked(row) for row in rows]
        for store in stores:
            await store.close()


@pytest.mark.parametrize("writing", ["a transaction", "a statement"])
async def test_what_reads_beside_another_connection_that_writes_delays_writing_and_fails_it_not(
    tmp_path: Path, writing: str
) -> None:
    store = await Store.open(tmp_path / "bot.sqlite3")
    for number in range(3):
        await store.set_meta(str(number), "x")
    reading = await store.outbox.execute("SELECT key FROM meta")
    assert await reading.fetchone() is not None  # and has not ended
    await store.set_meta("more", "x")
    work = WatchStore(store.outbox).rewind(7) if writing == "a transaction" else forget_notes(store.outbox, [5])
    task = asyncio.create_task(work)
    done, _ = await asyncio.wait([task], timeout=0.1)
    assert not done
    await reading.close()
    await task
    await store.close()


async def test_a_new_file_may_be_opened_by_many_processes_at_once(tmp_path: Path) -> None:
    code = (
        "import asyncio, sys; from pathlib import Path; from bot.store import Store\n"
        "async def main():\n"
        "    print('ready', flush=True)\n"
        "    sys.stdin.readline()\n"
        "    store = await Store.open(Path(sys.argv[1]))\n"
        "    await store.set_meta(sys.argv[2], 'x')\n"
        "    await store.close()\n"
        "asyncio.run(main())"
    )
    path = tmp_path / "bot.sqlite3"
    started = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", code, str(path), str(number), stdin=PIPE, stdout=PIPE, stderr=PIPE
        )
        for number in range(4)
    ]
    assert [await process.stdout.readline() for process in started if process.stdout] == [b"ready\n"] * 4
    ended = await asyncio.gather(*(process.communicate(b"\n") for process in started))
    assert [process.returncode for process in started] == [0] * 4, [errors.decode() for _, errors in ended]
    store = await Store.open(path)
    assert [await store.meta(str(number)) for number in range(4)] == ["x"] * 4
    await store.close()
