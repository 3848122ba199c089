"""An archive to measure on, and questions that it answers."""

from __future__ import annotations

import asyncio
import contextlib
import json
import tempfile
from collections.abc import Generator
from pathlib import Path

from benchmarks.common import Options
from benchmarks.synthetic import articles
from index import Archive, Config
from index.config import Embedding, Search

_TOPIC_WORDS = 5


def config_for(options: Options, home: Path) -> Config:
    """The defaults on that archive with the threads asked for."""
    return Config(home=home, embedding=Embedding(threads=options.threads), search=Search(remember=0))


@contextlib.contextmanager
def archive_home(options: Options) -> Generator[Path]:
    """The archive given, else one of generated articles in a temporary folder."""
    if options.home is not None:
        yield options.home
        return
    with tempfile.TemporaryDirectory() as folder:
        home, source = Path(folder) / "archive", Path(folder) / "generated.jsonl"
        with source.open("w", encoding="utf-8") as file:
            for article in articles(options.articles):
                row = {key: getattr(article, key) for key in ("id", "title", "source", "text")}
                file.write(json.dumps({**row, "date": str(article.date)}, ensure_ascii=False) + "\n")
        asyncio.run(_ingest(config_for(options, home), source))
        yield home


async def _ingest(config: Config, source: Path) -> None:
    async with Archive.open(config) as archive:
        await archive.ingest([source])


async def questions_of(archive: Archive, count: int) -> list[str]:
    """Questions of the usual form about what the most quoted speakers said, made of the statements' own words."""
    found: list[str] = []
    for speaker in await archive.speakers(limit=count):
        timeline = await archive.timeline(speaker.name, limit=1)
        for entry in timeline.entries:
            words = entry.text.split()
            start = max(0, (len(words) - _TOPIC_WORDS) // 2)
            topic = " ".join(words[start : start + _TOPIC_WORDS]).strip("“”\"',.;:")
            found.append(f"What did {speaker.name} say about {topic}?")
    return found[:count]
