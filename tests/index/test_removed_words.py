"""A removed speaker's words are shown nowhere, those of others stay; back they come, or are gone for good."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from index import Archive, Config
from index.blanks import BAR, barred, covered, echoes
from index.errors import NotFound
from index.speakers.correction import Correction

EK = "the ferry sails on Monday whatever the weather is"
QUILL = "The silos are full and nobody told the farmers in time"
TEXT = (
    f"Mayor Ida Ek said that {EK}. Harbour master Per Quill disagreed with her at the meeting of the council. "
    f"“{QUILL},” Quill told reporters.\n\n"
    f"“We shall build a third pier before the winter comes,” Ek said afterwards.\n\n"
    f"{QUILL}"
)
OTHER = "Per Quill spoke again in Lowmark. “The rats have come back to the quay,” Quill said to a crowd of anglers."


def home_of(tmp_path: Path) -> Config:
    rows = [
        {"id": "both", "title": "“The silos are full”, says Quill", "source": "Courier", "text": TEXT},
        {"id": "alone", "title": "Rats", "source": "Gazette", "text": OTHER},
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return Config(home=tmp_path / "a")


async def everything(archive: Archive) -> str:
    """All that an archive shows of itself."""
    found: list[object] = [await archive.article(name) for name in ("both", "alone")]
    found += [await archive.history("both"), await archive.said(), await archive.statements(), await archive.articles()]
    found += [await archive.titles("silos"), await archive.titles("quill")]
    for words in ("silos full farmers", "what did Per Quill say?", "third pier", "rats on the quay", "ferry on Monday"):
        found.append(await archive.ask(words))
    found += [pair async for pair in archive.every_statement()]
    return repr(found)


async def test_removed_words_are_shown_nowhere_and_those_of_others_stay(tmp_path: Path) -> None:
    async with Archive.open(home_of(tmp_path)) as archive:
        await archive.ingest([tmp_path / "in.jsonl"])
        before = await everything(archive)
        assert "silos" in before and "rats have come back" in before
        link = next(entry.id for entry in (await archive.statements(speaker="Per Quill")).entries)
        await archive.remove_speaker("Per Quill", reason="asked us to")
        shown = await everything(archive)
        asked = shown.replace("silos full farmers", "")
        assert "silos" not in asked and "told the farmers" not in asked and "rats have come" not in asked
        assert EK in shown and "third pier" in shown
        view = await archive.article("both")
        assert len(view.article.text) == len(TEXT) and "Quill told reporters" in view.article.text
        assert {s.speaker for s in view.statements} == {"Ida Ek"}
        passages = (await archive.ask("third pier before the winter")).hits
        assert passages and BAR in passages[0].text and "third pier" in passages[0].text  # the passage that they shared
        with pytest.raises(NotFound):
            await archive.statement(link)
        await archive.restore_speaker("Per Quill")
        assert (await archive.article("both")).article.text == TEXT
        assert (await archive.statement(link)).statement.speaker == "Per Quill"
        assert BAR not in await everything(archive)


async def test_purged_words_are_gone_from_the_store_and_do_not_come_back_with_their_file(tmp_path: Path) -> None:
    config = home_of(tmp_path)
    async with Archive.open(config) as archive:
        await archive.ingest([tmp_path / "in.jsonl"])
        await archive.remove_speaker("Ida Ek")
        await archive.remove_speaker("Per Quill", purge=True)
        await archive.ingest([tmp_path / "in.jsonl"])
        with pytest.raises(NotFound):
            await archive.restore_speaker("Per Quill")
        await archive.restore_speaker("Ida Ek")
        assert EK in (await archive.article("both")).article.text  # hers was only hidden
        await archive.reindex(full=True)
        assert EK in (await archive.article("both")).article.text
    for file in [path for path in config.home.rglob("*") if path.is_file()]:
        content = file.read_bytes()
        assert b"silos" not in content and b"rats have come" not in content, file
    with sqlite3.connect(config.home / "onrecord.sqlite3") as db:
        assert "silos" not in "\n".join(db.iterdump())


async def test_who_is_hidden_stays_it_under_another_name(tmp_path: Path) -> None:
    async with Archive.open(home_of(tmp_path)) as archive:
        await archive.ingest([tmp_path / "in.jsonl"])
        await archive.remove_speaker("Per Quill")
        await archive.writer().corrections(Correction(act="rename", name="Per Quill", other="Peter Quill"))
        assert "rats have come" not in await everything(archive) and "told the farmers" not in await everything(archive)
        await archive.restore_speaker("Per Quill")
        assert "Peter Quill" in {one.name for one in await archive.speakers()}


async def test_an_outlet_is_purged(tmp_path: Path) -> None:
    config = home_of(tmp_path)
    async with Archive.open(config) as archive:
        await archive.ingest([tmp_path / "in.jsonl"])
        await archive.remove_source("Gazette", purge=True)
        assert not any(one.can_undo for one in await archive.removed())
        with pytest.raises(NotFound):
            await archive.remove_speaker("Nobody At All")
    assert all(b"rats" not in file.read_bytes() for file in config.home.rglob("*") if file.is_file())


def test_bars_keep_lines_and_lengths_and_hide_the_lengths_of_words() -> None:
    assert barred("one two\nthree", [(0, 13)]) == f"{BAR * 6} \n{BAR * 5}"
    assert barred("“yes,” he said", [(1, 4)]) == f"“{BAR * 3},” he said"
    assert covered([(1, 2), (5, 6)], [(0, 3), (4, 9)]) and not covered([(2, 5)], [(0, 3), (4, 9)])
    again = "He said it: the silos are full and nobody told the farmers."
    assert echoes(again, [QUILL]) == ((12, 58),) and echoes("the silos are full of grain", [QUILL]) == ()
    assert echoes(again, [QUILL], keep=[(12, 20)]) == ()
