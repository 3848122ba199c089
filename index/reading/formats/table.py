"""CSV and TSV: one article a row, keyed by the first line. Parquet: the same, by pyarrow."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from importlib import import_module
from typing import BinaryIO, cast

from index.errors import InputError
from index.model import Problem
from index.reading.base import Document, Draft, Format
from index.reading.encoding import decode, looks_binary, marked_encoding
from index.reading.head import Head
from index.reading.rows import draft_of_row
from index.reading.spoken import are_turns
from index.reading.text import draft_of

_FIELD = 20_000_000  # characters of one cell
_SAMPLE = 65_536


def read_csv(document: Document) -> Iterator[Draft | Problem]:
    """One draft a row, read lazily; the sign between cells is found from the first rows."""
    sample = document.stream.read(_SAMPLE)
    if marked_encoding(sample) is None and looks_binary(sample):
        raise InputError("is not a text file; export the table as CSV")
    csv.field_size_limit(_FIELD)
    lines = _text(document, sample)
    first = decode(sample).text if b"\n" in sample or len(sample) < _SAMPLE else ""
    rows = csv.reader(lines, delimiter=_delimiter(first, document.name))
    header: list[str] | None = None
    while True:
        number = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield document.problem(f"cannot be read as CSV from here on ({error}); export it again", line=number)
            return
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header = [cell.strip().lstrip("\ufeff") for cell in row]
            if len(header) < 2 and not document.mapping:
                yield document.problem(
                    "has one column only; check the sign between cells, and the names in line 1", line=1
                )
                return
            if are_turns(header) and not document.mapping:  # one talk, a row a turn
                yield draft_of(document.text, document.text, Head())
                return
            continue
        if len(row) > len(header):
            yield document.problem(
                f"has {len(row)} cells where line 1 names {len(header)}; the rest is left out", line=number, fatal=False
            )
        cells = {name: cell for name, cell in zip(header, row, strict=False) if cell.strip()}
        yield from draft_of_row(document, cells, number)


def _text(document: Document, sample: bytes) -> io.TextIOBase:
    """The file as text: read along where it is UTF-8, else decoded as a whole."""
    document.stream.seek(0)
    try:
        sample[: _SAMPLE - 4].decode("utf-8")
        good = marked_encoding(sample) in (None, "utf-8-sig")
    except UnicodeDecodeError as error:
        good = error.start > _SAMPLE - 8
    if good:
        return io.TextIOWrapper(
            cast(BinaryIO, _Kept(document.stream)), encoding="utf-8-sig", errors="replace", newline=""
        )
    return io.StringIO(document.text, newline="")


class _Kept(io.BufferedIOBase):
    """The document's stream, which a text layer over it must not close."""

    def __init__(self, stream: object) -> None:
        self._stream = cast(io.BufferedIOBase, stream)

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        return self._stream.read(-1 if size is None else size)

    def read1(self, size: int = -1, /) -> bytes:
        return self._stream.read(size if size >= 0 else _SAMPLE)


def _delimiter(sample: str, name: str) -> str:
    """The sign that divides the header into most cells."""
    header = next((line for line in sample.splitlines() if line.strip()), "")
    counts = {sign: header.count(sign) for sign in (",", "\t", ";", "|")}
    best = max(counts, key=lambda sign: counts[sign])
    return best if counts[best] else "\t" if name.lower().endswith((".tsv", ".tab")) else ","


def is_parquet(document: Document) -> bool:
    """Whether the file starts with Parquet's mark."""
    return document.head.startswith(b"PAR1")


def read_parquet(document: Document) -> Iterator[Draft | Problem]:
    """One draft a row, a batch at a time."""
    # Imported by name: the extra is in no other one, so that neither tests nor the type checker need it.
    pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    document.stream.seek(0)
    try:
        table = parquet.ParquetFile(document.stream)
        number = 0
        for batch in table.iter_batches(batch_size=256):
            for row in cast(list[dict[str, object]], batch.to_pylist()):
                number += 1
                yield from draft_of_row(
                    document, {key: value for key, value in row.items() if value is not None}, number
                )
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"is a damaged Parquet file ({' '.join(str(error).split())[:100]})") from None


CSV = Format(name="CSV and TSV", suffixes=(".csv", ".tsv", ".tab"), read=read_csv)
PARQUET = Format(
    name="Parquet",
    suffixes=(".parquet", ".pq"),
    read=read_parquet,
    recognises=is_parquet,
    needs=("pyarrow", "parquet"),
    foreign=True,
)  # fmt: skip
