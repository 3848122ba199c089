"""What a generation keeps of its speakers: the book, and the records it was made of, so that the next one can grow."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import zipfile
from collections import defaultdict
from collections.abc import Callable, Collection, Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import ArchiveError
from index.names.parse import fold
from index.speakers.book import SpeakerBook, SpeakerRecord, as_speaker, speakers_of
from index.speakers.placing import candidates
from index.storage.generations import LOOKUP, SPEAKERS
from index.storage.linking import share
from index.storage.sums import key_of_name
from index.storage.tail import Tail

NAMES, LOOSE = "names.json", "loose.json"
PEOPLE = (SPEAKERS, *LOOKUP, NAMES, LOOSE, "names.npy")
_RECORDS, _JOINED = "records-", 2  # times as many as come: a file at the end with no more is written anew with them
Loose = dict[str, tuple[str, list[int]]]  # name -> canonical name, rows of articles: `rows.loose_names`
Records = list[tuple[int, SpeakerRecord]]  # with the row of the article


@contextlib.contextmanager
def reading(folder: Path) -> Generator[None]:
    """What a damaged file, or one of another version, raises when it is read, told as ArchiveError."""
    try:
        yield
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ArchiveError(f"{folder}: cannot be read ({error})") from error


def write_speakers(folder: Path, book: SpeakerBook, *loose: Loose) -> None:
    """Keep the book, what the index of words calls each speaker, and `rows.loose_names`."""
    (folder / SPEAKERS).write_text(book.to_json(), encoding="utf-8")
    for name, text in zip(LOOKUP, book.lookup.to_json(), strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    named = json.dumps(book.names, ensure_ascii=False, separators=(",", ":"))
    (folder / NAMES).write_text(named, encoding="utf-8")
    keys = np.array([key_of_name(speaker.name) for speaker in book.speakers], dtype=np.int64)
    np.save(folder / "names.npy", keys, allow_pickle=False)
    rows: defaultdict[str, set[int]] = defaultdict(set)
    for name, (_, some) in chain.from_iterable(one.items() for one in loose):
        rows[name].update(some)
    called = {name: (book.canonical("", name), sorted(some)) for name, some in rows.items()}
    (folder / LOOSE).write_text(json.dumps(called, ensure_ascii=False), encoding="utf-8")


def names_of(folder: Path) -> dict[str, dict[str, str]]:
    """By article what each of its names stands for, when the book was last written whole. Raises ValueError."""
    return json.loads((folder / NAMES).read_text(encoding="utf-8"))


def book_of(folder: Path, tail: Tail | None) -> SpeakerBook:
    """The speakers of a generation. Raises ValueError."""
    book = SpeakerBook.from_json((folder / SPEAKERS).read_text(encoding="utf-8"))
    return book if tail is None else book.grown(speakers_of(tail.speakers))


@dataclass(frozen=True, slots=True)
class Few:
    """As much of a generation's book as some names may mean; the whole is not made into one."""

    book: SpeakerBook
    numbers: tuple[int, ...]  # of its speakers among all
    total: int
    taken: Callable[[str], bool]  # whether somebody is called so already, folded

    @classmethod
    def of(cls, folder: Path, tail: Tail | None, names: Iterable[str]) -> Few:
        """Whom these names may mean. Raises ValueError or KeyError for damaged files."""
        calls = json.loads((folder / LOOKUP[0]).read_text(encoding="utf-8"))
        every = json.loads((folder / SPEAKERS).read_text(encoding="utf-8"))["speakers"]
        changed = speakers_of(tail.speakers if tail else "")
        exact, surnames = calls["exact"], calls["surnames"]
        behind = SpeakerBook(tuple(changed.values())).lookup
        numbers = list(changed)
        for table, more in ((exact, behind.exact), (surnames, behind.surnames)):
            for key, places in more.items():
                table[key] = sorted({*table.get(key, ()), *(numbers[at] for at in places)})
        total = max([len(every) - 1, *changed]) + 1
        some = sorted(candidates(exact, surnames, names))
        book = SpeakerBook(tuple(changed[at] if at in changed else as_speaker(every[at]) for at in some))
        new = {fold(speaker.name) for speaker in changed.values()}

        @cache
        def old() -> set[str]:
            return {fold(data["name"]) for data in every}

        return cls(book, tuple(some), total, lambda name: name in new or name in old())


def loose_of(folder: Path) -> Loose:
    """What `write_speakers` was told of loose names. Raises ValueError."""
    found = json.loads((folder / LOOSE).read_text(encoding="utf-8"))
    return {name: (canonical, rows) for name, (canonical, rows) in found.items()}


def write_records(folder: Path, records: Records, first: int = 0) -> None:
    """Keep records in a file of their own, the `first` of all."""
    rows = [
        (row, r.name, r.article_id, _iso(r.date), r.roles, r.statements, r.resolved, r.mentions) for row, r in records
    ]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    (folder / f"{_RECORDS}{first}-{len(rows)}.json").write_text(text, encoding="utf-8")


def read_records(folder: Path, held: Collection[int]) -> Records:
    """The records of some articles; the files have those of articles that went, too. Raises ValueError."""
    return [one for path, _, _ in _files(folder) for one in _read(path) if one[0] in held]


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
