"""What a generation keeps of its speakers: the book, and the records it was made of, so that the next one can grow."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.speakers.book import SpeakerBook, SpeakerRecord
from index.storage.linking import share
from index.storage.sums import key_of_name

SPEAKERS, LOOSE = "speakers.json", "loose.json"
_RECORDS, _JOINED = "records-", 2  # times as many as come: a file at the end with no more is written anew with them
Records = list[tuple[int, SpeakerRecord]]  # with the row of the article


def write_speakers(folder: Path, book: SpeakerBook, loose: dict[str, str]) -> None:
    """Keep the book, what the index of words calls each speaker, and `rows.loose_names`."""
    (folder / SPEAKERS).write_text(book.to_json(), encoding="utf-8")
    keys = np.array([key_of_name(speaker.name) for speaker in book.speakers], dtype=np.int64)
    np.save(folder / "names.npy", keys, allow_pickle=False)
    (folder / LOOSE).write_text(json.dumps(loose, ensure_ascii=False), encoding="utf-8")


def names_of(folder: Path) -> tuple[list[str], dict[str, dict[str, str]]]:
    """The canonical names in their order, and by article what each of its names stands for. Raises ValueError."""
    data: Any = json.loads((folder / SPEAKERS).read_text(encoding="utf-8"))
    return [speaker["name"] for speaker in data["speakers"]], data["names"]


def loose_of(folder: Path) -> dict[str, str]:
    """What `write_speakers` was told of loose names. Raises ValueError."""
    return json.loads((folder / LOOSE).read_text(encoding="utf-8"))


def write_records(folder: Path, records: Records, first: int = 0) -> None:
    """Keep records in a file of their own, the `first` of all."""
    rows = [
        (row, r.name, r.article_id, _iso(r.date), r.roles, r.statements, r.resolved, r.mentions) for row, r in records
    ]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    (folder / f"{_RECORDS}{first}-{len(rows)}.json").write_text(text, encoding="utf-8")


def read_records(folder: Path, gone: Collection[int] = ()) -> Records:
    """All records but those of some articles. Raises ValueError."""
    return [one for path, _, _ in _files(folder) for one in _read(path) if one[0] not in gone]


def grow_records(before: Path, folder: Path, records: Records) -> None:
    """Share another generation's files of records and keep more behind them; small ones are written anew with them."""
    files, new = _files(before), list(records)
    first = sum(count for _, _, count in files)
    while files and files[-1][2] <= _JOINED * len(new):
        path, first, _ = files.pop()
        new = [*_read(path), *new]
    for path, _, _ in files:
        share(path, folder / path.name)
    write_records(folder, new, first)


def open_to_all(folder: Path) -> None:
    """tantivy keeps some of its files from other users, who may read all the rest."""
    for path in (folder / "words").iterdir():
        path.chmod((folder / "tables.npz").stat().st_mode & 0o777)


def _files(folder: Path) -> list[tuple[Path, int, int]]:
    """The files of records with the number of the first and how many there are, in order."""
    found: list[tuple[Path, int, int]] = []
    for path in folder.glob(f"{_RECORDS}*.json"):
        first, _, count = path.stem.removeprefix(_RECORDS).partition("-")
        found.append((path, int(first), int(count)))
    return sorted(found, key=lambda one: one[1:])


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _read(path: Path) -> Records:
    rows: Sequence[Any] = json.loads(path.read_text(encoding="utf-8"))
    return [
        (
            row,
            SpeakerRecord(
                name=name,
                article_id=article,
                date=dt.date.fromisoformat(date) if date else None,
                roles=tuple(roles),
                statements=statements,
                resolved=resolved,
                mentions=tuple(mentions),
            ),
        )
        for row, name, article, date, roles, statements, resolved, mentions in rows
    ]
