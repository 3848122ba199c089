"""A tuning's low-rank change of int8 matrices (LoRA: Hu and others 2021, arXiv 2106.09685), put into them when read.

The file of a tuning keeps two narrow matrices for each large one, a fortieth of its size. The sum of the large one and
their product is made int8 again, with a scale of its own: once, when the model is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.tables import read_tensors

DOWN, UP, SCALE = "/down", "/up", "/scale"  # behind a matrix' name: (in, rank), (rank, out), the scale of its int8
_MOST = 127  # of a signed byte


def merged(weights: Path, stored: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """The parameters of a tuning under the names of `weights`' file: what it replaces, and the changed matrices.

    Raises KeyError where the file has no such matrix, OSError and ValueError where it cannot be read.
    """
    changed = [name.removesuffix(DOWN) for name in stored if name.endswith(DOWN)]
    out = {name: value for name, value in stored.items() if not name.endswith((DOWN, UP, SCALE))}
    matrices = read_tensors(weights, frozenset(f"{name}_quantized" for name in changed))
    for name in changed:
        down, up = stored[name + DOWN].astype(np.float32), stored[name + UP].astype(np.float32)
        floats = matrices[f"{name}_quantized"].astype(np.float32) * stored[name + SCALE] + down @ up
        scale = np.float32(max(float(np.abs(floats).max()), 1e-12) / _MOST)
        out[f"{name}_quantized"] = np.round(floats / scale).clip(-_MOST, _MOST).astype(np.int8)
        out[f"{name}_scale"] = np.asarray(scale, dtype=np.float32)
    return out
