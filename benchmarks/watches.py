"""Standing questions: one pass of 10,000 over a new article against the indexing of that article."""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import tempfile
import time
from pathlib import Path

from rich.table import Table

from benchmarks.archives import archive_home, config_for
from benchmarks.common import Options, ratio, table
from benchmarks.synthetic import articles
from index import Archive, Question
from index.search.watching import Topic, Watched

WATCHES = 10_000
_DIFFERENT = 400  # topics that are embedded; the others are these again in another place, as those of servers are
_PLACES = "harbour council budget school hospital airport theatre bridge museum market stadium library".split()
_MATTERS = "strike repair vote opening inquiry funding delay contract safety merger festival dispute".split()
_KINDS = "pilots nurses farmers teachers divers printers bakers judges weavers glaziers beekeepers tram".split()


def run(options: Options) -> Table:
    """Bring one article, then look at all watches; then once more, when nothing has moved."""
    with archive_home(options) as home:
        rows, woke = asyncio.run(_measure(options, home))
    title = f"{WATCHES} watches of {_DIFFERENT} topics, of which an article wakes {woke:.1%}"
    made = table(title, "what", "ms", "in articles indexed")
    unit = rows["one article indexed"]
    for name, value in rows.items():
        made.add_row(name, f"{value:.1f}", ratio(value, unit))
    return made


async def _measure(options: Options, home: Path) -> tuple[dict[str, float], float]:
    async with Archive.open(config_for(options, home), warm=True) as archive:
        topics = await _topics(archive)
        times: dict[str, list[float]] = {}
        woke: list[float] = []
        for number, article in enumerate(articles(options.rounds + 1, seed=77)):
            mark = await archive.mark()
            watched = [Watched(topic=topics[n % len(topics)], after=mark) for n in range(WATCHES)]
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / f"{number}.jsonl"
                file.write_text(json.dumps({"id": f"new-{number}", "text": article.text, "source": article.source}))
                start = time.perf_counter()
                await archive.ingest([file])
                indexed = time.perf_counter() - start
            start = time.perf_counter()
            woken = await archive.stirred(watched)
            looked = time.perf_counter() - start
            later = [Watched(topic=one.topic, after=await archive.mark()) for one in watched]
            start = time.perf_counter()
            await archive.stirred(later)
            again = time.perf_counter() - start
            if number:  # the first is unmeasured
                woke.append(sum(woken) / WATCHES)
                for name, seconds in (
                    ("one article indexed", indexed),
                    ("a pass over all", looked),
                    ("a pass when nothing is new", again),
                ):
                    times.setdefault(name, []).append(seconds * 1000)
    return {name: statistics.median(values) for name, values in times.items()}, statistics.median(woke)


async def _topics(archive: Archive) -> list[Topic]:
    draw = random.Random(5)
    words = {
        f"{draw.choice(_KINDS)} and the {draw.choice(_MATTERS)} of the {draw.choice(_PLACES)}"
        for _ in range(_DIFFERENT)
    }
    return [await archive.topic(Question(text=text)) for text in sorted(words)]
