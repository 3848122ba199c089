"""The bot's own file: questions come back whole, old ones go, newer files are refused."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schema import MIGRATIONS
from bot.store import KEEP_DAYS, Store, dump_question, load_question
from index.errors import ArchiveError
from index.model import Question

days = st.one_of(st.none(), st.dates())
words = st.one_of(st.none(), st.text(max_size=30))


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
    with pytest.raises(ArchiveError, match="newer version"):
        await Store.open(newer)
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"this is no database, " * 100)
    with pytest.raises(ArchiveError, match="move it away"):
        await Store.open(broken)
