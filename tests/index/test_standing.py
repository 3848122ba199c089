"""Standing questions: new articles wake those that they may answer, and no others; what wakes is asked in full."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from index import Archive, Config, Question
from index.search.watching import Watched

FERRY = "Mayor Ida Ek said the night ferry would sail again on Monday. “Two pilots are on every crossing,” Ek said."
GRAIN = "Harbour master Per Quill said the grain had to wait. “The silos are full to the roof,” Quill told reporters."


async def test_new_articles_wake_what_they_may_answer_and_nothing_else(tmp_path: Path) -> None:
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        await bring(archive, tmp_path, "old", GRAIN)
        mark = await archive.mark()
        words = ("pilots on the night ferry", "silos full of grain", "football results", "pilots on the night ferry")
        topics = [await archive.topic(Question(text=text)) for text in words]
        watched = [Watched(topic=topic, after=mark) for topic in topics]
        watched += [Watched(topic=None, speaker=name, after=mark) for name in ("Ida Ek", "Per Quill")]
        watched += [Watched(topic=None, source=name, after=mark) for name in ("old", "new")]
        assert await archive.stirred(watched) == (False,) * 8
        await bring(archive, tmp_path, "new", FERRY)
        assert await archive.stirred(watched) == (True, False, False, True, True, False, False, True)
        for words_, woken in zip(words, await archive.stirred(watched), strict=False):
            assert bool((await archive.ask_new(words_, mark)).hits) == woken  # nothing is missed, nothing asked in vain
        late = [replace(one, after=await archive.mark()) for one in watched]
        assert await archive.stirred(late) == (False,) * 8
        assert await archive.stirred([*watched[:1], *late[:1]]) == (True, False)  # each by its own mark
        with pytest.raises(ValueError, match="another model"):
            await archive.stirred([Watched(topic=replace(topics[0], model="x"))])


async def test_an_empty_archive_wakes_nothing(tmp_path: Path) -> None:
    async with Archive.open(Config(home=tmp_path / "a")) as archive:
        assert await archive.model() == ""
        assert await archive.stirred([Watched(topic=None, speaker="Ida Ek")]) == (False,)


async def bring(archive: Archive, folder: Path, source: str, text: str) -> None:
    file = folder / f"{source}.jsonl"
    file.write_text(json.dumps({"id": source, "source": source, "text": text}), encoding="utf-8")
    await archive.ingest([file])
