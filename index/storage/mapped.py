"""Arrays that are mapped from files larger than what is read of them."""

from __future__ import annotations

import mmap
from typing import Any

import numpy as np
from numpy.typing import NDArray


def rest(array: NDArray[Any]) -> None:
    """Let go of what was read of a mapped array (`np.memmap`), which is memory of the process until then.

    The system has it at hand as long as it can: to read 240 rows of 1.5 kB out of a million takes .4 ms instead of .1,
    20,000 rows 8 instead of 5.5, and 1.4 GB stay out of the process. Of an array that is in memory, nothing.
    """
    held: Any = array
    while isinstance(held, np.ndarray):
        held = held.base
    if isinstance(held, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        held.madvise(mmap.MADV_DONTNEED)
