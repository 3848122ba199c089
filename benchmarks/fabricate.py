"""Archives of any size without a model: generated articles, statements as the generator knows them, chance vectors.

What costs a build, an ingest or a question is there as in a real archive (texts, words, passages, statements, speakers,
vectors of unit length); what an answer is worth is not.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import random
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.synthetic import articles
from index import Archive, Config
from index.attribution.attribute import load_attributor
from index.embedding.choose import load_encoder
from index.embedding.texts import passage_text, text_hash
from index.indexing.analyse import analysis_version
from index.links import article_key
from index.model import Article, Passage
from index.search.ranking import Floats
from index.storage.articles import content_hash
from index.storage.database import DATABASE, open_database
from index.storage.schema import MIGRATIONS

_SAID = re.compile(r"“[^”]+”")
_CENTRES, _PEOPLE = 400, 12  # directions that vectors lie about; articles for each person of the archive
_EACH, _CHUNK = 5, 2000  # passages of an article; vectors of one commit
_ARTICLE = "id key content_hash title source date text added_at".split()
_STATEMENT = "start end spans kind confidence cue cue_spans mention mention_spans speaker role resolved hash".split()
_SYLLABLES = "ba ke li mo nu ra se ti vo zu da fe gi ho ju".split()


async def fabricate(home: Path, passages: int, *, seed: int = 1) -> None:
    """Fill a new archive's store with `passages` in articles of five each; no index is built.

    Straight into the tables, many rows at a time: through the archive's own functions a million would take an hour.
    """
    config = Config(home=home)
    await (await open_database(home / DATABASE, MIGRATIONS)).close()
    encoder, version = load_encoder(config), analysis_version(config, load_attributor(config))
    db = sqlite3.connect(home / DATABASE, isolation_level=None)
    try:
        db.execute("PRAGMA synchronous=OFF")
        _fill(db, encoder.name, encoder.dimension, version, -(-passages // _EACH), seed)
    finally:
        db.close()


def _fill(db: sqlite3.Connection, model: str, dimension: int, version: str, count: int, seed: int) -> None:
    rng, now = np.random.default_rng(seed), dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    centres = rng.normal(size=(_CENTRES, dimension))
    rows = enumerate(_short(count, seed), start=1)
    while chunk := list(islice(rows, _CHUNK)):
        found = [(row, article, _passages(article)) for row, article in chunk]
        hashes = [
            (row, p.start, p.end, text_hash(passage_text(article, p))) for row, article, some in found for p in some
        ]
        vectors = _vectors(len(hashes), centres, rng)
        db.execute("BEGIN")
        db.executemany(
            f"INSERT INTO articles (row, {', '.join(_ARTICLE)}) VALUES ({_marks(1 + len(_ARTICLE))})",
            [
                (row, a.id, article_key(a.id), content_hash(a), a.title, a.source, str(a.date), a.text, now)
                for row, a in chunk
            ],
        )
        db.executemany(
            "INSERT INTO analyses (article_row, version) VALUES (?, ?)", [(row, version) for row, _ in chunk]
        )
        db.executemany(
            "INSERT INTO stories (article_row, story, likeness) VALUES (?, ?, 0)", [(r, r) for r, _ in chunk]
        )
        db.executemany("INSERT INTO passages (article_row, start, end, hash) VALUES (?, ?, ?, ?)", hashes)
        db.executemany(
            f"INSERT INTO statements (article_row, {', '.join(_STATEMENT)}) VALUES ({_marks(1 + len(_STATEMENT))})",
            [
                said
                for row, a, some in found
                for said in _statements(row, a, some, count, random.Random(f"{seed} {row}"))
            ],
        )
        db.executemany(
            "INSERT OR REPLACE INTO vectors (model, hash, vector) VALUES (?, ?, ?)",
            [(model, key, vector.tobytes()) for (_, _, _, key), vector in zip(hashes, vectors, strict=True)],
        )
        db.execute("COMMIT")


def _marks(count: int) -> str:
    return ", ".join("?" * count)


async def build(home: Path) -> None:
    """Build the index of what `fabricate` stored, by whatever version that was."""
    config = Config(home=home)
    with contextlib.closing(sqlite3.connect(home / DATABASE)) as db, db:
        db.execute("UPDATE analyses SET version = ?", (analysis_version(config, load_attributor(config)),))
    async with Archive.open(config) as archive:
        await archive.writer().rebuild()


def _short(count: int, seed: int) -> Iterator[Article]:
    for number, article in enumerate(articles(count, seed)):
        text = "\n\n".join(article.text.split("\n\n")[:_EACH])
        yield replace(article, text=f"{text} Note {number} of series {seed}.")


def _passages(article: Article) -> list[Passage]:
    """A passage a paragraph."""
    found: list[Passage] = []
    start = 0
    for paragraph in article.text.split("\n\n"):
        found.append(Passage(start=start, end=start + len(paragraph)))
        start += len(paragraph) + 2
    return found


def _statements(
    row: int, article: Article, passages: Sequence[Passage], count: int, chance: random.Random
) -> Iterator[tuple[object, ...]]:
    """Every quotation and the first words of each paragraph, said by two people of whom the archive has many."""
    spans = [found.span() for found in _SAID.finditer(article.text)]
    spans += [(p.start, min(p.end, p.start + 40)) for p in passages]
    speakers = [_person(chance.randrange(max(20, count // _PEOPLE))) for _ in range(2)]
    for start, end in sorted(set(spans)):
        name, role = chance.choice(speakers), "Mayor" if chance.random() < 0.3 else None
        yield row, start, end, json.dumps([[start, end]]), "direct", 0.9, "said", "[]", name, "[]", name, role, 1, b""


def _person(number: int) -> str:
    """A name of its own for each number."""
    base, parts = len(_SYLLABLES), list[str]()
    for _ in range(6):
        number, rest = divmod(number, base)
        parts.append(_SYLLABLES[rest])
    return f"{''.join(parts[:2]).capitalize()} {''.join(parts[2:]).capitalize()}son"


def _vectors(count: int, centres: np.ndarray, rng: np.random.Generator) -> Floats:
    found = centres[rng.integers(0, len(centres), count)] + 0.7 * rng.normal(size=(count, centres.shape[1]))
    return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)
