"""Memory that was freed goes back to the system; the allocator keeps it otherwise."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of mallopt(3)
_LARGE = 256 * 1024  # bytes


def hold_little() -> None:
    """Let blocks of a quarter of a megabyte and more go back to the system as soon as they are freed.

    glibc raises that bound by itself to 32 MB with every large block that is freed, and keeps what lies between: of a
    process that answered ten questions, 15 MB (211 and 196 MB, three runs), at no cost that twenty questions showed.
    For the start of a process of its own; elsewhere than with glibc nothing happens.
    """
    library = _library()
    if library is not None and hasattr(library, "mallopt"):
        library.mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Hand the system what the allocator holds and nobody uses; takes some milliseconds.

    glibc alone can be asked to; elsewhere nothing happens.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


def _trim() -> Callable[[int], int] | None:
    library = _library()
    if library is None or not hasattr(library, "malloc_trim"):
        return None
    trim = library.malloc_trim
    trim.argtypes, trim.restype = [ctypes.c_size_t], ctypes.c_int
    return trim


def _library() -> Any:
    """The C library of this process; None where it is not one that knows these calls."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None)
    except OSError:
        return None
