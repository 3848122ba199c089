"""A real archive of a few texts, each an article of one day, and answers from it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from index import Archive, Config
from index.model import Answer


def texts_in(folder: Path, texts: Sequence[str]) -> Path:
    """The folder, with the texts as its articles."""
    rows = [json.dumps({"id": f"n{i}", "text": text, "date": "2022-05-02"}) for i, text in enumerate(texts)]
    (folder / "all.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return folder


async def answer(home: Path, words: str) -> Answer:
    """What is answered from the texts of a folder."""
    async with Archive.open(Config(home=home / "a")) as archive:
        await archive.ingest([home / "all.jsonl"])
        return await archive.ask(words)
