"""The large tables of an ONNX file, mapped from the disk.

A third of a small model is the table of its vocabulary, of which a question needs a few rows. onnxruntime copies it
into the process; mapped, the rows that are read are in memory and the others on the disk. The file is a protocol buffer
(onnx.proto3): only the fields on the way to the numbers are read here.
"""

from __future__ import annotations

import math
import mmap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_GRAPH, _INITIALIZER = 7, 5  # ModelProto.graph, GraphProto.initializer
_DIMS, _TYPE, _NAME, _RAW = 1, 2, 8, 9  # of TensorProto
_KINDS = {2: np.uint8, 3: np.int8}  # one byte each, so that any place in the file will do
_LARGE = 4_000_000  # bytes: layers are smaller, and onnxruntime packs those for itself
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5


class Tables:
    """The large tables of a file by name, read-only; none where the file is not as expected, and is loaded as it is."""

    def __init__(self, weights: Path) -> None:
        self.by_name: dict[str, NDArray[Any]] = {}
        try:
            with weights.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            for name, kind, shape, start in _tensors(self._data):
                numbers = np.frombuffer(self._data, dtype=kind, count=math.prod(shape), offset=start)
                self.by_name[name] = numbers.reshape(shape)
        except (OSError, ValueError, IndexError):
            self.by_name = {}
        if self.by_name and hasattr(mmap, "MADV_RANDOM"):
            self._data.madvise(mmap.MADV_RANDOM)  # no pages around the one that is wanted

    def rest(self) -> None:
        """Let go of the pages that were read; they are read again when they are wanted."""
        if self.by_name and hasattr(mmap, "MADV_DONTNEED"):
            self._data.madvise(mmap.MADV_DONTNEED)


def _tensors(data: mmap.mmap) -> Iterator[tuple[str, Any, Sequence[int], int]]:
    """Name, type, shape and place of each large table. Raises ValueError, IndexError for what is no protocol buffer."""
    for field, start, end, _ in _fields(data, 0, len(data)):
        if field == _GRAPH:
            for inner, first, last, _ in _fields(data, start, end):
                if inner == _INITIALIZER and last - first >= _LARGE:
                    tensor = _tensor(data, first, last)
                    if tensor is not None:
                        yield tensor


def _tensor(data: mmap.mmap, start: int, end: int) -> tuple[str, Any, Sequence[int], int] | None:
    """A tensor whose numbers stand in the file as they are in memory; None: another one."""
    shape: list[int] = []
    kind, name, place, size = None, "", 0, 0
    for field, first, last, value in _fields(data, start, end):
        if field == _DIMS and value is not None:
            shape.append(value)
        elif field == _DIMS:
            while first < last:
                number, first = _varint(data, first)
                shape.append(number)
        elif field == _TYPE:
            kind = _KINDS.get(value or 0)
        elif field == _NAME:
            name = data[first:last].decode()
        elif field == _RAW:
            place, size = first, last - first
    if kind is None or not name or size != math.prod(shape):
        return None
    return name, kind, shape, place


def _fields(data: mmap.mmap, at: int, end: int) -> Iterator[tuple[int, int, int, int | None]]:
    """Number, start, end and, of whole numbers, value of each field of a message."""
    while at < end:
        key, at = _varint(data, at)
        field, kind = key >> 3, key & 7
        if kind == _VARINT:
            value, at = _varint(data, at)
            yield field, at, at, value
            continue
        if kind == _BYTES:
            size, at = _varint(data, at)
        elif kind in (_FIXED64, _FIXED32):
            size = 8 if kind == _FIXED64 else 4
        else:
            raise ValueError("no protocol buffer")
        if at + size > end:
            raise ValueError("a field ends behind its message")
        yield field, at, at + size, None
        at += size


def _varint(data: mmap.mmap, at: int) -> tuple[int, int]:
    """A number of up to ten bytes and where it ends."""
    number = 0
    for place in range(10):
        byte = data[at + place]
        number |= (byte & 127) << (7 * place)
        if byte < 128:
            return number, at + place + 1
    raise ValueError("a number without an end")
