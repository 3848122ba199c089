"""What the archive holds: outlets, speakers, timelines, whole articles, its state."""

from __future__ import annotations

import asyncio
import datetime as dt
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import aiosqlite
import numpy as np

from index.config import Config
from index.embedding.choose import choose_encoder, choose_reranker
from index.feed import FeedStatus
from index.model import Query, SourceSummary, Speaker
from index.search.snapshot import Snapshot
from index.storage import generations
from index.storage.analyses import count_rows, left_out
from index.storage.articles import count_newer
from index.storage.generations import Manifest
from index.storage.tables import NONE, UNDATED
from index.workers import Workers


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The archive at a glance."""

    home: str
    articles: int
    passages: int
    statements: int
    speakers: int
    sources: int
    first: dt.date | None
    last: dt.date | None
    undated: int
    generation: int
    built_at: dt.datetime | None
    kind: str  # which kind of vector index serves and why, in words
    model: str
    backend: str
    reranker: str | None
    pending: int  # articles stored but not yet in the generation that serves
    size_bytes: int
    because: str = ""  # why the index was built anew where it should have grown out of the one before
    queue: int = 0
    asked: int = 0
    median_ms: float | None = None
    feeds: tuple[FeedStatus, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()  # (id, why) of stored articles that no index can hold


def known_sources(snapshot: Snapshot | None, search: str, limit: int) -> tuple[SourceSummary, ...]:
    """See `Archive.sources`."""
    if snapshot is None:
        return ()
    tables = snapshot.generation.tables
    found: list[SourceSummary] = []
    for number, name in enumerate(snapshot.manifest.sources):
        if search.casefold() not in name.casefold():
            continue
        days = tables.article_day[tables.article_source == number]
        dated = days[days != UNDATED]
        found.append(
            SourceSummary(
                name=name,
                articles=len(days),
                first=dt.date.fromordinal(int(dated.min())) if len(dated) else None,
                last=dt.date.fromordinal(int(dated.max())) if len(dated) else None,
            )
        )
    return tuple(sorted(found, key=lambda source: (-source.articles, source.name))[:limit])


def known_speakers(
    snapshot: Snapshot | None, search: str, limit: int, sources: Sequence[str] = ()
) -> tuple[Speaker, ...]:
    """See `Archive.speakers`."""
    if snapshot is None:
        return ()
    speakers = _speakers_in(snapshot, sources) if sources else snapshot.book.speakers
    if not search.strip():
        return tuple(sorted((s for s in speakers if s.statements or not sources), key=_by_statements)[:limit])
    numbers = snapshot.speaker_numbers
    matches = snapshot.book.find(search, limit=len(speakers) if sources else limit)
    found = [speakers[numbers[name]] for name in dict.fromkeys(match.speaker for match in matches)]
    return tuple(speaker for speaker in found if speaker.statements or not sources)[:limit]


def _by_statements(speaker: Speaker) -> tuple[int, str]:
    return -speaker.statements, speaker.name


def _speakers_in(snapshot: Snapshot, sources: Sequence[str]) -> list[Speaker]:
    """All speakers, with the statements and dates that some outlets alone hold of them."""
    tables = snapshot.generation.tables
    query = Query(topic="", kind="said", asked_on=dt.date.min)
    said = tables.allowed_statements(snapshot.filter_of(query, sources)) & (tables.statement_speaker != NONE)
    with_others = said[tables.joined_statement]
    places = np.concatenate([np.flatnonzero(said), tables.joined_statement[with_others]])
    who = np.concatenate([tables.statement_speaker[said], tables.joined_speaker[with_others]])
    days = tables.article_day[tables.statement_article[places]]
    counts = np.bincount(who, minlength=len(snapshot.book.speakers))
    dates: dict[int, list[int]] = {}
    for speaker, day in zip(who.tolist(), days.tolist(), strict=True):
        if day != UNDATED:
            dates.setdefault(speaker, []).append(day)
    return [
        replace(
            speaker,
            statements=int(counts[number]),
            first=dt.date.fromordinal(min(dates[number])) if number in dates else None,
            last=dt.date.fromordinal(max(dates[number])) if number in dates else None,
        )
        for number, speaker in enumerate(snapshot.book.speakers)
    ]


async def status_of(
    config: Config, db: aiosqlite.Connection, workers: Workers, asked: int, times: Sequence[float]
) -> Status:
    """See `Archive.status`."""
    counts = await count_rows(db)
    manifest = await asyncio.to_thread(_manifest, config.home)
    choice, reranker = await asyncio.to_thread(lambda: (choose_encoder(config), choose_reranker(config)))
    return Status(
        home=str(config.home),
        articles=counts.articles,
        passages=counts.passages,
        statements=counts.statements,
        speakers=manifest.speakers if manifest else 0,
        sources=len(manifest.sources) if manifest else 0,
        first=dt.date.fromisoformat(manifest.first) if manifest and manifest.first else None,
        last=dt.date.fromisoformat(manifest.last) if manifest and manifest.last else None,
        undated=manifest.undated if manifest else 0,
        generation=manifest.number if manifest else 0,
        built_at=dt.datetime.fromisoformat(manifest.built_at) if manifest else None,
        kind=manifest.kind if manifest else "",
        because=manifest.because if manifest else "",
        model=choice.model,
        backend=choice.backend,
        reranker=reranker.model if reranker else None,
        pending=await count_newer(db, manifest.last_row if manifest else 0),
        size_bytes=await asyncio.to_thread(_size, config.home),
        queue=workers.waiting,
        asked=asked,
        left_out=tuple(await left_out(db)),
        median_ms=round(statistics.median(times), 1) if times else None,
    )


def _manifest(home: Path) -> Manifest | None:
    number = generations.current_number(home)
    return generations.read_manifest(home, number) if number else None


def _size(home: Path) -> int:
    return sum(path.stat().st_size for path in home.rglob("*") if path.is_file())
